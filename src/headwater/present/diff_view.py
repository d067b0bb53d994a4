"""Two articles side by side, as rows that the terminal, the page and the JSON show alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.model.article import Article
from headwater.model.diff import Aligned, ArticleDiff, Change, Relation, Span
from headwater.text.diff import Op
from headwater.text.quotemarks import quoted_spans

Run = tuple[Op, str]


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One aligned passage: its words in a and in b as runs, kept, cut (in a alone) or added (in b alone).

    ``quote_altered`` where words between quotation marks differ.
    """

    a: tuple[Run, ...]
    b: tuple[Run, ...]
    quote_altered: bool

    @property
    def same(self) -> bool:
        """Whether both sides have the same words."""
        return all(op is Op.KEPT for op, _ in (*self.a, *self.b))


@dataclass(frozen=True, slots=True)
class DiffView:
    """All that is shown of a comparison: the articles, what is known of their reuse, aligned rows, and what is left."""

    a: Article
    b: Article
    reuse: Relation | None
    rows: tuple[DiffRow, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def diff_view(diff: ArticleDiff, a: Article, b: Article, reuse: Relation | None) -> DiffView:
    """The comparison of ``a`` and ``b``, passages in the order of a; ``reuse`` is that of the pair, None for none."""
    quoted_a, quoted_b = quoted_spans(a.text), quoted_spans(b.text)
    rows = [
        _row(aligned, a.text, b.text, quote_altered=_altered(aligned, quoted_a, quoted_b)) for aligned in diff.aligned
    ]
    return DiffView(a, b, reuse, tuple(rows), _words(a.text, diff.only_a), _words(b.text, diff.only_b))


def diff_document(diff: ArticleDiff, reuse: Relation | None, articles: Sequence[Article]) -> Mapping[str, object]:
    """The comparison as a JSON object: spans are half open, in code points of each article's text."""
    keys = {article.id: article.key for article in articles}
    return {
        "schema": "headwater/1",
        "type": "diff",
        "a": diff.a,
        "b": diff.b,
        "a_key": keys[diff.a],
        "b_key": keys[diff.b],
        "kind": reuse.kind.value if reuse else None,
        "direction": reuse.direction.value if reuse else None,
        "reasons": list(reuse.reasons) if reuse else [],
        "passages": [_passage(aligned) for aligned in diff.aligned],
        "only_a": [list(span) for span in diff.only_a],
        "only_b": [list(span) for span in diff.only_b],
    }


def _passage(aligned: Aligned) -> Mapping[str, object]:
    passage = aligned.passage
    return {
        "a": [passage.a_start, passage.a_end],
        "b": [passage.b_start, passage.b_end],
        "match": passage.match.value,
        "edits": [{"change": e.change.value, "a": list(e.a), "b": list(e.b)} for e in aligned.edits],
    }


def _row(aligned: Aligned, a: str, b: str, *, quote_altered: bool) -> DiffRow:
    in_a: list[Run] = []
    in_b: list[Run] = []
    for edit in aligned.edits:
        same = edit.change is Change.SAME
        if edit.a[0] < edit.a[1]:
            in_a.append((Op.KEPT if same else Op.CUT, a[edit.a[0] : edit.a[1]]))
        if edit.b[0] < edit.b[1]:
            in_b.append((Op.KEPT if same else Op.ADDED, b[edit.b[0] : edit.b[1]]))
    return DiffRow(tuple(in_a), tuple(in_b), quote_altered)


def _altered(aligned: Aligned, quoted_a: Sequence[Span], quoted_b: Sequence[Span]) -> bool:
    changed = [edit for edit in aligned.edits if edit.change is not Change.SAME]
    return any(_inside(edit.a, quoted_a) and _inside(edit.b, quoted_b) for edit in changed)


def _inside(span: Span, quoted: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in quoted)


def _words(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in spans)
