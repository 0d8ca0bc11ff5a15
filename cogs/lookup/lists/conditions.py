"""What the conditions for lifting suspensions speak of, where a question asks for those that say something. Pure."""

from __future__ import annotations

from dataclasses import replace

from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.traits import condition_of
from cogs.lookup.model import ConditionOf, TieFilter, Trait
from cogs.lookup.reading.intents import DECIDERS
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.authorities import Authority
from db.record.register import Register

_DECIDERS = (Authority.COUNCIL, Authority.MAYOR, Authority.STATE)


def conditions_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The conditions of a list that speak of what is asked for; None where a list is of none, or nothing is named."""
    topics = question.narrowing.conditions
    if Trait.CONDITION not in chosen.traits or not topics:
        return None
    held = [(tie, condition_of(tie, register)) for tie in fitting(replace(chosen, conditions=topics), register)]
    if not held:
        return None
    lines = [Line(f" {text}", f"{pair_name(tie, register)}:") for tie, text in held]
    if (whose := _asked_of(question)) and not chosen.authorities:
        by_them = fitting(replace(chosen, conditions=topics, authorities=(whose,)), register)
        lines = lines if by_them else [Line(list_sentences.none_by_the_word_of(whose)), *lines]
    if topics == (ConditionOf.PEACE,) and (others := _of_fighting(chosen, register)):
        lines.append(Line(list_sentences.wait_for_an_end(others)))
    return TextBlock((*lines, Line(list_sentences.NONE_LIFTS_BY_ITSELF)), list_sentences.CONDITIONS_SAY)


def _asked_of(question: Question) -> Authority | None:
    """The one decider whose conditions are asked for: "did any council write down one"; not where it is to decide."""
    if ConditionOf.BODY in question.narrowing.conditions:
        return None
    named = [it for it in _DECIDERS if DECIDERS[it].search(question.joined)]
    return named[0] if len(named) == 1 else None


def _of_fighting(chosen: TieFilter, register: Register) -> list[str]:
    """The ties whose condition speaks of an end of the fighting, without the word peace."""
    fighting = fitting(replace(chosen, conditions=(ConditionOf.FIGHTING,)), register)
    peace = {tie.id for tie in fitting(replace(chosen, conditions=(ConditionOf.PEACE,)), register)}
    return [pair_name(tie, register) for tie in fighting if tie.id not in peace]
