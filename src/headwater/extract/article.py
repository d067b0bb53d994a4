"""One capture as an Article: the parts, facts and dates put together."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from headwater.extract.assemble import GAP, joined_text, number_furniture, split_sentences
from headwater.extract.bylines import authors_from_lines
from headwater.extract.dateline import Dateline, credited_agency, read_dateline
from headwater.extract.dates import WrittenDate, date_in_address, dated_years
from headwater.extract.facts import Facts, StatedDate
from headwater.extract.furniture import Judged, judged_pages
from headwater.extract.lines import clean, split_lines
from headwater.extract.outlets import outlet_from_furniture, outlet_from_masthead
from headwater.extract.parts import Parts, part_lines
from headwater.extract.placing import placed_furniture
from headwater.extract.published import Page, date_page, stated_lines
from headwater.extract.settings import Extent, ExtractSettings
from headwater.model.article import Article, FurnitureKind, PageKind, Published, Sentence, StatedKind
from headwater.model.capture import Capture, Media, Row, Skipped
from headwater.model.errors import InputError
from headwater.text.address import page_address
from headwater.text.language import guess_language

if TYPE_CHECKING:
    from headwater.extract.html import HtmlPage

_SELF_TELLING = (FurnitureKind.LEGAL, FurnitureKind.NOTICE, FurnitureKind.OTHER)
_ENGLISH_ONLY = ("quotes", "quantities", "times", "names")
_DEFAULT = ExtractSettings()


@dataclass(frozen=True, slots=True)
class Reading:
    """A capture read but not yet an article: its lines and their parts.

    ``years`` are the lines in which a year stands, None where this is not known; ``page`` is set for HTML alone.
    """

    lines: Sequence[str]
    facts: Facts
    parts: Parts
    years: Set[str] | None = None
    page: HtmlPage | None = None


def extract(capture: Capture, *, settings: ExtractSettings = _DEFAULT, extent: Extent = Extent.ALL) -> Article:
    """The article of one capture, dated from its page alone; as much of it as ``extent`` says.

    Raises InputError where there is no article text at all, or more of it than ``settings`` allow.
    """
    return article_of(read_parts(capture, settings), capture, extent)


def extract_together(
    captures: Sequence[Capture], *, settings: ExtractSettings = _DEFAULT, extent: Extent = Extent.ALL
) -> list[Article | Skipped]:
    """The ``extract`` of each of ``captures``, or why there is none; lines of plain text are judged together.

    This takes half the time for short texts, and holds what is made of all of them.
    """
    plain = [at for at, capture in enumerate(captures) if not _is_html(capture) and _fits(capture, settings)]
    pages = [_text_lines(captures[at]) for at in plain]
    judged = dict(zip(plain, judged_pages(pages), strict=True))
    made: list[Article | Skipped] = []
    for at, capture in enumerate(captures):
        try:
            made.append(article_of(read_parts(capture, settings, judged.get(at)), capture, extent))
        except InputError as error:
            made.append(Skipped(capture.input, error.reason))
    return made


def read_parts(capture: Capture, settings: ExtractSettings, judged: Judged | None = None) -> Reading:
    """What a capture says of itself, and its lines parted; ``judged`` are those of plain text where they are known.

    Raises InputError where it holds more than ``settings`` allow.
    """
    facts = _facts_of_row(capture.row) if capture.row else Facts()
    if not _fits(capture, settings):
        raise InputError(capture.input, _too_long(len(_source(capture)), _limit(capture, settings)))
    if _is_html(capture):
        # Imported here: the parser of HTML costs a tenth of the start-up, and rows of text need none.
        from headwater.extract.html import read_page

        page = read_page(_source(capture), max_depth=settings.max_html_depth)
        facts, parts = _of_page(page, capture, facts, settings)
        return Reading(page.lines, facts, parts, page=page)
    judged = judged or judged_pages([_text_lines(capture)])[0]
    parts = part_lines(judged.lines, facts.title, facts.standfirst, judged)
    return Reading(judged.lines, facts, parts, judged.years)


def _source(capture: Capture) -> str:
    row = capture.row
    return capture.text if row is None else row.text or row.html or ""


def _is_html(capture: Capture) -> bool:
    row = capture.row
    return capture.media is Media.HTML or (row is not None and not row.text and bool(row.html))


def _text_lines(capture: Capture) -> tuple[str, ...]:
    return tuple(split_lines(clean(_source(capture))))


def _limit(capture: Capture, settings: ExtractSettings) -> int:
    return settings.max_html_chars if _is_html(capture) else settings.max_text_chars


def _fits(capture: Capture, settings: ExtractSettings) -> bool:
    return len(_source(capture)) <= _limit(capture, settings)


def _too_long(size: int, limit: int) -> str:
    return f"holds {size:,} characters, expected an article of at most {limit:,}"


def _facts_of_row(row: Row) -> Facts:
    return Facts(
        title=_one_line(row.title),
        standfirst=_one_line(row.standfirst),
        outlet=_one_line(row.outlet),
        url=_one_line(row.url),
        language=row.language,
        authors=tuple(name for author in row.authors if (name := _one_line(author))),
        dates=tuple(
            StatedDate(said, kind)
            for value, kind in (
                (row.date or _filed(row.url), StatedKind.UNKNOWN),
                (row.captured, StatedKind.CRAWL),
            )
            if (said := _one_line(value))
        ),
    )


def _filed(url: str | None) -> str | None:
    """The day under which an address files its page, as the address writes it."""
    date = date_in_address(url or "")
    return date.day.isoformat() if date else None


def _one_line(value: str | None) -> str | None:
    return (" ".join(clean(value).split()) or None) if value else None


def _of_page(page: HtmlPage, capture: Capture, facts: Facts, settings: ExtractSettings) -> tuple[Facts, Parts]:
    size = sum(map(len, page.lines))
    if size > settings.max_text_chars:
        raise InputError(capture.input, _too_long(size, settings.max_text_chars))
    facts = _preferring(facts, page.facts)
    parts = part_lines(page.lines, facts.title, facts.standfirst)
    parts = replace(parts, furniture=(*page.furniture, *parts.furniture))
    return facts, replace(parts, furniture=placed_furniture(page.blocks, page.keys, parts))


def _preferring(first: Facts, second: Facts) -> Facts:
    """The facts of ``first``, those of ``second`` where the first has none; the dates of both.

    The address is the one that the page calls its own: ``first`` may have been fetched from an edition of it.
    """
    return Facts(
        title=first.title or second.title,
        standfirst=first.standfirst or second.standfirst,
        outlet=first.outlet or second.outlet,
        url=second.url if page_address(second.url) else first.url or second.url,
        language=first.language or second.language,
        authors=first.authors or second.authors,
        dates=(*first.dates, *second.dates),
    )


def article_of(reading: Reading, capture: Capture, extent: Extent = Extent.ALL) -> Article:
    """The article that was read from ``capture``; raises InputError where it has no text."""
    facts, parts = reading.facts, reading.parts
    stated = stated_lines(facts)
    if stated:
        dated = tuple((text, FurnitureKind.METADATA) for text in stated)
        parts = replace(parts, furniture=(*dated, *parts.furniture))
    text = joined_text(parts)
    if not text.strip():
        raise InputError(capture.input, "no article text in it: nothing is left beside navigation and notices")
    furniture = number_furniture(parts)
    by_kind = [(item.kind, item.text) for item in furniture]
    told = [line for kind, line in by_kind if kind is FurnitureKind.METADATA]
    dateline = read_dateline(parts.body[0]) if parts.body else None
    language = facts.language or (guess_language(text) if extent is Extent.ALL else None)
    address = f"f{len(stated)}" if len(stated) > len(facts.dates) else None
    page = Page(capture.article_id, text, (), furniture, address, _filed_in(parts, dateline))
    sentences, published = _split_and_dated(page, replace(reading, parts=parts), extent)
    return Article(
        id=capture.article_id,
        input=capture.input,
        text=text,
        sentences=sentences,
        furniture=furniture,
        also=capture.also,
        key=capture.row.id if capture.row else None,
        page=reading.page.kind if reading.page else PageKind.ARTICLE,
        url=facts.url,
        outlet=facts.outlet
        or outlet_from_furniture(line for kind, line in by_kind if kind in _SELF_TELLING)
        or outlet_from_masthead(told),
        authors=facts.authors or authors_from_lines(told),
        language=language,
        title=parts.title,
        standfirst=parts.standfirst,
        credit=credited_agency(parts.body, furniture, facts),
        dateline=dateline.place if dateline else None,
        published=published,
        unsupported=_ENGLISH_ONLY if language not in (None, "en") else (),
    )


def _filed_in(parts: Parts, dateline: Dateline | None) -> WrittenDate | None:
    """The day of the dateline at its place in the article's text."""
    if dateline is None or dateline.filed is None:
        return None
    head, filed = joined_text(replace(parts, body=())), dateline.filed
    before = len(head) + len(GAP) if head else 0
    return WrittenDate(before + filed.start, before + filed.end, filed.day)


def _split_and_dated(page: Page, reading: Reading, extent: Extent) -> tuple[tuple[Sentence, ...], Published]:
    """The sentences of a page that has none yet, and its date."""
    kinds = {f"f{number}": date.kind for number, date in enumerate(reading.facts.dates, 1)}
    parts = reading.parts
    if extent is Extent.ALL:
        sentences = split_sentences(parts)
        return sentences, date_page(replace(page, sentences=sentences), kinds)
    if page.filed:
        return (), replace(date_page(replace(page, sentences=split_sentences(parts)), kinds), reasons=())
    published = date_page(page, kinds)
    stated = {citation.furniture for reason in published.reasons for citation in reason.citations}
    if not published.date:
        near = _dated_pieces(parts, reading.years)
        sentences = split_sentences(parts, near) if near else ()
    else:
        sentences = () if stated <= kinds.keys() else split_sentences(parts)
    if sentences:
        published = date_page(replace(page, sentences=sentences), kinds)
    return (), replace(published, reasons=()) if published.reasons else published


def _dated_pieces(parts: Parts, years: Set[str] | None) -> Set[str]:
    """The title, standfirst and lines of the body in which a date may stand; ``years``: lines that hold a year."""
    body = parts.body if years is None else [line for line in parts.body if line in years] if years else ()
    return {piece for piece in (parts.title, parts.standfirst, *body) if piece and dated_years(piece)}
