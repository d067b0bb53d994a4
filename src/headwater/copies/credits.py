"""The agencies and outlets that an article credits, and those that its text names as having spoken to somebody."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from headwater.model.article import Article, FurnitureKind

# Credits stand in the dateline and in the last lines.
_HEAD_CHARS = 300
_FOOT_CHARS = 250
# A picture's credit says nothing about the text.
_PICTURED = re.compile(r"[|/]|\b(?:photo\w*|pictures?|images?|getty|file|pool|video|graphic|via)\b", re.IGNORECASE)
_CREDITING = frozenset({FurnitureKind.CREDIT, FurnitureKind.LEGAL, FurnitureKind.METADATA})


@dataclass(frozen=True, slots=True)
class Agencies:
    """``names``: each form of an agency's name with the name it goes by; ``pattern`` finds the forms.

    ``letters`` finds texts that may hold one, within words too, several times as fast: in most is none.
    """

    names: Mapping[str, str]
    letters: re.Pattern[str]
    pattern: re.Pattern[str]
    credited: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Credits:
    """Agencies that an article is ``credited`` to as a whole, and ``named`` ones with the places of their names."""

    credited: frozenset[str]
    named: Mapping[str, tuple[int, ...]]


NO_CREDITS = Credits(frozenset(), {})


@cache
def load_agencies() -> Agencies:
    """The news agencies of the package's own list."""
    listed = json.loads(files("headwater.copies").joinpath("agencies.json").read_text("utf-8"))
    names = {form: name for name, forms in listed.items() for form in forms}
    forms = sorted(names, key=lambda form: (-len(form), form))
    any_form = "|".join(map(re.escape, forms))
    pattern = re.compile(rf"(?:{_by_first_letter(forms, apart=True)})(?!\w)")
    marked = rf"\((?:{any_form})\)\s*[-–—:]|\((?:{any_form})\)\s*\Z|[-–—]\s?(?:{any_form})\s*\Z|^(?:{any_form})$"
    # Who is looked for by a part of a name is found by all of it.
    parts = [form for form in forms if not any(other in form for other in forms if other != form)]
    return Agencies(names, re.compile(_by_first_letter(parts, apart=False)), pattern, re.compile(marked, re.MULTILINE))


def _by_first_letter(forms: Sequence[str], *, apart: bool) -> str:
    """A pattern for any of the forms that tries at each letter only those that begin with it.

    Where they are to stand ``apart``, none is found that a letter or digit stands before.
    """
    rests: dict[str, list[str]] = {}
    for form in forms:
        rests.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]))
    before = {first: rf"(?<!\w{first})" if apart else "" for first in rests}
    return "|".join(f"{first}{before[first]}(?:{'|'.join(rest)})" for first, rest in rests.items())


def credits_of(article: Article, agencies: Agencies, *, names: bool) -> Credits:
    """What the article credits: its credit line, the dateline, the last lines; and, with ``names``, whom it names."""
    text = article.text
    named: dict[str, list[int]] = {}
    if names and agencies.letters.search(text):
        for match in agencies.pattern.finditer(text):
            named.setdefault(agencies.names[match.group()], []).append(match.start())
    lines = [line for line in (article.credit, article.outlet, *article.authors) if line]
    lines += [
        item.text
        for item in article.furniture
        if item.kind in _CREDITING and len(item.text) < _FOOT_CHARS and not _PICTURED.search(item.text)
    ]
    head, foot = text[:_HEAD_CHARS], text[max(_HEAD_CHARS, len(text) - _FOOT_CHARS) :]
    if agencies.letters.search(f"{head}\n{foot}"):
        lines += [*agencies.credited.findall(head), *agencies.credited.findall(foot)]
    if not lines and not named:
        return NO_CREDITS
    found = {agencies.names[form] for line in lines for form in agencies.pattern.findall(line)}
    return Credits(frozenset(found), {name: tuple(places) for name, places in sorted(named.items())})
