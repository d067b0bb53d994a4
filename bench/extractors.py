"""Extractors to be compared, each loaded alone: pages in on standard input, what one of them finds out.

``python -m bench.extractors NAME < pages`` reads a line a page, {"id": ..., "html": ...}, and prints a line a page,
then the CPU-seconds that the extractor took. No extractor is told a page's address.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What a candidate finds on one page; None for a field that it does not give."""

    body: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None


Extractor = Callable[[str], Found]


def _headwater() -> Extractor:
    from headwater.extract import extract  # each candidate loads its own library alone
    from headwater.model.capture import Capture, Media

    def found(html: str) -> Found:
        article = extract(Capture("a_page", "page", Media.HTML, html))
        body = article.text[len(article.title or "") :]
        return Found(body, article.title or "", article.authors, str(article.published.stated or ""))

    return found


def _trafilatura(*, precision: bool = False, fast: bool = False) -> Extractor:
    from trafilatura import extract  # each candidate loads its own library alone

    def found(html: str) -> Found:
        return Found(extract(html, include_comments=False, favor_precision=precision, fast=fast) or "")

    return found


def _trafilatura_metadata() -> Extractor:
    from trafilatura import bare_extraction  # each candidate loads its own library alone

    def found(html: str) -> Found:
        made = bare_extraction(html, include_comments=False, with_metadata=True)
        if made is None or isinstance(made, dict):
            return Found("")
        authors = tuple(name.strip() for name in str(made.author or "").split(";") if name.strip())
        return Found(str(made.text or ""), str(made.title or ""), authors, str(made.date or "")[:10])

    return found


def _readability() -> Extractor:
    from lxml.html import fromstring  # each candidate loads its own library alone
    from readability import Document

    def found(html: str) -> Found:
        document = Document(html)
        title = str(document.short_title() or "")
        return Found("\n".join(map(str, fromstring(document.summary()).itertext())), title)

    return found


def _newspaper() -> Extractor:
    from newspaper import Article  # each candidate loads its own library alone

    def found(html: str) -> Found:
        article = Article("http://localhost/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return Found(
            str(article.text), str(article.title), tuple(article.authors), str(article.publish_date or "")[:10]
        )

    return found


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text  # each candidate loads its own library alone

    return lambda html: Found(str(extract_plain_text(html, main_content=True, comments=False)))


def _htmldate() -> Extractor:
    from htmldate import find_date  # each candidate loads its own library alone

    return lambda html: Found(date=str(find_date(html, original_date=True) or ""))


#: Name in the tables -> what makes the candidate, its library loaded before the clock starts.
CANDIDATES: dict[str, Callable[[], Extractor]] = {
    "Headwater": _headwater,
    "trafilatura": _trafilatura,
    "trafilatura, precision": lambda: _trafilatura(precision=True),
    "trafilatura, fast": lambda: _trafilatura(fast=True),
    "trafilatura, with metadata": _trafilatura_metadata,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "resiliparse": _resiliparse,
    "htmldate": _htmldate,
}


def main(name: str) -> None:
    """Runs one candidate over the pages of standard input."""
    extractor = CANDIDATES[name]()
    seconds = 0.0
    for line in sys.stdin:
        page = json.loads(line)
        started = time.process_time()
        try:
            found = extractor(page["html"])
        except Exception:  # a page that breaks a candidate is an empty result of that candidate
            found = Found("")
        seconds += time.process_time() - started
        print(json.dumps({"id": page["id"], **asdict(found)}))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(sys.argv[1])
