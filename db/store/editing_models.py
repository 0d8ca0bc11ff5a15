"""What editors have set and done, what they added and what the dataset changed, as values. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from db.record.standings import Standing
from db.record.values import value


@value
class HomeServer:
    """The home server, the role whose holders are editors, the channel in which they are asked, and whether the role is
    pinged when a second editor is.
    """

    guild: int
    editor_role: int
    review_channel: int
    ping: bool = False


class AuditAction(StrEnum):
    """What an editor did."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    WITHDREW = "withdrew"
    SENT_BACK = "sent back"
    TOOK_BACK = "took back"
    SEARCHED = "searched"
    NOTED_OFFICE = "noted an office"
    UNDID_SEARCH = "took back a search"
    UNDID_OFFICE = "took back an office"
    ANNOUNCED_CHANGE = "announced a change by the dataset"
    SKIPPED_CHANGE = "skipped a change by the dataset"
    SET_UP = "set up"
    LET_REST = "let a hearing without an outcome rest"
    NOTED_PETITION = "noted the petition's count"
    UNDID_PETITION = "took back the petition's count"
    ADDED_PLACE = "added a place"
    ADDED_TIE = "added a tie"
    ADDED_LISTING = "added a listing"
    NOTED = "noted"
    UNDID_PLACE = "took back a place"
    UNDID_TIE = "took back a tie"
    UNDID_LISTING = "took back a listing"
    UNDID_NOTES = "took back a note"
    ADDED_POINT = "added a talking point"
    RETIRED_POINT = "retired a talking point"
    ASKED_ABOUT_POINT = "asked a second editor about a talking point"
    RETURNED_POINT = "sent back a talking point"
    UNDID_POINT = "took back a talking point"
    UNDID_RETIRING = "took back that a talking point was retired"
    WENT_ON = "let sending go on after a restore"
    SAW_SENT = "saw that messages were sent before a restore"
    SENT_UNREAD = "let messages be sent where the bot could not read"
    DECIDED_TIP = "decided on a tip"
    ADDED_COPY = "added a copy"
    LISTED_FEED = "listed a feed"
    LISTED_COUNCIL = "listed a council"
    STOPPED_READING = "took off the list of what is read"


class AdditionKind(StrEnum):
    """What editors add to the record besides acts, what they note of a tie, and what they retire."""

    PLACE = "place"
    TIE = "tie"
    LISTING = "listing"
    NOTES = "notes"
    POINT = "point"
    RETIRED = "retired"


@value
class Undone:
    """An addition that was taken back: the id of what it was, and of its tie; what is of no tie has its own id there.
    ``source`` is the id of a source that went with it, None if none did.
    """

    kind: AdditionKind
    subject: str
    tie: str
    source: str | None


@value
class AuditEntry:
    """One decision. ``who`` is a Discord user's id; ``before`` and ``after`` say what the subject was and became.

    ``draft`` is the editors' draft that was decided, if it was about one.
    """

    id: int
    at: datetime
    who: int
    did: AuditAction
    subject: str
    before: str | None
    after: str | None
    draft: int | None


class ChangeKind(StrEnum):
    STANDING = "standing"
    ACT = "act"
    TOLD = "told"


class ChangeState(StrEnum):
    PENDING = "pending"
    ANNOUNCED = "announced"
    SKIPPED = "skipped"


@value
class DatasetChange:
    """One change, already in the record. ``STANDING``: the tie's standing moved, to what follows from ``act``, if any;
    or ``act`` was withdrawn, from which it had followed, and ``before`` and ``after`` are what it was and is, as JSON.

    ``ACT``: the dataset overruled an act that an editor had written or withdrawn; ``before`` and ``after`` are the two,
    as JSON. ``TOLD``: it changed, replaced or withdrew one that was announced; ``before`` is what was announced, and
    ``after`` and ``act`` are what holds now.
    """

    id: int
    at: datetime
    tie: str
    act: str | None
    what: ChangeKind
    before_standing: Standing
    after_standing: Standing
    before: str | None
    after: str | None
    state: ChangeState = ChangeState.PENDING
    decided_by: int | None = None
