"""What a person sees when something goes wrong, and what the operator finds in the log."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable

import aiohttp
import discord
import pytest
from discord import ui
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot import Tiewatch
from cogs.kit.bot import Interaction
from cogs.kit.cards import Option, button, picker
from cogs.kit.components import Form, Layout, chosen, fields, uploads
from cogs.kit.failures import Refusal
from cogs.kit.replies import defer, say
from cogs.kit.router import handles
from cogs.kit.routes import FormRoute, PressRoute, Reply
from cogs.kit.settings import Settings
from db.store.database import DatabaseError
from tests.behaviour.editing_steps import button_id
from tests.behaviour.forging import forge_press
from tests.world import message_of, texts

SECRET = "my own words"
Raises = Callable[[], Exception]


class Press(PressRoute, name="press", reply=Reply.IN_PLACE):
    """A button with values."""

    number: int
    text: str


class Pick(PressRoute, name="pick", reply=Reply.NEW_MESSAGE):
    """A select."""


class Ask(PressRoute, name="ask", reply=Reply.FORM):
    """A button that opens a form."""

    request: int


class Fail(PressRoute, name="fail", reply=Reply.NEW_MESSAGE):
    """A button whose handler fails."""


class SayNothing(PressRoute, name="nothing", reply=Reply.NEW_MESSAGE):
    """A button whose handler does not answer."""


class Gone(PressRoute, name="gone", reply=Reply.NEW_MESSAGE):
    """A button that nobody handles any more."""


class Submit(FormRoute, name="form", reply=Reply.IN_PLACE):
    """The form."""

    request: int


class Retired(FormRoute, name="retired", reply=Reply.IN_PLACE):
    """A form that nobody handles any more."""


class Features:
    """Buttons, a select and a form, some of which fail."""

    def __init__(self, raises: Raises) -> None:
        self.raises = raises

    @handles(Press)
    async def press(self, interaction: Interaction, route: Press) -> None:
        """Say what came with the button."""
        await interaction.response.edit_message(view=Layout(ui.TextDisplay(f"pressed {route.number} {route.text}")))

    @handles(Pick)
    async def pick(self, interaction: Interaction, route: Pick) -> None:
        """Say what was chosen."""
        await say(interaction, f"picked {chosen(interaction)}")

    @handles(Ask)
    async def ask(self, interaction: Interaction, route: Ask) -> None:
        """Open the form."""
        await interaction.response.send_modal(a_form(Submit(route.request)))

    @handles(Submit)
    async def sent(self, interaction: Interaction, route: Submit) -> None:
        """Say what came with the form."""
        files = {name: [file.filename for file in found] for name, found in uploads(interaction).items()}
        await say(interaction, f"form {route.request} {dict(fields(interaction))} {files}")

    @handles(Fail)
    async def fail(self, interaction: Interaction, route: Fail) -> None:
        """Fail."""
        raise self.raises()

    @handles(SayNothing)
    async def say_nothing(self, interaction: Interaction, route: SayNothing) -> None:
        """Forget to answer."""


class Wait(PressRoute, name="wait", reply=Reply.IN_PLACE):
    """To be answered at once."""


class Anew(PressRoute, name="anew", reply=Reply.NEW_MESSAGE):
    """To be answered in a new message."""


class Undeclared:
    """Handlers that do something else than their routes say."""

    @handles(Wait)
    async def wait(self, interaction: Interaction, route: Wait) -> None:
        """Defer, though it is to be answered at once."""
        await defer(interaction)

    @handles(Anew)
    async def anew(self, interaction: Interaction, route: Anew) -> None:
        """Change what was pressed, though it is to stay."""
        await interaction.response.edit_message(view=Layout(ui.TextDisplay("changed")))


async def add_features(bot: Tiewatch, raises: Raises) -> None:
    """Give the bot a command, an autocomplete, buttons, a select and a form; all but the plain ones fail."""
    bot.router.add_handlers(Features(raises))
    add_commands(bot, raises)
    await bot.tree.sync()


def add_commands(bot: Tiewatch, raises: Raises) -> None:
    """Give the bot the commands of these tests."""

    @bot.tree.command(name="card", description="A card with everything on it")
    async def card(interaction: Interaction, private: bool) -> None:
        await interaction.response.send_message(view=a_card(), ephemeral=private)

    @bot.tree.command(name="broken", description="It always fails")
    async def broken(interaction: Interaction, text: str) -> None:
        raise raises()

    @broken.autocomplete("text")
    async def suggest(interaction: Interaction, typed: str) -> list[discord.app_commands.Choice[str]]:
        raise Refusal(typed) if typed == "no" else ValueError(typed)

    @bot.tree.command(name="late", description="It fails after its answer")
    async def late(interaction: Interaction) -> None:
        await say(interaction, "first")
        raise raises()

    @bot.tree.command(name="silent", description="It forgets to answer")
    async def silent(interaction: Interaction) -> None:
        return


def a_card() -> Layout:
    """A card with a button of each kind and a select."""
    routes = {"press": Press(1, "x"), "ask": Ask(7), "fail": Fail(), "nothing": SayNothing(), "gone": Gone()}
    option = Option("Oregon", "OR")
    return Layout(
        ui.TextDisplay("a card"),
        ui.ActionRow(*(button(label, route) for label, route in routes.items())),
        picker([option], Pick(), "Choose"),
    )


def a_form(route: FormRoute) -> Form:
    """A form with a field of each kind."""
    radio = [discord.RadioGroupOption(label=word, value=word) for word in ("yes", "no")]
    boxes = [discord.CheckboxGroupOption(label=word, value=word) for word in ("a", "b", "c")]
    return Form(
        "A form",
        route,
        ui.Label(text="Text", component=ui.TextInput(custom_id="text", style=discord.TextStyle.long)),
        ui.Label(text="Radio", component=ui.RadioGroup(custom_id="radio", options=radio)),
        ui.Label(text="Boxes", component=ui.CheckboxGroup(custom_id="boxes", options=boxes, required=False)),
        ui.Label(text="Tick", component=ui.Checkbox(custom_id="tick")),
        ui.Label(text="File", component=ui.FileUpload(custom_id="file", required=False)),
    )


FILLED = {"text": " \x00héllo\u202e ", "radio": "no", "boxes": ["a", "c"], "tick": True, "file": ("a.txt", b"abc")}
RECEIVED = "form 7 {'text': ('héllo',), 'radio': ('no',), 'boxes': ('a', 'c'), 'tick': ('true',)"


def nothing() -> Exception:
    """The error of features that do not fail."""
    return AssertionError("not to be raised")


async def restarted(env: Env, old: Tiewatch, settings: Settings, raises: Raises = nothing) -> Tiewatch:
    """End the bot and start it anew on the same database."""
    await old.close()
    new = await Tiewatch.open(settings, env.now)
    await env.restart_bot(new)
    await add_features(new, raises)
    return new


@pytest.mark.parametrize("private", [True, False])
async def test_buttons_selects_and_forms_answer_and_nothing_is_kept_about_them(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, private: bool
) -> None:
    await add_features(bot, nothing)
    card = (await vera.slash(channel, "card", private=private)).response
    assert card is not None
    assert card.ephemeral is private
    assert texts(await vera.select(card, ["OR"])) == "picked ('OR',)"
    form = await vera.click(card, label="ask")
    assert texts(await vera.submit_modal(form, FILLED)).startswith(RECEIVED)
    await vera.click(card, label="press")
    assert texts(card) == "pressed 1 x"
    assert not bot.persistent_views
    assert not bot._connection._view_store._views
    assert not bot._connection._view_store._modals


async def test_two_people_with_the_same_form_open_each_get_their_own_answer(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await add_features(bot, nothing)
    card = (await vera.slash(channel, "card", private=False)).response
    assert card is not None
    hers, olgas = await vera.click(card, label="ask"), await olga.click(card, label="ask")
    first = await vera.submit_modal(hers, {**FILLED, "text": "from Vera"})
    second = await olga.submit_modal(olgas, {**FILLED, "text": "from Olga"})
    assert "from Vera" in texts(first)
    assert "from Olga" in texts(second)


async def test_after_a_restart_old_buttons_and_an_open_form_still_answer(
    env: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    await add_features(bot, nothing)
    card = (await vera.slash(channel, "card", private=False)).response
    assert card is not None
    form = await vera.click(card, label="ask")
    new = await restarted(env, bot, settings)
    try:
        assert texts(await vera.submit_modal(form, FILLED)).startswith(RECEIVED)
        await vera.click(card, label="press")
        assert texts(card) == "pressed 1 x"
    finally:
        await new.close()


async def test_a_button_that_was_edited_away_while_it_was_pressed_is_answered_as_that(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await add_features(bot, nothing)
    card = message_of(await vera.slash(channel, "card", private=False))
    pressed = button_id(card, "press")
    await vera.click(card, label="press")
    answered = await forge_press(vera, message_of(card), pressed)
    assert "This message has changed since that was shown, so nothing was done." in texts(answered)
    assert answered.ephemeral


@pytest.mark.expects_errors
@pytest.mark.parametrize(("route", "name"), [(Wait, "Wait"), (Anew, "Anew")])
async def test_a_handler_that_does_not_answer_as_its_route_declares_is_named_in_the_log(
    bot: Tiewatch,
    vera: MemberActor,
    channel: ChannelHandle,
    caplog: pytest.LogCaptureFixture,
    route: type[PressRoute],
    name: str,
) -> None:
    bot.router.add_handlers(Undeclared())
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    card = await room.send(view=Layout(ui.ActionRow(button(name, route()))))
    await vera.click(card, label=name)
    logged = [item for item in caplog.records if "as its route declares" in item.getMessage()]
    assert [vars(item)["what"] for item in logged] == [route.name]


async def test_a_button_of_an_earlier_version_is_answered_kindly(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await add_features(bot, nothing)
    card = (await vera.slash(channel, "card", private=False)).response
    assert card is not None
    answered = await vera.click(card, label="gone")
    assert "earlier version" in texts(answered)
    assert answered.ephemeral


@pytest.mark.parametrize(
    ("text", "as_file"),
    [("a short reason", False), ("x" * 4000, True), ("with ``` in it", True), ("with `` and ` in it", False)],
)
async def test_a_form_of_an_earlier_version_gives_back_what_was_typed(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, text: str, as_file: bool
) -> None:
    async def ask_old(interaction: Interaction) -> None:
        await interaction.response.send_modal(a_form(Retired()))

    bot.tree.add_command(discord.app_commands.Command(name="old", description="An old form", callback=ask_old))
    await bot.tree.sync()
    form = await vera.slash(channel, "old")
    answered = await vera.submit_modal(form, {**FILLED, "text": text})
    files = message_of(answered).attachments
    given_back = (await files[0].read()).decode() if files else texts(answered)
    assert given_back == text if files else f"\n```\n{text}\n```" in given_back, "choices and files are no typed text"
    assert bool(files) == as_file, "what would end the frame early, or has no room in it, comes as a file"
    assert answered.ephemeral


@pytest.mark.expects_errors
@pytest.mark.parametrize("way", ["command", "after its answer", "button"])
async def test_an_unexpected_error_gives_an_apology_and_the_log_has_the_trace_under_the_same_reference(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    await add_features(bot, lambda: ValueError(SECRET))
    shown = await provoke(way, vera, channel)
    assert "something went wrong" in shown
    assert SECRET not in shown
    (found,) = [item for item in caplog.records if item.getMessage() == "Unexpected error"]
    assert f"`{found.__dict__['reference']}`" in shown
    assert found.exc_info is not None
    assert isinstance(found.exc_info[1], ValueError)
    assert SECRET not in found.getMessage()


async def provoke(way: str, vera: MemberActor, channel: ChannelHandle) -> str:
    """Make a feature fail in one of three ways, and return what the person sees of it."""
    if way == "command":
        return texts(await vera.slash(channel, "broken", text=SECRET))
    if way == "after its answer":
        result = await vera.slash(channel, "late")
        assert all(message.ephemeral for message in result.followups)
        return texts(result.followups[-1])
    card = (await vera.slash(channel, "card", private=False)).response
    assert card is not None
    return texts(await vera.click(card, label="fail"))


@pytest.mark.expects_errors
async def test_a_handler_that_forgets_to_answer_still_gets_an_answer(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await add_features(bot, nothing)
    card = (await vera.slash(channel, "card", private=False)).response
    assert card is not None
    assert "something went wrong" in texts(await vera.slash(channel, "silent"))
    assert "something went wrong" in texts(await vera.click(card, label="nothing"))


@pytest.mark.expects_errors
async def test_a_failed_autocomplete_offers_nothing_and_is_logged(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await add_features(bot, nothing)
    assert await vera.autocomplete(channel, "broken", "text", SECRET) == []
    assert [item for item in caplog.records if "autocomplete" in item.getMessage()]


async def test_a_refused_autocomplete_offers_nothing_and_is_not_logged(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await add_features(bot, nothing)
    before = len(caplog.records)
    assert await vera.autocomplete(channel, "broken", "text", "no") == []
    assert len(caplog.records) == before


async def test_an_expected_no_is_said_to_the_person_alone_and_not_logged(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await add_features(bot, lambda: Refusal("Only editors may do that."))
    before = len(caplog.records)
    result = await vera.slash(channel, "broken", text="x")
    assert texts(result) == "Only editors may do that."
    assert result.ephemeral
    assert len(caplog.records) == before


@pytest.mark.parametrize(
    "error",
    [
        aiohttp.ServerDisconnectedError(),
        ConnectionResetError(104, "reset"),
        TimeoutError(),
        discord.RateLimited(3600),
    ],
)
async def test_a_network_failure_is_said_kindly_and_logged_as_a_warning(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    await add_features(bot, lambda: error)
    assert "try again in a moment" in texts(await vera.slash(channel, "broken", text="x"))
    assert [item.levelno for item in caplog.records if item.getMessage() == "Discord did not answer"] == [
        logging.WARNING
    ]


@pytest.mark.expects_errors
async def test_a_full_disk_is_said_to_the_person_and_its_remedy_to_the_operator(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await add_features(bot, lambda: DatabaseError("Database x: the disk is full; free some space"))
    assert "nothing was changed" in texts(await vera.slash(channel, "broken", text="x"))
    assert [item for item in caplog.records if "free some space" in str(item.__dict__.get("remedy"))]


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (404, 10015), (500, 0), (503, 0), (429, 0)])
async def test_an_answer_that_discord_does_not_take_is_a_warning_and_the_next_one_works(
    env: Env,
    bot: Tiewatch,
    vera: MemberActor,
    channel: ChannelHandle,
    caplog: pytest.LogCaptureFixture,
    status: int,
    code: int,
) -> None:
    await add_features(bot, nothing)
    times = 1 if status == 404 else 2
    env.inject_error("POST", "/interactions/*/*/callback", status=status, code=code, times=times)
    lost: InteractionResult = await vera.slash(channel, "card", private=False)
    assert not lost.acknowledged
    assert [item for item in caplog.records if item.levelno == logging.WARNING and item.name == "cogs.kit.replies"]
    assert texts(await vera.slash(channel, "card", private=False)) == "a card"


@pytest.mark.expects_errors
async def test_an_error_in_a_listener_is_logged_without_what_it_was_given(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    async def on_message(message: discord.Message) -> None:
        raise sqlite3.OperationalError("no such table: x")

    bot.add_listener(on_message)
    await vera.send(channel, f"{SECRET} <@{bot.user.id if bot.user else 0}>")
    found = [item for item in caplog.records if item.getMessage() == "A listener failed"]
    assert found
    assert not [item for item in found if SECRET in str(item.__dict__)]
