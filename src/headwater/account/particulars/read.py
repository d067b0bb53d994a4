"""All particulars of one article, read in the order in which each needs the one before."""

from __future__ import annotations

from headwater.account.particulars.attributions import find_attributions
from headwater.account.particulars.marked import marked
from headwater.account.particulars.names import find_names
from headwater.account.particulars.quantities import find_quantities
from headwater.account.particulars.quotes import find_quotes, find_terms
from headwater.account.particulars.times import find_times
from headwater.model.article import Article
from headwater.model.particulars import Particulars


def read_particulars(article: Article) -> Particulars:
    """Names, quotes, attributions, times and figures of ``article``; what its language does not allow is empty."""

    def supported(stage: str) -> bool:
        return stage not in article.unsupported

    words = marked(article) if supported("names") else None
    names = find_names(article, words.words if words else None) if supported("names") else ()
    quotes = find_quotes(article, names, words) if supported("quotes") else ()
    attributions = find_attributions(article, names, quotes, words) if supported("attributions") else ()
    times = find_times(article) if supported("times") else ()
    quantities = (
        find_quantities(article, attributions=attributions, times=times, quotes=quotes)
        if supported("quantities")
        else ()
    )
    return Particulars(
        article=article,
        names=tuple(names),
        quotes=tuple(quotes),
        attributions=tuple(attributions),
        times=tuple(times),
        quantities=tuple(quantities),
        terms=find_terms(article, quotes, words) if words else (),
    )
