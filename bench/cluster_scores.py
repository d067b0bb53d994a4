"""Scores of a clustering against labels: BCubed and pairwise F1, for all or for some of the stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """F1 of BCubed (Bagga and Baldwin 1998) and over pairs of documents, 0..1."""

    bcubed: float
    pairwise: float


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_clusters(
    gold: Mapping[str, Hashable], groups: Iterable[Collection[str]], *, only: Collection[Hashable] | None = None
) -> ClusterScore:
    """The scores of the documents labelled in ``gold``, with ``only`` those of these stories.

    A document of another story still spoils a group, so figures for held-out stories are not flattered.
    """
    size = Counter(gold.values())
    wanted = set(size if only is None else only)
    precision = recall = right = found = 0.0
    for group in groups:
        here = Counter(gold[document] for document in group if document in gold)
        total = here.total()
        for story, count in here.items():
            if story in wanted:
                precision += count * count / total
                recall += count * count / size[story]
                right += count * (count - 1)
                found += count * (total - 1)
    documents = sum(size[story] for story in wanted)
    pairs = sum(size[story] * (size[story] - 1) for story in wanted)
    bcubed = _f1(precision / documents, recall / documents)
    return ClusterScore(bcubed, _f1(right / found if found else 1.0, right / pairs if pairs else 1.0))
