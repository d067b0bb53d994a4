from __future__ import annotations

import json

import numpy as np
import pytest

from headwater.extract.trees import probabilities, read_trees

# One tree: column 0 at most 1 -> leaf 0; else column 1 at most 5 -> leaf 1, else leaf 2. The other nodes are not used.
NODES = {"features": [[0, 1, 0, 0, 0, 0, 0]], "thresholds": [[1, 5, 0, 0, 0, 0, 0]], "masks": [[254, 253] + [255] * 5]}
TREES = read_trees(json.dumps({**NODES, "values": [[-2, 0.5, 3, 0, 0, 0, 0, 0]], "base": 0.5}))


@pytest.mark.parametrize(("row", "value"), [((1, 9), -2), ((1.5, 5), 0.5), ((2, 6), 3), ((0, 0), -2)])
def test_a_row_reaches_the_leaf_that_its_columns_lead_to(row: tuple[float, float], value: float) -> None:
    found = probabilities(TREES, np.array([row], dtype=np.float32))
    assert found[0] == pytest.approx(1 / (1 + np.exp(-(0.5 + value))))
