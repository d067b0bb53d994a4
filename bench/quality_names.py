"""Names against Universal NER (UNER English EWT, CC BY-SA 4.0) and wikigold (CC BY 4.0), beside a simple baseline.

The metric, "overlap F1": a gold name (PER, ORG, LOC) is found when one of ours overlaps it; one of ours is right when
it overlaps a gold name of any kind (MISC too). ``typed`` also asks for the kind, groups and organisations taken
together. The baseline takes every run of capitalised words that does not open its sentence. Only the half of each set
on which nothing was fitted is measured.
"""

from __future__ import annotations

from pathlib import Path

from bench.labelled_names import Passage, uner, wikigold
from bench.paths import SHARED
from bench.quality_quotes import Spans
from headwater.account.particulars.names import find_names
from headwater.account.particulars.tokens import tokens_of
from headwater.model.article import Article
from headwater.model.particulars import EntityType

KINDS = {
    EntityType.PERSON: "PER",
    EntityType.ORGANISATION: "ORG",
    EntityType.GROUP: "ORG",
    EntityType.PLACE: "LOC",
    EntityType.OTHER: "MISC",
}
SETS = {"uner": uner, "wikigold": wikigold}


def held_out(shared: Path, *, name: str) -> list[Passage]:
    """The passages of ``uner`` or ``wikigold`` of odd number; bench/fit_names.py fits on the others."""
    return SETS[name](shared)[1::2]


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
    for passage in held_out(shared, name=name):
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
