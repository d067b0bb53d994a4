from __future__ import annotations

from headwater.copies import CopySettings, find_reuses, passim_rows
from headwater.extract import extract
from headwater.model.article import Article
from headwater.model.capture import Capture
from headwater.model.reuse import Match, ReuseKind
from headwater.read.rows import row_capture
from tests.copies.texts import CHOIR, DOCK, WEIR

SETTINGS = CopySettings()


def from_passim(id: str, series: str, date: str, text: str) -> Article:
    capture = row_capture({"id": id, "text": text, "series": series, "date": date}, f"corpus.jsonl:{id}")
    assert isinstance(capture, Capture)
    return extract(capture)


def test_rows_of_passim_are_read_compared_and_clustered() -> None:
    articles = [
        from_passim("velmoor-post/1", "velmoor-post", "1931-05-06", f"{DOCK}\n\n{CHOIR}"),
        from_passim("hask-times/7", "hask-times", "1931-05-09", f"{WEIR}\n\n{DOCK}"),
        from_passim("tarrow-mail/2", "tarrow-mail", "1931-05-11", CHOIR[::-1]),
    ]
    (reuse,) = find_reuses(articles, settings=SETTINGS)
    assert reuse.kind in {ReuseKind.COPY, ReuseKind.EXCERPT}
    assert [passage.match for passage in reuse.passages] == [Match.VERBATIM]
    first, second = sorted(passim_rows(articles, [reuse]), key=lambda row: row.id, reverse=True)
    assert (first.id, first.series, first.date, first.size) == ("velmoor-post/1", "velmoor-post", "1931-05-06", 2)
    assert (second.id, second.series, second.date) == ("hask-times/7", "hask-times", "1931-05-09")
    assert first.cluster == second.cluster
    assert first.text == second.text == DOCK.removesuffix(".")


def test_a_broken_line_inside_a_reprint_does_not_hide_it() -> None:
    broken = DOCK.replace(" the ", " the\n", 3)
    articles = [from_passim("a/1", "a", "1931-05-06", DOCK), from_passim("b/1", "b", "1931-05-07", broken)]
    (reuse,) = find_reuses(articles, settings=SETTINGS)
    assert reuse.kind is ReuseKind.COPY
    assert reuse.contained_a > 0.9
