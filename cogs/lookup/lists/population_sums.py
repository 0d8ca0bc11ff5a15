"""How many people live in the American places of a list, all together and on average. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.lists import comparison_sentences
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import TextBlock
from db.record.models import Tie
from db.record.register import Register


def people_part(question: Question, ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """The people of the places of a list in sum and on average, where that is asked; None elsewhere, or for none."""
    if not question.narrowing.sums:
        return None
    places = {tie.us: register.place(tie.us).population for tie in ties}
    known = [people for people in places.values() if people]
    if not known:
        return None
    told = comparison_sentences.people_in_all(sum(known), len(known), len(places) - len(known))
    return TextBlock.saying(told)
