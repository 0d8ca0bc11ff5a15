"""The bot as the features see it: its settings, clock, database and register, and what they register with it."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from datetime import date, datetime
from functools import partial
from typing import Any, TypeAlias

import discord
from discord.ext import commands

from cogs.kit.card_actions import CardActions
from cogs.kit.command_tree import CommandTree
from cogs.kit.components import Layout
from cogs.kit.router import Router
from cogs.kit.settings import Settings
from cogs.kit.sharing import Sharing
from cogs.kit.short_turns import in_short_turns
from cogs.kit.work_queue import WorkQueue
from db.record.register import Register
from db.store.database import Database

log = logging.getLogger(__name__)

# How long the first commands may take before more is loaded, in seconds: some hundredths are usual.
_LONGEST_FIRST = 0.5

Clock = Callable[[], datetime]


class Requests:
    """What became of the requests to Discord. ``succeeded`` is when the last one did, by ``time.monotonic``;
    ``refused`` is set when Discord did not accept the bot's token for one. ``counts`` are by the status' first digit.
    """

    def __init__(self) -> None:
        self.succeeded: float | None = None
        self.refused = asyncio.Event()
        self.counts: Counter[int] = Counter()

    def ended(self, status: int, by_token: bool) -> None:
        """Note the status of an answer to a request that was made with the bot's token, or with an interaction's."""
        self.counts[status // 100] += 1
        if status < 400:
            self.succeeded = time.monotonic()
        elif status == 401 and by_token:
            self.refused.set()


Interaction: TypeAlias = "discord.Interaction[TiewatchBot]"
# A message, and what it says without the mention; the answer, or None if it does not tell the bot to do something.
MessageOrder: TypeAlias = Callable[[discord.Message, str], Awaitable[Layout | None]]


class TiewatchBot(commands.AutoShardedBot):
    """The bot as the features see it. ``bot.py`` fills it and starts it.

    It connects while its features are still being loaded. What arrives before ``loaded`` is set waits for them: events
    here, in their order, and commands at the tree; those of ``first_answered`` only until ``first_loaded`` is set.

    ``editor_role`` is the role that ``/setup`` chose in the home server, None before that.
    ``actions`` are the buttons on every tie's card, ``hearing_actions`` those beside a hearing,
    ``outcome_actions`` those where it is asked what came of one, ``news_actions`` those under an announcement of a tie.
    ``sharing`` shows what is shared as a picture.
    ``message_orders`` are asked, one after the other, before a message is answered as a question.
    ``command_ids`` maps the name of each top-level command to the id that Discord gave it.
    """

    settings: Settings
    clock: Clock
    database: Database
    register: Register
    actions: CardActions
    hearing_actions: CardActions
    outcome_actions: CardActions
    news_actions: CardActions
    sharing: Sharing

    def __init__(
        self, requests: Requests | None = None, *, first_answered: Collection[str] = (), **options: Any
    ) -> None:
        super().__init__(command_prefix=commands.when_mentioned, help_command=None, tree_cls=CommandTree, **options)
        self.router = Router()
        self.requests = requests or Requests()
        self.work_queue = WorkQueue()
        self.message_orders: list[MessageOrder] = []
        self.editor_role: int | None = None
        self.command_ids: dict[str, int] = {}
        self.loaded = asyncio.Event()
        self.first_loaded = asyncio.Event()
        self._first_answered = first_answered
        self._waiting_for_first: set[asyncio.Task[Any]] = set()
        self._preparations: list[Callable[[], object]] = []
        self._early: list[Callable[[], None]] = []

    @property
    def today(self) -> date:
        """The day it is by the bot's clock, in UTC."""
        return self.clock().date()

    def mention_command(self, name: str) -> str:
        """A command, such as ``announcements follow``, to click on; as plain text while its id is unknown."""
        known = self.command_ids.get(name.split(maxsplit=1)[0])
        return f"</{name}:{known}>" if known else f"`/{name}`"

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell listeners of an event, once they are all there. That anything came from the gateway concerns none; nor,
        of each server in turn, that it is there before the bot is ready: then all are looked at.
        """
        if event_name == "socket_event_type" or (event_name == "guild_available" and not self.is_ready()):
            return
        tell = partial(super().dispatch, event_name, *args, **kwargs)
        if self.loaded.is_set():
            tell()
        else:
            self._early.append(tell)

    def prepare(self, work: Callable[[], object]) -> None:
        """Have something made ready in a thread while the features are loaded, that would hold up the first to need it.
        Everything but the first answers waits for it.
        """
        self._preparations.append(work)

    async def prepared(self) -> None:
        """Wait until all of that is done that was given so far. Raises what it raises."""
        while self._preparations:
            await asyncio.to_thread(in_short_turns, self._preparations.pop(0))

    async def until_loaded(self, command: str) -> None:
        """Wait until a command can be answered."""
        if command not in self._first_answered:
            await self.loaded.wait()
            return
        if not self.first_loaded.is_set() and (task := asyncio.current_task()):
            self._waiting_for_first.add(task)
        await self.first_loaded.wait()

    async def answer_first(self) -> None:
        """Let the commands be answered that waited for the first ones, before what is loaded next slows them down."""
        self.first_loaded.set()
        waiting, self._waiting_for_first = self._waiting_for_first, set()
        if waiting:
            await asyncio.wait(waiting, timeout=_LONGEST_FIRST)

    def is_up(self) -> bool:
        """Whether the bot is connected, knows its servers, and has all its features: the connection may come first."""
        return self.is_ready() and self.loaded.is_set()

    def mark_loaded(self) -> None:
        """Say that every feature is loaded, and tell of the events that came before."""
        self.first_loaded.set()
        self.loaded.set()
        early, self._early = self._early, []
        for tell in early:
            tell()

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no prefix commands, and features listen for themselves."""

    async def on_interaction(self, interaction: Interaction) -> None:
        """Hand every component and form to the router; commands go through the tree."""
        if interaction.type in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            await self.router.dispatch(interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what a listener raised, without what it was given."""
        log.error("A listener failed", exc_info=sys.exception(), extra={"event": event_method})
