"""Why two articles are, or are not, held to report one event, in words and in numbers."""

from __future__ import annotations

import numpy as np

from headwater.model.explanation import Explanation, Factor
from headwater.stories.collection import Collection
from headwater.stories.features import FEATURES
from headwater.stories.group import link
from headwater.stories.score import effects, shipped_model
from headwater.stories.settings import StorySettings
from headwater.stories.storylines import follow_pairs, storyline_of, thread_stories
from headwater.stories.terms import pieces_of
from headwater.stories.tokens import normal_form, spelled, tokens_of
from headwater.stories.weigh import Rows
from headwater.stories.when import gap_days
from headwater.text.words import words

_SAID = {
    "title": "likeness of the headlines",
    "lead": "likeness of headline and first sentences",
    "body": "likeness of the whole texts",
    "cover": "likeness of one's beginning and the other's whole text",
    "names": "likeness of the names",
    "numbers": "likeness of the numbers",
    "phrases": "word pairs that both beginnings share",
    "body_best": "likeness as share of what the two have with their nearest neighbours",
    "lead_best": "the same of the beginnings",
    "body_stands_out": "how far the likeness stands out among the neighbours",
    "lead_stands_out": "the same of the beginnings",
    "title_stands_out": "the same of the headlines",
    "gap": "days that lie between the two",
    "undated": "the day of one is not known",
    "untitled": "one has no headline",
    "length": "words of the shorter one",
    "weekdays": "days of the week that the beginnings name",
}
_WORDS_SHOWN = 8
_TELLING = 0.004  # of the cosine, which a word that both have must make up to say anything of them


def explain_pair(a: str, b: str, collection: Collection, *, settings: StorySettings) -> Explanation:
    """Why the articles with ids ``a`` and ``b`` are, or are not, in one story, and if not, in one storyline.

    Raises KeyError for an unknown id.
    """
    one, other = sorted((collection.position(a), collection.position(b)))
    label = link(collection, settings.threshold)
    together = bool(label[one] == label[other])
    shared = _shared_terms(collection, one, other)
    if one == other:
        return Explanation(True, 1.0, (), shared, ("one is a copy of the other",))
    found = np.flatnonzero((collection.pairs.one == one) & (collection.pairs.other == other))
    gap = float(gap_days(collection.times, np.array([one]), np.array([other]))[0])
    beyond = () if together else (_of_storyline(collection, one, other, settings),)
    if not len(found):
        return Explanation(together, 0.0, (), shared, _unscored(gap, settings, together=together) + beyond)
    at = int(found[0])
    probability = float(collection.pairs.score[at])
    reasons = [f"the pair alone: {probability:.0%} likely to report one event"]
    if collection.compared.far[at]:
        reasons.append(f"their dates lie {gap:.0f} days apart; they can only belong together if one is false")
    if collection.compared.excused[at]:
        reasons.append(f"their dates lie {gap:.0f} days apart, but the later one's outlet gives the days of crawls")
    if collection.compared.unlike[at]:
        reasons.append("they share no name and no number, as two events of one kind do")
    if together != (probability >= settings.threshold):
        reasons.append(
            "other reports, like both, join them" if together else "the reports around them are on the whole too unlike"
        )
    return Explanation(together, probability, _factors(collection, at), shared, (*reasons, *beyond))


def _of_storyline(collection: Collection, one: int, other: int, settings: StorySettings) -> str:
    """Whether the stories of two articles follow each other, and why."""
    told = thread_stories(collection, settings=settings)
    first, second = sorted((int(told.story[one]), int(told.story[other])))
    line = storyline_of(told, settings=settings)
    pairs = follow_pairs(told)
    found = pairs.score[(pairs.one == first) & (pairs.other == second)].tolist()
    if line[first] == line[second]:
        how = f"{found[0]:.0%} likely to follow each other" if found else "joined by stories between them"
        return f"their stories are of one storyline: {how}"
    if not told.dated[[first, second]].all():
        return "no storyline joins their stories: one of them has no dated article"
    if not found:
        days = f"{settings.storyline_window_days:.0f} days"
        return f"no storyline joins their stories: they have too little in common, or lie more than {days} apart"
    asked = f"{settings.storyline_precision:.0%} is asked"
    if found[0] >= settings.storyline_precision:
        asked += ", and of the stories around them too"
    return f"no storyline joins their stories: {found[0]:.0%} likely to follow each other, {asked}"


def _unscored(gap: float, settings: StorySettings, *, together: bool) -> tuple[str, ...]:
    if gap > settings.window_days:
        why = f"their dates lie {gap:.0f} days apart"
    else:
        why = "their texts have too little in common to be compared"
    return (why, "other reports, like both, join them") if together else (why,)


def _factors(collection: Collection, at: int) -> tuple[Factor, ...]:
    moved = effects(collection.compared, shipped_model(), len(collection.articles))[at]
    made = (
        Factor(name, _SAID[name], round(float(value), 3), round(float(effect), 3))
        for name, value, effect in zip(FEATURES, collection.compared.values[at], moved, strict=False)
    )
    return tuple(sorted(made, key=lambda factor: (-abs(factor.effect), factor.name)))


def _shared_terms(collection: Collection, one: int, other: int) -> tuple[str, ...]:
    """The terms that weigh in both whole texts, the heaviest first, as the first one has them."""
    mine, yours = (_row(collection.views.parts["body"], row) for row in (one, other))
    both = sorted((-mine[term] * yours[term], term) for term in mine.keys() & yours.keys())
    pieces = pieces_of(collection.articles[one])
    forms = spelled(tokens_of(pieces))
    written = {normal_form(word): word.lower() for piece in reversed(pieces) for word in reversed(words(piece))}
    shown = (forms[int(collection.vocabulary[term])] for weight, term in both[:_WORDS_SHOWN] if -weight >= _TELLING)
    return tuple(written.get(form, form) for form in shown)


def _row(rows: Rows, row: int) -> dict[int, float]:
    span = slice(int(rows.start[row]), int(rows.start[row + 1]))
    return dict(zip(rows.term[span].tolist(), rows.weight[span].tolist(), strict=True))
