"""How a link stands, by what was seen at each look. Pure.

Nothing of it changes a standing or a grade: what a source proved, it proved. A link that is gone makes a task.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

# So many failures, with so many days between them, make a link gone: one bad night proves nothing.
STRIKES = 3
DAYS_BETWEEN_STRIKES = 3
DAYS_BETWEEN_LOOKS = 7


class LinkState(StrEnum):
    """How a link stands. With a question mark: an editor has to look, or more looks are needed."""

    UNKNOWN = "unknown"
    ALIVE = "alive"
    MOVED = "moved"
    MOVED_PERHAPS = "moved?"
    BLOCKED = "blocked"
    GONE_PERHAPS = "gone?"
    GONE = "gone"


# In these an editor has something to do.
BROKEN = frozenset({LinkState.GONE, LinkState.MOVED_PERHAPS})


class Seen(StrEnum):
    """What a look at a link saw. ``NOTHING`` says that the look itself failed, which proves nothing."""

    PAGE = "page"
    OTHER_PAGE = "other_page"
    FRONT_PAGE = "front_page"
    GUARD = "guard"
    FAILURE = "failure"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a source's link. ``struck_on`` is the day of the last failure that counted.

    ``since`` is the day on which it came to stand so; ``why`` says in words what was seen last; ``leads_to`` is where
    it led, if elsewhere. ``settled`` says that an editor has dealt with how it stands.
    """

    source: str
    address: str
    state: LinkState = LinkState.UNKNOWN
    strikes: int = 0
    struck_on: date | None = None
    looked_on: date | None = None
    since: date | None = None
    why: str = ""
    leads_to: str = ""
    settled: bool = False

    @property
    def broken(self) -> bool:
        """Whether an editor has something to do about it."""
        return self.state in BROKEN and not self.settled


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """One look at a link: what was seen, why in words, and where it led if elsewhere."""

    seen: Seen
    why: str = ""
    leads_to: str = ""


def is_due(link: Link, today: date) -> bool:
    """Whether a link is to be looked at: weekly, and one that failed as soon as another failure would count.

    A look in the future was made by a wrong clock, and does not hold up another.
    """
    if link.looked_on is None or link.looked_on > today:
        return True
    days = DAYS_BETWEEN_STRIKES if link.state is LinkState.GONE_PERHAPS else DAYS_BETWEEN_LOOKS
    return today - link.looked_on >= timedelta(days=days)


def state_after(link: Link, look: LinkCheck, today: date) -> Link:
    """How a link stands after a look at it."""
    if look.seen is Seen.NOTHING:
        return _moved_on(link, link.state, look, today, link.strikes, link.struck_on)
    if look.seen is not Seen.FAILURE:
        strikes = link.strikes if look.seen is Seen.GUARD else 0
        return _moved_on(link, _state_of(look.seen), look, today, strikes, link.struck_on if strikes else None)
    strikes, struck_on = link.strikes, link.struck_on
    if struck_on is None or struck_on > today or today - struck_on >= timedelta(days=DAYS_BETWEEN_STRIKES):
        strikes, struck_on = min(strikes + 1, STRIKES), today
    state = LinkState.GONE if strikes >= STRIKES else LinkState.GONE_PERHAPS
    return _moved_on(link, state, look, today, strikes, struck_on)


def _state_of(seen: Seen) -> LinkState:
    match seen:
        case Seen.PAGE:
            return LinkState.ALIVE
        case Seen.OTHER_PAGE:
            return LinkState.MOVED
        case Seen.FRONT_PAGE:
            return LinkState.MOVED_PERHAPS
        case Seen.GUARD:
            return LinkState.BLOCKED
        case Seen.FAILURE:
            return LinkState.GONE_PERHAPS
        case Seen.NOTHING:
            return LinkState.UNKNOWN
        case _:
            assert_never(seen)


def _moved_on(link: Link, state: LinkState, look: LinkCheck, today: date, strikes: int, struck_on: date | None) -> Link:
    same = state is link.state and look.leads_to == link.leads_to
    return Link(
        link.source,
        link.address,
        state,
        strikes,
        struck_on,
        today,
        link.since if same and link.since else today,
        look.why,
        look.leads_to,
        settled=link.settled and same,
    )
