"""Abbreviations of English news text, by what may follow their full stop. All lower case, without the last stop."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always followed by the rest of the name, number or phrase: the stop never ends a sentence.
BEFORE_A_NAME = _words(
    "mr mrs ms mx messrs dr prof gen lt col sgt maj capt cpl pvt cmdr cdr adm brig spc pfc rep reps sen sens gov govs"
    " pres rev fr hon supt insp det ofc amb atty asst assoc dep dir mgr supt st ste ft mt vs v cf viz"
    " msgr e.g i.e lt.gen lt.col maj.gen brig.gen sgt.maj p.s"
)

# Followed by a number; before anything else an ordinary word's end ("no", "art") or the end of a sentence.
BEFORE_A_NUMBER = _words(
    "no nos pp p vol ch sec fig art para jan feb mar apr jun jul aug sep sept oct nov dec approx ca c est max min"
)

# As often inside a sentence as at its end: a word that opens sentences must follow.
EITHER = _words(
    "inc corp ltd co cos bros plc llc jr sr esq ph.d m.d b.a m.a b.sc m.sc d.d.s a.m p.m a.d b.c etc et al dept univ"
    " assn bldg ave blvd rd sq hwy pkwy jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri"
    " sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore"
    " pa penn tenn tex va vt wash wis wyo ont que n.y n.j n.m n.h n.c s.c n.d s.d w.va d.c r.i u.s u.k u.n u.a.e e.u"
    " u.s.a u.s.s.r intl natl govt min max sec hr hrs lb lbs oz ft in mph kph km cm mm kg approx"
)

# Words that open a sentence far oftener than they open a name.
OPENERS = _words(
    "the a an this that these those there here it its he she they we you i his her their our my your in on at by for"
    " from with without of to as if when while where after before since until during despite although though because"
    " however but and or nor so yet also still then now meanwhile instead moreover furthermore what who why how which"
    " whether one two three some many most several all both each every no not neither either another other such only"
    " even just more much according under over between among about it's he's she's they're there's that's we're i'm"
    " officials police authorities last earlier later asked once"
)

# What stands after a name that has just spoken.
SPEECH = _words(
    "said says say asked asks told tells wrote writes added adds cried shouted replied answered exclaimed wondered"
    " tweeted yelled screamed joked quipped recalled continued"
)

# Written with an opening apostrophe that opens no quotation.
ELISIONS = _words("tis twas em til till cause n bout round neath cos ere gainst mid tween")
