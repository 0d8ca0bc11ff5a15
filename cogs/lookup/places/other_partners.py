"""Who else is paired with a Russian place: "we're Tacoma, who else has Vladivostok", "any others with Kazan". Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.models import Country, Place, Tie
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.values import value

_ASKED = said_for("questions", "other_partners", "asked")
# What asks so alone, where one's own city is all that is named: "we're Tacoma, who else?".
_ASKED_ALONE = said_for("questions", "other_partners", "asked_alone")


@value
class OtherPartners:
    """A Russian place, the American place that is named as paired with it, if any, and its ties with others."""

    russian: Place
    own: Place | None
    ties: tuple[Tie, ...]


def asks_who_else(joined: str) -> bool:
    """Whether it is asked in normalised words who else has the partner that is spoken of."""
    return _ASKED.search(joined) is not None or _ASKED_ALONE.search(joined) is not None


def other_partners(found: Resolution, question: Question, register: Register) -> Iterator[OtherPartners]:
    """Who else is paired with the Russian places that are named, or with those of the one place that is; nothing where
    that is not asked, or asked of how ties stand.
    """
    if question.standings or question.period or question.authorities or question.narrowing.kinds:
        return
    if not asks_who_else(question.joined):
        return
    single = [mention.places[0] for mention in found.alone if len(mention.places) == 1]
    of_russia = [place for place in single if place.country is Country.RU]
    own = [tie for place in single if place.country is Country.US for tie in register.ties_of(place.id)]
    own += found.paired
    for name in dict.fromkeys([*(tie.ru for tie in own), *(place.id for place in of_russia)]):
        beside = {tie.us for tie in own if tie.ru == name} | found.denied
        others = tuple(tie for tie in register.ties_of(name) if tie.us not in beside)
        named = next((tie.us for tie in own if tie.ru == name), None)
        yield OtherPartners(register.place(name), register.place(named) if named else None, others)
