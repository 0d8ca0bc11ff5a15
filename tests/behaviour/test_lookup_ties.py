"""A volunteer lists ties, turns the pages, opens one, and takes the list as a file."""

from __future__ import annotations

import csv
import io

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot import Tiewatch
from cogs.kit.settings import Settings
from tests.world import labels, message_of, selects, texts


async def rows(shown: InteractionResult) -> list[dict[str, str]]:
    """The rows of the file that was answered."""
    [file] = message_of(shown).attachments
    assert file.filename == "tiewatch-ties-2026-11-28.csv"
    return list(csv.DictReader(io.StringIO((await file.read()).decode("utf-8-sig"), newline="")))


async def test_all_ties_are_listed_with_their_standings_in_pages(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ties")
    said = texts(shown)
    assert "All 106 ties on record" in said
    assert "**● Juneau, Alaska – Vladivostok**\n-# Active. On 4 April 2022 the Juneau Assembly voted 5–4" in said
    assert "-# ● active · ◐ suspended, not ended · ◇ dormant, no formal ending found · ? unconfirmed" in said
    assert "Page 1 of 9" in said
    assert labels(shown) == ["Back", "Next", "CSV file", "Share", "Remove"]


async def test_the_pages_hold_every_tie_once(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties"))
    found = []
    for page in range(9):
        shown = channel.history()[-1]
        assert f"Page {page + 1} of 9" in texts(shown)
        [select] = selects(shown)
        found += [option.value for option in select.options]
        if page < 8:
            await vera.click(card, label="Next")
    assert found == [f"tie:{tie_id}" for tie_id in bot.register.index.in_order()]
    assert set(found) == {f"tie:{tie_id}" for tie_id in bot.register.record.ties}


async def test_another_person_turns_the_pages_of_their_own_copy(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ties"))
    turned = await olga.click(card, label="Next")
    assert turned.ephemeral
    assert "Page 2 of 9" in texts(turned)
    assert "Page 1 of 9" in texts(channel.history()[-1])
    await olga.click(message_of(turned), label="Next")
    assert "Page 3 of 9" in texts(turned)


async def test_the_pages_turn_after_a_restart(
    empty: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ties", standing="unconfirmed"))
    await bot.close()
    fresh = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(fresh)
        await vera.click(card, label="Next")
        assert "52 of 106 ties" in texts(channel.history()[-1])
        assert "Page 2 of 5" in texts(channel.history()[-1])
    finally:
        await fresh.close()


async def test_a_tie_opens_beside_the_list(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ties", state="OR"))
    opened = await vera.select(card, ["tie:portland-or--khabarovsk"])
    assert opened.ephemeral
    assert "### Portland, Oregon – Khabarovsk, Russia" in texts(opened)
    assert "of 106 ties" in texts(channel.history()[-1])


@pytest.mark.parametrize("typed", ["Oregon", "or", "Ore.", "oregn", "Орегон"])
async def test_a_state_is_understood_in_any_usual_spelling(
    vera: MemberActor, channel: ChannelHandle, typed: str
) -> None:
    said = texts(await vera.slash(channel, "ties", state=typed))
    assert "Portland, Oregon – Khabarovsk" in said
    assert "In Oregon: 5 of 106 ties on record" in said


async def test_a_part_of_the_country_is_named_with_its_states(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "ties", state="pacific northwest"))
    assert "Pacific Northwest (Oregon and Washington)" in said


async def test_states_and_parts_of_the_country_are_suggested(vera: MemberActor, channel: ChannelHandle) -> None:
    found = await vera.autocomplete(channel, "ties", "state", "new")
    assert [choice["name"] for choice in found][:2] == ["New Hampshire", "New Jersey"]
    assert "New England" in [choice["name"] for choice in found]


async def test_an_unknown_state_is_refused_with_a_hint(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ties", state="**Ontario** @everyone")
    assert shown.ephemeral
    assert r"no state or part of the country called “\*\*Ontario\*\*”" in texts(shown)
    assert "@everyone" not in texts(shown)


async def test_state_standing_and_name_narrow_the_list_together(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ties", state="California", standing="ended", text="mosc")
    said = texts(shown)
    assert "Ended, in California, with “mosc” in a name: 1 of 11 ties on record there." in said
    assert "Santa Clara County, California – Moscow" in texts(shown)


async def test_an_empty_list_says_so_and_offers_nothing_dead(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ties", text="xyzzy")
    assert texts(shown) == "No tie with “xyzzy” in a name is on record."
    assert labels(shown) == ["Remove"]


@pytest.mark.parametrize("text", ["!!!", "\u200b\u200d", "🙂"])
async def test_a_text_without_words_is_refused_with_a_hint(
    vera: MemberActor, channel: ChannelHandle, text: str
) -> None:
    shown = await vera.slash(channel, "ties", text=text)
    assert shown.ephemeral
    assert "Try the beginning of a name" in texts(shown)


async def test_markup_in_a_text_stays_text(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "ties", text="**mosc** @everyone"))
    assert "**mosc" not in said
    assert "@everyone" not in said


async def test_the_list_is_taken_as_a_file_by_the_reader_alone(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ties", standing="suspended"))
    shown = await olga.click(card, label="CSV file")
    assert shown.ephemeral
    found = await rows(shown)
    assert len(found) == 20
    assert {row["standing"] for row in found} == {"suspended"}
    assert all(row["sources"].startswith("http") for row in found)


async def test_the_file_holds_all_pages_of_the_list(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.click(message_of(await vera.slash(channel, "ties")), label="CSV file")
    assert len(await rows(shown)) == 106


async def test_many_files_in_a_row_are_kindly_put_off(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ties"))
    for _ in range(3):
        assert message_of(await vera.click(card, label="CSV file")).attachments
    refused = await vera.click(card, label="CSV file")
    assert refused.ephemeral
    assert "Please try again in" in texts(refused)
    assert message_of(await olga.click(card, label="CSV file")).attachments
    await env.advance_time(61)
    assert message_of(await vera.click(card, label="CSV file")).attachments


async def test_a_list_asked_for_in_words_has_pages_and_a_file_too(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ask", question="which ties are unconfirmed?")
    assert "52 of 106" in texts(shown)
    await vera.click(message_of(shown), label="Next")
    assert "Page 2 of 5" in texts(channel.history()[-1])
    assert len(await rows(await vera.click(channel.history()[-1], label="CSV file"))) == 52


async def test_a_private_list_is_private(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ties", private=True)
    assert shown.ephemeral
    await vera.click(message_of(shown), label="Next")
    assert "Page 2 of 9" in texts(shown)
    assert not channel.history()
