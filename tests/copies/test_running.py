"""Running text shows by its small letters and the commonest words of its language."""

from __future__ import annotations

from itertools import pairwise

import pytest

from headwater.copies.running import doubtful, is_running
from tests.copies.stock_texts import ELECTION, STANDINGS
from tests.copies.texts import CHOIR, DOCK, WEIR


def test_reports_run_on_and_tables_do_not() -> None:
    assert all(is_running(text, "en") for text in (DOCK, CHOIR, WEIR))
    assert not any(is_running(text, "en") for text in (ELECTION, STANDINGS))


def test_words_of_no_known_language_are_told_by_their_letters_alone() -> None:
    invented = (
        "velmo tarrek osk brinna hask odde ling rella sund moss varde skog lund berg dorn hall krogh eide foss rust"
    )
    assert is_running(invented, None)
    assert not is_running(invented, "en")


@pytest.mark.parametrize("language", ["en", "de", None])
def test_what_is_not_doubtful_runs_on_or_is_short(language: str | None) -> None:
    text = f"{DOCK}\u00a0{STANDINGS}\n\n{CHOIR} “{ELECTION}” {WEIR}"
    for step in (7, 60, 200, 333):
        spans = list(pairwise([*range(0, len(text), step), len(text)]))
        for (start, end), doubt in zip(spans, doubtful(text, spans, language).tolist(), strict=True):
            assert doubt or is_running(text[start:end], language) or len(text[start:end].split()) < 8


def test_little_of_a_report_is_doubtful() -> None:
    spans = [(0, len(DOCK)), (len(DOCK) + 1, len(DOCK) + 1 + len(STANDINGS))]
    assert doubtful(f"{DOCK}\n{STANDINGS}", spans, "en").tolist() == [False, True]
