"""From texts to what Discord shows: escaping, numbered links, pages, containers, rows of buttons.

A message holds at most 4,000 characters of text and 40 components (Discord's limits for Components V2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import discord
from discord import ui
from discord.utils import escape_markdown, escape_mentions

from cogs.kit.components import Layout
from cogs.kit.routes import PressRoute
from cogs.wording.english import clip
from cogs.wording.sources import best_copy, copy_label, read_in_copy, short_source, source_line
from db.record.caching import remembered
from db.record.models import Source
from db.record.standings import STANDINGS, Standing
from db.record.values import value

TEXT_LIMIT = 4000
ROW_LENGTH = 5
MOST_OPTIONS = 25
LABEL_LENGTH = 80
# What is said around a page: who asked, the page's number, that there is more.
ROOM = TEXT_LIMIT - 300

_MOST_BUTTONS = 10
_PHONE_LABEL = 38
_LONGEST_PARAGRAPH = 1600
# Of it, what is in bold, before it is escaped: no more than half when every character is.
_LONGEST_STRONG = _LONGEST_PARAGRAPH // 4
_LONGEST_LINK = 400
_AROUND_SOURCE = 4
_BRACKETS = re.compile(r"([\[\]<])")
_INDENT = re.compile(r"^(\s*)")
_CITATION = re.compile(r"\[(\d{1,3})\]")


class Tone(Enum):
    """What a notice is, by its accent colour; its words say the same."""

    PLAIN = 0x0072B2
    DONE = 0x009E73
    CAREFUL = 0xE69F00
    REFUSED = 0xD55E00


@remembered(entries=512, longest=500)
def safe(text: str) -> str:
    """A text that shows as it is: no markdown, no masked link, no mention, no timestamp. Addresses stay as they are."""
    pieces = _BRACKETS.split(text)
    escaped = (f"\\{piece}" if i % 2 else _without_markdown(piece) for i, piece in enumerate(pieces))
    return escape_mentions("".join(escaped))


def _without_markdown(text: str) -> str:
    """A text with its markdown escaped, line by line: discord.py would put the stroke of a list before its blanks."""
    if "\n" not in text and not text[:1].isspace():
        return escape_markdown(text)
    lines = (_INDENT.split(line, maxsplit=1) for line in text.split("\n"))
    return "\n".join(f"{indent}{escape_markdown(line)}" for _, indent, line in lines)


def link(label: str, url: str) -> str:
    """A masked link. An address that Discord would not take is left out, and the label stays."""
    if len(url) > _LONGEST_LINK or not url.startswith(("https://", "http://")):
        return label
    address = url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f"[{label}](<{address}>)"


def cited(text: str, sources: Sequence[Source]) -> str:
    """A plain text escaped, with each ``[1]`` made a link to the source of that number."""
    pieces = _CITATION.split(text)
    return "".join(_number(int(piece), sources) if i % 2 else safe(piece) for i, piece in enumerate(pieces))


def _number(number: int, sources: Sequence[Source]) -> str:
    if 1 <= number <= len(sources):
        return link(f"[{number}]", sources[number - 1].url)
    return safe(f"[{number}]")


def numbered(number: int, source: Source) -> str:
    """One line of a source list, linked by its number, with a copy; a title that is no headline is said to be ours."""
    told = [f"{link(f'[{number}]', source.url)} {safe(source_line(source))}"]
    if source.title_is_descriptive:
        told.append("title in our words")
    if read := read_in_copy(source):
        told.append(read)
    if copy := best_copy(source):
        told.append(link(copy_label(copy), copy.url))
    return " · ".join(told)


def brief(number: int, source: Source) -> str:
    """A source in one short line, by number; its title and kind stand behind *Sources*."""
    return f"{link(f'[{number}]', source.url)} {safe(short_source(source))}"


@value
class Paragraph:
    """A paragraph in Discord's markdown, and the numbers of the sources that it cites."""

    text: str
    cites: frozenset[int] = frozenset()


def paragraph(text: str, sources: Sequence[Source] = (), strong: str = "") -> Paragraph:
    """A paragraph from plain text: what is ``strong`` in bold and first, citations linked, cut if it is very long."""
    bold = f"**{safe(clip(strong, _LONGEST_STRONG))}**" if strong.strip() else ""
    room = _LONGEST_PARAGRAPH - len(bold)
    told = cited(text, sources)
    length = len(text)
    while len(told) > room:
        length = min(length - 1, length * room // len(told))
        text = clip(text, length)
        told = cited(text, sources)
    numbers = {int(number) for number in _CITATION.findall(text)}
    return Paragraph(bold + told, frozenset(n for n in numbers if 1 <= n <= len(sources)))


@value
class Block:
    """Paragraphs under a heading. A ``standing`` shows by shape and word; ``tie`` says whose it is.

    ``label`` is that word; where it is empty, the standing's own.
    """

    paragraphs: tuple[Paragraph, ...]
    heading: str = ""
    standing: Standing | None = None
    tie: str | None = None
    label: str = ""

    @property
    def head(self) -> str:
        """The heading in markdown, or an empty text."""
        shown = f"-# {STANDINGS[self.standing].shape} **{safe(self._word(self.standing))}**\n" if self.standing else ""
        title = f"### {safe(self.heading)}\n" if self.heading else ""
        return shown + title

    def _word(self, standing: Standing) -> str:
        return self.label or STANDINGS[standing].label

    @property
    def text(self) -> str:
        """The block as one text."""
        return self.head + "\n\n".join(part.text for part in self.paragraphs)


@value
class CardPage:
    """What fits into one message: the blocks, and the words for each source that they cite."""

    blocks: tuple[Block, ...]
    sources: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    room: int
    blocks: list[tuple[Block, list[Paragraph]]] = field(default_factory=list)
    cites: set[int] = field(default_factory=set)
    used: int = 0

    def cost(self, block: Block, part: Paragraph, lines: Mapping[int, str]) -> int:
        opens = not self.blocks or self.blocks[-1][0] is not block
        new = sum(len(lines[number]) + _AROUND_SOURCE for number in part.cites - self.cites)
        return len(part.text) + 2 + (len(block.head) if opens else 0) + new

    def add(self, block: Block, part: Paragraph, lines: Mapping[int, str]) -> None:
        self.used += self.cost(block, part, lines)
        if not self.blocks or self.blocks[-1][0] is not block:
            self.blocks.append((block, []))
        self.blocks[-1][1].append(part)
        self.cites |= part.cites

    def page(self, lines: Mapping[int, str]) -> CardPage:
        blocks = tuple(replace(block, paragraphs=tuple(parts)) for block, parts in self.blocks)
        left = self.room - sum(len(block.text) + 2 for block in blocks)
        shown = []
        for number in sorted(self.cites):
            left -= len(lines[number]) + _AROUND_SOURCE
            if left >= 0:
                shown.append(lines[number])
        return CardPage(blocks, tuple(shown))


def paginate(
    blocks: Iterable[Block],
    sources: Sequence[Source] = (),
    room: int = ROOM,
    named: Callable[[int, Source], str] = numbered,
) -> tuple[CardPage, ...]:
    """The blocks in pages that each fit into a message with the sources they cite; cut only between paragraphs.

    ``named`` gives the words for a source.
    """
    lines = {number: named(number, source) for number, source in enumerate(sources, 1)}
    draft = _Draft(room)
    pages = []
    for block in blocks:
        for part in block.paragraphs:
            if draft.blocks and draft.used + draft.cost(block, part, lines) > room:
                pages.append(draft.page(lines))
                draft = _Draft(room)
            draft.add(block, part, lines)
    if draft.blocks:
        pages.append(draft.page(lines))
    return tuple(pages)


def container(*items: str | ui.Item[Any], accent: int | None = None) -> ui.Container[Any]:
    """A framed block. Texts become text displays; empty ones are left out."""
    shown = [ui.TextDisplay(item) if isinstance(item, str) else item for item in items if item]
    return ui.Container(*shown, accent_colour=accent)


def accent(standing: Standing | None) -> int | None:
    """The colour of a standing; none for what is about no tie."""
    return STANDINGS[standing].colour if standing else None


def rule() -> ui.Separator[Any]:
    """A thin line between blocks."""
    return ui.Separator()


def notice(text: str, *, tone: Tone = Tone.PLAIN, title: str = "") -> Layout:
    """A short message in a frame. ``text`` is markdown of ours: what others wrote must have been through ``safe``."""
    head = f"### {title}\n" if title else ""
    return Layout(container(head + text, accent=tone.value))


@value
class Option:
    """One thing to choose: a button, or a line of a select."""

    label: str
    value: str
    hint: str = ""


def choices(
    options: Sequence[Option], pick: Callable[[str], PressRoute], one_of: PressRoute, prompt: str = "Choose one"
) -> list[ui.ActionRow[Any]]:
    """Buttons, each with the route that ``pick`` makes of its value, or, when they are many or long, one select.

    A value is shown once, and at most 25 are shown. ``one_of`` is the route of the select.
    """
    unique: dict[str, Option] = {}
    for option in options:
        unique.setdefault(option.value, option)
    shown = list(unique.values())[:MOST_OPTIONS]
    if not shown:
        return []
    if len(shown) > _MOST_BUTTONS or any(len(option.label) > _PHONE_LABEL for option in shown):
        return [picker(shown, one_of, prompt)]
    return rows([button(option.label, pick(option.value)) for option in shown])


def picker(options: Sequence[Option], route: PressRoute, prompt: str) -> ui.ActionRow[Any]:
    """A row with one select."""
    told = [
        discord.SelectOption(
            label=clip(option.label, 100), value=option.value, description=clip(option.hint, 100) or None
        )
        for option in options[:MOST_OPTIONS]
    ]
    return select(told, route, prompt)


def select(
    options: list[discord.SelectOption], route: PressRoute, prompt: str, least: int = 1, most: int = 1
) -> ui.ActionRow[Any]:
    """A row with one select, of which so many may be chosen."""
    made: ui.Select[Any] = ui.Select(
        custom_id=route.pack(), placeholder=prompt, options=options, min_values=least, max_values=most
    )
    return ui.ActionRow(made)


def button(
    label: str,
    route: PressRoute,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    *,
    disabled: bool = False,
) -> ui.Button[Any]:
    """A button; its label is cut to Discord's 80 characters."""
    return ui.Button(label=clip(label, LABEL_LENGTH), custom_id=route.pack(), style=style, disabled=disabled)


def rows(buttons: Sequence[ui.Button[Any]]) -> list[ui.ActionRow[Any]]:
    """Buttons in rows of five."""
    return [ui.ActionRow(*buttons[i : i + ROW_LENGTH]) for i in range(0, len(buttons), ROW_LENGTH)]


def pager(page: int, pages: int, turn: Callable[[int], PressRoute]) -> list[ui.ActionRow[Any]]:
    """Back and Next for a page counted from 0, or nothing for a single one. ``turn`` gives a page's route."""
    if pages < 2:
        return []
    back = button("Back", turn(max(page - 1, 0)), disabled=page <= 0)
    onward = button("Next", turn(page + 1), disabled=page >= pages - 1)
    return [ui.ActionRow(back, onward)]


def page_note(page: int, pages: int) -> str:
    """``Page 2 of 5`` as small text, or nothing if there is one page."""
    return f"-# Page {page + 1} of {pages}" if pages > 1 else ""
