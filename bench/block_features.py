"""Features of blocks: what in a block's words, place and surroundings tells content from furniture, as one matrix."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import Block, BlockPage, Container
from headwater.extract.stops import has_final_stop

Matrix = NDArray[np.float32]

_GROUPS = (
    ("navigation", r"nav|menu|breadcrumb|toolbar|header|masthead|skip|pagination|pager|search"),
    ("footer", r"foot|copyright|legal|disclaimer"),
    ("sidebar", r"side-?bar|aside|rail|right-?col|secondary|widget|complementary"),
    ("related", r"relat|recommend|popular|trending|most-?read|more-|teaser|promo|outbrain|taboola|also|latest|card"
                r"|list"),
    ("share", r"share|social|follow|facebook|twitter|tool"),
    ("comment", r"comment|disqus|reply|respond|discussion"),
    ("newsletter", r"newsletter|subscri|sign-?up|paywall|regist|login|donat|cta"),
    ("notice", r"cookie|consent|gdpr|banner|popup|modal|overlay|alert|notification|hidden|sr-only|visually"),
    ("advert", r"(?:^|[^a-z])ads?(?:[^a-z]|$)|advert|sponsor|dfp"),
    ("caption", r"caption|credit|image|photo|gallery|media|figure|picture|video|slide|embed|player"),
    ("metadata", r"byline|author|meta|date|time|bio|tag|categor|kicker|label|profile|topic|section-name"),
    ("standfirst", r"standfirst|dek|subtitle|sub-?head|summary|lead|intro|excerpt|abstract|description"),
    ("title", r"title|headline|heading"),
    ("content", r"article-?_*(?:body|content|text)|entry|post-?_*(?:body|content|text)|story-?_*(?:body|content|text)"
                r"|body-?(?:text|copy|content)|articlebody|richtext|rich-text|rte|wysiwyg|main-?content|paragraph|prose"),
    ("article", r"article|story|post|content|body|main|text"),
)  # fmt: skip
_PATTERNS = tuple(re.compile(pattern) for _, pattern in _GROUPS)
_TAGS = ("p", "div", "li", "h1", "h2", "h3", "td", "blockquote", "figcaption", "section", "article")
_INSIDE = ("article", "main", "aside", "nav", "header", "footer", "figure", "form", "ul", "table", "blockquote")
_DIGITS = re.compile(r"\d")


def block_features(page: BlockPage, titles: frozenset[str]) -> Matrix:
    """A row of features for each block; ``titles`` are the page's own titles, folded."""
    blocks, containers = page.blocks, page.containers
    own = np.array([_masks(container.names) for container in _shared_names(containers)], dtype=np.float32)
    number_of = _numbers_of_names(containers)
    names_own = own[number_of]
    parents = np.array([container.parent for container in containers])
    tags = np.array([_tag_flags(container.tag) for container in containers], dtype=np.float32)
    names_in, inside = _inherited(parents, names_own, tags)
    words = np.array([_wording(block, titles) for block in blocks], dtype=np.float32)
    at = np.array([block.container for block in blocks])
    local = np.hstack(
        [
            words,
            names_own[at],
            names_own[np.maximum(parents[at], 0)],
            names_in[at],
            inside[at],
            np.array([[containers[number].tag == tag for tag in _TAGS] for number in at], dtype=np.float32),
        ]
    )
    return np.hstack([local, _surroundings(words, at, parents), _places(words), _neighbours(words)])


def _shared_names(containers: Sequence[Container]) -> list[Container]:
    return list({container.names: container for container in containers}.values())


def _numbers_of_names(containers: Sequence[Container]) -> NDArray[np.intp]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(container.names, len(numbers)) for container in containers])


def _masks(names: str) -> list[bool]:
    lowered = names.lower()
    return [pattern.search(lowered) is not None for pattern in _PATTERNS] if lowered else [False] * len(_PATTERNS)


def _tag_flags(tag: str) -> list[bool]:
    return [tag == one or (one == "ul" and tag == "ol") for one in _INSIDE]


def _inherited(parents: NDArray[np.intp], names: Matrix, tags: Matrix) -> tuple[Matrix, Matrix]:
    """How many containers around each one bear the names, and whether one is of the tags."""
    names_in, inside = names.copy(), tags.copy()
    for number in range(1, len(parents)):
        names_in[number] += names_in[parents[number]]
        np.maximum(inside[number], inside[parents[number]], out=inside[number])
    return names_in, inside


def _wording(block: Block, titles: frozenset[str]) -> tuple[float, ...]:
    text = block.text
    size = len(text)
    words = text.count(" ") + 1
    if size > 20 * words:  # a script without spaces: two characters make a word
        words = size // 2
    folded = "".join(filter(str.isalnum, text.casefold())) if size < 300 else ""
    stop = has_final_stop(text)
    link = block.link_chars / size
    return (
        min(size, 2000),
        words,
        size / words,
        link,
        stop,
        text.count(", ") / words,
        text.count(". "),
        text[:1].islower(),
        len(_DIGITS.findall(text[:400])) / min(size, 400),
        text.isupper(),
        folded in titles,
        any(title.startswith(folded) for title in titles) if folded else False,
        text[-1] == ":",
        "|" in text,
        "©" in text,
        text[0] in "\"“„«'‘",
        size * (link < 0.3 and stop and words >= 8),
    )


_LINK, _STOP, _PROSE = 3, 4, 16


def _surroundings(words: Matrix, at: NDArray[np.intp], parents: NDArray[np.intp]) -> Matrix:
    """Of the container of each block and the two around it: prose, blocks, links; and shares of the page's prose."""
    count = len(parents)
    sums = np.zeros((count, 4), dtype=np.float64)
    per_block = np.column_stack([words[:, _PROSE], np.ones(len(at)), words[:, 0] * words[:, _LINK], words[:, 0]])
    np.add.at(sums, at, per_block)
    for number in range(count - 1, 0, -1):
        sums[parents[number]] += sums[number]
    total = max(1.0, sums[0, 0])
    columns = []
    where = at
    for _ in range(4):
        prose, blocks, links, size = sums[where].T
        columns += [prose / total, np.log1p(blocks), links / np.maximum(size, 1), prose / np.maximum(size, 1)]
        where = np.maximum(parents[where], 0)
    depth = np.zeros(count)
    for number in range(1, count):
        depth[number] = depth[parents[number]] + 1
    direct = np.zeros(count)
    np.add.at(direct, np.maximum(parents[at], 0), words[:, _PROSE])
    np.add.at(direct, at, words[:, _PROSE])
    best = int(direct.argmax())
    within = _within(best, parents)
    columns += [within[at], direct[at] / total, direct[np.maximum(parents[at], 0)] / total, depth[at] - depth[best]]
    return np.column_stack(columns).astype(np.float32)


def _within(best: int, parents: NDArray[np.intp]) -> NDArray[np.float64]:
    """How near each container stands to the ``best`` one: 1 inside it, less for each step that must be taken up."""
    near = np.zeros(len(parents))
    step, number = 1.0, best
    while number >= 0:
        near[number] = step
        number, step = int(parents[number]), step * 0.7
    for number in range(1, len(parents)):
        near[number] = max(near[number], near[parents[number]])
    return near


def _places(words: Matrix) -> Matrix:
    """Where each block stands: in the page, against the title, and in the run of prose."""
    count = len(words)
    order = np.arange(count)
    prose = words[:, _PROSE]
    through = np.cumsum(prose) / max(1.0, float(prose.sum()))
    titled = np.flatnonzero(words[:, 10])
    title_at = int(titled[-1]) if len(titled) else -1
    heads = np.minimum(titled, count) if len(titled) else np.array([-1])
    since = order - title_at
    last = np.maximum.accumulate(np.where(prose > 0, order, -1))
    following = np.minimum.accumulate(np.where(prose > 0, order, count)[::-1])[::-1]
    return np.column_stack(
        [
            order / count,
            count - order,
            through,
            np.clip(since, -50, 200),
            order - heads[0],
            np.minimum(order - last, 50),
            np.minimum(following - order, 50),
        ]
    ).astype(np.float32)


def _neighbours(words: Matrix) -> Matrix:
    """Length, links, final stop and prose of the two blocks before and the two after."""
    kept = words[:, [0, _LINK, _STOP, _PROSE]]
    padded = np.vstack([np.zeros((2, 4)), kept, np.zeros((2, 4))]).astype(np.float32)
    count = len(words)
    return np.hstack([padded[0:count], padded[1 : count + 1], padded[3 : count + 3], padded[4 : count + 4]])
