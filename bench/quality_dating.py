"""How well reports are dated inside their story: no true date rejected, and hidden dates found again.

The rows of ../shared carry the day that their outlet gave. ``kept`` is the share of these that are not rejected. For
``refound`` every article in turn loses its date, and the others of its story must date it: ``precision`` is the share
of the days found that lie within a day of the true one, ``coverage`` the share of articles that got a day at all.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from headwater.account.dating import date_articles
from headwater.extract import ExtractSettings, extract
from headwater.model.article import Article, Published
from headwater.model.capture import Capture, Media, Row

_STORIES = 100  # of the larger set, the first by id, so that a run stays short


def _article(row: dict[str, str | None], key: str, date: str | None) -> Article | None:
    outlet = row.get("source_domain") or row.get("source")
    made = Row(id=key, date=date, outlet=outlet, title=row.get("title"), text=row.get("text"), language="en")
    return extract(Capture(f"a_{key[:16]}", key, Media.ROW, "", made), settings=ExtractSettings())


def _stories(shared: Path) -> Iterator[tuple[str, list[Article]]]:
    grouped: dict[tuple[str, str], list[Article]] = defaultdict(list)
    clusters = shared / "data/account/clusters/giveme5w1h_news_cluster.jsonl"
    for line in clusters.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if made := _article(row, row["dId"], row["date_publish"]):
            grouped["clusters", str(row["event_id"])].append(made)
    with gzip.open(shared / "data/stories/allsides_full.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["story"]]
    chosen = set(sorted({row["story"] for row in rows})[:_STORIES])
    for row in rows:
        if row["story"] in chosen and (made := _article(row, row["id"], row["date"])):
            grouped["allsides", row["story"]].append(made)
    for (name, _), articles in sorted(grouped.items()):
        yield name, sorted(articles, key=lambda article: article.id)


def rejected(articles: list[Article]) -> list[Article]:
    """Those whose stated date the story rejects."""
    return [article for article in date_articles(articles) if article.published.stated_rejected]


def refound(articles: list[Article]) -> Iterator[tuple[dt.date, Published]]:
    """For each article the true day, and how it is dated when its own is hidden."""
    for position, article in enumerate(articles):
        true = article.published.stated
        if true is None or len(articles) < 2:
            continue
        hidden = [*articles]
        hidden[position] = replace(article, published=Published())
        yield true, date_articles(hidden)[position].published


def measure(shared: Path) -> dict[str, float]:
    """Shares of dates kept, and of hidden dates found within a day, by set."""
    kept: dict[str, list[bool]] = defaultdict(list)
    near: dict[str, list[bool]] = defaultdict(list)
    covered: dict[str, list[bool]] = defaultdict(list)
    for name, articles in _stories(shared):
        wrong = len(rejected(articles))
        kept[name] += [False] * wrong + [True] * (len(articles) - wrong)
        for true, found in refound(articles):
            covered[name].append(found.date is not None)
            if found.date is not None:
                near[name].append(abs((found.date - true).days) <= 1)
    figures = {}
    for name in sorted(kept):
        figures[f"dating.{name}.kept"] = sum(kept[name]) / len(kept[name])
        figures[f"dating.{name}.refound_precision"] = sum(near[name]) / max(1, len(near[name]))
        figures[f"dating.{name}.refound_coverage"] = sum(covered[name]) / max(1, len(covered[name]))
    return figures
