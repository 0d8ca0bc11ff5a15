"""/help-out: one task of ten minutes for any volunteer, and the same ties in the editors' queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

import discord

from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, link, notice, rows, safe
from cogs.kit.components import Layout, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import defer, edit_or_send
from cogs.kit.router import handles
from cogs.kit.sentences import LEFT_OVER, LEFT_OVER_FORM
from cogs.kit.tip_route import KNOW_NEWER, OpenTip
from cogs.kit.work_queue import WorkItem, WorkKind, Worth, require_free, with_keys
from cogs.tips import forms, help_sentences, routes, sentences
from cogs.tips.stale import searched_on, stale_ties, where_to_look
from cogs.tips.tip_input import LONGEST_WORDS
from cogs.wording.dates import day
from cogs.wording.names import pair_name, tie_name
from cogs.wording.tie_search import search_ties
from db.record.derivation import last_search
from db.record.models import Tie
from db.record.standings import STANDINGS
from db.store import help_tasks, tips, work_claims
from db.store.help_tasks import WORK, TaskOutcome
from db.store.tip_models import NewTip, TipSubject
from db.store.tips import BlockedError, TooManyTipsError


class HelpOut:
    """A volunteer's task is a lease like an editor's, so the two are never at the same tie. What a volunteer found is a
    tip: an editor decides whether the record says that somebody looked.
    """

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add these ties to what waits for editors, on request."""
        kind = WorkKind(
            WORK,
            help_sentences.STALE,
            "tie",
            self._count,
            self._rows,
            self._editor_card,
            is_on_request=True,
            begin=help_sentences.LOOK_AT_FIRST,
        )
        self._bot.work_queue.add(kind)

    def close(self) -> None:
        """Take them away again."""
        self._bot.work_queue.remove(WORK)

    async def begin(self, interaction: Interaction, place: str = "") -> None:
        """Give a person a task, their own again if they have one."""
        if self._bot.editor_role is None:
            raise Refusal(sentences.NO_EDITORS_YET)
        await defer(interaction, fresh=True)
        await edit_or_send(interaction, await self._task(interaction.user.id, place))

    @handles(routes.AnotherTask)
    async def another(self, interaction: Interaction, route: routes.AnotherTask) -> None:
        """Another task."""
        await edit_or_send(interaction, await self._task(interaction.user.id, ""))

    @handles(routes.LookedAtTie)
    async def ask_where(self, interaction: Interaction, route: routes.LookedAtTie) -> None:
        """Ask where they looked."""
        await self._require_task(interaction, route.tie)
        await interaction.response.send_modal(forms.looked_form(interaction.user.id, route.tie))

    @handles(routes.SaveLooked)
    async def save_looked(self, interaction: Interaction, route: routes.SaveLooked) -> None:
        """Hand to the editors what a volunteer looked through."""
        try:
            tie = await self._require_task(interaction, route.tie)
        except Refusal as error:
            raise Unsaved(str(error)) from error
        words = "\n".join(text for values in fields(interaction).values() for text in values)[:LONGEST_WORDS]
        by, now = interaction.user.id, self._bot.clock()
        event = f"{tie.id} {TipSubject.LOOKED} {self._bot.today} {by}"
        name = tie_name(tie, self._bot.register)
        new = NewTip(TipSubject.LOOKED, tie.id, name, day(self._bot.today), words=words, event=event)
        try:
            async with self._bot.database.transaction() as conn:
                await tips.add(conn, tips.from_sender(new, by, interaction.guild_id), now)
                await help_tasks.note(conn, tie.id, by, TaskOutcome.LOOKED, now)
                await work_claims.release(conn, WORK, tie.id, by)
        except (BlockedError, TooManyTipsError) as error:
            raise Unsaved(sentences.not_taken(error)) from error
        keys = rows([button(help_sentences.ANOTHER, routes.AnotherTask()), button(sentences.MY_TIPS, routes.MyTips())])
        await edit_or_send(interaction, Layout(container(help_sentences.LOOKED, *keys, accent=Tone.DONE.value)))

    @handles(routes.CouldNotLook)
    async def could_not(self, interaction: Interaction, route: routes.CouldNotLook) -> None:
        """Let a task go."""
        tie = await self._require_task(interaction, route.tie)
        by, now = interaction.user.id, self._bot.clock()
        async with self._bot.database.transaction() as conn:
            await help_tasks.note(conn, tie.id, by, TaskOutcome.COULD_NOT, now)
            await work_claims.release(conn, WORK, tie.id, by)
        keys = rows([button(help_sentences.ANOTHER, routes.AnotherTask())])
        await edit_or_send(interaction, Layout(container(help_sentences.COULD_NOT_DONE, *keys)))

    @handles(routes.NoteSearch)
    async def ask_editor_where(self, interaction: Interaction, route: routes.NoteSearch) -> None:
        """Ask an editor where they looked."""
        require_editor(interaction)
        if route.tie not in self._bot.register.record.ties:
            raise Refusal(LEFT_OVER)
        await require_free(interaction, WORK, route.tie)
        await interaction.response.send_modal(forms.search_form(interaction.user.id, route.tie))

    @handles(routes.SaveSearch)
    async def note_search(self, interaction: Interaction, route: routes.SaveSearch) -> None:
        """Note an editor's search of today."""
        note = self._bot.work_queue.note_search
        try:
            require_editor(interaction)
            await require_free(interaction, WORK, route.tie)
            if note is None:
                raise Refusal(help_sentences.CANNOT_NOTE)
            if route.tie not in self._bot.register.record.ties:
                raise Refusal(LEFT_OVER_FORM)
            where = " ".join(fields(interaction).get("where", ()))
            await note(route.tie, where, self._bot.today, interaction.user.id, None)
        except Refusal as error:
            raise Unsaved(str(error)) from error
        async with self._bot.database.transaction() as conn:
            await work_claims.release(conn, WORK, route.tie, interaction.user.id)
        done = notice(help_sentences.NOTED, tone=Tone.DONE)
        await edit_or_send(interaction, with_keys(done, WORK, route.tie))

    async def _task(self, person: int, place: str) -> Layout:
        now, register = self._bot.clock(), self._bot.register
        waiting = stale_ties(register, self._bot.today)
        if place:
            wanted = {tie.id for tie in search_ties(place, register).ties}
            waiting = [tie for tie in waiting if tie.id in wanted]
        held = await work_claims.all_held(self._bot.database, now)
        holders = {item: claim.editor for (kind, item), claim in held.items() if kind == WORK}
        rest = await help_tasks.resting(self._bot.database, person, now)
        own = [tie for tie in waiting if holders.get(tie.id) == person and tie.id not in rest]
        free = [tie for tie in waiting if tie.id not in holders and tie.id not in rest]
        for tie in (*own, *free):
            async with self._bot.database.transaction() as conn:
                claim = await work_claims.claim(conn, WORK, tie.id, person, now)
                if claim.editor == person:
                    await help_tasks.note(conn, tie.id, person, TaskOutcome.BEGUN, now)
            if claim.editor == person:
                return self._task_card(tie, discord.utils.format_dt(claim.until, "t"))
        return Layout(container(help_sentences.NO_SUCH_TIE if place else help_sentences.NOTHING_TO_DO))

    def _task_card(self, tie: Tie, until: str) -> Layout:
        text = help_sentences.task(*self._told(tie), until)
        keys = [
            button(help_sentences.FOUND_NOTHING, routes.LookedAtTie(tie.id), discord.ButtonStyle.primary),
            button(KNOW_NEWER, OpenTip(tie.id)),
            button(help_sentences.COULD_NOT, routes.CouldNotLook(tie.id)),
        ]
        return Layout(container(text, *rows(keys), accent=Tone.PLAIN.value))

    async def _require_task(self, interaction: Interaction, tie_id: str) -> Tie:
        """The tie of a task that the person has and has not ended."""
        tie = self._bot.register.record.ties.get(tie_id)
        if tie is None or not await help_tasks.is_of(self._bot.database, tie_id, interaction.user.id):
            raise Refusal(help_sentences.NOT_YOURS)
        return tie

    def _told(self, tie: Tie) -> tuple[str, str, str, Sequence[str]]:
        register = self._bot.register
        found = last_search(tie)
        links = [link(safe(place.name), place.address) for place in where_to_look(tie, register, self._bot.today)]
        name = safe(tie_name(tie, register))
        searched = help_sentences.searched(found.date if found else None)
        return name, STANDINGS[register.status(tie.id).standing].label, searched, links

    async def _count(self) -> int:
        return len(stale_ties(self._bot.register, self._bot.today))

    async def _rows(self, limit: int) -> list[WorkItem]:
        return [self._item(tie) for tie in stale_ties(self._bot.register, self._bot.today)[:limit]]

    def _item(self, tie: Tie) -> WorkItem:
        register, found = self._bot.register, last_search(tie)
        standing = STANDINGS[register.status(tie.id).standing].label
        hint = help_sentences.stale_hint(standing, found.date if found else None)
        since = datetime.combine(searched_on(tie), time(), UTC)
        return WorkItem(tie.id, pair_name(tie, register), hint, Worth.UPKEEP, since)

    async def _editor_card(self, interaction: Interaction, item: str) -> Layout:
        tie = self._bot.register.record.ties.get(item)
        if tie is None:
            raise Refusal(sentences.NOT_KEPT)
        keys = [
            button(help_sentences.NOTE_SEARCH, routes.NoteSearch(tie.id), discord.ButtonStyle.primary),
            button(KNOW_NEWER, OpenTip(tie.id)),
        ]
        return Layout(container(help_sentences.stale(*self._told(tie)), *rows(keys), accent=Tone.PLAIN.value))
