"""Ages that reports give for one person, and those that cannot both hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from headwater.account.compare.contradictions import Contradiction
from headwater.account.compare.entities import EntityIndex
from headwater.model.article import Article, Citation
from headwater.model.particulars import EntityType, NameMention, Particulars
from headwater.text.number_tokens import SMALL

_OLDEST = 120
_REACH = 24  # characters before a name in which its age is looked for
_FAR_DAYS = 60  # between reports, in which somebody may well have had a birthday
_YEARS = rf"\d{{1,3}}|{'|'.join(word for word, value in SMALL.items() if value)}"
_BEHIND = re.compile(r", (?:aged |who (?:is|was) )?(\d{1,3})(?=[,.;])|,? aged (\d{1,3})\b| \((\d{1,3})\)")
_BEFORE = re.compile(rf"\b({_YEARS})[- ]year[- ]old $", re.IGNORECASE)

_Age = tuple[int, Citation]


def age_behind(text: str, end: int) -> re.Match[str] | None:
    """The age that stands right behind a person's name, which ends at ``end``: "Ada Brandt, 54,"."""
    match = _BEHIND.match(text, end)
    return match if match and int(match[match.lastindex or 1]) <= _OLDEST else None


def age_contradictions(
    particulars: Sequence[Particulars], entities: EntityIndex, distinct: Mapping[str, str]
) -> tuple[Contradiction, ...]:
    """The persons by name to whom two reports give other ages.

    A boy or a girl without a name is not held to be one and the same: nothing tells two children apart.
    """
    articles = {each.article.id: each.article for each in particulars}
    ages: dict[str, list[_Age]] = defaultdict(list)
    for each in particulars:
        for who, age in _named(each, entities):
            ages[who].append(age)
    return tuple(
        Contradiction(readings, f"{entities.entity(who).name} has two ages, of which one must be wrong")
        for who, given in sorted(ages.items())
        if (readings := _apart(given, articles, distinct))
    )


def _named(each: Particulars, entities: EntityIndex) -> Iterator[tuple[str, _Age]]:
    for name in each.names:
        match = _age_of(each.article, name)
        if match:
            group = match.lastindex or 1
            yield entities.of(name), (_years(match[group]), each.article.cite(*match.span(group)))


def _age_of(article: Article, name: NameMention) -> re.Match[str] | None:
    if name.type is not EntityType.PERSON:
        return None
    start = name.citation.start
    return age_behind(article.text, name.citation.end) or _BEFORE.search(article.text, max(0, start - _REACH), start)


def _years(written: str) -> int:
    return int(written) if written.isdecimal() else int(SMALL[written.lower()])


def _apart(
    ages: Sequence[_Age], articles: Mapping[str, Article], distinct: Mapping[str, str]
) -> tuple[tuple[Citation, ...], ...]:
    """The citations of each age, the youngest first; () where no two reports of one time give other ages."""
    cited: dict[int, list[Citation]] = defaultdict(list)
    for years, citation in ages:
        cited[years].append(citation)
    if len(cited) < 2:
        return ()
    texts = [{distinct[citation.article] for citation in each} for each in cited.values()]
    if set.intersection(*texts):
        return ()  # a report that gives both tells of two persons, or corrects itself
    days = [day for citation in (c for each in cited.values() for c in each)
            if (day := articles[citation.article].published.date)]  # fmt: skip
    if days and (max(days) - min(days)).days > _FAR_DAYS:
        return ()
    return tuple(tuple(sorted(cited[years])) for years in sorted(cited))
