"""Names against Universal NER (UNER English EWT, CC BY-SA 4.0) and wikigold (CC BY 4.0), beside a simple baseline.

The metric, "overlap F1": a gold name (PER, ORG, LOC) is found when one of ours overlaps it; one of ours is right when
it overlaps a gold name of any kind (MISC too). ``typed`` also asks for the kind, groups and organisations taken
together. The baseline takes every run of capitalised words that does not open its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.paths import SHARED
from bench.quality_quotes import Spans
from headwater.account.particulars.names import find_names
from headwater.account.particulars.tokens import tokens_of
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import EntityType

FOLDER = Path("data/account/ner")
DOCUMENT = 40  # sentences that are read as one article
KINDS = {
    EntityType.PERSON: "PER",
    EntityType.ORGANISATION: "ORG",
    EntityType.GROUP: "ORG",
    EntityType.PLACE: "LOC",
    EntityType.OTHER: "MISC",
}
Labelled = tuple[int, int, str]


@dataclass(frozen=True)
class Passage:
    """Some sentences as one article, and the names labelled in it."""

    article: Article
    gold: tuple[Labelled, ...]


def _sentences(path: Path, word: int, tag: int) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("#"):
            continue
        if len(cells) > max(word, tag):
            rows.append((cells[word], cells[tag]))
        elif rows:
            yield rows
            rows = []


def _gold(rows: list[tuple[str, str]], at: int) -> tuple[str, list[Labelled]]:
    """The sentence's text and its names, offset by ``at``."""
    text = ""
    found: list[Labelled] = []
    previous = "O"
    for form, tag in rows:
        text += " " if text and form not in ",.;:!?)'s’" else ""
        start = at + len(text)
        text += form
        if tag != "O":
            kind = tag.partition("-")[2]
            goes_on = previous.partition("-")[2] == kind and not tag.startswith("B") and found
            begins = found[-1][0] if goes_on else start
            found[-1:] = [(begins, at + len(text), kind)] if goes_on else [*found[-1:], (start, at + len(text), kind)]
        previous = tag
    return text, found


def passages(shared: Path, *, name: str) -> Iterator[Passage]:
    """The passages of ``uner`` or ``wikigold``."""
    path, word, tag = (
        (shared / FOLDER / "uner_ewt" / "en_ewt-ud-dev.iob2", 1, 2)
        if name == "uner"
        else (shared / FOLDER / "wikigold" / "wikigold.conll.txt", 0, 1)
    )
    batch = list(_sentences(path, word, tag))
    for first in range(0, len(batch), DOCUMENT):
        text, sentences, gold = "", [], []
        for n, rows in enumerate(batch[first : first + DOCUMENT], 1):
            text += "\n" if text else ""
            words, found = _gold(rows, len(text))
            sentences.append(Sentence(f"s{n}", len(text), len(text) + len(words), Part.BODY))
            text += words
            gold.extend(found)
        yield Passage(Article(id=f"a_{name}{first}", input=name, text=text, sentences=tuple(sentences)), tuple(gold))


def baseline(article: Article) -> Spans:
    """Runs of capitalised words that do not open a sentence."""
    spans: list[tuple[int, int]] = []
    for sentence in article.sentences:
        for token in tokens_of(article.text, sentence.start, sentence.end):
            if not token.capital or token.first:
                continue
            joined = spans and not token.broken and spans[-1][1] + 1 == token.start
            spans[-1:] = [(spans[-1][0], token.end)] if joined else [*spans[-1:], (token.start, token.end)]
    return tuple(spans)


def _f1(right: int, ours: int, found: int, gold: int) -> float:
    precision, recall = right / max(1, ours), found / max(1, gold)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _score(shared: Path, *, name: str, ours_of: str) -> float:
    right = ours = found = gold = 0
    for passage in passages(shared, name=name):
        if ours_of == "baseline":
            mine = [(a, b, "?") for a, b in baseline(passage.article)]
        else:
            mine = [(m.citation.start, m.citation.end, KINDS[m.type]) for m in find_names(passage.article)]
        typed = ours_of == "typed"
        wanted = [item for item in passage.gold if item[2] != "MISC"]
        right += sum(
            any(a < y and x < b and (not typed or k == kind) for x, y, kind in passage.gold) for a, b, k in mine
        )
        found += sum(any(a < y and x < b and (not typed or k == kind) for a, b, k in mine) for x, y, kind in wanted)
        ours, gold = ours + len(mine), gold + len(wanted)
    return _f1(right, ours, found, gold)


def measure(shared: Path) -> dict[str, float]:
    """Overlap F1 of names, untyped and typed, and of the capitalised-run baseline, on each set."""
    return {
        f"names.{name}.{how}_f1": _score(shared, name=name, ours_of=how)
        for name in ("uner", "wikigold")
        for how in ("overlap", "typed", "baseline")
    }


if __name__ == "__main__":
    for key, value in measure(SHARED).items():
        print(f"{key} {value:.3f}")
