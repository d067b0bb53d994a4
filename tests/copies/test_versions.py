from __future__ import annotations

from headwater.copies import CopySettings, find_reuses
from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind
from tests.builders import make_article

DOCK = (
    "The dry dock at Lyngen was shut on Monday after a crane dropped a steel plate beside two welders. "
    "Nobody was hurt, the yard said, but work on the ferry Nordstjerna will stand still until the cables are tested. "
    "The union had asked for new cables in spring and was told that the old ones would last another year."
)
MORE = (
    "An inspector from the labour office walked through the yard on Wednesday and took the cable log with her. "
    "Her report is due in a fortnight, and until then the second crane may lift nothing heavier than a car."
)


def versions(early: Article, late: Article) -> Reuse:
    (reuse,) = find_reuses([early, late], settings=CopySettings())
    return reuse


def page(
    body: str, *, url: str | None = "https://post.example/dock", title: str = "Dock shut", id: str = "a_1"
) -> Article:
    return make_article(body, title=title, url=url, outlet="Post", id=id)


def test_a_page_that_grew_is_a_version_of_itself_and_so_a_copy() -> None:
    reuse = versions(page(DOCK), page(f"{DOCK} {MORE} {MORE[::-1]} {DOCK[::-1]}", id="a_2"))
    assert reuse.kind is ReuseKind.COPY
    assert "version of the page post.example/dock" in reuse.reasons[0]


def test_what_was_edited_is_told() -> None:
    late = DOCK.replace("two welders", "three welders") + f"\n\n{MORE}"
    reuse = versions(page(DOCK), page(late, id="a_2"))
    assert "“two” in the first is “three” in the second" in reuse.reasons[0]
    assert "one paragraph only in the second" in reuse.reasons[0]


def test_of_many_edits_the_first_are_told_and_the_others_counted() -> None:
    words = {"dry": "wet", "Monday": "Tuesday", "crane": "hoist", "Nobody": "Somebody", "spring": "autumn"}
    late = DOCK
    for word, other in words.items():
        late = late.replace(word, other, 1)
    reason = versions(page(DOCK), page(late, id="a_2")).reasons[0]
    assert "“crane” in the first is “hoist” in the second, 2 more edits." in reason


def test_paragraphs_that_only_changed_places_are_no_edits() -> None:
    reuse = versions(page(f"{DOCK}\n\n{MORE}"), page(f"{MORE}\n\n{DOCK}", id="a_2"))
    assert reuse.reasons[0].endswith("the same paragraphs in another order.")


def test_of_a_very_long_text_no_words_are_compared() -> None:
    long = " ".join(f"w{at}" for at in range(20_000))
    reuse = versions(page(long), page(f"{long.replace('w7 ', 'x7 ')}\n\n{MORE}", id="a_2"))
    assert reuse.reasons[0].endswith(": a long paragraph edited, one paragraph only in the second.")


def test_many_versions_of_a_page_are_each_told_apart_from_all_others() -> None:
    pages = [page(f"{DOCK} It was crane {number}.\n\n{MORE}", id=f"a_{number:02}") for number in range(40)]
    found = find_reuses(pages, settings=CopySettings())
    assert len(found) == 40 * 39 // 2
    assert all(
        f"“{int(one.a[2:])}” in the first is “{int(one.b[2:])}” in the second." in one.reasons[0] for one in found
    )


def test_another_edition_of_the_page_is_a_version() -> None:
    amp = page(DOCK, url="http://amp.post.example/dock/amp?utm_source=mail", id="a_2")
    assert versions(page(DOCK), amp).reasons[0].endswith("dock: word for word the same.")


def test_the_same_text_at_another_address_of_another_title_is_an_ordinary_copy() -> None:
    other = page(DOCK, url="https://post.example/dock-2", title="Crane drops plate", id="a_2")
    assert "version" not in versions(page(DOCK), other).reasons[0]
