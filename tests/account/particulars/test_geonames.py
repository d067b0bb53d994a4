from __future__ import annotations

import pytest

from headwater.account.particulars.geonames import city_numbers, city_trait, folded, same_city


@pytest.mark.parametrize(
    ("a", "b"), [("Arbil", "Irbil"), ("Calcutta", "Kolkata"), ("Köln", "Cologne"), ("Mosul", "Musul")]
)
def test_ways_to_write_one_city_are_one(a: str, b: str) -> None:
    assert same_city(a, b) is True
    assert same_city(b, a) is True


def test_two_cities_are_two() -> None:
    assert same_city("London", "Londonderry") is False


def test_a_far_larger_city_takes_its_other_name_from_a_namesake() -> None:
    assert same_city("Odesa", "Odessa") is True


def test_what_the_table_does_not_know_is_open() -> None:
    assert same_city("Qwistle", "London") is None
    assert city_numbers("Qwistle") == ()


def test_a_common_word_is_no_sure_city() -> None:
    assert city_trait("Reading") == "word"
    assert city_trait("Lyon") == "large"
    assert city_trait("Qwistle") == ""


def test_folding_takes_marks_off() -> None:
    assert folded("Al-Mawṣil’") == "al mawsil"
