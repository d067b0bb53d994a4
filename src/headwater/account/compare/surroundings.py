"""The words around a figure in its own clause: of what it is said, by which verb, with which circumstances."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from headwater.account.compare.wording import normal_word
from headwater.account.particulars.lexicon import STOP, singular, word_list

_REACH = 6  # telling words on either side of the figure; those farther off mostly belong to another one
_WINDOW = 110
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_BREAK = re.compile(
    r"\.(?=\s|$)|[;:!?()“”\"—–](?!\d)|, (?:and|but|while|which|who|where|although|though|with|as|after)\b"
)
_OLD = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|original(?:ly)?|formerly|former|prior|old"
    r"|first (?:offer|bid|estimate|report)|(?:up|down) from)\b"
    r"(?! (?:today|this|on))"
)
_NEW = re.compile(r"\b(?:new|newest|latest|revised|raised|updated|improved|increased|sweetened|now|final|newly)\b")
_ERA = 45  # characters before the figure in which such a word is said of it
_CALLED = re.compile(r"\b(?:as|be|been|being|are|were|is|was|became|become) (?:the |alleged |possible )?([a-z]+s)\b")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_STEM = 7
_FALL = 0.25  # a word n words from the figure counts 1 / (1 + n / 4)
_SAY_NOTHING = word_list("beside_figures")


def surroundings(sentence: str, start: int, end: int) -> frozenset[str]:
    """The telling words of the clause around ``sentence[start:end]``, shortened as ``content_words`` does.

    At most six on either side, none beyond the end of the clause; what stands in brackets is read past.
    """
    before = _ASIDE.sub(" ", sentence[max(0, start - _WINDOW) : start])
    after = _ASIDE.sub(" ", sentence[end : end + _WINDOW].removeprefix(")"))
    opened = before.rstrip()
    if opened.endswith("("):
        before = opened[:-1]
    before = _BREAK.split(before)[-1]
    after = _BREAK.split(after, maxsplit=1)[0]
    return frozenset(_telling(_WORD.findall(before))[-_REACH:] + _telling(_WORD.findall(after))[:_REACH])


def closeness(sentence: str, start: int, end: int) -> dict[str, float]:
    """The words of the sentence that say something, brought to one form, by how close they stand to the figure.

    The word next to ``sentence[start:end]`` has 0.8, one further off less; of a word that stands twice the nearer.
    """
    found: dict[str, float] = {}
    before = _WORD.findall(sentence[:start])
    for side in (reversed(before), _WORD.findall(sentence[end:])):
        for steps, word in enumerate(side, 1):
            normal = normal_word(word.casefold().replace("’", "'"))
            if normal is not None:
                found[normal] = max(found.get(normal, 0.0), 1 / (1 + _FALL * steps))
    return found


def called(sentence: str, end: int) -> frozenset[str]:
    """The plural nouns that the clause after ``end`` gives the counted as: "women are recorded as victims"."""
    after = _BREAK.split(sentence[end : end + _WINDOW], maxsplit=1)[0]
    return frozenset(singular(word) for word in _CALLED.findall(after) if singular(word) != word)


def era(sentence: str, start: int) -> int:
    """-1 where the words before the figure make it an earlier one ("its previous offer of"), 1 a later, else 0."""
    before = _BREAK.split(sentence[max(0, start - _ERA) : start].lower())[-1]
    old = max((match.start() for match in _OLD.finditer(before)), default=-1)
    new = max((match.start() for match in _NEW.finditer(before)), default=-1)
    return 0 if old == new else 1 if new > old else -1


def _telling(words: Iterable[str]) -> list[str]:
    plain = (word.casefold().removesuffix("'s").removesuffix("’s") for word in words)
    return [singular(word)[:_STEM] for word in plain if len(word) > 2 and word not in STOP and word not in _SAY_NOTHING]


def nearness(a: frozenset[str], b: frozenset[str], rarity: Mapping[str, float]) -> float:
    """How much of what is said around the one figure is said around the other, 0..1: the cosine of the rare words."""
    shared = sum(rarity.get(word, 1.0) ** 2 for word in sorted(a & b))
    sizes = [sum(rarity.get(word, 1.0) ** 2 for word in sorted(words)) for words in (a, b)]
    return shared / (sizes[0] * sizes[1]) ** 0.5 if all(sizes) else 0.0
