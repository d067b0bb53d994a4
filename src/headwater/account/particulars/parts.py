"""Parts of a capitalised run: the names in it, told from the titles that stand before them."""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.account.particulars.gazetteer import (
    DEMONYMS,
    DESCRIPTIONS,
    GIVEN,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    is_title,
)
from headwater.account.particulars.lexicon import PEOPLE, singular
from headwater.account.particulars.runs import Run, runs_of
from headwater.account.particulars.tokens import Token, Words, is_common, words_of_article
from headwater.model.article import Article

_FIELDS = frozenset(("affairs", "homeland", "war", "commerce", "development", "trade", "welfare", "works"))
_LEAST_NAMED = 3  # words of a noun, a given name and a surname
_QUARTERS = frozenset(("north", "south", "east", "west", "central", "latin", "middle", "sub-saharan"))


@dataclass(frozen=True, slots=True)
class NamePart:
    """A piece of a run that is one name: token positions, and what the text calls it.

    ``words`` are those of the name, ``text`` holds them with single spaces, ``name`` case folded.
    """

    run: Run
    first: int
    last: int
    role: str | None = None
    words: tuple[Token, ...] = field(init=False)
    text: str = field(init=False)
    name: str = field(init=False)

    def __post_init__(self) -> None:
        words = self.run.tokens[self.first : self.last]
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "text", " ".join([token.text for token in words]))
        object.__setattr__(self, "name", " ".join([token.lower for token in words]))


def _belongs_to_title(token: Token) -> bool:
    return is_title(token.lower) or token.lower in DEMONYMS or token.lower in OFFICE_WORDS


def _parts(run: Run, text: str) -> list[NamePart]:
    """The names in a run: what stands before the last title is the title's own, what follows is the person's."""
    first, last = run.first, run.last
    titles = [n for n in range(first, last) if is_title(run.tokens[n].lower)]
    if titles and titles[-1] == last - 1 and _is_surname(run, last - 1):
        titles.pop()
    if titles and titles[-1] == last - 1:
        head = NamePart(run, first, _without_titles(run, last))
        return [head] if head.first < head.last else []
    if not titles or run.tokens[titles[-1]].lower in ("house",):
        if _opens_with_description(run):
            return [NamePart(run, first + 1, last)]
        opens = _opens_with_noun(run)
        return [NamePart(run, first + 1, last, run.tokens[first].text)] if opens else [NamePart(run, first, last)]
    name_from = titles[-1] + 1
    title_from = titles[-1]
    while title_from > first and _belongs_to_title(run.tokens[title_from - 1]):
        title_from -= 1
    if not run.tokens[name_from].capital:
        after = next(n for n in range(name_from, last) if run.tokens[n].capital)
        behind = _behind_field(run, after)
        named = text[run.tokens[title_from].start : run.tokens[behind - 1].end] if behind > after else None
        return [NamePart(run, first, title_from), NamePart(run, behind, last, named)]
    before = NamePart(run, first, title_from)
    role = text[run.tokens[first].start : run.tokens[name_from - 1].end]
    person = NamePart(run, name_from, last, role)
    return [before, person]


def _opens_with_noun(run: Run) -> bool:
    """Whether a sentence opens with what somebody is, not with the name: "Commuter Ida Lund"."""
    words = run.tokens[run.first : run.last]
    if len(words) < _LEAST_NAMED or not words[0].first or words[0].possessive:
        return False
    opens, behind = words[0].lower, [word.lower for word in words[1:]]
    names = not any(is_common(word) or word in ORGANISATION_WORDS or word in PLACE_WORDS for word in behind)
    return opens in PEOPLE and singular(opens) == opens and opens not in GIVEN and names


def _opens_with_description(run: Run) -> bool:
    """Whether what a body is opens a run, not its name: "Shipbuilder Halden Marine"; but "Union Pacific"."""
    opens = run.tokens[run.first].lower
    names = run.last - run.first > 1 and run.tokens[run.first + 1].capital and not run.tokens[run.first].possessive
    return names and opens in DESCRIPTIONS and opens not in ORGANISATION_WORDS


def _behind_field(run: Run, at: int) -> int:
    """Where the name behind the field of an office begins: "Secretary of State X", "Minister of Home Affairs X"."""
    start = at
    while at < run.last and (run.tokens[at].lower in OFFICE_WORDS or run.tokens[at].lower in _FIELDS):
        at += 1
    return at if at < run.last and not run.tokens[at - 1].possessive else start


def _is_surname(run: Run, at: int) -> bool:
    """Whether a word that could be a title ("Judge", "King") ends a person's name."""
    return at > run.first and run.tokens[at - 1].lower in GIVEN


def _without_titles(run: Run, last: int) -> int:
    while last > run.first and is_title(run.tokens[last - 1].lower):
        last -= 1
    return last


def _bodies_apart(part: NamePart) -> list[NamePart]:
    """A body and the person behind it as two: "Harbour Council Ilse Marant"."""
    words = part.words
    for n in range(1, len(words) - 1):
        if words[n].lower in GIVEN and words[n - 1].lower in ORGANISATION_WORDS and not words[n - 1].possessive:
            cut = part.first + n
            return [NamePart(part.run, part.first, cut, part.role), NamePart(part.run, cut, part.last)]
    return [part]


def is_bare_demonym(part: NamePart) -> bool:
    """Whether a part is no name but an adjective: "Iranian", "South Africans", "North African"."""
    if part.name in DEMONYMS or part.name.removesuffix("s") in DEMONYMS:
        return True
    last = part.words[-1].lower
    where = all(token.lower in DEMONYMS or token.lower in _QUARTERS for token in part.words[:-1])
    return where and (last in DEMONYMS or last.removesuffix("s") in DEMONYMS)


def parts_of(article: Article, words: Words | None = None) -> list[NamePart]:
    """The names in an article's capitalised runs, in text order; bare demonyms and bare titles are left out."""
    found = [part for run in runs_of(words or words_of_article(article)) for part in _parts(run, article.text)]
    found = [piece for part in found for piece in _bodies_apart(part)]
    return [part for part in found if part.first < part.last and not is_bare_demonym(part)]
