"""What an editor records is announced where it is followed, and mended where it was wrong."""

from __future__ import annotations

import asyncio

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.editing import commit
from cogs.editing.routes import RecordAndAnnounce
from db.record.standings import Standing
from db.store.audit import entries_about
from db.store.drafts import read_draft
from preview import World
from tests.behaviour.announcements_steps import SWEEP, told
from tests.behaviour.editing_steps import (
    JUNEAU,
    NEWS,
    SUSPENDED,
    TIE,
    act_fields,
    button_id,
    enter,
    standing,
    withdraw,
)
from tests.world import labels, message_of, texts

pytestmark = pytest.mark.usefixtures("home")


async def test_a_change_is_announced_where_it_is_followed_and_the_editor_sees_it_sent(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    card = await enter(ed, channel)
    assert "If announced, it goes to 1 channel." in texts(card)
    done = await ed.click(card, label="Record and announce")
    assert "Announced to 1 channel." in texts(done)
    assert "Sent 1 of 1" in texts(done)
    assert "Refresh" not in labels(done)
    (said,) = told(news)
    assert JUNEAU in said
    assert "Suspended" in said
    assert standing(bot) is Standing.SUSPENDED
    (entry,) = await entries_about(bot.database, TIE)
    assert (entry.after, entry.draft) == ("suspended", 1)
    shown = texts(await ed.slash(channel, "record history", place=JUNEAU))
    assert "active → suspended, announced." in shown


async def test_what_nobody_follows_is_not_said_to_be_announced(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel)
    assert "If announced, no message is sent now: no channel hears of this at once" in texts(card)
    done = await ed.click(card, label="Record and announce")
    assert "No message was sent: no channel hears of this at once, and nobody watches the tie." in texts(done)
    assert "Announced" not in texts(done)
    shown = texts(await ed.slash(channel, "record history", place=JUNEAU))
    assert "active → suspended, announced, but no message was sent at once." in shown


async def test_what_is_recorded_quietly_is_told_nobody(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    done = await ed.click(await enter(ed, channel), label="Record quietly")
    assert "It was not announced." in texts(done)
    assert told(news) == []


async def test_the_editor_is_told_that_an_act_of_a_month_may_be_old(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    card = await enter(ed, channel, date="October 2026")
    assert "its day is not known. By the first day that it may be of it is 8 weeks old" in texts(card)
    assert "its day is not known" not in texts(await enter(ed, channel, date="November 2026"))
    assert "it is 7 weeks old, so it is not news" in texts(await enter(ed, channel, date="12 October 2026"))


async def test_the_editor_is_told_of_an_old_act_and_is_offered_quiet_first(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    card = await enter(ed, channel, date="15 April 2022")
    assert "**Please note:** it is more than 4 years old" in texts(card)
    assert "“Newly on record”" in texts(card)
    assert labels(card).index("Record quietly") < labels(card).index("Record and announce")
    assert "not new" not in texts(await enter(ed, channel))
    await ed.click(card, label="Record and announce")
    assert "Newly on record: suspended" in told(news)[0]


async def test_what_was_recorded_quietly_can_be_announced_afterwards_once(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    done = await ed.click(await enter(ed, channel), label="Record quietly")
    card = message_of(done)
    assert labels(card) == ["Announce after all", "Undo"]
    late = await ed.click(card, label="Announce after all")
    assert "Announced to 1 channel." in texts(late)
    (said,) = told(news)
    assert "Changed: suspended, not ended" in said
    assert "On record before this: ● Active." in said
    statement = await ed.click(await enter(ed, channel, kind="statement"), label="Record quietly")
    assert "Announce after all" not in labels(statement)


async def test_watchers_are_counted_and_told(
    ed: MemberActor, vera: MemberActor, channel: ChannelHandle, env: Env, news: ChannelHandle
) -> None:
    shown = await vera.slash(channel, "status", place=JUNEAU)
    await vera.click(message_of(shown), label="Watch")
    card = await enter(ed, channel)
    assert "If announced, it goes to 1 channel and 1 person who watches the tie." in texts(card)
    done = await ed.click(card, label="Record and announce")
    assert "Sent 2 of 2" in texts(done)


async def test_a_proposal_and_a_kept_vote_may_be_announced_and_a_statement_not(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    for kind in ("proposed", "kept"):
        card = await enter(ed, channel, kind=kind)
        assert "Record and announce" in labels(card)
        await ed.click(card, label="Record and announce")
    assert len(told(news)) == 2
    card = await enter(ed, channel, kind="statement")
    assert "recorded without an announcement" in texts(card)
    assert "Record and announce" not in labels(card)


async def test_a_correction_mends_the_message_that_was_wrong_and_says_how_many(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    options = {"place": JUNEAU, "act": SUSPENDED, "why": "The tie was ended.", "kind": "ended"}
    form = await ed.slash(channel, "record correct", **options)
    answer = await ed.submit_modal(form, act_fields("ended", summary="Voted to end the sister-city tie."))
    assert "It mends the messages that carried the error: 1 channel." in texts(answer)
    assert "Correct quietly" not in labels(answer)
    done = await ed.click(message_of(answer), label="Correct and announce")
    assert "Mended where it was said: 1 channel." in texts(done)
    assert "Sent 1 of 1" in texts(done)
    edited, reply = told(news)
    assert "The tie was ended." in edited
    assert "The assembly voted to end the sister-city tie." in edited
    assert "The tie was ended." in reply
    assert standing(bot) is Standing.ENDED


async def test_the_editor_sees_both_counts_of_a_correction_that_is_also_news(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle, env: Env, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    late = env.guild.create_text_channel("late")
    await world.olga.slash(channel, "announcements follow", channel=late)
    options = {"place": JUNEAU, "act": SUSPENDED, "why": "The tie was ended.", "kind": "ended"}
    form = await ed.slash(channel, "record correct", **options)
    answer = await ed.submit_modal(form, act_fields("ended", summary="Voted to end the sister-city tie."))
    assert (
        "It mends the messages that carried the error: 1 channel. It changes the standing, "
        "so it is also news to those who were not told of the error: 1 channel." in texts(answer)
    )
    done = await ed.click(message_of(answer), label="Correct and announce")
    assert "Mended where it was said: 1 channel. Announced to 1 channel." in texts(done)
    assert "Sent 2 of 2 messages" in texts(done)
    assert "Changed: ended" in told(late)[0]


async def test_a_retraction_mends_the_message_too(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    done = await withdraw(ed, eve, channel, "It never happened.", "and announce")
    assert "Sent 1 of 1" in texts(done)
    assert all("It never happened." in said for said in told(news))
    assert standing(bot) is Standing.ACTIVE


async def test_a_withdrawal_that_is_taken_back_is_mended_where_it_was_said(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    done = message_of(await withdraw(ed, eve, channel, "It never happened.", "and announce"))
    form = await eve.click(done, label="Undo")
    card = message_of(await eve.submit_modal(form, {"why": "The minutes have the vote."}))
    assert "It mends the messages that carried the error: 1 channel." in texts(card)
    assert [label for label in labels(card) if label.startswith("Record")] == ["Record and announce"]
    again = message_of(await eve.click(card, label="Record and announce"))
    first, reply, newest = told(news)
    for said in (first, reply, newest):
        assert "**The record now says:** Suspended by the Juneau Assembly on 20 November 2026, 9–0" in said
        assert "Reason: The minutes have the vote." in said
        assert "That was wrong." not in said
    assert (
        "**Put back on 28 November 2026.** What this message said had been withdrawn, and should not have been. "
        "Reason given then: It never happened." in first
    )
    assert "What the last correction withdrew should have stayed." in newest
    form = await eve.click(again, label="Undo")
    card = message_of(await eve.submit_modal(form, {"why": "They do not have it."}))
    await eve.click(card, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    await ed.click(asked, label="Confirm and announce")
    assert standing(bot) is Standing.ACTIVE
    assert all("Withdrawn on 28 November 2026." in said and "They do not have it." in said for said in told(news))


async def test_a_correction_of_a_correction_mends_what_was_first_announced(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    for act, kind in ((SUSPENDED, "ended"), (f"{TIE}.20261120.ended", "dormant")):
        options = {"place": JUNEAU, "act": act, "why": f"It became {kind}.", "kind": kind}
        form = await ed.slash(channel, "record correct", **options)
        answer = await ed.submit_modal(form, act_fields(kind))
        await ed.click(message_of(answer), label="Correct and announce")
    first, *_ = told(news)
    assert "It became dormant." in first
    assert standing(bot) is Standing.DORMANT


async def correct(ed: MemberActor, channel: ChannelHandle, act: str, vote: str) -> None:
    """Correct the vote of an act of Juneau's tie, and announce it."""
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=act, why=f"It was {vote}.")
    answer = await ed.submit_modal(form, act_fields(vote=vote))
    await ed.click(message_of(answer), label="Correct and announce")


async def test_each_message_quotes_what_it_said_itself_whatever_became_of_it_since(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, vera: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await vera.click(message_of(await vera.slash(channel, "status", place=JUNEAU)), label="Watch")
    await ed.click(await enter(ed, channel), label="Record and announce")
    await correct(ed, channel, SUSPENDED, "8–1")
    await correct(ed, channel, f"{SUSPENDED}-2", "7–2")
    card = await ed.slash(channel, "record retract", place=JUNEAU, act=f"{SUSPENDED}-3", why="It never happened.")
    assert "This act was itself a correction" in texts(card)
    assert "It mends the messages that carried the error: 1 channel and 1 person" in texts(card)
    done = await withdraw(ed, eve, channel, "It never happened.", "and announce", f"{SUSPENDED}-3")
    assert "Sent 2 of 2" in texts(done)
    assert standing(bot) is Standing.ACTIVE
    direct = [texts(message) for message in vera.user.dm_channel.history()]
    for said in (told(news), direct):
        assert len(said) == 4
        for text, vote, why in zip(said, ("9–0", "8–1", "7–2"), ("8–1", "7–2", None), strict=False):
            assert (
                f"This message said: “Suspended by the Juneau Assembly on 20 November 2026, {vote}.” That was" in text
            )
            assert (f"Reason given then: It was {why}." if why else "Reason: It never happened.") in text
            assert ("**What replaced it was withdrawn.** Reason: It never happened." in text) is (why is not None)
            assert [known for known in ("9–0", "8–1", "7–2") if f", {known}." in text] == [vote]
        assert "The last correction said: “Suspended by the Juneau Assembly on 20 November 2026, 7–2.”" in said[-1]
        for text in said:
            assert "Withdrawn on 28 November 2026." in text
            assert "** Kept, as far as is known." in text or "Active" in text


async def test_between_two_corrections_each_message_says_what_is_right_now(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    await correct(ed, channel, SUSPENDED, "8–1")
    await correct(ed, channel, f"{SUSPENDED}-2", "7–2")
    first, reply, newest = told(news)
    assert "This message said: “Suspended by the Juneau Assembly on 20 November 2026, 9–0.”" in first
    assert "**What replaced it was wrong too.** Reason: It was 7–2." in first
    assert "This message said: “Suspended by the Juneau Assembly on 20 November 2026, 8–1.”" in reply
    assert "What replaced it" not in reply
    assert "The last correction said: “Suspended by the Juneau Assembly on 20 November 2026, 8–1.”" in newest
    for text in (first, reply, newest):
        assert "**The record now says:** Suspended by the Juneau Assembly on 20 November 2026, 7–2" in text


async def test_the_correction_of_what_was_never_announced_is_news(
    ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    options = {"place": JUNEAU, "act": SUSPENDED, "why": "The tie was ended.", "kind": "ended"}
    form = await ed.slash(channel, "record correct", **options)
    answer = await ed.submit_modal(form, act_fields("ended", summary="Voted to end the sister-city tie."))
    assert "If announced, it goes to 1 channel." in texts(answer)
    await ed.click(message_of(answer), label="Correct and announce")
    (said,) = told(news)
    assert "### ○ Changed: ended" in said
    assert "On record before this: ◐ Suspended, not ended." in said
    assert (
        "It replaces an earlier entry of the record, which was not announced.** What was wrong: The tie was ended."
        in said
    )


async def test_that_a_quiet_entry_is_withdrawn_is_news_where_the_tie_stands_otherwise_by_it(
    bot: Tiewatch, env: Env, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    card = await ed.slash(channel, "record retract", place=JUNEAU, act=SUSPENDED, why="It never happened.")
    assert "never announced, so there is no message to mend. As news, it goes to 1 channel." in texts(card)
    done = await withdraw(ed, eve, channel, "It never happened.", "and announce")
    assert "Announced to 1 channel." in texts(done)
    (said,) = told(news)
    assert "### ● Changed: active" in said
    wrong = "The record said: “Suspended by the Juneau Assembly on 20 November 2026, 9–0.” That was wrong."
    assert f"**Withdrawn on 28 November 2026.** {wrong} Reason: It never happened." in said
    assert (
        "**On record on 28 November 2026:** Kept, as far as is known. On 4 April 2022 the Juneau Assembly voted 5–4"
        in said
    )
    assert "On record before this: ◐ Suspended, not ended." in said


async def test_a_standing_that_was_told_last_is_not_taken_away_in_silence(
    ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    ended = await enter(ed, channel, kind="ended", date="22 November 2026")
    await ed.click(ended, label="Record and announce")
    ended_id = f"{TIE}.20261122.ended"
    await withdraw(ed, eve, channel, "It never happened.", "and announce", ended_id)
    assert "**On record on 28 November 2026:** Suspended, not ended" in told(news)[-1]
    card = await ed.slash(channel, "record retract", place=JUNEAU, act=SUSPENDED, why="It never happened.")
    assert "What was announced last says that the tie stands as it did" in texts(card)
    await ed.click(message_of(card), label="Ask a second editor")
    asked = channel.history()[-1]
    assert [label for label in labels(asked) if label.startswith("Confirm")] == ["Confirm and announce"]
    await eve.click(asked, label="Confirm and announce")
    assert "### ● Changed: active" in told(news)[-1]


async def test_what_a_second_editor_confirms_is_announced(
    ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    done = await eve.click(notice, label="Confirm and announce")
    assert "Sent 1 of 1" in texts(done)
    assert len(told(news)) == 1


async def test_a_paused_channel_is_said_to_be_paused(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    found = bot.get_channel(news.id)
    assert isinstance(found, discord.TextChannel)
    await found.set_permissions(found.guild.me, send_messages=False)
    done = await ed.click(await enter(ed, channel), label="Record and announce")
    assert "Sent 0 of 1 message · paused 1" in texts(done)


async def test_a_progress_line_goes_on_by_itself_until_all_is_sent(
    bot: Tiewatch, env: Env, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503, times=1)
    done = await ed.click(await enter(ed, channel), label="Record and announce")
    assert "Sent 0 of 1 message · waiting 1" in texts(done)
    refreshed = await ed.click(message_of(done), label="Refresh")
    assert "of 1" in texts(refreshed)
    await env.advance_time(SWEEP + 90)
    (shown,) = [texts(message) for message in channel.history(viewer=ed) if "### Recorded" in texts(message)]
    assert "Sent 1 of 1" in shown
    assert len(told(news)) == 1


@pytest.mark.expects_errors
async def test_act_and_announcement_are_written_together_or_not_at_all(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    card = await enter(ed, channel)
    async with bot.database.transaction() as conn:
        await conn.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON delivery BEGIN SELECT RAISE(ABORT, 'no delivery today'); END"
        )
    failed = await ed.click(card, label="Record and announce")
    assert "something went wrong on our side" in texts(failed.followups[-1])
    assert standing(bot) is Standing.ACTIVE
    for table in ("announcement", "audit WHERE did = 'recorded'", f"act WHERE id = '{SUSPENDED}'"):
        assert await bot.database.read(f"SELECT 1 FROM {table}") == []
    async with bot.database.transaction() as conn:
        await conn.execute("DROP TRIGGER broken")
    done = await ed.click(card, label="Record and announce")
    assert "Sent 1 of 1" in texts(done)
    assert len(told(news)) == 1


async def test_two_presses_at_the_same_moment_record_and_announce_once(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    asked = [await enter(who, channel) for who in (ed, eve)]
    presses = []
    for who, card in zip((ed, eve), asked, strict=True):
        route = RecordAndAnnounce.read(button_id(card, "Record and announce"))
        assert route is not None
        draft = await read_draft(bot.database, route.draft)
        assert draft is not None
        presses += [commit.record(bot, draft, by=who.id, aloud=True, seen=route.seen) for _ in range(3)]
    results = await asyncio.gather(*presses, return_exceptions=True)
    assert sum(isinstance(result, commit.Recorded) for result in results) == 1
    assert all(isinstance(result, commit.Recorded | commit.Changed | commit.Taken) for result in results)
    assert [act.id for act in bot.register.tie(TIE).acts].count(SUSPENDED) == 1
    assert len(await bot.database.read("SELECT 1 FROM announcement")) == 1
