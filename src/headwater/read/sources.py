"""The byte sources behind the arguments of a command: files, the files of folders, standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from headwater.model.capture import Skipped

#: Paths under which a shell hands over the output of a command (``<(command)``): pipes that are meant to be read.
_HANDED_OVER = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read bytes from: ``name`` as the report shows it, ``open`` gives a stream the caller closes."""

    name: str
    open: Callable[[], BinaryIO]


def find_sources(inputs: Sequence[str], stdin: Callable[[], BinaryIO]) -> Iterator[Source | Skipped]:
    """The sources that ``inputs`` name, in their order and, inside folders, by path; what cannot be one is skipped.

    Symbolic links given as an argument are followed, those inside a folder are listed as skipped.
    """
    for given in inputs:
        if given == "-":
            yield Source("-", stdin)
        elif given.lower().startswith(("http://", "https://", "ftp://")):
            yield Skipped(given, "is an address; pages are not fetched: save the page and give the saved file")
        else:
            yield from _path_sources(given)


def _path_sources(given: str) -> Iterator[Source | Skipped]:
    path = Path(given)
    name = shown(path.name or given)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Skipped(name, _why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder_sources(path)
    elif stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and given.startswith(_HANDED_OVER)):
        yield Source(name, _opener(path))
    else:
        yield Skipped(name, f"is {_special(mode)}, expected a file or a folder")


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _folder_sources(folder: Path) -> Iterator[Source | Skipped]:
    found: list[tuple[str, Path | Skipped]] = []
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            name = shown(str(here.relative_to(folder)))
            found.append((name, Skipped(name, _why(error))))
            continue
        for entry in entries:
            path = Path(entry.path)
            name = shown(path.relative_to(folder).as_posix())
            if reason := _not_walked(entry):
                found.append((name, Skipped(name, reason)))
            elif entry.is_dir(follow_symlinks=False):
                pending.append(path)
            else:
                found.append((name, path))
    if not found:
        yield Skipped(shown(folder.name or str(folder)), "is an empty folder, expected files in it")
    for name, item in sorted(found, key=lambda pair: pair[0]):
        yield item if isinstance(item, Skipped) else Source(name, _opener(item))


def _not_walked(entry: os.DirEntry[str]) -> str | None:
    if entry.is_symlink():
        return "is a symbolic link inside a folder; links there are not followed"
    if entry.name.startswith("."):
        return "is hidden (its name begins with a dot); give it by name to read it"
    if entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
        return None
    return f"is {_special(entry.stat(follow_symlinks=False).st_mode)}, expected a file or a folder"


def _special(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((words for is_kind, words in kinds if is_kind(mode)), "no regular file")


def _why(error: OSError | ValueError) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be opened: {words}"


def shown(name: str) -> str:
    """``name`` with bytes that are no text (lone surrogates of file names) replaced, so that it can be written."""
    return name.encode("utf-8", "replace").decode("utf-8")
