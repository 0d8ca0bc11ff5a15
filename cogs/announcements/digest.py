"""The weekly digest: what it holds for a channel, and when it is due. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from cogs.kit.schedule import WEEK, WeeklyTime
from db.record.derivation import Freshness, freshness
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value
from db.store.announcement_models import Announcement, DigestPayload
from db.store.subscription_models import DigestMode, Subscription


@value
class Digest:
    """What a digest holds: the announcements, the ties whose word has become stale, and the totals, as of its day."""

    day: date
    news: tuple[str, ...]
    stale: tuple[str, ...]
    totals: Mapping[Standing, int]

    def payload(self) -> DigestPayload:
        """All but the announcements, as it is kept with the delivery."""
        totals = {str(standing): count for standing, count in self.totals.items() if count}
        return DigestPayload(self.day.isoformat(), list(self.stale), totals)

    @classmethod
    def unpack(cls, payload: DigestPayload, news: Iterable[str]) -> Digest:
        """The digest that ``payload`` was made from."""
        totals = {Standing(name): count for name, count in payload.totals.items()}
        return cls(date.fromisoformat(payload.day), tuple(news), tuple(payload.stale), totals)


def due_slot(subscription: Subscription, hour: WeeklyTime, now: datetime) -> datetime | None:
    """The digest hour whose digest is still to be made for a channel, or None. ``hour`` is the one of all channels.

    A channel that is further ahead than the coming hour got there by a wrong clock, and starts again from here.
    """
    if subscription.preferences.digest is DigestMode.OFF:
        return None
    slot = hour.last(now)
    return slot if not slot <= subscription.digest_until <= slot + WEEK else None


def next_slot(subscription: Subscription, hour: WeeklyTime, now: datetime) -> datetime | None:
    """When a channel gets its next digest; None for a channel without."""
    return None if subscription.preferences.digest is DigestMode.OFF else hour.next(now)


def gather(
    subscription: Subscription,
    news: Sequence[tuple[int, str, Announcement]],
    mended: Collection[str],
    register: Register,
    *,
    since: datetime,
    until: datetime,
) -> Digest | None:
    """A channel's digest of a time, from the announcements with their place in the order and their state.

    ``mended`` are corrections of what the channel was told otherwise: they are no news to it, nor are those of what
    stands in this digest.

    None if nothing that the channel asked for was announced, and no word has become stale since its last digest.
    """
    told = _told(subscription, news, mended)
    states = subscription.preferences.states
    stale, counts = _figures(states, since.date(), until.date(), register, register.version)
    if not told and not stale:
        return None
    return Digest(until.date(), told, stale, counts)


def _told(
    subscription: Subscription, news: Sequence[tuple[int, str, Announcement]], mended: Collection[str]
) -> tuple[str, ...]:
    told: list[str] = []
    covered = set(mended)
    for seq, state, item in news:
        if item.id in covered or seq <= subscription.digest_seq:
            continue
        if item.corrects in covered or item.corrects in told:
            covered.add(item.id)
        elif subscription.preferences.wants(item, state):
            told.append(item.id)
    return tuple(told)


@lru_cache(maxsize=64)
def _figures(
    states: tuple[str, ...], since: date, until: date, register: Register, _version: int
) -> tuple[tuple[str, ...], Mapping[Standing, int]]:
    """What went stale in these states, and their totals: the same for all channels that ask for the same states."""
    ties = [tie for tie in register.record.ties.values() if not states or register.state_of(tie) in states]
    return tuple(tie.id for tie in ties if _went_stale(tie, register, since, until)), register.counts(ties)


def _went_stale(tie: Tie, register: Register, since: date, until: date) -> bool:
    newest = register.status(tie.id).newest
    if newest is None:
        return False
    return freshness(newest, until) is Freshness.STALE and freshness(newest, since) is not Freshness.STALE
