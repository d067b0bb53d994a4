"""A short readable name for a counted thing: "Coastguard staff in Marrow", made of its noun and the names around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from headwater.account.compare.counted_items import CountedItem, is_generic
from headwater.account.compare.entities import EntityIndex
from headwater.account.particulars.lexicon import singular, word_list
from headwater.account.particulars.units import CURRENCIES
from headwater.model.account import Entity

_SHARE = 0.5  # of the figures, that a name must stand near to be part of the label
_PLACED = 0.4
_DIMENSIONS = {
    "km": "distance", "m": "length", "mile": "distance", "foot": "length", "yard": "length", "cm": "length",
    "inch": "length", "mph": "speed", "km/h": "speed", "tonne": "weight", "ton": "weight", "kg": "weight",
    "lb": "weight", "celsius": "temperature", "fahrenheit": "temperature", "ha": "area", "acre": "area", "km2": "area",
    "mile2": "area", "m2": "area", "ft2": "area", "percent": "percentage", "people": "people", "fraction": "share",
}  # fmt: skip
_NOUN_OF = {
    "deep": "depth", "high": "height", "tall": "height", "long": "length", "wide": "width", "thick": "thickness",
    "heavy": "weight", "fast": "speed", "away": "distance", "large": "size", "big": "size", "north": "distance",
    "south": "distance", "east": "distance", "west": "distance", "northeast": "distance", "northwest": "distance",
    "southeast": "distance", "southwest": "distance",
}  # fmt: skip
_STAFF = word_list("staff")


def label_of(group: Sequence[CountedItem], entities: EntityIndex) -> str:
    """What the group of figures counts, in the program's own words."""
    noun = _noun(group)
    by_id = entities.by_id
    owner = _owner(group, by_id)
    place = _frequent(group, by_id)
    named = sorted({name for item in group for name in item.names if name in by_id})
    told = noun.casefold()
    noun = _with_names(noun, [by_id[name] for name in named])
    if owner is not None and any(form.text.casefold() in told for form in owner.forms):
        owner = None
    if place is not None and (place is owner or any(form.text.casefold() in told for form in place.forms)):
        place = None
    if owner is not None and group[0].mention.event is None:
        noun = _owned(noun, owner, group)
    return f"{noun} in {place.name}" if place is not None else noun


def _owned(noun: str, owner: Entity, group: Sequence[CountedItem]) -> str:
    """``noun`` with whose it is: "Coastguard staff", "profit (Acme)"; people are a body's only where they serve it."""
    if any(item.mention.unit == "people" for item in group):
        return f"{owner.name} {noun}" if singular(noun.split()[-1]) in _STAFF else noun
    return f"{noun} ({owner.name})" if group[0].mention.unit else noun


def _noun(group: Sequence[CountedItem]) -> str:
    """The counted thing as most reports word it; among equals the one that says more than "people"."""
    words = Counter(item.mention.what for item in group if item.mention.what)
    specific = {item.mention.what for item in group if not is_generic(item.head)}
    unit = group[0].mention.unit
    if words:
        noun = min(words, key=lambda what: (-words[what] - 0.5 * (what in specific), -len(what), what))
        return _measured(noun) if unit in _DIMENSIONS else noun
    if unit is None:
        return "count"
    paid = unit.partition("/")[0] in CURRENCIES  # "$35 an hour" is no speed
    return _DIMENSIONS.get(unit, "speed" if "/" in unit and not paid else "sum")


def _measured(what: str) -> str:
    """A measure told by an adjective as the noun: "deep well" as "depth of the well", "deep" as "depth"."""
    first, _, rest = what.partition(" ")
    if first not in _NOUN_OF:
        return what
    return f"{_NOUN_OF[first]} of the {rest}" if rest else _NOUN_OF[first]


def _with_names(noun: str, entities: Iterable[Entity]) -> str:
    """``noun`` with its names written as names again: "u.s. soldiers" as "U.S. soldiers"."""
    for entity in entities:
        for form in sorted(entity.forms, key=lambda form: (-len(form.text), form.text)):
            folded = form.text.casefold()
            found = re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", noun) if folded in noun else None
            if found:
                noun = noun[: found.start()] + form.text + noun[found.end() :]
                break
    return noun


def _owner(group: Sequence[CountedItem], by_id: dict[str, Entity]) -> Entity | None:
    """The body or country that the figures are most of all given of: each votes for the nearest before it twice."""
    votes: Counter[str] = Counter()
    for item in group:
        votes.update({name: 1 for name in item.owners if name in by_id})
        votes.update(item.owners[:1])
    return _first(votes, by_id, least=max(2.0, _SHARE * len(group)))


def _frequent(group: Sequence[CountedItem], by_id: dict[str, Entity]) -> Entity | None:
    """The place that most of the figures lie in."""
    counts = Counter(name for item in group for name in item.places if name in by_id)
    return _first(counts, by_id, least=max(1.0, _PLACED * len(group)))


def _first(votes: Counter[str], by_id: dict[str, Entity], *, least: float) -> Entity | None:
    often = [name for name, count in votes.items() if count >= least and name in by_id]
    if len(often) <= 1:
        return by_id[often[0]] if often else None
    order = {id: position for position, id in enumerate(by_id)}
    return by_id[min(often, key=lambda name: (-votes[name], order[name]))]
