"""The double is what discord.py knows as Discord: connecting, answering, refusing."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import discord
import pytest

from tests.wire.bare import BareBot, started
from tests.wire.double import Channel, ChannelType, Double, Guild, Install, User
from tests.wire.double.exchange import custom_ids
from tests.wire.redirect import redirected


def here(bot: BareBot, channel: Channel) -> discord.TextChannel:
    """The channel as the bot has it in its cache."""
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def test_a_bot_logs_in_and_answers_a_command(double: Double, bare: BareBot, channel: Channel, vera: User) -> None:
    answered = await double.people.slash(vera, channel, "ping", locale="de")
    assert answered.text == "pong de"
    assert not answered.ephemeral
    await answered.until(lambda exchange: len(exchange.messages) == 2)
    assert [entry.name for entry in double.log][:3] == [
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        "PUT /applications/{application}/commands",
    ]


async def test_a_private_answer_is_seen_by_nobody_else(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    answered = await double.people.slash(vera, channel, "ping", {"private": True})
    assert answered.ephemeral
    assert not channel.messages


async def test_a_deferred_answer_comes_with_its_edit(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    answered = await double.people.slash(vera, channel, "slow")
    await answered.until(lambda exchange: exchange.original is not None)
    assert answered.is_thinking
    assert answered.text == "done"
    assert answered.ephemeral


async def test_a_button_a_form_a_menu_and_suggestions_work(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    answered = await double.people.slash(vera, channel, "ping")
    assert answered.original is not None
    assert custom_ids(answered.original.payload) == ["again"]
    pressed = await double.people.press(vera, answered.original, "again")
    assert pressed.text == "pressed"
    shown = await double.people.slash(vera, channel, "form")
    submitted = await double.people.submit(shown, {"reason": "because"})
    assert submitted.text == "read: because"
    said = double.world.say(channel, vera, "a claim")
    quoted = await double.people.context_menu(vera, channel, "Quote", said)
    assert quoted.text == "quoted: a claim"
    offered = await double.people.autocomplete(vera, channel, "echo", "text", "por")
    assert offered.choices == [{"name": "POR", "value": "por"}]


async def test_a_user_installed_bot_answers_where_it_is_no_member(double: Double, bare: BareBot, vera: User) -> None:
    elsewhere = double.world.add_guild("Elsewhere", joined=False)
    channel = double.world.add_channel(elsewhere, "general")
    answered = await double.people.slash(vera, channel, "ping", install=Install.USER)
    assert answered.text == "pong en-US"
    assert not answered.ephemeral
    assert elsewhere.id not in {guild.id for guild in bare.guilds}
    double.world.overwrite(channel, elsewhere.everyone, use_external_apps=False)
    answered = await double.people.slash(vera, channel, "ping", install=Install.USER)
    assert answered.ephemeral


async def test_a_bot_is_called_in_a_direct_message(double: Double, bare: BareBot, vera: User) -> None:
    answered = await double.people.slash(vera, double.world.dm(vera), "ping")
    assert answered.text == "pong en-US"


@pytest.mark.parametrize(("seconds", "code"), [(0.0, 40060), (4.0, 40060)])
async def test_an_interaction_is_answered_once(
    double: Double, bare: BareBot, channel: Channel, vera: User, seconds: float, code: int
) -> None:
    answered = await double.people.slash(vera, channel, "ping")
    double.clock.advance(seconds)
    with pytest.raises(discord.HTTPException) as refused:
        await callback(bare, answered.id, answered.token)
    assert refused.value.code == code
    double.log.expect(400, code)


async def test_an_interaction_dies_after_three_seconds(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    double.answer_within = 3.0
    await double.gateway.close()
    late = double.people.call(vera, channel, "ping")
    double.clock.advance(4)
    with pytest.raises(discord.NotFound) as refused:
        await callback(bare, late.id, late.token)
    assert refused.value.code == 10062
    double.log.expect(404, 10062)


async def test_follow_ups_end_after_a_quarter_of_an_hour(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    answered = await double.people.slash(vera, channel, "ping")
    await answered.until(lambda exchange: len(exchange.messages) == 2)
    double.clock.advance(901)
    webhook = discord.Webhook.partial(double.world.bot.id, answered.token, client=bare)
    with pytest.raises(discord.HTTPException) as refused:
        await webhook.send("too late")
    assert (refused.value.status, refused.value.code) == (401, 50027)
    double.log.expect(401, 50027)


async def callback(bot: BareBot, interaction_id: int, token: str) -> Any:
    """Answer an interaction by hand."""
    route = discord.http.Route(
        "POST",
        "/interactions/{interaction_id}/{interaction_token}/callback",
        interaction_id=interaction_id,
        interaction_token=token,
    )
    return await bot.http.request(route, json={"type": 4, "data": {"content": "again"}})


async def test_a_wrong_token_is_refused(double: Double, guild: Guild) -> None:
    double.log.expect(401)
    with redirected(double.api_url, double.gateway_url):
        async with BareBot() as bot:
            with pytest.raises(discord.LoginFailure):
                await bot.login("wrong")


async def test_the_same_nonce_is_one_message_for_some_minutes(
    double: Double, bare: BareBot, channel: Channel, guild: Guild
) -> None:
    target = here(bare, channel)
    first, second = await target.send("one", nonce="n-1"), await target.send("two", nonce="n-1")
    assert first.id == second.id
    assert second.content == "one"
    other = double.world.add_channel(guild, "other")
    await double.until(lambda: bare.get_channel(other.id), "the bot hears of the channel")
    assert (await here(bare, other).send("elsewhere", nonce="n-1")).id != first.id
    double.clock.advance(301)
    assert (await target.send("later", nonce="n-1")).id != first.id
    assert len(channel.messages) == 2


async def test_a_nonce_of_a_deleted_message_is_an_unknown_message(
    double: Double, bare: BareBot, channel: Channel
) -> None:
    sent = await here(bare, channel).send("one", nonce="n-1")
    await sent.delete()
    with pytest.raises(discord.NotFound) as refused:
        await here(bare, channel).send("one", nonce="n-1")
    assert refused.value.code == 10008
    double.log.expect(404, 10008)


async def test_files_come_back_as_attachments(double: Double, bare: BareBot, channel: Channel) -> None:
    sent = await here(bare, channel).send("with a file", file=discord.File(BytesIO(b"a,b"), "ties.csv"))
    assert [(each.filename, each.size) for each in sent.attachments] == [("ties.csv", 3)]
    edited = await sent.edit(content="without", attachments=[])
    assert not edited.attachments


async def test_history_is_paged_and_others_words_are_blank(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    target = here(bare, channel)
    theirs = double.world.say(channel, vera, "not for you")
    mention = double.world.say(channel, vera, f"<@{double.world.bot.id}> for you")
    own = [await target.send(f"own {number}") for number in range(3)]
    read = [message.content async for message in target.history(limit=None)]
    assert read == ["own 2", "own 1", "own 0", mention.payload["content"], ""]
    after = [message.id async for message in target.history(after=discord.Object(own[0].id), limit=1)]
    assert after == [own[1].id]
    before = [message.id async for message in target.history(before=discord.Object(own[0].id), limit=2)]
    assert before == [mention.id, theirs.id]
    around = {message.id async for message in target.history(around=discord.Object(own[1].id), limit=3)}
    assert around == {message.id for message in own}
    moment = own[1].created_at - timedelta(milliseconds=1)
    assert {message.id async for message in target.history(after=moment)} >= {own[1].id, own[2].id}
    await double.until(lambda: len(bare.heard) == 5, "the bot hears all messages")
    assert [message.content for message in bare.heard][:2] == ["", mention.payload["content"]]


async def test_news_are_published_once(double: Double, bare: BareBot, channel: Channel, guild: Guild) -> None:
    news = double.world.add_channel(guild, "news", ChannelType.NEWS)
    await double.until(lambda: bare.get_channel(news.id), "the bot hears of the channel")
    sent = await here(bare, news).send("news")
    await sent.publish()
    for message, code in ((sent, 40033), (await here(bare, channel).send("no news"), 50024)):
        with pytest.raises(discord.HTTPException) as refused:
            await message.publish()
        assert refused.value.code == code
        double.log.expect(400, code)


async def test_permissions_are_discords(double: Double, bare: BareBot, channel: Channel, guild: Guild) -> None:
    target = here(bare, channel)
    for denied, code in (({"send_messages": False}, 50013), ({"view_channel": False}, 50001)):
        double.world.overwrite(channel, guild.everyone, **denied)
        double.log.expect(403, code)
        with pytest.raises(discord.Forbidden) as refused:
            await target.send("no")
        assert refused.value.code == code
    await double.until(lambda: not target.permissions_for(target.guild.me).view_channel, "the bot hears of the change")
    double.world.overwrite(channel, guild.everyone, read_message_history=False)
    assert [message async for message in target.history()] == []
    await target.send("yes")
    double.world.delete_channel(channel)
    double.log.expect(404, 10003)
    with pytest.raises(discord.NotFound) as gone:
        await target.send("gone")
    assert gone.value.code == 10003
    await double.until(lambda: bare.get_channel(channel.id) is None, "the bot hears that the channel is gone")


async def test_a_locked_thread_a_closed_dm_and_a_time_out_refuse(
    double: Double, bare: BareBot, channel: Channel, guild: Guild
) -> None:
    thread = double.world.add_channel(guild, "thread", ChannelType.THREAD, parent=channel)
    await double.until(lambda: bare.get_channel(thread.id), "the bot hears of the thread")
    found = bare.get_channel(thread.id)
    assert isinstance(found, discord.Thread)
    await found.send("open")
    thread.locked = thread.archived = True
    double.world.channel_changed(thread)
    closed = double.world.add_user("Shy", dms_open=False)
    user = await bare.fetch_user(closed.id)
    double.world.guilds[guild.id].members[double.world.bot.id].timed_out_until = double.clock.now() + timedelta(hours=1)
    for send, code in ((user.send, 50007), (here(bare, channel).send, 50013)):
        with pytest.raises(discord.HTTPException) as refused:
            await send("no")
        assert refused.value.code == code
        double.log.expect(403, code)
    guild.members[double.world.bot.id].timed_out_until = None
    with pytest.raises(discord.HTTPException) as locked:
        await found.send("no")
    assert locked.value.code == 160005
    double.log.expect(400, 160005)


async def test_an_unknown_route_fails_the_test(double: Double, bare: BareBot) -> None:
    with pytest.raises(discord.NotFound):
        await bare.http.request(discord.http.Route("GET", "/sticker-packs"))
    with pytest.raises(AssertionError, match="sticker-packs"):
        double.verify()
    double.log.expect(404)


async def test_an_outage_is_not_a_departure(double: Double, bare: BareBot, guild: Guild) -> None:
    double.world.lose_guild(guild)
    await double.until(lambda: (found := bare.get_guild(guild.id)) and found.unavailable, "the outage is heard of")
    double.world.restore_guild(guild)
    await double.until(lambda: (found := bare.get_guild(guild.id)) and not found.unavailable, "its end is heard of")
    double.world.remove_bot(guild)
    await double.until(lambda: bare.get_guild(guild.id) is None, "the departure is heard of")


async def test_many_bots_can_run_at_once(double: Double, guild: Guild, channel: Channel) -> None:
    """Two connections of one bot, as during a restart: both hear what happens."""
    with redirected(double.api_url, double.gateway_url):
        async with started(BareBot(), double.token) as one, started(BareBot(), double.token) as other:
            sent = await here(one, channel).send("hello")
            await double.until(lambda: all(bot.heard for bot in (one, other)), "both hear it")
            assert [message.id for message in other.heard] == [sent.id]


async def test_an_event_needs_the_permission_is_read_until_it_is_over_and_then_stays_as_it_is(
    double: Double, bare: BareBot, guild: Guild
) -> None:
    known = bare.get_guild(guild.id)
    assert known is not None
    starts = double.clock.now() + timedelta(days=1)
    asked: dict[str, Any] = {
        "name": "Hearing",
        "location": "City Hall",
        "start_time": starts,
        "end_time": starts + timedelta(hours=3),
        "entity_type": discord.EntityType.external,
        "privacy_level": discord.PrivacyLevel.guild_only,
    }
    double.log.expect(403, 50013)
    with pytest.raises(discord.Forbidden):
        await known.create_scheduled_event(**asked)
    role = double.world.add_role(guild, "Events", discord.Permissions(create_events=True))
    guild.members[double.world.bot.id].roles.append(role.id)
    made = await known.create_scheduled_event(**asked)
    moved = await made.edit(location="Library", start_time=starts + timedelta(hours=1))
    assert [(one.id, one.location) for one in await known.fetch_scheduled_events()] == [(made.id, "Library")]
    assert (await known.fetch_scheduled_event(made.id)).start_time == moved.start_time
    double.log.expect(400, 50035)
    with pytest.raises(discord.HTTPException, match="in the future"):
        await made.edit(start_time=double.clock.now())
    with pytest.raises(discord.HTTPException, match="cannot become"):
        await made.edit(status=discord.EventStatus.completed)
    await made.cancel()
    assert await known.fetch_scheduled_events() == []
    double.log.expect(400, 180000)
    with pytest.raises(discord.HTTPException, match="finished event"):
        await made.cancel()
    await made.delete()
    assert not guild.events
