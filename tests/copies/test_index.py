from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.copies import CopySettings, add_article, empty_index, find_reuses
from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, WEIR

SETTINGS = CopySettings()
PARTS = st.sampled_from([DOCK, CHOIR, WEIR, DOCK_INDEPENDENT, DOCK[:290], WEIR[150:], "word", ""])


def one_by_one(articles: Sequence[Article], *, copies: CopySettings = SETTINGS) -> list[Reuse]:
    index = empty_index(settings=copies)
    found: list[Reuse] = []
    for article in articles:
        index, reuses = add_article(index, article, settings=copies)
        found += reuses
    return sorted(found, key=lambda reuse: (reuse.a, reuse.b))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(PARTS, max_size=3).map("\n\n".join), max_size=8), st.randoms(use_true_random=False))
def test_articles_one_by_one_in_any_order_give_the_pairs_of_the_batch(texts: list[str], order: Random) -> None:
    articles = [make_article(text, id=f"a_{number}") for number, text in enumerate(texts)]
    expected = list(find_reuses(articles, settings=SETTINGS))
    order.shuffle(articles)
    assert one_by_one(articles) == expected


def test_a_frequent_run_links_the_same_few_articles_one_by_one() -> None:
    capped = CopySettings(frequency_cap=6)
    articles = [make_article(f"{DOCK[:95]} Number {number}.", id=f"a_{number}") for number in (3, 9, 1, 7, 2, 8, 4, 6)]
    last = articles[-1].id
    batch = [reuse for reuse in find_reuses(articles, settings=capped) if last in (reuse.a, reuse.b)]
    index = empty_index(settings=capped)
    for article in articles:
        index, reuses = add_article(index, article, settings=capped)
    assert list(reuses) == batch


def test_every_pair_of_a_large_group_of_copies_is_found_one_by_one_too() -> None:
    capped = CopySettings(frequency_cap=6)
    texts = [DOCK] * 12 + [f"{CHOIR} {DOCK}", WEIR]
    articles = [make_article(text, id=f"a_{at:02}") for at, text in enumerate(texts)]
    batch = find_reuses(articles, settings=capped)
    copies = {(reuse.a, reuse.b) for reuse in batch if reuse.kind is ReuseKind.COPY}
    assert {(f"a_{low:02}", f"a_{high:02}") for low, high in combinations(range(12), 2)} <= copies
    Random(5).shuffle(articles)
    found = one_by_one(articles, copies=capped)
    assert {(reuse.a, reuse.b) for reuse in found if reuse.kind is ReuseKind.COPY} == copies
    assert set(batch) <= set(found)


def test_sampling_grows_coarser_in_the_index_as_in_the_batch() -> None:
    filler = [" ".join(f"w{number}x{at}" for at in range(150_000)) for number in range(3)]
    texts = [DOCK + " " + CHOIR + " " + WEIR, *filler, DOCK + " " + CHOIR + " " + WEIR]
    articles = [Article(id=f"a_{at}", input="", text=text, sentences=()) for at, text in enumerate(texts)]
    assert one_by_one(articles) == list(find_reuses(articles, settings=SETTINGS)) != []


def test_what_furniture_is_counts_from_the_article_that_shows_it() -> None:
    box = (
        "Each of you who gives the Post two crowns lets one more reporter stand on a wet quay and ask who pays for it."
    )
    bodies = (DOCK, CHOIR, WEIR, DOCK_INDEPENDENT, CHOIR[200:] + WEIR[150:])
    articles = [make_article(f"{body}\n\n{box}", outlet="Velmoor Post", id=f"a_{at}") for at, body in enumerate(bodies)]
    batch = find_reuses(articles, settings=SETTINGS)
    listed = one_by_one(articles)
    assert set(batch) < set(listed)
    assert all("a_4" not in (reuse.a, reuse.b) for reuse in listed if reuse not in batch)


def test_an_id_stands_for_one_article() -> None:
    index, _ = add_article(empty_index(settings=SETTINGS), make_article(DOCK, id="a_1"), settings=SETTINGS)
    with pytest.raises(ValueError, match="a_1"):
        add_article(index, make_article(CHOIR, id="a_1"), settings=SETTINGS)
