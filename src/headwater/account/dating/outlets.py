"""Days of crawls, which only a collection shows: one outlet's same day over events that all others date before."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from headwater.account.dating.crawl import LATE
from headwater.account.dating.marks import names_later
from headwater.model.article import Article, Citation, Published, Reason, StatedKind

_STORIES = 2  # that an outlet must give one and the same late day
_DAYS = 2  # such days that convict an outlet; a weekly's two long reads in one issue do not
_LONG = 28  # days; two stories of one day, both as late as that, convict it alone
_ALONE = 14  # days behind the others from which on a convicted outlet's date is rejected, whatever else is of that day
_OLD = dt.timedelta(days=7)  # after the others' last report: what a text names beyond it shows that it is as late
_CITED = 3  # other reports that are cited for one date


@dataclass(frozen=True, slots=True)
class _Late:
    """An article of story number ``story`` that comes ``behind`` days after the last of the other outlets' reports."""

    article: Article
    story: int
    behind: int
    others: tuple[Article, ...]


def reject_crawl_days(stories: Sequence[Sequence[Article]]) -> tuple[tuple[Article, ...], ...]:
    """The articles of every story as given, the stated dates that are those of a crawl rejected, with the evidence.

    A day is that of a crawl where one outlet gives it to articles of two stories that all other outlets' reports date a
    week or more before. Two such days convict the outlet, or one that is four weeks behind, if most of its articles
    that can be checked are as late. Of a convicted outlet these days are rejected, and any that is two weeks behind.
    The text's own day is then unknown, but not after the stated one; ``date_articles`` may find it.
    """
    late, told = _checked(stories)
    by_day: defaultdict[tuple[str, dt.date], list[_Late]] = defaultdict(list)
    for each in late:
        by_day[_given(each.article)].append(each)
    days = {given: found for given, found in by_day.items() if len({each.story for each in found}) >= _STORIES}
    convicted = _convicted(days, told, Counter(each.article.outlet or "" for each in late))
    rejected = {
        each.article.id: _rejected(each, days.get(_given(each.article), [each]))
        for each in late
        if each.article.outlet in convicted and (_given(each.article) in days or each.behind >= _ALONE)
    }
    return tuple(
        tuple(replace(a, published=rejected[a.id]) if a.id in rejected else a for a in story) for story in stories
    )


def _given(article: Article) -> tuple[str, dt.date]:
    return article.outlet or "", article.published.stated or dt.date.max


def _checked(stories: Sequence[Sequence[Article]]) -> tuple[list[_Late], Counter[str]]:
    """The late articles by id, and of how many articles each outlet's stated date can be checked by others."""
    late: list[_Late] = []
    told: Counter[str] = Counter()
    for number, story in enumerate(stories):
        for article, others in _with_others(story):
            told[article.outlet or ""] += 1
            last = max(other.published.date or dt.date.min for other in others)
            behind = ((article.published.stated or last) - last).days
            if behind >= LATE and not names_later(article, last + _OLD):
                late.append(_Late(article, number, behind, others))
    return sorted(late, key=lambda each: each.article.id), told


def _with_others(story: Sequence[Article]) -> Iterator[tuple[Article, tuple[Article, ...]]]:
    """Each article of a named outlet whose stated date stands, with the dated reports of other outlets, if any."""
    dated = sorted((a for a in story if a.outlet and a.published.date), key=lambda a: (a.published.date, a.id))
    for article in dated:
        others = tuple(other for other in dated if other.outlet != article.outlet)
        if article.published.stated and not article.published.stated_rejected and others:
            yield article, others


def _convicted(
    days: Mapping[tuple[str, dt.date], Sequence[_Late]], told: Mapping[str, int], late: Mapping[str, int]
) -> frozenset[str]:
    at: Counter[str] = Counter(outlet for outlet, _ in days)
    long = {
        outlet
        for (outlet, _), found in days.items()
        if len({each.story for each in found if each.behind >= _LONG}) >= _STORIES
    }
    return frozenset(
        outlet for outlet in at if (at[outlet] >= _DAYS or outlet in long) and 2 * late[outlet] >= told[outlet]
    )


def _rejected(each: _Late, alike: Sequence[_Late]) -> Published:
    article = each.article
    stated, last = article.published.stated, each.others[-1]
    reasons = [
        Reason(
            f"the stated {stated} is that of a crawl: {each.behind} days after the last report of any other outlet, "
            f"{last.published.date}",
            (*_evidence(article), *chain.from_iterable(_evidence(other) for other in each.others[-_CITED:])),
        )
    ]
    elsewhere = [other.article for other in alike if other.story != each.story]
    if elsewhere:
        named = ", ".join(f"'{other.title or other.id}'" for other in elsewhere[:_CITED])
        text = f"{article.outlet} gives the same day to reports of other stories, late like this one: {named}"
        reasons.append(Reason(text, _evidence(article)))
    return Published(None, None, stated, stated, StatedKind.CRAWL, True, tuple(reasons))


def _evidence(article: Article) -> tuple[Citation, ...]:
    """Where the article's page or row gives its date; without such a place, where its text begins."""
    given = tuple(citation for reason in article.published.reasons for citation in reason.citations)
    if given:
        return given[:1]
    return tuple(article.cite(sentence.start, sentence.end) for sentence in article.sentences[:1])
