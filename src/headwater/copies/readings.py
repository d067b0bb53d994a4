"""What is read of the articles of pairs that may be rewrites, for some pairs at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.coverage import outside
from headwater.copies.gist import LONGEST_CHARS, Gist, gists_of, gists_of_read
from headwater.copies.lexicon import Lexicon
from headwater.copies.prose import stock_lines
from headwater.copies.reading import ReadText, read_articles, read_texts
from headwater.copies.running import Span
from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind

# Articles of so many pairs are read together.
_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class Candidate:
    """The numbers of two articles, and the reuse that is known of them."""

    low: int
    high: int
    known: Reuse | None

    @property
    def explained(self) -> bool:
        """Whether they share passages word for word, which leave less to be explained."""
        return self.known is not None and self.known.kind is ReuseKind.SHARED_PASSAGE


@dataclass(frozen=True, slots=True)
class Both:
    """Two articles as read, and the gists of what is left of them to be alike."""

    candidate: Candidate
    a: ReadText
    b: ReadText
    gist_a: Gist
    gist_b: Gist


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read of an article once: its words and its gist."""

    text: ReadText
    gist: Gist


def read_candidates(ordered: Sequence[Article], candidates: Sequence[Candidate]) -> Iterator[Both]:
    """The candidates in their order, each with its articles as read.

    What was read of an article is kept as long as further candidates need it.
    """
    lexicon = Lexicon()
    last = {number: at for at, one in enumerate(candidates) for number in (one.low, one.high)}
    read: dict[int, _Reading] = {}
    for first in range(0, len(candidates), _TOGETHER):
        group = candidates[first : first + _TOGETHER]
        missing = sorted({number for one in group for number in (one.low, one.high)} - read.keys())
        read.update(zip(missing, _readings([ordered[number] for number in missing], lexicon), strict=True))
        for one, (gist_a, gist_b) in zip(group, _gists(group, read, lexicon), strict=True):
            yield Both(one, read[one.low].text, read[one.high].text, gist_a, gist_b)
        read = {number: reading for number, reading in read.items() if last[number] >= first + _TOGETHER}


def _readings(articles: Sequence[Article], lexicon: Lexicon) -> Iterator[_Reading]:
    texts = read_articles(articles, lexicon)
    begun = [of if len(of.text) <= LONGEST_CHARS else read_texts([of.text[:LONGEST_CHARS]], lexicon)[0] for of in texts]
    for text, gist in zip(texts, gists_of_read(begun), strict=True):
        yield _Reading(text, gist)


def _gists(candidates: Sequence[Candidate], read: Mapping[int, _Reading], lexicon: Lexicon) -> list[tuple[Gist, Gist]]:
    """The gists of both texts, without the passages that they share word for word: the rest must be alike."""
    found = [(read[one.low].gist, read[one.high].gist) for one in candidates]
    places = [at for at, one in enumerate(candidates) if one.explained]
    texts: list[str] = []
    for one in (candidates[at] for at in places):
        spans_a, spans_b = _passages(one)
        texts += [_without(read[one.low].text.text, spans_a), _without(read[one.high].text.text, spans_b)]
    gists = gists_of(texts, lexicon)
    for at, gist_a, gist_b in zip(places, gists[::2], gists[1::2], strict=True):
        found[at] = (gist_a, gist_b)
    return found


def gists_without_stock(a: Article, b: Article, both: Both) -> tuple[Gist, Gist] | None:
    """The gists of both texts without the stock that both hold; None where they hold none.

    The rest must be alike to be a rewrite: reports of two matches may have one table of results.
    """
    if not _share_a_line(a.text, b.text):
        return None
    lines_a, lines_b = stock_lines(a.text, a.language), stock_lines(b.text, b.language)
    spans_a, spans_b = _passages(both.candidate)
    held = sorted(lines_a.keys() & lines_b.keys())
    for line in held:
        spans_a += lines_a[line]
        spans_b += lines_b[line]
    if not held:
        return None
    gist_a, gist_b = gists_of([_without(a.text, spans_a), _without(b.text, spans_b)], both.a.lexicon)
    return gist_a, gist_b


def _share_a_line(a: str, b: str) -> bool:
    """Whether both texts have a line that may be stock; a text of a single line may hold any within it."""
    lines_a, lines_b = ({line.strip() for line in text.split("\n")} - {""} for text in (a, b))
    return min(len(lines_a), len(lines_b)) == 1 or not lines_a.isdisjoint(lines_b)


def _passages(one: Candidate) -> tuple[list[Span], list[Span]]:
    """Where in both texts the passages are that they share word for word."""
    passages = one.known.passages if one.explained and one.known else ()
    return [(of.a_start, of.a_end) for of in passages], [(of.b_start, of.b_end) for of in passages]


def _without(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in outside([(0, len(text))], sorted(spans)))
