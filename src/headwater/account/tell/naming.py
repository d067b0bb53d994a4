"""What a report is called in our own sentences: by its outlet and date, never by its input."""

from __future__ import annotations

from collections.abc import Sequence

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
