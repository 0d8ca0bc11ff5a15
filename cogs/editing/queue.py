"""The editors' queue: all that waits, by its worth, and the way from one thing to the next.

What waits is told by the features, in the kit's ``WorkQueue``: drafts that need a second editor and changes by the
dataset from here, the rest from wherever it comes from. What is opened is its editor's alone for 45 minutes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

import discord
from discord import ui

from cogs.editing import queue_sentences, routes
from cogs.editing.dataset_review import DatasetReview
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.sentences import standing_moves_in_short
from cogs.kit import sentences as kit_sentences
from cogs.kit.access import person, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import MOST_OPTIONS, Option, Tone, button, container, picker, rows, safe
from cogs.kit.components import Layout, chosen
from cogs.kit.failures import Refusal
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.kit.routes import PressRoute
from cogs.kit.work_queue import (
    QueueItem,
    QueueList,
    QueueNext,
    QueueOn,
    QueueOpen,
    WorkItem,
    WorkKind,
    Worth,
    by_worth,
    with_keys,
)
from cogs.outbox import OutgoingMessage, delivery_button, outbox_of
from cogs.wording.english import clip
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.register import Register
from db.store import work_claims
from db.store.dataset_changes import pending_changes
from db.store.delivery_models import Delivery
from db.store.draft_models import ActDraft, DraftState
from db.store.drafts import (
    claim_ping,
    has_ping,
    open_drafts_of,
    read_draft,
    read_home,
    waiting_drafts,
    waiting_since,
)
from db.store.new_work import LONG_WAITING, NEW_WORK, tell_of_long_waiting
from db.store.work_claims import WorkClaim

_SECOND, _CHANGE = "second", "change"
# What has waited so long is told of once a week.
LONG = timedelta(days=7)
_A_DAY = timedelta(days=1)
_LINES = 5
_Waiting = list[tuple[WorkKind, WorkItem]]
_Show: TypeAlias = Callable[[Interaction, Layout], Awaitable[None]]


class Queue:
    """The list of what waits, and the way from it to each thing."""

    def __init__(self, bot: TiewatchBot, flow: DraftFlow, changes: DatasetReview) -> None:
        self._bot = bot
        self._flow = flow
        self._changes = changes

    def register(self) -> None:
        """Add what waits here to what waits at all, and let the outbox tell of new work."""
        queue = self._bot.work_queue
        queue.add(
            WorkKind(
                _SECOND,
                queue_sentences.WAITING_FOR_SECOND,
                "draft",
                self._count_waiting,
                self._waiting,
                self._waiting_card,
                leased=False,
            )
        )
        queue.add(
            WorkKind(
                _CHANGE,
                queue_sentences.CHANGES_BY_DATASET,
                "change",
                self._count_changes,
                self._dataset_changes,
                self._change_card,
                leased=False,
            )
        )
        outbox_of(self._bot).register(
            NEW_WORK, self.render_new_work, on_press=self.pressed_new_work, before_render=self._claim_ping
        )
        outbox_of(self._bot).register(
            LONG_WAITING, self.render_long_waiting, on_press=self.pressed_new_work, before_render=self._claim_ping
        )

    def close(self) -> None:
        """Take them away again."""
        for name in (_SECOND, _CHANGE):
            self._bot.work_queue.remove(name)

    async def show(self, interaction: Interaction, only: str = "") -> None:
        """Answer `/queue`, for the person alone: all that waits, or what waits of one kind."""
        require_editor(interaction)
        await defer(interaction, fresh=True)
        await edit_or_send(interaction, await self._list(interaction.user.id, only))

    @handles(QueueList)
    async def show_list(self, interaction: Interaction, route: QueueList) -> None:
        """Let go of what was open, and show all that waits."""
        require_editor(interaction)
        await self._release(interaction, route)
        await edit_or_send(interaction, await self._list(interaction.user.id))

    @handles(QueueOpen)
    async def open_chosen(self, interaction: Interaction, route: QueueOpen) -> None:
        """Open what was chosen from the list."""
        require_editor(interaction)
        kind, _, item = chosen(interaction)[0].partition(" ")
        await self._open(interaction, kind, item)

    @handles(QueueItem)
    async def open_named(self, interaction: Interaction, route: QueueItem) -> None:
        """Open what the card of something else leads to."""
        require_editor(interaction)
        await self._open(interaction, route.kind, route.item)

    @handles(QueueNext)
    async def open_next(self, interaction: Interaction, route: QueueNext) -> None:
        """Let go of what was open, and open what comes after it that nobody else has."""
        await self._release(interaction, route)
        await self._next(interaction, route)

    @handles(QueueOn)
    async def go_on(self, interaction: Interaction, route: QueueOn) -> None:
        """Open the first that waits, from what came of something else."""
        await self._next(interaction, QueueNext())

    async def open_beside(self, interaction: Interaction) -> None:
        """Open the first that waits in a message of its own, below what was just answered."""
        await self._next(interaction, QueueNext(), send_private)

    async def _next(self, interaction: Interaction, route: QueueNext, show: _Show = edit_or_send) -> None:
        require_editor(interaction)
        own = self._bot.work_queue.kind(route.kind)
        kinds = [own] if own is not None and own.is_on_request else self._all_kinds()
        by = interaction.user.id
        waiting = await self._by_worth(kinds)
        names = [(kind.name, item.id) for kind, item in waiting if item.own_of != by]
        here = names.index((route.kind, route.item)) if (route.kind, route.item) in names else -1
        held = await work_claims.all_held(self._bot.database, self._bot.clock())
        free = [
            name for name in (*names[here + 1 :], *names[: max(here, 0)]) if name not in held or held[name].editor == by
        ]
        refused: Refusal | None = None
        for name in free:
            try:
                await self._open(interaction, *name, show)
            except Refusal as error:  # such as one's own decision, which another editor has to look at
                refused = refused or error
            else:
                return
        if refused is not None:
            raise refused
        await show(interaction, await self._list(by))

    @handles(routes.OpenOwnDraft, routes.OpenWaitingDraft)
    async def open_draft(self, interaction: Interaction, route: PressRoute) -> None:
        """Open the draft that was chosen from the list."""
        require_editor(interaction)
        draft = await read_draft(self._bot.database, int(chosen(interaction)[0]))
        if draft is None:
            raise Refusal("This draft is no longer kept.")
        await self._flow.look(interaction, draft)

    @handles(routes.OpenChange)
    async def open_change(self, interaction: Interaction, route: routes.OpenChange) -> None:
        """Open the change that was chosen from the list, in a message of an earlier version."""
        await self._changes.look(interaction, int(chosen(interaction)[0]))

    async def render_new_work(self, delivery: Delivery) -> OutgoingMessage | None:
        """The word to the review channel that work waits; nothing if it was done meanwhile."""
        waits = [(kind, number) for kind, number in await self._counts() if number and not kind.is_on_request]
        if not waits:
            return None
        lines = [queue_sentences.waits(kind.title, number, kind.noun) for kind, number in waits]
        return await self._called(delivery, [queue_sentences.NEW_WORK, *lines], queue_sentences.editors_called)

    async def render_long_waiting(self, delivery: Delivery) -> OutgoingMessage | None:
        """The word to the review channel of what has waited long; nothing if all of it was done meanwhile."""
        lines = await self._long_waiting()
        if not lines:
            return None
        return await self._called(delivery, [queue_sentences.LONG_WAITING, *lines], queue_sentences.editors_reminded)

    async def remind(self) -> None:
        """Put in the week's word of what has waited long, on the day of the weekly hour."""
        now = self._bot.clock()
        week = self._bot.settings.digest.last(now)
        if now - week < _A_DAY and await self._long_waiting():
            async with self._bot.database.transaction() as conn:
                await tell_of_long_waiting(conn, week, now)

    async def _long_waiting(self) -> list[str]:
        """A line for each kind of which something has waited long, with its oldest."""
        now, lines = self._bot.clock(), []
        for kind in self._all_kinds():
            ages = [now - item.since for item in await kind.rows(MOST_OPTIONS)]
            if long := [age for age in ages if age >= LONG]:
                lines.append(queue_sentences.waits_long(kind.title, len(long), kind.noun, max(long).days))
        return lines

    async def _called(self, delivery: Delivery, lines: Sequence[str], call: Callable[[str], str]) -> OutgoingMessage:
        """A word to the review channel, which calls the editors' role if the setup wants that and none did lately."""
        card = Layout(container("\n".join(lines), *rows([delivery_button(delivery, queue_sentences.SHOW_QUEUE)])))
        home = await read_home(self._bot.database)
        if home is None or not await has_ping(self._bot.database, delivery.id):
            return OutgoingMessage(card)
        called = call(f"<@&{home.editor_role}>")
        return OutgoingMessage(Layout(ui.TextDisplay(called), *card.children), role=home.editor_role)

    async def pressed_new_work(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """Show the list to who pressed."""
        require_editor(interaction)
        await send_private(interaction, await self._list(interaction.user.id))

    async def _claim_ping(self, conn: Any, delivery: Delivery) -> None:
        await claim_ping(conn, delivery.id, self._bot.clock())

    def _all_kinds(self) -> list[WorkKind]:
        """What stands in the list of all that waits."""
        return [kind for kind in self._bot.work_queue.kinds if not kind.is_on_request]

    def _named(self, typed: str) -> WorkKind | None:
        """A kind by its name, or by its title as the list has it."""
        titles = {kind.title.casefold(): kind for kind in self._bot.work_queue.kinds}
        return self._bot.work_queue.kind(typed) or titles.get(typed.strip().casefold())

    async def _release(self, interaction: Interaction, route: QueueNext | QueueList) -> None:
        if route.kind:
            async with self._bot.database.transaction() as conn:
                await work_claims.release(conn, route.kind, route.item, interaction.user.id)

    async def _open(self, interaction: Interaction, name: str, item: str, show: _Show = edit_or_send) -> None:
        kind = self._bot.work_queue.kind(name)
        if kind is None:
            raise Refusal(queue_sentences.KIND_GONE)
        card = await kind.card(interaction, item)
        if kind.leased:
            async with self._bot.database.transaction() as conn:
                held = await work_claims.claim(conn, name, item, interaction.user.id, self._bot.clock())
            if held.editor != interaction.user.id:
                raise Refusal(kit_sentences.held_by(held.editor, discord.utils.format_dt(held.until, "t")))
        await show(interaction, with_keys(card, name, item))

    async def _list(self, viewer: int, only: str = "") -> Layout:
        chosen_kind = self._named(only)
        if only and chosen_kind is None:
            raise Refusal(queue_sentences.KIND_GONE)
        own = await self._own_drafts(viewer)
        kinds = [chosen_kind] if chosen_kind else self._all_kinds()
        waiting = await self._by_worth(kinds)
        held = await work_claims.all_held(self._bot.database, self._bot.clock())
        counts = [(kind, number) for kind, number in await self._counts() if chosen_kind in {None, kind}]
        lines = [queue_sentences.own_drafts(len(own), MOST_OPTIONS)] if chosen_kind is None else []
        lines += [
            queue_sentences.waits(kind.title, number, kind.noun) for kind, number in counts if number or chosen_kind
        ]
        frame = container(
            f"{queue_sentences.WHAT_WAITS}\n" + "\n".join(lines),
            self._first_lines(waiting, held, viewer),
            "" if chosen_kind or all(number for _, number in counts) else queue_sentences.NOTHING_ELSE_WAITS,
            accent=Tone.PLAIN.value,
        )
        below: list[Any] = []
        if waiting:
            below.append(picker([_choice(*one) for one in waiting], QueueOpen(), queue_sentences.CHOOSE_WORK))
        drafts = await self._kept(own) if chosen_kind is None else []
        if drafts:
            options = [_option(draft, self._bot.register) for draft in drafts]
            below.append(picker(options, routes.OpenOwnDraft(), "Go on with a draft of yours"))
        if chosen_kind is None:
            below += rows(_ways_in(counts, waiting))
        return Layout(frame, *below)

    def _first_lines(self, waiting: _Waiting, held: dict[tuple[str, str], WorkClaim], viewer: int) -> str:
        told = []
        for number, (kind, item) in enumerate(waiting[:_LINES], 1):
            claim = held.get((kind.name, item.id))
            who = "" if claim is None else queue_sentences.YOURS if claim.editor == viewer else person(claim.editor)
            until = discord.utils.format_dt(claim.until, "t") if claim else ""
            told.append(queue_sentences.in_list(number, safe(item.title), safe(item.hint), who, until))
        return "\n".join(told)

    async def _counts(self) -> list[tuple[WorkKind, int]]:
        return [(kind, await kind.count()) for kind in self._bot.work_queue.kinds]

    async def _by_worth(self, kinds: Sequence[WorkKind]) -> _Waiting:
        found = [(kind, item) for kind in kinds for item in await kind.rows(MOST_OPTIONS)]
        return by_worth(found)[:MOST_OPTIONS]

    async def _own_drafts(self, viewer: int) -> tuple[int, ...]:
        return await open_drafts_of(self._bot.database, viewer)

    async def _kept(self, ids: Sequence[int]) -> list[ActDraft]:
        found = [await read_draft(self._bot.database, number) for number in ids[:MOST_OPTIONS]]
        return [draft for draft in found if draft is not None and draft.tie in self._bot.register.record.ties]

    async def _count_waiting(self) -> int:
        return len(await waiting_drafts(self._bot.database))

    async def _waiting(self, limit: int) -> list[WorkItem]:
        since = await waiting_since(self._bot.database)
        drafts = await self._kept(tuple(since)[:limit])
        return [
            WorkItem(
                str(draft.id),
                pair_name(self._bot.register.tie(draft.tie), self._bot.register),
                _hint(draft),
                Worth.STANDING,
                since[draft.id],
                own_of=draft.editor,
            )
            for draft in drafts
        ]

    async def _waiting_card(self, interaction: Interaction, item: str) -> Layout:
        draft = await self._flow.kept(int(item))
        return await self._flow.card_for(interaction, draft)

    async def _count_changes(self) -> int:
        return len(await pending_changes(self._bot.database))

    async def _dataset_changes(self, limit: int) -> list[WorkItem]:
        register = self._bot.register
        return [
            WorkItem(
                str(change.id),
                pair_name(register.tie(change.tie), register),
                standing_moves_in_short(change.before_standing, change.after_standing),
                Worth.STANDING if change.before_standing is not change.after_standing else Worth.RECORD,
                change.at,
            )
            for change in (await pending_changes(self._bot.database))[:limit]
        ]

    async def _change_card(self, interaction: Interaction, item: str) -> Layout:
        return await self._changes.pending_card(interaction, int(item))


def _ways_in(counts: Sequence[tuple[WorkKind, int]], waiting: _Waiting) -> list[ui.Button[Any]]:
    """The key to the first that waits; where nothing does, to the first of what is there on request."""
    if waiting:
        return [button(queue_sentences.OPEN_FIRST, QueueNext(), discord.ButtonStyle.primary)]
    return [button(kind.begin, QueueNext(kind.name)) for kind, number in counts if number and kind.begin]


def _choice(kind: WorkKind, item: WorkItem) -> Option:
    return Option(item.title, f"{kind.name} {item.id}", clip(item.hint, 100))


def _hint(draft: ActDraft) -> str:
    kind = ACT_KINDS[ActKind(draft.kind)].label.lower() if draft.kind else ""
    returned = draft.state is DraftState.OPEN and draft.decided_by is not None
    return queue_sentences.draft_row(draft.task, kind, draft.date, returned=returned)


def _option(draft: ActDraft, register: Register) -> Option:
    return Option(pair_name(register.tie(draft.tie), register), str(draft.id), clip(_hint(draft), 100))
