"""The articles of the sample report: six reports of an invented flood and two of an invented merger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from headwater.model.article import Article, Citation, FurnitureKind, Published, Reason, Sign, SignKind, StatedKind
from tests.builders import make_article


def cite(article: Article, words: str) -> Citation:
    """The citation of the first place where ``words`` stand in the article."""
    start = article.text.index(words)
    return article.cite(start, start + len(words))


def cite_sentence(article: Article, words: str) -> Citation:
    """The citation of the whole sentence in which ``words`` stand."""
    sentence = article.sentence_at(article.text.index(words))
    assert sentence is not None
    return article.cite(sentence.start, sentence.end)


PREVIEW = make_article(
    "The Varn Dam is expected to be opened this week, officials said.\n\n"
    "Between 2,000 and 3,000 people could be moved from the lower town, three engineers told Norda Press.\n\n"
    '"We are watching the river hour by hour," Mayor Lena Orvik said on Monday.',
    title="Lower Brask may be cleared as the Varn rises",
    id="a_01",
    outlet="Brask Courier",
    published=Published(
        date=date(2031, 3, 3), earliest=date(2031, 3, 3), latest=date(2031, 3, 4), reasons=(Reason("'on Monday'"),)
    ),
    credit="Norda Press",
    url="https://courier.example/varn?x=1&y=2",
)
WIRE = make_article(
    "About 2,400 people were moved from Lower Brask after the Varn Dam was opened on Wednesday, Mayor Lena Orvik "
    "said.\n\n"
    '"Nobody will return before the engineers have walked every metre of the wall," she said.\n\n'
    "One farmer was injured. The dam was built in 1961.",
    title="Thousands leave Lower Brask as Varn Dam opens",
    standfirst="Mayor says engineers must check the wall first",
    id="a_02",
    outlet="The Harbour Post",
    published=date(2031, 3, 5),
    authors=("Mira Holt",),
    credit="Norda Press",
    furniture=(("Read more »", FurnitureKind.RELATED), ("Sign up for our newsletter", FurnitureKind.NEWSLETTER)),
)
COPY = make_article(
    "About 2,400 people were moved from Lower Brask after the Varn Dam was opened on Wednesday, Mayor Lena Orvik "
    "said.\n\n"
    '"Nobody will return before the engineers have walked every metre of the wall," she said.\n\n'
    "One farmer was injured.",
    title="Thousands leave Lower Brask as Varn Dam opens",
    id="a_03",
    outlet="Evening Ledger",
    published=date(2031, 3, 6),
    credit="Norda Press",
)
OWN = make_article(
    "The valves of the Varn Dam were opened at dawn on Wednesday.\n\n"
    "The town moved 2,400 residents, twice as many as in the flood of 2019. Three of them were injured, the clinic "
    "told this paper.\n\n"
    "Orvik asked for help from the army.",
    title="Dawn sirens: how Lower Brask was emptied",
    id="a_04",
    outlet="Tolva Weekly",
    published=Published(date=date(2031, 3, 6), earliest=date(2031, 3, 5), latest=date(2031, 3, 8)),
)
REWRITE = replace(
    make_article(
        "Approximately 2,400 inhabitants have been relocated from Lower Brask following the opening of the Varn "
        "Barrage on Wednesday.\n\n"
        '"No one is going back until the engineers have checked every metre of the wall," Orvik stated.\n\n'
        "A farmer was hurt.",
        title="Residents relocated following barrage opening <script>alert(1)</script>",
        id="a_05",
        outlet="Daily Brief 24",
        furniture=(("Residents wade through Lower Brask on 5 March 2031. Photo: Norda", FurnitureKind.CAPTION),),
        url="javascript:alert(document.cookie)",
    ),
    signs=(),
)
REWRITE = replace(
    REWRITE,
    published=Published(
        date=date(2031, 3, 6),
        earliest=date(2031, 3, 5),
        latest=date(2031, 3, 12),
        stated=date(2033, 8, 14),
        stated_kind=StatedKind.UNKNOWN,
        stated_rejected=True,
        reasons=(
            Reason(
                "the caption shows the event on 5 March 2031",
                (Citation("a_05", 31, 46, furniture="f1"),),
            ),
            Reason("'Wednesday' fits 5 March 2031", (cite(REWRITE, "Wednesday"),)),
        ),
    ),
    signs=(Sign(SignKind.MACHINE_REWRITTEN, "reworded inside quotation marks", (cite(REWRITE, "No one"),)),),
)
LATE = make_article(
    "Two people injured when the Varn Dam was opened have died, the clinic in Brask said on Saturday.\n\n"
    "Orvik said 2,400 people remain in shelters.",
    title="Two die after Varn flood",
    id="a_06",
    outlet="Capital Times",
    published=date(2031, 3, 8),
)
CLUB = make_article(
    "Ferro and Lund will merge in July, both clubs said.",
    title="Two clubs become one",
    id="a_07",
    outlet="Sport Daily",
    published=date(2031, 3, 4),
)
CLUB_BRIEF = make_article(
    "The clubs Ferro and Lund plan a merger.",
    title='Merger planned "soon" & surely',
    id="a_08",
    published=Published(),
)

FLOOD = (PREVIEW, WIRE, COPY, OWN, REWRITE, LATE)
MERGER = (CLUB, CLUB_BRIEF)
