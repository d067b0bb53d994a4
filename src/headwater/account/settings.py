"""Settings of the account."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.errors import SettingsError


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """What may be turned in the account.

    ``claim_similarity`` is the least average weight, 0..1, of the pairs of two groups of sentences that are taken for
    one claim: higher parts more, lower joins more. At the default more than nine of ten joined pairs are right on the
    labels of bench/quality_claims.py. ``summary_lines`` is
    the most sentences that a summary has. ``claims_at_most`` bounds the claims that an account lists, the weightiest
    first.
    """

    claim_similarity: float = 0.345
    summary_lines: int = 5
    claims_at_most: int = 2000

    def __post_init__(self) -> None:
        if not 0 < self.claim_similarity < 1:
            raise SettingsError("account.claim_similarity", f"{self.claim_similarity} is not between 0 and 1")
        if not 1 <= self.summary_lines <= 20:
            raise SettingsError("account.summary_lines", f"{self.summary_lines} is not between 1 and 20")
        if self.claims_at_most < 1:
            raise SettingsError("account.claims_at_most", f"{self.claims_at_most} is below 1")
