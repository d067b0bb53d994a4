"""Labelled names to fit and measure on: UNER, wikigold, GUM, CrossNER and ECB+, each read as articles with spans."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from headwater.model.article import Article, Part, Sentence

FOLDER = Path("data/account/ner")
DOCUMENT = 40  # sentences that are read as one article
Labelled = tuple[int, int, str]
Rows = list[tuple[str, str]]
_ENTITY = re.compile(r"\((\d+)-([a-z]+)|(\d+)\)")
_GUM = {"person": "PER", "organization": "ORG", "place": "LOC"}
_PEOPLE = ("person", "politician", "writer", "researcher", "musicalartist", "scientist")
_BODIES = ("organisation", "politicalparty", "university", "band")
_CROSS = {"country": "LOC"} | dict.fromkeys(_PEOPLE, "PER") | dict.fromkeys(_BODIES, "ORG")


@dataclass(frozen=True)
class Passage:
    """Some sentences as one article, and the names labelled in it."""

    article: Article
    gold: tuple[Labelled, ...]


def _sentences(text: str, word: int, tag: int) -> Iterator[Rows]:
    rows: Rows = []
    for line in [*text.splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("#"):
            continue
        if len(cells) > max(word, tag):
            rows.append((cells[word], cells[tag]))
        elif rows:
            yield rows
            rows = []


def _gold(rows: Rows, at: int) -> tuple[str, list[Labelled]]:
    """The sentence's text and its names, offset by ``at``."""
    text = ""
    found: list[Labelled] = []
    previous = "O"
    for form, tag in rows:
        text += " " if text and form not in ",.;:!?)'s’" else ""
        start = at + len(text)
        text += form
        if tag != "O":
            kind = tag.partition("-")[2]
            goes_on = previous.partition("-")[2] == kind and not tag.startswith("B") and found
            begins = found[-1][0] if goes_on else start
            found[-1:] = [(begins, at + len(text), kind)] if goes_on else [*found[-1:], (start, at + len(text), kind)]
        previous = tag
    return text, found


def _passages(batch: list[Rows], name: str) -> Iterator[Passage]:
    for first in range(0, len(batch), DOCUMENT):
        text, sentences, gold = "", [], []
        for n, rows in enumerate(batch[first : first + DOCUMENT], 1):
            text += "\n" if text else ""
            words, found = _gold(rows, len(text))
            sentences.append(Sentence(f"s{n}", len(text), len(text) + len(words), Part.BODY))
            text += words
            gold.extend(found)
        yield Passage(Article(id=f"a_{name}{first}", input=name, text=text, sentences=tuple(sentences)), tuple(gold))


def _gum_rows(lines: list[str]) -> Rows:
    """One sentence of GUM: the innermost entity of a token that is a proper noun, as tags."""
    rows: Rows = []
    open_: list[tuple[str, str]] = []
    for line in lines:
        cells = line.split("\t")
        if not cells[0].isdigit():
            continue
        marks = _ENTITY.findall(next((c[7:] for c in cells[9].split("|") if c.startswith("Entity=")), ""))
        for opened, kind, _ in marks:
            if opened:
                open_.append((opened, kind))
        innermost = open_[-1] if open_ else ("", "")
        rows.append((cells[1], f"I-{_GUM.get(innermost[1], 'MISC')}#{innermost[0]}" if cells[3] == "PROPN" else "O"))
        for _, _, closed in marks:
            open_ = [item for item in open_ if item[0] != closed]
    return [(form, tag.partition("#")[0]) for form, tag in rows]


def gum(shared: Path) -> list[Passage]:
    """GUM (CC BY 4.0): news, interviews and other free genres."""
    path = shared / "data/account/ud/gum_train_free_genres.conllu.gz"
    blocks = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n")
    rows = [_gum_rows([line for line in block.splitlines() if not line.startswith("#")]) for block in blocks]
    return list(_passages([row for row in rows if row], "gum"))


def crossner(shared: Path) -> list[Passage]:
    """CrossNER (five domains of Wikipedia), its kinds brought to PER, ORG, LOC and MISC."""
    batch: list[Rows] = []
    for path in sorted((shared / FOLDER / "crossner").glob("*.txt")):
        for rows in _sentences(path.read_text(encoding="utf-8"), 0, 1):
            batch.append([(form, _cross(tag)) for form, tag in rows])
    return list(_passages(batch, "crossner"))


def _cross(tag: str) -> str:
    place, _, kind = tag.partition("-")
    return f"{place}-{'LOC' if kind == 'location' else _CROSS.get(kind, 'MISC')}" if kind else "O"


def uner(shared: Path) -> list[Passage]:
    """Universal NER, English EWT (CC BY-SA 4.0)."""
    path = shared / FOLDER / "uner_ewt" / "en_ewt-ud-dev.iob2"
    return list(_passages(list(_sentences(path.read_text(encoding="utf-8"), 1, 2)), "uner"))


def wikigold(shared: Path) -> list[Passage]:
    """Wikigold (CC BY 4.0)."""
    path = shared / FOLDER / "wikigold" / "wikigold.conll.txt"
    return list(_passages(list(_sentences(path.read_text(encoding="utf-8"), 0, 1)), "wikigold"))


def _ecb_kind(tag: str) -> str | None:
    if tag in ("HUMAN_PART_PER", "HUMAN_PART_ORG"):
        return tag[-3:]
    return "LOC" if tag in ("HUMAN_PART_GPE", "LOC_GEO", "LOC_FAC") else None


def ecb(shared: Path, *, odd: bool) -> Iterator[Passage]:
    """ECB+ (CC BY 3.0) topics of odd or even number: participants and places; unlabelled words tell nothing."""
    root = shared / "data/account/ecbplus"
    for path in sorted(root.glob("*/*.xml")):
        if int(path.parent.name) % 2 != odd:
            continue
        document = ElementTree.parse(path).getroot()
        kinds: dict[str, str] = {}
        for markable in document.find("Markables") or ():
            kind = _ecb_kind(markable.tag)
            anchors = markable.findall("token_anchor")
            kinds.update({anchor.attrib["t_id"]: kind for anchor in anchors if kind})
        by_sentence: dict[str, Rows] = {}
        for token in document.findall("token"):
            tag = kinds.get(token.attrib["t_id"])
            by_sentence.setdefault(token.attrib["sentence"], []).append((token.text or "", f"I-{tag}" if tag else "O"))
        yield from _passages(list(by_sentence.values()), path.stem)
