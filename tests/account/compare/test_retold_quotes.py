from __future__ import annotations

from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quotes import align_quotes
from headwater.account.particulars.read import read_particulars
from headwater.model.account import Quote, QuoteStatus
from headwater.model.reuse import Direction, Match, Passage, Reuse, ReuseKind
from tests.builders import make_article

FIRST = make_article(
    "“We regret the delay to passengers, but no more boats are at the quay,” Tor Halvorsen said.\n\n"
    "“My crews have slept four hours since Sunday,” Ana Ruiz said.",
    id="a_1",
)
SECOND = make_article(
    "“We lament the wait for travellers, however no additional ships are at the pier,” Tor Halvorsen said.\n\n"
    "“Our teams rested only briefly after the weekend,” Ana Ruiz stated.",
    id="a_2",
)


def quotes(kind: ReuseKind, *passages: Passage) -> dict[str | None, list[Quote]]:
    articles = [FIRST, SECOND]
    particulars = [read_particulars(article) for article in articles]
    reuse = Reuse("a_1", "a_2", kind, Direction.UNKNOWN, 0.1, 0.1, passages, ())
    found: dict[str | None, list[Quote]] = {}
    for quote in align_quotes(particulars, merge_entities(particulars), reuses=(reuse,)):
        found.setdefault(quote.speaker, []).append(quote)
    return found


def test_the_one_statement_of_a_speaker_in_a_rewrite_is_that_of_the_original_altered() -> None:
    found = quotes(ReuseKind.REWRITE)["Tor Halvorsen"]
    assert [quote.status for quote in found] == [QuoteStatus.ALTERED]
    assert found[0].explanation is not None
    assert "lament" in found[0].explanation


def test_quotes_without_a_word_in_common_are_one_only_in_an_aligned_passage() -> None:
    assert len(quotes(ReuseKind.REWRITE)["Ana Ruiz"]) == 2
    second = Passage(
        FIRST.text.index("“My"), len(FIRST.text), SECOND.text.index("“Our"), len(SECOND.text), Match.REWORDED
    )
    assert [quote.status for quote in quotes(ReuseKind.REWRITE, second)["Ana Ruiz"]] == [QuoteStatus.ALTERED]


def test_two_reports_of_their_own_keep_their_quotes_apart() -> None:
    assert {speaker: len(found) for speaker, found in quotes(ReuseKind.SHARED_QUOTE).items()} == {
        "Tor Halvorsen": 2,
        "Ana Ruiz": 2,
    }
