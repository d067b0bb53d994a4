"""Text from bytes: which encoding, and is it text at all."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.I
)
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "application/x-riff"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)
#: Codecs of Python that are no charset of a page, and that raise on what they cannot read.
_NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536


def media_type_of_binary(content: bytes) -> str | None:
    """The media type of content that is not text, None for text; judged by its first 64 KiB."""
    head = content[:_SAMPLE]
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    if head.startswith(tuple(bom for bom, _ in _BOMS)) or _utf16_without_bom(head):
        return None
    controls = len(_CONTROL.findall(head))
    return "application/octet-stream" if controls > max(2, len(head) // 200) else None


def decode(content: bytes, declared: str | None = None) -> str:
    """``content`` as text: by byte order mark, UTF-8, the ``declared`` or in-page charset, then detection.

    Never raises: bytes that no encoding explains become U+FFFD.
    """
    if 0 not in content and not content.startswith(codecs.BOM_UTF8):
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return content.decode(encoding_of(content, declared), "replace")


def encoding_of(content: bytes, declared: str | None = None) -> str:
    """The name of the encoding of ``content``, as ``decode`` chooses it; ``content`` may be the beginning of more."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return encoding
    if wide := _utf16_without_bom(content[:_SAMPLE]):
        return wide
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    stated = declared or _in_page(content)
    if stated and not stated.lower().replace("_", "-").startswith("utf") and (known := _browser_reading(stated)):
        return known
    return "utf-8" if _nearly_utf8(content) else _detected(content)


def _in_page(content: bytes) -> str | None:
    match = _META_CHARSET.search(content[:4096])
    return match.group(1).decode("ascii") if match else None


def _browser_reading(name: str) -> str | None:
    """The encoding a charset label means, None where there is no such text encoding."""
    # The WHATWG Encoding Standard reads Latin-1 and ASCII labels as windows-1252, and so do pages mean them.
    if name.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}:
        return "cp1252"
    try:
        known = codecs.lookup(name).name
        b"".decode(known)
    except (LookupError, ValueError):
        return None
    return None if known in _NO_CHARSETS else known


def _nearly_utf8(content: bytes) -> bool:
    """Whether broken UTF-8 is still UTF-8: more good multi-byte characters in it than bad bytes."""
    text = content[:1_000_000].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - bad
    return good > bad


def _utf16_without_bom(head: bytes) -> str | None:
    """UTF-16 shows by a zero in every other byte of Latin text."""
    if len(head) < 4 or 0 not in head:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _detected(content: bytes) -> str:
    # Imported here: it costs 30 ms of start-up and most inputs are UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
