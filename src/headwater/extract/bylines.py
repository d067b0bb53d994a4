"""Bylines: authors as the visible lines of a page name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BY = re.compile(
    r"(?:(?:this (?:article|post|story) was )?(?:story |words |written |reported |posted |published )?"
    r"(?:by|von|par|por)\b\s*:?|(?:authors?|autor(?:en|es)?):)"
    r"\s*(?P<names>.+)",
    re.I,
)
_FIELDS = re.compile(r"\s+[|•·–-]\s+")
_WHERE = re.compile(r" (?:in|aus|à|en) [A-ZÀ-ÖØ-Þ][\w.'’ -]*$")  # "By Ann Ode in Port Alder"
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|&| and | und | et | y | with )\s*")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:de|del|della|der|den|di|da|la|le|van|von|bin|ibn|al|el|ten"
    r"|ter|[A-ZÀ-ÖØ-Þ][\w.'’-]*)){1,5}\Z"
)
_LONGEST_NAMES = 120
_LABEL = re.compile(r"(?:authors?|autor(?:en|es)?):?\s+(?=[A-ZÀ-ÖØ-Þ])", re.I)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|staff|bureau|news|desk|press|agency|agencies"
    r"|updated|published|read|senior|chief|special|for|in|at"
    r"|contributor|columnist|analyst|producer|team|associated|reuters|afp|service|times|post|daily|media"
    r"|facebook|twitter|instagram|linkedin|whatsapp|telegram|youtube|email|share|sponsored|advertorial)\b",
    re.I,
)


def authors_from_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """The persons that the first byline among ``lines`` names ("By Ann Ode and Bo Lund, staff"), in order.

    Where no line says "by", those of the first line of names alone.
    """
    for line in lines:
        for field in _FIELDS.split(line):
            match = _BY.match(field)
            names = _leading(_SPLIT.split(_WHERE.sub("", match["names"]))) if match else ()
            if names:
                return names
    return next(filter(None, map(names_alone, lines)), ())


def names_alone(line: str) -> tuple[str, ...]:
    """The persons of a line that holds their names and nothing else ("Ann Ode and Bo Lund"); else nobody."""
    parts = _SPLIT.split(line.strip())
    names = _leading(parts) if len(line) <= _LONGEST_NAMES and not _BY.match(line) else ()
    return names if len(names) == len(parts) else ()


def _leading(parts: Sequence[str]) -> tuple[str, ...]:
    """The first of ``parts`` that are shaped like persons' names, up to one that is not: what follows is a role."""
    found: list[str] = []
    for part in parts:
        bare = _LABEL.sub("", part.strip(" .,"), count=1)
        if _NAME.match(bare) and not _ROLE.search(bare):
            found.append(bare.title() if bare.isupper() else bare)
        elif found:
            break
    return tuple(dict.fromkeys(found))
