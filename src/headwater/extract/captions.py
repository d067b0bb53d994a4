"""Captions: descriptions of pictures, told by their shape."""

from __future__ import annotations

import re

from headwater.extract.dates import dated_years

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATED = re.compile(rf"(?:{_MONTHS} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTHS},? (?:19|20)\d\d)")
_ENDS_DATED = re.compile(
    rf"(?:{_MONTHS} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTHS},? (?:19|20)\d\d)\s?\.?(?:\s.{{0,80}})?\Z"
)
_LONGEST_CAPTION = 400
_LONGEST_END = 120  # characters; the longest date with what may follow it has 104
_SHOWN = re.compile(
    r"\b(?:speaks?|attends?|gestures?|walks?|stands?|looks?|waves?|arrives?|poses?|listens?"
    r"|shakes?|cleans?|carry|carries|sits?"
    r"|(?:is|are) (?:seen|pictured|shown|photographed)|seen (?:in|on|at|during|through)|talks?"
    r"|leaves?|holds?|takes? part|march(?:es)?|rides?|runs?|watch(?:es)?|smiles?|greets?"
    r"|gathers?|inspects?|addresses|pictured|prepares?|rests?|passes|pass|wears?|points?"
    r"|reacts?|answers?|delivers?|hugs?|kneels?|lies|lie"
    r"|rises?|billows?|burns?|patrols?|queues?|lines? up|salutes?|signs?|chants?|works?"
    r"|drives?|displays?|shows?|embraces?|cheers?|celebrates?|protests?|comforts?)\b"
)
# What only a picture's subject does: sub-headings share the other verbs ("shows", "leaves", "signs").
_POSING = re.compile(
    r"\b(?:(?:is|are) (?:seen|pictured|shown|photographed)|(?:seen|pictured) (?:in|on|at"
    r"|during|here|with|left|right)|attends|gestures?|waves|poses?|smiles"
    r"|looks? on|speaks (?:at|to|during|in|with)|walks|stands|shakes hands|listens|embraces"
    r"|hugs|kneels?|salutes|inspects|takes? part"
    r"|arrives? (?:at|in|for|with)|celebrates? (?:after|with|his|her|their|in|at))\b"
    r"|\((?:pictured|left|right|centre|center|above)\b"
)
_POST_MARKS = ("(@", "://", "pic.twitter")
_POSTED = re.compile(r"\(@\w|https?://|pic\.twitter")
_INNER_STOP = re.compile(r"(?<=[a-z)\d])[.!?]\s+(?=[A-Z\"“])")


def is_dated_caption(line: str) -> bool:
    """Whether ``line`` is one present-tense description that ends with a full date, as agencies word captions."""
    return (
        len(line) <= _LONGEST_CAPTION
        and bool(dated_years(line[-_LONGEST_END:]))
        and _ENDS_DATED.search(line, max(0, len(line) - _LONGEST_END)) is not None
        and _SHOWN.search(line) is not None
        and _is_single(line)
    )


def is_posted(line: str) -> bool:
    """Whether ``line`` is a post of a social network with its handle or link."""
    return any(mark in line for mark in _POST_MARKS) and _POSTED.search(line) is not None


def is_shown(line: str) -> bool:
    """Whether ``line`` tells in the present tense what a picture shows."""
    return _POSING.search(line) is not None


def has_full_date(line: str) -> bool:
    """Whether a day with month and year stands in ``line``."""
    return _DATED.search(line) is not None


def is_caption(line: str) -> bool:
    """Whether ``line``, which stands right above a picture credit, has a caption's shape."""
    if len(line) > _LONGEST_CAPTION or line[:1] in '"“':
        return False
    return has_full_date(line) or _SHOWN.search(line) is not None or not line.endswith((".", "!", "?", '"', "”"))


def _is_single(line: str) -> bool:
    return len(_INNER_STOP.findall(line)) <= 1
