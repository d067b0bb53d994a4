"""Account: what the articles of one story say; particulars of each, compared, told. Imports model and text only.

In come a story's articles, the wording they share and its lines; out come the articles dated by all their evidence, and
the account with its warnings, every statement cited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.names import names_from

if TYPE_CHECKING:
    from headwater.account.account import tell_story
    from headwater.account.dating import date_articles, reject_crawl_days, reject_retold
    from headwater.account.particulars.scene import find_scene
    from headwater.account.settings import AccountSettings

__all__ = [
    "AccountSettings",
    "date_articles",
    "find_scene",
    "reject_crawl_days",
    "reject_retold",
    "tell_story",
]

__getattr__ = names_from(
    __name__,
    {
        "AccountSettings": "settings",
        "date_articles": "dating",
        "find_scene": "particulars.scene",
        "reject_crawl_days": "dating",
        "reject_retold": "dating",
        "tell_story": "account",
    },
)
