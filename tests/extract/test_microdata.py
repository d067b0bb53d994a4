from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.extract import extract
from headwater.extract.explaining import explain
from headwater.extract.html import read_page
from headwater.model.article import Article
from headwater.model.capture import Capture, Media

BODY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The council of Vell voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday.",
        "Work is to begin once the water has fallen, she told reporters after the meeting in the town hall.",
        "The bridge has been closed to lorries since a barge struck it, and the ferry carries what it can.",
    )
)
ARTICLE = 'itemscope itemtype="https://schema.org/NewsArticle"'
PERSON = 'itemprop="author" itemscope itemtype="https://schema.org/Person"'


def capture(inside: str, attributes: str = ARTICLE, after: str = "") -> Capture:
    page = f"<html><body><div {attributes}>{inside}<div class='article-body'>{BODY}</div>{after}</div></body></html>"
    return Capture("a_1", "page.html", Media.HTML, page)


def article(inside: str, attributes: str = ARTICLE, after: str = "") -> Article:
    return extract(capture(inside, attributes, after))


@pytest.mark.parametrize(
    "marked",
    [
        '<time itemprop="datePublished" datetime="2031-03-04T10:00:00+01:00">today</time>',
        '<span itemprop="datePublished" content="2031-03-04">3 hours ago</span>',
        '<span itemprop="dateCreated datePublished">4 March 2031</span>',
    ],
)
def test_the_date_of_publication_is_the_one_that_is_marked(marked: str) -> None:
    other = '<time datetime="2031-01-01">New Year</time>'
    assert str(article(other + marked).published.stated) == "2031-03-04"


def test_the_authors_of_an_article_are_those_marked_beside_one_another() -> None:
    names = ("Ann Ode", "Bo Lund")
    marked = " ".join(f'<span {PERSON}><b itemprop="name">{name}</b>, <i>staff</i></span>' for name in names)
    comment = f'<section><p {PERSON}><span itemprop="name">Cy Roth</span></p><p>Well done.</p></section>'
    assert article(marked, after="<p>Much was said in the hall.</p>" * 20 + comment).authors == names


def test_what_belongs_to_another_item_is_not_the_articles() -> None:
    video = (
        '<div itemprop="video" itemscope itemtype="https://schema.org/VideoObject"><p itemprop="author">Cy Roth</p>'
        '<time itemprop="datePublished" datetime="2029-01-01"></time></div>'
    )
    found = article(video + '<p itemprop="author">Ann Ode</p><time itemprop="datePublished">4 March 2031</time>')
    assert (found.authors, str(found.published.stated)) == (("Ann Ode",), "2031-03-04")


def test_properties_outside_any_item_are_the_pages() -> None:
    found = article('<p itemprop="author">Ann Ode</p><time itemprop="datePublished">4 March 2031</time>', "")
    assert (found.authors, str(found.published.stated)) == (("Ann Ode",), "2031-03-04")


def test_metadata_go_before_microdata() -> None:
    meta = '<meta name="author" content="Bo Lund"><meta name="date" content="2031-03-05">'
    found = article(meta + '<p itemprop="author">Ann Ode</p><time itemprop="datePublished">4 March 2031</time>')
    assert (found.authors, str(found.published.stated)) == (("Bo Lund",), "2031-03-05")


def test_the_headline_that_is_marked_is_the_title_where_several_headings_stand() -> None:
    heads = "<h1>The Vell Post and its valley news</h1>"
    assert (
        article(heads + '<h1 itemprop="headline">Vell to rebuild its bridge</h1>').title == "Vell to rebuild its bridge"
    )


def test_the_place_of_a_fact_is_named() -> None:
    facts = explain(capture('<p itemprop="author">Ann Ode</p>')).facts
    assert next(fact.evidence for fact in facts if fact.name == "authors")[0] == "microdata author"


PIECES = st.sampled_from(
    [f"<div {ARTICLE}>", f"<p {PERSON}>", '<b itemprop="name">', "</div>", "</p>", "</b>", "Ann Ode", "<li itemscope>"]
)


@given(st.lists(PIECES, max_size=12))
def test_marks_of_any_form_are_read(pieces: list[str]) -> None:
    item = read_page("".join(pieces), max_depth=250).sight
    assert item is None or isinstance(item.elements.item, dict)
