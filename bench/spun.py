"""Rewrites made by machine for fitting: synonym-spun with WordNet, back-translated with apertium."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

_WORD = re.compile(r"[A-Za-z]+|[^A-Za-z]+")
# Where Debian's wordnet-base puts its files.
WORDNET = Path("/usr/share/wordnet")
_MARK = "\n\nXQZ\n\n"


def synonyms(folder: Path) -> dict[str, list[str]]:
    """Single words that share a WordNet synset with each word, from the dictionary files in ``folder``."""
    found: dict[str, list[str]] = {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" ")
            words = [fields[4 + 2 * n].lower() for n in range(int(fields[3], 16))]
            words = [word for word in words if word.isalpha()]
            for word in words:
                found.setdefault(word, []).extend(other for other in words if other != word)
    return {word: sorted(set(others)) for word, others in found.items() if others}


def spun(text: str, table: dict[str, list[str]], share: float, seed: int) -> str:
    """The text with about ``share`` of its replaceable words replaced by a synonym."""
    choose = random.Random(seed)
    pieces = _WORD.findall(text)
    for at, piece in enumerate(pieces):
        base = next((form for form in _bases(piece.lower()) if form in table), None)
        if base and len(piece) > 3 and piece.islower() and choose.random() < share:
            pieces[at] = choose.choice(table[base]) + _ending(piece, base)
    return "".join(pieces)


def _bases(word: str) -> list[str]:
    return [word, *(word.removesuffix(end) for end in ("s", "ed", "d", "ing") if word.endswith(end))]


def _ending(word: str, base: str) -> str:
    return word[len(base) :] if word.startswith(base) else ""


def back_translated(texts: Sequence[str]) -> list[str]:
    """The texts through Spanish and back (Debian's apertium-eng-spa)."""
    joined = _MARK.join(text.replace("\n", " ") for text in texts)
    for pair in ("eng-spa", "spa-eng"):
        joined = subprocess.run(
            ["apertium", "-u", pair], input=joined, capture_output=True, text=True, check=True
        ).stdout
    return [part.strip() for part in re.split(r"\s*XQZ\s*", joined)]
