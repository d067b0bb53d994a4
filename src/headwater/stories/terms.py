"""The terms of articles: what their titles, leads and bodies are about, as sparse rows over one vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article
from headwater.stories.tokens import FORM_BITS, Tokens, tokens_of
from headwater.stories.weekdays import recent_days, weekday_counts
from headwater.text.shingles import Hashes, shingles

Ints = NDArray[np.int64]
Shorts = NDArray[np.int32]  # of what there is a lot of
Floats = NDArray[np.float32]

_LEAD_TOKENS = 90  # title and the first two or three sentences: where a report says what happened
_AT_A_TIME = 1 << (62 - FORM_BITS)  # articles whose tokens are counted together: their number fits beside a form
_ARTICLE_SHIFT = np.uint64(FORM_BITS + 2)
_TITLE, _CAPITAL, _FORM_SHIFT = np.uint64(2), np.uint64(1), np.uint64(2)
_FORMS = np.uint64((1 << FORM_BITS) - 1)
_BODY_REACH = 8000  # characters; what comes later is background that many stories share


@dataclass(frozen=True, slots=True)
class Counts:
    """Entry n says that ``row[n]`` holds ``term[n]`` ``count[n]`` times; sorted by row and term, no pair twice."""

    row: Shorts
    term: Shorts
    count: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Terms:
    """Term counts of articles by part. ``vocabulary`` has the forms of the terms by number, ascending."""

    rows: int
    vocabulary: Hashes
    title: Counts
    lead: Counts
    body: Counts
    names: Counts
    numbers: Counts
    phrases: Counts  # pairs of neighbouring terms of the lead, numbered on their own
    lowered: NDArray[np.bool_]  # terms that are written in lower case somewhere
    tokens: Ints  # length of each article
    bare: NDArray[np.bool_]  # articles that are a headline and nothing else
    weekdays: Floats  # how often each article names each day of the week at its beginning


@dataclass(frozen=True, slots=True)
class _Formed:
    """Counts of forms that have no number yet."""

    row: NDArray[np.uint8]  # within the batch
    form: Hashes
    count: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class _Batch:
    """What some articles hold, ``phrases`` under the hashes of both words; ``lengths`` of title and body."""

    title: _Formed
    body: _Formed
    names: _Formed
    lead: _Formed
    phrases: _Formed
    lowered: Hashes
    lengths: Ints
    weekdays: Floats


def pieces_of(article: Article) -> tuple[str, str]:
    """The title, and as much of the rest as counts."""
    split = len((article.title or "").rstrip())
    return article.text[:split], article.text[split : split + _BODY_REACH]


def count_terms(articles: Sequence[Article]) -> Terms:
    """The terms of ``articles`` by part; the title counts as part of lead and body too."""
    batches = [_counted(articles[at : at + _AT_A_TIME]) for at in range(0, len(articles), _AT_A_TIME)]
    vocabulary = _vocabulary(_distinct([_distinct([batch.body.form]) for batch in batches]))
    lowered = np.zeros(len(vocabulary.forms), dtype=bool)
    for batch in batches:
        lowered[vocabulary.numbers(batch.lowered)] = True
    lengths = np.concatenate([np.zeros((0, 2), dtype=np.int64), *(batch.lengths for batch in batches)])
    weekdays = np.concatenate([np.zeros((0, 7), dtype=np.float32), *(batch.weekdays for batch in batches)])
    phrases = [batch.phrases for batch in batches]
    titles, leads = [batch.title for batch in batches], [batch.lead for batch in batches]
    bodies, names = [batch.body for batch in batches], [batch.names for batch in batches]
    del batches
    pairs = _joined(phrases, _vocabulary(_of_two_rows(phrases)))
    body = _joined(bodies, vocabulary)
    return Terms(
        rows=len(articles),
        vocabulary=vocabulary.forms,
        title=_joined(titles, vocabulary),
        lead=_joined(leads, vocabulary),
        body=body,
        names=_joined(names, vocabulary),
        numbers=kept(body, (vocabulary.forms & np.uint64(1) > 0)[body.term]),
        phrases=pairs,
        lowered=lowered,
        tokens=lengths.sum(axis=1),
        bare=lengths[:, 1] == 0,
        weekdays=weekdays,
    )


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Ascending forms; ``first`` is where those with given leading bits, their value above ``shift``, begin.

    Hashes lie evenly, so that the leading bits of a form nearly tell its place: several times as fast as a search.
    """

    forms: Hashes
    first: Ints
    shift: np.uint64

    def numbers(self, forms: Hashes) -> Ints:
        """The number of each form; of one that is not in the vocabulary that of the next, which may be past the end."""
        number: Ints = self.first[forms >> self.shift]
        late = np.arange(len(forms))
        while len(late):
            late = late[number[late] < len(self.forms)]
            late = late[self.forms[number[late]] < forms[late]]
            number[late] += 1
        return number


def _vocabulary(forms: Hashes) -> _Vocabulary:
    bits = min(FORM_BITS, len(forms).bit_length() + 1)
    shift = np.uint64(FORM_BITS - bits)
    return _Vocabulary(forms, np.searchsorted(forms >> shift, np.arange(1 << bits, dtype=np.uint64)), shift)


def kept(counts: Counts, wanted: NDArray[np.bool_]) -> Counts:
    """Only the wanted entries."""
    return Counts(counts.row[wanted], counts.term[wanted], counts.count[wanted])


def _counted(articles: Sequence[Article]) -> _Batch:
    """The counts of one batch of articles."""
    tokens = tokens_of([piece for article in articles for piece in pieces_of(article)])
    row, of_body = tokens.text >> 1, tokens.text & 1
    lengths = np.bincount(tokens.text, minlength=2 * len(articles)).reshape(-1, 2)
    total = lengths.sum(axis=1)
    rank = np.arange(len(row)) - (np.cumsum(total) - total)[row]
    lead, phrases = _leads(tokens, row, rank)
    telling = tokens.telling
    key = row[telling].astype(np.uint64) << _ARTICLE_SHIFT
    key |= tokens.form[telling] << _FORM_SHIFT
    key |= (1 - of_body[telling]).astype(np.uint64) << np.uint64(1)
    key |= tokens.capital[telling]
    key.sort()
    starts = _starts(key)
    key, count = key[starts], np.diff(np.append(starts, len(key)))
    return _Batch(
        _summed(key, count, key & _TITLE > 0),
        _summed(key, count, np.ones(len(key), dtype=bool)),
        _summed(key, count, _is_name(key)),
        lead,
        phrases,
        _distinct([(key[key & _CAPITAL == 0] >> _FORM_SHIFT) & _FORMS]),
        lengths,
        weekday_counts(tokens, row, rank, len(articles)) + recent_days(articles),
    )


def _starts(keys: NDArray[np.uint64]) -> Ints:
    """Where each run of equal keys begins."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))


def _distinct(forms: Sequence[Hashes]) -> Hashes:
    """The forms, ascending, none twice."""
    together = np.sort(np.concatenate([np.zeros(0, dtype=np.uint64), *forms]))
    return together[_starts(together)]


def _leads(tokens: Tokens, row: Ints, rank: Ints) -> tuple[_Formed, _Formed]:
    """The telling ones of each article's first tokens, and their pairs of neighbours."""
    chosen = (rank < _LEAD_TOKENS) & tokens.telling
    form, row = tokens.form[chosen], row[chosen]
    beside = np.flatnonzero(row[1:] == row[:-1])
    hashed = shingles(form + np.uint64(1), 2)[beside] >> np.uint64(64 - FORM_BITS)
    return _tallied(form, row), _tallied(hashed, row[beside])


def _tallied(form: Hashes, row: Ints) -> _Formed:
    key = np.sort(row.astype(np.uint64) << _ARTICLE_SHIFT | form << _FORM_SHIFT)
    return _summed(key, np.ones(len(key), dtype=np.int64), np.ones(len(key), dtype=bool))


def _is_name(key: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which entries are of a body's words that it always writes with a capital, whatever opens its sentences."""
    in_body = key & _TITLE == 0
    named = in_body & (key & _CAPITAL > 0) & (key >> _FORM_SHIFT & np.uint64(1) == 0)
    # An article's entries of one form stand together, those in lower case of the body first.
    small = np.concatenate([[np.uint64(0)], key[:-1]])
    result: NDArray[np.bool_] = named & (small != key - _CAPITAL)
    return result


def _summed(key: NDArray[np.uint64], count: Ints, wanted: NDArray[np.bool_]) -> _Formed:
    """The wanted entries, those of one article and form together."""
    key, count = key[wanted] >> _FORM_SHIFT, count[wanted]
    starts = _starts(key)
    count = np.add.reduceat(count, starts) if len(starts) else count
    key = key[starts]
    return _Formed((key >> np.uint64(FORM_BITS)).astype(np.uint8), key & _FORMS, count.astype(np.uint16))


def _joined(parts: list[_Formed], vocabulary: _Vocabulary) -> Counts:
    """The counts of all batches, those of forms in the vocabulary, by number; ``parts`` is emptied on the way."""
    total = sum(len(part.form) for part in parts)
    row, term, count = np.empty(total, np.int32), np.empty(total, np.int32), np.empty(total, np.uint16)
    first, forms = total, np.append(vocabulary.forms, 0)
    while parts:
        part = parts.pop()
        number = vocabulary.numbers(part.form)
        known = forms[number] == part.form
        at = slice(first - int(known.sum()), first)
        row[at], term[at], count[at] = part.row[known], number[known], part.count[known]
        row[at] += np.int32(len(parts) * _AT_A_TIME)
        first = at.start
    return Counts(row[first:], term[first:], count[first:])


def _of_two_rows(parts: Sequence[_Formed]) -> Hashes:
    """The forms that more than one row has, ascending; a row has each of its forms once."""
    together = np.sort(np.concatenate([np.zeros(0, dtype=np.uint64), *(part.form for part in parts)]))
    starts = _starts(together)
    shared: Hashes = together[starts[np.diff(np.append(starts, len(together))) > 1]]
    return shared
