from __future__ import annotations

from math import exp

import pytest

from headwater.copies.gist import gists_of
from headwater.copies.lexicon import Lexicon
from headwater.copies.rewrites import is_rewrite, load_model
from headwater.copies.traits import CONTENT_NAMES, NAMES, PLACE_NAMES, compared, content_traits, place_traits
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, DOCK_REWRITTEN, WEIR


def traits_of(a: str, b: str) -> dict[str, float]:
    pair = compared(*gists_of([a, b], Lexicon()))
    return dict(zip(NAMES, (*content_traits(pair), *place_traits(pair)), strict=True))


def test_a_rewrite_keeps_details_and_brings_no_names_of_its_own() -> None:
    rewritten, independent = traits_of(DOCK, DOCK_REWRITTEN), traits_of(DOCK, DOCK_INDEPENDENT)
    assert rewritten["once_both"] > 2 * independent["once_both"]
    assert rewritten["own_least"] < independent["own_least"]


def test_sentences_that_all_lie_nearest_to_one_place_are_not_spread() -> None:
    once = traits_of(DOCK, "The harbour board of Velmoor voted to close the old ferry dock. " * 6)
    assert once["spread_shorter"] < traits_of(DOCK, DOCK_REWRITTEN)["spread_shorter"]


def test_words_side_by_side_in_both_texts_are_neighbours_in_either_order_and_in_quotations() -> None:
    kept = "Divers mended the rusty sluice gate. “Otters watched,” said Perrin."
    turned = "The gate of the sluice is mended; Perrin says that watched by otters, divers did it."
    assert traits_of(kept, kept)["neighbours"] == pytest.approx(6 / 11)
    # Sluice and gate, watched and otters, watched and Perrin: no sentence goes on in the next.
    assert traits_of(kept, turned)["neighbours"] == pytest.approx(3 / 11)


@pytest.mark.parametrize("other", [DOCK_REWRITTEN, DOCK_INDEPENDENT, WEIR, DOCK])
def test_either_order_of_the_two_texts_gives_the_same(other: str) -> None:
    assert traits_of(DOCK, other) == traits_of(other, DOCK)


@pytest.mark.parametrize("text", ["", "word", "Night fell.", "12"])
def test_hardly_any_text_has_traits_too(text: str) -> None:
    assert len(traits_of(text, DOCK)) == len(CONTENT_NAMES) + len(PLACE_NAMES)


@pytest.mark.parametrize("other", [DOCK_REWRITTEN, DOCK_INDEPENDENT, CHOIR])
def test_the_first_traits_bound_what_all_say(other: str) -> None:
    model, traits = load_model(), list(traits_of(DOCK, other).values())
    first = traits[: len(CONTENT_NAMES)]
    assert model.most_odds(first) >= model.odds(traits) >= model.least_odds(first)
    assert model.most_odds(traits) == model.least_odds(traits) == pytest.approx(model.odds(traits))


@pytest.mark.parametrize("other", [DOCK_REWRITTEN, DOCK_INDEPENDENT, CHOIR])
@pytest.mark.parametrize("needed", [0.001, 0.2, 0.5, 0.8, 0.999])
def test_a_pair_is_a_rewrite_where_all_its_traits_make_that_likely_enough(other: str, needed: float) -> None:
    model, (one, two) = load_model(), gists_of([DOCK, other], Lexicon())
    likely = 1 / (1 + exp(-model.odds(list(traits_of(DOCK, other).values())))) >= needed
    assert is_rewrite(one, two, model, needed=needed) == (likely and other != CHOIR)
