"""What *Check this claim* reads of a message, whichever way it carries its words."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord.state import ConnectionState

from cogs.lookup.claims.claims import claim_text

NEWS = {
    "type": "rich",
    "author": {"name": "Channel 3"},
    "title": "Portland votes",
    "description": "The council ended it.",
    "fields": [{"name": "Tie", "value": "Khabarovsk", "inline": True}],
}
CARD = {"type": 17, "id": 1, "components": [{"type": 10, "id": 2, "content": "Chicago – Moscow"}]}
EMBED_TEXT = "Channel 3\nPortland votes\nThe council ended it.\nTie\nKhabarovsk"


def message(**parts: Any) -> discord.Message:
    """A message as Discord sends it, with these parts."""
    nothing: Any = None
    state = ConnectionState(dispatch=nothing, handlers={}, hooks={}, http=nothing, intents=discord.Intents(guilds=True))
    author = {"id": "2", "username": "olga", "discriminator": "0", "avatar": None, "global_name": None}
    data = {
        "id": "1",
        "channel_id": "3",
        "author": author,
        "content": "",
        "timestamp": "2026-11-28T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        **parts,
    }
    channel = discord.PartialMessageable(state=state, id=3)
    return discord.Message(state=state, channel=channel, data=data)  # type: ignore[arg-type]


def forwarded(**parts: Any) -> discord.Message:
    """A message that forwards one with these parts."""
    inner = {
        "type": 0,
        "content": "",
        "embeds": [],
        "attachments": [],
        "timestamp": "2026-11-28T12:00:00+00:00",
        "edited_timestamp": None,
        "mentions": [],
        "mention_roles": [],
        "components": [],
        **parts,
    }
    reference = {"type": 1, "message_id": "9", "channel_id": "3"}
    return message(message_reference=reference, message_snapshots=[{"message": inner}])


@pytest.mark.parametrize("carry", [message, forwarded])
@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"content": "Portland ended it"}, "Portland ended it"),
        ({"embeds": [NEWS]}, EMBED_TEXT),
        ({"components": [CARD]}, "Chicago – Moscow"),
        ({"content": "Look:", "embeds": [NEWS], "components": [CARD]}, f"Look:\n{EMBED_TEXT}\nChicago – Moscow"),
        ({}, ""),
    ],
)
def test_words_are_read_wherever_a_message_or_what_it_forwards_carries_them(
    carry: Any, parts: dict[str, Any], text: str
) -> None:
    assert claim_text(carry(**parts)) == text


def test_a_poll_is_read_with_its_answers() -> None:
    poll = {
        "question": {"text": "Did Portland end it?"},
        "answers": [{"answer_id": n, "poll_media": {"text": text}} for n, text in enumerate(["Yes", "Not yet"], 1)],
        "expiry": "2026-11-29T12:00:00+00:00",
        "allow_multiselect": False,
        "layout_type": 1,
    }
    assert claim_text(message(poll=poll)) == "Did Portland end it?\nYes\nNot yet"
