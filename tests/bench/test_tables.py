from __future__ import annotations

import pytest
from bench.quality import modules
from bench.tables import PAGE, Table, as_markdown, as_text, between_marks

TABLE = Table("Speed", ("who", "rate"), (("Headwater", "1,000"), ("peer", "7")), "per second")


def test_columns_are_aligned_on_the_terminal() -> None:
    assert as_text(TABLE).splitlines() == [
        "Speed",
        "  who         rate",
        "  Headwater  1,000",
        "  peer           7",
        "  (per second)",
    ]


def test_markdown_has_title_rule_and_note() -> None:
    assert as_markdown(TABLE).splitlines() == [
        "**Speed**",
        "",
        "| who | rate |",
        "|---|--:|",
        "| Headwater | 1,000 |",
        "| peer | 7 |",
        "",
        "per second",
    ]


def test_a_section_of_the_page_is_replaced_and_nothing_else() -> None:
    page = "before\n<!-- a: begin -->\nold\n<!-- a: end -->\n<!-- b: begin -->\nkept\n<!-- b: end -->\n"
    made = between_marks(page, "a", "new\n")
    assert made == ("before\n<!-- a: begin -->\n\nnew\n\n<!-- a: end -->\n<!-- b: begin -->\nkept\n<!-- b: end -->\n")
    assert between_marks(made, "a", "new") == made


def test_a_page_without_the_section_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        between_marks("nothing here", "a", "new")


def test_the_page_has_a_place_for_every_section() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for section in ("quality", "commands", "extraction", "copies", "stories", "particulars"):
        assert between_marks(page, section, "x")


def test_the_page_says_what_every_measuring_module_measures() -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = [name.removeprefix("bench.quality_") for name in modules()]
    assert [name for name in names if f"| `{name}.*` |" not in page] == []
