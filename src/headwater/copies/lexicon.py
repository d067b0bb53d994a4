"""Words and their stems as numbers, each read once however often and in however many texts it stands."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise, repeat

import numpy as np
from numpy.typing import NDArray

from headwater.copies.ranked import heads
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
_SLOT_BITS = 17
_SLOT_SHIFT = np.uint64(64 - _SLOT_BITS)

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

    ``words``: each word in small letters, under its number (some have two); ``stems``: each stem under its own.
    """

    __slots__ = (
        "_by_hash",
        "_by_stem",
        "_by_word",
        "_close_stems",
        "_marks",
        "_slot_numbers",
        "_slots",
        "_stems",
        "stems",
        "words",
    )

    def __init__(self) -> None:
        self.words: list[str] = []
        self.stems: list[str] = []
        self._by_word: dict[str, int] = {}
        self._by_hash: dict[int, int] = {}
        self._by_stem: dict[str, int] = {}
        self._stems = array("i")
        self._close_stems = array("i")
        self._marks = array("B")
        # The words that come up first, each in the slot that its hash gives it: nearly all words are found there.
        self._slots = np.zeros(1 << _SLOT_BITS, dtype=np.uint64)
        self._slot_numbers = np.full(1 << _SLOT_BITS, -1, dtype=np.int32)

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
        slots = (placed.hashes >> _SLOT_SHIFT).astype(np.int64)
        numbers = self._slot_numbers[slots]
        strange = np.flatnonzero(self._slots[slots] != placed.hashes)
        order = strange[np.argsort(placed.hashes[strange])]
        ranked = placed.hashes[order]
        first = heads(ranked)
        found = self._of_hashes(ranked[first].tolist(), placed, text, order[first])
        numbers[order] = np.repeat(found, np.diff(first, append=len(ranked)))
        free = self._slot_numbers[slots[order[first]]] < 0
        kept = order[first][free]
        self._slots[slots[kept]], self._slot_numbers[slots[kept]] = placed.hashes[kept], found[free]
        return numbers

    def _of_hashes(self, hashes: Sequence[int], placed: Placed, text: str, places: Places) -> Numbers:
        """The numbers of different words by their hashes; ``places``: at which of those placed each stands."""
        numbers = list(map(self._by_hash.get, hashes, repeat(NO_STEM)))
        fresh = [at for at, number in enumerate(numbers) if number < 0]
        spans = zip(placed.starts[places[fresh]].tolist(), placed.ends[places[fresh]].tolist(), strict=True)
        for at, (start, end) in zip(fresh, spans, strict=True):
            numbers[at] = self._by_hash[hashes[at]] = self._number(text[start:end])
        return np.array(numbers, dtype=np.int32)

    def _matched(self, text: str, cuts: Places) -> tuple[Numbers, Places]:
        """The same as ``read`` by the expression for a word."""
        edges = [0, *cuts.tolist(), len(text)]
        pieces = (WORD.finditer(text, start, end) for start, end in pairwise(edges))
        found = [(self._of_word(match.group()), match.start()) for match in chain.from_iterable(pieces)]
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

    def _of_word(self, word: str) -> int:
        if word not in self._by_word:
            self._by_word[word] = self._number(word)
        return self._by_word[word]

    def _number(self, word: str) -> int:
        """The number of one more word."""
        small, stem, close, marks = _read(word)
        self.words.append(small)
        number = self._stem(stem)
        self._stems.append(number)
        self._close_stems.append(number if close == stem else self._stem(close))
        self._marks.append(marks)
        return len(self.words) - 1

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
    folded = word.casefold()
    small, close = folded.replace("’", "'").removesuffix("'s"), folded.removesuffix("'s")
    plain = small in load_common_words() or (len(small) < 3 and not small[0].isdigit())
    marks = FIGURE * word[0].isdigit() + CAPITAL * word[0].isupper()
    stems = ("" if plain else stem_of(small), "" if close in load_common_words() else stem_of(close))
    return small, *stems, marks
