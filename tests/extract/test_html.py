from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract import ExtractSettings, extract
from headwater.model.article import Article, FurnitureKind, PageKind, StatedKind
from headwater.model.capture import Capture, Media
from headwater.model.errors import InputError
from tests.extract.pages import BODY

JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
"headline": "Vell to rebuild bridge", "datePublished": "2031-03-04T23:30:00-05:00",
"dateModified": "2031-03-06T08:00:00-05:00", "author": [{"@type": "Person", "name": "Ann Reed"}, {"name": "Bo Lund"}],
"publisher": {"name": "Arn Gazette"}, "inLanguage": "en-GB"}]}</script>"""


def page(head: str = "", body: str = BODY, **limits: int) -> Article:
    source = f"<html><head>{head}</head><body><article><h1>Vell to rebuild bridge</h1>{body}</article></body></html>"
    return extract(Capture("a_1", "page.html", Media.HTML, source), settings=ExtractSettings(**limits))


def test_json_ld_gives_title_authors_outlet_language_and_both_dates() -> None:
    article = page(JSON_LD)
    assert article.title == "Vell to rebuild bridge"
    assert article.authors == ("Ann Reed", "Bo Lund")
    assert (article.outlet, article.language) == ("Arn Gazette", "en")
    assert (article.published.date, article.published.stated_kind) == (dt.date(2031, 3, 4), StatedKind.PUBLICATION)
    assert [item.text for item in article.furniture] == ["2031-03-04T23:30:00-05:00", "2031-03-06T08:00:00-05:00"]


def test_the_author_in_the_card_of_a_shared_address_is_read_by_its_label() -> None:
    card = '<meta name="twitter:label{0}" content="{1}"><meta name="twitter:data{0}" content="{2}">'
    read = card.format(1, "Est. reading time", "3 minutes")
    assert page(read + card.format(2, "Written by", "Ann Reed og Bo Lund")).authors == ("Ann Reed", "Bo Lund")
    assert page(read).authors == ()


def test_the_day_in_the_address_is_that_of_the_pages_own_zone() -> None:
    head = '<meta property="article:published_time" content="2031-03-05T02:10:00Z">'
    head += '<link rel="canonical" href="https://www.arngazette.test/2031/03/04/bridge">'
    article = page(head)
    assert article.published.date == dt.date(2031, 3, 4)
    assert article.url == "https://www.arngazette.test/2031/03/04/bridge"
    assert article.outlet == "arngazette.test"


def test_a_figure_caption_is_furniture_and_bounds_nothing_by_itself_when_the_page_is_dated() -> None:
    figure = "<figure><img><figcaption>The bridge on 1 March 2031. AFP</figcaption></figure>"
    article = page(JSON_LD, figure + BODY)
    assert FurnitureKind.CAPTION in {item.kind for item in article.furniture}
    assert "1 March 2031" not in article.text


def test_a_visible_standfirst_is_kept() -> None:
    dek = "Mayor says the span opens again next spring after forty years"
    article = page(f'<meta property="og:description" content="{dek}">', f'<div class="standfirst">{dek}</div>{BODY}')
    assert article.text.count(dek) == 1


def test_the_first_line_is_the_standfirst_where_the_markup_calls_it_one() -> None:
    dek = "Mayor says the span opens again next spring after forty years."
    assert page(body=f'<p class="c-story__dek">{dek}</p>{BODY}').standfirst == dek
    assert page(body=f"<p>{dek}</p>{BODY}").standfirst is None
    assert page(body=BODY + f'<p class="c-story__dek">{dek}</p>').standfirst is None
    filed = "VELL (Reuters) - The council of Vell voted to rebuild the old bridge over the Arn."
    assert page(body=f'<p class="lead">{filed}</p>{BODY}').standfirst is None


def test_a_line_of_names_at_the_headline_is_a_byline_where_a_date_stands_beside_it() -> None:
    article = page(body=f"<p>Ann Reed and Bo Lund</p><p>14 Feb 2029</p>{BODY}")
    assert (article.authors, article.standfirst) == (("Ann Reed", "Bo Lund"), None)
    assert "Bo Lund" not in article.text
    assert "Bo Lund" in page(body=f"<p>Ann Reed and Bo Lund</p>{BODY}").text


def test_deep_nests_and_giant_attributes_are_read_as_bare_text() -> None:
    assert "rebuild the old bridge" in page(body="<div>" * 100_000 + BODY).text
    assert "rebuild the old bridge" in page(body=f'<div class="{"x " * 300_000}">{BODY}</div>').text


def test_an_error_page_and_a_stub_are_told_apart_from_articles() -> None:
    assert page(body="<p>404 page not found. The page you want is gone.</p>").page is PageKind.ERROR
    wall = "<p>Subscribe now to continue reading this article and get all of our news for a month.</p>"
    assert page(JSON_LD, wall + "<p>The council of Vell voted.</p>").page is PageKind.STUB
    assert page(JSON_LD).page is PageKind.ARTICLE


@pytest.mark.parametrize("source", ["", "<html></html>", "<", "<html><body><script>var a = '<p>no</p>'</script>"])
def test_a_page_without_text_is_an_input_error(source: str) -> None:
    with pytest.raises(InputError):
        extract(Capture("a_1", "page.html", Media.HTML, source))


@pytest.mark.parametrize(
    "json", ["[" * 100_000, '{"@type": "NewsArticle", "headline": ' + "9" * 9000 + "}", "{", "null"]
)
def test_broken_json_ld_is_passed_over(json: str) -> None:
    assert page(f'<script type="application/ld+json">{json}</script>').title == "Vell to rebuild bridge"


def test_too_long_a_page_is_refused() -> None:
    with pytest.raises(InputError, match="expected an article of at most 100"):
        page(max_html_chars=100)


def test_furniture_stands_in_page_order_with_its_kinds() -> None:
    paragraphs = BODY.split("</p>")
    box = '<div class="box"><h3>River Post, our newsletter</h3><p>Sign up to get the best of the Gazette.</p></div>'
    figures = [f"<figure><img><figcaption>The bridge, {side} side.</figcaption></figure>" for side in ("east", "west")]
    body = f"{paragraphs[0]}</p>{figures[0]}{paragraphs[1]}</p>{box}{paragraphs[2]}</p>{figures[1]}{paragraphs[3]}</p>"
    article = page(JSON_LD, body)
    assert [(item.text, item.kind.value) for item in article.furniture[2:]] == [
        ("The bridge, east side.", "caption"),
        ("River Post, our newsletter", "newsletter"),
        ("Sign up to get the best of the Gazette.", "newsletter"),
        ("The bridge, west side.", "caption"),
    ]


def test_a_tag_with_thousands_of_attributes_is_read() -> None:
    crowd = " ".join(f"a{number}=1" for number in range(90_000))
    assert "rebuild the old bridge" in page(body=f"<div {crowd}>{BODY}</div>").text


@given(st.lists(st.sampled_from([*BODY.split("</p>")[:4], "<h2>Costs", "<p>Read more", "<div>4 March 2031", "<br>x"])))
@settings(max_examples=20, deadline=None)
def test_extracting_an_extraction_changes_nothing_and_adds_no_word(blocks: list[str]) -> None:
    try:
        first = page(JSON_LD, "".join(f"{block}</p></h2></div>" for block in blocks))
    except InputError:
        return
    again = extract(Capture("a_2", "page.txt", Media.TEXT, first.text))
    assert again.text.split() == first.text.split()
    assert all(word in f"Vell to rebuild bridge {BODY} Costs Read more 4 March 2031 x" for word in first.text.split())
