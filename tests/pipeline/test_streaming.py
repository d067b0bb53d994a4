from __future__ import annotations

import json
from pathlib import Path

from headwater.pipeline.inputs import Run, run_extract
from headwater.pipeline.settings import Settings
from headwater.pipeline.streaming import streamed

BOX = "The Inlet Post is run by its readers and has no owner but them."
TOPICS = ("A crane fell on the quay.", "The library opens late.", "Two swans nested.", "It rained all week.")


def folder(tmp_path: Path) -> str:
    """Rows whose outlet repeats a line and is spelt in two ways, a report that lies there twice, and a broken row."""
    rows = [
        {
            "id": str(number),
            "outlet": "Inlet Post" if number else "The inlet post",
            "text": f"{topic}\n{topic} It is known.\n{BOX}\nSo far: {topic}",
        }
        for number, topic in enumerate(TOPICS)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join([*map(json.dumps, rows), "{broken"]), encoding="utf-8")
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Ferry stops at noon\n\nThe ferry to Vell stops at noon.\n", encoding="utf-8")
    return str(tmp_path)


def test_articles_stream_as_they_are_given_together(tmp_path: Path) -> None:
    inputs, run = [folder(tmp_path)], Run(Settings())
    whole = run_extract(inputs, run)
    with streamed(inputs, run) as stream:
        articles = tuple(stream.articles)
    assert articles == whole.articles
    assert (stream.count, stream.skipped) == (len(articles), whole.skipped)
    assert {article.outlet for article in articles} == {"Inlet Post", None}
    assert not any(BOX in article.text for article in articles)
    twice = next(article for article in articles if article.outlet is None)
    assert (Path(twice.input).name, [Path(other).name for other in twice.also]) == ("a.txt", ["b.txt"])
    assert len(stream.skipped) == 1
