"""Copies beside their peers on the synthetic set, and what looking for them costs as the collection grows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.copy_finders import CANDIDATES
from bench.process import run_apart
from bench.synthetic_copies import Truth, read_truth, score_pairs
from bench.tables import Table

_SIZES = (1_000, 10_000, 20_000)
_LARGE = 100_000
_GROWN = (
    "articles",
    "pairs",
    "CPU s",
    "without directions",
    "articles per CPU-second",
    "without directions",
    "MB of text per CPU-second",
    "peak MB",
    "of it the texts",
)


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """Scores and speed beside the peers, then the cost by size; ``--large`` adds 100,000 articles."""
    truth = read_truth(shared / "data" / "copies")
    header = ("candidate", "pair F1", "precision", "recall", "pasted recall", "docs per CPU-second", "peak MB")
    rows = tuple(_scored(name, truth) for name in CANDIDATES)
    note = "; ".join(f"{name}: {settings}" for name, (_, settings) in CANDIDATES.items())
    yield Table(f"Pairs and pasted passages, {len(truth.rows):,} texts", header, rows, note)
    sizes = (*_SIZES, _LARGE) if "--large" in options else _SIZES
    note = "without directions: candidates with verification, before who took from whom is judged"
    yield Table("Headwater by size of the collection", _GROWN, tuple(map(_grown_row, sizes)), note)


def _scored(name: str, truth: Truth) -> tuple[str, ...]:
    ran = run_apart("bench.copy_finders", name)
    if ran is None:
        return name, "did not run", "", "", "", "", ""
    cost, lines = ran
    found, whole = ({(str(a), str(b)) for a, b in json.loads(line)} for line in lines[:2])
    scores = score_pairs(found, whole, truth)
    shown = (scores[figure] for figure in ("pair_f1", "pair_precision", "pair_recall", "pasted_recall"))
    rate = len(truth.rows) / json.loads(lines[2])
    return name, *(f"{score:.3f}" for score in shown), f"{rate:,.0f}", f"{cost.peak_mb:,.0f}"


def _grown_row(count: int) -> tuple[str, ...]:
    ran = run_apart("bench.copy_finders", "grow", str(count))
    if ran is None:
        return f"{count:,}", "did not run", *[""] * (len(_GROWN) - 2)
    cost, lines = ran
    verified, seconds, pairs, held_mb, text_mb = json.loads(lines[0])
    speeds = (f"{count / seconds:,.0f}", f"{count / verified:,.0f}", f"{text_mb / seconds:,.0f}")
    memory = (f"{cost.peak_mb:,.0f}", f"{held_mb:,.0f}")
    return f"{count:,}", f"{pairs:,}", f"{seconds:.1f}", f"{verified:.1f}", *speeds, *memory
