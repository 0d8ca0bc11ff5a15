"""An organizer chooses what a channel hears: following, changing, testing, diagnosing, ending."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.announcements import views
from cogs.announcements.routes import Unfollow
from cogs.kit.access import ROLE, Requirement
from db.record.standings import Standing
from db.store import subscriptions
from db.store.database import stamp
from db.store.subscription_models import DigestMode, Preferences
from preview import World
from tests.behaviour.announcements_steps import mentions, real
from tests.world import buttons, labels, last, message_of, texts


@pytest.fixture
def news(env: Env) -> ChannelHandle:
    """A channel that follows nothing yet."""
    return env.guild.create_text_channel("news")


async def preferences(bot: Tiewatch, channel: ChannelHandle) -> Preferences | None:
    """What a channel hears, or None if it does not follow."""
    found = await subscriptions.of_channel(bot.database, channel.id)
    return found.preferences if found and not found.ended else None


async def follow_with_deleted_role(bot: Tiewatch, env: Env, olga: MemberActor, news: ChannelHandle) -> None:
    """Let a channel follow with a role to ping, which is deleted then."""
    role = env.guild.create_role("News", mentionable=True)
    await olga.slash(news, "announcements follow", channel=news, role=role)
    found = real(bot, news).guild.get_role(role.id)
    assert found is not None
    await found.delete()


async def test_a_channel_that_follows_gets_a_first_message_at_once(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    said = await olga.slash(channel, "announcements follow", channel=news)
    assert said.ephemeral
    assert "### Followed" in texts(said)
    (first,) = news.history()
    assert "This channel now hears when a sister-city tie with Russia changes" in texts(first)
    assert "States: all" in texts(first)
    assert await preferences(bot, news) == Preferences()


async def test_the_filters_are_read_as_people_write_them(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    said = await olga.slash(
        channel,
        "announcements follow",
        channel=news,
        states="or, Wash., californa and the Midwest",
        standings="Ended, suspended not ended",
        votes=False,
        digest="also",
    )
    assert "Oregon" in texts(said)
    assert "Ohio" in texts(said)
    found = await preferences(bot, news)
    assert found is not None
    assert {"OR", "WA", "CA", "OH"} <= set(found.states)
    assert set(found.standings) == {Standing.ENDED, Standing.SUSPENDED}
    assert (found.votes, found.digest) == (False, DigestMode.ALSO)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ({"states": "OR, Narnia"}, ["Among the states, I do not understand “Narnia”."]),
        ({"standings": "ended, purple"}, ["Among the standings, I do not understand “purple”."]),
        (
            {"states": "97201, Oregn, XX", "standings": "purple *red*"},
            ["I do not understand “97201” and “XX”.", r"I do not understand “purple” and “\*red\*”."],
        ),
    ],
)
async def test_what_is_not_understood_of_the_filters_is_named_all_at_once_and_nothing_is_saved(
    bot: Tiewatch,
    olga: MemberActor,
    channel: ChannelHandle,
    news: ChannelHandle,
    typed: dict[str, str],
    named: list[str],
) -> None:
    said = await olga.slash(channel, "announcements follow", channel=news, **typed)
    assert all(part in texts(said) for part in named)
    assert await preferences(bot, news) is None
    assert news.history() == []


async def test_what_the_bot_lacks_in_the_channel_is_named_with_its_remedy(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    mute = discord.PermissionOverwrite(send_messages=False, read_message_history=False)
    silent = env.guild.create_text_channel("silent", overwrites={env.guild.default_role: mute})
    said = await olga.slash(channel, "announcements follow", channel=silent)
    assert "**Send Messages**: In the channel's settings, under Permissions" in texts(said)
    assert "Read Message History" in texts(said)
    assert "View Channel" not in texts(said)
    assert await preferences(bot, silent) is None
    await real(bot, silent).set_permissions(real(bot, silent).guild.default_role, overwrite=None)
    assert "### Followed" in texts(await olga.slash(channel, "announcements follow", channel=silent))


async def test_a_first_message_that_cannot_be_sent_is_said_and_nothing_follows(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=400, code=200000)
    said = await olga.slash(channel, "announcements follow", channel=news)
    assert "does not follow: the server's AutoMod stopped the message" in texts(said)
    assert await preferences(bot, news) is None


async def test_a_first_message_that_discord_does_not_take_just_now_ends_nothing(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503)
    said = await olga.slash(channel, "announcements follow", channel=news)
    assert "could not be sent just now (Discord answered 503)" in texts(said)
    assert await preferences(bot, news) == Preferences()


async def test_only_who_manages_the_server_may_choose(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    env.guild.set_command_permissions(discord.Object(bot.command_ids["announcements"]), {vera: True})
    for command in ("follow", "edit", "unfollow", "test", "diagnose"):
        said = await vera.slash(channel, f"announcements {command}", channel=news)
        assert "Only people with Manage Server" in texts(said)
    assert "Only people with Manage Server" in texts(await vera.slash(channel, "announcements list"))
    assert await preferences(bot, news) is None


async def test_nobody_else_can_press_an_organizers_buttons(
    bot: Tiewatch, olga: MemberActor, vera: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news)
    found = await subscriptions.of_channel(bot.database, news.id)
    assert found is not None
    posted = await real(bot, channel).send(view=_with_button(Unfollow(found.id).pack()))
    said = await vera.click(posted, label="Press")
    assert "Only people with Manage Server" in texts(last(said))
    assert await preferences(bot, news) == Preferences()


def _with_button(pressed: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(label="Press", custom_id=pressed)
    view.add_item(discord.ui.ActionRow(button))
    view.is_finished = lambda: True  # type: ignore[method-assign]
    return view


async def test_a_role_that_cannot_be_pinged_is_refused_with_the_remedy(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    own = env.guild.create_role("News")
    where = env.guild.create_text_channel("pings")
    guild = real(bot, where).guild
    me = guild.me
    await real(bot, where).set_permissions(me, mention_everyone=False)
    said = await olga.slash(channel, "announcements follow", channel=where, role=own)
    assert "Allow anyone to @mention this role" in texts(said)
    for role in (
        env.guild.default_role,
        next(role for role in env.guild.roles.values() if role.name == me.top_role.name),
    ):
        said = await olga.slash(channel, "announcements follow", channel=where, role=role)
        assert "Choose a role of your own" in texts(said)
    assert await preferences(bot, where) is None


async def test_a_channel_followed_twice_is_changed_and_not_doubled_and_undo_brings_it_back(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR", standings="ended")
    said = await olga.slash(channel, "announcements follow", channel=news, states="WA")
    assert "### Changed" in texts(said)
    assert "**Changed**\n- States: from Oregon to Washington\n**Kept**\n- New standings: ended\n" in texts(said)
    assert await preferences(bot, news) == Preferences(states=("WA",), standings=(Standing.ENDED,))
    assert len(news.history()) == 1
    undone = await olga.click(message_of(said), label="Undo")
    assert "States: Oregon" in texts(undone)
    assert await preferences(bot, news) == Preferences(states=("OR",), standings=(Standing.ENDED,))
    assert len(await subscriptions.of_guild(bot.database, bot.guilds[0].id)) == 1


async def test_following_again_with_nothing_new_says_so_and_what_is_kept(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR")
    for options in ({}, {"states": "Oregon"}):
        said = await olga.slash(channel, "announcements follow", channel=news, **options)
        assert "### Already followed, nothing changed" in texts(said)
        assert "- States: Oregon" in texts(said)
        assert "To take a filter away, press Edit and write all in its place." in texts(said)
        assert "Undo" not in labels(said)
    assert await preferences(bot, news) == Preferences(states=("OR",))
    assert len(news.history()) == 1


async def test_a_filter_is_taken_away_by_all(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR", standings="ended")
    await olga.slash(channel, "announcements edit", channel=news, states="all", standings="all")
    assert await preferences(bot, news) == Preferences()


async def test_the_form_changes_what_a_channel_hears(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR")
    shown = await olga.slash(channel, "announcements edit", channel=news)
    typed = {"states": "Maine", "standings": "dormant", "votes": ["no"], "digest": ["only"]}
    said = await olga.submit_modal(shown, typed)
    assert "- States: from Oregon to Maine" in texts(said)
    assert await preferences(bot, news) == Preferences(
        ("ME",), (Standing.DORMANT,), votes=False, digest=DigestMode.ONLY
    )
    listed = await olga.slash(channel, "announcements list")
    form = await olga.click(message_of(listed), label="Edit")
    bad = {"states": "97201, Oregn, `XX`", "standings": "purple", "votes": ["yes"], "digest": ["also"]}
    wrong = await olga.submit_modal(form, bad)
    assert "### Nothing was changed yet" in texts(wrong)
    assert "I do not understand “97201” and “\\`XX\\`”." in texts(wrong)
    assert "I do not understand “purple”." in texts(wrong)
    assert await preferences(bot, news) == Preferences(
        ("ME",), (Standing.DORMANT,), votes=False, digest=DigestMode.ONLY
    )
    again = await olga.click(message_of(wrong), label="Open the form again")
    assert again.modal is not None
    filled = [item["component"] for item in again.modal["components"] if "component" in item]
    assert [item["value"] for item in filled[:2]] == ["97201, Oregn, 'XX'", "purple"]
    assert [one["value"] for item in filled[2:] for one in item["options"] if one.get("default")] == ["yes", "also"]
    said = await olga.submit_modal(again, bad | {"states": "Oregn", "standings": ""})
    assert "- States: from Maine to Oregon" in texts(said)
    assert await preferences(bot, news) == Preferences(("OR",), digest=DigestMode.ALSO)


async def test_what_is_ticked_in_the_form_is_heard_besides(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news)
    typed = {"states": "all", "standings": "all", "votes": ["yes"], "digest": ["off"]}
    form = await olga.slash(channel, "announcements edit", channel=news)
    await olga.submit_modal(form, typed | {"besides": ["reminders", "milestones"]})
    assert await preferences(bot, news) == Preferences(reminders=True, milestones=True)
    form = await olga.slash(channel, "announcements edit", channel=news)
    await olga.submit_modal(form, typed | {"besides": []})
    assert await preferences(bot, news) == Preferences()


async def test_events_are_not_ticked_where_the_bot_may_make_none(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news)
    mine = bot.guilds[0].me.top_role
    mine._permissions &= ~discord.Permissions(create_events=True, administrator=True).value
    form = await olga.slash(channel, "announcements edit", channel=news)
    typed = {"states": "OR", "standings": "all", "votes": ["yes"], "digest": ["off"], "besides": ["events"]}
    said = texts(await olga.submit_modal(form, typed))
    assert "Create Events" in said
    assert await preferences(bot, news) == Preferences()


async def test_the_cards_and_the_form_say_how_to_change_whom_it_pings(
    olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    how = "To change whom it pings, use `/announcements edit` with `role:`."
    assert how in texts(await olga.slash(channel, "announcements follow", channel=news))
    assert how in texts(await olga.slash(channel, "announcements edit", channel=news, votes=False))
    form = await olga.slash(channel, "announcements edit", channel=news)
    assert how.replace("`", "") in str(form.modal)
    assert "`" not in str(form.modal)


async def test_a_channel_that_does_not_follow_cannot_be_edited(
    olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    for command in ("edit", "unfollow", "diagnose", "test"):
        said = await olga.slash(channel, f"announcements {command}", channel=news)
        assert "follows nothing, so nothing is announced there" in texts(said)
    said = await olga.slash(channel, "announcements edit", channel=news, states="OR")
    assert "follows nothing" in texts(said)
    assert news.history() == []
    assert "No channel of this server follows anything yet" in texts(await olga.slash(channel, "announcements list"))


async def test_unfollowing_can_be_undone(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR")
    said = await olga.slash(channel, "announcements unfollow", channel=news)
    assert "### No longer followed" in texts(said)
    assert await preferences(bot, news) is None
    listed = await olga.slash(channel, "announcements list")
    assert "no longer followed (unfollowed)" in texts(listed)
    again = await olga.click(message_of(said), label="Undo")
    assert "### Followed again" in texts(again)
    assert await preferences(bot, news) == Preferences(states=("OR",))


async def test_an_old_undo_does_not_undo_something_else(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    first = message_of(await olga.slash(channel, "announcements follow", channel=news, states="AK"))
    second = message_of(await olga.slash(channel, "announcements follow", channel=news, states="OR"))
    late = await olga.click(first, label="Undo")
    assert "would undo something else" in texts(late.followups[-1])
    assert await preferences(bot, news) == Preferences(states=("OR",))
    assert "Changed back" in texts(await olga.click(second, label="Undo"))
    assert await preferences(bot, news) == Preferences(states=("AK",))
    ended = message_of(await olga.slash(channel, "announcements unfollow", channel=news))
    await olga.slash(channel, "announcements follow", channel=news)
    late = await olga.click(ended, label="Undo")
    assert "would undo something else" in texts(late.followups[-1])
    assert await preferences(bot, news) == Preferences()


async def test_a_role_that_was_deleted_is_missed_and_stops_nobody_from_following_again(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await follow_with_deleted_role(bot, env, olga, news)
    said = texts(await olga.slash(channel, "announcements diagnose", channel=news))
    assert "✘ The role to ping is there: It was deleted, so nobody is pinged." in said
    ended = message_of(await olga.slash(channel, "announcements unfollow", channel=news))
    again = texts(await olga.click(ended, label="Undo"))
    assert "As before, but the role to ping was deleted." in again


async def test_the_list_keeps_discords_limits_however_many_follow_or_do_no_longer(
    env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    role = env.guild.create_role("News", mentionable=True)
    made = [env.guild.create_text_channel(f"news-{number}") for number in range(14)]
    for one in made:
        await olga.slash(channel, "announcements follow", channel=one, role=role)
    for one in made[:10]:
        await olga.slash(channel, "announcements unfollow", channel=one)
    listed = message_of(await olga.slash(channel, "announcements list"))
    assert "And 5 more" in texts(listed)
    again = [button for button in buttons(listed) if (button.label or "").startswith("Follow again")]
    assert [button.label for button in again] == [f"Follow again {number}" for number in range(1, 6)]
    assert "### Followed again" in texts(await olga.click(listed, label="Follow again 2"))


async def test_following_again_starts_afresh_and_says_so(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, states="OR")
    await olga.slash(channel, "announcements unfollow", channel=news)
    said = await olga.slash(channel, "announcements follow", channel=news)
    assert "What it was set to hear before it was unfollowed no longer applies" in texts(said)
    assert await preferences(bot, news) == Preferences()
    await olga.slash(channel, "announcements unfollow", channel=news)
    same = await olga.slash(channel, "announcements follow", channel=news)
    assert "no longer applies" not in texts(same)


async def test_a_channel_that_wants_the_digest_alone_is_not_promised_each_change(
    olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news, digest="only")
    (first,) = [texts(message) for message in news.history()]
    assert "A digest comes once a week, with dates and sources." in first
    assert "Each change" not in first


async def test_the_list_shows_every_channel_on_pages(env: Env, olga: MemberActor, channel: ChannelHandle) -> None:
    made = [env.guild.create_text_channel(f"news-{number}") for number in range(6)]
    for one in made:
        await olga.slash(channel, "announcements follow", channel=one)
    first = await olga.slash(channel, "announcements list")
    shown = texts(first)
    assert "Page 1 of 2" in shown
    second = await olga.click(message_of(first), label="Next")
    shown += texts(second)
    assert "Page 2 of 2" in texts(second)
    assert all(f"<#{one.id}>" in shown for one in made)


async def test_ping_nobody_takes_the_role_away(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    role = env.guild.create_role("News", mentionable=True)
    said = await olga.slash(channel, "announcements follow", channel=news, role=role)
    assert f"Ping: <@&{role.id}>" in texts(said)
    silent = await olga.click(message_of(said), label="Ping nobody")
    assert f"- Ping: from <@&{role.id}> to nobody" in texts(silent)
    assert "Ping nobody" not in labels(silent)
    assert await preferences(bot, news) == Preferences()


async def test_a_role_that_was_deleted_is_said_to_be_gone(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await follow_with_deleted_role(bot, env, olga, news)
    said = await olga.slash(channel, "announcements edit", channel=news, states="OR")
    assert "The role to ping is no longer in this server" in texts(said)
    listed = await olga.slash(channel, "announcements list")
    await olga.click(message_of(listed), label="Ping nobody")
    assert await preferences(bot, news) == Preferences()


async def test_a_test_arrives_and_pings_nobody(
    env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    role = env.guild.create_role("News", mentionable=True)
    await olga.slash(channel, "announcements follow", channel=news, role=role)
    said = await olga.slash(channel, "announcements test", channel=news)
    assert "A test was sent to" in texts(said)
    last = news.last_message
    assert last is not None
    assert "### Test" in texts(last)
    assert mentions(env, "POST", f"/channels/{news.id}/messages") == [{"parse": []}, {"parse": []}]
    env.inject_error("POST", f"/channels/{news.id}/messages", status=403, code=50013)
    said = await olga.slash(channel, "announcements test", channel=news)
    assert "did not arrive" in texts(said)
    assert "lacks a permission" in texts(said)


async def test_a_diagnosis_names_what_is_missing_and_how_to_give_it(
    bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news)
    well = await olga.slash(channel, "announcements diagnose", channel=news)
    assert "✘" not in texts(well)
    assert texts(well).startswith("**Announcements will arrive here.** Nothing is missing.")
    assert "No announcement has been sent yet" in texts(well)
    found = real(bot, news)
    await found.set_permissions(found.guild.me, send_messages=False)
    ill = await olga.slash(channel, "announcements diagnose", channel=news)
    assert "✘ Send Messages: In the channel's settings, under Permissions" in texts(ill)
    assert texts(ill).startswith("**Announcements do not arrive here.** What is missing: Send Messages.")
    assert [line for line in texts(ill).splitlines() if line.startswith("✘")] == [
        line for line in texts(ill).splitlines() if line.startswith("✘ Send Messages")
    ]
    assert "✔ View Channel" in texts(ill)
    await found.set_permissions(found.guild.me, send_messages=False, embed_links=False)
    worse = texts(await olga.slash(channel, "announcements diagnose", channel=news))
    assert [line[0] + line[1:].split(":")[0] for line in worse.splitlines() if line[:1] in "✔✘"] == [
        "✔ View Channel",
        "✘ Send Messages",
        "✘ Embed Links",
        "✔ Attach Files",
        "✔ Read Message History",
        "✔ Not timed out",
    ]
    tried = await olga.click(message_of(ill), label="Send a test")
    assert "did not arrive" in texts(tried)


async def test_the_verdict_of_a_diagnosis_knows_a_pause_a_restore_and_a_digest(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await olga.slash(channel, "announcements follow", channel=news)
    (found,) = await subscriptions.of_guild(bot.database, bot.guilds[0].id)
    async with bot.database.transaction() as conn:
        await conn.execute("UPDATE subscription SET paused_at = ?, paused_why = 'timed out'", (stamp(bot.clock()),))
    paused = texts(await olga.slash(channel, "announcements diagnose", channel=news))
    assert paused.startswith("**Announcements will arrive here again.** They were paused (timed out).")
    checks = [Requirement(ROLE, "The role can be pinged", False, "Choose another.")]

    def verdict(preferences: Preferences, *, is_held: bool) -> str:
        card = views.diagnosis(replace(found, preferences=preferences), checks, "", is_held=is_held)
        return next(item.content for item in card.walk_children() if isinstance(item, discord.ui.TextDisplay))

    assert "restored from a backup" in verdict(Preferences(), is_held=True)
    weekly = verdict(Preferences(digest=DigestMode.ONLY), is_held=False)
    assert weekly.startswith("**Announcements will arrive here**, as one digest a week. What does not work: The role")


async def test_threads_and_announcement_channels_follow_and_voice_channels_do_not(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    board = env.guild.create_news_channel("board")
    thread = await real(bot, channel).create_thread(name="Ties", type=discord.ChannelType.public_thread)
    for where in (board, next(item for item in channel.threads if item.id == thread.id)):
        said = await olga.slash(channel, "announcements follow", channel=where)
        assert "### Followed" in texts(said)
        assert await preferences(bot, where) == Preferences()


async def test_states_and_standings_are_offered_while_typing(olga: MemberActor, channel: ChannelHandle) -> None:
    offered = await olga.autocomplete(channel, "announcements follow", "states", "OR, Wash")
    assert "OR, Washington" in [choice["value"] for choice in offered]
    offered = await olga.autocomplete(channel, "announcements follow", "standings", "ended, su")
    assert [choice["value"] for choice in offered] == ["ended, suspended"]


async def test_every_button_of_the_cards_works_after_a_restart(
    world: World, bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    said = await world.olga.slash(world.channel, "announcements follow", channel=news)
    assert [button.label for button in buttons(said)] == ["Undo", "Edit", "Test", "Sample digest", "Unfollow"]
    fresh = await Tiewatch.open(bot.settings, env.now)
    await bot.close()
    try:
        await env.restart_bot(fresh)
        ended = await world.olga.click(message_of(said), label="Unfollow")
        assert "### No longer followed" in texts(ended)
    finally:
        await fresh.close()
