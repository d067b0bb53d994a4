"""The weights of the claim score: prints ``account/compare/weights/claims.json``.

Fitted on the pairs of differently worded labelled sentences of two reports in the clusters of bench/labels that are not
held out, and on all such pairs of the seeds by bench/labels/claims.json; only the weights leave them.

    python -m bench.fit_claims > src/headwater/account/compare/weights/claims.json

``--left-out`` prints instead the average precision of each cluster's pairs scored by weights fitted on the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench import quality_claims
from bench.fit_stories import logistic
from bench.label_scores import average_precision
from bench.labelled import LABELS, read_clusters
from bench.labelled_judge import labelled_pairs
from bench.labelled_pairs import Compared, compared, sentence_span, story_compared
from bench.paths import SHARED
from bench.quality_clusters import clusters
from bench.quality_labels import placed_and_read
from headwater.account.compare.clauses import Clause
from headwater.account.compare.pair_score import FEATURES

Array = NDArray[np.float64]
_RIDGE = 10.0  # of standardised features; 3 and 30 give the same within .004
_ABSENT = -1e9
_SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labelled pairs of one cluster: features of the best clauses of each, whether it has any, whether it is same."""

    event: str
    features: Array
    scored: NDArray[np.bool_]
    same: NDArray[np.bool_]


def load() -> list[Pairs]:
    """The labelled pairs of every cluster that is not held out and has claims, then those of the seeds."""
    rows = clusters(SHARED)
    found = []
    for cluster in read_clusters(LABELS.read_text(encoding="utf-8").splitlines()):
        if not cluster.held_out and cluster.claims:
            placed, read = placed_and_read(cluster, rows[cluster.event])
            stories = [story_compared(story, read.by_key.values()) for story in read.stories]
            found.append(_pairs(cluster.event, stories, sentence_span, labelled_pairs(placed, read)))
    story = quality_claims.load(SHARED)[_SEEDS]
    seen = compared(story.particulars, story.aligned)
    wanted = [(frozenset(pair), pair in story.same) for pair in sorted(quality_claims.comparable(story))]
    return [*found, _pairs(_SEEDS, [seen], quality_claims.clause_key, wanted)]


def _pairs(
    event: str,
    stories: Sequence[Compared],
    key: Callable[[Clause], Hashable],
    wanted: Sequence[tuple[frozenset[Hashable], bool]],
) -> Pairs:
    """The ``wanted`` pairs of sentences, as ``key`` calls them, each by its most alike clauses."""
    best: dict[frozenset[Hashable], tuple[float, Array]] = {}
    for seen in stories:
        for k, (i, j) in enumerate(zip(seen.pairs.one.tolist(), seen.pairs.other.tolist(), strict=True)):
            pair = frozenset((key(seen.clauses[i]), key(seen.clauses[j])))
            alike = float(seen.pairs.alike[k])
            if pair not in best or alike > best[pair][0]:
                best[pair] = alike, seen.features[k]
    none = np.zeros(len(FEATURES))
    return Pairs(
        event,
        np.array([best[pair][1] if pair in best else none for pair, _ in wanted]),
        np.array([pair in best for pair, _ in wanted]),
        np.array([same for _, same in wanted]),
    )


def fitted(pairs: list[Pairs]) -> Array:
    """The weights, the intercept last."""
    features = np.concatenate([each.features[each.scored] for each in pairs])
    same = np.concatenate([each.same[each.scored] for each in pairs])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    beta = logistic((features - mean) / spread, same, np.ones(len(same)), ridge=_RIDGE)
    weights = beta[:-1] / spread
    return np.append(weights, beta[-1] - weights @ mean)


def left_out(pairs: list[Pairs]) -> float:
    """Average precision over the pairs of the clusters, each scored by weights fitted without that cluster."""
    ranked: list[tuple[float, bool]] = []
    for each in pairs:
        if each.event == _SEEDS:
            continue
        beta = fitted([other for other in pairs if other is not each])
        odds = np.where(each.scored, each.features @ beta[:-1] + beta[-1], _ABSENT)
        ranked += zip(odds.tolist(), each.same.tolist(), strict=True)
    return average_precision(ranked)


def main() -> None:
    """Print the weights, or with ``--left-out`` how well such weights do on clusters that they were not fitted on."""
    pairs = load()
    if "--left-out" in sys.argv[1:]:
        print(f"{left_out(pairs):.4f}")
        return
    beta = fitted(pairs)
    weights = {name: round(float(value), 4) for name, value in zip(FEATURES, beta, strict=False)}
    print(json.dumps({"intercept": round(float(beta[-1]), 4), "weights": weights}, indent=1))


if __name__ == "__main__":
    main()
