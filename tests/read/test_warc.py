from __future__ import annotations

import gzip
import sys

import brotli
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from headwater.model.capture import Capture, Skipped
from headwater.read import ReadSettings
from tests.read.inputs import PAGE, captures, read, reasons, record, rows

FIRST = record("https://post.example/1", PAGE)
SECOND = record("https://post.example/2", PAGE.replace(b"Ships", b"Boats"))
CHUNKED = b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b"\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n"


def test_a_page_in_an_archive_has_its_address_and_the_time_it_was_fetched() -> None:
    [row] = rows(read(FIRST))
    assert (row.url, row.captured, row.date) == ("https://post.example/1", "2024-03-13T10:00:00Z", None)
    assert row.html == PAGE.decode()


def test_a_page_has_one_id_in_an_archive_and_as_a_file() -> None:
    assert captures(read(FIRST))[0].article_id == captures(read(PAGE))[0].article_id


@pytest.mark.parametrize("piped", [False, True])
def test_archives_packed_record_by_record_are_read(piped: bool) -> None:
    items = read(gzip.compress(FIRST) + gzip.compress(SECOND), piped=piped)
    assert [item.input for item in captures(items)] == ["-#1", "-#2"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (brotli.compress(PAGE), "Content-Encoding: br\r\n"),
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: br\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_codings_are_undone_and_those_only_claimed_are_seen_through(body: bytes, fields: str) -> None:
    [row] = rows(read(record("https://post.example/1", body, fields=fields)))
    assert row.html == PAGE.decode()


def test_the_charset_of_the_response_counts() -> None:
    [row] = rows(read(record("https://post.example/1", b"<p>caf\xe9 \xb9", kind="text/html; charset=iso-8859-2")))
    assert row.html == "<p>café š"


def test_what_a_reader_would_take_for_a_page_is_listed_and_parts_of_pages_are_not() -> None:
    archive = b"".join(
        [
            record("https://post.example/a.png", b"\x89PNG\r\n", kind="image/png"),
            record("https://post.example/a.js", b"x()", kind="application/javascript"),
            record("https://post.example/moved", PAGE, status="301 Moved"),
            record("https://post.example/robots.txt", b"User-agent: *", kind="text/plain"),
            record("https://post.example/gone", PAGE, status="404 Not Found"),
            record("https://post.example/blank", b" "),
            record("https://post.example/lie", b"\x89PNG\r\n\x1a\n"),
            record("https://post.example/paper.doc", b"\xd0\xcf\x11\xe0" + bytes(20), kind="application/msword"),
            record("https://post.example/release.txt", b"Fog closed the port.", kind="text/plain"),
            FIRST,
        ]
    )
    items = read(archive)
    assert reasons(items) == {
        "-#5": "is an error page (HTTP status 404)",
        "-#6": "payload is empty",
        "-#7": "payload is 'image/png', expected HTML or text",
        "-#8": "no text in it: media type 'application/x-ole-storage'",
    }
    assert [item.input for item in captures(items)] == ["-#9", "-#10"]
    assert rows(captures(items))[0].text == "Fog closed the port."


def test_a_record_that_is_a_bomb_does_not_take_its_neighbours() -> None:
    bomb = record("https://post.example/b", gzip.compress(b"a" * 40_000_000), fields="Content-Encoding: gzip\r\n")
    large = record("https://post.example/l", b"a" * 3_000_000)
    items = read(FIRST + bomb + large + SECOND, ReadSettings(max_document_bytes=2_000_000))
    too_large = "payload holds more than 2,000,000 bytes in one document (setting read.max_document_bytes)"
    assert reasons(items) == {"-#2": too_large, "-#3": too_large}
    assert [item.input for item in captures(items)] == ["-#1", "-#4"]


def test_what_comes_before_the_damage_is_kept() -> None:
    broken = read(FIRST + b"no header at all\r\n" * 9 + SECOND)
    assert [type(item) for item in broken] == [Capture, Skipped]
    assert reasons(broken)["-"].startswith("is damaged: ")
    cut = read(FIRST + SECOND[:-40])
    assert reasons(cut) == {"-#2": f"payload is cut off after {len(PAGE) - 36} of {len(PAGE)} bytes"}


def test_an_archive_without_pages_is_listed() -> None:
    picture = record("https://post.example/a.png", b"\x89PNG", kind="image/png")
    assert reasons(read(picture)) == {"-": "holds no page: none of its 1 records with content is HTML or text"}


@hypothesis_settings(max_examples=40, deadline=None)
@given(cut=st.integers(20, len(FIRST + SECOND) - 5))
def test_however_it_is_cut_the_whole_records_are_kept_and_the_rest_is_listed(cut: int) -> None:
    items = read((FIRST + SECOND)[:cut])
    whole = (cut >= len(FIRST) - 4) + (cut >= len(FIRST + SECOND) - 4)
    assert len(captures(items)) == whole
    assert cut in range(len(FIRST) - 4, len(FIRST) + 1) or reasons(items)


@hypothesis_settings(max_examples=60, deadline=None)
@given(place=st.integers(9, len(FIRST) - 1), byte=st.integers(0, 255))
def test_no_broken_byte_stops_the_reading(place: int, byte: int) -> None:
    broken = bytearray(FIRST + SECOND)
    broken[place] = byte
    assert read(bytes(broken))


def test_without_the_extra_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert reasons(read(FIRST)) == {"-": "is a WARC file: install 'headwater[warc]' to read it"}
