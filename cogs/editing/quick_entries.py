"""The short commands: a search noted, an office's page noted, the history of decisions shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cogs.editing import entry_sentences, history_sentences
from cogs.editing.history import decision
from cogs.editing.offices import read_office
from cogs.editing.parsing import read_address, read_text
from cogs.editing.routes import UndoOffice, UndoSearch
from cogs.kit.access import person, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.kit.routes import PressRoute
from cogs.kit.work_queue import InTransaction
from cogs.wording.date_parsing import EntryError
from cogs.wording.english import clip, series_apart
from cogs.wording.names import place_name, tie_name
from db.record.models import PartialDate, Place, Recipient, Search, Tie
from db.record.search_outcomes import SearchOutcome
from db.store import audit, recipients
from db.store.announcements import progress
from db.store.deliveries import KEPT
from db.store.draft_models import ActDraft
from db.store.drafts import read_draft
from db.store.editing_models import AuditAction, AuditEntry
from db.store.records import add_search, read_tie, remove_search

_MOST_SHOWN = 12
_LONGEST_LINE = 240
# Stands for a mention while the sentence around it is escaped.
_WHO = "\ue000"


class QuickEntries:
    """What editors write down in one step."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def searched(self, interaction: Interaction, tie: Tie, where: str, note: str) -> None:
        """Write down that somebody looked today and found nothing newer."""
        told = entry_sentences.searched_with_note(_read("where", where), _read("note", note) if note else "")
        search = self._search(tie, told, self._bot.today)
        await defer(interaction, fresh=True)
        number = await self._note(tie, search, interaction.user.id)
        name, searched = safe(tie_name(tie, self._bot.register)), entry_sentences.searched_today(safe(told))
        text = f"**{name}**\n{searched}\n-# {entry_sentences.FRESHENS_NOTHING}"
        await send_private(interaction, _noted(text, UndoSearch(number)))

    async def note_search(self, tie_id: str, where: str, on: date, by: int, also: InTransaction | None) -> None:
        """Write down that somebody looked on a day and found nothing newer, and ``also``. Raises Refusal."""
        tie = self._bot.register.tie(tie_id)
        await self._note(tie, self._search(tie, _read("where", where), on), by, also)

    def _search(self, tie: Tie, told: str, on: date) -> Search:
        outcome = SearchOutcome.NOTHING_FURTHER if tie.searches else SearchOutcome.FIRST
        basis = self._bot.register.status(tie.id).basis
        search = Search(PartialDate(on), told, outcome, basis.id if basis else None)
        if any((known.date, known.where) == (search.date, search.where) for known in tie.searches):
            raise Refusal("This search is already on record today.")
        return search

    async def _note(self, tie: Tie, search: Search, by: int, also: InTransaction | None = None) -> int:
        now = self._bot.clock()
        async with self._bot.database.transaction() as conn:
            number = await add_search(conn, tie.id, search, by=by)
            did = AuditAction.SEARCHED
            await audit.write(conn, at=now, who=by, did=did, subject=tie.id, before=None, after=search.where)
            if also is not None:
                await also(conn)
            tie = await read_tie(conn, tie.id)
        self._bot.register.replace_tie(tie)
        self._bot.dispatch("tie_changed", tie.id)
        return number

    @handles(UndoSearch)
    async def undo_search(self, interaction: Interaction, route: UndoSearch) -> None:
        """Take a search back."""
        require_editor(interaction)
        now, by = self._bot.clock(), interaction.user.id
        async with self._bot.database.transaction() as conn:
            removed = await remove_search(conn, route.search)
            if removed is None:
                raise Refusal(entry_sentences.NOTED_AGAIN_SINCE)
            tie_id, search = removed
            did = AuditAction.UNDID_SEARCH
            await audit.write(conn, at=now, who=by, did=did, subject=tie_id, before=search.where, after=None)
            tie = await read_tie(conn, tie_id)
        self._bot.register.replace_tie(tie)
        self._bot.dispatch("tie_changed", tie.id)
        text = f"**{safe(tie_name(tie, self._bot.register))}**\n{entry_sentences.search_undone(safe(search.where))}"
        await edit_or_send(interaction, notice(text, tone=Tone.DONE, title="Undone"))

    async def recipient(self, interaction: Interaction, place_id: str, office: str, page: str, body: str) -> None:
        """Write down an office's own page, verified today."""
        place = self._bot.register.place(place_id)
        recipient = self._recipient(place, office, page, body)
        now, by = self._bot.clock(), interaction.user.id
        before = next((_said(known) for known in place.recipients if known.office == recipient.office), None)
        await defer(interaction, fresh=True)
        async with self._bot.database.transaction() as conn:
            place, change = await recipients.save(conn, place_id, recipient, by=by, at=now)
            said = _said(recipient)
            did = AuditAction.NOTED_OFFICE
            await audit.write(conn, at=now, who=by, did=did, subject=place_id, before=before, after=said)
        self._bot.register.replace_place(place)
        noted = entry_sentences.office_noted(safe(place.name), safe(recipient.office), safe(recipient.body))
        text = f"{noted}\n<{recipient.page}>"
        await send_private(interaction, _noted(text, UndoOffice(change)))

    @handles(UndoOffice)
    async def undo_office(self, interaction: Interaction, route: UndoOffice) -> None:
        """Take back what was noted of an office."""
        require_editor(interaction)
        now, by = self._bot.clock(), interaction.user.id
        async with self._bot.database.transaction() as conn:
            place = await recipients.undo(conn, route.change, by=by)
            if place is None:
                raise Refusal(entry_sentences.NOTED_AGAIN_SINCE)
            after = series_apart(map(_said, place.recipients)) or None
            did = AuditAction.UNDID_OFFICE
            await audit.write(conn, at=now, who=by, did=did, subject=place.id, before=None, after=after)
        self._bot.register.replace_place(place)
        text = entry_sentences.offices_now(safe(place.name), (safe(_said(known)) for known in place.recipients))
        await edit_or_send(interaction, notice(text, tone=Tone.DONE, title="Undone"))

    def _recipient(self, place: Place, office: str, page: str, body: str) -> Recipient:
        register = self._bot.register
        try:
            office = read_office(office, place_name(place, register))
            address = read_address(page)
        except EntryError as error:
            raise Refusal(safe(str(error))) from error
        known = next((found for found in place.recipients if found.office.casefold() == office.casefold()), None)
        if known is not None:
            changed = replace(known, page=address, verified_on=self._bot.today)
            return replace(changed, body=_read("body", body)) if body else changed
        if not body:
            known_offices = [safe(found.office) for found in place.recipients]
            raise Refusal(entry_sentences.office_unknown(safe(place.name), safe(office), known_offices))
        return Recipient(office, _read("body", body), address, self._bot.today)

    async def history(self, interaction: Interaction, tie: Tie) -> None:
        """Show what editors decided about a tie and its places, newest first."""
        about = [await audit.entries_about(self._bot.database, subject) for subject in (tie.id, tie.us, tie.ru)]
        entries = sorted((entry for found in about for entry in found), key=lambda entry: -entry.id)
        lines = [await self._line(entry, tie) for entry in entries[:_MOST_SHOWN]]
        if len(entries) > _MOST_SHOWN:
            lines.append(f"-# {entry_sentences.earlier_decisions(len(entries) - _MOST_SHOWN)}")
        told = "\n".join(lines) or entry_sentences.NOTHING_DECIDED
        text = f"**{safe(tie_name(tie, self._bot.register))}**\n{clip(told, 3500)}"
        await interaction.response.send_message(view=notice(text, title="Decisions"), ephemeral=True)

    async def _line(self, entry: AuditEntry, tie: Tie) -> str:
        draft = await read_draft(self._bot.database, entry.draft) if entry.draft else None
        decided = decision(_WHO, entry, draft, tie, has_messages=await self._has_messages(entry, draft))
        told = safe(clip(decided, _LONGEST_LINE)).replace(_WHO, person(entry.who))
        if draft and draft.editor != entry.who:
            told = history_sentences.entered_by_other(told, person(draft.editor))
        return f"- <t:{int(entry.at.timestamp())}:d> {told}"

    async def _has_messages(self, entry: AuditEntry, draft: ActDraft | None) -> bool:
        """Whether an announcement went into messages; so it is taken where they may be forgotten by now."""
        if draft is None or draft.announcement is None or entry.at < self._bot.clock() - KEPT:
            return True
        return bool((await progress(self._bot.database, draft.announcement)).total)


def _noted(text: str, undo: PressRoute) -> Layout:
    return Layout(container(f"### Noted\n{text}", *rows([button("Undo", undo)]), accent=Tone.DONE.value))


def _said(recipient: Recipient) -> str:
    return entry_sentences.office_page(recipient.office, recipient.body, recipient.page)


def _read(name: str, typed: str) -> str:
    try:
        return read_text(name, typed)
    except EntryError as error:
        raise Refusal(safe(str(error))) from error
