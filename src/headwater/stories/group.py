"""Which articles report one event."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from headwater.model.article import Article, Part
from headwater.model.report import Grouping
from headwater.model.reuse import Reuse, ReuseKind
from headwater.stories.settings import StorySettings
from headwater.text.words import words


def story_id(articles: Sequence[str]) -> str:
    """The id of the story that these article ids make up, whatever their order."""
    return "st_" + hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()[:16]


def group_stories(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: StorySettings
) -> tuple[Grouping, ...]:
    """Every article in exactly one story, ordered by id; the order of the input does not matter."""
    ordered = sorted(articles, key=lambda article: article.id)
    if not ordered:
        return ()
    similar = _cosines([_term_counts(article) for article in ordered])
    position = {article.id: n for n, article in enumerate(ordered)}
    for reuse in reuses:
        if reuse.kind is ReuseKind.COPY and reuse.a in position and reuse.b in position:
            similar[position[reuse.a], position[reuse.b]] = similar[position[reuse.b], position[reuse.a]] = 1.0
    groups = _average_link(similar, settings.threshold)
    made = (tuple(ordered[n].id for n in sorted(group)) for group in groups)
    return tuple(sorted((Grouping(story_id(ids), ids) for ids in made), key=lambda grouping: grouping.id))


def _term_counts(article: Article) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sentence in article.sentences:
        weight = 3 if sentence.part is Part.TITLE else 1
        for word in words(article.slice(sentence)):
            if len(word) > 3:
                counts[word] += weight
    return counts


def _cosines(counts: Sequence[Counter[str]]) -> np.ndarray:
    documents = Counter(word for each in counts for word in each)
    column = {word: n for n, word in enumerate(sorted(documents))}
    matrix = np.zeros((len(counts), len(column)), dtype=np.float32)
    for row, each in enumerate(counts):
        for word, count in each.items():
            matrix[row, column[word]] = (1 + np.log(count)) * np.log((len(counts) + 50) / (documents[word] + 0.5))
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(norms > 0, norms, 1)
    return matrix @ matrix.T


def _average_link(similar: np.ndarray, threshold: float) -> list[set[int]]:
    groups = [{n} for n in range(len(similar))]
    sums = similar.astype(np.float64)
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(groups))
    while len(groups) > 1:
        means = sums / np.outer(sizes, sizes)
        a, b = divmod(int(np.argmax(means)), len(groups))
        if means[a, b] < threshold:
            break
        a, b = min(a, b), max(a, b)
        groups[a] |= groups.pop(b)
        sums[a] += sums[b]
        sums[:, a] += sums[:, b]
        sums = np.delete(np.delete(sums, b, 0), b, 1)
        sizes[a] += sizes[b]
        sizes = np.delete(sizes, b)
        sums[a, a] = -np.inf
    return groups
