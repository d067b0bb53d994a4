from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from headwater.model.capture import Capture, Skipped
from headwater.read import ReadSettings
from tests.read.inputs import LINE, PAGE, captures, read, reasons, record, zipped

WARC = gzip.compress(record("https://post.example/1", PAGE), mtime=0)


@pytest.mark.parametrize("piped", [False, True])
def test_the_files_of_an_archive_are_read_one_by_one(piped: bool) -> None:
    items = read(zipped({"a/page.html": PAGE, "rows.jsonl": LINE * 2, "empty.txt": b""}), piped=piped)
    assert [item.input for item in items] == ["-#1", "-#2#1", "-#2#2", "-#3"]
    assert reasons(items) == {"-#3": "file 'empty.txt' in the archive: is empty"}


def test_a_wacz_gives_the_pages_of_its_archives_alone() -> None:
    members = {
        "archive/data.warc.gz": WARC,
        "indexes/index.cdx": b"example,post)/1 2024",
        "pages/pages.jsonl": b'{"title": "Fog", "url": "https://post.example/1"}',
        "datapackage.json": b'{"profile": "data-package"}',
    }
    assert [item.input for item in read(zipped(members))] == ["-#1#1"]


def test_names_that_lead_out_of_the_archive_are_refused() -> None:
    members = {
        "../up.txt": b"Fog.",
        "/etc/fog.txt": b"Fog.",
        "a/../../b.txt": b"Fog.",
        "C:\\fog.txt": b"Fog.",
        "ok.txt": b"Fog.",
    }
    items = read(zipped(members))
    assert [item.input for item in captures(items)] == ["-#5"]
    assert all("leads out of the archive" in reason for reason in reasons(items).values())
    assert len(reasons(items)) == 4


def test_links_hidden_files_and_other_packings_are_listed() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr(".hidden", "Fog.")
        archive.writestr("odd.txt", "Fog.", zipfile.ZIP_LZMA)
    assert list(reasons(read(made.getvalue())).values()) == [
        "file 'link.txt' in the archive: is a symbolic link; links are not followed",
        "file '.hidden' in the archive: is hidden; unpack the archive and give it by name to read it",
        "file 'odd.txt' in the archive: is packed in another way than deflate; unpack the archive first",
    ]


def test_a_locked_file_is_listed() -> None:
    content = bytearray(zipped({"a.txt": b"Fog."}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "is encrypted" in reasons(read(bytes(content)))["-#1"]


def test_archives_in_archives_have_a_limit() -> None:
    packed = zipped({"page.html": PAGE})
    for _ in range(6):
        packed = zipped({"inner.zip": packed, "page.html": PAGE})
    items = read(packed)
    assert len(captures(items)) == 4
    assert any("more than 4 layers deep (setting read.max_nesting)" in reason for reason in reasons(items).values())


def test_a_bomb_does_not_take_its_neighbours() -> None:
    items = read(zipped({"a.html": PAGE, "bomb.txt": b"a" * 40_000_000, "b.html": PAGE}))
    assert [item.input for item in captures(items)] == ["-#1", "-#3"]
    assert "setting read.max_document_bytes" in reasons(items)["-#2"]
    rows = (b'{"text": "' + b"a" * 2_000_000 + b'"}\n') * 12
    items = read(zipped({"rows.jsonl": rows}))
    assert "setting read.max_ratio" in reasons(items)["-#1"]


def test_a_huge_list_of_files_is_refused_before_it_is_read() -> None:
    content = bytearray(zipped({"a.txt": b"Fog."}))
    place = content.rindex(b"PK\x05\x06")
    content[place + 12 : place + 16] = (500 << 20).to_bytes(4, "little")
    assert "lists its files in 524,288,000 bytes" in reasons(read(bytes(content)))["-"]


def test_an_archive_in_a_pipe_has_a_limit() -> None:
    items = read(zipped({"a.html": PAGE}), ReadSettings(max_spooled_bytes=100), piped=True)
    assert "setting read.max_spooled_bytes" in reasons(items)["-"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_of_an_archive_that_is_cut_off_the_whole_files_are_kept(method: int) -> None:
    noise = b"".join(b"Ship %d waits. " % (number * 7919) for number in range(3000))
    content = zipped({"a.html": PAGE, "b.txt": noise, "c.html": PAGE}, method=method)
    items = read(content[: content.index(b"b.txt") + 10_000])
    assert [type(item) for item in items] == [Capture, Capture, Skipped, Skipped]
    assert "cut off" in reasons(items)["-#2"]
    assert "list of files cannot be read" in reasons(items)["-"]


def test_of_a_wacz_that_is_cut_off_the_pages_are_kept() -> None:
    members = {"archive/a.warc.gz": WARC, "pages/pages.jsonl": LINE, "datapackage.json": b"{}"}
    content = zipped(members, method=zipfile.ZIP_STORED)
    items = read(content[: content.index(b"datapackage.json") + 8])
    assert [item.input for item in captures(items)] == ["-#1#1"]


def test_other_packages_are_named() -> None:
    assert "an Excel workbook" in reasons(read(zipped({"xl/workbook.xml": b"<a/>"})))["-"]
    assert "an OpenDocument file" in reasons(read(zipped({"content.xml": b"<a/>", "mimetype": b"x"})))["-"]
    assert reasons(read(zipped({}))) == {"-": "is an empty archive"}


@hypothesis_settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_vanishes_from_a_broken_archive_and_nothing_is_raised(data: st.DataObject) -> None:
    content = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert read(bytes(content))
