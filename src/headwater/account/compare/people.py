"""People: which full names, surnames and given names of a story are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.name_nodes import Node, alike
from headwater.account.compare.spellings import are_one_person, is_titled, name_words, surname
from headwater.account.particulars.gazetteer import PLACES
from headwater.account.particulars.geonames import city_numbers
from headwater.model.particulars import EntityType

FAR_MORE = 3  # times as many articles name a person in full as any other of that name: a bare surname is that one's


def join_people(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join full names that are one person's, then a surname or given name with whom it stands for in the story.

    That is the only bearer, or the one whom far more articles name in full: newsrooms call the story's main person by
    the surname, and a relative by the given name too. One word that is no person's is the body of that name.
    """
    full = [n for n, node in enumerate(nodes) if node.type is EntityType.PERSON and " " in node.stem]
    for a, b in alike(full, [surname(nodes[at].key)[0] for at in full]):
        one, other = nodes[a].key, nodes[b].key
        if groups.root(a) == groups.root(b):
            continue
        if are_one_person(one, other) or is_titled(one, other) or is_titled(other, one):
            groups.join(a, b)
    surnames, givens = _bearers(nodes, full)
    bodies: dict[str, int] = {}
    for at, node in enumerate(nodes):
        if node.type in (EntityType.ORGANISATION, EntityType.GROUP):
            bodies.setdefault(node.stem, at)
    for at, node in enumerate(nodes):
        borne = surnames.get(node.stem) or givens.get(node.stem)
        if borne is None and node.type is EntityType.PERSON and " " not in node.stem and node.stem in bodies:
            groups.join(bodies[node.stem], at)
        meant = _meant(borne, nodes, groups) if borne and _may_be_surname(node) else None
        if meant is not None:
            groups.join(meant, at)


def _bearers(nodes: Sequence[Node], full: Sequence[int]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The full names by each surname that they may have ("Presti", "Lo Presti"), and by the given name."""
    surnames: dict[str, list[int]] = defaultdict(list)
    givens: dict[str, list[int]] = defaultdict(list)
    for at in full:
        parts = name_words(nodes[at].key)
        givens[parts[0]].append(at)
        for size in range(1, len(parts)):
            surnames[" ".join(parts[-size:])].append(at)
    return surnames, givens


def _may_be_surname(node: Node) -> bool:
    """Whether one word can be a person's: no place or body that general lists know."""
    if node.type in (EntityType.PERSON, EntityType.OTHER):
        return True
    return node.type is EntityType.PLACE and node.stem not in PLACES and not city_numbers(node.key)


def _meant(bearers: Sequence[int], nodes: Sequence[Node], groups: DisjointSets) -> int | None:
    """A node of the one person of a name whom a single word means; None where two are named as often."""
    articles: dict[int, set[str]] = defaultdict(set)
    for at in bearers:
        articles[groups.root(at)].add(nodes[at].article)
    ranked = sorted(articles, key=lambda root: (-len(articles[root]), root))
    if len(ranked) > 1 and len(articles[ranked[0]]) < FAR_MORE * len(articles[ranked[1]]):
        return None
    return ranked[0]
