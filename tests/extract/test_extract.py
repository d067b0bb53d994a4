from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract import ExtractSettings, extract
from headwater.model.article import Article, FurnitureKind, Part, StatedKind
from headwater.model.capture import Capture, Media, Row
from headwater.model.errors import InputError
from tests.steps import grows_evenly

LEDE = "The council of Vell voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday."
SECOND = "Work is to begin once the water has fallen, she told reporters after the meeting."
THIRD = '"We have waited long enough for this," said Bo Lund, who runs the ferry.'
FOURTH = "The bridge has been closed to lorries since a barge struck it."


def text(words: str) -> Article:
    return extract(Capture("a_1", "page.txt", Media.TEXT, words))


def row(**fields: str) -> Article:
    return extract(Capture("a_1", "rows#1", Media.ROW, "", Row(**fields)))  # type: ignore[arg-type]  # strings all


def page(*blocks: str) -> Article:
    return text("\n\n".join(blocks))


def kinds(article: Article) -> dict[str, FurnitureKind]:
    return {item.text: item.kind for item in article.furniture}


def body(article: Article) -> list[str]:
    return [article.slice(sentence) for sentence in article.sentences if sentence.part is Part.BODY]


def test_a_teaser_above_read_more_is_another_story() -> None:
    article = page("Vell to rebuild bridge", LEDE, "Arn: barge sinks and kills three\nRead More »", SECOND)
    assert kinds(article)["Arn: barge sinks and kills three"] is FurnitureKind.RELATED
    assert body(article) == [LEDE, SECOND]


def test_a_newsletter_box_goes_with_its_heading() -> None:
    article = page(
        "Vell to rebuild bridge", LEDE, "New Gazette newsletter: River Post\nSign up to get the latest news", SECOND
    )
    assert set(kinds(article).values()) == {FurnitureKind.NEWSLETTER}
    assert body(article) == [LEDE, SECOND]


def test_a_standfirst_without_a_full_stop_is_kept_and_the_caption_below_it_is_not() -> None:
    standfirst = "Mayor says the span, closed for 40 years, opens again next spring"
    caption = "Mayor Ann Ode attends a council meeting in Vell on 3 March (AFP/File photo)"
    article = text(f"Vell to rebuild bridge\n\n{standfirst} \n{caption}\n\n{LEDE}\n\n{SECOND}\n")
    assert (article.title, article.standfirst) == ("Vell to rebuild bridge", standfirst)
    assert kinds(article) == {caption: FurnitureKind.CAPTION}
    assert article.text.startswith(f"Vell to rebuild bridge\n\n{standfirst}\n\n{LEDE}")


def test_single_line_breaks_part_paragraphs_too() -> None:
    assert text(f"Vell to rebuild bridge\n{LEDE}\n{SECOND}").text == f"Vell to rebuild bridge\n\n{LEDE}\n\n{SECOND}"


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = (
        "The council of Vell voted on Thursday to rebuild the old bridge\n"
        "over the Arn, which has been closed to lorries since a barge\n"
        "struck it in the spring, and to pay for it with a toll that the\n"
        "ferry will have to raise as well, the mayor of the town said\n"
        "after the vote."
    )
    assert body(text(f"Bridge to be rebuilt\n\n{wrapped}\n"))[-1].endswith("said after the vote.")


def test_a_caption_above_a_credit_and_one_above_the_dateline_are_no_title() -> None:
    article = page(
        "November 30, 2031",
        "Mayor Ann Ode will hold a press conference in Vell, Arnland on February 12, 2029.",
        f"VELL – {LEDE}",
        SECOND,
        "A worker sweeps glass after the storm last night in Vell on February 13, 2029.",
        "Cy Holm | AFP | Getty Images",
        THIRD,
    )
    assert article.title is None
    assert article.dateline == "VELL"
    assert [item.kind for item in article.furniture] == ["metadata", "caption", "caption", "credit"]


def test_a_date_line_long_after_the_pictures_of_one_week_is_rejected_with_them_as_evidence() -> None:
    article = page(
        "November 30, 2031",
        "Mayor Ann Ode speaks to reporters in Vell on February 12, 2029.",
        f"VELL – {LEDE}",
        "A worker sweeps glass after the storm last night in Vell on February 13, 2029.",
        "Cy Holm | AFP | Getty Images",
        SECOND,
    )
    published = article.published
    assert published.stated_rejected
    assert published.stated == dt.date(2031, 11, 30)
    assert published.date == dt.date(2029, 2, 15)
    cited = [article.cited(citation) for reason in published.reasons for citation in reason.citations]
    assert cited == ["November 30, 2031", "February 12, 2029", "February 13, 2029", "Thursday"]


def test_one_old_picture_does_not_reject_a_date_line() -> None:
    article = page("November 30, 2031", "Ann Ode speaks in Vell on February 12, 2029.", f"VELL – {LEDE}", SECOND)
    assert not article.published.stated_rejected
    assert article.published.date == dt.date(2031, 11, 30)


def test_an_archive_picture_bounds_nothing() -> None:
    article = page(
        "Vell to rebuild bridge", "FILE PHOTO: The bridge on February 12, 2029. REUTERS/Cy Holm", LEDE, SECOND
    )
    assert article.published.earliest is None
    assert article.published.date is None
    assert article.published.reasons[0].text.startswith("not datable")


def test_a_past_month_bounds_the_date_and_a_planned_one_does_not() -> None:
    article = page("Vell to rebuild bridge", LEDE, "It closed in March 2021.", "It will open in May 2030.")
    assert article.published.earliest == dt.date(2021, 3, 1)


@pytest.mark.parametrize(
    "line",
    [
        "He asked voters to read more about the plan before the vote.",
        "A photo of the bridge hangs in the hall.",
        "By then, Ann Ode had left the hall.",
        "Share prices fell.",
        "It has contributed to this state of affairs, she said.",
        '"No."',
        "The cost",
        "- a new span over the Arn",
        "Follow the river, and you get there.",
        "Sources said the mayor had signed up for the plan.",
    ],
)
def test_content_is_not_taken_for_furniture(line: str) -> None:
    assert line in page("Vell to rebuild bridge", LEDE, SECOND, line, THIRD, FOURTH).text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", "navigation"),
        ("Load more", "navigation"),
        ("Share Tweet Email", "navigation"),
        ("Storm hits Vell - in pictures", "related"),
        ("READ ALSO: Ferry fares to rise", "related"),
        ("Ferry fares to rise again next year Read more", "related"),
        ("Powered by automated translation", "notice"),
        ("The Gazette has removed its comment section, as there are other places to talk.", "notice"),
        ("(Reporting by Ann Ode; Editing by Bo Lund)", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("© 2031 The Arn Gazette", "legal"),
        ("To learn more about republishing this content, please fill out this form.", "legal"),
        ("Published 3 March 2031 10:04 GMT", "metadata"),
        ("By Ann Ode and Bo Lund", "metadata"),
        ("5 min read", "metadata"),
        ("The old bridge in Vell. (Photo: Cy Holm)", "caption"),
        ("EPA Vell said that the old bridge carried 15.2 million cars", "caption"),
        ("The old bridge in Vell at dawn. (Cy Holm / The Arn Gazette)", "caption"),
        ("Enter your address Please verify you are not a robot Invalid email address", "newsletter"),
    ],
)
def test_furniture_is_told_by_its_wording(line: str, kind: str) -> None:
    article = page("Vell to rebuild bridge", LEDE, line, SECOND, THIRD)
    assert kinds(article) == {line: kind}


def test_a_byline_names_the_authors() -> None:
    assert page("Vell to rebuild bridge", "By Ann Ode and Bo Lund", LEDE).authors == ("Ann Ode", "Bo Lund")


def test_a_dateline_gives_place_and_agency() -> None:
    article = page("Vell to rebuild bridge", f"VELL, Arnland (Reuters) - {LEDE}", SECOND)
    assert (article.dateline, article.credit) == ("VELL", "Reuters")


def test_an_outlet_is_known_by_its_own_about_line() -> None:
    legal = "Arn Valley Eye delivers independent coverage. To learn more about republishing this content, write."
    assert page("Vell to rebuild bridge", LEDE, SECOND, legal).outlet == "Arn Valley Eye"


def test_a_rows_title_is_not_repeated() -> None:
    assert (
        row(title="Vell to rebuild bridge", text=f"Vell to rebuild bridge\n{LEDE}").text
        == f"Vell to rebuild bridge\n\n{LEDE}"
    )
    assert row(title="Vell to rebuild bridge", text=LEDE).text == f"Vell to rebuild bridge\n\n{LEDE}"


def test_a_rows_standfirst_is_not_repeated() -> None:
    article = row(title="Vell to rebuild bridge", standfirst="Town votes", text=f"Town votes\n\n{LEDE}\n\n{SECOND}")
    assert article.text.count("Town votes") == 1
    assert article.standfirst == "Town votes"


def test_a_standfirst_that_the_body_begins_with_stays_body() -> None:
    article = row(title="Vell to rebuild bridge", standfirst="The council of Vell voted to rebuild the old…", text=LEDE)
    assert article.standfirst is None
    assert article.text.count("The council") == 1


def test_a_row_with_a_title_alone_is_an_article_of_one_sentence() -> None:
    assert len(row(title="Vell to rebuild bridge").sentences) == 1


def test_a_rows_date_is_a_cited_stated_date() -> None:
    published = row(title="Vell to rebuild bridge", text=LEDE, date="2031-03-04T10:00:00+02:00").published
    assert (published.date, published.stated_kind) == (dt.date(2031, 3, 4), StatedKind.UNKNOWN)
    assert published.reasons[0].citations[0].furniture == "f1"


ADDRESS = "https://post.vell/news/2031/03/04/bridge"


def test_a_date_long_after_the_day_in_the_address_is_rejected_with_both_cited() -> None:
    article = row(title="Vell to rebuild bridge", text=LEDE, url=ADDRESS, date="2031-06-20")
    published = article.published
    assert (published.date, published.stated, published.stated_rejected) == (
        dt.date(2031, 3, 4),
        dt.date(2031, 6, 20),
        True,
    )
    assert [article.cited(citation) for citation in published.reasons[0].citations] == ["2031-06-20", "2031/03/04"]


def test_a_date_soon_after_the_day_in_the_address_stands() -> None:
    published = row(title="Vell to rebuild bridge", text=LEDE, url=ADDRESS, date="2031-03-06").published
    assert (published.date, published.stated_rejected) == (dt.date(2031, 3, 6), False)


def test_a_text_that_tells_of_later_days_was_not_written_on_the_day_in_the_address() -> None:
    words = f"{LEDE}\n\nThe old bridge fell on 2 May 2031 and nobody was hurt, the council said."
    published = row(title="Vell to rebuild bridge", text=words, url=ADDRESS, date="2031-06-20").published
    assert (published.date, published.stated_rejected) == (dt.date(2031, 6, 20), False)


def test_a_row_without_a_date_has_the_day_in_its_address() -> None:
    published = row(title="Vell to rebuild bridge", text=LEDE, url=ADDRESS.replace("/03/", "/mar/")).published
    assert (published.date, published.stated) == (dt.date(2031, 3, 4), dt.date(2031, 3, 4))


def test_nothing_to_read_is_an_input_error() -> None:
    for words in ("", " \n\x00", "Read more", "\x1b[31m"):
        with pytest.raises(InputError, match="no article text"):
            text(words)


def test_too_long_a_text_is_refused_with_its_size() -> None:
    with pytest.raises(InputError, match="holds 30 characters"):
        extract(Capture("a_1", "x", Media.TEXT, "a" * 30), settings=ExtractSettings(max_text_chars=20))


def test_terminal_escapes_and_lone_surrogates_are_removed() -> None:
    article = text("Red \x1b[31mbridge\x1b[0m plan\ud800\n\nIt \u202estands\x07 in Vell.\r\nIt is old.")
    assert article.text == "Red bridge plan\n\nIt stands in Vell.\n\nIt is old."


def test_other_languages_say_what_is_not_supported() -> None:
    article = page(
        "Brücke wird neu gebaut",
        "Der Rat der Stadt hat am Donnerstag für den Bau der neuen Brücke gestimmt, die seit Jahren gesperrt ist.",
    )
    assert article.language == "de"
    assert "quotes" in article.unsupported


LINES = st.lists(
    st.sampled_from(
        [
            "Ann Ode | Wire | Pix",
            "Related:",
            "BRIDGE",
            "A kicker",
            "VELL (Valley Wire) - It fell.",
            "3 May 2031",
            LEDE,
            SECOND,
            THIRD,
            "Read more",
            "By Ann Ode",
            "Heading",
            "",
            "© 2031 Gazette",
            "Photo: A B",
        ]
    ),
    max_size=12,
)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_every_line_is_either_content_or_furniture_and_offsets_are_exact(lines: list[str]) -> None:
    try:
        article = text("\n".join(lines))
    except InputError:
        return
    wanted = sorted(line for line in lines if line)
    paragraphs = [paragraph for paragraph in article.text.split("\n\n") if paragraph]
    assert sorted([*paragraphs, *(item.text for item in article.furniture)]) == wanted
    for sentence in article.sentences:
        assert article.slice(sentence) == article.slice(sentence).strip() != ""


@given(LINES)
@settings(max_examples=30, deadline=None)
def test_what_was_extracted_is_in_the_page(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        article = text(source)
    except InputError:
        return
    assert all(paragraph in source for paragraph in article.text.split("\n\n"))


def test_a_dateline_credits_an_agency_that_no_list_knows() -> None:
    article = page(
        "Vell to rebuild bridge", f"VELL (Valley Wire) - {LEDE}", SECOND, "(Reporting by A B; Editing by C D)"
    )
    assert article.credit == "Valley Wire"


def test_an_agency_is_not_concluded_from_the_form_of_a_footer() -> None:
    assert page("Vell to rebuild bridge", LEDE, SECOND, "(Reporting by Ann Ode; Editing by Bo Lund)").credit is None


def test_a_country_in_the_brackets_of_a_dateline_is_no_agency() -> None:
    assert page("Vell to rebuild bridge", f"VELL (Arnland) - {LEDE}", SECOND).credit is None


def test_a_picture_credit_is_furniture_and_no_credit_of_the_text() -> None:
    article = page(
        "Vell to rebuild bridge", LEDE, "Cy Holm | Valley Wire | Norpix", SECOND, "Ann Ode | AFP | Getty Images"
    )
    assert [item.kind for item in article.furniture] == [FurnitureKind.CREDIT, FurnitureKind.CREDIT]
    assert article.credit is None


@pytest.mark.parametrize(
    "atom", ["Photo:" + " " * 90, "share ", "1 ", "March 3 ", ". ", "By Ann ", "Ann | ", "(Photo: ", "- ", "2021-", '"']
)
def test_long_lines_of_one_thing_are_read_in_proportion_to_their_number(atom: str) -> None:
    lines = [f"{(atom * 200)[:195]}{number}" for number in range(500)]
    assert LEDE in text("\n".join([LEDE, *lines])).text
    assert grows_evenly(lambda count: text("\n".join([LEDE, *lines[:count]])), 50)


def test_the_day_of_a_capture_bounds_the_text_and_is_not_its_date() -> None:
    published = row(
        text="Fog closed the harbour on Tuesday, the port master said.", captured="2024-03-20T10:00:00Z"
    ).published
    assert (published.date, published.latest) == (None, dt.date(2024, 3, 20))
    assert (published.stated, published.stated_kind) == (dt.date(2024, 3, 20), StatedKind.CRAWL)
    assert published.reasons[0].citations
