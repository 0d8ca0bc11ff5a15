"""What an editor decides after a restore: whether sending goes on, and what was sent where nobody could look."""

from __future__ import annotations

from collections.abc import Sequence

from discord.utils import snowflake_time

from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import WorkItem, WorkKind, Worth
from cogs.operations import sentences
from cogs.operations.routes import GoOn, SendAnyway, SentAlready
from db.store import audit, history_gaps, restore
from db.store.database import Transaction
from db.store.deliveries import TABLE
from db.store.delivery_models import Target
from db.store.editing_models import AuditAction
from db.store.history_gaps import FoundMessage, HistoryGap
from db.store.restore import Restore

_KIND = "restore"
_SUBJECT = "restore"
_GO_ON = "go-on"
_MOST_LINKS = 15
_CAREFUL = Tone.CAREFUL.value


class RestoreReview:
    """Registers what waits for an editor after a restore, and does what the editor chooses."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add it to what waits for editors."""
        self._bot.router.add_handlers(self)
        self._bot.work_queue.add(
            WorkKind(_KIND, sentences.AFTER_RESTORE, "question", self._count, self._rows, self._card, leased=False)
        )

    def unregister(self) -> None:
        """Take it away again."""
        self._bot.work_queue.remove(_KIND)

    async def _count(self) -> int:
        return len(await self._items())

    async def _rows(self, most: int) -> Sequence[WorkItem]:
        return (await self._items())[:most]

    async def _items(self) -> list[WorkItem]:
        past = await restore.restores(self._bot.database)
        if not past:
            return []
        since = past[-1].until
        asked = [gap for gap in await history_gaps.gaps(self._bot.database) if gap.why and gap.waiting]
        found = [
            WorkItem(
                f"{gap.to.kind} {gap.to.id}",
                sentences.MAY_HAVE_BEEN_SENT,
                sentences.waits_in_short(gap.waiting, gap.why or ""),
                Worth.STANDING,
                since,
            )
            for gap in asked
        ]
        if await restore.is_held(self._bot.database):
            found.insert(0, WorkItem(_GO_ON, sentences.NOTHING_IS_SENT, sentences.AFTER_RESTORE, Worth.STANDING, since))
        return found

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        if item == _GO_ON:
            return await self._held_card()
        gap = await self._gap(*item.split(" "))
        where = f"<#{gap.to.id}>" if gap.to.kind == "channel" else "The direct messages with somebody"
        choices = [
            button(sentences.SENT_ALREADY, SentAlready(gap.to.kind, str(gap.to.id))),
            button(sentences.SEND_ANYWAY, SendAnyway(gap.to.kind, str(gap.to.id))),
        ]
        text = sentences.unread(where, gap.why or "", gap.waiting)
        return Layout(container(f"### {sentences.MAY_HAVE_BEEN_SENT}\n{text}", *rows(choices), accent=_CAREFUL))

    async def _held_card(self) -> Layout:
        past = await restore.restores(self._bot.database)
        if not past or not await restore.is_held(self._bot.database):
            raise Refusal(sentences.WENT_ON_BEFORE)
        return Layout(
            container(
                f"### {sentences.NOTHING_IS_SENT}\n{sentences.held(past[-1].since, past[-1].until)}",
                sentences.reading(len(await history_gaps.gaps(self._bot.database))),
                await self._strangers(past[-1]),
                sentences.UNREAD_ARE_ASKED,
                *rows([button(sentences.GO_ON, GoOn())]),
                accent=_CAREFUL,
            )
        )

    async def _strangers(self, last: Restore) -> str:
        found = [
            one
            for one in await history_gaps.strangers(self._bot.database)
            if last.since <= snowflake_time(one.message) <= last.until
        ]
        return sentences.found([self._link(one) for one in found[:_MOST_LINKS]], max(len(found) - _MOST_LINKS, 0))

    def _link(self, found: FoundMessage) -> str:
        channel = self._bot.get_channel(found.channel)
        guild = getattr(getattr(channel, "guild", None), "id", "@me")
        return f"https://discord.com/channels/{guild}/{found.channel}/{found.message}"

    async def _gap(self, kind: str, target: str) -> HistoryGap:
        found = next(
            (
                gap
                for gap in await history_gaps.gaps(self._bot.database)
                if (gap.to.kind, str(gap.to.id)) == (kind, target)
            ),
            None,
        )
        if found is None or not found.waiting:
            raise Refusal(sentences.NOTHING_WAITS)
        return found

    @handles(GoOn)
    async def go_on(self, interaction: Interaction, route: GoOn) -> None:
        """Let sending go on."""
        require_editor(interaction)
        if not await restore.is_held(self._bot.database):
            raise Refusal(sentences.WENT_ON_BEFORE)
        async with self._bot.database.transaction() as conn:
            await restore.release(conn)
            await self._note(conn, interaction, AuditAction.WENT_ON, None)
            conn.touched.add(TABLE)
        await edit_or_send(interaction, notice(sentences.GOES_ON, tone=Tone.DONE))

    @handles(SentAlready)
    async def sent_already(self, interaction: Interaction, route: SentAlready) -> None:
        """End what waits for a channel: it was sent."""
        require_editor(interaction)
        to = (await self._gap(route.kind, route.target)).to
        async with self._bot.database.transaction() as conn:
            count = await history_gaps.end_as_sent(conn, to, self._bot.clock())
            await self._note(conn, interaction, AuditAction.SAW_SENT, to)
        await edit_or_send(interaction, notice(sentences.ended(count), tone=Tone.DONE))

    @handles(SendAnyway)
    async def send_anyway(self, interaction: Interaction, route: SendAnyway) -> None:
        """Send what waits for a channel, unread."""
        require_editor(interaction)
        to = (await self._gap(route.kind, route.target)).to
        async with self._bot.database.transaction() as conn:
            await history_gaps.skip_gap(conn, to)
            await self._note(conn, interaction, AuditAction.SENT_UNREAD, to)
        await edit_or_send(interaction, notice(sentences.WILL_BE_SENT, tone=Tone.DONE))

    async def _note(self, conn: Transaction, interaction: Interaction, did: AuditAction, to: Target | None) -> None:
        """In the log of decisions; a person is not named there."""
        where = f"channel {to.id}" if to and to.kind == "channel" else None
        await audit.write(
            conn, at=self._bot.clock(), who=interaction.user.id, did=did, subject=_SUBJECT, before=None, after=where
        )
