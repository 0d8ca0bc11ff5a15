"""What is said of a hearing: to come, cancelled, unresolved, and where it is, a function a sentence. Pure."""

from __future__ import annotations

from cogs.wording.act_phrases import who_and_when
from cogs.wording.dates import hearing_when
from cogs.wording.english import full_stop, paragraph
from db.record.models import Act


def hearing_unresolved(act: Act, marks: str) -> str:
    """A hearing that is over, and of which nothing later says what came of it."""
    by = who_and_when(act)
    return f"A hearing was set for {hearing_when(act)} (proposed by {by}){marks}; what came of it is not on record."


def hearing_before_decision(act: Act, marks: str) -> str:
    """A hearing that is still to come though the tie was decided on."""
    by = who_and_when(act)
    return f"A hearing had been set for {hearing_when(act)} (proposed by {by}){marks} before that decision."


def hearing_cancelled(act: Act, marks: str) -> str:
    """A hearing that does not take place."""
    return f"The hearing set for {hearing_when(act)} (proposed by {who_and_when(act)}){marks} is canceled."


def hearing_to_come(act: Act, marks: str) -> str:
    """A hearing that is to come, with its place and how to speak there."""
    told = f"A hearing is set for {hearing_when(act)} (proposed by {who_and_when(act)}){marks}."
    return paragraph([told, *hearing_details(act)])


def hearing_details(act: Act) -> tuple[str, ...]:
    """Where a hearing is, and how to speak there, as far as it is known; nothing of one that does not take place."""
    if act.hearing_cancelled:
        return ()
    place = f"Place: {full_stop(act.hearing_place)}" if act.hearing_place else ""
    speak = f"To speak: {full_stop(act.hearing_speak)}" if act.hearing_speak else ""
    return tuple(text for text in (place, speak) if text)


TIME_NOT_KNOWN = "The time of day is not on record: check the agenda."
CHECK_THE_AGENDA = "Times and rooms change: check the body's own agenda before you go."


def hearing_title(names: str) -> str:
    """What a hearing is called in a calendar."""
    return f"Hearing on the sister-city tie {names}"


def hearing_is_cancelled(dated: str) -> str:
    """That a hearing does not take place."""
    return f"The hearing set for {dated} is canceled."


def proposal_heard(act: Act, marks: str = "") -> str:
    """What is heard: whose proposal it is, by what vote, and the record's own words on it."""
    return f"Proposed by {who_and_when(act, act.vote or '')}{marks}: {full_stop(act.summary)}"
