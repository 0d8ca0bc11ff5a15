"""What editors do, in the home server only: what takes their presses, /queue and /setup; beside it /record."""

from __future__ import annotations

import logging
from datetime import time

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands, tasks

from cogs.editing import dataset_review, second_review
from cogs.editing.dataset_review import DatasetReview
from cogs.editing.draft_decisions import DraftDecisions
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.home_setup import HomeSetup
from cogs.editing.outbox_notices import OutboxNotices
from cogs.editing.petition_entry import PetitionEntry
from cogs.editing.point_flow import PointFlow
from cogs.editing.queue import Queue
from cogs.editing.quick_entries import QuickEntries
from cogs.editing.record_additions import RecordAdditions
from cogs.editing.record_commands import RecordCommands
from cogs.kit.access import is_organizer
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.outbox import outbox_of

log = logging.getLogger(__name__)


class Editing(commands.Cog):
    """The commands, and what answers the presses that follow from them."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self.flow = DraftFlow(bot)
        self.dataset_changes = DatasetReview(bot)
        self.quick_entries = QuickEntries(bot)
        self.additions = RecordAdditions(bot)
        self.petition_entry = PetitionEntry(bot)
        self.points = PointFlow(bot, self.additions)
        self.queue_list = Queue(bot, self.flow, self.dataset_changes)
        self.decisions = DraftDecisions(bot, self.flow, self.queue_list.open_beside)
        self.home_setup = HomeSetup(bot, self.flow.second, self.dataset_changes)

    def record_commands(self) -> RecordCommands:
        """The commands that write on record, with what they begin."""
        return RecordCommands(self.bot, self.flow, self.quick_entries, self.additions, self.petition_entry, self.points)

    async def cog_load(self) -> None:
        """Take the presses, the notices, and the editor role that was chosen earlier."""
        await self.home_setup.read()
        for handlers in (
            self.flow,
            self.decisions,
            self.dataset_changes,
            self.queue_list,
            self.quick_entries,
            self.additions,
            self.petition_entry,
            self.points,
        ):
            self.bot.router.add_handlers(handlers)
        second = self.flow.second
        changes = self.dataset_changes
        outbox = outbox_of(self.bot)
        outbox.register(
            second_review.SECOND_REVIEW, second.render, on_press=second.pressed, before_render=second.claim_ping
        )
        outbox.register(second_review.SENT_BACK, second.render_sent_back, on_press=second.pressed_sent_back)
        outbox.register(dataset_review.DATASET_REVIEW, changes.render, on_press=changes.pressed)
        OutboxNotices(self.bot).register()
        self.queue_list.register()
        self.points.register()
        self.bot.work_queue.begin_act = self.flow.begin_entry
        self.bot.work_queue.note_search = self.quick_entries.note_search
        self.reminders.start()

    async def cog_unload(self) -> None:
        """Stop what runs beside."""
        self.reminders.cancel()
        self.decisions.close()
        self.queue_list.close()
        self.points.close()
        self.bot.work_queue.begin_act = None
        self.bot.work_queue.note_search = None

    @tasks.loop(time=[time(hour) for hour in range(24)])
    async def reminders(self) -> None:
        """Look at every full hour whether the editors are to hear of what has waited long. Survives every error."""
        try:
            if self.bot.is_up():
                await self.queue_list.remind()
        except Exception:
            log.exception("Nobody could be told of what has waited long; it is tried again in an hour")

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Put what the dataset changed before the editors, and say in the log what waits for whom."""
        if self.bot.editor_role is None:
            log.warning("Nobody is an editor yet; somebody with Manage Server has to use /setup in the home server")
        pending = await self.dataset_changes.post_pending()
        if pending:
            log.info("Changes by the dataset wait for the editors", extra={"count": pending})

    @app_commands.command(
        name="queue",
        description="See what waits for an editor, what matters most first, and go through it",
        extras=help_extras(Topic.EDIT, "see what waits for an editor"),
    )
    @app_commands.describe(show="Only what waits of one kind. All if left out")
    async def queue(self, interaction: Interaction, show: str = "") -> None:
        """Show what waits for an editor."""
        await self.queue_list.show(interaction, show)

    @queue.autocomplete("show")
    async def _suggest_kinds(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        wanted = typed.casefold()
        kinds = [kind for kind in self.bot.work_queue.kinds if wanted in kind.title.casefold()]
        return [Choice(name=kind.title[:100], value=kind.name) for kind in kinds[:25]]

    @app_commands.command(
        name="setup",
        description="Choose who edits the record, and where editors are asked",
        extras=help_extras(Topic.EDIT, "choose the editor role and the review channel"),
    )
    @app_commands.describe(
        role="Who may edit the record",
        channel="Where editors are asked",
        ping="Ping the role when new work or a second editor is needed, at most once an hour. No if left out",
    )
    @app_commands.default_permissions(manage_guild=True)
    async def setup_home(
        self, interaction: Interaction, role: discord.Role, channel: discord.TextChannel, ping: bool = False
    ) -> None:
        """Choose the home of the editors."""
        if not is_organizer(interaction) or interaction.guild_id != self.bot.settings.home_server:
            raise Refusal("This needs Manage Server in the home server.")
        await self.home_setup.choose(interaction, role, channel, ping=ping)


async def setup(bot: TiewatchBot) -> None:
    """Add the editors' commands to the home server; without one ``bot.py`` loads none of this."""
    assert bot.settings.home_server is not None
    home = discord.Object(bot.settings.home_server)
    editing = Editing(bot)
    await bot.add_cog(editing, guild=home)
    await bot.add_cog(editing.record_commands(), guild=home)
