"""How likely two figures of two reports size one thing: a logistic regression over what stands around them.

Figures with a number in common and figures that differ are scored by weights of their own: of the former most are one
thing, of the latter few.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from headwater.account.compare.counted_items import CountedItem, is_generic, one_noun, same_class
from headwater.account.compare.roundings import shared_numbers, significant_digits
from headwater.model.particulars import ValueKind

FEATURES = (
    "one_noun", "both_general", "told_beside", "log_beside", "best", "few", "depth", "a_name_shared", "owners_apart",
    "days_apart", "places_apart", "change_and_size", "one_kind", "digits", "large", "measured", "small", "partial",
    "alike_best", "only_noun", "nouns", "within_3", "within_12", "within_30", "within_60", "within_100",
)  # fmt: skip
_LEAST = 0.03  # added to a likeness before its logarithm
_SMALL = 12.0
_MOST_DIGITS = 4
_FAR = 3.0  # logarithm of the ratio of two sizes of which one is not given
_RATIOS = (1.03, 1.12, 1.3, 1.6, 2.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of ``FEATURES`` and the intercept."""

    intercept: float
    weights: tuple[float, ...]

    def chance(self, features: Sequence[float]) -> float:
        """0..1."""
        odds = self.intercept + sum(w * x for w, x in zip(self.weights, features, strict=True))
        return 1 / (1 + math.exp(-odds))


def _shipped() -> dict[str, Weights]:
    data = json.loads(files("headwater.account.compare").joinpath("weights/figures.json").read_text(encoding="utf-8"))
    return {
        name: Weights(float(one["intercept"]), tuple(float(one["weights"][feature]) for feature in FEATURES))
        for name, one in data.items()
    }


_MODEL = _shipped()


class FigureScore:
    """The figures of one story, ready to be held against one another."""

    def __init__(self, items: Sequence[CountedItem]) -> None:
        sentences: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in items:
            sentences[item.article, item.sentence] |= item.beside.keys()
        spread = Counter(word for words in sentences.values() for word in words)
        self._rare = {word: math.log(1 + len(sentences) / count) for word, count in spread.items()}
        self._vectors = {_place(item): self._vector(item) for item in items}
        self._peers: dict[tuple[str, str | None], list[CountedItem]] = defaultdict(list)
        for item in items:
            self._peers[item.article, item.mention.unit].append(item)
        self._nouns: dict[tuple[str, int], int] = {}
        self._best: dict[tuple[tuple[str, int], str, str | None], float] = {}

    def chance(self, a: CountedItem, b: CountedItem) -> float:
        """How likely both size one thing, 0..1; they are of two articles."""
        features, shared = self.features(a, b)
        return _MODEL["shared" if shared else "other"].chance(features)

    def features(self, a: CountedItem, b: CountedItem) -> tuple[list[float], bool]:
        """The ``FEATURES`` of the pair, and whether the two have a number in common."""
        shared = shared_numbers(a.numbers, b.numbers, a.mention.unit)
        alike = self._alike(a, b)
        peers = [len(self._peers[item.article, item.mention.unit]) for item in (a, b)]
        kinds = (a.mention.kind, b.mention.kind)
        apart = _FAR if shared or not (a.numbers and b.numbers) else _log_ratio(a, b)
        best = min(alike / max(self._best_in(x, y), _LEAST) for x, y in ((a, b), (b, a)))
        nouns = self._of_noun(a) * self._of_noun(b)
        small = max(a.numbers | b.numbers, default=0.0) <= _SMALL and a.mention.unit in (None, "people")
        partial = a.partial or b.partial
        found = [
            one_noun(a, b), is_generic(a.head) and is_generic(b.head), _told_beside(a, b), math.log(alike + _LEAST),
            best, 1 / math.sqrt(math.prod(peers)),
            max(a.depth, b.depth), bool(a.names & b.names),
            bool(a.owners and b.owners) and not {*a.owners} & {*b.owners},
            bool(a.days or b.days) and not a.days & b.days, a.aside != b.aside and not a.aside & b.aside,
            kinds.count(ValueKind.CHANGE) == 1, kinds[0] is kinds[1],
            max((min(significant_digits(n), _MOST_DIGITS) for n in shared), default=0), any(n > _SMALL for n in shared),
            _is_measured(a), small, partial, alike * best,
            one_noun(a, b) and nouns == 1 and not small and not partial, -math.log(nouns),
            *(apart < math.log(ratio) for ratio in _RATIOS),
        ]  # fmt: skip
        return [float(value) for value in found], bool(shared)

    def _vector(self, item: CountedItem) -> Mapping[str, float]:
        weights = {word: near * self._rare[word] for word, near in item.beside.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _alike(self, a: CountedItem, b: CountedItem) -> float:
        one, other = self._vectors[_place(a)], self._vectors[_place(b)]
        if len(one) > len(other) or (len(one) == len(other) and _place(b) < _place(a)):
            one, other = other, one
        return sum(weight * other[word] for word, weight in one.items() if word in other)

    def _of_noun(self, item: CountedItem) -> int:
        """How many numbers its article gives for what may be the same noun in the same unit, its own included."""
        key = _place(item)
        if key not in self._nouns:
            peers = self._peers[item.article, item.mention.unit]
            self._nouns[key] = len({peer.numbers for peer in peers if same_class(peer.head, item.head)})
        return self._nouns[key]

    def _best_in(self, item: CountedItem, beside: CountedItem) -> float:
        """The greatest likeness of ``item`` to a figure of one unit in the article of ``beside``."""
        key = (_place(item), beside.article, beside.mention.unit)
        if key not in self._best:
            peers = self._peers[beside.article, beside.mention.unit]
            self._best[key] = max((self._alike(item, peer) for peer in peers), default=0.0)
        return self._best[key]


def _place(item: CountedItem) -> tuple[str, int]:
    return item.article, item.mention.citation.start


def _told_beside(a: CountedItem, b: CountedItem) -> bool:
    """Whether what the one counts stands near the other: "31 suspects", "30 people are investigated as suspects".

    Of sums and measures whatever the nouns: "8 inches of snow", "snow accumulations of 6 inches".
    """
    for one, other in ((a, b), (b, a)):
        near = is_generic(one.head) or (_is_measured(one) and bool(other.head))
        if (near and other.head[:7] in one.near) or other.head in one.called:
            return True
    return False


def _is_measured(item: CountedItem) -> bool:
    return item.mention.unit not in (None, "people", "percent")


def _log_ratio(a: CountedItem, b: CountedItem) -> float:
    sizes = [abs(max(item.numbers, key=abs)) for item in (a, b)]
    return abs(math.log(sizes[0] / sizes[1])) if all(sizes) else _FAR
