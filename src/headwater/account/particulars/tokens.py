"""Words of an article with what a name or speaker rule has to know about each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from headwater.account.wordlists import KEPT, word_set
from headwater.model.article import Article, Part, Sentence

# Most words stand between a single space and a plain mark: such a one is group 1, which spares it every other question.
_WORD = re.compile(
    r" ([a-z]+(?=[ ,;:!?)]|\.(?:\s|\Z))|[A-Z][a-z]+(?=[ ,;:!?)]))|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-‑][^\W_]+)*"
)
_MIXED = re.compile(r"(?:[A-Z][^\W_]*|(?:[A-Z]\.)+|then|pro|anti|ex|non|mid|post|pre)(?=[\-‑])")
_SYLLABLE = 4  # letters of the second syllable of a given name, at most
_COMPOUNDS = frozenset(
    ("led", "run", "era", "held", "born", "made", "wide", "like", "type", "only", "free")
) | frozenset(("own", "side", "bred", "size", "rich", "poor", "fed", "eyed", "area", "bound"))
_ENDINGS = frozenset(("'s", "’s", "'S", "’S"))
_LEADS = frozenset(':“"«„‘—')
_ABBREVIATED = re.compile(
    r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Sen|Rep|Gov|Rev|Hon|Supt|Det|Insp)"
)
_PREFIXED = re.compile(r"(?:al|el|ul|as|ash|an|ar|at|az|ad|abu|ben|bin|d|de|l|o)['’\-‑][A-Z]")
_COMMON = word_set("common", "common")
_DERIVED = re.compile(
    r"\w{3,}(?:ing|ed|ly|tion|tions|ary|ous|ive|ment|ments|ness|less|ful|able|ible|ists|ers|ies|ity|ical)"
    r"|[\w']+(?:n't|'ll|'re|'ve|'d|'m)|y'\w+|that's|it's"
)
HEADING_WORDS = 4  # of a line in the body, from which capitals throughout make it a headline
ADDRESS_SLASHES = 2  # in a sentence, from which it holds an address, whose words are all in lower case
TITLE_CASE_SHARE = 0.6  # of the longer words of a headline: above it capitals tell nothing


class Token(NamedTuple):
    """A word at ``start..end`` of the article's text; a possessive ending is not part of it.

    ``lower`` is it case folded, hyphens and apostrophes plain; ``before`` what parts it from the word before in its
    sentence, ``broken`` whether that is more than white space or an ampersand; ``first`` marks the first word of a
    sentence, of quoted words or after a colon. A tuple, for it is made for every word of every article.
    """

    start: int
    end: int
    text: str
    lower: str
    before: str
    broken: bool
    capital: bool
    first: bool
    possessive: bool


_made = partial(tuple.__new__, Token)  # what Token(...) does, in half the time


def is_capitalised(word: str) -> bool:
    """Whether a word is written like a name: ``Nato``, ``al-Qaeda``, ``iPhone``; not ``I``."""
    if word[0].isupper():
        return word not in ("I", "A")
    return word[1:2].isupper() or (not word.isalpha() and bool(_PREFIXED.match(word)))


def _parts(word: str, start: int) -> list[tuple[int, str]]:
    """A word and where it begins; "US-led" and "then-President" are two, "Jean-Luc" and "al-Dam" one."""
    head = None if word.isalpha() else _MIXED.match(word)
    rest = word[head.end() + 1 :] if head else ""
    if head and _is_given(head.group(), rest):
        return [(start, word)]
    if head and rest.isdigit():
        return [(start, word)]  # "MTV-1"
    if head and rest and "-" not in rest and rest[0].isupper() != word[0].isupper() and not word[0].isdigit():
        return [(start, head.group()), (start + head.end() + 1, rest)]
    return [(start, word)]


def _is_given(head: str, rest: str) -> bool:
    """Whether a hyphened word is a given name as East Asia writes it: "Mi-rae", "Dong-ho"; not "Nato-led"."""
    if len(rest) > _SYLLABLE or len(head) > _SYLLABLE + 1 or not (head.istitle() and rest.islower()):
        return False
    return rest not in _COMPOUNDS and head.casefold() not in _COMMON


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]`` (one sentence), in order."""
    found: list[Token] = []
    at = start
    for match in _WORD.finditer(text, start, end):
        plain = match[1]
        begin, stop = match.span()
        if plain is not None and begin == at and found:
            lower = plain.lower()
            found.append(_made((begin + 1, stop, plain, lower, " ", False, lower != plain, False, False)))
            at = stop
            continue
        for first, word in _parts(plain or match[0], begin + (plain is not None)):
            token = _token(text, first, word, text[at:first], opens=not found)
            found.append(token)
            at = first + len(word) if token.possessive else token.end
    return found


def _token(text: str, begin: int, word: str, before: str, *, opens: bool) -> Token:
    """The word at ``begin`` with ``before`` between it and the one before; ``opens`` marks a sentence's first."""
    stop = begin + len(word)
    possessive = False
    if word[-2:] in _ENDINGS and len(word) > 2:
        word, possessive = word[:-2], True
    elif text[stop : stop + 1] == "." and _ABBREVIATED.fullmatch(word):
        word += "."
    elif word[-1] == "s" and text[stop : stop + 2] in ("' ", "’ "):
        possessive = True
    broken = before != " " and before.strip() not in ("", "&")
    first = opens or (broken and not _LEADS.isdisjoint(before))
    lower = word.casefold() if word.isalpha() else _folded(word)
    return _made((begin, begin + len(word), word, lower, before, broken, is_capitalised(word), first, possessive))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").replace("‑", "-")


@lru_cache(maxsize=KEPT)
def is_common(word: str) -> bool:
    """Whether news writes this word (case folded) in lower case."""
    return word in _COMMON or (word.endswith("s") and word[:-1] in _COMMON) or bool(_DERIVED.fullmatch(word))


def in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether the capitals of these words (a headline) tell nothing of names."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capital = sum(token.capital for token in longer)
    return len(longer) >= 3 and capital > TITLE_CASE_SHARE * len(longer)


def is_headline(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline in title case, one that stands in the body without a full stop among them."""
    if not tokens or (sentence.part is Part.BODY and tokens[-1].end < sentence.end):
        return False
    if sentence.part is Part.BODY and len(tokens) < HEADING_WORDS:
        return False
    return in_title_case(tokens)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of an article by sentence, and how its running text writes each.

    ``capitals`` counts the words that are capitalised inside a sentence, ``lowers`` those in lower case, both case
    folded; headlines in title case and addresses do not vote.
    """

    sentences: tuple[tuple[Sentence, tuple[Token, ...]], ...]
    capitals: dict[str, int]
    lowers: dict[str, int]

    def names_by_habit(self, token: Token) -> bool:
        """Whether a capital at the beginning of a sentence is the name's own."""
        capitals, lowers = self.capitals.get(token.lower, 0), self.lowers.get(token.lower, 0)
        if capitals or lowers:
            return capitals > lowers
        return not is_common(token.lower)


def words_of_article(article: Article) -> Words:
    """The words of ``article``, sentence by sentence."""
    rows: list[tuple[Sentence, tuple[Token, ...]]] = []
    capitals: list[str] = []
    lowers: list[str] = []
    for sentence in article.sentences:
        tokens = tokens_of(article.text, sentence.start, sentence.end)
        rows.append((sentence, tuple(tokens)))
        if is_headline(sentence, tokens) or article.text.count("/", sentence.start, sentence.end) >= ADDRESS_SLASHES:
            continue
        lowers += [token.lower for token in tokens if not token.capital]
        capitals += [token.lower for token in tokens if token.capital and not token.first]
    return Words(tuple(rows), dict(Counter(capitals)), dict(Counter(lowers)))
