"""What was said goes into a letter from /talking-points: the quotation is shown, and the city is chosen."""

from __future__ import annotations

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.behaviour.letters_steps import begin
from tests.world import labels, last, message_of, selects, texts

# Said of all ties, and of no place.
SAID_OF_ALL = "zelenskyy"


async def _use(vera: MemberActor, channel: ChannelHandle) -> tuple[str, discord.Message]:
    """Choose the first point that is of no place; its quotation, and the answer."""
    shown = await vera.slash(channel, "talking-points", side="end", text=SAID_OF_ALL)
    (offered,) = selects(shown)
    first = offered.options[0]
    answer = await vera.select(message_of(shown), [first.value], custom_id=offered.custom_id)
    return first.label.partition("“")[2][:30], message_of(last(answer))


async def _choose_city(vera: MemberActor, shown: discord.Message, typed: str) -> InteractionResult:
    form = await vera.click(shown, label="Choose a city")
    return await vera.submit_modal(form, {"place": typed})


async def test_without_a_letter_the_quotation_is_shown_and_the_city_asked_for(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    quoted, asked = await _use(vera, channel)
    assert "Which city do you write to?" in texts(asked)
    assert quoted in texts(asked)
    panel = last(await _choose_city(vera, asked, "Juneau, Alaska"))
    assert "A letter about Juneau, Alaska" in texts(panel)
    assert quoted in texts(panel).split("**It will quote**")[1]


async def test_of_several_ties_one_is_chosen(vera: MemberActor, channel: ChannelHandle) -> None:
    _quoted, asked = await _use(vera, channel)
    several = message_of(last(await _choose_city(vera, asked, "Houston, Texas")))
    (first, *_rest) = [label for label in labels(several) if label.startswith("Houston")]
    panel = last(await vera.click(several, label=first))
    assert "A letter about Houston, Texas" in texts(panel)
    assert "**It will quote**" in texts(panel)


@pytest.mark.parametrize("typed", ["Nowhere at all", "Boise, Idaho"])
async def test_a_place_without_a_tie_is_told_and_nothing_is_begun(
    typed: str, vera: MemberActor, channel: ChannelHandle
) -> None:
    _quoted, asked = await _use(vera, channel)
    assert "no place with a tie to Russia by that name" in texts(last(await _choose_city(vera, asked, typed)))
    assert "None yet." in texts(await vera.slash(channel, "letter mine"))


async def test_with_a_letter_it_goes_in_there(vera: MemberActor, channel: ChannelHandle) -> None:
    await begin(vera, channel)
    quoted, shown = await _use(vera, channel)
    assert "It is in your letter" in texts(shown)
    assert quoted in texts(shown)
