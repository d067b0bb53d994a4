"""Labelled quotes held against the quotes of the program, on made rows."""

from __future__ import annotations

import json

from bench.labelled_quotes import UTTERANCES, hear, read_spoken
from bench.quality_labels import read_cluster

ROWS = [
    {
        "dId": "r1",
        "source_domain": "a.example",
        "title": "Dam closed",
        "text": "“We close the dam tonight,” Ida Berg said.",
    },
    {
        "dId": "r2",
        "source_domain": "b.example",
        "title": "No risk",
        "text": "Ida Berg said: “We will close the dam tonight.”",
    },
]


def _label(row: int, words: str, **rest: str) -> dict[str, object]:
    start = ROWS[row]["text"].index(words)
    return {"dId": ROWS[row]["dId"], "start": start, "end": start + len(words), **rest}


def test_one_utterance_in_two_reports_and_an_unjudged_speaker() -> None:
    quotes = [
        _label(0, "We close the dam tonight", speaker="Berg", utterance="u"),
        _label(1, "We will close the dam tonight", speaker="?", utterance="u"),
    ]
    (spoken,) = read_spoken([json.dumps({"event": 1, "held_out": False, "quotes": quotes, "terms": []})])
    heard = hear(spoken, ROWS, read_cluster([json.dumps(row) for row in ROWS]))
    assert (heard.utterances.right, heard.utterances.given, heard.utterances.wanted) == (1, 1, 1)
    assert heard.tallies["speakers"].of == heard.tallies["speakers"].right == 1
    assert heard.misses == ()


def test_a_term_that_is_listed_and_a_wrong_speaker_are_told() -> None:
    quotes = [_label(0, "We close the dam tonight", speaker="Tan", utterance="u")]
    terms = [_label(1, "We will close the dam tonight")]
    (spoken,) = read_spoken([json.dumps({"event": 1, "held_out": True, "quotes": quotes, "terms": terms})])
    heard = hear(spoken, ROWS, read_cluster([json.dumps(row) for row in ROWS]))
    assert heard.tallies["speakers"].right == 0
    assert heard.tallies["terms_left_out"].right == 0
    assert len(heard.misses) == 2


def test_labels_hold_no_text_and_every_third_is_held_out() -> None:
    spoken = read_spoken(UTTERANCES.read_text(encoding="utf-8").splitlines())
    assert [each.said.held_out for each in spoken] == [n % 3 == 0 for n in range(1, len(spoken) + 1)]
    assert all(quote.utterance.startswith(f"{each.said.event}.") for each in spoken for quote in each.said.quotes)
