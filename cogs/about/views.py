"""/help and /about as cards."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.about import sentences
from cogs.about.routes import HelpPage
from cogs.kit.cards import Block, Paragraph, Tone, container, page_note, pager, paginate, rule
from cogs.kit.components import Layout


def about_card(told: Sequence[str], credit: str) -> Layout:
    """What the bot is, with whom it thanks at the end."""
    return Layout(container(*told, rule(), credit, accent=Tone.PLAIN.value))


def help_card(greeting: str, sections: Sequence[str], note: str, page: int) -> Layout:
    """How to ask, the commands by what one wants to do, and what else there is; in pages if it is much."""
    told = [f"### {sentences.WHAT_I_CAN_DO}\n{greeting}", *sections]
    pages = paginate(Block((Paragraph(text),)) for text in told)
    page = max(0, min(page, len(pages) - 1))
    notes = [text for text in (note, page_note(page, len(pages))) if text]
    turning = pager(page, len(pages), HelpPage)
    shown = [block.text for block in pages[page].blocks]
    return Layout(container(*shown, rule() if notes else "", *notes, *turning, accent=Tone.PLAIN.value))
