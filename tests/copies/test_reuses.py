from __future__ import annotations

from headwater.copies import CopySettings, count_origins, distinct_count, find_reuses
from headwater.model.reuse import Direction, ReuseKind
from tests.builders import make_article

SETTINGS = CopySettings(rate=1)
WEIR = (
    "Higher up the valley the weir at Oster has been drained so that salmon can pass for the first time since 1911. "
    "Volunteers counted nineteen fish in the first week and a heron that followed them all the way to the mill."
)
LAKE = (
    "The harbour board of Velmoor voted late on Tuesday to close the old ferry dock for two years. "
    "Engineers found cracks in eleven of its forty timber piles during an inspection in the spring. "
    "Residents of the islands will be carried by a smaller boat from the fish market until the works end. "
    "Chair Ilse Brandt said the decision had been postponed twice for want of money from the province."
)
OTHER = (
    "A school in Tarrow has won the national prize for choirs with a programme of sea songs. "
    "The forty singers rehearsed on Saturdays for most of a year and travelled by night train. "
    "Their teacher called the result a surprise and promised a free concert in the town hall. "
)


def test_the_same_text_from_two_outlets_is_a_copy() -> None:
    a, b = make_article(LAKE, outlet="Velmoor Post"), make_article(LAKE, outlet="Island Radio")
    (reuse,) = find_reuses([a, b], settings=SETTINGS)
    assert reuse.kind is ReuseKind.COPY
    assert (reuse.contained_a, reuse.contained_b) == (1.0, 1.0)
    assert distinct_count([a, b], [reuse]) == 1
    assert count_origins([a, b], [reuse], settings=SETTINGS).range.max == 1


def test_unrelated_articles_share_nothing() -> None:
    assert find_reuses([make_article(LAKE), make_article(OTHER)], settings=SETTINGS) == ()


def test_a_short_piece_of_a_long_article_is_an_excerpt() -> None:
    short, long = make_article(LAKE), make_article(f"{LAKE} {OTHER} {WEIR}")
    (reuse,) = find_reuses([short, long], settings=SETTINGS)
    assert reuse.kind is ReuseKind.EXCERPT


def test_credited_agency_passages_leave_two_lines() -> None:
    passage = (
        "Crews pumped water from the lower tunnel all night and the line may stay shut until Friday morning, "
        "two engineers told Reuters on Monday. "
    )
    a = make_article(LAKE + " " + passage + LAKE.replace("ferry", "boat")[::-1], outlet="Velmoor Post")
    b = make_article(OTHER + passage + "Nobody at the depot would say more about the flood in the tunnel below it.")
    (reuse,) = find_reuses([a, b], settings=SETTINGS)
    assert (reuse.kind, reuse.direction, reuse.via) == (
        ReuseKind.SHARED_PASSAGE,
        Direction.COMMON_SOURCE,
        "Reuters",
    )
    assert count_origins([a, b], [reuse], settings=SETTINGS).range.min == 2


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [make_article(LAKE, outlet=str(n)) for n in range(4)] + [make_article(OTHER)]
    assert find_reuses(articles, settings=SETTINGS) == find_reuses(articles[::-1], settings=SETTINGS)


def test_passages_slice_both_texts_exactly() -> None:
    a, b = make_article(LAKE, title="Ferry dock shut"), make_article(OTHER + LAKE)
    by_id = {article.id: article for article in (a, b)}
    (reuse,) = find_reuses([a, b], settings=SETTINGS)
    for passage in reuse.passages:
        of_a = by_id[reuse.a].text[passage.a_start : passage.a_end]
        of_b = by_id[reuse.b].text[passage.b_start : passage.b_end]
        assert of_a == of_b
