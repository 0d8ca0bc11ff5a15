"""Places that are called like a state whose ties are listed, and are not among those: New York City. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.lists import list_sentences
from cogs.lookup.model import TieFilter
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.names import place_name
from db.record.gazetteer import FAMOUS
from db.record.models import Country, OtherPlace, Place, UsState
from db.record.register import Register
from db.record.text import key

_CITY = "city"
# The state itself is meant.
_STATE = said_for("lists", "state_namesakes", "state")


def namesakes_of_state(chosen: TieFilter, question: Question, register: Register) -> list[str]:
    """That a place is called like the one state that is listed, and has a tie of its own or none; nothing where the
    list is narrowed by more than that, or the question says that the state is meant.
    """
    if len(chosen.states) != 1 or chosen.where or chosen != TieFilter(chosen.states):
        return []
    if _STATE.search(question.joined):
        return []
    state = register.record.states.get(chosen.states[0])
    return list(_sentences(state, register)) if state else []


def _sentences(state: UsState, register: Register) -> Iterator[str]:
    for item in register.gazetteer.exact(key(state.name)):
        elsewhere = isinstance(item, Place) and item.country is Country.US and item.state != state.code
        if elsewhere and isinstance(item, Place) and register.ties_of(item.id):
            yield list_sentences.another_place(place_name(item, register))
    for item in register.gazetteer.exact(key(f"{state.name} {_CITY}")):
        if isinstance(item, OtherPlace) and item.state == state.code and item.population > FAMOUS:
            yield list_sentences.city_without(item.name)
