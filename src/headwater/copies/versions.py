"""Versions: one page caught at several times or addresses, and what was edited between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from headwater.copies.diff import word_edits
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.diff import Change
from headwater.model.reuse import Match, Passage, Reuse, ReuseKind
from headwater.text.address import page_address

_EDITS_TOLD = 3
_LONGEST_TOLD = 60  # characters of an edit that a reason repeats
# A page may be caught hundreds of times, and each version is compared with all: so many changed paragraphs are looked
# at, and words are compared in those of so many letters at most.
_PARAGRAPHS_COMPARED = 6
_LONGEST_COMPARED = 6000
# Paragraphs with this share of the words of the shorter one in common are one that was edited.
_EDITED_SHARE = 0.5
_CACHED = 4096  # addresses, texts and pairs of paragraphs


def as_version(reuse: Reuse, a: Article, b: Article, *, settings: CopySettings) -> Reuse:
    """The reuse as a copy where both are versions of one page, with what was edited; else as it is.

    Versions have one address, whatever edition it leads to, or one outlet, one title and half of the text.
    """
    at_one = same_page(a, b)
    same_title = a.outlet is not None and a.outlet == b.outlet and a.title is not None and a.title == b.title
    half = max(reuse.contained_a, reuse.contained_b) >= settings.copy_containment
    if not at_one and not (same_title and half and reuse.kind is not ReuseKind.SHARED_QUOTE):
        return reuse
    told = f"of the page {address_of(a)}" if at_one else "of one page, with one title"
    reason = f"Another version {told}: {_edited(a.text, b.text)}."
    return replace(reuse, kind=ReuseKind.COPY, reasons=(reason, *reuse.reasons))


def same_page(a: Article, b: Article) -> bool:
    """Whether both stood at one address, whatever edition it leads to."""
    address = address_of(a)
    return address is not None and address == address_of(b)


def address_of(article: Article) -> str | None:
    """The address of the article's page, one for all editions of it."""
    return _address(article.url)


_address = lru_cache(maxsize=_CACHED)(page_address)


def _edited(a: str, b: str) -> str:
    """What differs between the two, in words: the first edits, and how many paragraphs only one has."""
    lines_a, lines_b = _paragraphs(a), _paragraphs(b)
    in_a, in_b = frozenset(lines_a), frozenset(lines_b)
    only_a, only_b = ([line for line in lines_a if line not in in_b], [line for line in lines_b if line not in in_a])
    pairs = _paired(only_a[:_PARAGRAPHS_COMPARED], only_b[:_PARAGRAPHS_COMPARED])
    told = [words for one, other in pairs for words in _told_edits(one, other)]
    if len(told) > _EDITS_TOLD:
        more = len(told) - _EDITS_TOLD
        told[_EDITS_TOLD:] = ["one more edit" if more == 1 else f"{more} more edits"]
    for count, which in ((len(only_a) - len(pairs), "first"), (len(only_b) - len(pairs), "second")):
        if count:
            told.append(f"{'one paragraph' if count == 1 else f'{count} paragraphs'} only in the {which}")
    same = "word for word the same" if lines_a == lines_b else "the same paragraphs in another order"
    return ", ".join(told) or same


@lru_cache(maxsize=_CACHED)
def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _paired(only_a: Sequence[str], only_b: Sequence[str]) -> list[tuple[str, str]]:
    """The paragraphs of a with the first of b that is the same one edited, each used once."""
    words_b = [(line, set(line.split())) for line in only_b]
    pairs = []
    for line in only_a:
        words = set(line.split())
        for at, (other, others) in enumerate(words_b):
            if len(words & others) >= _EDITED_SHARE * min(len(words), len(others)):
                pairs.append((line, other))
                del words_b[at]
                break
    return pairs


@lru_cache(maxsize=_CACHED)
def _told_edits(one: str, other: str) -> tuple[str, ...]:
    """The edits that make one paragraph the other, in words; of a long paragraph only that it was edited."""
    if max(len(one), len(other)) > _LONGEST_COMPARED:
        return ("a long paragraph edited",)
    edits = word_edits(one, other, Passage(0, len(one), 0, len(other), Match.REWORDED))
    changed = [edit for edit in edits if edit.change is not Change.SAME]
    return tuple(_told(_cut(one, edit.a), _cut(other, edit.b)) for edit in changed)


def _cut(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _told(before: str, after: str) -> str:
    if before and after:
        return f"“{_short(before)}” in the first is “{_short(after)}” in the second"
    return f"“{_short(before or after)}” only in the {'first' if before else 'second'}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD]}…"
