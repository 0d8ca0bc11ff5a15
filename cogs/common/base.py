"""The base of all a person can press or type: the bot as the features see it, the router, layouts, forms, errors.

A message of ours keeps no state in this process. Buttons, selects and forms carry all they need in their custom id,
and every one of them comes through ``Router.dispatch``, before and after a restart alike.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from cogs.common.typed import cleaned
from db.database import DatabaseError

if TYPE_CHECKING:
    from cogs.common.actions import CardActions
    from cogs.common.outbox import Outbox
    from cogs.common.settings import Settings
    from db.database import Database
    from db.register import Register

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Interaction: TypeAlias = "discord.Interaction[TiewatchBot]"
Handler = Callable[["discord.Interaction[TiewatchBot]", tuple[str, ...]], Awaitable[None]]

MAX_CUSTOM_ID = 100
NETWORK_ERRORS = (aiohttp.ClientError, OSError, asyncio.TimeoutError, discord.RateLimited)
# Unknown interaction, unknown webhook, invalid webhook token: too late to answer, whatever the cause.
_DEAD_TOKEN = {10062, 10015, 50027}

_LEFT_OVER = "This button belongs to an earlier version of the bot. Please use the command again for a fresh one."
_LEFT_OVER_FORM = "This form belongs to an earlier version of the bot, so it could not be used. Please open it again."
_OUTDATED = "This command has changed since Discord last showed it to you. Please try again in a minute."
_NO_RIGHT = "You do not have the permission that this needs in this server."
_UNREACHABLE = "Discord did not take that just now. Please try again in a moment."
_NOT_SAVED = "The record could not be read or written just now, so nothing was changed. Please try again in a minute."
_TYPED = "What you typed, so that it is not lost:"
_MOST_SHOWN = 3000
# A command's option of so many characters is more than a name to be chosen again.
_LONG = 40


class Refusal(Exception):
    """An expected "no": the sentence is shown to the person who asked, and nothing is logged."""


class Unsaved(Refusal):
    """A "no" to a form: what was typed into it is given back."""


class TiewatchBot(commands.AutoShardedBot):
    """The bot as the features see it. ``bot.py`` fills it and starts it.

    ``editor_role`` is the role that ``/setup`` chose in the home server, None before that.
    ``command_ids`` maps the name of each top-level command to the id that Discord gave it.
    """

    settings: Settings
    clock: Clock
    database: Database
    register: Register
    actions: CardActions
    outbox: Outbox

    def __init__(self, **options: Any) -> None:
        super().__init__(command_prefix=commands.when_mentioned, help_command=None, tree_cls=Tree, **options)
        self.router = Router()
        self.editor_role: int | None = None
        self.command_ids: dict[str, int] = {}

    @property
    def today(self) -> date:
        """The day it is by the bot's clock, in UTC."""
        return self.clock().date()

    def mention_command(self, name: str) -> str:
        """A command, such as ``announcements follow``, to click on; as plain text while its id is unknown."""
        known = self.command_ids.get(name.split(maxsplit=1)[0])
        return f"</{name}:{known}>" if known else f"`/{name}`"

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no prefix commands, and features listen for themselves."""

    async def on_interaction(self, interaction: Interaction) -> None:
        """Hand every component and form to the router; commands go through the tree."""
        if interaction.type in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            await self.router.dispatch(interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what a listener raised, without what it was given."""
        log.error("A listener failed", exc_info=sys.exception(), extra={"event": event_method})


def custom_id(name: str, *args: str | int) -> str:
    """The id that the router understands: ``name:arg:arg``. Raises ValueError over 100 characters or for a colon."""
    parts = [name, *(str(arg) for arg in args)]
    if any(":" in part for part in parts):
        raise ValueError(f"a colon inside a part of a custom id: {parts}")
    made = ":".join(parts)
    if len(made) > MAX_CUSTOM_ID:
        raise ValueError(f"custom id of {len(made)} characters: {made}")
    return made


class Router:
    """Where every button, select and form is handled, by the first part of its custom id."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}

    def add(self, name: str, handler: Handler) -> None:
        """Send every id that starts with ``name`` to the handler. Raises ValueError if the name is taken."""
        if name in self._handlers:
            raise ValueError(f"two handlers for the custom id {name!r}")
        self._handlers[name] = handler

    async def dispatch(self, interaction: Interaction) -> None:
        """Handle one press, choice or form. It is answered in every case, also when its id is not known any more."""
        name, *args = _custom_id_of(interaction).split(":")
        handler = self._handlers.get(name)
        try:
            if handler is None:
                await _answer_left_over(interaction)
                return
            await handler(interaction, tuple(args))
            _must_be_answered(interaction)
        except Exception as error:
            await answer_error(interaction, error)


class Tree(app_commands.CommandTree[TiewatchBot]):
    """The command tree, with one place for what goes wrong in any command."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer what a command raised."""
        await answer_error(interaction, error)

    async def _call(self, interaction: Interaction) -> None:
        # discord.py lets everything but an AppCommandError vanish here, and leaves a failed autocomplete unanswered.
        try:
            await super()._call(interaction)
            if interaction.type is discord.InteractionType.autocomplete:
                await _answer_nothing_to_choose(interaction)
            elif not interaction.command_failed:
                _must_be_answered(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:
            interaction.command_failed = True
            await answer_error(interaction, error)


class Layout(discord.ui.LayoutView):
    """The base of every message of ours. Its buttons and selects carry custom ids of the router and no callbacks."""

    def __init__(self, *items: discord.ui.Item[Any]) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)

    def is_finished(self) -> bool:
        """True from the start, so that discord.py keeps nothing about the message."""
        return True


class Form(discord.ui.Modal):
    """The base of every modal: up to five labelled fields, each with an explicit custom id, and the router's own id.

    Two people may have the same form open, so its id holds what tells them apart. Values come from ``fields``.
    """

    def __init__(self, title: str, form_id: str, *items: discord.ui.Item[Any]) -> None:
        super().__init__(title=title, custom_id=form_id, timeout=None)
        for item in items:
            self.add_item(item)

    def is_finished(self) -> bool:
        """True from the start, so that discord.py keeps nothing about the form."""
        return True


def chosen(interaction: Interaction) -> tuple[str, ...]:
    """What was chosen in the select that was used."""
    return tuple(_data(interaction).get("values", ()))


def fields(interaction: Interaction) -> Mapping[str, tuple[str, ...]]:
    """The values of a submitted form by the custom id of each field; an empty one has none, a ticked box ``("true",)``.

    Texts are cleaned of control and non-characters. A file field holds the ids of its attachments: see ``uploads``.
    """
    found: dict[str, tuple[str, ...]] = {}
    for control in _controls(_data(interaction).get("components", ())):
        values = (_as_text(value) for value in control.get("values") or [control.get("value")])
        found[control["custom_id"]] = tuple(value for value in values if value)
    return found


def uploads(interaction: Interaction) -> Mapping[str, tuple[discord.Attachment, ...]]:
    """The files of a submitted form by the custom id of each file field; fields without a file are left out."""
    sent = _data(interaction).get("resolved", {}).get("attachments", {})
    files = {
        name: tuple(discord.Attachment(data=sent[key], state=interaction._state) for key in values if key in sent)
        for name, values in fields(interaction).items()
    }
    return {name: attachments for name, attachments in files.items() if attachments}


async def say(interaction: Interaction, text: str) -> None:
    """Show a short text to the person alone, as the answer or, if there was one already, after it."""
    layout = Layout(discord.ui.Container(discord.ui.TextDisplay(text[:3900])))
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, ephemeral=True)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True)


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
            await _answer_nothing_to_choose(interaction)
        else:
            await _give_back(interaction, text, typed)
    except (discord.HTTPException, discord.InteractionResponded, *NETWORK_ERRORS) as failed:
        log.warning("An error could not be shown", extra={"what": _what(interaction), "why": _why(failed)})


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed later: the network, a rate limit, or an error of Discord's own."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == 429
    return isinstance(error, (aiohttp.ClientError, ConnectionError, asyncio.TimeoutError, discord.RateLimited))


async def _answer_left_over(interaction: Interaction) -> None:
    is_form = interaction.type is discord.InteractionType.modal_submit
    await _give_back(interaction, _LEFT_OVER_FORM if is_form else _LEFT_OVER, _typed(interaction))


def _typed(interaction: Interaction) -> str:
    """What a person typed into a form, or at some length into a command, so that it can be given back to them."""
    if interaction.type is discord.InteractionType.modal_submit:
        return "\n\n".join(text for values in fields(interaction).values() for text in values)
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
        await say(interaction, f"{text}\n\n{_TYPED}\n```\n{typed}\n```")
        return
    file = discord.File(BytesIO(typed.encode()), "your-text.txt")
    layout = Layout(discord.ui.TextDisplay(f"{text}\n\n{_TYPED}"), discord.ui.File(file))
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, file=file, ephemeral=True)
    else:
        await interaction.response.send_message(view=layout, file=file, ephemeral=True)


async def _answer_nothing_to_choose(interaction: Interaction) -> None:
    if not interaction.response.is_done():
        await interaction.response.autocomplete([])


def _must_be_answered(interaction: Interaction) -> None:
    if not interaction.response.is_done():
        raise RuntimeError("a handler returned without an answer")


def _expected(cause: BaseException) -> str | None:
    """What to tell the person about an error of a known kind; None for any other."""
    if isinstance(cause, Refusal):
        return str(cause)
    if isinstance(cause, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)):
        return _OUTDATED
    if isinstance(cause, app_commands.TransformerError):
        return "One of the values could not be read. Please check what you entered and try again."
    if isinstance(cause, app_commands.CheckFailure):
        return _NO_RIGHT
    return None


def _unlucky(interaction: Interaction, cause: BaseException) -> str | None:
    """What to tell the person when the network, Discord or the disk failed, logged by its kind; None for any other."""
    details = {"what": _what(interaction), "why": _why(cause)}
    if isinstance(cause, DatabaseError):
        log.error("The database failed", extra=details | {"remedy": str(cause)})
        return _NOT_SAVED
    if is_transient(cause):
        log.warning("Discord did not answer", extra=details)
        return _UNREACHABLE
    return None


def _unexpected(interaction: Interaction, cause: BaseException) -> str:
    reference = secrets.token_hex(4)
    log.error("Unexpected error", exc_info=cause, extra={"reference": reference, "what": _what(interaction)})
    return f"Sorry, something went wrong on our side. If you report it, please give this reference: `{reference}`."


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
    return _custom_id_of(interaction).split(":")[0] or interaction.type.name


def _is_autocomplete(interaction: Interaction) -> bool:
    return interaction.type is discord.InteractionType.autocomplete


def _custom_id_of(interaction: Interaction) -> str:
    return str(_data(interaction).get("custom_id", ""))


def _data(interaction: Interaction) -> Mapping[str, Any]:
    found: Mapping[str, Any] = interaction.data or {}
    return found


def _controls(components: Any) -> Iterator[Mapping[str, Any]]:
    """The fields of a form, however deep they lie in labels and rows."""
    for component in components:
        inner = component.get("component")
        yield from _controls([inner] if inner else component.get("components", ()))
        if "custom_id" in component:
            yield component


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else ""
    return cleaned(str(value)) if value is not None else ""
