"""Explaining: what extraction made of each input, as ``headwater extract --explain`` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from headwater.extract import in_collection
from headwater.extract.explaining import explain, in_its_collection
from headwater.model.capture import Capture, Skipped
from headwater.model.errors import InputError
from headwater.model.extraction import Explained
from headwater.pipeline.inputs import Run
from headwater.pipeline.parallel import mapped
from headwater.pipeline.settings import Settings
from headwater.read import read_captures


def run_explain(inputs: Sequence[str], run: Run) -> tuple[tuple[Explained, ...], tuple[Skipped, ...]]:
    """Every input explained, by the name of the input, and what was skipped; inputs of the same content once."""
    found: dict[str, Explained] = {}
    skipped: list[Skipped] = []
    run.progress.stage("reading")
    captures = read_captures(inputs, stdin=run.stdin, settings=run.settings.read)
    for made in mapped(partial(_explained, settings=run.settings), captures, jobs=run.jobs):
        run.progress.advance()
        if isinstance(made, Skipped):
            skipped.append(made)
        elif made.article.id not in found or made.article.input < found[made.article.id].article.input:
            found[made.article.id] = made
    articles = in_collection([found[id].article for id in sorted(found)])
    whole = [in_its_collection(found[article.id], article) for article in articles]
    return tuple(sorted(whole, key=lambda made: (made.article.input, made.article.id))), tuple(sorted(skipped))


def _explained(captures: Sequence[Capture | Skipped], settings: Settings) -> list[Explained | Skipped]:
    return [_explained_alone(capture, settings) if isinstance(capture, Capture) else capture for capture in captures]


def _explained_alone(capture: Capture, settings: Settings) -> Explained | Skipped:
    try:
        return explain(capture, settings=settings.extract)
    except InputError as error:
        return Skipped(capture.input, error.reason)
