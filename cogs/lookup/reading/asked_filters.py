"""The words by which a question narrows, divides, counts or compares what is listed, beside kinds and traits. Pure.

They are in ``data/vocabulary/filters.toml``, and under ``lists`` in the files of the languages.
"""

from __future__ import annotations

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import of_all_languages, said

# What became of some ties is asked, and no act; one half of a list is held against the other.
FATES, HALVES, LACKING = (
    phrases("\n".join(of_all_languages("lists", name))) for name in ("fates", "halves", "lacking")
)
# "And how many after": of the same, on the other side of the time that is named.
OTHER_SIDE_OF_TIME = phrases("\n".join(of_all_languages("lists", "other_side_of_time")))
# "Was anything suspended in 2024, or silence?" asks for what was.
OR_NOTHING = phrases(said("filters", "or_nothing"))
LEFT = phrases(said("filters", "left"))
# What a list is divided by, or counted to: by whose word its ties stand, how good the evidence is, how old they are.
BY_WORD = phrases(said("filters", "by_word"))
OF_KNOWN = phrases(said("filters", "of_known"))
SUMS = phrases(said("filters", "sums"))
BY_GRADE = phrases(said("filters", "by_grade"))
AVERAGE = phrases(said("filters", "average"))
# What a standing rests on: "backed by an actual council vote", "держатся на решении совета".
RESTS = phrases(said("filters", "rests"))
SHARE = phrases(said("filters", "share"))
CHANGED = phrases(said("filters", "changed"))
AS_OF = phrases(said("filters", "as_of"))
HEARING = phrases(said("filters", "hearing"))
PAST_HEARING = phrases(said("filters", "past_hearing"))
COMPARE = phrases(said("filters", "compare"))
RANKS = phrases(said("filters", "ranks"))
THEN = phrases(said("filters", "then"))
# What a number is asked of.
COUNTED_STATES = phrases(said("filters", "counted_states"))
COUNTED_RUSSIAN = phrases(said("filters", "counted_russian"))
# How many places are counted, which may have more than one tie each.
COUNTED_PLACES = phrases(said("filters", "counted_places"))
WITHOUT_TIES = phrases(said("filters", "without_ties"))
# What becomes of a proposal that led to nothing.
CAME_TO_NOTHING = phrases("\n".join(of_all_languages("lists", "came_to_nothing")))
# "Voted against cutting it": that kept it, and was no dissent.
VOTED_AGAINST_ENDING = phrases(said("filters", "voted_against_ending"))
# Beside the people of American places: their partner is Russian, and not these people.
WITH_A_RUSSIAN = phrases(said("filters", "with_a_russian"))
