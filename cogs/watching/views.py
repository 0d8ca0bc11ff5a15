"""The cards of what is watched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import discord

from cogs.kit.cards import MOST_OPTIONS, ROOM, Option, Tone, button, container, link, notice, picker, rows, safe
from cogs.kit.components import Layout
from cogs.watching import sentences
from cogs.watching.routes import LinkSettled, SettleLink, WatchedSettled, WatchedStopped
from cogs.wording.english import clip
from db.record.link_states import Link
from db.record.models import Source

# So many are shown of a list, each cut to so many characters: Discord takes 4,000 in a message.
MOST_SHOWN = 12
_LONGEST_TITLE = 90
_MOST_TIES = 5
_ROOM_FOR_REST = 100


def links_card(broken: Sequence[Link], sources: Mapping[str, Source], before: str = "") -> Layout:
    """The links that wait for an editor, and the way to settle each. ``before`` is said first."""
    if not broken:
        return notice(f"{before} {sentences.NO_BROKEN_LINK}".strip())
    shown = broken[:MOST_SHOWN]
    lines = [f"- {_line(each, sources[each.source])}" for each in shown]
    head = [before, sentences.broken_links(len(broken)), sentences.LINKS_EXPLAINED]
    text = "\n".join([*filter(None, head), *lines])
    options = [Option(source_name(sources[each.source]), each.source, each.address) for each in broken[:MOST_OPTIONS]]
    return Layout(
        container("### Links\n" + text, accent=Tone.CAREFUL.value),
        picker(options, SettleLink(), "I have dealt with this one"),
    )


def link_card(found: Link, source: Source, ties: Sequence[str]) -> Layout:
    """A broken link, what it is cited for, and what is left of it."""
    lines = [
        _line(found, source),
        safe(found.leads_to),
        safe(sentences.named_by(ties[:_MOST_TIES])),
        sentences.copies_on_record(len(source.copies)) if source.copies else sentences.no_copy(safe(source.publisher)),
        sentences.LINK_EXPLAINED,
    ]
    return Layout(
        container("### A link\n" + "\n".join(filter(None, lines)), accent=Tone.CAREFUL.value),
        *rows([button(sentences.DEALT_WITH, LinkSettled(found.source))]),
    )


def _line(found: Link, source: Source) -> str:
    return f"{link(safe(source_name(source)), source.url)}: {safe(sentences.link_state(found))}; {safe(found.why)}"


def settled_card() -> Layout:
    """That a link is settled."""
    return notice(sentences.SETTLED, tone=Tone.DONE)


def source_name(source: Source) -> str:
    """A source by publisher and title, short."""
    return clip(f"{source.publisher}: {source.title}", _LONGEST_TITLE)


def watched_card(name: str, address: str, told: str, key: str, *, is_quiet: bool = False) -> Layout:
    """A feed or council that cannot be read, or has gone quiet, and what can be done."""
    buttons = [
        button(sentences.IS_RIGHT_SO if is_quiet else sentences.LEAVE_IT, WatchedSettled(key)),
        button(sentences.STOP_READING, WatchedStopped(key), discord.ButtonStyle.danger),
    ]
    head = "Gone quiet" if is_quiet else "Cannot be read"
    text = f"### {head}\n{link(safe(name), address)}: {safe(told)}"
    return Layout(
        container(text, sentences.QUIET_EXPLAINED if is_quiet else "", accent=Tone.CAREFUL.value), *rows(buttons)
    )


def overview_card(lines: Sequence[str], listed: Sequence[tuple[str, str, str]] = ()) -> Layout:
    """What is watched, and when each was last read: name, address and words of each, as far as there is room."""
    shown: list[str] = []
    room = ROOM - sum(map(len, lines)) - _ROOM_FOR_REST
    for name, address, told in listed:
        line = f"- {link(safe(name), address)}: {safe(told)}"
        room -= len(line) + 1
        if room < 0:
            break
        shown.append(line)
    rest = sentences.more_listed(len(listed) - len(shown)) if len(listed) > len(shown) else ""
    return notice("\n".join([*lines, *shown, rest]).rstrip(), title="What is watched")
