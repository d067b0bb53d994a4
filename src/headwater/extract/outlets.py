"""Outlets: whose page it is, by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from headwater.extract.agencies import agency_named
from headwater.extract.dates import first_date

_NAME = r"(?:[A-Z][\w&'’.-]*)(?: (?:[A-Z][\w&'’.-]*|of|and|the|for|&)){0,5}"
_SELF = (
    re.compile(
        rf"(?P<name>{_NAME}) (?:delivers|provides|offers|brings you) (?:independent|news|unrivalled"
        rf"|trusted|quality|in-depth|the latest|coverage)"
    ),
    re.compile(
        rf"(?P<name>{_NAME}) (?:has|have) (?:removed|closed|disabled|turned off|suspended"
        rf"|ended) (?:its|our|the|their) comment"
    ),
    re.compile(
        rf"(?P<name>{_NAME}) is (?:an? |the )?(?:[\w-]+ ){{0,4}}(?:news (?:organi[sz]ation|outlet"
        rf"|website|site|agency|service)|newsroom|newspaper|daily|broadcaster)\b"
    ),
    re.compile(
        rf"(?:©|\(c\)|[Cc]opyright(?: ©| \(c\))?)\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s+)?(?:by )?(?P<name>{_NAME})"
    ),
    re.compile(rf"(?:first|originally) (?:published|appeared) (?:on|in|at|by) (?P<name>{_NAME})"),
)
_SUFFIX = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|GmbH|AG|PLC|plc|Corp|Corporation|Co|Company"
    r"|All Rights Reserved|All rights reserved|All|Media Group)\.?$"
)
_LONGEST_WEEKDAY = len("Wednesday, ")
_MASTHEAD = re.compile(rf"(?P<name>{_NAME})\s*[,|•·–—-]\s*")
_OUTLET_LIKE = re.compile(
    r"\b(?:Advertiser|Advocate|Bulletin|Broadcasting|Chronicle|Courier|Daily|Dispatch|Echo|Enquirer|Examiner|Express"
    r"|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Mail|Mercury|Messenger|Mirror|Monitor|News|Nieuws"
    r"|Observer|Online|Post|Press|Presse|Radio|Record|Register|Reporter|Review|Sentinel|Standard|Star|Sun|TV|Tagblatt"
    r"|Telegraph|Telegram|Times|Today|Tribune|Voice|Weekly|World|Zeitung)\b|\AThe "
)
_NOT_NAMES = frozenset({"This", "We", "Our", "It", "The", "All", "Copyright", "He", "She", "They", "You", "Content"})


def outlet_from_furniture(lines: Iterable[str]) -> str | None:
    """The outlet that a page's own about, legal or comment line names; None in doubt."""
    named: list[str] = []
    for line in lines:
        for pattern in _SELF:
            match = pattern.search(line)
            name = _trimmed(match["name"]) if match else ""
            if name and name not in _NOT_NAMES and agency_named(name) is None:
                named.append(name)
                break
    return named[0] if len(set(named)) == 1 else None


def outlet_from_masthead(lines: Iterable[str]) -> str | None:
    """The outlet that the first line of a name and a day names ("The Arn Gazette, 4 March 2031"); None if none.

    A name alone may be a person's: it must have a word in it that outlets are called by, or begin with "The".
    """
    for line in lines:
        match = _MASTHEAD.match(line)
        date = first_date(line[match.end() :]) if match else None
        if match and date and date.start <= _LONGEST_WEEKDAY and _OUTLET_LIKE.search(match["name"]):
            return match["name"]
    return None


def _trimmed(name: str) -> str:
    shorter = _SUFFIX.sub("", name.rstrip(" .,"))
    return _SUFFIX.sub("", shorter).rstrip(" .,")
