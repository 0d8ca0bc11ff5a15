"""The buttons of hearings."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class ShowHearings(PressRoute, name="tie-hearing", reply=Reply.NEW_MESSAGE):
    """Hearing, on the card of a tie that has one to come."""

    tie: str


class HearingsPage(PressRoute, name="hearings", reply=Reply.IN_PLACE):
    """A page of the hearings to come, of all states or of some; for another than its asker in a new message."""

    page: int
    states: tuple[str, ...] = ()


class HearingsCalendar(PressRoute, name="hearings-ics", reply=Reply.DEFERRED_NEW):
    """The hearings to come as a calendar file: of all states or of some."""

    states: tuple[str, ...] = ()


class RemindMe(PressRoute, name="hearing-remind", reply=Reply.DEFERRED_NEW):
    """Watch a tie, and be reminded of its hearings."""

    tie: str


class DoNotRemindMe(PressRoute, name="hearing-remind-off", reply=Reply.DEFERRED_OWN):
    """Be reminded of the hearings of a tie no longer; it is watched still."""

    tie: str


class EnterOutcome(PressRoute, name="hearing-outcome", reply=Reply.FORM):
    """Begin the act that says what came of a hearing, from the editors' queue."""

    tie: str


class LetHearingRest(PressRoute, name="hearing-rest", reply=Reply.DEFERRED):
    """Note that nothing more is to be found out about a hearing."""

    tie: str


class TieCalendar(PressRoute, name="hearing-ics", reply=Reply.DEFERRED_NEW):
    """The hearings of a tie as a calendar file."""

    tie: str
