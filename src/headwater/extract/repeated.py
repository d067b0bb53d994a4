"""Lines that an outlet repeats over unrelated articles: boxes, appeals and footers that no rule of wording knows.

One page does not show them; a collection does. Learned anew from every collection, per outlet.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.extract.assemble import GAP
from headwater.extract.members import body_lines
from headwater.model.article import Article, Citation, Furniture, FurnitureKind, Reason, Sentence, Sign

# As many unrelated articles of one outlet must have a line before it is held to be the outlet's and not theirs.
_ARTICLES = 4
# An article most of whose lines recur is a copy or a version of another, and no witness.
_COPIED_SHARE = 0.5


def repeated_lines(articles: Iterable[tuple[str | None, array[int]]]) -> dict[str | None, frozenset[int]]:
    """By outlet the lines that it repeats; ``articles`` are outlets with the hashes of an article's lines.

    A line counts where at least four articles of the outlet have it that share less than half of their lines with
    others. The same for any order of the articles.
    """
    by_outlet: dict[str | None, list[array[int]]] = defaultdict(list)
    for outlet, lines in articles:
        if outlet:
            by_outlet[outlet].append(lines)
    return {outlet: _repeated(members) for outlet, members in by_outlet.items() if len(members) >= _ARTICLES}


def _repeated(articles: Sequence[array[int]]) -> frozenset[int]:
    often = {line for line, count in Counter(line for own in articles for line in own).items() if count > 1}
    shared = [[line for line in own if line in often] for own in articles]
    witnesses = [held for own, held in zip(articles, shared, strict=True) if len(held) < _COPIED_SHARE * len(own)]
    seen = Counter(line for held in witnesses for line in held)
    return frozenset(line for line, count in seen.items() if count >= _ARTICLES)


def without_lines(article: Article, lines: Collection[int]) -> Article:
    """The article with those of its body's lines whose hashes are among ``lines`` made furniture of kind "other".

    The first line of a body stays. Citations move with the text.
    """
    gone = [span for span in body_lines(article) if hash(article.text[slice(*span)]) in lines] if lines else []
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
    return sum(end - start + len(GAP) for start, end in gone if end <= offset)


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
        kept.append(article.text[at : start - len(GAP)])
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
