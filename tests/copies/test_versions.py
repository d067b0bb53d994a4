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
    assert "2 sentences only in the second" in reuse.reasons[0]


def test_another_edition_of_the_page_is_a_version() -> None:
    amp = page(DOCK, url="http://amp.post.example/dock/amp?utm_source=mail", id="a_2")
    assert versions(page(DOCK), amp).reasons[0].endswith("dock: word for word the same.")


def test_the_same_text_at_another_address_of_another_title_is_an_ordinary_copy() -> None:
    other = page(DOCK, url="https://post.example/dock-2", title="Crane drops plate", id="a_2")
    assert "version" not in versions(page(DOCK), other).reasons[0]
