"""How likely two stories follow each other: prints ``stories/weights/storyline.json``.

A logistic regression on one figure, the sum of the cosines of two stories' texts, names and beginnings. Fitted on pairs
of stories of two kinds that count alike: those of real coverage, of one event or not by their labels, which are mostly
unrelated; and 86 of one country's politics within 60 days of each other, drawn evenly over the figure and read by hand
(``labels/storyline_pairs.jsonl``: an article of each, whether a reader of the one would call the other the same affair
going on, how many pairs it was drawn from). Both were looked at while this was made.

    python -m bench.fit_storylines > src/headwater/stories/weights/storyline.json
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.fit_stories import Array, logistic
from bench.paths import SHARED
from bench.quality_stories import LABELLED_PAIRS, Row, rows_of
from bench.rows import article_from_row, read_rows
from headwater.stories.collection import Collection, collect
from headwater.stories.settings import StorySettings
from headwater.stories.storylines import likeness_of_stories, thread_stories

_RIDGE = 1e-6


def likenesses(rows: list[Row]) -> tuple[Collection, dict[str, int], dict[tuple[int, int], float]]:
    """The collection, the number of each article's story by the row's own id, and the likeness of candidate pairs."""
    collection = collect([article_from_row(row, split=False) for row in rows], (), settings=StorySettings())
    told = thread_stories(collection, settings=StorySettings())
    story = {str(article.key): int(number) for article, number in zip(collection.articles, told.story, strict=True)}
    pairs = zip(told.compared.one.tolist(), told.compared.other.tolist(), strict=True)
    return collection, story, dict(zip(pairs, likeness_of_stories(told.compared).tolist(), strict=True))


def by_hand(shared: Path) -> Iterator[tuple[float, bool, float]]:
    """Likeness, label and weight of the pairs read by hand that are candidates."""
    _, story, found = likenesses(rows_of(shared, "allsides_full"))
    for pair in read_rows(LABELLED_PAIRS):
        key = tuple(sorted((story[pair["a"]], story[pair["b"]])))
        if (likeness := found.get((key[0], key[1]))) is not None:
            yield likeness, bool(pair["follow"]), float(pair["stands_for"])


def by_event(shared: Path) -> Iterator[tuple[float, bool, float]]:
    """The same of the stories of real coverage, each of the event that most of its articles are labelled with."""
    rows = rows_of(shared, "clusters")
    _, story, found = likenesses(rows)
    events: dict[int, list[str]] = {}
    for row in rows:
        events.setdefault(story[str(row["id"])], []).append(row["story"])
    most = {number: max(sorted(set(named)), key=named.count) for number, named in events.items()}
    for (one, other), likeness in found.items():
        yield likeness, most[one] == most[other], 1.0


def main() -> None:
    """Print the weights."""
    parts = [np.array(list(pairs(SHARED)), dtype=np.float64) for pairs in (by_hand, by_event)]
    weight: Array = np.concatenate([part[:, 2] / part[:, 2].sum() for part in parts])
    every = np.concatenate(parts)
    slope, intercept = logistic(every[:, :1], every[:, 1] > 0, weight / weight.mean(), ridge=_RIDGE)
    print(json.dumps({"likeness": round(float(slope), 3), "intercept": round(float(intercept), 3)}))


if __name__ == "__main__":
    main()
