"""/hearings: what is to be heard, and when."""

from __future__ import annotations

import io

import discord
from discord import app_commands
from discord.ext import commands, tasks

from cogs.hearings import sentences, views
from cogs.hearings.events import Events
from cogs.hearings.outcomes import Outcomes
from cogs.hearings.reminders import Reminders
from cogs.hearings.routes import DoNotRemindMe, HearingsCalendar, HearingsPage, RemindMe, ShowHearings, TieCalendar
from cogs.kit.access import is_direct, posts_publicly
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import edit_own_or_send, send_private
from cogs.kit.router import handles
from cogs.wording.calendar import calendar
from cogs.wording.names import state_names
from db.record.hearings import Hearing, coming
from db.record.states import read_states, suggest_states
from db.store import watches

_FILE = "hearings.ics"


class Hearings(commands.Cog):
    """The hearings that are to come."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        events = Events(bot)
        events.register()
        self.reminders = Reminders(bot, events)
        self.reminders.register()
        self.outcomes = Outcomes(bot)
        self.outcomes.register()
        self.looking.change_interval(seconds=max(60, bot.settings.sweep))
        self.looking.start()

    async def cog_unload(self) -> None:
        """End the loop."""
        self.looking.cancel()
        self.outcomes.close()

    @app_commands.command(
        name="hearings",
        description="Hearings and votes on ties that are coming up, with a calendar file of each",
        extras=help_extras(Topic.ACT, "see which hearings are coming up, and speak there"),
    )
    @app_commands.describe(
        state="Only these states, such as: OR, California, New England", private="Show the answer to you alone"
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def hearings(
        self, interaction: Interaction, state: app_commands.Range[str, 1, 200] | None = None, private: bool = False
    ) -> None:
        """The hearings to come."""
        card = self._card(HearingsPage(0, self._states(state)))
        alone = (private or not posts_publicly(interaction)) and not is_direct(interaction)
        await interaction.response.send_message(view=card, ephemeral=alone)

    @hearings.autocomplete("state")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """States and parts of the country by what has been typed so far."""
        return [app_commands.Choice(name=name, value=name) for name in suggest_states(typed, self.bot.register)]

    @handles(HearingsPage)
    async def turn(self, interaction: Interaction, route: HearingsPage) -> None:
        """Another page."""
        await edit_own_or_send(interaction, self._card(route))

    @handles(ShowHearings)
    async def of_tie(self, interaction: Interaction, route: ShowHearings) -> None:
        """The hearings of a tie, to the person alone."""
        found = self._of_tie(route.tie)
        await send_private(interaction, views.tie_hearings_card(found, self.bot.register, self.bot.hearing_actions))

    @handles(TieCalendar)
    async def tie_file(self, interaction: Interaction, route: TieCalendar) -> None:
        """A tie's hearings as a file."""
        await self._send_file(interaction, self._of_tie(route.tie))

    @handles(HearingsCalendar)
    async def file(self, interaction: Interaction, route: HearingsCalendar) -> None:
        """All of a list as a file."""
        found = self._coming(route.states)
        if not found:
            raise Refusal(sentences.NONE_LEFT)
        await self._send_file(interaction, found)

    @handles(RemindMe)
    async def remind(self, interaction: Interaction, route: RemindMe) -> None:
        """Watch a tie, and be reminded of its hearings."""
        await self._remind(interaction, route.tie, on=True)

    @handles(DoNotRemindMe)
    async def do_not_remind(self, interaction: Interaction, route: DoNotRemindMe) -> None:
        """Be reminded no longer."""
        await self._remind(interaction, route.tie, on=False)

    async def _remind(self, interaction: Interaction, tie_id: str, *, on: bool) -> None:
        tie = self.bot.register.record.ties.get(tie_id)
        if tie is None:
            raise Refusal(sentences.NONE_LEFT)
        try:
            async with self.bot.database.transaction() as conn:
                if on:
                    await watches.start(conn, interaction.user.id, tie_id, self.bot.clock())
                await watches.set_reminders(conn, interaction.user.id, tie_id, on=on)
        except watches.TooManyWatchesError as error:
            raise Refusal(sentences.watches_too_many(watches.MOST)) from error
        await edit_own_or_send(interaction, views.reminding_card(tie, self.bot.register, on=on))

    @tasks.loop(seconds=60)
    async def looking(self) -> None:
        """Look every minute what is due."""
        if self.bot.is_up():
            await self.reminders.look()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Something may have come due while the bot was away."""
        await self.reminders.look()

    @commands.Cog.listener()
    async def on_tie_changed(self, _: str) -> None:
        """A hearing may have been set, moved or cancelled."""
        await self.reminders.look()

    async def _send_file(self, interaction: Interaction, found: tuple[Hearing, ...]) -> None:
        file = discord.File(io.BytesIO(calendar(found, self.bot.register)), _FILE)
        shown = Layout(discord.ui.TextDisplay(sentences.FILE_IS_A_COPY), discord.ui.File(f"attachment://{_FILE}"))
        await send_private(interaction, shown, file)

    def _card(self, route: HearingsPage) -> Layout:
        found = self._coming(route.states)
        register = self.bot.register
        places = sentences.states_named(sorted(state_names(route.states, register)))
        if found:
            return views.hearings_card(found, register, self.bot.hearing_actions, route, safe(places))
        # Whoever may not use a command is shown no mention of it in every client.
        follow = "`/announcements follow`"
        ways = (self.bot.mention_command(name) for name in ("status", "tip send"))
        told = f"{sentences.none_on_record(safe(places))}\n{sentences.how_to_hear(follow, *ways)}"
        return notice(told, title=sentences.TITLE)

    def _coming(self, states: tuple[str, ...]) -> tuple[Hearing, ...]:
        register = self.bot.register
        found = coming(register, self.bot.clock())
        return tuple(hearing for hearing in found if not states or register.state_of(hearing.tie) in states)

    def _of_tie(self, tie_id: str) -> tuple[Hearing, ...]:
        """Raises Refusal where there is none any more."""
        tie = self.bot.register.record.ties.get(tie_id)
        found = coming(self.bot.register, self.bot.clock(), [tie]) if tie else ()
        if not found:
            raise Refusal(sentences.NONE_LEFT)
        return found

    def _states(self, typed: str | None) -> tuple[str, ...]:
        """The postal codes that are meant. Raises Refusal where something is no state."""
        if not typed:
            return ()
        found = read_states(typed, self.bot.register)
        if found.unknown or not found.codes:
            raise Refusal(sentences.unknown_state(f"“{safe(typed)}”"))
        return found.codes


async def setup(bot: TiewatchBot) -> None:
    """Add the hearings."""
    cog = Hearings(bot)
    bot.router.add_handlers(cog)
    bot.router.add_handlers(cog.outcomes)
    await bot.add_cog(cog)
