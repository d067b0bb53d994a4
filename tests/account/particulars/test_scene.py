from __future__ import annotations

from dataclasses import replace

from headwater.account import find_scene
from headwater.model.report import Scene
from tests.builders import make_article

FIRST = make_article(
    "KARST, Tarvia - Ana Rivas, the mayor of Karst, opened the bridge on Monday. Rivas thanked the builders. "
    "Robert Holm watched it.",
    title="Mayor Ana Rivas opens bridge in Karst",
)
SECOND = make_article(
    "A bridge was opened in Karst on Monday by Ana Rivas. Rivas said that Karst had waited for it for years.",
    title="Karst gets its bridge",
)


def test_the_people_and_the_place_are_those_that_the_reports_agree_on() -> None:
    assert find_scene([FIRST, SECOND]) == find_scene([SECOND, FIRST]) == Scene("Karst", ("Ana Rivas",))


def test_a_single_report_must_name_a_person_twice() -> None:
    assert find_scene([FIRST]).people == ("Ana Rivas",)


def test_what_is_named_late_is_no_part_of_the_scene() -> None:
    late = make_article("It rained. " * 120 + "Peter Holm spoke in Tarsk. Holm left Tarsk.", title="Rain")
    assert find_scene([late]) == Scene()


def test_articles_that_were_not_split_into_sentences_are_read_too() -> None:
    assert find_scene([replace(FIRST, sentences=())]) == find_scene([FIRST])


def test_no_article_has_no_scene() -> None:
    assert find_scene([]) == Scene()
