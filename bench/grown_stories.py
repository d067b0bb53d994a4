"""A large collection made of a smaller one, and what grouping it costs: ``python -m bench.grown_stories HOW COUNT``.

Each further time that the labelled articles are taken, all words that begin with a capital have their letters turned in
the alphabet, so that their events name other people and places in the same words. HOW says where they go: ``longer``
puts them after one another, each beginning where the other ends, as an archive grows; ``denser`` leaves them on the
same days, as a wider choice of outlets does: the hardest case, since each is compared with all of a fortnight.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import string
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count as counting
from itertools import islice

from bench.paths import SHARED
from bench.quality_stories import rows_of
from bench.rows import article_from_row
from headwater.model.article import Article
from headwater.stories import StorySettings, group_stories

_SET = "allsides_full"
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]+")


def grown(count: int, *, longer: bool) -> Iterator[Article]:
    """So many articles; without end where the set is empty."""
    base = [article_from_row(row, split=False) for row in rows_of(SHARED, _SET)]
    days = [article.published.date for article in base if article.published.date]
    span = max(days) - min(days) + dt.timedelta(days=30)
    made = (_again(article, turn, span * turn * longer) for turn in counting() for article in base)
    return islice(made, count)


def _again(article: Article, turn: int, later: dt.timedelta) -> Article:
    if not turn:
        return article
    text = _CAPITAL.sub(lambda word: word[0].translate(turned(turn)), article.text)
    day = article.published.date
    moved = day + later if day else None
    published = replace(article.published, date=moved, earliest=moved, latest=moved, stated=moved)
    return replace(article, id=f"{article.id}{turn:03}", text=text, published=published)


@cache
def turned(turn: int) -> dict[int, int]:
    """The alphabet turned by so many places, from the 27th time on read backwards."""
    lower, by = string.ascii_lowercase[:: 1 - 2 * (turn // 26 % 2)], turn % 26
    small = lower[by:] + lower[:by]
    return str.maketrans(string.ascii_letters, small + small.upper())


def main(how: str, size: str) -> int:
    """Prints CPU-seconds, the number of stories and MB of text as JSON; the articles are made before the clock runs."""
    articles = list(grown(int(size), longer=how == "longer"))
    started = time.process_time()
    stories = group_stories(articles, (), settings=StorySettings())
    seconds = time.process_time() - started
    print(json.dumps([seconds, len(stories), sum(len(article.text.encode()) for article in articles) / 1e6]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
