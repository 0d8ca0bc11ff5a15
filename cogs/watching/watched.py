"""What editors list to be read: when each was last read, and what cannot be read or is quiet as work in the queue."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, notice
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import WorkItem, WorkKind, Worth, with_keys
from cogs.watching import sentences, views
from cogs.watching.names import council_name, feed_name
from cogs.watching.platforms import PLATFORMS
from cogs.watching.routes import WatchedSettled, WatchedStopped
from cogs.wording.names import place_name
from db.record.models import Country
from db.record.pages import AddressError, read_address
from db.record.register import Register
from db.record.resolver import find_places
from db.record.values import value
from db.store import audit, councils, feeds, work_claims
from db.store.database import Transaction
from db.store.editing_models import AuditAction
from db.store.watched_models import Council, Feed, Platform, SourceReading

KIND = "watched"
_FEED = "feed-"
_COUNCIL = "council-"


@value
class Watched:
    """One thing that is read, of whatever kind. ``key`` is how the queue knows it."""

    key: str
    name: str
    address: str
    reading: SourceReading
    tips: int = 0
    left_out: int = 0

    @property
    def told(self) -> str:
        """When it was last read, in words."""
        return sentences.last_read(self.reading, self.tips, self.left_out)


class WatchedList:
    """The list of what is read, and what editors do with it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add what cannot be read, or is quiet, to what waits for editors."""
        noun, title = sentences.READING_NOUN, sentences.FEEDS_WRONG
        self._bot.work_queue.add(WorkKind(KIND, title, noun, self._count, self._rows, self._card))

    def close(self) -> None:
        """Take it away again."""
        self._bot.work_queue.remove(KIND)

    async def all(self) -> list[Watched]:
        """All that is read."""
        listed = [_of_feed(feed) for feed in await feeds.all_feeds(self._bot.database)]
        known = self._bot.register.record.places
        meeting_in = await councils.all_councils(self._bot.database)
        return listed + [_of_council(found, self._bot.register) for found in meeting_in if found.place in known]

    async def list_feed(self, interaction: Interaction, address: str, covers: str) -> str:
        """List a feed; what to say of it. Raises Refusal for an address or a place that cannot be read."""
        try:
            url = read_address(address)
        except AddressError as error:
            raise Refusal(str(error)) from None
        places = read_covers(covers, self._bot.register)
        now = self._bot.clock()
        try:
            async with self._bot.database.transaction() as conn:
                is_new = await feeds.add(conn, url, places, now)
                await self._note(conn, interaction, AuditAction.LISTED_FEED, url)
        except OverflowError:
            raise Refusal(sentences.TOO_MANY_FEEDS) from None
        names = [place_name(self._bot.register.place(place), self._bot.register) for place in places]
        return sentences.feed_listed(url, names, is_new=is_new)

    async def list_council(self, interaction: Interaction, place: str, platform: Platform, client: str) -> str:
        """Note the platform of a place's council; what to say of it. Raises Refusal for what cannot be read."""
        facts, name = PLATFORMS[platform], client.strip().lower()
        if not facts.client.fullmatch(name):
            raise Refusal(sentences.no_such_client(facts.label, facts.example))
        covers = read_covers(place, self._bot.register)
        if len(covers) != 1:
            raise Refusal(sentences.ONE_PLACE)
        found = Council(covers[0], platform, name)
        async with self._bot.database.transaction() as conn:
            await councils.add(conn, found, self._bot.clock())
            await self._note(conn, interaction, AuditAction.LISTED_COUNCIL, covers[0])
        named = place_name(self._bot.register.place(covers[0]), self._bot.register)
        return sentences.council_listed(named, facts.label, facts.page(name))

    async def stop(self, interaction: Interaction, key: str) -> None:
        """Take something off the list. Raises Refusal if it is not there."""
        found = next((watched for watched in await self.all() if key in (watched.key, watched.address)), None)
        if found is None:
            raise Refusal(sentences.NOT_LISTED)
        async with self._bot.database.transaction() as conn:
            await self._remove(conn, found)
            await work_claims.release(conn, KIND, found.key)
            await self._note(conn, interaction, AuditAction.STOPPED_READING, found.address)

    @handles(WatchedSettled)
    async def settle(self, interaction: Interaction, route: WatchedSettled) -> None:
        """Note that an editor knows that something cannot be read, or is quiet."""
        require_editor(interaction)
        found = await self._wrong(route.name_in_queue)
        async with self._bot.database.transaction() as conn:
            await self._settle(conn, found)
            await work_claims.release(conn, KIND, found.key)
        is_quiet = found.reading.is_quiet(self._bot.clock())
        await self._said(interaction, sentences.READ_ON if is_quiet else sentences.GOES_ON, found.key)

    @handles(WatchedStopped)
    async def stop_open(self, interaction: Interaction, route: WatchedStopped) -> None:
        """Take what is open in the queue off the list."""
        require_editor(interaction)
        await self.stop(interaction, route.name_in_queue)
        await self._said(interaction, sentences.STOPPED, route.name_in_queue)

    async def _said(self, interaction: Interaction, text: str, key: str) -> None:
        await edit_or_send(interaction, with_keys(notice(text, tone=Tone.DONE), KIND, key))

    async def _remove(self, conn: Transaction, found: Watched) -> None:
        if found.key.startswith(_FEED):
            await feeds.remove(conn, found.address)
        else:
            await councils.remove(conn, found.key.removeprefix(_COUNCIL))

    async def _settle(self, conn: Transaction, found: Watched) -> None:
        if found.key.startswith(_FEED):
            await feeds.settle(conn, found.address)
        else:
            await councils.settle(conn, found.key.removeprefix(_COUNCIL))

    async def _note(self, conn: Transaction, interaction: Interaction, did: AuditAction, what: str) -> None:
        at, who = self._bot.clock(), interaction.user.id
        await audit.write(conn, at=at, who=who, did=did, subject=what, before=None, after=None)

    async def _all_wrong(self) -> list[Watched]:
        now = self._bot.clock()
        return [found for found in await self.all() if found.reading.is_told(now) or found.reading.is_quiet(now)]

    async def _count(self) -> int:
        return len(await self._all_wrong())

    async def _rows(self, most: int) -> Sequence[WorkItem]:
        return [self._row(found) for found in (await self._all_wrong())[:most]]

    def _row(self, found: Watched) -> WorkItem:
        reading, now = found.reading, self._bot.clock()
        since = reading.failing_since or reading.spoke_at or now
        why = sentences.quiet_since(since.date()) if reading.is_quiet(now) else reading.why
        return WorkItem(found.key, found.name, why, Worth.UPKEEP, since)

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        found = await self._wrong(item)
        is_quiet = found.reading.is_quiet(self._bot.clock())
        return views.watched_card(found.name, found.address, found.told, found.key, is_quiet=is_quiet)

    async def _wrong(self, key: str) -> Watched:
        found = next((watched for watched in await self._all_wrong() if watched.key == key), None)
        if found is None:
            raise Refusal(sentences.GONE_FROM_LIST)
        return found


def read_covers(typed: str, register: Register) -> tuple[str, ...]:
    """The ids of the U.S. places of the record that a text names, itself or by their states; none for an empty text.

    Raises Refusal for a text that names none.
    """
    if not typed.strip():
        return ()
    ties = find_places(typed, register).ties(register)
    places = dict.fromkeys(tie.us for tie in ties if register.place(tie.us).country is Country.US)
    if not places:
        raise Refusal(sentences.COVERS_NOTHING)
    return tuple(places)


def _of_feed(feed: Feed) -> Watched:
    return Watched(f"{_FEED}{feed.id}", feed_name(feed), feed.address, feed.reading, feed.tips, feed.left_out)


def _of_council(found: Council, register: Register) -> Watched:
    page = PLATFORMS[found.platform].page(found.client)
    return Watched(f"{_COUNCIL}{found.place}", council_name(found, register), page, found.reading)
