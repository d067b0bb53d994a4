"""What a text says in its own voice, reduced to what survives rewording: stems, names and figures, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.copies.lexicon import CAPITAL, FIGURE, NO_STEM, Lexicon, Marks, Numbers, Places
from headwater.copies.ranked import heads, once
from headwater.copies.reading import ReadText, as_spans, batches, offsets_of, passed, read_texts
from headwater.text.quotemarks import quoted_spans

#: Of a longer text the beginning is read.
LONGEST_CHARS = 60_000

#: What is known of a stem in a text: it stands outside quotation marks; it is a name or figure there; it stands in the
#: whole text but once; it is a figure.
OWN, NAME, ONCE, NUMBER = 1, 2, 4, 8

# A text, a stem and a place packed into one number sort fastest.
_STEM_BITS, _STEM_SHIFT = 28, 20
_TEXT_SHIFT = _STEM_BITS + _STEM_SHIFT
_STEM_MASK, _PLACES = (1 << _STEM_BITS) - 1, (1 << _STEM_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Gist:
    """The stems of a text that carry meaning, by the numbers of a lexicon.

    ``stems`` (n,): all of them, sorted; ``kinds`` (n,): what is known of each; ``places`` (n,): where it stands if
    just once outside quotation marks, else -1. ``sentences`` are the numbers of those that hold each, outside quotation
    marks, from ``holders`` (n + 1,) on; ``windows`` the same of windows of two sentences, window ``n`` being sentences
    ``n`` and ``n + 1``, or a lone one. ``count``: how many sentences hold any; ``quotes``: how many stems stand inside
    quotation marks; ``words``: the numbers of all words outside; ``spelled``: the words of the lexicon by number;
    ``neighbours`` (k,): each two stems next to each other in a sentence, in quotations too, as one number, sorted.
    """

    stems: Numbers
    kinds: Marks
    places: Numbers
    holders: Numbers
    sentences: Numbers
    window_holders: Numbers
    windows: Numbers
    count: int
    quotes: int
    words: Numbers
    spelled: Sequence[str]
    neighbours: Places

    @property
    def length(self) -> int:
        """How many words stand outside quotation marks."""
        return len(self.words)


class _Words(NamedTuple):
    """The words of some texts in one row: their numbers, texts and sentences, and kinds; all of (n,)."""

    numbers: Numbers
    texts: Places
    sentences: Places
    kinds: Marks


class _Stems(NamedTuple):
    """The different stems of each of some texts, by text and stem: all of (n,)."""

    texts: Places
    stems: Numbers
    kinds: Marks
    places: Numbers
    quoted: NDArray[np.bool_]


class _Held(NamedTuple):
    """The sentences that hold each stem, in order, and the pairs of sentences that do, pair n being n and n + 1.

    ``bounds`` (stems + 1,): where those of each stem begin.
    """

    sentences: Numbers
    bounds: Places
    windows: Numbers
    window_bounds: Places
    counts: Places


def gists_of(texts: Sequence[str], lexicon: Lexicon) -> list[Gist]:
    """The gists of the texts; of a very long one, of its beginning."""
    return gists_of_read(read_texts([text[:LONGEST_CHARS] for text in texts], lexicon))


def gists_of_read(texts: Sequence[ReadText]) -> list[Gist]:
    """The same of texts that were read with one lexicon, each with at most ``LONGEST_CHARS``."""
    return [gist for batch in batches([of.text for of in texts]) for gist in _gists(texts[batch])]


def _gists(texts: Sequence[ReadText]) -> Iterator[Gist]:
    words, count, lexicon = _words(texts), len(texts), texts[0].lexicon
    stems, entries = _stems(words, lexicon)
    held = _held(entries, words, stems.texts, count)
    own = (words.kinds & OWN) > 0
    quotes = np.bincount(stems.texts[stems.quoted], minlength=count).tolist()
    bounds = _bounds(stems.texts, count), _bounds(words.texts[own], count)
    rows = zip(*bounds, held.counts.tolist(), quotes, _neighbours(words, lexicon, count), strict=True)
    spoken = words.numbers[own]
    for (low, high), (first, last), sentences, quoted, neighbours in rows:
        at, to = held.bounds[[low, high]].tolist()
        window, end = held.window_bounds[[low, high]].tolist()
        yield Gist(
            stems=stems.stems[low:high].copy(),
            kinds=stems.kinds[low:high].copy(),
            places=stems.places[low:high].copy(),
            holders=(held.bounds[low : high + 1] - at).astype(np.int32),
            sentences=held.sentences[at:to].copy(),
            window_holders=(held.window_bounds[low : high + 1] - window).astype(np.int32),
            windows=held.windows[window:end].copy(),
            count=sentences,
            quotes=quoted,
            words=spoken[first:last].copy(),
            spelled=lexicon.words,
            neighbours=neighbours,
        )


def _bounds(texts: Places, count: int) -> list[tuple[int, int]]:
    """Where the rows of each text begin and end; ``texts``: the sorted number of the text of each row."""
    edges = np.searchsorted(texts, np.arange(count + 1)).tolist()
    return list(pairwise(edges))


def _words(texts: Sequence[ReadText]) -> _Words:
    sizes = [len(of.words) for of in texts]
    offsets = offsets_of([of.text for of in texts])
    quoted = np.concatenate([as_spans(quoted_spans(of.text)) + at for of, at in zip(texts, offsets, strict=True)])
    numbers = np.concatenate([of.words for of in texts])
    owners = np.repeat(np.arange(len(texts)), sizes)
    starts = np.concatenate([of.starts for of in texts]) + offsets[owners]
    before = np.cumsum([0, *(len(of.spans) for of in texts)])[:-1]
    sentences = np.concatenate([of.sentences for of in texts]) + before[owners]
    inside = passed(quoted[:, 0], starts) - passed(quoted[:, 1], starts)
    marks = texts[0].lexicon.marks_of(numbers)
    opening = np.append(True, sentences[1:] != sentences[:-1])[: len(sentences)]
    figure = (marks & FIGURE) > 0
    name = figure | ((marks & CAPITAL > 0) & ~opening)
    kinds = OWN * (inside == 0) + NAME * name + NUMBER * figure
    return _Words(numbers, owners, sentences, kinds.astype(np.uint8))


def _stems(words: _Words, lexicon: Lexicon) -> tuple[_Stems, tuple[Places, Places]]:
    """The stems, and for each word outside quotation marks the row of its stem and its place, by both."""
    numbers = lexicon.stems_of(words.numbers)
    places = np.flatnonzero(numbers != NO_STEM)
    packed = words.texts[places] << _TEXT_SHIFT | numbers[places].astype(np.int64) << _STEM_SHIFT | places
    packed.sort()
    places, packed = packed & _PLACES, packed >> _STEM_SHIFT
    first = heads(packed)
    sizes = np.diff(first, append=len(packed))
    kinds = words.kinds[places]
    own = (kinds & OWN) > 0
    spoken = np.add.reduceat(own.astype(np.int64), first) if len(first) else first
    at = np.add.reduceat(np.where(own, places, 0), first) if len(first) else first
    kinds = np.bitwise_or.reduceat(kinds, first) if len(first) else kinds
    kinds |= (ONCE * (sizes == 1)).astype(np.uint8)
    packed = packed[first]
    stems = _Stems(
        packed >> _STEM_BITS,
        (packed & _STEM_MASK).astype(np.int32),
        kinds,
        np.where(spoken == 1, at, -1).astype(np.int32),
        spoken < sizes,
    )
    return stems, (np.repeat(np.arange(len(first)), sizes)[own], places[own])


def _neighbours(words: _Words, lexicon: Lexicon, count: int) -> Iterator[Places]:
    """For each text the pairs of stems between which no other stands in a sentence, whichever comes first."""
    stems = lexicon.stems_of(words.numbers)
    places = np.flatnonzero(stems != NO_STEM)
    before, behind = places[:-1], places[1:]
    together = words.sentences[before] == words.sentences[behind]
    before, behind = before[together], behind[together]
    one, other = stems[before].astype(np.int64), stems[behind].astype(np.int64)
    packed = np.minimum(one, other) << _STEM_BITS | np.maximum(one, other)
    for low, high in _bounds(words.texts[before], count):
        yield once(packed[low:high])


def _held(entries: tuple[Places, Places], words: _Words, texts: Places, count: int) -> _Held:
    """Which sentences hold each of the stems; ``texts``: the text of each stem; ``count``: how many texts there are."""
    rows, sentences = entries[0], words.sentences[entries[1]]
    fresh = np.append(True, (rows[1:] != rows[:-1]) | (sentences[1:] != sentences[:-1]))[: len(rows)]
    rows, sentences = rows[fresh], sentences[fresh]
    owner = texts[rows]
    # Sentences are numbered anew, without those that hold no stem.
    holding = np.zeros(int(sentences.max(initial=-1)) + 1, dtype=bool)
    holding[sentences] = True
    ranks = np.cumsum(holding) - 1
    of_text = np.zeros(len(holding), dtype=np.int64)
    of_text[sentences] = owner
    counts = np.bincount(of_text[holding], minlength=count)
    numbers = ranks[sentences] - (np.cumsum(counts) - counts)[owner]
    follows = np.append(False, (rows[1:] == rows[:-1]) & (numbers[1:] == numbers[:-1] + 1))[: len(rows)]
    before = (numbers > 0) & ~follows
    at = numbers <= np.maximum(0, counts[owner] - 2)
    windows = np.stack([numbers - 1, numbers], axis=1)[np.stack([before, at], axis=1)]
    per_stem = np.bincount(rows, minlength=len(texts))
    windows_per_stem = np.bincount(rows[before], minlength=len(texts)) + np.bincount(rows[at], minlength=len(texts))
    return _Held(
        numbers.astype(np.int32),
        np.append(0, np.cumsum(per_stem)),
        windows.astype(np.int32),
        np.append(0, np.cumsum(windows_per_stem)),
        counts,
    )
