"""Small articles for tests, built the way extraction builds them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from headwater.model.article import Article, Furniture, FurnitureKind, Part, Published, Sentence, StatedKind
from headwater.text.sentences import sentence_spans


def make_article(
    body: str = "",
    *,
    title: str | None = None,
    standfirst: str | None = None,
    id: str | None = None,
    outlet: str | None = None,
    published: date | Published | None = None,
    furniture: Sequence[tuple[str, FurnitureKind]] = (),
    credit: str | None = None,
    dateline: str | None = None,
    authors: Sequence[str] = (),
    language: str | None = "en",
    key: str | None = None,
    url: str | None = None,
) -> Article:
    """An article of these parts, its sentences numbered; the id is a hash of the text unless given."""
    text = ""
    sentences: list[Sentence] = []
    for part, piece in ((Part.TITLE, title), (Part.STANDFIRST, standfirst), (Part.BODY, body)):
        if not piece:
            continue
        text += "\n\n" if text else ""
        for start, end in sentence_spans(piece):
            sentences.append(Sentence(f"s{len(sentences) + 1}", len(text) + start, len(text) + end, part))
        text += piece
    if isinstance(published, date):
        published = Published(published, published, published, published, StatedKind.PUBLICATION)
    return Article(
        id=id or "a_" + hashlib.sha256(f"{outlet}|{text}".encode()).hexdigest()[:16],
        input=f"{key or 'made'}.txt",
        text=text,
        sentences=tuple(sentences),
        furniture=tuple(Furniture(f"f{n}", words, kind) for n, (words, kind) in enumerate(furniture, 1)),
        key=key,
        url=url,
        outlet=outlet,
        authors=tuple(authors),
        language=language,
        title=title,
        standfirst=standfirst,
        credit=credit,
        dateline=dateline,
        published=published or Published(),
    )
