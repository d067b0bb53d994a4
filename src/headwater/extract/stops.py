"""Final stops: whether a line ends like a sentence, in any script."""

from __future__ import annotations

import re

_PLAIN = (".", "!", "?")
_STOP = re.compile(r"[.!?…:;。！？；：؟۔।॥።։][\"'”’»)\]」』）]*\Z")


def has_final_stop(line: str) -> bool:
    """Whether ``line`` ends like a sentence, or announces with a colon what follows."""
    return line[-1:] in _PLAIN or _STOP.search(line[-12:]) is not None
