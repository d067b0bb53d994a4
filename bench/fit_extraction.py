"""Fits the trees that choose the blocks of a page, and judges them by outlet families that they were not fitted on.

``python -m bench.fit_extraction`` prints body F1, precision, recall and the share of bad pages in five-fold
cross-validation by outlet family (outlets that share a page template are one family): no family is on both sides of a
fold. ``--write`` fits on all labelled pages and writes ``extract/trees.json``. It takes some two minutes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from bench.labelled_pages import LabelledPage, f1_of, is_bad, pages, shingle_scores
from bench.paths import SHARED
from headwater.extract.blocks import BlockPage, read_blocks
from headwater.extract.choosing import kept_by
from headwater.extract.features import Features, block_features
from headwater.extract.html import lightened, told_by
from headwater.extract.lines import folded
from headwater.extract.markup import read_markup, without_raw_text
from headwater.extract.metadata import read_facts
from headwater.extract.parts import part_lines
from headwater.extract.trees import LEAVES, Trees, probabilities, read_trees

WEIGHTS = Path(__file__).parents[1] / "src/headwater/extract/trees.json"
_WORD = re.compile(r"\w+")
_FOLDS = 5
_BINS = 48
_TREES = 240
_SHORT = 40
_FAR_ABOVE, _FAR_BELOW, _FAR = 3, 6, 6

Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled page as blocks: the features of those that are scored; a label and a weight for each."""

    page: LabelledPage
    title: str | None
    blocks: BlockPage
    features: Features
    labels: Booleans
    weights: NDArray[np.float64]


def example_of(page: LabelledPage) -> Example | None:
    """The blocks of one page, labelled by whether the gold body has most of their three-word runs."""
    source, scripts = without_raw_text(page.html)
    blocks, elements = read_blocks(read_markup(lightened(source), scripts))
    if not blocks.texts:
        return None
    features = block_features(blocks, told_by(elements))
    texts = blocks.texts
    sizes = np.array([min(len(text), 1000) + 30 for text in texts], dtype=np.float64)
    return Example(
        page,
        read_facts(elements, None).title,
        blocks,
        features,
        labels_of(texts, page.body or ""),
        sizes / sizes.sum() * min(len(texts), 100),
    )


def labels_of(texts: Sequence[str], body: str) -> Booleans:
    """Which of the blocks are the body's: each text once, and no short ones far from the rest."""
    gold = _WORD.findall(body.lower())
    runs = set(zip(gold, gold[1:], gold[2:], strict=False))
    whole = f" {' '.join(gold)} "
    labels = np.array([_is_content(text, runs, whole) for text in texts])
    if labels.any():
        _drop_copies(labels, texts)
        _drop_strays(labels, texts)
    return labels


def _is_content(text: str, runs: set[tuple[str, str, str]], whole: str) -> bool:
    words = _WORD.findall(text.lower())
    if len(words) < 3:
        return bool(words) and len(words[0]) > 1 and f" {' '.join(words)} " in whole
    found = list(zip(words, words[1:], words[2:], strict=False))
    return sum(run in runs for run in found) >= 0.6 * len(found)


def _drop_copies(labels: Booleans, texts: Sequence[str]) -> None:
    """Of equal blocks the one nearest to the middle of the body keeps its label."""
    found = np.flatnonzero(labels).tolist()
    reached = np.cumsum([len(texts[at]) for at in found])
    middle = found[np.searchsorted(reached, reached[-1] / 2)]
    groups: dict[str, list[int]] = {}
    for at in found:
        groups.setdefault(folded(texts[at]), []).append(at)
    for group in groups.values():
        best = min(group, key=lambda at: abs(at - middle))
        labels[[at for at in group if at != best]] = False


def _drop_strays(labels: Booleans, texts: Sequence[str]) -> None:
    """Short blocks far from all long ones share words with the body by chance."""
    found = np.flatnonzero(labels).tolist()
    long = [at for at in found if len(_WORD.findall(texts[at])) >= 8 or len(texts[at]) > 2 * _SHORT]
    for at in found if long else ():
        inside = long[0] - _FAR_ABOVE <= at <= long[-1] + _FAR_BELOW
        if len(texts[at]) < _SHORT and not (inside and min(abs(at - one) for one in long) <= _FAR):
            labels[at] = False


def fitted(examples: Sequence[Example]) -> Trees:
    """Trees over the blocks of ``examples``; every page counts about the same, long blocks more than short ones."""
    examples = [example for example in examples if len(example.features.scored)]
    rows = np.vstack([example.features.rows for example in examples])
    edges = [edges_of(column) for column in rows.T.astype(np.float64)]
    binned = np.column_stack([np.searchsorted(*pair) for pair in zip(edges, rows.T, strict=True)])
    model = HistGradientBoostingClassifier(
        max_iter=_TREES,
        learning_rate=0.06,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=60,
        l2_regularization=10.0,
        max_features=0.15,
        early_stopping=False,
        random_state=0,
    ).fit(
        binned.astype(np.float32),
        np.concatenate([example.labels[example.features.scored] for example in examples]),
        sample_weight=np.concatenate([example.weights[example.features.scored] for example in examples]),
    )
    return trees_of(model, edges)


def edges_of(column: NDArray[np.float64]) -> NDArray[np.float64]:
    """The edges of bins of about equal numbers, each midway between two values, where no rounding matters."""
    values = np.unique(column)
    at = np.unique(np.searchsorted(values, np.quantile(column, np.linspace(0, 1, _BINS + 1)[1:-1])))
    at = at[at < len(values) - 1]
    edges: NDArray[np.float64] = (values[at] + values[at + 1]) / 2
    return edges


def trees_of(model: HistGradientBoostingClassifier, edges: Sequence[NDArray[np.float64]]) -> Trees:
    """The fitted model, its thresholds as values of the features, in the form that is evaluated."""
    written: dict[str, list[object]] = {"features": [], "thresholds": [], "masks": [], "values": []}
    for (tree,) in model._predictors:
        nodes, leaves = list[tuple[int, float, int]](), list[float]()
        _write_node(tree.nodes, 0, edges, nodes, leaves)
        nodes += [(0, 0.0, 2**LEAVES - 1)] * (LEAVES - 1 - len(nodes))
        leaves += [0.0] * (LEAVES - len(leaves))
        for name, column in zip(("features", "thresholds", "masks"), zip(*nodes, strict=True), strict=True):
            written[name].append(list(column))
        written["values"].append(leaves)
    base = round(float(model._baseline_prediction.item()), 5)
    return read_trees(json.dumps({"base": base, **written}))


def _write_node(
    tree: NDArray[np.void],
    at: int,
    edges: Sequence[NDArray[np.float64]],
    nodes: list[tuple[int, float, int]],
    leaves: list[float],
) -> None:
    """Writes the node numbered ``at`` and all below it, leaves from left to right."""
    node = tree[at]
    if node["is_leaf"]:
        leaves.append(round(float(node["value"]), 5))
        return
    feature, bin_number = int(node["feature_idx"]), int(node["num_threshold"])
    place = len(nodes)
    nodes.append((0, 0.0, 0))
    first = len(leaves)
    _write_node(tree, int(node["left"]), edges, nodes, leaves)
    to_the_left = sum(1 << leaf for leaf in range(first, len(leaves)))
    threshold = float(edges[feature][bin_number]) if bin_number < len(edges[feature]) else 1e30
    nodes[place] = (feature, float(f"{threshold:.6g}"), 2**LEAVES - 1 - to_the_left)
    _write_node(tree, int(node["right"]), edges, nodes, leaves)


def body_by(trees: Trees, example: Example) -> str:
    """The body that ``trees`` choose, the furniture rules applied."""
    scores = np.zeros(len(example.labels))
    if len(example.features.scored):
        scores[example.features.scored] = probabilities(trees, example.features.rows)
    title = folded(example.title)
    keys, texts = example.features.keys, example.blocks.texts
    lines = [texts[at] for at in kept_by(example.blocks, keys, scores) if keys[at] != title]
    parts = part_lines(lines, example.title)
    return "\n".join([*([parts.standfirst] if parts.standfirst else []), *parts.body])


def figures(bodies: Sequence[tuple[str, str]]) -> str:
    """F1, precision, recall and bad pages of (found, gold) bodies, in words."""
    scores = [shingle_scores(*pair) for pair in bodies]
    precision, recall = (sum(score[side] for score in scores) / len(scores) for side in (0, 1))
    bad = sum(is_bad(*pair) for pair in bodies) / len(bodies)
    return f"F1 {f1_of(scores):.4f}  precision {precision:.4f}  recall {recall:.4f}  bad pages {bad:.2%}"


def held_out(labelled: Iterable[LabelledPage]) -> Iterator[tuple[LabelledPage, str]]:
    """Each page with a gold body, with the body found by trees that saw no page of its family."""
    examples = [example for page in labelled if (example := example_of(page))]
    groups = [example.page.family for example in examples]
    for fit, judge in GroupKFold(_FOLDS).split(groups, groups=groups):
        trees = fitted([examples[at] for at in fit])
        for at in judge:
            yield examples[at].page, body_by(trees, examples[at])


def main(arguments: Sequence[str]) -> None:
    """Print the figures in cross-validation; with ``--write``, fit on all pages and write the trees."""
    labelled = [page for page in pages(SHARED) if page.body]
    if "--write" in arguments:
        trees = fitted([example for page in labelled if (example := example_of(page))])
        WEIGHTS.write_text(json.dumps(as_json(trees), separators=(",", ":")) + "\n", encoding="utf-8")
    else:
        print(figures([(body, page.body or "") for page, body in held_out(labelled)]))


def as_json(trees: Trees) -> dict[str, object]:
    """The document that ``headwater.extract.trees`` reads."""
    return {
        "fitted": "python -m bench.fit_extraction --write, on the labelled pages of docs/benchmarks.md",
        "base": trees.base,
        "features": trees.features.tolist(),
        "thresholds": [[float(f"{value:.6g}") for value in row] for row in trees.thresholds.tolist()],
        "masks": trees.masks.tolist(),
        "values": trees.values.tolist(),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
