"""The cards of what is watched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cogs.kit.cards import MOST_OPTIONS, Option, Tone, container, link, notice, picker, safe
from cogs.kit.components import Layout
from cogs.watching import sentences
from cogs.watching.routes import SettleLink
from cogs.wording.english import clip
from db.record.link_states import Link
from db.record.models import Source

# So many are shown of a list, each cut to so many characters: Discord takes 4,000 in a message.
MOST_SHOWN = 12
_LONGEST_TITLE = 90


def links_card(broken: Sequence[Link], sources: Mapping[str, Source], before: str = "") -> Layout:
    """The links that wait for an editor, and the way to settle each. ``before`` is said first."""
    if not broken:
        return notice(f"{before} {sentences.NO_BROKEN_LINK}".strip())
    shown = broken[:MOST_SHOWN]
    lines = [
        f"- {link(safe(_named(each, sources)), each.address)}: {safe(sentences.link_state(each))}; {safe(each.why)}"
        for each in shown
    ]
    head = [before, sentences.broken_links(len(broken)), sentences.LINKS_EXPLAINED]
    text = "\n".join([*filter(None, head), *lines])
    options = [Option(_named(each, sources), each.source, each.address) for each in broken[:MOST_OPTIONS]]
    return Layout(
        container("### Links\n" + text, accent=Tone.CAREFUL.value),
        picker(options, SettleLink(), "I have dealt with this one"),
    )


def _named(found: Link, sources: Mapping[str, Source]) -> str:
    source = sources[found.source]
    return clip(f"{source.publisher}: {source.title}", _LONGEST_TITLE)


def overview_card(lines: Sequence[str]) -> Layout:
    """What is watched, and when each was last read."""
    return notice("\n".join(lines), title="What is watched")
