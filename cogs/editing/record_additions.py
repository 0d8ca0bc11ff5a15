"""What editors add to the record besides acts: places, ties, listings and notes. Each at once, and to be taken back."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from cogs.editing import entry_sentences, forms
from cogs.editing.draft_faults import DraftFault
from cogs.editing.parsing import read_published, read_text
from cogs.editing.place_entry import KnownPlaces, PlaceEntry, enter_place, find_side
from cogs.editing.routes import SaveNotes, UndoAddition
from cogs.editing.source_entry import new_source, of_kind
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows, safe
from cogs.kit.components import Layout, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.wording.date_parsing import EntryError
from cogs.wording.english import paragraph
from cogs.wording.names import place_name, tie_name
from cogs.wording.tie_search import Suggestion
from db.record.dataset import faults_in
from db.record.dataset.rules import EARLIEST
from db.record.dataset.texts import check_notes
from db.record.levels import LEVELS, Level
from db.record.models import Country, Listing, Record, Source, Tie
from db.record.order import free_listing_id
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.shows import SHOWS, Shows
from db.record.values import value
from db.store import additions, audit
from db.store.database import DatabaseError, Transaction
from db.store.draft_models import DraftSource
from db.store.editing_models import AdditionKind, AuditAction, Undone
from db.store.records import read_record, read_tie

_T = TypeVar("_T")
_DID = {
    AdditionKind.PLACE: AuditAction.ADDED_PLACE,
    AdditionKind.TIE: AuditAction.ADDED_TIE,
    AdditionKind.LISTING: AuditAction.ADDED_LISTING,
    AdditionKind.NOTES: AuditAction.NOTED,
    AdditionKind.POINT: AuditAction.ADDED_POINT,
    AdditionKind.RETIRED: AuditAction.RETIRED_POINT,
}
_UNDID = {
    AdditionKind.PLACE: AuditAction.UNDID_PLACE,
    AdditionKind.TIE: AuditAction.UNDID_TIE,
    AdditionKind.LISTING: AuditAction.UNDID_LISTING,
    AdditionKind.NOTES: AuditAction.UNDID_NOTES,
    AdditionKind.POINT: AuditAction.UNDID_POINT,
    AdditionKind.RETIRED: AuditAction.UNDID_RETIRING,
}


@value
class PageEntry:
    """A page as typed with a command. All but the address may be empty if the record has it. ``kind`` says what it is;
    without it, that is worked out.
    """

    source: DraftSource
    kind: PageKind | None = None


@value
class TieEntry:
    """A tie as typed. ``says`` is what its page says, empty for the usual sentence; ``since`` its first year."""

    us: str
    ru: str
    level: Level
    page: PageEntry
    says: str = ""
    since: int | None = None


class RecordAdditions:
    """What editors add in one step, and take back."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._known = KnownPlaces(())

    def suggest_known(self, typed: str) -> list[Suggestion]:
        """Known other places for what has been typed so far."""
        others = self._bot.register.record.other_places
        if self._known.places is not others:
            self._known = KnownPlaces(others)
        return self._known.suggest(typed, self._bot.register)

    async def place(self, interaction: Interaction, typed: PlaceEntry) -> None:
        """Add a place to the register."""
        await defer(interaction, fresh=True)
        try:
            # It looks at every name of the record.
            entered = await asyncio.to_thread(enter_place, typed, self._bot.register)
        except EntryError as error:
            raise Refusal(safe(str(error))) from error
        place, by, now = entered.place, interaction.user.id, self._bot.clock()

        async def write(conn: Transaction) -> int:
            number = await additions.add_place(conn, place, entered.known, by=by, at=now)
            await self._audit(conn, AdditionKind.PLACE, by, place.id, after=place_name(place, self._bot.register))
            return number

        number = await self.renewed(write)
        told = [
            entry_sentences.place_added(
                safe(place_name(place, self._bot.register)), self._bot.mention_command("record tie")
            )
        ]
        told += [entry_sentences.usual_office(safe(found.office), safe(found.body)) for found in place.recipients]
        told += [entry_sentences.names_left_out(map(safe, entered.dropped))] if entered.dropped else []
        await send_private(interaction, _added("\n".join(told), number))

    async def tie(self, interaction: Interaction, typed: TieEntry) -> None:
        """Add a tie to the register, with the page that names it as its first listing."""
        register, by, now = self._bot.register, interaction.user.id, self._bot.clock()
        tie, new = self._tie(typed)
        await defer(interaction, fresh=True)

        async def write(conn: Transaction) -> int:
            number = await additions.add_tie(conn, tie, new, by=by, at=now)
            await self._audit(conn, AdditionKind.TIE, by, tie.id, after=tie_name(tie, register))
            return number

        number = await self.renewed(write)
        self._bot.dispatch("tie_changed", tie.id)
        text = entry_sentences.tie_added(safe(tie_name(tie, register)), LEVELS[tie.level].noun)
        await send_private(interaction, _added(text, number))

    def _tie(self, typed: TieEntry) -> tuple[Tie, Source | None]:
        register = self._bot.register
        try:
            us, ru = find_side(typed.us, Country.US, register), find_side(typed.ru, Country.RU, register)
            usual = entry_sentences.pair_named(us.name, ru.name, LEVELS[typed.level].noun)
            says = read_text("says", typed.says or usual)
            dated = read_published(typed.page.source.published, self._bot.today)
        except EntryError as error:
            raise Refusal(safe(str(error))) from error
        if typed.since is not None and not EARLIEST <= typed.since <= self._bot.today.year:
            raise Refusal(entry_sentences.since_out_of_range(EARLIEST, self._bot.today.year))
        source, new = self._source(typed.page)
        name = f"{us.id}--{ru.id}"
        listing = Listing(f"{name}.listing.1", dated or source.published, Shows.PAIR, says, (source.id,))
        tie = Tie(name, us.id, ru.id, typed.level, listings=(listing,))
        if register.tie_between(us.id, ru.id) is not None:
            raise Refusal(entry_sentences.tie_exists(safe(tie_name(tie, register))))
        return replace(tie, since=typed.since, since_source=source.id if typed.since else None), new

    async def listing(self, interaction: Interaction, tie: Tie, shows: Shows, says: str, page: PageEntry) -> None:
        """Add a listing to a tie."""
        by, now = interaction.user.id, self._bot.clock()
        try:
            told = read_text("says", says)
            dated = read_published(page.source.published, self._bot.today)
        except EntryError as error:
            raise Refusal(safe(str(error))) from error
        source, new = self._source(page)
        _require_new_page(tie, source)
        await defer(interaction, fresh=True)
        async with self._bot.database.transaction() as conn:
            tie = await read_tie(conn, tie.id)
            _require_new_page(tie, source)
            name = free_listing_id(tie.id, {known.id for known in tie.listings})
            listing = Listing(name, dated or source.published, shows, told, (source.id,))
            number = await additions.add_listing(conn, tie.id, listing, new, by=by, at=now)
            await self._audit(conn, AdditionKind.LISTING, by, tie.id, after=told)
            tie = await read_tie(conn, tie.id)
        self._replace(tie, new)
        name = safe(tie_name(tie, self._bot.register))
        text = entry_sentences.listing_added(name, SHOWS[shows].label, safe(told))
        await send_private(interaction, _added(text, number))

    def _source(self, page: PageEntry) -> tuple[Source, Source | None]:
        """The source that a page is, and the same if it is new."""
        faults: list[DraftFault] = []
        register = self._bot.register
        known = register.source_of_page(page.source.address)
        if known is not None:
            return known, None
        typed = of_kind(page.source, page.kind, register) if page.kind else page.source
        source = new_source(typed, 1, register, self._bot.today, (), faults)
        if source is None or faults:
            told = [entry_sentences.PAGE_UNKNOWN, *(safe(fault.text) for fault in faults)]
            raise Refusal(paragraph(told))
        return source, source

    @handles(SaveNotes)
    async def save_notes(self, interaction: Interaction, route: SaveNotes) -> None:
        """Write down what was noted of a tie."""
        typed = fields(interaction)
        note, editor_note = (
            " ".join(" ".join(typed.get(name, ())).split()) or None for name in ("note", "editor_note")
        )
        try:
            require_editor(interaction)
            number, tie = await self._noted(interaction.user.id, route.tie, note, editor_note)
        except (Refusal, DatabaseError) as error:
            raise Unsaved(str(error)) from error
        self._replace(tie, None)
        name = safe(tie_name(tie, self._bot.register))
        text = entry_sentences.notes_now(name, safe(note or ""), safe(editor_note or ""))
        await send_private(interaction, _added(text, number, "Noted"))

    async def _noted(self, by: int, tie_id: str, note: str | None, editor_note: str | None) -> tuple[int, Tie]:
        faults: list[str] = []
        known = self._bot.register.record.ties.get(tie_id)
        if known is None:
            raise Refusal(entry_sentences.USED_SINCE)
        wanted = replace(known, note=note, editor_note=editor_note)
        check_notes(wanted, lambda _, field, told: faults.append(entry_sentences.note_fault(field, told)))
        if faults:
            raise Refusal(safe(paragraph(faults)))
        if wanted == known:
            raise Refusal(entry_sentences.NOTES_AS_BEFORE)
        async with self._bot.database.transaction() as conn:
            number = await additions.set_notes(conn, tie_id, note, editor_note, by=by, at=self._bot.clock())
            before = entry_sentences.notes_in_words(known.note, known.editor_note)
            after = entry_sentences.notes_in_words(note, editor_note)
            await self._audit(conn, AdditionKind.NOTES, by, tie_id, before=before, after=after)
            return number, await read_tie(conn, tie_id)

    async def ask_notes(self, interaction: Interaction, tie: Tie) -> None:
        """Open the form with a tie's notes."""
        await interaction.response.send_modal(forms.notes_form(tie))

    @handles(UndoAddition)
    async def undo(self, interaction: Interaction, route: UndoAddition) -> None:
        """Take an addition back."""
        require_editor(interaction)
        by, before = interaction.user.id, self._bot.register.record

        async def write(conn: Transaction) -> Undone:
            found = await additions.undo(conn, route.addition, by=by)
            if found is None:
                raise Refusal(entry_sentences.USED_SINCE)
            await self._audit(conn, found.kind, by, found.tie, before=_name(found, before, self._bot), undone=True)
            return found

        undone = await self.renewed(write)
        name = safe(_name(undone, before, self._bot))
        if undone.tie in self._bot.register.record.ties:
            self._bot.dispatch("tie_changed", undone.tie)
        await edit_or_send(
            interaction, notice(entry_sentences.taken_back(undone.kind, name), tone=Tone.DONE, title="Undone")
        )

    async def renewed(self, write: Callable[[Transaction], Awaitable[_T]]) -> _T:
        """Write in one transaction, and make the register anew, if the record is sound after it.

        The register is made before the transaction ends, so that no other write can come between the two.
        """
        before = self._bot.register.record
        try:
            async with self._bot.database.transaction() as conn:
                done = await write(conn)
                fresh, faults = await asyncio.to_thread(_made, before, await read_record(conn))
                if faults:
                    raise Refusal(safe(entry_sentences.refused_by_check(faults)))
        except sqlite3.IntegrityError as error:
            raise Refusal(entry_sentences.TIE_TAKEN) from error
        self._bot.register.take_over(fresh)
        return done

    def _replace(self, tie: Tie, new: Source | None) -> None:
        self._bot.register.replace_tie(tie, (new,) if new else ())
        self._bot.dispatch("tie_changed", tie.id)

    async def _audit(
        self,
        conn: Transaction,
        kind: AdditionKind,
        by: int,
        subject: str,
        *,
        before: str | None = None,
        after: str | None = None,
        undone: bool = False,
    ) -> None:
        did = (_UNDID if undone else _DID)[kind]
        await audit.write(conn, at=self._bot.clock(), who=by, did=did, subject=subject, before=before, after=after)


def _made(before: Record, after: Record) -> tuple[Register, list[str]]:
    """The register of a record, and what is wrong with it that was not wrong before."""
    old = {(fault.entry, fault.message) for fault in faults_in(before)}
    faults = [fault.message for fault in faults_in(after) if (fault.entry, fault.message) not in old]
    made = Register(after)
    if not faults:
        made.gazetteer.make_ready()  # it is built when it is first asked
    return made, faults


def _require_new_page(tie: Tie, source: Source) -> None:
    for known in tie.listings:
        if source.id in known.sources:
            raise Refusal(entry_sentences.listing_known(safe(known.says)))


def _name(undone: Undone, before: Record, bot: TiewatchBot) -> str:
    if undone.kind is AdditionKind.PLACE:
        return place_name(before.places[undone.subject], bot.register)
    if undone.kind in (AdditionKind.POINT, AdditionKind.RETIRED):
        return before.talking_points[undone.subject].speaker
    return tie_name(before.ties[undone.tie], bot.register)


def _added(text: str, number: int, title: str = "Added") -> Layout:
    undo = button("Undo", UndoAddition(number))
    return Layout(container(f"### {title}\n{text}", *rows([undo]), accent=Tone.DONE.value))
