from __future__ import annotations

from datetime import date

from headwater.account.compare.candidates import Candidates, candidates_of
from headwater.account.compare.clauses import clauses_of
from headwater.account.compare.entities import EntityIndex, merge_entities
from headwater.account.compare.terms import Aligned, terms_of
from headwater.account.particulars.read import read_particulars
from headwater.model.account import Entity, EntityForm
from headwater.model.particulars import EntityType
from tests.builders import make_article

FILLER = "The harbour council met in Marrow. Fishermen sold their catch early. A bakery opened near the old mill."


def found(one: str, other: str, *, threshold: float) -> tuple[Candidates, tuple[int, int]]:
    """The candidates of two reports that begin with these sentences, and the pair of the two."""
    articles = [
        make_article(f"{text} {FILLER}", id=id, published=date(2024, 5, 17))
        for id, text in (("a_1", one), ("a_2", other))
    ]
    read = [read_particulars(article) for article in articles]
    clauses = [clause for each in read for clause in clauses_of(each)]
    terms = terms_of(clauses, Aligned(merge_entities(read), (), ()))
    first = next(n for n, clause in enumerate(clauses) if clause.article.id == "a_2")
    return candidates_of(clauses, terms, threshold=threshold), (0, first)


def barred(one: str, other: str) -> bool:
    """Whether the first sentences of two reports must not make one claim."""
    candidates, pair = found(one, other, threshold=0.0)
    return pair in candidates.barred


def test_the_same_in_other_words_may_be_one_claim() -> None:
    assert not barred("The ferry Alda left Marrow late on Monday.", "Alda, a ferry, left Marrow on Monday evening.")


def test_what_no_pair_alike_enough_joins_is_not_within_a_group() -> None:
    texts = "The ferry Alda left Marrow late on Monday.", "Alda, a ferry, left Marrow on Monday evening."
    for threshold, inside in ((0.2, True), (0.99, False)):
        candidates, pair = found(*texts, threshold=threshold)
        assert (pair in candidates.pairs) is inside


def test_opposite_states_are_no_one_claim() -> None:
    assert barred(
        "Engineers lost contact with the probe of Marrow.", "Engineers regained contact with the probe of Marrow today."
    )


def test_what_is_dated_otherwise_is_no_one_claim() -> None:
    assert barred(
        "The cabinet of Marrow approved funds for the bridge on 3 May 2024.",
        "A party in Marrow voted for a plan of a bridge on 12 April 2024.",
    )


def test_the_doings_of_two_bodies_are_no_one_claim() -> None:
    assert barred(
        "Acme Corporation called an emergency meeting of its board to discuss the strike.",
        "Halden Corporation called a meeting of workers to discuss what to do about pay.",
    )


def test_a_name_written_like_a_function_word_is_no_word_of_other_sentences() -> None:
    read = read_particulars(make_article("the harbour is open again", id="a_1"))
    clauses = clauses_of(read)
    forms = (EntityForm("ISIS", 2), EntityForm("IS", 1))
    entity = Entity("e1", "ISIS", EntityType.GROUP, forms, (clauses[0].citation,))
    [terms] = terms_of(clauses, Aligned(EntityIndex((entity,), {}, {}), (), ()))
    assert terms.words == {"harbour", "open"}


def test_two_things_said_of_one_man_are_no_one_claim() -> None:
    one = "General manager Tor Halvorsen was questioned for a whole afternoon."
    assert barred(one, "The cracks had been reported to general manager Tor Halvorsen in July.")
    assert not barred(one, "Tor Halvorsen, general manager, was questioned by the police.")


def test_a_name_with_its_age_is_no_statement() -> None:
    assert barred("Police charged Olav Brekke, 56, with negligence.", "Olav Brekke, 56, has three children.")
