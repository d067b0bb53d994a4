"""Pages saved as MHTML and newsletters saved as .eml, through the standard library's e-mail parser.

A saved page is its HTML part, at the address it was saved from, on the day it was saved. A newsletter is its HTML
part, else its text part; the sender's name is the outlet, the subject the title, the date that of the message. A
message attached to a newsletter is not read apart. Sources: RFC 5322, RFC 2045, RFC 2557 (MHTML).
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO

from headwater.model.capture import Capture, Media, Row, Skipped
from headwater.read.decode import decode
from headwater.read.reading import Items, Reading, whole
from headwater.read.rows import article_id

_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):")
# A press release pasted as text may open with From, Date and Subject; these stand only in real messages.
_TECHNICAL = {
    b"mime-version",
    b"message-id",
    b"received",
    b"return-path",
    b"delivered-to",
    b"x-mailer",
    b"dkim-signature",
}
_COMMON = {b"from", b"to", b"subject", b"date", b"content-type", b"snapshot-content-location"}
_MOST_PARTS = 2_000
# The parser builds every part before anything can be asked of it: 2,000,000 empty ones took it 47 s.
_MOST_MARKS = 20_000
_FROM_LINE = re.compile(rb">?From [^\n]{0,200}\n")


def begins_message(head: bytes) -> bool:
    """Whether ``head`` begins with the header of an e-mail message or of a page saved as one."""
    names = set()
    for line in _FROM_LINE.sub(b"", head[:65_536], count=1).split(b"\n")[:200]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        match = _FIELD.match(line)
        if match is None:
            return False
        names.add(match.group(1).lower())
    return len(names) >= 3 and bool(names & _TECHNICAL) and len(names & _COMMON) >= 2


def read_message(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """The one capture of a message, its id from the bytes of the file; skipped where no part of it is text.

    Of a damaged file, what came before the damage is read, then the damage is raised.
    """
    content, damage = whole(stream, reading.settings.max_file_bytes, "max_file_bytes")
    yield _message_capture(name, content, reading)
    if damage:
        raise damage


def _message_capture(name: str, content: bytes, reading: Reading) -> Capture | Skipped:
    if content.count(b"\n--") > _MOST_MARKS:
        return Skipped(name, f"is a message of more than {_MOST_MARKS:,} parts, expected a page or a letter")
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        part = _body(message)
        if part is None:
            return Skipped(name, "is a message without a text or HTML part")
        text = _words(part)
        row = _row(message, part)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        return Skipped(name, f"is a message that cannot be read: {type(error).__name__}: {str(error)[:200]}")
    limit = reading.settings.max_document_bytes
    if len(text) > limit:
        return Skipped(name, f"holds more than {limit:,} characters in one part (setting read.max_document_bytes)")
    if not text.strip():
        return Skipped(name, "is a message whose text is blank")
    is_html = part.get_content_subtype() in ("html", "xhtml+xml")
    row = replace(row, html=text) if is_html else replace(row, text=text)
    return Capture(article_id("a_", content), name, Media.ROW, "", row)


def _body(message: Message) -> Message | None:
    """The part that is the page or letter: the first HTML one, else the first text one; attachments are none."""
    texts = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
        if part.get_content_type() == "text/plain":
            texts.append(part)
    return texts[0] if texts else None


def _words(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""


def _row(message: Message, part: Message) -> Row:
    """What the header says of a saved page or a newsletter."""
    place = _header(message, "Snapshot-Content-Location")
    date = _iso(_header(message, "Date"))
    is_saved_page = message.get_content_type() == "multipart/related" and "@" not in str(message.get("From", ""))
    if place or is_saved_page:
        return Row(url=place or _header(part, "Content-Location"), captured=date)
    sender = parseaddr(_header(message, "From") or "")[0]
    return Row(id=_header(message, "Message-ID"), outlet=sender or None, date=date, title=_header(message, "Subject"))


def _header(message: Message, name: str) -> str | None:
    """A header with its encoded words read (RFC 2047), on one line."""
    raw = message.get(name)
    if raw is None:
        return None
    read = policy.default.header_factory(name, str(raw).encode("utf-8", "replace").decode("utf-8"))
    return " ".join(str(read).split()) or None


def _iso(date: str | None) -> str | None:
    try:
        return parsedate_to_datetime(date).isoformat() if date else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
