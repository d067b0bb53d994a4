from __future__ import annotations

from headwater.account.tell.cards import Told, deal_cards
from headwater.model.account import Aspect, Claim, Difference, Reading, Stance, Status
from headwater.model.article import Citation
from headwater.model.reuse import Line, OriginRange, Origins

ORIGINS = Origins((Line(("a", "b")), Line(("c",)), Line(("d",))))
DISTINCT = {"a": "a", "b": "a", "c": "c", "d": "d"}


def cite(article: str) -> Citation:
    return Citation(article, 0, 1, sentence="s1")


def claim(id: str, *articles: str, differences: tuple[Difference, ...] = ()) -> Claim:
    return Claim(
        id=id,
        text="x",
        status=Status.DIFFERS if differences else Status.AGREED,
        origins=OriginRange(1, 1),
        primary=(),
        citations=tuple(map(cite, articles)),
        stances=tuple((article, Stance.STATES) for article in articles),
        differences=differences,
    )


def test_what_copies_alone_have_is_on_both_their_cards() -> None:
    cards = deal_cards(Told((claim("c1", "a", "b"),), (), ()), ORIGINS, DISTINCT)
    assert {card.article: card.only_here for card in cards} == {"a": ("c1",), "b": ("c1",), "c": (), "d": ()}


def test_what_most_lines_have_is_missing_elsewhere() -> None:
    cards = deal_cards(Told((claim("c1", "a", "c"),), (), ()), ORIGINS, DISTINCT)
    assert [card.article for card in cards if card.missing_here] == ["d"]


def test_the_reading_of_the_fewer_differs() -> None:
    readings = (Reading("x", (cite("a"), cite("c"))), Reading("y", (cite("d"),)))
    difference = Difference(Aspect.NAME, readings, conflict=True, explanation="")
    cards = deal_cards(Told((claim("c1", "a", "c", "d", differences=(difference,)),), (), ()), ORIGINS, DISTINCT)
    assert [card.article for card in cards if card.differs_here] == ["d"]


def test_a_story_of_one_article_adds_nothing_to_itself() -> None:
    cards = deal_cards(Told((claim("c1", "a"),), (), ()), Origins((Line(("a",)),)), {"a": "a"})
    assert cards[0].only_here == ()
