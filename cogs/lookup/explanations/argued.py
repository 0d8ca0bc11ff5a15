"""Which argument for or against the ties a text makes, asks for or wants answered, known by its meaning. Pure.

An argument is a combination of concepts (``data/vocabulary/arguments.toml``), however each of them is put.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from typing import Any

from cogs.lookup.explanations.concepts_said import ANSWERED, ARGUMENT, concepts_in
from cogs.lookup.people.sayings import REBUT, WHOSE, sayings_asked
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, phrases
from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.intents import ASKING, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import is_quoted
from db.record.act_kinds import ActKind
from db.record.explanations import Explanation
from db.record.models import Country
from db.record.values import value
from db.record.vocabulary import vocabulary

# What only shows that an argument is spoken of, and not which.
_STATED = "stated"
_OF_ANY = frozenset({ARGUMENT, ANSWERED, _STATED})
# Words in quotation marks, two and more.
_WHO = LATE.compile(r"\b(?:who|whose|хто|кто)\b")
_QUOTED = LATE.compile(r"[“\"«„][^“”\"«»„]*\s[^“”\"«»„]*[”\"»“]")
_SHAPES = {ARGUMENT: WHOSE, ANSWERED: REBUT}
# Two things said in one breath; by so many concepts the other is surely meant.
_IN_ONE_BREATH = LATE.compile(r"\b(?:and|plus|also|but|that|which|while|и|та|але|но|котор\w*|яки\w*|яка)\b")
_SEVERAL_CONCEPTS = 2
# What is argued from other countries.
_OF_OTHER_COUNTRIES = "other-regimes"
# What is said for the other side as a whole, and so against the petition.
_AGAINST_PETITION = "why-keep"
# What is said on both sides: a summary of it is no count.
OF_BOTH = "both-sides"
# What is said for a side as a whole.
_OF_A_SIDE = frozenset({"why-keep", "why-end"})
OF_SIDES = _OF_A_SIDE | {OF_BOTH}
# What is argued of Washington, which is the name of a state too; and of the people of a Russian place.
_OF_WASHINGTON = "foreign-policy"
_OF_PEOPLE = frozenset({"ordinary-russians", "russians-behind-the-war", "old-friends", "last-channel", "war-crimes"})
# Ties are asked for, or something else that has answers of its own.
_OF_OTHERS = frozenset({
    Intent.COUNT, Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE, Intent.BY_STATE, Intent.VOTE,
})  # fmt: skip

# What a text may seem to ask for that only says what somebody thinks; so many words say something.
_OF_OPINIONS = frozenset({
    Intent.SAID, Intent.KEEP_CASE, Intent.END_CASE, Intent.ARGUING, Intent.EVERYTHING, Intent.OWN, Intent.UKRAINE,
})  # fmt: skip
_SHORTEST = 3


@value
class Argument:
    """An argument: the id of the answer on it, its ``combinations`` of concepts, and what was said for it."""

    answer: str
    combinations: tuple[frozenset[str], ...]
    said: tuple[str, ...] = ()

    def fits(self, concepts: Set[str]) -> int:
        """Of how many telling concepts its fullest combination is that is among these; 0 where none is."""
        return max((len(each - _OF_ANY) for each in self.combinations if each <= concepts), default=0)


@cache
def arguments() -> tuple[Argument, ...]:
    """All arguments that are known by their meaning, in their order."""
    rows: list[Mapping[str, Any]] = vocabulary("arguments")["argument"]
    return tuple(
        Argument(row["answer"], tuple(frozenset(each.split()) for each in row["of"]), tuple(row.get("said", ())))
        for row in rows
    )


@cache
def _asks() -> Mapping[str, Phrases]:
    return {
        name: _phrases(vocabulary("arguments")[name]) for name in ("asks_for_ties", "asks_for_partners", "asks_who")
    }


def _phrases(said: Iterable[str]) -> Phrases:
    return phrases("\n".join(said))


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def argument_in(joined: str, *, stated: bool = False) -> Argument | None:
    """The argument of which most stands in normalised words; of several as full, the first. None for no argument.

    ``stated``: they are said and ask nothing.
    """
    found = concepts_in(joined)
    if not found:
        return None
    shapes = {name for name, asks in _SHAPES.items() if asks.search(joined)} | ({_STATED} if stated else set())
    best = max(_fitting(found | shapes), key=lambda each: each[0], default=None)
    return best[1] if best else None


def _fitting(concepts: Set[str]) -> Iterator[tuple[int, Argument]]:
    for each in arguments():
        if fit := each.fits(concepts):
            yield fit, each


def argument_of(question: Question, answered: Explanation | None = None) -> Argument | None:
    """The argument that a question is about: the one that is ``answered`` already, if it is one, else by its meaning.

    None where it asks for ties, or of a place or somebody.
    """
    if _asks_for_ties(question) or question.speakers or _quotes(question) or _asks_for_ukrainian_ties(question):
        return None
    if Intent.CLAIM in question.intents and ActKind.RESUMED in question.narrowing.kinds:
        # "They say cities are going back to their partners" is held against the record.
        return None
    if not _countries_named(question) <= {Country.RU}:
        # Most name a place of ours, beside which none is meant.
        return None
    found = argument_in(question.joined, stated=_states(question))
    if question.intents & _OF_OTHERS and not (found and found.answer == OF_BOTH):
        return None
    if Intent.PETITION in question.intents and not (found and found.answer == _AGAINST_PETITION):
        return None
    if not _may_name(question, found) or (found and _rules_out_speakers(question)):
        return None
    if answered is None or (found and found.answer == answered.id):
        return found
    if answered.id in _OF_A_SIDE:
        return None
    return next((each for each in arguments() if each.answer == answered.id), None)


def argument_beside(question: Question, told: Explanation) -> Argument | None:
    """Another argument than the one that is ``told``, made in the same breath: "only symbolic, and hurts students"."""
    if told.id in OF_SIDES or _IN_ONE_BREATH.search(question.joined) is None:
        return None
    found = argument_of(question)
    surely = found is not None and found.answer not in {told.id, *OF_SIDES, *told.see}
    return found if found and surely and found.fits(concepts_in(question.joined)) >= _SEVERAL_CONCEPTS else None


def _rules_out_speakers(question: Question) -> bool:
    """Whether what was said is asked for, but not by some: "talking points, no politicians" is no argument."""
    said = sayings_asked(question)
    return said is not None and bool(said.without or said.speakers_out or said.unanswered)


def _states(question: Question) -> bool:
    """Whether a text only says something, of no place and nobody: "potholes first, then diplomacy"."""
    if "?" in question.text or len(question.words) < _SHORTEST or question.intents - _OF_OPINIONS:
        return False
    narrowed = question.standings or question.period or question.narrowing.narrows
    asks = ASKING.search(question.joined)
    named = question.mentions or question.all_states
    return not (narrowed or named) and (asks is None or question.joined.count(" ", 0, asks.start()) >= _SHORTEST)


def asks_for_ties(joined: str) -> bool:
    """Whether normalised words begin as what asks for ties, whatever else stands beside it."""
    return _asks()["asks_for_ties"].search(joined) is not None


def _asks_for_ties(question: Question) -> bool:
    joined = question.joined
    if question.by_meaning or asks_for_ties(joined):
        return True
    asks_who = _asks()["asks_who"].search(joined) is not None and WHOSE.search(joined) is None
    return asks_who and bool(question.standings)


def _asks_for_ukrainian_ties(question: Question) -> bool:
    """Whether the partners of a Ukrainian place are asked for: "which American city got paired with Bucha"."""
    named = any(place.country is Country.UA for mention in question.mentions for place in mention.others)
    return named and _asks()["asks_for_partners"].search(question.joined) is not None


def _quotes(question: Question) -> bool:
    """Whether it is asked whose the words in quotation marks are: those very words are looked for."""
    if REBUT.search(question.joined) is not None:
        return False
    asks_whose = WHOSE.search(question.joined) is not None and _QUOTED.search(question.text) is not None
    return asks_whose or (is_quoted(question) and _WHO.search(question.joined) is not None)


def _countries_named(question: Question) -> Set[Country]:
    return {
        place.country
        for mention in question.mentions
        if not (mention.weak or is_where_the_asker_is(question.words, mention.start, question.joined))
        for place in (mention.places or (() if mention.plain else mention.known))
        if place.country is not Country.UA
    }


def _names_states(question: Question) -> bool:
    """Whether states are named, and not the one alone where the asker is: "I live in Oregon. Why punish me"."""
    if len(question.states) != 1:
        return bool(question.states)
    words = question.words
    return not any(is_where_the_asker_is(words, at, question.joined) for at in range(1, len(words)))


def _may_name(question: Question, argument: Argument | None) -> bool:
    """Whether an argument can be meant beside what is named: of places, Russian ones whose people are spoken of."""
    named = _countries_named(question)
    if argument is None:
        return not (named or _names_states(question) or question.abroad)
    return (
        (not question.abroad or argument.answer == _OF_OTHER_COUNTRIES)
        and (argument.answer == _OF_WASHINGTON or not _names_states(question))
        and (not named or (named == {Country.RU} and argument.answer in _OF_PEOPLE))
    )
