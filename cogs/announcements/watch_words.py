"""What is said of watching a tie or a state by direct message, a function a sentence. Pure."""

from __future__ import annotations

from cogs.wording.english import plural

WATCHES_NOTHING = "You are not watching any tie. Press Watch under a tie's card, such as the one that `/status` shows."
WATCHES = "You watch this tie"
WATCHES_ALREADY = "You already watch this tie"
DOES_NOT_WATCH = "You do not watch this tie"
STOPPED = (
    "Nothing new about it will be sent to you. One thing may still come: "
    "if something I told you about it turns out to be wrong, I will put it right."
)
TIE_IS_GONE = "That tie is no longer on record."
DMS_HAVE_TO_BE_OPEN = (
    "A direct message comes when it changes. Discord must let me write to you: share a server with me that allows it."
)
DM_COMES_FOR_EACH = "A direct message comes when one of these changes."
DMS_WERE_CLOSED = (
    "Your direct messages were closed to me when I last wrote, so nothing comes at the moment. Open them (Privacy "
    "Settings of a server that we share), then press Watch on a tie again."
)
PRESS_TO_WATCH = (
    "Press the one that you want to watch. A direct message comes when it changes, and only you see that you watch it."
)


def watch_this(name: str) -> str:
    """The button that watches a tie, or a state."""
    return f"Watch {name}"


def watches_too_many(most: int) -> str:
    """That no more can be watched."""
    return f"You watch {most} ties, which is the limit. Use `/watch list` to stop some of them."


def watched_with_reminders(told: str) -> str:
    """A tie of the list whose hearings the person is reminded of."""
    return f"{told}, with reminders of hearings"


ALL_OF_STATE = (
    "A direct message comes when any tie of the state changes, including ties that are added later. "
    "For that, your direct messages have to be open. `/watch list` shows all that you watch."
)


def one_state_please(typed: str) -> str:
    """What was given as a state is none, or several."""
    return f"{typed} is not one state that I know. Write its name or its two letters, such as OR."


def all_of_state(name: str) -> str:
    """All ties of a state, as one thing that is watched."""
    return f"{name}: every tie of the state"


def watches_state(name: str, *, on: bool, known: bool) -> str:
    """Whether a person watches a state."""
    if not on:
        return f"You do not watch all of {name}"
    return f"You already watch all of {name}" if known else f"You watch all of {name}"


def stopped_with_state(name: str) -> str:
    """That the watch on a whole state is over, by which a tie was watched."""
    return f"You watched this tie with all of {name}. That watch is over; `/watch state` brings it back."


def you_watch(number: int) -> str:
    """The title of the list of what a person watches."""
    return f"You watch {plural(number, 'tie')}"
