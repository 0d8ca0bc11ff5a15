"""An answer in the making: its parts so far, the sources they cite, what is offered, and how it is finished. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cogs.lookup import searching, sentences
from cogs.lookup.explanations.words_left_out import not_in
from cogs.lookup.model import Answer, AnswerChoice, Outcome, TieFilter
from cogs.lookup.parts.told_once import Said
from cogs.lookup.people import speaker_sentences
from cogs.lookup.reading.aspects import Aspect
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import TextBlock
from cogs.wording.sources import Citations
from db.record.explanations import Explanation
from db.record.models import OTHER_SIDE, Side, Tie
from db.record.passages import FoundPassage
from db.record.register import Register

_ORDER = {outcome: number for number, outcome in enumerate(Outcome)}
MOST_CHOICES = 25


class AnswerDraft:
    """An answer in the making: parts in the order said, the sources they cite, and what is offered."""

    def __init__(
        self,
        register: Register,
        today: date,
        question: Question | None = None,
        citations: Citations | None = None,
    ) -> None:
        self.register = register
        self.today = today
        self.question = question or Question("", ())
        self.citations = citations or Citations(register.record.sources)
        self.outcomes: list[Outcome] = []
        self.parts: list[TextBlock] = []
        self.choices: list[AnswerChoice] = []
        self.about: list[str] = []
        self.rows: tuple[str, ...] = ()
        self.filter: TieFilter | None = None
        self.told: dict[str, None] = {}
        self.subjects: set[Intent] = set()
        self.region = ""
        self.one_argument_told = False
        self.of_petition = False
        # Answers about the petition that may be meant, told behind all that is on file of it.
        self.near_petition: Sequence[Explanation] = ()
        # Whether the Russian side's own words are told.
        self.partner_told = False
        # Whether what somebody said and did is told who is named, or asked for by an office.
        self.person_told = False
        # Whether whose words are quoted is told.
        self.words_told = False
        self.explanation: Explanation | None = None
        # What is asked of the ties that are named, by its meaning.
        self.aspects: frozenset[Aspect] = frozenset()
        # Whether what is asked of the ties that are named is told before how they stand, as the record has it.
        self.first_told = False
        # Whether it is told why the ties of a list were decided on so.
        self.reasons_told = False
        # Words that a list was told without.
        self.not_taken_in: tuple[str, ...] = ()
        # Words of everyday talk that a list was told without: they are named behind all else.
        self.named_behind: tuple[str, ...] = ()

    def _other_side(self, sides: Sequence[Side]) -> None:
        """That there is another side, where one alone was told of."""
        if len(sides) == 1 and sides[0] is not Side.CONTEXT:
            self.parts.append(TextBlock.saying(speaker_sentences.other_side(OTHER_SIDE[sides[0]])))

    def done(self) -> Answer:
        """What has been gathered, as a value."""
        if left := not_in(self.parts, self.named_behind):
            self.parts.append(TextBlock.saying(sentences.passed_over(left)))
        outcome = min(self.outcomes, key=_ORDER.__getitem__, default=Outcome.UNKNOWN)
        return Answer(
            outcome,
            tuple(Said().new_in(self.parts)),
            self.citations.sources,
            tuple(self.choices[:MOST_CHOICES]),
            self.rows,
            self.filter,
            tuple(self.about),
        )

    def _offer(self, choices: Sequence[AnswerChoice]) -> None:
        offered = {*self.choices}
        self.choices += [choice for choice in choices if choice not in offered]
        self.outcomes.append(Outcome.CHOICE)

    def _add_passages(self, found: Sequence[FoundPassage], search: searching.SearchedWords) -> bool:
        if found:
            self.parts.append(searching.passages_part(found, search.told_by(found), self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)
        return bool(found)

    def _ties_in_states(self) -> list[Tie]:
        states = self.question.all_states
        return [self.register.tie(name) for name in self.register.index.in_order(states)] if states else []

    def _say(self, outcome: Outcome, text: str) -> None:
        self.parts.append(TextBlock.saying(text))
        self.outcomes.append(outcome)


def joined(answers: Sequence[Answer]) -> Answer:
    """One answer made of several that cite together: what one has said, the next does not say again."""
    parts = Said().new_in(part for found in answers for part in found.parts)
    listing = next((found for found in answers if found.filter is not None), answers[0])
    outcome = min((found.outcome for found in answers), key=_ORDER.__getitem__)
    choices = tuple(dict.fromkeys(choice for found in answers for choice in found.choices))
    about = tuple(dict.fromkeys(tie for found in answers for tie in found.about))
    sources = max((found.sources for found in answers), key=len)
    return Answer(outcome, tuple(parts), sources, choices[:MOST_CHOICES], listing.rows, listing.filter, about)
