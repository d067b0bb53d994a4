from __future__ import annotations

import pytest

from headwater.extract.bylines import authors_from_lines


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Ode and Bo Lund, staff", ("Ann Ode", "Bo Lund")),
        ("By Ann Ode in Port Alder", ("Ann Ode",)),
        ("Published: 16.02.2029 21:14 | Author: Mirko Velt", ("Mirko Velt",)),
        ("Autor: Ida Quell", ("Ida Quell",)),
        ("By our correspondent in Port Alder", ()),
        ("Authorities: Two Dead", ()),
        ("This post was written by Ann Ode, Head of Harbour and Community Works", ("Ann Ode",)),
        ("By Dr. Ann Ode - 27 March 2031", ("Dr. Ann Ode",)),
        ("By Author Ann Ode", ("Ann Ode",)),
        ("By Facebook Twitter", ()),
    ],
)
def test_a_byline_names_its_persons_and_nobody_else(line: str, authors: tuple[str, ...]) -> None:
    assert authors_from_lines([line]) == authors
