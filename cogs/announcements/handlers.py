"""What the buttons and the form of a subscription do, for people with Manage Server in its server."""

from __future__ import annotations

from cogs.announcements import routes, subscription_words, views
from cogs.announcements.digest import next_slot
from cogs.announcements.subscription_flow import SubscriptionFlow, must_organize
from cogs.announcements.subscription_form import Written, as_written, edit_form, written_in
from cogs.kit.access import Announceable
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, notice
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send, send_private
from cogs.kit.router import handles
from db.store import deliveries, subscriptions
from db.store.subscription_models import Subscription


class SubscriptionHandlers:
    """The handlers of one bot. Commands that do the same use them too."""

    def __init__(self, bot: TiewatchBot, flow: SubscriptionFlow) -> None:
        self.bot = bot
        self.flow = flow

    @handles(routes.SubscriptionsPage)
    async def turn(self, interaction: Interaction, route: routes.SubscriptionsPage) -> None:
        """Another page of the server's subscriptions."""
        await edit_or_send(interaction, await self.listed(interaction, route.page))

    @handles(routes.EditSubscription)
    async def edit(self, interaction: Interaction, route: routes.EditSubscription) -> None:
        """Open the form with what the channel gets."""
        found = await self.flow.lasting(interaction, route.subscription)
        await self.open_form(interaction, found.id, as_written(found.preferences))

    @handles(routes.EditAgain)
    async def edit_again(self, interaction: Interaction, route: routes.EditAgain) -> None:
        """Open the form with what was typed into it in vain, as the message says it."""
        found = await self.flow.lasting(interaction, route.subscription)
        assert interaction.message is not None
        written = written_in(interaction.message, route.chosen, as_written(found.preferences))
        await self.open_form(interaction, found.id, written)

    @handles(routes.SubmitSubscription)
    async def submitted(self, interaction: Interaction, route: routes.SubmitSubscription) -> None:
        """Put what the form says in place."""
        await edit_or_send(interaction, await self.flow.submitted(interaction, route.subscription))

    @handles(routes.SendTest)
    async def test(self, interaction: Interaction, route: routes.SendTest) -> None:
        """Send a test to the channel."""
        found = await self.flow.lasting(interaction, route.subscription)
        await self.send_test(interaction, self.flow.seen(found))

    @handles(routes.ShowSample)
    async def sample(self, interaction: Interaction, route: routes.ShowSample) -> None:
        """What a digest of the channel looks like, made of what is on record."""
        found = await self.flow.lasting(interaction, route.subscription)
        card = views.sample_digest(found.preferences, self.bot.register, self.bot.clock())
        await send_private(interaction, card)

    @handles(routes.PingNobody)
    async def silence(self, interaction: Interaction, route: routes.PingNobody) -> None:
        """Ping nobody from now on."""
        await edit_or_send(interaction, await self.flow.silence(interaction, route.subscription))

    @handles(routes.Unfollow)
    async def end(self, interaction: Interaction, route: routes.Unfollow) -> None:
        """End the subscription, with an undo."""
        found = await self.flow.lasting(interaction, route.subscription)
        await edit_or_send(interaction, await self.flow.end(found))

    @handles(routes.FollowAgain)
    async def again(self, interaction: Interaction, route: routes.FollowAgain) -> None:
        """Take an ended subscription up again."""
        await edit_or_send(interaction, await self.flow.again(interaction, route.subscription, route.mark))

    @handles(routes.UndoChange)
    async def undo(self, interaction: Interaction, route: routes.UndoChange) -> None:
        """Take the last change back."""
        await edit_or_send(interaction, await self.flow.undo(interaction, route.subscription, route.mark))

    async def open_form(self, interaction: Interaction, number: int, written: Written) -> None:
        """Open the form of a subscription."""
        await interaction.response.send_modal(edit_form(number, interaction.user.id, written))

    async def send_test(self, interaction: Interaction, where: Announceable) -> None:
        """Send a test to a channel, and say what came of it. The interaction must have been deferred."""
        told = await self.flow.test(interaction, where)
        await send_private(interaction, notice(told, tone=Tone.PLAIN))

    async def listed(self, interaction: Interaction, page: int) -> Layout:
        """A page of the server's subscriptions, with how their messages fare."""
        guild = must_organize(interaction)
        found = await subscriptions.of_guild(self.bot.database, guild)
        ended = (await subscriptions.of_guild(self.bot.database, guild, ended=True))[::-1]
        if not found and not ended:
            raise Refusal(subscription_words.nothing_follows(self.bot.mention_command("announcements follow")))
        pages = max(1, -(-len(found) // views.PER_PAGE))
        page = max(0, min(page, pages - 1))
        shown = found[page * views.PER_PAGE : (page + 1) * views.PER_PAGE]
        return views.subscriptions_card([(item, await self.text(item)) for item in shown], page, pages, ended)

    async def text(self, found: Subscription) -> str:
        """What a channel gets, and how its messages fare."""
        last = await deliveries.last_tried(self.bot.database, found.channel)
        waiting = await deliveries.waiting(self.bot.database, found.channel)
        coming = next_slot(found, self.bot.settings.digest, self.bot.clock())
        return views.subscription_text(found, self.bot.register, last, waiting, coming)
