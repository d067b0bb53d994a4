from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account.particulars.quantities import find_quantities
from headwater.account.particulars.times import find_times
from headwater.model.article import Article, Citation
from headwater.model.particulars import (
    AttributionMention,
    Granularity,
    Modality,
    QuantityMention,
    QuoteMention,
    TimeMention,
    TimexType,
    ValueKind,
)
from tests.builders import make_article
from tests.steps import grows_evenly


def read(body: str) -> list[QuantityMention]:
    return list(of(make_article(body)))


def of(article: Article) -> tuple[QuantityMention, ...]:
    return find_quantities(article, attributions=(), times=(), quotes=())


def one(body: str) -> QuantityMention:
    (mention,) = read(body)
    return mention


def numbers(mention: QuantityMention) -> dict[str, float]:
    names = ("value", "low", "high", "start", "to", "by")
    return {name: number for name in names if (number := getattr(mention, name)) is not None}


@pytest.mark.parametrize(
    ("words", "text", "kind", "expected"),
    [
        ("The ferry carried about 4,000 passengers.", "about 4,000", ValueKind.VALUE, {"value": 4000}),
        ("The ferry carried at least 40 passengers.", "at least 40", ValueKind.BOUND, {"low": 40}),
        ("The ferry carried up to 400 passengers.", "up to 400", ValueKind.BOUND, {"high": 400}),
        ("It takes between 300 and 400 guests.", "between 300 and 400", ValueKind.RANGE, {"low": 300, "high": 400}),
        ("It takes 4 to 5 million visitors.", "4 to 5 million", ValueKind.RANGE, {"low": 4e6, "high": 5e6}),
        ("The guard will grow by 350 soldiers.", "by 350", ValueKind.CHANGE, {"by": 350}),
        ("The climber fell 12 feet.", "12 feet", ValueKind.VALUE, {"value": 12}),
        ("The price fell below $6,000.", "below $6,000", ValueKind.BOUND, {"high": 6000}),
        ("A cart was dragged by the 400-pound bear.", "400-pound", ValueKind.VALUE, {"value": 400}),
        ("Shares of Marrow fell 6.5% in the week.", "6.5%", ValueKind.CHANGE, {"by": -6.5}),
        (
            "It will grow from 50 to about 400 staff.",
            "from 50 to about 400",
            ValueKind.CHANGE,
            {"start": 50, "to": 400},
        ),
        ("The price rose to $82 from $70.", "$82 from $70", ValueKind.CHANGE, {"start": 70, "to": 82}),
        ("Hundreds of villagers left.", "Hundreds", ValueKind.RANGE, {"low": 100, "high": 999}),
        ("Two dozen houses burned.", "Two dozen", ValueKind.VALUE, {"value": 24}),
    ],
)
def test_an_expression_has_its_kind_and_numbers(
    words: str, text: str, kind: ValueKind, expected: dict[str, float]
) -> None:
    mention = one(words)

    assert (mention.text, mention.kind, numbers(mention)) == (text, kind, expected)


def test_a_change_can_lead_to_a_range() -> None:
    mention = one("The number of Ostland guards could increase from 50, to between 400 and 500, two envoys told us.")

    assert mention.kind is ValueKind.CHANGE
    assert numbers(mention) == {"start": 50, "low": 400, "high": 500}
    assert (mention.what, mention.unit, mention.modality) == ("ostland guards", "people", Modality.EXPECTED)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("The bridge cost $3.5 million to repair.", 3.5e6, "USD"),
        ("The bridge cost 40 million euros.", 40e6, "EUR"),
        ("It pays £12.50 an hour to its guards.", 12.5, "GBP/hour"),
        ("The span is 101 metres long.", 101, "m"),
        ("Winds reached 50mph on the coast.", 50, "mph"),
        ("Turnout was 61 per cent.", 61, "percent"),
        ("A third of the voters stayed away.", 1 / 3, "fraction"),
        ("They burned 12.3m tonnes of coal.", 12.3e6, "tonne"),
        ("It fell to minus-26 degrees Celsius.", -26, "celsius"),
        ("The well gave 900 cubic feet per second.", 900, "cfs"),
        ("The toll is 40 taka at the bridge.", 40, "BDT"),
        ("The dose was 12 mSv for the crew.", 12, "mSv"),
    ],
)
def test_a_figure_has_its_unit(words: str, value: float, unit: str) -> None:
    mention = one(words)

    assert mention.value == pytest.approx(value)
    assert mention.unit == unit


@pytest.mark.parametrize(
    "words",
    [
        "The treaty dates from 1987 and was renewed in May 2003.",
        "The vote is on 12 March at 10:30 a.m.",
        "In 2016 companies went home.",
        "Orla Venn, 43, joined in her late 20s.",
        "A 31-year-old man was seen.",
        "Two F-16 jets and the G7 met COVID-19 rules.",
        "Marrow Town won 3-1 and then lost 9-2.",
        "Call 020 7946 0958 or 555-0100.",
        "He took Route 66 to Channel 5 on page 12.",
        "It was one of the reasons, the two men said, for a two-day break.",
        "They waited three hours and 20 minutes for 16 days.",
        "The 5.50 update shows it at 1080p or in 4K, as version 2.1 did.",
    ],
)
def test_what_counts_nothing_is_left_out(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "value", "what", "event"),
    [
        ("A building contractor was killed in the blast.", 1, "building contractor killed", "killed"),
        ("The blast killed a building contractor.", 1, "building contractor killed", "killed"),
        ("The attack claimed the life of a dock worker.", 1, "dock worker killed", "killed"),
        ("No passengers were hurt.", 0, "passengers injured", "injured"),
        ("No one was injured.", 0, "people injured", "injured"),
        ("There were no reports of casualties.", 0, "people killed or injured", "killed or injured"),
    ],
)
def test_people_are_counted_without_a_numeral(words: str, value: float, what: str, event: str) -> None:
    mention = one(words)

    assert (mention.value, mention.what, mention.event, mention.unit) == (value, what, event, "people")


def test_each_verb_has_its_own_victims() -> None:
    mentions = read("The blast killed a baker and injured nine people, including a Norland soldier.")

    assert [(m.value, m.what, m.event) for m in mentions] == [
        (1, "baker killed", "killed"),
        (9, "people injured", "injured"),
        (1, "norland soldier injured", "injured"),
    ]


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("At least 11 guards from the northern force were killed.", "killed"),
        ("The death toll rose to 29.", "killed"),
        ("The storm left 29 dead.", "killed"),
        ("Fire crews rescued 14 hikers.", "rescued"),
        ("Police arrested 14 people.", "arrested"),
        ("Some 300 residents have been evacuated.", "evacuated"),
        ("Forty people are still missing.", "missing"),
    ],
)
def test_what_befell_people_is_told(words: str, event: str) -> None:
    mention = one(words)

    assert (mention.event, mention.unit) == (event, "people")


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("The port employs 400 people.", Modality.STATED),
        ("The port will employ 400 people.", Modality.STATED),
        ("The port could employ 400 people.", Modality.EXPECTED),
        ("The port is expected to employ 400 people.", Modality.EXPECTED),
        ("The port is set to employ 400 people.", Modality.EXPECTED),
        ("The mayor denied that 400 people had left.", Modality.DENIED),
    ],
)
def test_a_forecast_is_told_from_a_statement(words: str, modality: Modality) -> None:
    assert one(words).modality is modality


def test_a_bare_number_has_the_unit_of_the_one_before_it() -> None:
    found = read("The highest bid is 84.75 cents, while the lowest is 74.07.")
    assert [(mention.value, mention.unit) for mention in found] == [(84.75, "cent"), (74.07, "cent")]


def test_a_percentage_is_no_unit_of_the_level_behind_it() -> None:
    assert [m.unit for m in read("Turnout was 61.25 percent, a level of 40.52 at noon.")] == ["percent", None]


def test_a_figure_rests_on_the_speaker_of_its_quote_or_sentence() -> None:
    article = make_article("“We lost 40 boats,” she said. About 60 boats are left, the port told the Gazette.")
    quote = QuoteMention(article.cite(1, 18), "We lost 40 boats,", 1, speaker="Orla Venn")
    second = article.sentences[1]
    said = AttributionMention(
        Citation(article.id, second.start, second.end, sentence=second.id), ("the Gazette", "the port")
    )

    mentions = find_quantities(article, attributions=(said,), times=(), quotes=(quote,))

    assert [mention.asserted_by for mention in mentions] == ["Orla Venn", "the port"]


def test_a_figure_holds_for_the_day_named_beside_it_else_for_the_day_of_writing() -> None:
    article = make_article("On Monday 40 boats sank. Another 60 boats are safe.", published=date(2031, 3, 6))
    monday = TimeMention(
        article.cite(3, 9), "Monday", TimexType.DATE, "2031-03-03", date(2031, 3, 3), date(2031, 3, 3), Granularity.DAY
    )

    mentions = find_quantities(article, attributions=(), times=(monday,), quotes=())

    assert [mention.as_of for mention in mentions] == [date(2031, 3, 3), date(2031, 3, 6)]


def test_odd_white_space_does_not_part_an_expression() -> None:
    article = make_article("It will grow from 500 to\u00a0 about 4,000 troops.")
    (mention,) = of(article)

    assert numbers(mention) == {"start": 500, "to": 4000}
    assert article.cited(mention.citation) == mention.text == "from 500 to\u00a0 about 4,000"


@pytest.mark.parametrize("piece", ["9", "1,", "from 5 to ", '"', "killed a ", "a "])
def test_hostile_input_is_read_in_proportion_to_its_length(piece: str) -> None:
    assert all(mention.text in piece * 20_000 for mention in read(piece * 20_000))
    assert grows_evenly(lambda times: read(piece * times), 100)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["killed a man", "from 5 to 6", "$5m", "5 to 6 per cent", "half of 7"]))
def test_citations_are_exact_on_any_text(text: str, seed: str) -> None:
    article = make_article(f"{text} {seed} {text}")

    for mention in of(article):
        assert article.cited(mention.citation) == mention.text
        assert mention.text


@pytest.mark.parametrize(
    ("words", "value", "what"),
    [
        ("One in five children is hungry.", 0.2, "children"),
        ("Nearly half of the 1,200 workers walked out.", 0.5, "workers"),
    ],
)
def test_a_share_names_its_whole(words: str, value: float, what: str) -> None:
    mention = read(words)[0]

    assert (mention.value, mention.unit, mention.what) == (value, "fraction", what)


@pytest.mark.parametrize(
    ("words", "what", "event"),
    [
        ("The number of people killed when the ferry Star sank off Kalvik has risen to 21.", "people killed", "killed"),
        ("The number of injured stood at 60.", "people injured", "injured"),
        ("The number of sailors wounded in the raid reached 9.", "sailors injured", "injured"),
        ("The number of cases in the north, where rains began, stood at 300.", "cases", None),
    ],
)
def test_what_a_number_that_rose_counts_is_named_at_its_beginning(words: str, what: str, event: str | None) -> None:
    [found] = read(words)
    assert (found.what, found.event) == (what, event)


def test_those_counted_within_a_figure_are_told_from_it() -> None:
    mentions = read("At least 84 people, 10 of them children, were killed.")

    assert [(m.what, m.event) for m in mentions] == [("people killed", "killed"), ("children killed", "killed")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They were told to pay 1 million pounds to each judge.", "pound"),
        ("They were told to pay 1 million Lebanese pounds.", "LBP"),
        ("They were told to pay 1 million pounds in London.", "GBP"),
        ("They were told to pay 1 million Australian dollars.", "AUD"),
    ],
)
def test_pounds_are_british_only_where_the_sentence_says_so(text: str, unit: str) -> None:
    article = make_article(text)
    found = find_quantities(article, attributions=(), times=(), quotes=())

    assert [mention.unit for mention in found] == [unit]


def test_those_behind_a_death_toll_who_are_unaccounted_for_are_no_dead() -> None:
    found = read("The search ended with the death toll at 31 and 15 people still unaccounted for.")
    assert [(q.value, q.event) for q in found] == [(31.0, "killed"), (15.0, "missing")]


def test_a_list_of_those_who_are_expected_is_expected() -> None:
    (found,) = read("About 4,200 pilots, deckhands and signal staff are expected to take part.")
    assert found.modality is Modality.EXPECTED


def test_a_verb_tells_what_was_measured_at_a_height() -> None:
    (found,) = read("The Older river crested at 9.12 metres in Lower Kaldvik.")
    assert found.what == "crest"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Some 5-6,000 people lined the quay of Marrow.", 5000.0, 6000.0),
        ("The lorry rolled on at 20-25 mph.", 20.0, 25.0),
    ],
)
def test_a_short_first_end_of_a_range_takes_scale_and_unit_from_the_second(text: str, low: float, high: float) -> None:
    (mention,) = read(text)

    assert (mention.kind, mention.low, mention.high) == (ValueKind.RANGE, low, high)


@pytest.mark.parametrize(
    "text",
    ["She lived in the 1200 block of Tarn Street.", "The quake near Marrow had magnitude 6.8."],
)
def test_an_address_and_a_magnitude_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "The toll from the magnitude 6.9 quake rose to 40.",
        "A quake measuring 6.9 killed 40 people.",
        "The 6.9 quake killed 40.",
        "In the district hit by the 6.9 tremor 40 people were killed.",
    ],
)
def test_the_strength_of_a_quake_hides_no_toll_and_is_none(words: str) -> None:
    assert [mention.value for mention in read(words) if mention.event == "killed"] == [40]


def test_what_somebody_is_convicted_of_is_no_forecast() -> None:
    assert one("She faces a long term if convicted on all 14 counts.").modality is Modality.STATED


@pytest.mark.parametrize(
    "words",
    [
        "Fever killed children under five in Vell.",
        "The jab is for people over 65, the clinic said.",
        "It is free for anyone older than 18.",
    ],
)
def test_the_age_up_to_which_somebody_counts_is_no_figure(words: str) -> None:
    assert not read(words)


def test_people_past_a_count_are_counted() -> None:
    assert one("The road carried people over 40 kilometres.").unit == "km"
    assert one("The town moved people under 30 orders.").value is None


def test_the_bound_of_where_a_change_began_is_none_of_where_it_leads() -> None:
    mention = one("They reach 6.5 million children, up from fewer than 2 million now.")
    assert numbers(mention) == {"start": 2e6, "to": 6.5e6}
    assert mention.qualifier is None


def test_a_headline_looks_ahead_with_to_alone() -> None:
    def modality(title: str) -> Modality:
        return of(make_article("It rained.", title=title))[0].modality

    assert modality("Vell Yard to cut 300 jobs") is Modality.EXPECTED
    assert modality("Vell Yard cuts 300 jobs") is Modality.STATED
    assert modality("Vell Yard told to pay 300 workers") is Modality.EXPECTED


def test_a_toll_keeps_its_dead_however_far_its_number_stands() -> None:
    mention = one("The death toll from Monday's earthquake in the northern hills of Marrow rose to 58.")
    assert (mention.event, mention.what) == ("killed", "people killed")


def test_what_befell_those_who_are_fewer_now_is_told() -> None:
    mention = one("Some 18 divers were still missing, down from 40 a day earlier.")
    assert (mention.event, numbers(mention)) == ("missing", {"start": 40, "to": 18})


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("Hopes of survivors fade as toll hits 64.", Modality.STATED),
        ("The mayor hopes to house 64 families.", Modality.EXPECTED),
        ("Inflation is close to the 2 percent target.", Modality.EXPECTED),
    ],
)
def test_hopes_that_fade_are_no_forecast_and_a_target_is_one(words: str, modality: Modality) -> None:
    assert one(words).modality is modality


def test_crowns_are_money() -> None:
    assert one("A house costs about 2 million crowns.").unit == "crown"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("At least 14 people died when the ferry sank on Sunday.", date(2031, 3, 12)),
        ("The ferry sank on Sunday and 14 people died, police said on Tuesday.", date(2031, 3, 11)),
        ("Police counted 14 dead on Monday after the ferry sank.", date(2031, 3, 10)),
        ("The ferry carried 14 lorries when it sank on Sunday.", date(2031, 3, 9)),
    ],
)
def test_a_toll_holds_for_the_day_on_which_it_was_told_not_for_that_of_the_event(body: str, day: date) -> None:
    article = make_article(body, published=date(2031, 3, 12))
    (mention,) = find_quantities(article, attributions=(), times=find_times(article), quotes=())
    assert mention.as_of == day


def test_what_is_quarrelled_over_is_not_more_than_it() -> None:
    assert numbers(one("The union agreed to negotiate over 300 jobs.")) == {"value": 300}
    assert numbers(one("The yard cut over 300 jobs.")) == {"low": 300}
