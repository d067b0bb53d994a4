"""What can be set about finding reuse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopySettings:
    """How reuse is looked for.

    ``rate``: one of so many 5-word runs is kept to find candidates. ``shared``: kept runs that a candidate pair has in
    common. ``frequency_cap``: a run in more articles than this finds no candidates. ``passage_words``: the least
    words of a passage worth listing. ``copy_containment``: the share of 5-word runs from which a text counts as
    contained in another. ``rewrite_probability``: from there on a pair counts as a rewrite, 0..1.
    """

    rate: int = 8
    shared: int = 1
    frequency_cap: int = 200
    passage_words: int = 12
    copy_containment: float = 0.5
    rewrite_probability: float = 0.5
