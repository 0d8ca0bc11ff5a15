"""Bad luck on a tip's way: no review channel any more, a sender who cannot be written to."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.tips import file_sentences
from db.record.standings import Standing
from db.store import tips
from db.store.tip_models import TipState
from preview import World
from tests.behaviour.announcements_steps import swept
from tests.behaviour.editing_steps import NEWS, act_fields, set_up, standing
from tests.behaviour.test_tips_files import add_file
from tests.behaviour.tips_steps import PAGE, decide, hand_in, open_first
from tests.pure.test_tips_files import jpeg
from tests.world import last, message_of, texts


async def test_with_the_review_channel_deleted_tips_are_taken_decided_and_told_of(
    env: Env, bot: Tiewatch, world: World, vera: MemberActor, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    review = env.guild.create_text_channel("review")
    await world.olga.slash(channel, "setup", role=world.editors, channel=review)
    gone = bot.get_channel(review.id)
    assert gone is not None
    await gone.delete()  # type: ignore[union-attr]
    receipt = await hand_in(vera, channel)
    assert "Thank you. This is tip 1." in texts(receipt)
    refused = last(await add_file(vera, receipt, "IMG_1.jpg", jpeg()))
    assert file_sentences.NOT_POSTED in texts(refused)
    form = await ed.click(await open_first(ed, channel), label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    source = await ed.click(draft, label="Fix source 1")
    preview = message_of(await ed.submit_modal(source, {**NEWS, "address": PAGE}))
    asked = texts(await ed.click(preview, label="Ask a second editor"))
    assert "cannot" in asked, "that nobody sees the card there is said"
    await eve.click(await open_first(eve, channel), label="Confirm quietly")
    assert standing(bot) is Standing.SUSPENDED
    await swept(env)
    (said,) = vera.user.dm_channel.history()
    assert "is decided: accepted" in texts(said)
    await set_up(world)
    await hand_in(vera, channel, address="", date="", words="Something else.")
    await env.advance_time(3700)
    assert any("New work waits" in texts(message) for message in channel.history()), "another channel was chosen"


@pytest.mark.parametrize("code", [50007, 50278], ids=["blocks the bot", "shares no server with it"])
async def test_a_sender_who_cannot_be_written_to_holds_up_nobody(
    env: Env,
    bot: Tiewatch,
    world: World,
    vera: MemberActor,
    olga: MemberActor,
    ed: MemberActor,
    channel: ChannelHandle,
    code: int,
) -> None:
    await set_up(world)
    await hand_in(vera, channel)
    await hand_in(olga, channel)
    unheard = f"/channels/{vera.user.dm_channel.id}/messages"
    env.inject_error("POST", unheard, status=403, code=code, times=None)
    await decide(ed, await open_first(ed, channel), "refused", "This is about another city.")
    await swept(env)
    assert vera.user.dm_channel.history() == []
    (said,) = olga.user.dm_channel.history()
    assert "This is about another city." in texts(said)
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.state is TipState.REFUSED
    tried = sum(request.path.endswith(unheard) for request in env.http_requests)
    for _ in range(3):
        await env.advance_time(7200)
    assert sum(request.path.endswith(unheard) for request in env.http_requests) == tried, "and is not tried for ever"
