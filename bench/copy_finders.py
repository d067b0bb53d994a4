"""Finders of copies to be compared, each loaded alone.

``python -m bench.copy_finders NAME`` runs one candidate on the synthetic set and prints its pairs; ``... grow COUNT``
Headwater on so many articles. datasketch and rensa index runs of five words, gaoya single words as its documentation
does.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.paths import SHARED
from bench.rows import read_rows
from bench.synthetic_copies import WHOLE, Pair, articles_of, pair_of, read_truth
from headwater.model.article import Article
from headwater.model.reuse import ReuseKind

_DATA = SHARED / "data" / "copies"
_RUN = 5

#: Articles in; the pairs found, and the kind of reuse where the candidate tells kinds apart.
Finder = Callable[[Sequence[Article]], dict[Pair, ReuseKind | None]]


def word_runs(text: str) -> set[str]:
    """The distinct runs of five lower-cased words; the whole text where it is shorter."""
    words = text.lower().split()
    return {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}


def _headwater() -> Finder:
    from headwater.copies import CopySettings, find_reuses  # each candidate loads its own library alone

    def found(articles: Sequence[Article]) -> dict[Pair, ReuseKind | None]:
        return {(reuse.a, reuse.b): reuse.kind for reuse in find_reuses(articles, settings=CopySettings())}

    return found


def _datasketch() -> Finder:
    from datasketch import MinHash, MinHashLSH  # each candidate loads its own library alone

    def found(articles: Sequence[Article]) -> dict[Pair, ReuseKind | None]:
        index, pairs = MinHashLSH(threshold=0.5, num_perm=128), set[Pair]()
        for article in articles:
            sketch = MinHash(num_perm=128)
            sketch.update_batch([run.encode() for run in word_runs(article.text)])
            pairs.update(pair_of(article.id, str(other)) for other in index.query(sketch))
            index.insert(article.id, sketch)
        return dict.fromkeys(pairs)

    return found


def _rensa() -> Finder:
    from rensa import RMinHash, RMinHashLSH  # each candidate loads its own library alone

    def found(articles: Sequence[Article]) -> dict[Pair, ReuseKind | None]:
        index, pairs = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=64), set[Pair]()
        for number, article in enumerate(articles):
            sketch = RMinHash(num_perm=128, seed=42)
            sketch.update(sorted(word_runs(article.text)))
            pairs.update(pair_of(article.id, articles[other].id) for other in index.query(sketch))
            index.insert(number, sketch)
        return dict.fromkeys(pairs)

    return found


def _gaoya() -> Finder:
    from gaoya.minhash import MinHashStringIndex  # each candidate loads its own library alone

    def found(articles: Sequence[Article]) -> dict[Pair, ReuseKind | None]:
        index, pairs = MinHashStringIndex(32, 0.5, 42, 3, None, "word", True, (1, 1)), set[Pair]()
        for number, article in enumerate(articles):
            pairs.update(pair_of(article.id, articles[other].id) for other in index.query(article.text))
            index.insert_document(number, article.text)
        return dict.fromkeys(pairs)

    return found


#: Name in the tables -> what makes the candidate, and its settings.
CANDIDATES: dict[str, tuple[Callable[[], Finder], str]] = {
    "Headwater": (_headwater, "default settings"),
    "datasketch": (_datasketch, "MinHashLSH, 128 permutations, threshold .5"),
    "rensa": (_rensa, "RMinHashLSH, 128 permutations, 64 bands"),
    "gaoya": (_gaoya, "MinHashStringIndex, 42 bands of 3, Jaccard .5"),
}


def _run(name: str) -> None:
    """Prints the pairs, then those held to share a whole text, then the CPU-seconds, each as one line of JSON."""
    truth = read_truth(_DATA)
    finder = CANDIDATES[name][0]()
    articles = articles_of(truth)
    started = time.process_time()
    found = finder(articles)
    seconds = time.process_time() - started
    # A peer does not say what it is that two texts share: a passage that it found is no mistake.
    whole = {pair for pair, kind in found.items() if (kind in WHOLE if kind else pair not in truth.pasted)}
    print(json.dumps(sorted(found)), json.dumps(sorted(whole)), json.dumps(seconds), sep="\n")


def grown(texts: Sequence[str], count: int) -> list[str]:
    """``texts`` and texts made from them, ``count`` in all, always the same.

    Of ten that are made one is cut in half and two have every twenty-fifth word replaced; the others have the words of
    one text in another order, which is a text that shares no wording with any.
    """
    made = list(texts[:count])
    for number in range(len(made), count):
        order = random.Random(number)
        words = texts[number % len(texts)].split(" ")
        kind = number % 10
        if kind == 0:
            words = words[: max(60, len(words) // 2)]
        elif kind < 3:
            for _ in range(len(words) // 25):
                words[order.randrange(len(words))] = f"word{order.randrange(1000)}"
        else:
            order.shuffle(words)
        made.append(" ".join(words))
    return made


def grown_texts(shared: Path, count: int) -> list[str]:
    """So many texts, of about 5,500 characters each: those of the labelled sets, and those grown from them."""
    texts = [row["text"] for row in read_truth(shared / "data" / "copies").rows.values()]
    texts += [f"{row['title']}\n\n{row['text']}" for row in read_rows(shared / "data/stories/allsides_full.jsonl.gz")]
    return grown(texts, count)


def _run_grown(count: int) -> None:
    """Prints the CPU-seconds without directions and in all, and the pairs, of one run over ``count`` articles.

    And the MB that their texts take in memory, and how many MB they are as UTF-8.
    """
    from headwater.copies import CopySettings  # each candidate loads its own library alone
    from headwater.copies.reuses import shared_wording, with_directions

    texts = grown_texts(SHARED, count)
    sizes = [sum(map(sys.getsizeof, texts)) / 1e6, sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6]
    articles = [Article(id=f"a_{number:07}", input="", text=text, sentences=()) for number, text in enumerate(texts)]
    del texts
    started = time.process_time()
    found = shared_wording(articles, settings=CopySettings())
    verified = time.process_time() - started
    found = with_directions(found, articles)
    print(json.dumps([verified, time.process_time() - started, len(found), *sizes]))


if __name__ == "__main__":
    if sys.argv[1] == "grow":
        _run_grown(int(sys.argv[2]))
    else:
        _run(sys.argv[1])
