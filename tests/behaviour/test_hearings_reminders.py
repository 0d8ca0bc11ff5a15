"""Reminders of hearings: to whom, when, once, and what becomes of them when a hearing is moved or cancelled."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store.announcement_models import Announcement
from preview import World
from tests.behaviour.announcements_steps import JUNEAU, decide, forget_the_end, heard, later, swept, told, tried
from tests.behaviour.editing_steps import set_up
from tests.world import labels, last, message_of, texts, waits_not

DAY = date(2026, 12, 8)
STARTS = datetime(2026, 12, 9, 3, 30, tzinfo=UTC)  # half past six in the evening in Juneau
HEARD: dict[str, Any] = {
    "hearing_time": time(18, 30),
    "hearing_zone": "America/Juneau",
    "hearing_place": "City Hall, Assembly Chambers",
}


async def follow(world: World, env: Env, name: str, **wishes: Any) -> ChannelHandle:
    """A channel that follows with these wishes."""
    made = env.guild.create_text_channel(name)
    await world.olga.slash(world.channel, "announcements follow", channel=made, **wishes)
    return made


async def propose(
    bot: Tiewatch, day: date = DAY, *, on: date = date(2026, 11, 20), announced: bool = False, **changes: Any
) -> Announcement:
    """A hearing of Juneau's tie comes on record, quietly if nothing else is said."""
    instead_of = changes.pop("instead_of", None)
    item, _ = await decide(
        bot,
        JUNEAU,
        ActKind.PROPOSED,
        on,
        hearing=day,
        heard={**HEARD, **changes},
        vote=True,
        announced=announced,
        instead_of=instead_of,
    )
    await look(bot)
    return item


async def look(bot: Tiewatch) -> None:
    """Let the hearings be looked after, and what is due be sent."""
    await heard(bot, "tie_changed", JUNEAU)


async def at(bot: Tiewatch, env: Env, moment: datetime) -> None:
    """Let it be a moment."""
    later(bot, seconds=(moment - bot.clock()).total_seconds())
    await look(bot)
    await swept(env)


async def test_who_asked_for_it_is_reminded_three_times_and_nobody_else(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    not_here = await follow(world, env, "oregon", reminders=True, states="OR")
    quiet = await follow(world, env, "quiet")
    await propose(bot)
    for before in (timedelta(days=7), timedelta(days=1), timedelta(hours=2)):
        await at(bot, env, STARTS - before - timedelta(minutes=10))
        count = len(told(wants))
        await at(bot, env, STARTS - before)
        assert len(told(wants)) == count + 1
        await at(bot, env, STARTS - before + timedelta(minutes=20))
    first, _, third = told(wants)
    assert "### A hearing is coming up\n**Juneau, Alaska – Vladivostok**" in first
    assert f"<t:{int(STARTS.timestamp())}:F>" in first
    assert "Place: City Hall, Assembly Chambers." in third
    assert "late" not in first
    assert told(not_here) == told(quiet) == []
    assert all(not request["roles"] for request in tried(env, wants)[1:] if "roles" in request)


async def test_a_day_without_a_time_is_never_a_moment(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    await propose(bot, hearing_time=None, hearing_zone=None)
    await at(bot, env, datetime(2026, 12, 7, 18, tzinfo=UTC))
    (said,) = told(wants)
    assert "8 December 2026. The time of day is not on record." in said
    assert "<t:" not in said
    await at(bot, env, datetime(2026, 12, 9, 2, tzinfo=UTC))
    assert len(told(wants)) == 1


async def test_a_watcher_is_reminded_by_one_press_and_stops_by_another(
    bot: Tiewatch, env: Env, world: World, channel: ChannelHandle, vera: MemberActor
) -> None:
    await propose(bot)
    answer = last(await vera.click(message_of(await vera.slash(channel, "hearings")), label="Remind me"))
    assert "You watch this tie, and are reminded 7 days, 1 day and 2 hours before a hearing" in texts(answer)
    assert "Vladivostok: Active, 4 April 2022, with reminders of hearings" in texts(
        await vera.slash(channel, "watch list")
    )
    await at(bot, env, STARTS - timedelta(days=7))
    (said,) = vera.user.dm_channel.history()
    assert "A hearing is coming up" in texts(said)
    stopped = last(await vera.user.click(said, label="No reminders"))
    assert "You will no longer be reminded of its hearings." in texts(stopped)
    await at(bot, env, STARTS - timedelta(days=1))
    assert len(vera.user.dm_channel.history()) == 1
    assert "with reminders" not in texts(await vera.slash(channel, "watch list"))


async def test_what_could_not_be_sent_in_time_is_late_or_dropped(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    await propose(bot)
    await at(bot, env, STARTS - timedelta(days=5))
    assert "-# This reminder is late: it could not be sent in time." in told(wants)[0]
    await at(bot, env, STARTS + timedelta(minutes=1))
    assert len(told(wants)) == 1


async def test_what_was_interrupted_is_looked_for_and_not_sent_again(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    await propose(bot)
    await at(bot, env, STARTS - timedelta(days=1))
    await forget_the_end(bot)
    await swept(env)
    assert len(told(wants)) == 1


async def test_who_follows_later_or_no_longer_wants_it_hears_of_the_next_or_of_none(
    bot: Tiewatch, env: Env, world: World
) -> None:
    changes = await follow(world, env, "changes", reminders=True)
    await propose(bot)
    await at(bot, env, STARTS - timedelta(days=7))
    late = await follow(world, env, "late", reminders=True)
    await world.olga.slash(world.channel, "announcements edit", channel=changes, reminders=False)
    await look(bot)
    assert told(late) == []
    await at(bot, env, STARTS - timedelta(days=1))
    assert len(told(late)) == len(told(changes)) == 1


async def test_a_moved_hearing_mends_what_was_said_and_says_it_once(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True, votes=False)
    first = await propose(bot)
    await at(bot, env, STARTS - timedelta(days=1))
    await propose(bot, date(2026, 12, 15), on=date(2026, 11, 21), instead_of=first)
    await swept(env)
    before, reply = told(wants)
    assert "### The hearing was moved" in before
    assert "It had been set for ~~8 December 2026, 6:30 pm AKST~~." in before
    moment = int((STARTS + timedelta(days=7)).timestamp())
    assert f"<t:{moment}:F>" in reply
    assert "<t:" + str(int(STARTS.timestamp())) not in before + reply
    await at(bot, env, STARTS + timedelta(hours=1))
    assert len(told(wants)) == 3, "the reminder 7 days before the new date"
    await at(bot, env, STARTS + timedelta(days=6))
    assert len(told(wants)) == 4


async def test_the_announcement_of_a_proposal_leads_to_its_hearing_while_it_is_to_come(
    bot: Tiewatch, env: Env, world: World
) -> None:
    hears = await follow(world, env, "hears")
    await propose(bot, announced=True)
    await swept(env)
    announced = hears.history()[-1]
    assert labels(announced) == ["Details", "Take part in the hearing", "Share"]
    shown = last(await world.vera.click(announced, label="Take part in the hearing"))
    assert message_of(shown).flags.ephemeral
    assert "Tuesday, 8 December 2026, 6:30 pm AKST (for you: " in texts(shown)
    assert {"Write a statement", "Remind me", "Calendar file"} <= set(labels(shown))


async def test_where_a_correction_says_it_the_reminder_is_mended_in_silence(
    bot: Tiewatch, env: Env, world: World
) -> None:
    hears = await follow(world, env, "hears", reminders=True)
    first = await propose(bot, announced=True)
    await swept(env)
    await at(bot, env, STARTS - timedelta(days=1))
    assert len(told(hears)) == 2
    await propose(bot, date(2026, 12, 15), on=date(2026, 11, 21), instead_of=first, announced=True)
    await swept(env)
    announced, reminded, correction = told(hears)
    assert "15 December 2026" in announced
    assert "### The hearing was moved" in reminded
    assert "15 December 2026" in correction


async def test_a_cancelled_hearing_is_told_as_such_and_nothing_more_is_said(
    bot: Tiewatch, env: Env, world: World
) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    first = await propose(bot)
    await at(bot, env, STARTS - timedelta(days=1))
    await propose(bot, on=date(2026, 11, 21), instead_of=first, hearing_cancelled=True)
    await swept(env)
    before, reply = told(wants)
    assert "### The hearing is canceled" in before
    assert "~~8 December 2026, 6:30 pm AKST~~" in reply
    await at(bot, env, STARTS - timedelta(hours=2))
    await at(bot, env, STARTS + timedelta(days=2))
    assert len(told(wants)) == 2


async def test_a_detail_that_is_mended_is_rewritten_in_silence(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True)
    first = await propose(bot)
    await at(bot, env, STARTS - timedelta(days=1))
    await propose(bot, on=date(2026, 11, 21), instead_of=first, hearing_speak="Call the clerk.")
    await swept(env)
    (said,) = told(wants)
    assert "To speak: Call the clerk." in said
    await at(bot, env, STARTS - timedelta(hours=2))
    assert len(told(wants)) == 2


async def test_a_decision_before_the_hearing_ends_the_reminders(bot: Tiewatch, env: Env, world: World) -> None:
    wants = await follow(world, env, "wants", reminders=True, votes=False, standings="suspended")
    await propose(bot)
    await at(bot, env, STARTS - timedelta(days=1))
    await decide(bot, JUNEAU, ActKind.ENDED, date(2026, 12, 7), announced=False)
    await look(bot)
    await swept(env)
    (said,) = told(wants)
    assert "### The tie was decided on before this hearing" in said
    await at(bot, env, STARTS - timedelta(hours=2))
    assert len(told(wants)) == 1


@pytest.mark.parametrize("known", [True, False])
async def test_afterwards_the_channel_is_asked_once_unless_it_is_known(
    bot: Tiewatch, env: Env, world: World, known: bool
) -> None:
    await set_up(world)
    wants = await follow(world, env, "wants", reminders=True)
    await propose(bot)
    await at(bot, env, STARTS - timedelta(hours=2))
    if known:
        await decide(bot, JUNEAU, ActKind.KEPT, DAY, announced=False)
    for hours in (14, 16, 40):
        await at(bot, env, STARTS + timedelta(hours=hours))
    said = told(wants)
    if known:
        assert len(said) == 1
        return
    assert len(said) == 2
    assert "### Were you there?" in said[1]
    assert "what came of it is not on record" in said[1]
    form = await world.vera.click(wants.history()[-1], label="I know what came of it")
    assert form.modal is not None


async def test_a_hearing_that_is_over_waits_for_an_editor_until_its_outcome_is_known(
    bot: Tiewatch, env: Env, world: World, ed: MemberActor
) -> None:
    await set_up(world)
    await propose(bot)
    await at(bot, env, STARTS + timedelta(hours=2))
    assert waits_not(last(await ed.slash(world.channel, "queue")), "Hearings without an outcome")
    await at(bot, env, STARTS + timedelta(hours=3))
    desk = last(await ed.slash(world.channel, "queue", show="hearing"))
    assert "Set for 8 December 2026, 6:30 pm AKST; nothing says what came of it." in texts(desk)
    card = last(await ed.select(message_of(desk), ["hearing juneau-ak--vladivostok"]))
    draft = last(await ed.click(message_of(card), label="Enter what came of it"))
    assert "Juneau, Alaska – Vladivostok" in texts(draft)
    again = last(await ed.slash(world.channel, "queue", show="hearing"))
    card = last(await ed.select(message_of(again), ["hearing juneau-ak--vladivostok"]))
    rested = last(await ed.click(message_of(card), label="Nothing to be found"))
    assert "this hearing no longer waits" in texts(rested)
    assert waits_not(last(await ed.slash(world.channel, "queue")), "Hearings without an outcome")
