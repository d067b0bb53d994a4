"""Lines that an outlet repeats over unrelated articles: boxes, appeals and footers that no rule of wording knows.

One page does not show them; a collection does. Learned anew from every collection, per outlet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.model.article import Article, Citation, Furniture, FurnitureKind, Reason, Sentence, Sign

# As many unrelated articles of one outlet must have a line before it is held to be the outlet's and not theirs.
_ARTICLES = 4
# An article most of whose lines recur is a copy or a version of another, and no witness.
_COPIED_SHARE = 0.5
_GAP = "\n\n"


def without_repeated_lines(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in the given order, the body lines that their outlets repeat made furniture of kind "other".

    A line counts where at least four articles of the outlet have it that share less than half of their lines with
    others. The first line of a body stays, and so does an article of which nothing else would be left. Citations move
    with the text. The same for any order of the articles.
    """
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.outlet:
            by_outlet[article.outlet].append(article)
    repeated = {outlet: _repeated(members) for outlet, members in by_outlet.items() if len(members) >= _ARTICLES}
    return tuple(_parted(article, repeated.get(article.outlet or "", frozenset())) for article in articles)


def _repeated(articles: Sequence[Article]) -> frozenset[str]:
    lines = {article.id: frozenset(article.text[start:end] for start, end in _body(article)) for article in articles}
    often = {line for line, count in Counter(line for own in lines.values() for line in own).items() if count > 1}
    witnesses = [own for own in lines.values() if len(own & often) < _COPIED_SHARE * len(own)]
    seen = Counter(line for own in witnesses for line in own & often)
    return frozenset(line for line, count in seen.items() if count >= _ARTICLES)


def _body(article: Article) -> Iterator[tuple[int, int]]:
    """The spans of the lines of the body but the first."""
    first = sum(len(part) + len(_GAP) for part in (article.title, article.standfirst) if part)
    start = article.text.find(_GAP, first)
    while start >= 0:
        start += len(_GAP)
        end = article.text.find(_GAP, start)
        yield start, end if end >= 0 else len(article.text)
        start = end


def _parted(article: Article, lines: Collection[str]) -> Article:
    gone = [(start, end) for start, end in _body(article) if article.text[start:end] in lines] if lines else []
    return _without(article, gone) if gone else article


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where the spans of an article went: its sentences by their old ids, and the items that lines became."""

    gone: Sequence[tuple[int, int]]
    sentences: Mapping[str, Sentence]
    items: Sequence[Furniture]

    def citation(self, old: Citation) -> Citation:
        """The citation of the same words."""
        if old.sentence is None:
            return old
        sentence = self.sentences.get(old.sentence)
        if sentence is not None:
            by = _before(self.gone, old.start)
            return Citation(old.article, old.start - by, old.end - by, sentence=sentence.id)
        at = next(n for n, (start, end) in enumerate(self.gone) if start <= old.start < end)
        start, end = self.gone[at]
        return Citation(old.article, old.start - start, min(old.end, end) - start, furniture=self.items[at].id)


def _before(gone: Sequence[tuple[int, int]], offset: int) -> int:
    """How many characters of the lines gone, with the blank line above each, stand before ``offset``."""
    return sum(end - start + len(_GAP) for start, end in gone if end <= offset)


def _without(article: Article, gone: Sequence[tuple[int, int]]) -> Article:
    moved: dict[str, Sentence] = {}
    for sentence in article.sentences:
        if not any(start <= sentence.start < end for start, end in gone):
            by = _before(gone, sentence.start)
            number = f"s{len(moved) + 1}"
            moved[sentence.id] = Sentence(number, sentence.start - by, sentence.end - by, sentence.part)
    count = len(article.furniture)
    items = tuple(
        Furniture(f"f{count + number}", article.text[start:end], FurnitureKind.OTHER)
        for number, (start, end) in enumerate(gone, 1)
    )
    places = _Moved(gone, moved, items)
    kept, at = [], 0
    for start, end in gone:
        kept.append(article.text[at : start - len(_GAP)])
        at = end
    return replace(
        article,
        text="".join([*kept, article.text[at:]]),
        sentences=tuple(moved.values()),
        furniture=(*article.furniture, *items),
        published=replace(article.published, reasons=_reasons(article.published.reasons, places)),
        signs=tuple(Sign(sign.kind, sign.text, tuple(map(places.citation, sign.citations))) for sign in article.signs),
    )


def _reasons(reasons: Sequence[Reason], places: _Moved) -> tuple[Reason, ...]:
    return tuple(Reason(reason.text, tuple(map(places.citation, reason.citations))) for reason in reasons)
