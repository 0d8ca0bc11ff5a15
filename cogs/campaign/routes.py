"""The buttons of the campaign's cards."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply
from cogs.kit.share_route import ShareAs
from cogs.pictures.subjects import View
from cogs.pictures.themes import Theme
from db.record.models import Side


class ShareTie(PressRoute, name="tie-share", reply=Reply.DEFERRED_NEW):
    """Share, on a tie's card: a picture of it and text to copy."""

    tie: str


class ShareTieAs(PressRoute, name="tie-share-as", reply=Reply.DEFERRED_OWN):
    """A tie's picture on the other ground, in the other shape, with the server's name or without it."""

    tie: str
    theme: Theme = Theme.LIGHT
    named: bool = False
    slide: bool = False


class ShareFigures(PressRoute, name="progress-share", reply=Reply.DEFERRED_NEW):
    """Share, under the figures: a picture as other networks show it, and text to copy."""

    view: View = View.MAP
    state: str = ""
    theme: Theme = Theme.LIGHT


class ShareFiguresAs(PressRoute, name="progress-share-as", reply=Reply.DEFERRED_OWN):
    """The figures' picture on the other ground, in the other shape, with the server's name or without it."""

    view: View = View.MAP
    state: str = ""
    theme: Theme = Theme.LIGHT
    named: bool = False
    slide: bool = False


class ShareHearing(PressRoute, name="hearing-share", reply=Reply.DEFERRED_NEW):
    """Share, beside a hearing: a picture of it and text to copy."""

    tie: str


class ShareHearingAs(ShareAs, name="hearing-share-as", reply=Reply.DEFERRED_OWN):
    """A hearing's picture on the other ground, in the other shape, with the server's name or without it."""

    tie: str = ""


class PointsPage(PressRoute, name="points", reply=Reply.DEFERRED_OWN):
    """A page of what named people said, of both sides or one; for another than its reader in a new message."""

    page: int
    place: str = ""
    side: Side | None = None
    text: str = ""


class ShowFigures(PressRoute, name="progress", reply=Reply.DEFERRED_OWN):
    """The figures with another picture: map or timeline, of all or of a state, on dark or light ground."""

    view: View = View.MAP
    state: str = ""
    theme: Theme = Theme.DARK
