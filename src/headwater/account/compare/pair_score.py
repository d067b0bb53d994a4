"""How likely two clauses make one claim: a logistic regression over how they resemble and what parts them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from importlib.resources import files

import numpy as np

from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import contrary
from headwater.account.compare.margins import Margins, margins_of
from headwater.account.compare.similarity import Floats, Ints, Similar
from headwater.account.compare.terms import Terms
from headwater.model.article import Part
from headwater.text.words import words

FEATURES = (
    "alike", "log_alike", "contained", "cosine", "log_cosine", "best", "both_best", "margin", "bridge",
    "numbers_apart", "one_numbered", "days_apart", "far_in_order", "titles", "contrary",
)  # fmt: skip
_MOST_ODDS = 4.0
_DISCOUNTS = {"one_numbered": 0.9, "days_apart": 0.8}
_LEAST = 0.03  # added before the logarithm
_BLOCK = 1 << 18  # pairs whose features are held at once


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of ``FEATURES`` and the intercept."""

    intercept: float
    weights: tuple[float, ...]


def shipped_model() -> Model:
    """The weights of the package; bench/fit_claims.py says what they were fitted on."""
    data = json.loads(files("headwater.account.compare").joinpath("weights/claims.json").read_text(encoding="utf-8"))
    return Model(float(data["intercept"]), tuple(float(data["weights"][name]) for name in FEATURES))


_MODEL = shipped_model()


def chances(features: Floats, model: Model = _MODEL) -> Floats:
    """The chance, 0..1, that each pair makes one claim; ``features`` as ``pair_features`` makes them."""
    return np.asarray(1 / (1 + np.exp(-_odds(features, model))))


def odds_share(features: Floats, model: Model = _MODEL) -> Floats:
    """The log odds of each pair between -4 and 4 as a share of that range: 0.5 where both are as likely."""
    return (np.clip(_odds(features, model), -_MOST_ODDS, _MOST_ODDS) + _MOST_ODDS) / (2 * _MOST_ODDS)


def discount(features: Floats) -> Floats:
    """A factor for each pair, less than 1 where only one gives a number or their days exclude each other."""
    factor = np.ones(len(features))
    for name, less in _DISCOUNTS.items():
        factor *= np.where(features[:, FEATURES.index(name)] > 0, less, 1.0)
    return factor


def _odds(features: Floats, model: Model) -> Floats:
    return np.asarray(features @ np.array(model.weights) + model.intercept)


def pair_features(clauses: Sequence[Clause], terms: Sequence[Terms], pairs: Similar) -> Floats:
    """The ``FEATURES`` of each pair, shape (pairs, features)."""
    return np.concatenate(list(_blocks(clauses, terms, pairs)))


def weigh_pairs(clauses: Sequence[Clause], terms: Sequence[Terms], pairs: Similar) -> tuple[Floats, Floats]:
    """The odds of each pair, as ``odds_share`` gives them, and its ``discount``; each (pairs,).

    Block by block: of a large story the features of all pairs are the most that there is to hold.
    """
    weighed = [(odds_share(features), discount(features)) for features in _blocks(clauses, terms, pairs)]
    return np.concatenate([odds for odds, _ in weighed]), np.concatenate([factor for _, factor in weighed])


def _blocks(clauses: Sequence[Clause], terms: Sequence[Terms], pairs: Similar) -> Iterator[Floats]:
    margins = _margins(clauses, pairs)
    for start in range(0, max(1, len(pairs.one)), _BLOCK):
        block = slice(start, start + _BLOCK)
        of_block = Similar(*(getattr(pairs, field.name)[block] for field in fields(Similar)))
        theirs = Margins(*(getattr(margins, field.name)[block] for field in fields(Margins)))
        features = np.empty((len(of_block.one), len(FEATURES)))
        for n, column in enumerate(_columns(clauses, terms, of_block, theirs)):
            features[:, n] = column
        yield features


def _columns(clauses: Sequence[Clause], terms: Sequence[Terms], pairs: Similar, margins: Margins) -> Iterator[Floats]:
    """The ``FEATURES`` one after another, each (pairs,)."""
    figure_shared, _, _ = _sets(pairs, [term.figures for term in terms])
    _, numbers_apart, one_numbered = _sets(pairs, [term.numbers for term in terms])
    _, days_apart, _ = _sets(pairs, [term.days for term in terms])
    order = _each(pairs, [clause.order / max(1, len(clause.article.sentences) - 1) for clause in clauses])
    titles = _each(pairs, [float(clause.part is not Part.BODY) for clause in clauses])
    yield from (pairs.alike, np.log(pairs.alike + _LEAST), pairs.contained)
    yield from (margins.cosine, np.log(margins.cosine + _LEAST), margins.best, margins.both_best, margins.margin)
    yield np.log(margins.bridge + _LEAST)
    yield from (numbers_apart * (1 - figure_shared), one_numbered, days_apart)
    yield np.abs(order[0] - order[1])
    yield titles[0] + titles[1]
    yield _contrary(pairs, clauses)


def _contrary(pairs: Similar, clauses: Sequence[Clause]) -> Floats:
    """1.0 for each pair of clauses that hold words of opposite meaning, else 0.0."""
    marked = np.array([bool(clause.manner.opposites) for clause in clauses], dtype=bool)
    found = np.zeros(len(pairs.one))
    for n in np.flatnonzero(marked[pairs.one] & marked[pairs.other]).tolist():
        one, other = clauses[int(pairs.one[n])], clauses[int(pairs.other[n])]
        found[n] = contrary(one.manner.opposites, other.manner.opposites)
    return found


def _margins(clauses: Sequence[Clause], pairs: Similar) -> Margins:
    """The margins of the sentences that the clauses of each pair are in."""
    places = sorted({(clause.article.id, clause.order) for clause in clauses})
    number = {place: n for n, place in enumerate(places)}
    sentences = {(clause.article.id, clause.order): clause for clause in clauses}
    rows = [_words_of_sentence(sentences[place]) for place in places]
    ids = {article: n for n, article in enumerate(dict.fromkeys(article for article, _ in places))}
    articles = np.array([ids[article] for article, _ in places], dtype=np.int64)
    row = np.array([number[clause.article.id, clause.order] for clause in clauses], dtype=np.int64)
    return margins_of(rows, articles, row[pairs.one], row[pairs.other])


def _words_of_sentence(clause: Clause) -> Sequence[str]:
    return clause.tokens if clause.whole else words(clause.article.slice(clause.sentence))


def _each(pairs: Similar, values: Sequence[float]) -> tuple[Floats, Floats]:
    array = np.array(values, dtype=np.float64)
    return array[pairs.one], array[pairs.other]


def _sets(pairs: Similar, sets: Sequence[frozenset[str]]) -> tuple[Floats, Floats, Floats]:
    """For each pair 1.0 where both sets share an element; where both have some and share none; where one has some."""
    filled = np.array([bool(one) for one in sets], dtype=bool)
    one, other = filled[pairs.one], filled[pairs.other]
    both = np.flatnonzero(one & other)
    shared = np.zeros(len(pairs.one))
    shared[both] = _meet(pairs.one[both], pairs.other[both], sets)
    apart = (one & other).astype(np.float64) - shared
    return shared, apart, (one ^ other).astype(np.float64)


def _meet(one: Ints, other: Ints, sets: Sequence[frozenset[str]]) -> list[float]:
    return [float(not sets[i].isdisjoint(sets[j])) for i, j in zip(one.tolist(), other.tolist(), strict=True)]
