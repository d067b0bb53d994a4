"""An article as plain text or Markdown, for reading and for other tools."""

from __future__ import annotations

import re

from headwater.model.article import Article, Part
from headwater.present.labels import outlet_text
from headwater.present.layout import finish

_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def article_text(article: Article) -> str:
    """The article's text as it is cited, title first, safe to print on a terminal; ends in a newline."""
    return finish(article.text.split("\n"), color=False)


def article_markdown(article: Article) -> str:
    """The article as Markdown: title as heading, outlet, byline and date below, standfirst in bold, then the body."""
    parts = [f"# {_escaped(article.title)}"] if article.title else []
    facts = [outlet_text(article), ", ".join(article.authors)]
    facts.append(article.published.date.isoformat() if article.published.date else "not dated")
    parts.append(f"*{_escaped(' · '.join(fact for fact in facts if fact))}*")
    if article.standfirst:
        parts.append(f"**{_escaped(article.standfirst)}**")
    parts += [_escaped(paragraph) for paragraph in _body(article).split("\n\n") if paragraph.strip()]
    return finish("\n\n".join(parts).split("\n"), color=False)


def _body(article: Article) -> str:
    starts = [sentence.start for sentence in article.sentences if sentence.part is Part.BODY]
    return article.text[starts[0] :] if starts else ""


def _escaped(text: str | None) -> str:
    return _MARKUP.sub(r"\\\1", text or "")
