"""XML parsed without expanding an entity, reading another file or using the network."""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from headwater.read.decode import decode
from headwater.read.reading import UnusableError

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
_ENTITY = re.compile(r"<!ENTITY\b", re.I)
#: Named characters of HTML that feeds use without declaring them; XML itself knows only five.
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")


def parse_xml(content: bytes | str) -> etree._Element | None:
    """The root element, small faults mended; None where there is none.

    Raises UnusableError for a document that declares entities: expanding them is how a small file fills the memory, or
    reads another file, and no feed or document needs them.
    """
    text = content if isinstance(content, str) else decode(content)
    if _ENTITY.search(text):
        raise UnusableError("declares XML entities, which are never expanded")
    text = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    text = _NAMED.sub(_character, text)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False, encoding="utf-8"
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _character(match: re.Match[str]) -> str:
    return html5.get(match.group(1) + ";", match.group())
