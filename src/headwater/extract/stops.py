"""Final stops: whether a line ends like a sentence, in any script."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLAIN = (".", "!", "?")
_STOPS = ".!?…:;。！？；：؟۔।॥።։"
_CLOSING = "\"'”’»)]」』）"
_LAST = frozenset(_STOPS + _CLOSING)
_STOP = re.compile(f"[{_STOPS}][{re.escape(_CLOSING)}]*\\Z")


def stopped_lines(lines: Sequence[str]) -> list[int]:
    """The numbers of those of ``lines`` that have a final stop."""
    return [at for at, line in enumerate(lines) if line[-1:] in _PLAIN or has_final_stop(line)]


def has_final_stop(line: str) -> bool:
    """Whether ``line`` ends like a sentence, or announces with a colon what follows."""
    last = line[-1:]
    return last in _PLAIN or (last in _LAST and _STOP.search(line[-12:]) is not None)
