"""The buttons of the campaign's cards."""

from __future__ import annotations

from cogs.campaign.scene import Theme
from cogs.campaign.subjects import View
from cogs.kit.routes import PressRoute, Reply


class ShowProgress(PressRoute, name="progress", reply=Reply.DEFERRED_OWN):
    """The figures with another picture: map or timeline, of all or of a state, on dark or light ground."""

    view: View = View.MAP
    state: str = ""
    theme: Theme = Theme.DARK
