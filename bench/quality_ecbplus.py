"""Participants, places and dates of ECB+ (Cybulska and Vossen 2014, CC BY 3.0): found, and grouped across documents.

Gold: the mentions of people, bodies, places and times that a cross-document chain joins, even topics only (the odd
ones are fitted on); each half of a topic (ECB, ECB+) is one event and one group of reports. ``found`` is the share of
the named mentions (those with a capital or digit) that one of ours overlaps. ``named_b3`` is B-cubed F1 (Bagga and
Baldwin 1998) over the named mentions, grouped by our entity or first day, what we do not find alone; ``all_b3`` is over
all mentions, where what is no name of ours goes by its last word. The baselines group all by the last word, case and
plural aside, within the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from bench.paths import SHARED
from headwater.account.compare.entities import merge_entities
from headwater.account.particulars.read import read_particulars
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import Particulars

ROOT = Path("data/account/ecbplus")
KINDS = {"HUMAN": "participants", "LOC": "places", "TIME": "dates"}


@dataclass(frozen=True)
class Mention:
    """A gold mention: its words, where they stand, its kind and its chain."""

    article: str
    start: int
    end: int
    text: str
    kind: str
    chain: str

    @property
    def named(self) -> bool:
        """Whether it has a capital or a digit."""
        return any(letter.isupper() or letter.isdigit() for letter in self.text)


def _article(document: ElementTree.Element, name: str) -> tuple[Article, dict[str, tuple[int, int]]]:
    """The document as an article, and where each of its tokens stands."""
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    bounds: dict[str, list[int]] = {}
    for token in document.findall("token"):
        form, sentence = token.text or "", token.attrib["sentence"]
        fresh = sentence not in bounds
        gap = "\n" if fresh else "" if form in (",", ".", ";", ":", "!", "?", ")", "'s", "’s") else " "
        text += gap if text else ""
        spans[token.attrib["t_id"]] = (len(text), len(text) + len(form))
        bounds.setdefault(sentence, [len(text), 0])[1] = len(text) + len(form)
        text += form
    sentences = tuple(Sentence(f"s{n}", a, b, Part.BODY) for n, (a, b) in enumerate(bounds.values(), 1))
    return Article(id=f"a_{name}", input=name, text=text, sentences=sentences, language="en"), spans


def _mentions(document: ElementTree.Element, article: Article, spans: dict[str, tuple[int, int]]) -> Iterator[Mention]:
    chains: dict[str, str] = {}
    for relation in document.findall("Relations/CROSS_DOC_COREF"):
        chains.update({source.attrib["m_id"]: relation.attrib["note"] for source in relation.findall("source")})
    for markable in document.find("Markables") or ():
        kind = KINDS.get(markable.tag.split("_")[0])
        places = [spans[anchor.attrib["t_id"]] for anchor in markable.findall("token_anchor")]
        chain = chains.get(markable.attrib["m_id"])
        if kind and chain and places:
            start, end = min(places)[0], max(places)[1]
            yield Mention(article.id, start, end, article.text[start:end], kind, chain)


def events(shared: Path) -> Iterator[tuple[list[Article], list[Mention]]]:
    """The articles and gold mentions of each event of the even topics."""
    by_event: dict[tuple[int, bool], list[Path]] = defaultdict(list)
    for path in sorted((shared / ROOT).glob("*/*.xml")):
        by_event[int(path.parent.name), path.stem.endswith("plus")].append(path)
    for (topic, _), paths in sorted(by_event.items()):
        if topic % 2:
            continue
        articles: list[Article] = []
        mentions: list[Mention] = []
        for path in paths:
            document = ElementTree.parse(path).getroot()
            article, spans = _article(document, path.stem)
            articles.append(article)
            mentions += _mentions(document, article, spans)
        yield articles, mentions


def _b3(rows: Sequence[tuple[int, Hashable, Hashable]]) -> float:
    """B-cubed F1 over items, each (event, gold group, our group); nothing is grouped across events."""
    gold: dict[Hashable, set[int]] = defaultdict(set)
    ours: dict[Hashable, set[int]] = defaultdict(set)
    for n, (event, wanted, given) in enumerate(rows):
        gold[event, wanted].add(n)
        ours[event, given].add(n)
    both = [(gold[event, wanted], ours[event, given]) for event, wanted, given in rows]
    precision = sum(len(wanted & given) / len(given) for wanted, given in both) / max(1, len(both))
    recall = sum(len(wanted & given) / len(wanted) for wanted, given in both) / max(1, len(both))
    return 2 * precision * recall / max(1e-9, precision + recall)


def _given(mention: Mention, particulars: dict[str, Particulars], entities: dict[tuple[str, int], str]) -> Hashable:
    """Our group of a gold mention: the entity or the day that overlaps it most; itself where there is none."""
    each = particulars[mention.article]
    found: list[tuple[int, str]] = []
    if mention.kind == "dates":
        found = [
            (_shared(mention, t.citation.start, t.citation.end), str(t.first or _day(t.value))) for t in each.times
        ]
    else:
        found = [
            (_shared(mention, n.citation.start, n.citation.end), entities[mention.article, n.citation.start])
            for n in each.names
        ]
    best = max(found, default=(0, ""))
    return best[1] if best[0] > 0 else (mention.article, mention.start, mention.end)


def _day(value: str) -> str:
    """A TIMEX3 value without the time of day: the day of "XXXX-WXX-5TNI" is "XXXX-WXX-5"."""
    day, _, _ = value.partition("T")
    return day if day[1:] else value


def _shared(mention: Mention, start: int, end: int) -> int:
    return min(end, mention.end) - max(start, mention.start)


def _lemma(mention: Mention) -> str:
    return mention.text.casefold().split()[-1].rstrip("s")


def _grouped(shared: Path) -> Iterator[tuple[int, Mention, Hashable]]:
    """Each gold mention with the number of its event and our group of it."""
    for number, (articles, mentions) in enumerate(events(shared)):
        read = [read_particulars(article) for article in articles]
        by_id = {each.article.id: each for each in read}
        entities = merge_entities(read).by_place
        for mention in mentions:
            yield number, mention, _given(mention, by_id, entities)


def measure(shared: Path) -> dict[str, float]:
    """Found and B-cubed F1, ours and the baseline's, of each kind."""
    rows = list(_grouped(shared))
    figures: dict[str, float] = {}
    for kind in KINDS.values():
        of_kind = [row for row in rows if row[1].kind == kind]
        named = [row for row in of_kind if row[1].named]
        found = sum(not isinstance(given, tuple) for _, _, given in named)
        figures[f"ecbplus.{kind}.found"] = found / max(1, len(named))
        figures[f"ecbplus.{kind}.named_b3"] = _b3([(n, m.chain, given) for n, m, given in named])
        figures[f"ecbplus.{kind}.named_b3_baseline"] = _b3([(n, m.chain, _lemma(m)) for n, m, _ in named])
        ours = [(n, m.chain, _lemma(m) if isinstance(given, tuple) else given) for n, m, given in of_kind]
        figures[f"ecbplus.{kind}.all_b3"] = _b3(ours)
        figures[f"ecbplus.{kind}.all_b3_baseline"] = _b3([(n, m.chain, _lemma(m)) for n, m, _ in of_kind])
    return figures


if __name__ == "__main__":
    for key, value in measure(SHARED).items():
        print(f"{key} {value:.3f}")
