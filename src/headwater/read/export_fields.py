"""The fields of one article in an export of a news database, from its labelled lines and their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
_DATE = re.compile(rf"(?:[A-Z][a-z]{{2,8}},? )?({_DAY})(?![\d]).{{0,60}}")
_COPYRIGHT = re.compile(r"(?:copyright\b|\(c\)|©|all rights reserved)", re.I)
_WORDS = re.compile(r"[\d,]{1,9} words")
_CLOCK = re.compile(r"\d{1,2}:\d\d\b.{0,20}")
_BYLINE = re.compile(r"by[ :]{1,3}(.{2,200})", re.I)
_LABEL = re.compile(r"[ \t]{0,200}([A-Za-z][A-Za-z-]{2,20}):(?:[ \t]{1,9}(.*))?")
_CODED = re.compile(
    r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM)(?:[ \t]+(.*))?"
)
_CODES = 4
#: Labels of Nexis that stand above the body, and those that stand below it.
_ABOVE = {"section", "length", "byline", "headline", "dateline", "highlight", "series", "url"}
_BELOW = {
    "load-date", "language", "subject", "publication-type", "journal-code", "graphic", "organization", "company",
    "geographic", "person", "document-type", "notes", "correction", "classification", "industry", "ticker", "acc-no",
}  # fmt: skip
_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "dutch": "nl", "polish": "pl",
    "portuguese": "pt", "arabic": "ar", "russian": "ru", "turkish": "tr", "chinese": "zh", "japanese": "ja",
}  # fmt: skip


def nexis_fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of a row from one article of a Nexis export; those that are not found are left out."""
    labels: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    place = head
    open_label: str | None = None
    for line in lines:
        bare = line.strip()
        name, value = _label(line)
        if bare in ("Body", "BODY:"):
            place, open_label = body, None
        elif name in _BELOW or (bare == "Classification"):
            labels.setdefault(name or bare, value)
            place, open_label = [], name
        elif name in _ABOVE and place is head:
            labels.setdefault(name, value)
            open_label = name
        elif open_label and bare:
            labels[open_label] = f"{labels.get(open_label, '')} {bare}".strip()
        else:
            open_label = None
            place.append(line)
    if not body:
        head, body = _parted_head(head)
    return _kept({**_nexis_head(head), **_nexis_labels(labels), "text": _paragraphs(body)})


def _label(line: str) -> tuple[str | None, str]:
    match = _LABEL.fullmatch(line)
    return (match.group(1).lower(), (match.group(2) or "").strip()) if match else (None, "")


def _parted_head(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The head of an article without a line "BODY:" and its body: what follows the date and the headline."""
    dated = next((index for index, line in enumerate(lines) if _DATE.fullmatch(line.strip())), -1)
    following = [index for index in range(dated + 1, len(lines)) if lines[index].strip()]
    # A headline is one or two lines; the first block after it begins the body.
    end = next(
        (index for index in following if not lines[index - 1].strip() and index > (following or [0])[0]), len(lines)
    )
    return list(lines[:end]), list(lines[end:])


def _nexis_head(lines: Sequence[str]) -> dict[str, str]:
    """Outlet, date and, where they stand above the body without labels, headline."""
    head = [line.strip() for line in lines if line.strip() and not _COPYRIGHT.match(line.strip())]
    dated = next((index for index, line in enumerate(head) if _DATE.fullmatch(line)), None)
    if dated is None:
        return {"title": head[0]} if head else {}
    match = _DATE.fullmatch(head[dated])
    title = " ".join(head[: dated - 1]) if dated > 1 else " ".join(head[dated + 1 :][-2:])
    return {"date": match.group(1) if match else "", "outlet": head[dated - 1] if dated else "", "title": title}


def _nexis_labels(labels: dict[str, str]) -> dict[str, str]:
    byline = labels.get("byline", "")
    match = _BYLINE.fullmatch(byline)
    found = {
        "title": labels.get("headline", ""),
        "authors": match.group(1) if match else byline,
        "standfirst": labels.get("highlight", ""),
        "url": labels.get("url", ""),
        "language": _language(labels.get("language", "")),
    }
    return _kept(found)


def factiva_fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of a row from one article of a Factiva export; those that are not found are left out."""
    number = next((line.split()[-1] for line in reversed(lines) if line.strip()), "")
    own = {"id": number} if len(number) == 25 else {}
    codes = {match.group(1) for line in lines if (match := _CODED.fullmatch(line))}
    fields = (
        _coded_fields(lines) if len(codes & {"HD", "WC", "PD", "SN", "LP", "TD"}) >= _CODES else _shown_fields(lines)
    )
    return _kept(own | fields)


def _coded_fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of an article whose lines carry Factiva's codes (HD headline, PD date, SN source, LP and TD text)."""
    coded: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODED.fullmatch(line)
        if match:
            code = match.group(1)
        coded.setdefault(code, []).append((match.group(2) or "") if match else line)
    joined = {code: " ".join(" ".join(parts).split()) for code, parts in coded.items()}
    match = _BYLINE.fullmatch(joined.get("BY", ""))
    return {
        "title": joined.get("HD", ""),
        "authors": match.group(1) if match else joined.get("BY", ""),
        "date": joined.get("PD", ""),
        "outlet": joined.get("SN", ""),
        "language": _language(joined.get("LA", "")),
        "text": "\n\n".join(filter(None, (_paragraphs(coded.get(code, [])) for code in ("LP", "TD")))),
    }


def _shown_fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of an article as Factiva shows it: headline, byline, words, date, source, language, rights, text."""
    counted = next((index for index, line in enumerate(lines) if _WORDS.fullmatch(line.strip())), -1)
    above = [line.strip() for line in lines[: max(counted, 0)] if line.strip()]
    authors = ""
    if match := _BYLINE.fullmatch(above[-1]) if above else None:
        authors = match.group(1)
        above.pop()
    elif len(above) > 1 and len(above[-1].split()) <= 4 < len(above[-2].split()) and above[-1].istitle():
        authors = above.pop()
    date = outlet = language = ""
    place = counted + 1
    while place < len(lines) and not _COPYRIGHT.match(lines[place].strip()):
        bare = lines[place].strip()
        if not bare and language:
            break
        if not date and (match := _DATE.fullmatch(bare)):
            date = match.group(1)
        elif date and not outlet and bare and not _CLOCK.fullmatch(bare):
            outlet = bare
        language = language or _language(bare)
        place += 1
    while place < len(lines) and lines[place].strip():
        place += 1
    body = [line for line in lines[place:] if not line.strip().startswith("Document ")]
    title = above[-1] if above else ""
    return {"title": title, "authors": authors, "date": date, "outlet": outlet, "language": language,
            "text": _paragraphs(body)}  # fmt: skip


def _language(words: str) -> str:
    return _LANGUAGES.get(words.partition(";")[0].strip().lower(), "")


def _paragraphs(lines: Iterable[str]) -> str:
    """The lines as paragraphs: blocks parted by blank lines are joined; without blank lines each line is one."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    if len(blocks) == 1:
        return "\n\n".join(blocks[0])
    return "\n\n".join(" ".join(block) for block in blocks if not _COPYRIGHT.match(block[0]) or len(block) > 4)


def _kept(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}
