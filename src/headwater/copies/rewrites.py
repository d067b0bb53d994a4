"""Rewrites inside a story: the same content in other words, in much the same order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import combinations
from math import exp, fsum

from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.gist import Gist, gist_of
from headwater.copies.kindred import kindred_pairs
from headwater.copies.rarity import Background, load_background
from headwater.copies.reworded import reworded_passages
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS
from headwater.copies.traits import NAMES, pair_traits
from headwater.model.article import Article
from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.text.align import compare_runs
from headwater.text.shingles import hashed_words

# Too short to tell a rewrite from a second report of the same fact.
_FEWEST_WORDS = 40
# Pairs with less in common than this are not worth the traits; few of the labelled rewrites have less.
_NAMES_SHARE = 0.12
_STEMS_SHARE = 0.06

# Up to so many reports of a story every pair is looked at; in a larger one, those that share rare words and names: the
# pairs grow with the square (500 reports have 124,750).
_EVERY_PAIR = 80

# Where shared passages already explain what two texts have in common, the rest must be more alike: the weights were
# fitted on pairs without such passages.
_BESIDE_PASSAGES = 0.95
# Short reports of one event say the same few things: .9 % of such pairs are called rewrites at this bar, 2.6 % at that
# of the settings; docs/decisions/0007-copies.md has both by length.
_SHORT_WORDS = 200
_SHORT_TEXTS = 0.97

# Without a second opinion of so much, a pair is at most as likely as not.
_SECOND_OPINION = 0.8
_DOUBTED = 0.5

_SETTLED = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT})


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model of the traits of a pair.

    ``weights``: of each trait in the order of ``NAMES``; ``limits``: the values beyond which a trait tells no more;
    ``background``: how widely stems are used. ``plain_bias`` and ``plain_weights`` are a second opinion that does not
    look at rarity: reports of one event share names that no background knows, and would all seem rewrites of another.
    """

    bias: float
    weights: tuple[float, ...]
    limits: tuple[tuple[float, float], ...]
    background: Background
    plain_bias: float
    plain_weights: tuple[float, ...]

    def odds(self, traits: Sequence[float]) -> float:
        """The log odds that a pair of these traits is a rewrite."""
        held = (min(max(trait, low), high) for trait, (low, high) in zip(traits, self.limits, strict=True))
        return self.bias + fsum(weight * trait for weight, trait in zip(self.weights, held, strict=True))

    def plain_odds(self, traits: Sequence[float]) -> float:
        """The same by the weights that leave rarity out."""
        return self.plain_bias + fsum(weight * trait for weight, trait in zip(self.plain_weights, traits, strict=True))


def load_model() -> Model:
    """The weights in the package; bench/fit_rewrites.py says what they were fitted on.

    Those of the second opinion, plain.json, come from an earlier run of it, on the traits that leave rarity out.
    """
    weights = files("headwater.copies").joinpath("weights")
    document, plain = (json.loads(weights.joinpath(name).read_text("utf-8")) for name in ("rewrite.json", "plain.json"))
    traits = [document["traits"][name] for name in NAMES]
    limits = tuple((float(trait["low"]), float(trait["high"])) for trait in traits)
    fitted = tuple(float(trait["weight"]) for trait in traits)
    second = tuple(float(plain["weights"].get(name, 0.0)) for name in NAMES)
    return Model(float(document["bias"]), fitted, limits, load_background(), float(plain["bias"]), second)


def rewrite_probability(a: Gist, b: Gist, model: Model) -> float:
    """How likely one of the texts is a rewrite of the other or of the same original, 0..1; 0 for very short texts.

    No more than a half where the second opinion is against it.
    """
    if min(a.length + len(a.quotes), b.length + len(b.quotes)) < _FEWEST_WORDS:
        return 0.0
    names = len(a.names.keys() & b.names.keys())
    stems = len(a.stems.keys() & b.stems.keys())
    if names < _NAMES_SHARE * min(len(a.names), len(b.names)) or stems < _STEMS_SHARE * min(len(a.stems), len(b.stems)):
        return 0.0
    traits = pair_traits(a, b, model.background)
    likely = _probability(model.odds(traits))
    return likely if _probability(model.plain_odds(traits)) >= _SECOND_OPINION else min(likely, _DOUBTED)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, odds))))


def needed_probability(a: str, b: str, *, explained: bool, settings: CopySettings) -> float:
    """From where on two texts count as rewrites; ``explained``: passages that they share leave less to be explained."""
    short = min(len(a.split()), len(b.split())) <= _SHORT_WORDS
    bars = (_SHORT_TEXTS if short else 0.0, _BESIDE_PASSAGES if explained else 0.0)
    return max(settings.rewrite_probability, *bars)


def find_rewrites(articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` (one story), rewrites added, directions judged anew, by (a, b)."""
    if len(articles) > _EVERY_PAIR:
        return find_rewrites_anywhere(articles, reuses, settings=settings)
    ordered = sorted(articles, key=lambda article: article.id)
    return _with_rewrites(ordered, list(combinations(range(len(ordered)), 2)), reuses, settings=settings)


def find_rewrites_anywhere(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings
) -> tuple[Reuse, ...]:
    """The same for a whole collection, its stories unknown: rewrites are looked for where rare words are shared."""
    ordered = sorted(articles, key=lambda article: article.id)
    return _with_rewrites(ordered, kindred_pairs([article.text for article in ordered]), reuses, settings=settings)


def _with_rewrites(
    ordered: Sequence[Article], pairs: Sequence[tuple[int, int]], reuses: Sequence[Reuse], *, settings: CopySettings
) -> tuple[Reuse, ...]:
    """The reuses among the articles, with rewrites among those of the ``pairs`` that are no copies or excerpts."""
    ids = {article.id for article in ordered}
    found = {(reuse.a, reuse.b): reuse for reuse in reuses if reuse.a in ids and reuse.b in ids}
    model = load_model()
    gists: dict[int, Gist] = {}
    for low, high in pairs:
        a, b = ordered[low], ordered[high]
        known = found.get((a.id, b.id))
        if known and known.kind in _SETTLED:
            continue
        if known and known.kind is ReuseKind.REWRITE:
            found[a.id, b.id] = replace(known, passages=reworded_passages(a, b, known.passages))
            continue
        if known and known.kind is ReuseKind.SHARED_PASSAGE:
            gist_a, gist_b = (gist_of(text) for text in _without_passages(a, b, known))
        else:
            gist_a, gist_b = (_kept_gist(number, ordered, gists) for number in (low, high))
        probability = rewrite_probability(gist_a, gist_b, model)
        judged = _with_rewording(a, b, known, probability, settings=settings)
        if judged:
            found[a.id, b.id] = judged
    return directed([found[pair] for pair in sorted(found)], ordered, load_agencies())


def _kept_gist(number: int, ordered: Sequence[Article], gists: dict[int, Gist]) -> Gist:
    """The gist of the article of this number, made once."""
    if number not in gists:
        gists[number] = gist_of(ordered[number].text)
    return gists[number]


def _without_passages(a: Article, b: Article, reuse: Reuse) -> tuple[str, str]:
    """Both texts without the passages that they share word for word: the rest must be alike to be a rewrite."""
    text_a, text_b = a.text, b.text
    for passage in sorted(reuse.passages, key=lambda passage: -passage.a_start):
        text_a = f"{text_a[: passage.a_start]} {text_a[passage.a_end :]}"
    for passage in sorted(reuse.passages, key=lambda passage: -passage.b_start):
        text_b = f"{text_b[: passage.b_start]} {text_b[passage.b_end :]}"
    return text_a, text_b


def _with_rewording(
    a: Article, b: Article, known: Reuse | None, probability: float, *, settings: CopySettings
) -> Reuse | None:
    """The pair as judged by its probability; a rewrite carries its reworded passages, and without any is none."""
    judged = _judged(a, b, known, probability, settings=settings)
    if judged is None or judged.kind is not ReuseKind.REWRITE:
        return known
    passages = reworded_passages(a, b, judged.passages)
    return replace(judged, passages=passages) if passages else known


def _judged(a: Article, b: Article, known: Reuse | None, probability: float, *, settings: CopySettings) -> Reuse | None:
    """The pair as a rewrite where it is likely to be one, else as it was known."""
    explained = known is not None and known.kind is ReuseKind.SHARED_PASSAGE
    if probability < needed_probability(a.text, b.text, explained=explained, settings=settings):
        return known
    reasons = ("The same content in other words: names, figures and rare words follow in much the same order.",)
    if known:
        return replace(known, kind=ReuseKind.REWRITE, reasons=reasons)
    words_a, words_b = hashed_words([a.text, b.text])
    agreed = compare_runs(words_a.hashes, words_b.hashes, RUN_WORDS)
    contained_a, contained_b = agreed.shared / max(1, agreed.distinct_a), agreed.shared / max(1, agreed.distinct_b)
    return Reuse(a.id, b.id, ReuseKind.REWRITE, Direction.UNKNOWN, contained_a, contained_b, (), reasons)
