from __future__ import annotations

import numpy as np

from headwater.stories.link import Pairs, average_link
from headwater.stories.steady import is_crowded, steadied


def big_story(size: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    scores = np.full((size, size), 0.8, dtype=np.float32)
    np.fill_diagonal(scores, 0)
    return scores


def test_headlines_that_share_their_neighbours_grow_alike() -> None:
    scores = big_story(30)
    scores[0, 1] = scores[1, 0] = 0.0
    assert steadied(scores)[0, 1] > 0.5


def test_headlines_without_common_neighbours_stay_unlike() -> None:
    scores = np.zeros((60, 60), dtype=np.float32)
    scores[:30, :30] = scores[30:, 30:] = big_story(30)
    assert steadied(scores)[0, 59] == 0


def test_a_headline_in_other_company_is_less_like_a_story_whatever_its_nearest_say() -> None:
    scores = np.zeros((61, 61), dtype=np.float32)
    scores[1:31, 1:31] = scores[31:, 31:] = big_story(30)
    scores[0, 1:9] = scores[1:9, 0] = 0.9
    scores[0, 31:] = scores[31:, 0] = 0.6
    result = steadied(scores)
    assert result[0, 20] < result[9, 20] - 0.2


def test_steadied_scores_do_not_hang_on_the_order_of_the_headlines() -> None:
    drawn = np.random.default_rng(7).random((90, 90), dtype=np.float32)
    scores = ((drawn + drawn.T) / 2).astype(np.float32)
    order = np.random.default_rng(8).permutation(90)
    np.testing.assert_allclose(
        steadied(scores)[np.ix_(order, order)], steadied(scores[np.ix_(order, order)]), atol=1e-5
    )


def test_steadied_scores_are_symmetric() -> None:
    drawn = np.random.default_rng(5).random((25, 25), dtype=np.float32)
    result = steadied(((drawn + drawn.T) / 2).astype(np.float32))
    assert np.allclose(result, result.T)


def test_a_small_story_is_no_crowd_and_a_big_one_is() -> None:
    assert not is_crowded(big_story(6))
    assert is_crowded(big_story(40))


def test_two_big_stories_of_headlines_stay_apart_though_some_pairs_are_alike() -> None:
    scores = np.zeros((60, 60))
    scores[:30, :30] = scores[30:, 30:] = 0.8
    scores[0, 30:35] = 0.6
    one, other = (each.astype(np.int64) for each in np.nonzero(np.triu(scores, 1)))
    pairs = Pairs(one, other, scores[one, other])
    label = average_link(60, pairs, 0.48, bare=np.ones(60, dtype=bool))
    assert label.tolist() == [0] * 30 + [30] * 30
