"""On whom a claim rests in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from headwater.account.compare.clauses import Clause
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.stand_ins import named_as
from headwater.model.account import Attribution
from headwater.model.article import Citation
from headwater.model.particulars import AttributionKind, Particulars


def primary_of(clauses: Sequence[Clause], entities: EntityIndex, articles: Collection[str]) -> tuple[str, ...]:
    """Whom the claim rests on, the most named first: the last of each attribution chain in ``articles``.

    A chain of an agency credit alone counts only where nobody else is named. Empty where no report names anybody.
    """
    attributed = [(c.attribution, c.article) for c in clauses if c.attribution and c.article.id in articles]
    said = [told for told in attributed if told[0].kind is not AttributionKind.CREDIT] or attributed
    counts = _merged(Counter(named_as(mention.chain[-1], article, entities) for mention, article in said))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def sole_witness(clauses: Sequence[Clause], entities: EntityIndex, articles: Collection[str]) -> str | None:
    """The one on whom every one of ``articles`` lays the claim; None where one states it in its own voice."""
    attributed = {c.article.id for c in clauses if c.attribution and c.attribution.kind is not AttributionKind.CREDIT}
    named = primary_of(clauses, entities, articles)
    return named[0] if len(named) == 1 and set(articles) <= attributed else None


def _merged(counts: Counter[str]) -> Counter[str]:
    """The counts, a description added to the fuller one of its words: "envoys" to "two envoys in the capital"."""
    full = sorted(counts, key=lambda name: (-len(_words(name)), name))
    merged: Counter[str] = Counter()
    for name in full:
        fuller = next((other for other in merged if _words(name) <= _words(other) and _plain(other)), None)
        merged[fuller if fuller and _plain(name) else name] += counts[name]
    return merged


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()) - {"a", "an", "the"}


def _plain(name: str) -> bool:
    """Whether ``name`` is a description rather than a name of somebody."""
    return name[:1].islower()


def attributions_of(particulars: Sequence[Particulars], entities: EntityIndex) -> tuple[Attribution, ...]:
    """The chains of who is said to have said what, each once whatever its capitals, with its sentences."""
    cited: dict[tuple[str, ...], set[Citation]] = {}
    wordings: dict[tuple[str, ...], Counter[tuple[str, ...]]] = {}
    for each in particulars:
        for mention in each.attributions:
            chain = tuple(named_as(name, each.article, entities) for name in mention.chain)
            folded = tuple(name.casefold() for name in chain)
            cited.setdefault(folded, set()).add(mention.citation)
            wordings.setdefault(folded, Counter())[chain] += 1
    chosen = {folded: min(found, key=lambda chain: (-found[chain], chain)) for folded, found in wordings.items()}
    ordered = sorted(cited, key=lambda folded: (-len(cited[folded]), chosen[folded]))
    return tuple(Attribution(chosen[folded], tuple(sorted(cited[folded], key=_place))) for folded in ordered)


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.article, citation.start, citation.end
