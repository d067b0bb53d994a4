"""A comparison of two articles for the terminal, and why two articles share a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.model.article import Article
from headwater.model.diff import Relation
from headwater.model.explanation import Explanation
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
    """Whether the two articles are one story, and each feature of the pair by its weight."""
    verdict = "one story" if why.together else "two stories"
    lines = [_head("A", a), _head("B", b), "", styled(f"Held to be {verdict}.", Style.STRONG)]
    lines += [line for reason in why.reasons for line in wrapped(reason, width, first="  · ")]
    if why.shared:
        lines += wrapped("both have: " + ", ".join(why.shared), width, first="  · ")
    if why.factors:
        lines += ["", f"The pair alone makes one event {why.probability:.0%} likely:"]
        lines += [f"  {factor.effect:+6.2f}  {factor.text} ({factor.value:.2f})" for factor in why.factors]
    return finish(lines, color=color)


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
