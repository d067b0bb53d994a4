"""What is read of the articles of pairs that may be rewrites, for some pairs at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.gist import LONGEST_CHARS, Gist, gists_of, gists_of_read
from headwater.copies.lexicon import Lexicon
from headwater.copies.prose import is_prose, long_lines
from headwater.copies.reading import ReadText, read_articles, read_texts
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
    """What is read of an article once: its words, its gist and its longer lines."""

    text: ReadText
    gist: Gist
    lines: frozenset[str]


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
        yield _Reading(text, gist, long_lines(text.text))


def _gists(candidates: Sequence[Candidate], read: Mapping[int, _Reading], lexicon: Lexicon) -> list[tuple[Gist, Gist]]:
    """The gists of both texts, without the passages that they share word for word and the lines of stock.

    The rest must be alike to be a rewrite: reports of two matches may have one table of results.
    """
    found = [(read[one.low].gist, read[one.high].gist) for one in candidates]
    places: list[int] = []
    texts: list[str] = []
    for at, one in enumerate(candidates):
        low, high = read[one.low], read[one.high]
        stock = {line for line in low.lines & high.lines if not is_prose(line)}
        if stock or one.explained:
            both = _without_passages(low.text.text, high.text.text, one.known if one.explained else None)
            places.append(at)
            texts += ["\n".join(line for line in text.split("\n") if line not in stock) for text in both]
    gists = gists_of(texts, lexicon)
    for at, gist_a, gist_b in zip(places, gists[::2], gists[1::2], strict=True):
        found[at] = (gist_a, gist_b)
    return found


def _without_passages(text_a: str, text_b: str, reuse: Reuse | None) -> tuple[str, str]:
    """Both texts without the passages that they share word for word."""
    passages = reuse.passages if reuse else ()
    for passage in sorted(passages, key=lambda passage: -passage.a_start):
        text_a = f"{text_a[: passage.a_start]} {text_a[passage.a_end :]}"
    for passage in sorted(passages, key=lambda passage: -passage.b_start):
        text_b = f"{text_b[: passage.b_start]} {text_b[passage.b_end :]}"
    return text_a, text_b
