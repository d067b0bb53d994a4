from __future__ import annotations

from collections.abc import Sequence

from headwater.account import AccountSettings, tell_story
from headwater.model.account import Aspect, Claim, Difference
from headwater.model.article import Article
from headwater.model.reuse import Line, Origins
from tests.builders import make_article


def claims_of(articles: Sequence[Article]) -> tuple[Claim, ...]:
    origins = Origins(tuple(Line((article.id,)) for article in articles))
    return tell_story(articles, (), origins, settings=AccountSettings())[0].claims


def differences(*texts: str) -> list[Difference]:
    made = [
        make_article(f"{text}\n\nVolunteers in Brenholm cooked soup number {n}.", id=f"a_{n}", title=f"Report {n}")
        for n, text in enumerate(texts, 1)
    ]
    return [difference for claim in claims_of(made) for difference in claim.differences]


def aspects(*texts: str) -> set[Aspect]:
    return {difference.aspect for difference in differences(*texts)}


def test_what_one_report_attributes_and_another_asserts_has_lost_its_attribution() -> None:
    found = aspects(
        "The old bridge over the Lenne will be closed for repair works until autumn, two engineers said.",
        "The old bridge over the Lenne will be closed for repair works until autumn.",
    )
    assert Aspect.ATTRIBUTION in found


def test_a_quotation_without_its_speaker_beside_it_has_lost_nothing() -> None:
    found = aspects(
        "The old bridge over the Lenne will be closed for repair works until autumn, two engineers said.",
        '"The old bridge over the Lenne will be closed for repair works until autumn."',
    )
    assert Aspect.ATTRIBUTION not in found


def test_a_body_that_announces_its_own_deed_is_no_lost_source() -> None:
    found = aspects(
        "Corvane said it would be offering free repairs of all broken boilers to customers this winter.",
        "Corvane would be offering free repairs of all broken boilers to customers this winter.",
    )
    assert Aspect.ATTRIBUTION not in found


def test_a_possibility_beside_an_assertion_differs_in_certainty() -> None:
    found = aspects(
        "Warm water may have kept the harbour of Brenholm free of ice this year.",
        "Warm water kept the harbour of Brenholm free of ice this year.",
    )
    assert Aspect.CERTAINTY in found


def test_an_expectation_of_something_else_is_no_difference_in_certainty() -> None:
    found = aspects(
        "The motorway bridge at Brenholm was hit by a ship and could collapse.",
        "The motorway bridge at Brenholm was hit by a ship on the river.",
    )
    assert Aspect.CERTAINTY not in found


def test_statements_of_one_speaker_are_not_one_claim_because_of_his_name() -> None:
    made = [
        make_article("Captain Jonas Vell, a harbour spokesman, said the search would continue.", id="a_1"),
        make_article("Captain Jonas Vell, a harbour spokesman, said divers needed new lamps.", id="a_2"),
    ]
    assert all(len(claim.stances) == 1 for claim in claims_of(made))


def test_a_deed_asserted_claimed_and_unconfirmed_is_told_in_three_readings() -> None:
    found = differences(
        "Armed groups aligned with Vell have launched a rocket attack on the harbour base, killing a guard.",
        "The militant group Red Tide claimed credit for the rocket attack on the harbour base.",
        "The government has not publicly confirmed who is responsible for the rocket attack on the harbour base.",
    )
    (certainty,) = [each for each in found if each.aspect is Aspect.CERTAINTY]
    assert certainty.explanation == "stated as fact in some reports, claimed or not confirmed in others"
    assert [reading.value.split()[1] for reading in certainty.readings] == ["groups", "militant", "government"]
