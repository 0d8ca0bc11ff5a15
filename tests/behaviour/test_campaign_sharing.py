"""A person takes a picture of a tie or of the figures elsewhere, with the text that goes with it."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.campaign.routes import ShareTie, ShareTieAs
from cogs.pictures.themes import Theme
from db.record.standings import Standing
from tests.behaviour.test_campaign_progress import alt_of, picture_of
from tests.world import Shown, labels, last, message_of, texts

PLACE = "Portland, Oregon"
TIE = "portland-or--khabarovsk"


async def size_of(shown: Shown) -> Any:
    """Width and height of the one picture of a message."""
    return struct.unpack(">II", (await picture_of(shown))[16:24])


async def test_a_tie_is_shared_as_a_picture_with_text_to_copy(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "status", place=PLACE))
    shown = last(await vera.click(card, label="Share"))
    assert message_of(shown).flags.ephemeral
    assert await size_of(shown) == (1200, 630)
    said = texts(shown)
    assert "Portland, Oregon – Khabarovsk, Russia: " in said
    assert "Source: City of Portland" in said
    assert "https://www.portland.gov/" in said
    assert "On record with Tiewatch, as of 28 November 2026." in said
    assert "[1]" not in said
    assert "Portland, Oregon – Khabarovsk, Russia: " in alt_of(shown)
    assert labels(shown) == ["On a dark background", "For a slide (16:9)"]


async def test_the_ground_changes_in_place(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "status", place=PLACE))
    shown = last(await vera.click(card, label="Share"))
    before = await picture_of(shown)
    await vera.click(message_of(shown), label="On a dark background")
    assert labels(shown) == ["On a light background", "For a slide (16:9)"]
    assert await picture_of(shown) != before


async def test_sharing_from_a_private_card_leaves_the_card(vera: MemberActor, channel: ChannelHandle) -> None:
    asked = await vera.slash(channel, "status", place=PLACE, private=True)
    before = texts(asked)
    shared = await vera.click(message_of(asked), label="Share")
    assert texts(asked) == before
    assert message_of(last(shared)).attachments


async def test_an_organizer_adds_the_servers_name_and_nobody_else(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await olga.slash(channel, "status", place=PLACE))
    shown = last(await olga.click(card, label="Share"))
    assert labels(shown) == ["On a dark background", "For a slide (16:9)", "Add the server's name"]
    before = await picture_of(shown)
    await olga.click(message_of(shown), label="Add the server's name")
    assert await picture_of(shown) != before
    assert labels(shown) == ["On a dark background", "For a slide (16:9)", "Without the server's name"]
    theirs = last(await vera.click(card, label="Share"))
    assert labels(theirs) == ["On a dark background", "For a slide (16:9)"]


@pytest.mark.parametrize("picture", ["Map", "Timeline"])
async def test_the_figures_are_shared_too(vera: MemberActor, channel: ChannelHandle, picture: str) -> None:
    card = last(await vera.slash(channel, "progress", private=True))
    if picture == "Timeline":
        await vera.click(message_of(card), label="Timeline")
    shown = last(await vera.click(message_of(card), label="Share"))
    assert await size_of(shown) == (1200, 630)
    assert "of 106 ties with Russia have ended" in texts(shown)
    assert "The others: 20 active" in texts(shown)
    assert picture in alt_of(shown)
    assert labels(card)[-1] == "Share"


async def test_a_picture_becomes_one_for_a_slide_and_back(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "status", place=PLACE))
    figures = message_of(last(await vera.slash(channel, "progress")))
    for shown in (last(await vera.click(card, label="Share")), last(await vera.click(figures, label="Share"))):
        await vera.click(message_of(shown), label="For a slide (16:9)")
        assert await size_of(shown) == (1600, 900)
        await vera.click(message_of(shown), label="For a post")
        assert await size_of(shown) == (1200, 630)


async def test_a_states_figures_are_shared(vera: MemberActor, channel: ChannelHandle) -> None:
    card = last(await vera.slash(channel, "progress", state="Oregon"))
    shown = last(await vera.click(message_of(card), label="Share"))
    assert "Oregon: 0 of 5 ties with Russia ended." in texts(shown)
    assert await size_of(shown) == (1200, 630)


async def test_a_list_is_shared_with_its_ties(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties", state="Oregon"))
    shown = last(await vera.click(card, label="Share"))
    assert message_of(shown).flags.ephemeral
    assert await size_of(shown) == (1200, 630)
    assert labels(shown) == ["On a dark background", "For a slide (16:9)"]
    for told in (texts(shown), alt_of(shown)):
        assert "In Oregon: 5 of 106 ties on record" in told
        assert "Portland, Oregon – Khabarovsk: " in told
        assert "On record with Tiewatch, as of 28 November 2026." in told
    await vera.click(message_of(shown), label="For a slide (16:9)")
    assert await size_of(shown) == (1600, 900)
    before = await picture_of(shown)
    await vera.click(message_of(shown), label="On a dark background")
    assert await picture_of(shown) != before


async def test_a_long_list_is_shared_as_far_as_there_is_room(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties"))
    shown = last(await vera.click(card, label="Share"))
    assert "All 106 ties on record" in texts(shown)
    assert "and 86 more: /ties lists them all" in texts(shown)


async def test_a_list_without_a_tie_has_nothing_to_share(vera: MemberActor, channel: ChannelHandle) -> None:
    assert "Share" not in labels(await vera.slash(channel, "ties", state="Idaho"))


async def test_a_list_in_which_nothing_is_left_is_not_shared(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ties", state="Oregon", standing="suspended"))
    for tie in bot.register.record.ties.values():
        if bot.register.status(tie.id).standing is Standing.SUSPENDED:
            bot.register.replace_tie(replace(tie, acts=()))
    assert "No tie is in that list any longer" in texts(last(await vera.click(card, label="Share")))


def test_every_ties_buttons_fit_their_ids(bot: Tiewatch) -> None:
    for tie in bot.register.record.ties:
        assert len(ShareTie(tie).pack()) <= 100
        assert len(ShareTieAs(tie, Theme.DARK, named=True, slide=True).pack()) <= 100
