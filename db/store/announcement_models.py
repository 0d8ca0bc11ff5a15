"""What is announced, and the kinds of delivery that tell it, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.standings import Standing
from db.record.values import value
from db.store.delivery_models import DeliveryKind, NoPayload


class AnnouncementKind(StrEnum):
    """A change of standing; a proposal, hearing or vote to keep; a correction of what was announced; and that an act
    was withdrawn, be it that its announcement is mended or that the tie's standing changes by it.
    """

    CHANGE = "change"
    VOTE = "vote"
    CORRECTION = "correction"
    RETRACTION = "retraction"


@value
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


@value
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
ANNOUNCEMENT = DeliveryKind("announcement", NoPayload)
WATCH = DeliveryKind("watch", NoPayload)
CORRECTION = DeliveryKind("correction", NoPayload)
DIGEST = DeliveryKind("digest", DigestPayload)
SUMMARY = DeliveryKind("summary", NoPayload)


@value
class MilestonePayload:
    """A count of signatures that was passed, and the number of the reading that did."""

    milestone: int
    reading: int


# Its rows are put in with the reading, by ``db.store.petition``; one a milestone and channel, whatever the count does.
MILESTONE = DeliveryKind("petition", MilestonePayload)
