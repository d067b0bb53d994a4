"""How widely stems are used in news: prints ``copies/stems.tsv``.

Counted on articles of allsides_full in ../shared that belong to no labelled story; only the share of articles that
hold a stem leaves them. A stem that is mostly a name or figure is left out, so that it counts as rare.

    python -m bench.fit_stems > src/headwater/copies/stems.tsv
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from bench.paths import SHARED
from bench.rows import read_rows
from headwater.copies.gist import NAME, gists_of
from headwater.copies.lexicon import Lexicon

LEAST_SHARE = 0.005
ARTICLES = 4000


def main() -> None:
    """Print a line a stem: the stem, and the share of articles that hold it in thousandths."""
    rows = (row for row in read_rows(SHARED / "data/stories/allsides_full.jsonl.gz") if row["story"] is None)
    lexicon = Lexicon()
    gists = gists_of([str(row["text"]) for row in islice(rows, ARTICLES)], lexicon)
    holding = Counter(lexicon.stems[stem] for gist in gists for stem in gist.stems.tolist())
    as_name = Counter(lexicon.stems[stem] for gist in gists for stem in gist.stems[gist.kinds & NAME > 0].tolist())
    for stem, count in sorted(holding.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST_SHARE * len(gists) and stem.isalpha() and 2 * as_name[stem] <= count:
            print(f"{stem}\t{round(1000 * count / len(gists))}")


if __name__ == "__main__":
    main()
