"""What an editor read on the petition's page: noted with its day, shown everywhere, and taken back again."""

from __future__ import annotations

from cogs.editing import entry_sentences
from cogs.editing.routes import UndoReading
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.wording.date_parsing import EntryError, read_date
from db.record.milestones import PetitionReading
from db.record.models import Petition, Precision
from db.store import audit, petition
from db.store.editing_models import AuditAction

# What an audit entry of the petition is about.
SUBJECT = "petition"
# A count or goal of more than so many times the last is a slip of the finger.
MOST_TIMES = 3


class PetitionEntry:
    """The readings of the petition."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def note(self, interaction: Interaction, count: int, goal: int | None, day: str) -> None:
        """Note what the page shows. Raises Refusal for what cannot be right."""
        known = self._petition()
        found = self._read(known, count, goal or known.goal, day)
        await defer(interaction, fresh=True)
        now, by = self._bot.clock(), interaction.user.id
        async with self._bot.database.transaction() as conn:
            number, told = await petition.note(conn, known, found, by=by, at=now)
            before, after = (
                entry_sentences.figures_of(known.count, known.goal),
                entry_sentences.figures_of(found.count, found.goal),
            )
            did = AuditAction.NOTED_PETITION
            await audit.write(conn, at=now, who=by, did=did, subject=SUBJECT, before=before, after=after)
        self._bot.register.replace_petition(petition.showing(known, found))
        text = entry_sentences.petition_noted(found, fell=found.count < known.count, told=told)
        frame = container(f"### Noted\n{text}", *rows([button("Undo", UndoReading(number))]), accent=Tone.DONE.value)
        await send_private(interaction, Layout(frame))

    @handles(UndoReading)
    async def undo(self, interaction: Interaction, route: UndoReading) -> None:
        """Take the last reading back."""
        require_editor(interaction)
        known, now, by = self._petition(), self._bot.clock(), interaction.user.id
        async with self._bot.database.transaction() as conn:
            found = await petition.take_back(conn, route.reading, by=by)
            if found is None:
                raise Refusal(entry_sentences.NOTED_AGAIN_SINCE)
            before, after = (
                entry_sentences.figures_of(known.count, known.goal),
                entry_sentences.figures_of(found.count, found.goal),
            )
            did = AuditAction.UNDID_PETITION
            await audit.write(conn, at=now, who=by, did=did, subject=SUBJECT, before=before, after=after)
        self._bot.register.replace_petition(petition.showing(known, found))
        await edit_or_send(interaction, notice(entry_sentences.petition_again(found), tone=Tone.DONE, title="Undone"))

    def _petition(self) -> Petition:
        found = self._bot.register.record.petition
        if found is None:
            raise Refusal(entry_sentences.NO_PETITION_TO_NOTE)
        return found

    def _read(self, known: Petition, count: int, goal: int, day: str) -> PetitionReading:
        try:
            dated = read_date(day or "today", self._bot.today)
        except EntryError as error:
            raise Refusal(str(error)) from None
        if dated.precision is not Precision.DAY:
            raise Refusal(entry_sentences.READING_NEEDS_ITS_DAY)
        if known.count_as_of is not None and dated.first < known.count_as_of:
            raise Refusal(entry_sentences.newer_reading_known(known.count_as_of))
        for figure, last in ((count, known.count), (goal, known.goal)):
            if figure > MOST_TIMES * last:
                raise Refusal(entry_sentences.figure_too_high(figure, last))
        return PetitionReading(count, goal, dated.first)
