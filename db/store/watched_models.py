"""What is watched, as values: feeds, councils, and how their last readings went. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from db.record.values import value

BETWEEN = timedelta(hours=6)
FIRST_BACKOFF = timedelta(hours=1)
LONGEST_BACKOFF = timedelta(hours=24)
TOLD_AFTER = timedelta(days=7)
# Longer than a summer recess of a council.
QUIET_AFTER = timedelta(days=60)


class ReadingOutcome(StrEnum):
    """What came of a reading. Nothing there, and nothing readable, are two things."""

    READ = "read"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


@value
class SourceReading:
    """When something was last read, what came of it, and when it is due. ``read_at`` is the last good reading.

    ``failing_since`` is the first failure after it; ``settled``: an editor knows of the failures. ``spoke_at`` is when
    something new last came (of a council: the day of its latest meeting), ``silence_known``: an editor knows that
    nothing did since. ``told_at`` is when the editors last heard that something is wrong.
    """

    read_at: datetime | None = None
    outcome: ReadingOutcome | None = None
    why: str = ""
    next_at: datetime | None = None
    fails: int = 0
    failing_since: datetime | None = None
    settled: bool = False
    spoke_at: datetime | None = None
    silence_known: bool = False
    told_at: datetime | None = None

    def is_due(self, now: datetime, between: timedelta = BETWEEN) -> bool:
        """Whether it is time to read. What a wrong clock put off for longer than can be, is due."""
        return self.next_at is None or self.next_at <= now or self.next_at > now + max(between, LONGEST_BACKOFF)

    def is_told(self, now: datetime) -> bool:
        """Whether it has failed for a week, and an editor should know."""
        return self.failing_since is not None and now - self.failing_since >= TOLD_AFTER and not self.settled

    def is_quiet(self, now: datetime) -> bool:
        """Whether it can be read and has brought nothing new for long, and an editor should know."""
        if self.spoke_at is None or self.failing_since is not None or self.silence_known:
            return False
        return now - self.spoke_at >= QUIET_AFTER

    def is_news(self, now: datetime) -> bool:
        """Whether something is wrong of which the editors have not heard yet."""
        since = self.failing_since if self.is_told(now) else self.spoke_at if self.is_quiet(now) else None
        return since is not None and (self.told_at is None or self.told_at < since)

    def spoke(self, at: datetime | None) -> SourceReading:
        """The same after something new came, or a later meeting was told of; as it is for None."""
        if at is None or at == self.spoke_at:
            return self
        return replace(self, spoke_at=at, silence_known=False)

    def went(self, outcome: ReadingOutcome, why: str, now: datetime, between: timedelta = BETWEEN) -> SourceReading:
        """The same after another reading: what fails is read less and less often, to once a day, and never given up."""
        if outcome is not ReadingOutcome.UNREADABLE:
            return SourceReading(
                now,
                outcome,
                why,
                now + between,
                spoke_at=self.spoke_at or now,
                silence_known=self.silence_known,
                told_at=self.told_at,
            )
        wait = min(FIRST_BACKOFF * 2 ** min(self.fails, 5), LONGEST_BACKOFF)
        since = self.failing_since or now
        return replace(
            self, outcome=outcome, why=why, next_at=now + wait, fails=self.fails + 1, failing_since=min(since, now)
        )


@value
class Feed:
    """A feed. ``covers`` are the ids of the U.S. places that it is about; none for one about anything.

    ``tips`` counts what was made of it on the day ``tips_on``, ``left_out`` what was more than a day's tips.
    """

    id: int
    address: str
    title: str
    covers: tuple[str, ...]
    reading: SourceReading = SourceReading()
    etag: str = ""
    modified: str = ""
    tips_on: date | None = None
    tips: int = 0
    left_out: int = 0

    @property
    def is_new(self) -> bool:
        """Whether it was never read: what stands in it then is no news."""
        return self.reading.read_at is None


@value
class Item:
    """An item of a feed. ``page`` is the one address of its page (``db.record.pages.page_of``), empty without one."""

    guid: str
    page: str
    title: str
    address: str = ""
    summary: str = ""
    published: date | None = None


class Platform(StrEnum):
    """Whose public interface a council's meetings are read from."""

    LEGISTAR = "legistar"
    GRANICUS = "granicus"
    PRIMEGOV = "primegov"
    CIVICCLERK = "civicclerk"


class MeetingState(StrEnum):
    """How a meeting stands. One that vanished before its day is taken to be cancelled, one that passed is not."""

    COMING = "coming"
    CANCELLED = "cancelled"
    PASSED = "passed"


@value
class Council:
    """The council of a U.S. place, by its place's id, and its name with a platform: ``portland``, ``12/city``."""

    place: str
    platform: Platform
    client: str
    reading: SourceReading = SourceReading()


@value
class Meeting:
    """A meeting as its platform tells of it. ``time`` is as written there, or empty. ``address`` is for people;
    ``agenda`` is where its agenda can be read, and ``text`` what the platform says of its business itself.
    """

    id: str
    title: str
    day: date
    time: str = ""
    address: str = ""
    agenda: str = ""
    text: str = ""
    cancelled: bool = False


@value
class KnownMeeting:
    """A meeting as it is kept: how it stands, and what was found in it, if anything was."""

    meeting: Meeting
    state: MeetingState
    hit: str = ""
    agenda_mark: str = ""
