"""What waits for an editor: their own drafts, drafts that need a second editor, and changes by the dataset."""

from __future__ import annotations

from typing import Any

from discord import ui

from cogs.editing import routes, sentences
from cogs.editing.dataset_review import DatasetReview
from cogs.editing.draft_flow import DraftFlow
from cogs.editing.permissions import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import MOST_OPTIONS, Option, Tone, container, picker
from cogs.kit.components import Layout, chosen
from cogs.kit.failures import Refusal
from cogs.kit.router import handles
from cogs.kit.routes import PressRoute
from cogs.wording.english import clip
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.register import Register
from db.store.dataset_changes import pending_changes
from db.store.drafts import open_drafts_of, read_draft, waiting_drafts
from db.store.models import ActDraft, DraftState


class Queue:
    """The list of what waits, and the way from it to each thing."""

    def __init__(self, bot: TiewatchBot, flow: DraftFlow, changes: DatasetReview) -> None:
        self._bot = bot
        self._flow = flow
        self._changes = changes

    async def show(self, interaction: Interaction) -> None:
        """Answer `/queue`, for the person alone."""
        require_editor(interaction)
        own_ids = await open_drafts_of(self._bot.database, interaction.user.id)
        second_ids = await waiting_drafts(self._bot.database)
        changes = await pending_changes(self._bot.database)
        own, second = await self._drafts(own_ids), await self._drafts(second_ids)
        lines = [
            sentences.own_drafts(len(own_ids), MOST_OPTIONS),
            sentences.waiting_drafts(len(second_ids), MOST_OPTIONS),
            sentences.dataset_changes(len(changes), MOST_OPTIONS),
        ]
        below: list[ui.ActionRow[Any]] = []
        for route, prompt, drafts in (
            (routes.OpenOwnDraft(), "Go on with a draft of yours", own),
            (routes.OpenWaitingDraft(), "Look at one that waits for a second editor", second),
        ):
            if drafts:
                options = [_option(draft, self._bot.register) for draft in drafts]
                below.append(picker(options, route, prompt))
        if changes:
            register = self._bot.register
            options = [
                Option(
                    pair_name(register.tie(change.tie), register),
                    str(change.id),
                    sentences.standing_moves_in_short(change.before_standing, change.after_standing),
                )
                for change in changes[:MOST_OPTIONS]
            ]
            below.append(picker(options, routes.OpenChange(), "Look at a change by the dataset"))
        frame = container("### What waits for editors\n" + "\n".join(lines), accent=Tone.PLAIN.value)
        await interaction.response.send_message(view=Layout(frame, *below), ephemeral=True)

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
        """Open the change that was chosen from the list."""
        await self._changes.look(interaction, int(chosen(interaction)[0]))

    async def _drafts(self, ids: tuple[int, ...]) -> list[ActDraft]:
        found = [await read_draft(self._bot.database, number) for number in ids[:MOST_OPTIONS]]
        return [draft for draft in found if draft is not None and draft.tie in self._bot.register.record.ties]


def _option(draft: ActDraft, register: Register) -> Option:
    kind = ACT_KINDS[ActKind(draft.kind)].label.lower() if draft.kind else ""
    returned = draft.state is DraftState.OPEN and draft.decided_by is not None
    row = sentences.draft_row(draft.task, kind, draft.date, returned=returned)
    return Option(pair_name(register.tie(draft.tie), register), str(draft.id), clip(row, 100))
