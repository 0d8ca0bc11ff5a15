"""What the note on a tie tells of a place in another country: Durham in England, Cheltenham. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.english import capital, sentences_in
from db.record.elsewhere import Abroad
from db.record.models import Place, Tie
from db.record.register import Register
from db.record.text import key

# What a note calls a country, and how a question speaks of it.
_COUNTRIES = {
    called: said_for("questions", "namesakes_abroad", name)
    for called, name in (("England", "britain"), ("United Kingdom", "britain"), ("France", "france"))
}


def told_of_namesake(tie: Tie, question: Question) -> tuple[str, ...]:
    """The sentences of the note on a tie on a place abroad that a question names, or in a country it speaks of."""
    called = [name for name, asked in _COUNTRIES.items() if asked.search(question.joined)]
    called += [capital(each.typed) for each in question.abroad if each.is_city]
    return tuple(it for it in sentences_in(tie.note or "") if any(name in it for name in called))


def ties_of_namesake(abroad: Abroad, question: Question, register: Register) -> Iterator[Tie]:
    """The ties of American places that share the name of one abroad, whose notes tell of that, where more is asked
    than where it lies.
    """
    if not (question.standings or question.mentions or question.all_states):
        return
    for place in register.gazetteer.exact(key(abroad.typed)):
        if abroad.is_city and isinstance(place, Place):
            yield from (tie for tie in register.ties_of(place.id) if told_of_namesake(tie, question))
