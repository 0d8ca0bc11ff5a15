"""What editors are told of talking points that they add and retire, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.wording.english import full_stop, paragraph
from cogs.wording.points import SIDES
from db.record.grades import GRADES, Grade
from db.record.models import Side, Source

TITLE = "A talking point, as it would be told"
NOT_READY = "A talking point, not ready yet"
RECORDED = "Added"
RETIRED = "Retired"
WAITING = "Talking points that wait for a second editor"
NO_POINT = "No talking point in use fits. Please choose one from the list that appears as you type."
NO_LONGER_KEPT = "This talking point is no longer kept. Please begin again with `/record point`."
CANCELLED = "This was canceled. Begin again with `/record point`."
FASTER = "Somebody else was faster, or it was changed meanwhile. `/queue` shows what waits now."
WAITS = "This waits for a second editor, who can send it back to you if it has to be changed."
NOT_BY_YOURSELF = "You entered this yourself: another editor has to confirm it."
SECOND_NEEDED = "Its evidence is thin: a second editor has to confirm it."
QUOTE_FOR_LETTERS = (
    "A letter can quote it only if there is a quotation: add the words themselves, or leave `letters` out."
)
ANSWERS_SAME_SIDE = "It can only answer what the other side said. Choose a talking point of the other side."
RETIRED_ALREADY = "This talking point was retired already, or is no longer in the record."
MAY_BE_QUOTED = "Letters may quote it."
NOT_QUOTED = "Letters do not quote it."


def whose(editor: str) -> str:
    """That a talking point is another editor's."""
    return f"This is the entry of {editor}: only they can go on with it. Begin your own with `/record point`."


def recorded_already(editor: str) -> str:
    """That it is in the record."""
    return f"This was already recorded by {editor}."


def on_side(side: Side) -> str:
    """Which side it speaks for."""
    return f"**{SIDES[side]}**"


def missing(faults: Sequence[str]) -> str:
    """What has to be mended, a line each."""
    lines = "\n".join(f"- {full_stop(fault)}" for fault in faults)
    return f"What you entered is kept. Missing or wrong:\n{lines}"


def evidence(source: Source, *, thin: bool) -> str:
    """What its page is worth, and whether that is enough."""
    grade = f"Evidence: {source.grade}, {GRADES[Grade(source.grade)].label}"
    grade = f"{grade}, state media." if source.state_media else f"{grade}."
    enough = SECOND_NEEDED if thin else "One editor may record it."
    return paragraph([grade, enough])


def in_short(gist: str) -> str:
    """What was said, as it stands where the words themselves are not told."""
    return f"In short: {full_stop(gist)}"


def answers(speaker: str, said: str) -> str:
    """Which point of the other side it answers."""
    return f"It answers {speaker}: {said}"


def sent_back(editor: str, why: str) -> str:
    """What a second editor says is missing."""
    return f"Sent back by {editor}: {full_stop(why)}"


def entered_by(editor: str) -> str:
    """Who entered it."""
    return f"Entered by {editor}."


def second_asked(queue: str) -> str:
    """That it waits; ``queue`` mentions the command."""
    return f"It waits for a second editor, who finds it under {queue}. You can still cancel it there."


def added(speaker: str, where: str) -> str:
    """That it is told from now on; ``where`` mentions the command."""
    return f"What {speaker} said is told from now on, under {where}, in answers and on the public page."


def retired(speaker: str, said: str, why: str) -> str:
    """That it is told no more."""
    return f"What {speaker} said is no longer told: {said}\nWhy: {full_stop(why)} It stays in the data, with why."


def returned_to(editor: str, why: str) -> str:
    """That it went back to who entered it."""
    return f"Sent back to {editor}, who finds it under `/queue`: {full_stop(why)}"


def is_returned(editor: str) -> str:
    """That it waits for who entered it."""
    return f"This was sent back to {editor}, who can go on with it."


def is_known(speaker: str) -> str:
    """That the same words of the same person are on record."""
    return f"The record has these words of {speaker} already."


def too_many_words(words: int, most: int) -> str:
    """That a quotation is too long."""
    return f"The quotation has {words} words; at most {most} may be quoted."


def row(side: Side, *, is_back: bool) -> str:
    """One in the list of what waits."""
    return f"{SIDES[side]}, sent back" if is_back else f"{SIDES[side]}, to be confirmed"


def in_list(speaker: str, said: str) -> str:
    """One in a list to choose from."""
    return f"{speaker}: {said}"
