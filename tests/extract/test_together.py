from __future__ import annotations

from headwater.extract import ExtractSettings, extract, extract_together
from headwater.model.capture import Capture, Media, Row, Skipped

LEDE = "The council of Vell voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday."
SECOND = "Work is to begin once the water has fallen, she told reporters after the meeting."
PAGE = f"<html><body><h1>Bridge to be rebuilt</h1><article><p>{LEDE}</p><p>{SECOND}</p></article></body></html>"


def row(number: int, words: str) -> Capture:
    return Capture(f"a_{number}", f"rows#{number}", Media.ROW, "", Row(text=words))


CAPTURES = [
    row(1, f"Bridge to be rebuilt\n\n{LEDE}\n\nSign up for our newsletter\n\n{SECOND}"),
    Capture("a_2", "page.html", Media.HTML, PAGE),
    row(3, f"{LEDE}\n\nAdvertisement\n\n{SECOND}\n\nAdvertisement\n\nhttps://post.vell/1"),
    Capture("a_4", "page.txt", Media.TEXT, f"{SECOND}\n\n(Ann Ode/Vell Wire)\n\n{LEDE}"),
]


def test_an_article_is_the_same_extracted_alone_or_with_others() -> None:
    assert extract_together(CAPTURES) == [extract(capture) for capture in CAPTURES]
    assert extract_together(CAPTURES[::-1]) == [extract(capture) for capture in CAPTURES[::-1]]


def test_captures_without_words_or_with_too_many_are_skipped_in_their_places() -> None:
    captures = [row(5, "Sign up for our newsletter"), CAPTURES[0], row(6, LEDE * 9)]
    made = extract_together(captures, settings=ExtractSettings(max_text_chars=len(LEDE) * 8))
    assert [isinstance(one, Skipped) for one in made] == [True, False, True]
    assert made[2] == Skipped("rows#6", f"holds {len(LEDE) * 9} characters, expected an article of at most 776")


def test_nothing_is_made_of_nothing() -> None:
    assert extract_together([]) == []
