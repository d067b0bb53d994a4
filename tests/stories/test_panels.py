from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.panels import blocks, panels, reach_of
from headwater.stories.terms import count_terms
from headwater.stories.views import Views, make_views
from headwater.stories.when import Times, gap_days
from tests.builders import make_article

WORDS = ("harbour", "ferry", "Karst", "budget", "strike", "Tarsk", "1,200", "storm")
DAYS = st.tuples(st.sampled_from([-np.inf, *map(float, range(60))]), st.sampled_from([0.0, 3.0, np.inf]))


def views_of(count: int) -> Views:
    texts = [" ".join(WORDS[(n * step) % len(WORDS)] for step in range(1, 5)) for n in range(count)]
    return make_views(count_terms([make_article(text, id=f"a_{n}") for n, text in enumerate(texts)]))


def times_of(days: list[tuple[float, float]]) -> Times:
    firsts = np.array(sorted(first for first, _ in days))
    later = np.array([later for _, later in days])
    return Times(firsts, np.where(np.isfinite(firsts), np.maximum(firsts, 0) + later, np.inf))


@given(st.lists(DAYS, min_size=1, max_size=40), st.sampled_from([1.0, 14.0, np.inf]), st.integers(1, 9))
def test_each_article_meets_all_that_may_lie_near_it_whatever_the_panels(
    days: list[tuple[float, float]], window: float, size: int
) -> None:
    times, views = times_of(days), views_of(len(days))
    reach = reach_of(times, window)
    together = np.zeros((len(days), len(days)), dtype=np.float32)
    met = np.zeros((len(days), len(days)), dtype=int)
    for panel in panels(views, reach, least=2 * size):
        for block in blocks(panel, reach, most=size):
            together[np.ix_(block.rows, block.others)] = block.alike["body"]
            met[np.ix_(block.rows, block.others)] += 1
    one, other = np.indices(met.shape)
    near = gap_days(times, one.ravel(), other.ravel()).reshape(met.shape) <= window
    assert met.max() == 1
    assert met[near].min() == 1
    rows = views.parts["body"]
    dense = np.zeros((rows.count, rows.width))
    dense[np.repeat(np.arange(rows.count), np.diff(rows.start)), rows.term] = rows.weight
    np.testing.assert_allclose(together[near], (dense @ dense.T)[near], atol=1e-5)


def test_articles_without_a_day_widen_no_window_but_their_own() -> None:
    times = Times(np.array([-np.inf, *np.arange(0.0, 900.0)]), np.array([np.inf, *np.arange(0.0, 900.0)]))
    spans = reach_of(times, 14.0).of((500, 510))
    assert spans == ((0, 1), (486, 524))
