"""What is told of a tie before how it stands, where one aspect of it is asked by its meaning. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from cogs.lookup.parts import aspect_sentences as told
from cogs.lookup.people.people_there import seeks_somebody
from cogs.lookup.reading.aspects import Aspect
from cogs.lookup.reading.intents import WHYS, Intent
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.names import pair_name
from db.record.act_kinds import ActKind
from db.record.derivation import acts_in_force
from db.record.levels import LEVELS
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT

# What the record says of one condition, by all that were found.
_RANKED = re.compile(r"\b(?:strictest|mildest) \w+ condition\b")
_OF_A_CONDITION = frozenset({Aspect.WHY_CONDITION, Aspect.CONDITION_AUTHOR})


def read_as(question: Question, aspects: Set[Aspect]) -> Question:
    """The question with what its aspects ask for, as if it had been asked for by a phrase."""
    intents, narrowing = question.intents, question.narrowing
    if Aspect.COURSE in aspects:
        intents |= {Intent.STORY}
    if Aspect.CONDITION in aspects:
        # What must happen is asked, and not why it was decided so.
        intents -= {Intent.REASONS, Intent.COUNT}
    if Aspect.PROPOSER in aspects and not seeks_somebody(question):
        narrowing = replace(narrowing, kinds=(ActKind.PROPOSED,))
        intents -= {Intent.BEGINNING, Intent.FOUNDED}
    if Aspect.WHY_MADE in aspects:
        # Why the tie was made is asked, and not why it was cut or kept.
        intents = (intents - {Intent.REASONS, *WHYS}) | {Intent.BEGINNING}
    if Aspect.WHY_CONDITION in aspects:
        intents |= {Intent.REASONS}
    if Aspect.DECIDER in aspects:
        # Who signed what was decided is no question on the petition.
        intents -= {Intent.PETITION}
    if Aspect.CONDITION_AUTHOR in aspects:
        intents -= {Intent.BEGINNING, Intent.FOUNDED}
    return replace(question, intents=intents, narrowing=narrowing, on_subject=True)


def told_before(tie: Tie, aspects: Set[Aspect], register: Register) -> Iterator[str]:
    """What a tie has of the aspects that are asked of it, a sentence each."""
    if Aspect.CHAMBER_LIST in aspects:
        yield told.on_chamber_list(tie.list_spelling) if tie.list_spelling else told.NOT_ON_CHAMBER_LIST
    if Aspect.KIND in aspects:
        yield LEVELS[tie.level].note or told.of_this_kind(LEVELS[tie.level].noun)
    if Aspect.OLDEST in aspects:
        yield _age_among_all(tie, register)
    if Aspect.CONDITION in aspects and register.status(tie.id).standing not in CUT:
        yield told.NO_SUSPENSION
    if Aspect.WHY_MADE in aspects:
        yield told.NOT_WHY_MADE
    if aspects & _OF_A_CONDITION:
        yield from _of_its_condition(tie, aspects)


def conditions_weighed(ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """That conditions of several ties are not weighed against each other, and what the record says of one that ranks
    it among all; None for one tie alone.
    """
    if len({tie.us for tie in ties}) <= 1:
        return None
    places = {tie.us for tie in ties}
    ranked = [it for it in register.record.points_in_use if it.place in places and _RANKED.search(it.gist)]
    return TextBlock((Line(told.NOT_WEIGHED), *(Line(told.in_the_record(it.speaker, it.gist)) for it in ranked)))


def _of_its_condition(tie: Tie, aspects: Set[Aspect]) -> Iterator[str]:
    """By whom the condition for lifting a suspension was set, and that why it is as it is, is not on record; that there
    is none, where there is none.
    """
    act = next((act for act in reversed(acts_in_force(tie.acts)) if act.condition), None)
    if act is None:
        yield told.NO_CONDITION_OF_IT
    elif Aspect.CONDITION_AUTHOR in aspects:
        yield told.condition_set_by(act.actor, when(act.date))
    if act is not None and Aspect.WHY_CONDITION in aspects:
        yield told.NOT_WHY_CONDITION


def _age_among_all(tie: Tie, register: Register) -> str:
    """How many ties began before this one, by the years on record, and which was the first."""
    if tie.since is None:
        return told.AGE_NOT_KNOWN
    years = {each.id: each.since for each in register.record.ties.values() if each.since is not None}
    earlier = [name for name, since in years.items() if since < tie.since]
    without = len(register.record.ties) - len(years)
    if not earlier:
        return told.none_earlier(tie.since, without)
    oldest = min(earlier, key=lambda name: years[name])
    return told.some_earlier(len(earlier), pair_name(register.tie(oldest), register), years[oldest], without)
