"""News agencies by the names that credits give them."""

from __future__ import annotations

import re

# Name in a credit -> the name Headwater uses. Agencies alone: an outlet's own name in brackets is no agency credit.
AGENCIES = {
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "Thomson Reuters Foundation": "Reuters",
    "AP": "AP",
    "Associated Press": "AP",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
    "dpa": "dpa",
    "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa",
    "UPI": "UPI",
    "United Press International": "UPI",
    "PA": "PA",
    "PA Media": "PA",
    "Press Association": "PA",
    "AAP": "AAP",
    "Australian Associated Press": "AAP",
    "Canadian Press": "The Canadian Press",
    "Bloomberg": "Bloomberg",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Europa Press": "Europa Press",
    "Kyodo": "Kyodo",
    "Kyodo News": "Kyodo",
    "Jiji": "Jiji",
    "Jiji Press": "Jiji",
    "Yonhap": "Yonhap",
    "PTI": "PTI",
    "Press Trust of India": "PTI",
    "ANI": "ANI",
    "IANS": "IANS",
    "APP": "APP",
    "Bernama": "Bernama",
    "Anadolu": "Anadolu",
    "Anadolu Agency": "Anadolu",
    "AA": "Anadolu",
    "APA": "APA",
    "Keystone-SDA": "Keystone-SDA",
    "SID": "SID",
    "epd": "epd",
    "KNA": "KNA",
    "Belga": "Belga",
    "ANP": "ANP",
    "NTB": "NTB",
    "TT": "TT",
    "Ritzau": "Ritzau",
    "STT": "STT",
    "PAP": "PAP",
    "CTK": "ČTK",
    "MTI": "MTI",
    "Ukrinform": "Ukrinform",
    "IRNA": "IRNA",
    "SANA": "SANA",
    "WAM": "WAM",
    "SPA": "SPA",
    "MENA": "MENA",
    "KCNA": "KCNA",
    "CNA": "CNA",
    "Antara": "Antara",
}
_NAMED = re.compile(
    r"(?<!\w)(?:The )?(" + "|".join(sorted(map(re.escape, AGENCIES), key=lambda name: (-len(name), name))) + r")(?!\w)"
)


def agency_named(text: str) -> str | None:
    """The agency that ``text``, a credit, names first; None where it names none."""
    match = _NAMED.search(text)
    return AGENCIES[match.group(1)] if match else None
