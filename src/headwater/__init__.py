"""Headwater: from the coverage of an event to its story, every statement linked to the sentence it came from.

>>> import headwater
>>> report = headwater.report(["coverage/"])  # doctest: +SKIP
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from headwater.names import names_from
from headwater.version import __version__

if TYPE_CHECKING:
    from headwater.api import Report, Story, extract, report
    from headwater.model.account import Account
    from headwater.model.article import Article, Citation, Sentence
    from headwater.model.capture import Skipped
    from headwater.model.errors import HeadwaterError, InputError, SettingsError
    from headwater.model.reuse import OriginRange, Origins, Reuse
    from headwater.pipeline.settings import Settings
    from headwater.stories.matcher import Matcher

__all__ = [
    "Account",
    "Article",
    "Citation",
    "HeadwaterError",
    "InputError",
    "Matcher",
    "OriginRange",
    "Origins",
    "Report",
    "Reuse",
    "Sentence",
    "Settings",
    "SettingsError",
    "Skipped",
    "Story",
    "__version__",
    "extract",
    "report",
]

# So that `headwater --version` does not load NumPy.
__getattr__ = names_from(
    __name__,
    {
        "Account": "model.account",
        "Article": "model.article",
        "Citation": "model.article",
        "HeadwaterError": "model.errors",
        "InputError": "model.errors",
        "Matcher": "stories.matcher",
        "OriginRange": "model.reuse",
        "Origins": "model.reuse",
        "Report": "api",
        "Reuse": "model.reuse",
        "Sentence": "model.article",
        "Settings": "pipeline.settings",
        "SettingsError": "model.errors",
        "Skipped": "model.capture",
        "Story": "api",
        "report": "api",
    },
)


class _Package(ModuleType):
    """This package, with ``extract`` as the function whether or not the room of that name was imported."""

    @property
    def extract(self) -> object:
        return getattr(import_module("headwater.api"), "extract")  # noqa: B009  # typed as a module, not as its names

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        # The import system binds a subpackage's name on its parent; docs/decisions/0003-extract.md.
        del room


sys.modules[__name__].__class__ = _Package
