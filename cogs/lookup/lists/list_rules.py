"""Whether a question asks for a list: an ordered table, of which the first row that holds decides. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.division_reading import Division, Form, division_asked
from cogs.lookup.lists.lifetimes import asks_how_long_they_lived
from cogs.lookup.lists.regions_asked import asks_for_parts, claims_of_a_tie, names_region, part_of_russia, region_asked
from cogs.lookup.lists.unrecorded import unrecorded
from cogs.lookup.model import How, SortBy, Trait
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.harmless import is_harmless, narrows_nothing, said_of_asker
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import DECIDERS, HAPPENED, SEVERAL, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.rules import Rule, decide
from cogs.lookup.reading.vocabulary import OF_TALKING, of_all_languages, words_for
from cogs.lookup.reading.whose_word import whose_word, words_of_deciders, words_of_whose
from cogs.lookup.ukraine.ukraine import is_ukrainian
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import CUT
from db.record.text import normalise
from db.record.values import value

SUBJECT_INTENTS = frozenset(
    {Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES, Intent.PETITION, Intent.UKRAINE, Intent.ACT}
)
_LISTING = frozenset({Intent.LIST, Intent.COUNT})
# Groups that only a list is divided into, and what is asked of groups that only a list tells.
_TOLD_BY_LISTS = frozenset({Division.DECADE, Division.DAY, Division.LEVEL})
_TOLD_OF_LISTS = frozenset({Form.SAME, Form.EVERY_STANDING})
# Who names so many standings asks for all of them.
NEARLY_ALL = 4
_IN_ORDER = frozenset({Intent.LATEST, Intent.EARLIEST, Intent.FOUNDED})
BY_STATE = phrases("\n".join(of_all_languages("lists", "by_state")))
BY_STANDING = phrases("\n".join(of_all_languages("lists", "by_standing")))
# Whether a place is one of those that are listed.
MEMBER = phrases("\n".join(of_all_languages("lists", "member")))
# Whether any is left is asked of a state's ties, and not of the state's own alone.
_ANY_LEFT = phrases(words_for("lists", "list_rules", "any_left"))
# The newest word on each tie is asked of, and no other word.
LAST_WORD = phrases("\n".join(of_all_languages("lists", "last_word")))
# All ties are meant, though nothing names them.
GROUP = phrases("\n".join(of_all_languages("lists", "group")))
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3
# So many words that ask for a number and nothing else ask for that of all ties.
_FEW = 6
# So many other words at most stand beside what narrows a list, unless the question speaks of ties.
_MOST_BESIDE = 2
# "All ties with Stavropol Krai" asks for more than the one of the region itself.
_TIES_OF_REGION = phrases(words_for("lists", "list_rules", "ties_of_region"))
_TIES_COUNTED = phrases(words_for("lists", "list_rules", "ties_counted"))
_ALL_PLACES = phrases(words_for("lists", "list_rules", "all_places"))
_BESIDE_ANOTHER = phrases(words_for("lists", "list_rules", "beside_another"))
_IN_THE_TIME_OF = phrases(words_for("lists", "list_rules", "in_the_time_of"))
# "What is the closest vote" asks for one of a list, and for no meaning.
_WHATS_THE_MOST = re.compile(r"\b(?:whats|what is|what was|what s) the (?:\w+ )?(?:\w{3,}est|most|first|last) \w+")
# American places are counted, or those of the record.
_OF_RECORD = phrases(words_for("lists", "list_rules", "of_record"))
# A person is asked for, and what was said, not ties.
_WHO_SAID_IT = phrases(words_for("lists", "list_rules", "who_said_it"))
# A whole list is asked for, but for somebody: "the list without Moscow".
ALL_BUT = phrases(words_for("lists", "list_rules", "all_but"))
# More than the town that is named beside a region.
_ALL_OF_IT = phrases(words_for("lists", "list_rules", "all_of_it"))
_STATES_NAMED = phrases(words_for("lists", "list_rules", "states_named"))
_WHERE = phrases(words_for("lists", "list_rules", "where"))
_PAIRS = phrases(words_for("lists", "list_rules", "pairs"))
_BY_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})
# Countries are meant, and no opinions.
_OF_THE_WAR = phrases(words_for("lists", "list_rules", "sides_of_the_war"))
# Places are asked for by who decided there, as it was: "where did a nonprofit decide".
_ASKS_WHO = phrases(words_for("lists", "list_rules", "asks_who_decided"))
# Places are asked for, and no people.
OF_PLACES = phrases(words_for("lists", "list_rules", "of_places"))


@value
class AskedList:
    """A question with its names matched, as the rows look at it."""

    question: Question
    found: Resolution
    region: str

    @property
    def intents(self) -> frozenset[Intent]:
        """What is asked, by its name."""
        return self.question.intents

    @property
    def noun(self) -> bool:
        """Whether several ties or places are spoken of."""
        return SEVERAL.search(self.question.joined) is not None

    @property
    def several(self) -> bool:
        """Whether several are asked for."""
        return self.noun or bool(self.intents & _LISTING)

    @property
    def of_region(self) -> bool:
        """Whether the ties of a Russian region are asked for in so many words, whatever else is named like it."""
        return _TIES_OF_REGION.search(self.question.joined) is not None

    @property
    def in_the_time_of_another(self) -> bool:
        """Whether it is asked what was done on the day, or in the week, of what the place did that is named."""
        placed = any(named.places for named in self.question.mentions)
        asked = _IN_THE_TIME_OF.search(self.question.joined) or _BESIDE_ANOTHER.search(self.question.joined)
        return placed and asked is not None

    @property
    def counts_region(self) -> bool:
        """Whether it is asked how many ties a region has that is named: not of the one that bears its name."""
        joined = self.question.joined
        asked = (
            Intent.COUNT in self.intents or _PAIRS.search(joined) is not None or _ALL_OF_IT.search(joined) is not None
        )
        return asked and names_region(self.question) and not claims_of_a_tie(self.question)

    @property
    def names_states_without_own_tie(self) -> bool:
        """Whether states that have no tie of their own are named beside one that has: its tie is not all of them."""
        own = {place.state for named in self.found.alone if named.is_state for place in named.places}
        return bool(own) and not {*self.question.states} <= own

    @property
    def narrowed(self) -> bool:
        """Whether anything narrows a list."""
        question = self.question
        return bool(
            question.standings
            or question.authorities
            or question.period
            or question.levels
            or question.narrowing.narrows
            or self.decided_by
            or question.excluded_states
            or part_of_russia(question)
        )

    @property
    def decided_by(self) -> bool:
        """Whether decisions are asked for by who made them: "where staff made the call", "решения одного мэра"."""
        narrowing = self.question.narrowing
        asks = _ASKS_WHO.search(self.question.joined) is not None
        if not (narrowing.decided and (self.noun or narrowing.how or asks)):
            return False
        # "Who decided by executive fiat": whoever may, by whom it is asked.
        unnamed = narrowing.how is How.WORD and asks and not narrowing.by_word
        return unnamed or any(words.search(self.question.joined) for words in DECIDERS.values())

    @property
    def is_divided(self) -> bool:
        """Whether groups are asked for of a list that more than a standing narrows, or by what alone a list tells."""
        asked, narrowing = division_asked(self.question), self.question.narrowing
        if asked is None or (asked.by is Division.STATE and asked.form is Form.EACH):
            return False
        kinds = bool(narrowing.traits or narrowing.kinds or narrowing.how or narrowing.over or narrowing.under)
        by_whom = self.question.authorities or any(it.search(self.question.joined) for it in DECIDERS.values())
        narrowed = kinds or self.question.period or by_whom or part_of_russia(self.question)
        alone = asked.by in _TOLD_BY_LISTS or asked.form in _TOLD_OF_LISTS
        alone = alone or (asked.form is Form.SO_MANY and len(self.question.standings) > 1)
        made = asked.by is Division.YEAR_MADE and bool(self.question.standings)
        ranked = asked.form is not Form.EACH and Intent.BY_STATE not in self.intents
        return bool(alone or made or ranked or narrowed)

    @property
    def signs(self) -> int:
        """How many things are asked that only ties have, or that are asked of several: standings, times, an order."""
        question, narrowing = self.question, self.question.narrowing
        asked: tuple[object, ...] = (
            *question.standings, *question.authorities, *question.levels, *narrowing.kinds, *narrowing.traits,
            *narrowing.not_so, question.period, part_of_russia(question), self.several, GROUP.search(question.joined),
            narrowing.by_grade or narrowing.by_word or narrowing.average, narrowing.conditions,
            narrowing.how, narrowing.sort, narrowing.most, narrowing.share, narrowing.decided, narrowing.hearing,
            narrowing.over or narrowing.under, self.intents & _IN_ORDER, HAPPENED.search(question.joined),
        )  # fmt: skip
        return sum(map(bool, asked))

    @property
    def unknown(self) -> bool:
        """Whether a word looks like a name and fits nothing, and may narrow a list."""
        words = [word for word in self.question.unknown if not narrows_nothing(word)]
        beside = said_of_asker(self.question.text, self.question.words) if words else frozenset()
        return any(normalise(word) not in beside for word in words)

    @property
    def besides(self) -> int:
        """How many words say something else."""
        others = [word for word in {*map(str.casefold, self.question.asides)} - OF_TALKING if not is_harmless(word)]
        # Whose word counts is asked of ties.
        asked = self.question.standings or self.question.narrowing.decided
        known = words_of_whose(self.question) if others and asked else frozenset()
        if others and asked:
            known |= words_of_deciders(self.question.joined, Authority)
        return sum(normalise(word) not in known for word in others)


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


def asks_for_all_places(question: Question) -> bool:
    """Whether all places of a kind are asked for: "every mayor in Iowa"; who writes to each is told which they are."""
    return _ALL_PLACES.search(question.joined) is not None


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
    counted = narrowing.sort or narrowing.share or it.intents & _LISTING
    told = bool(of_ties or ((question.standings or narrowing.sort) and counted))
    return told and not names and len(question.words) > _MOST_OF_A_NAME and _narrows_well(it)


def _asks_for_an_order(it: AskedList) -> bool:
    return bool(it.intents & _IN_ORDER or it.question.narrowing.ranks)


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
            bool(it.found.without_tie and it.question.standings) and MEMBER.search(it.question.joined) is not None
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
            or (bool(it.intents & _IN_ORDER) and GROUP.search(it.question.joined) is not None)
            or bool(it.question.narrowing.kinds and it.question.authorities)
            or bool(it.question.standings and _STATES_NAMED.search(it.question.joined))
            or (bool(it.intents & _IN_ORDER) and it.noun and it.question.on_subject)
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
        lambda it: bool(it.question.standings and it.intents & _LISTING),
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
        lambda it: it.noun and it.question.on_subject and bool(it.intents & _LISTING),
        True,
        "which ties are richest",
    ),
)


def asks_for_list(question: Question, found: Resolution, register: Register) -> bool:
    """Whether ties are asked for by state, region, standing, time or count rather than by name."""
    return decide(LIST_RULES, AskedList(question, found, region_asked(question, register)))


def asks_for_counts(question: Question) -> bool:
    """Whether it is asked how many ties stand in each way, by a word for that or by naming nearly all of them."""
    several = len(question.standings) >= NEARLY_ALL and not question.excluded_standings
    return several or BY_STANDING.search(question.joined) is not None


def asks_by_state(question: Question) -> bool:
    """Whether a list is asked for state by state, and not which state has most."""
    return Intent.BY_STATE in question.intents and BY_STATE.search(question.joined) is not None


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
    of_pairs = question.on_subject and _PAIRS.search(question.joined) is not None
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


def subjects_of(question: Question) -> frozenset[Intent]:
    """The subjects that a question asks for, without those whose words are said of the ties that it lists."""
    asked = question.intents & SUBJECT_INTENTS
    if question.narrowing.sort and question.narrowing.most and question.standings:
        # "The five largest of the unconfirmed, to know where to write first".
        asked -= {Intent.ACT}
    if question.narrowing.sort and question.narrowing.sort[0] in _BY_SIZE:
        # "The least populated place, either side": of the two places of a tie.
        asked -= {Intent.BOTH_SIDES}
    if Trait.UKRAINIAN_PARTNER in question.narrowing.traits and _OF_THE_WAR.search(question.joined):
        # "With a Ukrainian partner too, i.e. both sides of the war".
        asked -= {Intent.BOTH_SIDES}
    told_apart = heads_with_standing(question) or (question.standings and Trait.UNANIMOUS in question.narrowing.traits)
    if told_apart or (question.narrowing.kinds and (question.narrowing.how or SEVERAL.search(question.joined))):
        asked -= {Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES}
    if question.standings and _WHERE.search(question.joined) and whose_word(question):
        # "Where did only the association speak up for keeping it" asks for ties, and for no arguments.
        asked -= {Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES}
    if question.standings and Trait.CONDITION in question.narrowing.traits:
        # "Which suspensions say what would lift them, and which mention Ukraine's territory".
        asked -= {Intent.UKRAINE}
    return (
        asked - {Intent.UKRAINE}
        if Trait.UKRAINIAN_PARTNER in (*question.narrowing.traits, *question.narrowing.not_so)
        else asked
    )
