"""Following a channel, changing what it gets, testing and ending it: the checks, the writing and the first message."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import discord
from discord import app_commands

from cogs.announcements import subscription_form, subscription_words, views
from cogs.announcements.digest_job import make_last
from cogs.announcements.preferences import NotUnderstood, read_wishes
from cogs.announcements.routes import SubmitSubscription
from cogs.kit.access import Announceable, event_requirement, is_organizer, requirements
from cogs.kit.allowance import Allowance
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.outbox import EXPECTED, classify
from cogs.wording.english import paragraph
from db.store import subscriptions
from db.store.database import DatabaseError, Transaction
from db.store.delivery_models import DeliveryState
from db.store.subscription_models import Preferences, Subscription, SubscriptionEnd

log = logging.getLogger(__name__)

# Everybody in the channel sees them.
MOST_TESTS, MINUTES_OF_TESTS = 5, 10

Picked = app_commands.AppCommandChannel | app_commands.AppCommandThread


def must_organize(interaction: Interaction) -> int:
    """The server of a person who holds Manage Server there. Raises Refusal for anybody else."""
    if not is_organizer(interaction) or interaction.guild_id is None:
        raise Refusal(subscription_words.ORGANIZERS_ONLY)
    return interaction.guild_id


def wished(old: Preferences, bot: TiewatchBot, written: Mapping[str, str]) -> Preferences:
    """The old preferences with what was written. Raises Refusal with all that was not read."""
    try:
        return read_wishes(old, written, bot.register)
    except NotUnderstood as error:
        raise Refusal(safe(str(error))) from None


def _require_newest(found: Subscription, mark: str) -> None:
    if not found.is_marked(mark):
        raise Refusal(subscription_words.OVERTAKEN)


async def _unchanged(conn: Transaction, found: Subscription) -> Subscription:
    """A subscription as it is now, in the transaction that changes it. Raises Refusal if somebody was faster."""
    now = await subscriptions.by_id(conn, found.id)
    if now is None or now.mark != found.mark:
        raise Refusal(subscription_words.SOMEBODY_WAS_FASTER)
    return now


class SubscriptionFlow:
    """What the commands and buttons do."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._tests = Allowance(MOST_TESTS, MINUTES_OF_TESTS * 60)

    async def channel(self, interaction: Interaction, picked: Picked) -> Announceable:
        """The channel that was chosen. Raises Refusal for one of another server, of another kind, or out of sight."""
        found = picked.resolve() or await self._fetched(picked.id)
        if not isinstance(found, discord.TextChannel | discord.Thread):
            raise Refusal(subscription_words.OTHER_KIND_OF_CHANNEL)
        # The picked one claims the server of the interaction, whatever was sent.
        if found.guild.id != interaction.guild_id:
            raise Refusal(subscription_words.CHANNEL_ELSEWHERE)
        return found

    async def _fetched(self, channel: int) -> object:
        try:
            return await self._bot.fetch_channel(channel)
        except (discord.HTTPException, discord.InvalidData) as error:
            raise Refusal(subscription_words.CHANNEL_UNSEEN) from error

    async def save(
        self,
        interaction: Interaction,
        channel: Announceable,
        change: Callable[[Preferences], Preferences],
        *,
        known: bool = False,
    ) -> Layout:
        """Follow a channel, or change what it gets if it follows already, and say so there; the card for the organizer.

        The interaction must have been deferred. Raises Refusal where something is missing, and changes nothing then;
        with ``known``, also for a channel that does not follow.
        """
        guild = must_organize(interaction)
        before = await subscriptions.of_channel(self._bot.database, channel.id)
        follows = before is not None and before.ended is None
        if known and not follows:
            command = self._bot.mention_command("announcements follow")
            raise Refusal(subscription_words.not_followed(channel.mention, command))
        preferences = change(before.preferences if before and follows else Preferences())
        self._check(channel, preferences)
        if before is None or not follows:
            async with self._bot.database.transaction() as conn:
                made = await self._put(conn, interaction, guild, channel.id, preferences)
            return await self._welcome(made, channel, afresh=before is not None and before.preferences != preferences)
        return await self._rewrite(interaction, before, preferences, arrives=True)

    def _check(self, channel: Announceable, preferences: Preferences) -> None:
        role = channel.guild.get_role(preferences.role) if preferences.role else None
        if preferences.role and role is None:
            raise Refusal(subscription_words.ROLE_NOT_FOUND)
        needed = [*requirements(channel, role), *([event_requirement(channel.guild)] if preferences.events else [])]
        missing = [found for found in needed if not found.ok]
        if missing:
            lines = [subscription_words.missing_requirement(found.label, found.remedy) for found in missing]
            raise Refusal(subscription_words.is_missing(channel.mention, lines))

    async def _welcome(self, found: Subscription, channel: Announceable, *, afresh: bool) -> Layout:
        """Send the first message; with ``afresh`` the channel had other preferences before it was unfollowed."""
        # Plain text, no mention: most who read the channel may not use the command.
        welcome = views.welcome(found, self._bot.register, "`/announcements edit`")
        problem = await self._send(channel, welcome)
        if problem is None:
            counts_no_more = subscription_words.EARLIER_SETTINGS_COUNT_NO_MORE if afresh else ""
            note = paragraph([subscription_words.FIRST_MESSAGE_IS_THERE, counts_no_more])
            return views.saved_card(found, self._bot.register, "Followed", note, undo=True)
        state, reason = problem
        if state is DeliveryState.RETRY:
            note = subscription_words.first_message_not_sent(reason)
            return views.saved_card(found, self._bot.register, "Followed", note, undo=True)
        async with self._bot.database.transaction() as conn:
            await subscriptions.end(conn, [found.id], SubscriptionEnd.UNFOLLOWED, self._bot.clock())
        diagnose = self._bot.mention_command("announcements diagnose")
        raise Refusal(subscription_words.does_not_follow(channel.mention, reason, diagnose))

    async def test(self, interaction: Interaction, channel: Announceable) -> str:
        """Send a test to a channel; what came of it, in a sentence."""
        must_organize(interaction)
        if not self._tests.take(channel.id, time.monotonic()):
            raise Refusal(subscription_words.too_many_tests(MOST_TESTS, MINUTES_OF_TESTS))
        problem = await self._send(channel, views.sample("`/announcements test`"))
        if problem is None:
            return subscription_words.test_arrived(channel.mention)
        return subscription_words.test_did_not_arrive(channel.mention, problem[1])

    async def _send(self, channel: Announceable, card: Layout) -> tuple[DeliveryState, str] | None:
        """None if a card has arrived in a channel, else what the failure means."""
        try:
            await channel.send(view=card, allowed_mentions=discord.AllowedMentions.none())
        except EXPECTED as error:
            failure = classify(error)
            return failure.state, failure.reason
        return None

    async def end(self, found: Subscription) -> Layout:
        """End a subscription; the card with the way back."""
        async with self._bot.database.transaction() as conn:
            await subscriptions.end(conn, [found.id], SubscriptionEnd.UNFOLLOWED, self._bot.clock())
        return views.ended_card(await subscriptions.by_id(self._bot.database, found.id) or found)

    async def again(self, interaction: Interaction, number: int, mark: str) -> Layout:
        """Take an ended subscription up again. Raises Refusal, and changes nothing, where it could not be followed."""
        guild = must_organize(interaction)
        found = await subscriptions.by_id(self._bot.database, number)
        if found is None or found.guild != guild:
            raise Refusal(subscription_words.FOLLOWED_NO_LONGER)
        _require_newest(found, mark)
        server = self._bot.get_guild(guild)
        channel = (server and server.get_channel_or_thread(found.channel)) or await self._fetched(found.channel)
        if not isinstance(channel, discord.TextChannel | discord.Thread):
            raise Refusal(subscription_words.OTHER_KIND_OF_CHANNEL)
        role = found.preferences.role and channel.guild.get_role(found.preferences.role)
        self._check(channel, found.preferences if role else replace(found.preferences, role=None))
        async with self._bot.database.transaction() as conn:
            await subscriptions.take_up(conn, [found.id])
        has_role = role or not found.preferences.role
        note = subscription_words.AS_BEFORE if has_role else subscription_words.AS_BEFORE_WITHOUT_ROLE
        return views.saved_card(found, self._bot.register, "Followed again", note, undo=False)

    async def undo(self, interaction: Interaction, number: int, mark: str) -> Layout:
        """Take back the last change of a subscription, or the following itself if it was new. Raises Refusal if the
        change that was to be undone is not the last any more.
        """
        found = await self.lasting(interaction, number)
        _require_newest(found, mark)
        if found.earlier is None:
            return await self.end(found)
        async with self._bot.database.transaction() as conn:
            found = await _unchanged(conn, found)
            await make_last(conn, self._bot, found, found.earlier or found.preferences)
            await subscriptions.undo_edit(conn, number, self._bot.clock())
        found = await self.lasting(interaction, number)
        return views.saved_card(
            found, self._bot.register, "Changed back", subscription_words.UNDO_BRINGS_IT_BACK, undo=True
        )

    async def silence(self, interaction: Interaction, number: int) -> Layout:
        """Ping nobody from now on."""
        found = await self.lasting(interaction, number)
        return await self._rewrite(interaction, found, replace(found.preferences, role=None))

    async def submitted(self, interaction: Interaction, number: int) -> Layout:
        """Put what the form says in place, or give back what was typed, to be mended."""
        found = await self.lasting(interaction, number)
        written = subscription_form.submitted(interaction, subscription_form.as_written(found.preferences))
        try:
            preferences = wished(found.preferences, self._bot, written)
            self._require_events(found, preferences)
            return await self._rewrite(interaction, found, preferences)
        except Refusal as error:
            return subscription_form.given_back(str(error), written, number)
        except DatabaseError as error:
            log.error("The database failed", extra={"what": SubmitSubscription.name, "remedy": str(error)})
            return subscription_form.given_back(subscription_words.NOT_SAVED, written, number)

    def _require_events(self, found: Subscription, preferences: Preferences) -> None:
        """Raises Refusal where events are newly wanted in a server in which the bot may make none."""
        server = self._bot.get_guild(found.guild)
        if server is None or not preferences.events or found.preferences.events:
            return
        needed = event_requirement(server)
        if not needed.ok:
            line = subscription_words.missing_requirement(needed.label, needed.remedy)
            raise Refusal(subscription_words.is_missing(f"<#{found.channel}>", [line]))

    async def _rewrite(
        self, interaction: Interaction, found: Subscription, preferences: Preferences, *, arrives: bool = False
    ) -> Layout:
        """Put other preferences in place. With ``arrives`` the channel was seen to take messages: it waits no more."""
        async with self._bot.database.transaction() as conn:
            changed = found = await _unchanged(conn, found)
            if arrives:
                await subscriptions.resume(conn, found.id)
            if preferences != found.preferences:
                await make_last(conn, self._bot, found, preferences)
                changed = await self._put(conn, interaction, found.guild, found.channel, preferences)
        return views.changed_card(found.preferences, changed, self._bot.register)

    async def _put(
        self, conn: Transaction, interaction: Interaction, guild: int, channel: int, preferences: Preferences
    ) -> Subscription:
        return await subscriptions.follow(
            conn,
            guild=guild,
            channel=channel,
            by=interaction.user.id,
            preferences=preferences,
            now=self._bot.clock(),
        )

    async def lasting(self, interaction: Interaction, number: int) -> Subscription:
        """A subscription of the person's own server. Raises Refusal if there is none that lasts, or for who may not."""
        guild = must_organize(interaction)
        found = await subscriptions.by_id(self._bot.database, number)
        if found is None or found.guild != guild or found.ended:
            raise Refusal(subscription_words.FOLLOWED_NO_LONGER)
        return found

    def seen(self, found: Subscription) -> Announceable:
        """The channel of a subscription. Raises Refusal if the bot does not see it."""
        guild = self._bot.get_guild(found.guild)
        channel = guild.get_channel_or_thread(found.channel) if guild else None
        if not isinstance(channel, discord.TextChannel | discord.Thread):
            raise Refusal(subscription_words.CHANNEL_UNSEEN)
        return channel
