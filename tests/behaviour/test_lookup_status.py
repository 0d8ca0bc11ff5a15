"""A volunteer looks a place up by /status, helped by the suggestions, or in any words."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from tests.world import labels, message_of, texts


async def test_suggestions_show_state_and_standing(vera: MemberActor, channel: ChannelHandle) -> None:
    found = await vera.autocomplete(channel, "status", "place", "port")
    names = [choice["name"] for choice in found]
    assert names[0].startswith("Portland, Oregon (● active, with Khabarovsk")
    assert any(name.startswith("Portland, Maine (● active, with Arkhangelsk") for name in names)


async def test_a_chosen_suggestion_opens_that_places_card(vera: MemberActor, channel: ChannelHandle) -> None:
    found = await vera.autocomplete(channel, "status", "place", "portland m")
    shown = await vera.slash(channel, "status", place=found[0]["value"])
    assert "### Portland, Maine – Arkhangelsk, Russia" in texts(shown)


@pytest.mark.parametrize("typed", ["", "хабар", "khabarvsk", "@everyone", "🙂", "x" * 100, "'; --", "zzzzzz"])
async def test_suggestions_never_fail(vera: MemberActor, channel: ChannelHandle, typed: str) -> None:
    found = await vera.autocomplete(channel, "status", "place", typed)
    assert len(found) <= 25
    assert all(1 <= len(choice["name"]) <= 100 and 1 <= len(choice["value"]) <= 100 for choice in found)


async def test_every_suggestion_finds_its_place(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    for place in list(bot.register.record.places.values())[::16]:
        found = await vera.autocomplete(channel, "status", "place", place.name)
        for choice in found[:3]:
            assert "on record" in texts(await vera.slash(channel, "status", place=choice["value"])) or (
                choice["name"].split(",")[0] in texts(await vera.slash(channel, "status", place=choice["value"]))
            )


@pytest.mark.parametrize("typed", ["dubuque", "Dubuque IA", "Дубьюк", "dubuqe", "is Dubuque still paired?"])
async def test_free_text_is_accepted_in_any_spelling(vera: MemberActor, channel: ChannelHandle, typed: str) -> None:
    shown = await vera.slash(channel, "status", place=typed)
    assert "### Dubuque, Iowa – Pyatigorsk" in texts(shown)


async def test_a_place_with_several_ties_is_a_list_with_a_button_each(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    asked = await vera.slash(channel, "status", place="Moscow, Russia")
    said = texts(asked)
    assert "**○ Santa Clara County, California – Moscow**\n-# Ended. On 22 March 2022 Santa Clara County" in said
    assert labels(asked) == ["Santa Clara County, California", "Chicago, Illinois", "Houston, Texas", "Remove"]
    await vera.click(message_of(asked), label="Chicago, Illinois")
    assert "### Chicago, Illinois – Moscow, Russia" in texts(message_of(asked))
    assert "History" in labels(channel.history()[-1])


async def test_a_known_place_without_a_tie_names_the_nearest_one(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "status", place="Boise")
    assert "no tie on record" in texts(shown)
    assert "Baker City, Oregon" in labels(shown)
    await vera.click(message_of(shown), label="Baker City, Oregon")
    assert "### Baker City, Oregon – Zeya" in texts(channel.history()[-1])


async def test_a_question_is_no_place_and_is_pointed_to_ask(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "status", place="why end it?")
    assert "I know of no place called “why end it?”" in texts(shown)
    assert "/ask" in texts(shown)
    assert labels(shown) == ["Remove"]


async def test_the_nearest_names_are_buttons(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "status", place="Zhabarovkan")
    await vera.click(message_of(shown), label="Khabarovsk, Russia")
    assert "### Portland, Oregon – Khabarovsk" in texts(channel.history()[-1])


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("portland me", "Portland, Maine – Arkhangelsk"),
        ("Дубьюк", "Dubuque, Iowa – Pyatigorsk"),
        ("jacksonville fl", "Jacksonville, Florida – Murmansk"),
    ],
)
async def test_a_question_a_status_and_a_letter_find_the_same_place(
    vera: MemberActor, channel: ChannelHandle, typed: str, heading: str
) -> None:
    assert f"### {heading}" in texts(await vera.slash(channel, "ask", question=typed))
    assert f"### {heading}" in texts(await vera.slash(channel, "status", place=typed))
    assert heading in texts(await vera.slash(channel, "letter write", place=typed))


async def test_a_private_lookup_is_private(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "status", place="Dubuque", private=True)
    assert shown.ephemeral
    assert "Remove" not in labels(shown)


async def test_status_works_in_a_direct_message(env: Env, vera: MemberActor, bot: Tiewatch) -> None:
    shown = await vera.user.slash("status", place="Khabarovsk", private=True)
    assert "### Portland, Oregon – Khabarovsk" in texts(shown)
    assert not shown.ephemeral
