"""How the parts of a text are read as questions, and what the answers to several are made with. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.model import Answer
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.question import Question
from cogs.wording.sources import Citations
from db.record.register import Register


@dataclass(frozen=True, slots=True)
class Teller:
    """How a text is read as a question, and what the answers to several are made with."""

    read: Callable[[str], Question]
    register: Register
    today: date

    def tell(self, question: Question, citations: Citations) -> Answer:
        """The answer to one question, which cites on from what was cited before."""
        return AnswerBuilder(self.register, self.today, question, citations).to(resolve(question, self.register))
