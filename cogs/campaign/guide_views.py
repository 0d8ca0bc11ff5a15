"""The cards of the guides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import discord
from discord import ui

from cogs.campaign import guide_sentences as sentences
from cogs.campaign.points import PageOfPoints
from cogs.campaign.routes import PointsPage
from cogs.kit.cards import Option, Tone, container, page_note, pager, paginate, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.kit.point_route import UsePoint
from cogs.kit.status_card import footer, markdown
from cogs.wording.blocks import TextBlock
from cogs.wording.points import OWN_WORDS
from cogs.wording.sources import Citations, brief_source
from db.record.models import Petition, Side, Source


def copied(text: str) -> str:
    """A text to be copied, as a block."""
    return f"```\n{text.replace('```', '`')}\n```"


def petition_card(block: TextBlock, citations: Citations, petition: Petition, invitation: str) -> Layout:
    """The petition with its link, and a message to five friends."""
    link: ui.Button[ui.LayoutView] = ui.Button(
        label=sentences.OPEN_PETITION, style=discord.ButtonStyle.link, url=petition.url
    )
    told = _told(block, citations)
    return Layout(
        container(*told, *rows([link]), rule(), sentences.INVITE, copied(invitation), accent=Tone.PLAIN.value)
    )


def told_card(block: TextBlock, citations: Citations, *notes: str) -> Layout:
    """Lines with their sources."""
    return Layout(container(*_told(block, citations), *(f"-# {note}" for note in notes), accent=Tone.PLAIN.value))


def points_card(shown: PageOfPoints, citations: Citations, asked: tuple[str, Side | None, str]) -> Layout:
    """A page of points. ``asked`` is what was asked for: place, side, text."""
    place, side, text = asked
    turning = pager(shown.page, shown.pages, partial(_page, place, side, text))
    said = [Option(f"{point.speaker}: “{point.quote}”", point.id) for point in shown.points]
    using = [picker(said, UsePoint(), sentences.USE_IN_LETTER)] if said else []
    below = [note for note in (f"-# {OWN_WORDS}", page_note(shown.page, shown.pages)) if note]
    return Layout(container(*_told(shown.block, citations), *below, *using, *turning, accent=Tone.PLAIN.value))


def start_card(lines: Sequence[str], ties: Sequence[str], heading: str) -> Layout:
    """A beginning: what it is about, the state's ties, and what to do. All is markdown of ours, or made safe."""
    first, *rest = lines
    own = [f"**{heading}**", *ties] if ties else []
    welcome = f"### {sentences.WELCOME}\n{first}"
    return Layout(container(welcome, "\n".join(own), rule(), "\n\n".join(rest), accent=Tone.PLAIN.value))


def _page(place: str, side: Side | None, text: str, page: int) -> PointsPage:
    return PointsPage(page, place, side, text)


def _unlinked(number: int, source: Source) -> str:
    """A source in brief; its number is a link where it is cited."""
    return f"{number} {safe(brief_source(source))}"


def _told(block: TextBlock, citations: Citations) -> list[str | ui.Item[ui.LayoutView]]:
    """A block with the sources that it cites, as much as a card holds."""
    page, *_ = paginate([markdown(block, citations.sources)], citations.sources, named=_unlinked)
    return [*(shown.text for shown in page.blocks), *footer(f"-# {' · '.join(page.sources)}" if page.sources else "")]
