"""The synthetic set of copies: its articles, what is true of them by construction, and the scores of found pairs."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from headwater.model.article import Article
from headwater.model.reuse import ReuseKind

#: The kinds that say that one text as a whole comes from the other.
WHOLE = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE})

Pair = tuple[str, str]
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Truth:
    """The rows by article id, the pairs of one family, and the pairs of which one holds a passage of the other.

    A family is a text and its made copies. A text into which a passage was pasted belongs to its host's family.
    """

    rows: Mapping[str, Row]
    same: frozenset[Pair]
    pasted: frozenset[Pair]


def read_truth(data: Path) -> Truth:
    """The truth about ``synthetic_copies.jsonl`` in the folder ``data``."""
    lines = (data / "synthetic_copies.jsonl").read_text("utf-8").split("\n")
    return truth_of([json.loads(line) for line in lines if line])


def truth_of(rows: Collection[Row]) -> Truth:
    """The truth about rows with ``id``, ``kind``, ``copy_of`` and ``host``."""
    named = {_name(row["id"]): row for row in rows}
    families: dict[str, list[str]] = {}
    for id in named:
        families.setdefault(_family(id, named), []).append(id)
    same = frozenset(pair for ids in families.values() for pair in combinations(sorted(ids), 2))
    pasted = frozenset(
        pair_of(id, other)
        for id, row in named.items()
        if row["kind"] == "excerpt"
        for other in families[_family(_name(row["copy_of"]), named)]
    )
    return Truth(named, same, pasted)


def articles_of(truth: Truth) -> list[Article]:
    """The articles, whose ids are those of the pairs."""
    return [
        Article(id=id, input="", text=row["text"], sentences=(), outlet=row["source"]) for id, row in truth.rows.items()
    ]


def made_from(truth: Truth) -> dict[Pair, str]:
    """For each text and the one it was made of, as a pair, the id of the one that was made."""
    sources = {id: row["host"] if row["kind"] == "excerpt" else row["copy_of"] for id, row in truth.rows.items()}
    return {pair_of(id, _name(source)): id for id, source in sources.items() if source is not None}


def score_pairs(found: Collection[Pair], whole: Collection[Pair], truth: Truth) -> dict[str, float]:
    """F1 of the pairs held to share a ``whole`` text; recall and precision of pasted passages among all found."""
    kept, right = set(whole), len(set(whole) & truth.same)
    made = {pair for pair in found if any(truth.rows[id]["kind"] == "excerpt" for id in pair)} - truth.same
    # What the host shares with others in truth, a wire text or a quote, the text made of it shares too.
    made -= {pair for pair in made if any(_hosted(pair, id, truth.rows) in found for id in pair)} - truth.pasted
    return {
        "pair_f1": 2 * right / (len(kept) + len(truth.same)),
        "pair_precision": right / max(1, len(kept)),
        "pair_recall": right / len(truth.same),
        "pasted_recall": len(truth.pasted & set(found)) / max(1, len(truth.pasted)),
        "pasted_precision": len(made & truth.pasted) / max(1, len(made)),
    }


def pair_of(one: str, other: str) -> Pair:
    """The two ids in order."""
    return (one, other) if one < other else (other, one)


def _name(number: str | int) -> str:
    return f"{int(number):06}"


def _family(id: str, rows: Mapping[str, Row]) -> str:
    row = rows[id]
    origin = row["host"] if row["kind"] == "excerpt" else row["copy_of"]
    return id if origin is None else _family(_name(origin), rows)


def _hosted(pair: Pair, id: str, rows: Mapping[str, Row]) -> Pair | None:
    """The pair with ``id``, an excerpt, replaced by the text it was pasted into; None for any other."""
    row = rows[id]
    other = pair[0] if id == pair[1] else pair[1]
    return pair_of(_name(row["host"]), other) if row["kind"] == "excerpt" else None
