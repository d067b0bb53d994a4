"""How well articles are grouped by event: the labelled sets, and the clusters of real coverage all together.

``held_out`` are the stories of a third that the weights were not fitted on (see ``fit_stories.py``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.cluster_scores import score_clusters
from bench.rows import article_from_row, read_rows
from headwater.model.article import Article
from headwater.stories import StorySettings, collect, find_storylines, group_collection, group_stories
from headwater.stories.track import Stream, track

Row = dict[str, Any]
#: Pairs of articles whose stories do, or do not, follow each other, read by hand (see ``fit_storylines.py``).
LABELLED_PAIRS = Path(__file__).parent / "labels" / "storyline_pairs.jsonl"
CLUSTERS = "data/account/clusters/giveme5w1h_news_cluster.jsonl"
_STREAM = ("2017-01", "2017-08")  # of allsides_full: where its unlabelled articles lie as dense as the labelled
SETS = ("allsides_full", "allsides_lead_undated", "basil", "ecbplus", "ktlab_vi", "uci_headlines")


def third_of(story: str) -> int:
    """Which third, 0 to 2, a labelled story is in; the weights are fitted on 1 and 2."""
    return int(hashlib.sha1(story.encode(), usedforsecurity=False).hexdigest(), 16) % 3


def rows_of(shared: Path, name: str) -> list[Row]:
    """The rows of a set: all labelled ones, and every third of the others."""
    if name == "clusters":
        return [row | {"id": row["dId"], "story": str(row["event_id"])} for row in read_rows(shared / CLUSTERS)]
    rows, unlabelled = [], 0
    for row in read_rows(shared / f"data/stories/{name}.jsonl.gz"):
        unlabelled += row["story"] is None
        if row["story"] is not None or unlabelled % 3 == 0:
            rows.append(row)
    return rows


def grouped(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """The ids of each story, by the settings that are shipped."""
    return [grouping.articles for grouping in group_stories(articles, (), settings=StorySettings())]


def figures(
    rows: Sequence[Row], name: str, group: Callable[[Sequence[Article]], list[tuple[str, ...]]]
) -> dict[str, float]:
    """BCubed and pairwise F1 of one set, of all its stories and of the held-out third."""
    articles = [article_from_row(row, split=False) for row in rows]
    gold = {article.id: row["story"] for article, row in zip(articles, rows, strict=True) if row["story"] is not None}
    groups = group(articles)
    held_out = {story for story in gold.values() if third_of(story) == 0}
    every, unseen = score_clusters(gold, groups), score_clusters(gold, groups, only=held_out)
    return {
        f"stories.{name}.bcubed": every.bcubed,
        f"stories.{name}.pairwise": every.pairwise,
        f"stories.{name}.held_out.bcubed": unseen.bcubed,
        f"stories.{name}.held_out.pairwise": unseen.pairwise,
    }


def small_collections(rows: Sequence[Row]) -> dict[str, float]:
    """The same for collections as people bring them: each event with its two successors in the list, and no more."""
    events: dict[str, list[Article]] = {}
    for row in rows:
        events.setdefault(row["story"], []).append(article_from_row(row, split=False))
    names = sorted(events)
    scores = []
    for at in range(len(names)):
        chosen = {names[(at + step) % len(names)] for step in range(3)}
        gold = {article.id: name for name in chosen for article in events[name]}
        scores.append(score_clusters(gold, grouped([article for name in sorted(chosen) for article in events[name]])))
    return {
        "stories.small_collections.bcubed": sum(score.bcubed for score in scores) / len(scores),
        "stories.small_collections.pairwise": sum(score.pairwise for score in scores) / len(scores),
    }


def streamed(rows: Sequence[Row]) -> dict[str, float]:
    """One pass over seven months in order of time, a day at a time, regrouping what is recent.

    How far it ends as the batch of all seven months does is told three ways: of the pairs that either puts together the
    share that both do, among all articles and among the labelled ones, and BCubed F1 with the batch as the truth. Both
    score alike on the labels. They part on what has none, where the stream joins half as many pairs again: it weighs
    words and neighbours by some dozens of articles, and so holds a topic for an event sooner than among hundreds.
    """
    days: dict[str, list[Article]] = {}
    gold: dict[str, str] = {}
    for row in rows:
        if _STREAM[0] <= row["date"] < _STREAM[1]:
            article = article_from_row(row, split=False)
            days.setdefault(row["date"][:10], []).append(article)
            if row["story"] is not None:
                gold[article.id] = row["story"]
    stream = Stream()
    for day in sorted(days):
        stream = track(stream, days[day], (), settings=StorySettings())
    passed = [story.articles for story in stream.stories]
    at_once = grouped([each for day in days.values() for each in day])
    score = score_clusters(gold, passed)
    among = [[[id for id in story if id in gold] for story in stories] for stories in (passed, at_once)]
    return {
        "stories.stream.bcubed": score.bcubed,
        "stories.stream.pairwise": score.pairwise,
        "stories.stream.pairs_as_batch": _agreement(passed, at_once),
        "stories.stream.labelled_pairs_as_batch": _agreement(*among),
        "stories.stream.bcubed_to_batch": score_clusters(_numbered(at_once), passed).bcubed,
    }


def _numbered(stories: Sequence[Sequence[str]]) -> dict[str, str]:
    return {id: str(number) for number, story in enumerate(stories) for id in story}


def threads(rows: Sequence[Row]) -> dict[str, int]:
    """The number of each article's storyline, by the row's own id."""
    articles = [article_from_row(row, split=False) for row in rows]
    collection = collect(articles, (), settings=StorySettings())
    line_of = {
        story: number
        for number, line in enumerate(find_storylines(collection, settings=StorySettings()))
        for story in line.stories
    }
    story_of = {
        id: group.id for group in group_collection(collection, settings=StorySettings()) for id in group.articles
    }
    return {str(article.key): line_of[story_of[article.id]] for article in articles}


def threaded(shared: Path) -> dict[str, float]:
    """Of the pairs of stories read by hand: of those joined the share that follow each other, and the reverse.

    They were fitted on. Look-alikes, two events of one kind as in ecbplus, are undated and so never joined.
    """
    pairs = list(read_rows(LABELLED_PAIRS))
    line = threads(rows_of(shared, "allsides_full"))
    joined = [pair["follow"] for pair in pairs if line[pair["a"]] == line[pair["b"]]]
    return {
        "stories.storylines.precision": sum(joined) / max(1, len(joined)),
        "stories.storylines.recall": sum(joined) / sum(pair["follow"] for pair in pairs),
    }


def _agreement(some: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> float:
    """Of the pairs that either partition puts together, the share that both do."""
    one, other = ({pair for group in groups for pair in combinations(sorted(group), 2)} for groups in (some, others))
    return len(one & other) / max(1, len(one | other))


def measure(shared: Path) -> dict[str, float]:
    """All figures, 0..1."""
    found: dict[str, float] = {}
    for name in (*SETS, "clusters"):
        found |= figures(rows_of(shared, name), name, grouped)
    found |= small_collections(rows_of(shared, "clusters")) | streamed(rows_of(shared, "allsides_full"))
    return found | threaded(shared)
