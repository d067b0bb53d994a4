"""What a text says in its own voice, reduced to what survives rewording: stems, names and figures, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from headwater.text.quotemarks import quoted_spans
from headwater.text.sentences import sentence_spans
from headwater.text.words import WORD

# A stem is the beginning of a word: crude, but the same for all its inflections in most languages that inflect endings.
_STEM = 6
_LONGEST_CHARS = 60_000
# So many different words are remembered with their stems.
_KEPT_WORDS = 65_536


@dataclass(frozen=True, slots=True)
class Gist:
    """The stems of a text that carry meaning.

    ``stems``: those outside quotation marks, each with the places where it stands, in words; ``names``: names and
    figures anywhere, each with the place where it first stands; ``sentences``: the stems of each sentence that has
    some; ``words``: all words outside quotation marks in small letters; ``quotes``: the stems inside; ``all_stems``:
    those inside and outside, names and figures too; ``once``: those of them that stand in the whole text but once;
    ``windows``: for each stem the windows of two sentences that hold it, window ``n`` being sentences ``n`` and
    ``n + 1`` of ``sentences``; ``length``: how many words stand outside quotation marks.
    """

    stems: Mapping[str, tuple[int, ...]]
    names: Mapping[str, int]
    sentences: tuple[frozenset[str], ...]
    words: tuple[str, ...]
    quotes: frozenset[str]
    all_stems: frozenset[str]
    once: frozenset[str]
    windows: Mapping[str, tuple[int, ...]]
    length: int


@cache
def load_common_words() -> frozenset[str]:
    """The package's list of words that carry little meaning, in small letters."""
    return frozenset(files("headwater.copies").joinpath("common_words.txt").read_text("utf-8").split())


@cache
def load_news_stems() -> frozenset[str]:
    """The stems that many articles hold, names left out; bench/fit_stems.py says where they were counted."""
    lines = files("headwater.copies").joinpath("stems.tsv").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines)


def gist_of(text: str) -> Gist:
    """The gist of a text; of a very long one, of its beginning."""
    text = text[:_LONGEST_CHARS]
    stems: dict[str, list[int]] = {}
    names: dict[str, int] = {}
    sentences: list[frozenset[str]] = []
    words: list[str] = []
    quoted: set[str] = set()
    counts: Counter[str] = Counter()
    quotes = iter([*quoted_spans(text), (len(text), len(text) + 1)])
    opens, closes = next(quotes)
    count = 0
    for start, end in sentence_spans(text):
        inside: set[str] = set()
        first = count + 1
        for match in WORD.finditer(text, start, end):
            at = match.start()
            while closes <= at:
                opens, closes = next(quotes)
            small, stem, figure, capital = _read(match.group())
            count += 1
            counts[stem] += 1
            if stem and (figure or (capital and count > first)):
                names.setdefault(stem, count)
            if opens <= at:
                quoted.add(stem)
                continue
            words.append(small)
            if stem:
                stems.setdefault(stem, []).append(len(words))
                inside.add(stem)
        if inside:
            sentences.append(frozenset(inside))
    quoted.discard("")
    places = {stem: tuple(at) for stem, at in stems.items()}
    every = frozenset().union(places, quoted, names)
    once = frozenset(stem for stem in every if counts[stem] == 1)
    windows = _windows(sentences)
    return Gist(places, names, tuple(sentences), tuple(words), frozenset(quoted), every, once, windows, len(words))


def _windows(sentences: Sequence[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    """For each stem the windows of two sentences that hold it; a lone sentence is a window."""
    last = max(0, len(sentences) - 2)
    holding: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for stem in sentence:
            found = holding.setdefault(stem, [])
            if number > 0 and not (found and found[-1] == number - 1):
                found.append(number - 1)
            if number <= last:
                found.append(number)
    return {stem: tuple(found) for stem, found in holding.items()}


@lru_cache(maxsize=_KEPT_WORDS)
def _read(word: str) -> tuple[str, str, bool, bool]:
    """The word in small letters, its stem ("" where it carries little meaning), whether it is a figure, or a name."""
    small = word.casefold().replace("’", "'").removesuffix("'s")
    plain = small in load_common_words() or (len(small) < 3 and not small[0].isdigit())
    return small, "" if plain else stem_of(small), word[0].isdigit(), word[0].isupper()


def stem_of(word: str) -> str:
    """The beginning of a word, which its inflections share; a figure stays whole."""
    return word if word[0].isdigit() else word[:_STEM]
