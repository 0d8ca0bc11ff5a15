"""How the tests of letters press and type, as a volunteer does."""

from __future__ import annotations

from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.world import Shown, message_of

REASON = (
    "My neighbor Halyna came here from Kharkiv with two children and one suitcase. Her youngest is in my daughter's "
    "class, and when the school hung up the flags of our sister cities she asked me why that one was there."
)
PORTLAND = "Portland, Oregon – Khabarovsk, Russia"


async def open_panel(who: MemberActor, channel: ChannelHandle, place: str = PORTLAND) -> discord.Message:
    """Begin a letter; the panel."""
    return message_of(await who.slash(channel, "letter write", place=place))


async def open_words(who: MemberActor, shown: Shown) -> InteractionResult:
    """Open the form for one's own words, from the panel or the letter."""
    return await press(who, shown, "words")


async def write_words(who: MemberActor, shown: Shown, reason: str = REASON, **fields: Any) -> InteractionResult:
    """Fill in the form and send it off."""
    form = await open_words(who, shown)
    return await who.submit_modal(form, words(reason, **fields))


async def begin(
    who: MemberActor, channel: ChannelHandle, place: str = PORTLAND, reason: str = REASON, **fields: Any
) -> discord.Message:
    """A letter with its review, from the command on."""
    return message_of(await write_words(who, await open_panel(who, channel, place), reason, **fields))


def words(reason: str = REASON, connection: str = "resident", respect: str = "") -> dict[str, Any]:
    """What is typed into the form for one's own words."""
    return {"connection": [connection] if connection else [], "reason": reason, "respect": respect}


async def press(who: MemberActor, shown: Shown, action: str, *more: str) -> InteractionResult:
    """Press the button or open the form of an action of the letter that is shown."""
    message = message_of(shown)
    return await who.click(message, custom_id="/".join([f"letter-{action}", "1", draft_id(message), *more]))


async def choose(who: MemberActor, shown: Shown, action: str, *values: str) -> InteractionResult:
    """Choose in the select of an action of the letter that is shown."""
    message = message_of(shown)
    return await who.select(message, list(values), custom_id=f"letter-{action}/1/{draft_id(message)}")


def draft_id(shown: Shown) -> str:
    """The id of the draft that a message is about."""
    ids = [found.split("/") for found in custom_ids(shown)]
    return next(parts[2] for parts in ids if parts[0].startswith("letter-") and len(parts) > 2)


def custom_ids(shown: Shown) -> list[str]:
    """The custom ids of all buttons and selects of a message."""
    return _ids(message_of(shown).components)


def _ids(items: Any) -> list[str]:
    found = []
    for item in items:
        found += [item.custom_id] if getattr(item, "custom_id", None) else []
        found += _ids(getattr(item, "children", None) or [])
        found += _ids([item.accessory] if getattr(item, "accessory", None) else [])
    return found


async def file_of(shown: Shown) -> tuple[str, bytes]:
    """The name and bytes of the file that an answer brought."""
    attachment = message_of(shown).attachments[0]
    return attachment.filename, await attachment.read()
