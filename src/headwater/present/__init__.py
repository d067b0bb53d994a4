"""Present: a report comes in, text for people and programs goes out (terminal, HTML, JSON); nothing is written here.

``as_document`` and ``to_json`` are the contract of docs/report-format.md, ``as_text`` is for a terminal, ``as_html`` one
self-contained page. The last two say nothing that is not in the first.
"""

from headwater.present.data import SCHEMA, article_row, as_document, as_line, reuse_row, to_json

__all__ = ["SCHEMA", "article_row", "as_document", "as_line", "reuse_row", "to_json"]
