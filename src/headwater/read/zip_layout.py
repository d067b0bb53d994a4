"""The layout of a zip file: is its list of files of a sane size, and what stands in it where that list is missing.

Source: APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.14-16 (end of the central directory).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from headwater.read.reading import DamagedError, LimitError, Reading, blocks, stream_of
from headwater.read.unpack import inflate_raw, metered, unpacked

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 65_535
# zipfile holds about 600 bytes for an entry, and an entry takes 47 or more: 24 MiB become 320 MB at worst.
_LARGEST_DIRECTORY = 24 << 20


def check_directory(file: BinaryIO) -> None:
    """Leave ``file`` at its start; raises LimitError where its list of files would fill the memory."""
    end = file.seek(0, io.SEEK_END)
    start = max(0, end - _LONGEST_COMMENT - 22 - 20)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(_END)
    size = struct.unpack_from("<L", tail, place + 12)[0] if 0 <= place <= len(tail) - 22 else 0
    if size == 0xFFFFFFFF and place >= 20 and tail[place - 20 : place - 16] == _END_64:
        file.seek(min(struct.unpack_from("<Q", tail, place - 12)[0], end))
        record = file.read(56)
        size = struct.unpack_from("<Q", record, 40)[0] if len(record) == 56 else 0
    file.seek(0)
    if size > _LARGEST_DIRECTORY:
        raise LimitError(f"lists its files in {size:,} bytes, expected at most {_LARGEST_DIRECTORY:,}")


def scanned_members(file: BinaryIO, reading: Reading) -> Iterator[tuple[zipfile.ZipInfo, BinaryIO]]:
    """The members as they follow each other from the beginning of ``file``, each with a stream of its content.

    Ends where no member follows, or one whose size is not told before its content (as streaming writers leave it).
    """
    place = 0
    while info := _local_header(file, place):
        begin = info.header_offset
        place = begin + info.compress_size
        yield info, _content(file, begin, info, reading)


def _local_header(file: BinaryIO, place: int) -> zipfile.ZipInfo | None:
    """The member whose header stands at ``place``; its ``header_offset`` is where the content begins."""
    file.seek(place)
    fixed = file.read(_LOCAL.size)
    if len(fixed) < _LOCAL.size or not fixed.startswith(b"PK\x03\x04"):
        return None
    fields = _LOCAL.unpack(fixed)
    flags, method, packed, size, name_size, extra_size = fields[2], fields[3], fields[7], fields[8], *fields[9:]
    raw = file.read(name_size)
    if flags & 8 or packed == 0xFFFFFFFF or len(raw) < name_size:
        return None
    info = zipfile.ZipInfo(raw.decode("utf-8" if flags & 0x800 else "cp437", "replace"))
    info.flag_bits, info.compress_type, info.compress_size, info.file_size = flags, method, packed, size
    info.header_offset = place + _LOCAL.size + name_size + extra_size
    return info


def _content(file: BinaryIO, begin: int, info: zipfile.ZipInfo, reading: Reading) -> BinaryIO:
    packed = stream_of(_between(file, begin, info.compress_size))
    if info.compress_type == zipfile.ZIP_DEFLATED:
        return unpacked(packed, inflate_raw, reading.settings, reading.budget)
    return stream_of(metered(blocks(packed), lambda: info.compress_size, reading.settings, reading.budget))


def _between(file: BinaryIO, begin: int, size: int) -> Iterator[bytes]:
    end = begin + size
    while begin < end:
        file.seek(begin)
        block = file.read(min(1 << 16, end - begin))
        if not block:
            raise DamagedError("is cut off: the archive ends inside it")
        begin += len(block)
        yield block
