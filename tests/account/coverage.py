"""Coverage of an invented event, for the tests of the account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from headwater.model.article import Article
from headwater.model.reuse import Line, Origins
from tests.builders import make_article

EVE = make_article(
    "The Harbour Agency is expected to enlarge its pilot mission in Vessmark at a meeting this week.\n\n"
    "The number of pilots could rise from 40 to between 90 and 120, two envoys told the Coast Wire.\n\n"
    "The mission is seen as more acceptable to islanders than a naval force, envoys said.",
    title="Harbour Agency set to enlarge Vessmark mission",
    outlet="Morning Ledger",
    published=date(2031, 5, 5),
)
DECISION = make_article(
    "The Harbour Agency will increase its pilots in Vessmark from 40 to about 100, Director Ilse Marant announced "
    "Thursday.\n\n"
    "Marant said the Vessmark council had requested the larger mission.\n\n"
    "The decision follows a deadly rocket attack on the Vessmark ferry terminal on Monday.\n\n"
    "The militant group Red Tide claimed responsibility for the attack, though the governor has not confirmed who is "
    "responsible.\n\n"
    "The attack on Monday killed a dock worker and injured nine people.",
    title="Harbour Agency to enlarge mission by 60 pilots",
    outlet="Daily Lantern",
    published=date(2031, 5, 8),
)
OTHER = make_article(
    "The Harbour Agency's mission in Vessmark will grow from 40 to around 100 pilots, its director Ilse Marant said "
    "on Thursday.\n\n"
    "The mission comes at the request of the Vessmark council, Marant said.\n\n"
    "The decision follows a deadly missile attack on the Vessmark ferry terminal.\n\n"
    "Armed groups have launched attacks on ferries in recent weeks, including deadly fire at the Vessmark terminal.\n\n"
    "The mission is seen as more acceptable to islanders than a naval force.",
    title="Agency sends more pilots to Vessmark",
    outlet="Island Post",
    published=date(2031, 5, 8),
)
REPORTS = (EVE, DECISION, OTHER)


def lines_of(*lines: Sequence[Article]) -> Origins:
    """The origins in which the articles of each argument are one line."""
    return Origins(tuple(Line(tuple(sorted(article.id for article in line))) for line in lines))


ORIGINS = lines_of([EVE], [DECISION], [OTHER])
