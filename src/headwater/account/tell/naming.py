"""What a report is called in our own sentences: by its outlet and date, never by its input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.model.article import Article


def report_name(article: Article) -> str:
    """Outlet and day of the report, such as Gazette (2 March 2020); without a named outlet its title and day."""
    day = article.published.date
    dated = f" ({day.day} {day:%B %Y})" if day else ""
    if article.outlet:
        return f"{article.outlet}{dated}"
    title = f" “{article.title}”" if article.title else ""
    return f"a report without a named outlet{title}{dated}"


def joined(names: Sequence[str]) -> str:
    """The names as an enumeration, each once: "a, b and c"."""
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"


def report_names(ids: Iterable[str], articles: Mapping[str, Article], *, most: int) -> str:
    """The reports of these ids by name, the earliest first; after ``most`` of them only how many more there are."""
    ordered = sorted(
        set(ids), key=lambda id: (articles[id].published.date is None, str(articles[id].published.date), id)
    )
    names = list(dict.fromkeys(report_name(articles[id]) for id in ordered))
    more = len(names) - most
    return joined(names) if more <= 0 else joined([*names[:most], f"{more} more"])
