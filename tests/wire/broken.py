"""Run the shipped bot against the double with a feature that does not load; otherwise as ``tests.wire.launcher``."""

from __future__ import annotations

import sys

import bot
from tests.wire import launcher

if __name__ == "__main__":
    bot.EXTENSIONS = (*bot.EXTENSIONS, "cogs.nowhere")
    sys.exit(launcher.main())
