"""Language of a text, by its script and its most frequent words."""

from __future__ import annotations

import re
from collections import Counter

# The commonest words of each language that are rare in the others of its script.
_STOP_WORDS = {
    "en": "the and of to in that for with was were has have had is are it this by from said who "
    "which would not be as at on his her their",
    "de": "der die das und ist nicht von mit den dem ein eine auch auf für sich im zu des wird "
    "werden sind nach bei hat haben wie oder als",
    "fr": "le la les des est une dans que pour qui sur par pas au avec sont cette ont aux du et "
    "été selon mais ses leur plus il elle",
    "es": "el la los las que del una por con para se su como al es un más han fue pero este esta "
    "según también sobre ha y no lo",
    "it": "il la che di per non una sono con del della dei nel alla gli anche più dal ha le è "
    "stato un si ma delle nella come",
    "pt": "que não uma para com dos das os ao na no em mais foi pela pelo são também se por do da "
    "um como é mas segundo ele",
    "nl": "de het een van en dat niet zijn voor met op te aan ook er bij om naar door wordt werd "
    "heeft maar uit over zich die",
    "sv": "och att det som är inte för på med av den har till ett om från var men jag sig så de en vi under",
    "da": "og at det som er ikke til på med af den har et om fra var men jeg sig så de en for der blev efter",
    "no": "og at det som er ikke til på med av den har et om fra var men jeg seg så de en for der ble etter",
    "fi": "ja on ei että se oli hän mutta myös kun ovat joka ole mukaan sen jos tai kuin vuoden hänen niin",
    "pl": "i w na nie się że z do jest to o jak po ale przez od za dla są był było tym które oraz także",
    "cs": "a v na se je že to s z do o jako po ale za pro jsou byl bylo které podle také který jeho nebo",
    "ro": "și în de la nu care cu pe o din a fost este mai pentru sunt să ca după prin această dar lui",
    "hu": "a az és hogy nem is egy meg volt de ez csak már még azt mint után szerint kell lesz vagy",
    "tr": "ve bir bu için da de ile olarak olan daha çok gibi kadar sonra ancak dedi ise değil en ne",
    "id": "yang dan di untuk dengan dari ini pada itu tidak akan dalam juga ke adalah oleh kata telah sebagai mereka",
    "vi": "của và là có trong được cho các một những với không người đã này từ khi về đến ông",
}
_COMMON = {code: frozenset(words.split()) for code, words in _STOP_WORDS.items()}
_OWNERS: dict[str, list[str]] = {}
for _code, _words in _STOP_WORDS.items():
    for _word in _words.split():
        _OWNERS.setdefault(_word, []).append(_code)

_SCRIPTS = (
    ("kana", re.compile("[\u3040-\u30ff]")),
    ("hangul", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("han", re.compile("[\u4e00-\u9fff]")),
    ("arabic", re.compile("[\u0620-\u06ff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("hebrew", re.compile("[\u05d0-\u05ea]")),
    ("greek", re.compile("[\u0370-\u03ff]")),
    ("devanagari", re.compile("[\u0900-\u097f]")),
    ("bengali", re.compile("[\u0980-\u09ff]")),
    ("tamil", re.compile("[\u0b80-\u0bff]")),
    ("thai", re.compile("[\u0e00-\u0e7f]")),
    ("georgian", re.compile("[\u10a0-\u10ff]")),
    ("armenian", re.compile("[\u0530-\u058f]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
)
_OF_SCRIPT = {
    "hangul": "ko",
    "hebrew": "he",
    "greek": "el",
    "bengali": "bn",
    "tamil": "ta",
    "thai": "th",
    "georgian": "ka",
    "armenian": "hy",
    "kana": "ja",
}
_ASCII = bytes(range(128))
_BLANKED = bytes(sign if sign > 127 or chr(sign).isalpha() else 32 for sign in range(256))
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
_SAMPLE = 6000


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, by its first 6,000 characters; None in doubt."""
    sample = text[:_SAMPLE]
    if sample.isascii() and any(map(str.isalpha, sample)):
        return _latin(sample)
    beyond = _beyond_ascii(sample)
    counts = Counter({script: len(pattern.findall(beyond)) for script, pattern in _SCRIPTS})
    counts["latin"] += len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    letters = sum(counts.values())
    if not letters:
        return None
    script, most = min(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    if counts["kana"] > 0.1 * letters:
        return "ja"
    if most < 0.5 * letters:
        return None
    by_letters = {"han": _han, "arabic": _arabic, "cyrillic": _cyrillic, "devanagari": _devanagari}
    if script in by_letters:
        return by_letters[script](sample)
    return _OF_SCRIPT.get(script) or _latin(sample)


def common_words(language: str | None) -> frozenset[str]:
    """The commonest words of a language (ISO 639-1) that is told by them, in small letters; none for others."""
    return _COMMON.get(language or "", frozenset())


def _latin(sample: str) -> str | None:
    words = _words_of(sample)
    often = Counter(words)
    hits: Counter[str] = Counter()
    for word in often.keys() & _OWNERS.keys():
        owners = _OWNERS[word]
        for code in owners:
            hits[code] += often[word] * (12 // len(owners))
    ranked = sorted(hits.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked or ranked[0][1] < max(24, len(words)):
        return None
    if len(ranked) > 1 and ranked[1][1] > 0.9 * ranked[0][1]:
        return None
    return ranked[0][0]


def _words_of(sample: str) -> list[str]:
    """The words of ``sample`` in small letters; by bytes, which takes a third of the time of a pattern."""
    for sign in set(_beyond_ascii(sample)):
        if not sign.isalpha() and (sign.isdecimal() or not sign.isalnum()):
            sample = sample.replace(sign, " ")
    return sample.lower().encode("utf-8", "surrogatepass").translate(_BLANKED).decode("utf-8", "surrogatepass").split()


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _han(sample: str) -> str | None:
    return "zh"


def _arabic(sample: str) -> str | None:
    if any(letter in sample for letter in "ٹڈڑے"):
        return "ur"
    return "fa" if any(letter in sample for letter in "پچژگ") and "ی" in sample else "ar"


def _cyrillic(sample: str) -> str | None:
    lower = sample.lower()
    if any(letter in lower for letter in "їєґ") or ("і" in lower and "ы" not in lower):
        return "uk"
    if any(letter in lower for letter in "ђћџљњј"):
        return "mk" if any(letter in lower for letter in "ѓќѕ") else "sr"
    if "ў" in lower:
        return "be"
    return "ru" if any(letter in lower for letter in "ыэё") else "bg"


def _devanagari(sample: str) -> str | None:
    return "hi" if " है" in sample or " के " in sample else None
