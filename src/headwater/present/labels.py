"""Labels: short names for a story's articles, so that a citation fits into a line of text and shows its line.

The lines of a story are lettered (A, B, C) in their order; the articles of a line with several are numbered (A1, A2).
Two citations with one letter are therefore one line's, which is what a reader has to see first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from headwater.model.article import Article, Citation
from headwater.model.report import Report, Story


@dataclass(frozen=True, slots=True)
class Label:
    """How one article is shown. ``code``: "A1"; ``line``: position of its line; ``anchor``: its id in the page."""

    code: str
    line: int
    anchor: str
    article: Article

    @property
    def outlet(self) -> str:
        """The outlet, else the host of the address, else that it is not named."""
        return outlet_text(self.article)

    @property
    def name(self) -> str:
        """The outlet or host where one is known, else the first words of the title, to tell such reports apart."""
        if _known_outlet(self.article) or not self.article.title:
            return outlet_text(self.article)
        return f"“{shortened(self.article.title, _NAME_LETTERS)}”"


Labels = Mapping[str, Label]

# A title that stands for an outlet's name is cut to about the length of one.
_NAME_LETTERS = 30


def shortened(text: str, letters: int) -> str:
    """``text`` on one line of at most ``letters`` characters, cut at a word where one ends nearby."""
    # Ten times as much holds the wanted letters however they are spaced; a text of megabytes is not read to its end.
    line = " ".join(text[: letters * 10].split())
    if len(line) <= letters:
        return line
    cut = line[: letters - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[letters // 2 :] else cut) + "…"


def outlet_text(article: Article) -> str:
    """The outlet, else the host of the address, else that it is not named."""
    return _known_outlet(article) or "outlet not named"


def _known_outlet(article: Article) -> str | None:
    # Many rows give their site's host as the outlet.
    return article.outlet.removeprefix("www.") if article.outlet else host(article.url)


def host(url: str | None) -> str | None:
    """The host of a web address without "www.", None where there is none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def web_address(url: str | None) -> str | None:
    """``url`` if it is one of the web (http, https), else None: nothing else may become a link."""
    return url if url and url.lower().startswith(("http://", "https://")) and host(url) else None


def line_letter(position: int) -> str:
    """The letter of the line at ``position``: A to Z, then AA, AB, and so on."""
    letters = ""
    at = position + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def report_labels(report: Report) -> dict[str, dict[str, Label]]:
    """Labels by story id, then by article id; anchors count the report's articles in order of their ids."""
    ordered = sorted(report.articles, key=lambda article: article.id)
    anchors = {article.id: f"a{number}" for number, article in enumerate(ordered, 1)}
    articles = {article.id: article for article in ordered}
    return {story.id: _story_labels(story, articles, anchors) for story in report.stories}


def _story_labels(story: Story, articles: Mapping[str, Article], anchors: Mapping[str, str]) -> dict[str, Label]:
    labels: dict[str, Label] = {}
    for position, line in enumerate(story.origins.groups):
        for number, id in enumerate(line.articles, 1):
            code = line_letter(position) + (str(number) if len(line.articles) > 1 else "")
            labels[id] = Label(code, position, anchors[id], articles[id])
    return labels


def place_text(citation: Citation, labels: Labels) -> str:
    """Where a citation points, for people: "A1:s4"."""
    label = labels.get(citation.article)
    return f"{label.code if label else '?'}:{citation.sentence or citation.furniture}"


def places(citations: Sequence[Citation], labels: Labels) -> list[str]:
    """Where citations point, each sentence once, in the order of the lines."""
    known = sorted({citation for citation in citations if citation.article in labels}, key=lambda c: _order(c, labels))
    return list(dict.fromkeys(place_text(citation, labels) for citation in known))


def _order(citation: Citation, labels: Labels) -> tuple[int, str, int]:
    label = labels[citation.article]
    return (label.line, label.code, citation.start)


def in_order(citations: Sequence[Citation], labels: Labels) -> list[Citation]:
    """Citations of articles of the story by line, article and place, one for each sentence or furniture item."""
    seen: dict[tuple[str, str | None, str | None], Citation] = {}
    for citation in citations:
        if citation.article in labels:
            seen.setdefault((citation.article, citation.sentence, citation.furniture), citation)
    return sorted(seen.values(), key=lambda citation: _order(citation, labels))


def lines_of(citations: Sequence[Citation], labels: Labels) -> list[int]:
    """Positions of the lines that the citations come from, ascending."""
    return sorted({labels[citation.article].line for citation in citations if citation.article in labels})
