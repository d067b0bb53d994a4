"""Streaming: every input's article one after another, so that archives of any size pass through little memory."""

from __future__ import annotations

import pickle
import tempfile
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from headwater.extract import Member, learned, member_of
from headwater.model.article import Article
from headwater.model.capture import Skipped
from headwater.pipeline.inputs import Run, extracted_each, with_inputs


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles by id, to be taken once; how many they are, and what was skipped by input."""

    articles: Iterator[Article]
    count: int
    skipped: tuple[Skipped, ...]


@contextmanager
def streamed(inputs: Sequence[str], run: Run) -> Generator[Stream]:
    """The articles that ``run_extract`` gives, those read held in a temporary file until all are known.

    A kilobyte of memory an article. Raises OSError where the temporary folder has no room.
    """
    with tempfile.TemporaryFile(prefix="headwater-") as shelf:
        places: dict[str, int] = {}
        inputs_of: dict[str, set[str]] = defaultdict(set)
        skipped: list[Skipped] = []
        members: list[Member] = []
        for made in extracted_each(inputs, run):
            if isinstance(made, Skipped):
                skipped.append(made)
                continue
            if made.id not in places:
                places[made.id] = shelf.tell()
                pickle.dump(made, shelf, pickle.HIGHEST_PROTOCOL)
                members.append(member_of(made))
            inputs_of[made.id].update((made.input, *made.also))
        collection = learned(members)
        del members
        articles = (collection.placed(with_inputs(article, inputs_of[article.id])) for article in _taken(shelf, places))
        yield Stream(articles, len(places), tuple(sorted(skipped)))


def _taken(shelf: IO[bytes], places: dict[str, int]) -> Iterator[Article]:
    for id in sorted(places):
        shelf.seek(places[id])
        article: Article = pickle.load(shelf)
        yield article
