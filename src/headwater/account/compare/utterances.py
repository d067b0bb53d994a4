"""Utterances: whether two quoted wordings report the same words, and in what they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from headwater.account.compare.phrases import padded
from headwater.account.compare.wording import normal_word
from headwater.text.words import words

SAME_RATIO = 81  # token_set_ratio from which two wordings of one speaker are one utterance (PolNeAR, F1 .99)
SIMILAR_RATIO = 55  # below it nothing is; between the two the order of the content words decides
MIN_CONTENT = 2  # content words both must have before likeness counts
MIN_ORDERED = 3  # content words in the same order that make a reworded quote
ORDERED_SHARE = 0.55  # of the shorter wording's content words
TAIL = 5  # words in a row that two wordings share, which no two statements do by chance
STEM = 6  # letters by which content words are compared: "conditional" and "conditions"
MIN_SHARED = 4  # content words, in whatever order, that make a paraphrase
SHARED_SHARE = 0.6  # of the shorter wording's content words
NEARLY_WORDS = 8  # in the same order, by which two wordings are one without regard to the speaker
NEARLY_SHARE = 0.85  # of the shorter wording's words
MAX_CHANGES = 4  # named in an explanation


class Likeness(StrEnum):
    """How two quoted wordings relate."""

    SAME = "same"
    FRAGMENT = "fragment"
    REWORDED = "reworded"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quote: case folded and without marks, and its content words brought to normal form.

    ``row`` holds the words with a space on both sides of each.
    """

    words: tuple[str, ...]
    content: tuple[str, ...]
    row: str


def wording_of(text: str) -> Wording:
    """The words and content words of a quote."""
    found = tuple(words(text))
    normal = (normal_word(part) for word in found for part in word.split("-") if part)
    return Wording(found, tuple(word[:STEM] for word in normal if word is not None), padded(found))


def likeness(a: Wording, b: Wording) -> Likeness:
    """How two wordings of speakers that may be one relate.

    The same words are the same; words in a row of the other are a fragment of it when they hold a content word. Else
    rapidfuzz's token_set_ratio and the order of shared content words tell reworded from different.
    """
    if a.words == b.words:
        return Likeness.SAME
    short, long = (a, b) if (len(a.words), a.words) <= (len(b.words), b.words) else (b, a)
    if short.content and short.row in long.row:
        return Likeness.FRAGMENT
    if min(len(a.content), len(b.content)) < MIN_CONTENT:
        return Likeness.DIFFERENT
    if _is_reworded(short, long):
        return Likeness.REWORDED
    return Likeness.DIFFERENT


def _is_reworded(short: Wording, long: Wording) -> bool:
    ordered = int(LCSseq.similarity(short.content, long.content))
    fewest = min(len(short.content), len(long.content))
    if ordered < min(MIN_ORDERED, MIN_CONTENT, fewest):
        return False  # as every way to be reworded asks for
    if holds_content(short, long):
        return True
    ratio = fuzz.token_set_ratio(" ".join(short.words), " ".join(long.words))
    if ratio >= SAME_RATIO and ordered >= min(MIN_ORDERED, fewest):
        return True
    if ordered >= MIN_CONTENT and not _runs(short.words).isdisjoint(_runs(long.words)):
        return True
    if ratio >= SIMILAR_RATIO and ordered >= MIN_ORDERED and ordered >= ORDERED_SHARE * fewest:
        return True
    shared = len(set(short.content) & set(long.content))
    return shared >= MIN_SHARED and shared >= SHARED_SHARE * fewest and ordered >= MIN_CONTENT


def is_nearly_verbatim(a: Wording, b: Wording) -> bool:
    """Whether two longer wordings are so alike, word by word, that they are one whoever is named as the speaker."""
    shared = int(LCSseq.similarity(a.words, b.words))
    return shared >= NEARLY_WORDS and shared >= NEARLY_SHARE * min(len(a.words), len(b.words))


def holds_content(a: Wording, b: Wording) -> bool:
    """Whether the content words of one stand in a row in the other, however they are inflected and linked."""
    short, long = sorted((a.content, b.content), key=len)
    return len(short) >= MIN_ORDERED and padded(short) in padded(long)


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All runs of ``TAIL`` words."""
    return {words[at : at + TAIL] for at in range(len(words) - TAIL + 1)}


def changes(a: Wording, b: Wording) -> str:
    """What ``b`` has otherwise than ``a``, in words: added, left out, put for others."""
    added: list[str] = []
    dropped: list[str] = []
    swapped: list[str] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes():
        before, after = " ".join(a.words[a1:a2]), " ".join(b.words[b1:b2])
        if tag == "insert":
            added.append(f"“{after}”")
        elif tag == "delete":
            dropped.append(f"“{before}”")
        elif tag == "replace":
            swapped.append(f"“{before}” / “{after}”")
    parts = [
        f"{label}: {', '.join(found[:MAX_CHANGES])}{', …' if len(found) > MAX_CHANGES else ''}"
        for label, found in (("words added", added), ("words left out", dropped), ("reworded", swapped))
        if found
    ]
    return "; ".join(parts)


def shared_share(a: Wording, b: Wording) -> float:
    """The share of the shorter wording's words that stand in the same order in the other, 0..1."""
    fewest = min(len(a.words), len(b.words))
    return int(LCSseq.similarity(a.words, b.words)) / fewest if fewest else 0.0


def are_joined(parts: Sequence[Wording], whole: Wording) -> bool:
    """Whether ``whole`` runs the given sentences together with "and"."""
    if len(parts) < 2:
        return False
    plain = [word for part in parts for word in part.words]
    return [w for w in whole.words if w != "and"] == [w for w in plain if w != "and"] and list(whole.words) != plain
