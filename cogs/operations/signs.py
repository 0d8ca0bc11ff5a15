"""The signs by which somebody sees whether the bot is well: when each thing last happened, and what is too long ago.

Pure. Ages and not flags: a process may stand there for hours and do nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta

from db.record.values import value

# The event loop rewrites the file so often.
WRITE_SECONDS = 15
# Discord is heard at least every 45 seconds: it answers heartbeats. Reconnecting takes a while.
LONGEST_SILENCE = timedelta(minutes=3)
# A request is made at least every 5 minutes, if only to see whether one succeeds.
PROBE_AFTER = timedelta(minutes=5)
LONGEST_WITHOUT_REQUEST = timedelta(minutes=15)
LONGEST_WAIT = timedelta(minutes=30)
LONGEST_WITHOUT_BACKUP = timedelta(hours=50)
LONGEST_START = timedelta(minutes=2)
# Less than a day's backup, the log beside the database and the pictures can need.
LEAST_ROOM = 200_000_000
STALE_FILE = timedelta(seconds=4 * WRITE_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """When each thing last happened, in UTC; None if never. ``pid`` is the process that wrote them.

    ``oldest_unsent`` is since when the message waits that is due and has waited longest. ``held`` says that a restore
    holds all sending, ``backups`` that the bot makes them, and ``sweep`` how often it looks for what waits, in seconds.
    ``waiting`` is how many messages are not sent yet, by state, and ``room`` how many bytes fit on the database's disk.
    """

    pid: int
    written: datetime
    started: datetime
    ready: bool
    gateway: datetime | None = None
    request: datetime | None = None
    swept: datetime | None = None
    oldest_unsent: datetime | None = None
    backup: datetime | None = None
    digest: datetime | None = None
    held: bool = False
    backups: bool = True
    sweep: float = 15.0
    servers: int = 0
    room: int | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> str:
        """One line that ``from_json`` reads back."""
        return json.dumps(asdict(self), default=datetime.isoformat) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Signs:
        """Read the line. Raises ValueError or TypeError for anything else."""
        said = json.loads(text)
        if not isinstance(said, dict):
            raise TypeError("no signs")
        moments = {each.name for each in fields(cls) if "datetime" in str(each.type)}
        for name in moments & said.keys():
            said[name] = datetime.fromisoformat(said[name]) if said[name] else None
        return cls(**said)


@value
class Sign:
    """One thing that was looked at: what it is, how it is, and whether that is well."""

    name: str
    said: str
    ok: bool

    def __str__(self) -> str:
        return f"{'ok ' if self.ok else 'BAD'} {self.name}: {self.said}"


def judge(signs: Signs, now: datetime) -> tuple[Sign, ...]:
    """All that is looked at, in order."""
    return tuple(_judged(signs, now))


def _judged(signs: Signs, now: datetime) -> Iterator[Sign]:
    yield _process(now - signs.written)
    if not signs.ready:
        yield Sign("start", f"since {ago(now - signs.started)}", now - signs.started <= LONGEST_START)
        return
    yield _age("gateway", signs.gateway, now, LONGEST_SILENCE, "Discord was last heard {} ago")
    yield _age("requests", signs.request, now, LONGEST_WITHOUT_REQUEST, "the last that succeeded was {} ago")
    if signs.held:
        yield Sign("outbox", "held after a restore: an editor has to let it go on, in /queue", ok=True)
    else:
        most = timedelta(seconds=3 * signs.sweep) + LONGEST_SILENCE
        yield _age("outbox", signs.swept, now, most, "it last looked for what waits {} ago")
        yield _waiting(signs.oldest_unsent, now)
    if signs.backups:
        since = signs.backup or signs.started
        said = "the last is of {} ago" if signs.backup else "none yet, {} after the start"
        yield _age("backup", since, now, LONGEST_WITHOUT_BACKUP, said)
    else:
        yield Sign("backup", "off", ok=True)
    if signs.room is not None:
        yield Sign("disk", f"{signs.room // 1_000_000:,} MB are free", signs.room >= LEAST_ROOM)
    yield Sign("digest", f"the last was due {ago(now - signs.digest)} ago" if signs.digest else "none yet", ok=True)


def _process(age: timedelta) -> Sign:
    if age <= STALE_FILE:
        return Sign("process", f"it runs, and wrote its signs {ago(age)} ago", ok=True)
    return Sign("process", f"it has not written its signs for {ago(age)}: it hangs or has ended", ok=False)


def _age(name: str, at: datetime | None, now: datetime, most: timedelta, said: str) -> Sign:
    if at is None:
        return Sign(name, "never yet", ok=False)
    return Sign(name, said.format(ago(now - at)), now - at <= most)


def _waiting(oldest: datetime | None, now: datetime) -> Sign:
    if oldest is None:
        return Sign("unsent", "nothing that is due waits", ok=True)
    return Sign("unsent", f"the oldest that is due has waited for {ago(now - oldest)}", now - oldest <= LONGEST_WAIT)


def ago(age: timedelta) -> str:
    """An age in the largest unit that says enough."""
    seconds = max(int(age.total_seconds()), 0)
    for name, length in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {name}"
    return f"{seconds} seconds"
