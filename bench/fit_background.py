"""How widely common words are used in news: prints ``stories/data/background.tsv``.

Counted on the unlabelled articles of allsides_full in ../shared; only the share of articles that hold a word leaves
them. Words that are mostly written with a capital are left out: names are never background.

    python -m bench.fit_background > src/headwater/stories/data/background.tsv
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

import numpy as np

from bench.paths import SHARED
from bench.rows import article_from_row, read_rows
from headwater.stories.terms import count_terms, pieces_of
from headwater.stories.tokens import spelled, tokens_of

LEAST_SHARE = 0.01
ARTICLES = 5000


def main() -> None:
    """Print a line a word: the word, and the share of articles that hold it in thousandths."""
    rows = (row for row in read_rows(SHARED / "data/stories/allsides_full.jsonl.gz") if row["story"] is None)
    articles = [article_from_row(row, split=False) for row in islice(rows, ARTICLES)]
    terms = count_terms(articles)
    words = spelled(tokens_of([piece for article in articles for piece in pieces_of(article)]))
    holding = np.bincount(terms.body.term, minlength=len(terms.vocabulary)) / terms.rows
    as_name = Counter(terms.names.term.tolist())
    for number in np.argsort(-holding, kind="stable").tolist():
        word = words[int(terms.vocabulary[number])]
        mostly_name = as_name[number] > holding[number] * terms.rows / 3
        if holding[number] >= LEAST_SHARE and word.isalpha() and not mostly_name:
            print(f"{word}\t{round(1000 * holding[number])}")


if __name__ == "__main__":
    main()
