"""Phrases of stock are found wherever they stand, and nowhere else."""

from __future__ import annotations

from headwater.copies.phrases import load_stock, stock_phrases_in


def test_every_phrase_is_found_by_itself_and_in_capitals() -> None:
    for phrase in load_stock():
        assert phrase in stock_phrases_in([phrase])[0]
        assert phrase in stock_phrases_in([f"“Søndre” {phrase.upper()}."])[0]


def test_texts_of_any_length_are_told_apart() -> None:
    long = "The dredger lay idle in the outer harbour. " * 4000
    texts = [
        "All rights reserved.",
        "",
        long,
        f"{long}Sign up for our newsletter",
        "All rights",
        "reserved www.osk.example",
    ]
    found = [sorted(phrases) for phrases in stock_phrases_in(texts)]
    assert found == [["rights reserved"], [], [], ["newsletter", "sign up"], [], ["www"]]
