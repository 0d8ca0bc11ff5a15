"""Answering an interaction: at once, after a wait, in place of what was pressed, and whatever went wrong."""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from io import BytesIO

import discord
from discord import app_commands

from cogs.kit import sentences
from cogs.kit.components import Interaction, Layout, custom_id_of, typed_texts
from cogs.kit.failures import NETWORK_ERRORS, Refusal, Unsaved, is_transient
from cogs.kit.routes import route_name
from db.store.database import DatabaseError

log = logging.getLogger(__name__)

# Unknown interaction, unknown webhook, invalid webhook token: too late to answer, whatever the cause.
_DEAD_TOKEN = {10062, 10015, 50027}

_MOST_SHOWN = 3000
# A command's option of so many characters is more than a name to be chosen again.
_LONG = 40


async def say(interaction: Interaction, text: str) -> None:
    """Show a short text to the person alone, as the answer or, if there was one already, after it."""
    layout = Layout(discord.ui.Container(discord.ui.TextDisplay(text[:3900])))
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, ephemeral=True)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True)


async def defer(interaction: Interaction, *, fresh: bool = False) -> None:
    """Tell Discord that the answer follows: another process may keep the database longer than Discord waits.

    What was pressed stays to be changed, unless the answer is to be a ``fresh`` message. If Discord cannot be told,
    what was typed or pressed is done all the same.
    """
    with suppress(discord.HTTPException, *NETWORK_ERRORS):
        await interaction.response.defer(ephemeral=True, thinking=fresh)


def in_own_message(interaction: Interaction) -> bool:
    """Whether what was pressed is a message to this person alone: not a public one, nor a direct one that stays."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def edit_or_send(interaction: Interaction, layout: Layout) -> None:
    """Show something in place of what was pressed, or as a new answer to the person alone."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=layout)
    elif interaction.message is not None:
        await interaction.response.edit_message(view=layout)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True)


async def send_private(interaction: Interaction, layout: Layout, file: discord.File | None = None) -> None:
    """Show something to the person alone, as a message of its own."""
    files = [file] if file else []
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, ephemeral=True, files=files)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True, files=files)


async def edit_own_or_send(interaction: Interaction, layout: Layout) -> None:
    """Show something in place of what was pressed if only this person sees that; else as a message of its own."""
    await (edit_or_send if in_own_message(interaction) else send_private)(interaction, layout)


def lost_button(interaction: Interaction) -> str:
    """That a button is from a time of which a restored database knows nothing, and where today's answer is."""
    return sentences.from_lost_time(interaction.client.mention_command("status"))


async def answer_error(interaction: Interaction, error: BaseException) -> None:
    """Answer whatever was raised while an interaction was handled. Raises nothing itself.

    A ``Refusal`` is shown as it is. For what nobody expected, the person gets a short apology with a reference, and
    the log the traceback under the same reference. An interaction that can no longer be answered is only logged.
    """
    cause = _cause(error)
    if isinstance(cause, discord.HTTPException) and cause.code in _DEAD_TOKEN:
        log.warning("Too late to answer", extra={"what": _what(interaction), "why": _why(cause)})
        return
    text = _expected(cause)
    is_form = interaction.type is discord.InteractionType.modal_submit
    is_lost = text is None or not is_form or isinstance(cause, Unsaved)
    typed = _typed(interaction) if is_lost else ""
    text = text or _unlucky(interaction, cause) or _unexpected(interaction, cause)
    try:
        if _is_autocomplete(interaction):
            await answer_nothing_to_choose(interaction)
        else:
            await _give_back(interaction, text, typed)
    except (discord.HTTPException, discord.InteractionResponded, *NETWORK_ERRORS) as failed:
        log.warning("An error could not be shown", extra={"what": _what(interaction), "why": _why(failed)})


async def answer_left_over(interaction: Interaction) -> None:
    is_form = interaction.type is discord.InteractionType.modal_submit
    await _give_back(interaction, sentences.LEFT_OVER_FORM if is_form else sentences.LEFT_OVER, _typed(interaction))


async def answer_changed(interaction: Interaction) -> None:
    """What was pressed is not, or no more, on its message."""
    await say(interaction, sentences.CHANGED)


async def answer_nothing_to_choose(interaction: Interaction) -> None:
    if not interaction.response.is_done():
        await interaction.response.autocomplete([])


def require_answered(interaction: Interaction) -> None:
    if not interaction.response.is_done():
        raise RuntimeError("a handler returned without an answer")


def _typed(interaction: Interaction) -> str:
    """What a person typed into a form, or at some length into a command, so that it can be given back to them."""
    if interaction.type is discord.InteractionType.modal_submit:
        return "\n\n".join(typed_texts(interaction))
    if interaction.type is not discord.InteractionType.application_command:
        return ""
    texts = (value for _, value in interaction.namespace if isinstance(value, str))
    return "\n\n".join(text for text in texts if len(text) >= _LONG)


async def _give_back(interaction: Interaction, text: str, typed: str) -> None:
    """Say something to a person, with what they typed, so that it is not lost."""
    if not typed:
        await say(interaction, text)
        return
    if len(typed) <= _MOST_SHOWN and "```" not in typed:
        await say(interaction, f"{text}\n\n{sentences.WHAT_YOU_TYPED}\n```\n{typed}\n```")
        return
    file = discord.File(BytesIO(typed.encode()), "your-text.txt")
    layout = Layout(discord.ui.TextDisplay(f"{text}\n\n{sentences.WHAT_YOU_TYPED}"), discord.ui.File(file))
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, file=file, ephemeral=True)
    else:
        await interaction.response.send_message(view=layout, file=file, ephemeral=True)


def _expected(cause: BaseException) -> str | None:
    """What to tell the person about an error of a known kind; None for any other."""
    if isinstance(cause, Refusal):
        return str(cause)
    if isinstance(cause, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)):
        return sentences.OUTDATED
    if isinstance(cause, app_commands.TransformerError):
        return sentences.VALUE_NOT_READ
    if isinstance(cause, app_commands.CheckFailure):
        return sentences.NO_RIGHT
    return None


def _unlucky(interaction: Interaction, cause: BaseException) -> str | None:
    """What to tell the person when the network, Discord or the disk failed, logged by its kind; None for any other."""
    details = {"what": _what(interaction), "why": _why(cause)}
    if isinstance(cause, DatabaseError):
        log.error("The database failed", extra=details | {"remedy": str(cause)})
        return sentences.NOT_SAVED
    if is_transient(cause):
        log.warning("Discord did not answer", extra=details)
        return sentences.UNREACHABLE
    return None


def _unexpected(interaction: Interaction, cause: BaseException) -> str:
    return apology(cause, _what(interaction))


def apology(cause: BaseException, what: str) -> str:
    """What is said where something went wrong that nobody expected; the log gets it under the same reference."""
    reference = secrets.token_hex(4)
    log.error("Unexpected error", exc_info=cause, extra={"reference": reference, "what": what})
    return sentences.apology(reference)


def _cause(error: BaseException) -> BaseException:
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


def _why(error: BaseException) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} {error.code}"
    return type(error).__name__


def _what(interaction: Interaction) -> str:
    """Which command or kind of button this was, without anything a person typed."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    return route_name(custom_id_of(interaction)) or interaction.type.name


def _is_autocomplete(interaction: Interaction) -> bool:
    return interaction.type is discord.InteractionType.autocomplete
