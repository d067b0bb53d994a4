"""How well reuse is found: made copies, wire copies of one event, rewrites, answers written from a source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from bench.fit_rewrites import out_of_fold, traits_of
from bench.rewrite_data import independent, rewritten
from bench.rewrite_scores import by_making, called, directions, not_called, signs_shown
from bench.synthetic_copies import WHOLE, Pair, articles_of, pair_of, read_truth, score_pairs
from headwater.copies import CopySettings, find_reuses, find_rewrites
from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind
from headwater.text.align import chains, compare_runs
from headwater.text.shingles import hashed_words

_SETTINGS = CopySettings()
_LABELS = Path(__file__).parent / "labels" / "copies_pairs.jsonl"
Row = dict[str, str]


def measure(shared: Path) -> dict[str, float]:
    """The figures, all the higher the better."""
    data = shared / "data" / "copies"
    return {
        **synthetic(data),
        **helsinki(data),
        **cross_source(data),
        **rewrites(shared / "data"),
        **independent_triples(data),
        **clough_stevenson(data),
        **directions(data),
    }


def synthetic(data: Path) -> dict[str, float]:
    """Pairs of one family (a text and its made copies), and passages of 50-120 words pasted into another text."""
    truth = read_truth(data)
    found = _kinds(find_reuses(articles_of(truth), settings=_SETTINGS))
    scores = score_pairs(found.keys(), {pair for pair, kind in found.items() if kind in WHOLE}, truth)
    return {f"copies.synthetic.{name}": scores[name] for name in ("pair_f1", "pasted_recall", "pasted_precision")}


def helsinki(data: Path) -> dict[str, float]:
    """Recall of pairs by their exact containment."""
    rows = _rows(data / "helsinki_articles.jsonl")
    ids = {row["id"] for row in rows}
    articles = [_article(row["id"], row["text"], row["publisher"]) for row in rows]
    found = _kinds(find_reuses(articles, settings=_SETTINGS))
    listed = [
        (pair_of(row["a"], row["b"]), float(row["containment5"])) for row in _rows(data / "helsinki_pairs_silver.jsonl")
    ]
    silver = {pair: share for pair, share in listed if ids.issuperset(pair)}
    half = [pair for pair, share in silver.items() if share >= 0.5]
    third = [pair for pair, share in silver.items() if share >= 0.3]
    return {
        "copies.helsinki.half_whole": sum(found.get(pair) in WHOLE for pair in half) / len(half),
        "copies.helsinki.third_listed": sum(pair in found for pair in third) / len(third),
    }


def cross_source(data: Path) -> dict[str, float]:
    """Of the pairs listed between outlets and labelled by hand the share that matters; labels/COPIES.md has the rules.

    ``held_out_precision`` is that of the third on which nothing was tuned.
    """
    labels = [json.loads(line) for line in _LABELS.read_text("utf-8").split("\n") if line]
    sides = [pair[side] for pair in _pairs(data / "abp_cross_source_pairs.jsonl") for side in ("a", "b")]
    articles = {row["id"]: _article(row["id"], f"{row['title']}\n\n{row['text']}", row["source"]) for row in sides}
    found = _kinds(find_reuses(list(articles.values()), settings=_SETTINGS))
    listed = [label for label in labels if (label["a"], label["b"]) in found]
    held_out = [label for label in listed if label["held_out"]]
    return {
        "copies.cross_source.precision": sum(label["matters"] for label in listed) / len(listed),
        "copies.cross_source.held_out_precision": sum(label["matters"] for label in held_out) / len(held_out),
        "copies.cross_source.still_listed": len(listed) / len(labels),
    }


def rewrites(data: Path) -> dict[str, float]:
    """Rewrites of each making against independent reports, by weights that saw neither text of the pair."""
    examples = [*independent(data), *rewritten(data)]
    odds, models = out_of_fold(examples, traits_of(examples))
    judged = {**by_making(examples, odds), **not_called(examples, odds), **called(examples, models)}
    return {**judged, **signs_shown(examples, data)}


def independent_triples(data: Path) -> dict[str, float]:
    """The share of pairs of independent reports that are not called a rewrite, by the weights in the package."""
    triples: dict[str, list[Article]] = {}
    for row in _rows(data / "basil_independent_triples.jsonl"):
        article = _article(row["id"], f"{row['title']}\n\n{row['text']}", row["source"])
        triples.setdefault(row["event"], []).append(article)
    called = [
        reuse.kind is ReuseKind.REWRITE
        for reports in triples.values()
        for reuse in find_rewrites(reports, find_reuses(reports, settings=_SETTINGS), settings=_SETTINGS)
    ]
    pairs = sum(len(list(combinations(reports, 2))) for reports in triples.values())
    return {"copies.rewrites.basil_not_called": 1 - sum(called) / pairs}


def clough_stevenson(data: Path) -> dict[str, float]:
    """Accuracy over four classes by linear discriminants, each task judged by what the other tasks taught."""
    rows = _rows(data / "clough_stevenson.jsonl")
    traits = np.array([_answer_traits(row["answer"], row["source"]) for row in rows])
    answers = np.array([row["label"] for row in rows])
    tasks = np.array([row["task"] for row in rows])
    right = 0
    for task in sorted(set(tasks.tolist())):
        model = LinearDiscriminantAnalysis().fit(traits[tasks != task], answers[tasks != task])
        right += int(np.sum(model.predict(traits[tasks == task]) == answers[tasks == task]))
    return {"copies.clough_stevenson.accuracy": right / len(rows)}


def _answer_traits(answer: str, source: str) -> list[float]:
    """Shares of the answer's pairs and triples of words that the source has, and of its words in runs of ten."""
    of, within = hashed_words([answer, source])
    shares = []
    for size in (2, 3):
        agreed = compare_runs(of.hashes, within.hashes, size)
        shares.append(agreed.shared / max(1, agreed.distinct_a))
    runs = compare_runs(of.hashes, within.hashes, 3).runs
    found = chains([run for run in runs if run.length >= 10], 0)
    return [*shares, sum(chain.equal for chain in found) / max(1, len(of.hashes))]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def _pairs(path: Path) -> list[dict[str, Row]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def _article(id: str, text: str, outlet: str | None) -> Article:
    return Article(id=id, input="", text=text, sentences=(), outlet=outlet)


def _kinds(reuses: Sequence[Reuse]) -> dict[Pair, ReuseKind]:
    return {(reuse.a, reuse.b): reuse.kind for reuse in reuses}
