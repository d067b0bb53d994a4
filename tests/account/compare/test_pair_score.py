from __future__ import annotations

from datetime import date

from headwater.account.compare.clauses import clauses_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.pair_score import FEATURES, chances, pair_features
from headwater.account.compare.similarity import similar_pairs
from headwater.account.compare.terms import Aligned, terms_of
from headwater.account.particulars.read import read_particulars
from tests.builders import make_article

FILLER = "The harbour council met in Marrow. Fishermen sold their catch early. A bakery opened near the old mill."
LOST = "The harbour authority lost contact with the ferry Alda near Marrow."


def features_of(one: str, other: str) -> dict[str, float]:
    """The features of the pair of the first sentences of two reports, and its ``chance``."""
    day = date(2024, 5, 17)
    read = [
        read_particulars(make_article(f"{text} {FILLER}", id=id, published=day))
        for id, text in (("a_1", one), ("a_2", other))
    ]
    clauses = [clause for each in read for clause in clauses_of(each)]
    terms = terms_of(clauses, Aligned(merge_entities(read), (), ()))
    pairs = similar_pairs([term.bag() for term in terms])
    found = pair_features(clauses, terms, pairs)
    second = next(n for n, clause in enumerate(clauses) if clause.article.id == "a_2")
    at = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)).index((0, second))
    return dict(zip(FEATURES, found[at].tolist(), strict=True)) | {"chance": float(chances(found)[at])}


def test_words_of_opposite_meaning_make_one_claim_less_likely() -> None:
    same = features_of(LOST, "Contact with the ferry Alda was lost near Marrow, the harbour authority said.")
    opposite = features_of(LOST, "Contact with the ferry Alda was regained near Marrow, the harbour authority said.")

    assert (same["contrary"], opposite["contrary"]) == (0.0, 1.0)
    assert opposite["chance"] < same["chance"]
