from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account import AccountSettings, tell_story
from headwater.model.account import Account, Aspect, Claim, Stance, Status, Warning, WarningKind
from headwater.model.article import Article, Citation
from headwater.model.reuse import Direction, Reuse, ReuseKind
from tests.account.coverage import DECISION, EVE, ORIGINS, OTHER, REPORTS, lines_of
from tests.builders import make_article
from tests.steps import grows_evenly


def told(articles: Sequence[Article] = REPORTS) -> tuple[Account, tuple[Warning, ...]]:
    return tell_story(articles, (), ORIGINS, settings=AccountSettings())


def claim_with(account: Account, words: str) -> Claim:
    return next(claim for claim in account.claims if words in claim.text)


def cited_pairs(account: Account) -> Iterator[tuple[str, Citation]]:
    for line in account.summary:
        yield line.text, line.citations[0]
    for claim in account.claims:
        yield claim.text, claim.citations[0]
        for difference in claim.differences:
            for reading in difference.readings:
                yield reading.value, reading.citations[0]
    for aspect in account.dossier.aspects:
        for statement in aspect.statements:
            yield statement.text, statement.citations[0]


def test_every_text_is_the_span_of_its_first_citation() -> None:
    account, _ = told()
    articles = {article.id: article for article in REPORTS}
    pairs = list(cited_pairs(account))
    assert pairs
    assert all(articles[citation.article].cited(citation) == text for text, citation in pairs)


def test_a_citation_lies_in_the_sentence_that_it_names() -> None:
    account, _ = told()
    articles = {article.id: article for article in REPORTS}
    for claim in account.claims:
        for citation in claim.citations:
            sentence = articles[citation.article].sentence_at(citation.start)
            assert sentence is not None
            assert sentence.id == citation.sentence
            assert citation.end <= sentence.end


def test_the_order_of_the_articles_does_not_matter() -> None:
    first = told()
    assert all(told(order) == first for order in permutations(REPORTS))


def test_a_forecast_that_a_decision_replaced_is_a_change() -> None:
    account, _ = told()
    claim = claim_with(account, "about 100")
    assert claim.status is Status.CHANGED
    assert dict(claim.stances)[EVE.id] is Stance.EXPECTS
    assert claim.primary == ("Ilse Marant",)
    assert (claim.origins.min, claim.origins.max) == (2, 2)


def test_two_lines_on_one_speaker_are_one_witness() -> None:
    _, warnings = told()
    assert any(w.kind is WarningKind.ONE_WITNESS and "rest on one witness: Ilse Marant" in w.text for w in warnings)


def test_a_request_told_in_two_ways_is_one_claim() -> None:
    account, _ = told()
    claim = claim_with(account, "request")
    assert {DECISION.id, OTHER.id} <= {article for article, _ in claim.stances}


def test_who_did_it_differs_in_certainty() -> None:
    account, _ = told()
    claim = next(c for c in account.claims if any("Red Tide" in DECISION.cited(x) for x in c.citations
                 if x.article == DECISION.id))  # fmt: skip
    assert Aspect.CERTAINTY in {difference.aspect for difference in claim.differences}
    assert OTHER.id in dict(claim.stances)


def test_a_weapon_called_by_another_name_is_shown() -> None:
    account, _ = told()
    wordings = [d for claim in account.claims for d in claim.differences if d.aspect is Aspect.WORDING]
    assert [[reading.value for reading in d.readings] for d in wordings] == [["missile", "rocket"]]
    assert not wordings[0].conflict


def test_an_attribution_that_a_report_drops_is_a_warning() -> None:
    _, warnings = told()
    lost = [warning for warning in warnings if warning.kind is WarningKind.LOST_ATTRIBUTION]
    assert len(lost) == 1
    assert "Morning Ledger" in lost[0].text
    assert "Island Post" in lost[0].text


def test_the_dossier_is_about_the_agency() -> None:
    account, _ = told()
    names = {entity.id: entity.name for entity in account.entities}
    assert account.dossier.subject is not None
    assert "Harbour Agency" in names[account.dossier.subject]
    aspects = {aspect.aspect: aspect.statements for aspect in account.dossier.aspects}
    assert "size" in aspects
    assert "at whose request" in aspects


def test_one_article_alone_is_told_without_comparison() -> None:
    account, warnings = tell_story([DECISION], (), lines_of([DECISION]), settings=AccountSettings())
    assert {claim.status for claim in account.claims} == {Status.SINGLE}
    assert account.summary
    assert account.cards[0].only_here == ()
    assert WarningKind.ONE_WITNESS not in {warning.kind for warning in warnings}


def test_an_article_without_sentences_is_told_as_nothing() -> None:
    empty = make_article("", id="a_0")
    account, warnings = tell_story([empty], (), lines_of([empty]), settings=AccountSettings())
    assert account.claims == ()
    assert account.summary == ()
    assert warnings == ()


def test_a_language_that_is_not_supported_is_not_read() -> None:
    foreign = make_article("Der Dampfer sank am Montag im Hafen.", language="de", id="a_1")
    account, _ = tell_story([foreign], (), lines_of([foreign]), settings=AccountSettings())
    assert len(account.claims) == 1


PIECES = [
    "The harbour agency",
    "said Monday that",
    "40 pilots will",
    "leave Vessmark.",
    "“",
    "”",
    '"',
    "but",
    ", which",
    "killed",
]
WORDS = st.sampled_from([*PIECES, ", and the", "; and", "3,500", "\n\n", "not", "?", "following a", "attack"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), min_size=1, max_size=3))
def test_any_text_is_told_with_exact_citations(bodies: list[str]) -> None:
    articles = [make_article(body, id=f"a_{n}", published=date(2031, 5, 8)) for n, body in enumerate(bodies)]
    account, _ = tell_story(articles, (), lines_of(*[[a] for a in articles]), settings=AccountSettings())
    by_id = {article.id: article for article in articles}
    assert all(by_id[citation.article].cited(citation) == text for text, citation in cited_pairs(account))


def test_endless_sentences_are_told_in_proportion_to_their_length() -> None:
    def told(times: int) -> None:
        body = "the ferry and the harbour and “ ” the pilots " * times
        articles = [make_article(body + str(n), id=f"a_{n}") for n in range(2)]
        tell_story(articles, (), lines_of(*[[a] for a in articles]), settings=AccountSettings())

    assert grows_evenly(told, 100)


def test_another_item_of_a_page_is_no_part_of_the_summary() -> None:
    item = "The singer Odo Brandt, seen here in 2029, plays his last two concerts in the old town hall of Lerk in June."
    words = OTHER.text.removeprefix(OTHER.title or "").strip()
    page = make_article(f"{item}\n\n{words}", title=OTHER.title, id=OTHER.id, published=date(2031, 5, 10))
    account, _ = tell_story([EVE, DECISION, page], (), lines_of([EVE], [DECISION], [page]), settings=AccountSettings())
    assert len(account.summary) >= 3
    assert not any("Odo Brandt" in line.text for line in account.summary)


def test_the_summary_tells_the_newest_toll_before_an_overtaken_one() -> None:
    early = make_article(
        "A gas blast in Lerk killed 14 people on Monday, the fire brigade of the town said.",
        title="Blast in Lerk kills 14",
        id="a_1",
        published=date(2031, 5, 6),
    )
    late = make_article(
        "Firemen found six more bodies in Lerk on Thursday, raising the number of dead to 27.\n\n"
        "The death toll of the gas blast in Lerk stood at 14 on Monday and at 21 on Tuesday.\n\n"
        "The street in Lerk where the blast tore four houses apart will stay closed until June.",
        title="Blast in Lerk killed 27",
        id="a_2",
        published=date(2031, 5, 8),
    )
    account, _ = tell_story([early, late], (), lines_of([early], [late]), settings=AccountSettings())
    told = [line.text for line in account.summary]
    assert "27" in told[0]


def test_a_claim_is_told_in_the_words_of_the_original() -> None:
    body = "The Harbour Agency will increase its pilots in Vessmark from 40 to about 100, she {} Thursday."
    first = make_article(body.format("announced on"), id="a_1", published=date(2031, 5, 8))
    taken = make_article(body.format("declared late on"), id="a_2", published=date(2031, 5, 9))
    reuse = Reuse("a_1", "a_2", ReuseKind.REWRITE, Direction.B_FROM_A, 0.5, 0.5, (), ())
    for reuses, expected in (((), "declared"), ((reuse,), "announced")):
        account, _ = tell_story([first, taken], reuses, lines_of([first, taken]), settings=AccountSettings())
        assert expected in account.claims[0].text
        assert expected in account.summary[0].text


def test_a_claim_that_a_sentence_of_other_words_contradicts_shows_it_once() -> None:
    first = make_article(
        "The dockers of Lerk blocked the northern quay on Monday.\n\nPolice led 22 dockers away before noon.",
        title="Dockers block quay",
        id="a_1",
        published=date(2031, 5, 6),
    )
    other = make_article(
        "A protest over wages stopped the cranes of the port until the evening.\n\n"
        "By nightfall 23 dockers sat in cells, complained a lawyer of their union.",
        title="Cranes stand still",
        id="a_2",
        published=date(2031, 5, 6),
    )
    account, _ = tell_story([first, other], (), lines_of([first], [other]), settings=AccountSettings())
    conflicts = [(c, d) for c in account.claims for d in c.differences if d.conflict]
    ((claim, difference),) = conflicts
    assert claim.status is Status.DIFFERS
    assert {c.article for c in claim.citations} != {"a_1", "a_2"}
    assert {c.article for reading in difference.readings for c in reading.citations} == {"a_1", "a_2"}
    assert difference.explanation == "22 and 23 cannot both hold"


def test_another_age_of_one_person_is_shown_on_a_claim() -> None:
    first = make_article(
        "Police charged captain Olav Brekke, 56, with negligence on Monday.\n\nThe tug Kjempe lay in Larsund.",
        id="a_1",
        published=date(2031, 5, 6),
    )
    other = make_article(
        "Olav Brekke, 56, has been a captain for many years.\n\nFog hid the reef from all who stood on the quay.",
        id="a_2",
        published=date(2031, 5, 6),
    )
    third = make_article("The captain, 54-year-old Olav Brekke, was tested for alcohol.", id="a_3")
    account, _ = tell_story([first, other, third], (), lines_of([first], [other], [third]), settings=AccountSettings())
    ((claim, difference),) = [(c, d) for c in account.claims for d in c.differences if d.conflict]
    assert (claim.status, difference.aspect) == (Status.DIFFERS, Aspect.NUMBER)
    assert {reading.value for reading in difference.readings} == {"54", "56"}


def test_a_scrap_that_a_rewrite_words_at_length_is_no_claim() -> None:
    rest = "Paula Arano, the governor of Lerk, told reporters that the search would go on through the night."
    quote = "“We have {} the mud. People stand on roofs and call for help,” she said."
    bodies = (f"{rest}\n\n{quote.format(words)}" for words in ("pulled 12 bodies from", "hauled 12 bodies out of"))
    first, taken = (make_article(body, id=f"a_{n}", published=date(2031, 5, 8)) for n, body in enumerate(bodies))
    reuse = Reuse("a_0", "a_1", ReuseKind.REWRITE, Direction.B_FROM_A, 0.5, 0.5, (), ())
    for reuses, shown in (((), True), ((reuse,), False)):
        account, _ = tell_story([first, taken], reuses, lines_of([first, taken]), settings=AccountSettings())
        assert any("hauled" in claim.text for claim in account.claims) is shown


def test_the_summary_has_the_originals_short_sentence_and_not_its_rewrites_long_one() -> None:
    original = make_article(
        "Pilots of Vessmark will stop work on Friday after talks with the harbour agency failed, their guild said.\n\n"
        "The guild wants 7.5% more pay.",
        title="Vessmark pilots to stop work over 7.5% pay claim",
        id="a_1",
        published=date(2031, 5, 7),
    )
    rewrite = make_article(
        "Vessmark's pilots shall halt work on Friday after discussions with the harbour agency collapsed, their guild "
        "stated.\n\nThe guild of the pilots is requesting a pay increment of 7.5%.",
        title="Pilots of Vessmark to halt work over 7.5% pay demand",
        id="a_2",
        published=date(2031, 5, 7),
    )
    taken = Reuse("a_1", "a_2", ReuseKind.REWRITE, Direction.B_FROM_A, 0.1, 0.1, (), ())
    account, _ = tell_story([original, rewrite], (taken,), lines_of([original, rewrite]), settings=AccountSettings())
    told = [line.text for line in account.summary]
    assert "The guild wants 7.5% more pay." in told
    assert not any("requesting" in text for text in told)
