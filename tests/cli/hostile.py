"""A folder of everything that inputs should not be, beside two good articles."""

from __future__ import annotations

import json
import os
from pathlib import Path

GOOD = "Harbour of Kalvik closed by fog\n\nThe harbour of Kalvik was closed by fog on Tuesday, the port master said.\n"

#: Files that must be listed as skipped, whatever the reason.
SKIPPED = (
    ".hidden.txt", "blank.txt", "dangling.txt", "empty.txt", "long-line.txt", "loop", "noise.bin", "picture.jpg",
    "pipe", "rows.jsonl#2", "rows.jsonl#3", "rows.jsonl#4", "rows.jsonl#5", "rows.jsonl#6",
)  # fmt: skip


def make_hostile_folder(folder: Path, *, line_bytes: int = 50_000_000, depth: int = 100_000) -> None:
    """Writes the folder: empty, binary, wrongly encoded, broken, endless and oddly named files, links and a pipe."""
    files: dict[str, bytes] = {
        "good.txt": GOOD.encode(),
        "two\nlines.txt": (GOOD + "Ships waited outside for nine hours.\n").encode(),
        "--help.txt": (GOOD + "Two ferries turned back.\n").encode(),
        ".hidden.txt": GOOD.encode(),
        "empty.txt": b"",
        "blank.txt": b"\n \t\n",
        "noise.bin": bytes(range(256)) * 40,
        "picture.jpg": b"\xff\xd8\xff\xe0" + bytes(500),
        "wide.txt": (GOOD + "Cranes stood still.\n").encode("utf-16"),
        "latin.txt": (GOOD + "Der Hafenmeister hieß Jürgen Größer.\n").encode("cp1252"),
        "invalid.txt": (GOOD + "The ferry Ål".replace("Å", "Å") + " waited.\n").encode() + b"\xff\xfe\xc3",
        "long-line.txt": b"fog " * (line_bytes // 4),
        "quotes.txt": (GOOD + '"' * 20_000 + "\n" + "“" * 20_000 + "\n").encode(),
        "deep.html": b"<html><body>" + b"<div>" * depth + b"<p>Fog closed the harbour of Kalvik on Tuesday.</p>",
        "entities.html": b"<!DOCTYPE x [<!ENTITY a 'b'>]><html><body><p>" + b"&a;" * 1000 + b"</p></body></html>",
        "escapes.txt": b"\x1b]0;owned\x07\x1b[31mFog\x1b[0m closes harbour\n\n" + GOOD.encode(),
        "script.html": b"<html><head><title><script>alert(1)</script></title></head><body><article><h1>&lt;script&gt;"
        b"alert(2)&lt;/script&gt; in fog</h1><p>" + GOOD.encode() * 8 + b"</p></article></body></html>",
        "rows.jsonl": "\n".join(
            [
                json.dumps({"id": 1, "text": GOOD}),
                '{"id": 2, "text": "cut',
                "[" * depth,
                json.dumps({"id": 4, "text": {"a": 1}}),
                json.dumps([1, 2]),
                '"text"',
                '{"id": ' + "9" * 6000 + ', "text": "The harbour of Kalvik reopened on Wednesday."}',
                '{"id": 8, "text": "Lone \\ud800 surrogate in the harbour of Kalvik.", "date": {}, "title": 5}',
                '{"id": 9, "url": "javascript:alert(1)", "text": "The harbour of Kalvik has no light.", "date": 1e400}',
            ]
        ).encode(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
