"""How many ties a text says that a place or a state has, or that it has most, held against the record. Pure."""

from __future__ import annotations

from collections import Counter

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_numbers import Number, words_around
from cogs.lookup.parts import blocks
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line
from cogs.wording.names import short_name
from db.record.models import Place
from db.record.register import Register

_MOST = LATE.compile(
    r"\b(?:the most|most|more) (?:\w+ ){0,3}(?:ties|partners|twins|sister\w*|partnerships|relationships|cities|links)\b"
    r"|\b(?:наибильше|больше всего|больше всех) (?:\w+ ){0,3}(?:партнер\w*|побратим\w*|связ\w*|звяз\w*)"
)
_MORE = LATE.compile(r"\bmore (?:\w+ )*than (?:any|every|all|anybody|anyone)\b|\bmost\b|\bнаибильше\b|\bбольше вс\w+")


def says_most(question: Question) -> bool:
    """Whether a text says that something has the most ties, or more than any other."""
    return _MOST.search(question.joined) is not None and _MORE.search(question.joined) is not None


def place_counted(clause: Clause) -> Place | None:
    """The one place of which a part of a text says nothing but how many ties it has; None for any other part."""
    question = clause.question
    named = [mention for mention in question.mentions if mention.places]
    said = clause.says_something or clause.offices or clause.share or question.speakers or question.period
    if said or len(named) != 1 or len(named[0].places) != 1:
        return None
    return named[0].places[0]


def partners_told(number: Number, place: Place, register: Register) -> Line:
    """Whether a place has so many ties, with whom it has them."""
    holds = number.holds(len(register.ties_of(place.id)))
    told = claim_sentences.after_name(claim_sentences.right_or_not(holds), blocks.partners_line(place, register))
    return Line(told, claim_sentences.quoted(number.quote))


def most_told(clause: Clause, place: Place | None, register: Register) -> tuple[str, Line] | None:
    """Whether a place, or else the one state that is named, has the most ties among its like; None for neither."""
    ties, states = register.record.ties.values(), clause.question.all_states
    if place is not None:
        counted = Counter(_named(register.place(tie.us if place.country == "US" else tie.ru), register) for tie in ties)
        name = _named(place, register)
    elif len(states) == 1:
        counted = Counter(register.record.states[register.state_of(tie)].name for tie in ties)
        name = register.record.states[states[0]].name
    else:
        return None
    number = max(counted.values())
    most = sorted(each for each, count in counted.items() if count == number)
    right = claim_sentences.right_or_not(name in most)
    quote = words_around(clause.question, "most" if "most" in clause.question.joined else "more")
    told = claim_sentences.most_ties(most, number, name, counted[name])
    return quote, Line(claim_sentences.after_name(right, told), claim_sentences.quoted(quote))


def _named(place: Place, register: Register) -> str:
    return short_name(place, register)
