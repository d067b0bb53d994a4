from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.extract.cues import CUES, Place, expression, read_cues
from headwater.extract.furniture import furniture_kind, own_kinds
from headwater.extract.screen import SCREEN, possible_cues, screen_of
from headwater.model.article import FurnitureKind

#: The words, numbers and signs that the patterns are made of, and some they are not.
FRAGMENTS = sorted(
    {word for cue in CUES for word in re.findall(r"[A-Za-z]{1,12}", " ".join(cue.patterns))}
    | {*"0123456789|/©@:»›►▶→>[](){}.,;!?“”\"'’–—-&·•", "2019", "12:30", "3/4/21", "Ann", "Ode", "Vell", "the", "ıſİ"}
)
#: Hypothesis makes no strings for the possessive repeats of this cue.
REPEATS = "}+"


def tried(line: str) -> set[int]:
    """The cues whose patterns match the line, whatever their keys say."""
    return {number for number in range(len(CUES)) if matches(line, number)}


def matches(line: str, number: int) -> bool:
    pattern = expression(number)
    found = pattern.search(line) if CUES[number].place is Place.WITHIN else pattern.match(line)
    return found is not None


def passed(line: str) -> set[int]:
    (numbers,) = possible_cues([line], SCREEN)
    return set(numbers)


# Making a line for an odd pattern takes many tries, and long on a busy machine.
UNHEALTHY = [HealthCheck.filter_too_much, HealthCheck.too_slow]
PATTERNS = [(at, pattern) for at, cue in enumerate(CUES) for pattern in cue.patterns if REPEATS not in pattern]


@pytest.mark.parametrize(("number", "pattern"), PATTERNS)
def test_a_line_that_a_pattern_matches_has_one_of_its_keys(number: int, pattern: str) -> None:
    whole = CUES[number].place is Place.WHOLE

    @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=UNHEALTHY)
    @given(st.from_regex(re.compile(pattern, re.I), fullmatch=whole))
    def check(made: str) -> None:
        line = " ".join(made.split())
        if line and matches(line, number):
            assert number in passed(line), line

    check()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12), st.sampled_from([" ", ""]))
def test_no_cue_that_matches_is_kept_back_by_its_keys(words: list[str], space: str) -> None:
    line = " ".join(space.join(words).split())
    assert tried(line) <= passed(line), line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Facebook Twitter WhatsApp", FurnitureKind.NAVIGATION),
        ("ShareTweet", FurnitureKind.NAVIGATION),
        ("5 May 2021", FurnitureKind.METADATA),
        ("Vell Courier, 5 May 2021", FurnitureKind.METADATA),
        ("Flood in Vell - in pictures", FurnitureKind.RELATED),
        ("Ann Ode, Reuters", FurnitureKind.CREDIT),
        ("Lund and Roy contributed to this report.", FurnitureKind.CREDIT),
        ("The bridge of Vell after the flood. (Ann Ode/AFP)", FurnitureKind.CAPTION),
        ("ALL RIGHTS RESERVED", FurnitureKind.LEGAL),
        ("— \N{LATIN SMALL LETTER LONG S}ign up here", None),
        ("\N{LATIN SMALL LETTER LONG S}ign up here", FurnitureKind.NEWSLETTER),
        ("The council of Vell met on 5 May 2021 to vote on the bridge.", None),
        ("", None),
    ],
)
def test_a_line_is_judged_by_its_own_wording(line: str, kind: FurnitureKind | None) -> None:
    assert furniture_kind(line) is kind


def test_lines_are_judged_alike_together_and_alone() -> None:
    lines = ["Sign up for our newsletter", "", "The council met.", "  Read   more  ", "x" * 2000, "© 2021 Vell Courier"]
    assert own_kinds(lines) == [furniture_kind(line) for line in lines]


def test_a_cue_without_keys_is_always_tried() -> None:
    cues = read_cues("@whole notice\nany line\n")
    assert list(map(list, possible_cues(["a line"], screen_of(cues)))) == [[0]]


def test_keys_hold_for_the_patterns_below_them_alone() -> None:
    cues = read_cues("@opening notice\n~ ^first_word ^0\nfirst word\n\\d\n~ middle\n.*middle\n")
    screen = screen_of(cues)
    possible = possible_cues(["First word", "9 men", "in the middle", "else"], screen)
    assert list(map(list, possible)) == [[0], [0], [1], []]


@pytest.mark.parametrize(
    "line", ["Staff and agencies", "From our correspondent in Port Alder", "News agencies", "Staff writers"]
)
def test_a_line_that_names_a_desk_alone_is_a_byline(line: str) -> None:
    assert furniture_kind(line) is FurnitureKind.METADATA


@pytest.mark.parametrize(
    "line", ["Staff and patients were moved", "Agencies warn of floods", "Our correspondent was held"]
)
def test_a_line_that_says_more_of_a_desk_is_none(line: str) -> None:
    assert furniture_kind(line) is None
