"""The sections of one story in the terminal summary, each a head and its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from headwater.model.account import Quote, QuoteStatus, Status, TimelineEntry
from headwater.model.article import Citation
from headwater.model.report import Story
from headwater.present.labels import Labels, line_letter, places, shortened
from headwater.present.layout import Style, styled, wrapped
from headwater.present.points import Point, PointReading, changing_points, claims_with, differing_points
from headwater.present.quotes import compared
from headwater.present.runs import runs_text
from headwater.present.wording import event_text, figure_text, lines_text, value_note

# How much of each section fits a summary; the rest is counted and left to the page and the JSON document.
_SHOWN = 10
_WARNINGS_SHOWN = 8
_ASPECTS_SHOWN = 6
_EVENTS_SHOWN = 14
_PLACES_SHOWN = 6
# Titles, readings and explanations of more letters than this are cut; the citation leads to the whole.
_TITLE_LETTERS = 110
_READING_LETTERS = 170
_EXPLANATION_LETTERS = 260
_CLAIM_LETTERS = 600

Section = tuple[str, list[str]]


def story_sections(story: Story, labels: Labels, width: int) -> list[Section]:
    """All sections of a story that have something to say, in the order in which a desk needs them."""
    makers: tuple[tuple[str, Callable[[Story, Labels, int], list[str]]], ...] = (
        ("Warnings", _warnings),
        ("In short", _summary),
        ("What is agreed", _agreed),
        ("Where reports differ", _differing),
        ("Quotes with altered words", _quotes),
        ("How it changed", _changed),
        ("Figures", _figures),
        ("Timeline", _timeline),
    )
    made = [(_head(head, story), make(story, labels, width)) for head, make in makers]
    return [(head, lines) for head, lines in made if lines]


def _head(head: str, story: Story) -> str:
    if head != "In short":
        return head
    subject = next((item.name for item in story.account.entities if item.id == story.account.dossier.subject), None)
    return f"{head}: {subject}" if subject else head


def _cite(citations: Sequence[Citation], labels: Labels) -> str:
    named = places(citations, labels)
    more = [f"+{len(named) - _PLACES_SHOWN}"] if len(named) > _PLACES_SHOWN else []
    return styled(f"[{' '.join(named[:_PLACES_SHOWN] + more)}]", Style.LINK) if named else ""


def _more(count: int, shown: int = _SHOWN) -> list[str]:
    return [f"  {styled(f'and {count - shown:,} more', Style.QUIET)}"] if count > shown else []


def _warnings(story: Story, labels: Labels, width: int) -> list[str]:
    lines: list[str] = []
    for item in story.warnings[:_WARNINGS_SHOWN]:
        kind = styled(f"{item.kind.value}:", Style.WARNING)
        text = shortened(item.text, _EXPLANATION_LETTERS)
        lines += wrapped(f"{kind} {text} {_cite(item.citations, labels)}", width, first="  ! ")
    return lines + _more(len(story.warnings), _WARNINGS_SHOWN)


def _summary(story: Story, labels: Labels, width: int) -> list[str]:
    lines: list[str] = []
    for item in story.account.summary:
        text = shortened(item.text, _CLAIM_LETTERS)
        lines += wrapped(f"{text} {_cite(item.citations, labels)}", width, first="  ")
    told = {item.text for item in story.account.summary}
    for aspect in story.account.dossier.aspects:
        newest_first = reversed(aspect.statements)
        new = next((statement for statement in newest_first if statement.text not in told), None)
        if new is None or len(told) >= len(story.account.summary) + _ASPECTS_SHOWN:
            continue
        told.add(new.text)
        text = shortened(new.text, _READING_LETTERS)
        lines += wrapped(f"{aspect.aspect}: {text} {_cite(new.citations, labels)}", width, first="  · ")
    return lines


def _agreed(story: Story, labels: Labels, width: int) -> list[str]:
    claims = claims_with(story.account, Status.AGREED)
    lines: list[str] = []
    for number, claim in enumerate(claims[:_SHOWN], 1):
        rests = f", rests on: {', '.join(claim.primary)}" if claim.primary else ""
        carried = styled(f"(carried by {lines_text(claim.origins)}{rests})", Style.QUIET)
        text = shortened(claim.text, _CLAIM_LETTERS)
        lines += wrapped(f"{text} {carried} {_cite(claim.citations, labels)}", width, first=f"{number:>4}  ")
    return lines + _more(len(claims))


def _differing(story: Story, labels: Labels, width: int) -> list[str]:
    points = differing_points(story.account, labels)
    return [line for point in points[:_SHOWN] for line in _point(point, labels, width)] + _more(len(points))


def _changed(story: Story, labels: Labels, width: int) -> list[str]:
    points = changing_points(story.account, labels)
    return [line for point in points[:_SHOWN] for line in _point(point, labels, width)] + _more(len(points))


def _point(point: Point, labels: Labels, width: int) -> list[str]:
    title = styled(shortened(point.title, _TITLE_LETTERS), Style.STRONG)
    conflict = styled("(both cannot hold)", Style.WARNING) if point.conflict else ""
    lines = wrapped(f"{title} ({point.aspect}) {conflict}", width, first="  ")
    for reading in point.readings:
        lines += _reading(reading, labels, width)
    if point.explanation:
        explanation = shortened(point.explanation, _EXPLANATION_LETTERS)
        lines += wrapped(styled(explanation, Style.QUIET), width, first="    → ")
    return lines


def _reading(reading: PointReading, labels: Labels, width: int) -> list[str]:
    letters = " ".join(line_letter(line) for line in reading.lines)
    note = styled(f"({reading.note})", Style.QUIET) if reading.note else ""
    text = f"{shortened(reading.value, _READING_LETTERS)} {note} {_cite(reading.citations, labels)}"
    return wrapped(text, width, first=f"    {letters:<5} ", rest=" " * 10)


def _quotes(story: Story, labels: Labels, width: int) -> list[str]:
    altered = [quote for quote in story.account.quotes if quote.status is QuoteStatus.ALTERED]
    lines = [line for quote in altered[:_SHOWN] for line in _quote(quote, labels, width)]
    note = "Cut words in [-…-], added words in {+…+}; no wording is called the true one."
    return [*lines, *_more(len(altered)), *wrapped(styled(note, Style.QUIET), width, first="  ")] if altered else []


def _quote(quote: Quote, labels: Labels, width: int) -> list[str]:
    lines = wrapped(styled(quote.speaker or "Speaker not named", Style.STRONG), width, first="  ")
    for variant in compared(quote):
        lines += wrapped(f"“{runs_text(variant.runs)}” {_cite(variant.citations, labels)}", width, first="    ")
    if quote.explanation:
        explanation = shortened(quote.explanation, _EXPLANATION_LETTERS)
        lines += wrapped(styled(explanation, Style.QUIET), width, first="    → ")
    return lines


def _figures(story: Story, labels: Labels, width: int) -> list[str]:
    shown = [item for item in story.account.quantities if item.status in (Status.AGREED, Status.SINGLE)]
    lines: list[str] = []
    for item in shown[:_SHOWN]:
        for value in item.values:
            note = value_note(value)
            text = f"{item.what}: {figure_text(value, item.unit)} {styled(f'({note})', Style.QUIET) if note else ''}"
            lines += wrapped(f"{text} {_cite(value.citations, labels)}", width, first="  ")
    return lines + _more(len(shown))


def _timeline(story: Story, labels: Labels, width: int) -> list[str]:
    lines: list[str] = []
    for event in _weightiest(story.account.timeline):
        status = "" if event.status.value == "happened" else styled(f"({event.status.value})", Style.WARNING)
        place = f" · {event.place}" if event.place else ""
        text = f"{shortened(event.text, _READING_LETTERS)}{place} {status} {_cite(event.citations, labels)}"
        lines += wrapped(text, width, first=f"  {event_text(event):<16}  ")
    return lines + _more(len(story.account.timeline), _EVENTS_SHOWN)


def _weightiest(timeline: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """As many of the events as are shown, those that most lines and sentences tell, in the order of the timeline."""
    ranked = sorted(range(len(timeline)), key=lambda at: _told_less(timeline[at]))
    return [timeline[at] for at in sorted(ranked[:_EVENTS_SHOWN])]


def _told_less(event: TimelineEntry) -> tuple[int, int]:
    return -event.origins.max, -len(event.citations)
