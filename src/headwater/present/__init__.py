"""Present: a report comes in, text for people and programs goes out (terminal, HTML, JSON); nothing is written here.

``as_document`` and ``to_json`` keep the contract of docs/report-format.md, ``as_text`` is for a terminal, ``as_html``
one self-contained page. The last two say nothing that is not in the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.names import names_from

if TYPE_CHECKING:
    from headwater.present.answers import check_document, check_text, dossier_document, dossier_text
    from headwater.present.data import SCHEMA, article_row, as_document, as_line, json_parts, reuse_row, to_json
    from headwater.present.diff_text import why_document, why_text
    from headwater.present.diff_view import diff_document
    from headwater.present.extraction import explained_text
    from headwater.present.html import as_html, diff_html, html_parts
    from headwater.present.reading import article_markdown, article_text
    from headwater.present.tables import articles_table, reuses_table, stories_table, story_rows, storylines_text
    from headwater.present.terminal import as_text

__all__ = [
    "SCHEMA",
    "article_markdown",
    "article_row",
    "article_text",
    "articles_table",
    "as_document",
    "as_html",
    "as_line",
    "as_text",
    "check_document",
    "check_text",
    "diff_document",
    "diff_html",
    "dossier_document",
    "dossier_text",
    "explained_text",
    "html_parts",
    "json_parts",
    "reuse_row",
    "reuses_table",
    "stories_table",
    "story_rows",
    "storylines_text",
    "to_json",
    "why_document",
    "why_text",
]

__getattr__ = names_from(
    __name__,
    {
        "SCHEMA": "data",
        "article_markdown": "reading",
        "article_row": "data",
        "article_text": "reading",
        "articles_table": "tables",
        "as_document": "data",
        "as_html": "html",
        "as_line": "data",
        "as_text": "terminal",
        "check_document": "answers",
        "check_text": "answers",
        "diff_document": "diff_view",
        "diff_html": "html",
        "dossier_document": "answers",
        "dossier_text": "answers",
        "explained_text": "extraction",
        "html_parts": "html",
        "json_parts": "data",
        "reuse_row": "data",
        "reuses_table": "tables",
        "stories_table": "tables",
        "story_rows": "tables",
        "storylines_text": "tables",
        "to_json": "data",
        "why_document": "diff_text",
        "why_text": "diff_text",
    },
)
