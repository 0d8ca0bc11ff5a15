"""/help and /about as cards."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.common.base import Layout
from cogs.common.cards import Tone, container, rule


def card(*told: str, note: str = "") -> Layout:
    """Texts in one frame, with a line before the note."""
    return Layout(container(*told, rule() if note else "", note, accent=Tone.PLAIN.value))


def help_card(greeting: str, sections: Sequence[str], note: str) -> Layout:
    """How to ask, the commands by what one wants to do, and what else there is."""
    return card("### What I can do for you\n" + greeting, *sections, note=note)
