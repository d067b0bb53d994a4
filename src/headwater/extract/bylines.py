"""Bylines: authors as the visible lines of a page name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_BY = re.compile(
    r"(?:(?:story |words |written |reported |posted |published )?(?:by|von|par|por)\b\s*:?"
    r"|(?:authors?|autor(?:en|es)?):)"
    r"\s*(?P<names>.+)",
    re.I,
)
_FIELDS = re.compile(r"\s+[|•·]\s+")
_WHERE = re.compile(r" (?:in|aus|à|en) [A-ZÀ-ÖØ-Þ][\w.'’ -]*$")  # "By Ann Ode in Port Alder"
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|&| and | und | et | y | with )\s*")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:de|del|della|der|den|di|da|la|le|van|von|bin|ibn|al|el|ten"
    r"|ter|[A-ZÀ-ÖØ-Þ][\w.'’-]*)){1,5}\Z"
)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|staff|bureau|news|desk|press|agency|agencies"
    r"|updated|published|read|senior|chief|special|for|in|at"
    r"|contributor|columnist|analyst|producer|team|associated|reuters|afp|service|times|post|daily|media)\b",
    re.I,
)


def authors_from_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The persons that the first byline among ``lines`` names ("By Ann Ode and Bo Lund, staff"), in order."""
    for line in lines:
        for field in _FIELDS.split(line):
            match = _BY.match(field)
            names = persons(_SPLIT.split(_WHERE.sub("", match["names"]))) if match else ()
            if names:
                return names
    return ()


def persons(names: Sequence[str]) -> tuple[str, ...]:
    """Those of ``names`` that are shaped like a person's, each once, in order."""
    found: list[str] = []
    for name in names:
        trimmed = name.strip(" .,")
        if _NAME.match(trimmed) and not _ROLE.search(trimmed) and trimmed not in found:
            found.append(trimmed.title() if trimmed.isupper() else trimmed)
    return tuple(found)
