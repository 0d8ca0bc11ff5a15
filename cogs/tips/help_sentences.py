"""What volunteers who help out are told, and editors of ties to look at again. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.wording.dates import on
from db.record.models import PartialDate

FOUND_NOTHING = "Nothing newer"
COULD_NOT = "I could not"
ANOTHER = "Another one"
STALE = "Ties to look at again, the longest unsearched first"
LOOK_AT_FIRST = "Look at the first tie"
NOTHING_TO_DO = (
    "There is nothing to look at just now: every tie was looked at recently, or somebody is looking now. Thank you."
)
NO_SUCH_TIE = "No tie of that place or state waits for a look. Try it without a place."
NOT_YOURS = "This task is no longer yours. `/help-out` gives you another."
LOOKED_TITLE = "Nothing newer found"
WHERE_LABEL = "Where did you look"
WHERE_HINT = "Council minutes of 2026, the Herald’s archive. An editor reads this"
NOTE_LABEL = "Anything else"
NOTE_HINT = "Pages that did not open, people to ask. May be left empty"
LOOKED = (
    "Thank you. What you looked through is with the editors now: one of them reads it before the record says that "
    "somebody looked. `/tip mine` shows what comes of it."
)
PLEASE_LOOK = (
    "Please check whether anything newer is known: a vote, a proposal, a word of the mayor, a page that lists the tie "
    "or no longer does. Here are places to begin:"
)
COULD_NOT_DONE = "That is fine. Somebody else will be asked. Thank you for trying."
NOTED = "Noted: somebody looked, and found nothing newer."
NOTE_SEARCH = "Note the search"
CANNOT_NOTE = "Searches cannot be noted here just now: the editors’ commands are not loaded."


def task(name: str, standing: str, searched: str, links: Sequence[str], until: str) -> str:
    """A task of ten minutes, and where to look."""
    told = [
        "### Ten minutes that help",
        f"**{name}**\nOn record: {standing}. {searched}",
        PLEASE_LOOK,
        "\n".join(f"- {link}" for link in links),
        f"It is yours until {until}, and then anybody’s. Whatever you find, an editor checks it.",
    ]
    return "\n\n".join(told)


def stale(name: str, standing: str, searched: str, links: Sequence[str]) -> str:
    """A tie to look at again, for an editor."""
    listed = "\n".join(f"- {link}" for link in links)
    return f"### Is anything newer known?\n**{name}**\nOn record: {standing}. {searched}\n\n{listed}"


def searched(looked: PartialDate | None) -> str:
    """When somebody last looked."""
    return f"Last looked at {on(looked)}." if looked else "Nobody has looked yet."


def stale_hint(standing: str, looked: PartialDate | None) -> str:
    """A tie in the list of those."""
    return f"{standing} · looked at {on(looked)}" if looked else f"{standing} · never looked at"
