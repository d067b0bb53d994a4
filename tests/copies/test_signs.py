from __future__ import annotations

import re
from datetime import date

import pytest

from headwater.copies import CopySettings, find_signs
from headwater.copies.oddities import found_oddities, load_calques
from headwater.model.article import Article, FurnitureKind, Published, SignKind, StatedKind
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK

SPUN = (
    "A militia took responsibility for the attack on the Velmoor barracks on Tuesday, said Maj. Maj. Ruth Kell. "
    "The Foreign Ministry promised on Wednesday to impose consequences on those behind it. "
    "“We will answer in good time,” State Department spokesman Olen Marsh told reporters. "
    "Nothing else was known of the matter by Thursday."
)


def kinds(article: Article) -> set[SignKind]:
    return {sign.kind for sign in find_signs(article, settings=CopySettings())}


def test_several_kinds_of_oddities_are_signs_of_a_machine() -> None:
    article = make_article(SPUN)
    signs = find_signs(article, settings=CopySettings())
    assert {sign.kind for sign in signs} == {SignKind.MACHINE_REWRITTEN}
    assert len(signs) >= 3
    assert "Maj. Maj." in [article.cited(sign.citations[0]) for sign in signs]


def test_words_out_of_order_count_with_two_blanks_between_beside_others_with_one() -> None:
    one, two = "They gave the to warden a key. ", "She saw a  the ferry."
    told = [oddity.text for oddity in found_oddities(make_article(one + two), load_calques())]
    assert any("“the to”" in text for text in told)
    assert any("“a  the”" in text for text in told)
    assert found_oddities(make_article(two), load_calques()) == ()


def test_a_single_slip_is_no_sign() -> None:
    assert kinds(make_article(DOCK.replace("the old ferry", "the the old ferry"))) == set()


def test_a_foreign_ministry_of_another_country_is_no_calque() -> None:
    text = SPUN.replace("The Foreign Ministry", "The Sundish Foreign Ministry")
    signs = find_signs(make_article(text), settings=CopySettings())
    assert not any("Ministry" in sign.text for sign in signs)


def test_a_page_dated_long_after_its_own_days_adds_to_the_signs() -> None:
    stated = Published(stated=date(2033, 1, 9), stated_kind=StatedKind.PUBLICATION)
    caption = ("Smoke over Velmoor on May 6, 2031.", FurnitureKind.CAPTION)
    signs = find_signs(make_article(SPUN, published=stated, furniture=[caption]), settings=CopySettings())
    assert any(sign.citations[0].furniture for sign in signs)


def test_an_article_that_breaks_off_is_truncated() -> None:
    assert kinds(make_article(f"{DOCK}\n\nOn Friday the chair of the board went to the…")) == {SignKind.TRUNCATED}
    assert kinds(make_article(DOCK)) == set()


def test_a_text_that_says_so_is_machine_translated() -> None:
    assert kinds(make_article(f"{CHOIR}\n\nThis article was automatically translated.")) == {
        SignKind.MACHINE_TRANSLATED
    }


def test_a_widget_that_offers_translation_says_nothing() -> None:
    widget = ("Powered by automated translation", FurnitureKind.OTHER)
    assert kinds(make_article(CHOIR, furniture=[widget])) == set()


def test_texts_of_no_word_and_of_one_have_no_signs() -> None:
    assert kinds(make_article("")) == set()
    assert kinds(make_article("Word")) == set()


def test_phrases_from_a_thesaurus_are_signs_beside_a_doubled_word() -> None:
    text = (
        "The demise toll of the Velmoor ferry fire rose to nine on Friday, said law authorization officers. "
        "Salvage laborers went on with the the search until dark. Two men were articulated dead on the quay."
    )
    signs = find_signs(make_article(text), settings=CopySettings())
    assert {sign.kind for sign in signs} == {SignKind.MACHINE_REWRITTEN}
    assert len(signs) >= 4


@pytest.mark.parametrize(
    "text",
    [
        "The US Ministry of Defence said nothing.",
        "He died in the age of 51, they said.",
        "The “salvage laborers” slept, sans proof.",
        "Joined Together States took responsibility for the blast.",
    ],
)
def test_a_wrong_wording_is_looked_for_wherever_it_stands(text: str) -> None:
    calques = load_calques()
    matching = {at for at, (_, wrong) in enumerate(calques.wrong) if wrong.search(text)}
    assert matching
    words = set(re.findall("[A-Za-z]+", text))
    assert matching <= {at for word in words for at in calques.by_word.get(word, ())}
    assert all(any(form in text and inner <= words for form, inner in calques.wrong[at][0]) for at in matching)


def test_slips_of_grammar_that_only_machines_make_are_a_sign_when_several_stand_in_one_text() -> None:
    text = (
        "The mill reopened on Tuesday.\n\nA engineer checked an bridge near the mill for the second time this week. "
        "It was an decision of the council, and nobody objected to it at the meeting."
    )
    assert kinds(make_article(text)) == {SignKind.MACHINE_REWRITTEN}
    assert kinds(make_article(text.replace("A engineer", "An engineer"))) == set()


def test_a_few_slips_in_a_long_report_are_no_sign() -> None:
    slips = "Nobody was and is sure of it. More have than the tax of last in week. The council could on Friday meet."
    assert kinds(make_article(slips)) == {SignKind.MACHINE_REWRITTEN}
    assert kinds(make_article(f"{slips} {' '.join([DOCK, CHOIR] * 9)}")) == set()


def test_a_wrong_article_tells_more_than_words_out_of_order() -> None:
    padding = " ".join([DOCK, CHOIR] * 6)
    slips = "A engineer checked an bridge near the mill. It was an decision of the council."
    assert kinds(make_article(f"{slips} {padding[: 9000 - len(slips)]}")) == {SignKind.MACHINE_REWRITTEN}
