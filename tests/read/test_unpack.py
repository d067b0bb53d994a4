from __future__ import annotations

import bz2
import gzip
import io
import sys
import zlib
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from headwater.model.capture import Capture, Skipped
from headwater.read import ReadSettings
from headwater.read.reading import Budget, DamagedError
from headwater.read.unpack import UNPACKERS, inflate, unbrotli, unpacked
from tests.read.inputs import LINE, PAGE, captures, read, reasons

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "bzip2": bz2.compress,
}
KINDS = {"gzip": "application/gzip", "zstd": "application/zstd", "bzip2": "application/x-bzip2"}


@pytest.mark.parametrize("packing", PACKERS)
def test_a_packed_page_is_the_same_article_as_the_page(packing: str) -> None:
    [packed] = captures(read(PACKERS[packing](PAGE)))
    [plain] = captures(read(PAGE))
    assert packed == plain


@pytest.mark.parametrize("packing", PACKERS)
def test_files_packed_one_after_another_are_read_as_one(packing: str) -> None:
    assert len(captures(read(PACKERS[packing](LINE) + PACKERS[packing](LINE)))) == 2


@pytest.mark.parametrize("packing", PACKERS)
def test_what_comes_before_the_cut_is_kept(packing: str) -> None:
    lines = b"".join(b'{"id": %d, "text": "Ship %d waits."}\n' % (number, number * 7919) for number in range(40_000))
    packed = PACKERS[packing](lines)
    items = read(packed[: len(packed) * 2 // 3])
    assert len(captures(items)) > 5_000
    assert set(reasons(items)) == {"-"}
    assert "cut off" in reasons(items)["-"]
    assert reasons(items)["-"].endswith("what came before was read")


@pytest.mark.parametrize("packing", PACKERS)
def test_broken_bytes_are_named(packing: str) -> None:
    packed = bytearray(PACKERS[packing](PAGE * 50))
    packed[len(packed) // 2 :] = bytes(255 - byte for byte in packed[len(packed) // 2 :])
    assert any("is damaged" in reason or "cut off" in reason for reason in reasons(read(bytes(packed))).values())


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes_and_listed() -> None:
    noise = b"".join(b"<p>Ship %d waits.</p>" % (number * 7919) for number in range(20_000))
    packed = gzip.compress(b"<html><body>" + noise)
    capture, cut = read(packed[: len(packed) // 2])
    assert isinstance(capture, Capture)
    assert isinstance(cut, Skipped)
    assert cut.reason == "is cut off: the gzip data end early; what came before was read"


def test_padding_after_a_gzip_file_is_no_damage() -> None:
    assert [type(item) for item in read(gzip.compress(PAGE) + bytes(512))] == [Capture]


@pytest.mark.parametrize("packing", PACKERS)
def test_a_bomb_is_told_before_it_unpacks(packing: str) -> None:
    bomb = PACKERS[packing]((b'{"text": "' + b"a" * 2_000_000 + b'"}\n') * 12)
    items = read(bomb, ReadSettings(max_ratio=50))
    assert len(captures(items)) <= 8
    assert reasons(items)["-"] == "unpacks to more than 50 times its size, as a bomb does (setting read.max_ratio)"


def test_the_total_that_is_unpacked_has_a_limit() -> None:
    items = read(gzip.compress(LINE * 10_000), ReadSettings(max_unpacked_bytes=100_000))
    assert "unpacks to more than 100,000 bytes (setting read.max_unpacked_bytes)" in reasons(items)["-"]


def test_layers_have_a_limit() -> None:
    packed = PAGE
    for _ in range(5):
        packed = gzip.compress(packed)
    assert reasons(read(packed)) == {"-": "is packed more than 4 layers deep (setting read.max_nesting)"}
    assert captures(read(packed, ReadSettings(max_nesting=5)))


def test_records_have_a_limit() -> None:
    items = read(LINE * 10, ReadSettings(max_records=4))
    assert len(captures(items)) == 4
    assert reasons(items) == {"-": "holds more than 4 records; the rest is not read (setting read.max_records)"}


def test_without_the_extra_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    items = read(PACKERS["zstd"](PAGE))
    assert reasons(items) == {"-": "is packed with zstandard: install 'headwater[zst]' to read it"}


@hypothesis_settings(max_examples=40, deadline=None)
@given(content=st.binary(max_size=3000), packing=st.sampled_from(sorted(PACKERS)), repeat=st.integers(1, 200))
def test_unpacking_gives_back_what_was_packed(content: bytes, packing: str, repeat: int) -> None:
    packed = PACKERS[packing](content * repeat)
    assert _unpacked(packed, KINDS[packing]) == content * repeat


@hypothesis_settings(max_examples=40, deadline=None)
@given(content=st.binary(min_size=100, max_size=3000), packing=st.sampled_from(sorted(PACKERS)), data=st.data())
def test_no_cut_goes_unnoticed(content: bytes, packing: str, data: st.DataObject) -> None:
    packed = PACKERS[packing](content)
    cut = data.draw(st.integers(5, len(packed) - 1))
    with pytest.raises(DamagedError):
        _unpacked(packed[:cut], KINDS[packing])


def _unpacked(packed: bytes, kind: str) -> bytes:
    stream = unpacked(io.BytesIO(packed), UNPACKERS[kind], ReadSettings(), Budget(10**9))
    parts = []
    while part := stream.read(7777):
        parts.append(part)
    return b"".join(parts)


def test_both_forms_of_deflate_are_read() -> None:
    raw = zlib.compressobj(wbits=-15)
    for packed in (zlib.compress(PAGE), raw.compress(PAGE) + raw.flush()):
        assert b"".join(inflate(iter([packed]))) == PAGE


def test_brotli_is_read_within_steps() -> None:
    brotli = pytest.importorskip("brotli")
    assert b"".join(unbrotli(iter([brotli.compress(PAGE * 1000)]))) == PAGE * 1000
    with pytest.raises(DamagedError):
        list(unbrotli(iter([brotli.compress(PAGE * 1000)[:-4]])))
