from __future__ import annotations

from headwater.account.compare.similarity import neighbours_of, similar_pairs


def bag(words: str) -> frozenset[str]:
    return frozenset(f"w{word}" for word in words.split())


STORY = [
    bag("ferri sank harbour night"),
    bag("ferri sank harbour dawn"),
    bag("council approv budget road"),
    bag("ferri"),
]


def as_dict(bags: list[frozenset[str]]) -> dict[tuple[int, int], float]:
    found = similar_pairs(bags)
    return dict(zip(zip(found.one.tolist(), found.other.tolist(), strict=True), found.alike.tolist(), strict=True))


def test_clauses_of_the_same_words_are_more_alike_than_those_of_one() -> None:
    pairs = as_dict(STORY)
    assert pairs[0, 1] > pairs.get((0, 3), 0.0)
    assert (0, 2) not in pairs


def test_a_similarity_is_at_most_one() -> None:
    pairs = as_dict([*STORY, STORY[0]])
    assert 0.99 < pairs[0, 4] <= 1.0 + 1e-9


def test_nothing_is_like_nothing() -> None:
    assert as_dict([]) == {}
    assert as_dict([frozenset(), frozenset()]) == {}


def test_the_most_central_has_the_largest_sum() -> None:
    sums = neighbours_of({(0, 1): 0.5, (1, 2): 0.5}, [0, 1, 2])
    assert max(sums, key=lambda member: sums[member]) == 1
