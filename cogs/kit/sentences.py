"""What the bot says by itself, whatever the feature: refusals, apologies, what a channel needs. Pure."""

from __future__ import annotations

LEFT_OVER = "This button belongs to an earlier version of the bot. Please use the command again for a fresh one."
LEFT_OVER_FORM = "This form belongs to an earlier version of the bot, so it could not be used. Please open it again."
CHANGED = "This message has changed since that was shown, so nothing was done. Please use what it shows now."
OUTDATED = "This command has changed since Discord last showed it to you. Please try again in a minute."
NO_RIGHT = "You do not have the permission that this needs in this server."
UNREACHABLE = "Discord did not take that just now. Please try again in a moment."
NOT_SAVED = "The record could not be read or written just now, so nothing was changed. Please try again in a minute."
WHAT_YOU_TYPED = "What you typed, so that it is not lost:"
MORE_IN_HISTORY = "This is not all: press History for the rest."
MORE_BY_STATUS = "This is not all: `/status` shows the rest."
VALUE_NOT_READ = "One of the values could not be read. Please check what you entered and try again."


def apology(reference: str) -> str:
    """Said where something went wrong that nobody expected; the log has it under the same reference."""
    return f"Sorry, something went wrong on our side. If you report it, please give this reference: `{reference}`."


def from_lost_time(status: str) -> str:
    """Said of a button whose message is from after the backup that was restored; ``status`` is a command."""
    return (
        "This message is from before the bot was restored from a backup, and what it was about is not on record as it "
        f"was then. {status} has today's answer."
    )


# What a channel needs, and how to give it.

NOT_TIMED_OUT = "Not timed out"
END_THE_TIMEOUT = "End the bot's timeout (its profile, Remove Timeout)."
THREAD_NOT_LOCKED = "Thread not locked"
UNLOCK_THE_THREAD = "Unlock the thread, or choose another channel."
ROLE_CAN_BE_PINGED = "The role can be pinged"
CHOOSE_YOUR_OWN_ROLE = "Choose a role of your own: this one belongs to Discord, an app or everyone."
ALLOW_THE_PING = (
    "In the server's settings, under Roles, turn on “Allow anyone to @mention this role”, "
    "or allow the bot to Mention @everyone, @here, and All Roles."
)
QUEUE_NEXT = "Next"
QUEUE_LIST = "All that waits"
NOT_EDITOR = "Only editors can do this: people with the editor role in the home server."
ANOTHER_EDITOR = "another editor"
NO_EDITORS = "Nobody is an editor yet: somebody with Manage Server has to choose a role with `/setup` first."


def held_by(editor: int, until: str) -> str:
    """That another editor has a piece of work open."""
    return f"<@{editor}> has this open until {until}, so that nobody does the same work twice. Then it is free again."


CREATE_EVENTS = "Create Events"


def allow_in_server(name: str, permission: str) -> str:
    """How a permission is given in a server; ``name`` is the bot's there."""
    return f"In the server's settings, under Roles, allow the role of {name} to {permission}."


def allow(name: str, permission: str) -> str:
    """How a permission is given in a channel; ``name`` is the bot's there."""
    return f"In the channel's settings, under Permissions, allow {name} to {permission}."
