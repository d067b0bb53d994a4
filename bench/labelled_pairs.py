"""How alike two sentences of different reports are: as the program holds before it decides, and by plain words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bench.labelled import Span
from headwater.account.compare.clauses import Clause, clauses_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.pair_score import chances, pair_features
from headwater.account.compare.quantities import align_quantities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.similarity import Floats, Similar, similar_pairs
from headwater.account.compare.terms import Aligned, Terms, terms_of
from headwater.model.particulars import Particulars
from headwater.model.report import Story
from headwater.text.words import words

Scores = dict[frozenset[Span], float]


@dataclass(frozen=True, slots=True)
class Compared:
    """The clauses of a story's articles, the pairs of them that share something, and the features of each pair."""

    clauses: tuple[Clause, ...]
    terms: tuple[Terms, ...]
    pairs: Similar
    features: Floats


def compared(members: Sequence[Particulars], aligned: Aligned) -> Compared:
    """What the claims of a story are aligned by, before anything is decided."""
    clauses = tuple(clause for each in members for clause in clauses_of(each))
    terms = tuple(terms_of(clauses, aligned))
    pairs = similar_pairs([term.bag() for term in terms])
    return Compared(clauses, terms, pairs, pair_features(clauses, terms, pairs))


def story_compared(story: Story, particulars: Collection[Particulars]) -> Compared:
    """The clauses of one story compared as the report compares them."""
    members = sorted((p for p in particulars if p.article.id in story.articles), key=lambda each: each.article.id)
    entities = merge_entities(members)
    quotes = align_quotes(members, entities)
    return compared(members, Aligned(entities, quotes, align_quantities(members, entities, story.origins)))


def sentence_scores(stories: Sequence[Story], particulars: Collection[Particulars]) -> Scores:
    """The chance of each pair of sentences inside a story to make one claim: the best of their clauses."""
    scores: Scores = {}
    for story in stories:
        found = story_compared(story, particulars)
        for i, j, chance in zip(
            found.pairs.one.tolist(), found.pairs.other.tolist(), chances(found.features).tolist(), strict=True
        ):
            pair = frozenset((sentence_span(found.clauses[i]), sentence_span(found.clauses[j])))
            scores[pair] = max(scores.get(pair, 0.0), chance)
    return scores


def sentence_span(clause: Clause) -> Span:
    """The span of the sentence that the clause is in, by the row's id."""
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
