"""What two articles share in prose of their own, without notices, tables, lists and forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.copies.coverage import covered, outside
from headwater.copies.kinds import Overlap, quoted_words
from headwater.copies.overlaps import REWORDED_SPREAD
from headwater.copies.passages import Shared
from headwater.copies.prose import boilerplate_spans, is_plain, judged_passages, may_be_list, stock_spans
from headwater.copies.running import Span, runs_on, spoken_language
from headwater.copies.settings import CopySettings
from headwater.copies.templates import FEWEST_SWAPS, fill_one_form, is_filled_in
from headwater.copies.versions import same_page
from headwater.model.article import Article
from headwater.model.reuse import Passage

# Below this share of stock in what two texts share nothing is recounted: a caption, a notice at the end.
_LITTLE_STOCK = 0.2
# Texts with fewer characters of prose are lists: copies where all but a heading agrees.
_FEWEST_PROSE = 100
_SAME_LIST = 0.9
# Of a text that another holds as a whole its prose is held too.
_ALL = 0.95
# Of so much no third is prose only where half of a text is a list. No form has so much: a swap in sixteen words breaks
# every third run of five.
_MOST = 0.75
# Characters between two passages that may be filled in.
_NEAR = 120
_NOTHING = (0.0, 0.0)
Both = tuple[float, float]


def measured(
    a: Article,
    b: Article,
    found: Sequence[Shared],
    shares: tuple[Both, Both],
    prose: Sequence[bool | None],
    *,
    settings: CopySettings,
) -> tuple[Overlap, tuple[Passage, ...]]:
    """What two articles share, and the passages that count among those found.

    ``shares``: containment and spread, of a and of b each; ``prose``: of pairs that are not whole texts whether each
    passage is prose, as ``judged_passages`` has it. Of a copy and of a text reworded all over every passage counts, of
    two versions of a page whatever they hold.
    """
    contained, spread = shares
    overlap = Overlap(contained, contained, spread, sum([equal for _, equal, _ in found]), 0)
    if not is_whole(shares, settings):
        return _of_passages((a, b), found, overlap, boilerplate_spans(a.text), prose, settings)
    if same_page(a, b) or _is_surely_copied(a.text, b.text, contained):
        return overlap, _places(found)
    if max(contained) < _MOST and fill_one_form(*_run_together(a.text, b.text, found)):
        return Overlap(contained, _NOTHING, _NOTHING, 0, 0), ()
    if min(contained) >= settings.copy_containment and _is_mostly_prose(a.text, b.text, found):
        return overlap, _places(found)
    stock = _stock(a), _stock(b)
    overlap = replace(overlap, told=_told_shares((a.text, b.text), found, stock, contained))
    if max(overlap.told) >= settings.copy_containment or min(spread) >= REWORDED_SPREAD:
        return overlap, _places(found)
    prose = judged_passages([a.text[place.a_start : place.a_end] for place, _, _ in found])
    return _of_passages((a, b), found, overlap, stock[0], prose, settings)


def _of_passages(
    articles: tuple[Article, Article],
    found: Sequence[Shared],
    overlap: Overlap,
    stock: Sequence[Span],
    prose: Sequence[bool | None],
    settings: CopySettings,
) -> tuple[Overlap, tuple[Passage, ...]]:
    """What two articles that are no copies share in passages of prose; ``stock`` is where the first has none."""
    if overlap.passage_words < settings.reuse_words:
        return replace(overlap, passage_words=0), ()
    texts = articles[0].text, articles[1].text
    kept = [
        (place, equal, differing)
        for (place, equal, differing), told in zip(found, prose, strict=True)
        if (told or (told is None and _runs_on(articles[0], place)))
        and not (stock and _is_stock(place, stock))
        and not (differing >= FEWEST_SWAPS and is_filled_in(texts, place))
    ]
    words, passages = sum([equal for _, equal, _ in kept]), _places(kept)
    quoted = quoted_words(texts, passages) if words >= settings.reuse_words else 0
    return Overlap(overlap.contained, overlap.told, overlap.spread, words, quoted), passages


def is_whole(shares: tuple[Both, Both], settings: CopySettings) -> bool:
    """Whether the texts look like copies or reworded all over."""
    return max(shares[0]) >= settings.copy_containment or min(shares[1]) >= REWORDED_SPREAD


def _is_surely_copied(a: str, b: str, contained: Both) -> bool:
    """Whether so much is shared that prose must be: all of a text, or most of texts that show no lists or tables."""
    most = max(contained)
    return most >= _ALL or (most >= _MOST and not may_be_list(a) and not may_be_list(b))


def _is_mostly_prose(a: str, b: str, found: Sequence[Shared]) -> bool:
    """Whether the prose of both texts is mostly shared, as half of each is prose and most of each is shared."""
    return (
        covered([(place.a_start, place.a_end) for place, _, _ in found]) >= _MOST * len(a)
        and covered([(place.b_start, place.b_end) for place, _, _ in found]) >= _MOST * len(b)
        and not may_be_list(a)
        and not may_be_list(b)
    )


def _run_together(a: str, b: str, found: Sequence[Shared]) -> tuple[str, str]:
    """What two texts share, with what stands in both between passages that are close to each other."""
    pieces: list[tuple[str, str]] = []
    last: Passage | None = None
    for place, _, _ in sorted(found):
        near = (
            last is not None and 0 <= place.a_start - last.a_end <= _NEAR and 0 <= place.b_start - last.b_end <= _NEAR
        )
        at_a, at_b = (last.a_end, last.b_end) if last is not None and near else (place.a_start, place.b_start)
        pieces.append((a[at_a : place.a_end], b[at_b : place.b_end]))
        last = place
    return "\n".join(one for one, _ in pieces), "\n".join(other for _, other in pieces)


def _stock(article: Article) -> tuple[Span, ...]:
    """What of a text counts for nothing."""
    return () if is_plain(article.text) else stock_spans(article.text, article.language)


def _places(found: Sequence[Shared]) -> tuple[Passage, ...]:
    return tuple([passage for passage, _, _ in found])


def _runs_on(a: Article, place: Passage) -> bool:
    """Whether a passage is running text in the language of its text."""
    return runs_on(a.text[place.a_start : place.a_end], spoken_language(a.text, a.language))


def _is_stock(place: Passage, stock: Sequence[Span]) -> bool:
    """Whether most of a passage is stock."""
    return 2 * covered(outside([(place.a_start, place.a_end)], stock)) < place.a_end - place.a_start


def _told_shares(
    texts: tuple[str, str], found: Sequence[Shared], stock: tuple[Sequence[Span], Sequence[Span]], contained: Both
) -> Both:
    """The share of the prose of each text that stands in the other, 0..1; that of the runs where prose is all."""
    if not (stock[0] or stock[1]):
        return contained
    spans = (
        [(place.a_start, place.a_end) for place, _, _ in found],
        [(place.b_start, place.b_end) for place, _, _ in found],
    )
    told = [covered(outside(of, others)) for of, others in zip(spans, stock, strict=True)]
    if all(covered(of) - prose < _LITTLE_STOCK * max(1, covered(of)) for of, prose in zip(spans, told, strict=True)):
        return contained
    prose = [len(text) - covered(others) for text, others in zip(texts, stock, strict=True)]
    if max(prose) < _FEWEST_PROSE:
        return contained if min(contained) >= _SAME_LIST else _NOTHING
    of_a, of_b = (here / length if length >= _FEWEST_PROSE else 0.0 for here, length in zip(told, prose, strict=True))
    return of_a, of_b
