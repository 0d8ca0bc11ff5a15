"""From two volunteers' word that a vote is coming to its reminder elsewhere, its outcome, and the thanks for both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.standings import Standing
from preview import World
from tests.behaviour.announcements_steps import swept, told
from tests.behaviour.editing_steps import JUNEAU, MINUTES, NEWS, act_fields, set_up, standing
from tests.behaviour.test_hearings_reminders import at
from tests.behaviour.tips_steps import PAGE, friends_elsewhere, hand_in, open_first
from tests.world import labels, message_of, texts, waits_not

DAY = "8 December 2026"
STARTS = datetime(2026, 12, 9, 3, 30, tzinfo=UTC)  # half past six in the evening in Juneau
AGENDA = "https://juneau.org/agenda/20261208.pdf"


async def test_a_coming_vote_that_two_volunteers_report_is_announced_reminded_of_and_decided(
    env: Env,
    bot: Tiewatch,
    world: World,
    vera: MemberActor,
    olga: MemberActor,
    ed: MemberActor,
    eve: MemberActor,
    channel: ChannelHandle,
) -> None:
    await set_up(world)
    news, oscar = friends_elsewhere(env)
    await oscar.slash(news, "announcements follow", channel=news, reminders=True)
    heard = len(told(news))

    coming = {"what": ["proposed"], "date": DAY, "words": "It is on the agenda."}
    await hand_in(vera, channel, **coming, address=AGENDA)
    assert "Somebody reported the same before" in texts(await hand_in(olga, channel, **coming, address=""))

    draft = message_of(await ed.click(await open_first(ed, channel), label="Record an act"))
    form = await ed.click(draft, label="Change date or kind")
    draft = message_of(await ed.submit_modal(form, {"date": "24 November 2026", "kind": ["proposed"]}))
    form = await ed.click(draft, label="Enter the act")
    said = act_fields("proposed", hearing=f"{DAY}, 6:30 pm", vote="", summary="Will vote on ending the tie.")
    draft = message_of(await ed.submit_modal(form, said))
    source = await ed.click(draft, label="Fix source 1")
    agenda = {**MINUTES, "address": AGENDA, "title": "Agenda", "published": "24 November 2026"}
    preview = message_of(await ed.submit_modal(source, agenda))
    form = await ed.click(preview, label="The hearing")
    where = {
        "hearing_zone": ["America/Anchorage"],
        "hearing_place": "City Hall",
        "hearing_speak": "",
        "hearing_agenda": "",
    }
    preview = message_of(await ed.submit_modal(form, {"hearing": f"{DAY}, 6:30 pm", **where}))
    done = await ed.click(preview, label="Record and announce")
    assert "Tip 1 is accepted with it. 2 senders will be told." in texts(done)
    assert standing(bot) is Standing.ACTIVE, "a proposal decides nothing"
    await swept(env)
    assert "Vladivostok" in told(news)[heard]
    for who in (vera, olga):
        (thanks,) = who.user.dm_channel.history()
        assert "is decided: accepted" in texts(thanks)

    for number, before in enumerate((timedelta(days=7), timedelta(days=1), timedelta(hours=2)), 1):
        await at(bot, env, STARTS - before)
        reminders = [text for text in told(news) if "A hearing is coming up" in text]
        assert len(reminders) == number
    await at(bot, env, STARTS + timedelta(hours=40))
    asked = news.history()[-1]
    assert "Were you there?" in texts(asked)
    assert "**Hearings without an outcome**: 1" in texts(await eve.slash(channel, "queue"))

    form = await oscar.click(asked, label="I know what came of it")
    outcome = {"what": ["suspended"], "place": JUNEAU, "date": DAY, "address": PAGE, "words": "Suspended, 9 to 0."}
    await oscar.submit_modal(form, outcome)
    first = await open_first(eve, channel)
    assert "Enter what came of it" in labels(first), "the hearing itself waits, too, and knows of the tip"
    tip = message_of(await eve.click(first, label="Open tip 3"))
    form = await eve.click(tip, label="Record an act")
    draft = message_of(await eve.submit_modal(form, act_fields()))
    source = await eve.click(draft, label="Fix source 1")
    preview = message_of(await eve.submit_modal(source, {**NEWS, "address": PAGE, "published": "9 December 2026"}))
    await eve.click(preview, label="Ask a second editor")
    count = len(told(news))
    waiting = await open_first(ed, channel)
    assert "Announce it, then the next" in labels(waiting)
    await ed.click(waiting, label="Confirm and announce")
    assert standing(bot) is Standing.SUSPENDED
    await swept(env)
    assert "Changed: suspended, not ended" in told(news)[count]
    (thanks,) = oscar.user.dm_channel.history()
    assert "is decided: accepted" in texts(thanks)
    assert waits_not(await eve.slash(channel, "queue"), "Hearings without an outcome"), "its outcome is known"
    assert waits_not(await ed.slash(channel, "queue"), "Tips")
