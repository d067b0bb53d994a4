from __future__ import annotations

import pytest
from bench.quality import as_table, failures, load_floors, modules


def test_figures_on_their_floors_are_in_order() -> None:
    assert failures({"a.f1": 0.9, "b.f1": 0.5}, {"a.f1": 0.9, "b.f1": 0.4}) == []


def test_a_figure_below_its_floor_fails() -> None:
    assert failures({"a.f1": 0.8999}, {"a.f1": 0.9}) == ["a.f1: 0.8999 is below its floor 0.9"]


def test_a_floor_without_a_figure_fails() -> None:
    assert failures({}, {"a.f1": 0.9}) == ["a.f1: has a floor, was not measured"]


def test_a_figure_without_a_floor_fails() -> None:
    assert failures({"a.f1": 1.0}, {}) == ["a.f1: 1.0000 has no floor in floors.toml"]


def test_a_figure_that_is_no_number_fails() -> None:
    assert failures({"a.f1": float("nan")}, {"a.f1": 0.9}) != []


def test_floors_are_read_flat() -> None:
    assert load_floors('[floors]\n"a.f1" = 0.9\n"b.c.d" = 1\n') == {"a.f1": 0.9, "b.c.d": 1.0}


def test_floors_without_their_table_are_refused() -> None:
    with pytest.raises(KeyError):
        load_floors('"a.f1" = 0.9\n')


def test_every_measuring_module_is_found() -> None:
    assert {"bench.quality_extraction", "bench.quality_sentences"} <= set(modules())


def test_a_table_shows_figures_beside_floors() -> None:
    table = as_table("sentences", {"b.f1": 0.25, "a.f1": 0.5}, {"a.f1": 0.4})
    assert table.rows == (("a.f1", "0.5000", "0.400"), ("b.f1", "0.2500", "-"))
