"""Ten minutes of a volunteer for a tie to look at again, and the same ties in the editors' queue."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.tips.routes import SaveSearch
from db.record.derivation import last_search
from tests.behaviour.announcements_steps import swept
from tests.behaviour.forging import forge_form
from tests.behaviour.tips_steps import open_first
from tests.world import labels, last, message_of, selects, texts, waits_not

pytestmark = pytest.mark.usefixtures("home")


async def test_what_a_volunteer_looked_through_is_noted_only_by_an_editor(
    bot: Tiewatch, env: Env, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    task = await vera.slash(channel, "help-out", place="Oregon")
    said = texts(task)
    assert task.ephemeral
    assert "Ten minutes that help" in said
    assert "duckduckgo.com" in said
    tie = next(tie for tie in bot.register.record.ties.values() if bot.register.place(tie.us).name in said)
    before = last_search(tie)
    form = await vera.click(message_of(task), label="Nothing newer")
    where = "Council minutes of 2026, the local paper"
    assert "with the editors now" in texts(await vera.submit_modal(form, {"where": where, "note": ""}))
    assert last_search(bot.register.tie(tie.id)) == before, "it is no search by itself"
    card = await open_first(ed, channel)
    assert where in texts(card)
    await ed.click(card, label="Note the search")
    found = last_search(bot.register.tie(tie.id))
    assert found is not None
    assert found.where == where
    await swept(env)
    (told,) = vera.user.dm_channel.history()
    assert "accepted" in texts(told)


@pytest.mark.expects_errors
async def test_a_search_is_noted_and_its_tip_accepted_or_neither_is(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    task = await vera.slash(channel, "help-out", place="Oregon")
    form = await vera.click(message_of(task), label="Nothing newer")
    await vera.submit_modal(form, {"where": "Council minutes of 2026", "note": ""})
    card = await open_first(ed, channel)
    async with bot.database.transaction() as conn:
        await conn.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON tip BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    await ed.click(card, label="Note the search")
    assert not [tie for tie in bot.register.record.ties.values() if "Council minutes of 2026" in str(tie.searches)]
    async with bot.database.transaction() as conn:
        await conn.execute("DROP TRIGGER full")
    await ed.click(card, label="Note the search")
    assert waits_not(await ed.slash(channel, "queue"), "Tips")
    assert [tie for tie in bot.register.record.ties.values() if "Council minutes of 2026" in str(tie.searches)]


async def test_a_task_is_one_persons_and_is_given_again_only_to_them(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    first = texts(await vera.slash(channel, "help-out"))
    other = texts(await olga.slash(channel, "help-out"))
    assert first.splitlines()[2] != other.splitlines()[2]
    assert texts(await vera.slash(channel, "help-out")).splitlines()[2] == first.splitlines()[2]
    await env.advance_time(45 * 60)
    freed = texts(await olga.slash(channel, "help-out")).splitlines()[2]
    assert freed in {first.splitlines()[2], other.splitlines()[2]}


async def test_who_could_not_gets_another_and_not_the_same_again(vera: MemberActor, channel: ChannelHandle) -> None:
    task = message_of(await vera.slash(channel, "help-out"))
    name = texts(task).splitlines()[2]
    passed = await vera.click(task, label="I could not")
    assert "That is fine" in texts(passed)
    another = await vera.click(message_of(passed), label="Another one")
    assert texts(another).splitlines()[2] != name


async def test_a_task_may_end_in_a_tip(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    task = message_of(await vera.slash(channel, "help-out"))
    form = await vera.click(task, label="I know something newer")
    assert form.modal is not None
    assert "Nothing newer" in labels(task)
    (place,) = [one["component"]["value"] for one in form.modal["components"] if one["label"].startswith("Which city")]
    typed = {"what": ["kept"], "place": place, "date": "", "address": "", "words": "The mayor said so on the radio."}
    await vera.submit_modal(form, typed)
    again = texts(await vera.slash(channel, "help-out"))
    assert texts(task).splitlines()[2] not in again, "it is done"
    assert await bot.database.read("SELECT 1 FROM work_claim WHERE kind = 'stale' AND editor = ?", (vera.id,)), (
        "the next"
    )
    assert len(await bot.database.read("SELECT 1 FROM work_claim WHERE kind = 'stale'")) == 1


async def test_an_editor_goes_through_stale_ties_on_request(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    listed = message_of(await ed.slash(channel, "queue"))
    assert "**Ties to look at again, the longest unsearched first**" in texts(listed)
    assert "nobody has looked at" not in texts(listed), "all of them were searched this month"
    assert ": none" not in texts(listed).replace("**Your drafts**: none", "")
    assert selects(listed) == [], "they are no work that waits for an answer"
    assert labels(listed) == ["Look at the first tie"]
    opened = last(await ed.click(listed, label="Look at the first tie"))
    assert "Is anything newer known?" in texts(opened)
    listed = message_of(await ed.click(message_of(opened), label="All that waits"))
    await vera.slash(channel, "help-out")
    typed = await ed.slash(channel, "queue", show="ties to look at again, the longest unsearched first")
    only = message_of(await ed.slash(channel, "queue", show="stale"))
    assert texts(typed) == texts(only)
    (select,) = selects(only)
    refused = await ed.select(only, [select.options[0].value], custom_id=select.custom_id)
    assert f"<@{vera.id}> has this open until" in texts(last(refused))
    card = message_of(await ed.select(only, [select.options[1].value], custom_id=select.custom_id))
    tie = select.options[1].value.partition(" ")[2]
    form = await ed.click(card, label="Note the search")
    done = await ed.submit_modal(form, {"where": "Minutes of the council, 2026"})
    assert "Noted: somebody looked" in texts(done)
    found = last_search(bot.register.tie(tie))
    assert found is not None
    assert found.where == "Minutes of the council, 2026"
    assert "Next" in labels(done)
    following = await ed.click(message_of(done), label="Next")
    assert "Is anything newer known?" in texts(following)


async def test_a_place_without_a_stale_tie_is_said(vera: MemberActor, channel: ChannelHandle) -> None:
    assert "No tie of that place" in texts(await vera.slash(channel, "help-out", place="Nowhere at all"))


async def test_a_search_of_a_tie_that_is_not_on_record_is_refused_and_given_back(
    ed: MemberActor, channel: ChannelHandle
) -> None:
    form = SaveSearch(by=ed.id, tie="no-such-tie").pack()
    said = texts(last(await forge_form(ed, channel, form, where="Minutes of 2026")))
    assert "This form belongs to an earlier version of the bot" in said
    assert "Minutes of 2026" in said
