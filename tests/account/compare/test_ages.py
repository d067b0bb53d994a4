from __future__ import annotations

from datetime import date, timedelta

import pytest

from headwater.account.compare.ages import age_contradictions
from headwater.account.compare.contradictions import Contradiction
from headwater.account.compare.entities import merge_entities
from headwater.account.particulars.read import read_particulars
from tests.builders import make_article


def found(*bodies: str, days: int = 1, copies: bool = False) -> tuple[Contradiction, ...]:
    read = [
        read_particulars(make_article(body, id=f"a_{n}", published=date(2031, 3, 3) + timedelta(days=n * days)))
        for n, body in enumerate(bodies)
    ]
    distinct = {each.article.id: "a_0" if copies else each.article.id for each in read}
    return age_contradictions(read, merge_entities(read), distinct)


CAPTAIN = "Captain Olav Brekke, 54, was tested for alcohol, police said."
OLDER = "Police questioned 56-year-old Olav Brekke on Monday."


def test_a_person_of_two_ages_is_a_contradiction() -> None:
    (contradiction,) = found(CAPTAIN, OLDER)

    assert contradiction.explanation == "Olav Brekke has two ages, of which one must be wrong"
    assert [[citation.article for citation in reading] for reading in contradiction.readings] == [["a_0"], ["a_1"]]


@pytest.mark.parametrize("behind", [", aged 54, was", " (54) was", ", who is 54, was", ", 54, was"])
def test_an_age_is_read_behind_a_name(behind: str) -> None:
    assert len(found(f"Captain Olav Brekke{behind} tested for alcohol.", OLDER)) == 1


def test_one_age_copies_of_one_text_and_a_birthday_months_later_are_none() -> None:
    assert found(CAPTAIN, CAPTAIN.replace("tested", "searched")) == ()
    assert found(CAPTAIN, OLDER, copies=True) == ()
    assert found(CAPTAIN, OLDER, days=100) == ()


def test_a_report_that_gives_both_ages_corrects_itself() -> None:
    assert found(CAPTAIN, f"{OLDER} An earlier report said: Olav Brekke, 54, was drunk.") == ()
