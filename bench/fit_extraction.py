"""A block classifier tried as extraction of our own, judged by outlet families that it was not fitted on.

``python -m bench.fit_extraction`` prints, in five-fold cross-validation by outlet family, body F1, precision, recall
and the share of bad pages of gradient-boosted trees over the features of ``bench.block_features``, the furniture rules
applied to what they keep; and beside them those of what ``headwater extract`` does, on the same pages. It takes some
ten minutes. No weights are written: the classifier does not win (docs/decisions/0005-extraction.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from bench.block_features import Matrix, block_features
from bench.paths import SHARED
from bench.quality_extraction import LabelledPage, body_of, f1_of, is_bad, ours, pages, shingle_scores
from headwater.extract.blocks import read_blocks
from headwater.extract.elements import gather
from headwater.extract.html import parse_page
from headwater.extract.metadata import folded, read_facts, shown_titles
from headwater.extract.parts import part_lines

_WORD = re.compile(r"\w+")
_FOLDS = 5
_THRESHOLD = 0.5
_LEAST_CHARS = 250


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled page as blocks: a row of features, a label and a weight for each."""

    page: LabelledPage
    title: str | None
    texts: tuple[str, ...]
    features: Matrix
    labels: NDArray[np.bool_]
    weights: NDArray[np.float64]


def example_of(page: LabelledPage) -> Example | None:
    """The blocks of one page, labelled by whether the gold body has most of their three-word runs."""
    tree = parse_page(page.html)
    if tree is None:
        return None
    elements = gather(tree)
    blocks = read_blocks(tree)
    if not blocks.blocks:
        return None
    gold = _WORD.findall((page.body or "").lower())
    runs = set(zip(gold, gold[1:], gold[2:], strict=False))
    whole = f" {' '.join(gold)} "
    texts = tuple(block.text for block in blocks.blocks)
    sizes = np.array([min(len(text), 1000) + 30 for text in texts], dtype=np.float64)
    return Example(
        page,
        read_facts(elements, None).title,
        texts,
        block_features(blocks, shown_titles(elements)),
        np.array([_is_content(text, runs, whole) for text in texts]),
        sizes / sizes.sum() * min(len(texts), 100),
    )


def _is_content(text: str, runs: set[tuple[str, str, str]], whole: str) -> bool:
    words = _WORD.findall(text.lower())
    if len(words) < 3:
        return bool(words) and len(words[0]) > 1 and f" {' '.join(words)} " in whole
    found = list(zip(words, words[1:], words[2:], strict=False))
    return sum(run in runs for run in found) >= 0.6 * len(found)


def fitted(examples: Sequence[Example]) -> HistGradientBoostingClassifier:
    """Trees over the blocks of ``examples``; every page counts about the same, long blocks more than short ones."""
    model = HistGradientBoostingClassifier(
        max_iter=140,
        learning_rate=0.08,
        max_leaf_nodes=14,
        min_samples_leaf=30,
        l2_regularization=5.0,
        max_features=0.3,
        random_state=0,
    )
    return model.fit(
        np.vstack([example.features for example in examples]),
        np.concatenate([example.labels for example in examples]),
        sample_weight=np.concatenate([example.weights for example in examples]),
    )


def body_by(scores: NDArray[np.float64], example: Example) -> str:
    """The body that block scores choose, the furniture rules applied; the best blocks where hardly any passes."""
    keep = scores >= _THRESHOLD
    if sum(len(text) for text, kept in zip(example.texts, keep, strict=True) if kept) < _LEAST_CHARS:
        keep = scores >= min(_THRESHOLD, max(0.1, 0.5 * float(scores.max())))
    title = folded(example.title)
    lines = [text for text, kept in zip(example.texts, keep, strict=True) if kept and folded(text) != title]
    parts = part_lines(lines, example.title)
    return "\n".join([*([parts.standfirst] if parts.standfirst else []), *parts.body])


def figures(bodies: Sequence[tuple[str, str]]) -> str:
    """F1, precision, recall and bad pages of (found, gold) bodies, in words."""
    scores = [shingle_scores(*pair) for pair in bodies]
    precision, recall = (sum(score[side] for score in scores) / len(scores) for side in (0, 1))
    bad = sum(is_bad(*pair) for pair in bodies) / len(bodies)
    return f"F1 {f1_of(scores):.4f}  precision {precision:.4f}  recall {recall:.4f}  bad pages {bad:.2%}"


def main() -> None:
    """Print the figures of both on the same pages."""
    with (SHARED / "data" / "extraction" / "labels.jsonl").open(encoding="utf-8") as lines:
        families = {label["id"]: label["family"] for label in map(json.loads, lines)}
    found = [example for page in pages(SHARED) if page.body and (example := example_of(page))]
    groups = [families[example.page.id] for example in found]
    pairs: list[tuple[str, str]] = []
    for fit, judge in GroupKFold(_FOLDS).split(groups, groups=groups):
        model = fitted([found[at] for at in fit])
        for at in judge:
            scores = model.predict_proba(found[at].features)[:, 1]
            pairs.append((body_by(scores, found[at]), found[at].page.body or ""))
    print(f"blocks   {figures(pairs)}")
    present = [(body_of(article) if (article := ours(one.page)) else "", one.page.body or "") for one in found]
    print(f"default  {figures(present)}")


if __name__ == "__main__":
    main()
