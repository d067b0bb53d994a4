from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from headwater.present.escaping import escaped


@given(st.text(alphabet="a &<>'\"é;#", max_size=40))
def test_text_is_escaped_as_the_templates_escape_it(text: str) -> None:
    assert escaped(text) == str(escape(text))
