"""Pairs of texts with the answer: is one a rewrite of the other, or are they independent reports of one event?"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from zlib import crc32

from bench.spun import WORDNET, back_translated, spun, synonyms
from headwater.copies import CopySettings, find_reuses
from headwater.copies.gist import NAME, NUMBER, gists_of
from headwater.copies.lexicon import Lexicon, stem_of
from headwater.copies.prose import stock_lines
from headwater.model.article import Article
from headwater.model.reuse import ReuseKind
from headwater.text.sentences import sentence_spans
from headwater.text.words import WORD

# Reports that share a passage of prose have at least that from one hand; they teach nothing about independent ones.
_DERIVED = (ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE, ReuseKind.SHARED_PASSAGE)
_SENTENCE_STEMS = 4
_STOCK_WORDS = 20
_SYLLABLES = [
    consonant + vowel
    for consonant in ("b", "dr", "g", "kv", "l", "m", "n", "p", "r", "sv", "t", "z")
    for vowel in "aeiouy"
]


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts; ``made`` says how the second came about; ``group`` keeps what shares a text in one fold."""

    a: str
    b: str
    made: str
    group: str

    @property
    def rewrite(self) -> bool:
        """Whether the second is a rewrite of the first."""
        return not self.made.startswith("independent")

    @property
    def as_published(self) -> bool:
        """Whether nothing was done to it but that it may have been cut."""
        return not self.made.endswith(("-core", "-renamed", "-untitled", "-brief", "-apart"))


def independent(shared: Path) -> Iterator[Example]:
    """Reports of one event by different outlets that share no prose.

    Whole; cut to the length of short reports; only the sentences that say most of what the other says too, as two
    bulletins have them ("core"); whole without their headings ("untitled"); the beginnings of both without their
    headings, the one up to six times as long as the other ("brief"); cut and with invented names ("renamed").
    And short reports of two events ("apart"), lest what has hardly anything in common be taken for what was never seen.
    """
    before: list[Article] = []
    for name, event, articles in _events(shared):
        for one, other in zip(articles, before, strict=False):
            size = 40 + crc32((one.id + other.id).encode()) % 160
            yield Example(cut(one.text, size), cut(other.text, size), f"independent-{name}-apart", f"{name}:{event}")
        before = articles
        derived = {
            (reuse.a, reuse.b) for reuse in find_reuses(articles, settings=CopySettings()) if reuse.kind in _DERIVED
        }
        for one, other in combinations(sorted(articles, key=lambda article: article.id), 2):
            if (one.id, other.id) in derived or one.outlet == other.outlet or _stock_of_both(one, other):
                continue
            way, group = f"independent-{name}", f"{name}:{event}"
            yield Example(one.text, other.text, way, group)
            body, other_body = (of.text.partition("\n\n")[2] for of in (one, other))
            yield Example(body, other_body, f"{way}-untitled", group)
            chance = crc32((one.id + other.id).encode())
            size, times = 30 + (chance >> 1) % 120, 1 + (chance >> 9) % 6
            brief, longer = (body, other_body) if chance & 1 else (other_body, body)
            yield Example(cut(brief, size), cut(longer, size * times), f"{way}-brief", group)
            short, short_other = (cut(of.text, 60 + chance % 340) for of in (one, other))
            yield Example(short, short_other, f"{way}-cut", group)
            size = 80 + chance % 200
            yield Example(core(one.text, other.text, size), core(other.text, one.text, size), f"{way}-core", group)
            yield Example(*renamed(short, short_other), f"{way}-renamed", group)


def _stock_of_both(one: Article, other: Article) -> bool:
    """Whether both hold a box or a notice that is left out before the program judges them; the traits here see it."""
    held = stock_lines(one.text, "en").keys() & stock_lines(other.text, "en").keys()
    return sum(len(line.split()) for line in held) >= _STOCK_WORDS


def cut(text: str, words: int) -> str:
    """The text up to the end of the line or sentence in which its first so many words end."""
    parts = text.split(" ")
    return text if len(parts) <= words else " ".join(parts[:words])


def core(text: str, other: str, words: int) -> str:
    """The sentences that share most with the other text, in their order: about so many words of them."""
    lexicon = Lexicon()
    spans = sentence_spans(text)
    whole, *gists = gists_of([other, *(text[start:end] for start, end in spans)], lexicon)
    known = set(whole.stems.tolist())
    ranked = []
    for (start, end), gist in zip(spans, gists, strict=True):
        stems = set(gist.stems.tolist())
        if len(stems) >= _SENTENCE_STEMS:
            # Long sentences share more, though a smaller part: the power lies between the share and the number.
            ranked.append((-len(stems & known) / len(stems) ** 0.7, start, end))
    kept: list[tuple[int, int]] = []
    for _, start, end in sorted(ranked):
        if words <= 0:
            break
        kept.append((start, end))
        words -= len(text[start:end].split())
    return " ".join(text[start:end] for start, end in sorted(kept))


def renamed(a: str, b: str) -> tuple[str, str]:
    """Both texts with each name replaced by an invented one, the same in both."""
    lexicon = Lexicon()
    gists = gists_of([a, b], lexicon)
    names = {lexicon.stems[stem] for of in gists for stem in of.stems[(of.kinds & (NAME | NUMBER)) == NAME].tolist()}

    def invented(match: re.Match[str]) -> str:
        word = match.group()
        name = stem_of(word.casefold().replace("’", "'").removesuffix("'s"))
        if not word[0].isupper() or name not in names:
            return word
        seed = crc32(name.encode())
        syllables: list[str] = []
        while len(syllables) < 3:
            seed, at = divmod(seed, len(_SYLLABLES))
            syllables.append(_SYLLABLES[at])
        return "".join(syllables).capitalize() + ("'s" if word.endswith(("'s", "’s")) else "")

    first, second = (WORD.sub(invented, text) for text in (a, b))
    return first, second


def rewritten(shared: Path, wordnet: Path = WORDNET) -> Iterator[Example]:
    """Texts with rewrites of them: by language models, with synonyms, through another language and back."""
    yield from by_models(shared)
    rows = _rows(shared / "copies" / "l2r_news_rewrites.jsonl")
    table = synonyms(wordnet)
    originals = {f"l2r:{row['original_id']}": row["original"] for row in rows}
    for article in _articles(shared)[:200]:
        originals["article:" + article.id] = article.text
    returned = back_translated(list(originals.values()))
    for (group, text), back in zip(originals.items(), returned, strict=True):
        for share in (0.3, 0.6):
            yield Example(text, spun(text, table, share, crc32(group.encode())), f"spun-{share}", group)
        yield Example(text, back, "back-translated", group)


def by_models(shared: Path) -> Iterator[Example]:
    """Texts with rewrites of them by language models."""
    for row in _rows(shared / "copies" / "l2r_news_rewrites.jsonl"):
        yield Example(row["original"], row["rewrite"], f"model-{row['model']}", "l2r:" + row["original_id"])


def _rows(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in text.decode("utf-8").split("\n") if line]


def _articles(shared: Path) -> list[Article]:
    rows = [row for row in _rows(shared / "stories" / "allsides_full.jsonl.gz") if row["story"]]
    return [_article(row["id"], row["source"], row["title"], row["text"]) for row in rows]


def _article(id: str, outlet: str, title: str, text: str) -> Article:
    return Article(id=id, input="", text=f"{title}\n\n{text}", sentences=(), outlet=outlet)


def _events(shared: Path) -> Iterator[tuple[str, str, list[Article]]]:
    sources = {
        "basil": ("copies/basil_independent_triples.jsonl", "event", "id", "source"),
        "clusters": ("account/clusters/giveme5w1h_news_cluster.jsonl", "event_id", "dId", "source_domain"),
        "allsides": ("stories/allsides_full.jsonl.gz", "story", "id", "source"),
    }
    for name, (path, event, id, outlet) in sources.items():
        found: dict[str, list[Article]] = {}
        for row in _rows(shared / path):
            if row[event]:
                found.setdefault(row[event], []).append(_article(row[id], row[outlet], row["title"], row["text"]))
        for key in sorted(found):
            yield name, key, found[key]
