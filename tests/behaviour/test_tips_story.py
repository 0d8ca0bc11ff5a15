"""From a volunteer's first press to the announcement in another server, and the word back to who reported it."""

from __future__ import annotations

from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.standings import Standing
from preview import World
from tests.behaviour.announcements_steps import swept
from tests.behaviour.dataset_steps import Updated
from tests.behaviour.editing_steps import JUNEAU, NEWS, TIE, act_fields, set_up
from tests.behaviour.tips_steps import TIP, friends_elsewhere, hand_in, open_first
from tests.world import labels, message_of, texts


async def test_what_two_volunteers_report_is_told_elsewhere_once_two_editors_have_checked_it(
    env: Env,
    bot: Tiewatch,
    world: World,
    vera: MemberActor,
    olga: MemberActor,
    ed: MemberActor,
    eve: MemberActor,
    channel: ChannelHandle,
    updated: Updated,
) -> None:
    await set_up(world)
    news, oscar = friends_elsewhere(env)
    await oscar.slash(news, "announcements follow", channel=news)
    before = len(news.history())

    card = await vera.slash(channel, "status", place="Juneau")
    form = await vera.click(message_of(card), label="I know something newer")
    await vera.submit_modal(form, {**TIP, "place": JUNEAU, "address": NEWS["address"]})
    assert "Somebody reported the same before" in texts(await hand_in(olga, channel, address=NEWS["address"]))

    form = await ed.click(await open_first(ed, channel), label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    source = await ed.click(draft, label="Fix source 1")
    preview = message_of(await ed.submit_modal(source, dict(NEWS)))
    assert "Record and announce" not in labels(preview), "one report is thin"
    await ed.click(preview, label="Ask a second editor")
    await swept(env)
    assert len(news.history()) == before, "nothing is said before it is confirmed"

    again = await updated()
    assert "*being looked at*" in texts(await vera.slash(channel, "tip mine"))
    waiting = await open_first(eve, channel)
    await eve.click(waiting, label="Confirm and announce")
    await swept(env)
    assert again.register.status(TIE).standing is Standing.SUSPENDED
    told = [texts(message) for message in news.history()[before:]]
    assert len(told) == 1
    assert "Juneau" in told[0]
    for who in (vera, olga):
        (said,) = who.user.dm_channel.history()
        assert "is decided: accepted" in texts(said)
