from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from headwater.model.account import Account, Claim, Stance, Status
from headwater.model.report import Report, Story
from headwater.model.reuse import Line, OriginRange, Origins
from headwater.present import as_html
from tests.builders import make_article
from tests.present.sample import sample_report
from tests.present.sample_articles import REWRITE, WIRE
from tests.steps import grows_evenly


@pytest.fixture(scope="module")
def page() -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(as_html(sample_report()))


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_inside_the_page_has_a_target_and_no_id_stands_twice(page: lxml_html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {link[1:] for link in page.xpath("//@href") if link.startswith("#")}
    assert inside <= set(ids)


def test_labels_of_regions_point_to_elements(page: lxml_html.HtmlElement) -> None:
    named = {name for names in page.xpath("//@aria-labelledby") for name in names.split()}
    assert named <= set(page.xpath("//@id"))


def test_the_page_asks_for_nothing_and_runs_nothing(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //object | //form | //@src | //@style") == []
    assert [name for name in page.xpath("//@*/..") for name in name.attrib if name.startswith("on")] == []
    style = page.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_only_web_addresses_become_links_and_they_give_nothing_away(page: lxml_html.HtmlElement) -> None:
    outside = [link for link in page.xpath("//a") if not link.get("href").startswith("#")]
    assert [link.get("href") for link in outside] == ["https://courier.example/varn?x=1&y=2"]
    assert outside[0].get("rel") == "noopener noreferrer nofollow"
    assert "javascript:alert(document.cookie)" in words(page)


def test_text_from_articles_is_escaped() -> None:
    text = as_html(sample_report())
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_citation_lands_on_its_words_inside_its_sentence(page: lxml_html.HtmlElement) -> None:
    (item,) = page.xpath("//article[@id='st1']//div[@class='summary']")
    (link,) = item.xpath(".//a[contains(@class, 'cite')]/@href")
    (place,) = page.xpath(f"//*[@id='{link[1:]}']")
    assert words(place) == "About 2,400 people were moved from Lower Brask"
    sentence = place.getparent()
    assert "s" in sentence.get("class").split()
    assert words(sentence).endswith("Mayor Lena Orvik said.")


def test_a_citation_of_furniture_lands_on_it_outside_the_fold(page: lxml_html.HtmlElement) -> None:
    (place,) = page.xpath("//li[@id='a5-f1']")
    assert place.xpath("ancestor::details") == []
    assert "#a5-f1" in page.xpath("//section[contains(@class, 'warnings')]//@href")


def test_the_whole_text_of_each_article_stands_below(page: lxml_html.HtmlElement) -> None:
    for anchor, article in (("a2", WIRE), ("a5", REWRITE)):
        (prose,) = page.xpath(f"//article[@id='{anchor}']//div[@class='prose']")
        for number in prose.xpath(".//span[@class='n']"):
            number.text = ""
        assert words(prose) == " ".join(article.text.split())


def test_an_altered_quote_shows_its_words_without_colour(page: lxml_html.HtmlElement) -> None:
    (quote,) = page.xpath("//li[@id='st1-q1']")
    assert quote.xpath(".//del/text()") == ["Nobody will return before", "walked"]
    assert quote.xpath(".//ins/text()") == ["No one is going back until", "checked"]


def test_a_difference_shows_each_lines_reading_in_its_column(page: lxml_html.HtmlElement) -> None:
    (table,) = page.xpath("//section[@aria-labelledby='st1-differing']//table")
    head = [words(cell) for cell in table.xpath(".//thead//th")]
    assert head[0] == "Point"
    assert head[2].startswith("B The Harbour Post")
    injured = [words(cell) for cell in table.xpath(".//tbody/tr[1]/*")]
    assert injured[0].startswith("people injured")
    assert injured[2].startswith("1 ")
    assert injured[3].startswith("3 the clinic")


def test_dossier_and_warnings_come_first_and_texts_last(page: lxml_html.HtmlElement) -> None:
    first = [name.split("-")[-1] for name in page.xpath("//article[@id='st1']//section/h3/@id")]
    assert first[:4] == ["warnings", "dossier", "agreed", "differing"]
    assert first[-1] == "texts"


def test_headings_go_down_one_level_at_a_time(page: lxml_html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_says_what_its_heads_are_for(page: lxml_html.HtmlElement) -> None:
    assert page.xpath("//table//th[not(@scope)]") == []
    assert page.xpath("//svg[not(ancestor::svg)][not(@role='img') or not(@aria-labelledby)]") == []


def test_every_statement_has_a_place_of_its_own(page: lxml_html.HtmlElement) -> None:
    ids = set(page.xpath("//@id"))
    account = sample_report().stories[0].account
    statements = {item.id for item in account.claims} | {item.id for item in account.quotes}
    assert {f"st1-{id}" for id in statements | {item.id for item in account.quantities}} <= ids


def test_one_story_needs_no_index() -> None:
    report = sample_report()
    one = lxml_html.document_fromstring(as_html(replace(report, stories=report.stories[:1], skipped=())))
    assert one.xpath("//*[@id='index']") == []
    assert "skipped" not in words(one.xpath("//header")[0])


def test_a_report_of_nothing_is_a_page() -> None:
    page = lxml_html.document_fromstring(as_html(Report("0.1.0", 0, (), (), (), ())))
    assert "None of the inputs holds an article." in words(page)


def test_characters_unfit_for_a_page_are_replaced() -> None:
    report = sample_report()
    story = replace(report.stories[0], title="A\x00B\ud800C\x1b[31m")
    text = as_html(replace(report, stories=(story,)))
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", text)
    text.encode("utf-8")


def many_articles(count: int) -> Report:
    articles = tuple(
        make_article(
            "\n\n".join(f"Statement {n} of report {number} says that {n} people came." for n in range(30)),
            id=f"a_{number:04}",
            outlet=f"Outlet {number}",
            title=f"Report {number}",
            published=date(2031, 1, 1) + timedelta(number % 9),
        )
        for number in range(count)
    )
    claims = tuple(
        Claim(
            f"c{n}",
            articles[0].slice(articles[0].sentences[n]),
            Status.AGREED,
            OriginRange(count, count),
            (),
            tuple(article.cite(article.sentences[n].start, article.sentences[n].end) for article in articles),
            tuple((article.id, Stance.STATES) for article in articles),
        )
        for n in range(1, 31)
    )
    ids = tuple(article.id for article in articles)
    lines = Origins(tuple(Line((id,)) for id in ids))
    story = Story("st_many", "Many", ids, count, lines, Account(claims=claims))
    return Report("0.1.0", count, (), articles, (), (story,))


def test_the_page_takes_work_in_proportion_to_the_articles() -> None:
    assert grows_evenly(lambda count: as_html(many_articles(count)), 4)


def test_what_a_copy_adds_is_told_once() -> None:
    report = sample_report()
    story = report.stories[0]
    first = story.account.cards[0]
    cards = (*story.account.cards, replace(first, article="a_03"))
    copied = replace(story, account=replace(story.account, cards=cards))
    page = lxml_html.document_fromstring(as_html(replace(report, stories=(copied,))))
    cards_of_line = [words(card) for card in page.xpath("//section[@id='st1-line1']//div[@class='report']")]
    assert "Only here 1" in cards_of_line[0]
    assert "Adds nothing to B1" in cards_of_line[1]
    assert len(page.xpath("//li[@id='st1-c3']")) == 1
