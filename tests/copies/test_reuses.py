from __future__ import annotations

from datetime import date
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.copies import CopySettings, find_reuses
from headwater.copies.sketch import Ints, sampled_runs
from headwater.model.article import Article
from headwater.model.reuse import Match, ReuseKind
from headwater.text.shingles import Hashes, Words
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, WEIR

SETTINGS = CopySettings()


def kinds(*articles: Article) -> list[ReuseKind]:
    return [reuse.kind for reuse in find_reuses(articles, settings=SETTINGS)]


def test_the_same_text_from_two_outlets_is_a_copy() -> None:
    (reuse,) = find_reuses([make_article(DOCK, outlet="Post"), make_article(DOCK, outlet="Radio")], settings=SETTINGS)
    assert reuse.kind is ReuseKind.COPY
    assert (reuse.contained_a, reuse.contained_b) == (1.0, 1.0)
    assert reuse.reasons


def test_unrelated_articles_share_nothing() -> None:
    assert kinds(make_article(DOCK), make_article(CHOIR), make_article(WEIR)) == []


def test_a_short_piece_of_a_long_article_is_an_excerpt() -> None:
    assert kinds(make_article(CHOIR), make_article(f"{CHOIR} {DOCK} {WEIR}")) == [ReuseKind.EXCERPT]


def test_a_passage_pasted_into_another_report_is_found_with_exact_places() -> None:
    pasted = DOCK[:290]
    a, b = make_article(f"{CHOIR}\n\n{pasted}\n\n{WEIR}", id="a_1"), make_article(DOCK + CHOIR[::-1], id="a_2")
    (reuse,) = find_reuses([b, a], settings=SETTINGS)
    assert reuse.kind is ReuseKind.SHARED_PASSAGE
    (passage,) = reuse.passages
    assert passage.match is Match.VERBATIM
    assert a.text[passage.a_start : passage.a_end] == b.text[passage.b_start : passage.b_end]
    assert len(a.text[passage.a_start : passage.a_end]) > 280


def test_only_a_speakers_words_are_a_shared_quote() -> None:
    quote = (
        "We shall not open that dock before every single pile has been drawn, weighed and looked at by somebody sober"
    )
    a = make_article(f"{CHOIR} “{quote},” the chair said.")
    b = make_article(f"{WEIR} Asked about the dock, Brandt answered: “{quote}.”")
    assert kinds(a, b) == [ReuseKind.SHARED_QUOTE]


def test_a_quote_is_one_too_where_the_other_side_is_a_transcript() -> None:
    words = (
        "We shall not open that dock before every single pile has been drawn, weighed and looked at by somebody sober"
    )
    assert kinds(make_article(f"{CHOIR} “{words},” the chair said."), make_article(f"{WEIR} {words}.")) == [
        ReuseKind.SHARED_QUOTE
    ]


POST = (
    "Nobody on this quay was ever asked about the dock and nobody will believe the board until every single pile lies "
    "on dry land for all to see"
)


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_an_embedded_post_is_somebodys_words_without_marks(between: str) -> None:
    embedded = make_article(f"{CHOIR}\n\n{POST}{between}— Ilse Brandt (@brandt_quay) May 3, 2031")
    told = make_article(f"{WEIR} Asked about the dock, the chair posted this: {POST}.")
    assert kinds(embedded, told) == [ReuseKind.SHARED_QUOTE]


@pytest.mark.parametrize("marks", ['""""', '"“”"', "““””", '“""”'])
def test_marks_within_marks_do_not_end_a_quotation(marks: str) -> None:
    first, second, third, last = list(marks)
    told = (
        f"{first}I told the board {second}not one more pile{third} and they laughed, so we went to the quay ourselves "
        f"that night and counted every single one of them by the light of a lamp,{last} Brandt said."
    )
    assert kinds(make_article(f"{CHOIR} {told}"), make_article(f"{WEIR} {told}")) == [ReuseKind.SHARED_QUOTE]


def test_notices_and_tables_are_no_reuse() -> None:
    notice = (
        "Sign up for our newsletter to get the latest updates delivered to your inbox every morning. By signing up you "
        "agree to our privacy policy and terms of service."
    )
    table = "Osk 3 1 12 Tarrow 2 2 11 Velmoor 1 4 9 Hask 0 0 7 Oster 5 2 6 Sund 2 2 4 Rell 1 1 3 Brinn 0 4 2 Ling 1 2 1"
    assert kinds(make_article(f"{DOCK}\n\n{notice}"), make_article(f"{CHOIR}\n\n{notice}")) == []
    assert kinds(make_article(f"{DOCK}\n\n{table}"), make_article(f"{CHOIR}\n\n{table}")) == []


def test_what_an_outlet_puts_under_unrelated_articles_is_no_reuse() -> None:
    box = (
        "Velmoor Post readers keep this paper alive, and each of you who gives two crowns a week lets one more "
        "reporter stand on a wet quay and ask who pays for all of it."
    )
    bodies = (
        DOCK,
        CHOIR,
        WEIR,
        CHOIR[200:] + WEIR[150:],
        "Rain fell on Rell for nine days and no one there complained.",
    )
    articles = [make_article(f"{body}\n\n{box}", outlet="Velmoor Post") for body in bodies[:3]]
    assert len(kinds(*articles)) == 3
    more = [make_article(f"{body}\n\n{box}", outlet="Velmoor Post") for body in (bodies[4], WEIR[::-1])]
    assert kinds(*articles, *more) == []


@pytest.mark.parametrize("share", [7, 11])
def test_a_text_with_changed_words_all_over_is_a_rewrite(share: int) -> None:
    body = f"{DOCK} {WEIR} {CHOIR}"
    changed = " ".join("other" if at % share == 3 else word for at, word in enumerate(body.split()))
    (kind,) = kinds(make_article(body), make_article(changed))
    assert kind is (ReuseKind.REWRITE if share == 7 else ReuseKind.COPY)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_the_articles_does_not_matter(order: list[int]) -> None:
    articles = [
        make_article(text, id=f"a_{n}") for n, text in enumerate((DOCK, DOCK + CHOIR, CHOIR + WEIR, WEIR, DOCK))
    ]
    expected = find_reuses(articles, settings=SETTINGS)
    assert find_reuses([articles[at] for at in order], settings=SETTINGS) == expected


def test_pairs_come_out_alike_alone_and_in_company() -> None:
    articles = [
        make_article(text, id=f"a_{n}") for n, text in enumerate((DOCK, DOCK + CHOIR, CHOIR + WEIR, WEIR, DOCK))
    ]
    together = find_reuses(articles, settings=SETTINGS)
    alone = [
        reuse
        for at, a in enumerate(articles)
        for b in articles[at + 1 :]
        for reuse in find_reuses([a, b], settings=SETTINGS)
    ]
    assert together == tuple(alone)


def test_texts_without_words_or_with_one_share_nothing() -> None:
    assert (
        kinds(make_article("", id="a_1"), make_article("", id="a_2"), make_article("word"), make_article(" … ")) == []
    )


def test_a_very_long_text_is_compared_in_reasonable_time() -> None:
    filler = " ".join(f"w{at}" for at in range(400_000))
    (reuse,) = find_reuses(
        [make_article("x", id="a_0"), _bare("a_1", f"{filler} {DOCK}"), _bare("a_2", DOCK)], settings=SETTINGS
    )
    assert reuse.kind is ReuseKind.EXCERPT


def test_half_of_a_text_of_five_megabytes_is_an_excerpt_of_it() -> None:
    words = sorted(set(f"{DOCK} {CHOIR} {WEIR}".split()))
    story = " ".join(Random(7).choices(words, k=900_000))
    assert len(story) > 5_000_000
    half = story[: story.index(" ", len(story) // 2)]
    (reuse,) = find_reuses([_bare("a_1", story), _bare("a_2", half)], settings=SETTINGS)
    assert (reuse.kind, reuse.contained_b) == (ReuseKind.EXCERPT, 1.0)
    (passage,) = reuse.passages
    assert passage.match is Match.VERBATIM
    assert story[passage.a_start : passage.a_end] == half[passage.b_start : passage.b_end]
    assert passage.b_end - passage.b_start > len(half) - 20


def test_one_word_repeated_without_end_does_not_take_the_square_of_it() -> None:
    assert find_reuses([_bare("a_1", "ha " * 50_000), _bare("a_2", "ha " * 50_000)], settings=SETTINGS)


@pytest.mark.parametrize(
    "text",
    [
        "港口委员会周二晚间投票决定关闭旧渡轮码头两年。工程师在春季检查中发现四十根木桩中有十一根出现裂缝。岛上居民将乘坐小船往来。",
        "صوت مجلس الميناء مساء الثلاثاء على إغلاق رصيف العبارات القديم لمدة عامين بعد أن وجد المهندسون شقوقا في أعمدته",
        "คณะกรรมการท่าเรือลงมติเมื่อค่ำวันอังคารให้ปิดท่าเรือข้ามฟากเก่าเป็นเวลาสองปี วิศวกรพบรอยร้าวในเสาไม้สิบเอ็ดต้น",
    ],
)
def test_copies_are_found_in_any_script(text: str) -> None:
    assert kinds(make_article(text, outlet="A"), make_article(f"{text} {text[:20]}", outlet="B")) == [ReuseKind.COPY]


def test_dates_do_not_change_what_is_shared() -> None:
    a = make_article(DOCK, outlet="A", published=date(2031, 5, 6))
    b = make_article(DOCK, outlet="B", published=date(2031, 5, 9))
    (reuse,) = find_reuses([a, b], settings=SETTINGS)
    assert reuse.kind is ReuseKind.COPY


def test_a_hundred_copies_are_all_found_and_a_frequent_passage_makes_no_more_pairs_than_links() -> None:
    bodies = [" ".join(f"w{at}x{number}" for at in range(60)) for number in range(100)]
    copies = [_bare(f"a_{number:03}", f"{DOCK} {WEIR}") for number in range(100)]
    found = find_reuses(copies, settings=SETTINGS)
    assert [(reuse.a, reuse.b) for reuse in found] == list(combinations([copy.id for copy in copies], 2))
    assert {reuse.kind for reuse in found} == {ReuseKind.COPY}
    passages = [_bare(f"a_{number:03}", f"{body} {DOCK[:290]}") for number, body in enumerate(bodies)]
    assert len(find_reuses(passages, settings=SETTINGS)) <= 4 * len(passages)


@pytest.mark.parametrize("words", ["港口委员会", "คณะกรรมการ", "لجنة الميناء "])
def test_long_texts_in_any_script_are_excerpted_and_compared(words: str) -> None:
    story = " ".join(f"{words}{number}" for number in range(3000))
    long = _bare("a_1", f"{story} {DOCK} " + "x1 y2 " * 100)
    (reuse,) = find_reuses([long, _bare("a_2", DOCK), _bare("a_3", ""), _bare("a_4", "x")], settings=SETTINGS)
    assert (reuse.a, reuse.b, reuse.kind) == ("a_1", "a_2", ReuseKind.EXCERPT)
    (passage,) = reuse.passages
    assert f"{long.text[passage.a_start : passage.a_end]}." == DOCK


def test_runs_that_are_sampled_alike_by_a_collision_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    def few(row: Words, rate: int) -> tuple[Ints, Hashes]:
        places, hashes = sampled_runs(row, rate)
        return places, hashes & np.uint64(0xFF << 40)

    monkeypatch.setattr("headwater.copies.sketch.sampled_runs", few)
    assert kinds(make_article(DOCK), make_article(CHOIR), make_article(WEIR)) == []
    assert kinds(make_article(DOCK), make_article(f"{DOCK} {WEIR}"), make_article(CHOIR)) == [ReuseKind.COPY]


def test_pairs_in_small_blocks_come_out_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (DOCK, CHOIR, WEIR, DOCK.replace("decision", "decisian").replace("money", "momey"))
    texts = [f"{one}\n\n{other}" for one in parts for other in parts]
    articles = [make_article(text, id=f"a_{number:02}") for number, text in enumerate(texts)]
    expected = find_reuses(articles, settings=SETTINGS)
    monkeypatch.setattr("headwater.copies.overlaps._BLOCK_WORDS", 1)
    monkeypatch.setattr("headwater.copies.overlaps._TOGETHER", 3)
    assert find_reuses(articles, settings=SETTINGS) == expected
    assert any(reuse.trace for reuse in expected)


def _bare(id: str, text: str) -> Article:
    return Article(id=id, input="made.txt", text=text, sentences=())
