"""What a text says in its own voice, reduced to what survives rewording: stems, names and figures, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from headwater.text.quotemarks import quoted_spans
from headwater.text.sentences import sentence_spans
from headwater.text.words import WORD

# A stem is the beginning of a word: crude, but the same for all its inflections in most languages that inflect endings.
_STEM = 6
_LONGEST_CHARS = 60_000


@dataclass(frozen=True, slots=True)
class Gist:
    """The stems of a text that carry meaning.

    ``stems``: those outside quotation marks, each with the places where it stands, in words; ``names``: names and
    figures anywhere, each with the place where it first stands; ``sentences``: the stems of each sentence that has
    some; ``words``: all words outside quotation marks in small letters; ``quotes``: the stems inside; ``all_stems``:
    those inside and outside, names and figures too; ``length``: how many words stand outside quotation marks.
    """

    stems: Mapping[str, tuple[int, ...]]
    names: Mapping[str, int]
    sentences: tuple[frozenset[str], ...]
    words: tuple[str, ...]
    quotes: frozenset[str]
    all_stems: frozenset[str]
    length: int


def load_common_words() -> frozenset[str]:
    """The package's list of words that carry little meaning, in small letters."""
    return frozenset(files("headwater.copies").joinpath("common_words.txt").read_text("utf-8").split())


def gist_of(text: str, common: frozenset[str]) -> Gist:
    """The gist of a text; of a very long one, of its beginning."""
    text = text[:_LONGEST_CHARS]
    quotes = quoted_spans(text)
    stems: dict[str, list[int]] = {}
    names: dict[str, int] = {}
    sentences: list[frozenset[str]] = []
    words: list[str] = []
    quoted: set[str] = set()
    at_quote = count = 0
    for start, end in sentence_spans(text):
        inside: set[str] = set()
        for number, match in enumerate(WORD.finditer(text, start, end)):
            word = match.group()
            small = word.casefold().replace("’", "'").removesuffix("'s")
            while at_quote < len(quotes) and quotes[at_quote][1] <= match.start():
                at_quote += 1
            plain = small in common or (len(small) < 3 and not small[0].isdigit())
            stem = stem_of(small)
            count += 1
            if not plain and (word[0].isdigit() or (number and word[0].isupper())):
                names.setdefault(stem, count)
            if at_quote < len(quotes) and quotes[at_quote][0] <= match.start():
                quoted.update(() if plain else (stem,))
                continue
            words.append(small)
            if not plain:
                stems.setdefault(stem, []).append(len(words))
                inside.add(stem)
        if inside:
            sentences.append(frozenset(inside))
    places = {stem: tuple(at) for stem, at in stems.items()}
    every = frozenset().union(places, quoted, names)
    return Gist(places, names, tuple(sentences), tuple(words), frozenset(quoted), every, len(words))


def stem_of(word: str) -> str:
    """The beginning of a word, which its inflections share; a figure stays whole."""
    return word if word[0].isdigit() else word[:_STEM]


def runs_of(words: tuple[str, ...], size: int) -> Counter[tuple[str, ...]]:
    """How often each run of ``size`` words occurs."""
    return Counter(zip(*(words[at:] for at in range(size)), strict=False))
