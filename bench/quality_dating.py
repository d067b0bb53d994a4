"""How well reports are dated inside their story: no true date rejected, and hidden dates found again.

The rows of ../shared carry the day that their outlet gave. Some of the clusters' are false by eye (``_FALSE``): the
text tells as fresh what all others told weeks before, or as past what was still to come. ``kept`` is the share of the
other dates that are not rejected, ``false_rejected`` that of the false ones that are. For ``refound`` every article in
turn loses its date, and the others of its story must date it: ``precision`` is the share of the days found that lie
within a day of the true one, ``coverage`` the share of articles that got a day at all.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from headwater.account.dating import date_articles, reject_crawl_days
from headwater.extract import ExtractSettings, extract
from headwater.model.article import Article, Published
from headwater.model.capture import Capture, Media, Row

_STORIES = 100  # of the larger set, the first by id, whose dates are hidden in turn, so that a run stays short
_FALSE = frozenset(  # the beginnings of the ids of the rows whose dates are false by eye
    {
        "8bfd98d555",
        "e2f8cc8b39",
        "cc3904fcc9",
        "e606eb1bb3",
        "786e2d2088",
        "8eacba4745",
        "2a8b66639f",
        "3d4cead18c",
        "965d7456d9",
        "1b031a941a",
        "da1d344cd1",
        "1d6a1d7d62",
        "587140c4f7",
        "6233dadf09",
        "e34a730f62",
        "526efa9d8c",
        "108638b823",
        "8439c5b07d",
        "9fb2f7a041",
        "a4d3ace918",
        "a989861fb2",
    }
)


def _article(row: dict[str, str | None], key: str, date: str | None) -> Article | None:
    outlet = row.get("source_domain") or row.get("source")
    title, url = row.get("title"), row.get("url")
    made = Row(id=key, date=date, outlet=outlet, title=title, url=url, text=row.get("text"), language="en")
    return extract(Capture(f"a_{key[:16]}", key, Media.ROW, "", made), settings=ExtractSettings())


def _stories(shared: Path) -> dict[str, list[list[Article]]]:
    """The labelled stories of each set by id, their articles by id."""
    grouped: dict[tuple[str, str], list[Article]] = defaultdict(list)
    clusters = shared / "data/account/clusters/giveme5w1h_news_cluster.jsonl"
    for line in clusters.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if made := _article(row, row["dId"], row["date_publish"]):
            grouped["clusters", str(row["event_id"])].append(made)
    with gzip.open(shared / "data/stories/allsides_full.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["story"] and (made := _article(row, row["id"], row["date"])):
                grouped["allsides", row["story"]].append(made)
    sets: dict[str, list[list[Article]]] = defaultdict(list)
    for (name, _), articles in sorted(grouped.items()):
        sets[name].append(sorted(articles, key=lambda article: article.id))
    return sets


def judged(stories: list[list[Article]]) -> Iterator[tuple[bool, bool]]:
    """For each article whether its stated date is false by eye, and whether it is rejected."""
    for articles in reject_crawl_days(stories):
        for article in date_articles(articles):
            if article.published.stated is not None:
                yield article.id.removeprefix("a_")[:10] in _FALSE, article.published.stated_rejected


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
    """Shares of dates kept, of false ones rejected, and of hidden dates found within a day, by set."""
    figures = {}
    for name, stories in sorted(_stories(shared).items()):
        found = list(judged(stories))
        figures[f"dating.{name}.kept"] = _share([not rejected for false, rejected in found if not false])
        if any(false for false, _ in found):
            figures[f"dating.{name}.false_rejected"] = _share([rejected for false, rejected in found if false])
        hidden = [each for articles in stories[:_STORIES] for each in refound(articles)]
        dated = [(true, published.date) for true, published in hidden if published.date is not None]
        figures[f"dating.{name}.refound_precision"] = _share([abs((day - true).days) <= 1 for true, day in dated])
        figures[f"dating.{name}.refound_coverage"] = len(dated) / max(1, len(hidden))
    return figures


def _share(kept: list[bool]) -> float:
    return sum(kept) / max(1, len(kept))
