from __future__ import annotations

import json

import pytest

from headwater.model.capture import Media
from tests.read.inputs import captures, read, reasons, rows

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Post</title><language>en-GB</language>
<item><title>Fog closes port</title><link>https://post.example/1</link><guid>n1</guid><dc:creator>Ann Roe</dc:creator>
<pubDate>Wed, 13 Mar 2024 18:00:00 +0100</pubDate><description>Ships &lt;b&gt;wait&lt;/b&gt;.</description>
<media:content url="https://post.example/a.jpg"/>
<content:encoded><![CDATA[<p>Fog closed the port.</p>]]></content:encoded>
</item>
<item><title>Boats &amp; cranes&nbsp;wait</title><description>&lt;p&gt;A summary alone.&lt;/p&gt;</description></item>
<item><guid>n3</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenbote</title>
<entry><id>tag:1</id><title type="html">Nebel &amp;amp; Eis</title><link rel="self" href="https://bote.example/x"/>
<link href="https://bote.example/1"/><updated>2024-03-14T08:00:00Z</updated><published>2024-03-13T08:00:00Z</published>
<author><name>Bo Li</name></author><summary>Kurz.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Hafen ist zu.</p></div></content></entry>
</feed>"""


def test_an_entry_with_its_text_is_a_row_with_a_page() -> None:
    row = rows(captures(read(RSS.encode())))[0]
    assert (row.title, row.outlet, row.url, row.id) == (
        "Fog closes port",
        "Harbour Post",
        "https://post.example/1",
        "n1",
    )
    assert (row.date, row.authors, row.language) == ("2024-03-13T18:00:00+01:00", ("Ann Roe",), "en")
    assert (row.html, row.standfirst) == ("<p>Fog closed the port.</p>", "Ships wait .")


def test_a_summary_is_never_taken_for_the_text() -> None:
    row = rows(captures(read(RSS.encode())))[1]
    assert (row.title, row.standfirst) == ("Boats & cranes wait", "A summary alone.")
    assert (row.text, row.html) == (None, None)


def test_an_entry_without_words_is_listed() -> None:
    assert list(reasons(read(RSS.encode()))) == ["-#3"]


def test_a_long_description_in_paragraphs_is_the_text() -> None:
    long = "&lt;p&gt;" + "Ships wait. " * 50 + "&lt;/p&gt;&lt;p&gt;" + "Boats wait. " * 50 + "&lt;/p&gt;"
    [row] = rows(
        read(f"<rss><channel><item><title>Fog</title><description>{long}</description></item></channel></rss>".encode())
    )
    assert row.html is not None
    assert row.html.startswith("<p>Ships")


def test_atom_is_read() -> None:
    [row] = rows(read(ATOM.encode()))
    assert (row.title, row.outlet, row.url, row.language) == (
        "Nebel & Eis",
        "Hafenbote",
        "https://bote.example/1",
        "de",
    )
    assert (row.date, row.authors, row.standfirst) == ("2024-03-13T08:00:00Z", ("Bo Li",), "Kurz.")
    assert row.html is not None
    assert "Der Hafen ist zu." in row.html


def test_a_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "language": "en",
        "authors": [{"name": "Ann Roe"}],
        "items": [
            {
                "id": "1",
                "url": "https://post.example/1",
                "title": "Fog",
                "content_html": "<p>Fog.</p>",
                "summary": "Ships.",
            },
            {"id": "2", "title": "Boats", "summary": "Only a summary.", "date_published": "2024-03-13T18:00:00Z"},
            {"id": "3"},
            5,
        ],
    }
    items = read(json.dumps(feed).encode())
    full, short = rows(captures(items))
    assert (full.html, full.outlet, full.authors) == ("<p>Fog.</p>", "Harbour Post", ("Ann Roe",))
    assert (short.text, short.standfirst, short.date) == (None, "Only a summary.", "2024-03-13T18:00:00Z")
    assert list(reasons(items)) == ["-#3", "-#4"]


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
FILE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BOMB, FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(head: str, encoding: str) -> None:
    feed = f"{head}<rss><channel><item><title>Fog &c;&a;</title></item></channel></rss>"
    assert reasons(read(feed.encode(encoding))) == {"-": "declares XML entities, which are never expanded"}


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    cut = RSS[: RSS.index("<item><title>Boats") + 40]
    assert rows(captures(read(cut.encode())))[0].title == "Fog closes port"


def test_feeds_without_entries_and_other_xml_are_named() -> None:
    assert reasons(read(b"<rss><channel></channel></rss>")) == {"-": "is a feed without entries"}
    other = reasons(read(b"<?xml version='1.0'?><catalogue><ship/></catalogue>"))
    assert other == {"-": "is XML with the root element 'catalogue', expected a feed (RSS, Atom) or XHTML"}


def test_xhtml_is_a_page() -> None:
    page = b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Fog.</p></body></html>'
    assert [item.media for item in captures(read(page))] == [Media.HTML]
