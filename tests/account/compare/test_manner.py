from __future__ import annotations

import pytest

from headwater.account.compare.manner import Certainty, manner_of, opposed
from headwater.model.particulars import AttributionKind


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("The ferry sank on Monday.", None, Certainty.ASSERTED),
        ("The ferry sank, police said.", AttributionKind.SAID, Certainty.REPORTED),
        ("The ferry sank.", AttributionKind.CREDIT, Certainty.ASSERTED),
        ("The group claimed responsibility for it.", None, Certainty.CLAIMED),
        ("The attack claimed the lives of nine people.", None, Certainty.ASSERTED),
        ("Ministers are expected to agree a deal.", AttributionKind.SAID, Certainty.EXPECTED),
        ("The council may close the port.", None, Certainty.EXPECTED),
        ("She took office in May with her party.", None, Certainty.ASSERTED),
        ("Plans to expand it were delayed.", None, Certainty.ASSERTED),
        ("The guild would strike again if the talks failed.", AttributionKind.SAID, Certainty.EXPECTED),
        ("The guild would strike again.", AttributionKind.SAID, Certainty.REPORTED),
    ],
)
def test_how_sure_a_clause_is(text: str, kind: AttributionKind | None, certainty: Certainty) -> None:
    assert manner_of(text, kind).certainty is certainty


def test_a_question_asks() -> None:
    assert manner_of("Did the ferry sink?”", None).asks


def test_a_yes_and_a_no_are_opposed() -> None:
    yes, no = manner_of("The port closed.", None), manner_of("The port has not closed.", None)
    assert opposed(yes, no, frozenset({"port", "clos"}))
    assert not opposed(yes, yes, frozenset({"port", "clos"}))


def test_a_bound_denies_nothing() -> None:
    assert not manner_of("No fewer than 12 pilots were hurt.", None).negated
    assert manner_of("No pilots were hurt.", None).negated


def test_a_negation_ends_at_the_next_mark() -> None:
    manner = manner_of("“It will not return,” Marant said.", None)
    assert "marant" not in manner.negated


def test_words_and_their_opposites_are_opposed() -> None:
    lost = manner_of("Contact was lost with the probe.", None)
    restored = manner_of("Contact was restored with the probe.", None)
    assert opposed(lost, restored, frozenset())
    both = manner_of("Contact was lost and restored.", None)
    assert not opposed(lost, both, frozenset())


def test_a_denial_is_opposed_to_a_statement() -> None:
    denial = manner_of("The minister denied the sale.", AttributionKind.DENIED)
    assert opposed(denial, manner_of("The minister announced the sale.", AttributionKind.SAID), frozenset())


def test_what_was_put_off_is_not_what_happened() -> None:
    put_off = manner_of("The launch of the ferry from Marrow was postponed twice.", None)
    happened = manner_of("The ferry broke down after its launch in Marrow on Tuesday.", None)
    also_put_off = manner_of("The ferry launch was delayed again.", None)
    shared = frozenset(("begin", "ferri", "ferry", "marrow", "launch"))

    assert opposed(put_off, happened, shared)
    assert not opposed(put_off, also_put_off, shared)
