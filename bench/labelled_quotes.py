"""The clusters whose quotes alone are labelled (bench/labels/UTTERANCES.md): speakers, utterances and mere terms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.label_scores import PairTally, Tally, grouping_pairs, names_speaker
from bench.labelled import Cluster, LabelledQuote, empty_cluster, place, quotes_of
from bench.labelled_judge import around, quote_of
from bench.labelled_report import Read
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quotes import align_quotes

UTTERANCES = Path(__file__).parent / "labels" / "utterances.jsonl"
UNJUDGED = "?"  # in place of a speaker: who says it is not judged


@dataclass(frozen=True, slots=True)
class Spoken:
    """The labelled quotes of one event, and the words in marks that are no quotes, spans as in ``Cluster``."""

    said: Cluster
    terms: Cluster


@dataclass(frozen=True, slots=True)
class Heard:
    """What a report makes of the labelled quotes of one event, and what was missed, a line each."""

    utterances: PairTally
    tallies: dict[str, Tally]
    misses: tuple[str, ...]


def read_spoken(lines: Iterable[str]) -> tuple[Spoken, ...]:
    """The labels as bench/labels/utterances.jsonl holds them, spans in the rows' texts."""
    return tuple(_spoken(json.loads(line)) for line in lines if line.strip())


def _spoken(row: Mapping[str, Any]) -> Spoken:
    event, held_out = str(row["event"]), bool(row["held_out"])
    terms = [{**item, "speaker": None, "utterance": ""} for item in row["terms"]]
    said, unsaid = quotes_of(row["quotes"]), quotes_of(terms)
    return Spoken(empty_cluster(event, said, held_out=held_out), empty_cluster(event, unsaid, held_out=held_out))


def hear(spoken: Spoken, rows: Sequence[Mapping[str, str]], read: Read) -> Heard:
    """The labels placed in the articles of ``rows`` and held against their quotes, all taken for one story's."""
    particulars = tuple(read.by_key.values())
    quotes = align_quotes(particulars, merge_entities(particulars))
    texts = {key: each.article.text for key, each in read.by_key.items() if key}
    given = {row["dId"]: row["text"] for row in rows}
    said, terms = (place(cluster, given, texts).quotes for cluster in (spoken.said, spoken.terms))
    quoted = [quote_of(label.span, quotes, read.ids[label.span.article]) for label in said]
    groups = [None if quote is None else quotes.index(quote) for quote in quoted]
    across, within = grouping_pairs([q.utterance for q in said], groups, [q.span.article for q in said])
    named = [
        (label, quote.speaker if quote else None)
        for label, quote in zip(said, quoted, strict=True)
        if UNJUDGED not in label.speakers
    ]
    listed = [label for label in terms if quote_of(label.span, quotes, read.ids[label.span.article])]
    tallies = {
        "found": Tally(sum(quote is not None for quote in quoted), len(said)),
        "speakers": Tally(sum(names_speaker(label.speakers, speaker) for label, speaker in named), len(named)),
        "split_joined": Tally(within.right, within.wanted),
        "terms_left_out": Tally(len(terms) - len(listed), len(terms)),
    }
    misses = [*_misheard(said, groups, read), *_misnamed(named, read)]
    misses += [f"term listed {around(label.span, read)}" for label in listed]
    return Heard(across, tallies, tuple(misses))


def _misheard(said: Sequence[LabelledQuote], groups: Sequence[int | None], read: Read) -> Iterator[str]:
    for (one, first), (other, second) in combinations(zip(said, groups, strict=True), 2):
        joined = first is not None and first == second
        if joined != (one.utterance == other.utterance):
            verdict = "wrongly joined" if joined else "not joined"
            yield f"utterance {verdict}: {around(one.span, read)} with {around(other.span, read)}"


def _misnamed(named: Sequence[tuple[LabelledQuote, str | None]], read: Read) -> Iterator[str]:
    for label, speaker in named:
        if not names_speaker(label.speakers, speaker):
            yield f"speaker {around(label.span, read)} wanted {label.speakers} got {speaker!r}"
