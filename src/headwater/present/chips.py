"""Chips: the small links from a statement to the words that it is taken from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from headwater.model.article import Citation
from headwater.present.escaping import escaped
from headwater.present.labels import Labels, in_order, shortened
from headwater.present.targets import Marks, target

# Lines have this many colours; the letters go on, the colours begin again.
COLORS = 8

# The first few places of a statement are enough to look it up; the others fold away behind a count.
_SHOWN = 5
_HINT = 180
_READ = 3 * _HINT  # characters of the cited words: a hostile text is one sentence of megabytes, cited again and again

Chips = Callable[[Sequence[Citation]], Markup]


def chips_of(labels: Labels, marked: Mapping[str, Marks]) -> Chips:
    """What makes the chips of a story's statements.

    Links to the cited places, by line, one for each sentence; those after the first few folded behind a count.
    """
    names = {id: escaped(label.name) for id, label in labels.items()}

    def chips(citations: Sequence[Citation]) -> Markup:
        made = [_chip(citation, labels, marked, names) for citation in in_order(citations, labels)]
        if not made:
            return Markup("")
        shown, rest = " ".join(made[:_SHOWN]), made[_SHOWN:]
        return Markup(f'<span class="cites">{shown}{_folded(rest) if rest else ""}</span>')

    return chips


def _folded(made: Sequence[str]) -> str:
    summary = f'<summary>+{len(made)}<span class="vh"> more citations</span></summary>'
    return f' <details class="more">{summary}{" ".join(made)}</details>'


def _chip(citation: Citation, labels: Labels, marked: Mapping[str, Marks], names: Mapping[str, str]) -> str:
    label, name = labels[citation.article], names[citation.article]
    long = citation.end - citation.start > _READ
    hint = shortened(label.article.cited(replace(citation, end=citation.start + _READ) if long else citation), _HINT)
    place = escaped(target(citation, label, marked.get(citation.article, {})))
    return (
        f'<a class="cite l{label.line % COLORS}" href="#{place}" title="{name}: “{escaped(hint)}”">'
        f'<span class="vh">{name}, </span>{escaped(f"{label.code} {citation.sentence or citation.furniture}")}</a>'
    )
