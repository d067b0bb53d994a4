"""Pairs of common words that news hardly ever sets next to each other: prints ``copies/unset_pairs.txt``.

Counted on articles of allsides_full in ../shared that belong to no labelled story: of the most frequent words, pairs
that chance alone would set side by side many times and that stand so a few times at most.

    python -m bench.fit_unset_pairs > src/headwater/copies/unset_pairs.txt
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from bench.paths import SHARED
from bench.rows import read_rows

ARTICLES = 5000
FREQUENT = 160
EXPECTED = 60
SEEN = 4

_STRETCH = re.compile(r"[A-Za-z' ’]+")


def neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Words in small letters next to each other with nothing but a blank between."""
    for stretch in _STRETCH.findall(text):
        words = stretch.replace("’", "'").split(" ")
        yield from ((one, other) for one, other in pairwise(filter(None, words)) if one.islower() and other.islower())


def main() -> None:
    """Print a pair a line, the most surprising first."""
    rows = (row for row in read_rows(SHARED / "data/stories/allsides_full.jsonl.gz") if row["story"] is None)
    pairs: Counter[tuple[str, str]] = Counter()
    for row in islice(rows, ARTICLES):
        pairs.update(neighbours(str(row["text"])))
    words: Counter[str] = Counter()
    for (one, _), count in pairs.items():
        words[one] += count
    frequent = [word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:FREQUENT]]
    found = []
    for one in frequent:
        for other in frequent:
            expected = words[one] * words[other] / pairs.total()
            if one != other and expected >= EXPECTED and pairs[one, other] <= SEEN:
                found.append((-expected, one, other))
    for _, one, other in sorted(found):
        print(one, other)


if __name__ == "__main__":
    main()
