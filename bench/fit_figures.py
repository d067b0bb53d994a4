"""The weights of the figure score: prints ``account/compare/weights/figures.json``.

Fitted on the figures of bench/labels/figures.json and of the clusters of bench/labels/clusters.jsonl that are not held
out: pairs of two reports, no tolls, no vague counts. bench/labels/FIGURES.md says how they were labelled.

    python -m bench.fit_figures > src/headwater/account/compare/weights/figures.json

``--left-out`` prints instead how each cluster's pairs fare by weights fitted on the others: average precision, and the
share of the pairs of one thing found at each chance with the precision there.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bench.fit_stories import logistic
from bench.label_scores import average_precision
from bench.labelled import LABELS, Cluster, read_clusters
from bench.labelled_report import Read
from bench.paths import SHARED
from bench.quality_claims import sentence_key
from bench.quality_clusters import clusters
from bench.quality_labels import placed_and_read, read_cluster
from headwater.account.compare.counted_items import CountedItem, items_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.figure_links import comparable
from headwater.account.compare.figure_score import FEATURES, FigureScore

Array = NDArray[np.float64]
FIGURES = LABELS.with_name("figures.json")
_RIDGE = 15.0  # of standardised features
_BARS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_Groups = Mapping[tuple[str, int], Hashable]  # of each labelled figure by article and start; None where left open


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of figures of one cluster: their features, whether they share a number, whether they size one thing."""

    event: str
    features: Array
    shared: NDArray[np.bool_]
    same: NDArray[np.bool_]


def load() -> list[Pairs]:
    """The pairs of every labelled cluster that is not held out."""
    rows = clusters(SHARED)
    own = json.loads(FIGURES.read_text(encoding="utf-8"))
    found = []
    for event in sorted(own, key=int):
        read = read_cluster(rows[event])
        found.append(_pairs(event, read, _by_sentence(read, own[event])))
    for cluster in read_clusters(LABELS.read_text(encoding="utf-8").splitlines()):
        if not cluster.held_out:
            placed, read = placed_and_read(cluster, rows[cluster.event])
            found.append(_pairs(cluster.event, read, _by_span(placed, read)))
    return [pairs for pairs in found if pairs.same.any()]


def _by_sentence(read: Read, labels: Mapping[str, Sequence[Sequence[str]] | Sequence[str]]) -> _Groups:
    group_of: dict[str, Hashable] = {str(key): number for number, keys in enumerate(labels["same"]) for key in keys}
    group_of |= dict.fromkeys(map(str, labels["open"]))
    found: dict[tuple[str, int], Hashable] = {}
    for each in read.by_key.values():
        for mention in each.quantities:
            sentence = each.article.sentence_at(mention.citation.start)
            if sentence is not None:
                start = mention.citation.start
                key = f"{sentence_key(each.article.slice(sentence))}:{start - sentence.start}"
                found[each.article.id, start] = group_of.get(key, (each.article.id, start))
    return found


def _by_span(cluster: Cluster, read: Read) -> _Groups:
    """Of a labelled cluster; figures that nobody labelled (those of titles) are left open."""
    found: dict[tuple[str, int], Hashable] = {}
    for key, each in read.by_key.items():
        for mention in each.quantities:
            place = each.article.id, mention.citation.start
            labels = [
                label
                for label in cluster.figures
                if label.span.article == key and label.span.overlaps(mention.citation.start, mention.citation.end)
            ]
            groups = [
                n for n, group in enumerate(cluster.groups) if any(label.group in group.groups for label in labels)
            ]
            found[place] = None if not labels else groups[-1] if groups else place
    return found


def _pairs(event: str, read: Read, groups: _Groups) -> Pairs:
    features, shared, same = [], [], []
    for story in read.stories:
        members = [each for each in read.by_key.values() if each.article.id in story.articles]
        members.sort(key=lambda each: each.article.id)
        items = items_of(members, merge_entities(members))
        score = FigureScore(items)
        for a, b in combinations(items, 2):
            one, other = groups.get(_place(a)), groups.get(_place(b))
            if one is not None and other is not None and comparable(a, b):
                found, number = score.features(a, b)
                features.append(found)
                shared.append(number)
                same.append(one == other)
    return Pairs(
        event, np.array(features).reshape(-1, len(FEATURES)), np.array(shared, dtype=bool), np.array(same, dtype=bool)
    )


def _place(item: CountedItem) -> tuple[str, int]:
    return item.article, item.mention.citation.start


def fitted(pairs: Sequence[Pairs], *, shared: bool) -> Array:
    """The weights of pairs that share a number or of those that do not, the intercept last.

    A cluster counts by the root of its pairs of either kind, so that the one with a hundred prices does not decide.
    """
    chosen = [(one.features[one.shared == shared], one.same[one.shared == shared]) for one in pairs]
    features = np.concatenate([part for part, _ in chosen])
    same = np.concatenate([part for _, part in chosen])
    weight = np.concatenate([_weights(part) for _, part in chosen])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    beta = logistic((features - mean) / spread, same, weight / weight.mean(), ridge=_RIDGE)
    weights = np.where(features.std(axis=0) > 0, beta[:-1] / spread, 0.0)
    return np.append(weights, beta[-1] - weights @ mean)


def _weights(same: NDArray[np.bool_]) -> Array:
    return np.full(len(same), 1 / np.sqrt(max(1, len(same))))


def left_out(pairs: Sequence[Pairs]) -> Iterator[str]:
    """Lines: how the pairs of each cluster fare by weights fitted on the others."""
    for shared in (True, False):
        ranked: list[tuple[float, bool]] = []
        for one in pairs:
            beta = fitted([other for other in pairs if other is not one], shared=shared)
            chosen = one.shared == shared
            odds = one.features[chosen] @ beta[:-1] + beta[-1]
            ranked += zip((1 / (1 + np.exp(-odds))).tolist(), one.same[chosen].tolist(), strict=True)
        yield f"{'shared' if shared else 'other'}: average precision {average_precision(ranked):.3f}"
        for bar in _BARS:
            above = [same for chance, same in ranked if chance >= bar]
            found = sum(above) / max(1, sum(same for _, same in ranked))
            yield f"  from {bar}: precision {sum(above) / max(1, len(above)):.3f}, found {found:.3f}"


def main() -> None:
    """Print the weights, or with ``--left-out`` how well such weights do on clusters that they were not fitted on."""
    pairs = load()
    if "--left-out" in sys.argv[1:]:
        print("\n".join(left_out(pairs)))
        return
    found: dict[str, dict[str, object]] = defaultdict(dict)
    for name, shared in (("shared", True), ("other", False)):
        beta = fitted(pairs, shared=shared)
        weights = {feature: round(float(value), 4) for feature, value in zip(FEATURES, beta, strict=False)}
        found[name] = {"intercept": round(float(beta[-1]), 4), "weights": weights}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
