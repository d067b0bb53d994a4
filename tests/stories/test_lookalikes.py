from __future__ import annotations

import datetime as dt

import pytest

from headwater.model.article import Article
from headwater.stories import StorySettings, group_stories
from tests.builders import make_article

NORTH = (
    (
        "Strong quake shakes Ulvora, 14 dead",
        "A magnitude 6.1 earthquake struck the mountain town of Ulvora in northern Sarn on Monday, killing at least 14 "
        "people, governor Petra Hald said. Rescue teams dug through the rubble of the Ulvora school.",
    ),
    (
        "Ulvora earthquake kills 14",
        "Rescuers in Ulvora searched collapsed houses on Monday after a 6.1 magnitude earthquake in Sarn killed 14 "
        "people. Governor Petra Hald asked for tents and doctors; the town's school was destroyed.",
    ),
)
SOUTH = (
    (
        "Quake off Cape Tirra injures dozens",
        "An earthquake of magnitude 5.4 shook the coast near Cape Tirra in Modia on Monday and injured 37, mayor "
        "Luc Ferran said. Rescue teams checked hotels along the harbour; no deaths were reported.",
    ),
    (
        "Cape Tirra earthquake: 37 hurt, harbour hotels checked",
        "Some 37 people were injured when a 5.4 magnitude earthquake hit Cape Tirra on the coast of Modia, said mayor "
        "Luc Ferran. Rescue teams found no dead in the harbour hotels on Monday.",
    ),
)


def quakes(*, dated: bool, south_day: int) -> list[Article]:
    return [
        make_article(
            body,
            title=title,
            id=f"a_{name}{n}",
            published=(dt.date(2031, 3, 3 if name == "n" else south_day) if dated else None),
        )
        for name, reports in (("n", NORTH), ("s", SOUTH))
        for n, (title, body) in enumerate(reports)
    ]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("south_day", [3, 4, 20])
def test_two_events_of_one_kind_stay_apart(dated: bool, south_day: int) -> None:
    groups = group_stories(quakes(dated=dated, south_day=south_day), (), settings=StorySettings())
    assert sorted(group.articles for group in groups) == [("a_n0", "a_n1"), ("a_s0", "a_s1")]
