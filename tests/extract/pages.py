"""The report that most pages of these tests hold."""

from __future__ import annotations

BRIDGE = (
    "The council of Vell voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday.",
    "Work is to begin once the water has fallen, she told reporters after the meeting in the town hall.",
    "The bridge has been closed to lorries since a barge struck it, and the ferry carries what it can.",
    "It will cost the town nine million crowns, half of which the valley pays from its own funds.",
)
BODY = "".join(f"<p>{words}</p>" for words in BRIDGE)
