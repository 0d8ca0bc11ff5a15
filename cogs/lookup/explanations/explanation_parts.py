"""What an explanation says in an answer: its text with figures and sources, in full or in short. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from cogs.lookup import sentences
from cogs.lookup.model import AnswerChoice, TargetKind
from cogs.lookup.parts.blocks import LABEL_LENGTH, tie_choice
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.figures import all_figures
from db.record.register import Register

# So much of an answer is told, in whole sentences, where it may be what is meant.
_IN_SHORT = 340
_SENTENCE_ENDS = re.compile(r"(?<=[\w)”%]{2}\.) (?=[A-ZА-ЯІЇЄҐ/“{])")


@lru_cache(maxsize=1)
def _figures(register: Register, _version: int) -> dict[str, int]:
    return all_figures(register)


def figures_now(register: Register) -> dict[str, int]:
    """The record's figures by name, as it is now."""
    return _figures(register, register.version)


def still_holds(explanation: Explanation, register: Register) -> bool:
    """Whether an answer is true of the record as it is now."""
    return explanation.holds_while is None or explanation.holds(figures_now(register))


def explanation_part(
    explanation: Explanation, register: Register, citations: Citations, first_steps: str = ""
) -> TextBlock:
    """The answer with its figures and sources, and the commands; before it the first steps in another language."""
    marks = citations.cite(explanation.sources, most=len(explanation.sources))
    lines = [Line(first_steps)] if first_steps else []
    lines.append(Line(f"{explanation.told(figures_now(register))}{marks}"))
    if explanation.unlinked:
        lines.append(Line(sentences.also_from(explanation.unlinked)))
    if explanation.commands:
        lines.append(Line(sentences.commands_for_it(explanation.commands)))
    return TextBlock(tuple(lines), None if explanation.small_talk else explanation.topic)


def short_part(explanation: Explanation, register: Register, citations: Citations) -> TextBlock:
    """The first sentences of an answer that may be meant, under what it answers."""
    told, *rest = _SENTENCE_ENDS.split(explanation.told(figures_now(register)))
    for sentence in rest:
        if len(told) + len(sentence) > _IN_SHORT:
            break
        told = f"{told} {sentence}"
    marks = citations.cite(explanation.sources, most=1)
    return TextBlock((Line(f" {told}{marks}", sentences.if_you_mean(explanation.topic)),))


def further(explanation: Explanation, register: Register) -> list[AnswerChoice]:
    """What can be asked next: other answers, and ties."""
    answers = [shipped().by_id(name) for name in explanation.see]
    ties = [register.tie(name) for name in explanation.see if name in register.record.ties]
    return [*(answer_choice(each) for each in answers if each), *(tie_choice(tie, register) for tie in ties)]


def answer_choice(explanation: Explanation) -> AnswerChoice:
    """A button for an explanation."""
    return AnswerChoice(clip(explanation.topic, LABEL_LENGTH), TargetKind.ANSWER, explanation.id)
