from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from headwater.account.dating import date_articles, reject_crawl_days
from headwater.model.article import Article, Citation, FurnitureKind, Published, Reason, StatedKind
from tests.builders import make_article

CRAWL = date(2019, 9, 20)
FIRE = "Fire destroyed the timber warehouse beside the old northern docks of Port Alder on Monday, killing two workers."
VOTE = "The council of Lower Velland rejected the plan for a bridge over the Tarn by nine votes to four on Tuesday."
DAYS = {"fire": date(2019, 6, 3), "vote": date(2019, 7, 16)}
NEWS = {"fire": FIRE, "vote": VOTE}


def report(event: str, outlet: str, day: date, more: str = "") -> Article:
    article = make_article(
        NEWS[event] + more,
        title=f"The {event}",
        id=f"a_{event}_{outlet}_{day}",
        outlet=outlet,
        published=day,
        furniture=((day.isoformat(), FurnitureKind.METADATA),),
    )
    given = Reason("the row gives it", (Citation(article.id, 0, 10, furniture="f1"),))
    return replace(article, published=replace(article.published, reasons=(given,)))


def told(late: dict[str, date], *, more: str = "", beside: tuple[Article, ...] = ()) -> list[Published]:
    """What becomes of the late outlet's dates of both events, which two others report on their days."""
    stories = []
    for event, day in DAYS.items():
        story = [report(event, "Alder Post", day), report(event, "Lake Herald", day + timedelta(days=1))]
        stories.append([*story, report(event, "World Wire", late[event], more)])
    judged = reject_crawl_days([*stories, beside])
    assert [[a.id for a in story] for story in judged[:2]] == [[a.id for a in story] for story in stories]
    assert not any(a.published.stated_rejected for story in judged for a in story if a.outlet != "World Wire")
    return [story[2].published for story in judged[:2]]


def test_one_late_day_over_two_stories_is_that_of_a_crawl() -> None:
    for published in told({"fire": CRAWL, "vote": CRAWL}):
        assert published.stated_rejected
        assert published.stated_kind is StatedKind.CRAWL
        assert (published.date, published.latest) == (None, CRAWL)
        assert published.reasons[0].citations[0].article.endswith(str(CRAWL))
        assert {c.article.split("_")[2] for c in published.reasons[0].citations[1:]} == {"Alder Post", "Lake Herald"}


def test_the_others_of_the_story_date_it_anew() -> None:
    stories = reject_crawl_days(
        [
            [report(e, "Alder Post", d), report(e, "Lake Herald", d), report(e, "World Wire", CRAWL)]
            for e, d in DAYS.items()
        ]
    )
    found = [date_articles(story)[2].published for story in stories]
    assert [each.date for each in found] == list(DAYS.values())
    assert all(each.stated == CRAWL and each.stated_rejected for each in found)
    assert all(each.latest and each.latest < CRAWL and len(each.reasons) > 2 for each in found)


def test_late_on_two_days_may_be_a_look_back() -> None:
    assert not any(p.stated_rejected for p in told({"fire": CRAWL, "vote": CRAWL + timedelta(days=7)}))


def test_one_issue_that_is_two_weeks_late_is_no_crawl() -> None:
    late = max(DAYS.values()) + timedelta(days=12)
    assert not any(p.stated_rejected for p in told({"fire": late, "vote": late}))


def test_a_text_that_names_a_later_day_is_as_late_as_stated() -> None:
    late = told({"fire": CRAWL, "vote": CRAWL}, more=" An inquiry opened on September 2, 2019.")
    assert not any(p.stated_rejected for p in late)


def test_an_outlet_mostly_confirmed_by_others_is_believed() -> None:
    days = [date(2019, 5, day) for day in (1, 2, 3)]
    beside = tuple(report("fire", outlet, day) for day in days for outlet in ("World Wire", "Coast Daily"))
    assert not any(p.stated_rejected for p in told({"fire": CRAWL, "vote": CRAWL}, beside=beside))
