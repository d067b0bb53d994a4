"""Speakers: whom the subject of a reporting clause means, brought to the fullest form in the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.gazetteer import FEMALE, GIVEN, OFFICE_WORDS, OFFICES, is_office
from headwater.account.particulars.reports import Report
from headwater.account.particulars.tokens import Token
from headwater.account.wordlists import word_set
from headwater.model.article import Article
from headwater.model.particulars import EntityType, NameMention

_SINGULAR = frozenset(("he", "she"))
_OTHERS = frozenset(("they", "it", "who"))
_OWN = frozenset(("i", "we", "you", "one", "there", "that", "this", "these", "those", "what", "which"))
_LOWERED = word_set("grammar", "determiners")
_PREPOSITIONS = frozenset(
    ("of", "for", "with", "from", "at", "in", "on", "to", "by", "against", "under", "close", "who")
)
_SPEAKING = frozenset((EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP))
RECALLED = 300  # names back that "the minister" reaches
NEAR = 3  # sentences back that "he" reaches


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the fullest form, and the offsets of the words that name them where it was read."""

    name: str
    start: int
    end: int
    known: bool  # a name of the article, not a wording such as "a senior official"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who could speak in an article: its names in text order, the titles they bear, whether he or she."""

    article: Article
    names: tuple[NameMention, ...]
    starts: tuple[int, ...]
    genders: dict[str, str]

    def within(self, start: int, end: int) -> list[NameMention]:
        """The names that lie inside ``start..end``."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [mention for mention in self.names[first:last] if mention.citation.end <= end]

    def people_before(self, at: int, *, since: int) -> list[NameMention]:
        """People named in ``since..at``, the nearest first."""
        last = bisect_left(self.starts, at)
        first = bisect_left(self.starts, since)
        return [m for m in reversed(self.names[first:last]) if m.type is EntityType.PERSON]


def _gender(mention: NameMention) -> str | None:
    words = f"{mention.role or ''}".casefold().replace(".", "").split()
    if any(word in FEMALE for word in words):
        return "f"
    if any(word in ("mr", "sir", "lord", "king", "prince", "spokesman", "congressman", "chairman") for word in words):
        return "m"
    given = mention.key.split()[0].casefold()
    if given in FEMALE:
        return "f"
    return "m" if given in GIVEN and len(mention.key.split()) > 1 else None


def cast_of(article: Article, names: Sequence[NameMention]) -> Cast:
    """The cast of an article."""
    ordered = tuple(sorted(names, key=lambda mention: mention.citation.start))
    genders: dict[str, str] = {}
    for mention in ordered:
        gender = _gender(mention) if mention.type is EntityType.PERSON else None
        if gender:
            genders.setdefault(mention.key, gender)
    return Cast(article, ordered, tuple(m.citation.start for m in ordered), genders)


def _fits(cast: Cast, key: str, pronoun: str) -> bool:
    wanted = "f" if pronoun == "she" else "m"
    return cast.genders.get(key, wanted) == wanted


def _meant_by(cast: Cast, pronoun: Token, last: Speaker | None) -> str | None:
    """Whom "he", "she" or "they" means: the last speaker where it fits, else the nearest person that does."""
    article = cast.article
    if pronoun.lower not in _SINGULAR:
        return last.name if last else None
    position = bisect_right(article.sentences, pronoun.start, key=lambda sentence: sentence.start) - 1
    since = article.sentences[max(0, position - NEAR)].start
    near = [m for m in cast.people_before(pronoun.start, since=since) if _fits(cast, m.key, pronoun.lower)]
    sure = [m for m in near if m.key in cast.genders]
    if last and _may_go_on(cast, last, pronoun, since) and (last.name in cast.genders or not sure):
        return last.name
    subjects = [m for m in sure or near if _begins_sentence(article, m)]
    chosen = subjects or sure or near
    return chosen[0].key if chosen else None


def _may_go_on(cast: Cast, last: Speaker, pronoun: Token, since: int) -> bool:
    """Whether the last speaker can be meant: fits the pronoun and was heard or named a few sentences back."""
    if last.known and not _fits(cast, last.name, pronoun.lower):
        return False
    named = any(m.key == last.name for m in cast.people_before(pronoun.start, since=since))
    return named or last.start >= since or not cast.people_before(pronoun.start, since=since)


def _begins_sentence(article: Article, mention: NameMention) -> bool:
    sentence = article.sentence_at(mention.citation.start)
    return sentence is not None and mention.citation.start - sentence.start < 40


def _head_end(tokens: Sequence[Token]) -> int:
    """How many words the head of a noun phrase has: up to its first preposition or comma."""
    for n, token in enumerate(tokens):
        if n and (token.lower in _PREPOSITIONS or token.before.strip().startswith((",", "(", "–", "—"))):
            return n
    return len(tokens)


def _by_name(cast: Cast, head: Sequence[Token]) -> NameMention | None:
    """The name that a noun phrase ends in; "the Smith campaign" is not Smith."""
    inside = cast.within(head[0].start, head[-1].end)
    if inside and inside[-1].citation.end == head[-1].end:
        return inside[-1]
    return None


def _by_title(cast: Cast, head: Sequence[Token]) -> str | None:
    """The person who bears a title: "the secretary general", "the prime minister"."""
    words = [t.lower for t in head if t.lower not in _LOWERED]
    if head[0].lower != "the" or not words or not (is_office(words[-1]) or words[-1] in OFFICE_WORDS):
        return None
    last = bisect_left(cast.starts, head[0].start)
    before = cast.names[max(0, last - RECALLED) : last]
    for mention in reversed([m for m in before if m.role and m.type is EntityType.PERSON]):
        role = mention.role.casefold().replace("-", " ").split() if mention.role else []
        if all(word in role or any(word in part for part in role if len(part) > 4) for word in words):
            return mention.key
    return None


def _as_worded(article: Article, tokens: Sequence[Token]) -> str:
    text = article.text[tokens[0].start : tokens[-1].end]
    return text[0].lower() + text[1:] if tokens[0].lower in _LOWERED else text


def speaker_of(
    cast: Cast, tokens: Sequence[Token], report: Report, last: Speaker | None, worded: dict[str, str]
) -> Speaker | None:
    """Whom the subject of a reporting clause means; None where it names nobody.

    ``last`` is the speaker before; ``worded`` maps the head nouns of unnamed speakers so far to how they were worded.
    """
    subject = tokens[report.first : report.last]
    if not subject or (len(subject) == 1 and subject[0].lower in _OWN):
        return None
    start, end = subject[0].start, subject[-1].end
    if len(subject) == 1 and subject[0].lower in _SINGULAR | _OTHERS:
        name = _meant_by(cast, subject[0], last)
        return Speaker(name, start, end, last.known if last and last.name == name else True) if name else None
    head = subject[: _head_end(subject)]
    mention = _by_name(cast, head)
    if mention is not None:
        return Speaker(mention.key, mention.citation.start, mention.citation.end, True)
    title = _by_title(cast, head)
    if title:
        return Speaker(title, start, end, True)
    noun = head[-1].lower
    if head[0].lower == "the" and len(head) == 2 and noun in worded:
        return Speaker(worded[noun], start, end, False)
    if not _can_speak(head):
        return None
    return Speaker(_as_worded(cast.article, subject), start, end, False)


def _can_speak(head: Sequence[Token]) -> bool:
    """Whether a noun phrase without a name may be a speaker: more than a bare adverb or number."""
    return head[-1].lower.isalpha() and len(head) <= 12 and (len(head) > 1 or len(head[0].text) > 3)


def noted(speaker: Speaker, tokens: Sequence[Token], report: Report, worded: dict[str, str]) -> None:
    """Remember how an unnamed speaker was worded, by the head noun, for "the official" later on."""
    subject = tokens[report.first : report.last]
    if speaker.known or not subject:
        return
    noun = subject[: _head_end(subject)][-1].lower
    worded.setdefault(noun, speaker.name)
    if noun in OFFICES:
        worded.setdefault(noun, speaker.name)
