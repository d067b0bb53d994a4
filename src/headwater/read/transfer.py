"""Bodies of HTTP responses as an archive keeps them: chunks joined, content codings undone, within limits.

Archives often state a coding that their crawler had undone already: a body that is not as stated is taken as it is.
Sources: RFC 9112 (chunked), RFC 9110 (content codings).
"""

from __future__ import annotations

import io
import re

from headwater.read.decode import media_type_of_binary
from headwater.read.reading import DamagedError, LimitError, Reading, whole
from headwater.read.unpack import Unpacker, gunzip, inflate, unbrotli, unpacked, unzstd

_CODINGS: dict[str, Unpacker] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": inflate,
    "br": unbrotli,
    "zstd": unzstd,
}
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


def body_of(raw: bytes, coding: str, transfer: str, reading: Reading, limit: tuple[int, str]) -> bytes:
    """The body that ``raw`` carries under the values of Content-Encoding and Transfer-Encoding.

    ``limit``: bytes, and the setting that says so. Raises LimitError, and DamagedError for broken codings.
    """
    if len(raw) > limit[0]:
        raise _too_large(limit)
    body = _joined(raw) if "chunked" in transfer.lower() else raw
    for name in reversed([part.strip().lower() for part in coding.split(",")]):
        if unpacker := _CODINGS.get(name):
            body = _undone(body, unpacker, reading, limit)
    return body


def _too_large(limit: tuple[int, str]) -> LimitError:
    return LimitError(f"holds more than {limit[0]:,} bytes in one document (setting read.{limit[1]})")


def _undone(body: bytes, unpacker: Unpacker, reading: Reading, limit: tuple[int, str]) -> bytes:
    stream = unpacked(io.BytesIO(body), unpacker, reading.settings, reading.budget)
    undone, damage = whole(stream, *limit)
    if damage is None:
        return undone
    if undone or media_type_of_binary(body):
        raise damage
    return body


def _joined(raw: bytes) -> bytes:
    """The chunks joined; ``raw`` itself where it does not begin as a chunk does."""
    parts: list[bytes] = []
    place = 0
    while match := _CHUNK_SIZE.match(raw, place):
        size = int(match.group(1), 16)
        if not size:
            return b"".join(parts)
        parts.append(raw[match.end() : match.end() + size])
        place = match.end() + size
        place += 2 if raw[place : place + 2] == b"\r\n" else raw[place : place + 1] == b"\n"
    if not parts:
        return raw
    raise DamagedError("is cut off: the last chunk is missing")
