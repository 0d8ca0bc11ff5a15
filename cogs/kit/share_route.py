"""The base of what shows something that is shared. Pure."""

from __future__ import annotations

from cogs.kit.routes import PressRoute


class ShareAs(PressRoute):
    """Shows something shared: on a dark background, for a slide, with the server's name; or not."""

    dark: bool = False
    slide: bool = False
    named: bool = False
