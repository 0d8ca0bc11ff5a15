"""The button that opens the form for a tip: any feature may put it on its messages, wherever somebody may know more."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply

KNOW_NEWER = "I know something newer"


class OpenTip(PressRoute, name="tip-open", reply=Reply.FORM):
    """The form for a tip, about a tie or a place. ``what`` is a subject that is chosen beforehand."""

    tie: str = ""
    what: str = ""
    place: str = ""
