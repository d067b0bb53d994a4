from __future__ import annotations

from headwater.pipeline.inputs import Run
from headwater.pipeline.run import run_report
from headwater.pipeline.settings import Settings


def test_reports_of_an_event_that_no_background_knows_are_not_all_rewrites() -> None:
    story = max(run_report(["examples"], Run(Settings())).stories, key=lambda story: len(story.articles))
    assert (story.origins.range.min, story.origins.range.max) == (5, 6)
