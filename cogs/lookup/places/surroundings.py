"""Places with a tie around one that a question names: "near Chicago", "suburbs of Cleveland", "Boston area". Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_in_all
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, PlaceKind
from db.record.register import Register
from db.record.text import Token, normalise

# So far from a place, in miles, is around it.
MILES = 50
_BEFORE = words_in_all("around", "before")
_BEHIND = words_in_all("around", "behind")
# "Beside Oakland it says unconfirmed": what stands beside its name in a list is of that place alone.
_SAYS = words_in_all("around", "says")
# What may stand between those words and a name.
_BETWEEN = frozenset(map(normalise, "of to the from s and its з зі із від с со от та й и его її ее".split()))
_FARTHEST = 3
# Without its ending, "коли" (when) is "коло" (near).
_WHEN = frozenset({"коли"})


def asked_around(mention: Mention, question: Question) -> Place | OtherPlace | None:
    """The American place around which ties are asked for; None where a question does not ask so of a name, or a name
    may be several places'.
    """
    known: Sequence[Place | OtherPlace] = mention.places or mention.others[:1]
    if len(known) != 1 or known[0].country is not Country.US or mention.negated:
        return None
    if isinstance(known[0], Place) and known[0].kind is PlaceKind.STATE:
        return None
    before = reversed(question.words[max(0, mention.start - _FARTHEST) : mention.start])
    behind = question.words[mention.end : mention.end + _FARTHEST]
    if any(word.norm in _SAYS for word in behind):
        return None
    return known[0] if _is_next(before, _BEFORE) or _is_next(behind, _BEHIND) else None


def _is_next(words: Iterable[Token], sought: frozenset[str]) -> bool:
    for word in words:
        if word.norm in sought:
            return word.raw.casefold() not in _WHEN
        if word.norm not in _BETWEEN:
            return False
    return False


def places_around(place: Place | OtherPlace, register: Register) -> list[Place]:
    """The places below a state with a tie around a place, the nearest first, and itself before them if it has one."""
    return [each for each in register.within(place, MILES) if each.kind is not PlaceKind.STATE]
