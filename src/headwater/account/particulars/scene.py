"""The scene of a story: where it takes place and whom it is about, by how its reports begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from headwater.account.particulars.gazetteer import GIVEN
from headwater.account.particulars.names import find_names
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import EntityType, NameMention
from headwater.model.report import Scene
from headwater.text.sentences import sentence_spans

_OPENING = 1000  # characters in which a report says where it was and who did it; the rest tells of more and costs more
_PEOPLE = 3
_OFTEN = 2


def find_scene(articles: Sequence[Article]) -> Scene:
    """The place that most openings name, and the people that the openings agree on, the most named first.

    Half of several reports, two at least, must have a name, and a single one must have it twice: whoever is named in
    passing is not what the story is about. Of people only those are told whose first name is one, whose office a report
    gives, or whom it calls by the surname alone, as no ship or rocket is. The order of the articles does not matter.
    """
    named = [find_names(_opening(article)) for article in articles]
    places = _ranked(named, EntityType.PLACE, str.casefold)
    known = {_surname(mention.key) for mentions in named for mention in mentions if _is_plainly_human(mention)}
    people = [name for name in _ranked(named, EntityType.PERSON, _surname) if " " in name and _surname(name) in known]
    return Scene(places[0] if places else None, tuple(people[:_PEOPLE]))


def _is_plainly_human(mention: NameMention) -> bool:
    first, *rest = mention.key.split()
    by_surname = bool(rest) and mention.text == rest[-1]
    return mention.role is not None or by_surname or first.casefold() in GIVEN


def _opening(article: Article) -> Article:
    """The article as far as its opening goes, the first sentence of each paragraph in it at least, in sentences."""
    sentences: list[Sentence] = []
    at = 0
    for paragraph in article.text.split("\n\n"):
        part = Part.TITLE if not at and paragraph == article.title else Part.BODY
        for number, (start, end) in enumerate(sentence_spans(paragraph)):
            if not number or at + end <= _OPENING:
                sentences.append(Sentence(f"s{len(sentences) + 1}", at + start, at + end, part))
        at += len(paragraph) + 2
        if at > _OPENING:
            break
    text = article.text[: sentences[-1].end] if sentences else ""
    return replace(article, text=text, sentences=tuple(sentences))


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def _ranked(named: Sequence[Sequence[NameMention]], type: EntityType, key_of: Callable[[str], str]) -> list[str]:
    """The names that mostly are of a type and are named often enough, by the number of reports, then of mentions."""
    reports: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    others: Counter[str] = Counter()
    for mentions in named:
        here = [mention.key for mention in mentions if mention.type is type]
        reports.update({key_of(name) for name in here})
        for name in here:
            forms[key_of(name)][name] += 1
        others.update(key_of(mention.key) for mention in mentions if mention.type is not type)
    times = {key: forms[key].total() for key in reports}
    often = reports if len(named) > 1 else times
    least = max(_OFTEN, len(named) / 2)
    chosen = [key for key in reports if often[key] >= least and times[key] > others[key]]
    chosen.sort(key=lambda key: (-reports[key], -times[key], key))
    return [min(forms[key], key=lambda form: (" " not in form, -forms[key][form], form)) for key in chosen]
