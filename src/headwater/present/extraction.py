"""Extraction explained on a terminal: each piece of an input on a line, then what each fact rests on."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model.extraction import Explained, Piece
from headwater.present.layout import Style, cut, finish, styled_line, table, wrapped

_HEAD = ("KIND", "SCORE", "WHY", "TEXT")
_REASON_COLUMNS = 40


def explained_text(explained: Sequence[Explained], *, width: int, color: bool) -> str:
    """For each input a table of its pieces in page order, and its facts with their evidence, ``width`` columns wide."""
    lines: list[str] = []
    for item in explained:
        lines += [""] if lines else []
        lines += [styled_line(cut(item.article.input, width), Style.STRONG)]
        lines += table(_HEAD, [_row(piece) for piece in item.pieces], width, flexible=3)
        for fact in item.facts:
            evidence = "; ".join(fact.evidence)
            said = f"{fact.value or 'not told'}{f' ({evidence})' if evidence else ''}"
            lines += wrapped(said, width, first=f"{fact.name:<8}")
    return finish(lines, color=color)


def _row(piece: Piece) -> tuple[str, ...]:
    score = "" if piece.score is None else f"{piece.score:.2f}"
    return piece.role.value if piece.role else "dropped", score, cut(piece.reason, _REASON_COLUMNS), piece.text
