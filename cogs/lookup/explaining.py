"""Explanations in an answer: which general question is asked, and what is said to it. Pure."""

from __future__ import annotations

from functools import lru_cache

from cogs.lookup import sentences
from cogs.lookup.blocks import LABEL_LENGTH, tie_choice
from cogs.lookup.model import AnswerChoice, TargetKind
from cogs.lookup.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, root
from db.record.figures import all_figures
from db.record.register import Register
from db.record.standings import Standing

# How like a question must be to a way of asking: where it names places, where it names none, and where nothing fits.
# The meaning of one standing is no answer about another.
_STANDING_WORDS = frozenset(root(standing) for standing in Standing)
LIKE_BESIDE_NAMES, LIKE, LIKE_ENOUGH = 0.95, 0.78, 0.66


@lru_cache(maxsize=1)
def _figures(register: Register, _version: int) -> dict[str, int]:
    return all_figures(register)


def figures_now(register: Register) -> dict[str, int]:
    """The record's figures by name, as it is now."""
    return _figures(register, register.version)


def explanation_of(question: Question, enough: float | None = None) -> Explanation | None:
    """The answer to the general question that is asked, if one is; ``enough`` is how like it must be."""
    named = question.mentions or question.states or question.speakers
    needed = (LIKE_BESIDE_NAMES if named else LIKE) if enough is None else enough
    found = shipped().find(word.norm for word in question.words)
    if found is None or found.likeness < needed or found.unshared & _STANDING_WORDS:
        return None
    return found.explanation


def still_holds(explanation: Explanation, register: Register) -> bool:
    """Whether an answer is true of the record as it is now."""
    return explanation.holds_while is None or explanation.holds(figures_now(register))


def explanation_part(explanation: Explanation, register: Register, citations: Citations) -> TextBlock:
    """The answer with its figures and sources, and the commands that go with it."""
    marks = citations.cite(explanation.sources, most=len(explanation.sources))
    lines = [Line(f"{explanation.told(figures_now(register))}{marks}")]
    if explanation.unlinked:
        lines.append(Line(sentences.also_from(explanation.unlinked)))
    if explanation.commands:
        lines.append(Line(sentences.commands_for_it(explanation.commands)))
    return TextBlock(tuple(lines), None if explanation.small_talk else explanation.topic)


def further(explanation: Explanation, register: Register) -> list[AnswerChoice]:
    """What can be asked next: other answers, and ties."""
    answers = [shipped().by_id(name) for name in explanation.see]
    ties = [register.tie(name) for name in explanation.see if name in register.record.ties]
    return [*(answer_choice(each) for each in answers if each), *(tie_choice(tie, register) for tie in ties)]


def answer_choice(explanation: Explanation) -> AnswerChoice:
    """A button for an explanation."""
    return AnswerChoice(clip(explanation.topic, LABEL_LENGTH), TargetKind.ANSWER, explanation.id)
