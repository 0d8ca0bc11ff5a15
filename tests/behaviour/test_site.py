"""The public page beside the bot: built after the start and after an act, and linked to from cards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import ROOT, Settings
from cogs.site import addresses
from cogs.site.cog import FIRST_LOOK_SECONDS, MINUTES_BETWEEN
from db.record.models import PartialDate, Search
from db.record.search_outcomes import SearchOutcome
from db.store import records
from preview import World, empty_discord
from tests.behaviour.announcements_steps import HOUR
from tests.world import NOW, buttons, texts

SMALL = ROOT / "tests" / "record"
ADDRESS = "https://example.org/tiewatch/"
TIE = "portland-or--khabarovsk"
SECONDS_TO_BUILD = 180


@pytest.fixture
async def empty() -> AsyncIterator[Env]:
    """SimCord without the bot; its clock waits for a build, which draws every picture."""
    async with empty_discord(NOW, SECONDS_TO_BUILD) as env:
        yield env


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    """The settings of the bot under test, with a folder and an address for the page, and no database yet."""
    return replace(settings, database=tmp_path / "small.sqlite3", site_folder=tmp_path / "site", site_address=ADDRESS)


@pytest.fixture
async def bot(empty: Env, world: World, settings: Settings) -> AsyncIterator[Tiewatch]:
    """The bot with the small record of the tests: what ships has three hundred pictures, which are drawn."""
    opened = await Tiewatch.open(settings, empty.now, SMALL)
    try:
        await empty.restart_bot(opened)
        yield opened
    finally:
        await opened.close()


async def test_a_card_links_to_the_page_of_its_tie_and_about_to_all(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = await vera.slash(channel, "status", place="Portland, Oregon – Khabarovsk, Russia")
    link = next(button for button in buttons(card) if button.label == "Open page")
    assert (link.style, link.url) == (discord.ButtonStyle.link, f"{ADDRESS}{addresses.tie_page(TIE)}")
    assert f"<{ADDRESS}>" in texts(await vera.slash(channel, "about"))


async def test_the_page_is_built_after_the_start_then_after_a_change_else_once_a_day(
    bot: Tiewatch, env: Env, settings: Settings
) -> None:
    assert settings.site_folder is not None
    page = settings.site_folder / addresses.tie_page(TIE)
    await env.advance_time(FIRST_LOOK_SECONDS + 1)
    assert f"{ADDRESS}pictures/ties/{TIE}.png" in page.read_text(encoding="utf-8")
    tie = bot.register.tie(TIE)
    looked = Search(PartialDate.parse("2026-11-28"), "the minutes of a made-up meeting", SearchOutcome.NOTHING_FURTHER)
    async with bot.database.transaction() as conn:
        await records.add_search(conn, TIE, looked, by=None)
    bot.register.replace_tie(replace(tie, searches=(*tie.searches, looked)))
    await env.advance_time(MINUTES_BETWEEN * 60 + 1)
    assert looked.where in page.read_text(encoding="utf-8")
    built = page.stat().st_ino
    await env.advance_time(12 * HOUR)
    assert page.stat().st_ino == built
    await env.advance_time(13 * HOUR)
    assert page.stat().st_ino != built


@pytest.mark.expects_errors
async def test_a_folder_that_is_not_the_pages_is_left_alone_and_the_log_says_so(
    bot: Tiewatch, env: Env, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert settings.site_folder is not None
    settings.site_folder.mkdir()
    (settings.site_folder / "mine.txt").write_text("mine", encoding="utf-8")
    await env.advance_time(FIRST_LOOK_SECONDS + 1)
    (told,) = [item for item in caplog.records if item.levelname == "ERROR"]
    assert told.getMessage() == "The public page was not built; it is tried again"
    assert "choose another one" in str(vars(told)["why"])
    assert [found.name for found in settings.site_folder.iterdir()] == ["mine.txt"]
