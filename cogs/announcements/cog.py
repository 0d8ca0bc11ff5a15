"""`/announcements …` and `/watch list`, and their buttons."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from datetime import time
from inspect import Parameter, signature
from typing import Any, Literal

import discord
from discord import app_commands
from discord.ext import commands, tasks

from cogs.announcements import subscription_words, views, watch_words
from cogs.announcements.digest_job import make_due
from cogs.announcements.handlers import SubscriptionHandlers
from cogs.announcements.preferences import WISHES, Wish
from cogs.announcements.renderers import Renderers
from cogs.announcements.subscription_flow import Picked, SubscriptionFlow, must_organize, wished
from cogs.announcements.subscription_form import as_written
from cogs.announcements.subscription_notices import SubscriptionNotices
from cogs.announcements.watching import WatchHandlers
from cogs.kit.access import ROLE, Requirement, event_requirement, requirements
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import safe
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.outbox import outbox_of
from db.record.standings import STANDINGS
from db.record.states import read_states, suggest_states
from db.store import restore, subscriptions
from db.store.subscription_models import Preferences, Subscription

log = logging.getLogger(__name__)

_KINDS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]
_DESCRIPTIONS = {
    "channel": "The channel or thread to announce in",
    "role": "A role to ping with each new announcement. Nobody if left out",
}

_ROLE_GONE = Requirement(ROLE, subscription_words.ROLE_IS_THERE, False, subscription_words.ROLE_WAS_DELETED)


class Channel(app_commands.Transformer):
    """A channel or thread as it was picked, also one that the bot does not see."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """What Discord offers to pick from."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where announcements can be sent."""
        return _KINDS

    async def transform(self, interaction: discord.Interaction, value: Picked, /) -> Picked:
        """The picked channel itself: whether it will do is for the command to say."""
        return value


Where = app_commands.Transform[Picked, Channel]
Answered = Coroutine[Any, Any, None]


def takes_wishes(callback: Callable[..., Answered]) -> Callable[[Announcements, Interaction], Answered]:
    """Give a command an option for each wish, in place of its ``**given``, and describe all its options."""
    found = signature(callback)
    own = [each for each in found.parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    more = [
        Parameter(wish.name, Parameter.KEYWORD_ONLY, annotation=_option_of(wish) | None, default=None)
        for wish in WISHES
    ]
    callback.__signature__ = found.replace(parameters=[*own, *more])  # type: ignore[attr-defined]
    return app_commands.describe(**_DESCRIPTIONS, **{wish.name: wish.option for wish in WISHES})(callback)


def _option_of(wish: Wish) -> Any:
    if not wish.choices:
        return str
    return bool if True in wish.choices else Literal[tuple(choice.written for choice in wish.choices.values())]


def _written(given: Mapping[str, str | bool | None]) -> dict[str, str]:
    """What was given for the wishes, as somebody would write it."""
    values = {name: value for name, value in given.items() if value is not None}
    return {wish.name: _write(wish, values[wish.name]) for wish in WISHES if wish.name in values}


def _write(wish: Wish, value: str | bool) -> str:
    return wish.choices[value].written if isinstance(value, bool) else value


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class Announcements(commands.GroupCog, group_name="announcements", group_description="Hear when a tie changes"):
    """The commands of organizers."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self.subscribing = SubscriptionFlow(bot)
        Renderers(bot).register()
        SubscriptionNotices(bot).register()
        self.handlers = SubscriptionHandlers(bot, self.subscribing)
        bot.router.add_handlers(self.handlers)
        self.digests.start()

    async def cog_unload(self) -> None:
        """End the loop."""
        self.digests.cancel()

    @app_commands.command(
        description="Announce changes in a channel",
        extras=help_extras(Topic.FOLLOW, "let a channel of your server hear of changes (organizers)"),
    )
    @takes_wishes
    async def follow(
        self, interaction: Interaction, channel: Where, role: discord.Role | None = None, **given: Any
    ) -> None:
        """Follow, or change what a channel that follows gets."""
        await self._save(interaction, channel, role, _written(given), known=False)

    @app_commands.command(
        description="Change what a channel hears",
        extras=help_extras(Topic.FOLLOW, "change what a channel hears (organizers)"),
    )
    @takes_wishes
    async def edit(
        self, interaction: Interaction, channel: Where, role: discord.Role | None = None, **given: Any
    ) -> None:
        """Change what is given; without anything, open the form."""
        written = _written(given)
        if not written and role is None:
            must_organize(interaction)
            found = await self._followed(interaction, channel)
            await self.handlers.open_form(interaction, found.id, as_written(found.preferences))
            return
        await self._save(interaction, channel, role, written, known=True)

    async def _save(
        self,
        interaction: Interaction,
        picked: Picked,
        role: discord.Role | None,
        written: Mapping[str, str],
        *,
        known: bool,
    ) -> None:
        must_organize(interaction)

        def change(old: Preferences) -> Preferences:
            wishes = wished(old, self.bot, written)
            return replace(wishes, role=role.id) if role else wishes

        change(Preferences())
        await defer(interaction, fresh=True)
        channel = await self.subscribing.channel(interaction, picked)
        await edit_or_send(interaction, await self.subscribing.save(interaction, channel, change, known=known))

    @follow.autocomplete("states")
    @edit.autocomplete("states")
    async def offer_states(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Names for the last part of what has been typed."""
        before, comma, last = typed.rpartition(",")
        lead = f"{before.strip()}, " if comma else ""
        offered = [f"{lead}{name}" for name in suggest_states(last, self.bot.register)]
        return [app_commands.Choice(name=text, value=text) for text in offered if len(text) <= 100]

    @follow.autocomplete("standings")
    @edit.autocomplete("standings")
    async def offer_standings(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The standings that the last part may become."""
        before, comma, last = typed.rpartition(",")
        lead = f"{before.strip()}, " if comma else ""
        wanted = last.strip().casefold()
        offered = [f"{lead}{known.word}" for known in STANDINGS.values() if known.word.startswith(wanted)]
        return [app_commands.Choice(name=text, value=text) for text in offered if len(text) <= 100]

    @app_commands.command(
        name="list",
        description="What the channels of this server hear",
        extras=help_extras(Topic.FOLLOW, "see what your channels hear (organizers)"),
    )
    async def list_all(self, interaction: Interaction) -> None:
        """All subscriptions of the server, with how their messages fare."""
        must_organize(interaction)
        await interaction.response.send_message(view=await self.handlers.listed(interaction, 0), ephemeral=True)

    @app_commands.command(
        description="Stop announcing in a channel",
        extras=help_extras(Topic.FOLLOW, "stop announcing in a channel (organizers)"),
    )
    @app_commands.describe(channel="The channel or thread that follows")
    async def unfollow(self, interaction: Interaction, channel: Where) -> None:
        """End a subscription, with an undo."""
        must_organize(interaction)
        await defer(interaction, fresh=True)
        found = await self._followed(interaction, channel)
        await send_private(interaction, await self.subscribing.end(found))

    @app_commands.command(
        description="Send a test message to a channel",
        extras=help_extras(Topic.FOLLOW, "check whether messages arrive (organizers)"),
    )
    @app_commands.describe(channel="The channel or thread to try")
    async def test(self, interaction: Interaction, channel: Where) -> None:
        """A message that pings nobody, and what came of it."""
        must_organize(interaction)
        await defer(interaction, fresh=True)
        await self._followed(interaction, channel)
        await self.handlers.send_test(interaction, await self.subscribing.channel(interaction, channel))

    @app_commands.command(
        description="Find out why messages do not arrive in a channel",
        extras=help_extras(Topic.FOLLOW, "find out why nothing arrives (organizers)"),
    )
    @app_commands.describe(channel="The channel or thread that follows")
    async def diagnose(self, interaction: Interaction, channel: Where) -> None:
        """Whether messages will arrive and what to do; each requirement, the last message and the next try."""
        must_organize(interaction)
        await defer(interaction, fresh=True)
        found = await self._followed(interaction, channel)
        where = await self.subscribing.channel(interaction, channel)
        role = where.guild.get_role(found.preferences.role) if found.preferences.role else None
        checks = [*requirements(where, role), *([_ROLE_GONE] if found.preferences.role and role is None else [])]
        checks += [event_requirement(where.guild)] if found.preferences.events else []
        is_held = await restore.is_held(self.bot.database)
        card = views.diagnosis(found, checks, await self.handlers.text(found), is_held=is_held)
        await edit_or_send(interaction, card)
        await outbox_of(self.bot).recheck(found.guild)

    async def _followed(self, interaction: Interaction, picked: Picked) -> Subscription:
        found = await subscriptions.of_channel(self.bot.database, picked.id)
        if found is None or found.ended or found.guild != interaction.guild_id:
            follow = self.bot.mention_command("announcements follow")
            raise Refusal(subscription_words.not_followed(f"<#{picked.id}>", follow))
        return found

    @tasks.loop(time=[time(hour) for hour in range(24)])
    async def digests(self) -> None:
        """Look at every full hour whether the digest hour has come. Survives every error."""
        try:
            if self.bot.is_up():
                await make_due(self.bot)
        except Exception:
            log.exception("The digests could not be made; they are tried again in an hour")

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """A digest hour may have passed while the bot was away."""
        await self.digests()


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Watches(commands.GroupCog, group_name="watch", group_description="The ties that you watch"):
    """What one person watches."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self.watching = WatchHandlers(bot)
        bot.router.add_handlers(self.watching)
        bot.message_orders.append(self.watching.ordered)

    async def cog_unload(self) -> None:
        """Take orders no more."""
        self._bot.message_orders.remove(self.watching.ordered)

    @app_commands.command(
        name="list",
        description="The ties that you watch, and how to stop",
        extras=help_extras(Topic.FOLLOW, "see which ties you watch, and stop watching"),
    )
    async def list_watched(self, interaction: Interaction) -> None:
        """What the person watches."""
        await self.watching.listed(interaction)

    @app_commands.command(
        name="state",
        description="Be told by direct message when any tie of a state changes",
        extras=help_extras(Topic.FOLLOW, "watch every tie of a state"),
    )
    @app_commands.describe(state="The state, by its name or its two letters")
    async def watch_state(self, interaction: Interaction, state: app_commands.Range[str, 1, 100]) -> None:
        """Watch all ties of a state."""
        found = read_states(state, self._bot.register)
        if found.unknown or len(found.codes) != 1:
            raise Refusal(watch_words.one_state_please(f"“{safe(state)}”"))
        await defer(interaction, fresh=True)
        await self.watching.start_state(interaction, found.codes[0])

    @watch_state.autocomplete("state")
    async def offer_state(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """States by what has been typed so far."""
        names = {state.name for state in self._bot.register.record.states.values()}
        found = [name for name in suggest_states(typed, self._bot.register) if name in names]
        return [app_commands.Choice(name=name, value=name) for name in found]


async def setup(bot: TiewatchBot) -> None:
    """Add the announcements and the watches."""
    await bot.add_cog(Announcements(bot))
    await bot.add_cog(Watches(bot))
