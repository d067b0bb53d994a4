from __future__ import annotations

from datetime import date

from headwater.copies import CopySettings, find_reuses
from headwater.copies.credits import NO_CREDITS
from headwater.copies.direction import Side, judged_direction
from headwater.model.article import Article, FurnitureKind
from headwater.model.reuse import Direction, Reuse, ReuseKind
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, WEIR

FLOOD = (
    "Crews pumped water from the lower tunnel all night and the line may stay shut until Friday morning, "
    "two engineers told Reuters on Monday."
)


def judged(a: Article, b: Article) -> Reuse:
    (reuse,) = find_reuses([a, b], settings=CopySettings())
    return reuse


def test_a_passage_that_both_lay_at_an_agencys_door_has_a_common_source() -> None:
    reuse = judged(make_article(f"{DOCK} {FLOOD}"), make_article(f"{CHOIR} {FLOOD}"))
    assert (reuse.direction, reuse.via) == (Direction.COMMON_SOURCE, "Reuters")


def test_a_side_that_drops_the_credit_still_draws_on_the_agency() -> None:
    reuse = judged(
        make_article(f"{DOCK} {FLOOD}"), make_article(f"{CHOIR} {FLOOD.replace('told Reuters on Monday', 'said')}")
    )
    assert (reuse.direction, reuse.via) == (Direction.COMMON_SOURCE, "Reuters")
    assert "without the credit" in reuse.reasons[1]


def test_two_copies_under_one_agencys_dateline_have_a_common_source() -> None:
    a = make_article(f"VELMOOR (AP) - {DOCK}", outlet="Post")
    b = make_article(f"VELMOOR (AP) — {DOCK}", outlet="Radio")
    reuse = judged(a, b)
    assert (reuse.direction, reuse.via) == (Direction.COMMON_SOURCE, "Associated Press")


def test_a_credit_line_among_the_furniture_counts() -> None:
    a = make_article(DOCK, outlet="Post", furniture=[("Reporting by dpa", FurnitureKind.CREDIT)])
    b = make_article(DOCK, outlet="Radio", furniture=[("dpa", FurnitureKind.CREDIT)])
    assert judged(a, b).via == "Deutsche Presse-Agentur"


def test_the_later_of_two_copies_took_from_the_earlier() -> None:
    early = make_article(DOCK, id="a_1", outlet="Post", published=date(2031, 5, 6))
    late = make_article(DOCK, id="a_2", outlet="Radio", published=date(2031, 5, 9))
    assert judged(early, late).direction is Direction.B_FROM_A
    assert "2031-05-06" in judged(early, late).reasons[1]


def test_copies_of_one_day_without_credits_have_no_known_direction() -> None:
    a, b = make_article(DOCK, outlet="Post"), make_article(DOCK, outlet="Radio")
    assert (judged(a, b).direction, judged(a, b).via) == (Direction.UNKNOWN, None)


def test_a_text_that_names_the_others_outlet_took_from_it() -> None:
    named = make_article(f"{WEIR} {DOCK} The Velmoor Post first reported the closure.", id="a_1", outlet="Radio")
    original = make_article(DOCK, id="a_2", outlet="Velmoor Post")
    assert judged(named, original).direction is Direction.A_FROM_B


def test_the_credit_of_a_picture_says_nothing_about_the_text() -> None:
    a = make_article(DOCK, outlet="Post", furniture=[("Ole Dunn | AFP | Getty Images", FurnitureKind.CREDIT)])
    b = make_article(DOCK, outlet="Radio", furniture=[("Photo: AFP", FurnitureKind.CREDIT)])
    assert judged(a, b).via is None


def test_of_two_rewrites_the_one_with_a_third_reports_quotes_is_the_nearer_to_them() -> None:
    a, b = make_article(DOCK, id="a_1", outlet="Post"), make_article(WEIR, id="a_2", outlet="Radio")
    one, other = (Side(article, NO_CREDITS, ((0, len(article.text)),)) for article in (a, b))
    reuse = Reuse("a_1", "a_2", ReuseKind.REWRITE, Direction.UNKNOWN, 0.1, 0.1, (), ("In other words.",))
    assert judged_direction(one, other, reuse, {"a_1": {"a_3"}}).direction is Direction.B_FROM_A
    assert judged_direction(one, other, reuse, {"a_2": {"a_3"}}).direction is Direction.A_FROM_B
    assert judged_direction(one, other, reuse, {"a_1": {"a_3"}, "a_2": {"a_4"}}).direction is Direction.UNKNOWN
    assert judged_direction(one, other, reuse, {}).direction is Direction.UNKNOWN


def test_a_text_cut_at_a_paragraph_is_not_taken_from_the_longer_one_where_an_agency_may_be_behind_both() -> None:
    whole = f"{DOCK} The company told Reuters that it would pay.\n\n{CHOIR}\n\n{WEIR}"
    head, _, _ = whole.rpartition("\n\n")
    cut = judged(make_article(head, outlet="Post", id="a_1"), make_article(whole, outlet="Radio", id="a_2"))
    assert (cut.direction, cut.via) == (Direction.UNKNOWN, None)
    assert "as desks cut an agency's text" in cut.reasons[1]
    broken = judged(make_article(head[:-30], outlet="Post", id="a_1"), make_article(whole, outlet="Radio", id="a_2"))
    assert broken.direction is Direction.A_FROM_B
    unwired = whole.replace("Reuters", "them")
    own = judged(
        make_article(unwired.rpartition("\n\n")[0], outlet="Post", id="a_1"),
        make_article(unwired, outlet="Radio", id="a_2"),
    )
    assert own.direction is Direction.A_FROM_B
