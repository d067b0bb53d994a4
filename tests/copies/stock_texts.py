"""Invented tables, lists, notices and forms that say nothing of who took a report from whom."""

from __future__ import annotations

ELECTION = "\n".join(
    [
        "Candidate Party Votes Share",
        "Ilse Brandt Centre 12,480 41.2%",
        "Rune Vadet Left 9,104 30.1%",
        "Tam Orrel Harbour List 4,377 14.5%",
        "Sif Holm Greens 2,560 8.5%",
        "Odd Krogh Independent 1,020 3.4%",
        "Liv Nes Pensioners 691 2.3%",
        "Velmoor East turnout 61.3% Velmoor West turnout 58.8%",
        "Hask turnout 70.2% Tarrow turnout 55.1% Oster turnout 66.0%",
        "Invalid 212 Blank 148 Total 30,592",
    ]
)
STANDINGS = "\n".join(
    f"{place} {club} {won} {drawn} {lost} {points}"
    for place, (club, won, drawn, lost, points) in enumerate(
        [
            ("Velmoor", 14, 3, 2, 45),
            ("Tarrow Rovers", 13, 4, 2, 43),
            ("Osk", 11, 5, 3, 38),
            ("Hask United", 10, 4, 5, 34),
            ("Oster", 9, 5, 5, 32),
            ("Sund Athletic", 8, 4, 7, 28),
            ("Rell", 7, 4, 8, 25),
            ("Brinn", 5, 6, 8, 21),
            ("Ling", 4, 5, 10, 17),
            ("Dorn Town", 3, 3, 13, 12),
            ("Varde", 2, 4, 13, 10),
        ],
        start=1,
    )
)
WEATHER = "\n".join(
    f"{place}: {sky}, high {high}, low {low}, wind {wind}"
    for place, sky, high, low, wind in [
        ("Velmoor", "sunny spells", 14, 6, "light"),
        ("Tarrow", "cloudy, drizzle later", 12, 7, "fresh"),
        ("Osk", "rain", 9, 4, "strong"),
        ("Hask", "showers", 11, 5, "fresh"),
        ("Oster", "dry, fog early", 13, 3, "light"),
        ("Sund", "bright intervals", 15, 8, "moderate"),
        ("Rell", "thundery showers", 16, 9, "gusts near storms"),
        ("Brinn", "sleet on high ground", 5, 1, "strong"),
        ("Ling", "clear", 10, 2, "calm"),
    ]
)
STOCKS = "\n".join(
    f"{name} {last} {change} {volume}"
    for name, last, change, volume in [
        ("Orrel Foods", "114.20", "+1.4", "1,204,500"),
        ("Sund Shipping", "88.05", "-0.6", "902,310"),
        ("Velmoor Bank", "231.90", "+0.2", "3,445,120"),
        ("Hask Timber", "17.44", "-2.1", "455,090"),
        ("Tarrow Steel", "52.10", "+3.3", "2,010,044"),
        ("Oster Power", "301.00", "0.0", "120,400"),
        ("Rell Media", "9.81", "-4.0", "88,215"),
        ("Brinn Salt", "44.67", "+0.9", "310,002"),
        ("Dorn Telecom", "76.30", "+0.1", "1,750,981"),
    ]
)
LINE_UPS = "\n".join(
    [
        "Velmoor: Orrel; Vadet, Brandt, Lund, Moe; Hansen, Ruud (Dahl 62), Berg; Aas, Lie, Vik (Holm 80)",
        "Tarrow: Sand; Krogh, Eide, Foss, Rust; Nes, Tveit, Moen (Bakke 71); Strand, Solli, Haug",
        "Goals: Vik 12, Lie 44, Holm 88; Strand 30 (pen), Haug 51",
        "Booked: Lund, Ruud; Eide, Rust, Nes. Sent off: Foss 77",
        "Referee: P. Kvam. Attendance: 12,480. Half-time: 2-1. Corners: 7-4",
        "Other results: Osk 2-1 Hask, Oster 3-2 Sund, Rell 1-4 Brinn, Ling 2-2 Dorn",
    ]
)
COURT_NOTICE = (
    "Notice is hereby given that a petition has been filed in the District Court of Velmoor for the appointment of a "
    "receiver, and that a hearing on the petition will be held in Room 4 at ten in the morning on the ninth of June.\n"
    "Any person who has claims against the estate is hereby notified to present them in writing to the clerk within "
    "sixty days of the first publication of this notice, or such claims shall be forever barred."
)
DISCLAIMER = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed without the prior "
    "written permission of the publisher, and no part of it may be stored in a retrieval system.\n"
    "The views expressed are those of the author. By signing up you agree to our terms of service and privacy policy, "
    "and may unsubscribe at any time by a link in each newsletter."
)
ABOUT = (
    "About Orrel Foods\n"
    "Orrel Foods was founded on the quay of Velmoor in 1911 and now employs four thousand people in nine countries, "
    "who can, smoke and deliver fish to shops and kitchens every night of the year.\n"
    "The company buys only from boats that fish by line, and puts a tenth of what it earns into a fund for the schools "
    "of the islands, which has paid for two libraries and a boat so far."
)
STOCK = {
    "election": ELECTION,
    "standings": STANDINGS,
    "weather": WEATHER,
    "stocks": STOCKS,
    "line-ups": LINE_UPS,
    "court notice": COURT_NOTICE,
    "disclaimer": DISCLAIMER,
    "about": ABOUT,
}


def obituary(name: str, age: str, day: str, born: str, trade: str, kin: str, hour: str, gift: str) -> str:
    """A funeral home's form, filled in."""
    return (
        f"{name}, {age}, of Velmoor, passed away peacefully on {day} at the Harbour Hospital with family at the "
        f"bedside. Born in {born}, the eldest child of the house, {name.split()[-1]} worked for many years as {trade} "
        f"and was known to all on the quay. Those left to mourn are {kin}, and many friends in the parish. A "
        f"service will be held at {hour} in the old church on the hill, with coffee to follow in the hall. The family "
        f"asks that instead of flowers gifts be made to {gift} in loving memory."
    )


def earnings(name: str, ticker: str, city: str, profit: str, share: str, sales: str, expected: str, rise: str) -> str:
    """A machine's report of a quarter, filled in."""
    return (
        f"{city} — {name} ({ticker}) on Tuesday reported earnings for the third quarter of {profit} million crowns. "
        f"The {city}-based company said it had a profit of {share} per share after the costs of one-time items. The "
        f"results met the expectations of those who follow the company, who had looked for {expected} per share on "
        f"average. Sales came to {sales} million crowns in the period. Shares in {name} have climbed {rise} since the "
        "beginning of the year, while the index of the exchange has been almost flat over the same time."
    )


FORMS = {
    "obituary": (
        obituary(
            "Ilse Brandt", "84", "Tuesday, May 6", "Hask in 1947", "a netmaker", "a son Tam", "11 a.m.", "the Sund Fund"
        ),
        obituary(
            "Rune Vadet",
            "71",
            "Friday, June 20",
            "Tarrow in 1960",
            "a clerk",
            "two sisters, Liv and Sif",
            "2 p.m.",
            "Oster Aid",
        ),
    ),
    "earnings": (
        earnings("Orrel Foods", "ORF", "VELMOOR", "65.6", "15 ore", "902.4", "14 ore", "12 percent"),
        earnings("Tarrow Steel", "TST", "TARROW", "8.2", "41 ore", "77.1", "40 ore", "3 percent"),
    ),
}
