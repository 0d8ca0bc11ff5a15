"""The cards of /progress, and of what is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import discord
from discord import ui

from cogs.campaign import sentences
from cogs.campaign.routes import ShareFigures, ShareFiguresAs, ShareTieAs, ShowFigures
from cogs.kit.cards import Tone, button, container, rows, rule, safe
from cogs.kit.components import Layout
from cogs.kit.share_route import ShareAs
from cogs.pictures.drawing import Drawn
from cogs.pictures.subjects import View
from cogs.pictures.themes import Theme


def gallery(drawn: Drawn) -> ui.MediaGallery[ui.LayoutView]:
    """A picture that is sent with the message, with what is told of it."""
    return ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{drawn.name}", description=drawn.alt))


def progress_card(
    title: str, told: Sequence[str], notes: Sequence[str], drawn: Drawn | None, route: ShowFigures
) -> Layout:
    """The figures below their picture; in words alone, where there is none. ``told`` is in markdown."""
    shown = [gallery(drawn)] if drawn else []
    small = "\n".join(f"-# {note}" for note in notes)
    ways = rows(_ways(route)) if drawn else []
    return Layout(
        container(f"### {safe(title)}", *shown, "\n".join(told), rule(), small, *ways, accent=Tone.PLAIN.value)
    )


# What shows something shared: its ground, its shape, and whether the server is named.
Shown: TypeAlias = ShareTieAs | ShareFiguresAs | ShareAs


def theme_of(route: Shown) -> Theme:
    """The ground on which something shared is shown."""
    if isinstance(route, ShareAs):
        return Theme.DARK if route.dark else Theme.LIGHT
    return route.theme


def share_card(text: str, drawn: Drawn | None, route: Shown, *, may_name: bool) -> Layout:
    """A picture to be posted elsewhere, with its text. ``may_name``: this person may add the server's name."""
    copied = f"```\n{text.replace('```', '`')}\n```"
    if drawn is None:
        return Layout(container(sentences.NO_PICTURE_TO_SHARE, copied, accent=Tone.CAREFUL.value))
    other = sentences.FOR_A_POST if route.slide else sentences.FOR_A_SLIDE
    ground = _dark_or_light(route) if isinstance(route, ShareAs) else _ground(route)
    ways = [ground, button(other, replace(route, slide=not route.slide))]
    if may_name:
        label = sentences.DROP_NAME if route.named else sentences.ADD_NAME
        ways.append(button(label, replace(route, named=not route.named)))
    return Layout(container(gallery(drawn), sentences.HOW_TO_SHARE, copied, *rows(ways), accent=Tone.PLAIN.value))


def _ways(route: ShowFigures) -> list[ui.Button[ui.LayoutView]]:
    """The other pictures."""
    if route.state:
        other = button(sentences.ALL_STATES, replace(route, state=""))
    elif route.view is View.MAP:
        other = button(sentences.TIMELINE, replace(route, view=View.TIME))
    else:
        other = button(sentences.MAP, replace(route, view=View.MAP))
    share = button(sentences.SHARE, ShareFigures(route.view, route.state, route.theme))
    return [other, _ground(route), share]


def _dark_or_light(route: ShareAs) -> ui.Button[ui.LayoutView]:
    return button(sentences.ON_LIGHT if route.dark else sentences.ON_DARK, replace(route, dark=not route.dark))


def _ground(route: ShowFigures | ShareTieAs | ShareFiguresAs) -> ui.Button[ui.LayoutView]:
    """The same on the other ground."""
    if route.theme is Theme.DARK:
        return button(sentences.ON_LIGHT, replace(route, theme=Theme.LIGHT))
    return button(sentences.ON_DARK, replace(route, theme=Theme.DARK))
