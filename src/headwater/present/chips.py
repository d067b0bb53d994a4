"""Chips: the small links from a statement to the words that it is taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from headwater.model.article import Citation
from headwater.present.labels import Labels, in_order, shortened
from headwater.present.targets import Marks, target

# Lines have this many colours; the letters go on, the colours begin again.
COLORS = 8

# The first few places of a statement are enough to look it up; the others fold away behind a count.
_SHOWN = 5
_HINT = 180

_MORE = Markup('<details class="more"><summary>+{}<span class="vh"> more citations</span></summary>{}</details>')
_ALL = Markup('<span class="cites">{}</span>')


def chips(citations: Sequence[Citation], labels: Labels, marked: Mapping[str, Marks]) -> Markup:
    """Links to the cited places, by line, one for each sentence; those after the first few folded behind a count."""
    made = [_chip(citation, labels, marked.get(citation.article, {})) for citation in in_order(citations, labels)]
    if not made:
        return Markup("")
    space = Markup(" ")
    shown = space.join(made[:_SHOWN])
    rest = made[_SHOWN:]
    return _ALL.format(shown + space + _MORE.format(len(rest), space.join(rest)) if rest else shown)


def _chip(citation: Citation, labels: Labels, marked: Marks) -> Markup:
    label = labels[citation.article]
    # A hostile text is one sentence of megabytes with thousands of citations: only the start of the words is looked at.
    start = replace(citation, end=min(citation.end, citation.start + 3 * _HINT))
    hint = shortened(label.article.cited(start), _HINT)
    name, place = escape(label.name), escape(f"{label.code} {citation.sentence or citation.furniture}")
    # A page has tens of thousands of these: Markup.format would take longer than all else together.
    return Markup(
        f'<a class="cite l{label.line % COLORS}" href="#{escape(target(citation, label, marked))}"'
        f' title="{name}: “{escape(hint)}”"><span class="vh">{name}, </span>{place}</a>'
    )
