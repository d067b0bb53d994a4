"""What the reader of one format is handed: the limits, what may still be unpacked, and how to read what lies inside."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import BinaryIO, cast

from headwater.model.capture import Capture, Skipped
from headwater.model.errors import HeadwaterError
from headwater.read.settings import ReadSettings

#: What every reader yields: a capture, or what was skipped and why.
Items = Iterator[Capture | Skipped]

_BLOCK = 1 << 18
_IN_MEMORY = 8_000_000


class UnusableError(HeadwaterError):
    """A stream cannot be read on; the message says why, and is shown as the reason of a skipped input."""


class LimitError(UnusableError):
    """A limit was passed; the message names the setting."""


class DamagedError(UnusableError):
    """The bytes end early or are broken; what came before is good."""


class Budget:
    """The bytes that may still be unpacked from one input, all its layers together."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._left = limit

    def spend(self, size: int) -> None:
        """Take ``size`` bytes; raises LimitError where fewer are left."""
        self._left -= size
        if self._left < 0:
            raise LimitError(f"unpacks to more than {self.limit:,} bytes (setting read.max_unpacked_bytes)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One input being read: ``depth`` counts the layers of packing around what is read now."""

    settings: ReadSettings
    budget: Budget
    read: Callable[[str, BinaryIO, Reading], Items]
    depth: int = 0

    def inside(self, name: str, stream: BinaryIO) -> Items:
        """The captures of what lies one layer of packing deeper."""
        limit = self.settings.max_nesting
        if self.depth >= limit:
            yield Skipped(name, f"is packed more than {limit} layers deep (setting read.max_nesting)")
            return
        yield from self.read(name, stream, replace(self, depth=self.depth + 1))


class Chunks(io.BufferedIOBase):
    """A stream over the byte strings of an iterator.

    An error of the iterator comes out of a read only after all bytes before it were handed on: ``io.BufferedReader``
    would lose them.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = memoryview(b"")
        self.error: UnusableError | None = None
        self._position = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def tell(self) -> int:
        """How many bytes were read so far."""
        return self._position

    def read1(self, size: int | None = -1, /) -> bytes:
        """At most ``size`` bytes (all that is at hand for -1); b"" at the end alone."""
        while not self._rest and self.error is None:
            try:
                self._rest = memoryview(next(self._chunks))
            except StopIteration:
                return b""
            except UnusableError as error:
                self.error = error
        if not self._rest and self.error is not None:
            raise self.error
        size = len(self._rest) if size is None or size < 0 else size
        part = bytes(self._rest[:size])
        self._rest = self._rest[size:]
        self._position += len(part)
        return part

    def read(self, size: int | None = -1, /) -> bytes:
        """``size`` bytes, all for -1; fewer at the end or before an error."""
        wanted = -1 if size is None else size
        parts: list[bytes] = []
        while wanted != 0:
            try:
                part = self.read1(wanted)
            except UnusableError:
                if parts:
                    break
                raise
            if not part:
                break
            parts.append(part)
            wanted = wanted - len(part) if wanted > 0 else wanted
        return b"".join(parts)


def stream_of(chunks: Iterable[bytes]) -> BinaryIO:
    """A stream over ``chunks``."""
    return cast(BinaryIO, Chunks(chunks))


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """The rest of ``stream`` in blocks of at most 256 KiB."""
    read1 = cast(io.BufferedIOBase, stream).read1
    return iter(lambda: read1(_BLOCK), b"")


def beginning(stream: BinaryIO, size: int) -> bytes:
    """The next ``size`` bytes of ``stream``, fewer where it ends or is damaged before."""
    parts: list[bytes] = []
    left = size
    try:
        while left and (part := cast(io.BufferedIOBase, stream).read1(left)):
            parts.append(part)
            left -= len(part)
    except DamagedError:
        # The stream raises it again when what follows is asked for.
        pass
    return b"".join(parts)


def rewound(head: bytes, stream: BinaryIO) -> BinaryIO:
    """``stream`` as it was before ``head`` was read from it."""
    if is_seekable(stream):
        stream.seek(-len(head), io.SEEK_CUR)
        return stream
    return stream_of(chain([head], blocks(stream)))


def is_seekable(stream: BinaryIO) -> bool:
    """Whether ``stream`` can be read in any order."""
    try:
        return stream.seekable()
    except AttributeError:
        return False


@contextmanager
def on_disk(stream: BinaryIO, settings: ReadSettings) -> Iterator[BinaryIO]:
    """``stream`` itself where it can be read in any order, else a temporary copy of it, gone afterwards.

    Raises LimitError where the copy would be larger than the settings allow.
    """
    if is_seekable(stream):
        yield stream
        return
    limit = settings.max_spooled_bytes
    size = 0
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        for block in blocks(stream):
            size += len(block)
            if size > limit:
                raise LimitError(
                    f"is an archive of more than {limit:,} bytes in a pipe (setting read.max_spooled_bytes)"
                )
            copy.write(block)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def whole(stream: BinaryIO, limit: int, setting: str) -> tuple[bytes, DamagedError | None]:
    """The rest of ``stream``, and the damage that cut it short where there is one.

    Raises LimitError where it holds more than ``limit`` bytes; ``setting`` names what sets the limit.
    """
    parts: list[bytes] = []
    size = 0
    try:
        for block in blocks(stream):
            parts.append(block)
            size += len(block)
            if size > limit:
                raise LimitError(f"holds more than {limit:,} bytes in one document (setting read.{setting})")
    except DamagedError as error:
        return b"".join(parts), error
    return b"".join(parts), None
