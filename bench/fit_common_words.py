"""The list of words that news writes in lower case, counted in free text; prints ``account/data/common.txt``.

Source: the free genres of GUM (annotation CC BY 4.0) and English Web Treebank (CC BY-SA 4.0) in ../shared; only word
forms leave them. A word counts when it stands at least three times in lower case and is capitalised inside a sentence
at most a third as often.

    python -m bench.fit_common_words > src/headwater/account/data/common.txt
"""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from bench.paths import SHARED

MIN_COUNT = 3
COLUMNS = 100


def counted(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and capitalised inside a sentence, in CoNLL-U files."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.conllu.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            cells = line.split("\t")
            if len(cells) < 4 or not cells[0].isdigit() or not cells[1].isalpha():
                continue
            form = cells[1]
            if form.islower():
                lower[form] += 1
            elif cells[0] != "1" and form.istitle():
                capital[form.lower()] += 1
    return lower, capital


def main() -> None:
    """Print the list, wrapped."""
    lower, capital = counted(SHARED / "data" / "account" / "ud")
    kept = sorted(word for word, count in lower.items() if count >= MIN_COUNT and capital[word] * 3 <= count)
    print("# Words that stand in lower case in running text; made by bench/fit_common_words.py from UD GUM and EWT.")
    print("\n[common]")
    line = ""
    for word in kept:
        if len(line) + len(word) >= COLUMNS:
            print(line.strip())
            line = ""
        line += f"{word} "
    print(line.strip())


if __name__ == "__main__":
    main()
