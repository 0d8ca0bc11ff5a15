"""Hearings that are over and of which nothing says what came of them, as work for editors."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.hearings import sentences, views
from cogs.hearings.routes import EnterOutcome, LetHearingRest
from cogs.hearings.schedule import moment_of
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import ActEntry, WorkItem, WorkKind, Worth, with_keys
from cogs.wording.names import pair_name
from db.record.hearings import Hearing, hearings_of
from db.store import audit, hearings, tips, work_claims
from db.store.editing_models import AuditAction

KIND = "hearing"


class Outcomes:
    """What waits in the queue, and what an editor does about it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add these hearings to what waits for editors."""
        title, noun = sentences.OUTCOMES_TO_ENTER, sentences.OUTCOME_NOUN
        self._bot.work_queue.add(WorkKind(KIND, title, noun, self._count, self._rows, self._card))

    def close(self) -> None:
        """Take them away again."""
        self._bot.work_queue.remove(KIND)

    async def waiting(self) -> list[Hearing]:
        """The hearings that wait for an outcome, the longest first; one a tie."""
        register, now = self._bot.register, self._bot.clock()
        heard = (tie for tie in register.record.ties.values() if any(act.hearing for act in tie.acts))
        found = [one for tie in heard for one in hearings_of(tie, register) if one.ends <= now and not one.is_cancelled]
        if not found:
            return []
        rest = await hearings.at_rest(self._bot.database)
        open_ = {one.tie.id: one for one in found if (one.name, moment_of(one)) not in rest}
        return sorted(open_.values(), key=lambda one: one.ends)

    async def _count(self) -> int:
        return len(await self.waiting())

    async def _rows(self, most: int) -> Sequence[WorkItem]:
        register = self._bot.register
        return [
            WorkItem(
                one.tie.id,
                pair_name(one.tie, register),
                sentences.over_since(views.dated(one.act)),
                Worth.STANDING,
                one.ends,
            )
            for one in (await self.waiting())[:most]
        ]

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        one = await self._one(item)
        reported = await tips.open_of_tie(self._bot.database, one.tie.id, 0)
        return views.outcome_card(one, self._bot.register, [tip.id for tip in reported])

    @handles(EnterOutcome)
    async def enter(self, interaction: Interaction, route: EnterOutcome) -> None:
        """Begin the act that says what came of it."""
        require_editor(interaction)
        await self._one(route.tie)
        begin = self._bot.work_queue.begin_act
        if begin is None:
            raise Refusal(sentences.NOBODY_ENTERS)
        await begin(interaction, ActEntry(route.tie))

    @handles(LetHearingRest)
    async def rest(self, interaction: Interaction, route: LetHearingRest) -> None:
        """Note that nothing more is to be found out."""
        require_editor(interaction)
        one, now = await self._one(route.tie), self._bot.clock()
        async with self._bot.database.transaction() as conn:
            await hearings.let_rest(conn, one.name, moment_of(one))
            await work_claims.release(conn, KIND, route.tie)
            did, by = AuditAction.LET_REST, interaction.user.id
            await audit.write(conn, at=now, who=by, did=did, subject=route.tie, before=moment_of(one), after=None)
        await edit_or_send(interaction, with_keys(views.at_rest_card(), KIND, route.tie))

    async def _one(self, tie: str) -> Hearing:
        """Raises Refusal where somebody was faster."""
        found = next((one for one in await self.waiting() if one.tie.id == tie), None)
        if found is None:
            raise Refusal(sentences.OUTCOME_IS_KNOWN)
        return found
