"""The ways to ask: /ask, /status, /ties, a message that names the bot, a direct message, and "Check this claim"."""

from __future__ import annotations

import logging
import re
import time
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import lru_cache

import discord
from discord import app_commands
from discord.ext import commands

from cogs.kit.access import is_direct, may_write, posts_publicly
from cogs.kit.allowance import Allowance
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, container, notice, rows, safe
from cogs.kit.components import Layout, components_in, first_heading
from cogs.kit.failures import NETWORK_ERRORS, Refusal
from cogs.kit.giving_way import giving_way
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import apology
from cogs.lookup import kept_phrases, sentences
from cogs.lookup.answers.answer import answer, answer_steps, claim_answer, claim_answer_steps, place_text_answer
from cogs.lookup.answers.answers_to_choices import list_answer
from cogs.lookup.answers.distress import distress_answer
from cogs.lookup.answers.follow_ups import ShownCard, shown_by
from cogs.lookup.answers.next_answers import may_go_on, next_answer
from cogs.lookup.answers.preparations import preparations
from cogs.lookup.autocomplete import suggest
from cogs.lookup.claims.claims import claim_text
from cogs.lookup.handlers import LookupHandlers
from cogs.lookup.model import Answer, RecordSearch, TieFilter
from cogs.lookup.places import place_sentences
from cogs.lookup.searching import LONGEST_TEXT, search_record
from cogs.lookup.views import PRIVATE, CardContext, Cards
from cogs.wording.english import clip, listed
from db.record.passages import PASSAGE_LABELS, PassageKind
from db.record.resolver import find_places
from db.record.standings import STANDINGS, Standing
from db.record.states import States, read_states, suggest_states
from db.record.text import MAX_LENGTH, clean, key

log = logging.getLogger(__name__)

_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_BOTH_INSTALLS = app_commands.AppInstallationType(guild=True, user=True)
_OWN_WORDS = {discord.MessageType.default, discord.MessageType.reply}
# Kept ready: what one channel asks is often asked again, and many questions have one answer.
_CARDS = 64
_ANSWERS = 128
# A longer text is seldom asked twice, and would fill the memory.
_LONGEST_KEPT = 300
# Answers to messages in a minute; commands are limited by Discord.
MOST_OF_A_PERSON, MOST_IN_A_CHANNEL = 10, 30
_MINUTE = 60.0
# In a direct message the answer that a question goes on from is among the last few.
_LOOKED_BACK = 5
_LONGEST_TEXT = 28
_PRIVATE_OPTION = "Show the answer to you alone"
_KINDS = [app_commands.Choice(name=label, value=kind.value) for kind, label in PASSAGE_LABELS.items()]
_STANDINGS = [app_commands.Choice(name=known.sign, value=standing.value) for standing, known in STANDINGS.items()]


class ReadAs(Enum):
    """How a text is to be read."""

    QUESTION = "question"
    PLACE = "place"
    CLAIM = "claim"


_READ_BY = {ReadAs.QUESTION: answer, ReadAs.PLACE: place_text_answer, ReadAs.CLAIM: claim_answer}
_STEP_BY_STEP = {ReadAs.QUESTION: answer_steps, ReadAs.CLAIM: claim_answer_steps}


class Lookup(commands.Cog):
    """Questions in, cards out. All answers come from the register in memory."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._answers = lru_cache(_ANSWERS)(self._answer_anew)
        self._made = lru_cache(_CARDS)(self._card_anew)
        self._by_person = Allowance(MOST_OF_A_PERSON, _MINUTE)
        self._by_channel = Allowance(MOST_IN_A_CHANNEL, _MINUTE)
        self.menu: app_commands.ContextMenu = app_commands.ContextMenu(
            name="Check this claim",
            callback=self.check_claim,
            allowed_contexts=_EVERYWHERE,
            allowed_installs=_BOTH_INSTALLS,
            extras=dict(help_extras(Topic.LOOK, "see what the record says about somebody's message")),
        )

    async def cog_load(self) -> None:
        """Have made ready what questions are recognised by, and add the context menu, which discord.py does not find.

        Places and lists are answered before that (``bot.FIRST_ANSWERED``): they need none of it.
        """
        for each in (kept_phrases.take, *preparations(lambda: self.bot.register), kept_phrases.keep):
            self.bot.prepare(each)
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the context menu away again."""
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(
        name="ask",
        description="Ask in your own words, for example: is Portland still paired with Khabarovsk?",
        extras=help_extras(Topic.LOOK, "ask in your own words, in English, Ukrainian or Russian"),
    )
    @app_commands.describe(question="Your question", private=_PRIVATE_OPTION)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self, interaction: Interaction, question: app_commands.Range[str, 1, MAX_LENGTH], private: bool = False
    ) -> None:
        """Answer a free question."""
        # What somebody wrote who is at an end is not for all to see.
        context = self._context(interaction, private or distress_answer(question) is not None)
        await self._send(interaction, await self._card_in_turns(question, context), context)

    @app_commands.command(
        name="status",
        description="How the sister-city ties of a U.S. or Russian place stand, with dates and sources",
        extras=help_extras(Topic.LOOK, "see how the ties of one place stand"),
    )
    @app_commands.describe(place="A city, county, state or region, in any spelling", private=_PRIVATE_OPTION)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def status(
        self, interaction: Interaction, place: app_commands.Range[str, 1, MAX_LENGTH], private: bool = False
    ) -> None:
        """Answer how a place's ties stand."""
        context = self._context(interaction, private or distress_answer(place) is not None)
        await self._send(interaction, self._card(place, context, ReadAs.PLACE), context)

    @status.autocomplete("place")
    async def suggest_places(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Places of the record, with how their ties stand."""
        return self._suggested(typed)

    def _suggested(self, typed: str) -> list[app_commands.Choice[str]]:
        found = suggest(typed, self.bot.register)
        return [app_commands.Choice(name=item.label, value=item.value) for item in found]

    @app_commands.command(
        name="ties",
        description="List the ties on record, all or by state, standing or name, and take the list as a file",
        extras=help_extras(Topic.LOOK, "list ties by state, standing or name, and take the list as a file"),
    )
    @app_commands.describe(
        state="A state or a part of the country, or several: Oregon, OR, New England",
        standing="How the ties stand",
        text="Part of a place's name",
        private=_PRIVATE_OPTION,
    )
    @app_commands.choices(standing=_STANDINGS)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ties(
        self,
        interaction: Interaction,
        state: app_commands.Range[str, 1, 200] | None = None,
        standing: str | None = None,
        text: app_commands.Range[str, 1, _LONGEST_TEXT] | None = None,
        private: bool = False,
    ) -> None:
        """List ties."""
        where = self._states(state) if state else States()
        standings = (Standing(standing),) if standing else ()
        chosen = TieFilter(where.codes, standings, text=_name_part(text) if text else "", where=listed(where.regions))
        context = self._context(interaction, private)
        card = self._cards().answer(list_answer(chosen, self.bot.register), context)
        await self._send(interaction, card, context)

    @ties.autocomplete("state")
    async def suggest_states(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """States and parts of the country."""
        return [app_commands.Choice(name=name, value=name) for name in suggest_states(typed, self.bot.register)]

    @app_commands.command(
        name="search",
        description="Search all that the record says: decisions, votes, conditions, what people said, notes",
        extras=help_extras(Topic.LOOK, "search the words of the record, of all ties or one, by kind"),
    )
    @app_commands.describe(
        text="Words to look for, in any form",
        place="Only what is about this place's ties",
        kind="Only entries of this kind",
        private=_PRIVATE_OPTION,
    )
    @app_commands.choices(kind=_KINDS)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def search(
        self,
        interaction: Interaction,
        text: app_commands.Range[str, 1, LONGEST_TEXT],
        place: app_commands.Range[str, 1, 200] | None = None,
        kind: str | None = None,
        private: bool = False,
    ) -> None:
        """Search the record."""
        ties = self._ties_of(place) if place else ()
        asked = RecordSearch(" ".join(clean(text).split()), PassageKind(kind) if kind else None, ties)
        context = self._context(interaction, private)
        if distressed := distress_answer(text):
            await self._send(interaction, self._cards().answer(distressed, PRIVATE), PRIVATE)
            return
        found = search_record(asked, 0, self.bot.register)
        await self._send(interaction, self._cards().search(found, asked, context), context)

    @search.autocomplete("place")
    async def suggest_places_to_search(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The same for a search."""
        return self._suggested(typed)

    async def check_claim(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer what a message says or asks; to the person alone, with a button that posts it."""
        may_post = posts_publicly(interaction) and not is_direct(interaction)
        context = CardContext(claim=message.id) if may_post else PRIVATE
        card = await self._card_in_turns(claim_text(message), context, ReadAs.CLAIM)
        await self._send(interaction, card, context)

    async def _card_in_turns(self, text: str, context: CardContext, reading: ReadAs = ReadAs.QUESTION) -> Layout:
        """The card that answers a text; a long one is read step by step, so that nobody else waits."""
        if len(text) <= _LONGEST_KEPT:
            return self._card(text, context, reading)
        found = await giving_way(_STEP_BY_STEP[reading](text, self.bot.register, self.bot.today))
        return self._card_anew(found, 0, context, reading)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a direct message, and a message whose own text names the bot."""
        text = self._asked(message)
        if text is None:
            return
        if not self._may_answer(message):
            if self._by_person.is_news(message.channel.id, time.monotonic()):
                await _reply(
                    message, notice(sentences.too_many_messages(MOST_OF_A_PERSON, MOST_IN_A_CHANNEL), tone=Tone.CAREFUL)
                )
            return
        context = CardContext(asker=message.author.id) if message.guild else PRIVATE
        try:
            card = await self._ordered(message, text) or await self._card_for(message, text, context)
        except Exception as error:
            # What a listener raises is only logged, and the question would stay without an answer.
            card = notice(apology(error, "message"), tone=Tone.REFUSED)
        await _reply(message, card)

    def _may_answer(self, message: discord.Message) -> bool:
        """Whether this person and this channel had fewer answers in the last minute than one may have: all see them."""
        now = time.monotonic()
        return self._by_person.take(message.author.id, now) and self._by_channel.take(message.channel.id, now)

    async def _ordered(self, message: discord.Message, text: str) -> Layout | None:
        """What comes of a message that tells the bot to do something; nothing of one by somebody in distress."""
        if distress_answer(text):
            return None
        for order in self.bot.message_orders:
            card = await order(message, text)
            if card is not None:
                return card
        return None

    async def _card_for(self, message: discord.Message, text: str, context: CardContext) -> Layout:
        own = await self._own_before(message, text)
        if own is not None:
            found = next_answer(text, shown_on(own), self.bot.register, self.bot.today)
            return self._cards().answer(found, context)
        if message.type is discord.MessageType.reply and not self._understood(text):
            # What is replied to does not come along: Discord shows us the text of messages that mention us, and of DMs.
            return Layout(container(sentences.HOW_TO_CHECK, *rows(context.buttons())))
        return await self._card_in_turns(text, context)

    async def _own_before(self, message: discord.Message, text: str) -> discord.Message | None:
        """The answer of ours that a message goes on from: the one it replies to, or in a direct message the last."""
        if message.reference is not None:
            replied = message.reference.resolved
            return replied if isinstance(replied, discord.Message) and self._is_own(replied) else None
        if message.guild is not None or not may_go_on(text, self.bot.register, self.bot.today):
            return None
        with suppress(discord.HTTPException, *NETWORK_ERRORS):
            async for earlier in message.channel.history(limit=_LOOKED_BACK, before=message):
                if self._is_own(earlier) and earlier.components:
                    return earlier
        return None

    def _is_own(self, message: discord.Message) -> bool:
        return self.bot.user is not None and message.author.id == self.bot.user.id

    def _understood(self, text: str) -> bool:
        return self._answer(text, ReadAs.QUESTION).outcome.found

    def _asked(self, message: discord.Message) -> str | None:
        """What a message asks the bot, without the mention; None if it is not for the bot."""
        if message.author.bot or message.webhook_id or message.type not in _OWN_WORDS or self.bot.user is None:
            return None
        if message.guild is None:
            return message.content
        # A reply ping mentions the bot without naming it in the text, and so do @everyone and roles.
        mention = re.compile(rf"<@!?{self.bot.user.id}>")
        return mention.sub(" ", message.content) if mention.search(message.content) else None

    def _context(self, interaction: Interaction, private: bool) -> CardContext:
        alone = private or is_direct(interaction) or not posts_publicly(interaction)
        return PRIVATE if alone else CardContext(asker=interaction.user.id)

    async def _send(self, interaction: Interaction, card: Layout, context: CardContext) -> None:
        """Answer with a card: for all to see if its asker may remove it, else for the person alone."""
        alone = context.asker is None and not is_direct(interaction)
        await interaction.response.send_message(view=card, ephemeral=alone)

    def _card(self, text: str, context: CardContext, reading: ReadAs = ReadAs.QUESTION) -> Layout:
        """The card that answers a text, as it is to be read. Of a place, several ties are told in a line each."""
        found = self._answer(text, reading)
        if len(text) > _LONGEST_KEPT:
            return self._card_anew(found, 0, context, reading)
        return self._made(found, self.bot.register.version, context, reading)

    def _answer(self, text: str, reading: ReadAs) -> Answer:
        make = self._answers if len(text) <= _LONGEST_KEPT else self._answer_anew
        return make(text, self.bot.register.version, self.bot.today, reading)

    def _card_anew(self, found: Answer, _version: int, context: CardContext, reading: ReadAs) -> Layout:
        several = reading is ReadAs.PLACE and sum(part.tie is not None for part in found.parts) > 1
        return self._cards().several(found, context) if several else self._cards().answer(found, context)

    def _answer_anew(self, text: str, _version: int, today: date, reading: ReadAs) -> Answer:
        return _READ_BY[reading](text, self.bot.register, today)

    def _cards(self) -> Cards:
        return Cards(self.bot.register, self.bot.actions)

    def _ties_of(self, typed: str) -> tuple[str, ...]:
        found = find_places(typed, self.bot.register).ties(self.bot.register)
        if not found:
            raise Refusal(place_sentences.no_tied_place(safe(clip(typed, LONGEST_TEXT))))
        return tuple(tie.id for tie in found)

    def _states(self, typed: str) -> States:
        found = read_states(typed, self.bot.register)
        if found.codes and not found.unknown:
            return found
        raise Refusal(place_sentences.no_such_state(safe(found.unknown[0]) if found.unknown else None))


def _name_part(typed: str) -> str:
    """What to look for in names, cleaned. Raises Refusal if nothing is left that a name could hold."""
    text = " ".join(clean(typed).split())
    if not key(text):
        raise Refusal(sentences.NO_WORD_OF_A_NAME)
    return text


def shown_on(message: discord.Message) -> ShownCard:
    """What a card of ours showed, read from its own buttons, selects and heading."""
    parts = list(components_in(message.components))
    values = [option.value for part in parts for option in getattr(part, "options", ())]
    return shown_by([part.custom_id for part in parts], values, first_heading(message.components))


def _held(message: discord.Message) -> discord.Permissions:
    """What the bot may do where a message is; everything where that is not known, and the attempt will tell."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return discord.Permissions.all()
    return message.channel.permissions_for(message.guild.me)


async def _reply(message: discord.Message, card: Layout) -> None:
    """Reply without a ping, or without the reference where the history may not be read. Never raises."""
    held = _held(message)
    where = {"channel": message.channel.id}
    if not may_write(held, message.channel):
        log.info("A question stays without an answer: the bot may not write there", extra=where)
        return
    try:
        if held.read_message_history:
            # Whoever writes by proxy loses the message at once: then the answer stands alone.
            reference = message.to_reference(fail_if_not_exists=False)
            await message.channel.send(view=card, reference=reference, mention_author=False)
        else:
            await message.channel.send(view=card)
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.warning("A question stays without an answer", extra={**where, "why": type(error).__name__})


async def setup(bot: TiewatchBot) -> None:
    """Add the lookups."""
    bot.router.add_handlers(LookupHandlers(bot))
    await bot.add_cog(Lookup(bot))
