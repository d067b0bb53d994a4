"""A whole report of two stories, made by hand: what the pipeline would hand over."""

from __future__ import annotations

from datetime import date

from headwater.model.account import (
    Account,
    Claim,
    Happening,
    Stance,
    Status,
    SummaryLine,
    TimelineEntry,
    Warning,
    WarningKind,
)
from headwater.model.capture import Skipped
from headwater.model.particulars import Granularity
from headwater.model.report import Report, Story
from headwater.model.reuse import Direction, Line, Match, MaybeJoined, OriginRange, Origins, Passage, Reuse, ReuseKind
from tests.present.sample_account import flood_account
from tests.present.sample_articles import CLUB, CLUB_BRIEF, COPY, FLOOD, MERGER, OWN, PREVIEW, REWRITE, WIRE, cite

_COPIED = WIRE.text.index("About 2,400"), COPY.text.index("About 2,400")


def reuses() -> tuple[Reuse, ...]:
    """Who shares wording with whom in the flood story."""
    return (
        Reuse(
            PREVIEW.id,
            WIRE.id,
            ReuseKind.SHARED_QUOTE,
            Direction.UNKNOWN,
            0.04,
            0.03,
            (),
            ("one quote",),
            "Norda Press",
        ),
        Reuse(
            WIRE.id,
            COPY.id,
            ReuseKind.COPY,
            Direction.B_FROM_A,
            0.91234,
            1.0,
            (Passage(_COPIED[0], _COPIED[0] + 180, _COPIED[1], _COPIED[1] + 180, Match.VERBATIM),),
            ("both credit Norda Press", "published a day later"),
            "Norda Press",
        ),
        Reuse(
            WIRE.id,
            REWRITE.id,
            ReuseKind.REWRITE,
            Direction.UNKNOWN,
            0.08,
            0.1,
            (Passage(_COPIED[0], _COPIED[0] + 50, REWRITE.text.index("Approx"), 140, Match.REWORDED),),
            ("every shared quote is reworded",),
        ),
    )


def merger_story() -> Story:
    """A small story of two reports that may be one line."""
    both = OriginRange(1, 2)
    will, plan = (
        cite(CLUB, "Ferro and Lund will merge in July"),
        cite(CLUB_BRIEF, "The clubs Ferro and Lund plan a merger."),
    )
    claim = Claim(
        "c1",
        "Ferro and Lund will merge in July",
        Status.AGREED,
        both,
        (),
        (will, plan),
        ((CLUB.id, Stance.STATES), (CLUB_BRIEF.id, Stance.EXPECTS)),
    )
    event = TimelineEntry(
        date(2031, 7, 1), Granularity.MONTH, "Ferro and Lund will merge in July", Happening.PLANNED, both, (will,)
    )
    return Story(
        id="st_b",
        title=CLUB_BRIEF.title,
        articles=tuple(article.id for article in MERGER),
        distinct=2,
        origins=Origins(
            (Line((CLUB.id,)), Line((CLUB_BRIEF.id,), None, ("undated brief",))),
            (MaybeJoined((0, 1), ("the brief has nothing of its own",)),),
        ),
        account=Account(
            summary=(SummaryLine(claim.text, (will,), both),),
            claims=(claim,),
            timeline=(event,),
        ),
        warnings=(Warning(WarningKind.ONE_WITNESS, "All of it rests on the two clubs.", (will,)),),
        first=date(2031, 3, 4),
        last=date(2031, 3, 4),
    )


def flood_story() -> Story:
    """A story of six reports, five distinct articles and three to four lines."""
    origins = Origins(
        (
            Line((PREVIEW.id,), "Norda Press", ("credits Norda Press",)),
            Line((WIRE.id, COPY.id, REWRITE.id), "Norda Press", ("a copy and a rewrite of one text",)),
            Line((OWN.id,)),
            Line((FLOOD[-1].id,)),
        ),
        (MaybeJoined((0, 1), ("both credit Norda Press",)),),
    )
    return Story(
        id="st_a",
        title="Thousands leave Lower Brask as Varn Dam opens",
        articles=tuple(article.id for article in FLOOD),
        distinct=5,
        origins=origins,
        account=flood_account(origins),
        warnings=(
            Warning(
                WarningKind.ALTERED_QUOTE,
                "A quote of Lena Orvik stands in two wordings.",
                (cite(WIRE, "Nobody will return"), cite(REWRITE, "No one is going back")),
            ),
            Warning(
                WarningKind.FALSE_DATE,
                "The page gives 14 August 2033; the text was written in March 2031.",
                REWRITE.published.reasons[0].citations,
            ),
        ),
        first=date(2031, 3, 3),
        last=date(2031, 3, 8),
    )


def sample_report() -> Report:
    """The sample: eight articles, two stories, one skipped input."""
    return Report(
        version="0.1.0",
        read=9,
        skipped=(Skipped("photo.bin", "no text in it: media type 'application/octet-stream'"),),
        articles=(*FLOOD, *MERGER),
        reuses=reuses(),
        stories=(flood_story(), merger_story()),
    )
