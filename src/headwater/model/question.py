"""Questions put to the coverage: what it says about one thing, and whether it bears out a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.account import Dossier, Entity
from headwater.model.article import Article, Citation
from headwater.model.capture import Skipped
from headwater.model.reuse import OriginRange


class Verdict(StrEnum):
    """What a report does with a claim put to it."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    EXPECTS = "expects"
    SILENT = "does not mention"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one report does with the claim; ``note`` says why where that is not plain. Only silence has no citation."""

    article: str
    verdict: Verdict
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.citations and self.verdict is not Verdict.SILENT:
            raise ValueError(f"an answer without a citation: {self.verdict} by {self.article}")


@dataclass(frozen=True, slots=True)
class Side:
    """The reports of one verdict: how many lines they stand for and on whose word they say it."""

    verdict: Verdict
    articles: tuple[str, ...]
    origins: OriginRange
    primary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryCheck:
    """A claim held against one story: ``answers`` by article id, ``sides`` in the order of the verdicts."""

    story: str
    title: str
    answers: tuple[Answer, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A claim held against all stories of the inputs; ``stories`` are those that mention it."""

    claim: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    read: int
    stories: tuple[StoryCheck, ...]


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """What one story says about the thing asked for."""

    story: str
    title: str
    entity: Entity
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class Dossiers:
    """What all stories of the inputs say about ``name``; ``near`` are names like it where no story knows it."""

    name: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    read: int
    stories: tuple[StoryDossier, ...]
    near: tuple[str, ...] = ()
