from __future__ import annotations

from dataclasses import replace
from datetime import date

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import clauses_of
from headwater.account.compare.entities import EntityIndex, merge_entities
from headwater.account.compare.terms import Aligned, terms_of
from headwater.account.particulars.times import find_times
from headwater.account.tell.timeline import build_timeline
from headwater.model.account import Happening, TimelineEntry
from headwater.model.article import Article
from headwater.model.particulars import EntityType, Granularity, NameMention, Particulars, QuoteMention
from headwater.model.reuse import Line, Origins
from tests.builders import make_article

FIRST = make_article(
    "A ferry sank off Port Alder on Monday and twelve passengers drowned, the coast guard said.\n\n"
    "The ferry line has sailed since March 2015.\n\n"
    "Ministers are expected to vote on the ferry law on Friday.",
    id="a_1",
    published=date(2019, 6, 5),
)
SECOND = make_article(
    "Twelve passengers drowned when the ferry sank on Monday off the coast.\n\n"
    "The owner denied that an inspector warned him on Tuesday.",
    id="a_2",
    published=date(2019, 6, 6),
)


def timeline(*articles: Article) -> tuple[TimelineEntry, ...]:
    read = [_particulars(article) for article in articles]
    return build_timeline(read, _entities(read), Origins(tuple(Line((article.id,)) for article in articles)))


def _particulars(article: Article) -> Particulars:
    at = article.text.find("Port Alder")
    names = () if at < 0 else (NameMention(article.cite(at, at + 10), "Port Alder", EntityType.PLACE, "Port Alder"),)
    return Particulars(article, names=names, times=find_times(article))


def _entities(read: list[Particulars]) -> EntityIndex:
    return merge_entities(read)


def test_one_event_told_by_two_reports_is_one_entry() -> None:
    sinking = [entry for entry in timeline(FIRST, SECOND) if entry.date == date(2019, 6, 3)]
    assert len(sinking) == 1
    assert {citation.article for citation in sinking[0].citations} == {"a_1", "a_2"}
    assert (sinking[0].status, sinking[0].origins.max) == (Happening.HAPPENED, 2)


def test_the_place_of_the_event_is_named() -> None:
    assert next(entry.place for entry in timeline(FIRST) if entry.date == date(2019, 6, 3)) is None
    text = "A ferry sank near Port Alder on Monday and twelve passengers drowned."
    (entry,) = timeline(make_article(text, published=date(2019, 6, 5)))
    assert entry.place == "Port Alder"


def test_entries_are_sorted_and_exact_to_what_the_text_gives() -> None:
    entries = timeline(FIRST, SECOND)
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)
    assert (entries[0].date, entries[0].granularity) == (date(2015, 3, 1), Granularity.MONTH)


def test_what_is_expected_is_not_told_as_happened() -> None:
    vote = next(entry for entry in timeline(FIRST) if "vote" in entry.text)
    assert (vote.date, vote.status) == (date(2019, 6, 7), Happening.EXPECTED)


def test_a_denied_event_is_told_as_denied() -> None:
    assert next(entry for entry in timeline(SECOND) if "inspector" in entry.text).status is Happening.DENIED


def test_coordinated_days_are_one_period() -> None:
    text = "The council is expected to meet on Thursday and Friday in the harbour hall."
    (entry,) = timeline(make_article(text, published=date(2019, 6, 3)))
    assert (entry.date, entry.end) == (date(2019, 6, 6), date(2019, 6, 7))


def test_the_text_is_what_its_first_citation_spans() -> None:
    articles = {article.id: article for article in (FIRST, SECOND)}
    for entry in timeline(FIRST, SECOND):
        assert entry.text == articles[entry.citations[0].article].cited(entry.citations[0])


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert timeline(FIRST, SECOND) == timeline(SECOND, FIRST)


def test_a_day_on_which_something_was_only_reported_dates_nothing() -> None:
    text = "A ferry sank, the coast guard said on Monday.\n\nMinisters said on Tuesday that they will meet."
    (entry,) = timeline(make_article(text, published=date(2019, 6, 5)))
    assert (entry.date, entry.text) == (date(2019, 6, 4), "Ministers said on Tuesday that they will meet.")


def test_an_hour_without_its_day_puts_nothing_on_a_day() -> None:
    text = "The harbour tram runs between midnight and five in the morning."
    assert timeline(make_article(text, published=date(2019, 6, 5))) == ()


def test_an_event_is_counted_from_what_happened_and_not_from_who_it_happened_to() -> None:
    text = (
        "Harlan was born on 3 May 1950.\n\nThe law came a year after Harlan's resignation.\n\n"
        "Harlan's resignation was in 1991."
    )
    entries = timeline(make_article(text, published=date(2019, 6, 5)))
    assert next(entry.date.year for entry in entries if "law" in entry.text) == 1992


def told(body: str) -> list[str]:
    return [entry.text for entry in timeline(make_article(body, id="a_3", published=date(2019, 6, 5)))]


def test_a_date_that_opens_a_sentence_keeps_what_follows_it() -> None:
    body = "In April, the yard opened the second dock for tankers that had waited since January."
    assert told(body)[-1] == "In April, the yard opened the second dock for tankers that had waited"


def test_the_date_below_a_post_is_no_event() -> None:
    body = "The ferry sank so fast, nobody could help — Anna Berg (@annaberg) June 4, 2019"
    assert told(body) == []


def test_a_date_with_nothing_beside_it_is_no_event() -> None:
    assert told("On Monday, that is.") == []


def test_clauses_of_one_day_that_make_one_claim_are_one_event() -> None:
    articles = [
        make_article("Rescuers reached the wreck late on Tuesday. Rain fell.", id="a_1", published=date(2019, 6, 6)),
        make_article(
            "Help came for the stricken vessel on Tuesday night. Rain fell.", id="a_2", published=date(2019, 6, 6)
        ),
    ]
    read = [_particulars(article) for article in articles]
    origins = Origins((Line(("a_1",)), Line(("a_2",))))
    clauses = tuple(clauses_of(each)[0] for each in read)
    claim = Alignment(clauses, tuple(terms_of(clauses, Aligned(_entities(read), (), ()))), (1.0, 1.0))

    assert len(build_timeline(read, _entities(read), origins)) == 2
    assert len(build_timeline(read, _entities(read), origins, [claim])) == 1


def test_the_day_of_filing_is_no_event() -> None:
    filed = make_article(
        "PORT ALDER, June 5 (CW) - A ferry sank off Port Alder on Monday and twelve passengers drowned.",
        id="a_3",
        published=date(2019, 6, 5),
    )
    (entry,) = timeline(filed)
    assert (entry.date, filed.cited(entry.citations[0])[:7]) == (date(2019, 6, 3), "A ferry")


def test_an_event_is_told_in_the_words_of_the_original() -> None:
    other = make_article(
        "A ferry went down off Port Alder on Monday and twelve passengers drowned.",
        id="a_0",
        published=date(2019, 6, 5),
    )
    read = [_particulars(article) for article in (FIRST, other)]
    origins = Origins((Line(("a_1",)), Line(("a_0",))))
    for retold, expected in ((frozenset({"a_1"}), "went down"), (frozenset({"a_0"}), "sank")):
        entries = build_timeline(read, _entities(read), origins, (), retold)
        assert expected in next(entry.text for entry in entries if entry.date == date(2019, 6, 3))


def test_a_day_that_a_speaker_counts_from_is_no_event() -> None:
    article = make_article(
        "“I have spoken to the families of the crew tonight,” mayor Ann Ode said in the town hall.",
        published=date(2019, 6, 6),
    )
    spoken = QuoteMention(article.cite(1, 54), article.text[1:54], 1, "Ann Ode")
    read = replace(_particulars(article), quotes=(spoken,))
    assert len(timeline(article)) == 1
    assert build_timeline([read], _entities([read]), Origins((Line((article.id,)),))) == ()


def test_the_year_from_which_a_record_counts_is_no_event() -> None:
    assert told("Shares of the ferry line fell to 63 crowns, their lowest since 2015.") == []
    assert told("Shares of the ferry line have fallen to 63 crowns since 2015.") != []
