"""/tip, *Report a link* and *I know something newer*: how people hand in what they know, and editors look at it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.kit.help import Topic, help_extras
from cogs.kit.tip_route import OpenTip
from cogs.outbox import OutboxListener, outbox_of
from cogs.tips import sentences
from cogs.tips.attaching import TipFiles
from cogs.tips.help_out import HelpOut
from cogs.tips.intake import UNWANTED, TipIntake
from cogs.tips.notices import TipNotices
from cogs.tips.review import TipReview
from cogs.wording.tie_search import suggest_ties
from db.store import tips
from db.store.database import Transaction

_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_BOTH_INSTALLS = app_commands.AppInstallationType(guild=True, user=True)


class _Pruning(OutboxListener):
    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def on_prune(self, conn: Transaction) -> None:
        """Forget what ended long ago."""
        await tips.prune(conn, self._bot.clock())
        self._bot.dispatch(UNWANTED)


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Tips(commands.GroupCog, group_name="tip", group_description="Tell the editors what you know"):
    """The commands, the message menu, and what answers the presses that follow."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self.intake = TipIntake(bot)
        self.review = TipReview(bot)
        self.help_out = HelpOut(bot)
        self.files = TipFiles(bot)
        self.menu: app_commands.ContextMenu = app_commands.ContextMenu(
            name="Report a link",
            callback=self.report_link,
            allowed_contexts=_EVERYWHERE,
            allowed_installs=_BOTH_INSTALLS,
            extras=dict(help_extras(Topic.ACT, "hand a page that somebody posted to the editors")),
        )
        super().__init__()

    async def cog_load(self) -> None:
        """Take the presses, and tell the outbox and the queue."""
        self.bot.tree.add_command(self.menu)
        self.bot.router.add_handlers(self.intake)
        self.bot.router.add_handlers(self.review)
        self.bot.router.add_handlers(self.help_out)
        self.bot.router.add_handlers(self.files)
        TipNotices(self.bot, self.intake).register()
        outbox_of(self.bot).listen(_Pruning(self.bot))
        self.review.register()
        self.help_out.register()

    async def cog_unload(self) -> None:
        """Take the message menu and the kinds of work away again."""
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)
        self.review.close()
        self.help_out.close()

    @app_commands.command(
        name="send",
        description="Tell the editors what you know: a vote, a page that changed, a wrong address",
        extras=help_extras(Topic.ACT, "tell the editors what you know that the record does not"),
    )
    @app_commands.describe(
        place="The tie, or the city, county or state. You can also type it into the form",
        file="A scan or photo: PNG, JPEG, WebP or PDF. Where and when it was taken is removed",
    )
    async def send(
        self, interaction: Interaction, place: Range[str, 0, 200] = "", file: discord.Attachment | None = None
    ) -> None:
        """Open the form for a tip; with a file, take that first."""
        if file is not None:
            await self.files.begin(interaction, file, place)
        else:
            await self.intake.ask(interaction, place)

    @send.autocomplete("place")
    async def _suggest_ties(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return [Choice(name=found.label, value=found.value) for found in suggest_ties(typed, self.bot.register)]

    @app_commands.command(
        name="mine",
        description="See the tips you handed in, and what came of them",
        extras=help_extras(Topic.ACT, "see what came of your tips"),
    )
    async def mine(self, interaction: Interaction) -> None:
        """List one's own tips."""
        await self.intake.mine(interaction)

    async def report_link(self, interaction: Interaction, message: discord.Message) -> None:
        """Open the form for a tip with what a message links to."""
        await self.intake.ask_about_message(interaction, message)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What an earlier version recorded while it was stopping is an outcome all the same."""
        if await tips.any_recorded(self.bot.database):
            async with self.bot.database.transaction() as conn:
                await self.review.accept_recorded(conn)
        await self.files.delete_unwanted()

    @commands.Cog.listener()
    async def on_files_unwanted(self) -> None:
        """Files that nobody is to see any more are deleted where they were posted."""
        await self.files.delete_unwanted()

    @commands.Cog.listener()
    async def on_forgotten(self) -> None:
        """Somebody asked to be forgotten: their files go too."""
        await self.files.delete_unwanted()


class HelpingOut(commands.Cog):
    """/help-out, which stands beside the group of commands."""

    def __init__(self, bot: TiewatchBot, help_out: HelpOut) -> None:
        self.bot = bot
        self._help_out = help_out

    @app_commands.command(
        name="help-out",
        description="Ten minutes to spare? Check whether anything newer is known of one tie",
        extras=help_extras(Topic.ACT, "spend ten minutes looking for news of one tie"),
    )
    @app_commands.describe(place="Only of this state, city or county. Any if left out")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def begin(self, interaction: Interaction, place: Range[str, 0, 200] = "") -> None:
        """Give out a task."""
        await self._help_out.begin(interaction, place)


async def setup(bot: TiewatchBot) -> None:
    """Add tips, and their button where it is asked what came of a hearing."""
    bot.outcome_actions.add(CardAction(sentences.KNOW_OUTCOME, lambda tie: OpenTip(tie)))
    made = Tips(bot)
    await bot.add_cog(made)
    await bot.add_cog(HelpingOut(bot, made.help_out))
