"""Versions: one page caught at several times or addresses, and what was edited between two of them."""

from __future__ import annotations

from dataclasses import replace

from headwater.copies.diff import diff_articles
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.diff import ArticleDiff, Change
from headwater.model.reuse import Reuse, ReuseKind
from headwater.text.address import page_address

_EDITS_TOLD = 3
_LONGEST_TOLD = 60  # characters of an edit that a reason repeats


def as_version(reuse: Reuse, a: Article, b: Article, *, settings: CopySettings) -> Reuse:
    """The reuse as a copy where both are versions of one page, with what was edited; else as it is.

    Versions have one address, whatever edition it leads to, or one outlet, one title and half of the text.
    """
    address = page_address(a.url)
    same_page = address is not None and address == page_address(b.url)
    same_title = a.outlet is not None and a.outlet == b.outlet and a.title is not None and a.title == b.title
    half = max(reuse.contained_a, reuse.contained_b) >= settings.copy_containment
    if not same_page and not (same_title and half and reuse.kind is not ReuseKind.SHARED_QUOTE):
        return reuse
    told = f"of the page {address}" if same_page else "of one page, with one title"
    edited = _edited(a, b, diff_articles(a, b, settings=settings))
    return replace(reuse, kind=ReuseKind.COPY, reasons=(f"Another version {told}: {edited}.", *reuse.reasons))


def _edited(a: Article, b: Article, diff: ArticleDiff) -> str:
    """What differs between the two, in words: the first edits, and how many sentences only one has."""
    edits = [edit for aligned in diff.aligned for edit in aligned.edits if edit.change is not Change.SAME]
    told = [_told(a.text[slice(*edit.a)], b.text[slice(*edit.b)]) for edit in edits[:_EDITS_TOLD]]
    if len(edits) > _EDITS_TOLD:
        told.append(f"{len(edits) - _EDITS_TOLD} more edits")
    for spans in (diff.only_a, diff.only_b):
        if spans:
            count = "one sentence" if len(spans) == 1 else f"{len(spans)} sentences"
            told.append(f"{count} only in the {'first' if spans is diff.only_a else 'second'}")
    return ", ".join(told) or "word for word the same"


def _told(before: str, after: str) -> str:
    if before and after:
        return f"“{_short(before)}” in the first is “{_short(after)}” in the second"
    return f"“{_short(before or after)}” only in the {'first' if before else 'second'}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD]}…"
