"""A short readable name for a counted thing: "NATO troops in Iraq", made of its noun and the names around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.account.compare.counted_items import CountedItem, is_generic
from headwater.account.compare.entities import EntityIndex
from headwater.model.account import Entity
from headwater.model.particulars import EntityType

_SHARE = 0.5
_KIND_WORDS = {"percent": "percentage", "people": "people", "fraction": "share", None: "count"}


def label_of(group: Sequence[CountedItem], entities: EntityIndex) -> str:
    """What the group of figures counts, in the program's own words."""
    noun = _noun(group)
    by_id = {entity.id: entity for entity in entities.entities}
    owner = _frequent(group, by_id, EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON)
    place = _frequent(group, by_id, EntityType.PLACE)
    told = noun.casefold()
    if owner is not None and owner.name.casefold() in told:
        noun, owner = _with_name(noun, owner), None
    if place is not None and any(form.text.casefold() in told for form in place.forms):
        place = None
    event = group[0].mention.event
    if event is None and owner is not None:
        noun = f"{owner.name} {noun}" if group[0].mention.unit == "people" else f"{noun} ({owner.name})"
    return f"{noun} in {place.name}" if place is not None else noun


def _noun(group: Sequence[CountedItem]) -> str:
    """The counted thing as most reports word it; among equals the one that says more than "people"."""
    words = Counter(item.mention.what for item in group if item.mention.what)
    specific = {item.mention.what for item in group if not is_generic(item.head)}
    if words:
        return min(words, key=lambda what: (-words[what] - 0.5 * (what in specific), -len(what), what))
    unit = group[0].mention.unit
    return _KIND_WORDS.get(unit, f"amount in {unit}")


def _with_name(noun: str, entity: Entity) -> str:
    at = noun.casefold().find(entity.name.casefold())
    return noun[:at] + entity.name + noun[at + len(entity.name) :]


def _frequent(group: Sequence[CountedItem], by_id: dict[str, Entity], *types: EntityType) -> Entity | None:
    """The name of these types that most of the figures' sentences have, near the figure first."""
    counts: Counter[str] = Counter()
    for item in group:
        near = item.places if types == (EntityType.PLACE,) else item.names
        counts.update(name for name in near if name in by_id and by_id[name].type in types)
    least = max(1.0, _SHARE * len(group))
    often = [name for name, count in counts.items() if count >= least]
    order = {id: position for position, id in enumerate(by_id)}
    ranked = sorted(often, key=lambda name: (types.index(by_id[name].type), -counts[name], order[name]))
    return by_id[ranked[0]] if ranked else None
