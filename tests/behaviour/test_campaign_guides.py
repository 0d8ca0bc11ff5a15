"""A volunteer begins, signs, looks for a partner in Ukraine and reads both sides."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.register import Register
from tests.behaviour.letters_steps import words as typed
from tests.world import buttons, labels, last, message_of, selects, texts


async def test_the_petition_has_link_count_bar_and_a_message_of_the_askers_state(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await vera.slash(channel, "petition", state="oregon")
    said = texts(shown)
    assert "18,900 signatures" in said
    assert "76% of the goal; 6,100 to go" in said
    assert "Invite five friends" in said
    assert "Oregon has 5 sister-city ties with Russia on record" in said
    (link,) = buttons(shown)
    assert link.style is discord.ButtonStyle.link
    assert link.url is not None
    assert link.url.startswith("https://www.change.org/")
    assert not shown.ephemeral


async def test_partners_in_ukraine_are_named_with_the_russian_ones_beside(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    said = texts(await vera.slash(channel, "ukraine"))
    assert "On record with Russia" in said
    assert "Where to begin" in said
    assert "occupied places" in said
    assert "Simferopol" not in said
    assert "Corvallis" in texts(await vera.slash(channel, "ukraine", place="Oregon"))
    assert "no partner in Ukraine there" in texts(await vera.slash(channel, "ukraine", place="Juneau"))


async def test_both_sides_are_told_in_turn_with_replies(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "talking-points", private=True)
    said = texts(shown)
    assert "For ending the ties: 2 of 31" in said
    assert "For keeping the ties: 2 of 23" in said
    assert "On the other side, " in said
    assert labels(shown) == ["Back", "Next"]
    await vera.click(message_of(shown), label="Next")
    assert "Page 2 of" in texts(shown)
    assert texts(shown) != said


async def test_another_reader_turns_a_copy(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "talking-points", side="keep"))
    turned = await olga.click(card, label="Next")
    assert "Page 2 of" in texts(last(turned))
    assert "Page 1 of" in texts(channel.history()[-1])


@pytest.mark.parametrize("text", ["**brothers** @everyone", "a/b,c:d%e", "🙂", "щ" * 24])
async def test_any_word_may_be_looked_for(vera: MemberActor, channel: ChannelHandle, text: str) -> None:
    shown = await vera.slash(channel, "talking-points", text=text, place="Portland, Oregon, % / :,,,,")
    assert shown.acknowledged
    assert "@everyone" not in texts(shown)


async def test_a_place_that_is_not_known_is_refused_with_a_hint(vera: MemberActor, channel: ChannelHandle) -> None:
    for command in ("ukraine", "talking-points"):
        shown = await vera.slash(channel, command, place="Xyzzyville <@&1>")
        assert shown.ephemeral
        assert "I know no place called" in texts(shown)


async def test_a_newcomer_gets_ties_a_letter_a_task_and_a_link(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "start", state="OR"))
    assert "**Oregon**" in said
    assert "Portland, Oregon – Khabarovsk" in said
    for part in ("One letter.", "One task.", "One link.", "press **Watch**", "watch state", "letter write"):
        assert part in said
    assert "https://www.change.org/" in said
    assert "</tip send:" in said
    assert "</help-out:" in said
    assert "\\`" not in said


@pytest.mark.parametrize(
    ("place", "is_linked"),
    [
        ("Juneau, Alaska", True),
        ("San Diego, California", True),
        ("Tallahassee, Florida", False),
        ("Dallas, Texas", False),
        ("Osage, Iowa", False),
    ],
)
async def test_the_petition_is_a_press_away_on_cards_of_ties_that_stand(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, place: str, is_linked: bool
) -> None:
    petition = bot.register.record.petition
    assert petition is not None
    shown = await vera.slash(channel, "status", place=place)
    assert "History" in labels(shown)
    links = [(button.label, button.url) for button in buttons(shown) if button.style is discord.ButtonStyle.link]
    assert links == ([("The petition", petition.url)] if is_linked else [])


async def test_without_a_petition_no_card_has_its_link(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    bot.register = Register(replace(bot.register.record, petition=None))
    assert "The petition" not in labels(await vera.slash(channel, "status", place="Juneau, Alaska"))


async def test_a_beginning_without_a_state_asks_for_one(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "start"))
    assert "Name your state" in said
    assert "One letter." in said
    assert "on record in Idaho" in texts(await vera.slash(channel, "start", state="Idaho"))
    assert "I know no state called" in texts(await vera.slash(channel, "start", state="Narnia"))


async def test_the_guides_are_in_help(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "help")
    said = texts(shown)
    while "Next" in labels(shown) and not next(b for b in buttons(shown) if b.label == "Next").disabled:
        await vera.click(message_of(shown), label="Next")
        said += texts(shown)
    for name in ("progress", "petition", "ukraine", "talking-points", "start"):
        assert f"</{name}:" in said


async def test_what_was_said_goes_into_a_letter_by_one_choice(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "talking-points", place="Gainesville")
    (offered,) = selects(shown)
    assert offered.placeholder == "Use in my letter"
    first = offered.options[0].value
    panel = last(await vera.select(message_of(shown), [first], custom_id=offered.custom_id))
    assert "A letter about Gainesville" in texts(panel)
    assert "**It will quote**" in texts(panel)
    assert message_of(panel).flags.ephemeral
    form = await vera.click(message_of(panel), label="Write it in my words")
    words = "My cousin lives under the missiles, and I want our city to say where it stands in this war."
    letter = await vera.submit_modal(form, typed(words))
    quoted = offered.options[0].label.partition("“")[2][:30]
    assert quoted in texts(last(letter))
    again = last(await vera.select(message_of(shown), [first], custom_id=offered.custom_id))
    assert "It is in your letter, with speaker, date and source." in texts(again)
