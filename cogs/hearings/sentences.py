"""What the hearings say. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from cogs.hearings.schedule import Change
from cogs.wording.english import listed
from cogs.wording.english import plural as numbered

TITLE = "Upcoming hearings"
OPEN = "Hearing"
TAKE_PART = "Take part in the hearing"
CALENDAR = "Calendar file"
ALL_AS_CALENDAR = "All as a calendar file"
FILE_IS_A_COPY = "A calendar that has imported this file does not learn of changes: come back and import it again."
CANCELLED = "Canceled"
NONE_LEFT = "No hearing on this tie is on record as coming."
WHAT_COUNTS = (
    "Only hearings that an editor has recorded with a source are here. Councils can move them: check the agenda."
)
ADDRESS_OF_AGENDA = "Agenda"
COMING_UP = "A hearing is coming up"
DETAILS = "Details"
REMIND_ME = "Remind me"
NO_REMINDERS = "No reminders"
REMINDER_IS_LATE = "This reminder is late: it could not be sent in time."
WILL_REMIND = (
    "You watch this tie, and are reminded 7 days, 1 day and 2 hours before a hearing, by direct message. Of a hearing "
    "without a time of day you are reminded 7 days and 1 day before, in the morning."
)
NO_LONGER_REMINDED = "You will no longer be reminded of its hearings."
WERE_YOU_THERE = "Were you there?"
TIPS_MAY_SAY = (
    "Somebody has handed in what they know of this tie. Look at that first: an act entered from it ends it, too."
)
OUTCOMES_TO_ENTER = "Hearings without an outcome"
OUTCOME_NOUN = "hearing"
ENTER_OUTCOME = "Enter what came of it"
LET_REST = "Nothing to be found"
AT_REST = "Noted: this hearing no longer waits. What comes to light later is entered with `/record act`."
OUTCOME_IS_KNOWN = "This hearing no longer waits: somebody was faster, or its tie was decided on."
NOBODY_ENTERS = "Acts cannot be entered just now. Please try again in a minute."
CHANGES: Mapping[Change, str] = {
    Change.MENDED: "The hearing, as it is on record now",
    Change.MOVED: "The hearing was moved",
    Change.CANCELLED: "The hearing is canceled",
    Change.WITHDRAWN: "This hearing is no longer on record",
    Change.DECIDED: "The tie was decided on before this hearing",
}


def none_on_record(places: str) -> str:
    """That no hearing is to come, which is how it mostly is. ``places`` are the states asked for; empty for all."""
    what = f"No hearing or vote on a tie in {places}" if places else "No hearing or vote on a tie"
    return f"{what} is on record as coming. That is so most of the time: few councils take this up."


def how_to_hear(follow: str, ask: str, tip: str) -> str:
    """How to be told of the next one, and to tell of one."""
    return (
        f"To hear of the next one, an organizer can let a channel follow with {follow}; *Reminders of hearings* are "
        f"off until they are chosen there. You can press Watch on a tie that {ask} shows, and, once a hearing is set, "
        f"*Remind me* beside it. If you know of one, hand it in with {tip}."
    )


def list_title(many: int, places: str) -> str:
    """What a list of hearings is headed with."""
    told = f"{numbered(many, 'hearing')} to come"
    return f"{told} in {places}" if places else told


def had_said(dated: str) -> str:
    """When a hearing was to be, by what a message had said."""
    return f"It had been set for ~~{dated}~~."


def nothing_on_record(dated: str) -> str:
    """That nobody has told what came of a hearing."""
    return (
        f"A hearing was set for {dated}, and what came of it is not on record. If you know, tell it with a link: the "
        "minutes, a recording, a report. An editor looks at everything that comes in."
    )


def over_since(dated: str) -> str:
    """When a hearing was set, of which the outcome is not known."""
    return f"Set for {dated}; nothing says what came of it."


def time_unknown(dated: str) -> str:
    """A day of which no time is known."""
    return f"{dated}. The time of day is not on record."


def moment(stamp: int, weekday: str, dated: str) -> str:
    """A time of day, as the body's clock shows it, and then as each reader's own does: it may be another day there."""
    return f"{weekday}, {dated} (for you: <t:{stamp}:F>, <t:{stamp}:R>)."


def states_named(names: list[str]) -> str:
    """States in a row."""
    return listed(names)


def unknown_state(typed: str) -> str:
    """What was given as a state is none."""
    return f"{typed} is not a state that I know. Write its name or its two letters, such as OR, or leave it out."


PLACE_IN_AGENDA = "See the agenda"


def event_name(names: str) -> str:
    """What an event of a server is called."""
    return f"Hearing: {names}"


def watches_too_many(most: int) -> str:
    """That nobody may watch more ties."""
    return f"You watch {most} ties, which is the limit. Stop watching one of them first: /watch list."


def open_tip(number: int) -> str:
    """The key to an open tip of the same tie."""
    return f"Open tip {number}"
