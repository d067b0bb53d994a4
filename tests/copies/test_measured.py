"""Only prose makes a copy or an excerpt: tables, lists, notices and forms over half of two texts do not."""

from __future__ import annotations

from itertools import combinations

import pytest

from headwater.copies import CopySettings, find_reuses, find_rewrites
from headwater.model.article import Article
from headwater.model.reuse import ReuseKind
from tests.builders import make_article
from tests.copies.stock_texts import FORMS, STANDINGS, STOCK
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, WEIR

SETTINGS = CopySettings()
SHORT = {"dock": DOCK[:190], "choir": CHOIR[:180], "weir": WEIR[:200]}


def kinds(*articles: Article) -> list[ReuseKind]:
    reuses = find_rewrites(articles, find_reuses(articles, settings=SETTINGS), settings=SETTINGS)
    return [reuse.kind for reuse in reuses]


@pytest.mark.parametrize("stock", STOCK.values(), ids=STOCK)
@pytest.mark.parametrize(("one", "other"), list(combinations(SHORT, 2)))
def test_stock_over_half_of_two_reports_is_no_reuse(stock: str, one: str, other: str) -> None:
    a = make_article(f"{SHORT[one]}\n{stock}", title="One title for it", outlet="Post")
    b = make_article(f"{SHORT[other]}\n{stock}", title="Another headline", outlet="Radio")
    assert kinds(a, b) == []


@pytest.mark.parametrize("stock", STOCK.values(), ids=STOCK)
def test_stock_in_the_midst_of_two_longer_reports_is_no_reuse(stock: str) -> None:
    a = make_article(f"{DOCK}\n{stock}\n{WEIR}", outlet="Post")
    b = make_article(f"{DOCK_INDEPENDENT}\n{stock}\n{CHOIR}", outlet="Radio")
    assert kinds(a, b) == []


@pytest.mark.parametrize("stock", STOCK.values(), ids=STOCK)
def test_a_copy_that_holds_stock_stays_a_copy(stock: str) -> None:
    a = make_article(f"{DOCK}\n{stock}\n{WEIR}", outlet="Post")
    b = make_article(f"{DOCK}\n{stock}\n{WEIR}\nMore from Velmoor on our pages tonight.", outlet="Radio")
    assert kinds(a, b) == [ReuseKind.COPY]


@pytest.mark.parametrize("stock", STOCK.values(), ids=STOCK)
def test_a_copy_of_a_short_report_with_much_stock_stays_a_copy(stock: str) -> None:
    a, b = (make_article(f"{SHORT['dock']}\n{stock}\n{stock[:-1]}", outlet=outlet) for outlet in ("Post", "Radio"))
    assert kinds(a, b) == [ReuseKind.COPY]


@pytest.mark.parametrize("stock", STOCK.values(), ids=STOCK)
def test_prose_is_weighed_without_the_stock_of_one_side(stock: str) -> None:
    a = make_article(f"{DOCK}\n{WEIR}\n{stock}\n{stock}", outlet="Post")
    b = make_article(f"{DOCK}\n{WEIR}", outlet="Radio")
    assert kinds(a, b) in ([ReuseKind.COPY], [ReuseKind.EXCERPT])


def test_the_same_list_word_for_word_is_a_copy_and_under_another_heading_none() -> None:
    same = [make_article(f"The table\n{STANDINGS}", outlet=outlet) for outlet in ("Post", "Radio")]
    assert kinds(*same) == [ReuseKind.COPY]
    headed = [
        make_article(f"How they stand after a Saturday of rain and late goals at {place}\n{STANDINGS}", outlet=place)
        for place in ("Velmoor", "Tarrow")
    ]
    assert kinds(make_article(STANDINGS + f"\n{DOCK}", outlet="Osk"), headed[0]) == []


def test_a_passage_of_prose_beside_a_shared_table_is_still_listed() -> None:
    a = make_article(f"{DOCK[:200]}\n{CHOIR}\n{STANDINGS}", outlet="Post")
    b = make_article(f"{DOCK[:200]}\n{WEIR}\n{STANDINGS}", outlet="Radio")
    assert kinds(a, b) == [ReuseKind.SHARED_PASSAGE]


@pytest.mark.parametrize(("one", "other"), FORMS.values(), ids=FORMS)
def test_a_form_filled_in_twice_is_no_reuse(one: str, other: str) -> None:
    assert kinds(make_article(one, outlet="Post"), make_article(other, outlet="Radio")) == []


@pytest.mark.parametrize("form", [texts[0] for texts in FORMS.values()], ids=FORMS)
def test_a_form_filled_in_alike_is_a_copy(form: str) -> None:
    updated = form.replace("Tuesday", "Monday")
    assert kinds(make_article(form, outlet="Post"), make_article(updated, outlet="Radio")) == [ReuseKind.COPY]


def test_versions_of_one_page_are_copies_whatever_stands_on_it() -> None:
    address = "https://post.example/tables/first-division"
    older = make_article(STANDINGS, outlet="Post", url=address)
    newer = make_article(STANDINGS.replace(" 3 ", " 4 "), outlet="Post", url=address)
    assert kinds(older, newer) == [ReuseKind.COPY]
