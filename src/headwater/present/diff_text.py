"""A comparison of two articles for the terminal, and why two articles share a story."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from headwater.model.article import Article
from headwater.model.diff import Relation
from headwater.model.explanation import Explanation, Factor
from headwater.model.reuse import Direction
from headwater.present.diff_view import DiffView
from headwater.present.labels import outlet_text
from headwater.present.layout import Style, finish, styled, wrapped
from headwater.present.runs import runs_text
from headwater.present.wording import plural, written_text

_DIRECTIONS = {
    Direction.A_FROM_B: "A draws on B",
    Direction.B_FROM_A: "B draws on A",
    Direction.COMMON_SOURCE: "both draw on a third text",
    Direction.UNKNOWN: "direction unknown",
}

_FELT = 0.05  # log odds below which an aspect is left out
# What the features of a pair tell of, and how their values are shown; "" where the value tells a reader nothing.
_ASPECTS = {
    "wording in common, 0 to 1": {
        "title": "headlines {}",
        "lead": "beginnings {}",
        "body": "whole texts {}",
        "cover": "",
        "phrases": "word pairs {}",
    },
    "names and numbers in common, 0 to 1": {"names": "names {}", "numbers": "numbers {}"},
    "nearer to each other than to other articles": {
        "body_best": "",
        "lead_best": "",
        "body_stands_out": "",
        "lead_stands_out": "",
        "title_stands_out": "",
    },
    "time between them": {"gap": "{}"},
    "the day of one is not known": {"undated": ""},
    "days of the week that both name": {"weekdays": ""},
    "one has no headline": {"untitled": ""},
    "length of the shorter one": {"length": "{}"},
}


def diff_text(view: DiffView, *, width: int, color: bool) -> str:
    """The articles' heads, the kind of reuse with its reasons, each passage of A above B, then what one alone has."""
    lines = [_head("A", view.a), _head("B", view.b), "", *_reuse(view.reuse, width)]
    for row in view.rows:
        lines.append("")
        if row.same:
            lines += wrapped(runs_text(row.a), width, first="= ")
            continue
        lines += wrapped(runs_text(row.a), width, first="A ")
        lines += wrapped(runs_text(row.b), width, first="B ")
        if row.quote_altered:
            lines.append("  " + styled("! words between quotation marks differ", Style.WARNING))
    for letter, sentences in (("A", view.only_a), ("B", view.only_b)):
        if sentences:
            lines += ["", styled(f"ONLY IN {letter} ({plural(len(sentences), 'sentence')})", Style.STRONG)]
            lines += [line for sentence in sentences for line in wrapped(sentence, width, first="  · ")]
    if view.rows:
        lines += [
            "",
            styled("Words of A alone in [-…-], of B alone in {+…+}; = stands in both word for word.", Style.QUIET),
        ]
    return finish(lines, color=color)


def why_text(why: Explanation, a: Article, b: Article, *, width: int, color: bool) -> str:
    """Whether the two articles are one story, what of the pair speaks for it and against, and how strongly."""
    verdict = "one story" if why.together else "two stories"
    lines = [_head("A", a), _head("B", b), "", styled(f"Held to be {verdict}.", Style.STRONG)]
    lines += [line for reason in why.reasons for line in wrapped(reason, width, first="  · ")]
    if why.shared:
        lines += wrapped("both have: " + ", ".join(why.shared), width, first="  · ")
    if why.factors:
        lines += ["", "What of the pair speaks for one event (+) and against it (−), in log odds:"]
        lines += [line for row in _aspects(why.factors) for line in wrapped(row[1], width, first=f"  {row[0]}  ")]
    return finish(lines, color=color)


def _aspects(factors: Sequence[Factor]) -> list[tuple[str, str]]:
    """What each aspect of a pair adds to the log odds, the strongest first, and the values behind it.

    Features of one aspect correct each other: of three likenesses of wording one may count against, so that only their
    sum says anything.
    """
    by_name = {factor.name: factor for factor in factors}
    found = []
    for aspect, shown in _ASPECTS.items():
        here = [by_name[name] for name in shown if name in by_name]
        effect = sum(factor.effect for factor in here)
        if abs(effect) >= _FELT:
            values = [shown[factor.name].format(_plain(factor)) for factor in here if shown[factor.name]]
            found.append((effect, f"{aspect}{': ' if values else ''}{', '.join(values)}"))
    found.sort(key=lambda row: (-abs(row[0]), row[1]))
    return [(f"{effect:+5.1f}".replace("-", "−"), text) for effect, text in found]


def _plain(factor: Factor) -> str:
    """The value as a reader counts: days as days, words as words, a likeness as a share of 1."""
    if factor.name in ("gap", "length"):
        return plural(round(math.expm1(factor.value)), "day" if factor.name == "gap" else "word")
    return f"{factor.value:.2f}"


def why_document(why: Explanation, a: Article, b: Article) -> Mapping[str, object]:
    """The same as a JSON object."""
    return {
        "schema": "headwater/1",
        "type": "why",
        "a": a.id,
        "b": b.id,
        "a_key": a.key,
        "b_key": b.key,
        "together": why.together,
        "probability": round(why.probability, 3),
        "factors": [
            {"name": f.name, "text": f.text, "value": round(f.value, 3), "effect": round(f.effect, 3)}
            for f in why.factors
        ],
        "shared": list(why.shared),
        "reasons": list(why.reasons),
    }


def _head(letter: str, article: Article) -> str:
    title = article.title or article.text[:80].replace("\n", " ")
    return f"{styled(letter, Style.STRONG)}  {outlet_text(article)}, {written_text(article.published)}: {title}"


def _reuse(reuse: Relation | None, width: int) -> Sequence[str]:
    if reuse is None:
        return [styled("No reuse: the two share no wording that matters.", Style.STRONG)]
    shares = f"{reuse.contained_a:.0%} of A's 5-word runs are in B, {reuse.contained_b:.0%} of B's in A"
    head = styled(f"{reuse.kind.value}, {_DIRECTIONS[reuse.direction]}; {shares}", Style.STRONG)
    return [head, *(line for reason in reuse.reasons for line in wrapped(reason, width, first="  · "))]
