from __future__ import annotations

from datetime import date

from headwater.account.dating import date_articles
from headwater.model.article import FurnitureKind, Published, StatedKind
from tests.builders import make_article

DATED = make_article(
    "A warehouse fire in Port Alder killed two dock workers on Monday, the harbour police said.",
    title="Fire kills two in Port Alder",
    published=date(2019, 6, 4),
)
UNDATED = make_article(
    "The harbour council of Port Alder voted on Wednesday to close the old docks.\n\n"
    "The vote follows the warehouse fire on Monday that killed two dock workers.",
    title="Port Alder closes its docks",
)


def test_an_undated_report_is_dated_by_the_event_it_shares_with_a_dated_one() -> None:
    _, told = date_articles([DATED, UNDATED])
    assert told.published.date == date(2019, 6, 5)
    assert told.published.reasons
    assert all(reason.citations for reason in told.published.reasons)


def test_a_report_alone_with_weekdays_stays_undated() -> None:
    (alone,) = date_articles([UNDATED])
    assert alone.published.date is None


def test_the_order_of_the_articles_does_not_matter() -> None:
    first = {article.id: article for article in date_articles([DATED, UNDATED])}
    second = {article.id: article for article in date_articles([UNDATED, DATED])}
    assert first == second


def test_a_preview_is_dated_before_the_event_it_expects() -> None:
    decision = make_article(
        "Transport ministers of the lake states agreed on Thursday to build the ferry terminal at Port Alder.",
        published=date(2019, 6, 6),
    )
    opening = make_article(
        "The lake states' secretary opened the talks about the ferry terminal on Monday.", published=date(2019, 6, 3)
    )
    preview = make_article(
        "The secretary of the lake states said on Monday at talks about the ferry terminal that none was agreed.\n\n"
        "Transport ministers are expected to agree to build the ferry terminal at Port Alder at a meeting on Thursday."
    )
    dated = date_articles([decision, opening, preview])[2].published
    assert dated.date is not None
    assert date(2019, 6, 3) <= dated.date < date(2019, 6, 6)


def test_captions_of_the_event_convict_a_false_date() -> None:
    article = make_article(
        "The harbour council of Port Alder voted on Wednesday to close the docks after the warehouse fire on Monday.",
        title="Port Alder closes docks after warehouse fire",
        published=Published(
            date(2022, 11, 9), date(2022, 11, 9), date(2022, 11, 9), date(2022, 11, 9), StatedKind.UNKNOWN
        ),
        furniture=[
            ("November 9, 2022", FurnitureKind.METADATA),
            (
                "A worker looks at the docks after the warehouse fire last night in Port Alder, June 4, 2019.",
                FurnitureKind.CAPTION,
            ),
            ("The harbour council of Port Alder meets on June 5, 2019.", FurnitureKind.CAPTION),
        ],
    )
    (dated,) = date_articles([article])
    assert dated.published.stated_rejected
    assert dated.published.date == date(2019, 6, 5)
    assert {citation.furniture for reason in dated.published.reasons for citation in reason.citations} >= {"f1", "f2"}


def test_an_old_background_picture_does_not_convict_the_stated_date() -> None:
    stated = Published(
        date(2022, 11, 9), date(2022, 11, 9), date(2022, 11, 9), date(2022, 11, 9), StatedKind.PUBLICATION
    )
    article = make_article(
        "The council of Port Alder voted on Wednesday to close the docks, three years after its fire of June 2019 "
        "and months after an inquiry reported in September 2022.",
        title="Port Alder closes docks",
        published=stated,
        furniture=[("The docks of Port Alder after the fire on June 4, 2019.", FurnitureKind.CAPTION)],
    )
    assert date_articles([article])[0].published == stated
