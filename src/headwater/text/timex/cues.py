"""The cue words of the grammar, from the package's own list ``cues.txt``."""

from __future__ import annotations

from importlib.resources import files


def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in files("headwater.text.timex").joinpath("cues.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current += line.split()
    return {name: frozenset(words) for name, words in found.items()}


_CUES = _sections()
FUTURE = _CUES["future"]
FUTURE_WITH_TO = _CUES["future with to"]
PAST = _CUES["past"]
ENDS_IN_ED = _CUES["ends in ed"]  # no participles: "hundred", "need"
BEFORE_A_PARTICIPLE = _CUES["before a participle"]  # "the expanded mission", "to be announced" say nothing of the past
DIRECTLY_AHEAD = _CUES["directly before, ahead"]
BEFORE_A_YEAR = _CUES["before a year"]
NUMBERED = _CUES["numbered"]  # "Flight 1943"
SCHEDULED = _CUES["scheduled"]
