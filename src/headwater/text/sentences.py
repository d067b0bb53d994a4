"""Sentence spans of news text."""

from __future__ import annotations

import re

_END = re.compile(r"""(?<=[.!?…])["'”’»)\]]*\s+(?=["'“‘«(\[]*[A-Z0-9])|\n+""")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text``, in order, without surrounding white space.

    A line break always ends a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.start() + len(match.group().rstrip()) if match else len(text)
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            at = start + piece.index(stripped[0])
            spans.append((at, at + len(stripped)))
        start = match.end() if match else end
    return spans
