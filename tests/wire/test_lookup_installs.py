"""Lookups where only the person has installed the bot: what others may see there, and what may be pressed."""

from __future__ import annotations

import pytest

from tests.wire.double import Channel, Double, Install, User, texts
from tests.wire.double.exchange import Exchange, custom_ids
from tests.wire.double.validate import EPHEMERAL
from tests.wire.process import Launcher


def place(double: Double, *, external_apps: bool) -> Channel:
    """A channel of a server that the bot is not in."""
    guild = double.world.add_guild("Elsewhere", joined=False)
    everyone = guild.everyone.permissions
    everyone.update(view_channel=True, send_messages=True, use_external_apps=external_apps)
    return double.world.add_channel(guild, "general")


def ids(answered: Exchange) -> list[str]:
    """The custom ids in the answer."""
    assert answered.original is not None
    return custom_ids(answered.original.payload)


async def test_where_outside_apps_may_speak_the_answer_is_public_and_its_asker_removes_it(
    double: Double, launcher: Launcher, vera: User
) -> None:
    channel, people = place(double, external_apps=True), double.people
    async with launcher.started():
        answered = await people.slash(vera, channel, "status", {"place": "Dubuque"}, install=Install.USER)
        assert not answered.ephemeral
        assert ids(answered) == [
            "tie-history/1/dubuque-ia--pyatigorsk",
            "tie-sources/1/dubuque-ia--pyatigorsk",
            *ids(answered)[2:-1],
            f"remove/1/{vera.id}",
        ]
        card = answered.original
        assert card is not None
        other = double.world.add_user("Olga")
        refused = await people.press(other, card, f"remove/1/{vera.id}", install=Install.USER)
        await refused.until(lambda exchange: exchange.followups == 1)
        told = max(refused.messages.values(), key=lambda message: message.id)
        assert "Only the person who asked" in texts(told.payload)
        removed = await people.press(vera, card, f"remove/1/{vera.id}", install=Install.USER)
        await removed.until(lambda exchange: not exchange.messages)


async def test_where_outside_apps_may_not_speak_the_answer_is_private_and_all_buttons_work(
    double: Double, launcher: Launcher, vera: User
) -> None:
    channel, people = place(double, external_apps=False), double.people
    async with launcher.started():
        answered = await people.slash(vera, channel, "ask", {"question": "is Portland paired?"}, install=Install.USER)
        assert answered.ephemeral
        assert ids(answered) == ["choose/1/place/portland-me", "choose/1/place/portland-or"]
        assert answered.original is not None
        chosen = await people.press(vera, answered.original, "choose/1/place/portland-or", install=Install.USER)
        assert "Khabarovsk" in chosen.text
        button = "tie-history/1/portland-or--khabarovsk"
        assert button in ids(chosen)
        assert chosen.original is not None
        history = await people.press(vera, chosen.original, button, install=Install.USER)
        assert history.ephemeral
        assert "3 June 2022" in history.text


@pytest.mark.parametrize("external_apps", [True, False])
async def test_a_claim_can_be_posted_only_where_outside_apps_may_speak(
    double: Double, launcher: Launcher, vera: User, external_apps: bool
) -> None:
    channel, people = place(double, external_apps=external_apps), double.people
    claim = double.world.say(channel, vera, "Chicago is paired with Khabarovsk")
    async with launcher.started():
        checked = await people.context_menu(vera, channel, "Check this claim", claim, install=Install.USER)
        assert checked.ephemeral
        assert (f"post/1/{claim.id}" in ids(checked)) is external_apps
        assert "No tie between Chicago, Illinois, and Khabarovsk, Russia, is on record." in checked.text
        if not external_apps:
            return
        assert checked.original is not None
        posted = await people.press(vera, checked.original, f"post/1/{claim.id}", install=Install.USER)
        await posted.until(lambda exchange: exchange.followups == 1)
        public = max(posted.messages.values(), key=lambda message: message.id)
        assert f"<@{vera.id}> asked me to check" in texts(public.payload)
        assert not (public.payload.get("flags") or 0) & EPHEMERAL
