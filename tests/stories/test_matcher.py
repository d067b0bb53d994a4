from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from headwater import report
from headwater.model.article import Article
from headwater.stories import StorySettings, collect, group_collection
from tests.stories.test_group import budget, ferry

SETTINGS = StorySettings()


def sceptic(pairs: Sequence[tuple[Article, Article]]) -> list[float]:
    return [0.0 for _ in pairs]


def test_a_matcher_that_denies_every_pair_parts_what_is_in_doubt() -> None:
    collection = collect(ferry() + budget(), (), settings=SETTINGS, matcher=sceptic)
    alone = collect(ferry() + budget(), (), settings=SETTINGS)
    assert all(collection.pairs.score <= alone.pairs.score + 1e-9)
    assert len(group_collection(collection, settings=SETTINGS)) >= 2


def test_a_matcher_that_agrees_changes_nothing() -> None:
    alone = collect(ferry() + budget(), (), settings=SETTINGS)
    agreed = collect(ferry() + budget(), (), settings=SETTINGS, matcher=lambda pairs: alone.pairs.score.tolist())
    assert group_collection(agreed, settings=SETTINGS) == group_collection(alone, settings=SETTINGS)


@pytest.mark.parametrize("said", [[], [2.0] * 4, [float("nan")] * 4])
def test_a_matcher_that_gives_no_probabilities_is_refused(said: list[float]) -> None:
    with pytest.raises(ValueError, match="probability"):
        collect(ferry(), (), settings=SETTINGS, matcher=lambda pairs: said)


def test_a_report_asks_the_matcher_that_it_is_given(tmp_path: Path) -> None:
    inputs = [tmp_path / f"{article.id}.txt" for article in ferry()]
    for path, article in zip(inputs, ferry(), strict=True):
        path.write_text(article.text, encoding="utf-8")
    asked: list[tuple[str, str]] = []

    def sceptic_who_listens(pairs: Sequence[tuple[Article, Article]]) -> list[float]:
        asked.extend((a.text, b.text) for a, b in pairs)
        return sceptic(pairs)

    alone, doubted = report(inputs), report(inputs, matcher=sceptic_who_listens)
    assert {text for pair in asked for text in pair} == {article.text for article in alone.articles}
    assert len(doubted.stories) > len(alone.stories)
