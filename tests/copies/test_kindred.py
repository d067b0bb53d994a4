from __future__ import annotations

from itertools import combinations

import pytest

from headwater.copies import kindred
from headwater.copies.kindred import kindred_pairs

RARE = "vell arnford kessling odework tollgate bramham lundmark pytchley"


def texts_about(count: int, shared: str, own: int = 20) -> list[str]:
    """So many texts with common words and many of their own, the first two with the shared ones as well."""
    common = "the council of the town met to vote on the plan and said"
    owned = [" ".join(f"own{at}x{word}" for word in range(own)) for at in range(count)]
    return [f"{common} {shared if at < 2 else ''} {words}" for at, words in enumerate(owned)]


@pytest.mark.parametrize("first_look", [2, 256])
def test_texts_that_share_rare_words_are_kindred_however_often_the_frequent_ones_are_listed(
    monkeypatch: pytest.MonkeyPatch, first_look: int
) -> None:
    monkeypatch.setattr(kindred, "_FIRST_LOOK", first_look)
    monkeypatch.setattr(kindred, "_SLOTS", 2)
    assert kindred_pairs(texts_about(60, RARE)) == [(0, 1)]


def test_words_of_many_texts_make_no_texts_kindred() -> None:
    texts = texts_about(60, RARE)
    assert kindred_pairs([f"{text} {RARE}" for text in texts]) == []
    assert kindred_pairs([f"{text} {RARE}" for text in texts[:4]]) == list(combinations(range(4), 2))


def test_few_rare_words_or_few_for_the_length_are_not_enough() -> None:
    few = " ".join(RARE.split()[:5])
    assert kindred_pairs(texts_about(60, few)) == []
    assert kindred_pairs(texts_about(60, RARE, own=200)) == []


def test_no_texts_and_empty_ones_are_kindred_to_none() -> None:
    assert kindred_pairs([]) == []
    assert kindred_pairs(["", "", ""]) == []
