"""/progress: how far things have come, in figures and as pictures; and pictures of ties, to be shared."""

from __future__ import annotations

import io
import logging

import discord
from discord import app_commands
from discord.ext import commands

from cogs.campaign import progress, sentences, views
from cogs.campaign.guides_cog import Guides
from cogs.campaign.milestones import Milestones
from cogs.campaign.register_cache import RegisterCache
from cogs.campaign.routes import (
    ShareFigures,
    ShareFiguresAs,
    ShareHearing,
    ShareHearingAs,
    ShareTie,
    ShareTieAs,
    ShowFigures,
)
from cogs.kit.access import is_direct, is_organizer, posts_publicly
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.kit.cards import safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import in_own_message
from cogs.kit.router import handles
from cogs.kit.share_route import ShareAs
from cogs.kit.sharing import SharedList
from cogs.pictures.credit import Credit
from cogs.pictures.drawing import Drawn, PictureError, Pictures, Subject
from cogs.pictures.shared_text import figures_text, hearing_told, list_text, tie_told
from cogs.pictures.subjects import FigurePicture, HearingPicture, ListPicture, TiePicture
from cogs.pictures.themes import Shape, Theme
from db.record.hearings import coming
from db.record.states import read_states, suggest_states

log = logging.getLogger(__name__)

PICTURES = 12
PICTURES_SECONDS = 60.0

_THEMES = [
    app_commands.Choice(name="on a dark background", value=Theme.DARK.value),
    app_commands.Choice(name="on a light background", value=Theme.LIGHT.value),
]


class Campaign(commands.Cog):
    """The figures of the record, and pictures of them."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self.pictures = Pictures(bot.settings.database.with_suffix(".pictures"))
        self._remembered = RegisterCache()
        self._taken: commands.CooldownMapping[Interaction] = commands.CooldownMapping(
            commands.Cooldown(PICTURES, PICTURES_SECONDS), lambda interaction: interaction.user.id
        )

    async def cog_unload(self) -> None:
        """End what draws."""
        self.pictures.close()

    @app_commands.command(
        name="progress",
        description="How many ties are ended, suspended or standing, with a map; of all or of one state",
        extras=help_extras(Topic.LOOK, "see how the ties stand now, in figures, on a map and along time"),
    )
    @app_commands.describe(
        state="A state, by name or code; leave it out for the whole country",
        ground="The background of the picture",
        private="Show the answer to you alone",
    )
    @app_commands.choices(ground=_THEMES)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def progress(
        self,
        interaction: Interaction,
        state: app_commands.Range[str, 1, 200] | None = None,
        ground: str = Theme.DARK.value,
        private: bool = False,
    ) -> None:
        """The figures, with a map."""
        route = ShowFigures(state=self._state(state) if state else "", theme=Theme(ground))
        self._must_wait(interaction)
        alone = (private or not posts_publicly(interaction)) and not is_direct(interaction)
        await interaction.response.defer(ephemeral=alone, thinking=True)
        layout, drawn = await self._progress(route)
        await interaction.followup.send(view=layout, files=_files(drawn), ephemeral=alone)

    @progress.autocomplete("state")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """States by what has been typed so far."""
        names = {state.name for state in self.bot.register.record.states.values()}
        found = [name for name in suggest_states(typed, self.bot.register) if name in names]
        return [app_commands.Choice(name=name, value=name) for name in found]

    @handles(ShowFigures)
    async def show(self, interaction: Interaction, route: ShowFigures) -> None:
        """The figures with another picture."""
        self._must_wait(interaction)
        layout, drawn = await self._progress(route)
        await _send(interaction, layout, drawn)

    @handles(ShareTie)
    async def share_tie(self, interaction: Interaction, route: ShareTie) -> None:
        """A tie as a picture, to the person alone."""
        await self._share_tie(interaction, ShareTieAs(route.tie), fresh=True)

    @handles(ShareTieAs)
    async def share_tie_as(self, interaction: Interaction, route: ShareTieAs) -> None:
        """The same on other ground, or with the server's name."""
        await self._share_tie(interaction, route)

    @handles(ShareFigures)
    async def share_figures(self, interaction: Interaction, route: ShareFigures) -> None:
        """The figures as a picture of the size that other networks show, to the person alone."""
        await self._share_figures(interaction, ShareFiguresAs(route.view, route.state, route.theme), fresh=True)

    @handles(ShareFiguresAs)
    async def share_figures_as(self, interaction: Interaction, route: ShareFiguresAs) -> None:
        """The same on other ground, or with the server's name."""
        await self._share_figures(interaction, route)

    @handles(ShareHearing)
    async def share_hearing(self, interaction: Interaction, route: ShareHearing) -> None:
        """A hearing as a picture, to the person alone."""
        await self._share_hearing(interaction, ShareHearingAs(tie=route.tie), fresh=True)

    @handles(ShareHearingAs)
    async def share_hearing_as(self, interaction: Interaction, route: ShareHearingAs) -> None:
        """The same on other ground, or with the server's name."""
        await self._share_hearing(interaction, route)

    async def share_list(self, interaction: Interaction, shared: SharedList, how: ShareAs, fresh: bool) -> None:
        """A list of another feature as a picture, to the person alone."""
        self._must_wait(interaction)
        register = self.bot.register
        ties = [register.record.ties[name] for name in shared.ties if name in register.record.ties]
        subject = ListPicture(shared.title, shared.ties, *self._how(interaction, how))
        await self._share(interaction, subject, list_text(register, shared.title, ties), how, fresh=fresh)

    async def _share_tie(self, interaction: Interaction, route: ShareTieAs, *, fresh: bool = False) -> None:
        self._must_wait(interaction)
        tie = self.bot.register.record.ties.get(route.tie)
        if tie is None:
            raise Refusal(sentences.GONE)
        subject = TiePicture(route.tie, *self._how(interaction, route))
        await self._share(interaction, subject, tie_told(tie, self.bot.register).text, route, fresh=fresh)

    async def _share_figures(self, interaction: Interaction, route: ShareFiguresAs, *, fresh: bool = False) -> None:
        self._must_wait(interaction)
        subject = FigurePicture(route.view, route.state, *self._how(interaction, route))
        text = await self._remembered.of(figures_text, self.bot.register, route.state)
        await self._share(interaction, subject, text, route, fresh=fresh)

    async def _share_hearing(self, interaction: Interaction, route: ShareHearingAs, *, fresh: bool = False) -> None:
        self._must_wait(interaction)
        register = self.bot.register
        tie = register.record.ties.get(route.tie)
        found = coming(register, self.bot.clock(), [tie]) if tie else ()
        hearing = next((hearing for hearing in found if not hearing.is_cancelled), None)
        if hearing is None:
            raise Refusal(sentences.NO_HEARING_LEFT)
        subject = HearingPicture(route.tie, hearing.act.id, *self._how(interaction, route))
        await self._share(interaction, subject, hearing_told(hearing, register).text, route, fresh=fresh)

    def _how(self, interaction: Interaction, route: views.Shown) -> tuple[Theme, Shape, Credit]:
        """How what is shared is drawn. Raises Refusal for who may not add the server's name."""
        credit = Credit(_server(interaction, named=route.named), self.bot.settings.site_address or "")
        return views.theme_of(route), Shape.SLIDE if route.slide else Shape.SHARE, credit

    async def _share(
        self, interaction: Interaction, subject: Subject, text: str, route: views.Shown, *, fresh: bool
    ) -> None:
        drawn = await self._drawn(subject)
        await _send(
            interaction, views.share_card(text, drawn, route, may_name=is_organizer(interaction)), drawn, fresh=fresh
        )

    async def _progress(self, route: ShowFigures) -> tuple[Layout, Drawn | None]:
        told = await self._remembered.of(progress.progress_texts, self.bot.register, route.state, self.bot.today)
        drawn = None
        notes = [safe(note) for note in told.notes]
        if told.figures:
            drawn = await self._drawn(FigurePicture(route.view, route.state, route.theme, Shape.PHONE))
            notes += [] if drawn else [sentences.NO_PICTURE]
        lines = [*(f"**{safe(count)}**: {safe(more)}" for count, more in told.figures), *map(safe, told.hearings)]
        if told.ties:
            lines += ["", *map(safe, told.ties)]
        return views.progress_card(told.title, lines, notes, drawn, route), drawn

    async def _drawn(self, subject: Subject) -> Drawn | None:
        """A picture; None, and a line in the log, if it could not be drawn."""
        try:
            return await self.pictures.of(subject, self.bot.register)
        except PictureError as error:
            log.error("A picture could not be drawn", exc_info=error)
            return None

    def _must_wait(self, interaction: Interaction) -> None:
        """Raises Refusal for who took many pictures just now."""
        wait = self._taken.update_rate_limit(interaction, self.bot.clock().timestamp())
        if wait is not None:
            raise Refusal(sentences.wait_for_pictures(round(wait) + 1, PICTURES))

    def _state(self, typed: str) -> str:
        """The postal code of the one state that is meant. Raises Refusal where it is none, or several."""
        found = read_states(typed, self.bot.register)
        if found.unknown or not found.codes:
            raise Refusal(sentences.unknown_state(f"“{safe(found.unknown[0] if found.unknown else typed)}”"))
        if len(found.codes) > 1:
            raise Refusal(sentences.ONE_STATE)
        return found.codes[0]


def _server(interaction: Interaction, *, named: bool) -> str:
    """The name of the server, if it is to be added. Raises Refusal for who may not speak for it."""
    if not named:
        return ""
    if interaction.guild is None or not is_organizer(interaction):
        raise Refusal(sentences.NO_NAME)
    return interaction.guild.name


async def _send(interaction: Interaction, layout: Layout, drawn: Drawn | None, *, fresh: bool = False) -> None:
    """Show a card with its picture in place of what was pressed, if only this person sees that and the answer is not to
    be ``fresh``; else in a message of its own.
    """
    if in_own_message(interaction) and not fresh:
        await interaction.edit_original_response(view=layout, attachments=_files(drawn))
    else:
        await interaction.followup.send(view=layout, files=_files(drawn), ephemeral=True)


def _files(drawn: Drawn | None) -> list[discord.File]:
    return [discord.File(io.BytesIO(drawn.data), drawn.name, description=drawn.alt)] if drawn else []


async def setup(bot: TiewatchBot) -> None:
    """Add /progress and the guides."""
    campaign, guides = Campaign(bot), Guides(bot)
    Milestones(bot).register()
    bot.sharing.offer(campaign.share_list)
    bot.hearing_actions.add(CardAction(sentences.SHARE, ShareHearing))
    bot.news_actions.add(CardAction(sentences.SHARE, ShareTie))
    for cog in (campaign, guides):
        bot.router.add_handlers(cog)
        await bot.add_cog(cog)
