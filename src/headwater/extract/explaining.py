"""Explaining: what extraction made of each piece of an input, and where each fact of the article is from.

Nothing is decided here: the capture is read by the code that ``extract`` runs, and its choices are put into words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from headwater.extract.article import Reading, article_of, read_parts
from headwater.extract.blocks import HEADINGS, read_blocks
from headwater.extract.evidence import facts_of
from headwater.extract.furniture import own_cues
from headwater.extract.html import Sight, lightened
from headwater.extract.lines import folded
from headwater.extract.markup import FURNITURE, read_markup, without_raw_text
from headwater.extract.published import stated_lines
from headwater.extract.ruling import ruling_words
from headwater.extract.settings import ExtractSettings
from headwater.extract.sites import site_of
from headwater.model.article import Article, FurnitureKind, Part
from headwater.model.capture import Capture
from headwater.model.extraction import Explained, Fact, Piece, Role

_Said = tuple[Role, str]
_DEFAULT = ExtractSettings()


def explain(capture: Capture, *, settings: ExtractSettings = _DEFAULT) -> Explained:
    """The article of one capture as ``extract`` makes it, explained; raises InputError where that does."""
    reading = read_parts(capture, settings)
    article = article_of(reading, capture)
    sight = reading.page.sight if reading.page else None
    pieces = _blocks(reading, article, sight, _source(capture)) if sight else _lines(reading)
    return Explained(article, tuple(pieces), facts_of(article, capture.row, reading.facts, sight))


def in_its_collection(explained: Explained, article: Article) -> Explained:
    """The same after the articles of its outlet were looked at together, which made ``article`` of it."""
    before = len(explained.article.furniture)
    gone = {item.text for item in article.furniture[before:]}
    reason = "the outlet repeats it over other articles"
    pieces = [
        replace(piece, role=FurnitureKind.OTHER, reason=reason)
        if piece.role is Part.BODY and piece.text in gone
        else piece
        for piece in explained.pieces
    ]
    facts = explained.facts
    if article.outlet != explained.article.outlet:
        is_site = site_of(article.outlet or "") is not None
        told = "the site of its address" if is_site else "as most articles that name it or its site do"
        named = Fact("outlet", article.outlet, (told,))
        facts = tuple(named if fact.name == "outlet" else fact for fact in facts)
    return Explained(article, tuple(pieces), facts)


def _source(capture: Capture) -> str:
    return (capture.row.html if capture.row else None) or capture.text


def _lines(reading: Reading) -> Iterator[Piece]:
    for line, role, reason in zip(reading.lines, reading.parts.roles, _reasons(reading), strict=True):
        yield Piece(line, role, None, reason)


def _reasons(reading: Reading) -> list[str]:
    """Why each line of ``reading`` became what it is."""
    roles, known = reading.parts.roles, reading.facts.title
    at_title = roles.index(Part.TITLE) if Part.TITLE in roles else 0
    reasons = []
    for at, (role, cue) in enumerate(zip(roles, own_cues(reading.lines), strict=True)):
        if role is Part.TITLE:
            reasons.append("agrees with the stated title" if known else "first line, shaped like a headline")
        elif role is Part.STANDFIRST:
            reasons.append("between the title and the body")
        elif role is Part.BODY:
            reasons.append("no sign of furniture")
        elif cue and cue[0] is role:
            reasons.append(_cue_words(cue))
        else:
            above = at < at_title and role is FurnitureKind.OTHER
            reasons.append("above the title" if above else "by its shape and the lines around it")
    return reasons


def _cue_words(cue: tuple[FurnitureKind, str]) -> str:
    return f"cue: {cue[0].value}, “{cue[1].strip()}”"


def _blocks(reading: Reading, article: Article, sight: Sight, source: str) -> Iterator[Piece]:
    """The blocks of a page; before them what it states without showing it, after them furniture that is no block."""
    roles, unseen, homeless = _roles(reading, article, sight)
    for part, words in unseen:
        yield Piece(words, part, None, "stated, but shown in no block")
    yield from _among_furniture(_read(reading, sight, roles), source)
    for role, words in homeless:
        yield Piece(words, role, None, "furniture that makes up no block of its own")


def _read(reading: Reading, sight: Sight, roles: Mapping[int, Role]) -> Iterator[Piece]:
    """The blocks that were read, with their ``roles``."""
    reasons = dict(zip(sight.lines, _reasons(reading), strict=True))
    cues = own_cues(sight.page.texts)
    for at, text in enumerate(sight.page.texts):
        score, role, cue = float(sight.choice.scores[at]), roles.get(at), cues[at]
        reason = reasons.get(at) or _reason_apart(role, cue) or _reason_left_out(sight, at)
        yield Piece(text, role, score or None, f"score {score:.2f}" if role is Part.BODY else reason)


def _among_furniture(read: Iterator[Piece], source: str) -> Iterator[Piece]:
    """``read`` with the blocks between them that are never read, those of navigation, footers, buttons and labels."""
    cut, _ = without_raw_text(source, whole=True)
    page, _ = read_blocks(read_markup(lightened(cut), whole=True))
    of_furniture: dict[int, str] = {}
    for number, above in enumerate(page.containers.parents):
        tag = page.container(number).tag
        if above in of_furniture or tag in FURNITURE:
            of_furniture[number] = of_furniture.get(above, tag)
    for text, inside in zip(page.texts, page.inside, strict=True):
        if inside in of_furniture:
            yield Piece(text, None, None, f"in <{of_furniture[inside]}>")
        else:
            yield from islice(read, 1)
    yield from read


def _roles(reading: Reading, article: Article, sight: Sight) -> tuple[dict[int, Role], list[_Said], list[_Said]]:
    """What blocks became by their numbers, and the title or standfirst and the furniture that no block shows.

    Captions, what stands between paragraphs, and a title or standfirst above the text are not among the lines.
    """
    lines = reading.parts.roles
    roles = dict(zip(sight.lines, lines, strict=True))
    of_lines = Counter(zip(lines, reading.lines, strict=True))
    stated: list[_Said] = [
        (part, words)
        for part, words in ((Part.TITLE, article.title), (Part.STANDFIRST, article.standfirst))
        if words and part not in lines
    ]
    unseen = [item for item in stated if not _placed(item, sight, roles)]
    homeless: list[_Said] = []
    for one in article.furniture[len(stated_lines(reading.facts)) :]:
        item = (one.kind, one.text)
        of_lines[item] -= 1
        if of_lines[item] < 0 and not _placed(item, sight, roles):
            homeless.append(item)
    return roles, unseen, homeless


def _placed(item: _Said, sight: Sight, roles: dict[int, Role]) -> bool:
    """Whether blocks without a role make up the words of ``item``; they are given its role."""
    run = _run_of(folded(item[1]), sight.choice.keys, roles)
    roles.update(dict.fromkeys(run, item[0]))
    return bool(run)


def _reason_apart(role: Role | None, cue: tuple[FurnitureKind, str] | None) -> str | None:
    if isinstance(role, Part):
        return "agrees with what the page states"
    return _cue_words(cue) if cue and cue[0] is role else None


def _run_of(key: str, keys: Sequence[str], taken: Mapping[int, Role]) -> range:
    """The first run of blocks, none ``taken``, that make up a text of letters and digits ``key``; empty for none."""
    for start in range(len(keys)):
        at, rest = start, key
        while rest and at < len(keys) and at not in taken and keys[at] and rest.startswith(keys[at]):
            rest = rest[len(keys[at]) :]
            at += 1
        if at > start and not rest:
            return range(start, at)
    return range(0)


def _reason_left_out(sight: Sight, at: int) -> str:
    choice = sight.choice
    if choice.ruled[at] >= 0:
        return ruling_words(sight.page.container(choice.ruled[at]))
    if not choice.scores[at]:
        return "short and far from any prose"
    kept = [float(choice.scores[one]) for one in choice.kept]
    if at in choice.kept:
        return "a caption elsewhere on the page"
    is_heading = sight.page.container(sight.page.inside[at]).tag in HEADINGS
    if is_heading and choice.kept and at > choice.kept[-1] and choice.scores[at] >= min(kept):
        return "a heading with no text under it"
    repeats = choice.keys[at] in {choice.keys[one] for one in choice.kept} or (kept and choice.scores[at] >= min(kept))
    return "repeats another block" if repeats else f"score {choice.scores[at]:.2f}, too low"
