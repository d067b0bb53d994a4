"""Which articles report one event."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from headwater.model.article import Article
from headwater.model.report import Grouping
from headwater.model.reuse import Reuse
from headwater.stories.collection import Collection, collect
from headwater.stories.gather import gather_fragments
from headwater.stories.link import Pairs, average_link
from headwater.stories.settings import StorySettings
from headwater.stories.terms import Ints

# Of what two groups lack across of their closeness within, the share by which their mean score counts less: two events
# of one affair are each closer within. Up to .5 is as good on stories not fitted; from .25 on a stream loses.
_APART = 0.15
_SURER = 0.12  # by which a late merge must be surer, since it looks at the likest articles alone


def story_id(articles: Sequence[str]) -> str:
    """The id of the story that these article ids make up, whatever their order."""
    return "st_" + hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()[:16]


def group_stories(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: StorySettings, part_of: int = 0
) -> tuple[Grouping, ...]:
    """Every article in exactly one story, ordered by id; the order of the input does not matter.

    Average link on the learned score of pairs, copies counting as one article. ``part_of``: how many articles a stream
    has brought in all, where ``articles`` are its newest.
    """
    if not articles:
        return ()
    return group_collection(collect(articles, reuses, settings=settings, part_of=part_of), settings=settings)


def group_collection(collection: Collection, *, settings: StorySettings) -> tuple[Grouping, ...]:
    """The stories of a scored collection."""
    return as_groupings(collection, link(collection, settings.threshold))


def link(collection: Collection, threshold: float) -> Ints:
    """For each distinct article the number of the first one of its story."""
    label = average_link(
        len(collection.articles), collection.pairs, threshold, apart=_APART, bare=collection.sizes.bare
    )
    return gather_fragments(label, _of_reports(collection), threshold + _SURER)


def _of_reports(collection: Collection) -> Pairs:
    """The pairs without a bare headline, which is like a part of too many stories to be gathered by its nearest."""
    pairs, whole = collection.pairs, ~collection.compared.bare
    return Pairs(pairs.one[whole], pairs.other[whole], pairs.score[whole])


def as_groupings(collection: Collection, label: Ints) -> tuple[Grouping, ...]:
    """The articles of each label, copies with them, by id."""
    members: defaultdict[int, list[str]] = defaultdict(list)
    for number, first in enumerate(label.tolist()):
        members[first].extend(collection.copies[number])
    made = (Grouping(story_id(ids), tuple(sorted(ids))) for ids in members.values())
    return tuple(sorted(made, key=lambda grouping: grouping.id))
