"""Tables for people: what ``extract``, ``copies`` and ``stories`` print, and the rows of ``stories --jsonl``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from headwater.model.article import Article
from headwater.model.report import Grouping, Scene, Storyline
from headwater.model.reuse import Direction, Reuse
from headwater.present.labels import outlet_text
from headwater.present.layout import columns, cut, finish, table
from headwater.present.wording import day_text, plural, span_text

# Of a path or an address the end tells more than the start, but past this it only pushes out the title.
_INPUT_COLUMNS = 28


def articles_table(articles: Iterable[Article], *, width: int, color: bool) -> str:
    """One row an article, by input: input, date, language, words, furniture items, outlet and title."""
    rows = sorted(((item.input, item.id), _article_row(item)) for item in articles)
    head = ("INPUT", "DATE", "LANG", "WORDS", "FURNITURE", "OUTLET", "TITLE")
    return finish(table(head, [row for _, row in rows], width, flexible=6), color=color)


def _article_row(item: Article) -> tuple[str, ...]:
    return (
        _short_input(item.input),
        _day(item.published.date),
        item.language or "?",
        f"{len(item.text.split()):,}",
        str(len(item.furniture)),
        cut(outlet_text(item), 24),
        _title(item),
    )


def reuses_table(reuses: Sequence[Reuse], articles: Sequence[Article], *, width: int, color: bool) -> str:
    """One row a pair, the strongest first: kind, shares both ways, direction, and the two articles."""
    if not reuses:
        return finish([f"No shared wording among {plural(len(articles), 'article')}."], color=color)
    by_id = {item.id: item for item in articles}
    rows = [
        (
            item.kind.value,
            f"{item.contained_a:.2f} {item.contained_b:.2f}",
            _direction(item),
            _short_input(by_id[item.a].input),
            _short_input(by_id[item.b].input),
            _title(by_id[item.a]),
        )
        for item in sorted(reuses, key=lambda item: (-max(item.contained_a, item.contained_b), item.a, item.b))
    ]
    head = ("KIND", "IN B IN A", "DIRECTION", "A", "B", "TITLE OF A")
    return finish(table(head, rows, width, flexible=5), color=color)


def stories_table(
    groupings: Sequence[Grouping],
    articles: Sequence[Article],
    titles: Mapping[str, str | None],
    scenes: Mapping[str, Scene],
    *,
    width: int,
    color: bool,
) -> str:
    """One row a story, the largest first: id, number of articles, its title, and below its days, place and people.

    A story that has none in ``titles`` is shown by the text of its earliest article.
    """
    by_id = {item.id: item for item in articles}
    rows = []
    for grouping in sorted(groupings, key=lambda item: (-len(item.articles), item.id)):
        members = sorted((by_id[id] for id in grouping.articles), key=_age)
        days = [item.published.date for item in members if item.published.date]
        dates = (span_text(days[0], days[-1]) if days else None) or "not dated"
        scene = scenes.get(grouping.id, Scene())
        below = " · ".join(each for each in (dates, scene.place, ", ".join(scene.people)) if each)
        rows += [(grouping.id, str(len(members)), titles.get(grouping.id) or _title(members[0])), ("", "", below)]
    return finish(table(("STORY", "ARTICLES", "TITLE"), rows, width, flexible=2), color=color)


def storylines_text(
    storylines: Sequence[Storyline], titles: Mapping[str, str | None], *, width: int, color: bool
) -> str:
    """The stories that follow each other, the longest thread first, a line a story; nothing where none does."""
    threads = [line for line in storylines if len(line.stories) > 1]
    rows = [
        (line.id if not number else "", story, titles.get(story) or "(no headline)")
        for line in sorted(threads, key=lambda line: (-len(line.stories), line.id))
        for number, story in enumerate(line.stories)
    ]
    if not rows:
        return ""
    return "\n" + finish(table(("STORYLINE", "ITS STORIES", "TITLE"), rows, width, flexible=2), color=color)


def story_rows(groupings: Sequence[Grouping], articles: Sequence[Article]) -> Iterator[dict[str, object]]:
    """One row an input that was read, in order of article id: its article, key, input and story."""
    story_of = {article: grouping.id for grouping in groupings for article in grouping.articles}
    for article in sorted(articles, key=lambda item: item.id):
        for input in (article.input, *sorted(article.also)):
            yield {"article": article.id, "key": article.key, "input": input, "story": story_of[article.id]}


def _age(article: Article) -> tuple[date, str]:
    return (article.published.date or date.max, article.id)


def _day(day: date | None) -> str:
    return day_text(day) if day else "not dated"


def _title(article: Article) -> str:
    return article.title or article.text


def _direction(reuse: Reuse) -> str:
    named = {Direction.A_FROM_B: "a from b", Direction.B_FROM_A: "b from a", Direction.UNKNOWN: "unknown"}
    source = reuse.via or "common source"
    return named.get(reuse.direction, f"both from {source}")


def _short_input(name: str) -> str:
    line = " ".join(name.split())
    if columns(line) <= _INPUT_COLUMNS:
        return line
    return "…" + line[-(_INPUT_COLUMNS - 1) :]
