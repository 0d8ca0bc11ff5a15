"""What is said of how the bot is, and of a restore from a backup. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cogs.wording.english import paragraph, plural

HOW_IT_IS = "How I am"
AFTER_RESTORE = "After the restore from a backup"
NOTHING_IS_SENT = "Nothing is sent until you say so"
GO_ON = "Let sending go on"
SENT_ALREADY = "It was sent already"
SEND_ANYWAY = "Send it"
MAY_HAVE_BEEN_SENT = "May have been sent already"
GOES_ON = "Sending goes on. What waits is sent now; what the channels already have is not sent again."
WENT_ON_BEFORE = "Sending goes on already."
NOTHING_WAITS = "Nothing waits there any longer."
WILL_BE_SENT = "What waits there is sent now."
UNREAD_ARE_ASKED = (
    "Where the channel could not be read, nothing is sent by itself: each such channel has its own entry in `/queue`."
)
ENTER_AGAIN = (
    "If one of them tells of an act that is missing, record that act again: it takes its old number, finds its "
    "messages and is not announced twice, and a correction reaches them."
)


def sign(name: str, said: str, *, ok: bool) -> str:
    """One thing that was looked at, as a line."""
    return f"{'✅' if ok else '⚠️'} **{name}**: {said}"


def moment(when: datetime) -> str:
    """A moment as Discord shows it to each reader in their own time."""
    return f"<t:{int(when.timestamp())}:f>"


def held(backup_at: datetime, restored_at: datetime) -> str:
    """From which backup the bot was restored, and when."""
    return (
        f"The bot was restored {moment(restored_at)} from a backup of {moment(backup_at)}. What was recorded, "
        "subscribed and written between the two is gone, unless it is entered again."
    )


def reading(left: int) -> str:
    """How many channels and people are still to be read."""
    if not left:
        return "All channels and direct messages that the backup knows were read for what was sent since."
    places = plural(left, "channel or conversation", "channels or conversations")
    return f"{places} could not be read yet for what was sent since. The bot tries again every hour."


def found(strangers: Sequence[str], more: int) -> str:
    """The messages in channels that no row of the database knows, as links, and how many more there are."""
    if not strangers:
        return "No message was found that the database does not know of."
    lines = [f"- {link}" for link in strangers]
    if more:
        lines.append(f"- and {more} more")
    return "\n".join([paragraph(["These messages of the bot are from that time.", ENTER_AGAIN]), *lines])


def unread(where: str, why: str, waiting: int) -> str:
    """A channel or person that could not be read, and what waits there."""
    waits = plural(waiting, "message waits", "messages wait")
    return (
        f"{where} could not be read for what the bot sent between the backup and the restore: {why}. {waits} there. "
        "Please check whether that was already sent. If the bot is given Read Message History there, "
        "it checks by itself."
    )


def ended(count: int) -> str:
    """What waited for a channel was sent already."""
    return f"{plural(count, 'message is', 'messages are')} not sent again."


def waits_in_short(waiting: int, why: str) -> str:
    """The hint of an entry in the list of what waits."""
    return f"{plural(waiting, 'message waits', 'messages wait')}: {why}"
