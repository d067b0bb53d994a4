from __future__ import annotations

from datetime import date

from headwater.account import tell_story
from headwater.account.settings import AccountSettings
from headwater.model.article import Article
from headwater.model.reuse import Line, Origins
from tests.builders import make_article


def subject(*articles: Article) -> str | None:
    origins = Origins(tuple(Line((article.id,)) for article in articles))
    account, _ = tell_story(articles, (), origins, settings=AccountSettings())
    return next((each.name for each in account.entities if each.id == account.dossier.subject), None)


def test_a_source_who_is_quoted_throughout_is_not_what_the_story_is_about() -> None:
    text = (
        "The Harbour Board will buy two ferries.\n\n"
        "The boats will sail in May, Nora Lindqvist said.\n\n"
        '"We have waited for years," Nora Lindqvist said.\n\n'
        "The Harbour Board runs nine boats.\n\n"
        "Nora Lindqvist said the price was fair."
    )
    assert subject(make_article(text, published=date(2021, 3, 4))) == "Harbour Board"


def test_a_holiday_is_never_the_subject() -> None:
    text = (
        "New Year's Eve fireworks burned down the Corn Hall.\n\n"
        "On New Year's Eve a rocket hit the roof, and New Year's Eve guests fled the Corn Hall.\n\n"
        "It was the third fire on New Year's Eve in ten years."
    )
    assert subject(make_article(text, published=date(2021, 1, 1))) == "Corn Hall"
