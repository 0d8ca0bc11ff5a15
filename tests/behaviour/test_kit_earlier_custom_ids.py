"""What stands on messages from before custom ids became routes still does what it said, or is answered kindly."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import discord
import pytest
import tomli
from discord import ui
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.components import Layout
from cogs.lookup.model import SortOrder, TieFilter
from cogs.lookup.routes import ListFile, ListPage
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.standings import Standing
from tests.world import message_of, texts

OLD = tomli.loads((Path(__file__).parent / "old_custom_ids.toml").read_text(encoding="utf-8"))
# By the first parts of the old id: the route that it means now.
MEANS = {
    "change announce": "AnnounceChange",
    "change skip": "SkipChange",
    "draft act": "SaveTexts",
    "draft back": "SendBack",
    "draft cancel": "Cancel",
    "draft date": "SaveTexts",
    "draft dispute": "Dispute",
    "draft go announce": "RecordAndAnnounce",
    "draft go quietly": "RecordQuietly",
    "draft open act": "OpenForm",
    "draft open date": "OpenForm",
    "draft open source": "OpenForm",
    "draft open why": "OpenForm",
    "draft order": "MoveInOrder",
    "draft progress": "ShowSending",
    "draft proposed": "Propose",
    "draft returned": "SaveReason",
    "draft second": "AskSecond",
    "draft source": "SaveSource",
    "draft sources": "EditSources",
    "draft target": "ChooseActToCorrect",
    "draft tie": "ChooseTie",
    "draft undispute": "DoNotDispute",
    "draft use": "UseSource",
    "draft why": "SaveTexts",
    "follow again": "FollowAgain",
    "follow edit": "EditSubscription",
    "follow end": "Unfollow",
    "follow page": "SubscriptionsPage",
    "follow silent": "PingNobody",
    "follow test": "SendTest",
    "follow typed": "EditAgain",
    "follow undo": "UndoChange",
    "followed": "SubmitSubscription",
    "help": "HelpPage",
    "privacy": "ForgetMe KeepMine",
    "choose": "ChooseOneOf",
    "choose place": "Choose",
    "choose tie": "Choose",
    "delivery": "DeliveryPress",
    "delivery enough": "DeliveryAction",
    "delivery off": "DeliveryAction",
    "delivery silent": "DeliveryAction",
    "history": "HistoryPage",
    "letter about": "EditAbout",
    "letter after": "ShowSent",
    "letter answer": "NoteAnswer",
    "letter ask": "ChooseRequest",
    "letter close": "ClosePanel",
    "letter copy": "CopyLetter",
    "letter delete": "AskToDelete",
    "letter drop": "DeleteDraft",
    "letter fair": "SetFairLine",
    "letter file": "DownloadLetter",
    "letter forget": "DoNotRemind",
    "letter guide": "ShowGuide",
    "letter open": "OpenDraft",
    "letter options": "ShowOptions",
    "letter pick": "AboutOneOf AboutPlace",
    "letter place": "AboutPlace",
    "letter points": "ChoosePoints",
    "letter recipient": "ChooseRecipient",
    "letter refresh": "UseNewFact",
    "letter remind": "RemindAboutLetter",
    "letter rename": "RenameDraft",
    "letter save": "SaveLetter",
    "letter sent": "MarkSent",
    "letter show": "ShowLetter",
    "letter tell": "SetTell",
    "letter template": "ChooseTemplate",
    "letter tie": "AboutTie",
    "letter words": "EditWords",
    "open": "OpenTie",
    "post": "PostCheck",
    "queue change": "OpenChange",
    "queue own": "OpenOwnDraft",
    "queue second": "OpenWaitingDraft",
    "remove": "Remove",
    "sources": "SourcesPage",
    "tie history": "TieHistory",
    "tie letter": "WriteAboutTie",
    "tie sources": "TieSources",
    "tie watch": "WatchTie",
    "watch off": "StopWatch",
    "watch on": "StartWatch",
    "watched page": "WatchesPage",
    "watched stop": "StopWatches",
}


def old_filter(meant: dict[str, Any]) -> TieFilter:
    """The filter that an old id meant."""
    return TieFilter(
        states=tuple(meant.get("states", ())),
        standings=tuple(map(Standing, meant.get("standings", ()))),
        authorities=tuple(map(Authority, meant.get("authorities", ()))),
        levels=tuple(map(Level, meant.get("levels", ()))),
        since=date.fromisoformat(meant["since"]) if "since" in meant else None,
        until=date.fromisoformat(meant["until"]) if "until" in meant else None,
        founded=meant.get("founded", False),
        text=meant.get("text", ""),
        where=meant.get("where", ""),
        order=SortOrder(meant.get("order", "record")),
    )


@pytest.mark.parametrize("meant", OLD["list"], ids=lambda meant: meant["id"])
def test_an_old_list_is_the_same_list(meant: dict[str, Any]) -> None:
    chosen = old_filter(meant)
    wanted = ListPage(meant["page"], chosen) if "page" in meant else ListFile(chosen)
    assert type(wanted).read(meant["id"]) == wanted


@pytest.mark.parametrize("custom_id", OLD["list_without_places"])
def test_an_old_list_that_is_not_certain_is_none(custom_id: str) -> None:
    assert ListPage.read(custom_id) is None


async def test_every_old_button_select_and_form_means_what_it_meant(bot: Tiewatch) -> None:
    assert MEANS.keys() == OLD["press"].keys() | OLD["form"].keys()
    for kind, ids in (OLD["press"] | OLD["form"]).items():
        for custom_id in ids:
            found = [type(route).__name__ for each in bot.router.routes() if (route := each.read(custom_id))]
            assert len(found) == 1, custom_id
            assert found[0] in MEANS[kind].split(), custom_id


async def test_an_old_list_turns_and_one_that_is_not_certain_asks_to_ask_again(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    old = next(meant["id"] for meant in OLD["list"] if meant.get("where") == "Pacific Northwest")
    card = await room.send(view=Layout(ui.ActionRow(ui.Button(label="Next", custom_id=old))))
    await vera.click(card, label="Next")
    assert "Pacific Northwest (Oregon and Washington)" in texts(channel.history()[-1])
    unclear = OLD["list_without_places"][0]
    card = await room.send(view=Layout(ui.ActionRow(ui.Button(label="Next", custom_id=unclear))))
    said = message_of(await vera.click(card, label="Next"))
    assert "use the command again for a fresh one" in texts(said)
