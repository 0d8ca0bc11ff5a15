"""Reminders of hearings: each lead once for a hearing at its moment, mended when it moves, and a question afterwards.

What was seen of each hearing, and which leads have had their turn, stands in the database; whatever is interrupted, the
next look goes on from there. A look and the rows that it puts into the outbox are one transaction.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping

from cogs.hearings import sentences, views
from cogs.hearings.events import Events
from cogs.hearings.schedule import (
    AskOutcome,
    Change,
    Drop,
    Lead,
    See,
    SendReminder,
    Step,
    is_late,
    is_worth_telling,
    moment_of,
    steps,
)
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_own_or_send, send_private
from cogs.outbox import Edit, OutboxListener, OutgoingMessage, Rewriting, outbox_of
from db.record.derivation import acts_in_force
from db.record.hearings import Hearing, hearings_of
from db.record.values import value
from db.store import deliveries, hearings, subscriptions, watches
from db.store.database import Database, Transaction
from db.store.delivery_models import Delivery, DeliveryKind, NewDelivery, Target
from db.store.hearing_models import HearingPlan, LeadDone
from db.store.subscription_models import subscription_of

log = logging.getLogger(__name__)


@value
class HearingReminderPayload:
    """A reminder of a hearing as it was set by an act, at a moment."""

    tie: str
    hearing: str
    act: str
    moment: str
    lead: str


@value
class CorrectionPayload:
    """What became of a hearing that somebody was reminded of. ``act`` is the one that tells so; ``told``: it is said
    elsewhere already.
    """

    tie: str
    hearing: str
    act: str
    change: str
    told: bool


@value
class OutcomePayload:
    """A hearing that is over, by its moment."""

    tie: str
    hearing: str
    moment: str


REMINDER = DeliveryKind("hearing_reminder", HearingReminderPayload)
CORRECT = DeliveryKind("hearing_mend", CorrectionPayload)
ASK_OUTCOME = DeliveryKind("hearing_after", OutcomePayload)
_SILENT = {Change.MENDED, Change.DECIDED}


@value
class _KnownHearing:
    """What the database has of hearings."""

    plans: Mapping[str, HearingPlan]
    done: frozenset[LeadDone]
    closed: frozenset[str]


class Reminders(OutboxListener):
    """Looks after the hearings, and writes what is said of them."""

    def __init__(self, bot: TiewatchBot, events: Events) -> None:
        self._bot = bot
        self._events = events
        self._running = False
        self._heard: tuple[int, tuple[str, ...]] = (-1, ())

    def register(self) -> None:
        """Tell the outbox."""
        outbox = outbox_of(self._bot)
        outbox.listen(self)
        outbox.register(REMINDER, self.reminder, on_press=self.pressed, on_dm_closed=self._dm_closed)
        outbox.register(CORRECT, self.correct, on_press=self.pressed, on_dm_closed=self._dm_closed)
        outbox.register(ASK_OUTCOME, self.ask_outcome, on_press=self.pressed)

    async def look(self) -> None:
        """Do what is due by now. Survives every error: the next look does it then."""
        if self._running:
            return
        self._running = True
        try:
            if self._steps(await _known(self._bot.database)):
                await self._take_steps()
            await self._events.look()
        except Exception:
            log.exception("The hearings could not be looked after; they are tried again")
        finally:
            self._running = False

    async def on_prune(self, conn: Transaction) -> None:
        """Forget what was closed long ago."""
        await hearings.prune(conn, self._bot.clock())

    async def _take_steps(self) -> None:
        async with self._bot.database.transaction() as conn:
            for step in self._steps(await _known(conn)):
                await self._take(conn, step)

    def _steps(self, known: _KnownHearing) -> list[Step]:
        register = self._bot.register
        found = [hearing for name in self._names() for hearing in hearings_of(register.tie(name), register)]
        gone = {name: self._why_gone(plan) for name, plan in known.plans.items()}
        return list(steps(found, known.plans, known.done, known.closed, self._bot.clock(), gone))

    def _names(self) -> tuple[str, ...]:
        """The ties with a hearing on record, looked for once for each state of the record."""
        register = self._bot.register
        if self._heard[0] != register.version:
            ties = register.record.ties.values()
            self._heard = register.version, tuple(tie.id for tie in ties if any(act.hearing for act in tie.acts))
        return self._heard[1]

    def _why_gone(self, plan: HearingPlan) -> Change:
        """Why a hearing is no longer looked after: its act still counts where the tie was decided on since."""
        tie = self._bot.register.record.ties.get(plan.tie)
        counts = {act.id for act in acts_in_force(tie.acts)} if tie else set()
        return Change.DECIDED if plan.act in counts else Change.WITHDRAWN

    async def _take(self, conn: Transaction, step: Step) -> None:
        now = self._bot.clock()
        match step:
            case See(hearing, plan, change, before):
                await hearings.save_plan(conn, plan)
                if change is not None and before is not None:
                    await self._enqueue_corrections(conn, plan, change, hearing.act.id)
                    await self._events.update(conn, plan.tie, plan.hearing, hearing.act.id)
            case SendReminder(hearing, lead, is_told):
                await hearings.mark_lead(conn, (hearing.name, moment_of(hearing), lead.value), now)
                if is_told:
                    await deliveries.enqueue(conn, [*await self._reminders(conn, hearing, lead)], now)
            case AskOutcome(hearing, is_asked):
                await hearings.close_plan(conn, hearing.name, now)
                if is_asked:
                    await deliveries.enqueue(conn, [*await self._questions(conn, hearing)], now)
            case Drop(plan, change):
                await hearings.close_plan(conn, plan.hearing, now)
                await self._enqueue_corrections(conn, plan, change, self._latest(plan))
                await self._events.update(conn, plan.tie, plan.hearing, f"{self._latest(plan)}.{change.name.lower()}")

    def _latest(self, plan: HearingPlan) -> str:
        """The act in which it is told why a hearing is no more: what took the place of the one that set it, or that."""
        tie = self._bot.register.record.ties.get(plan.tie)
        return next((act.id for act in tie.acts if act.replaces == plan.act), plan.act) if tie else plan.act

    async def _reminders(self, conn: Transaction, hearing: Hearing, lead: Lead) -> Iterable[NewDelivery]:
        """A row for each channel and each watcher that wants to be reminded."""
        state = self._bot.register.state_of(hearing.tie)
        moment = moment_of(hearing)
        payload = HearingReminderPayload(hearing.tie.id, hearing.name, hearing.act.id, moment, lead.value)
        channels = [
            REMINDER.new(
                Target("channel", found.channel, found.guild),
                *(hearing.name, moment, lead.value, found.channel),
                payload=payload,
                stream=found.stream,
            )
            for found in await subscriptions.lasting(conn)
            if found.preferences.reminders and found.preferences.is_of(state)
        ]
        people = [
            REMINDER.new(Target("user", user), hearing.name, moment, lead.value, "user", user, payload=payload)
            for user in await watches.watchers_of(conn, hearing.tie.id, reminded=True)
        ]
        return channels + people

    async def _enqueue_corrections(self, conn: Transaction, plan: HearingPlan, change: Change, act: str) -> None:
        """A row for each channel and person that was reminded; silent where a correction says the same there."""
        told = await hearings.corrected_targets(conn, act)
        last = {(row.to.kind, row.to.id): row for row in await hearings.said_of(conn, plan.hearing)}
        rows = [
            CORRECT.new(
                row.to,
                *(plan.hearing, act, change.name, row.to.kind, row.to.id),
                payload=CorrectionPayload(plan.tie, plan.hearing, act, change.name, to in told),
                stream=row.stream,
                corrects_delivery=row.id,
            )
            for to, row in last.items()
        ]
        await deliveries.enqueue(conn, rows, self._bot.clock())

    async def _questions(self, conn: Transaction, hearing: Hearing) -> Iterator[NewDelivery]:
        """A row for each channel that was reminded of a hearing at its moment."""
        moment = moment_of(hearing)
        said = await hearings.said_of(conn, hearing.name)
        rows = {row.to.id: row for row in said if row.to.kind == "channel" and row.payload.get("moment") == moment}
        return (
            ASK_OUTCOME.new(
                row.to,
                *(hearing.name, moment, row.to.id),
                payload=OutcomePayload(hearing.tie.id, hearing.name, moment),
                stream=row.stream,
            )
            for row in rows.values()
        )

    async def reminder(self, row: Delivery) -> OutgoingMessage | None:
        """A reminder, as long as it tells of what is to come and somebody wants it."""
        payload = REMINDER.read(row)
        hearing, lead, now = self._hearing(payload.tie, payload.hearing), Lead(payload.lead), self._bot.clock()
        if hearing is None or moment_of(hearing) != payload.moment or not is_worth_telling(hearing, lead, now):
            return None
        if not await self._is_wanted(row, payload.tie):
            return None
        note = sentences.REMINDER_IS_LATE if is_late(hearing, lead, now) else ""
        return OutgoingMessage(self._reminding(row, hearing, note), publish=True)

    def _reminding(self, row: Delivery, hearing: Hearing, note: str) -> Layout:
        return views.reminder_card(row, hearing, self._bot.register, self._bot.hearing_actions, note)

    async def _is_wanted(self, row: Delivery, tie: str) -> bool:
        if row.to.kind == "user":
            return await watches.is_reminded(self._bot.database, row.to.id, tie)
        followed = subscription_of(row.stream)
        found = await subscriptions.by_id(self._bot.database, followed) if followed else None
        return found is not None and found.preferences.reminders

    async def correct(self, row: Delivery) -> OutgoingMessage | Rewriting | None:
        """What was said of a hearing is rewritten as it is now; where something moved, one reply says so."""
        payload, change = CORRECT.read(row), Change[CORRECT.read(row).change]
        hearing = self._hearing(payload.tie, payload.hearing)
        if change in {Change.WITHDRAWN, Change.DECIDED}:
            is_newest = hearing is None
        else:
            is_newest = hearing is not None and hearing.act.id == payload.act
        if not is_newest:
            return None
        said = await hearings.said_of(self._bot.database, payload.hearing)
        here = [
            one
            for one in said
            if one.to == row.to and one.message and one.kind != ASK_OUTCOME.name and one.id != row.id
        ]
        edits = tuple(Edit(one.message, self._rewritten(one, hearing, change)) for one in here if one.message)
        if not edits:
            return None
        if payload.told or change in _SILENT:
            return Rewriting(edits)
        told = views.change_card(row, hearing, change, self._bot.register, payload.tie)
        return OutgoingMessage(told, reply_to=here[-1].message, edits=edits, publish=True)

    def _rewritten(self, row: Delivery, hearing: Hearing | None, change: Change) -> Layout:
        """A message about a hearing as it would be said now."""
        payload_tie = str(row.payload["tie"])
        if row.kind == CORRECT.name:
            return views.change_card(row, hearing, change, self._bot.register, payload_tie)
        was = self._act_heard(payload_tie, str(row.payload["act"]))
        return views.rewritten_reminder(row, hearing, was, change, self._bot.register, payload_tie)

    def _act_heard(self, tie_id: str, act_id: str) -> str:
        """When a hearing was by an act, in words."""
        tie = self._bot.register.record.ties.get(tie_id)
        act = next((act for act in tie.acts if act.id == act_id), None) if tie else None
        return views.dated(act) if act and act.hearing else ""

    async def ask_outcome(self, row: Delivery) -> OutgoingMessage | None:
        """The question what came of it, as long as nobody has answered it."""
        payload = ASK_OUTCOME.read(row)
        hearing = self._hearing(payload.tie, payload.hearing)
        if hearing is None or moment_of(hearing) != payload.moment or hearing.is_cancelled:
            return None
        return OutgoingMessage(views.question_card(row, hearing, self._bot.register, self._bot.outcome_actions))

    def _hearing(self, tie_id: str, name: str) -> Hearing | None:
        tie = self._bot.register.record.ties.get(tie_id)
        found = hearings_of(tie, self._bot.register) if tie else ()
        return next((hearing for hearing in found if hearing.name == name), None)

    async def pressed(self, interaction: Interaction, row: Delivery, action: str) -> None:
        """Details, or No reminders, under a message of ours."""
        tie_id = str(row.payload["tie"])
        if action == "off":
            async with self._bot.database.transaction() as conn:
                await watches.set_reminders(conn, interaction.user.id, tie_id, on=False)
            await edit_own_or_send(interaction, notice(sentences.NO_LONGER_REMINDED))
            return
        hearing = self._hearing(tie_id, str(row.payload["hearing"]))
        if hearing is None:
            raise Refusal(sentences.NONE_LEFT)
        await send_private(
            interaction, views.tie_hearings_card([hearing], self._bot.register, self._bot.hearing_actions)
        )

    async def _dm_closed(self, conn: Transaction, row: Delivery) -> None:
        """Nobody writes to closed direct messages again until the person asks for it."""
        await watches.close(conn, row.to.id, self._bot.clock())


async def _known(source: Database | Transaction) -> _KnownHearing:
    return _KnownHearing(
        await hearings.open_plans(source), await hearings.leads_done(source), await hearings.closed(source)
    )
