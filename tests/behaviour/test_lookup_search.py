"""A volunteer searches the words of the record, narrows the search and turns its pages."""

from __future__ import annotations

import asyncio

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from tests.world import labels, message_of, texts


@pytest.fixture(autouse=True)
async def searchable(bot: Tiewatch) -> None:
    """Wait until the record is indexed, which happens beside the start."""
    for _ in range(500):
        if bot.register.find_passages([("flag",)], 1):
            break
        await asyncio.sleep(0.01)


async def test_a_search_finds_words_with_date_and_source(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "search", text="Russian flags")
    said = texts(shown)
    assert "Anacortes, Washington – Lomonosov" in said
    assert "On 7 March 2022" in said
    assert "[[1]](<https://" in said
    assert labels(shown)[-1] == "Remove"


async def test_the_pages_turn_for_their_asker(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "search", text="peace"))
    assert "Page 1 of" in texts(card)
    await vera.click(card, label="Next")
    assert "Page 2 of" in texts(channel.history()[-1])
    own = await olga.click(channel.history()[-1], label="Back")
    assert own.ephemeral
    assert "Page 1 of" in texts(own)


async def test_it_is_narrowed_by_place_and_kind(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = texts(await vera.slash(channel, "search", text="peace", place="Livermore", kind="act"))
    assert "Livermore, California – Snezhinsk" in shown
    assert "San Jose" not in shown


async def test_what_is_not_on_record_is_said_with_what_is(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = texts(await vera.slash(channel, "search", text="xylophone"))
    assert "I did not find “xylophone” in the record." in shown
    assert "conditions" in shown


async def test_a_place_without_a_tie_is_refused(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = texts(await vera.slash(channel, "search", text="peace", place="Atlantis"))
    assert "I know no place with a tie by the name “Atlantis”" in shown


async def test_ask_answers_from_the_words_of_the_record(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = texts(await vera.slash(channel, "ask", question="which cities took down the Russian flag?"))
    assert "Anacortes, Washington – Lomonosov" in shown
    assert "All 106 ties" not in shown
