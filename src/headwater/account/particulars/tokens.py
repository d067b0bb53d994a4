"""Words of an article with what a name or speaker rule has to know about each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from headwater.account.wordlists import word_set
from headwater.model.article import Article, Part, Sentence

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-‑][^\W_]+)*")
_MIXED = re.compile(r"(?:[A-Z][^\W_]*|(?:[A-Z]\.)+|then|pro|anti|ex|non|mid|post|pre)(?=[\-‑])")
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


def is_capitalised(word: str) -> bool:
    """Whether a word is written like a name: ``Nato``, ``al-Qaeda``, ``iPhone``; not ``I``."""
    if word[0].isupper():
        return word not in ("I", "A")
    return word[1:2].isupper() or (not word.isalpha() and bool(_PREFIXED.match(word)))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each word and where it begins; "US-led" and "then-President" are two, "Jean-Luc" and "al-Dam" one."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.isalpha():
            yield match.start(), word
            continue
        head = _MIXED.match(word)
        rest = word[head.end() + 1 :] if head else ""
        if head and rest and "-" not in rest and rest[0].isupper() != word[0].isupper() and not word[0].isdigit():
            yield match.start(), head.group()
            yield match.start() + head.end() + 1, rest
        else:
            yield match.start(), word


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]`` (one sentence), in order."""
    found: list[Token] = []
    at = start
    for begin, word in _words(text, start, end):
        stop = begin + len(word)
        if (
            found
            and word.islower()
            and word.isascii()
            and word.isalpha()
            and text[at:begin] == text[stop : stop + 1] == " "
        ):
            found.append(Token(begin, stop, word, word, " ", False, False, False, False))
            at = stop
            continue
        possessive = False
        if word[-2:] in _ENDINGS and len(word) > 2:
            word, possessive = word[:-2], True
        elif text[stop : stop + 1] == "." and _ABBREVIATED.fullmatch(word):
            word, stop = word + ".", stop + 1
        elif word[-1] == "s" and text[stop : stop + 2] in ("' ", "’ "):
            possessive = True
        before = text[at:begin]
        broken = before != " " and before.strip() not in ("", "&")
        first = not found or (broken and not _LEADS.isdisjoint(before))
        lower = word.casefold() if word.isalpha() else _folded(word)
        found.append(
            Token(begin, begin + len(word), word, lower, before, broken, is_capitalised(word), first, possessive)
        )
        at = stop
    return found


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").replace("‑", "-")


def is_common(word: str) -> bool:
    """Whether news writes this word (case folded) in lower case."""
    return word in _COMMON or (word.endswith("s") and word[:-1] in _COMMON) or bool(_DERIVED.fullmatch(word))


def in_title_case(tokens: list[Token]) -> bool:
    """Whether the capitals of these words (a headline) tell nothing of names."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capital = sum(token.capital for token in longer)
    return len(longer) >= 3 and capital > TITLE_CASE_SHARE * len(longer)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of an article by sentence, and how its running text writes each.

    ``capitals`` counts the words that are capitalised inside a sentence, ``lowers`` those in lower case, both case
    folded; headlines in title case do not vote.
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
    capitals: Counter[str] = Counter()
    lowers: Counter[str] = Counter()
    for sentence in article.sentences:
        tokens = tokens_of(article.text, sentence.start, sentence.end)
        rows.append((sentence, tuple(tokens)))
        if sentence.part is not Part.BODY and in_title_case(tokens):
            continue
        for token in tokens:
            if not token.capital:
                lowers[token.lower] += 1
            elif not token.first:
                capitals[token.lower] += 1
    return Words(tuple(rows), dict(capitals), dict(lowers))
