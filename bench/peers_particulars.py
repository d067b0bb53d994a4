"""Sentences, time values and quantities beside blingfire, dateparser and quantulum3.

Gold and scores are those of ``bench.quality_sentences``, ``bench.quality_timex`` and ``bench.quality_quantities``.
"""

from __future__ import annotations

import datetime as dt
import json
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bench.quality_clusters import clusters
from bench.quality_quantities import Read, labelled_rows, read_sentence, scored
from bench.quality_sentences import documents as treebank_documents
from bench.quality_sentences import rebuilt
from bench.quality_timex import Document, compared, documents, is_held_out, matched
from bench.rows import article_from_row
from bench.tables import Table
from headwater.account.particulars.attributions import find_attributions
from headwater.account.particulars.marked import marked
from headwater.account.particulars.names import find_names
from headwater.account.particulars.quantities import find_quantities
from headwater.account.particulars.quotes import find_quotes
from headwater.account.particulars.times import find_times
from headwater.model.article import Article
from headwater.text.sentences import sentence_spans
from headwater.text.timex import resolve_all

T = TypeVar("T")
Spans = Iterable[tuple[int, int]]
_MEASURED_S = 0.5  # a faster reader goes over the same texts again until so much time has passed
_APART = 3  # of so many rows of the clusters one is timed
_RUNS = 5
_MISSING = "not installed"
_UNDATED = dt.date(2000, 1, 1)  # what a document without a date is anchored on, for a peer that needs some date
_AMBIGUOUS = "The 275 pound-feet of torque cost $3.5 million."  # needs quantulum3's classifier


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """One table for each kind of particular; there are no options."""
    yield sentence_table(shared)
    yield time_table(shared)
    yield quantity_table(shared)
    yield layer_table(shared)


def rate_of(read: Callable[[str], Iterable[object]], texts: Sequence[str]) -> float:
    """Millions of characters that ``read`` takes a CPU-second."""
    started, characters = time.process_time(), 0
    while True:
        for text in texts:
            _ = list(read(text))
            characters += len(text)
        passed = time.process_time() - started
        if passed >= _MEASURED_S:
            return characters / 1e6 / passed


def layer_table(shared: Path) -> Table:
    """CPU seconds of each layer over whole articles, and how many articles all of them read a CPU-second."""
    rows = [json.loads(line) for lines in clusters(shared).values() for line in lines][::_APART]
    articles = [article_from_row(row) for row in rows]
    runs = [layer_seconds(articles) for _ in range(_RUNS)]
    best = {layer: min(run[layer] for run in runs) for layer in runs[0]}
    best["all layers"] = sum(best.values())
    cells = [(layer, f"{spent:.3f}", f"{len(articles) / spent:,.0f}") for layer, spent in best.items()]
    characters = sum(len(article.text) for article in articles) / len(articles)
    note = f"{len(articles)} articles of {characters:,.0f} characters on average; best of {_RUNS}"
    return Table("Particulars of whole articles", ("layer", "CPU s", "articles per CPU-second"), tuple(cells), note)


def layer_seconds(articles: Sequence[Article]) -> dict[str, float]:
    """The CPU seconds that each layer takes for all ``articles``, in the order in which they are read."""
    spent: dict[str, float] = {}

    def timed(layer: str, read: Callable[[], T]) -> T:
        started = time.process_time()
        found = read()
        spent[layer] = spent.get(layer, 0.0) + time.process_time() - started
        return found

    for article in articles:
        words = timed("words", partial(marked, article))
        names = timed("names", partial(find_names, article, words.words))
        quotes = timed("quotes", partial(find_quotes, article, names, words))
        said = timed("attributions", partial(find_attributions, article, names, quotes, words))
        times = timed("times", partial(find_times, article))
        timed("quantities", partial(find_quantities, article, attributions=said, times=times, quotes=quotes))
    return spent


def sentence_table(shared: Path) -> Table:
    """F1 of exact spans on the news of GUM, and speed."""
    path = shared / "data/account/ud/gum_train_free_genres.conllu.gz"
    gold = [rebuilt(document) for document in treebank_documents(path, genre="_news_")]
    rows = [_sentence_row("Headwater", sentence_spans, gold)]
    try:
        from blingfire import text_to_sentences_and_offsets  # a peer, not needed elsewhere
    except ImportError:
        rows.append(("blingfire", _MISSING, ""))
    else:
        rows.append(_sentence_row("blingfire", by_line(lambda line: text_to_sentences_and_offsets(line)[1]), gold))
    header = ("splitter", "F1", "million characters per CPU-second")
    return Table("Sentences, GUM news", header, tuple(rows), "blingfire gets line by line: it reads over line breaks")


def by_line(split: Callable[[str], Spans]) -> Callable[[str], Spans]:
    """The spans that ``split`` finds in each line of a text, counted in the text."""

    def split_text(text: str) -> Spans:
        at = 0
        for line in text.split("\n"):
            yield from ((at + start, at + end) for start, end in split(line) if line)
            at += len(line) + 1

    return split_text


def _sentence_row(
    name: str, split: Callable[[str], Spans], gold: Sequence[tuple[str, set[tuple[int, int]]]]
) -> tuple[str, ...]:
    right = found = wanted = 0
    for text, spans in gold:
        made = {(start, end) for start, end in split(text)}
        right, found, wanted = right + len(made & spans), found + len(made), wanted + len(spans)
    return name, f"{2 * right / (found + wanted):.3f}", f"{rate_of(split, [text for text, _ in gold]):,.1f}"


def time_table(shared: Path) -> Table:
    """Values on the gold spans (all, and dates alone), relaxed detection F1, and speed of finding and resolving."""
    held_out = [document for document in documents(shared / "data/account/timex/tbaq") if is_held_out(document.name)]
    header = ("reader", "value accuracy", "of dates alone", "detection F1", "1,000 characters per CPU-second")
    values = [
        (gold.type, resolved is not None and resolved.value == gold.value)
        for document in held_out
        for gold, _, resolved in compared(document)
    ]
    counts = [matched(document) for document in held_out]
    rate = rate_of(lambda text: resolve_all(text, dt.date(2020, 1, 1)), [document.text for document in held_out])
    rows = [("Headwater", *accuracies(values), _f1(counts), f"{1000 * rate:,.0f}"), _dateparser_row(held_out)]
    note = "dateparser knows no durations and no sets; its spans are found again from the words it returns"
    return Table(f"Time, TimeBank and AQUAINT, {len(held_out)} documents held out", header, tuple(rows), note)


def accuracies(values: Sequence[tuple[str, bool]]) -> tuple[str, str]:
    """Share of the (TIMEX3 type, right) that are right: of all, and of DATE."""
    dates = [right for kind, right in values if kind == "DATE"]
    return f"{sum(right for _, right in values) / len(values):.3f}", f"{sum(dates) / len(dates):.3f}"


def _f1(counts: Sequence[tuple[int, int, int]]) -> str:
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return f"{2 * right / (found + wanted):.3f}"


def _dateparser_row(held_out: Sequence[Document]) -> tuple[str, ...]:
    try:
        from dateparser.date import DateDataParser  # a peer, not needed elsewhere
        from dateparser.search import search_dates
    except ImportError:
        return "dateparser", _MISSING, "", "", ""
    values, counts, seconds = [], [], 0.0
    for document in held_out:
        settings = {"RELATIVE_BASE": dt.datetime.combine(document.created or _UNDATED, dt.time())}
        parser = DateDataParser(languages=["en"], settings=settings)
        for gold in document.gold:
            data = parser.get_date_data(document.text[gold.start : gold.end])
            values.append((gold.type, timex_value(data.date_obj, data.period) == gold.value))
        started = time.process_time()
        found = search_dates(document.text, languages=["en"], settings=settings) or []
        seconds += time.process_time() - started
        counts.append(overlapping(located(document.text, [str(words) for words, _ in found]), document))
    rate = sum(len(document.text) for document in held_out) / 1000 / seconds
    return "dateparser", *accuracies(values), _f1(counts), f"{rate:,.0f}"


def timex_value(when: dt.datetime | None, period: str) -> str | None:
    """A moment as TIMEX3 writes it at the granularity of ``period``."""
    if when is None:
        return None
    year, week, _ = when.isocalendar()
    written = {
        "time": f"{when:%Y-%m-%dT%H:%M}",
        "week": f"{year}-W{week:02}",
        "month": f"{when:%Y-%m}",
        "year": f"{when:%Y}",
    }
    return written.get(period, f"{when:%Y-%m-%d}")


def located(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """The spans of ``pieces`` in ``text``, each looked for after the one before; those not there are left out."""
    spans, at = [], 0
    for piece in pieces:
        start = text.find(piece, at)
        if start >= 0:
            at = start + len(piece)
            spans.append((start, at))
    return spans


def overlapping(spans: Sequence[tuple[int, int]], document: Document) -> tuple[int, int, int]:
    """Spans that overlap a gold one, one to one; spans found; spans wanted."""
    left, right = list(spans), 0
    for gold in document.gold:
        touching = next((span for span in left if span[0] < gold.end and gold.start < span[1]), None)
        if touching:
            left.remove(touching)
            right += 1
    return right, len(spans), len(document.gold)


def quantity_table(shared: Path) -> Table:
    """F1 of values and of values with their unit on the sentences held out, and speed."""
    _, held_out = labelled_rows(shared)
    rows = [_quantity_row("Headwater", read_sentence, held_out), _quantulum_row(held_out)]
    header = ("reader", "value F1", "value with unit F1", "sentences per CPU-second")
    return Table(f"Quantities, NewsQuant, {len(held_out)} sentences held out", header, tuple(rows))


def _quantity_row(
    name: str, reader: Callable[[str], Sequence[Read]], rows: Sequence[dict[str, Any]]
) -> tuple[str, ...]:
    started = time.process_time()
    value, _, _, with_unit = scored(rows, reader)
    return name, f"{value:.3f}", f"{with_unit:.3f}", f"{len(rows) / (time.process_time() - started):,.0f}"


def _quantulum_row(rows: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    try:
        from quantulum3 import classifier, parser  # a peer, not needed elsewhere
    except ImportError:
        return "quantulum3", _MISSING, "", ""
    name = "quantulum3"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parser.parse(_AMBIGUOUS)
    except Exception:  # its pickled classifier does not load with every scikit-learn
        classifier.USE_CLF, name = False, "quantulum3, without its classifier"

    def read(text: str) -> list[Read]:
        try:
            return [_quantulum_read(quantity) for quantity in parser.parse(text)]
        except Exception:  # a sentence that breaks a peer has no figure for it
            return []

    read(_AMBIGUOUS)  # loads its tables before the clock starts
    return _quantity_row(name, read, rows)


def _quantulum_read(quantity: Any) -> Read:
    value, spread = float(quantity.value), float(quantity.uncertainty or 0)
    unit = str(quantity.unit.name)
    return Read((value - spread, value + spread) if spread else (value,), "" if unit == "dimensionless" else unit)
