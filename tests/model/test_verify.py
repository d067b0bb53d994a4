from __future__ import annotations

import re
from dataclasses import replace

import pytest

from headwater.model.article import Citation
from headwater.model.report import Report
from headwater.model.verify import broken_citations, broken_references, citations_in
from tests.present.sample import sample_report


def with_warning_at(citation: Citation) -> Report:
    report = sample_report()
    story = report.stories[0]
    warning = replace(story.warnings[0], citations=(citation,))
    return replace(report, stories=(replace(story, warnings=(warning,)),))


def test_a_sound_report_has_nothing_broken() -> None:
    assert broken_citations(sample_report()) == []
    assert broken_references(sample_report()) == []


def test_every_citation_of_a_report_is_found_in_its_order() -> None:
    report = sample_report()
    assert [repr(citation) for citation in citations_in(report)] == re.findall(r"Citation\([^()]*\)", repr(report))


@pytest.mark.parametrize(
    ("citation", "wrong"),
    [
        (Citation("a_99", 0, 1, sentence="s1"), "no such article"),
        (Citation("a_02", 0, 1, sentence="s9"), "does not begin inside its sentence"),
        (Citation("a_02", 0, 9999, sentence="s1"), "ends after the text"),
        (Citation("a_02", 0, 1, furniture="f9"), "no such furniture item"),
        (Citation("a_02", 0, 999, furniture="f1"), "ends after its furniture item"),
    ],
)
def test_a_citation_out_of_place_is_named(citation: Citation, wrong: str) -> None:
    (found,) = broken_citations(with_warning_at(citation))
    assert wrong in found
    assert found.startswith("report.stories[0].warnings[0].citations[0]: ")


def test_a_text_that_is_not_verbatim_is_named() -> None:
    report = sample_report()
    story = report.stories[1]
    claim = replace(story.account.claims[0], text="Ferro and Lund have merged")
    broken = replace(report, stories=(replace(story, account=replace(story.account, claims=(claim,))),))
    assert ["is not what its first citation spans" in line for line in broken_citations(broken)] == [True]


def test_an_article_in_no_line_and_an_unknown_claim_are_named() -> None:
    report = sample_report()
    story = report.stories[0]
    cards = (replace(story.account.cards[0], only_here=("c77",)),)
    lines = replace(story.origins, groups=story.origins.groups[1:], maybe_joined=())
    broken = replace(story, origins=lines, account=replace(story.account, cards=cards))
    assert broken_references(replace(report, stories=(broken,))) == [
        "st_a: not every article is in exactly one line",
        "st_a: a card names an unknown statement: c77",
    ]
