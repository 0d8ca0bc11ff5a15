"""Words that ask, join or describe: never a misspelt name, and no part of one. Normalised. Pure; data only."""

from __future__ import annotations

STOP_WORDS = frozenset("""
    a about again all also am an and any anybody anyone anything are as ask at be been before being but by can check
    city cities come could council count
    country date day decide decided decision did do does doing done dont each either else end ended ever every
    everything fact find for from get give go
    going got govt had has have hello help her here hey hi his how however i if im in info information into is isnt it
    its just keep kept know
    last latest less let like list look mayor me mean more most much my name need never new news no not now nothing
    number of official ok okay old
    on once one ones only or other our out over own paired pairing partner partners partnership people please pls plz
    probably question really
    relationship right russia russian russians said same say says see she should show since sister sisters sistercity
    sistercities so some someone
    something status still stop such suspend suspended sure tell than thank thanks that the their them then there these
    they thing think this those tie
    ties time to today together told too town towns true twin twincity twinned twins u ukraine ukrainian under until up
    update ur us usa use very vote
    voted war was we well were what whats when where which while who whose why will wit with without wondering would
    wrong yes yet you your ive
    whether hear heard ending ends cut cuts cutting kill america american state states county region oblast krai
    republic president putin zelensky
    zelenskyy biden trump kremlin nato eu soviet moscovite volunteer organizer friend friends maybe actually currently
    anymore any more january
    february march april may june july august september october november december spring summer autumn fall winter year
    month week
    кто хто кому ли с в на и не а но что как котор это все ще чи та і й з у до по за из от для про росс росии украин сша
    минул прошл цьог
""".split())  # fmt: skip
