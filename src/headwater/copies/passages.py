"""The passages that two texts share, with exact offsets."""

from __future__ import annotations

from headwater.copies.settings import CopySettings
from headwater.model.reuse import Match, Passage
from headwater.text.align import Chain, chains, equal_runs
from headwater.text.shingles import HashedWords

SEED_WORDS = 4
GAP_WORDS = 8
FIRM_RUN = 6


def shared_passages(a: HashedWords, b: HashedWords, *, settings: CopySettings) -> tuple[Passage, ...]:
    """Passages of both texts that agree word for word but for small gaps, by their place in ``a``."""
    runs = equal_runs(a.hashes, b.hashes, SEED_WORDS)
    firm = [run for run in runs if run.length >= FIRM_RUN]
    if not firm:
        return ()
    found = [chain for chain in chains(runs, GAP_WORDS) if chain.equal >= settings.passage_words]
    return tuple(_passage(chain, a, b) for chain in found)


def _passage(chain: Chain, a: HashedWords, b: HashedWords) -> Passage:
    words_a, words_b = chain.a_end - chain.a_start, chain.b_end - chain.b_start
    return Passage(
        int(a.starts[chain.a_start]),
        int(a.ends[chain.a_end - 1]),
        int(b.starts[chain.b_start]),
        int(b.ends[chain.b_end - 1]),
        Match.VERBATIM if chain.equal == words_a == words_b else Match.REWORDED,
    )
