"""The agencies that a text names or is credited to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from headwater.model.article import Article


@dataclass(frozen=True, slots=True)
class Agencies:
    """``names``: each form of an agency's name with the name it goes by; ``pattern`` finds the forms."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]


def load_agencies() -> Agencies:
    """The news agencies of the package's own list."""
    listed = json.loads(files("headwater.copies").joinpath("agencies.json").read_text("utf-8"))
    names = {form: name for name, forms in listed.items() for form in forms}
    forms = sorted(names, key=lambda form: (-len(form), form))
    return Agencies(names, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"))


def agencies_named(article: Article, agencies: Agencies) -> tuple[str, ...]:
    """Agencies that the article is credited to or names in its text, sorted, each once."""
    found = {agencies.names[match.group()] for match in agencies.pattern.finditer(article.text)}
    found.update(agencies.names[match.group()] for match in agencies.pattern.finditer(article.credit or ""))
    return tuple(sorted(found))
