"""The commands for volunteers: /letter write, mine, stats; and what happens to drafts without anybody asking."""

from __future__ import annotations

import logging

from discord import app_commands
from discord.ext import commands, tasks

from cogs.kit.access import is_organizer
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.kit.cards import Option, choices, container, notice, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import defer
from cogs.letters import kept_letters, place_cards, refusals, sentences, stats
from cogs.letters.draft_service import DraftService
from cogs.letters.followups import FollowUps
from cogs.letters.handlers import LetterHandlers
from cogs.letters.meaning_handlers import MeaningHandlers
from cogs.letters.point_handlers import PointHandlers
from cogs.letters.routes import AboutOneOf, StatementAboutTie, WriteAboutTie, about
from cogs.letters.subject import key_of, subject_title
from cogs.letters.template_commands import TemplateCommands
from cogs.wording.english import clip
from cogs.wording.names import place_name, tie_name
from cogs.wording.status import tie_line
from cogs.wording.tie_search import TieSearch, search_ties, suggest_ties
from db.record.states import read_states
from db.store import letter_drafts, letter_templates, sent_letters
from db.store.clock_guard import may_delete

log = logging.getLogger(__name__)

_MOST_PLACES = 10


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Letters(commands.GroupCog, group_name="letter", group_description="Write to an office about a tie with Russia"):
    """Writing letters, finding them again, counting them."""

    def __init__(self, bot: TiewatchBot, drafts: DraftService, handlers: LetterHandlers, after: FollowUps) -> None:
        self.bot = bot
        self.drafts = drafts
        self.handlers = handlers
        self.follow_ups = after
        super().__init__()

    async def cog_load(self) -> None:
        """Begin to look for drafts that have expired."""
        self.sweep.start()

    async def cog_unload(self) -> None:
        """Stop looking."""
        self.sweep.cancel()

    @app_commands.command(
        name="write",
        description="Write a letter in your own words to the office that decides about a tie",
        extras=help_extras(Topic.ACT, "write a letter in your own words to the office that decides"),
    )
    @app_commands.describe(place="The place whose office you write to, or the tie")
    async def write(self, interaction: Interaction, place: app_commands.Range[str, 1, 200]) -> None:
        """Open the panel of a new letter, or ask which tie is meant."""
        found = search_ties(place, self.bot.register)
        if len(found.ties) == 1:
            await defer(interaction, fresh=True)
            await self.handlers.begin(interaction, found.ties[0].id)
            return
        if not found.ties and not found.places and found.abroad:
            card = place_cards.abroad(found.abroad[0], self.bot)
            await interaction.response.send_message(view=card, ephemeral=True)
            return
        if not found.ties and not found.places:
            read = read_states(place, self.bot.register)
            named = [] if read.unknown else [self.bot.register.record.states[code].name for code in read.codes]
            raise Refusal(refusals.no_tie_in(named) if named else refusals.NO_SUCH_PLACE)
        await interaction.response.send_message(view=self._which(found), ephemeral=True)

    @write.autocomplete("place")
    async def suggest_places(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Ties of the record."""
        return [
            app_commands.Choice(name=found.label, value=found.value) for found in suggest_ties(typed, self.bot.register)
        ]

    @app_commands.command(
        name="mine",
        description="Your letters: go on with a draft, note an answer",
        extras=help_extras(Topic.ACT, "go on with your letters, and note what became of them"),
    )
    async def mine(self, interaction: Interaction) -> None:
        """List a person's drafts and sent letters."""
        register = self.bot.register
        drafts = await letter_drafts.of_writer(self.bot.database, interaction.user.id)
        kept = [item for item in drafts if item.sent is None and self.drafts.expires(item) > self.bot.clock()]
        sent = await sent_letters.of_writer(self.bot.database, interaction.user.id)
        layout = kept_letters.list_card(
            [(draft, kept_letters.subject_of(draft, register)) for draft in kept],
            [(item, subject_title(item.tie, item.place, register)) for item in sent],
        )
        await interaction.response.send_message(view=layout, ephemeral=True)

    @app_commands.command(
        name="stats",
        description="How many letters were begun, sent and answered from this server; no names, no text",
        extras=help_extras(Topic.ACT, "see how many letters came from your server (organizers)", organizers_only=True),
    )
    async def stats(self, interaction: Interaction) -> None:
        """An organizer's figures."""
        if not is_organizer(interaction) or interaction.guild_id is None:
            raise Refusal(refusals.FIGURES_FOR_ORGANIZERS)
        counts = await sent_letters.counts(self.bot.database, interaction.guild_id)
        text = clip(stats.stats_text(counts, self.bot.register), 3500)
        await interaction.response.send_message(view=notice(safe_lines(text), title="Letters"), ephemeral=True)

    @commands.Cog.listener()
    async def on_tie_changed(self, tie_id: str) -> None:
        """Tell the writers who asked for it."""
        await self.follow_ups.tie_changed(tie_id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What changed while the bot was away."""
        for tie_id in await letter_drafts.told_ties(self.bot.database):
            await self.follow_ups.tie_changed(tie_id)

    @tasks.loop(hours=1)
    async def sweep(self) -> None:
        """Delete what has expired. The loop survives its errors."""
        try:
            now = self.bot.clock()
            async with self.bot.database.transaction() as conn:
                if not await may_delete(conn, now):
                    return
                drafts = await letter_drafts.expire(conn, now, self.bot.settings.draft_days)
                sent = await sent_letters.expire(conn, now)
                await letter_templates.expire(conn, now)
        except Exception:
            log.exception("Expired letters could not be deleted; it is tried again in an hour")
            return
        if drafts or sent:
            await self.bot.database.empty_log()
            log.info("Expired letters deleted", extra={"drafts": drafts, "sent": sent})

    def _which(self, found: TieSearch) -> Layout:
        if found.ties:
            options = [
                Option(tie_name(tie, self.bot.register), f"tie/{tie.id}", tie_line(tie, self.bot.register))
                for tie in found.ties
            ]
            return Layout(
                container(
                    sentences.WHICH_TIE,
                    *choices(options, about, AboutOneOf(), "Choose a tie"),
                )
            )
        if len(found.places) == 1:
            return place_cards.without_tie(found.places[0], self.bot)
        options = [
            Option(place_name(place, self.bot.register), f"place/{key_of(place)}")
            for place in found.places[:_MOST_PLACES]
        ]
        told = sentences.NONE_HAS_A_TIE
        return Layout(
            container(
                told,
                *choices(options, about, AboutOneOf(), "Choose a place"),
            )
        )


def safe_lines(text: str) -> str:
    """Our own list with names in it, escaped but for its bullets and bold months."""

    def escaped(line: str) -> str:
        return line if line.startswith("**") else line[:2] + safe(line[2:])

    return "\n".join(map(escaped, text.split("\n")))


async def setup(bot: TiewatchBot) -> None:
    """Add the letters and their templates."""
    drafts = DraftService(bot)
    handlers = LetterHandlers(drafts)
    after = FollowUps(drafts)
    after.register()
    bot.router.add_handlers(handlers)
    bot.router.add_handlers(PointHandlers(handlers))
    bot.router.add_handlers(MeaningHandlers(handlers))
    bot.hearing_actions.add(CardAction("Write a statement", StatementAboutTie))
    bot.hearing_actions.add(CardAction("Write a letter", WriteAboutTie))
    await bot.add_cog(Letters(bot, drafts, handlers, after))
    templates = TemplateCommands(bot, drafts)
    bot.router.add_handlers(templates)
    await bot.add_cog(templates)
