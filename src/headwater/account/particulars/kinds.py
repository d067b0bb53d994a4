"""What a name is the name of: by lists and the words around it, weighed together over all its places in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.account.particulars.gazetteer import (
    ADDRESS,
    DEMONYMS,
    DESCRIPTIONS,
    GIVEN,
    GROUP_WORDS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PLACES,
    known_type,
)
from headwater.account.particulars.geonames import city_trait
from headwater.account.particulars.parts import NamePart
from headwater.account.particulars.tokens import is_common
from headwater.account.particulars.traits import KINDS, Scores, scores_of
from headwater.model.particulars import EntityType

_TYPES = {
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "LOC": EntityType.PLACE,
    "MISC": EntityType.OTHER,
    "NONE": None,
}
HABIT = 2  # places in an article, surely written as a name, from which a word is one whatever the weights say
NAMED = tuple(kind for kind in KINDS if kind != "NONE")
_SAYS = frozenset(["said", "says", "told", "tells", "added", "adds"])
_CALLED = frozenset(("called", "named"))
_PLACE_CUES = frozenset(("in", "near", "outside", "across", "around", "toward", "towards"))
_RULES = frozenset(("administration", "government", "campaign", "camp", "family", "supporter", "supporters"))


def kind_by_rule(part: NamePart) -> EntityType:
    """What the lists and the nearest words say a name is the name of; ``other`` where they do not tell."""
    words = part.words
    known = None if _is_addressed(part) else known_type(part.text)
    if known:
        return known
    follows = _follows(part)
    if part.role is not None:
        return EntityType.PERSON
    last, lowers = words[-1].lower, [token.lower for token in words]
    if lowers[0] in GIVEN and len(words) > 1 and last not in ORGANISATION_WORDS and last not in PLACE_WORDS:
        return EntityType.PERSON
    if last in PLACE_WORDS or (lowers[0] in PLACE_WORDS and len(words) > 1 and last not in ORGANISATION_WORDS):
        return EntityType.PLACE
    if any(word in ORGANISATION_WORDS for word in lowers):
        return EntityType.ORGANISATION
    if follows in GROUP_WORDS:
        return EntityType.GROUP
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text.replace(".", "")) > 1:
        return EntityType.ORGANISATION
    return _type_by_context(part, follows)


def _is_addressed(part: NamePart) -> bool:
    """Whether a form of address stands right before a name, which makes it a person's: "Mr Lund"."""
    return part.role is not None and part.role.split()[-1].casefold().rstrip(".") in ADDRESS


def _follows(part: NamePart) -> str:
    """The word right behind a name, case folded; empty where a mark parts them."""
    after = part.run.tokens[part.last : part.last + 1]
    return after[0].lower if after and after[0].before == " " else ""


def _type_by_context(part: NamePart, follows: str) -> EntityType:
    """What the words around a name say it is."""
    before = part.run.tokens[part.first - 1] if part.first else None
    if _follows_group(part):
        return EntityType.GROUP
    said = before is not None and before.lower in _SAYS and part.words[0].before == " "
    if said or follows in _SAYS or follows in _RULES:
        return EntityType.PERSON
    if len(part.words) == 1 and part.words[0].lower in GIVEN:
        return EntityType.PERSON
    if _stands_as_place(part):
        return EntityType.PLACE
    if part.words[0].lower in DEMONYMS:
        return EntityType.OTHER
    if len(part.words) > 2 and known_type(" ".join(token.text for token in part.words[:2])) is EntityType.PLACE:
        return EntityType.PLACE
    if len(part.words) in (2, 3) and not any(is_common(token.lower) for token in part.words):
        return EntityType.PERSON
    return EntityType.OTHER


def _follows_group(part: NamePart) -> bool:
    """Whether the words before a name say that it is a group's: "the militant group X", "a group called X"."""
    before = [token.lower for token in part.run.tokens[max(0, part.first - 2) : part.first]]
    return bool(before) and (before[-1] in GROUP_WORDS or (before[-1] in _CALLED and before[0] in GROUP_WORDS))


def _stands_as_place(part: NamePart) -> bool:
    """Whether a name follows a word of place: "in X", "the city of X"."""
    before = [token.lower for token in part.run.tokens[max(0, part.first - 2) : part.first]]
    if not before or part.words[0].before != " ":
        return False
    return before[-1] in _PLACE_CUES or (before[-1] == "of" and before[0] in PLACE_WORDS)


def _best(scores: Scores) -> str:
    return max(KINDS, key=lambda kind: scores[KINDS.index(kind)])


def _added(one: Scores, other: Scores) -> Scores:
    return tuple([a + b for a, b in zip(one, other, strict=True)])


def _by_name(parts: Sequence[NamePart], rules: Sequence[EntityType], asked: set[str]) -> dict[str, Scores]:
    """The scores of each ``asked`` name (case folded) over all its places.

    A surname shares those of the people who bear it.
    """
    sums: dict[str, Scores] = {}
    for part, rule in zip(parts, rules, strict=True):
        if part.name in asked or part.words[-1].lower in asked:
            row = scores_of(part, rule)
            sums[part.name] = _added(sums[part.name], row) if part.name in sums else row
    shared = dict(sums)
    for name, row in sums.items():
        last = name.rpartition(" ")[2]
        if last != name and last in sums and last not in PLACES and _best(row) == "PER":
            shared[last] = _added(shared[last], row)
    return shared


def kinds_of(parts: Sequence[NamePart]) -> list[EntityType | None]:
    """What each of an article's names is the name of; None for what is no name at all.

    The weights decide (over all places of a name together), but for what the lists know and for groups.
    """
    rules = [kind_by_rule(part) for part in parts]
    bodies = _described(parts)
    decided = [_decided(part, rule, bodies) for part, rule in zip(parts, rules, strict=True)]
    asked = {part.name for part, kind in zip(parts, decided, strict=True) if kind is None}
    sums = _by_name(parts, rules, asked)
    sure = Counter(part.name for part in parts if part.name in asked and _is_written_as_name(part))
    return [
        kind or _weighed(part, rule, sums[part.name], sure[part.name])
        for part, rule, kind in zip(parts, rules, decided, strict=True)
    ]


def _decided(part: NamePart, rule: EntityType, bodies: frozenset[str]) -> EntityType | None:
    """What a name is the name of where no weights are asked; else None. ``bodies`` are names that a noun describes."""
    if rule is EntityType.GROUP or part.role is not None:
        return rule
    if len(part.words) > 2 and part.words[0].lower in ORGANISATION_WORDS and part.words[1].lower == "of":
        return known_type(part.text) or EntityType.ORGANISATION
    return known_type(part.text) or (EntityType.ORGANISATION if part.name in bodies else None)


def _described(parts: Sequence[NamePart]) -> frozenset[str]:
    """The names (case folded) before which a noun says that they are bodies', and their first words: "airline X"."""
    names = {part.name for part in parts if _is_described(part)}
    firsts = {name.partition(" ")[0] for name in names}
    return frozenset(names | {first for first in firsts if not is_common(first) and first not in PLACES})


def _is_described(part: NamePart) -> bool:
    before = part.run.tokens[part.first - 1] if part.first else None
    beside = before is not None and before.lower in DESCRIPTIONS and not before.possessive
    return (
        beside
        and part.words[0].before == " "
        and part.words[0].lower not in GIVEN
        and part.words[0].lower not in DEMONYMS
    )


def _weighed(part: NamePart, rule: EntityType, scores: Scores, sure: int) -> EntityType | None:
    best = _TYPES[_best(scores)]
    if best is None and sure >= HABIT:
        best = _TYPES[max(NAMED, key=lambda kind: scores[KINDS.index(kind)])]
    if best is not EntityType.PLACE and _is_club(part):
        return EntityType.ORGANISATION
    return rule if _leads(part) or best is EntityType.OTHER else best


def _is_written_as_name(part: NamePart) -> bool:
    """Whether a name stands inside its sentence and none of its words is one that news writes in lower case."""
    return not any(token.first or is_common(token.lower) or token.lower in OFFICE_WORDS for token in part.words)


def _is_club(part: NamePart) -> bool:
    """Whether a place and a plural make a name, as a club's: "Boston Herons"; not "Jordan Williams"."""
    words = part.name.split()
    if len(words) < 2 or not words[-1].endswith("s") or {words[0], words[-1]} & GIVEN or words[-1] in PLACE_WORDS:
        return False
    place = part.text.rpartition(" ")[0]
    return place.casefold() in PLACES or city_trait(place) in ("large", "small")


def _leads(part: NamePart) -> bool:
    """Whether one name stands before what only a person has: "the Vell administration"."""
    return len(part.words) == 1 and _follows(part) in _RULES
