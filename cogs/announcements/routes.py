"""The buttons, selects and forms of subscriptions and watches."""

from __future__ import annotations

from cogs.kit.routes import FormRoute, PressRoute, Reply


class WatchTie(PressRoute, name="watch-tie", reply=Reply.DEFERRED_NEW, earlier=("tie:watch:{tie}",)):
    """Watch, on a tie's card."""

    tie: str


class StartWatch(PressRoute, name="watch-start", reply=Reply.DEFERRED_OWN, earlier=("watch:on:{tie}",)):
    """Watch a tie again."""

    tie: str


class StopWatch(PressRoute, name="watch-stop", reply=Reply.DEFERRED_OWN, earlier=("watch:off:{tie}",)):
    """Watch a tie no longer."""

    tie: str


class WatchesPage(PressRoute, name="watches", reply=Reply.IN_PLACE, earlier=("watched:page:{page}",)):
    """A page of what a person watches."""

    page: int


class StopWatches(PressRoute, name="watches-stop", reply=Reply.DEFERRED, earlier=("watched:stop:{page}",)):
    """Watch a tie no longer that is chosen from a page of the list."""

    page: int


class SubscriptionsPage(PressRoute, name="subscriptions", reply=Reply.DEFERRED, earlier=("follow:page:{page}",)):
    """A page of a server's subscriptions."""

    page: int


class SubscriptionRoute(PressRoute):
    """The base of what is about one subscription."""

    subscription: int


class EditSubscription(
    SubscriptionRoute, name="subscription-edit", reply=Reply.FORM, earlier=("follow:edit:{subscription}",)
):
    """Change what a channel hears."""


class EditAgain(
    SubscriptionRoute,
    name="subscription-edit-again",
    reply=Reply.FORM,
    earlier=("follow:typed:{subscription}:{votes}:{digest}",),
):
    """Open the form again with what was typed into it in vain; what is no text is kept here."""

    votes: str
    digest: str


class SendTest(
    SubscriptionRoute, name="subscription-test", reply=Reply.DEFERRED_NEW, earlier=("follow:test:{subscription}",)
):
    """Send a test message."""


class PingNobody(
    SubscriptionRoute, name="subscription-silence", reply=Reply.DEFERRED, earlier=("follow:silent:{subscription}",)
):
    """Ping no role any more."""


class Unfollow(
    SubscriptionRoute, name="subscription-end", reply=Reply.DEFERRED, earlier=("follow:end:{subscription}",)
):
    """Announce nothing more in a channel."""


class FollowAgain(
    SubscriptionRoute,
    name="subscription-again",
    reply=Reply.DEFERRED,
    earlier=("follow:again:{subscription}:{mark}",),
):
    """Take an ended subscription up again. ``mark`` tells whether it was changed since."""

    mark: str


class UndoChange(
    SubscriptionRoute, name="subscription-undo", reply=Reply.DEFERRED, earlier=("follow:undo:{subscription}:{mark}",)
):
    """Take the last change back. ``mark`` tells whether it is the last still."""

    mark: str


class SubmitSubscription(
    FormRoute, name="subscription-form", reply=Reply.DEFERRED, earlier=("followed:{subscription}:{user}",)
):
    """What a person wrote into the form of a subscription."""

    subscription: int
    user: int
