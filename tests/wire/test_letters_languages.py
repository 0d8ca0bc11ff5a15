"""A letter begun in Ukrainian or in Russian: the guide, and a line in that language over each form."""

from __future__ import annotations

from tests.wire.double import Channel, Double, User
from tests.wire.double.exchange import Exchange, custom_ids, texts
from tests.wire.double.world import Message
from tests.wire.process import Launcher

PLACE = {"place": "Portland, Oregon – Khabarovsk, Russia"}
REASON = "Моя мама в Запоріжжі. Я бачу цей прапор щодня, коли йду на роботу через площу."


async def card(shown: Exchange, has: str = "") -> Message:
    """The message of an answer, once it has these words."""
    await shown.until(lambda exchange: exchange.original is not None and has in exchange.text)
    assert shown.original is not None
    return shown.original


def typed_words(reason: str) -> dict[str, str | list[str]]:
    """What is typed into the form for one's own words."""
    return {"connection": ["resident"], "reason": reason, "respect": ""}


def button(shown: Message, name: str) -> str:
    """The custom id of the button of an action."""
    return next(found for found in custom_ids(shown.payload) if found.startswith(f"letter-{name}/"))


LANGUAGES = (
    ("uk", "Як написати листа", "Можна українською", "Не пишіть вулиці"),
    ("ru", "Как написать письмо", "Можно на русском или украинском", "Не пишите улицу"),
)


async def test_who_reads_discord_in_it_finds_the_way_in_their_language(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    people = double.people
    async with launcher.started():
        for locale, guide, words, about in LANGUAGES:
            panel = await card(await people.slash(vera, channel, "letter write", PLACE, locale=locale))
            await card(await people.press(vera, panel, button(panel, "guide"), locale=locale), guide)
            form = await people.press(vera, panel, button(panel, "words"), locale=locale)
            assert words in texts({"components": form.modal["components"]})
            letter = await card(await people.submit(form, typed_words(REASON), locale=locale), "Review")
            assert button(letter, "guide") == button(panel, "guide")
            name = await people.press(vera, letter, button(letter, "about"), locale=locale)
            assert about in texts({"components": name.modal["components"]})


async def test_why_a_field_was_not_kept_is_said_in_their_language_too_and_nothing_to_others(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    people = double.people
    async with launcher.started():
        panel = await card(await people.slash(vera, channel, "letter write", PLACE))
        form = await people.press(vera, panel, button(panel, "words"))
        assert texts({"components": form.modal["components"]}) == ""
        refused = await people.submit(form, typed_words("Я спалю твою хату."), locale="uk")
        await refused.until(lambda exchange: exchange.followups == 1)
        told = "\n".join(texts(message.payload) for message in refused.messages.values())
        assert "звучить як погроза" in told
        assert "хату" not in told
