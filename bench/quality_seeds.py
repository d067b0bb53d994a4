"""The first case: five reports of one event, checked against what a person found in them.

Each figure is 1 where the report says what the texts say, else 0; some are shares. The texts are labelled by hand in
this file (names, figures and a few words of each), never quoted at length.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.model.verify import broken_citations
from headwater.pipeline.inputs import Run
from headwater.pipeline.run import run_report
from headwater.pipeline.settings import Settings
from headwater.present import to_json

Document = Mapping[str, Any]

#: Furniture that must not stand in any article's text.
_FURNITURE = (
    "Skip to main", "Read More", "Stay informed", "Sign up to get", "New MEE newsletter", "US forces hit in rocket",
    "AFP/File", "delivers independent", "fill out this form", "comment section", "Hill.TV", "Most Popular", "Load more",
    "FILE PHOTO", "Powered by", "in pictures", "November 30", "will hold a press conference", "cleans broken glass",
    "Safin Hamed",
)  # fmt: skip
#: A few words of each standfirst or sentence that must stay, by the number of the seed.
_KEPT = {
    "000": ("from 500 to 4,000, is being organised", "Armed groups aligned with Iran"),
    "001": ("claimed credit for the attack", "consequences for any group"),
    "002": ("Armed groups aligned with Iran",),
    "003": ("More troops will be involved", "Currently, the Nato mission only trains"),
    "004": ("The United States has 2,500", "conduct an investigation"),
}
#: A few words of each quote -> (pattern in its speaker's name, is it reworded in another report).
_QUOTES = {
    "We decided to expand Nato": ("Stoltenberg", False),
    "at the request of the Iraqi government": ("Stoltenberg", False),
    "it is carried out with full respect": ("Stoltenberg", False),
    "ISIS still operates in Iraq": ("Stoltenberg", True),
    "is conditions-based and increases": ("Stoltenberg", True),
    "welcomes NATO’s increased focus": ("official", True),
    "consequences for any group responsible": ("State Department|Price", None),
    "The mission will expand gradually": ("Stoltenberg", False),
    "The size of our mission will grow": ("Stoltenberg", False),
    "We will not preview a response": ("Price", None),
    "Any response we receive will be": ("Price", False),
}
_ALIASES = (("Irbil", "Erbil"), ("IS", "ISIS", "Islamic State"))


@dataclass(frozen=True, slots=True)
class Seeds:
    """The report on the seeds, its one story, and its articles by the first three letters of their file's name."""

    document: Document
    articles: Mapping[str, Document]

    @property
    def story(self) -> Document:
        """The story with most articles."""
        story: Document = max(self.document["stories"], key=lambda story: len(story["articles"]))
        return story

    @property
    def account(self) -> Document:
        """That story's account."""
        account: Document = self.story["account"]
        return account

    def names(self, ids: Sequence[str]) -> list[str]:
        """The seeds' numbers of article ids."""
        return sorted(name for name, article in self.articles.items() if article["id"] in ids)

    def reuse(self, a: str, b: str) -> Document | None:
        """The reuse between two seeds, None where none is listed."""
        pair = {self.articles[a]["id"], self.articles[b]["id"]}
        return next((reuse for reuse in self.document["reuses"] if {reuse["a"], reuse["b"]} == pair), None)


def load(shared: Path, names: Sequence[str] = ("",)) -> Seeds:
    """The report on those seeds whose file names begin with one of ``names``."""
    paths = [path for path in sorted((shared / "seeds").glob("*.txt")) if path.name.startswith(tuple(names))]
    document = json.loads(to_json(run_report([str(path) for path in paths], Run(Settings()))))
    return Seeds(document, {article["input"][:3]: article for article in document["articles"]})


def measure(shared: Path) -> dict[str, float]:
    """All figures of the first case."""
    seeds = load(shared)
    report = run_report([str(path) for path in sorted((shared / "seeds").glob("*.txt"), reverse=True)], Run(Settings()))
    checks = [
        _shape(seeds),
        _reuse(seeds),
        _texts(seeds),
        _dates(seeds),
        _figures(seeds),
        _names(seeds),
        _timeline(seeds),
    ]
    figures = {f"seeds.{name}": float(value) for check in checks for name, value in check.items()}
    figures["seeds.citations_exact"] = float(not broken_citations(report))
    figures["seeds.any_order"] = float(json.loads(to_json(report)) == seeds.document)
    return figures | _alone(shared) | _quotes(seeds)


def _shape(seeds: Seeds) -> dict[str, bool]:
    origins = seeds.story["origins"]
    return {
        "one_story": len(seeds.document["stories"]) == 1,
        "four_distinct": seeds.story["distinct"] == 4 and seeds.document["inputs"]["read"] == 5,
        "origins_3_to_4": (origins["min"], origins["max"]) == (3, 4),
        "copies_in_one_line": ["000", "002"] in [seeds.names(group["articles"]) for group in origins["groups"]],
    }


def _reuse(seeds: Seeds) -> dict[str, bool]:
    def kind(a: str, b: str) -> str | None:
        reuse = seeds.reuse(a, b)
        return reuse["kind"] if reuse else None

    def via(a: str, b: str) -> str | None:
        reuse = seeds.reuse(a, b)
        return reuse["via"] if reuse else None

    named = {("000", "002"), ("000", "003"), ("002", "003"), ("001", "004")}
    others = [(a, b) for a in seeds.articles for b in seeds.articles if a < b and (a, b) not in named]
    rewrite = seeds.reuse("001", "004") or {}
    return {
        "copy_000_002": kind("000", "002") == "copy",
        "passages_via_agency": all(
            kind(a, "003") == "shared-passage" and via(a, "003") == "Reuters" for a in ("000", "002")
        ),
        "rewrite_001_004": rewrite.get("kind") in {"rewrite", "shared-passage"},
        "direction_001_004": rewrite.get("direction") in {"unknown", "common-source"},
        "no_other_reuse": all(kind(a, b) in {None, "shared-quote"} for a, b in others),
    }


def _texts(seeds: Seeds) -> dict[str, bool]:
    texts = {name: article["text"] for name, article in seeds.articles.items()}
    return {
        "no_furniture": not [words for words in _FURNITURE for text in texts.values() if words in text],
        "content_kept": all(words in texts[name] for name, kept in _KEPT.items() for words in kept),
        "standfirsts": bool(seeds.articles["000"]["standfirst"]) and bool(seeds.articles["003"]["standfirst"]),
    }


def _dates(seeds: Seeds) -> dict[str, bool]:
    published = {name: article["published"] for name, article in seeds.articles.items()}
    false = published["004"]
    captions = {item["id"] for item in seeds.articles["004"]["furniture"] if item["kind"] == "caption"}
    cited = {citation.get("furniture") for reason in false["reasons"] for citation in reason["citations"]}
    return {
        "false_date_rejected": false["stated"] == "2023-11-30" and false["stated_rejected"] and bool(cited & captions),
        "no_other_rejected": not any(published[name]["stated_rejected"] for name in ("000", "001", "002", "003")),
        "all_february_2021": all((dates["date"] or "").startswith("2021-02") for dates in published.values()),
        "preview_before": (published["003"]["date"] or "9") < "2021-02-18",
        "decision_on_the_day": all(published[name]["date"] == "2021-02-18" for name in ("000", "001", "002")),
    }


def _figures(seeds: Seeds) -> dict[str, bool]:
    def holding(test: Any) -> set[str]:
        return {quantity["id"] for quantity in seeds.account["quantities"] if any(test(v) for v in quantity["values"])}

    size = holding(lambda v: v["from"] == 500 and v["to"] == 4000)
    expected = holding(lambda v: v["low"] == 4000 and v["high"] == 5000 and v["modality"] == "expected")
    by = holding(lambda v: v["by"] == 3500)
    united_states = holding(lambda v: v["value"] == 2500)
    injured = holding(lambda v: v["value"] == 9)
    fighters = holding(lambda v: 11 in (v["value"], v["low"]))
    explained = [q["explanation"] or "" for q in seeds.account["quantities"] if q["id"] in size]
    apart = [size | expected | by, united_states, injured, fighters]
    return {
        "size_500_to_4000": bool(size),
        "by_3500_explained": bool(by & size) and any("3,500" in words for words in explained),
        "expected_before": bool(expected & size) and any("expected" in words for words in explained),
        "figures_apart": all(apart) and sum(map(len, apart)) == len(set().union(*apart)),
        "no_conflict_in_size": not any(
            warning["kind"] == "conflicting-figure" and "4,000" in warning["text"]
            for warning in seeds.story["warnings"]
        ),
    }


def _names(seeds: Seeds) -> dict[str, bool]:
    forms = [{form["text"] for form in entity["forms"]} for entity in seeds.account["entities"]]
    joined = [any(set(alias) <= found for found in forms) for alias in _ALIASES]
    return {
        "aliases_joined": all(joined),
        "no_false_join": not any({"Iran", "Iraq"} <= found or {"Baghdad", "Erbil"} <= found for found in forms),
    }


def _timeline(seeds: Seeds) -> dict[str, bool]:
    def on(day: str, word: str) -> bool:
        return any(e["date"] == day and re.search(word, e["text"], re.I) for e in seeds.account["timeline"])

    return {
        "timeline_attack": on("2021-02-15", "rocket|missile|attack"),
        "timeline_announcement": on("2021-02-18", "announced|decided|said|expan"),
    }


def _quotes(seeds: Seeds) -> dict[str, float]:
    found = speakers = altered = reworded = 0
    for words, (speaker, is_altered) in _QUOTES.items():
        quotes = [q for q in seeds.account["quotes"] if any(words in v["text"] for v in q["variants"])]
        found += bool(quotes)
        speakers += any(re.search(speaker, quote["speaker"] or "") for quote in quotes)
        if is_altered is not None:
            reworded += 1
            altered += any((quote["status"] == "altered") == is_altered for quote in quotes)
    return {
        "seeds.quotes_found": found / len(_QUOTES),
        "seeds.quote_speakers": speakers / len(_QUOTES),
        "seeds.quote_statuses": altered / reworded,
    }


def _alone(shared: Path) -> dict[str, float]:
    """One report alone: what cannot be known is null with a reason."""
    figures = {}
    for name in ("002", "001"):
        article = load(shared, [name]).articles[name]
        published = article["published"]
        figures[f"seeds.alone_{name}_undated"] = float(published["date"] is None and bool(published["reasons"]))
    return figures
