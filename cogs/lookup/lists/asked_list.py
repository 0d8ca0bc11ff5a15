"""A question as the rules of lists look at it: what narrows a list, what divides it, and what is said besides. Pure."""

from __future__ import annotations

from cogs.lookup.lists.division_reading import Division, Form, division_asked
from cogs.lookup.lists.regions_asked import claims_of_a_tie, names_region, part_of_russia
from cogs.lookup.model import How
from cogs.lookup.reading.harmless import is_harmless, narrows_nothing, said_of_asker
from cogs.lookup.reading.intents import DECIDERS, HAPPENED, SEVERAL, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, said_for, said_in_all
from cogs.lookup.reading.whose_word import words_of_deciders, words_of_whose
from db.record.authorities import Authority
from db.record.resolver import Resolution
from db.record.text import normalise
from db.record.values import value

LISTING = frozenset({Intent.LIST, Intent.COUNT})
# Groups that only a list is divided into, and what is asked of groups that only a list tells.
_TOLD_BY_LISTS = frozenset({Division.DECADE, Division.DAY, Division.LEVEL})
_TOLD_OF_LISTS = frozenset({Form.SAME, Form.EVERY_STANDING})
# Who names so many standings asks for all of them.
NEARLY_ALL = 4
IN_ORDER = frozenset({Intent.LATEST, Intent.EARLIEST, Intent.FOUNDED})
_BY_STATE = said_in_all("lists", "by_state")
BY_STANDING = said_in_all("lists", "by_standing")
# All ties are meant, though nothing names them.
GROUP = said_in_all("lists", "group")
# "All ties with Stavropol Krai" asks for more than the one of the region itself.
_TIES_OF_REGION = said_for("lists", "asked_list", "ties_of_region")
_ALL_PLACES = said_for("lists", "asked_list", "all_places")
_NEWEST_CHANGES = said_for("lists", "asked_list", "newest_changes")
_BESIDE_ANOTHER = said_for("lists", "asked_list", "beside_another")
_IN_THE_TIME_OF = said_for("lists", "asked_list", "in_the_time_of")
# A whole list is asked for, but for somebody: "the list without Moscow".
ALL_BUT = said_for("lists", "asked_list", "all_but")
# More than the town that is named beside a region.
_ALL_OF_IT = said_for("lists", "asked_list", "all_of_it")
PAIRS = said_for("lists", "asked_list", "pairs")
# Places are asked for by who decided there, as it was: "where did a nonprofit decide".
_ASKS_WHO = said_for("lists", "asked_list", "asks_who_decided")
# Places are asked for, and no people.
OF_PLACES = said_for("lists", "asked_list", "of_places")


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
        return self.noun or bool(self.intents & LISTING)

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
            Intent.COUNT in self.intents or PAIRS.search(joined) is not None or _ALL_OF_IT.search(joined) is not None
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
            narrowing.over or narrowing.under, self.intents & IN_ORDER, HAPPENED.search(question.joined),
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


def asks_for_counts(question: Question) -> bool:
    """Whether it is asked how many ties stand in each way, by a word for that or by naming nearly all of them."""
    several = len(question.standings) >= NEARLY_ALL and not question.excluded_standings
    return several or BY_STANDING.search(question.joined) is not None


def asks_by_state(question: Question) -> bool:
    """Whether a list is asked for state by state, and not which state has most."""
    return Intent.BY_STATE in question.intents and _BY_STATE.search(question.joined) is not None


def asks_for_newest_changes(question: Question) -> bool:
    """Whether the newest changes are asked for: "give me the three newest changes"."""
    return _NEWEST_CHANGES.search(question.joined) is not None


def asks_for_all_places(question: Question) -> bool:
    """Whether all places of a kind are asked for: "every mayor in Iowa"; who writes to each is told which they are."""
    return _ALL_PLACES.search(question.joined) is not None
