"""Inputs for the tests of reading: files made in memory, and what reading makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from headwater.model.capture import Capture, Row, Skipped
from headwater.read import ReadSettings, read_captures

PAGE = b"<!doctype html><html><body><h1>Fog closes port</h1><p>Ships waited outside Port Vella.</p></body></html>"
LINE = b'{"text": "Fog closed the port."}\n'


class Pipe(io.RawIOBase):
    """Bytes that come once, as through a pipe."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        return self._content.readinto(buffer)  # type: ignore[arg-type]  # any writable buffer, as RawIOBase has it


def read(content: bytes, settings: ReadSettings | None = None, *, piped: bool = False) -> list[Capture | Skipped]:
    """What reading makes of ``content`` as standard input."""
    stream = io.BufferedReader(Pipe(content)) if piped else io.BytesIO(content)
    return list(read_captures(["-"], stdin=lambda: stream, settings=settings or ReadSettings()))


def rows(items: Iterable[Capture | Skipped]) -> list[Row]:
    """The rows of captures that all hold one."""
    found = []
    for item in items:
        assert isinstance(item, Capture), item
        assert item.row is not None
        found.append(item.row)
    return found


def reasons(items: Iterable[Capture | Skipped]) -> dict[str, str]:
    """The reasons of what was skipped, by input."""
    return {item.input: item.reason for item in items if isinstance(item, Skipped)}


def captures(items: Iterable[Capture | Skipped]) -> list[Capture]:
    """What was read."""
    return [item for item in items if isinstance(item, Capture)]


def record(address: str, body: bytes, *, kind: str = "text/html", status: str = "200 OK", fields: str = "") -> bytes:
    """One WARC response record."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{fields}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2024-03-13T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of ``members``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()
