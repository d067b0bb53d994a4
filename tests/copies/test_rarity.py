from __future__ import annotations

from headwater.copies.gist import gist_of
from headwater.copies.rarity import RARITY_NAMES, load_background, rarity_traits

MILL = "The engineer at Velmoor found a hairline fissure below the sluice and ordered the turbine stopped at 4.30."
GENERAL = "People want change, and leaders say that the government will work to support the public next year."


def test_rare_words_weigh_more_than_those_that_most_news_has() -> None:
    background = load_background()
    assert background.weight(["sluice"]) > background.weight(["govern"]) > 0


def test_what_the_same_text_shares_is_beyond_chance_and_what_others_share_is_not() -> None:
    background = load_background()
    mill, general = gist_of(MILL), gist_of(GENERAL)
    same = dict(zip(RARITY_NAMES, rarity_traits(mill, mill, background), strict=True))
    apart = dict(zip(RARITY_NAMES, rarity_traits(mill, general, background), strict=True))
    assert same["weight_both"] == 1
    assert same["beyond_chance_shorter"] > 0.5 > 0 >= apart["beyond_chance_shorter"]
