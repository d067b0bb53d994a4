"""The terms of articles: what their titles, leads and bodies are about, as sparse rows over one vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article, Part

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_TOKEN = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LEAD_TOKENS = 90  # title and the first two or three sentences: where a report says what happened
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


class _Vocabulary(dict[str, int]):
    """Numbers for tokens, given out as they come."""

    def __missing__(self, token: str) -> int:
        self[token] = number = len(self)
        return number


def normal_form(token: str) -> str:
    """The token in lower case, without an English plural's s."""
    plain = token.lower()
    if len(plain) > 3 and plain[-1] == "s" and plain[-2] not in "su":
        return plain[:-1]
    return plain


def count_terms(articles: Sequence[Article]) -> Terms:
    """The terms of ``articles`` by part; the title counts as part of lead and body too."""
    seen = _Vocabulary()
    titles, bodies, leads, tokens, bare = [], [], [], [], []
    for article in articles:
        title, body = _tokens(article)
        tokens.append(len(title) + len(body))
        bare.append(not body)
        titles.append(_counted(title, seen))
        bodies.append(_counted(body, seen))
        leads.append([seen[token] for token in (title + body)[:_LEAD_TOKENS]])
    terms = _terms(seen, _stack(titles), _stack(bodies), leads)
    return replace(terms, tokens=np.array(tokens, dtype=np.int64), bare=np.array(bare, dtype=bool))


def _counted(tokens: Sequence[str], seen: _Vocabulary) -> tuple[list[int], list[int]]:
    counts = Counter(tokens)
    return [seen[token] for token in counts], list(counts.values())


def _tokens(article: Article) -> tuple[list[str], list[str]]:
    split = max((sentence.end for sentence in article.sentences if sentence.part is Part.TITLE), default=0)
    pieces = (article.text[:split], article.text[split : split + _BODY_REACH])
    title, body = (_TOKEN.findall(piece) for piece in pieces)
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


def _stack(rows: Sequence[tuple[list[int], list[int]]]) -> Counts:
    lengths = [len(terms) for terms, _ in rows]
    return Counts(
        np.repeat(np.arange(len(rows), dtype=np.int64), lengths),
        np.array([term for terms, _ in rows for term in terms], dtype=np.int64),
        np.array([count for _, counts in rows for count in counts], dtype=np.float32),
    )


def _terms(seen: _Vocabulary, title: Counts, body: Counts, leads: Sequence[list[int]]) -> Terms:
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
