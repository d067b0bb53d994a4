"""Entities: the names of a story's articles, joined where they name one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.name_nodes import Node, alike
from headwater.account.compare.people import join_people
from headwater.account.compare.spellings import is_titled, known_as, may_be_spellings, skeleton, stem
from headwater.account.particulars.gazetteer import DEMONYMS, PLACES
from headwater.account.particulars.geonames import city_numbers, same_city
from headwater.model.account import Entity, EntityForm
from headwater.model.article import Article, Citation
from headwater.model.particulars import EntityType, NameMention, Particulars
from headwater.text.words import words

MIN_SHARED_WORDS = 2  # of two places' sentences before their spellings are held to be one name's
_MIN_WORD = 4


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """The entities of a story, the weightiest first, and the way to them from a mention or a wording."""

    entities: tuple[Entity, ...]
    by_place: dict[tuple[str, int], str]
    by_stem: dict[str, str | None]
    by_id: dict[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {entity.id: entity for entity in self.entities})

    def of(self, mention: NameMention) -> str:
        """The id of the entity that a mention of one of the merged articles names; raises KeyError for another's."""
        return self.by_place[mention.citation.article, mention.citation.start]

    def named(self, text: str) -> str | None:
        """The id of the entity that goes by ``text``; None where there is none, or more than one."""
        return self.by_stem.get(stem(text))

    def entity(self, id: str) -> Entity:
        """The entity of that id; raises KeyError where there is none."""
        return self.by_id[id]


def _context(longer: Mapping[str | None, frozenset[str]], mentions: Iterable[NameMention]) -> frozenset[str]:
    """The longer words of the sentences that hold the mentions, the name's own left out."""
    own = {word for mention in mentions for word in words(mention.text)}
    return frozenset().union(*{longer[mention.citation.sentence] for mention in mentions}) - own


class _Longer(dict[str | None, frozenset[str]]):
    """The longer words of an article's sentences by id, plural endings off; a sentence is read when it is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._spans = {sentence.id: sentence for sentence in article.sentences}

    def __missing__(self, id: str | None) -> frozenset[str]:
        found = words(self._article.slice(self._spans[id])) if id in self._spans else []
        self[id] = frozenset(word.rstrip("s") for word in found if len(word) >= _MIN_WORD)
        return self[id]


def _nodes(particulars: Sequence[Particulars]) -> list[Node]:
    nodes: list[Node] = []
    for each in sorted(particulars, key=lambda p: p.article.id):
        by_key: dict[tuple[str, bool], list[NameMention]] = defaultdict(list)
        longer = _Longer(each.article)
        for mention in each.names:
            by_key[mention.key, mention.type is EntityType.PERSON].append(mention)
        for (key, _), mentions in sorted(by_key.items()):
            kind = Counter(m.type for m in mentions if m.type is not EntityType.OTHER).most_common(1)
            type_ = kind[0][0] if kind else EntityType.OTHER
            context = _context(longer, mentions) if type_ in (EntityType.PLACE, EntityType.OTHER) else frozenset()
            nodes.append(Node(each.article.id, key, type_, tuple(mentions), context, stem(key)))
    return nodes


def _compatible(a: EntityType, b: EntityType) -> bool:
    return EntityType.OTHER in (a, b) or (a is EntityType.PERSON) == (b is EntityType.PERSON)


def _one_thing(a: Node, b: Node) -> bool:
    """Whether nodes of one form can be one thing: of kinds that go together, or of the same several words."""
    return _compatible(a.type, b.type) or (a.stem == b.stem and " " in a.stem)


def _join_equal(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join nodes of one stem, one general alias, or one learned acronym."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        alias = known_as(node.key) if node.type is not EntityType.PERSON else None
        forms = {alias or node.stem}
        forms |= {m.text for m in node.mentions if m.text.isupper() and len(m.text) > 1}
        for form in forms:
            by_form[form].append(at)
    for members in by_form.values():
        for at in members[1:]:
            first = next((m for m in members if _one_thing(nodes[m], nodes[at])), at)
            groups.join(first, at)


def _without_country(node: Node) -> str | None:
    """The stem of a body without the country before it: "US State Department"; None where none stands there."""
    first, _, rest = node.stem.partition(" ")
    return rest if " " in rest and (first in PLACES or first in DEMONYMS) else None


def _join_bodies(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join a body named with its country and the same named without, where only one country's is in the story."""
    bare: dict[str, list[int]] = defaultdict(list)
    prefixed: dict[str, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        if node.type not in (EntityType.ORGANISATION, EntityType.GROUP):
            continue
        rest = _without_country(node)
        (prefixed[rest] if rest else bare[node.stem]).append(at)
    for rest, members in sorted(prefixed.items()):
        if len({nodes[at].stem for at in members}) == 1:
            for at in bare.get(rest, ()):
                groups.join(members[0], at)


def _join_short_bodies(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join a club named with its place and the same without: "Qwistle Herons" and "Herons", where only one is."""
    by_last: dict[str, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        place, _, last = node.stem.rpartition(" ")
        if node.type is EntityType.ORGANISATION and last.endswith("s") and (place in PLACES or city_numbers(place)):
            by_last[last].append(at)
    for at, node in enumerate(nodes):
        full = by_last.get(node.stem, [])
        stems = {nodes[n].stem for n in full}
        whole = [stem for stem in stems if not any(other.endswith(f" {stem}") for other in stems)]
        if node.type is not EntityType.PERSON and len(whole) == 1:
            groups.join(next(n for n in full if nodes[n].stem == whole[0]), at)


def _join_cities(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join places that the table of cities knows as one."""
    members: dict[str, int] = {}
    for at, node in enumerate(nodes):
        if node.type is EntityType.PLACE:
            members.setdefault(node.stem, at)
    rows = [(at, number) for at in sorted(members.values()) for number in city_numbers(nodes[at].key)]
    for a, b in alike([at for at, _ in rows], [number for _, number in rows]):
        if groups.root(a) != groups.root(b) and same_city(nodes[a].key, nodes[b].key):
            groups.join(a, b)


def _join_spellings(nodes: Sequence[Node], groups: DisjointSets) -> None:
    """Join places (or unknown words) written alike that stand in sentences about the same."""
    single = [
        n
        for n, node in enumerate(nodes)
        if node.type in (EntityType.PLACE, EntityType.OTHER) and " " not in node.stem and len(node.stem) > 3
    ]
    for a, b in alike(single, [skeleton(nodes[at].stem) for at in single]):
        one, other = nodes[a], nodes[b]
        if one.article == other.article or groups.root(a) == groups.root(b):
            continue
        if same_city(one.key, other.key) is False:
            continue
        if may_be_spellings(one.key, other.key) and len(one.context & other.context) >= MIN_SHARED_WORDS:
            groups.join(a, b)


def _type_of(nodes: Sequence[Node]) -> EntityType:
    votes = Counter(m.type for node in nodes for m in node.mentions if m.type is not EntityType.OTHER)
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else EntityType.OTHER


def _name_of(kind: EntityType, forms: Counter[str], keys: Counter[str]) -> str:
    """A person's fullest form, anything else's most used one that is not a bare acronym where there is another."""
    if kind is EntityType.PERSON:
        plain = [key for key in keys if not any(is_titled(key, other) for other in keys)]
        return min(plain, key=lambda key: (-len(stem(key).split()), -keys[key], key))
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _entity(nodes: Sequence[Node]) -> tuple[Entity, int]:
    """The entity (without its id) that some nodes make, and in how many articles it stands."""
    mentions = sorted((m for node in nodes for m in node.mentions), key=lambda m: m.citation)
    forms = Counter(m.text for m in mentions)
    keys = Counter(m.key for m in mentions)
    kind = _type_of(nodes)
    ordered = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
    citations: tuple[Citation, ...] = tuple(m.citation for m in mentions)
    counted = tuple(EntityForm(text, count) for text, count in ordered)
    return Entity("", _name_of(kind, forms, keys), kind, counted, citations), len({node.article for node in nodes})


def _indexed(entities: Sequence[Entity], keys: Sequence[frozenset[str]]) -> EntityIndex:
    by_place: dict[tuple[str, int], str] = {}
    by_stem: dict[str, str | None] = {}
    for entity, known in zip(entities, keys, strict=True):
        by_place.update({(c.article, c.start): entity.id for c in entity.citations})
        forms = {form.text for form in entity.forms} | known
        for form in {stem(form) for form in forms}:
            by_stem[form] = None if by_stem.get(form, entity.id) != entity.id else entity.id
    return EntityIndex(tuple(entities), by_place, by_stem)


def merge_entities(particulars: Sequence[Particulars]) -> EntityIndex:
    """The entities that a story's articles name, ids e1, e2, … by weight (articles, mentions) and name.

    Names are joined by stem (case, hyphens, honorifics), general alias table, acronyms that an article explains,
    surname and full name where only one person bears it, the table of cities, and spelling where the context is shared.
    Short names are never joined by likeness, nor are two things that general lists know apart.
    """
    nodes = _nodes(particulars)
    groups = DisjointSets(len(nodes))
    for join in (_join_equal, join_people, _join_bodies, _join_short_bodies, _join_cities, _join_spellings):
        join(nodes, groups)
    members: dict[int, list[Node]] = defaultdict(list)
    for at, node in enumerate(nodes):
        members[groups.root(at)].append(node)
    made = [(*_entity(group), frozenset(node.key for node in group)) for group in members.values()]
    made.sort(key=lambda row: (-row[1], -len(row[0].citations), row[0].name, row[0].citations))
    entities = [
        Entity(f"e{n}", entity.name, entity.type, entity.forms, entity.citations)
        for n, (entity, _, _) in enumerate(made, 1)
    ]
    return _indexed(entities, [keys for _, _, keys in made])
