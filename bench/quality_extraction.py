"""Quality of extraction on labelled HTML pages: body, bad pages, title, author, date; beside trafilatura.

The body score is that of the Scrapinghub article extraction benchmark: precision and recall over the multiset of
4-word shingles, averaged over pages, and their F1. The body is all text after the title, standfirst included. A bad
page has an F1 over single words below .5. Dates are compared as calendar days in the page's own zone.

No weights were fitted on these pages. The rules were, though: the cascades of title, author and date were shaped on
what these very pages showed, so their figures are development figures; new outlets will do somewhat worse. The cues of
furniture were read on texts of other collections.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import math
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.paths import SHARED
from headwater.extract import extract
from headwater.model.article import Article
from headwater.model.capture import Capture, Media
from headwater.model.errors import InputError
from headwater.read.decode import decode

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page with its labels; None where a field is not labelled."""

    id: str
    source: str
    html: str
    labelled: frozenset[str]
    body: str | None
    title: str | None
    authors: tuple[str, ...]
    date: str | None


def pages(shared: Path) -> Iterator[LabelledPage]:
    """The labelled pages, decoded as the tool decodes them."""
    folder = shared / "data" / "extraction"
    with (folder / "labels.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            label = json.loads(line)
            html = decode(gzip.decompress((folder / label["html"]).read_bytes()))
            yield LabelledPage(
                label["id"],
                label["source"],
                html,
                frozenset(label["labelled"]),
                label["body"],
                label["title"],
                tuple(label["author"] or ()),
                _day(label["date"]),
            )


def _day(stated: str | float | None) -> str | None:
    """The calendar day of a label, which is an ISO date or seconds since 1970."""
    if isinstance(stated, float) and math.isnan(stated):
        return None
    if isinstance(stated, int | float):
        return dt.datetime.fromtimestamp(stated, tz=dt.UTC).date().isoformat()
    return stated[:10] if stated else None


def body_of(article: Article) -> str:
    """The text after the title."""
    return article.text[len(article.title or "") :]


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


def shingle_scores(predicted: str, gold: str) -> tuple[float, float]:
    """Precision and recall over 4-word shingles; an empty side scores 0."""
    found, wanted = _shingles(predicted, _SHINGLE), _shingles(gold, _SHINGLE)
    common = (found & wanted).total()
    return common / max(1, found.total()), common / max(1, wanted.total())


def _shingles(text: str, size: int) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    return (
        Counter(tuple(tokens[at : at + size]) for at in range(max(1, len(tokens) - size + 1))) if tokens else Counter()
    )


def is_bad(predicted: str, gold: str) -> bool:
    """Whether the F1 over single words is below .5."""
    found, wanted = _shingles(predicted, 1), _shingles(gold, 1)
    return 2 * (found & wanted).total() < 0.5 * (found.total() + wanted.total())


def f1_of(scores: Sequence[tuple[float, float]]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision = sum(score[0] for score in scores) / max(1, len(scores))
    recall = sum(score[1] for score in scores) / max(1, len(scores))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


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
    bodies = [(page, body_of(article) if article else "") for page, article in rows if page.body]
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
