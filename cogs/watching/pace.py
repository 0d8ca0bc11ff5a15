"""How often there is a round of what is due. Pure."""

from __future__ import annotations

MINUTES_BETWEEN_ROUNDS = 20
