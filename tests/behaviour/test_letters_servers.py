"""What organizers see and do: figures without names, and templates of their own; and a person's own data."""

from __future__ import annotations

import json

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from tests.behaviour.letters_steps import REASON, begin, choose, draft_id, file_of, press
from tests.world import labels, last, message_of, selects, texts

GOOD = """title: From our group
asks: end, say
standings: active, unconfirmed
language: en
---
{{ greeting }}

{{ who }} Our own opening. {{ ask }}

{{ reason }}

{% if signature %}
{{ signature }}
{% endif %}
"""


async def add(olga: MemberActor, channel: ChannelHandle, text: str | bytes = GOOD, name: str = "ours.txt") -> str:
    """What an organizer is told about a file."""
    data = text.encode() if isinstance(text, str) else text
    return texts(await olga.slash(channel, "template add", file=(name, data)))


async def test_a_template_of_the_server_is_offered_first_to_its_volunteers(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    assert "**From our group** is ready as `ours`" in await add(olga, channel)
    shown = await begin(vera, channel)
    options = await press(vera, shown, "options")
    select = next(item for item in selects(options) if "letter-template/" in str(item.custom_id))
    assert select.options[0].label == "From our group"
    await choose(vera, options, "template", "server/ours")
    letter = texts(await press(vera, options, "show"))
    assert "Our own opening." in letter
    assert REASON in letter


async def test_a_template_of_another_server_is_offered_to_nobody_here(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await add(olga, channel)
    elsewhere = env.create_guild("Elsewhere")
    room = elsewhere.create_text_channel("room")
    victor = elsewhere.add_member(env.create_user("victor"))
    options = await press(victor, await begin(victor, room), "options")
    select = next(item for item in selects(options) if "letter-template/" in str(item.custom_id))
    assert "From our group" not in [option.label for option in select.options]


async def test_a_removed_template_leaves_its_drafts_whole(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await add(olga, channel)
    shown = await begin(vera, channel)
    options = await press(vera, shown, "options")
    await choose(vera, options, "template", "server/ours")
    assert "is removed" in texts(await olga.slash(channel, "template remove", name="ours"))
    letter = texts(await press(vera, options, "show"))
    assert "Our own opening." not in letter
    assert REASON in letter
    assert "There is no template of that name" in texts(await olga.slash(channel, "template remove", name="ours"))


async def test_templates_are_listed_shown_and_given_out_as_files(olga: MemberActor, channel: ChannelHandle) -> None:
    assert "None yet." in texts(await olga.slash(channel, "template list"))
    await add(olga, channel)
    listed = texts(await olga.slash(channel, "template list"))
    assert "`ours` From our group (active, unconfirmed)" in listed
    assert "`end-1` A vote on the record" in listed
    assert "My own words." in texts(await olga.slash(channel, "template preview", name="ours"))
    assert "Springfield" in texts(await olga.slash(channel, "template preview", name="A vote on the record"))
    assert await file_of(await olga.slash(channel, "template export", name="ours")) == ("ours.txt", GOOD.encode())
    name, data = await file_of(await olga.slash(channel, "template export", name="general-1"))
    assert (name, data[:6]) == ("general-1.txt", b"title:")
    offered = await olga.autocomplete(channel, "template preview", "name", "vote")
    assert [item["value"] for item in offered] == ["end-1", "end-4"]
    assert await olga.autocomplete(channel, "template remove", "name", "vote") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD + "{% for x in ask %}{% endfor %}", "line 15: only"),
        (GOOD + "{{ name | upper }}", "(Filter)"),
        (GOOD + "{{ 300000000 * 9 }}", "(Mul)"),
        (GOOD + "{{ mayor }}", "unknown name “mayor”"),
        (GOOD + "{{ ask.__class__ }}", "(Getattr)"),
        (GOOD + "I am {{ name }}.", "with name left empty, this is left in the letter: “I am .”"),
        ("no header", "the header must end with"),
        ("Лист".encode("cp1251"), "not UTF-8"),
        (b"x" * 2 * 1024 * 1024, "larger than 32 KB"),
        (b"", "the header must end with"),
        (b"PK\x03\x04\x00\xff", "not UTF-8"),
    ],
)
async def test_a_faulty_template_is_refused_with_what_is_wrong(
    text: str | bytes, told: str, olga: MemberActor, channel: ChannelHandle
) -> None:
    assert told in (await add(olga, channel, text)).replace("\\_", "_").replace("\\|", "|")
    assert "None yet." in texts(await olga.slash(channel, "template list"))


async def test_a_server_keeps_25_templates(olga: MemberActor, channel: ChannelHandle) -> None:
    for number in range(25):
        assert "is ready" in await add(olga, channel, name=f"t{number}.txt")
    assert "25 templates, which is as many as I keep" in await add(olga, channel, name="one-more.txt")
    assert "is ready" in await add(olga, channel, GOOD.replace("Our own", "Another"), name="t3.txt")


async def test_templates_are_not_offered_to_volunteers(vera: MemberActor, channel: ChannelHandle) -> None:
    names = {command if isinstance(command, str) else command.name for command in vera.available_commands(channel)}
    assert not [name for name in names if name.startswith("template")]
    assert [name for name in names if name.startswith("letter")]


async def test_figures_count_and_name_nobody(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    assert "No letters have been begun" in texts(await olga.slash(channel, "letter stats"))
    shown = await begin(vera, channel)
    await press(vera, shown, "words")
    await begin(vera, channel, "Eugene")
    after = await press(vera, shown, "sent")
    await vera.select(message_of(after), ["declined"])
    await vera.select(message_of(after), ["agreed"])
    told = texts(await olga.slash(channel, "letter stats"))
    assert "**November 2026**" in told
    assert "Portland, Oregon – Khabarovsk: 1 begun, 1 sent, they agreed: 1" in told
    assert "Eugene, Oregon – Irkutsk: 1 begun, 0 sent" in told
    assert "declined" not in told
    assert "Vera" not in told
    assert "Halyna" not in told


async def test_figures_are_for_organizers(vera: MemberActor, channel: ChannelHandle) -> None:
    assert "for people who manage this server" in texts(await vera.slash(channel, "letter stats"))


async def test_a_letter_is_sent_once_however_often_one_presses(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    after = await press(vera, shown, "sent")
    back = await vera.click(message_of(after), label="Show the letter")
    assert "After sending" in labels(back)
    await vera.click(message_of(back), label="After sending")
    assert ": 1 begun, 1 sent" in texts(await olga.slash(channel, "letter stats"))


async def test_ones_own_data_is_shown_exported_and_forgotten(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    assert "Nothing is kept about you." in texts(await vera.slash(channel, "privacy show"))
    shown = await begin(vera, channel)
    await press(vera, await begin(vera, channel, "Eugene"), "sent")
    await vera.slash(channel, "letter write", place="Tallahassee")
    await begin(olga, channel, "Eugene", "Another reason of my own, from my own street.")
    told = texts(await vera.slash(channel, "privacy show"))
    assert "letter drafts: 1" in told
    assert "texts of sent letters, kept for as long as drafts are: 1" in told
    assert "letters you opened without writing anything: 1" in told
    assert "notes that a letter was sent, kept for a year without its text: 1" in told
    name, data = await file_of(await vera.slash(channel, "privacy export"))
    assert name == "2026-11-28_tiewatch_about-me.json"
    assert json.loads(data)["letter drafts"][0]["reason"] == REASON
    asked = await vera.slash(channel, "privacy forget")
    assert "cannot be undone" in texts(asked)
    assert "letter drafts: 1" in texts(await vera.slash(channel, "privacy show"))
    kept = await vera.click(message_of(asked), label="Cancel")
    assert "Nothing was deleted." in texts(kept)
    asked = await vera.slash(channel, "privacy forget")
    assert "letter drafts: 1" in texts(await vera.slash(channel, "privacy show"))
    done = await vera.click(message_of(asked), label="Delete everything")
    assert "Nothing is kept about you any longer, except in backups" in texts(done)
    assert "Nothing is kept about you." in texts(await vera.slash(channel, "privacy show"))
    left = await bot.database.read("SELECT writer FROM letter_draft")
    assert [row["writer"] for row in left] == [olga.id]
    hashes = await bot.database.read("SELECT DISTINCT draft FROM letter_shingle")
    assert draft_id(shown) not in {row["draft"] for row in hashes}


async def test_in_a_direct_message_letters_work_and_keep_no_hashes(bot: Tiewatch, vera: MemberActor) -> None:
    panel = await vera.user.slash("letter write", place="Eugene")
    form = await vera.user.click(message_of(panel), label="Write it in my words")
    shown = await vera.user.submit_modal(form, {"connection": [], "reason": REASON, "respect": ""})
    assert REASON in texts(shown)
    assert not await bot.database.read("SELECT 1 FROM letter_shingle")
    assert "Eugene" in texts(await vera.user.slash("letter mine"))


async def test_a_template_that_replaces_another_says_so_and_can_be_taken_back(
    olga: MemberActor, channel: ChannelHandle
) -> None:
    await add(olga, channel)
    other = GOOD.replace("From our group", "From all of us")
    told = await olga.slash(channel, "template add", file=("ours.txt", other.encode()))
    assert "**From all of us** is ready as `ours`. It replaces **From our group**." in texts(told)
    back = await olga.click(message_of(told), label="Undo")
    assert "`ours` is **From our group** again." in texts(back)
    assert await file_of(await olga.slash(channel, "template export", name="ours")) == ("ours.txt", GOOD.encode())
    again = await olga.click(message_of(back), label="Undo")
    assert "`ours` is **From all of us** again." in texts(again)
    await add(olga, channel)
    late = await olga.click(message_of(again), label="Undo")
    assert "was changed again since" in texts(last(late))


async def test_a_new_template_and_a_removed_one_can_be_taken_back(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    added = await olga.slash(channel, "template add", file=("ours.txt", GOOD.encode()))
    assert "replaces" not in texts(added)
    await olga.click(message_of(added), label="Undo")
    assert "None yet." in texts(await olga.slash(channel, "template list"))
    await add(olga, channel)
    removed = await olga.slash(channel, "template remove", name="ours")
    assert "**From our group** (`ours`) is removed." in texts(removed)
    await olga.click(message_of(removed), label="Undo")
    assert "`ours` From our group" in texts(await olga.slash(channel, "template list"))


async def test_taking_back_a_removal_does_not_go_beyond_25_templates(olga: MemberActor, channel: ChannelHandle) -> None:
    for number in range(25):
        await add(olga, channel, name=f"t{number}.txt")
    removed = await olga.slash(channel, "template remove", name="t3")
    await add(olga, channel, name="one-more.txt")
    back = await olga.click(message_of(removed), label="Undo")
    assert "25 templates, which is as many as I keep" in texts(last(back))


async def test_a_template_named_like_one_that_came_with_the_bot_gets_a_number(
    olga: MemberActor, channel: ChannelHandle
) -> None:
    told = await add(olga, channel, name="end-1.txt")
    assert "is ready as `end-1-2`" in told
    assert "`end-1` came with the bot, so yours has a number." in told
    assert "A vote on the record" in texts(await olga.slash(channel, "template preview", name="end-1"))
    told = await add(olga, channel, GOOD.replace("From our group", "Changed"), name="end-1.txt")
    assert "is ready as `end-1-2`. It replaces **From our group**." in told


async def test_two_templates_of_one_title_are_told_apart(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await add(olga, channel, name="first.txt")
    told = await add(olga, channel, name="second.txt")
    assert "`first` has the same title, so volunteers see the names too." in told
    options = await press(vera, await begin(vera, channel), "options")
    select = next(item for item in selects(options) if "letter-template/" in str(item.custom_id))
    assert [option.label for option in select.options[:3]] == [
        "From our group (first)",
        "From our group (second)",
        "A vote on the record",
    ]
    asked = texts(await olga.slash(channel, "template preview", name="From our group"))
    assert "Which one? `first`, `second` have this title." in asked


async def test_what_a_template_makes_is_shown_for_each_standing_also_with_fields_empty(
    olga: MemberActor, channel: ChannelHandle
) -> None:
    await add(olga, channel)
    shown = texts(await olga.slash(channel, "template preview", name="ours"))
    assert "for a tie that is active" in shown
    assert "With all that may be empty left out" in shown
    full, empty = shown.split("With all that may be empty left out")
    assert "My own words." in full
    assert "I live in Springfield." in full
    assert "My own words." not in empty
    assert "I live in Springfield." not in empty
    shown = texts(await olga.slash(channel, "template preview", name="ours", standing="unconfirmed"))
    assert "for a tie that is unconfirmed" in shown
    shown = texts(await olga.slash(channel, "template preview", name="general-1", standing="none"))
    assert "for a place without a tie" in shown
    refused = texts(await olga.slash(channel, "template preview", name="ours", standing="ended"))
    assert "**From our group** is for active and unconfirmed, not for ended." in refused


async def test_a_refusal_says_where_a_template_to_begin_with_is(olga: MemberActor, channel: ChannelHandle) -> None:
    for text in ("no header", b"x" * 2 * 1024 * 1024, GOOD.replace("en\n", "english?\n")):
        told = await add(olga, channel, text)
        assert "template export" in told
        assert "gives one to begin with" in told
        assert "docs/" not in told
