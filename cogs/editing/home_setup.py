"""Setting the home server up: who edits the record, and in which channel editors are asked."""

from __future__ import annotations

import logging

import discord

from cogs.editing import sentences
from cogs.editing.dataset_review import DatasetReview
from cogs.editing.second_review import SecondReview
from cogs.kit.access import requirements
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, notice
from cogs.kit.failures import NETWORK_ERRORS, Refusal
from db.store import audit
from db.store.drafts import read_home, set_home
from db.store.editing_models import AuditAction, HomeServer

log = logging.getLogger(__name__)


class HomeSetup:
    """Checks what ``/setup`` was given, keeps it, and puts what waits before the editors."""

    def __init__(self, bot: TiewatchBot, second: SecondReview, changes: DatasetReview) -> None:
        self.bot = bot
        self.second = second
        self.changes = changes

    async def read(self) -> None:
        """Take the editor role that was chosen earlier."""
        home = await read_home(self.bot.database)
        if home is not None and home.guild == self.bot.settings.home_server:
            self.bot.editor_role = home.editor_role

    async def choose(
        self, interaction: Interaction, role: discord.Role, channel: discord.TextChannel, *, ping: bool
    ) -> None:
        """Keep who edits and where editors are asked. Raises ``Refusal`` with what is lacking."""
        _require_role(role)
        lacking = [found for found in requirements(channel, role if ping else None) if not found.ok]
        if lacking:
            lines = "\n".join(f"- {found.label}: {found.remedy}" for found in lacking)
            raise Refusal(f"Nothing was changed: in {channel.mention} the bot lacks\n{lines}")
        await interaction.response.defer(ephemeral=True, thinking=True)
        await _greet(channel, role)
        await self._keep(interaction, HomeServer(channel.guild.id, role.id, channel.id, ping))
        pending = await self.changes.post_pending()
        drafts = await self.second.post_waiting()
        text = sentences.set_up(role.mention, channel.mention, ping=ping, drafts=drafts, changes=pending)
        await interaction.edit_original_response(view=notice(text, tone=Tone.DONE, title="Set up"))

    async def _keep(self, interaction: Interaction, home: HomeServer) -> None:
        before = await read_home(self.bot.database)
        now = self.bot.clock()
        async with self.bot.database.transaction() as conn:
            await set_home(conn, home, by=interaction.user.id, at=now)
            await audit.write(
                conn,
                at=now,
                who=interaction.user.id,
                did=AuditAction.SET_UP,
                subject="home server",
                before=_home_in_words(before) if before else None,
                after=_home_in_words(home),
            )
        self.bot.editor_role = home.editor_role


def _home_in_words(home: HomeServer) -> str:
    if home.ping:
        return f"role {home.editor_role}, pinged, channel {home.review_channel}"
    return f"role {home.editor_role}, channel {home.review_channel}"


def _require_role(role: discord.Role) -> None:
    if role.is_default():
        raise Refusal("With @everyone, everybody could edit the record. Please choose a role that only editors hold.")
    if role.managed:
        raise Refusal(
            "This role belongs to an app or to Discord, so it cannot be given to people. Choose one of your own."
        )


async def _greet(channel: discord.TextChannel, role: discord.Role) -> None:
    """Say in the review channel what it is for, so that a failure shows now."""
    text = (
        f"Editors, the people with {role.mention}, are asked here: about what the dataset changed, and about acts that "
        "need a second editor. `/record act` records an act, `/queue` shows what waits."
    )
    try:
        await channel.send(view=notice(text, title="Review channel"))
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.info("The review channel could not be written to", extra={"why": type(error).__name__})
        raise Refusal(
            f"Nothing was changed: a message to {channel.mention} did not arrive. Please try again."
        ) from error
