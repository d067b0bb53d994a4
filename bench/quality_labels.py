"""The twelve clusters labelled by hand: figures, quotes, dates, claims and conflicts of the report against the labels.

``labels.utterances.*``: thirteen more clusters of which the quotes alone are labelled (bench/labels/UTTERANCES.md).

``python -m bench.quality_labels [EVENT...]`` shows what was missed in the clusters that are not held out.
Rules: bench/labels/RULES.md.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.label_scores import PairTally, Tally, average_precision
from bench.labelled import LABELS, Cluster, place, read_clusters
from bench.labelled_judge import Outcome, judge_cluster
from bench.labelled_quotes import UTTERANCES, Heard, Spoken, hear, read_spoken
from bench.labelled_report import Read
from bench.paths import SHARED
from bench.quality_clusters import clusters
from headwater.account.particulars.read import read_particulars
from headwater.pipeline.inputs import Run
from headwater.pipeline.run import run_report
from headwater.pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Judged:
    """A cluster's labels as placed, how many there were before, and what the program made of them."""

    cluster: Cluster
    labels: int
    outcome: Outcome


def run_clusters(shared: Path, events: Sequence[str] = ()) -> list[Judged]:
    """The labelled clusters (all, or those of ``events``), each through the whole pipeline by itself."""
    rows = clusters(shared)
    found = []
    for cluster in read_clusters(LABELS.read_text(encoding="utf-8").splitlines()):
        if not events or cluster.event in events:
            found.append(_judged(cluster, rows[cluster.event]))
    return found


def hear_clusters(shared: Path, events: Sequence[str] = ()) -> list[tuple[Spoken, Heard]]:
    """The clusters with labelled quotes (all, or those of ``events``), each through the whole pipeline by itself."""
    lines = clusters(shared)
    found = []
    for spoken in read_spoken(UTTERANCES.read_text(encoding="utf-8").splitlines()):
        if not events or spoken.said.event in events:
            rows = [json.loads(line) for line in lines[spoken.said.event]]
            found.append((spoken, hear(spoken, rows, _read(rows))))
    return found


def _judged(cluster: Cluster, lines: Iterable[str]) -> Judged:
    placed, read = placed_and_read(cluster, lines)
    return Judged(placed, _count(cluster), judge_cluster(placed, read))


def placed_and_read(cluster: Cluster, lines: Iterable[str]) -> tuple[Cluster, Read]:
    """The labels with spans in the articles' texts, and the report on the rows of one event."""
    rows = [json.loads(line) for line in lines]
    read = _read(rows)
    texts = {key: each.article.text for key, each in read.by_key.items() if key}
    return place(cluster, {row["dId"]: row["text"] for row in rows}, texts), read


def read_cluster(lines: Iterable[str]) -> Read:
    """The report on the rows of one event."""
    return _read([json.loads(line) for line in lines])


def _read(rows: Sequence[Mapping[str, str]]) -> Read:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cluster.jsonl")
        path.write_text("".join(json.dumps({**row, "id": row["dId"]}) + "\n" for row in rows), encoding="utf-8")
        report = run_report([str(path)], Run(Settings()))
    return Read(report, tuple(read_particulars(article) for article in report.articles))


def _count(cluster: Cluster) -> int:
    return len(cluster.figures) + len(cluster.quotes) + len(cluster.dates) + sum(len(claim) for claim in cluster.claims)


def measure(shared: Path) -> dict[str, float]:
    """All figures over all clusters, and over the held-out third alone (``.held_out``)."""
    judged, heard = run_clusters(shared), hear_clusters(shared)
    figures = _figures(judged) | _heard_figures([each for _, each in heard])
    held_out = _figures([each for each in judged if each.cluster.held_out])
    held_out |= _heard_figures([each for spoken, each in heard if spoken.said.held_out])
    return figures | {f"{name}.held_out": value for name, value in held_out.items()}


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    outcomes = [each.outcome for each in judged]
    shares: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for outcome in outcomes:
        for name, tally in outcome.tallies.items():
            shares[name].append((tally.right, tally.of))
    figures = {f"labels.{name}": _share(counts) for name, counts in sorted(shares.items())}
    utterances = sum((outcome.utterances for outcome in outcomes), start=type(outcomes[0].utterances)())
    claims = sum((outcome.claims for outcome in outcomes), start=type(outcomes[0].claims)())
    ranked = [pair for outcome in outcomes for pair in outcome.ranked]
    return figures | {
        "labels.utterance_f1": utterances.f1,
        "labels.claims_precision": claims.precision,
        "labels.claims_recall": claims.recall,
        "labels.claims_ap": average_precision([(pair.alike, pair.same) for pair in ranked]),
        "labels.claims_ap_baseline": average_precision([(pair.words, pair.same) for pair in ranked]),
        "labels.placed": sum(_count(each.cluster) for each in judged) / sum(each.labels for each in judged),
    }


def _heard_figures(heard: Sequence[Heard]) -> dict[str, float]:
    utterances = sum((each.utterances for each in heard), start=PairTally())
    figures = {f"labels.utterances.{name}": getattr(utterances, name) for name in ("f1", "precision", "recall")}
    for name in heard[0].tallies:
        shares = sum((each.tallies[name] for each in heard), start=Tally())
        figures[f"labels.utterances.{name}"] = shares.share
    return figures


def _share(counts: Sequence[tuple[int, int]]) -> float:
    of = sum(whole for _, whole in counts)
    return sum(right for right, _ in counts) / of if of else 1.0


def main(events: Sequence[str]) -> None:
    """Shows the misses by event; those of held-out clusters only where asked for by number."""
    for each in run_clusters(SHARED, events):
        if each.cluster.held_out and each.cluster.event not in events:
            continue
        print(f"== {each.cluster.event}{' (held out)' if each.cluster.held_out else ''}")
        for miss in each.outcome.misses:
            print("  ", miss)
    for spoken, heard in hear_clusters(SHARED, events):
        if spoken.said.held_out and spoken.said.event not in events:
            continue
        print(f"== {spoken.said.event}{' (held out)' if spoken.said.held_out else ''}: quotes")
        for miss in heard.misses:
            print("  ", miss)


if __name__ == "__main__":
    main(sys.argv[1:])
