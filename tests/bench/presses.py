"""Hostile presses, choices and forms, made from every route, against the real bot: does it answer each of them?"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeAlias, TypeVar

import discord
from discord import ui
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult
from simcord.types import HttpLogEntry

from bot import Tiewatch
from cogs.kit.components import Layout
from cogs.kit.routes import MAX_CUSTOM_ID, route_name
from cogs.kit.settings import Settings
from preview import HOME_SERVER, build_world, empty_discord
from tests.behaviour.forging import forge_choice, forge_form, forge_press
from tests.bench.figures import Figure
from tests.bench.hostile_ids import HOSTILE, PINGS, HostileIds
from tests.world import NOW, texts

PRESSES = 20_000
SECONDS_PER_ACTION = 60
SWEEP = 300
AT_ONCE = 20
# So long goes by after so many, so that what is allowed so often in a minute is allowed again.
SECONDS_BETWEEN = 15
MOST_SEEN = 500
# Fields that many forms have; those of the forms that the bot opens are added.
FIELDS = ("reason", "words", "why", "date", "address", "place", "tie", "kind", "summary", "note", "where")
# Routes that are on selects alone: the bot shows no button with such an id.
ONLY_CHOSEN = frozenset(
    {
        *("choose-one", "open", "link-settle", "tip-show", "tip-tie"),
        *("queue-open", "queue-own", "queue-second", "queue-change"),
        *("draft-tie", "draft-target", "draft-use", "draft-order"),
    }
)
# Discord's numbers of answers that are no message: choices while one types, and forms.
NO_MESSAGE = frozenset({8, 9})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a channel, and two messages there: another person's, and one of the bot's with a button."""

    who: MemberActor
    channel: ChannelHandle
    room: discord.TextChannel
    other: discord.Message
    card: discord.Message


@dataclass(frozen=True, slots=True)
class Select:
    """A select as the bot sent it."""

    custom_id: str
    values: Sequence[str]
    least: int = 1
    most: int = 1


@dataclass(slots=True)
class Stage:
    """The running bot, those who press, and what they know to send."""

    env: Env
    bot: Tiewatch
    seats: Sequence[Seat]
    ids: HostileIds
    random: Random
    fields: list[str] = field(default_factory=lambda: list(FIELDS))
    selects: list[Select] = field(default_factory=list)

    def learn(self, result: InteractionResult) -> None:
        """Remember what was answered with: buttons, selects, forms and their fields."""
        shown = [*([result.response] if result.response else ()), *result.followups]
        for part in _parts([each.components for each in shown]):
            self._remember(self.ids.seen, part["custom_id"])
            if values := [option["value"] for option in part.get("options", ())]:
                least, most = part.get("min_values", 1), part.get("max_values", 1)
                self._remember(self.selects, Select(part["custom_id"], values, least, most))
        if result.modal:
            self._remember(self.ids.seen, result.modal["custom_id"])
            names = [part["custom_id"] for part in _parts(result.modal["components"])]
            self.fields = list(dict.fromkeys([*self.fields, *names]))

    def _remember(self, known: list[T], new: T) -> None:
        if len(known) < MOST_SEEN:
            known.append(new)
        else:
            known[self.random.randrange(MOST_SEEN)] = new


Way: TypeAlias = Callable[[Stage, Seat, str], Awaitable[InteractionResult]]


class Errors(logging.Handler):
    """Counts what is logged as an error, by its text."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.counts: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count it."""
        said = f" ({record.exc_info[1]!r})" if record.exc_info else ""
        self.counts[f"{record.getMessage()}{said}"] += 1


async def measure(presses: int = PRESSES) -> AsyncIterator[Figure]:
    """How many were not answered, logged as errors or pinged somebody, and whether the bot answers as ever."""
    unanswered: Counter[str] = Counter()
    pings = 0
    with _logged() as errors:
        async with _staged() as stage:
            ids = islice(stage.ids, presses)
            while batch := [*islice(ids, AT_ONCE)]:
                stage.env.http_requests.clear()
                results = await asyncio.gather(*(_press(stage, custom_id) for custom_id in batch))
                for custom_id, result in zip(batch, results, strict=True):
                    if not _is_answered(result, stage.env.http_requests):
                        unanswered[custom_id] += 1
                    stage.learn(result)
                pings += sum(map(_pings, stage.env.http_requests))
                await stage.env.advance_time(SECONDS_BETWEEN)
            seat = stage.seats[0]
            said = texts(await seat.who.slash(seat.channel, "status", place="Juneau"))
    group = f"{presses:,} hostile presses"
    yield Figure(group, "not answered", unanswered.total(), "", 0, 0)
    yield Figure(group, "errors logged", errors.counts.total(), "", 0, 0)
    yield Figure(group, "messages that may ping", pings, "", 0, 0)
    yield Figure(group, "answers to /status after them", float("Vladivostok" in said), "", 1, 1, at_least=True)
    for text in (*unanswered, *errors.counts):
        yield Figure(group, text[:200], unanswered[text] or errors.counts[text], "")


@contextmanager
def _logged() -> Iterator[Errors]:
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        yield errors
    finally:
        logging.getLogger().removeHandler(errors)


@asynccontextmanager
async def _staged() -> AsyncIterator[Stage]:
    """The bot in its home server and in a stranger's."""
    async with empty_discord(NOW, SECONDS_PER_ACTION) as env:
        world = build_world(env)
        elsewhere = env.create_guild("Elsewhere")
        away = elsewhere.create_text_channel("general")
        stranger = elsewhere.add_member(env.create_user("mallory", global_name="Mallory"))
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(database=Path(folder) / "x.sqlite3", home_server=HOME_SERVER, backups=None, sweep=SWEEP)
            bot = await Tiewatch.open(settings, env.now)
            try:
                await env.restart_bot(bot)
                await world.olga.slash(world.channel, "setup", role=world.editors, channel=world.channel)
                seats = [
                    await _seat(bot, who, channel)
                    for who, channel in ((world.vera, world.channel), (stranger, away), (world.ed, world.channel))
                ]
                ids = HostileIds(bot.router.routes(), bot.register.record, [seat.who.id for seat in seats])
                stage = Stage(env, bot, seats, ids, ids.random)
                for seat in seats:
                    await _open_cards(stage, seat)
                yield stage
            finally:
                await bot.close()


async def _seat(bot: Tiewatch, who: MemberActor, channel: ChannelHandle) -> Seat:
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    other = await who.send(channel, "Is Juneau still paired with Vladivostok?")
    return Seat(who, channel, room, other, await _with_button(room, "nothing"))


async def _open_cards(stage: Stage, seat: Seat) -> None:
    """Ask for some cards as everybody may, and remember what their buttons say."""
    for command, options in (
        ("status", {"place": "Juneau"}),
        ("ties", {"state": "OR"}),
        ("letter write", {"place": "Eugene, Oregon"}),
        ("tip send", {}),
        ("progress", {}),
    ):
        stage.learn(await seat.who.slash(seat.channel, command, **options))


async def _press(stage: Stage, custom_id: str) -> InteractionResult:
    is_form = route_name(custom_id) in stage.ids.forms
    way, seat = stage.random.choice((*WAYS, *(submit,) * 20) if is_form else WAYS), stage.random.choice(stage.seats)
    return await way(stage, seat, custom_id)


async def _with_button(room: discord.TextChannel, custom_id: str) -> discord.Message:
    return await _send(room, ui.Button(label="Press", custom_id=custom_id))


async def _with_select(room: discord.TextChannel, select: Select) -> discord.Message:
    options = [discord.SelectOption(label="x", value=value) for value in select.values]
    shown: ui.Select[Any] = ui.Select(
        custom_id=select.custom_id, options=options, min_values=select.least, max_values=select.most
    )
    return await _send(room, shown)


async def _send(room: discord.TextChannel, item: ui.Item[Any]) -> discord.Message:
    """A card of the bot's with this, in a frame as on all of them."""
    return await room.send(view=Layout(ui.Container(ui.TextDisplay("A card"), ui.ActionRow(item))))


async def press_shown(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """On a message of the bot's that has such a button, or such a select without a choice, as an old one may."""
    if not 0 < len(custom_id) <= MAX_CUSTOM_ID:
        return await forge_press(seat.who, seat.card, custom_id)
    if any(route.name in ONLY_CHOSEN and route.read(custom_id) for route in stage.ids.routes):
        return await forge_choice(seat.who, await _with_select(seat.room, Select(custom_id, ["x"])), custom_id)
    return await forge_press(seat.who, await _with_button(seat.room, custom_id), custom_id)


async def press_not_shown(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """On a message of the bot's without such a button."""
    return await forge_press(seat.who, seat.card, custom_id)


async def press_on_others(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """On a message of somebody else's."""
    return await forge_press(seat.who, seat.other, custom_id)


async def choose(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """In a select as the bot sent it: what it offers, what it does not, nothing, and too much."""
    if not stage.selects:
        return await forge_choice(seat.who, seat.card, custom_id, "x")
    select = stage.random.choice(stage.selects)
    offered, other = stage.random.choice(select.values), stage.random.choice(HOSTILE)
    values = stage.random.choice(([offered], [offered], [other], [], [offered, other], [offered] * 30))
    return await forge_choice(seat.who, await _with_select(seat.room, select), select.custom_id, *values)


async def choose_unknown(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """In a select that has such an id, as an old one may: what it does not offer."""
    if not 0 < len(custom_id) <= MAX_CUSTOM_ID:
        return await forge_choice(seat.who, seat.card, custom_id, "x")
    card = await _with_select(seat.room, Select(custom_id, ["x"]))
    return await forge_choice(seat.who, card, custom_id, stage.random.choice(HOSTILE))


async def submit(stage: Stage, seat: Seat, custom_id: str) -> InteractionResult:
    """A form that nobody opened, with fields of other forms."""
    names = stage.random.sample(stage.fields, stage.random.randrange(1, 6))
    typed = {name: stage.random.choice((*HOSTILE, PINGS * 40)) for name in names}
    return await forge_form(seat.who, seat.channel, custom_id, **typed)


WAYS: Sequence[Way] = (
    *(press_shown, press_shown, press_shown, press_shown, press_not_shown, press_on_others),
    *(choose, choose, choose_unknown, submit),
)


def _is_answered(result: InteractionResult, requests: Sequence[HttpLogEntry]) -> bool:
    """Whether it was answered at all, and what was deferred came to something."""
    token = result._interaction.token
    followed = any(request.path.startswith("/webhooks/") and token in request.path for request in requests)
    return result.acknowledged and (followed or not result.deferred)


def _pings(request: HttpLogEntry) -> bool:
    """Whether a request writes a message without ruling out that it pings."""
    sent = request.json if isinstance(request.json, dict) else {}
    if request.method not in {"POST", "PATCH"} or sent.get("type") in NO_MESSAGE:
        return False
    body = sent["data"] if isinstance(sent.get("data"), dict) else sent
    if not any(body.get(part) for part in ("content", "components", "embeds")):
        return False
    allowed = body.get("allowed_mentions")
    return allowed is None or any(allowed.get(kind) for kind in ("parse", "users", "roles", "replied_user"))


def _parts(payload: Any) -> Iterator[dict[str, Any]]:
    """All that has a custom id in what was sent, however deep it lies."""
    if isinstance(payload, list):
        for each in payload:
            yield from _parts(each)
    elif isinstance(payload, dict):
        if isinstance(payload.get("custom_id"), str):
            yield payload
        yield from _parts([value for value in payload.values() if isinstance(value, list | dict)])
