"""The report on each cluster of real coverage: no error, no invalid citation, any order; and all clusters at once."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path

from headwater.model.verify import broken_citations
from headwater.pipeline.inputs import Run
from headwater.pipeline.run import run_report
from headwater.pipeline.settings import Settings
from headwater.present import to_json

_SOURCE = Path("data/account/clusters/giveme5w1h_news_cluster.jsonl")


def clusters(shared: Path) -> dict[str, list[str]]:
    """The lines of the labelled file, by event."""
    events: dict[str, list[str]] = defaultdict(list)
    for line in (shared / _SOURCE).read_text(encoding="utf-8").splitlines():
        if line.strip():
            events[str(json.loads(line)["event_id"])].append(line)
    return dict(events)


def measure(shared: Path) -> dict[str, float]:
    """Shares of the clusters, 0..1: citations exact, the same report with the rows reversed, all in one story."""
    events = clusters(shared)
    exact = same = whole = 0
    with tempfile.TemporaryDirectory() as folder:
        for event, lines in events.items():
            forth, back = Path(folder, f"{event}.jsonl"), Path(folder, f"{event}.back", f"{event}.jsonl")
            back.parent.mkdir()
            forth.write_text("\n".join(lines), encoding="utf-8")
            back.write_text("\n".join(reversed(lines)), encoding="utf-8")
            report = run_report([str(forth)], Run(Settings()))
            exact += not broken_citations(report)
            same += _nameless(to_json(report)) == _nameless(to_json(run_report([str(back)], Run(Settings()))))
            whole += len(report.stories) == 1
    count = len(events)
    return {
        "clusters.citations_exact": exact / count,
        "clusters.any_order": same / count,
        "clusters.one_story": whole / count,
    }


def _nameless(document: str) -> object:
    """The report without the record numbers, which alone may follow the order of the rows."""
    report = json.loads(document)
    for article in report["articles"]:
        del article["input"], article["also"]
    return report
