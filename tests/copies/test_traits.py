from __future__ import annotations

import pytest

from headwater.copies.gist import Gist, gists_of
from headwater.copies.lexicon import Lexicon
from headwater.copies.rewrites import Model, load_model, rewrite_probability
from headwater.copies.traits import CONTENT_NAMES, NAMES, PLACE_NAMES, compared, content_traits, place_traits
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, DOCK_REWRITTEN, WEIR


def traits_of(a: str, b: str) -> dict[str, float]:
    pair = compared(*gists_of([a, b], Lexicon()))
    return dict(zip(NAMES, (*content_traits(pair), *place_traits(pair)), strict=True))


def test_a_rewrite_keeps_details_and_brings_no_names_of_its_own() -> None:
    rewritten, independent = traits_of(DOCK, DOCK_REWRITTEN), traits_of(DOCK, DOCK_INDEPENDENT)
    assert rewritten["once_both"] > 2 * independent["once_both"]
    assert rewritten["own_names_longer"] < independent["own_names_longer"]


def test_sentences_that_all_lie_nearest_to_one_place_are_not_spread() -> None:
    once = traits_of(DOCK, "The harbour board of Velmoor voted to close the old ferry dock. " * 6)
    assert once["spread_longer"] < traits_of(DOCK, DOCK_REWRITTEN)["spread_longer"]


@pytest.mark.parametrize("other", [DOCK_REWRITTEN, DOCK_INDEPENDENT, WEIR, DOCK])
def test_either_order_of_the_two_texts_gives_the_same(other: str) -> None:
    assert traits_of(DOCK, other) == traits_of(other, DOCK)


@pytest.mark.parametrize("text", ["", "word", "Night fell.", "12"])
def test_hardly_any_text_has_traits_too(text: str) -> None:
    assert len(traits_of(text, DOCK)) == len(CONTENT_NAMES) + len(PLACE_NAMES)


@pytest.mark.parametrize("other", [DOCK_REWRITTEN, DOCK_INDEPENDENT, CHOIR])
def test_the_most_that_the_first_traits_allow_is_no_less_than_all_say(other: str) -> None:
    model, traits = load_model(), list(traits_of(DOCK, other).values())
    assert model.most_odds(traits[: len(CONTENT_NAMES)]) >= model.odds(traits)
    assert model.most_odds(traits) == pytest.approx(model.odds(traits))


def test_what_is_certainly_less_likely_than_asked_for_is_nought_and_the_rest_as_without_asking() -> None:
    model: Model = load_model()
    dock, rewritten, other = gists_of([DOCK, DOCK_REWRITTEN, DOCK_INDEPENDENT], Lexicon())
    assert 0 < rewrite_probability(dock, other, model) < 0.5
    assert rewrite_probability(dock, other, model, least=0.999) == 0.0
    likely: tuple[Gist, Gist, Model] = (dock, rewritten, model)
    assert rewrite_probability(*likely, least=0.95) == rewrite_probability(*likely) >= 0.95
