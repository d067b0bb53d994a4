"""Dating: the articles of one story in, the same with the day each text was written out, every reason cited.

The day an event happened and the day a page appeared are two facts: captions, full dates and the weekdays of dated
reports give events their days, and these date the texts that report them. Imports model and text only.
"""

from headwater.account.dating.outlets import reject_crawl_days
from headwater.account.dating.retold import reject_retold
from headwater.account.dating.story import date_articles

__all__ = ["date_articles", "reject_crawl_days", "reject_retold"]
