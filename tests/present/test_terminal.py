from __future__ import annotations

from dataclasses import replace

from headwater.model.report import Grouping, Scene, Storyline
from headwater.present import articles_table, as_text, reuses_table, stories_table, story_rows, storylines_text
from headwater.present.layout import Style, columns, cut, finish, styled, wrapped
from headwater.present.terminal import as_text as direct
from tests.builders import make_article
from tests.present.sample import reuses, sample_report
from tests.present.sample_articles import FLOOD, MERGER

ARTICLES = (*FLOOD, *MERGER)


def test_the_summary_of_a_small_story() -> None:
    report = sample_report()
    text = as_text(replace(report, stories=report.stories[1:], skipped=()), width=80, color=False)
    assert text == (
        "────────────────────────────────────────────────────────────────────────────────\n"
        'Merger planned "soon" & surely\n'
        "2 inputs → 2 distinct articles → 1–2 independent lines 4 Mar 2031 · st_b\n"
        "\n"
        "WARNINGS\n"
        "  ! one-witness: All of it rests on the two clubs. [A:s2]\n"
        "\n"
        "IN SHORT\n"
        "  Ferro and Lund will merge in July [A:s2]\n"
        "\n"
        "WHAT IS AGREED\n"
        "   1  Ferro and Lund will merge in July (carried by 1–2 lines) [A:s2 B:s2]\n"
        "\n"
        "TIMELINE\n"
        "  Jul 2031          Ferro and Lund will merge in July (planned) [A:s2]\n"
        "\n"
        "REPORTS BY LINE\n"
        "  Line A\n"
        "    A     Sport Daily, 4 Mar 2031: Two clubs become one [made.txt]\n"
        "  Line B  undated brief\n"
        '    B     outlet not named, not dated: Merger planned "soon" & surely [made.txt]\n'
        "  ? Lines A and B may be one: the brief has nothing of its own\n"
        "\n"
    )


def test_the_summary_names_what_a_desk_needs_in_order() -> None:
    text = as_text(sample_report(), width=100, color=False)
    heads = ["WARNINGS", "IN SHORT: VARN DAM", "WHAT IS AGREED", "WHERE REPORTS DIFFER", "QUOTES WITH ALTERED WORDS"]
    heads += ["HOW IT CHANGED", "FIGURES", "TIMELINE", "REPORTS BY LINE", "SKIPPED 1 OF 9 INPUTS"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "6 inputs → 5 distinct articles → 3–4 independent lines" in text
    assert "[-walked-] {+checked+}" in " ".join(text.split())
    assert "gives the date 14 Aug 2033: rejected" in " ".join(text.split())


def test_no_line_is_wider_than_asked() -> None:
    for width in (40, 72, 120):
        text = direct(sample_report(), width=width, color=False)
        assert max(columns(line) for line in text.splitlines()) <= width


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b" not in as_text(sample_report(), width=90, color=False)
    assert "\x1b[1m" in as_text(sample_report(), width=90, color=True)


def test_escapes_from_articles_never_reach_the_terminal() -> None:
    report = sample_report()
    nasty = "Evil\x1b]0;owned\x07 \x1b[31mred\r\n\u202ereversed \x9b2J"
    story = replace(report.stories[1], title=nasty)
    text = as_text(replace(report, stories=(story,)), width=90, color=True)
    assert "owned" in text
    for bad in ("\x1b]", "\x1b[31m", "\x07", "\r", "\u202e", "\x9b"):
        assert bad not in text


def test_a_nasty_title_stays_on_its_row_of_a_table() -> None:
    article = make_article("Body text.", title="Two\nlines \x1b[2J", id="a_x", key="\x1bname")
    text = articles_table([article], width=100, color=False)
    assert len(text.splitlines()) == 2
    assert "\x1b" not in text


def test_wide_characters_count_two_columns() -> None:
    assert columns("日本") == 4
    assert columns("e\u0301") == 1
    assert cut("日本語", 5) == "日本…"
    assert all(columns(line) <= 10 for line in wrapped("日本語日本語日本語 abc", 10, first="  "))


def test_styles_take_no_room() -> None:
    assert columns(styled("two words", Style.STRONG)) == columns("two words")
    assert finish([styled("x", Style.LINK)], color=True) == "\x1b[36mx\x1b[0m\n"


def test_the_table_of_articles_has_a_row_for_each() -> None:
    text = articles_table(ARTICLES, width=120, color=False)
    assert len(text.splitlines()) == 1 + len(ARTICLES)
    assert max(columns(line) for line in text.splitlines()) <= 120
    assert "not dated" in text


def test_the_table_of_reuses_puts_the_strongest_first() -> None:
    lines = reuses_table(reuses(), ARTICLES, width=120, color=False).splitlines()
    assert lines[1].startswith("copy")
    assert "b from a" in lines[1]
    assert reuses_table((), ARTICLES, width=80, color=False) == "No shared wording among 8 articles.\n"


def test_the_table_of_stories_puts_the_largest_first() -> None:
    groupings = [
        Grouping("st_b", tuple(item.id for item in MERGER)),
        Grouping("st_a", tuple(item.id for item in FLOOD)),
    ]
    lines = stories_table(
        groupings,
        ARTICLES,
        {"st_b": "Two banks merge"},
        {"st_b": Scene("Varn", ("Ana Rivas", "Bo Lund"))},
        width=100,
        color=False,
    ).splitlines()
    assert [line.split()[0] for line in lines[::2]] == ["STORY", "3–8", "4"]
    assert [line.split()[0] for line in lines[1::2]] == ["st_a", "st_b"]
    assert lines[2].strip() == "3–8 Mar 2031"
    assert lines[3].endswith("Two banks merge")
    assert lines[4] == " " * lines[3].index("Two") + "4 Mar 2031 · Varn · Ana Rivas, Bo Lund"


def test_stories_that_follow_each_other_are_listed_in_order_and_lone_ones_are_not() -> None:
    lines = [Storyline("sl_1", ("st_a",)), Storyline("sl_2", ("st_c", "st_b"))]
    text = storylines_text(lines, {"st_c": "Ferry sinks"}, width=80, color=False).splitlines()
    assert [line.split() for line in text[2:]] == [["sl_2", "st_c", "Ferry", "sinks"], ["st_b", "(no", "headline)"]]
    assert storylines_text(lines[:1], {}, width=80, color=False) == ""


def test_every_input_has_a_row_of_its_story() -> None:
    twice = replace(FLOOD[0], also=("again.txt",))
    rows = list(story_rows([Grouping("st_a", (twice.id,))], [twice]))
    assert [row["input"] for row in rows] == ["made.txt", "again.txt"]
    assert {row["story"] for row in rows} == {"st_a"}


def test_a_word_of_megabytes_is_broken_without_delay() -> None:
    lines = wrapped("x" * 200_000, 80)
    assert len(lines) == 2_500
    assert {columns(line) for line in lines} == {80}
    assert len(cut("y " * 2_000_000, 80)) <= 80
