"""What a text says in its own voice, reduced to what survives rewording: stems, names and figures, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.copies.lexicon import CAPITAL, FIGURE, NO_STEM, Lexicon, Marks, Numbers, Places
from headwater.text.quotemarks import quoted_spans
from headwater.text.sentences import sentence_spans

_LONGEST_CHARS = 60_000
# Texts are read together, about so many characters at a time.
_BATCH_CHARS = 1 << 18

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
    quotation marks; ``words``: the numbers of all words outside; ``spelled``: the words of the lexicon by number.
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


def gist_of(text: str, lexicon: Lexicon) -> Gist:
    """The gist of a text; of a very long one, of its beginning."""
    return gists_of([text], lexicon)[0]


def gists_of(texts: Sequence[str], lexicon: Lexicon) -> list[Gist]:
    """The gists of the texts."""
    return [gist for batch in _batches(texts) for gist in _gists(batch, lexicon)]


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    waiting = 0
    for text in texts:
        batch.append(text[:_LONGEST_CHARS])
        waiting += len(batch[-1]) + 8
        if waiting >= _BATCH_CHARS:
            yield batch
            batch, waiting = [], 0
    if batch:
        yield batch


def _gists(texts: Sequence[str], lexicon: Lexicon) -> Iterator[Gist]:
    words, count = _words(texts, lexicon), len(texts)
    stems, entries = _stems(words, lexicon)
    held = _held(entries, words, stems.texts, count)
    own = (words.kinds & OWN) > 0
    quotes = np.bincount(stems.texts[stems.quoted], minlength=count).tolist()
    rows = zip(_bounds(stems.texts, count), _bounds(words.texts[own], count), held.counts.tolist(), quotes, strict=True)
    spoken = words.numbers[own]
    for (low, high), (first, last), sentences, quoted in rows:
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
        )


def _bounds(texts: Places, count: int) -> list[tuple[int, int]]:
    """Where the rows of each text begin and end; ``texts``: the sorted number of the text of each row."""
    edges = np.searchsorted(texts, np.arange(count + 1)).tolist()
    return list(pairwise(edges))


def _words(texts: Sequence[str], lexicon: Lexicon) -> _Words:
    joined = "\n".join(texts)
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    spans = [_moved(sentence_spans(text), at) for text, at in zip(texts, offsets.tolist(), strict=True)]
    begins = np.concatenate(spans)[:, 0]
    quoted = np.concatenate([_moved(quoted_spans(text), at) for text, at in zip(texts, offsets.tolist(), strict=True)])
    numbers, starts = lexicon.read(joined, begins)
    sentences, inside = _since(begins, starts), _since(quoted[:, 0], starts) - _since(quoted[:, 1], starts)
    marks = lexicon.marks_of(numbers)
    opening = np.append(True, sentences[1:] != sentences[:-1])[: len(sentences)]
    figure = (marks & FIGURE) > 0
    name = figure | ((marks & CAPITAL > 0) & ~opening)
    kinds = OWN * (inside == 0) + NAME * name + NUMBER * figure
    return _Words(numbers, _since(offsets, starts) - 1, sentences - 1, kinds.astype(np.uint8))


def _moved(spans: list[tuple[int, int]], offset: int) -> Places:
    """The spans as an array (n, 2), moved."""
    return np.array(spans, dtype=np.int64).reshape(-1, 2) + offset


def _since(places: Places, starts: Places) -> Places:
    """How many of the sorted places lie at or before each of the words, which begin at ``starts``."""
    found: Places = np.cumsum(np.bincount(np.searchsorted(starts, places), minlength=len(starts) + 1))[: len(starts)]
    return found


def _stems(words: _Words, lexicon: Lexicon) -> tuple[_Stems, tuple[Places, Places]]:
    """The stems, and for each word outside quotation marks the row of its stem and its place, by both."""
    numbers = lexicon.stems_of(words.numbers)
    places = np.flatnonzero(numbers != NO_STEM)
    packed = words.texts[places] << _TEXT_SHIFT | numbers[places].astype(np.int64) << _STEM_SHIFT | places
    packed.sort()
    places, packed = packed & _PLACES, packed >> _STEM_SHIFT
    fresh = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
    heads = np.flatnonzero(fresh)
    sizes = np.diff(heads, append=len(packed))
    kinds = words.kinds[places]
    own = (kinds & OWN) > 0
    spoken = np.add.reduceat(own.astype(np.int64), heads) if len(heads) else heads
    at = np.add.reduceat(np.where(own, places, 0), heads) if len(heads) else heads
    kinds = np.bitwise_or.reduceat(kinds, heads) if len(heads) else kinds
    kinds |= (ONCE * (sizes == 1)).astype(np.uint8)
    packed = packed[heads]
    stems = _Stems(
        packed >> _STEM_BITS,
        (packed & _STEM_MASK).astype(np.int32),
        kinds,
        np.where(spoken == 1, at, -1).astype(np.int32),
        spoken < sizes,
    )
    return stems, ((np.cumsum(fresh) - 1)[own], places[own])


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
