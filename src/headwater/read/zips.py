"""Zip files: what lies inside, member by member; WACZ and DOCX are told by their members.

Nothing is ever written under a member's name. Members with names that leave the archive ("../", absolute) are refused.
Sources: APPNOTE.TXT 6.3 (zip), WACZ 1.1.1, ECMA-376 (Office Open XML).
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from headwater.model.capture import Capture, Skipped
from headwater.read.docx import document_captures
from headwater.read.reading import DamagedError, Items, Reading, UnusableError, on_disk, stream_of, whole
from headwater.read.unpack import metered
from headwater.read.zip_layout import check_directory, scanned_members

_BLOCK = 1 << 16
_WARC_MEMBER = re.compile(r"archive/.+\.warc(?:\.gz|\.zst)?\Z", re.I)
_OTHER_PACKAGES = (
    ("xl/workbook.xml", "an Excel workbook; save it as CSV and give that"),
    ("ppt/presentation.xml", "a PowerPoint file; save its text and give that"),
    ("META-INF/container.xml", "an EPUB book; save its text and give that"),
    ("content.xml", "an OpenDocument file; save it as DOCX or text and give that"),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def read_zip(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """The captures of a zip file's members; of a WACZ those of its WARC files, of a DOCX its text.

    Members are numbered as the archive lists them, folders left out. An archive whose list is cut off is read from
    its beginning as far as it goes, then DamagedError is raised.
    """
    with on_disk(stream, reading.settings) as file:
        yield from _read_file(name, file, reading)


def _read_file(name: str, file: BinaryIO, reading: Reading) -> Items:
    check_directory(file)
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        yield from _read_cut_off(name, file, reading)
        raise DamagedError(f"is cut off or damaged: its list of files cannot be read ({error})") from error
    with archive:
        members = [info for info in archive.infolist() if not info.filename.endswith("/")]
        yield from _read_package(name, archive, members, reading)


def _read_package(name: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], reading: Reading) -> Items:
    names = {info.filename for info in members}
    if not members:
        yield Skipped(name, "is an empty archive")
    elif "word/document.xml" in names:
        yield from _read_docx(name, archive, reading)
    elif other := next((words for member, words in _OTHER_PACKAGES if member in names), None):
        yield Skipped(name, f"is {other}")
    else:
        is_wacz = "datapackage.json" in names and any(_WARC_MEMBER.match(member) for member in names)
        chosen = [info for info in members if not is_wacz or _WARC_MEMBER.match(info.filename)]
        for number, info in enumerate(chosen, 1):
            yield from _read_member(f"{name}#{number}", archive, info, reading)


def _read_docx(name: str, archive: zipfile.ZipFile, reading: Reading) -> Items:
    info = archive.getinfo("word/document.xml")
    limit = reading.settings.max_file_bytes
    content, damage = whole(_opened(archive, info, reading), limit, "max_file_bytes")
    if damage:
        raise damage
    yield from document_captures(name, content)


def _read_member(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading) -> Items:
    if reason := _refused(info):
        yield Skipped(name, f"file {info.filename!r} in the archive: {reason}")
        return
    for item in reading.inside(name, _opened(archive, info, reading)):
        yield _named(item, name, info.filename)


def _named(item: Capture | Skipped, name: str, member: str) -> Capture | Skipped:
    if isinstance(item, Skipped) and item.input == name:
        return replace(item, reason=f"file {member!r} in the archive: {item.reason}")
    return item


def _refused(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not read, None where it is."""
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or re.match(r"[A-Za-z]:", parts[0]):
        return "its name leads out of the archive; such files are refused"
    if any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX":
        return "is hidden; unpack the archive and give it by name to read it"
    if info.flag_bits & 1:
        return "is encrypted; unpack the archive and give the file"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a symbolic link; links are not followed"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in another way than deflate; unpack the archive first"
    return None


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading) -> BinaryIO:
    chunks = _chunks(archive, info)
    return stream_of(metered(chunks, lambda: info.compress_size, reading.settings, reading.budget))


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as member:
            while block := member.read(_BLOCK):
                yield block
    except UnusableError:
        raise
    except _BROKEN as error:
        raise DamagedError(f"is damaged: {error}") from error


def _read_cut_off(name: str, file: BinaryIO, reading: Reading) -> Items:
    """What can be read of an archive without its list of files, which stands at its end."""
    number = 0
    is_wacz = False
    for info, opened in scanned_members(file, reading):
        is_warc = bool(_WARC_MEMBER.match(info.filename))
        is_wacz |= is_warc
        if info.is_dir() or (is_wacz and not is_warc):
            continue
        number += 1
        member_name = f"{name}#{number}"
        if reason := _refused(info):
            yield Skipped(member_name, f"file {info.filename!r} in the archive: {reason}")
            continue
        for item in reading.inside(member_name, opened):
            yield _named(item, member_name, info.filename)
