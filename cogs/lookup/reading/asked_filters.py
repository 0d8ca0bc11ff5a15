"""The words by which a question narrows, divides, counts or compares what is listed, beside kinds and traits. Pure.

They are in ``data/vocabulary/filters.toml``, and under ``lists`` in the files of the languages.
"""

from __future__ import annotations

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import of_all_languages, words_for

# What became of some ties is asked, and no act; one half of a list is held against the other.
FATES, HALVES, LACKING = (
    phrases("\n".join(of_all_languages("lists", name))) for name in ("fates", "halves", "lacking")
)
# "And how many after": of the same, on the other side of the time that is named.
OTHER_SIDE_OF_TIME = phrases("\n".join(of_all_languages("lists", "other_side_of_time")))
# "Was anything suspended in 2024, or silence?" asks for what was.
OR_NOTHING = phrases(words_for("filters", "or_nothing"))
LEFT = phrases(words_for("filters", "left"))
# What a list is divided by, or counted to: by whose word its ties stand, how good the evidence is, how old they are.
BY_WORD = phrases(words_for("filters", "by_word"))
OF_KNOWN = phrases(words_for("filters", "of_known"))
SUMS = phrases(words_for("filters", "sums"))
BY_GRADE = phrases(words_for("filters", "by_grade"))
AVERAGE = phrases(words_for("filters", "average"))
# What a standing rests on: "backed by an actual council vote", "держатся на решении совета".
RESTS = phrases(words_for("filters", "rests"))
SHARE = phrases(words_for("filters", "share"))
CHANGED = phrases(words_for("filters", "changed"))
AS_OF = phrases(words_for("filters", "as_of"))
HEARING = phrases(words_for("filters", "hearing"))
# Who wants to be told of one asks how that is done.
REMINDS = phrases(words_for("filters", "reminds"))
# Of hearings only those that are to come: what is on file of them is asked for, and not what they are.
HEARING_TO_COME = phrases(words_for("filters", "hearing_to_come"))
PAST_HEARING = phrases(words_for("filters", "past_hearing"))
COMPARE = phrases(words_for("filters", "compare"))
RANKS = phrases(words_for("filters", "ranks"))
THEN = phrases(words_for("filters", "then"))
# What a number is asked of.
COUNTED_STATES = phrases(words_for("filters", "counted_states"))
COUNTED_RUSSIAN = phrases(words_for("filters", "counted_russian"))
# How many places are counted, which may have more than one tie each.
COUNTED_PLACES = phrases(words_for("filters", "counted_places"))
WITHOUT_TIES = phrases(words_for("filters", "without_ties"))
# What becomes of a proposal that led to nothing.
CAME_TO_NOTHING = phrases("\n".join(of_all_languages("lists", "came_to_nothing")))
# "Voted against cutting it": that kept it, and was no dissent.
VOTED_AGAINST_ENDING = phrases(words_for("filters", "voted_against_ending"))
# Beside the people of American places: their partner is Russian, and not these people.
WITH_A_RUSSIAN = phrases(words_for("filters", "with_a_russian"))
