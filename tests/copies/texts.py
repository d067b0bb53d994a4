"""Invented reports for the tests of reuse."""

from __future__ import annotations

DOCK = (
    "The harbour board of Velmoor voted late on Tuesday to close the old ferry dock for two years. "
    "Engineers found cracks in eleven of its 40 timber piles during an inspection in the spring. "
    "Residents of the islands will be carried by a smaller boat from the fish market until the works end. "
    "Chair Ilse Brandt said the decision had been postponed twice for want of money from the province. "
    "The repair will cost 3.2 million crowns, a third of which Velmoor hopes to get from the Sund fund. "
    "A petition against the closure had gathered 1,900 names by Monday, most of them from Little Hask."
)
DOCK_REWRITTEN = (
    "Velmoor's harbour board decided on Tuesday evening that the ancient ferry dock must shut for two years. "
    "During a spring inspection, engineers discovered cracking in eleven of the 40 timber piles beneath it. "
    "Until the work ends, island residents are to travel by a smaller boat that leaves from the fish market. "
    "According to chair Ilse Brandt, the decision was postponed on two occasions because the province gave no money. "
    "Repairs are to cost 3.2 million crowns; Velmoor hopes that the Sund fund pays a third. "
    "By Monday 1,900 names stood under a petition against closure, and most were from Little Hask."
)
DOCK_INDEPENDENT = (
    "Islanders were told on Wednesday to expect longer crossings after Velmoor lost its main landing stage. "
    "Fishmonger Tam Orrel feared for his trade: customers came off the ferry each noon, he said, and bought supper. "
    "The board, chaired by Ilse Brandt, met behind closed doors for five hours and published no minutes. "
    "Schools on Hask asked for a later bell so that pupils who cross in the morning are not marked absent. "
    "An opposition councillor, Rune Vadet, called the closure an admission of thirty years of neglect. "
    "No date was given for a second hearing, and the shipping company has not yet published a timetable."
)
CHOIR = (
    "A school in Tarrow has won the national prize for choirs with a programme of sea songs. "
    "The forty singers rehearsed on Saturdays for most of a year and travelled by night train. "
    "Their teacher called the result a surprise and promised a free concert in the town hall. "
    "Judges praised the lower voices and the courage to sing a whole piece without any accompaniment."
)
WEIR = (
    "Higher up the valley the weir at Oster has been drained so that salmon can pass for the first time since 1911. "
    "Volunteers counted nineteen fish in the first week and a heron that followed them all the way to the mill. "
    "The owner of the mill keeps its wheel as a monument and will not be paid for the water that he gives up."
)
