from __future__ import annotations

import sys
from email.message import EmailMessage

import pytest

from headwater.model.capture import Media
from headwater.read import ReadSettings
from tests.read.inputs import PAGE, captures, read, reasons, rows, zipped


def newsletter(*, html: str | None = "<p>Fog closed the port.</p>") -> bytes:
    message = EmailMessage()
    message["From"] = "Harbour Post <letter@post.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = "Morgens: Nebel über dem Hafen"
    message["Date"] = "Wed, 13 Mar 2024 06:30:00 +0100"
    message["Message-ID"] = "<n1@post.example>"
    message.set_content("Fog closed the port, as text.")
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"<p>not this</p>", maintype="text", subtype="html", filename="a.html")
    return message.as_bytes()


def test_a_newsletter_has_its_sender_subject_and_date() -> None:
    [row] = rows(read(newsletter()))
    assert (row.outlet, row.title, row.date) == (
        "Harbour Post",
        "Morgens: Nebel über dem Hafen",
        "2024-03-13T06:30:00+01:00",
    )
    assert (row.id, row.html) == ("<n1@post.example>", "<p>Fog closed the port.</p>\n")


def test_a_newsletter_of_text_is_its_text() -> None:
    assert rows(read(newsletter(html=None)))[0].text == "Fog closed the port, as text.\n"


def test_a_saved_page_has_the_address_it_was_saved_from() -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\nSubject: Fog\r\n"
        b"Date: Wed, 13 Mar 2024 06:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://post.example/1\r\n\r\n<p>caf=C3=A9 closed</p>\r\n--x--\r\n"
    )
    [row] = rows(read(saved))
    assert (row.url, row.date, row.html) == ("https://post.example/1", None, "<p>café closed</p>")
    assert row.captured is not None
    assert row.captured.startswith("2024-03-13T06:30:00")


def test_a_press_release_that_opens_like_a_letter_stays_text() -> None:
    text = b"From: The Port Office\nDate: 13 March 2024\nSubject: Fog\n\nThe port is closed.\n"
    assert [item.media for item in captures(read(text))] == [Media.TEXT]


def test_messages_without_text_are_listed() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.example", "x", "Wed, 13 Mar 2024 06:30:00 +0100"
    message.set_content(b"\x89PNG", maintype="image", subtype="png")
    assert reasons(read(message.as_bytes())) == {"-": "is a message without a text or HTML part"}
    assert "setting read.max_document_bytes" in reasons(read(newsletter(), ReadSettings(max_document_bytes=5)))["-"]


@pytest.mark.parametrize("boundary", [b"\xff\xfe", b"x", b""])
def test_broken_messages_are_read_or_listed(boundary: bytes) -> None:
    nested = b"MIME-Version: 1.0\r\nSubject: =?utf-9?q?=ZZ?=\r\nDate: 99 Foo\r\nFrom: \xff\xfe <\r\n"
    nested += b"Content-Type: multipart/mixed; boundary=" + boundary + b"\r\n\r\n"
    assert len(read(nested + (b"--" + boundary + b"\r\nContent-Type: message/rfc822\r\n\r\n") * 3000)) == 1


def test_a_message_of_a_million_parts_is_refused_before_it_is_parsed() -> None:
    head = b"MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    assert "more than 20,000 parts" in reasons(read(head + b"--x\r\n\r\n" * 1_000_000))["-"]


DOCUMENT = """<?xml version="1.0"?><w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Fog closes</w:t></w:r><w:r><w:t xml:space="preserve"> port</w:t><w:br/><w:t>again</w:t></w:r></w:p><w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t><w:delText>gone</w:delText></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""


def test_the_paragraphs_of_a_word_document_are_read() -> None:
    content = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": DOCUMENT.encode()})
    [capture] = captures(read(content))
    assert (capture.input, capture.media, capture.text) == ("-", Media.TEXT, "Fog closes port\nagain\n\nCell")


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares XML entities, which are never expanded"),
        (b"<a/>", "is a Word document without text in it"),
        (b"", "is damaged: its text is not well-formed XML"),
        (b" " * 60_000_000, "holds more than 50,000,000 bytes in one document (setting read.max_file_bytes)"),
    ],
)
def test_word_documents_that_cannot_be_read_are_listed(document: bytes, reason: str) -> None:
    settings = ReadSettings(max_ratio=100_000)
    assert reasons(read(zipped({"word/document.xml": document}), settings)) == {"-": reason}


def pdf(*lines: str) -> bytes:
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    )
    return (content + end).encode()


def test_the_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    lines = [
        "Fog closes port",
        "The port of Vella was closed by fog on Wed-",
        "nesday and ships waited outside of it.",
        "It",
    ]
    [capture] = captures(read(pdf(*lines)))
    assert capture.text.startswith(
        "Fog closes port\n\nThe port of Vella was closed by fog on Wednesday and ships waited"
    )


def test_broken_and_empty_pdfs_are_listed() -> None:
    good = pdf("Fog closes port")
    assert "without text in it" in reasons(read(pdf()))["-"]
    for broken in (b"%PDF-1.4\n" + b"x" * 500, good[:300], good.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")):
        assert len(read(broken)) == 1


def test_without_the_extra_the_reason_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "install 'headwater[pdf]'" in reasons(read(pdf("Fog")))["-"]


def test_a_page_in_a_letter_of_another_charset_is_decoded() -> None:
    message = (
        b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=idna\r\n\r\n" + PAGE
    )
    assert rows(read(message))[0].html is not None
