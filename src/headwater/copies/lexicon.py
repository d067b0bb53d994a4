"""Words and their stems as numbers, each read once however often and in however many texts it stands."""

from __future__ import annotations

from array import array
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.text.word_places import Placed, plain_words
from headwater.text.words import WORD

Numbers = NDArray[np.int32]
Marks = NDArray[np.uint8]
Places = NDArray[np.int64]

# A stem is the beginning of a word: crude, but the same for all its inflections in most languages that inflect endings.
_STEM = 6
# A text that holds more than plain words is read in halves until the rest is so short.
_SHORT_CHARS = 2000
# So many different words are remembered from one story to the next.
_KEPT_WORDS = 65_536

#: What is marked of a word: that it begins with a figure, or with a capital letter.
FIGURE, CAPITAL = 1, 2
#: The stem of a word that carries little meaning.
NO_STEM = -1


@cache
def load_common_words() -> frozenset[str]:
    """The package's list of words that carry little meaning, in small letters."""
    return frozenset(files("headwater.copies").joinpath("common_words.txt").read_text("utf-8").split())


@cache
def load_news_stems() -> frozenset[str]:
    """The stems that many articles hold, names left out; bench/fit_stems.py says where they were counted."""
    lines = files("headwater.copies").joinpath("stems.tsv").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines)


def stem_of(word: str) -> str:
    """The beginning of a word, which its inflections share; a figure stays whole."""
    return word if word[0].isdigit() else word[:_STEM]


class Lexicon:
    """Numbers of words and stems, given as they come up: texts that are compared are read with one lexicon.

    ``words``: each word in small letters, under its number; ``stems``: each stem under its own.
    """

    __slots__ = ("_by_hash", "_by_stem", "_by_word", "_close_stems", "_marks", "_stems", "stems", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.stems: list[str] = []
        self._by_word: dict[str, int] = {}
        self._by_hash: dict[int, int] = {}
        self._by_stem: dict[str, int] = {}
        self._stems = array("i")
        self._close_stems = array("i")
        self._marks = array("B")

    def read(self, text: str, cuts: Places) -> tuple[Numbers, Places]:
        """The numbers of the words of ``text``, and where each begins; none goes on beyond one of the sorted ``cuts``.

        Both of shape (n,).
        """
        placed = plain_words(text, cuts)
        if placed is not None:
            return self._known(placed, text), placed.starts
        middle = int(cuts[len(cuts) // 2]) if len(cuts) > 1 else 0
        if middle == 0 or len(text) < _SHORT_CHARS:
            return self._matched(text, cuts)
        before, behind = cuts[cuts < middle], cuts[cuts > middle] - middle
        (one, starts), (other, more) = self.read(text[:middle], before), self.read(text[middle:], behind)
        return np.concatenate([one, other]), np.concatenate([starts, more + middle])

    def _known(self, placed: Placed, text: str) -> Numbers:
        """The numbers of words by their hashes; those that are not known yet are spelled from the text."""
        distinct, first, inverse = np.unique(placed.hashes, return_index=True, return_inverse=True)
        numbers = [self._by_hash.get(code, -1) for code in distinct.tolist()]
        for at in [at for at, number in enumerate(numbers) if number < 0]:
            word = text[int(placed.starts[first[at]]) : int(placed.ends[first[at]])]
            numbers[at] = self._by_hash[int(distinct[at])] = self._number(word)
        return np.array(numbers, dtype=np.int32)[inverse]

    def _matched(self, text: str, cuts: Places) -> tuple[Numbers, Places]:
        """The same as ``read`` by the expression for a word."""
        edges = [0, *cuts.tolist(), len(text)]
        pieces = (WORD.finditer(text, start, end) for start, end in pairwise(edges))
        found = [(self._number(match.group()), match.start()) for match in chain.from_iterable(pieces)]
        columns = np.array(found, dtype=np.int64).reshape(-1, 2)
        return columns[:, 0].astype(np.int32), columns[:, 1]

    def stems_of(self, words: Numbers) -> Numbers:
        """The number of the stem of each word, ``NO_STEM`` where it carries little meaning."""
        return np.array(self._stems, dtype=np.int32)[words]

    def close_stems_of(self, words: Numbers) -> Numbers:
        """The same for sentences put side by side, where words of two letters and the shape of apostrophes count."""
        return np.array(self._close_stems, dtype=np.int32)[words]

    def marks_of(self, words: Numbers) -> Marks:
        """What is marked of each word."""
        return np.array(self._marks, dtype=np.uint8)[words]

    def _number(self, word: str) -> int:
        known = self._by_word.get(word)
        if known is not None:
            return known
        number = self._by_word[word] = len(self.words)
        small, stem, close, marks = _read(word)
        self.words.append(small)
        self._stems.append(self._stem(stem))
        self._close_stems.append(self._stem(close))
        self._marks.append(marks)
        return number

    def _stem(self, stem: str) -> int:
        if not stem:
            return NO_STEM
        if stem not in self._by_stem:
            self._by_stem[stem] = len(self.stems)
            self.stems.append(stem)
        return self._by_stem[stem]


@lru_cache(maxsize=_KEPT_WORDS)
def _read(word: str) -> tuple[str, str, str, int]:
    """The word in small letters, its stem and close stem ("" where it carries little meaning), and what is marked."""
    small = word.casefold().replace("’", "'").removesuffix("'s")
    close = word.casefold().removesuffix("'s")
    plain = small in load_common_words() or (len(small) < 3 and not small[0].isdigit())
    marks = FIGURE * word[0].isdigit() + CAPITAL * word[0].isupper()
    stems = ("" if plain else stem_of(small), "" if close in load_common_words() else stem_of(close))
    return small, *stems, marks
