"""Stories beside usual ways of clustering a tf-idf matrix: average and single link, HDBSCAN, Leiden.

The peers get title and text of each article, as words without English stop words, weighted by 1 + log(tf) and idf. They
are run over a range of thresholds, and the best for the very data they are scored on is shown: an advantage that
Headwater, which runs as shipped, does not have. They know nothing of dates.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.cluster_scores import ClusterScore, score_clusters
from bench.process import run_apart
from bench.quality_stories import grouped, rows_of
from bench.rows import article_from_row
from bench.tables import Table
from headwater.model.article import Article

SETS = ("allsides_full", "uci_headlines", "ecbplus")
Matrix = NDArray[np.float32]
#: Cosine similarities in; one label an article and the threshold that made them out, for each threshold.
Clusterer = Callable[[Matrix], Iterator[tuple[float, Sequence[int]]]]
_CUTS = (0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
_SIZES, _LARGE = (1_000, 10_000), 100_000
_GROWN = ("articles", "stories", "CPU s", "articles per CPU-second", "peak MB", "of it the texts")
_LEAST_EDGE = 0.1  # pairs less similar are no edge of Leiden's graph, whose size decides its time


def similarities(texts: Sequence[str]) -> Matrix:
    """Cosine similarity of all pairs of texts by tf-idf."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # a development tool, slow to load

    weights = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, dtype=np.float32).fit_transform(texts)
    cosine: Matrix = np.clip((weights @ weights.T).toarray(), 0, 1)
    return cosine


def _linked(method: str) -> Clusterer:
    from scipy.cluster.hierarchy import fcluster, linkage  # a development tool, slow to load
    from scipy.spatial.distance import squareform

    def cluster(cosine: Matrix) -> Iterator[tuple[float, Sequence[int]]]:
        distance = 1 - cosine
        np.fill_diagonal(distance, 0)
        tree = linkage(squareform(distance, checks=False), method)
        for cut in _CUTS:
            yield cut, fcluster(tree, 1 - cut, criterion="distance").tolist()

    return cluster


def _hdbscan() -> Clusterer:
    from sklearn.cluster import HDBSCAN  # a development tool, slow to load

    def cluster(cosine: Matrix) -> Iterator[tuple[float, Sequence[int]]]:
        for samples in (1, 2, 3):
            model = HDBSCAN(min_cluster_size=2, min_samples=samples, metric="precomputed", copy=True)
            labels = model.fit_predict((1 - cosine).astype(np.float64))
            # What it calls noise is an article on its own.
            yield samples, [int(label) if label >= 0 else -1 - at for at, label in enumerate(labels)]

    return cluster


def _leiden() -> Clusterer:
    from igraph import Graph  # a peer, not needed elsewhere
    from leidenalg import CPMVertexPartition, find_partition

    def cluster(cosine: Matrix) -> Iterator[tuple[float, Sequence[int]]]:
        low, high = np.nonzero(np.triu(cosine, 1) > _LEAST_EDGE)
        graph = Graph(n=len(cosine), edges=np.stack([low, high], 1).tolist())
        weights = cosine[low, high].tolist()
        for cut in _CUTS:
            found = find_partition(graph, CPMVertexPartition, weights=weights, resolution_parameter=cut, seed=0)
            yield cut, list(found.membership)

    return cluster


#: Name in the tables -> what makes the candidate, and what its threshold is.
CANDIDATES: dict[str, tuple[Callable[[], Clusterer], str]] = {
    "tf-idf, average link": (lambda: _linked("average"), "cosine"),
    "tf-idf, single link": (lambda: _linked("single"), "cosine"),
    "tf-idf, HDBSCAN": (_hdbscan, "min_samples"),
    "tf-idf, Leiden (CPM)": (_leiden, "resolution"),
}


def groups_of(ids: Sequence[str], labels: Iterable[int]) -> list[tuple[str, ...]]:
    """The ids of each label."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for id, label in zip(ids, labels, strict=True):
        groups[label].append(id)
    return [tuple(members) for members in groups.values()]


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """One table a set, then the cost by size; ``--large`` adds 100,000 articles."""
    header = ("method", "BCubed F1", "pairwise F1", "threshold", "articles per CPU-second")
    for name in SETS:
        rows = rows_of(shared, name)
        articles = [article_from_row(row, split=False) for row in rows]
        gold = {article.id: row["story"] for article, row in zip(articles, rows, strict=True) if row["story"]}
        note = "peers: the best threshold for this very data; one threshold's time, tf-idf included"
        made = [_ours(articles, gold), *(_row(candidate, articles, gold) for candidate in CANDIDATES)]
        yield Table(f"{name}, {len(articles):,} articles, {len(gold):,} labelled", header, tuple(made), note)
    sizes = (*_SIZES, _LARGE) if "--large" in options else _SIZES
    grown = tuple(_grown_row(how, size) for how in ("longer", "denser") for size in sizes)
    note = "from articles in memory to stories; longer: an archive that goes on; denser: more outlets on the same days"
    yield Table("Headwater by size of the collection", _GROWN, grown, note)


def _grown_row(how: str, count: int) -> tuple[str, ...]:
    ran = run_apart("bench.grown_stories", how, str(count))
    if ran is None:
        return f"{count:,}, {how}", "did not run", "", "", "", ""
    cost, lines = ran
    seconds, stories, text_mb = json.loads(lines[0])
    shown = (f"{stories:,}", f"{seconds:.1f}", f"{count / seconds:,.0f}", f"{cost.peak_mb:,.0f}", f"{text_mb:,.0f}")
    return f"{count:,}, {how}", *shown


def _ours(articles: Sequence[Article], gold: dict[str, Any]) -> tuple[str, ...]:
    started = time.process_time()
    groups = grouped(articles)
    seconds = time.process_time() - started
    return _cells("Headwater", score_clusters(gold, groups), "as shipped", len(articles) / seconds)


def _row(name: str, articles: Sequence[Article], gold: dict[str, Any]) -> tuple[str, ...]:
    make, threshold = CANDIDATES[name]
    try:
        cluster = make()
    except ImportError:
        return name, "not installed", "", "", ""
    ids = [article.id for article in articles]
    started = time.process_time()
    cosine = similarities([article.text for article in articles])
    spent = first = time.process_time() - started
    scores: list[tuple[ClusterScore, float]] = []
    started = time.process_time()
    for cut, labels in cluster(cosine):
        if not scores:
            spent = first + time.process_time() - started
        scores.append((score_clusters(gold, groups_of(ids, labels)), cut))
    best, cut = max(scores, key=lambda scored: scored[0].bcubed + scored[0].pairwise)
    return _cells(name, best, f"{threshold} {cut:g}", len(articles) / spent)


def _cells(name: str, score: ClusterScore, threshold: str, rate: float) -> tuple[str, ...]:
    return name, f"{score.bcubed:.3f}", f"{score.pairwise:.3f}", threshold, f"{rate:,.0f}"
