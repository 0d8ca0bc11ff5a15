"""What each command is for, in one sentence beside the command itself, so that ``/help`` lists what there is. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from db.record.values import value

KEY = "help"


class Topic(StrEnum):
    """What a person may want to do, in the order in which it is shown."""

    BEGIN = "Where to begin"
    LOOK = "Find out how a tie stands"
    FOLLOW = "Hear about changes"
    ACT = "Do something about it"
    EDIT = "For editors"
    ABOUT = "About me"


@value
class HelpEntry:
    """Where a command stands in ``/help``, and what one does with it: a few words without a stop.

    ``organizers_only`` is for one among commands that are for all: Discord can hide a whole group, but no part of it.
    """

    topic: Topic
    summary: str
    organizers_only: bool = False


def help_extras(topic: Topic, summary: str, *, organizers_only: bool = False) -> dict[str, HelpEntry]:
    """The ``extras`` of a command, by which ``/help`` finds it."""
    return {KEY: HelpEntry(topic, summary, organizers_only)}


def help_of(extras: Mapping[object, object]) -> HelpEntry | None:
    """What ``help_extras`` put into a command's extras, or None."""
    found = extras.get(KEY)
    return found if isinstance(found, HelpEntry) else None
