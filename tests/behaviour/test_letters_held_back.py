"""What may be taken for a threat holds a letter back until it is changed, or its writer says what it means."""

from __future__ import annotations

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot import Tiewatch
from tests.behaviour.letters_steps import REASON, begin, choose, press, words
from tests.world import last, message_of, texts

HINT = "I'd get that brake light of yours looked at."
OTHER_HINT = "The last mayor, who refused, walks with a cane."
MEANT = "I sold them that car, and I want them to be safe."


async def explain(
    who: MemberActor, shown: discord.Message, told: str = MEANT, meaning: str = "kind"
) -> InteractionResult:
    """Say what the first sentence that is held back means."""
    form = await who.click(shown, label="Say what it means")
    return await who.submit_modal(form, {"meaning": [meaning], "told": told})


async def is_held_back(who: MemberActor, shown: discord.Message) -> bool:
    """Whether the letter can be taken out in no way."""
    tried = (await press(who, shown, "copy"), await choose(who, shown, "file", "docx"))
    return all("```" not in texts(each) and not message_of(each).attachments for each in tried)


async def test_a_hint_holds_back_the_letter_until_it_is_changed(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT}")
    assert f"An office may take this for a threat, whatever was meant: “{HINT}”" in texts(shown)
    assert await is_held_back(vera, shown)
    form = await press(vera, shown, "words")
    mended = message_of(await vera.submit_modal(form, words(REASON)))
    assert "for a threat" not in texts(mended)
    assert "```" in texts(await press(vera, mended, "copy"))


async def test_it_stands_once_its_writer_has_said_what_it_means_and_that_it_is_to_stand(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT}")
    second = message_of(await explain(vera, shown))
    told = texts(second)
    assert "Should this stand?" in told
    assert HINT in told
    assert MEANT in told
    assert await is_held_back(vera, shown)
    stands = message_of(await vera.click(second, label="Let it stand"))
    assert "for a threat" not in texts(stands)
    assert "```" in texts(await press(vera, stands, "copy"))
    async with bot.database.transaction() as conn:
        assert MEANT not in "\n".join([line async for line in conn.iterdump()])


async def test_a_word_or_the_sentence_again_is_no_meaning(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT}")
    for told in ("It is fine", HINT):
        asked = message_of(await explain(vera, shown, told))
        assert "in a sentence of your own" in texts(asked)
    assert "Should this stand?" in texts(await explain(vera, asked))


async def test_a_meaning_that_threatens_does_not_count(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT}")
    refused = await explain(vera, shown, "I mean that I will burn your house down")
    assert "reads as a threat itself" in texts(last(refused))
    assert "burn your house" not in texts(last(refused))
    assert await is_held_back(vera, shown)


async def test_each_such_sentence_is_asked_about(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT} {OTHER_HINT}")
    second = message_of(await explain(vera, shown))
    still = message_of(await vera.click(second, label="Let it stand"))
    assert OTHER_HINT in texts(still)
    assert await is_held_back(vera, still)


async def test_the_form_of_a_sentence_that_was_changed_since_says_so(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} {HINT}")
    form = await vera.click(shown, label="Say what it means")
    await vera.submit_modal(await press(vera, shown, "words"), words(REASON))
    told = await vera.submit_modal(form, {"meaning": ["kind"], "told": MEANT})
    assert "no longer in your words" in texts(last(told))
