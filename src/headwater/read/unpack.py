"""Bytes unpacked as they are read: gzip, zstandard, bzip2, deflate and brotli, within limits.

A bomb is told by its ratio and by the total of one input, never by unpacking it whole. What comes before damage is
handed on, then the damage is raised. Sources: RFC 1952 (gzip), RFC 1950 (zlib), RFC 8878 (zstandard).
"""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from headwater.read.reading import Budget, DamagedError, LimitError, UnusableError, blocks, stream_of
from headwater.read.settings import ReadSettings

_STEP = 1 << 20
# A ratio says little about small inputs: a page of blanks is no danger.
_HARMLESS = 16 << 20
# Zstandard's decoder gives all that its input holds at once, at most 128 KiB for 4 bytes: 1 KiB in, 32 MiB out.
_ZSTD_STEP = 1024
_ZSTD_WINDOW = 128 << 20

#: Unpacks the blocks it is given; the second argument is called with the size of each packed block.
Unpacker = Callable[[Iterator[bytes]], Iterator[bytes]]


def unpacked(stream: BinaryIO, unpacker: Unpacker, settings: ReadSettings, budget: Budget) -> BinaryIO:
    """What ``stream`` unpacks to, as a stream; reading it raises LimitError or DamagedError."""
    return stream_of(_metered(stream, unpacker, settings, budget))


def metered(
    chunks: Iterator[bytes], packed: Callable[[], int], settings: ReadSettings, budget: Budget
) -> Iterator[bytes]:
    """``chunks`` as they are; raises LimitError once they are more than the limits allow for ``packed()`` bytes."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        budget.spend(len(chunk))
        if size > _HARMLESS and size > settings.max_ratio * packed():
            raise LimitError(
                f"unpacks to more than {settings.max_ratio} times its size, as a bomb does (setting read.max_ratio)"
            )
        yield chunk


def _metered(stream: BinaryIO, unpacker: Unpacker, settings: ReadSettings, budget: Budget) -> Iterator[bytes]:
    taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for block in blocks(stream):
            taken += len(block)
            yield block

    return metered(unpacker(counted()), lambda: taken, settings, budget)


def gunzip(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a gzip file of one or more members; zero bytes after the last one are padding."""
    return _zlib_members(packed, "gzip", zlib.MAX_WBITS | 16)


def inflate(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a zlib or, as some servers send it, raw deflate stream."""
    first = next(packed, b"")
    is_zlib = len(first) > 1 and first[0] & 0x0F == 8 and int.from_bytes(first[:2]) % 31 == 0
    bits = zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS

    def again() -> Iterator[bytes]:
        yield first
        yield from packed

    return _zlib_members(again(), "deflate", bits)


def inflate_raw(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a deflate stream without any wrapping, as zip members hold it."""
    return _zlib_members(packed, "deflate", -zlib.MAX_WBITS)


def _zlib_members(packed: Iterator[bytes], kind: str, bits: int) -> Iterator[bytes]:
    decoder = zlib.decompressobj(bits)
    begun = False
    try:
        for block in packed:
            while block:
                if decoder.eof and bits <= zlib.MAX_WBITS:
                    return
                if decoder.eof:
                    decoder, begun = zlib.decompressobj(bits), False
                if not begun:
                    block = block.lstrip(b"\0") if bits > zlib.MAX_WBITS else block
                    begun = bool(block)
                if chunk := decoder.decompress(block, _STEP):
                    yield chunk
                block = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
    except zlib.error as error:
        raise DamagedError(f"is damaged: broken {kind} data ({error})") from error
    if begun and not decoder.eof:
        raise DamagedError(f"is cut off: the {kind} data end early")


def bunzip(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a bzip2 file of one or more streams."""
    decoder = bz2.BZ2Decompressor()
    try:
        for block in packed:
            while True:
                if decoder.eof:
                    block = decoder.unused_data + block
                    if not block:
                        break
                    decoder = bz2.BZ2Decompressor()
                yield decoder.decompress(block, _STEP)
                block = b""
                if decoder.needs_input and not decoder.eof:
                    break
    except (OSError, ValueError) as error:
        raise DamagedError(f"is damaged: broken bzip2 data ({error})") from error
    if not decoder.eof:
        raise DamagedError("is cut off: the bzip2 data end early")


def unzstd(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a zstandard file of one or more frames; raises UnusableError without the extra ``zst``."""
    try:
        import zstandard  # an extra: only read here
    except ImportError as error:
        raise UnusableError("is packed with zstandard: install 'headwater[zst]' to read it") from error
    context = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    decoder = context.decompressobj()
    begun = False
    try:
        for block in packed:
            for start in range(0, len(block), _ZSTD_STEP):
                piece = block[start : start + _ZSTD_STEP]
                while piece:
                    if decoder.eof:
                        decoder = context.decompressobj()
                    begun = True
                    yield decoder.decompress(piece)
                    piece = decoder.unused_data if decoder.eof else b""
    except zstandard.ZstdError as error:
        raise DamagedError(f"is damaged: broken zstandard data ({error})") from error
    if begun and not decoder.eof:
        raise DamagedError("is cut off: the zstandard data end early")


def unbrotli(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a brotli stream (in web archives); raises UnusableError without the extra ``warc``."""
    try:
        import brotli  # comes with an extra: only read here
    except ImportError as error:
        raise UnusableError("is packed with brotli: install 'headwater[warc]' to read it") from error
    decoder = brotli.Decompressor()
    try:
        for block in packed:
            yield decoder.process(block, output_buffer_limit=_STEP)
            while not decoder.can_accept_more_data():
                yield decoder.process(b"", output_buffer_limit=_STEP)
    except brotli.error as error:
        raise DamagedError(f"is damaged: broken brotli data ({error})") from error
    if not decoder.is_finished():
        raise DamagedError("is cut off: the brotli data end early")


#: How each packing is undone, by its media type.
UNPACKERS: dict[str, Unpacker] = {
    "application/gzip": gunzip,
    "application/zstd": unzstd,
    "application/x-bzip2": bunzip,
}
