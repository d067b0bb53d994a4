"""Quotes and speakers against PolNeAR (Newell et al., LREC 2018): US political news, seven outlets, 2015-16.

The metric, "speaker F1 on quoted spans". Gold: every span between quotation marks that lies (by at least half of its
characters) inside the content of an attribution that has a source. Ours: every quote with a speaker. A quote is right
when it overlaps a gold span and its speaker is that attribution's source: the cited words of the speaker overlap the
source's, or the speaker's name shares its last word with the source, or the source is a pronoun and the two stand for
the same (the cited words lie in the same sentence). Precision: right among ours; spans of ours that no attribution
covers count as wrong. Recall: right among gold. Every third document (by name) is held out and never tuned on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.paths import SHARED
from headwater.account.particulars.names import find_names
from headwater.account.particulars.quotes import find_quotes
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import QuoteMention
from headwater.text.quotemarks import quoted_spans
from headwater.text.sentences import sentence_spans

POLNEAR = Path("data/account/quotes/polnear")
HELD_OUT_EACH = 3
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who", "his", "her", "their"])
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    """One gold attribution: the spans of its content and of its source."""

    content: Spans
    source: Spans


@dataclass(frozen=True)
class Document:
    """A PolNeAR document with its attributions."""

    name: str
    article: Article
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True)
class Judged:
    """A quoted span with what was found and what should have been."""

    document: Document
    start: int
    end: int
    gold: Attribution | None
    quote: QuoteMention | None
    right: bool


def _spans(field: str) -> Spans:
    pairs = [piece.split() for piece in field.partition(" ")[2].split(";")]
    return tuple(sorted((int(pair[0]), int(pair[1])) for pair in pairs if len(pair) == 2))


def attributions_in(annotation: str) -> tuple[Attribution, ...]:
    """The attributions of a standoff file (brat format)."""
    spans: dict[str, Spans] = {}
    found: list[Attribution] = []
    for line in annotation.splitlines():
        cells = line.split("\t")
        if len(cells) < 2:
            continue
        if line.startswith("T"):
            spans[cells[0]] = _spans(cells[1])
        elif line.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {}
            for pair in cells[1].split():
                role, _, target = pair.partition(":")
                roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(target, ()))
            found.append(Attribution(tuple(roles.get("Content", ())), tuple(roles.get("Source", ()))))
    return tuple(found)


def article_of(name: str, text: str) -> Article:
    """An article of one text, sentences split our way."""
    sentences = tuple(Sentence(f"s{n}", a, b, Part.BODY) for n, (a, b) in enumerate(sentence_spans(text), 1))
    return Article(id=f"a_{name}", input=name, text=text, sentences=sentences, language="en")


def documents(shared: Path, *, held_out: bool | None) -> Iterator[Document]:
    """PolNeAR documents by name: the held-out third, the rest, or (None) all; empty texts left out."""
    paths = sorted((shared / POLNEAR).glob("*/text/*.txt"), key=lambda path: path.name)
    for n, path in enumerate(paths):
        if held_out is not None and (n % HELD_OUT_EACH == 0) != held_out:
            continue
        annotations = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_*.ann"))
        text = path.read_text(encoding="utf-8")
        if annotations and text.strip():
            found = attributions_in(annotations[0].read_text(encoding="utf-8"))
            yield Document(path.stem, article_of(path.stem, text), found)


def _overlap(start: int, end: int, spans: Spans) -> int:
    return sum(max(0, min(end, b) - max(start, a)) for a, b in spans)


def _last_words(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {words[-1]} if words else set()


def _same_speaker(document: Document, quote: QuoteMention, gold: Attribution) -> bool:
    cited = quote.speaker_citation
    if cited is not None and _overlap(cited.start, cited.end, gold.source):
        return True
    article = document.article
    words = {w for a, b in gold.source for w in _WORD.findall(article.text[a:b].casefold())}
    if quote.speaker and _last_words(quote.speaker) & words:
        return True
    if words <= _PRONOUNS and cited is not None and gold.source:
        return article.sentence_at(gold.source[0][0]) == article.sentence_at(cited.start)
    return False


def judged(document: Document) -> Iterator[Judged]:
    """Every quoted span of a document that is gold or ours."""
    article = document.article
    ours = {q.citation.start: q for q in find_quotes(article, find_names(article)) if q.speaker}
    for start, end in quoted_spans(article.text, unclosed=True):
        owners = [a for a in document.attributions if _overlap(start, end, a.content) * 2 >= end - start]
        gold = next((a for a in owners if a.source), None)
        quote = ours.get(start)
        if gold or quote:
            right = bool(gold and quote and any(_same_speaker(document, quote, a) for a in owners))
            yield Judged(document, start, end, gold, quote, right)


def figures(shared: Path, *, held_out: bool | None) -> tuple[float, float, float]:
    """Precision, recall and F1 of speakers on quoted spans."""
    ours = gold = right = 0
    for document in documents(shared, held_out=held_out):
        for item in judged(document):
            ours += item.quote is not None
            gold += item.gold is not None
            right += item.right
    precision, recall = right / max(1, ours), right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(shared: Path) -> dict[str, float]:
    """Speaker precision, recall and F1 on the held-out third of PolNeAR."""
    precision, recall, f1 = figures(shared, held_out=True)
    return {
        "quotes.polnear.speaker_precision": precision,
        "quotes.polnear.speaker_recall": recall,
        "quotes.polnear.speaker_f1": f1,
    }


if __name__ == "__main__":
    for key, value in measure(SHARED).items():
        print(f"{key} {value:.3f}")
