"""Whether what a text asks can be answered without the sentences before and behind it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.answers.follow_ups import names_ties
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.reading.clause_roles import OF_MANY, PERSONS, REFERS, as_said, folded
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.scenes import asks_something
from cogs.lookup.reading.vocabulary import said_for, words_for
from cogs.lookup.ukraine.ukraine import is_ukrainian
from db.record.register import Register
from db.record.text import norms


def _words(of: str) -> frozenset[str]:
    return frozenset(map(folded, words_for("scenes", of).split("\n")))


_TO_ASKER = _words("points_to_asker")
_TO_OTHERS = _words("points_to_others")
_PRONOUNS = (REFERS | PERSONS) - _TO_ASKER - _TO_OTHERS
_OF_ONE = (PERSONS | frozenset(("it", "its", "це", "цього", "это", "этого"))) & _PRONOUNS
# In Ukrainian and Russian what is ours is declined.
_OUR = "наш"
# "Is there any way", "there are": nothing is pointed to.
_THERE = frozenset(("there", "theres"))
_BE = frozenset("is are was were be been isnt arent has".split())
_OF_THE_ASKER = said_for("scenes", "of_the_asker")
_LIVES = said_for("scenes", "lives")
_OF_MANY = frozenset({Intent.LIST, Intent.COUNT, Intent.EVERYTHING})
_FEW = 3


def stands_alone(asked: Question, whole: Question, text: str, register: Register) -> bool:
    """Whether what a text asks is understood without the sentences beside it, which are left out of ``asked``: it names
    what it is about, points back to nothing, and no name in it is settled by them.

    ``whole`` is what is read of the text with them.
    """
    if _points_back(asked) or whole.speakers != asked.speakers:
        return False
    more = _names(whole) > _names(asked)
    if not more and whole.period == asked.period:
        return True
    if more and _OF_THE_ASKER.search(asked.joined):
        return False
    settled = {it.typed: len(it.places) for it in whole.mentions if it.places}
    if any(len(it.places) > settled.get(it.typed, len(it.places)) for it in asked.mentions):
        return False
    if asked.mentions or asked.all_states or asked.speakers:
        return not _has_a_partner_beside(asked, whole, register)
    if _LIVES.search(" ".join(norms(text))):
        return False
    if _asks_for_several(asked) or not asks_something(asked.text, asked.words):
        return _asks_for_several(asked)
    # "Until when is it suspended" is asked of the place that is named beside it.
    tied = any(it.places for it in whole.mentions)
    return not tied or (phrased_by_words(asked) is not None and not asked.standings)


def _asks_for_several(asked: Question) -> bool:
    """Whether ties are asked for, or places: by a number or a list of them, or as "councils that changed course"."""
    if asked.asks_of_ties or asked.narrowing.sort or names_ties(asked):
        return True
    several = asked.intents & _OF_MANY or len(asked.standings) > 1
    named_first = any(as_said(word) in OF_MANY for word in asked.words[:_FEW])
    return bool(asked.standings and several) or named_first


def _points_back(asked: Question) -> bool:
    """Whether words point to where somebody is, or to something before all that is named."""
    said = [as_said(word) for word in asked.words]
    if any(word in _TO_ASKER or word.startswith(_OUR) for word in said):
        return True
    first = min((it.start for it in asked.mentions), default=len(said))
    if any(word in _TO_OTHERS and not _is_there(said, i) for i, word in enumerate(said[:first])):
        return True
    if asked.all_states:
        return False
    if _asks_for_several(asked):
        # "Cities that kept it" point to nothing, but "is it still going" does.
        return any(word in _OF_ONE for word in said[: min(first, _FEW)])
    return any(word in _PRONOUNS for word in said[:first])


def _is_there(said: Sequence[str], i: int) -> bool:
    """Whether a word says only that something is: "are there any", "there were"."""
    beside = {*said[max(i - 1, 0) : i], *said[i + 1 : i + 2]}
    return said[i] in _THERE and not _BE.isdisjoint(beside)


def _names(question: Question) -> int:
    """How many places, states and countries a text names."""
    return len(question.mentions) + len(question.all_states) + len(question.abroad)


def _has_a_partner_beside(asked: Question, whole: Question, register: Register) -> bool:
    """Whether a place that only a sentence beside the question names has a tie with the place that is asked about, or
    may have one, as it is of Ukraine.
    """
    if len({country for it in asked.mentions for country in it.countries}) > 1:
        return False
    if any(map(is_ukrainian, whole.mentions)) and not any(map(is_ukrainian, asked.mentions)):
        return True
    own = {place.id for it in asked.mentions for place in it.places}
    beside = {place.id for it in whole.mentions for place in it.places} - own
    return any(not beside.isdisjoint((tie.us, tie.ru)) for it in own for tie in register.ties_of(it))
