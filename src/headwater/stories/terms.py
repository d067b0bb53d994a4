"""The terms of articles: what their titles, leads and bodies are about, as sparse rows over one vocabulary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article, Part

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_TOKEN = re.compile(r"\w+(?:[.,][0-9]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LEAD_TOKENS = 90  # title and the first two or three sentences: where a report says what happened
_AT_A_TIME = 256  # articles whose tokens are counted together, to bound memory
_TOKEN_BITS = 32
_BODY_REACH = 8000  # characters; what comes later is background that many stories share


@dataclass(frozen=True, slots=True)
class Counts:
    """Entry n says that ``row[n]`` holds ``term[n]`` ``count[n]`` times; sorted by row and term, no pair twice."""

    row: Ints
    term: Ints
    count: Floats


@dataclass(frozen=True, slots=True)
class Terms:
    """Term counts of articles by part. ``vocabulary`` names the terms by number."""

    rows: int
    vocabulary: tuple[str, ...]
    title: Counts
    lead: Counts
    body: Counts
    names: Counts
    numbers: Counts
    phrases: Counts  # pairs of neighbouring terms of the lead, numbered on their own
    lowered: NDArray[np.bool_]  # terms that are written in lower case somewhere
    tokens: Ints  # length of each article
    bare: NDArray[np.bool_]  # articles that are a headline and nothing else


def normal_form(token: str) -> str:
    """The token in lower case, without an English plural's s."""
    plain = token.lower()
    if len(plain) > 3 and plain[-1] == "s" and plain[-2] not in "su":
        return plain[:-1]
    return plain


def count_terms(articles: Sequence[Article]) -> Terms:
    """The terms of ``articles`` by part; the title counts as part of lead and body too."""
    seen: defaultdict[str, int] = defaultdict(count().__next__)
    titles, bodies = list[Counts](), list[Counts]()
    leads: list[list[int]] = []
    tokens: list[tuple[int, int]] = []
    for at in range(0, len(articles), _AT_A_TIME):
        split = [_tokens(article) for article in articles[at : at + _AT_A_TIME]]
        title, body = ([list(map(seen.__getitem__, part[n])) for part in split] for n in range(2))
        titles.append(_counted(title, at))
        bodies.append(_counted(body, at))
        leads += [(one + other)[:_LEAD_TOKENS] for one, other in zip(title, body, strict=True)]
        tokens += [(len(one), len(other)) for one, other in zip(title, body, strict=True)]
    lengths = np.array(tokens, dtype=np.int64).reshape(-1, 2)
    terms = _terms(seen, _stacked(titles), _stacked(bodies), leads)
    return replace(terms, tokens=lengths.sum(axis=1), bare=lengths[:, 1] == 0)


def _counted(rows: Sequence[Sequence[int]], first: int) -> Counts:
    """How often each row, numbered from ``first``, holds each token."""
    row = np.repeat(np.arange(first, first + len(rows), dtype=np.int64), [len(tokens) for tokens in rows])
    token = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=len(row))
    key, counts = np.unique(row << _TOKEN_BITS | token, return_counts=True)
    return Counts(key >> _TOKEN_BITS, key & ((1 << _TOKEN_BITS) - 1), counts.astype(np.float32))


def _stacked(parts: Sequence[Counts]) -> Counts:
    return Counts(
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.term for part in parts]),
        np.concatenate([part.count for part in parts]),
    )


def _tokens(article: Article) -> tuple[list[str], list[str]]:
    split = max((sentence.end for sentence in article.sentences if sentence.part is Part.TITLE), default=0)
    pieces = (article.text[:split], article.text[split : split + _BODY_REACH])
    title, body = (_TOKEN.findall(piece.replace("_", " ")) for piece in pieces)
    if not article.text.isascii() and _UNSPACED.search(article.text[:_BODY_REACH]):
        return _with_bigrams(title), _with_bigrams(body)
    return title, body


def _with_bigrams(tokens: Sequence[str]) -> list[str]:
    """The tokens, those of scripts without spaces cut into pairs of signs."""
    cut: list[str] = []
    for token in tokens:
        if _UNSPACED.search(token) and len(token) > 2:
            cut.extend(token[at : at + 2] for at in range(len(token) - 1))
        else:
            cut.append(token)
    return cut


def _terms(seen: Iterable[str], title: Counts, body: Counts, leads: Sequence[list[int]]) -> Terms:
    """Merge tokens that have one normal form, and pick out names, numbers and phrases."""
    forms = [normal_form(token) for token in seen]
    vocabulary = sorted(set(forms))
    size, number = len(vocabulary), {form: n for n, form in enumerate(vocabulary)}
    to_form = np.array([number[form] for form in forms], dtype=np.int64)
    capital = np.array([token[0].isupper() and len(token) > 1 for token in seen], dtype=bool)
    numeral = np.array([form[0].isdigit() for form in vocabulary], dtype=bool)
    wanted = np.array([len(form) > 1 or not form.isascii() or form.isdigit() for form in vocabulary], dtype=bool)
    lowered = np.zeros(size, dtype=bool)
    lowered[to_form[~capital]] = True
    short = _merge(title, to_form, wanted, size)
    whole = _merged_of(_merge(body, to_form, wanted, size), short, size)
    lead, phrases = _of_leads(leads, to_form, wanted, size)
    return Terms(
        rows=len(leads),
        vocabulary=tuple(vocabulary),
        title=short,
        lead=lead,
        body=whole,
        names=_names(body, to_form, capital, wanted & ~numeral),
        numbers=kept(whole, numeral[whole.term]),
        phrases=phrases,
        lowered=lowered,
        tokens=np.zeros(len(leads), dtype=np.int64),
        bare=np.zeros(len(leads), dtype=bool),
    )


def _of_leads(leads: Sequence[list[int]], to_form: Ints, wanted: NDArray[np.bool_], size: int) -> tuple[Counts, Counts]:
    """The terms of the leads, and the pairs of neighbours that at least two leads share."""
    row = np.repeat(np.arange(len(leads), dtype=np.int64), [len(lead) for lead in leads])
    term = to_form[np.array([token for lead in leads for token in lead], dtype=np.int64)]
    row, term = row[wanted[term]], term[wanted[term]]
    beside = np.flatnonzero(row[1:] == row[:-1])
    pairs, pair = np.unique(term[beside] * size + term[beside + 1], return_inverse=True)
    phrases = _summed(row[beside], pair, np.ones(len(pair), dtype=np.float32), len(pairs))
    shared = np.bincount(phrases.term, minlength=len(pairs)) > 1
    return _summed(row, term, np.ones(len(term), dtype=np.float32), size), kept(phrases, shared[phrases.term])


def _merge(counts: Counts, to_form: Ints, wanted: NDArray[np.bool_], size: int) -> Counts:
    term = to_form[counts.term]
    keep = wanted[term]
    return _summed(counts.row[keep], term[keep], counts.count[keep], size)


def _merged_of(one: Counts, other: Counts, size: int) -> Counts:
    rows, terms = np.concatenate([one.row, other.row]), np.concatenate([one.term, other.term])
    return _summed(rows, terms, np.concatenate([one.count, other.count]), size)


def _summed(row: Ints, term: Ints, count: Floats, size: int) -> Counts:
    size = max(size, 1)
    key, place = np.unique(row * size + term, return_inverse=True)
    return Counts(key // size, key % size, np.bincount(place, weights=count, minlength=len(key)).astype(np.float32))


def kept(counts: Counts, wanted: NDArray[np.bool_]) -> Counts:
    """Only the wanted entries."""
    return Counts(counts.row[wanted], counts.term[wanted], counts.count[wanted])


def _names(raw: Counts, to_form: Ints, capital: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> Counts:
    """Terms that a body always writes with a capital: names, whatever opens its sentences."""
    size = len(wanted)
    term = to_form[raw.term]
    key = raw.row * size + term
    upper = capital[raw.term] & wanted[term]
    named = upper & ~_is_among(key, np.sort(key[~capital[raw.term]]))
    return _summed(raw.row[named], term[named], raw.count[named], size)


def _is_among(wanted: Ints, among: Ints) -> NDArray[np.bool_]:
    """Which of ``wanted`` occur in ``among``, which is sorted; several times as fast here as ``np.isin``."""
    if not len(among):
        return np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    found: NDArray[np.bool_] = among[at] == wanted
    return found
