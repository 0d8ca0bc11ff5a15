"""What is made ready before questions are answered, one after the other: it would hold up the first of them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.distress import distress_answer
from cogs.lookup.claims.charges import charges_in
from cogs.lookup.claims.claimed_of_actors import make_ready as actors_ready
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.argued import argument_of, arguments
from cogs.lookup.explanations.concepts_said import make_ready as concepts_ready
from cogs.lookup.explanations.explanation_parts import figures_now
from cogs.lookup.explanations.stances import make_ready as stances_ready
from cogs.lookup.explanations.terms_asked import make_ready as terms_ready
from cogs.lookup.explanations.topics_meant import make_ready as topics_ready
from cogs.lookup.explanations.words_apart import make_ready as words_ready
from cogs.lookup.lists.division_reading import words_of_division
from cogs.lookup.lists.sorting import make_ready as days_of_acts_ready
from cogs.lookup.lists.unrecorded import unrecorded
from cogs.lookup.parts.details import details_asked
from cogs.lookup.parts.facets import make_ready as facets_ready
from cogs.lookup.parts.matters import asks_for_a_matter
from cogs.lookup.parts.slots import make_ready as slots_ready
from cogs.lookup.phrases import patterns
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.aspects import make_ready as aspects_ready
from cogs.lookup.reading.in_a_word import said_in_a_word
from cogs.lookup.reading.question import Question
from cogs.lookup.ukraine.ukraine_asked import ukraine_asked
from db.record.register import Register

_NOTHING = Question("", ())
# Nearly all that reads questions reads this one: what else they need is then there.
_REHEARSED = "Which councils voted after the invasion to suspend a tie until there is peace?"
_ANY_DAY = date(2026, 1, 1)


def preparations(register: Callable[[], Register]) -> tuple[Callable[[], object], ...]:
    """What to call, in this order, for all that questions need of the register, which may be another each time."""
    return (
        lambda: register().gazetteer.make_ready(),
        lambda: register().people,
        lambda: figures_now(register()),
        lambda: explanation_phrases.phrased_by(""),
        lambda: distress_answer(""),
        lambda: said_in_a_word(""),
        lambda: argument_of(_NOTHING),
        arguments,
        concepts_ready,
        topics_ready,
        stances_ready,
        terms_ready,
        words_ready,
        lambda: charges_in(_NOTHING),
        actors_ready,
        aspects_ready,
        facets_ready,
        slots_ready,
        lambda: details_asked(_NOTHING),
        lambda: asks_for_a_matter(_NOTHING),
        lambda: ukraine_asked(_NOTHING, register()),
        lambda: unrecorded(_NOTHING),
        lambda: words_of_division(_NOTHING),
        LATE.make_ready,
        lambda: days_of_acts_ready(register()),
        lambda: answer(_REHEARSED, register(), _ANY_DAY),
        # Last: the phrases of the others are read with all else.
        patterns.make_ready,
    )
