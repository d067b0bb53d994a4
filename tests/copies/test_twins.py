from __future__ import annotations

import numpy as np

from headwater.copies import CopySettings, find_reuses
from headwater.copies.twins import one_of_each
from tests.builders import make_article
from tests.copies.texts import DOCK


def test_pairs_of_the_same_two_texts_have_one_that_stands_for_them() -> None:
    texts = ["dock", "weir", "dock", "weir", "choir"]
    pairs = np.array([[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3], [3, 4]])
    kept, which = one_of_each(pairs, texts)
    for pair, stands in zip(pairs.tolist(), kept[which].tolist(), strict=True):
        assert [texts[at] for at in pair] == [texts[at] for at in stands]
    assert kept.tolist() == [[0, 1], [0, 2], [1, 2], [1, 3], [3, 4]]


def test_no_pairs_have_none() -> None:
    kept, which = one_of_each(np.empty((0, 2), dtype=np.int64), ["dock"])
    assert (len(kept), len(which)) == (0, 0)


def test_every_pair_of_equal_and_of_shortened_texts_is_found_each_under_its_own_ids() -> None:
    whole = [make_article(DOCK, id=f"a_{number}", outlet=f"{number}.example") for number in (1, 4, 5, 8)]
    short = [make_article(DOCK[: len(DOCK) // 2], id=f"a_{number}", outlet=f"{number}.example") for number in (2, 6)]
    reuses = find_reuses([*whole, *short], settings=CopySettings())
    assert len({(reuse.a, reuse.b) for reuse in reuses}) == len(reuses) == 15
    ids = {article.id for article in short}
    for reuse in reuses:
        held = (reuse.contained_a, reuse.contained_b)
        both = (reuse.a in ids, reuse.b in ids)
        assert (both[0] == both[1]) == (held[0] == held[1] == 1.0)
        assert both[0] == both[1] or held[both.index(True)] > held[both.index(False)]
