"""What can be set about finding reuse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopySettings:
    """How reuse is looked for.

    ``rate``: one of so many 5-word runs is kept to find candidates. ``frequency_cap``: a run in more articles than this
    links each only to a few others. ``firm_run``: words that must agree without a gap for a pair to be compared.
    ``passage_words``: the least words of a passage. ``reuse_words``: the least words in all passages of a pair worth
    listing. ``copy_containment``: the share of 5-word runs from which a text counts as contained in another.
    ``rewrite_probability``: from there on a pair is a rewrite, 0..1.
    """

    rate: int = 8
    frequency_cap: int = 64
    firm_run: int = 14
    passage_words: int = 10
    reuse_words: int = 20
    copy_containment: float = 0.5
    rewrite_probability: float = 0.8
