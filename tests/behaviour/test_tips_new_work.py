"""How editors hear that tips wait: in the review channel, by a ping where the setup wants one, once a week."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from preview import World
from tests.behaviour.announcements_steps import HOUR, SWEEP, later, mentions, swept
from tests.behaviour.tips_steps import hand_in
from tests.world import texts

pytestmark = pytest.mark.usefixtures("home")


async def test_new_work_is_told_in_the_review_channel_at_most_once_an_hour(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    await hand_in(olga, channel, address="", date="")
    await swept(env)
    told = [texts(said) for said in channel.history() if "New work waits" in texts(said)]
    assert len(told) == 1
    assert "**Tips**: 1 tip" in told[0]
    await env.advance_time(3600)
    told = [texts(said) for said in channel.history() if "New work waits" in texts(said)]
    assert len(told) == 2
    assert any("**Tips**: 2 tips" in text for text in told)


@pytest.mark.parametrize("wanted", [True, False])
async def test_what_has_waited_for_a_week_is_told_of_once_a_week_if_the_setup_wants_pings(
    bot: Tiewatch, env: Env, world: World, vera: MemberActor, channel: ChannelHandle, wanted: bool
) -> None:
    await world.olga.slash(channel, "setup", role=world.editors, channel=channel, ping=wanted)
    await hand_in(vera, channel)
    reminded = []
    for days in (2.1, 7, 0):
        later(bot, days=days)
        await env.advance_time(HOUR + SWEEP)
        told = [texts(said) for said in channel.history()]
        reminded.append([text for text in told if "This has waited for a week or more" in text])
    assert [len(found) for found in reminded] == ([0, 1, 1] if wanted else [0, 0, 0])
    if wanted:
        assert "**Tips**: 1 tip, for 9 days" in reminded[1][0]
        assert "something has waited for a week or more." in reminded[1][0]


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_editors_are_called_for_new_tips_once_an_hour_if_the_setup_says_so(
    env: Env, world: World, vera: MemberActor, olga: MemberActor, channel: ChannelHandle, wanted: bool
) -> None:
    role = world.editors
    await world.olga.slash(channel, "setup", role=role, channel=channel, ping=wanted)
    await hand_in(vera, channel)
    await swept(env)
    await hand_in(olga, channel, address="", date="")
    await swept(env)
    called = [said for said in channel.history() if f"<@&{role.id}>" in texts(said) and "New work" in texts(said)]
    assert len(called) == int(wanted)
    pings = [sent for sent in mentions(env, "POST", f"/channels/{channel.id}/messages") if sent.get("roles")]
    assert [[int(name) for name in sent["roles"]] for sent in pings] == [[role.id]] * int(wanted)
    await env.advance_time(3600)
    called = [said for said in channel.history() if f"<@&{role.id}>" in texts(said) and "New work" in texts(said)]
    assert len(called) == 2 * int(wanted)
