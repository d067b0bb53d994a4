"""Word-level differences on a terminal, in the marks of GNU wdiff."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.present.layout import Style, styled
from headwater.text.diff import Op

_CLOSING = (",", ".", ";", ":", "!", "?", ")", "]", "”", "’")


def runs_text(runs: Iterable[tuple[Op, str]]) -> str:
    """Runs of words as one text: cut words in [-…-], added ones in {+…+}, no space before closing punctuation."""
    text = ""
    for op, words in runs:
        space = "" if not text or words.startswith(_CLOSING) else " "
        text += space + _marked(op, " ".join(words.split()))
    return text


def _marked(op: Op, words: str) -> str:
    match op:
        case Op.CUT:
            return styled(f"[-{words}-]", Style.CUT)
        case Op.ADDED:
            return styled(f"{{+{words}+}}", Style.ADDED)
        case Op.KEPT:
            return words
