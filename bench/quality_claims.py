"""Claims: are the sentences of different reports that say the same brought together, and only they?

Labels: bench/labels/claims.json, made by hand before the first run on those stories. For each story, groups of
sentences that make one statement; a sentence that makes several is in several groups. A sentence stands as the start
of the SHA-256 of its case-folded words, so that no text of a publisher is kept here. ``TUNED`` stories were looked at.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.labelled_pairs import compared
from bench.quality_clusters import clusters
from headwater.account import AccountSettings, date_articles
from headwater.account.compare.claims import align_claims
from headwater.account.compare.clauses import Clause
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.pair_score import chances
from headwater.account.compare.quantities import align_quantities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.terms import Aligned
from headwater.account.particulars.read import read_particulars
from headwater.model.article import Article
from headwater.model.particulars import Particulars
from headwater.model.reuse import Line, Origins
from headwater.pipeline.inputs import Run, run_extract
from headwater.pipeline.settings import Settings

LABELS = Path(__file__).parent / "labels" / "claims.json"
TUNED = ("seeds", "2", "32")

Pair = tuple[str, str]  # two sentence keys, in order


@dataclass(frozen=True, slots=True)
class Labelled:
    """A story ready to be aligned, and the pairs of its sentences that make one statement."""

    particulars: tuple[Particulars, ...]
    aligned: Aligned
    same: frozenset[Pair]


def sentence_key(text: str) -> str:
    """What a label calls the sentence ``text``."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:12]


def load(shared: Path) -> dict[str, Labelled]:
    """The labelled stories by event."""
    labels: dict[str, list[list[str]]] = json.loads(LABELS.read_text(encoding="utf-8"))
    rows = clusters(shared)
    found: dict[str, Labelled] = {}
    with tempfile.TemporaryDirectory() as folder:
        for event, groups in labels.items():
            path = shared / "seeds"
            if event in rows:
                path = Path(folder, f"{event}.jsonl")
                path.write_text("\n".join(rows[event]), encoding="utf-8")
            found[event] = _labelled(run_extract([str(path)], Run(Settings())).articles, groups)
    return found


def _labelled(articles: Sequence[Article], groups: Iterable[Sequence[str]]) -> Labelled:
    particulars = tuple(read_particulars(article) for article in date_articles(articles))
    origins = Origins(tuple(Line((each.article.id,)) for each in particulars))
    entities = merge_entities(particulars)
    quotes = align_quotes(particulars, entities)
    aligned = Aligned(entities, quotes, align_quantities(particulars, entities, origins))
    same = frozenset(_pair(a, b) for group in groups for a, b in combinations(sorted(set(group)), 2))
    return Labelled(particulars, aligned, same)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def comparable(story: Labelled) -> set[Pair]:
    """The pairs of differently worded sentences that stand in different articles."""
    pairs: set[Pair] = set()
    for one, other in combinations(story.particulars, 2):
        for a in one.article.sentences:
            for b in other.article.sentences:
                pair = _pair(sentence_key(one.article.slice(a)), sentence_key(other.article.slice(b)))
                if pair[0] != pair[1]:
                    pairs.add(pair)
    return pairs


def scores(story: Labelled) -> dict[Pair, float]:
    """The chance of each pair of sentences to make one claim: the best of their clauses."""
    seen = compared(story.particulars, story.aligned)
    found: dict[Pair, float] = {}
    for i, j, chance in zip(
        seen.pairs.one.tolist(), seen.pairs.other.tolist(), chances(seen.features).tolist(), strict=True
    ):
        pair = _pair(clause_key(seen.clauses[i]), clause_key(seen.clauses[j]))
        found[pair] = max(found.get(pair, 0.0), chance)
    return found


def clause_key(clause: Clause) -> str:
    """What a label calls the sentence of the clause."""
    return sentence_key(clause.article.slice(clause.sentence))


def average_precision(ranked: Sequence[bool], positives: int) -> float:
    """Mean of the precision at each hit of a ranking, misses counted as 0."""
    hits, total = 0, 0.0
    for rank, hit in enumerate(ranked, 1):
        if hit:
            hits += 1
            total += hits / rank
    return total / positives if positives else 0.0


def _alignment_ap(stories: Iterable[Labelled]) -> float:
    entries: list[tuple[float, Pair, bool]] = []
    for story in stories:
        alike = scores(story)
        entries += [(-alike.get(pair, 0.0), pair, pair in story.same) for pair in comparable(story)]
    ranked = [same for value, _, same in sorted(entries) if value < 0]
    return average_precision(ranked, sum(same for _, _, same in entries))


def _joined_pairs(story: Labelled) -> set[Pair]:
    """The comparable pairs that the alignment puts into one claim."""
    found: set[Pair] = set()
    for alignment in align_claims(story.particulars, story.aligned, settings=AccountSettings()):
        keys = sorted({clause_key(clause) for clause in alignment.clauses})
        found.update(_pair(a, b) for a, b in combinations(keys, 2))
    return found & comparable(story)


def _precision_recall(stories: Iterable[Labelled]) -> tuple[float, float]:
    right = joined = wanted = 0
    for story in stories:
        found, same = _joined_pairs(story), story.same & comparable(story)
        right, joined, wanted = right + len(found & same), joined + len(found), wanted + len(same)
    return right / max(joined, 1), right / max(wanted, 1)


def measure(shared: Path) -> dict[str, float]:
    """Average precision of the alignment of sentences, and precision and recall of the pairs put into one claim."""
    stories = load(shared)
    figures: dict[str, float] = {}
    for name, chosen in (
        ("tuned", [stories[event] for event in TUNED]),
        ("unseen", [story for event, story in stories.items() if event not in TUNED]),
    ):
        figures[f"claims.{name}.alignment_ap"] = _alignment_ap(chosen)
        precision, recall = _precision_recall(chosen)
        figures[f"claims.{name}.joined_precision"] = precision
        figures[f"claims.{name}.joined_recall"] = recall
    figures["claims.seeds.alignment_ap"] = _alignment_ap([stories["seeds"]])
    return figures
