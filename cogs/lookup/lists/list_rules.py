"""Whether a question asks for a list: an ordered table, of which the first row that holds decides. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.asked_list import (
    ALL_BUT,
    BY_STANDING,
    GROUP,
    IN_ORDER,
    LISTING,
    PAIRS,
    AskedList,
    asks_by_state,
    asks_for_all_places,
    asks_for_newest_changes,
)
from cogs.lookup.lists.lifetimes import asks_how_long_they_lived
from cogs.lookup.lists.regions_asked import asks_for_parts, part_of_russia, region_asked
from cogs.lookup.lists.unrecorded import unrecorded
from cogs.lookup.model import Trait
from cogs.lookup.reading.harmless import narrows_nothing
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.rules import Rule, decide
from cogs.lookup.reading.subjects_asked import subjects_of
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.reading.whose_word import whose_word
from cogs.lookup.ukraine.ukraine import is_ukrainian
from db.record.levels import Level
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import CUT

# Whether a place is one of those that are listed.
_MEMBER = said_in_all("lists", "member")
# Whether any is left is asked of a state's ties, and not of the state's own alone.
_ANY_LEFT = said_for("lists", "list_rules", "any_left")
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3
# So many words that ask for a number and nothing else ask for that of all ties.
_FEW = 6
# So many other words at most stand beside what narrows a list, unless the question speaks of ties.
_MOST_BESIDE = 2
_TIES_COUNTED = said_for("lists", "list_rules", "ties_counted")
# "What is the closest vote" asks for one of a list, and for no meaning.
_WHATS_THE_MOST = re.compile(r"\b(?:whats|what is|what was|what s) the (?:\w+ )?(?:\w{3,}est|most|first|last) \w+")
# American places are counted, or those of the record.
_OF_RECORD = said_for("lists", "list_rules", "of_record")
# A person is asked for, and what was said, not ties.
_WHO_SAID_IT = said_for("lists", "list_rules", "who_said_it")
_STATES_NAMED = said_for("lists", "list_rules", "states_named")


def _names_nothing_asked(it: AskedList) -> bool:
    named = any(mention.places for mention in it.question.mentions)
    return named and it.found == Resolution() and not (it.question.on_subject or it.question.all_states)


def _is_of_places(it: AskedList) -> bool:
    return bool(it.found.paired or it.found.wrong or it.found.named_below_state)


def counts_those_of_a_state(question: Question, found: Resolution) -> bool:
    """Whether it is asked how many ties a state has, or for its places: all in it, though the state has its own."""
    own = found.paired and all(tie.level is Level.SISTER_STATE for tie in found.paired)
    if not (own and question.all_states):
        return False
    compared = question.narrowing.compares and len(question.states) > 1
    return compared or _TIES_COUNTED.search(question.joined) is not None or asks_for_all_places(question)


def _narrows_well(it: AskedList) -> bool:
    """Whether more is asked that ties have than is said of anything else."""
    return it.question.on_subject or it.several or it.besides <= _MOST_BESIDE * it.signs


def _names_none(it: AskedList) -> bool:
    """Whether a word that fits nothing is no name that is asked about, but one of many words beside a filter."""
    question = it.question
    names = any(word[0].isupper() and not word.isupper() for word in question.unknown)
    narrowing = question.narrowing
    # A standing alone may be said of anything: "how long is a draft kept".
    of_ties = question.authorities or question.levels or question.period or narrowing.traits or narrowing.kinds
    counted = narrowing.sort or narrowing.share or it.intents & LISTING
    told = bool(of_ties or ((question.standings or narrowing.sort) and counted))
    return told and not names and len(question.words) > _MOST_OF_A_NAME and _narrows_well(it)


def _asks_for_an_order(it: AskedList) -> bool:
    return bool(it.intents & IN_ORDER or it.question.narrowing.ranks)


LIST_RULES: Sequence[Rule[AskedList]] = (
    Rule(
        lambda it: bool(it.region),
        True,
        "ties with cities in Stavropol region",
        lambda it: bool((it.question.all_states or it.found.paired) and not it.of_region),
    ),
    Rule(
        lambda it: it.question.narrowing.to_come,
        True,
        "чи очікуються слухання",
        lambda it: bool(it.found.paired or it.found.alone or it.found.without_tie or it.found.elsewhere),
    ),
    Rule(
        lambda it: it.in_the_time_of_another,
        False,
        "who cut ties the same week as Vermont",
    ),
    Rule(
        lambda it: asks_how_long_they_lived(it.question),
        True,
        "which ended tie had the shortest life",
        _is_of_places,
    ),
    Rule(
        lambda it: it.is_divided,
        True,
        "decisions of 2022 by month, councils only",
        _is_of_places,
    ),
    Rule(
        lambda it: it.question.narrowing.without_ties,
        True,
        "what states have none",
        # "Why has Portland in the state of Maine done nothing" asks for no states.
        _is_of_places,
    ),
    Rule(
        lambda it: bool(part_of_russia(it.question)),
        True,
        "anything with Kamchatka, Chukotka, Sakhalin, Far East in general",
        lambda it: (
            not (it.several or it.question.on_subject or asks_for_parts(it.question))
            or (_is_of_places(it) and not it.counts_region)
        ),
    ),
    Rule(
        lambda it: any(map(is_ukrainian, it.found.without_tie)),
        False,
        "connecticut towns and donbas, I heard there's several",
        lambda it: "russia" in it.question.joined,
    ),
    Rule(
        lambda it: it.question.narrowing.counts_places and _OF_RECORD.search(it.question.joined) is not None,
        True,
        "how many us communities are in your list",
        lambda it: _is_of_places(it) or bool(subjects_of(it.question)),
    ),
    Rule(
        lambda it: it.question.narrowing.counts_states,
        True,
        "у скількох штатах є хоча б одне побратимство з росіянами",
        lambda it: _is_of_places(it) or bool(subjects_of(it.question)),
    ),
    Rule(
        lambda it: bool(it.found.denied) and ALL_BUT.search(it.question.joined) is not None,
        True,
        "give me the list without Moscow",
        _is_of_places,
    ),
    Rule(
        lambda it: len(it.found.alone) == 1 and asks_how_long(it.question) and not it.noun,
        False,
        "how many days after the invasion did Maryland act",
        # "Between Iowa and Wisconsin, which has more".
        lambda it: it.question.narrowing.compares and len(it.question.states) > 1,
    ),
    Rule(_names_nothing_asked, False, "I studied in Kazan in 2009, loved the metro"),
    Rule(
        _is_of_places,
        False,
        "BTV yaroslavl",
        lambda it: counts_those_of_a_state(it.question, it.found),
    ),
    Rule(
        lambda it: it.question.narrowing.sort is not None and bool(it.question.all_states),
        True,
        "Iowa ties sorted by year",
    ),
    Rule(
        lambda it: (
            asks_by_state(it.question)
            and bool(it.question.all_states or it.question.standings or Intent.LIST in it.intents)
        ),
        True,
        "New England altogether? broken down by state if you can",
    ),
    Rule(
        lambda it: (
            bool(it.found.without_tie and it.question.standings) and _MEMBER.search(it.question.joined) is not None
        ),
        True,
        "okay so the *unconfirmed* bucket – how big, and is Seattle in it",
    ),
    Rule(
        lambda it: BY_STANDING.search(it.question.joined) is not None and not it.found.alone,
        True,
        "I need, for a legislative memo, the count by status and the date of the count.",
    ),
    Rule(lambda it: _asks_what_words_mean(it.question), False, "what does 'on one report' mean"),
    Rule(
        lambda it: bool(it.found.alone) and not it.several,
        False,
        "when did Maryland end it",
        lambda it: (
            (it.question.narrowing.compares and len(it.question.states) > 1)
            or (bool(it.question.states_within) and it.narrowed)
            or _ANY_LEFT.search(it.question.joined) is not None
            or it.names_states_without_own_tie
        ),
    ),
    Rule(
        lambda it: bool(it.question.all_states),
        True,
        "number of ties in WA vs OR",
        lambda it: (
            bool(subjects_of(it.question))
            and Intent.COUNT not in it.intents
            and not (subjects_of(it.question) == {Intent.ACT} and asks_for_all_places(it.question))
        ),
    ),
    Rule(lambda it: bool(it.question.all_states), False, "ukraine partners in ohio"),
    Rule(
        # What those of a kind gave as their reasons is told with the list of them.
        lambda it: (
            Intent.REASONS in it.intents
            and Intent.CLAIM not in it.intents
            and subjects_of(it.question) == {Intent.END_CASE}
            and bool(set(it.question.standings) & CUT)
            and bool(it.question.narrowing.traits or it.question.authorities)
        ),
        True,
        "why did the three governors end it",
    ),
    Rule(lambda it: bool(subjects_of(it.question)), False, "why not end them?"),
    Rule(lambda it: bool(it.found.without_tie or it.found.elsewhere), False, "Does Boise have a Russian sister city"),
    Rule(
        lambda it: it.unknown and not it.noun,
        False,
        "qwertyville status",
        lambda it: _names_none(it) or heads_with_standing(it.question) is not None,
    ),
    Rule(
        lambda it: Intent.BOT in it.intents and it.besides >= _MOST_BESIDE,
        False,
        "як швидко ви дізнаєтесь про рішення ради",
        lambda it: (
            bool(it.question.narrowing.traits)
            or bool(it.question.standings and it.question.narrowing.share)
            or (bool(it.question.standings) and it.noun and Intent.LIST in it.intents and it.question.on_subject)
            or bool(it.question.standings and (it.question.authorities or it.question.narrowing.kinds))
            or (bool(it.intents & IN_ORDER) and GROUP.search(it.question.joined) is not None)
            or bool(it.question.narrowing.kinds and it.question.authorities)
            or bool(it.question.standings and _STATES_NAMED.search(it.question.joined))
            or (bool(it.intents & IN_ORDER) and it.noun and it.question.on_subject)
            or (
                bool(it.question.standings)
                and (Intent.COUNT in it.intents or (it.noun and it.question.period is not None))
            )
        ),
    ),
    Rule(
        lambda it: _WHO_SAID_IT.search(it.question.joined) is not None,
        False,
        "somebody on the council said it was good to suspend because it is not ending. who was that",
        lambda it: bool(it.question.standings and it.intents & LISTING),
    ),
    Rule(
        lambda it: it.narrowed, True, "refused first, then did it anyway. which ones?", lambda it: not _narrows_well(it)
    ),
    Rule(lambda it: it.narrowed, False, "my grant was suspended because our dean resigned and the lab closed"),
    Rule(
        _asks_for_an_order,
        True,
        "latest change?",
        lambda it: not it.question.on_subject and it.besides > _MOST_BESIDE * max(0, it.signs - 1),
    ),
    Rule(
        lambda it: asks_for_newest_changes(it.question),
        True,
        "what are the most recent updates",
    ),
    Rule(
        lambda it: bool(it.intents & {Intent.EVERYTHING, Intent.COUNT}),
        True,
        "total number of ties?",
        lambda it: (
            not all(map(narrows_nothing, it.question.asides))
            or (len(it.question.words) > _FEW and not it.question.on_subject)
        ),
    ),
    Rule(
        lambda it: it.noun and it.question.on_subject and bool(unrecorded(it.question)),
        True,
        "college towns with russian ties?",
    ),
    Rule(
        lambda it: it.noun and it.question.on_subject and bool(it.intents & LISTING),
        True,
        "which ties are richest",
    ),
)


def asks_for_list(question: Question, found: Resolution, register: Register) -> bool:
    """Whether ties are asked for by state, region, standing, time or count rather than by name."""
    return decide(LIST_RULES, AskedList(question, found, region_asked(question, register)))


def _asks_what_words_mean(question: Question) -> bool:
    """Whether a meaning is asked for, or how the bot knows, or which place has most; "versus" may compare states."""
    asked = question.intents & {Intent.MEANING, Intent.ABOUT, Intent.BY_STATE}
    aged = question.narrowing.average or (question.narrowing.sort and Intent.BY_STATE not in asked)
    if aged and question.standings:
        return False
    if asked == {Intent.MEANING} and question.authorities and (question.narrowing.decided or question.narrowing.how):
        # "Де рішення ухвалив сам мер? Хочу показати, що так можна".
        return False
    if asked == {Intent.MEANING} and question.standings and (whose_word(question) or question.narrowing.rests):
        # "The ones that live just because a club says so" asks for no meaning.
        return False
    of_pairs = question.on_subject and PAIRS.search(question.joined) is not None
    if asked == {Intent.ABOUT} and of_pairs and Trait.ONE_REPORT in question.narrowing.traits:
        # "Ties where only one local paper is your source".
        return False
    if Intent.MEANING in asked and _WHATS_THE_MOST.search(question.joined):
        return False
    if asked == {Intent.MEANING} and question.all_states and len(question.standings) not in {1, 2}:
        return False
    if asked == {Intent.ABOUT} and question.all_states and question.standings:
        # "Who's still active in New York, and how do you know": each row says by whose word.
        return False
    if question.narrowing.compares and asked == {Intent.MEANING} and _holds_more_than_words(question):
        return False
    counted = question.narrowing.traits or Intent.COUNT in question.intents
    if counted and question.narrowing.compares and Intent.BY_STATE not in asked:
        return False
    return bool(asked) and not (question.narrowing.compares and len(question.states) > 1)


def _holds_more_than_words(question: Question) -> bool:
    """Whether times, firsts or ways of deciding are held against each other: "2022 vs 2023", "by vote vs by letter"."""
    in_order = question.intents & {Intent.EARLIEST, Intent.LATEST, Intent.SEQUENCE, Intent.COUNT}
    return bool(question.period or in_order or question.narrowing.how or question.authorities)
