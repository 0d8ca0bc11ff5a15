"""Likeness is told from letters that were taken out, and of so many words only that none can be guessed by it."""

from __future__ import annotations

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from tests.behaviour.letters_steps import begin
from tests.world import last, message_of, texts

SECRET = (
    "My brother deserted in May and hid in a barn near the border for eleven weeks before a farmer drove him out under "
    "a load of hay, and he has not said the name of that farmer to anybody since, not even to our mother."
)
ALIKE = "an earlier letter from this server"


async def test_a_draft_that_nobody_took_out_is_told_of_to_nobody(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await begin(vera, channel, reason=SECRET)
    assert ALIKE not in texts(await begin(olga, channel, reason=SECRET))


async def test_a_letter_that_is_passed_around_is_known_again(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=SECRET)
    assert "My brother deserted" in texts(last(await vera.click(message_of(shown), label="Copy")))
    assert ALIKE in texts(await begin(olga, channel, reason=SECRET))


async def test_a_few_guessed_words_tell_nothing_of_a_letter_that_was_taken_out(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=SECRET)
    await vera.click(message_of(shown), label="Copy")
    for guess in ("My brother deserted in May.", " ".join(SECRET.split()[:20])):
        assert ALIKE not in texts(await begin(olga, channel, reason=guess))
