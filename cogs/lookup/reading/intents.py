"""What can be asked, and by which words: those are in ``data/vocabulary/{en,uk,ru}.toml``. Pure; data only."""

from __future__ import annotations

from enum import StrEnum

from cogs.lookup.phrases.patterns import any_of, phrases
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, said_in_all, slang_for, words_for
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
INTENTS = {intent: said_in_all("asks", intent) for intent in Intent}

ASKED_STANDINGS = {
    it: phrases(f"{words_for('standings', 'plain', it)}\n{slang_for(it, decided=it in CUT)}") for it in Standing
}
ASKED_AUTHORITIES = {Authority(name): said_for("authorities", name) for name in vocabulary("authorities")}
ASKED_LEVELS = {Level(name): said_for("levels", name) for name in vocabulary("levels")}

DECIDERS = {authority: any_of(words) for authority in Authority if (words := of_all_languages("deciders", authority))}

SUBJECT = said_in_all("subject")
STRONG_SUBJECT = said_in_all("strong_subject")
ELSEWHERE = said_in_all("other_subjects")
ASKING = said_in_all("asking")
HOW_IS_IT = said_in_all("past", "how_is_it")
ASKS_WHAT = said_in_all("asks_what")
SIGNS = said_in_all("signs")
SIGNS_ELSE = said_in_all("signs_else")
ASKER_IS = said_in_all("asker_is")
# Whether two names are of one place or of two.
ONE_OR_TWO = said_in_all("one_or_two")
# What an old name has become.
NOW_CALLED = said_in_all("now_called")
# What happened, or who did something, in a time.
HAPPENED = said_in_all("past", "happened")
SIGNED = said_in_all("signed")
KIN = said_in_all("kin")
# Whom else a place is paired with, and besides whom.
OF_OTHERS = said_in_all("past", "of_others")
BESIDES = said_for("questions", "intents", "besides")
# Several ties or places are spoken of.
SEVERAL = said_for("questions", "intents", "several")
