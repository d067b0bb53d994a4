"""How alike two sentences of different reports are: as the program holds before it decides, and by plain words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence

from bench.labelled import Span
from headwater.account.compare.candidates import candidates_of
from headwater.account.compare.clauses import Clause, clauses_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quantities import align_quantities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.terms import Aligned, terms_of
from headwater.model.particulars import Particulars
from headwater.model.report import Story
from headwater.text.words import words

Scores = dict[frozenset[Span], float]


def sentence_scores(stories: Sequence[Story], particulars: Collection[Particulars]) -> Scores:
    """The similarity of each pair of sentences inside a story: the best of their clauses; barred pairs are missing."""
    scores: Scores = {}
    for story in stories:
        members = [each for each in particulars if each.article.id in story.articles]
        members.sort(key=lambda each: each.article.id)
        entities = merge_entities(members)
        quotes = align_quotes(members, entities, story.origins)
        aligned = Aligned(entities, quotes, align_quantities(members, entities, story.origins))
        clauses = [clause for each in members for clause in clauses_of(each)]
        candidates = candidates_of(clauses, terms_of(clauses, aligned))
        for (i, j), alike in candidates.pairs.items():
            pair = frozenset((_sentence(clauses[i]), _sentence(clauses[j])))
            scores[pair] = max(scores.get(pair, 0.0), alike)
    return scores


def _sentence(clause: Clause) -> Span:
    return Span(clause.article.key or "", clause.sentence.start, clause.sentence.end)


def word_scores(particulars: Collection[Particulars]) -> Scores:
    """The baseline: cosine of the sentences' words weighed by tf-idf over the cluster's sentences."""
    counted = [
        (
            Span(each.article.key or "", sentence.start, sentence.end),
            Counter(words(each.article.slice(sentence))),
        )
        for each in particulars
        for sentence in each.article.sentences
    ]
    spread = Counter(word for _, counts in counted for word in counts)
    vectors = []
    for span, counts in counted:
        weights = {word: (1 + math.log(n)) * math.log(len(counted) / spread[word] + 1) for word, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append((span, {word: weight / length for word, weight in weights.items()}))
    return {
        frozenset((one, other)): sum(weight * b[word] for word, weight in a.items() if word in b)
        for i, (one, a) in enumerate(vectors)
        for other, b in vectors[i + 1 :]
        if one.article != other.article
    }
