"""Same utterance: which quotes of a story's reports are parts or wordings of one thing said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.utterances import (
    MIN_CONTENT,
    Likeness,
    Wording,
    holds_content,
    is_nearly_verbatim,
    likeness,
)
from headwater.model.particulars import QuoteMention

SURE_WORDS = 6  # the same words, this many, are one utterance whoever is named as the speaker
UNKNOWN_WORDS = 4  # content words that a quote without speaker needs to be matched by wording inside one report
UNSURE_WORDS = 2  # content words in a row in two reports that are one utterance unless two different people said them
SURELY_ONE = 2  # reports in which two groups are one utterance that make them one, wherever else each stands alone


@dataclass(frozen=True, slots=True)
class Told:
    """A quote of one article with its speaker's entity (or wording) and its words.

    ``known`` marks a speaker with a name; ``term`` words in marks that the article lays at nobody's door.
    """

    article: str
    mention: QuoteMention
    speaker: str | None
    wording: Wording
    person: bool
    known: bool
    term: bool = False


class _Groups:
    """Groups of quotes, each known by its first quote, with their members."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._told = told
        self._sets = DisjointSets(len(told))
        self.members: dict[int, list[int]] = {at: [at] for at in range(len(told))}

    def root(self, at: int) -> int:
        return self._sets.root(at)

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        if low != high:
            self._sets.join(low, high)
            self.members[low] += self.members.pop(high)

    def articles(self, at: int) -> set[str]:
        """The articles that the group of a quote is in."""
        return {self._told[n].article for n in self.members[self.root(at)]}

    def rivals(self, a: int, b: int) -> bool:
        """Whether one article has quotes in both groups, said apart, that share words: two things said, then."""
        mine: dict[str, list[Told]] = defaultdict(list)
        for n in self.members[self.root(a)]:
            mine[self._told[n].article].append(self._told[n])
        return any(
            ours.mention.utterance != self._told[n].mention.utterance
            and len(set(ours.wording.content) & set(self._told[n].wording.content)) >= MIN_CONTENT
            for n in self.members[self.root(b)]
            for ours in mine.get(self._told[n].article, ())
        )

    def parted(self, a: int, b: int) -> int:
        """In how many articles the two groups are two utterances, less those in which they are one."""
        of = [defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)]
        for side, at in zip(of, (a, b), strict=True):
            for n in self.members[self.root(at)]:
                side[self._told[n].article].add(self._told[n].mention.utterance)
        both = sorted(of[0].keys() & of[1].keys())
        return sum(-1 if of[0][article] & of[1][article] else 1 for article in both)

    def independent(self, a: int, b: int) -> bool:
        """Whether each of two groups is also in an article that has none of the other."""
        mine, theirs = self.articles(a), self.articles(b)
        return bool(mine - theirs) and bool(theirs - mine)


def may_be_one_speaker(a: Told, b: Told, speak_for: frozenset[tuple[str, str]]) -> bool:
    """Whether two quotes are one speaker's, a body's spokeswoman and her body taken for one."""
    if a.speaker is not None and a.speaker == b.speaker:
        return True
    return (a.speaker, b.speaker) in speak_for or (b.speaker, a.speaker) in speak_for


def same_utterances(
    told: Sequence[Told], speak_for: frozenset[tuple[str, str]], retold: frozenset[tuple[int, int]] = frozenset()
) -> list[list[Told]]:
    """The quotes in groups of one utterance each; terms that are no part of one are in none.

    The surest first: long runs of the same words; the parts of a split quote, unless more reports have them apart; a
    few words, each with the one group that holds them and fits best; fragments in one sentence, unless other reports
    have one each; then rewordings, but for those of a quote whose own report has another that fits the same words, and
    the ``retold`` pairs (positions) of a rewrite.
    """
    groups = _Groups(told)
    links = {pair: kind for pair in _pairs(told) if (kind := _link(told[pair[0]], told[pair[1]], speak_for))}
    for a, b in _of_kind(links, _SURE):
        groups.join(a, b)
    _place_fragments(told, _of_kind(links, _HELD), groups, speak_for)
    split = list(_split(told))
    for a, b in split:
        if _is_close(told[a], told[b]) and groups.parted(a, b) <= 0:
            groups.join(a, b)
    _place_fragments(told, _of_kind(links, _SHORT), groups, speak_for)
    for a, b in split:
        parted = groups.parted(a, b)
        if parted <= -SURELY_ONE or (parted <= 0 and not groups.independent(a, b)):
            groups.join(a, b)
    for a, b in _of_kind(links, _HELD) + _of_kind(links, _REWORDED) + sorted(retold):
        if not groups.rivals(a, b):
            groups.join(a, b)
    found = [[told[n] for n in members] for members in groups.members.values()]
    return [group for group in found if not all(each.term for each in group)]


_SURE, _HELD, _SHORT, _REWORDED = 1, 2, 3, 4


def _of_kind(links: dict[tuple[int, int], int], kind: int) -> list[tuple[int, int]]:
    return sorted(pair for pair, found in links.items() if found == kind)


def _split(told: Sequence[Told]) -> Iterable[tuple[int, int]]:
    """The neighbours among the parts of each split quote."""
    last: dict[tuple[str, int], int] = {}
    for at, each in enumerate(told):
        if each.term:
            continue
        key = (each.article, each.mention.utterance)
        if key in last:
            yield last[key], at
        last[key] = at


def _is_close(a: Told, b: Told) -> bool:
    """Whether of two parts of a split quote only what says whose they are stands between: "“…,” X said, “…”"."""
    cited = [each.mention.speaker_citation for each in (a, b)]
    between = any(c is not None and a.mention.citation.end <= c.start < b.mention.citation.start for c in cited)
    return between or b.mention.text[:1].isupper()


def _link(a: Told, b: Told, speak_for: frozenset[tuple[str, str]]) -> int:
    """How two quotes are linked, 0 for not at all."""
    alike = likeness(a.wording, b.wording)
    if alike is Likeness.DIFFERENT:
        return 0
    one = may_be_one_speaker(a, b, speak_for)
    if a.term or b.term:
        return _term_link(a, b, alike)
    if alike is Likeness.REWORDED:
        if a.article == b.article:
            return 0
        if is_nearly_verbatim(a.wording, b.wording):
            return _SURE
        if holds_content(a.wording, b.wording) and not (a.person and b.person and not one):
            return _SHORT
        return _REWORDED if one else 0
    fewest = min(len(a.wording.words), len(b.wording.words))
    content = min(len(a.wording.content), len(b.wording.content))
    if fewest >= SURE_WORDS and (alike is Likeness.SAME or a.article != b.article or content > UNSURE_WORDS):
        return _SURE if alike is Likeness.SAME else _HELD
    if one:
        return _SHORT
    if a.article == b.article:
        return _SHORT if content >= UNKNOWN_WORDS and None in (a.speaker, b.speaker) else 0
    return _SHORT if content >= UNSURE_WORDS and not (a.person and b.person) else 0


def _term_link(a: Told, b: Told, alike: Likeness) -> int:
    """Words in marks that nobody is named for are a quote where another report has somebody say them."""
    if (a.term and b.term) or (alike is Likeness.REWORDED and not holds_content(a.wording, b.wording)):
        return 0
    return _SHORT if min(len(a.wording.content), len(b.wording.content)) >= UNSURE_WORDS else 0


def _place_fragments(
    told: Sequence[Told], links: Sequence[tuple[int, int]], groups: _Groups, speak_for: frozenset[tuple[str, str]]
) -> None:
    """Join each short wording, the longest first, with the group that holds it; it never joins two groups."""
    holding: dict[int, list[int]] = defaultdict(list)
    for a, b in links:
        if told[a].wording.words == told[b].wording.words:
            groups.join(a, b)
            continue
        short, long = (a, b) if len(told[a].wording.words) < len(told[b].wording.words) else (b, a)
        holding[short].append(long)
    ordered = sorted(holding, key=lambda at: (-len(told[at].wording.words), at))
    placed: set[int] = set()
    for at in ordered:
        if groups.root(at) in placed:
            continue
        members = [n for n in groups.members[groups.root(at)] if n in holding]

        def fit(long: int, members: Sequence[int] = tuple(members)) -> tuple[int, int, int, int]:
            own = sum(told[n].article in groups.articles(long) for n in members)
            one = sum(may_be_one_speaker(told[n], told[long], speak_for) for n in members)
            return -one, -own, -len(groups.articles(long)), groups.root(long)

        best = min((long for n in members for long in holding[n]), key=fit)
        groups.join(at, best)
        placed.add(groups.root(at))


def _pairs(told: Sequence[Told]) -> list[tuple[int, int]]:
    """Pairs of quotes that share a content word, each wording with the same speaker compared once."""
    by_wording: dict[tuple[tuple[str, ...], str | None, bool], int] = {}
    pairs: set[tuple[int, int]] = set()
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        same = by_wording.setdefault((each.wording.words, each.speaker, each.term), at)
        if same != at:
            pairs.add((same, at))
            continue
        for word in set(each.wording.content):
            by_word[word].append(at)
    for members in by_word.values():
        pairs.update(combinations(members, 2))
    return sorted(pairs)
