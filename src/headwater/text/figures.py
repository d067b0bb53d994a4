"""Figures as a newsroom writes them: thousands parted, millions named, units in the plural."""

from __future__ import annotations

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_IRREGULAR = {
    "foot": "feet", "hertz": "hertz", "horsepower": "horsepower", "percent": "percent", "penny": "pence",
    "mph": "mph", "kph": "kph", "rpm": "rpm", "psi": "psi",
}  # fmt: skip
# The ranges that words of magnitude stand for when they are read.
_MAGNITUDES: dict[tuple[float, float], str] = {
    (10, 99): "tens",
    (12, 99): "dozens",
    (20, 99): "scores",
    (100, 999): "hundreds",
    (1_000, 9_999): "thousands",
    (10_000, 99_999): "tens of thousands",
    (100_000, 999_999): "hundreds of thousands",
    (1_000_000, 9_999_999): "millions",
    (1_000_000_000, 9_999_999_999): "billions",
    (1_000_000_000_000, 9_999_999_999_999): "trillions",
}
_HISSING = ("s", "x", "z", "ch", "sh")


def written_number(number: float) -> str:
    """A number in figures, to three places at most: "4,000", "0.5", from a million on "1.4 million"."""
    scaled, name = next(((number / scale, f" {name}") for scale, name in _SCALES if abs(number) >= scale), (number, ""))
    digits = f"{scaled:,.0f}" if scaled == int(scaled) else f"{scaled:,.3f}".rstrip("0").rstrip(".")
    return digits + name


def magnitude_word(low: float | None, high: float | None) -> str | None:
    """The word of magnitude that a range stands for: "dozens", "thousands"; None where it stands for none."""
    return None if low is None or high is None else _MAGNITUDES.get((low, high))


def plural_of(noun: str) -> str:
    """The plural of a unit's name: "mile" gives "miles", "inch" "inches", "foot" "feet".

    Symbols (shorter than three letters, or with a capital, digit or slash: "km", "kB", "km2") have none and come back.
    """
    if len(noun) < 3 or not noun.replace("-", "").replace(" ", "").isalpha() or not noun.islower():
        return noun
    *before, last = noun.split(" ")
    if last in _IRREGULAR:
        return " ".join([*before, _IRREGULAR[last]])
    return noun + ("es" if noun.endswith(_HISSING) else "s")
