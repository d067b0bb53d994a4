"""The account of the sample's flood story."""

from __future__ import annotations

from datetime import date

from headwater.model.account import (
    Account,
    Aspect,
    Attribution,
    Card,
    Claim,
    Difference,
    Dossier,
    DossierAspect,
    Entity,
    EntityForm,
    Happening,
    Quantity,
    QuantityValue,
    Quote,
    QuoteStatus,
    QuoteVariant,
    Reading,
    Stance,
    Statement,
    Status,
    SummaryLine,
    TimelineEntry,
)
from headwater.model.article import Article, Citation
from headwater.model.particulars import EntityType, Granularity, Modality, ValueKind
from headwater.model.reuse import Origins
from tests.present.sample_articles import COPY, LATE, OWN, PREVIEW, REWRITE, WIRE, cite, cite_sentence

_STATES = Stance.STATES


def _claim(
    id: str,
    words: str,
    status: Status,
    places: tuple[tuple[Article, str], ...],
    origins: Origins,
    *,
    primary: tuple[str, ...] = (),
    differences: tuple[Difference, ...] = (),
) -> Claim:
    articles = sorted({article.id for article, _ in places})
    citations = tuple(cite(article, text) for article, text in places)
    stances = tuple((article, _STATES) for article in articles)
    return Claim(id, words, status, origins.carrying(articles), primary, citations, stances, differences)


def _claims(origins: Origins) -> tuple[Claim, ...]:
    moved = "About 2,400 people were moved from Lower Brask"
    weapon = Difference(
        Aspect.NAME,
        (
            Reading("the Varn Dam", (cite(WIRE, "the Varn Dam"), cite(OWN, "the Varn Dam"))),
            Reading("the Varn Barrage", (cite(REWRITE, "the Varn Barrage"),)),
        ),
        False,
        "one report alone says barrage; it is a rewrite",
    )
    return (
        _claim(
            "c1",
            moved,
            Status.AGREED,
            ((WIRE, moved), (COPY, moved), (OWN, "The town moved 2,400 residents"), (REWRITE, "Approximately 2,400")),
            origins,
            primary=("Lena Orvik",),
        ),
        _claim(
            "c2",
            "the Varn Dam was opened on Wednesday",
            Status.DIFFERS,
            ((WIRE, "the Varn Dam was opened on Wednesday"), (OWN, "opened at dawn"), (REWRITE, "the opening of the")),
            origins,
            differences=(weapon,),
        ),
        _claim("c3", "The dam was built in 1961.", Status.SINGLE, ((WIRE, "The dam was built in 1961."),), origins),
        _claim(
            "c4",
            "Orvik asked for help from the army.",
            Status.SINGLE,
            ((OWN, "Orvik asked for help from the army."),),
            origins,
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    wall = "Nobody will return before the engineers have walked every metre of the wall,"
    reworded = "No one is going back until the engineers have checked every metre of the wall,"
    river = "We are watching the river hour by hour,"
    return (
        Quote(
            "q1",
            "Lena Orvik",
            QuoteStatus.ALTERED,
            (
                QuoteVariant(wall, (cite(WIRE, wall), cite(COPY, wall))),
                QuoteVariant(reworded, (cite(REWRITE, reworded),)),
            ),
            "reworded inside the marks; no transcript is among the inputs",
        ),
        Quote("q2", None, QuoteStatus.SINGLE, (QuoteVariant(river, (cite(PREVIEW, river),)),)),
    )


def _value(citations: tuple[Citation, ...], **given: object) -> QuantityValue:
    return QuantityValue(ValueKind.VALUE, citations, **given)  # type: ignore[arg-type]  # keywords of the dataclass


def _quantities() -> tuple[Quantity, ...]:
    expected = QuantityValue(
        ValueKind.RANGE,
        (cite(PREVIEW, "Between 2,000 and 3,000 people"),),
        low=2000.0,
        high=3000.0,
        modality=Modality.EXPECTED,
        asserted_by="three engineers",
        as_of=date(2031, 3, 3),
    )
    moved = (cite(WIRE, "About 2,400 people"), cite(COPY, "About 2,400 people"), cite(OWN, "2,400 residents"))
    return (
        Quantity(
            "n1",
            "people moved from Lower Brask",
            "people",
            Status.CHANGED,
            (expected, _value(moved, value=2400.0, qualifier="about", as_of=date(2031, 3, 5))),
            "2,000 to 3,000 was expected before the dam was opened",
        ),
        Quantity(
            "n2",
            "people injured",
            "people",
            Status.DIFFERS,
            (
                _value((cite(WIRE, "One farmer was injured"), cite(REWRITE, "A farmer was hurt")), value=1.0),
                _value((cite(OWN, "Three of them were injured"),), value=3.0, asserted_by="the clinic"),
            ),
            "1 and 3 on the same day cannot both hold",
        ),
        Quantity("n3", "people dead", "people", Status.SINGLE, (_value((cite(LATE, "Two people"),), value=2.0),)),
    )


def _timeline(origins: Origins) -> tuple[TimelineEntry, ...]:
    opened = "the Varn Dam was opened on Wednesday"
    return (
        TimelineEntry(
            date(1961, 1, 1),
            Granularity.YEAR,
            "The dam was built in 1961.",
            Happening.HAPPENED,
            origins.carrying([WIRE.id]),
            (cite(WIRE, "The dam was built in 1961."),),
        ),
        TimelineEntry(
            date(2031, 3, 5),
            Granularity.DAY,
            opened,
            Happening.HAPPENED,
            origins.carrying([WIRE.id, OWN.id]),
            (cite(WIRE, opened), cite(OWN, "Wednesday")),
            "Lower Brask",
        ),
    )


def flood_account(origins: Origins) -> Account:
    """What the six reports of the flood say."""
    claims = _claims(origins)
    first = claims[0]
    statement = "The dam was built in 1961."
    return Account(
        summary=(SummaryLine(first.text, first.citations[:1], first.origins),),
        claims=claims,
        quotes=_quotes(),
        quantities=_quantities(),
        timeline=_timeline(origins),
        entities=(
            Entity(
                "e1",
                "Varn Dam",
                EntityType.PLACE,
                (EntityForm("Varn Dam", 5), EntityForm("Varn Barrage", 1)),
                (cite(WIRE, "Varn Dam"), cite(REWRITE, "Varn Barrage")),
            ),
            Entity("e2", "Lena Orvik", EntityType.PERSON, (EntityForm("Lena Orvik", 3),), (cite(WIRE, "Lena Orvik"),)),
        ),
        attributions=(
            Attribution(("Norda Press", "three engineers"), (cite_sentence(PREVIEW, "three engineers"),)),
            Attribution(("Lena Orvik",), (cite_sentence(WIRE, "Lena Orvik"),)),
        ),
        dossier=Dossier(
            "e1",
            (
                DossierAspect(
                    "since when",
                    (Statement(statement, origins.carrying([WIRE.id]), (cite(WIRE, statement),)),),
                ),
            ),
        ),
        cards=(
            Card(WIRE.id, ("c3",), (), ("q1", "n2")),
            Card(OWN.id, ("c4",), ("q1",), ("c2", "n2")),
            Card(REWRITE.id, (), ("n1",), ("c2", "q1")),
        ),
    )
