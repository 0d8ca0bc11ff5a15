"""What channels and people have asked to hear, as values. Pure."""

from __future__ import annotations

import json
import zlib
from datetime import datetime
from enum import StrEnum

from db.record.codec import to_plain
from db.record.standings import Standing
from db.record.values import value
from db.store.announcement_models import Announcement, AnnouncementKind

_STREAM = "subscription:"


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


@value
class Audience:
    """How many channels and watchers an announcement goes to.

    Of a correction, those are where it is mended; ``as_news`` are those who hear of the new standing as news, None
    where it changes none.
    """

    channels: int
    watchers: int
    as_news: Audience | None = None


@value
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


@value
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


@value
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


@value
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
