"""How well rewrites are told from independent reports; directions judged right; signs of machines shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from bench.rewrite_data import Example
from bench.rows import article_from_row, read_rows
from bench.synthetic_copies import articles_of, made_from, pair_of, read_truth
from headwater.copies import CopySettings, find_reuses, find_rewrites, find_signs
from headwater.copies.rewrites import Model, needed_probability
from headwater.model.article import Article, SignKind
from headwater.model.reuse import Direction, Reuse, ReuseKind

Odds = NDArray[np.float64]
_SETTINGS = CopySettings()
_LONG_CUT = 200
_SAME_TEXT = (ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE)


def by_making(examples: Sequence[Example], odds: Odds) -> dict[str, float]:
    """AUC and recall at 1 % false positives of each way of making, and of all language models together."""
    made = np.array([one.made for one in examples])
    # Chosen sentences and changed names are measured apart: nobody published them.
    judged = np.array([one.as_published for one in examples])
    made, odds, answers = made[judged], odds[judged], np.array([one.rewrite for one in examples])[judged]
    whole = ~np.char.endswith(made, "-cut") & ~answers
    limits = {"": np.quantile(odds[~answers], 0.99), "_whole": np.quantile(odds[whole], 0.99)}
    ways = {name: made == name for name in sorted(set(made[answers].tolist()))}
    ways["l2r"] = np.char.startswith(made, "model-")
    figures = {}
    for name, of in ways.items():
        key = f"copies.rewrites.{name.removeprefix('model-').lower()}"
        figures[f"{key}_auc"] = float(roc_auc_score(answers[of | ~answers], odds[of | ~answers]))
        for suffix, limit in limits.items():
            figures[f"{key}_recall_at_1pct{suffix}"] = float(np.mean(odds[of] > limit))
    return figures


def not_called(examples: Sequence[Example], odds: Odds) -> dict[str, float]:
    """The share of independent reports not called a rewrite at the bars of the program, by what was done to them."""
    words = [min(len(one.a.split()), len(one.b.split())) for one in examples]
    needed = np.array([needed_probability(count, explained=False, settings=_SETTINGS) for count in words])
    passed = odds < np.log(needed / (1 - needed))
    made = np.array([one.made for one in examples])
    independent = ~np.array([one.rewrite for one in examples])
    cut, long = np.char.endswith(made, "-cut"), np.array(words) > _LONG_CUT
    core, renamed, brief = (np.char.endswith(made, way) for way in ("-core", "-renamed", "-brief"))
    parts = {"cut_long": cut & long, "cut_short": cut & ~long, "core": core, "renamed": renamed, "brief": brief}
    parts["whole"] = independent & ~(cut | core | renamed | brief)
    parts["all"] = parts["whole"] | cut
    return {f"copies.rewrites.not_called.{name}": float(np.mean(passed[part])) for name, part in parts.items()}


def called(examples: Sequence[Example], models: Sequence[Model]) -> dict[str, float]:
    """The share of the language models' rewrites that the program says are reused, by a model that saw neither text."""
    found: dict[str, list[bool]] = {}
    for one, model in zip(examples, models, strict=True):
        if one.made.startswith("model-"):
            pair = [_article("a", one.a), _article("b", one.b)]
            known = find_reuses(pair, settings=_SETTINGS)
            reuses = find_rewrites(pair, known, settings=_SETTINGS, model=model)
            name = one.made.removeprefix("model-").lower()
            found.setdefault(name, []).append(any(reuse.kind in _SAME_TEXT for reuse in reuses))
    return {f"copies.rewrites.called.{name}": sum(of) / len(of) for name, of in sorted(found.items())}


def directions(data: Path) -> dict[str, float]:
    """The share of answered directions that are right, and of pairs answered, where it is known who was made from whom.

    Copies made of articles, and rewrites by language models; from the texts alone, without dates.
    """
    truth = read_truth(data)
    made = made_from(truth)
    copies = find_rewrites(articles_of(truth), find_reuses(articles_of(truth), settings=_SETTINGS), settings=_SETTINGS)
    rewrites: list[Reuse] = []
    of_models: dict[tuple[str, str], str] = {}
    for number, row in enumerate(read_rows(data / "l2r_news_rewrites.jsonl")):
        # Either side comes first, lest the order of the ids give the answer.
        original, rewrite = (f"{number}-{side}" for side in (("a", "b") if number % 2 else ("b", "a")))
        pair = [_article(original, row["original"]), _article(rewrite, row["rewrite"])]
        of_models[pair_of(original, rewrite)] = rewrite
        rewrites += find_rewrites(pair, find_reuses(pair, settings=_SETTINGS), settings=_SETTINGS)
    return {**_judged("copies", copies, made), **_judged("l2r", rewrites, of_models)}


def _judged(name: str, reuses: Iterable[Reuse], made: Mapping[tuple[str, str], str]) -> dict[str, float]:
    known = [reuse for reuse in reuses if (reuse.a, reuse.b) in made and reuse.kind is not ReuseKind.SHARED_QUOTE]
    answered = [reuse for reuse in known if reuse.direction in (Direction.A_FROM_B, Direction.B_FROM_A)]
    right = sum((reuse.direction is Direction.A_FROM_B) == (made[reuse.a, reuse.b] == reuse.a) for reuse in answered)
    return {
        f"copies.directions.{name}.right": right / max(1, len(answered)),
        f"copies.directions.{name}.answered": len(answered) / max(1, len(known)),
    }


def signs_shown(examples: Sequence[Example], data: Path) -> dict[str, float]:
    """The share of texts made by machines that show signs of it, and of ordinary articles that show none."""
    ordinary = {
        "allsides": [row for row in read_rows(data / "stories/allsides_full.jsonl.gz") if row["story"]],
        "clusters": list(read_rows(data / "account/clusters/giveme5w1h_news_cluster.jsonl")),
        "helsinki": list(read_rows(data / "copies/helsinki_articles.jsonl")),
    }
    figures = {
        f"copies.signs.none.{name}": 1 - _share_with_signs(article_from_row(row, dated=False) for row in rows)
        for name, rows in ordinary.items()
    }
    for made in ("spun-0.3", "spun-0.6", "back-translated"):
        texts = [one.b for one in examples if one.made == made]
        figures[f"copies.signs.shown.{made}"] = _share_with_signs(article_from_row({"text": text}) for text in texts)
    return figures


def _share_with_signs(articles: Iterable[Article]) -> float:
    machine = (SignKind.MACHINE_REWRITTEN, SignKind.MACHINE_TRANSLATED)
    shown = [any(sign.kind in machine for sign in find_signs(of, settings=_SETTINGS)) for of in articles]
    return sum(shown) / max(1, len(shown))


def _article(id: str, text: str) -> Article:
    return Article(id=id, input="", text=text, sentences=(), outlet=None)
