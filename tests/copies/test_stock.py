"""What is printed under many reports - line-ups, results, notices - makes no two of them a rewrite."""

from __future__ import annotations

import pytest

from headwater.copies import CopySettings, find_reuses, find_rewrites
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, DOCK_INDEPENDENT, WEIR

SETTINGS = CopySettings()
LINE_UP = (
    "Velmoor: Orrel; Vadet, Brandt, Lund, Moe; Hansen, Ruud (Dahl 62), Berg; Aas, Lie, Vik (Holm 80). Tarrow: Sand; "
    "Krogh, Eide, Foss, Rust; Nes, Tveit, Moen (Bakke 71); Strand, Solli, Haug. Referee: P. Kvam. Attendance: 12,480."
)
RESULTS = (
    "Results: Osk 2-1 Tarrow, Velmoor 0-0 Hask, Oster 3-2 Sund, Rell 1-4 Brinn, Ling 2-2 Dorn, Hall 1-0 Varde, "
    "Skog 2-3 Lund, Berg 0-1 Moss."
)
NOTICE = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed without the prior "
    "written permission of the publisher, and no part of it may be stored in a retrieval system or transmitted."
)
TOP = (
    "Velmoor went top of the table on Saturday night after a late header by substitute Holm settled a match that the "
    "visitors had dominated until the hour. Coach Ilse Brandt praised the bench and said her side had been lucky twice "
    "in the first half, when the post saved them."
)
BEATEN = (
    "Tarrow's run without defeat is over. They hit the woodwork twice at Velmoor, had a goal disallowed for a push "
    "nobody saw, and lost to a corner in the eighty-eighth minute. Their captain, Eide, left without speaking; "
    "the assistant called the refereeing odd but not decisive."
)


@pytest.mark.parametrize("stock", [LINE_UP, RESULTS, NOTICE])
@pytest.mark.parametrize(("one", "other"), [(TOP, BEATEN), (DOCK, CHOIR), (DOCK, DOCK_INDEPENDENT), (WEIR, CHOIR)])
def test_the_same_stock_under_two_reports_is_no_reuse(stock: str, one: str, other: str) -> None:
    articles = [make_article(f"{one}\n\n{stock}", outlet="Post"), make_article(f"{other}\n\n{stock}", outlet="Radio")]
    reuses = find_reuses(articles, settings=SETTINGS)
    assert reuses == find_rewrites(articles, reuses, settings=SETTINGS) == ()
