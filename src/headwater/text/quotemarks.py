"""Spans between quotation marks."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the words between double quotation marks, without the marks, in order."""
    return [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
