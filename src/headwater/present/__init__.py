"""Present: a report comes in, text for people and programs goes out (terminal, HTML, JSON); nothing is written here.

``as_document`` and ``to_json`` keep the contract of docs/report-format.md, ``as_text`` is for a terminal, ``as_html``
one self-contained page. The last two say nothing that is not in the first.
"""

from headwater.present.data import SCHEMA, article_row, as_document, as_line, reuse_row, to_json
from headwater.present.html import as_html
from headwater.present.tables import articles_table, reuses_table, stories_table, story_rows
from headwater.present.terminal import as_text

__all__ = [
    "SCHEMA",
    "article_row",
    "articles_table",
    "as_document",
    "as_html",
    "as_line",
    "as_text",
    "reuse_row",
    "reuses_table",
    "stories_table",
    "story_rows",
    "to_json",
]
