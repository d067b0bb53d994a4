"""Verbatim reuse over a collection of articles: candidates, verification, kind, direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.copies.candidates import candidate_pairs
from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.furniture import furniture_runs
from headwater.copies.kinds import REWORDED_SPREAD, Overlap, as_version, judged_kind, kind_reason, quoted_words
from headwater.copies.passages import (
    Compared,
    compared_members,
    editorial_chains,
    furniture_places,
    passage_of,
    roughly_quoted,
    short_runs,
    spread,
    unquoted_runs,
)
from headwater.copies.prose import is_prose, load_stock
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Collection, collect
from headwater.model.article import Article
from headwater.model.reuse import Direction, Passage, Reuse
from headwater.text.align import Chain, Run, compare_runs
from headwater.text.shingles import Hashes

# Pairs are compared in blocks, so that the words of all texts are never held with their offsets at once.
_BLOCK_PAIRS = 512


def find_reuses(articles: Sequence[Article], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """Pairs of articles that share wording, by (a, b), a < b in each."""
    ordered = sorted(articles, key=lambda article: article.id)
    collection = collect([article.text for article in ordered], settings=settings)
    furniture = furniture_runs(collection, ordered)
    pairs = candidate_pairs(collection, furniture, settings=settings)
    return judged_pairs(ordered, pairs, collection, furniture, settings=settings)


def judged_pairs(
    ordered: Sequence[Article],
    pairs: Sequence[tuple[int, int]],
    collection: Collection,
    furniture: Hashes,
    *,
    settings: CopySettings,
) -> tuple[Reuse, ...]:
    """The reuses among the pairs (sorted numbers of articles, which are in the order of their ids)."""
    stock = load_stock()
    reuses = []
    for (low, one), (high, other) in _compared_pairs(ordered, pairs, collection, furniture):
        reuse = judge_pair((ordered[low].id, one), (ordered[high].id, other), stock, settings=settings)
        if reuse:
            reuses.append(as_version(reuse, ordered[low], ordered[high], settings=settings))
    return directed(reuses, ordered, load_agencies())


def _compared_pairs(
    articles: Sequence[Article], pairs: Sequence[tuple[int, int]], collection: Collection, furniture: Hashes
) -> Iterator[tuple[tuple[int, Compared], tuple[int, Compared]]]:
    known = furniture_places(collection, furniture)
    for start in range(0, len(pairs), _BLOCK_PAIRS):
        block = pairs[start : start + _BLOCK_PAIRS]
        numbers = sorted({number for pair in block for number in pair})
        texts = [articles[number].text for number in numbers]
        ready = dict(zip(numbers, compared_members(texts, numbers, collection, known), strict=True))
        for low, high in block:
            yield (low, ready[low]), (high, ready[high])


def judge_pair(
    a: tuple[str, Compared], b: tuple[str, Compared], stock: Sequence[str], *, settings: CopySettings
) -> Reuse | None:
    """The reuse between two articles (ids in order), its direction yet unknown; None where it does not matter."""
    overlap, passages = measure_overlap(a[1], b[1], stock, settings=settings)
    kind = judged_kind(overlap, settings=settings)
    if kind is None:
        return None
    reasons = (kind_reason(kind, overlap, len(passages)),)
    contained = (overlap.contained_a, overlap.contained_b)
    return Reuse(a[0], b[0], kind, Direction.UNKNOWN, *contained, passages, reasons)


def measure_overlap(
    a: Compared, b: Compared, stock: Sequence[str], *, settings: CopySettings
) -> tuple[Overlap, tuple[Passage, ...]]:
    """What two texts share, and the passages of prose among it."""
    agreement = compare_runs(a.index, b.index)
    contained = agreement.shared / max(1, a.index.distinct), agreement.shared / max(1, b.index.distinct)
    copied = max(contained) >= settings.copy_containment
    found = editorial_chains(a, agreement.runs, settings=settings)
    if copied:
        return Overlap(*contained, 1.0, 1.0, _words(found), 0), tuple(passage_of(chain, a, b) for chain in found)
    scattered = _spread(agreement.runs, a, b)
    if min(scattered) >= REWORDED_SPREAD:
        return Overlap(*contained, *scattered, _words(found), 0), tuple(passage_of(chain, a, b) for chain in found)
    if _words(found) < settings.reuse_words:
        return Overlap(*contained, *scattered, 0, 0), ()
    prose = [(chain, passage_of(chain, a, b)) for chain in found]
    prose = [(chain, place) for chain, place in prose if is_prose(a.text[place.a_start : place.a_end], stock)]
    words = _words([chain for chain, _ in prose])
    passages = tuple(place for _, place in prose)
    quoted = quoted_words((a.text, b.text), passages) if words >= settings.reuse_words else 0
    return Overlap(*contained, *scattered, words, quoted), passages


def _spread(runs: Sequence[Run], a: Compared, b: Compared) -> tuple[float, float]:
    """How far the short runs outside quotation marks are spread over each text."""
    short = short_runs(runs)
    scattered = spread(short, a, b)
    if max(scattered) < REWORDED_SPREAD:
        return scattered
    return spread(unquoted_runs(short, a, roughly_quoted(a.text)), a, b)


def _words(found: Sequence[Chain]) -> int:
    return sum(chain.equal for chain in found)
