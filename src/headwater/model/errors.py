"""The errors Headwater raises.

HeadwaterError
 ├── InputError      one input cannot be used; the run goes on without it
 └── SettingsError   a settings file or value is wrong
"""

from __future__ import annotations


class HeadwaterError(Exception):
    """Anything Headwater raises on purpose; the message is meant for the reader."""


class InputError(HeadwaterError):
    """An input cannot be used. ``input`` names it, ``reason`` says what was found and what was expected."""

    def __init__(self, input: str, reason: str) -> None:
        super().__init__(f"cannot read {input!r}: {reason}")
        self.input = input
        self.reason = reason


class SettingsError(HeadwaterError):
    """A setting is unknown or its value is out of range. ``name`` names it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"setting {name!r}: {reason}")
        self.name = name
        self.reason = reason
