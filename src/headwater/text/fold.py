"""Folding: one plain form for strings that readers take for the same."""

from __future__ import annotations

import re
import unicodedata

# Letters that have no decomposition, and marks that have a plain twin.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u2060\ufeff\u00ad", None),
        "…": "...",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
    }
)
# Accents and Arabic vowel points only: the vowel signs of Indic scripts are letters to their readers.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0640]+")


def fold(text: str) -> str:
    """``text`` for comparing: case folded, accents stripped, typographic quotation marks, dashes and spaces plain.

    Offsets are not kept. Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN).casefold())
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", plain))
    return unicodedata.normalize("NFC", bare.casefold().translate(_PLAIN))
