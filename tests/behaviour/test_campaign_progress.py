"""A person looks at how far things have come: the figures, the map, the timeline, a state."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from cogs.pictures import drawing
from db.record.figures import figures
from db.record.standings import STANDINGS, Standing
from tests.world import Shown, labels, last, message_of, texts

PNG = b"\x89PNG\r\n"


def alt_of(shown: Shown) -> str:
    """What is told of the one picture of a message."""
    found = [
        item.description
        for top in message_of(shown).components
        for part in getattr(top, "children", [top])
        if isinstance(part, discord.MediaGalleryComponent)
        for item in part.items
    ]
    assert len(found) == 1
    return found[0] or ""


def how_many(folder: Path) -> int:
    """How many pictures a folder holds."""
    return len(list(folder.glob("*.png")))


async def picture_of(shown: Shown) -> bytes:
    """The one picture of a message."""
    [file] = message_of(shown).attachments
    assert file.filename.endswith(".png")
    return await file.read()


async def test_the_figures_come_with_a_map_and_agree(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    shown = last(await vera.slash(channel, "progress"))
    said, found = texts(shown), figures(bot.register)
    assert f"{found.standings[Standing.ENDED]} of {found.ties} ties with Russia have ended" in said
    for standing, many in found.standings.items():
        assert f"**{STANDINGS[standing].shape} {many} {STANDINGS[standing].word}**" in said.replace("\\", "")
        assert f"{many} {STANDINGS[standing].word}" in alt_of(shown)
    assert f"{found.ended_by_vote} by a vote" in said
    assert f"This counts all {found.ties} ties on record, as of 28 November 2026" in said
    assert "No upcoming hearing is on record." in said
    assert (await picture_of(shown)).startswith(PNG)
    assert message_of(channel.history()[-1]).id == message_of(shown).id


async def test_map_timeline_and_ground_are_a_press_away(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = last(await vera.slash(channel, "progress", private=True))
    assert labels(shown) == ["Timeline", "On a light background", "Share"]
    first = await picture_of(shown)
    await vera.click(message_of(shown), label="Timeline")
    assert "Timeline of" in alt_of(shown)
    assert labels(shown) == ["Map", "On a light background", "Share"]
    await vera.click(message_of(shown), label="On a light background")
    assert labels(shown) == ["Map", "On a dark background", "Share"]
    assert await picture_of(shown) != first
    assert not channel.history()


async def test_anothers_press_leaves_the_public_card_as_it_is(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = last(await vera.slash(channel, "progress"))
    turned = await olga.click(message_of(card), label="Timeline")
    assert "Timeline of" in alt_of(last(turned))
    assert message_of(last(turned)).flags.ephemeral
    assert "Map of the United States" in alt_of(channel.history()[-1])


@pytest.mark.parametrize("typed", ["Oregon", "or", "oregn", "Орегон"])
async def test_a_state_has_its_own_map_with_its_ties(vera: MemberActor, channel: ChannelHandle, typed: str) -> None:
    shown = last(await vera.slash(channel, "progress", state=typed))
    assert "Oregon: 0 of 5 ties with Russia ended" in texts(shown)
    assert "Portland, Oregon – Khabarovsk" in texts(shown)
    assert "Map of Oregon with 5 ties" in alt_of(shown)
    assert labels(shown) == ["Whole country", "On a light background", "Share"]


async def test_a_state_without_ties_is_said_to_have_none(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = last(await vera.slash(channel, "progress", state="idaho"))
    assert "No tie with Russia is on record in Idaho" in texts(shown)
    assert not message_of(shown).attachments


@pytest.mark.parametrize(
    ("typed", "told"), [("Narnia <@&1>", "I know no state called"), ("New England", "one state at a time")]
)
async def test_what_is_no_one_state_is_kindly_refused(
    vera: MemberActor, channel: ChannelHandle, typed: str, told: str
) -> None:
    shown = await vera.slash(channel, "progress", state=typed)
    assert shown.ephemeral
    assert told in texts(shown)


async def test_states_are_suggested_and_parts_of_the_country_are_not(vera: MemberActor, channel: ChannelHandle) -> None:
    found = [choice["name"] for choice in await vera.autocomplete(channel, "progress", "state", "new")]
    assert "New York" in found
    assert "New England" not in found


@pytest.mark.expects_errors
async def test_without_a_picture_the_figures_stand(
    vera: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: bytes, scene: str) -> bytes:
        raise drawing.PictureError("no")

    monkeypatch.setattr(drawing, "_compile", refuse)
    shown = last(await vera.slash(channel, "progress"))
    assert "of 106 ties with Russia have ended" in texts(shown)
    assert "The picture could not be drawn just now" in texts(shown)


async def test_pictures_are_kept_beside_the_database_and_found_after_a_restart(
    empty: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(last(await vera.slash(channel, "progress")))
    folder = Path(f"{settings.database.with_suffix('')}.pictures")
    assert how_many(folder) == 1
    await bot.close()
    fresh = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(fresh)
        await vera.click(card, label="On a light background")
        assert how_many(folder) == 2
    finally:
        await fresh.close()


async def test_many_pictures_in_a_row_are_kindly_put_off(env: Env, vera: MemberActor, channel: ChannelHandle) -> None:
    for _ in range(12):
        await vera.slash(channel, "progress", state="OR", private=True)
    refused = await vera.slash(channel, "progress", state="OR")
    assert "Please try again in" in texts(refused)
    await env.advance_time(61)
    assert message_of(last(await vera.slash(channel, "progress", state="OR"))).attachments
