"""The answer to a choice: a tie, a place, a list or an explanation that is known by its id. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.lists.lists import chosen_ties, list_part
from cogs.lookup.model import Answer, AnswerChoice, Outcome, TargetKind, TieFilter
from cogs.lookup.parts import blocks
from cogs.lookup.parts.blocks import ways_back
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.register import Register


def tie_answer(tie_id: str, register: Register, today: date) -> Answer:
    """How one tie stands. Raises KeyError for an unknown id."""
    reply = AnswerBuilder(register, today)
    reply.add_tie(register.tie(tie_id))
    return reply.done()


def place_answer(place_id: str, register: Register, today: date) -> Answer:
    """How the ties of one place of the register stand. Raises KeyError for an unknown id."""
    reply = AnswerBuilder(register, today)
    reply.add_place(register.place(place_id))
    return reply.done()


def history_answer(tie_id: str, register: Register) -> Answer:
    """All acts, listings and searches of a tie, with their sources. Raises KeyError for an unknown id."""
    citations = Citations(register.record.sources)
    told = blocks.history_parts(register.tie(tie_id), register, citations)
    return Answer(Outcome.TIE, told, citations.sources)


def sources_answer(tie_id: str, register: Register) -> Answer:
    """The sources of a tie's acts and listings, as the answer's sources. Raises KeyError for an unknown id."""
    tie = register.tie(tie_id)
    citations = Citations(register.record.sources)
    citations.cite([tie.since_source] if tie.since_source else [])
    for act in tie.acts:
        citations.cite(act.sources, most=len(act.sources))
    for listing in tie.listings:
        citations.cite(listing.sources, most=len(listing.sources))
    told = blocks.sources_part(tie, register, citations)
    return Answer(Outcome.TIE, (told,), citations.sources)


def list_answer(chosen: TieFilter, register: Register) -> Answer:
    """The ties that fit a filter; a list may be empty."""
    ties = chosen_ties(chosen, register)
    return Answer(Outcome.LIST, (list_part(chosen, register),), rows=tuple(tie.id for tie in ties), filter=chosen)


def open_choice(choice: AnswerChoice, register: Register, today: date) -> Answer:
    """What stands behind a button of a "which one?". Raises KeyError for an id that is gone from the record."""
    if choice.kind is TargetKind.TIE:
        told = tie_answer(choice.target, register, today)
        return replace(told, choices=(*told.choices, *ways_back(register.tie(choice.target), register)))
    if choice.kind is TargetKind.ANSWER:
        return explained_answer(choice.target, register, today)
    return place_answer(choice.target, register, today)


def explained_answer(name: str, register: Register, today: date) -> Answer:
    """An explanation. Raises KeyError for an unknown id."""
    explanation = shipped().by_id(name)
    if explanation is None:
        raise KeyError(name)
    reply = AnswerBuilder(register, today)
    reply.explain(explanation)
    return reply.done()
