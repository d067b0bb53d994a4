"""English time expressions: text in, spans with an unresolved form out, and these forms laid on the calendar.

Imports nothing but the standard library. The types are those of TIMEX3 (ISO 24617-1, TimeML); the grammar works on one
class letter for each token (see ``tokens``), so that it is linear in the length of the text.
"""

from headwater.text.timex.direction import direction_at
from headwater.text.timex.find import find_timexes
from headwater.text.timex.forms import Direction, Form, FormKind, Resolved, Timex, Unit
from headwater.text.timex.resolve import resolve
from headwater.text.timex.sequence import needed_direction, resolve_all

__all__ = [
    "Direction",
    "Form",
    "FormKind",
    "Resolved",
    "Timex",
    "Unit",
    "direction_at",
    "find_timexes",
    "needed_direction",
    "resolve",
    "resolve_all",
]
