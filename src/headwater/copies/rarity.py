"""Traits of a pair of texts that weigh what they share by how rare it is in news, against what chance would share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum, log, sqrt

from headwater.copies.gist import Gist

RARITY_NAMES = (
    "weight_shorter",
    "weight_longer",
    "weight_both",
    "plain_weight_shorter",
    "plain_weight_longer",
    "plain_weight_both",
    "beyond_chance_shorter",
    "beyond_chance_longer",
    "beyond_chance_score",
    "rare_shorter",
    "rare_longer",
    "rare_number",
    "rare_plain_number",
    "rare_plain_shorter",
    "rare_plain_longer",
    "size_shorter",
    "size_longer",
    "figures_shorter",
    "figures_longer",
    "proper_shorter",
    "proper_longer",
)

# Stems that an article of the counted news has on average; what a text of another size has follows from it.
_COUNTED_STEMS = 270
# A stem in less than this share of the articles is rare.
_RARE_SHARE = 0.011
# Stems that are not listed count as this rare.
_LEAST_SHARE = 0.002
_MOST_WEIGHT = -log(_LEAST_SHARE)


@dataclass(frozen=True, slots=True)
class Background:
    """The share of news articles that hold each common stem; stems not listed are rare."""

    shares: Mapping[str, float]
    weights: Mapping[str, float]

    def weight(self, stems: Iterable[str]) -> float:
        """The sum of the inverse document frequencies (Sparck Jones 1972) of the stems."""
        return fsum([self.weights.get(stem, _MOST_WEIGHT) for stem in stems])

    def rare(self, stems: Set[str]) -> int:
        """How many of the stems are rare."""
        return sum([self.shares.get(stem, _LEAST_SHARE) < _RARE_SHARE for stem in stems])

    def chance(self, stems: Set[str], size: int) -> tuple[float, float]:
        """How many of the stems an unrelated text of ``size`` stems would hold, and the variance of that."""
        power = size / _COUNTED_STEMS
        counts = Counter([self.shares.get(stem, _LEAST_SHARE) for stem in stems])
        held = [(count, 1 - (1 - share) ** power) for share, count in counts.items()]
        return fsum(count * share for count, share in held), fsum(count * share * (1 - share) for count, share in held)


@cache
def load_background() -> Background:
    """The package's list of stems; bench/fit_stems.py says where it was counted."""
    lines = files("headwater.copies").joinpath("stems.tsv").read_text("utf-8").splitlines()
    listed = (line.split("\t") for line in lines)
    shares = {stem: int(thousandths) / 1000 for stem, thousandths in listed}
    return Background(shares, {stem: -log(share) for stem, share in shares.items()})


def rarity_traits(a: Gist, b: Gist, background: Background) -> tuple[float, ...]:
    """The traits in the order of ``RARITY_NAMES``, a being the shorter text."""
    names = a.names.keys() | b.names.keys()
    plain_a, plain_b = a.all_stems - names, b.all_stems - names
    shared, plain = a.all_stems & b.all_stems, plain_a & plain_b
    held_a, variance = background.chance(plain_a, len(b.all_stems))
    held_b, _ = background.chance(plain_b, len(a.all_stems))
    rare, rare_plain = background.rare(shared), background.rare(plain)
    return (
        *_shares(background.weight(shared), background.weight(a.all_stems), background.weight(b.all_stems)),
        *_shares(background.weight(plain), background.weight(plain_a), background.weight(plain_b)),
        (len(plain) - held_a) / max(1, len(plain_a)),
        (len(plain) - held_b) / max(1, len(plain_b)),
        log(1 + max(0.0, (len(plain) - held_a) / sqrt(variance + 1))),
        rare / (1 + background.rare(a.all_stems)),
        rare / (1 + background.rare(b.all_stems)),
        log(1 + rare),
        log(1 + rare_plain),
        rare_plain / (1 + background.rare(plain_a)),
        rare_plain / (1 + background.rare(plain_b)),
        log(1 + len(a.all_stems)),
        log(1 + len(b.all_stems)),
        *_kept(*(frozenset(name for name in of.names if name[0].isdigit()) for of in (a, b))),
        *_kept(*(frozenset(name for name in of.names if not name[0].isdigit()) for of in (a, b))),
    )


def _shares(shared: float, of_a: float, of_b: float) -> tuple[float, float, float]:
    return shared / max(1.0, of_a), shared / max(1.0, of_b), shared / sqrt(max(1.0, of_a * of_b))


def _kept(of_a: Set[str], of_b: Set[str]) -> tuple[float, float]:
    """The shares of both sides that the other has too, drawn towards a half where there are few."""
    shared = len(of_a & of_b)
    return (shared + 0.3) / (len(of_a) + 0.6), (shared + 0.3) / (len(of_b) + 0.6)
