"""What a changed client sends does no more than the buttons and forms that the bot gave to that person."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import ui
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.editing.routes import AskSecond, FormName, RecordAndAnnounce, RecordQuietly, SaveSource, SaveTexts
from cogs.kit.components import Layout
from cogs.kit.routes import FormRoute
from db.store.draft_models import DraftSource
from db.store.drafts import read_draft
from db.store.new_work import NEW_WORK
from preview import World
from tests.behaviour.editing_steps import JUNEAU, TIE, button_id, enter, set_up, standing, take_role
from tests.behaviour.forging import forge_choice, forge_form, forge_press
from tests.behaviour.tips_steps import hand_in
from tests.bench.hostile_ids import HostileIds
from tests.pure.test_routes_listed import declared
from tests.world import last, message_of, texts

GARBAGE = [
    "ties:9999999999999999999999:zz",
    "ties:x:::::::00:::",
    "ties:1:zz::::::00:::",
    "ties:1::9:::::00:::",
    "ties:1::::::fffffffffffffffff:00:::",
    "history:x:portland-or--khabarovsk",
    "choose:nonsense:x",
    "follow:edit:'; drop table subscription; --",
    "follow:page:１",
    "delivery:../../etc/passwd",
    "draft:go:1",
    "draft:cancel:9223372036854775808",
    "change:skip:\u0662",
    "letter:save",
    "privacy:%s%s%s",
    "help:",
    "help:-1",
    "tie:history",
    "ties/1/x",
    "ties/99/0",
    "ties/1/0/OR/nonsense",
    "help/1/１",
    "help/1/0/0",
    "help//",
    "/",
    ":",
]


# What people write who are no editors, or about themselves: letters, tips, watches, and what goes on by itself.
OF_PEOPLE = frozenset(
    {
        *("letter_count", "letter_draft", "letter_sent", "letter_shingle", "letter_version"),
        *("letter_template", "letter_template_change", "subscription", "watch"),
        *("tip", "tip_block", "tip_file", "help_task", "work_claim", "meta"),
    }
)


async def written(bot: Tiewatch) -> dict[str, list[tuple[Any, ...]]]:
    """All that stands in the tables of what the bot says, and of what editors decide."""
    found = await bot.database.read(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    names = [row["name"] for row in found if row["name"] not in OF_PEOPLE]
    tables = {name: await bot.database.read(f'SELECT * FROM "{name}"') for name in names}
    # The word to the editors that a tip came in.
    tables["delivery"] = [row for row in tables["delivery"] if row["kind"] != NEW_WORK.name]
    return {name: [tuple(row) for row in rows] for name, rows in tables.items()}


@pytest.mark.parametrize("form", [True, False], ids=["forms", "presses and choices"])
async def test_no_route_in_other_hands_changes_what_the_bot_says(
    bot: Tiewatch, env: Env, world: World, vera: MemberActor, ed: MemberActor, channel: ChannelHandle, form: bool
) -> None:
    """Each route that there is, with the numbers of a tip and a draft that wait for an editor: sent by a volunteer, and
    by an organizer of another server.
    """
    await set_up(world)
    await hand_in(vera, channel)
    await enter(ed, channel)
    elsewhere = env.create_guild("Elsewhere")
    room = elsewhere.create_text_channel("room")
    manager = elsewhere.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    oscar = elsewhere.add_member(env.create_user("oscar"), roles=[manager])
    cards = [
        (who, there, message_of(await who.slash(there, "status", place="Juneau")))
        for who, there in ((vera, channel), (oscar, room))
    ]
    before = await written(bot)
    assert before["draft"]
    assert before["act"]
    typed = dict.fromkeys(("reason", "words", "why", "summary", "note", "where", "answer"), "Ended by the council")
    # One's own answer may be taken away.
    routes = [route for route in declared() if issubclass(route, FormRoute) is form and route.name != "remove"]
    assert len(routes) > 20
    for route in routes:
        for who, there, card in cards:
            custom_id = HostileIds([route], bot.register.record, [who.user.id], ones=True).valid(route)
            if form:
                await forge_form(who, there, custom_id, **typed, date="20 November 2026", place=JUNEAU)
            else:
                await forge_press(who, card, custom_id)
                await forge_choice(who, card, custom_id, "1", TIE)
    now = await written(bot)
    assert [name for name, rows in now.items() if rows != before[name]] == []


@pytest.mark.parametrize("custom_id", ["remove:{}", "remove/1/{}"])
async def test_a_button_that_is_not_on_the_message_removes_nothing(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle, custom_id: str
) -> None:
    """Hole 10: the id of one's own *Remove*, sent for another's public card."""
    card = message_of(await vera.slash(channel, "status", place="Juneau"))
    answered = await forge_press(olga, card, custom_id.format(olga.id))
    assert "This message has changed" in texts(last(answered))
    assert [message.id for message in channel.history()] == [card.id]


@pytest.mark.parametrize("custom_id", ["help:0", "help/1/0", "ties:1:::::::00:::", "ties/1/1", "privacy:{}:keep"])
async def test_a_button_that_is_not_on_the_message_overwrites_nothing(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle, custom_id: str
) -> None:
    card = message_of(await vera.slash(channel, "status", place="Juneau"))
    said = texts(card)
    answered = await forge_press(olga, card, custom_id.format(olga.id))
    assert "This message has changed" in texts(last(answered))
    assert texts(channel.history()[-1]) == said


@pytest.mark.parametrize("custom_id", ["post:1>) **FREE NITRO** (<https://x.example", "post/1/1>) **FREE NITRO**"])
async def test_the_bot_posts_no_words_of_a_forger(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, custom_id: str
) -> None:
    """Hole 10: also where such a button stands on a message of ours."""
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    for target in (await _with_button(room, custom_id), await _with_button(room, "nothing")):
        await forge_press(vera, target, custom_id)
    assert not [message for message in channel.history() if "NITRO" in texts(message)]


async def test_a_choice_that_the_select_does_not_offer_is_not_made(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties", state="OR"))
    (select,) = (item for row in card.components for item in _walk(row) if isinstance(item, discord.SelectMenu))
    assert select.custom_id is not None
    answered = await forge_choice(vera, card, select.custom_id, "tie:nowhere")
    assert "This message has changed" in texts(answered)


async def test_a_select_takes_as_many_choices_as_it_asks_for(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties", state="OR"))
    (select,) = (item for row in card.components for item in _walk(row) if isinstance(item, discord.SelectMenu))
    assert select.custom_id is not None
    for values in ((), tuple(option.value for option in select.options[:2])):
        answered = await forge_choice(vera, card, select.custom_id, *values)
        assert "This message has changed" in texts(answered)


async def test_a_form_does_only_what_forms_do(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    """Hole 4: role lost, then the id of *Record and announce*, sent as a form."""
    await set_up(world)
    card = await enter(ed, channel)
    route = RecordAndAnnounce.read(button_id(card, "Record quietly").replace("draft-record", "draft-announce"))
    assert route is not None
    await take_role(bot, world, ed)
    before = len(channel.history())
    old = f"draft:go:{route.draft}:announce:{route.seen}"
    for custom_id in (route.pack(), old, AskSecond(route.draft).pack(), f"draft:second:{route.draft}"):
        answered = await forge_form(ed, channel, custom_id, why="because")
        assert "earlier version" in texts(last(answered))
        assert "because" in texts(last(answered))
    assert standing(bot).value == "active"
    assert len(channel.history()) == before


async def test_a_form_takes_only_its_own_fields_and_what_they_offer(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    """Hole 18: fields of other forms, fields that no form has, and choices that none offers."""
    await set_up(world)
    card = await enter(ed, channel)
    route = RecordQuietly.read(button_id(card, "Record quietly"))
    assert route is not None
    before = await read_draft(bot.database, route.draft)
    forged = {"tie": "nowhere", "target": "x", "disputes": "x", "follows": "x", "nothing": "x", "kind": "nonsense"}
    for name in (FormName.ACT, FormName.WHY):
        await forge_form(ed, channel, SaveTexts(route.draft, name).pack(), **forged)
    assert await read_draft(bot.database, route.draft) == before
    await forge_form(ed, channel, SaveTexts(route.draft, FormName.DATE).pack(), kind="nonsense", date="2026")
    draft = await read_draft(bot.database, route.draft)
    assert draft is not None
    assert (draft.kind, draft.date) == ("suspended", "2026")
    await forge_form(ed, channel, SaveSource(route.draft, 1).pack(), address="https://a.example/", nothing="x")
    draft = await read_draft(bot.database, route.draft)
    assert draft is not None
    assert draft.sources == (DraftSource("https://a.example/"),)
    assert "1 draft" in texts(await ed.slash(channel, "queue"))


async def test_a_press_does_only_what_presses_do(vera: MemberActor, bot: Tiewatch, channel: ChannelHandle) -> None:
    """The id of a form, on a button."""
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    for custom_id in ("letter:save:0123456789abcdef:1", "letter-save/1/0123456789abcdef/1", "draft:why:1"):
        card = await _with_button(room, custom_id)
        assert "earlier version" in texts(last(await vera.click(card, custom_id=custom_id)))


@pytest.mark.parametrize("custom_id", GARBAGE)
@pytest.mark.parametrize("way", ["press", "form"])
async def test_an_id_that_cannot_be_read_is_answered_kindly_and_leaves_nothing_in_the_log(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, custom_id: str, way: str
) -> None:
    """Hole 17."""
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    if way == "press":
        answered = await ed.click(await _with_button(room, custom_id), custom_id=custom_id)
    else:
        answered = await forge_form(ed, channel, custom_id, reason="my own words")
    assert "earlier version" in texts(last(answered))


async def test_a_tie_that_is_not_on_record_opens_no_form(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    """Its id would not fit into that of the form."""
    await set_up(world)
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    custom_id = f"stale-note/1/{'9' * 80}"
    answered = await ed.click(await _with_button(room, custom_id), custom_id=custom_id)
    assert answered.modal is None
    assert "went wrong" not in texts(last(answered))


async def test_what_a_command_brings_is_cleaned_at_the_door(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    """Hole 11."""
    await set_up(world)
    said = await ed.slash(
        channel, "record searched", place=JUNEAU, where="council\u202e minutes \a\x00", note="page\none\u2066"
    )
    assert "Searched today: council minutes (page one)." in texts(said)
    assert bot.register.tie(TIE).searches[-1].where == "council minutes (page one)"


async def _with_button(room: discord.TextChannel, custom_id: str) -> discord.Message:
    """A message of the bot's with a button of this id."""
    return await room.send(view=Layout(ui.ActionRow(ui.Button(label="Press", custom_id=custom_id))))


def _walk(item: object) -> list[object]:
    return [item, *(found for child in getattr(item, "children", ()) for found in _walk(child))]
