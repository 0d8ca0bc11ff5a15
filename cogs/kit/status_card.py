"""A tie's status as Discord shows it: one card for lookups, announcements and letters.

What it says is ``wording.status``; here it gets its colour, its sources and the buttons that the features offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from discord import ui

from cogs.kit import sentences
from cogs.kit.card_actions import CardActions
from cogs.kit.cards import Block, accent, brief, container, paginate, paragraph, rows, rule
from cogs.kit.components import MOST_COMPONENTS, Layout
from cogs.wording.blocks import TextBlock
from cogs.wording.sources import Citations
from cogs.wording.status import tie_status
from db.record.models import Source, Tie
from db.record.register import Register

MORE_OF_TIE = f"-# {sentences.MORE_IN_HISTORY}"

_MORE_BY_COMMAND = f"-# {sentences.MORE_BY_STATUS}"
# What a card that is about something else leaves for a tie's status.
_ROOM_IN_PART = 2600


def status_card(tie: Tie, register: Register, actions: CardActions, today: date) -> Layout:
    """How a tie stands, all that goes with it, and what can be done next."""
    citations = Citations(register.record.sources)
    told = markdown(tie_status(tie, register, today, citations), citations.sources)
    first, *more = paginate([told], citations.sources, named=brief)
    foot = footer(source_notes(first.sources), MORE_OF_TIE if more else "")
    steps = rows(actions.buttons(tie.id))
    return Layout(container(*texts_of(first.blocks), *foot, *steps, accent=accent(told.standing)))


def status_text(tie: Tie, register: Register, today: date) -> str:
    """The same in short, without the tie's name, as a part of another card."""
    citations = Citations(register.record.sources)
    told = tie_status(tie, register, today, citations, full=False)
    block = markdown(TextBlock(told.lines, standing=told.standing, label=told.label), citations.sources)
    first, *more = paginate([block], citations.sources, _ROOM_IN_PART, brief)
    notes = (f"-# {' · '.join(first.sources)}" if first.sources else "", _MORE_BY_COMMAND if more else "")
    return "\n".join(filter(None, (*(shown.text for shown in first.blocks), *notes)))


def markdown(told: TextBlock, sources: Sequence[Source]) -> Block:
    """A block in Discord's markdown, its citations linked."""
    lines = tuple(paragraph(line.text, sources, line.strong) for line in told.lines)
    return Block(lines, told.heading or "", told.standing, told.tie, told.label)


def texts_of(blocks: Sequence[Block], room: int = MOST_COMPONENTS) -> Iterator[str | ui.Item[Any]]:
    """The texts of blocks, with a rule between those that have a heading; one text, where they are more than there is
    ``room`` for.
    """
    if 2 * len(blocks) > room:
        yield "\n\n".join(block.text for block in blocks)
        return
    for number, block in enumerate(blocks):
        if number and (block.heading or blocks[number - 1].heading):
            yield rule()
        yield block.text


def source_notes(lines: Iterable[str]) -> str:
    """Sources in small print, a line each."""
    return "\n".join(f"-# {line}" for line in lines)


def footer(*notes: str) -> list[str | ui.Item[Any]]:
    """What stands below a rule; nothing where there is nothing to say."""
    told = [note for note in notes if note]
    return [rule(), *told] if told else []
