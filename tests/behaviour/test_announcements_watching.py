"""One person watches a tie: the button, the message, and how to stop."""

from __future__ import annotations

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store import watches
from tests.behaviour.announcements_steps import HOUR, JUNEAU, PORTLAND, TACOMA, decide, later, swept
from tests.world import labels, last, message_of, selects, texts


async def watch(who: MemberActor, channel: ChannelHandle, place: str = "Portland, Oregon") -> discord.Message:
    """What a person is shown who presses Watch under a status."""
    card = await who.slash(channel, "status", place=place)
    shown = await who.click(message_of(card), label="Watch")
    assert shown.ephemeral
    return message_of(shown)


def heard(who: MemberActor) -> list[str]:
    """The direct messages of a person."""
    return [texts(message) for message in who.user.dm_channel.history()]


async def test_a_watcher_gets_a_direct_message_when_the_tie_changes(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await watch(vera, channel)
    assert "You watch this tie" in texts(shown)
    assert heard(vera) == []
    await decide(bot, JUNEAU, ActKind.ENDED)
    _, reached = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    assert (reached.channels, reached.watchers) == (0, 1)
    await swept(env)
    (said,) = heard(vera)
    assert "Changed: suspended, not ended" in said
    assert labels(vera.user.dm_channel.history()[0]) == ["Details", "Share", "Stop watching"]


async def test_details_under_the_message_are_what_status_shows(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    details = last(await vera.user.click(vera.user.dm_channel.history()[0], label="Details"))
    status = await vera.slash(channel, "status", place="Portland, Oregon", private=True)
    assert "The tie began in" in texts(details)
    assert (texts(details), labels(details)) == (texts(status), labels(status))


async def test_the_message_is_shared_as_how_the_tie_stands_now(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    shared = last(await vera.user.click(vera.user.dm_channel.history()[0], label="Share"))
    assert "Portland, Oregon – Khabarovsk, Russia: Suspended, not ended." in texts(shared)
    assert message_of(shared).attachments


async def test_one_button_in_the_message_stops_it(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    said = await vera.user.click(vera.user.dm_channel.history()[0], label="Stop watching")
    assert "You do not watch this tie" in texts(last(said))
    assert "if something I told you about it turns out to be wrong, I will put it right." in texts(last(said))
    await decide(bot, PORTLAND, ActKind.ENDED)
    await swept(env)
    assert len(heard(vera)) == 1


async def test_watching_twice_says_so_and_the_button_turns_it_off_and_on(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    again = await watch(vera, channel)
    assert "### You already watch this tie" in texts(again)
    off = await vera.click(again, label="Stop watching")
    assert "You do not watch this tie" in texts(off)
    assert await watches.of_user(bot.database, vera.id) == ()
    on = await vera.click(message_of(off), label="Watch")
    assert "You watch this tie" in texts(on)
    assert len(await watches.of_user(bot.database, vera.id)) == 1


async def test_a_message_that_waits_is_withdrawn_when_the_watch_is_stopped(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await watch(vera, channel)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await vera.click(shown, label="Stop watching")
    await swept(env)
    assert heard(vera) == []


async def test_the_list_shows_what_is_watched_and_stops_it(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    assert "You are not watching any tie" in texts(await vera.slash(channel, "watch list"))
    await watch(vera, channel)
    await watch(vera, channel, "Juneau, Alaska")
    listed = await vera.slash(channel, "watch list")
    assert listed.ephemeral
    assert "You watch 2 ties" in texts(listed)
    assert "Portland, Oregon – Khabarovsk" in texts(listed)
    left = await vera.select(message_of(listed), [PORTLAND], custom_id=selects(listed)[0].custom_id)
    assert "You watch 1 tie" in texts(left)
    assert "Portland" not in texts(left)
    assert "You are not watching any tie" in texts(await ed.slash(channel, "watch list"))


async def test_closed_direct_messages_are_noticed_and_stop_quietly(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    inbox = f"/channels/{vera.user.dm_channel.id}/messages"
    env.inject_error("POST", inbox, status=403, code=50007)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await decide(bot, PORTLAND, ActKind.ENDED)
    await swept(env)
    tried = [request for request in env.http_requests if request.method == "POST" and request.path == inbox]
    assert len(tried) == 1
    assert "Your direct messages were closed to me" in texts(await vera.slash(channel, "watch list"))
    await watch(vera, channel)
    await decide(bot, PORTLAND, ActKind.DORMANT, vote=True)
    await swept(env)
    assert len(heard(vera)) == 1


async def test_an_error_told_to_a_watcher_is_put_right_even_if_they_stopped(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await watch(vera, channel)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await vera.click(shown, label="Stop watching")
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    rewritten, reply = heard(vera)
    assert "Corrected on" in rewritten
    assert "The message above said" in reply
    assert labels(vera.user.dm_channel.history()[-1]) == ["Details", "Share"]


async def test_a_correction_has_a_button_that_stops_it_too(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    await watch(vera, channel)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    correction = vera.user.dm_channel.history()[-1]
    assert labels(correction) == ["Details", "Share", "Stop watching"]
    said = await vera.user.click(correction, label="Stop watching")
    assert "You do not watch this tie" in texts(last(said))
    await decide(bot, PORTLAND, ActKind.RESUMED)
    await swept(env)
    assert len(heard(vera)) == 2


async def test_nobody_may_watch_without_end(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bot.database.transaction() as conn:
        for number in range(watches.MOST):
            await watches.start(conn, vera.id, f"tie-{number}", bot.clock())
    card = await vera.slash(channel, "status", place="Portland, Oregon")
    shown = await vera.click(message_of(card), label="Watch")
    assert "which is the limit" in texts(shown)


async def test_it_works_in_direct_messages_too(vera: MemberActor, bot: Tiewatch) -> None:
    card = await vera.user.slash("status", place="Portland, Oregon")
    shown = await vera.user.click(message_of(card), label="Watch")
    assert "You watch this tie" in texts(shown)
    assert "You watch 1 tie" in texts(await vera.user.slash("watch list"))


async def test_a_summary_leaves_out_what_is_no_longer_watched(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await watch(vera, channel)
    await watch(vera, channel, "Juneau, Alaska")
    dropped, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, JUNEAU, ActKind.ENDED)
    await vera.click(shown, label="Stop watching")
    later(bot, days=8)
    await env.advance_time(HOUR)
    (said,) = heard(vera)
    assert "Juneau" in said
    assert "Portland" not in said
    _, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=dropped)
    assert reached.watchers == 0, "what was not told is not corrected"


async def test_a_whole_state_is_watched_by_one_command_and_left_by_one_press(
    bot: Tiewatch, env: Env, channel: ChannelHandle, vera: MemberActor
) -> None:
    assert "You watch all of Oregon" in texts(last(await vera.slash(channel, "watch state", state="or")))
    assert "You already watch all of Oregon" in texts(last(await vera.slash(channel, "watch state", state="Oregon")))
    assert "Oregon: every tie of the state" in texts(await vera.slash(channel, "watch list"))
    await decide(bot, PORTLAND, ActKind.ENDED)
    await decide(bot, TACOMA, ActKind.ENDED)
    await swept(env)
    (told_once,) = vera.user.dm_channel.history()
    assert "Portland, Oregon" in texts(told_once)
    stopped = last(await vera.user.click(told_once, label="Stop watching"))
    assert "You watched this tie with all of Oregon." in texts(stopped)
    assert await watches.of_user(bot.database, vera.id) == ()
    await decide(bot, "eugene-or--irkutsk", ActKind.ENDED)
    await swept(env)
    assert len(vera.user.dm_channel.history()) == 1


async def test_who_watches_a_tie_and_its_state_hears_once(
    bot: Tiewatch, env: Env, channel: ChannelHandle, vera: MemberActor
) -> None:
    await vera.slash(channel, "watch state", state="Oregon")
    await vera.click(message_of(await vera.slash(channel, "status", place="Portland, OR")), label="Watch")
    await decide(bot, PORTLAND, ActKind.ENDED)
    await swept(env)
    assert len(vera.user.dm_channel.history()) == 1


@pytest.mark.parametrize("typed", ["Narnia", "OR, WA", "New England"])
async def test_what_is_not_one_state_is_not_watched(
    bot: Tiewatch, channel: ChannelHandle, vera: MemberActor, typed: str
) -> None:
    assert "is not one state that I know" in texts(last(await vera.slash(channel, "watch state", state=typed)))
    assert await watches.of_user(bot.database, vera.id) == ()


async def test_a_direct_message_can_order_a_watch(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    await vera.send_dm("please watch San Diego")
    card = vera.user.dm_channel.history()[-1]
    assert "You watch this tie" in texts(card)
    assert "San Diego, California – Vladivostok" in texts(card)
    assert labels(card) == ["Stop watching"]
    await vera.send_dm("watch Texas")
    found = {watched.tie for watched in await watches.of_user(bot.database, vera.id)}
    assert found == {"san-diego-ca--vladivostok", watches.all_of("TX")}


async def test_in_a_server_the_order_brings_a_button_that_only_its_presser_sees_the_answer_of(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    assert bot.user is not None
    await vera.send(channel, f"{bot.user.mention} watch Houston")
    card = channel.last_message
    assert card is not None
    assert labels(card)[0].startswith("Watch Houston, Texas – ")
    assert await watches.of_user(bot.database, vera.id) == ()
    shown = await vera.click(card, label=labels(card)[0])
    assert shown.ephemeral
    assert len(await watches.of_user(bot.database, vera.id)) == 1


async def test_a_question_that_names_a_place_is_answered_as_before(bot: Tiewatch, vera: MemberActor) -> None:
    await vera.send_dm("San Diego?")
    assert "You watch" not in heard(vera)[-1]
    assert "San Diego, California – Vladivostok" in heard(vera)[-1]
