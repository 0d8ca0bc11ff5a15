"""Announcements to many channels: put into the bot's database, then sent by the shipped bot, whatever happens."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bot import Tiewatch
from cogs.kit.settings import Settings
from cogs.outbox.mark import read_mark
from db.record.standings import Standing
from db.store import announcements, records, subscriptions, watches
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.database import Transaction
from db.store.subscription_models import Preferences
from tests.wire.double import Channel, Double, Entry, Message, Phase
from tests.wire.double.exchange import custom_ids
from tests.wire.process import BotProcess, Launcher, stop

SEND = "POST /channels/{channel}/messages"
HISTORY = "GET /channels/{channel}/messages"
BOOK = (
    "SELECT id, target, state FROM delivery WHERE kind IN ('announcement', 'watch', 'correction', 'summary')"
    " ORDER BY id"
)
CHANNELS_IN_A_SERVER = 100
SECONDS_TO_STOP = 10.0
PATIENCE = 120.0


@dataclass(slots=True)
class FanOut:
    """News that waits in the database for every one of ``channels``, which may be direct messages."""

    double: Double
    database: Path
    channels: Sequence[Channel]

    @property
    def reached(self) -> int:
        """How many channels have a message."""
        return sum(bool(channel.messages) for channel in self.channels)

    def states(self) -> Counter[str]:
        """How many deliveries of news are in each state, by the bot's own book."""
        return Counter(state for _, _, state in self._book())

    def settled(self) -> bool:
        """Whether the bot has noted every one as sent."""
        return set(self.states()) == {"sent"}

    def verify(self) -> None:
        """Raises AssertionError unless every channel has each message once, in order."""
        expected: dict[int, list[int]] = defaultdict(list)
        for delivery, target, _ in self._book():
            user = self.double.world.users.get(target)
            place = self.double.world.dm(user).id if user else target
            expected[place].append(delivery)
        wrong = {channel.id: marks(channel) for channel in self.channels if marks(channel) != expected[channel.id]}
        assert not wrong, f"{len(wrong)} channels, among them {list(wrong.items())[:5]}"

    def _book(self) -> list[tuple[int, int, str]]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as conn:
            return conn.execute(BOOK).fetchall()


def marks(channel: Channel) -> list[int]:
    """The ids of the deliveries that a channel's messages carry, oldest message first, each once a message."""
    return [mark for message in channel.messages for mark in dict.fromkeys(_marks(message))]


def _marks(message: Message) -> Iterator[int]:
    for custom_id in custom_ids(message.payload):
        if mark := read_mark(custom_id):
            yield mark.row


def is_send(entry: Entry) -> bool:
    """Whether a request sends a message to a channel."""
    return entry.name == SEND


async def prepare(double: Double, database: Path, channels: int, *, news: int = 1) -> FanOut:
    """Let so many channels follow, and record so much news for them, as the bot itself would; it is not sent yet."""
    made = _channels(double, channels)
    await record(double, database, made, news)
    return FanOut(double, database, made)


async def record(double: Double, database: Path, channels: Sequence[Channel], news: int = 1) -> None:
    """Let channels follow by the owner's wish, and record news for all who follow, while the bot is not running.

    Direct messages are watched instead of followed.
    """
    async with stopped(database) as bot, bot.database.transaction() as conn:
        items = _news(bot, news)
        for channel in channels:
            if channel.recipient is not None:
                await watches.start(conn, channel.recipient.id, items[0].tie_id, bot.clock())
                continue
            where = {"guild": channel.guild_id or 0, "channel": channel.id, "by": double.world.owner.id}
            await subscriptions.follow(conn, **where, preferences=Preferences(), now=bot.clock())
        for item in items:
            await _announce(bot, conn, item)


async def announce(database: Path, number: int) -> None:
    """Announce one of the news, counted from 0, while the bot is not running."""
    async with stopped(database) as bot, bot.database.transaction() as conn:
        await _announce(bot, conn, _news(bot, number + 1)[number])


async def withdraw(database: Path) -> None:
    """Take back the first of the news that stands, while the bot is not running."""
    async with stopped(database) as bot, bot.database.transaction() as conn:
        (wrong,) = _news(bot, 1)
        await records.retract_act(conn, wrong.act_id, "The council had only talked about it.", by=None)
        mend = replace(
            wrong,
            id=f"{wrong.act_id}.retracted",
            kind=AnnouncementKind.RETRACTION,
            before=wrong.after,
            after=wrong.before,
            corrects=wrong.id,
        )
        await _announce(bot, conn, mend)


@asynccontextmanager
async def stopped(database: Path) -> AsyncIterator[Tiewatch]:
    """The bot with its database open and no connection to Discord."""
    bot = await Tiewatch.open(Settings(database=database), lambda: datetime.now(UTC))
    try:
        yield bot
    finally:
        await bot.close()


async def _announce(bot: Tiewatch, conn: Transaction, item: Announcement) -> None:
    state = bot.register.state_of(bot.register.tie(item.tie_id))
    await announcements.announce(conn, item, state=state, now=bot.clock())


def _channels(double: Double, number: int) -> list[Channel]:
    channels: list[Channel] = []
    while len(channels) < number:
        guild = double.world.add_guild(f"Server {len(channels)}")
        wanted = min(CHANNELS_IN_A_SERVER, number - len(channels))
        channels += [double.world.add_channel(guild, f"news-{each}") for each in range(wanted)]
    return channels


def _news(bot: Tiewatch, number: int) -> list[Announcement]:
    statuses = ((tie.id, bot.register.status(tie.id)) for tie in bot.register.record.ties.values())
    suspended = [(tie, status.basis) for tie, status in statuses if status.standing is Standing.SUSPENDED]
    return [
        Announcement(
            id=f"news:{act.id}",
            kind=AnnouncementKind.CHANGE,
            tie_id=tie,
            act_id=act.id,
            before=Standing.ACTIVE,
            after=Standing.SUSPENDED,
            corrects=None,
            recorded_at=bot.clock(),
        )
        for tie, act in suspended[:number]
        if act is not None
    ]


@dataclass(slots=True)
class Moment:
    """Does something once, when the ``number``-th request that ``counts`` has come as far as ``phase``."""

    counts: Callable[[Entry], bool]
    phase: Phase
    number: int
    act: Callable[[], object]

    def __call__(self, entry: Entry, phase: Phase) -> None:
        if phase is not self.phase or not self.counts(entry):
            return
        self.number -= 1
        if self.number == 0:
            self.act()


def at(double: Double, number: int, act: Callable[[], object], phase: Phase = Phase.ANSWERED) -> None:
    """Do something once so many messages have come so far, counted from now."""
    double.log.observers.append(Moment(is_send, phase, number, act))


async def kill_at_random(launcher: Launcher, random: Random, most: int) -> None:
    """Start the bot and kill it: while it starts, or at any point of one of its next few requests."""
    bot = await launcher.start()
    if random.random() < 0.2:
        asyncio.get_running_loop().call_later(random.uniform(0.02, 0.6), bot.kill)
    observer = Moment(_counts(random), random.choice(list(Phase)), random.randint(1, most), bot.kill)
    launcher.double.log.observers.append(observer)
    try:
        await bot.ended(PATIENCE)
    finally:
        launcher.double.log.observers.remove(observer)
        await stop(bot)


def _counts(random: Random) -> Callable[[Entry], bool]:
    """Mostly sent messages; sometimes whatever is asked of a channel, such as its history."""
    return is_send if random.random() < 0.7 else lambda entry: entry.path.startswith("/channels/")


async def finish(launcher: Launcher, fan_out: FanOut) -> None:
    """Let the bot send the rest undisturbed, and stop it."""
    async with launcher.started() as bot:
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)


async def until(fan_out: FanOut, bot: BotProcess, condition: Callable[[], object]) -> None:
    """Wait for something while the bot runs. Raises an error that says how far it has come."""
    try:
        await fan_out.double.until(lambda: not bot.running or condition(), "the bot comes so far", PATIENCE)
    except TimeoutError as error:
        raise TimeoutError(f"{error}\nin the book: {fan_out.states()}\n{bot.output[-4000:]}") from None
    assert bot.running, bot.output


async def stop_cleanly(bot: BotProcess) -> None:
    """SIGTERM: the bot ends with 0, in time."""
    bot.terminate()
    assert await bot.ended(SECONDS_TO_STOP) == 0, bot.output
