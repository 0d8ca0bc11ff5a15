"""The cards of /progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import discord
from discord import ui

from cogs.campaign import sentences
from cogs.campaign.pictures import Drawn
from cogs.campaign.routes import ShowProgress
from cogs.campaign.scene import Theme
from cogs.campaign.subjects import View
from cogs.kit.cards import Tone, button, container, rows, rule, safe
from cogs.kit.components import Layout


def gallery(drawn: Drawn) -> ui.MediaGallery[ui.LayoutView]:
    """A picture that is sent with the message, with what is told of it."""
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{drawn.name}", description=drawn.alt))


def progress_card(told: Sequence[str], notes: Sequence[str], drawn: Drawn | None, route: ShowProgress) -> Layout:
    """The figures with their picture; in words alone, where there is none. ``told`` is in markdown."""
    shown = [gallery(drawn)] if drawn else []
    small = "\n".join(f"-# {note}" for note in notes)
    ways = rows(_ways(route)) if drawn else []
    return Layout(container("\n".join(told), *shown, rule(), small, *ways, accent=Tone.PLAIN.value))


def heading(text: str) -> str:
    """A card's first line."""
    return f"### {safe(text)}"


def _ways(route: ShowProgress) -> list[ui.Button[ui.LayoutView]]:
    """The other pictures."""
    if route.state:
        other = button(sentences.ALL_STATES, replace(route, state=""))
    elif route.view is View.MAP:
        other = button(sentences.TIMELINE, replace(route, view=View.TIME))
    else:
        other = button(sentences.MAP, replace(route, view=View.MAP))
    is_dark = route.theme is Theme.DARK
    ground = button(
        sentences.ON_LIGHT if is_dark else sentences.ON_DARK,
        replace(route, theme=Theme.LIGHT if is_dark else Theme.DARK),
    )
    return [other, ground]
