"""What can be asked, and by which words: those are in ``data/vocabulary/{en,uk,ru}.toml``. Pure; data only."""

from __future__ import annotations

from enum import StrEnum

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import of_all_languages, slang_for, words_for
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.standings import CUT, Standing
from db.record.vocabulary import vocabulary


class Intent(StrEnum):
    """What is asked about the places named, or about the whole record."""

    WHEN = "when"
    COUNT = "count"
    LIST = "list"
    LATEST = "latest"
    EARLIEST = "earliest"
    FOUNDED = "founded"
    BEGINNING = "beginning"
    VOTE = "vote"
    BY_STATE = "by_state"
    EVERYTHING = "everything"
    SAID = "said"
    GREETING = "greeting"
    ABOUT = "about"
    MEANING = "meaning"
    ACT = "act"
    BOT = "bot"
    PETITION = "petition"
    UKRAINE = "ukraine"
    KEEP_CASE = "keep_case"
    END_CASE = "end_case"
    BOTH_SIDES = "both_sides"
    OWN = "own"
    REASONS = "reasons"
    WHY_IT_STANDS = "why_it_stands"
    WHY_UNDECIDED = "why_undecided"
    WORDS = "words"
    ARGUING = "arguing"
    CLAIM = "claim"
    STORY = "story"
    SEQUENCE = "sequence"


# Why a tie still stands, or nothing was decided on it.
WHYS = frozenset({Intent.WHY_IT_STANDS, Intent.WHY_UNDECIDED})
INTENTS = {intent: phrases("\n".join(of_all_languages("asks", intent))) for intent in Intent}

ASKED_STANDINGS = {
    it: phrases(f"{words_for('standings', 'plain', it)}\n{slang_for(it, decided=it in CUT)}") for it in Standing
}
ASKED_AUTHORITIES = {Authority(name): phrases(words_for("authorities", name)) for name in vocabulary("authorities")}
ASKED_LEVELS = {Level(name): phrases(words_for("levels", name)) for name in vocabulary("levels")}

DECIDERS = {
    authority: phrases("\n".join(words))
    for authority in Authority
    if (words := of_all_languages("deciders", authority))
}

SUBJECT = phrases("\n".join(of_all_languages("subject")))
STRONG_SUBJECT = phrases("\n".join(of_all_languages("strong_subject")))
ELSEWHERE = phrases("\n".join(of_all_languages("other_subjects")))
ASKING = phrases("\n".join(of_all_languages("asking")))
HOW_IS_IT = phrases("\n".join(of_all_languages("past", "how_is_it")))
ASKS_WHAT = phrases("\n".join(of_all_languages("asks_what")))
SIGNS = phrases("\n".join(of_all_languages("signs")))
SIGNS_ELSE = phrases("\n".join(of_all_languages("signs_else")))
ASKER_IS = phrases("\n".join(of_all_languages("asker_is")))
# Whether two names are of one place or of two.
ONE_OR_TWO = phrases("\n".join(of_all_languages("one_or_two")))
# What an old name has become.
NOW_CALLED = phrases("\n".join(of_all_languages("now_called")))
# What happened, or who did something, in a time.
HAPPENED = phrases("\n".join(of_all_languages("past", "happened")))
SIGNED = phrases("\n".join(of_all_languages("signed")))
KIN = phrases("\n".join(of_all_languages("kin")))
# Whom else a place is paired with, and besides whom.
OF_OTHERS = phrases("\n".join(of_all_languages("past", "of_others")))
BESIDES = phrases(words_for("questions", "intents", "besides"))
# Several ties or places are spoken of.
SEVERAL = phrases(words_for("questions", "intents", "several"))
