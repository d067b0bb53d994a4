"""Rewrites inside a story: the same content in other words, in much the same order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import combinations
from math import exp, fsum, log

from headwater.copies.coverage import OWN_SHARE, own_shares
from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.gist import Gist
from headwater.copies.kindred import kindred_pairs
from headwater.copies.readings import Both, Candidate, gists_without_stock, read_candidates
from headwater.copies.reworded import reworded_passages
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS
from headwater.copies.templates import fill_one_form
from headwater.copies.traits import NAMES, compared, content_traits, place_traits
from headwater.model.article import Article
from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.text.align import compare_runs
from headwater.text.shingles import hashed_words

# Too short to tell a rewrite from a second report of the same fact.
_FEWEST_WORDS = 20
# Pairs with less in common than this are not worth the traits; few of the labelled rewrites have less.
_NAMES_SHARE = 0.12
_STEMS_SHARE = 0.12
_FEWEST_SHARED = 6  # stems, names and figures, in quotations too

# Up to so many reports of a story every pair is looked at; in a larger one, those that share rare words and names: the
# pairs grow with the square (500 reports have 124,750).
_EVERY_PAIR = 80

# Where shared passages already explain what two texts have in common, the rest must be more alike: the weights were
# fitted on pairs without such passages.
_BESIDE_PASSAGES = 0.95
# Short reports of one event say the same few things: the bar rises with the logarithm of the words from that of the
# settings at the one length to these log odds (.993) at the other; docs/decisions/0007-copies.md has what it lets pass.
_LONG_WORDS = 200
_SHORT_WORDS = 25
_SHORT_ODDS = 5.0

_SETTLED = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT})


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model of the traits of a pair.

    ``weights``: of each trait in the order of ``NAMES``; ``limits``: the values beyond which a trait tells no more.
    """

    bias: float
    weights: tuple[float, ...]
    limits: tuple[tuple[float, float], ...]

    def odds(self, traits: Sequence[float]) -> float:
        """The log odds that a pair of these traits is a rewrite."""
        return self.bias + fsum(self._parts(traits))

    def most_odds(self, traits: Sequence[float]) -> float:
        """The most that the log odds can be where only the first traits are known."""
        return self._bound(traits, max)

    def least_odds(self, traits: Sequence[float]) -> float:
        """The least that they can be."""
        return self._bound(traits, min)

    def _bound(self, traits: Sequence[float], end: Callable[[float, float], float]) -> float:
        rest = zip(self.weights[len(traits) :], self.limits[len(traits) :], strict=True)
        ends = [end(weight * low, weight * high) for weight, (low, high) in rest]
        return self.bias + fsum([*self._parts(traits), *ends])

    def _parts(self, traits: Sequence[float]) -> Iterator[float]:
        for weight, trait, (low, high) in zip(self.weights, traits, self.limits, strict=False):
            yield weight * min(max(trait, low), high)


def load_model() -> Model:
    """The weights in the package; bench/fit_rewrites.py says what they were fitted on."""
    document = json.loads(files("headwater.copies").joinpath("weights", "rewrite.json").read_text("utf-8"))
    traits = [document["traits"][name] for name in NAMES]
    limits = tuple((float(trait["low"]), float(trait["high"])) for trait in traits)
    fitted = tuple(float(trait["weight"]) for trait in traits)
    return Model(float(document["bias"]), fitted, limits)


def is_rewrite(a: Gist, b: Gist, model: Model, *, needed: float) -> bool:
    """Whether one of the texts is a rewrite of the other or of the same original, as likely as ``needed``, 0..1.

    Very short texts never are. The dearer traits are asked only where the cheaper ones leave it open.
    """
    if min(a.length + a.quotes, b.length + b.quotes) < _FEWEST_WORDS:
        return False
    pair = compared(a, b)
    if len(pair.in_a) < _FEWEST_SHARED:
        return False
    common, of_a, of_b = pair.common, pair.sorts_a, pair.sorts_b
    if common.names < _NAMES_SHARE * min(of_a.names, of_b.names) or common.own < _STEMS_SHARE * min(of_a.own, of_b.own):
        return False
    content = content_traits(pair)
    if _probability(model.most_odds(content)) < needed:
        return False
    if _probability(model.least_odds(content)) >= needed:
        return True
    return _probability(model.odds((*content, *place_traits(pair)))) >= needed


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, odds))))


def needed_probability(words: int, *, explained: bool, settings: CopySettings) -> float:
    """From where on two texts count as rewrites; the shorter has so many ``words``.

    ``explained``: passages that they share leave less to be explained.
    """
    usual = settings.rewrite_probability
    odds = log(usual / (1 - usual)) if 0 < usual < 1 else _SHORT_ODDS
    short = log(_LONG_WORDS / min(max(words, _SHORT_WORDS), _LONG_WORDS)) / log(_LONG_WORDS / _SHORT_WORDS)
    bar = _probability(odds + short * (_SHORT_ODDS - odds)) if short else usual
    return max(usual, bar, _BESIDE_PASSAGES if explained else 0.0)


def find_rewrites(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings, model: Model | None = None
) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` (one story), rewrites added, directions judged anew, by (a, b).

    ``model``: another than that of the package, as to judge texts that this one was fitted on.
    """
    if len(articles) > _EVERY_PAIR:
        return find_rewrites_anywhere(articles, reuses, settings=settings)
    ordered = sorted(articles, key=lambda article: article.id)
    pairs = list(combinations(range(len(ordered)), 2))
    return _with_rewrites(ordered, pairs, reuses, model or load_model(), settings=settings)


def find_rewrites_anywhere(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings
) -> tuple[Reuse, ...]:
    """The same for a whole collection, its stories unknown: rewrites are looked for where rare words are shared."""
    ordered = sorted(articles, key=lambda article: article.id)
    pairs = kindred_pairs([article.text for article in ordered])
    return _with_rewrites(ordered, pairs, reuses, load_model(), settings=settings)


def _with_rewrites(
    ordered: Sequence[Article],
    pairs: Sequence[tuple[int, int]],
    reuses: Sequence[Reuse],
    model: Model,
    *,
    settings: CopySettings,
) -> tuple[Reuse, ...]:
    """The reuses among the articles, with rewrites among those of the ``pairs`` that are no copies or excerpts."""
    ids = {article.id for article in ordered}
    found = {(reuse.a, reuse.b): reuse for reuse in reuses if reuse.a in ids and reuse.b in ids}
    candidates = [Candidate(low, high, found.get((ordered[low].id, ordered[high].id))) for low, high in pairs]
    candidates = [one for one in candidates if not (one.known and one.known.kind in _SETTLED)]
    for both in read_candidates(ordered, candidates):
        a, b, known = ordered[both.candidate.low], ordered[both.candidate.high], both.candidate.known
        if known and known.kind is ReuseKind.REWRITE:
            found[a.id, b.id] = replace(known, passages=reworded_passages(both.a, both.b, known.passages))
        elif _is_rewrite(a, b, both, model, settings=settings) and (judged := _as_rewrite(a, b, both)):
            found[a.id, b.id] = judged
    return directed([found[pair] for pair in sorted(found)], ordered, load_agencies())


def _is_rewrite(a: Article, b: Article, both: Both, model: Model, *, settings: CopySettings) -> bool:
    """Whether the model is sure enough that one is a rewrite, with the stock that both hold and without it."""
    # No more words are counted than make a difference.
    words = min(len(of.text.split(None, _LONG_WORDS)) for of in (both.a, both.b))
    needed = needed_probability(words, explained=both.candidate.explained, settings=settings)
    if not is_rewrite(both.gist_a, both.gist_b, model, needed=needed):
        return False
    without = gists_without_stock(a, b, both)
    return without is None or is_rewrite(*without, model, needed=needed)


def _as_rewrite(a: Article, b: Article, both: Both) -> Reuse | None:
    """The pair as a rewrite, with its reworded passages; None where there are none or both fill in one form."""
    known = both.candidate.known
    passages = reworded_passages(both.a, both.b, known.passages if known else ())
    if not passages or fill_one_form(a.text, b.text):
        return None
    if known:
        return _with_reason(replace(known, kind=ReuseKind.REWRITE, passages=passages), a, b)
    words_a, words_b = hashed_words([a.text, b.text])
    agreed = compare_runs(words_a.hashes, words_b.hashes, RUN_WORDS)
    contained_a, contained_b = agreed.shared / max(1, agreed.distinct_a), agreed.shared / max(1, agreed.distinct_b)
    rewrite = Reuse(a.id, b.id, ReuseKind.REWRITE, Direction.UNKNOWN, contained_a, contained_b, passages, ())
    return _with_reason(rewrite, a, b)


def _with_reason(rewrite: Reuse, a: Article, b: Article) -> Reuse:
    """The rewrite with why it counts as one; two reports that each have much of their own may retell a third text."""
    if min(own_shares(rewrite, a, b)) > OWN_SHARE:
        reason = "Much of what one tells stands in the other in other words, and each has much of its own."
    else:
        reason = "The same content in other words: names, figures and details follow in much the same order."
    return replace(rewrite, reasons=(reason,))
