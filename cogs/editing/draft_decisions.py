"""What is decided on a draft that is filled in: recorded and announced, handed to a second editor, taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from cogs.editing import commit, forms, routes, sentences
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.draft_steps import given_back, press
from cogs.editing.permissions import require_decider, require_open, require_waiting
from cogs.editing.recorded_card import undoable
from cogs.editing.send_progress import SendProgress
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import fields
from cogs.kit.failures import Refusal
from cogs.kit.router import handles
from db.record.models import Act
from db.store.draft_models import ActDraft, DraftTask
from db.store.drafts import open_draft

# What takes back what was done: nothing is deleted, so each of them is an entry of its own.
_UNDOES = {
    DraftTask.RECORD: DraftTask.RETRACT,
    DraftTask.CORRECT: DraftTask.CORRECT,
    DraftTask.RETRACT: DraftTask.RECORD,
}


class DraftDecisions:
    """What editors decide on drafts. ``go_on`` opens the next thing that waits."""

    def __init__(self, bot: TiewatchBot, flow: DraftFlow, go_on: Callable[[Interaction], Awaitable[None]]) -> None:
        self.bot = bot
        self._flow = flow
        self._go_on = go_on
        self._followed = SendProgress(bot)

    def close(self) -> None:
        """Stop following announcements on their way."""
        self._followed.close()

    @handles(routes.SendBack)
    @press(lambda _, draft: require_waiting(draft))
    async def _ask_why(self, interaction: Interaction, draft: ActDraft, route: routes.SendBack) -> None:
        await self._flow.second.ask_why(interaction, draft)

    @handles(routes.SaveReason)
    async def _send_back(self, interaction: Interaction, route: routes.SaveReason) -> None:
        with given_back():
            draft = await self._flow.kept(route.draft)
            require_editor(interaction)
            require_waiting(draft)
            await self._flow.second.send_back(interaction, draft)

    @handles(routes.RecordAndAnnounce, routes.RecordQuietly)
    @press(require_decider)
    async def _record(self, interaction: Interaction, draft: ActDraft, route: routes.RecordRoute) -> None:
        by, aloud = interaction.user.id, isinstance(route, routes.RecordAndAnnounce)
        try:
            done = await commit.record(self.bot, draft, by=by, aloud=aloud, seen=route.seen)
        except commit.Taken:
            raise Refusal("Somebody else was faster: this was already decided.") from None
        except commit.Changed:
            await self._flow.show(interaction, draft)
            raise Refusal("This changed since the card was made, so nothing was recorded. Please look again.") from None
        draft = await self._flow.kept(draft.id)
        await self._followed.show(interaction, draft, done.reach, goes_on=route.goes_on)
        if done.reach is not None:
            self._followed.start(interaction, draft, done.reach, goes_on=route.goes_on)
        if route.goes_on:
            await self._go_on(interaction)

    @handles(routes.UndoRecording)
    @press()
    async def _ask_why_undone(self, interaction: Interaction, draft: ActDraft, route: routes.UndoRecording) -> None:
        self._recorded_by(draft)
        await interaction.response.send_modal(forms.undo_form(draft))

    @handles(routes.SaveUndo)
    async def _undo(self, interaction: Interaction, route: routes.SaveUndo) -> None:
        with given_back():
            require_editor(interaction)
            draft = await self._flow.kept(route.draft)
            act, now = self._recorded_by(draft), self.bot.clock()
            why, by = " ".join(fields(interaction)["why"]), interaction.user.id
            task, corrected = _UNDOES[draft.task], self._corrected_by(draft, act)
            async with self.bot.database.transaction() as conn:
                number = await open_draft(conn, editor=by, task=task, at=now, tie=draft.tie, why=why)
            begun = await self._flow.aim(await self._flow.kept(number), act, as_was=corrected)
            await self._flow.show(interaction, begun)

    def _corrected_by(self, draft: ActDraft, act: Act) -> Act | None:
        """The act that a draft corrected by another; None where it corrected none."""
        if draft.task is not DraftTask.CORRECT:
            return None
        return next((known for known in self.bot.register.tie(draft.tie).acts if known.id == act.replaces), None)

    def _recorded_by(self, draft: ActDraft) -> Act:
        """The act that a draft recorded or withdrew. Raises Refusal if something else was done with it since."""
        act = undoable(draft, self.bot.register.tie(draft.tie))
        if act is None:
            raise Refusal(sentences.UNDO_GONE)
        return act

    @handles(routes.ShowSending)
    @press()
    async def _refresh(self, interaction: Interaction, draft: ActDraft, route: routes.ShowSending) -> None:
        if draft.announcement is None:
            raise Refusal("Nothing is on its way for this one.")
        await self._followed.show(interaction, draft, None)

    @handles(routes.AnnounceAfterAll)
    @press()
    async def _announce_late(self, interaction: Interaction, draft: ActDraft, route: routes.AnnounceAfterAll) -> None:
        reach = await commit.announce_afterwards(self.bot, draft)
        if reach is None:
            raise Refusal(sentences.NOTHING_LEFT_TO_ANNOUNCE)
        draft = await self._flow.kept(draft.id)
        await self._followed.show(interaction, draft, reach)
        self._followed.start(interaction, draft, reach)

    @handles(routes.AskSecond)
    @press(require_open)
    async def _ask_second(self, interaction: Interaction, draft: ActDraft, route: routes.AskSecond) -> None:
        if self._flow.amounts_to(draft)[1] is None:
            await self._flow.show(interaction, draft)
            return
        await self._flow.second.ask(interaction, draft)
