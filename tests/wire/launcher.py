"""Run the shipped bot against the double, in a process of its own.

``python -m tests.wire.launcher '{"api": …, "gateway": …}' run`` is ``python bot.py run`` with discord.py's addresses
replaced. ``ready_seconds`` shortens discord.py's wait for further servers after the last one, which costs time here.
``lanes`` is how many messages the bot sends at the same time: with fewer, more moments to interrupt are left.
``clock`` is a file that says by how many seconds the machine's clock is wrong. ``shard`` is which one of how many
shards this process serves.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from discord import utils
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


def go_wrong(clock: str | None) -> None:
    """Let the bot's clock be wrong by what a file says at each look; None changes nothing."""
    if clock is None:
        return
    right, ahead = utils.utcnow, Path(clock)

    def wrong() -> datetime:
        return right() + timedelta(seconds=float(ahead.read_text(encoding="utf-8")))

    utils.utcnow = wrong


def serve_only(shard: tuple[int, int] | None) -> None:
    """Let the bot serve one of so many shards; None leaves it all of them."""
    if shard is None:
        return
    import bot

    make = bot.Tiewatch.__init__

    def make_one(self: bot.Tiewatch, *parts: Any) -> None:
        make(self, *parts)
        self.shard_ids, self.shard_count = [shard[0]], shard[1]

    bot.Tiewatch.__init__ = make_one  # type: ignore[method-assign, assignment]


def main() -> int:
    """Replace what the first argument says, and hand the others to the bot; its exit code."""
    wanted: dict[str, Any] = json.loads(sys.argv[1])
    redirect(wanted["api"], wanted["gateway"])
    hurry(wanted["ready_seconds"])
    go_wrong(wanted["clock"])
    serve_only(wanted["shard"])
    import bot

    if wanted["lanes"] is not None:
        scheduler.LANES = wanted["lanes"]
    return bot.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
