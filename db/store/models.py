"""What the bot keeps besides the record, as values: subscriptions, announcements, drafts, letters, watches. Pure."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.codec import to_plain
from db.record.standings import Standing
from db.store.delivery_models import Kind, NoPayload

# What of a letter is counted.
BEGUN = "begun"
SENT = "sent"


class DraftTask(StrEnum):
    RECORD = "record"
    CORRECT = "correct"
    RETRACT = "retract"


class DraftState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class HomeServer:
    """The home server, the role whose holders are editors, the channel in which they are asked, and whether the role is
    pinged when a second editor is.
    """

    guild: int
    editor_role: int
    review_channel: int
    ping: bool = False


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PointTyped:
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


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A talking point that an editor is at. ``version`` grows with each change, so that nobody confirms what they did
    not see; ``returned`` is what a second editor said is missing.
    """

    id: int
    editor: int
    state: DraftState
    version: int
    typed: PointTyped
    returned: str
    decided_by: int | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class ActDraft:
    """An act as typed so far. ``target`` is the act that is corrected or withdrawn, ``follows`` the act after which the
    editor put it (empty: before all; None: where its date allows), ``act`` and ``announcement`` what it became.
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


@dataclass(frozen=True, slots=True)
class LetterFact:
    """What a draft was built on: the standing, the act behind it, and how the letter says so. ``link`` may be empty.

    ``text`` begins with the coming hearing that the letter names, if there was one.
    """

    standing: Standing | None = None
    basis: str | None = None
    text: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A draft as it is stored. ``place`` is a place id, or ``name|STATE`` for one without a tie; ``tie`` may be None.

    ``connection`` and the texts are empty where nothing was said; ``begun`` tells whether anything was typed. ``kept``
    are the marks of findings that the writer chose to leave as they are; ``form`` is what is written.
    """

    id: str
    writer: int
    server: int | None
    place: str
    tie: str | None
    ask: str
    recipient: int = 0
    template: str = ""
    title: str = ""
    connection: str = ""
    reason: str = ""
    respect: str = ""
    name: str = ""
    neighborhood: str = ""
    fair: bool = False
    points: tuple[str, ...] = ()
    fact: LetterFact = LetterFact()
    tell: bool = False
    begun: bool = False
    sent: datetime | None = None
    kept: tuple[str, ...] = ()
    form: str = "letter"
    version: int = 1
    created_at: datetime | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LetterVersion:
    """What a draft's writer had typed before a change, by the names of the draft's fields."""

    number: int
    words: Mapping[str, str]
    saved_at: datetime


class LetterOutcome(StrEnum):
    """What became of a sent letter."""

    AGREED = "agreed"
    DECLINED = "declined"
    ACKNOWLEDGED = "acknowledged"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that its writer says they sent. ``id`` is that of its draft, which may be gone."""

    id: str
    writer: int
    server: int | None
    place: str
    tie: str | None
    template: str
    recipient: str
    sent_at: datetime
    outcome: LetterOutcome | None
    remind_at: datetime | None


@dataclass(frozen=True, slots=True)
class LetterCount:
    """How often something happened in a month (``2026-11``) with letters about a tie (or a place without one)."""

    tie: str
    month: str
    what: str
    number: int


class AnnouncementKind(StrEnum):
    """A change of standing; a proposal, hearing or vote to keep; a correction of what was announced; and that an act
    was withdrawn, be it that its announcement is mended or that the tie's standing changes by it.
    """

    CHANGE = "change"
    VOTE = "vote"
    CORRECTION = "correction"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Announcement:
    """An act that is announced. ``id`` names what it tells of, so that the same news cannot be announced twice.

    ``act_id`` is the act, for a correction the new one, for a retraction the withdrawn one. ``before`` and ``after``
    are the tie's standings. ``corrects`` is the id of the announcement that said what was wrong. ``change`` is the id
    of the change by the dataset that it follows from: messages written after that one have it already. ``act_kind`` is
    given where it is asked who wants to hear of it.
    """

    id: str
    kind: AnnouncementKind
    tie_id: str
    act_id: str
    before: Standing
    after: Standing
    corrects: str | None
    recorded_at: datetime
    change: int | None = None
    act_kind: ActKind | None = None

    @property
    def moves(self) -> bool:
        """Whether it tells of another standing than there was before."""
        return self.before is not self.after

    @property
    def is_vote(self) -> bool:
        """Whether it tells of a proposal or vote to keep, with or without a change of standing."""
        if self.kind is AnnouncementKind.RETRACTION or self.act_kind is None:
            return False
        return ACT_KINDS[self.act_kind].is_vote

    @property
    def is_correction(self) -> bool:
        """Whether it mends what was announced before; else it is news."""
        return self.corrects is not None


@dataclass(frozen=True, slots=True)
class DigestPayload:
    """What a digest holds besides its announcements: its day (``2026-11-30``), the ids of the ties whose word has
    become stale, and how many ties have each standing.
    """

    day: str
    stale: Sequence[str]
    totals: Mapping[str, int]


# One announcement for a channel, for a person who watches the tie, and one that mends the message of an earlier row;
# what a week brought; and in one message what could not be sent for more than a week. Other kinds are declared by their
# feature, which puts their rows in. These are put in, and found again, by the queries of ``db.store.announcements``, in
# the transaction of what they tell of; the feature registers what is said.
ANNOUNCEMENT = Kind("announcement", NoPayload)
WATCH = Kind("watch", NoPayload)
CORRECTION = Kind("correction", NoPayload)
DIGEST = Kind("digest", DigestPayload)
SUMMARY = Kind("summary", NoPayload)


@dataclass(frozen=True, slots=True)
class MilestonePayload:
    """A count of signatures that was passed, and the number of the reading that did."""

    milestone: int
    reading: int


# Its rows are put in with the reading, by ``db.store.petition``; one a milestone and channel, whatever the count does.
MILESTONE = Kind("petition", MilestonePayload)


@dataclass(frozen=True, slots=True)
class Audience:
    """How many channels and watchers an announcement goes to.

    Of a correction, those are where it is mended; ``as_news`` are those who hear of the new standing as news, None
    where it changes none.
    """

    channels: int
    watchers: int
    as_news: Audience | None = None


@dataclass(frozen=True, slots=True)
class SendCounts:
    """How far an announcement has come: ``waiting`` is on its way, ``gone`` could not be told any more."""

    sent: int
    waiting: int
    paused: int
    failed: int
    gone: int
    total: int


class DigestMode(StrEnum):
    """Whether a channel gets the weekly digest: not at all, besides the announcements, or in their place."""

    OFF = "off"
    ALSO = "also"
    ONLY = "only"


class SubscriptionEnd(StrEnum):
    """Why a subscription is over: by its server's wish, with its channel, or because the bot is no longer there."""

    UNFOLLOWED = "unfollowed"
    DELETED = "deleted"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a channel wants to hear. Empty ``states`` (postal codes) and ``standings`` mean all of them.

    ``votes`` adds proposals, hearings and votes to keep a tie, whatever becomes of the standing. Only new announcements
    ping ``role``. ``reminders`` are of coming hearings, ``milestones`` of the petition; ``events``:
    its server has an event of each hearing.

    Kept by the names of the fields, without what is at its default: a new field needs a default, and nothing else to be
    kept. A default may never change.
    """

    states: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    votes: bool = True
    role: int | None = None
    digest: DigestMode = DigestMode.OFF
    reminders: bool = False
    events: bool = False
    milestones: bool = False

    def is_of(self, state: str) -> bool:
        """Whether what happens in a state belongs to the channel."""
        return not self.states or state in self.states

    def wants(self, announcement: Announcement, state: str) -> bool:
        """Whether news of a tie in this state belongs to the channel, at once or in its digest."""
        if not self.is_of(state):
            return False
        if self.votes and announcement.is_vote:
            return True
        if announcement.kind is AnnouncementKind.VOTE:
            return self.votes
        return not self.standings or announcement.after in self.standings


_STREAM = "subscription:"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel and its preferences, with those before the last change, ``earlier``.

    ``digest_until`` and ``digest_seq`` say up to which moment and which announcement its digest has come.
    ``paused_why`` is None while messages arrive; ``ended`` is None while it lasts.
    """

    id: int
    guild: int
    channel: int
    set_by: int | None
    set_at: datetime
    preferences: Preferences
    digest_until: datetime
    digest_seq: int
    earlier: Preferences | None
    ended: SubscriptionEnd | None
    ended_at: datetime | None
    paused_at: datetime | None
    paused_why: str | None

    @property
    def stream(self) -> str:
        """What its deliveries are sent for, as the outbox has it."""
        return stream_of(self.id)

    @property
    def mark(self) -> str:
        """A short mark of what a channel gets and got before, by which an old *Undo* is told from the newest."""
        state = {
            "preferences": to_plain(self.preferences),
            "earlier": self.earlier and to_plain(self.earlier),
            "ended": self.ended,
            "set_at": self.set_at.isoformat(),
        }
        return _crc(json.dumps(state, sort_keys=True))

    def is_marked(self, mark: str) -> bool:
        """Whether a button's mark is of this state, also in the form of earlier versions."""
        return mark in {self.mark, self._earlier_mark}

    @property
    def _earlier_mark(self) -> str:
        state = (self.preferences, self.earlier, self.ended, self.set_at)
        return _crc(f"({', '.join(map(_as_written_once, state))})")


def _crc(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def _as_written_once(value: object) -> str:
    """A value as ``repr`` wrote it into the marks of earlier versions, whose preferences had these fields."""
    if not isinstance(value, Preferences):
        return repr(value)
    names = ("states", "standings", "votes", "role", "digest")
    return f"Preferences({', '.join(f'{name}={getattr(value, name)!r}' for name in names)})"


def stream_of(subscription_id: int) -> str:
    """What the deliveries of a subscription are sent for, as the outbox has it."""
    return f"{_STREAM}{subscription_id}"


def subscription_of(stream: str | None) -> int | None:
    """The id of the subscription that a delivery is sent for, or None if it is sent for something else."""
    return int(stream.removeprefix(_STREAM)) if stream and stream.startswith(_STREAM) else None


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


@dataclass(frozen=True, slots=True)
class Undone:
    """An addition that was taken back: the id of what it was, and of its tie; what is of no tie has its own id there.
    ``source`` is the id of a source that went with it, None if none did.
    """

    kind: AdditionKind
    subject: str
    tie: str
    source: str | None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class HearingPlan:
    """A hearing as it was last seen. ``moment`` is when it is, as a text: another one makes its reminders new.

    ``seen_at`` is when it was first seen at that moment: what would have been said before is not.
    """

    hearing: str
    tie: str
    act: str
    moment: str
    is_cancelled: bool
    seen_at: datetime


# A reminder that has had its turn: hearing, moment and lead.
LeadDone: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class TieWatch:
    """One person's watch on one tie, or on all of a state: ``watches.state_watched``.

    ``closed_at`` says since when their direct messages have been closed, or None. ``reminders``: they are reminded of
    hearings.
    """

    user: int
    tie: str
    since: datetime
    closed_at: datetime | None
    reminders: bool = False


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A server's own template: its name there, and the text of its file."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TemplateChange:
    """What was done to a server's own template: the text before and after, None where there was none."""

    id: int
    name: str
    before: str | None
    after: str | None
