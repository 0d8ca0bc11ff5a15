"""The forms of tips: of their senders, and of the editors who look at them."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from cogs.kit.components import Form, text_field
from cogs.kit.failures import Unsaved
from cogs.kit.sentences import LEFT_OVER_FORM
from cogs.tips import file_sentences, help_sentences, sentences
from cogs.tips.routes import (
    SaveAnswer,
    SaveBlock,
    SaveDecision,
    SaveFile,
    SaveLooked,
    SaveQuestion,
    SaveSearch,
    SaveSecondLook,
    SendTip,
)
from cogs.tips.tip_input import LONGEST_TYPED, LONGEST_WORDS
from db.store.tip_models import TIP_STATES, TIP_SUBJECTS, TipState, TipSubject

_LONGEST_REASON = 300
_LONGEST_ANSWER = 1000
# As much as the record takes of where somebody looked.
LONGEST_WHERE = 200
_OUTCOMES = tuple(state for state, known in TIP_STATES.items() if known.is_outcome)


def tip_form(by: int, tie: str, place: str, *, what: str = "", address: str = "", file: int = 0) -> Form:
    """What somebody knows, filled in with what is known already."""
    options = [
        discord.SelectOption(label=known.label, value=subject, default=subject == what)
        for subject, known in TIP_SUBJECTS.items()
        if known.is_offered
    ]
    chosen: ui.Select[Any] = ui.Select(custom_id="what", options=options, required=True)
    return Form(
        sentences.FORM_TITLE,
        SendTip(by, tie, file),
        ui.Label(text=sentences.WHAT_HAPPENED, component=chosen),
        _line(sentences.WHERE, "place", sentences.WHERE_HINT, place[:200], most=200),
        _line(sentences.WHEN, "date", sentences.WHEN_HINT, must=False, most=100),
        _line(sentences.ADDRESS, "address", sentences.ADDRESS_HINT, address, must=False, most=LONGEST_TYPED),
        _line(sentences.WORDS, "words", sentences.WORDS_HINT, must=False, most=LONGEST_WORDS, long=True),
    )


def file_form(tip: int) -> Form:
    """A scan or photo for a tip."""
    field: ui.FileUpload[Any] = ui.FileUpload(custom_id="file", required=True, max_values=1)
    label = ui.Label(text=file_sentences.FILE_LABEL, description=file_sentences.FILE_HINT, component=field)
    return Form(file_sentences.FILE_TITLE, SaveFile(tip), label)


def answer_form(tip: int, question: str) -> Form:
    """A sender's answer to a question."""
    field = _line(sentences.ANSWER_LABEL, "answer", question[:100], most=_LONGEST_ANSWER, long=True)
    return Form(sentences.ANSWER_TITLE, SaveAnswer(tip), field)


def decision_form(tip: int) -> Form:
    """What comes of a tip, and why."""
    options = [
        discord.RadioGroupOption(
            label=TIP_STATES[state].word.capitalize(), value=state, description=TIP_STATES[state].meaning[:100]
        )
        for state in _OUTCOMES
    ]
    group: ui.RadioGroup[Any] = ui.RadioGroup(custom_id="state", options=options, required=True)
    return Form(
        sentences.DECIDE_TITLE,
        SaveDecision(tip),
        ui.Label(text=sentences.OUTCOME, component=group),
        _line(sentences.REASON, "reason", sentences.REASON_HINT, least=5, most=_LONGEST_REASON, long=True),
    )


def outcome_in(chosen: str) -> TipState:
    """The outcome that was chosen. Raises Unsaved for anything but one: no form of the bot offers it."""
    if chosen not in _OUTCOMES:
        raise Unsaved(LEFT_OVER_FORM)
    return TipState(chosen)


def subject_in(chosen: str) -> TipSubject:
    """The subject that was chosen; something else, where nothing known was."""
    return TipSubject(chosen) if chosen in TipSubject.__members__.values() else TipSubject.OTHER


def question_form(tip: int) -> Form:
    """What an editor asks the sender."""
    field = _line(sentences.ASK_LABEL, "question", "", least=5, most=_LONGEST_REASON, long=True)
    return Form(sentences.ASK_TITLE, SaveQuestion(tip), field)


def block_form(tip: int) -> Form:
    """Why a sender may hand in nothing for now."""
    field = _line(sentences.BLOCK_LABEL, "reason", sentences.BLOCK_HINT, least=5, most=_LONGEST_REASON, long=True)
    return Form(sentences.BLOCK_TITLE, SaveBlock(tip), field)


def second_look_form(tip: int) -> Form:
    """What a second editor finds wrong."""
    field = _line(sentences.SECOND_LABEL, "note", "", least=5, most=_LONGEST_REASON, long=True)
    return Form(sentences.SECOND_TITLE, SaveSecondLook(tip), field)


def looked_form(by: int, tie: str) -> Form:
    """Where a volunteer looked."""
    note = _line(help_sentences.NOTE_LABEL, "note", help_sentences.NOTE_HINT, must=False, most=500, long=True)
    return Form(help_sentences.LOOKED_TITLE, SaveLooked(by, tie), _where(), note)


def search_form(by: int, tie: str) -> Form:
    """Where an editor looked."""
    return Form(help_sentences.LOOKED_TITLE, SaveSearch(by, tie), _where())


def _where() -> ui.Label[Any]:
    return _line(help_sentences.WHERE_LABEL, "where", help_sentences.WHERE_HINT, least=3, most=LONGEST_WHERE, long=True)


def _line(
    label: str,
    name: str,
    hint: str,
    value: str = "",
    *,
    must: bool = True,
    least: int | None = None,
    most: int = 100,
    long: bool = False,
) -> ui.Label[Any]:
    return text_field(label, name, value, hint[:100], must=must, least=least, most=most, long=long)
