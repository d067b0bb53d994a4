from __future__ import annotations

import json
from pathlib import Path

import pytest

from headwater.extract import Extent
from headwater.pipeline.inputs import Run, run_extract
from headwater.pipeline.settings import Settings

BOX = "The Inlet Post is run by its readers and has no owner but them."


@pytest.mark.parametrize("extent", Extent)
def test_what_an_outlet_repeats_over_the_inputs_is_no_part_of_its_articles(tmp_path: Path, extent: Extent) -> None:
    topics = ("A crane fell on the quay.", "The library opens late.", "Two swans nested.", "It rained all week.")
    rows = [
        {"id": str(number), "outlet": "Inlet Post", "text": f"{topic}\n{topic} It is known.\n{BOX}\nSo far: {topic}"}
        for number, topic in enumerate(topics)
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles = run_extract([str(file)], Run(Settings()), extent).articles
    assert len(articles) == len(topics)
    assert not any(BOX in article.text for article in articles)
    assert all(BOX in [item.text for item in article.furniture] for article in articles)
