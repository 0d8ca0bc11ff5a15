"""What a channel's digest looks like, made of the newest changes on record that it would have been told. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cogs.announcements import summary_rows
from cogs.announcements.digest import Digest
from cogs.wording.sources import Citations
from db.record.derivation import acts_in_force, is_change, standings_along
from db.record.models import Act, Tie
from db.record.register import Register
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.subscription_models import Preferences

# So many lines show what one is like.
_MOST_SHOWN = 3


def sample_of(preferences: Preferences, register: Register, now: datetime) -> Digest:
    """The totals of the states that are followed, as of today; its news are in ``sample_rows``."""
    ties = [tie for tie in register.record.ties.values() if preferences.is_of(register.state_of(tie))]
    return Digest(now.date(), (), (), register.counts(ties))


def sample_rows(preferences: Preferences, register: Register, now: datetime, cited: Citations) -> tuple[str, ...]:
    """The lines on the newest changes, newest first; none where none fits."""
    found = [
        (act, item)
        for tie in register.record.ties.values()
        for act, item in _changes(tie, now)
        if preferences.wants(item, register.state_of(tie))
    ]
    newest = sorted(found, key=lambda each: each[0].date.last, reverse=True)[:_MOST_SHOWN]
    return tuple(summary_rows.row(item, register, cited) for _, item in newest)


def _changes(tie: Tie, now: datetime) -> Iterator[tuple[Act, Announcement]]:
    """The acts that changed how a tie stands, each as if it were announced now."""
    acts = acts_in_force(tie.acts)
    standings = standings_along(acts)
    for act, before, after in zip(acts, standings, standings[1:], strict=False):
        if is_change(act, before, after):
            yield act, Announcement(act.id, AnnouncementKind.CHANGE, tie.id, act.id, before, after, None, now)
