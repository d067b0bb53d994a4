from __future__ import annotations

import pytest

from headwater.extract.outlets import outlet_from_masthead


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Arn Gazette, 4 March 2031", "The Arn Gazette"),
        ("Vell Times | Thursday, 4 March 2031", "Vell Times"),
        ("Arn Zeitung - 2031-03-04", "Arn Zeitung"),
        ("Ann Reed, 4 March 2031", None),
        ("Vell Times, in its edition of 4 March 2031", None),
        ("Vell Times", None),
        ("4 March 2031", None),
    ],
)
def test_a_name_beside_a_day_is_the_outlets_where_outlets_are_called_so(line: str, outlet: str | None) -> None:
    assert outlet_from_masthead([line]) == outlet


def test_the_first_line_that_names_an_outlet_counts() -> None:
    lines = ["Ann Reed, 4 March 2031", "Vell Times, 4 March 2031", "Arn Post, 5 March 2031"]
    assert outlet_from_masthead(lines) == "Vell Times"
