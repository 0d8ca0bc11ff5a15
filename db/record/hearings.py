"""The hearings of proposals: which are to come, when they begin and end, and what stays the same when one is moved.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_after, acts_in_force, lineage
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.time_zones import time_zone, usual_zone
from db.record.values import value

# Nobody says when a hearing ends; so long it is taken to last.
LASTS = timedelta(hours=3)


@value
class Hearing:
    """The hearing of a proposal.

    ``name`` is the id of the act that first set it: it stays when the hearing is moved or mended by a correction, and
    ``version`` counts these. ``zone`` is the time zone of the hearing, or, where none is on record, that of most of the
    state: it tells when a day is over, and no time of day.
    """

    name: str
    version: int
    tie: Tie
    act: Act
    day: date
    zone: str

    @property
    def starts(self) -> datetime | None:
        """When it begins, in UTC; None where only its day is known."""
        if self.act.hearing_time is None:
            return None
        return self._at(self.day, self.act.hearing_time)

    @property
    def ends(self) -> datetime:
        """When it is over: three hours after it began, or, where only its day is known, with that day."""
        return self.starts + LASTS if self.starts else self._at(self.day + timedelta(days=1), time())

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.act.hearing_cancelled

    def local(self, day: date, at: time) -> datetime:
        """A time of day by the clocks of its zone, in UTC."""
        return self._at(day, at)

    def _at(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, time_zone(self.zone)).astimezone(UTC)


def hearing_of(tie: Tie, act: Act, register: Register) -> Hearing | None:
    """The hearing that an act of a tie sets; None if it sets none."""
    if act.hearing is None:
        return None
    chain = lineage(act.id, tie.acts)
    zone = act.hearing_zone or usual_zone(register.state_of(tie))
    return Hearing(chain[-1], len(chain) - 1, tie, act, act.hearing, zone)


def hearings_of(tie: Tie, register: Register) -> Iterator[Hearing]:
    """The hearings of a tie that are in force, past and cancelled ones too, unless the tie was decided on since."""
    for act in acts_in_force(tie.acts):
        if act.hearing is None or any(ACT_KINDS[later.kind].decides for later in acts_after(tie, act)):
            continue
        found = hearing_of(tie, act, register)
        assert found is not None
        yield found


def coming(register: Register, now: datetime, ties: Iterable[Tie] | None = None) -> tuple[Hearing, ...]:
    """The hearings that are not over, of these ties or of all, soonest first; cancelled ones too."""
    known = register.record.ties.values() if ties is None else ties
    heard = (tie for tie in known if any(act.hearing for act in tie.acts))
    found = (hearing for tie in heard for hearing in hearings_of(tie, register) if hearing.ends > now)
    return tuple(sorted(found, key=lambda hearing: (hearing.ends, hearing.name)))
