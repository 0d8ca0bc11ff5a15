"""The words by which a question narrows, divides, counts or compares what is listed, beside kinds and traits. Pure.

They are in ``data/vocabulary/filters.toml``, and under ``lists`` in the files of the languages.
"""

from __future__ import annotations

from cogs.lookup.reading.vocabulary import said_for, said_in_all

# What became of some ties is asked, and no act; one half of a list is held against the other.
FATES, HALVES, LACKING = (said_in_all("lists", name) for name in ("fates", "halves", "lacking"))
# "And how many after": of the same, on the other side of the time that is named.
OTHER_SIDE_OF_TIME = said_in_all("lists", "other_side_of_time")
# "Was anything suspended in 2024, or silence?" asks for what was.
OR_NOTHING = said_for("filters", "or_nothing")
LEFT = said_for("filters", "left")
# What a list is divided by, or counted to: by whose word its ties stand, how good the evidence is, how old they are.
BY_WORD = said_for("filters", "by_word")
OF_KNOWN = said_for("filters", "of_known")
SUMS = said_for("filters", "sums")
BY_GRADE = said_for("filters", "by_grade")
AVERAGE = said_for("filters", "average")
# What a standing rests on: "backed by an actual council vote", "держатся на решении совета".
RESTS = said_for("filters", "rests")
SHARE = said_for("filters", "share")
CHANGED = said_for("filters", "changed")
AS_OF = said_for("filters", "as_of")
HEARING = said_for("filters", "hearing")
# Who wants to be told of one asks how that is done.
REMINDS = said_for("filters", "reminds")
# Of hearings only those that are to come: what is on file of them is asked for, and not what they are.
HEARING_TO_COME = said_for("filters", "hearing_to_come")
PAST_HEARING = said_for("filters", "past_hearing")
COMPARE = said_for("filters", "compare")
RANKS = said_for("filters", "ranks")
THEN = said_for("filters", "then")
# What a number is asked of.
COUNTED_STATES = said_for("filters", "counted_states")
COUNTED_RUSSIAN = said_for("filters", "counted_russian")
# How many places are counted, which may have more than one tie each.
COUNTED_PLACES = said_for("filters", "counted_places")
WITHOUT_TIES = said_for("filters", "without_ties")
# What becomes of a proposal that led to nothing.
CAME_TO_NOTHING = said_in_all("lists", "came_to_nothing")
# "Voted against cutting it": that kept it, and was no dissent.
VOTED_AGAINST_ENDING = said_for("filters", "voted_against_ending")
# Beside the people of American places: their partner is Russian, and not these people.
WITH_A_RUSSIAN = said_for("filters", "with_a_russian")
