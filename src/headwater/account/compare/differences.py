"""In what the reports of one claim differ, and whether both can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from headwater.account.compare.assurance import assurance_differences
from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.dates import date_differences
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.judgement import Judgement
from headwater.account.compare.judging import is_toll, judge_values
from headwater.account.compare.substitutions import Substitution, substitutions, worded
from headwater.account.compare.terms import Aligned
from headwater.model.account import Aspect, Difference, Reading, Status
from headwater.model.article import Article, Citation

_MOST_CLAUSES = 10  # of different wording that are held against one another; a large claim repeats itself
_LONGEST = 1500  # characters of a clause: words are aligned in quadratic time
_PLAIN_NUMBER = {
    Status.CHANGED: "the figure changed in the course of the coverage",
    Status.DIFFERS: "the reports give different figures for the same thing",
}


def judge_differences(alignment: Alignment, aligned: Aligned) -> tuple[Judgement, ...]:
    """The differences in figures, dates, names, words, certainty and attribution between the clauses of one claim."""
    numbers = tuple(_numbers(alignment, aligned))
    if len({clause.article.id for clause in alignment.clauses}) == 1:
        return numbers  # as most claims: of one report only the figures can differ
    return (
        *numbers,
        *date_differences(alignment),
        *_substituted(alignment, _different_wordings(alignment), aligned),
        *assurance_differences(alignment),
    )


def _different_wordings(alignment: Alignment) -> list[Clause]:
    """The most central clauses, one for each wording."""
    ranked = sorted(
        zip(alignment.centrality, alignment.clauses, strict=True), key=lambda pair: (-pair[0], pair[1].place)
    )
    seen: dict[str, Clause] = {}
    for _, clause in ranked:
        if clause.end - clause.start > _LONGEST:
            continue
        seen.setdefault(clause.text.casefold(), clause)
    return sorted(list(seen.values())[:_MOST_CLAUSES], key=lambda clause: clause.place)


def _numbers(alignment: Alignment, aligned: Aligned) -> Iterator[Judgement]:
    """For each thing that the clauses count: the figures they give, judged by themselves."""
    ids = {id for terms in alignment.terms for id in terms.figures}
    for quantity in [aligned.quantities[at] for at in sorted(aligned.number_of[id] for id in ids)]:
        values = [
            replace(value, citations=cited)
            for value in quantity.values
            if (cited := tuple(c for c in value.citations if _inside(alignment.clauses, c)))
        ]
        if len(values) < 2:
            continue
        judged = judge_values(values, unit=quantity.unit, toll=is_toll(quantity.what))
        explanation = judged.explanation or _PLAIN_NUMBER.get(judged.status)
        if explanation:
            readings = tuple(_reading(alignment, value.citations) for value in values)
            moved = judged.conflict and quantity.status is Status.CHANGED  # the story as a whole tells which came first
            difference = Difference(Aspect.NUMBER, readings, judged.conflict and not moved, explanation)
            yield Judgement(difference, Status.CHANGED if moved else judged.status)


def _inside(clauses: Sequence[Clause], citation: Citation) -> bool:
    return any(
        clause.article.id == citation.article and clause.start <= citation.start < clause.end for clause in clauses
    )


def _reading(alignment: Alignment, citations: Sequence[Citation]) -> Reading:
    articles = {clause.article.id: clause.article for clause in alignment.clauses}
    return Reading(articles[citations[0].article].cited(citations[0]), tuple(citations))


def _substituted(alignment: Alignment, wordings: Sequence[Clause], aligned: Aligned) -> list[Judgement]:
    """One difference for each pair of words or names, with every place in these clauses that has either."""
    articles = {clause.article.id: clause.article for clause in alignment.clauses}
    found: dict[tuple[str, str], Substitution] = {}
    for a, b in combinations(map(worded, wordings) if len(wordings) > 1 else (), 2):
        if a.clause.article.id == b.clause.article.id:
            continue
        for one in substitutions(a, b, aligned.entities):
            words = sorted((_key(articles, one.a), _key(articles, one.b)))
            if one.named and set(words[0].split()) & set(words[1].split()):
                continue  # "Halden" and "Halden Works": a short form, or a part, and no other name
            articles_of = a.clause.article, b.clause.article
            if _is_odd(one, aligned.entities) if one.named else not _used_by_both(words, *articles_of):
                found.setdefault((words[0], words[1]), one)
    return [_substitution(alignment, articles, words, one) for words, one in sorted(found.items())]


def _key(articles: dict[str, Article], citation: Citation) -> str:
    return articles[citation.article].cited(citation).casefold()


def _is_odd(one: Substitution, entities: EntityIndex) -> bool:
    """Whether one of the two names stands in its own report alone: names that all use are two things."""
    for citation in (one.a, one.b):
        entity = entities.entity(entities.by_place[citation.article, citation.start])
        if {each.article for each in entity.citations} == {citation.article}:
            return True
    return False


def _used_by_both(words: Sequence[str], a: Article, b: Article) -> bool:
    """Whether an article has both words: then they stand for two things, or for style."""
    return any(all(word in text for word in words) for text in (a.text.casefold(), b.text.casefold()))


def _substitution(
    alignment: Alignment, articles: dict[str, Article], words: tuple[str, str], one: Substitution
) -> Judgement:
    readings = []
    for word in words:
        cited = tuple(_places(alignment.clauses, word)) or ((one.a if _key(articles, one.a) == word else one.b),)
        readings.append(Reading(articles[cited[0].article].cited(cited[0]), cited))
    if one.named:
        return _renamed(tuple(readings), places=one.places)
    explanation = "one word stands where another report has a different one; they need not mean the same"
    return Judgement(Difference(Aspect.WORDING, tuple(readings), False, explanation), Status.DIFFERS)


def _renamed(readings: tuple[Reading, ...], *, places: bool) -> Judgement:
    if places:
        explanation = "one place stands where another report has a different one; one may lie in the other"
        return Judgement(Difference(Aspect.NAME, readings, False, explanation), Status.AGREED)
    explanation = "one name stands where another report has a different one: a mistake, a translation, or two sources"
    return Judgement(Difference(Aspect.NAME, readings, True, explanation), Status.DIFFERS)


def _places(clauses: Sequence[Clause], word: str) -> Iterator[Citation]:
    """Where the sentences of the clauses have ``word``: the speaker of a statement often stands outside its clause."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    for clause in clauses:
        match = pattern.search(clause.article.text, clause.sentence.start, clause.sentence.end)
        if match:
            yield clause.article.cite(*match.span())
