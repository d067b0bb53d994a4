"""One labelled cluster against the report on it: how many of each kind were right, and what was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from bench.label_scores import PairTally, Tally, grouping_pairs, judged, names_speaker, same_figure, same_length
from bench.labelled import Cluster, Figure, FigureGroup, Span, SpanPair
from bench.labelled_pairs import sentence_scores, word_scores
from bench.labelled_report import Read
from headwater.model.account import Claim, Difference, Quote, Status

_AS_SAME = frozenset({Status.AGREED, Status.SINGLE})  # statuses under which a reader takes two sentences for the same


@dataclass(frozen=True, slots=True)
class Ranked:
    """How alike two sentences are, to the program and by their words; whether they say the same."""

    alike: float
    words: float
    same: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts by name, pairs, scored pairs of sentences for the ranking, and what was missed, a line each."""

    tallies: dict[str, Tally]
    utterances: PairTally
    claims: PairTally
    ranked: tuple[Ranked, ...]
    misses: tuple[str, ...]


def judge_cluster(cluster: Cluster, read: Read) -> Outcome:
    """What the report makes of the labels."""
    misses: list[str] = []
    quoted = [quote_of(label.span, read.quotes, read.ids[label.span.article]) for label in cluster.quotes]
    tallies = {
        "figures_found": _figures_found(cluster, read, misses),
        "quotes_found": Tally(sum(quote is not None for quote in quoted), len(quoted)),
        "speakers": _speakers(cluster, quoted, read, misses),
        "dates": _dates(cluster, read, misses),
        "figures_judged": _figures_judged(cluster, read, misses),
        "figures_joined": _figures_joined(cluster, read, misses),
        "forbidden_merges_none": _forbidden(cluster, read, misses),
        "conflict_precision": _conflicts_right(cluster, read, misses),
        "conflict_recall": _conflicts_found(cluster, read, misses),
    }
    given = [None if quote is None else read.quotes.index(quote) for quote in quoted]
    labels = cluster.quotes
    across, within = grouping_pairs([q.utterance for q in labels], given, [q.span.article for q in labels])
    tallies["split_quotes_joined"] = Tally(within.right, within.wanted)
    misses += _parted(cluster, given, read)
    claims, ranked = _claims(cluster, read, misses)
    return Outcome(tallies, across, claims, ranked, tuple(misses))


def _figures_found(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    right = 0
    for label in cluster.figures:
        mentions = [
            mention
            for mention in read.by_key[label.span.article].quantities
            if label.span.overlaps(mention.citation.start, mention.citation.end)
        ]
        lengths = [
            time
            for time in read.by_key[label.span.article].times
            if label.span.overlaps(time.citation.start, time.citation.end)
        ]
        if any(same_figure(label, mention) for mention in mentions) or any(same_length(label, t) for t in lengths):
            right += 1
            continue
        got = "; ".join(f"{m.kind} {m.text!r} {m.value} {m.low} {m.high} {m.start} {m.to} {m.by}" for m in mentions)
        misses.append(f"figure {around(label.span, read)} wanted {label.kind} {dict(label.numbers)} got {got or None}")
    return Tally(right, len(cluster.figures))


def around(span: Span, read: Read) -> str:
    """The words of the span and what stands about them, for a line that tells of a miss."""
    text = read.article(span).text
    around = f"{text[max(0, span.start - 25) : span.start]}[{read.words(span)}]{text[span.end : span.end + 25]}"
    return f"{span.article[:6]} {around!r}"


def quote_of(span: Span, quotes: Iterable[Quote], article: str) -> Quote | None:
    """The quote that overlaps the span in an ``article`` (its id); of several the one that shares most characters."""
    best, most = None, 0
    for quote in quotes:
        for citation in (citation for variant in quote.variants for citation in variant.citations):
            if citation.article != article:
                continue
            shared = min(span.end, citation.end) - max(span.start, citation.start)
            if shared > most:
                best, most = quote, shared
    return best


def _speakers(cluster: Cluster, quoted: list[Quote | None], read: Read, misses: list[str]) -> Tally:
    right = 0
    for label, quote in zip(cluster.quotes, quoted, strict=True):
        if quote is not None and names_speaker(label.speakers, quote.speaker):
            right += 1
        else:
            got = "no quote" if quote is None else quote.speaker
            misses.append(f"speaker {around(label.span, read)} wanted {label.speakers} got {got!r}")
    return Tally(right, len(cluster.quotes))


def _parted(cluster: Cluster, given: list[int | None], read: Read) -> Iterator[str]:
    for (one, first), (other, second) in combinations(zip(cluster.quotes, given, strict=True), 2):
        joined = first is not None and first == second
        if joined != (one.utterance == other.utterance):
            verdict = "wrongly joined" if joined else "not joined"
            yield f"utterance {verdict}: {around(one.span, read)} with {around(other.span, read)}"


def _dates(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    right = 0
    for label in cluster.dates:
        times = [
            time
            for time in read.by_key[label.span.article].times
            if label.span.overlaps(time.citation.start, time.citation.end)
        ]
        if any(time.first is not None and time.first.isoformat() == label.first for time in times):
            right += 1
        else:
            got = [(time.text, time.value, str(time.first)) for time in times]
            misses.append(f"date {around(label.span, read)} wanted {label.first} got {got}")
    return Tally(right, len(cluster.dates))


def _members(cluster: Cluster, group: FigureGroup) -> list[Figure]:
    return [label for label in cluster.figures if label.group in group.groups]


def _answers(cluster: Cluster, group: FigureGroup, read: Read) -> Iterator[tuple[set[Hashable], str]]:
    """The group's labelled spans that each quantity, and each claim with readings, brings together; its status."""
    spans = [label.span for label in _members(cluster, group)]
    for story in read.stories:
        for quantity in story.account.quantities:
            cited = [citation for value in quantity.values for citation in value.citations]
            yield {span for span in spans if read.cited(span, cited)}, quantity.status
        for claim in story.account.claims:
            cited = [c for difference in claim.differences for each in difference.readings for c in each.citations]
            yield {label.span for label in _members(cluster, group) if read.gives(label, cited)}, claim.status


def _figures_judged(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    right = of = 0
    for group in cluster.groups:
        values: dict[Hashable, Hashable] = {label.span: label.numbers for label in _members(cluster, group)}
        if "agreed" in group.statuses or len(set(values.values())) < 2:
            continue
        of += 1
        if judged(values, group.statuses, _answers(cluster, group, read)):
            right += 1
        else:
            joined = [status for mentions, status in _answers(cluster, group, read) if len(mentions) > 1]
            misses.append(f"judged {sorted(group.groups)} wanted {sorted(group.statuses)} got {joined}")
    return Tally(right, of)


def _figures_joined(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    """Of the agreed figures of two reports, those that the report brings together in one quantity."""
    right = of = 0
    for group in cluster.groups:
        members = _members(cluster, group)
        if "agreed" not in group.statuses or len({label.span.article for label in members}) < 2:
            continue
        of += 1
        spans = {label.span for label in members}
        joined = (
            {span.article for span in spans if read.cited(span, (c for v in quantity.values for c in v.citations))}
            for story in read.stories
            for quantity in story.account.quantities
        )
        if any(len(articles) > 1 for articles in joined):
            right += 1
        else:
            misses.append(f"joined {sorted(group.groups)} {around(members[0].span, read)}: not brought together")
    return Tally(right, of)


def _together(pair: SpanPair, read: Read) -> Claim | None:
    """The claim that cites the sentences of both spans."""
    a, b = (read.sentence(span) for span in pair)
    for claim in read.claims:
        if read.cited(a, claim.citations) and read.cited(b, claim.citations):
            return claim
    return None


def _forbidden(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    merged = [pair for pair in cluster.forbidden if _together(pair, read)]
    merged += [pair for pair in cluster.opposed if (claim := _together(pair, read)) and claim.status in _AS_SAME]
    for a, b in merged:
        misses.append(f"forbidden merge {around(a, read)} with {around(b, read)}")
    of = len(cluster.forbidden) + len(cluster.opposed)
    return Tally(of - len(merged), of)


def _conflicting(difference: Difference, cluster: Cluster, read: Read) -> bool | None:
    """Whether the labels hold that the difference is a conflict; None where they leave it open."""
    cited = [citation for reading in difference.readings for citation in reading.citations]
    for a, b in cluster.conflicts:
        if read.cited(read.sentence(a), cited) and read.cited(read.sentence(b), cited):
            return True
    verdicts = []
    for group in cluster.groups:
        values = {label.numbers for label in _members(cluster, group) if read.gives(label, cited)}
        if len(values) > 1:
            verdicts.append(group.conflict)
    return None if None in verdicts and True not in verdicts else True in verdicts


def _conflicts_right(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    right = of = 0
    for claim in read.claims:
        for difference in claim.differences:
            verdict = _conflicting(difference, cluster, read) if difference.conflict else None
            if verdict is None:
                continue
            right, of = right + verdict, of + 1
            if not verdict:
                readings = [(reading.value, len(reading.citations)) for reading in difference.readings]
                misses.append(f"conflict not labelled: {difference.aspect} {readings} of {claim.text[:80]!r}")
    return Tally(right, of)


def _conflicts_found(cluster: Cluster, read: Read, misses: list[str]) -> Tally:
    shown = [d for claim in read.claims for d in claim.differences if d.conflict]
    cited = [[c for reading in difference.readings for c in reading.citations] for difference in shown]
    right = of = 0
    for group in cluster.groups:
        members = _members(cluster, group)
        if group.conflict is not True or len({label.numbers for label in members}) < 2:
            continue
        of += 1
        found = any(len({m.numbers for m in members if read.gives(m, each)}) > 1 for each in cited)
        right += found
        if not found:
            misses.append(f"conflict not shown: {sorted(group.groups)}")
    for a, b in cluster.conflicts:
        of += 1
        found = any(read.cited(read.sentence(a), each) and read.cited(read.sentence(b), each) for each in cited)
        right += found
        if not found:
            misses.append(f"conflict not shown: {around(a, read)} and {around(b, read)}")
    return Tally(right, of)


def _claim_pairs(cluster: Cluster, read: Read) -> Iterator[tuple[Span, Span, bool]]:
    """Pairs of labelled sentences of two reports, and whether they make one claim; open ones left out."""
    claims_of: dict[Span, set[int]] = defaultdict(set)
    for number, claim in enumerate(cluster.claims):
        for span in claim:
            claims_of[span].add(number)
    open_pairs = {frozenset(read.sentence(span) for span in pair) for pair in (*cluster.doubtful, *cluster.opposed)}
    for a, b in combinations(sorted(claims_of), 2):
        if a.article != b.article and frozenset((read.sentence(a), read.sentence(b))) not in open_pairs:
            yield a, b, bool(claims_of[a] & claims_of[b])


def labelled_pairs(cluster: Cluster, read: Read) -> list[tuple[frozenset[Span], bool]]:
    """The sentences of each labelled pair that is worded differently, and whether they make one claim."""
    return [
        (frozenset((read.sentence(a), read.sentence(b))), same)
        for a, b, same in _claim_pairs(cluster, read)
        if _plain(read.words(a)) != _plain(read.words(b))
    ]


def _claims(cluster: Cluster, read: Read, misses: list[str]) -> tuple[PairTally, tuple[Ranked, ...]]:
    """Pairs of labelled sentences of two reports: put together or not, and scored where they are worded differently."""
    alike = sentence_scores(read.stories, read.by_key.values())
    plain = word_scores(read.by_key.values())
    tally, ranked = PairTally(), list[Ranked]()
    for a, b, same in _claim_pairs(cluster, read):
        joined = _together((a, b), read) is not None
        tally += PairTally(same and joined, joined, same)
        if _plain(read.words(a)) != _plain(read.words(b)):
            pair = frozenset((read.sentence(a), read.sentence(b)))
            ranked.append(Ranked(alike.get(pair, 0.0), plain.get(pair, 0.0), same))
            if same != joined:
                verdict = "not aligned" if same else "wrongly aligned"
                misses.append(f"claim {verdict}: {around(a, read)} with {around(b, read)}")
    return tally, tuple(ranked)


def _plain(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
