"""What the editors' queue says: all that waits, by its worth. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from cogs.wording.english import plural
from db.store.draft_models import DraftTask

WAITING_FOR_SECOND = "Waiting for a second editor"
CHANGES_BY_DATASET = "Changes by the dataset"
WHAT_WAITS = "### What waits for editors"
NEW_WORK = "### New work waits"
LONG_WAITING = "### This has waited for a week or more"
CHOOSE_WORK = "Open one that waits"
OPEN_FIRST = "Begin with the first"
NOTHING_ELSE_WAITS = "-# Nothing else waits."
SHOW_QUEUE = "Show what waits"
YOURS = "you"
KIND_GONE = "Nothing of that kind is in the queue. `/queue` shows all that waits."


def own_drafts(number: int, shown: int) -> str:
    """How many drafts of one's own there are, of which the list has so many."""
    if number > shown:
        count = plural(number, "draft")
        return f"**Your drafts**: {count}; the list has the newest {shown}, and more as these are dealt with"
    return f"**Your drafts**: {plural(number, 'draft') if number else 'none'}"


def waits(title: str, number: int, noun: str) -> str:
    """How many of a kind wait."""
    return f"**{title}**: {plural(number, noun) if number else 'none'}"


def in_list(number: int, title: str, hint: str, who: str, until: str) -> str:
    """One that waits, by its place in the list; ``who`` has it open ``until`` then, if anybody has."""
    told = f"{number}. **{title}** · {hint}"
    return f"{told} · open with {who} until {until}" if who else told


def waits_long(title: str, number: int, noun: str, days: int) -> str:
    """How many of a kind have waited long, and for how many days the oldest."""
    if number == 1:
        return f"**{title}**: {plural(number, noun)}, for {plural(days, 'day')}"
    return f"**{title}**: {plural(number, noun)}, the oldest for {plural(days, 'day')}"


def editors_reminded(role: str) -> str:
    """Calls the editors to what has waited long."""
    return f"{role}: something has waited for a week or more."


def editors_called(role: str) -> str:
    """Calls the editors to new work."""
    return f"{role}: new work waits."


_DRAFT_ROWS: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "Record",
    DraftTask.CORRECT: "Correct",
    DraftTask.RETRACT: "Withdraw",
}


def draft_row(task: DraftTask, kind: str, dated: str, *, returned: bool) -> str:
    """A draft of a list; ``kind`` may be empty."""
    row = f"{_DRAFT_ROWS[task]} {kind} {dated}" if kind else f"{_DRAFT_ROWS[task]} {dated}"
    return f"{row} (sent back)" if returned else row
