"""The labelled pages of news sites, and how a body found on one is scored.

The score is that of the Scrapinghub article extraction benchmark: precision and recall over the multiset of 4-word
shingles, averaged over pages, and their F1. A bad page has an F1 over single words below .5.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.read.decode import decode

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page with its labels; None where a field is not labelled.

    Outlets of one ``family`` share a page template.
    """

    id: str
    source: str
    family: str
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
                label["family"],
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
