"""Views: an article's weighted terms by part, ready to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np

from headwater.stories.terms import Ints, Terms, kept
from headwater.stories.tokens import forms_of
from headwater.stories.weekdays import weekday_words
from headwater.stories.weigh import Doubles, Postings, Rows, merged, numbered, postings, some_of, weighted

# How many heaviest terms are kept: more adds time and, measured on the held-out stories, nothing.
_MOST = {"title": 40, "lead": 80, "body": 150, "names": 60, "numbers": 30, "phrases": 120}
#: The parts by which pairs are searched for.
SEARCHED = ("title", "lead", "body")
_PRIOR_ARTICLES = 300  # how many articles of the collection outweigh the background list
_UNLISTED_SHARE = 0.004  # of a word that the list lacks; a thousandth where it is always a name
_NAME_SHARE = 0.001
_CALENDAR = (  # written with a capital, and no name of anything that a story is about
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
)


@dataclass(frozen=True, slots=True)
class Views:
    """The parts that are compared, by name: a row an article."""

    parts: dict[str, Rows]


@dataclass(frozen=True, slots=True)
class Window:
    """The parts of some neighbouring articles over no more terms than they have; those searched also by term."""

    parts: dict[str, Rows]
    by_term: dict[str, Postings]


@cache
def background() -> Mapping[str, float]:
    """The share of news articles that hold a common word; fitted by ``bench/fit_background.py``."""
    table = files("headwater.stories").joinpath("data/background.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines())
    return {word: int(thousandths) / 1000 for word, thousandths in pairs}


def weigh_terms(terms: Terms, shares: Mapping[str, float]) -> Doubles:
    """The inverse document frequency of each term: the collection's own, steadied by the background where it is small.

    Robertson and Spärck Jones (1976), with the background as ``_PRIOR_ARTICLES`` imagined articles.
    """
    holding = np.bincount(terms.body.term, minlength=len(terms.vocabulary))
    share = np.where(terms.lowered, _UNLISTED_SHARE, _NAME_SHARE)
    listed, at = np.unique(forms_of(shares), return_index=True)
    place = np.minimum(np.searchsorted(listed, terms.vocabulary), len(listed) - 1)
    found = listed[place] == terms.vocabulary
    share[found] = np.array(list(shares.values()), dtype=np.float64)[at[place[found]]]
    weight: Doubles = np.log((terms.rows + _PRIOR_ARTICLES + 1) / (holding + _PRIOR_ARTICLES * share + 0.5))
    return np.maximum(weight, 0.0)


def make_views(terms: Terms) -> Views:
    """The weighted parts of all articles."""
    shares = background()
    idf = weigh_terms(terms, shares)
    named = ~np.isin(terms.vocabulary, forms_of([*shares, *_CALENDAR.split(), *chain(*weekday_words())]))
    size = int(terms.phrases.term.max()) + 1 if len(terms.phrases.term) else 0
    of_phrases = np.log((terms.rows + _PRIOR_ARTICLES) / (np.bincount(terms.phrases.term, minlength=size) + 0.5))
    counts = {
        "title": terms.title,
        "lead": terms.lead,
        "body": terms.body,
        "names": kept(terms.names, named[terms.names.term]),
        "numbers": terms.numbers,
        "phrases": terms.phrases,
    }
    return Views(
        {
            name: weighted(counted, of_phrases if name == "phrases" else idf, terms.rows, most=_MOST[name])
            for name, counted in counts.items()
        }
    )


def merge_views(views: Views, label: Ints) -> Views:
    """The views of groups of articles (``label``: 0, 1, ...), each the mean of its articles' views."""
    return Views({name: merged(rows, label, most=2 * _MOST[name]) for name, rows in views.parts.items()})


def window_of(views: Views, spans: Sequence[tuple[int, int]]) -> Window:
    """The views of the articles in ``spans`` (half open), so small that what is looked up stays in the cache.

    Rows and terms are numbered anew from 0, terms alike for all parts but the phrases.
    """
    parts: dict[str, Rows] = {}
    for names in ([name for name in views.parts if name != "phrases"], ["phrases"]):
        chosen = [views.parts[name] for name in names]
        terms = [rows.term[rows.start[low] : rows.start[high]] for rows in chosen for low, high in spans]
        distinct, number = numbered(np.concatenate(terms), chosen[0].width)
        parts |= {name: some_of(views.parts[name], spans, number, len(distinct)) for name in names}
    return Window(parts, {name: postings(parts[name]) for name in SEARCHED})
