"""/petition, /ukraine, /talking-points and /start: what one can do, and what was said."""

from __future__ import annotations

import re

from discord import app_commands
from discord.ext import commands

from cogs.campaign import guide_sentences, guide_views, guides, points, sentences
from cogs.campaign.register_cache import RegisterCache
from cogs.campaign.routes import PointsPage
from cogs.campaign.where import Where, read_where
from cogs.kit.access import is_direct, posts_publicly
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import edit_own_or_send
from cogs.kit.router import handles
from cogs.wording.petition import NO_PETITION
from cogs.wording.progress import figures_of, state_name
from cogs.wording.sources import Citations
from db.record.models import Side
from db.record.states import read_states, suggest_states

_PRIVATE = "Show the answer to you alone"
_SIDES = [
    app_commands.Choice(name="for ending the ties", value=Side.END.value),
    app_commands.Choice(name="for keeping the ties", value=Side.KEEP.value),
    app_commands.Choice(name="about the ties, of neither side", value=Side.CONTEXT.value),
]
# What a button has room for.
_LONGEST_PLACE, _LONGEST_TEXT = 40, 24


# What takes more room in a button than it shows.
_RESERVED = re.compile(r"[%/,:\s]+")


class Guides(commands.Cog):
    """What one can do about a tie, and what named people said of it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._remembered = RegisterCache()

    @app_commands.command(
        name="petition",
        description="The petition: how many have signed, and a message to invite five friends",
        extras=help_extras(Topic.ACT, "sign the petition, and invite five friends with a message fitted to your state"),
    )
    @app_commands.describe(state="Your state, so that the message names its ties", private=_PRIVATE)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def petition(
        self, interaction: Interaction, state: app_commands.Range[str, 1, 200] | None = None, private: bool = False
    ) -> None:
        """The petition."""
        register, found = self.bot.register, self.bot.register.record.petition
        if found is None:
            await self._answer(interaction, notice(NO_PETITION), private=private)
            return
        citations = Citations(register.record.sources)
        block = guides.petition_part(found, citations)
        invitation = await self._remembered.of(guides.invitation, register, found, self._state(state))
        await self._answer(interaction, guide_views.petition_card(block, citations, found, invitation), private=private)

    @app_commands.command(
        name="ukraine",
        description="Partners that U.S. places have in Ukraine, and where to begin",
        extras=help_extras(Topic.ACT, "find partners in Ukraine, and where to begin"),
    )
    @app_commands.describe(place="A U.S. or Ukrainian place, or a state, in any spelling", private=_PRIVATE)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ukraine(
        self, interaction: Interaction, place: app_commands.Range[str, 1, 200] | None = None, private: bool = False
    ) -> None:
        """Partners in Ukraine."""
        citations = Citations(self.bot.register.record.sources)
        block = guides.ukraine_part(self.bot.register, self._where(place), citations)
        card = guide_views.told_card(block, citations, guide_sentences.HELD_BACK)
        await self._answer(interaction, card, private=private)

    @app_commands.command(
        name="talking-points",
        description="What named people said for ending and for keeping the ties, in equal number, with sources",
        extras=help_extras(Topic.ACT, "read what named people said, on both sides, with sources and replies"),
    )
    @app_commands.describe(
        place="A place or state that it was said about",
        side="One side only; if left out, as many from each",
        text="A word of what was said, or of who said it",
        private=_PRIVATE,
    )
    @app_commands.choices(side=_SIDES)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def talking_points(
        self,
        interaction: Interaction,
        place: app_commands.Range[str, 1, _LONGEST_PLACE] | None = None,
        side: str | None = None,
        text: app_commands.Range[str, 1, _LONGEST_TEXT] | None = None,
        private: bool = False,
    ) -> None:
        """What named people said."""
        card = self._points(PointsPage(0, _plain(place), Side(side) if side else None, _plain(text)))
        await self._answer(interaction, card, private=private)

    @handles(PointsPage)
    async def turn(self, interaction: Interaction, route: PointsPage) -> None:
        """Another page of it."""
        await edit_own_or_send(interaction, self._points(route))

    @app_commands.command(
        name="start",
        description="New here: your state's ties, one letter, one task, one link",
        extras=help_extras(Topic.BEGIN, "your state's ties, one letter, one task, one link"),
    )
    @app_commands.describe(state="Your state, by name or code", private=_PRIVATE)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def start(
        self, interaction: Interaction, state: app_commands.Range[str, 1, 200] | None = None, private: bool = False
    ) -> None:
        """A beginning; an organizer may post it, and pin it."""
        await self._answer(interaction, await self._start(self._state(state)), private=private)

    @petition.autocomplete("state")
    @start.autocomplete("state")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """States by what has been typed so far."""
        names = {state.name for state in self.bot.register.record.states.values()}
        found = [name for name in suggest_states(typed, self.bot.register) if name in names]
        return [app_commands.Choice(name=name, value=name) for name in found]

    async def _start(self, state: str) -> Layout:
        register = self.bot.register
        ties = [safe(line) for line in guides.start_lines(register, state)]
        name = state_name(register, state) if state else ""
        place, pair = guides.letter_target(register, state)
        lines = [guide_sentences.about_campaign(await self._remembered.of(figures_of, register, ""))]
        if not state:
            lines.append(guide_sentences.NAME_YOUR_STATE)
        elif not ties:
            lines.append(guide_sentences.no_tie_in(safe(name)))
        lines.append(guide_sentences.one_letter(self.bot.mention_command("letter write"), safe(place)))
        if names := guides.look_for_news_of(register, state):
            commands_ = (self.bot.mention_command(name) for name in ("tip send", "help-out"))
            lines.append(guide_sentences.one_task(safe(names), *commands_))
        if register.record.petition:
            petition = register.record.petition
            lines.append(guide_sentences.one_link(safe(petition.title), petition.url))
        if pair:
            commands_ = (self.bot.mention_command(name) for name in ("status", "watch state"))
            lines.append(guide_sentences.stay_told(*commands_))
        return guide_views.start_card(lines, ties, safe(name))

    def _points(self, route: PointsPage) -> Layout:
        register = self.bot.register
        citations = Citations(register.record.sources)
        found = points.chosen(register, self._where(route.place), route.side, route.text)
        shown = points.page_of(register, found, route.page, citations)
        return guide_views.points_card(shown, citations, (route.place, route.side, route.text))

    def _where(self, typed: str | None) -> Where | None:
        """What a text names. Raises Refusal where it names nothing that is known."""
        if not typed:
            return None
        found = read_where(typed, self.bot.register)
        if not found:
            raise Refusal(guide_sentences.unknown_place(f"“{safe(typed)}”"))
        return found

    def _state(self, typed: str | None) -> str:
        """The postal code of the one state that is meant, or nothing. Raises Refusal where it is none, or several."""
        if not typed:
            return ""
        found = read_states(typed, self.bot.register)
        if found.unknown or len(found.codes) != 1:
            raise Refusal(sentences.unknown_state(f"“{safe(typed)}”"))
        return found.codes[0]

    async def _answer(self, interaction: Interaction, card: Layout, *, private: bool) -> None:
        alone = (private or not posts_publicly(interaction)) and not is_direct(interaction)
        await interaction.response.send_message(view=card, ephemeral=alone)


def _plain(typed: str | None) -> str:
    """What was typed, with blanks for the marks of which a button's id has no room."""
    return _RESERVED.sub(" ", typed or "").strip()
