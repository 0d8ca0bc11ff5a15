"""The buttons, selects and forms of subscriptions and watches."""

from __future__ import annotations

from cogs.kit.routes import FormRoute, PressRoute, Reply


class WatchTie(PressRoute, name="tie-watch", reply=Reply.DEFERRED_NEW):
    """Watch, on a tie's card."""

    tie: str


class StartWatch(PressRoute, name="watch-on", reply=Reply.DEFERRED_OWN):
    """Watch a tie again."""

    tie: str


class StopWatch(PressRoute, name="watch-off", reply=Reply.DEFERRED_OWN):
    """Watch a tie no longer."""

    tie: str


class WatchesPage(PressRoute, name="watched-page", reply=Reply.IN_PLACE):
    """A page of what a person watches."""

    page: int


class StopWatches(PressRoute, name="watched-stop", reply=Reply.DEFERRED):
    """Watch a tie no longer that is chosen from a page of the list."""

    page: int


class SubscriptionsPage(PressRoute, name="follow-page", reply=Reply.DEFERRED):
    """A page of a server's subscriptions."""

    page: int


class SubscriptionRoute(PressRoute):
    """The base of what is about one subscription."""

    subscription: int


class EditSubscription(SubscriptionRoute, name="follow-edit", reply=Reply.FORM):
    """Change what a channel hears."""


class EditAgain(
    SubscriptionRoute,
    name="follow-typed",
    reply=Reply.FORM,
    version=2,
    earlier=("follow-typed/1/{subscription}/{votes}/{digest}", "follow:typed:{subscription}:{votes}:{digest}"),
):
    """Open the form again with what was typed into it in vain. ``chosen`` is what was chosen, as ``votes=yes``."""

    chosen: tuple[str, ...] = ()


class ShowSample(SubscriptionRoute, name="follow-sample", reply=Reply.DEFERRED_NEW):
    """What a channel's digest looks like, to who asks alone."""


class SendTest(SubscriptionRoute, name="follow-test", reply=Reply.DEFERRED_NEW):
    """Send a test message."""


class PingNobody(SubscriptionRoute, name="follow-silent", reply=Reply.DEFERRED):
    """Ping no role any more."""


class Unfollow(SubscriptionRoute, name="follow-end", reply=Reply.DEFERRED):
    """Stop announcing in a channel."""


class FollowAgain(SubscriptionRoute, name="follow-again", reply=Reply.DEFERRED):
    """Take an ended subscription up again. ``mark`` tells whether it was changed since."""

    mark: str


class UndoChange(SubscriptionRoute, name="follow-undo", reply=Reply.DEFERRED):
    """Take the last change back. ``mark`` tells whether it is the last still."""

    mark: str


class SubmitSubscription(FormRoute, name="followed", reply=Reply.DEFERRED):
    """What a person wrote into the form of a subscription."""

    subscription: int
    user: int
