"""Editors' drafts of acts and of talking points, as values. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from db.record.values import value


class DraftTask(StrEnum):
    RECORD = "record"
    CORRECT = "correct"
    RETRACT = "retract"


class DraftState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"


@value
class DraftSource:
    """A source as typed. With a known ``address`` the rest may be empty: the record has it.

    ``described`` says that an editor said what the page is: the fields after it are then as they were said, and else
    they are worked out from address and grade.
    """

    address: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    grade: str = ""
    described: bool = False
    page_kind: str = ""
    country: str = ""
    state_media: bool = False
    citable: bool = False
    mirror_of: str = ""


@value
class PointInput:
    """A talking point as typed so far. ``side`` is a Side, ``place`` the place it is about as typed, ``answers`` the id
    of a point of the other side; ``for_letters``: the quote stands on its own. ``page_kind`` says what the page is, and
    without it that is worked out.
    """

    side: str
    page: DraftSource
    page_kind: str = ""
    date: str = ""
    place: str = ""
    answers: str = ""
    for_letters: bool = False
    speaker: str = ""
    office_then: str = ""
    occasion: str = ""
    quote: str = ""
    gist: str = ""


@value
class PointDraft:
    """A talking point that an editor is at. ``version`` grows with each change, so that nobody confirms what they did
    not see; ``returned`` is what a second editor said is missing.
    """

    id: int
    editor: int
    state: DraftState
    version: int
    typed: PointInput
    returned: str
    decided_by: int | None
    updated_at: datetime


@value
class ActDraft:
    """An act as typed so far. ``target`` is the act that is corrected or withdrawn, or that was withdrawn and is
    recorded again, ``follows`` the act after which the editor put it (empty: before all; None: where its date allows),
    ``act`` and ``announcement`` what it became.
    ``hearing`` is the day of a hearing, its time of day and that it is cancelled, in one text. ``returned`` is what a
    second editor wrote who sent it back. ``date_basis`` and ``confidence`` are empty where nothing was chosen.
    """

    id: int
    editor: int
    task: DraftTask
    state: DraftState
    tie: str
    kind: str
    date: str
    actor: str
    authority: str
    summary: str
    vote: str
    condition: str
    hearing: str
    target: str
    why: str
    disputes: str
    follows: str | None
    act: str
    announcement: str | None
    decided_by: int | None
    returned: str = ""
    said: str = ""
    date_basis: str = ""
    date_note: str = ""
    confidence: str = ""
    hearing_zone: str = ""
    hearing_place: str = ""
    hearing_speak: str = ""
    hearing_agenda: str = ""
    sources: tuple[DraftSource, ...] = ()
