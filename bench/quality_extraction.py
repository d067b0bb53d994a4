"""Quality of extraction on labelled HTML pages: body, bad pages, title, author, date; beside trafilatura.

The body is scored as ``bench.labelled_pages`` says: all text after the title, standfirst included. Its figures are held
out: each page is read with trees fitted on other outlet families (``bench.fit_extraction``). Dates are compared as
calendar days in the page's own zone.

The rules beside the trees were shaped on what these very pages showed: what is never text, and the cascades of title,
author and date. Those of metadata are development figures; new outlets will do somewhat worse. The cues of furniture
were read on texts of other collections.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.fit_extraction import held_out
from bench.labelled_pages import LabelledPage, f1_of, is_bad, pages, shingle_scores
from bench.paths import SHARED
from headwater.extract import extract
from headwater.model.article import Article
from headwater.model.capture import Capture, Media
from headwater.model.errors import InputError

_TOKEN = re.compile(r"\w+")


def ours(page: LabelledPage) -> Article | None:
    """Our extraction of one page, None where it is refused."""
    try:
        return extract(Capture("a_" + page.id, page.id, Media.HTML, page.html))
    except InputError:
        return None


def trafilatura_body(page: LabelledPage) -> str:
    """The main text by trafilatura with its defaults: the peer."""
    from trafilatura import extract as main_text

    return main_text(page.html, include_comments=False) or ""


def _folded(text: str | None) -> str:
    return " ".join(_TOKEN.findall((text or "").casefold()))


def same_authors(found: Sequence[str], gold: Sequence[str]) -> bool:
    """Whether both name the same persons, case and punctuation aside."""
    return {_folded(name) for name in found} == {_folded(name) for name in gold}


def _exact(rows: Sequence[tuple[LabelledPage, Article | None]], field: str, same: Callable[..., bool]) -> float:
    judged = [(page, article) for page, article in rows if field in page.labelled and getattr(page, _LABELS[field])]
    hits = sum(article is not None and same(page, article) for page, article in judged)
    return hits / max(1, len(judged))


_LABELS = {"title": "title", "author": "authors", "date": "date"}


def measure(shared: Path) -> dict[str, float]:
    """Body F1 (all pages and by source), share of pages that are not bad, exactness of title, author and date."""
    started = time.process_time()
    rows = [(page, ours(page)) for page in pages(shared)]
    seconds = time.process_time() - started
    bodies = list(held_out(page for page, _ in rows if page.body))
    by_source = {
        source: [row for row in bodies if row[0].source == source] for source in {page.source for page, _ in bodies}
    }
    scores = {page.id: shingle_scores(body, page.body or "") for page, body in bodies}
    figures = {"extraction.body_f1": f1_of(list(scores.values()))}
    for source in sorted(by_source):
        figures[f"extraction.body_f1.{source}"] = f1_of([scores[page.id] for page, _ in by_source[source]])
    figures["extraction.not_bad"] = 1 - sum(is_bad(body, page.body or "") for page, body in bodies) / len(bodies)
    figures["extraction.title"] = _exact(
        rows, "title", lambda page, article: _folded(page.title) == _folded(article.title)
    )
    figures["extraction.author"] = _exact(
        rows, "author", lambda page, article: same_authors(article.authors, page.authors)
    )
    figures["extraction.date"] = _exact(rows, "date", lambda page, article: str(article.published.stated) == page.date)
    print(f"extraction: {len(rows) / seconds:.0f} pages per CPU-second, decoding included")
    return figures


def measure_trafilatura(shared: Path) -> dict[str, float]:
    """The body figures of trafilatura with its defaults on the same pages."""
    rows = [(page, trafilatura_body(page)) for page in pages(shared) if page.body]
    scores = [shingle_scores(body, page.body or "") for page, body in rows]
    bad = sum(is_bad(body, page.body or "") for page, body in rows)
    return {"trafilatura.body_f1": f1_of(scores), "trafilatura.not_bad": 1 - bad / len(rows)}


def main() -> None:
    """Print our figures beside trafilatura's."""
    for name, value in {**measure(SHARED), **measure_trafilatura(SHARED)}.items():
        print(f"{name:36} {value:.3f}")


if __name__ == "__main__":
    main()
