"""Quotes of a text and of its rewrite: one utterance each, however far the words inside the marks were changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from headwater.account.compare.same_utterance import Told
from headwater.model.article import Citation
from headwater.model.reuse import Reuse, ReuseKind

_LEAST_WORDS = 5  # of a quote that is a statement, no word of somebody's
_LONGER = 2.5  # times that a quote may be longer than its rewording

Pair = tuple[int, int]


def retold_pairs(told: Sequence[Told], reuses: Sequence[Reuse]) -> frozenset[Pair]:
    """The positions in ``told`` (i < j) of quotes that are one statement, told again in the words of a rewrite.

    Where an aligned passage of the two texts holds as many quotes on either side, they are one another in their order;
    so are, of what is left, the statements of one speaker, where both texts have as many and each pair shares a word.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        if not each.term and len(each.wording.words) >= _LEAST_WORDS:
            places[each.article].append(at)
    found: set[Pair] = set()
    for reuse in reuses:
        if reuse.kind is ReuseKind.REWRITE and reuse.a in places and reuse.b in places:
            found.update(_of(reuse, told, places[reuse.a], places[reuse.b]))
    return frozenset((min(pair), max(pair)) for pair in found)


def _of(reuse: Reuse, told: Sequence[Told], ours: Sequence[int], theirs: Sequence[int]) -> set[Pair]:
    found: set[Pair] = set()
    for passage in reuse.passages:
        a = _within(told, ours, passage.a_start, passage.a_end)
        b = _within(told, theirs, passage.b_start, passage.b_end)
        found.update(_matched(told, a, b))
    done = {at for pair in found for at in pair}
    for a, b in _by_speaker(told, [n for n in ours if n not in done], [n for n in theirs if n not in done]):
        found.update(pair for pair in _matched(told, a, b) if _share_a_word(told, pair))
    return found


def _within(told: Sequence[Told], places: Iterable[int], start: int, end: int) -> list[int]:
    cited = [(at, told[at].mention.citation) for at in places]
    return [at for at, citation in cited if start <= citation.start and citation.end <= end]


def _by_speaker(
    told: Sequence[Told], ours: Iterable[int], theirs: Iterable[int]
) -> Iterator[tuple[list[int], list[int]]]:
    sides: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, places in enumerate((ours, theirs)):
        for at in places:
            speaker = told[at].speaker
            if speaker is not None:
                sides[speaker][side].append(at)
    yield from (sides[speaker] for speaker in sorted(sides))


def _matched(told: Sequence[Told], ours: Sequence[int], theirs: Sequence[int]) -> Iterator[Pair]:
    if len(ours) != len(theirs):
        return
    order = [sorted(side, key=lambda at: _start(told[at].mention.citation)) for side in (ours, theirs)]
    for a, b in zip(*order, strict=True):
        short, long = sorted((len(told[a].wording.words), len(told[b].wording.words)))
        apart = told[a].person and told[b].person and told[a].speaker != told[b].speaker
        if long <= _LONGER * short and not apart:
            yield a, b


def _start(citation: Citation) -> int:
    return citation.start


def _share_a_word(told: Sequence[Told], pair: Pair) -> bool:
    return not set(told[pair[0]].wording.content).isdisjoint(told[pair[1]].wording.content)
