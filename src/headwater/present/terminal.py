"""The terminal summary: what ``headwater report`` prints for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.model.article import Article
from headwater.model.report import Report, Story
from headwater.present.labels import Label, Labels, line_letter, report_labels
from headwater.present.layout import Style, cut, finish, styled, wrapped
from headwater.present.terminal_story import story_sections
from headwater.present.wording import lines_text, plural, span_text, written_text

# More skipped inputs than this are counted and left to the JSON document.
_SKIPPED_SHOWN = 20
# Up to so many stories are all told in full; of more, only the largest, and the index names so many.
_FEW, _TOLD, _INDEXED = 4, 6, 40


def as_text(report: Report, *, width: int, color: bool) -> str:
    """The summary of a report, wrapped to ``width`` columns, with SGR colours where ``color`` is set."""
    labels = report_labels(report)
    lines: list[str] = []
    if len(report.stories) > 1:
        lines += _index(report, width)
    for story in _told(report):
        lines += _story(story, labels[story.id], width)
    lines += _skipped(report, width)
    return finish(lines or ["Nothing to report on."], color=color)


def _index(report: Report, width: int) -> list[str]:
    lines = [
        styled(f"{plural(len(report.stories), 'story', 'stories')} in {plural(report.read, 'input')}", Style.STRONG)
    ]
    for number, story in enumerate(report.stories[:_INDEXED], 1):
        dates = span_text(story.first, story.last) or "not dated"
        counts = f"{plural(len(story.articles), 'article')}, {lines_text(story.origins.range)}"
        lines += wrapped(
            f"{_title(story)} {styled(f'({dates}; {counts})', Style.QUIET)}", width, first=f"{number:>3}  "
        )
    left = len(report.stories) - _INDEXED
    lines += [f"     and {left:,} more"] if left > 0 else []
    if len(report.stories) > _FEW:
        note = "The largest are told below; the page (--html) and the JSON document hold all."
        lines += wrapped(styled(note, Style.QUIET), width, first="     ")
    return [*lines, ""]


def _told(report: Report) -> list[Story]:
    """The stories that are told in full: all of a few, else the largest of those that several articles report."""
    if len(report.stories) <= _FEW:
        return list(report.stories)
    largest = sorted(report.stories, key=lambda story: (-story.distinct, story.id))
    chosen = {story.id for story in largest[:_TOLD] if story.distinct > 1}
    return [story for story in report.stories if story.id in chosen]


def _title(story: Story) -> str:
    return story.title or "Untitled story"


def _story(story: Story, labels: Mapping[str, Label], width: int) -> list[str]:
    inputs = sum(1 + len(label.article.also) for label in labels.values())
    counts = " → ".join(
        (
            plural(inputs, "input"),
            plural(story.distinct, "distinct article"),
            f"{lines_text(story.origins.range).rsplit(' ', 1)[0]} independent "
            f"{'line' if story.origins.range.max == 1 else 'lines'}",
        )
    )
    dates = span_text(story.first, story.last) or "not dated"
    lines = ["─" * width, *wrapped(styled(_title(story), Style.STRONG), width)]
    lines += wrapped(f"{counts}   {styled(f'{dates} · {story.id}', Style.QUIET)}", width)
    for head, section in story_sections(story, labels, width):
        lines += ["", styled(head.upper(), Style.STRONG), *section]
    lines += ["", styled("REPORTS BY LINE", Style.STRONG), *_reports(story, labels, width)]
    return [*lines, ""]


def _reports(story: Story, labels: Labels, width: int) -> list[str]:
    """The lines with their articles; it is the legend of the citations as well."""
    cards = {card.article: card for card in story.account.cards}
    lines: list[str] = []
    for position, line in enumerate(story.origins.groups):
        why = "; ".join((f"credit: {line.credit}",) * bool(line.credit) + line.reasons)
        lines += wrapped(styled(why, Style.QUIET), width, first=f"  Line {line_letter(position)}  ", rest=" " * 10)
        for id in line.articles:
            lines += _report(labels[id], width)
            card = cards.get(id)
            if card is not None:
                adds = (
                    f"adds {len(card.only_here)}, lacks {len(card.missing_here)}, differs in {len(card.differs_here)}"
                )
                lines += wrapped(styled(adds, Style.QUIET), width, first=" " * 10)
    for doubt in story.origins.maybe_joined:
        letters = " and ".join(line_letter(group) for group in doubt.groups)
        lines += wrapped(f"Lines {letters} may be one: {'; '.join(doubt.reasons)}", width, first="  ? ")
    return lines


def _report(label: Label, width: int) -> list[str]:
    article = label.article
    title = cut(article.title or article.text, 90)
    parts = [f"{label.outlet}, {written_text(article.published)}: {title}"]
    if article.published.stated_rejected:
        stated = span_text(article.published.stated, None)
        parts.append(styled(f"(gives the date {stated}: rejected)", Style.WARNING))
    kinds = dict.fromkeys(sign.kind.value for sign in article.signs)
    parts += [styled(f"({kind})", Style.WARNING) for kind in kinds]
    parts.append(styled(f"[{_inputs(article)}]", Style.QUIET))
    return wrapped(" ".join(parts), width, first=f"    {label.code:<4}  ")


def _inputs(article: Article) -> str:
    more = f" and {len(article.also)} more" if article.also else ""
    return article.input + more


def _skipped(report: Report, width: int) -> list[str]:
    if not report.skipped:
        return []
    items: Sequence[str] = [
        line
        for item in sorted(report.skipped)[:_SKIPPED_SHOWN]
        for line in wrapped(f"{item.input}: {item.reason}", width, first="  ", rest="    ")
    ]
    left = len(report.skipped) - _SKIPPED_SHOWN
    more = [f"  and {left:,} more, listed in the JSON document"] if left > 0 else []
    return [styled(f"SKIPPED {len(report.skipped):,} OF {report.read:,} INPUTS", Style.STRONG), *items, *more, ""]
