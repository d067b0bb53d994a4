"""The view of one story: all that its part of the page shows, worked out before the templates lay it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from headwater.model.account import Account, Card, Claim, Entity, Status, TimelineEntry
from headwater.model.article import Article, Furniture
from headwater.model.report import Story
from headwater.model.reuse import Line, Reuse
from headwater.present.labels import Label, Labels, line_letter, shortened
from headwater.present.points import Point, changing_points, claims_with, differing_points
from headwater.present.targets import Block, Marks, text_blocks

# Up to so many lines each has its own column in the table of differences; more do not fit beside each other.
_LINE_COLUMNS = 5
# A longer reading is a sentence; in a column it would stand as a tower of single words.
_CELL_LETTERS = 60
_LINK_LETTERS = 90
# What happened so long before the coverage is background, folded away where there is much of it.
_BACKGROUND_DAYS, _BACKGROUND_FOLDED = 31, 6


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A link to a claim, quote or figure of the story. ``anchor`` is its id in the page."""

    anchor: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class CardView:
    """What one report adds (claims, with an id in the page or None where that is elsewhere), lacks, says otherwise.

    ``adds_as`` is an earlier article of the line that has all that this one adds; ``adds`` is empty then.
    """

    adds: tuple[tuple[str | None, Claim], ...]
    lacks: tuple[StatementLink, ...]
    differs: tuple[StatementLink, ...]
    adds_as: Label | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article: its label, card, paragraphs, and furniture: what is cited of it, and the rest."""

    label: Label
    card: CardView | None
    blocks: tuple[Block, ...]
    cited: tuple[Furniture, ...]
    folded: tuple[Furniture, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.label.article


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of reporting with its articles."""

    letter: str
    position: int
    line: Line
    articles: tuple[ArticleView, ...]

    @property
    def name(self) -> str:
        """The outlets of the line, each once, in the order of its articles."""
        return ", ".join(dict.fromkeys(view.label.name for view in self.articles))


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story's part of the page; ``anchor`` opens the ids of everything in it."""

    anchor: str
    story: Story
    labels: Labels
    lines: tuple[LineView, ...]
    reuses: tuple[Reuse, ...]
    agreed: tuple[Claim, ...]
    differing: tuple[tuple[str | None, Point], ...]
    changing: tuple[tuple[str | None, Point], ...]
    unexplained: tuple[Claim, ...]
    others: tuple[Claim, ...]
    subject: Entity | None
    background: tuple[tuple[int, TimelineEntry], ...]
    events: tuple[tuple[int, TimelineEntry], ...]

    @property
    def inputs(self) -> int:
        """How many inputs the story's articles came from, the very same content counted each time."""
        return sum(1 + len(label.article.also) for label in self.labels.values())

    @property
    def in_columns(self) -> tuple[tuple[str | None, Point], ...]:
        """The differing points whose readings fit beside each other under their lines."""
        fits = 2 <= len(self.lines) <= _LINE_COLUMNS
        return tuple(item for item in self.differing if fits and _is_short(item[1]))

    @property
    def in_rows(self) -> tuple[tuple[str | None, Point], ...]:
        """The other differing points, whose readings stand below each other."""
        return tuple(item for item in self.differing if item not in self.in_columns)


def _is_background(event: TimelineEntry, story: Story) -> bool:
    return story.first is not None and event.date < story.first - timedelta(_BACKGROUND_DAYS)


def _is_short(point: Point) -> bool:
    return all(len(reading.value) <= _CELL_LETTERS for reading in point.readings)


def story_view(
    story: Story,
    reuses: Sequence[Reuse],
    labels: Mapping[str, Label],
    marked: Mapping[str, Marks],
    cited_furniture: frozenset[tuple[str, str]],
    anchor: str,
) -> StoryView:
    """The view of a story; ``cited_furniture`` holds the (article, furniture item) pairs that citations point to."""
    account = story.account
    links = _links(account, anchor)
    homes: set[str] = set()
    cards = _cards(story, labels, anchor, links, homes)
    differing = _anchored(differing_points(account, labels), anchor, homes)
    changing = _anchored(changing_points(account, labels), anchor, homes)
    lines = tuple(
        LineView(
            line_letter(position),
            position,
            line,
            tuple(_article(labels[id], cards.get(id), marked.get(id, {}), cited_furniture) for id in line.articles),
        )
        for position, line in enumerate(story.origins.groups)
    )
    timeline = tuple(enumerate(account.timeline, 1))
    background = tuple(item for item in timeline if _is_background(item[1], story))
    if len(background) < _BACKGROUND_FOLDED:
        background = ()
    left = [claim for claim in account.claims if claim.id not in homes and claim.status is not Status.AGREED]
    return StoryView(
        anchor=anchor,
        story=story,
        labels=labels,
        lines=lines,
        reuses=tuple(reuses),
        agreed=tuple(claim for claim in claims_with(account, Status.AGREED) if claim.id not in homes),
        differing=differing,
        changing=changing,
        unexplained=tuple(claim for claim in left if claim.status is not Status.SINGLE),
        others=tuple(claim for claim in left if claim.status is Status.SINGLE),
        background=background,
        events=timeline[len(background) :],
        subject=next((item for item in account.entities if item.id == account.dossier.subject), None),
    )


def _links(account: Account, anchor: str) -> dict[str, StatementLink]:
    links = {claim.id: StatementLink(f"{anchor}-{claim.id}", "claim", claim.text) for claim in account.claims}
    for quote in account.quotes:
        words = f"“{quote.variants[0].text}”"
        links[quote.id] = StatementLink(f"{anchor}-{quote.id}", "quote", words)
    for quantity in account.quantities:
        links[quantity.id] = StatementLink(f"{anchor}-{quantity.id}", "figure", quantity.what)
    return {
        id: StatementLink(link.anchor, link.kind, shortened(link.text, _LINK_LETTERS)) for id, link in links.items()
    }


def _cards(
    story: Story, labels: Labels, anchor: str, links: Mapping[str, StatementLink], homes: set[str]
) -> dict[str, CardView]:
    """The cards by article id; a single claim has its place in the page on the first card that has it."""
    claims = {claim.id: claim for claim in story.account.claims}
    given = {card.article: card for card in story.account.cards}
    made: dict[str, CardView] = {}
    for line in story.origins.groups:
        for position, id in enumerate(line.articles):
            if id in given:
                before = [given[other] for other in line.articles[:position] if other in given]
                full = next((card for card in before if given[id].only_here and _holds(card, given[id])), None)
                card = replace(given[id], only_here=()) if full else given[id]
                view = _card(card, claims, links, anchor, homes)
                made[id] = replace(view, adds_as=labels[full.article]) if full else view
    return made


def _holds(card: Card, other: Card) -> bool:
    return set(other.only_here) <= set(card.only_here)


def _card(
    card: Card, claims: Mapping[str, Claim], links: Mapping[str, StatementLink], anchor: str, homes: set[str]
) -> CardView:
    adds: list[tuple[str | None, Claim]] = []
    for id in card.only_here:
        claim = claims.get(id)
        if claim is not None:
            single = claim.status is Status.SINGLE and id not in homes
            adds.append((f"{anchor}-{id}" if single else None, claim))
            homes.update((id,) if single else ())
    return CardView(
        tuple(adds),
        tuple(links[id] for id in card.missing_here if id in links),
        tuple(links[id] for id in card.differs_here if id in links),
    )


def _anchored(points: Sequence[Point], anchor: str, homes: set[str]) -> tuple[tuple[str | None, Point], ...]:
    """The points, each with its claim's id in the page at the first one; figures have theirs among the figures."""
    found: list[tuple[str | None, Point]] = []
    for point in points:
        first = point.of_claim and point.id not in homes
        found.append((f"{anchor}-{point.id}" if first else None, point))
        homes.update((point.id,) if first else ())
    return tuple(found)


def _article(
    label: Label,
    card: CardView | None,
    marked: Marks,
    cited: frozenset[tuple[str, str]],
) -> ArticleView:
    article = label.article
    shown = tuple(item for item in article.furniture if (article.id, item.id) in cited)
    folded = tuple(item for item in article.furniture if (article.id, item.id) not in cited)
    return ArticleView(label, card, tuple(text_blocks(article, label.anchor, marked)), shown, folded)
