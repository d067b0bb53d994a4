from __future__ import annotations

from headwater.model.capture import Media
from tests.read.inputs import captures, read, reasons, rows

NEXIS = """Your search found 2 documents.

                               1 of 2 DOCUMENTS


                              The Harbour Post

                        March 13, 2024 Wednesday
                             Final Edition

SECTION: NEWS; Pg. 4

LENGTH: 412 words

HEADLINE: Fog closes the port of
 Vella

BYLINE: By Ann Roe and Bo Li

DATELINE: PORT VELLA

BODY:

   Fog closed the port on Wednesday,
the harbour master said.

   Ships waited outside.

LOAD-DATE: March 14, 2024

LANGUAGE: ENGLISH

                    Copyright 2024 The Harbour Post
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                              Vella Daily

                        13 March 2024

Cranes stand still

BYLINE: Cy Dee

LENGTH: 99 words

Cranes in the port stood still.

LOAD-DATE: March 13, 2024
"""

NEXIS_UNI = """Fog closes the port of Vella
The Harbour Post
March 13, 2024 Wednesday
Copyright 2024 The Harbour Post All Rights Reserved
Section: NEWS; Pg. 4
Length: 412 words
Byline: Ann Roe
Body

Fog closed the port.

Ships waited.

Load-Date: March 14, 2024

End of Document
"""

CODED = """HD Fog closes the port
of Vella
BY By Ann Roe
WC 412 words
PD 13 March 2024
SN Harbour Post
SC HARBP
LA English
CY Copyright 2024 Harbour Post
LP
Fog closed the port.

TD
Ships waited outside.

In the evening it lifted.
CO velport : Port of Vella
AN Document HARBP00020240313ek3d0001x
"""

SHOWN = """News
Fog closes the port of Vella
By Ann Roe
412 words
13 March 2024
10:15
Harbour Post
HARBP
English
Copyright 2024 Harbour Post. All rights reserved.

Fog closed the port.

Ships waited outside.

Document HARBP00020240313ek3d0001x
"""


def test_an_export_of_nexis_is_split_into_its_articles() -> None:
    first, second = rows(read(NEXIS.encode()))
    assert (first.title, first.outlet, first.date) == (
        "Fog closes the port of Vella",
        "The Harbour Post",
        "March 13, 2024",
    )
    assert (first.authors, first.language) == (("Ann Roe", "Bo Li"), "en")
    assert first.text == "Fog closed the port on Wednesday, the harbour master said.\n\nShips waited outside."
    assert (second.title, second.outlet, second.date) == ("Cranes stand still", "Vella Daily", "13 March 2024")
    assert (second.authors, second.text) == (("Cy Dee",), "Cranes in the port stood still.")


def test_the_newer_layout_of_nexis_is_split() -> None:
    items = read((NEXIS_UNI + NEXIS_UNI.replace("Ships", "Boats")).encode())
    first, second = rows(items)
    assert (first.title, first.outlet, first.date) == (
        "Fog closes the port of Vella",
        "The Harbour Post",
        "March 13, 2024",
    )
    assert (first.authors, first.text) == (("Ann Roe",), "Fog closed the port.\n\nShips waited.")
    assert second.text == "Fog closed the port.\n\nBoats waited."
    assert [item.input for item in items] == ["-#1", "-#2"]


def test_an_export_of_factiva_with_codes_is_split() -> None:
    other = CODED.replace("0001x", "0002x").replace("Ships", "Boats")
    first, second = rows(read((CODED + "\n" + other).encode()))
    assert (first.title, first.outlet, first.date) == ("Fog closes the port of Vella", "Harbour Post", "13 March 2024")
    assert (first.authors, first.language, first.id) == (("Ann Roe",), "en", "HARBP00020240313ek3d0001x")
    assert first.text == "Fog closed the port.\n\nShips waited outside.\n\nIn the evening it lifted."
    assert second.id == "HARBP00020240313ek3d0002x"


def test_an_export_of_factiva_as_shown_is_split() -> None:
    first, second = rows(read((SHOWN + "\n" + SHOWN.replace("0001x", "0002x")).encode()))
    assert (first.title, first.outlet, first.date) == ("Fog closes the port of Vella", "Harbour Post", "13 March 2024")
    assert (first.authors, first.language) == (("Ann Roe",), "en")
    assert first.text == "Fog closed the port.\n\nShips waited outside."
    assert second.text == first.text


def test_a_last_article_that_was_cut_off_is_kept() -> None:
    body = "\n\n".join(f"Ship {number} waits outside the port." for number in range(30))
    cut = SHOWN.replace("0001x", "0002x").replace("Ships waited outside.", body).partition("Document ")[0]
    assert len(rows(read((SHOWN + "\n" + cut).encode()))) == 2


def test_an_article_without_words_is_listed() -> None:
    items = read(NEXIS.replace("2 of 2 DOCUMENTS", "2 of 3 DOCUMENTS").encode() + b"\n 3 of 3 DOCUMENTS\n\n\n")
    assert reasons(items) == {"-#3": "no text in it: expected a headline or a body between the lines of the export"}


def test_a_text_about_documents_is_no_export() -> None:
    text = b"Document 4 of 9 was leaked.\n\nEnd of Document\n\nThe rest is secret.\n"
    assert [item.media for item in captures(read(text))] == [Media.TEXT]
