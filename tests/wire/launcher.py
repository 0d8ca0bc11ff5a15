"""Run the shipped bot against the double, in a process of its own.

``python -m tests.wire.launcher '{"api": …, "gateway": …}' run`` is ``python bot.py run`` with discord.py's addresses
replaced. ``ready_seconds`` shortens discord.py's wait for further servers after the last one, which costs time here.
``lanes`` is how many messages the bot sends at the same time: with fewer, more moments to interrupt are left.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from discord.state import ConnectionState

from cogs.outbox import scheduler
from tests.wire.redirect import redirect


def hurry(ready_seconds: float | None) -> None:
    """Let discord.py wait so long, and no longer, for servers still to come; None changes nothing."""
    if ready_seconds is None:
        return
    make = ConnectionState.__init__

    def make_hurried(self: ConnectionState[Any], **options: Any) -> None:
        make(self, **{**options, "guild_ready_timeout": ready_seconds})

    ConnectionState.__init__ = make_hurried  # type: ignore[method-assign]


def main() -> int:
    """Replace what the first argument says, and hand the others to the bot; its exit code."""
    wanted: dict[str, Any] = json.loads(sys.argv[1])
    redirect(wanted["api"], wanted["gateway"])
    hurry(wanted["ready_seconds"])
    import bot

    if wanted["lanes"] is not None:
        scheduler.LANES = wanted["lanes"]
    return bot.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
