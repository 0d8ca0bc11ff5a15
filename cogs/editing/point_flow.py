"""What happens to a talking point that an editor enters, up to the record; and how one is retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import discord

from cogs.editing import point_sentences as sentences
from cogs.editing import point_views as views
from cogs.editing import routes
from cogs.editing.parsing import read_text
from cogs.editing.point_entry import CheckedPoint, check_entry
from cogs.editing.record_additions import RecordAdditions
from cogs.kit.access import person, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows, safe
from cogs.kit.components import Form, Layout, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.kit.work_queue import WorkItem, WorkKind, Worth
from cogs.wording import points
from cogs.wording.date_parsing import EntryError
from cogs.wording.english import clip
from cogs.wording.tie_search import Suggestion
from db.record.models import Side, TalkingPoint
from db.record.text import key
from db.store import additions, audit, point_drafts
from db.store.database import DatabaseError, Transaction
from db.store.draft_models import DraftState, PointDraft, PointInput
from db.store.editing_models import AuditAction
from db.store.new_work import tell_of_new_work

_KIND = "point"
_MOST_OFFERED = 25
_LABEL = 100
_Take = Callable[[PointInput, Mapping[str, Sequence[str]]], PointInput]


class PointFlow:
    """All talking points that editors are at. It keeps nothing itself: each is in the database."""

    def __init__(self, bot: TiewatchBot, record: RecordAdditions) -> None:
        self._bot = bot
        self._record = record

    def register(self) -> None:
        """Add what waits for a second editor to what waits at all."""
        kind = WorkKind(_KIND, sentences.WAITING, "talking point", self._count, self._rows, self._card, leased=False)
        self._bot.work_queue.add(kind)

    def close(self) -> None:
        """Take it away again."""
        self._bot.work_queue.remove(_KIND)

    async def begin(self, interaction: Interaction, typed: PointInput) -> None:
        """Keep what the command says, and ask for the words."""
        async with self._bot.database.transaction() as conn:
            number = await point_drafts.open_point(conn, typed, editor=interaction.user.id, at=self._bot.clock())
        await interaction.response.send_modal(views.words_form(await self._kept(number)))

    @handles(routes.EditPointWords)
    async def edit_words(self, interaction: Interaction, route: routes.EditPointWords) -> None:
        """Open the form of the words."""
        await self._open(interaction, route, views.words_form)

    @handles(routes.EditPointPage)
    async def edit_page(self, interaction: Interaction, route: routes.EditPointPage) -> None:
        """Open the form of the page."""
        await self._open(interaction, route, views.page_form)

    @handles(routes.EditPointDetails)
    async def edit_details(self, interaction: Interaction, route: routes.EditPointDetails) -> None:
        """Open the form of when and about what."""
        await self._open(interaction, route, views.details_form)

    @handles(routes.SavePointWords)
    async def save_words(self, interaction: Interaction, route: routes.SavePointWords) -> None:
        """Save the words."""
        await self._save(interaction, route, views.with_words)

    @handles(routes.SavePointPage)
    async def save_page(self, interaction: Interaction, route: routes.SavePointPage) -> None:
        """Save the page."""
        await self._save(interaction, route, views.with_page)

    @handles(routes.SavePointDetails)
    async def save_details(self, interaction: Interaction, route: routes.SavePointDetails) -> None:
        """Save when and about what."""
        await self._save(interaction, route, views.with_details)

    @handles(routes.RecordPoint)
    async def record(self, interaction: Interaction, route: routes.RecordPoint) -> None:
        """Record it: one's own where its evidence carries it, or another's as the second editor."""
        draft, by = await self._waiting_or_own(interaction, route), interaction.user.id
        if draft.state is DraftState.WAITING and draft.editor == by:
            raise Refusal(sentences.NOT_BY_YOURSELF)
        checked = self._checked(draft)
        if draft.state is DraftState.OPEN and checked.is_thin:
            raise Refusal(sentences.SECOND_NEEDED)
        number = await self._add(draft, checked, by)
        where = self._bot.mention_command("talking-points")
        text = sentences.added(safe(checked.point.speaker), where)
        await edit_or_send(interaction, _done(text, number, sentences.RECORDED))

    async def _add(self, draft: PointDraft, checked: CheckedPoint, by: int) -> int:
        now, point = self._bot.clock(), checked.point

        async def write(conn: Transaction) -> int:
            if not await point_drafts.move_point(conn, draft, DraftState.DONE, by=by, at=now):
                raise Refusal(sentences.FASTER)
            number = await additions.add_point(conn, point, checked.new, by=draft.editor, at=now)
            await self._audit(conn, AuditAction.ADDED_POINT, by, point.id, after=_in_words(point))
            return number

        return await self._record.renewed(write)

    @handles(routes.AskSecondAboutPoint)
    async def ask_second(self, interaction: Interaction, route: routes.AskSecondAboutPoint) -> None:
        """Let it wait for a second editor; the review channel hears of it."""
        draft = await self._own(interaction, route)
        point, now = self._checked(draft).point, self._bot.clock()
        async with self._bot.database.transaction() as conn:
            await self._move(conn, draft, DraftState.WAITING, None)
            who, did = interaction.user.id, AuditAction.ASKED_ABOUT_POINT
            await self._audit(conn, did, who, point.id, after=_in_words(point))
            await tell_of_new_work(conn, now)
        text = sentences.second_asked(self._bot.mention_command("queue"))
        await edit_or_send(interaction, notice(text, tone=Tone.DONE))

    @handles(routes.CancelPoint)
    async def cancel(self, interaction: Interaction, route: routes.CancelPoint) -> None:
        """Give it up, also while it waits."""
        draft = await self._waiting_or_own(interaction, route)
        if draft.editor != interaction.user.id:
            raise Refusal(sentences.whose(person(draft.editor)))
        async with self._bot.database.transaction() as conn:
            await self._move(conn, draft, DraftState.CANCELLED, interaction.user.id)
        await edit_or_send(interaction, notice(sentences.CANCELLED))

    @handles(routes.ReturnPoint)
    async def ask_why(self, interaction: Interaction, route: routes.ReturnPoint) -> None:
        """Ask what is missing."""
        require_editor(interaction)
        draft = await self._kept(route.point)
        _require_waiting(draft)
        await interaction.response.send_modal(views.return_form(draft))

    @handles(routes.SaveReturnedPoint)
    async def send_back(self, interaction: Interaction, route: routes.SaveReturnedPoint) -> None:
        """Send it back to who entered it, with what is missing."""
        try:
            require_editor(interaction)
            draft = await self._kept(route.point)
            _require_waiting(draft)
            why = read_text("why", " ".join(fields(interaction)["why"]))
            by, now = interaction.user.id, self._bot.clock()
            async with self._bot.database.transaction() as conn:
                await self._move(conn, draft, DraftState.OPEN, by, returned=why)
                await self._audit(conn, AuditAction.RETURNED_POINT, by, draft.typed.speaker, after=why)
                await tell_of_new_work(conn, now)
        except (Refusal, DatabaseError, EntryError) as error:
            raise Unsaved(safe(str(error))) from error
        await edit_or_send(interaction, notice(sentences.returned_to(person(draft.editor), safe(why)), tone=Tone.DONE))

    async def retire(self, interaction: Interaction, typed: str, why: str) -> None:
        """Let a talking point be told no more."""
        found = self._bot.register.record.talking_points.get(typed)
        point = found if found is not None and found.retired is None else None
        if point is None:
            raise Refusal(sentences.NO_POINT)
        try:
            reason = read_text("retired", why)
        except EntryError as error:
            raise Refusal(safe(str(error))) from error
        await defer(interaction, fresh=True)
        by, now = interaction.user.id, self._bot.clock()

        async def write(conn: Transaction) -> int:
            number = await additions.retire_point(conn, point.id, reason, by=by, at=now)
            if number is None:
                raise Refusal(sentences.RETIRED_ALREADY)
            await self._audit(conn, AuditAction.RETIRED_POINT, by, point.id, after=reason, before=_in_words(point))
            return number

        number = await self._record.renewed(write)
        text = sentences.retired(safe(point.speaker), safe(points.spoken(point)), safe(reason))
        await send_private(interaction, _done(text, number, sentences.RETIRED))

    def suggest(self, typed: str, side: Side | None = None) -> list[Suggestion]:
        """The talking points in use that fit what has been typed so far; of one side, where one is given."""
        wanted = key(typed)
        found = [
            (sentences.in_list(point.speaker, points.spoken(point)), point.id)
            for point in self._bot.register.record.points_in_use
            if side in (None, point.side)
        ]
        fitting = [Suggestion(clip(label, _LABEL), name) for label, name in found if wanted in key(label)]
        return fitting[:_MOST_OFFERED]

    async def _open(
        self, interaction: Interaction, route: routes.PointRoute, form: Callable[[PointDraft], Form]
    ) -> None:
        require_editor(interaction)
        draft = await self._kept(route.point)
        _require_own(interaction, draft)
        await interaction.response.send_modal(form(draft))

    async def _save(self, interaction: Interaction, route: routes.PointForm, take: _Take) -> None:
        """Save what a form brought, before anything else can go wrong; what cannot be saved is given back."""
        try:
            draft = await self._kept(route.point)
            _require_own(interaction, draft)
            async with self._bot.database.transaction() as conn:
                typed = take(draft.typed, fields(interaction))
                if not await point_drafts.change_point(conn, draft.id, typed, at=self._bot.clock()):
                    raise Refusal(sentences.FASTER)
        except (Refusal, DatabaseError) as error:
            raise Unsaved(str(error)) from error
        require_editor(interaction)
        await edit_or_send(interaction, self._layout(await self._kept(route.point), interaction))

    async def _kept(self, number: int) -> PointDraft:
        draft = await point_drafts.read_point(self._bot.database, number)
        if draft is None:
            raise Refusal(sentences.NO_LONGER_KEPT)
        return draft

    async def _own(self, interaction: Interaction, route: routes.PointRoute) -> PointDraft:
        draft = await self._waiting_or_own(interaction, route)
        _require_own(interaction, draft)
        return draft

    async def _waiting_or_own(self, interaction: Interaction, route: routes.PointRoute) -> PointDraft:
        """The draft as its card showed it, which waits, or is the person's own. Raises Refusal."""
        require_editor(interaction)
        draft = await self._kept(route.point)
        _require_undecided(draft)
        if draft.state is DraftState.OPEN:
            _require_own(interaction, draft)
        if draft.version != route.seen:
            raise Refusal(sentences.FASTER)
        return draft

    def _checked(self, draft: PointDraft) -> CheckedPoint:
        checked, faults = check_entry(draft.typed, self._bot.register, self._bot.today)
        if checked is None:
            raise Refusal(sentences.missing([safe(fault) for fault in faults]))
        return checked

    async def _move(
        self, conn: Transaction, draft: PointDraft, to: DraftState, by: int | None, returned: str = ""
    ) -> None:
        if not await point_drafts.move_point(conn, draft, to, by=by, at=self._bot.clock(), returned=returned):
            raise Refusal(sentences.FASTER)

    def _layout(self, draft: PointDraft, interaction: Interaction) -> Layout:
        return views.card_of(draft, self._bot.register, self._bot.today, interaction.user.id)

    async def _count(self) -> int:
        return len(await point_drafts.unfinished_points(self._bot.database))

    async def _rows(self, limit: int) -> list[WorkItem]:
        found = (await point_drafts.unfinished_points(self._bot.database))[:limit]
        return [
            WorkItem(
                str(draft.id),
                draft.typed.speaker,
                sentences.row(Side(draft.typed.side), is_back=draft.state is DraftState.OPEN),
                Worth.RECORD,
                draft.updated_at,
            )
            for draft in found
        ]

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        require_editor(interaction)
        draft = await self._kept(int(item))
        _require_undecided(draft)
        if draft.state is DraftState.OPEN and draft.editor != interaction.user.id:
            raise Refusal(sentences.is_returned(person(draft.editor)))
        return self._layout(draft, interaction)

    async def _audit(
        self, conn: Transaction, did: AuditAction, by: int, subject: str, *, after: str, before: str | None = None
    ) -> None:
        await audit.write(conn, at=self._bot.clock(), who=by, did=did, subject=subject, before=before, after=after)


def _require_undecided(draft: PointDraft) -> None:
    if draft.state is DraftState.DONE:
        raise Refusal(sentences.recorded_already(person(draft.decided_by)))
    if draft.state is DraftState.CANCELLED:
        raise Refusal(sentences.CANCELLED)


def _require_own(interaction: Interaction, draft: PointDraft) -> None:
    _require_undecided(draft)
    if draft.editor != interaction.user.id:
        raise Refusal(sentences.whose(person(draft.editor)))
    if draft.state is DraftState.WAITING:
        raise Refusal(sentences.WAITS)


def _require_waiting(draft: PointDraft) -> None:
    _require_undecided(draft)
    if draft.state is DraftState.OPEN:
        raise Refusal(sentences.is_returned(person(draft.editor)))


def _in_words(point: TalkingPoint) -> str:
    return sentences.in_list(point.speaker, points.spoken(point))


def _done(text: str, number: int, title: str) -> Layout:
    undo = [button("Undo", routes.UndoAddition(number), discord.ButtonStyle.secondary)]
    return Layout(container(f"### {title}\n{text}", *rows(undo), accent=Tone.DONE.value))
