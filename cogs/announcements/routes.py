"""The buttons, selects and forms of subscriptions and watches."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


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
