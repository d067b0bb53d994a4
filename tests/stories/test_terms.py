from __future__ import annotations

from collections import Counter

from headwater.model.article import Article
from headwater.stories.terms import Counts, Terms, count_terms
from headwater.stories.tokens import forms_of, spelled, tokens_of
from tests.builders import make_article


def told(terms: Terms, counts: Counts, row: int, *texts: str) -> dict[str, int]:
    names = spelled(tokens_of(texts))
    here = counts.row == row
    numbers = zip(counts.term[here].tolist(), counts.count[here].tolist(), strict=True)
    return {names[int(terms.vocabulary[term])]: int(count) for term, count in numbers}


def test_the_title_counts_as_part_of_the_body() -> None:
    terms = count_terms([make_article("The port burned. Ports burn.", title="Port burns")])
    assert told(terms, terms.title, 0, "Port burns") == {"port": 1, "burn": 1}
    assert told(terms, terms.body, 0, "the port burned burn") == {"the": 1, "port": 3, "burned": 1, "burn": 2}


def test_a_name_is_what_a_body_always_writes_with_a_capital() -> None:
    terms = count_terms([make_article("March on Karst. They march. Karst fell in 1999. A I")])
    assert told(terms, terms.names, 0, "Karst They") == {"karst": 2, "they": 1}


def test_a_title_makes_no_name_and_unmakes_none() -> None:
    terms = count_terms([make_article("Karst fell.", title="karst falls To Rebels")])
    assert told(terms, terms.names, 0, "karst") == {"karst": 1}


def test_numbers_are_terms_that_begin_with_a_digit() -> None:
    terms = count_terms([make_article("4,000 of 5th rows, 7")])
    assert told(terms, terms.numbers, 0, "4,000 5th 7") == {"4,000": 1, "5th": 1, "7": 1}


def test_phrases_are_the_word_pairs_that_two_leads_share() -> None:
    terms = count_terms(
        [make_article("red sea ferry sank"), make_article("the red sea calm"), make_article("sea ferry")]
    )
    pairs = Counter(zip(terms.phrases.row.tolist(), terms.phrases.term.tolist(), strict=True))
    by_pair: dict[int, list[int]] = {}
    for row, pair in pairs:
        by_pair.setdefault(pair, []).append(row)
    assert sorted(by_pair.values()) == [[0, 1], [0, 2]]


def test_many_articles_are_counted_as_each_alone() -> None:
    articles = [make_article(f"Word{n} met word{n % 7} and the {n} others", title=f"Head {n % 3}") for n in range(300)]
    together = count_terms(articles)
    for n in (0, 127, 128, 299):
        alone = count_terms([articles[n]])
        text = articles[n].text
        assert told(together, together.body, n, text) == told(alone, alone.body, 0, text)
        assert together.tokens[n] == alone.tokens[0]


def test_no_articles_have_no_terms() -> None:
    terms = count_terms(list[Article]())
    assert (terms.rows, len(terms.vocabulary), len(terms.body.row)) == (0, 0, 0)


def test_a_word_written_small_anywhere_is_lowered() -> None:
    terms = count_terms([make_article("Apple grew."), make_article("An apple from Karst")])
    lowered = dict(zip(terms.vocabulary.tolist(), terms.lowered.tolist(), strict=True))
    assert [lowered[int(form)] for form in forms_of(["apple", "Karst"])] == [True, False]
