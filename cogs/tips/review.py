"""What editors do with tips: look, record, ask back, decide, join, block, look a second time."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeVar

from cogs.kit.access import person, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, button, container, notice, rows, safe
from cogs.kit.components import Layout, chosen, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import ActEntry, KnownPage, WorkItem, WorkKind, Worth, require_free, with_keys
from cogs.tips import forms, help_sentences, routes, sentences
from cogs.tips.review_card import TipInFull, place_in_words, second_look_card, tip_card
from cogs.wording.english import clip
from db.store import audit, tip_files, tips
from db.store.database import Transaction
from db.store.editing_models import AuditAction
from db.store.tip_models import OPEN_STATES, TIP_STATES, TIP_SUBJECTS, Tip, TipState, TipSubject

log = logging.getLogger(__name__)

SECOND_LOOK = "tip-second"
ASKED = "tip-asked"
BLOCKED = "tip-blocked"
_LONGEST_NAME = 90
R = TypeVar("R", bound=routes.TipRoute | routes.TipForm)
_Step = Callable[["TipReview", Interaction, Tip, R], Awaitable[None]]
_Handler = Callable[["TipReview", Interaction, R], Awaitable[None]]


def _on_tip(step: _Step[R]) -> _Handler[R]:
    """A press or form of an editor on an open tip that nobody else has open; what was typed in vain is given back."""

    @wraps(step)
    async def handler(review: TipReview, interaction: Interaction, route: R) -> None:
        try:
            require_editor(interaction)
            tip = await review.kept(route.tip)
            review.require_open(tip)
            await require_free(interaction, tips.WORK, str(tip.id))
            await step(review, interaction, tip, route)
        except Refusal as error:
            if isinstance(route, routes.TipForm):
                raise Unsaved(str(error)) from error
            raise

    return handler


class TipReview:
    """Tips in the editors' queue. It keeps nothing itself: each press names its tip, and the first decision wins."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Add tips to what waits for editors."""
        queue = self._bot.work_queue
        database = self._bot.database
        queue.add(
            WorkKind(tips.WORK, sentences.TIPS, "tip", lambda: tips.number_waiting(database), self._waiting, self._card)
        )
        queue.add(
            WorkKind(
                SECOND_LOOK,
                sentences.SECOND_LOOK,
                "tip",
                lambda: tips.number_for_second_look(database),
                self._for_second_look,
                self._second_look_card,
            )
        )

        queue.add(
            WorkKind(
                ASKED,
                sentences.ASKED_BACK,
                "tip",
                lambda: tips.number_asked(database),
                self._asked,
                self._card,
                is_on_request=True,
            )
        )
        queue.add(
            WorkKind(
                BLOCKED,
                sentences.BLOCKED_SENDERS,
                "sender",
                self._count_blocked,
                self._blocked,
                self._blocked_card,
                leased=False,
                is_on_request=True,
            )
        )

        queue.told_of_draft = self._told_of_draft
        queue.end_with_draft = self.accept_recorded

    def close(self) -> None:
        """Take them away again."""
        self._bot.work_queue.told_of_draft = None
        self._bot.work_queue.end_with_draft = None
        for name in (tips.WORK, SECOND_LOOK, ASKED, BLOCKED):
            self._bot.work_queue.remove(name)

    async def kept(self, number: int) -> Tip:
        """A tip by its number. Raises Refusal if it is no longer kept."""
        tip = await tips.get(self._bot.database, number)
        if tip is None:
            raise Refusal(sentences.NOT_KEPT)
        return tip

    def require_open(self, tip: Tip) -> None:
        """The tip is not decided. Raises Refusal with who decided it."""
        if tip.state is TipState.JOINED:
            raise Refusal(sentences.was_joined(tip.id, tip.joined_to or 0))
        if tip.state not in OPEN_STATES:
            raise Refusal(sentences.decided_by(_decider(tip), tip.state, safe(tip.reason)))

    @handles(routes.RecordFromTip)
    @_on_tip
    async def record(self, interaction: Interaction, tip: Tip, route: routes.RecordFromTip) -> None:
        """Begin an act's draft from a tip; the tip is decided with it."""
        begin = self._bot.work_queue.begin_act
        if begin is None:
            raise Refusal(sentences.CANNOT_RECORD)
        if tip.tie not in self._bot.register.record.ties:
            raise Refusal(sentences.TIE_FIRST)
        joined = await tips.joined_to(self._bot.database, tip.id)
        pages: dict[str, KnownPage] = {}
        for report in (tip, *joined):
            if report.address and (report.address not in pages or report.title):
                pages[report.address] = _page_of(report)
        kind = TIP_SUBJECTS[tip.what].act

        async def link(conn: Transaction, draft: int) -> None:
            await tips.link_draft(conn, tip.id, draft)

        await begin(interaction, ActEntry(tip.tie, kind or "", tip.date, tuple(pages.values()), link))

    @handles(routes.NoteSearchOfTip)
    @_on_tip
    async def note_search(self, interaction: Interaction, tip: Tip, route: routes.NoteSearchOfTip) -> None:
        """Let the record say that somebody looked, on the day on which the volunteer did."""
        note = self._bot.work_queue.note_search
        if note is None or tip.what is not TipSubject.LOOKED or tip.tie not in self._bot.register.record.ties:
            raise Refusal(help_sentences.CANNOT_NOTE)
        by, now = interaction.user.id, self._bot.clock()

        async def accept(conn: Transaction) -> None:
            if await tips.decide(conn, tip.id, TipState.ACCEPTED, reason=help_sentences.NOTED, by=by, now=now):
                await self._audit(conn, tip, TIP_STATES[TipState.ACCEPTED].word, by)

        await note(tip.tie, clip(" ".join(tip.words.split()), forms.LONGEST_WHERE), tip.created_at.date(), by, accept)
        await self._done(interaction, tip, help_sentences.NOTED)

    @handles(routes.DecideTip)
    @_on_tip
    async def ask_outcome(self, interaction: Interaction, tip: Tip, route: routes.DecideTip) -> None:
        """Ask what comes of a tip, and why."""
        await interaction.response.send_modal(forms.decision_form(tip.id))

    @handles(routes.SaveDecision)
    @_on_tip
    async def decide(self, interaction: Interaction, tip: Tip, route: routes.SaveDecision) -> None:
        """End a tip, and tell its senders."""
        typed = fields(interaction)
        state, reason = forms.outcome_in(" ".join(typed["state"])), " ".join(" ".join(typed["reason"]).split())
        by, now = interaction.user.id, self._bot.clock()
        told = [report for report in (tip, *await tips.joined_to(self._bot.database, tip.id)) if report.sender]
        async with self._bot.database.transaction() as conn:
            decided = await tips.decide(conn, tip.id, state, reason=reason, by=by, now=now)
            if decided:
                await self._audit(conn, tip, TIP_STATES[state].word, by)
        if not decided:
            self.require_open(await self.kept(tip.id))
        await self._done(interaction, tip, sentences.done(tip.id, state, len(told)))

    @handles(routes.AskAboutTip)
    @_on_tip
    async def ask_question(self, interaction: Interaction, tip: Tip, route: routes.AskAboutTip) -> None:
        """Ask what the sender is to be asked."""
        if tip.sender is None:
            raise Refusal(sentences.NOBODY_TO_ASK)
        await interaction.response.send_modal(forms.question_form(tip.id))

    @handles(routes.SaveQuestion)
    @_on_tip
    async def ask_back(self, interaction: Interaction, tip: Tip, route: routes.SaveQuestion) -> None:
        """Ask the sender."""
        question = " ".join(" ".join(fields(interaction)["question"]).split())
        async with self._bot.database.transaction() as conn:
            if not await tips.ask_back(conn, tip.id, question, by=interaction.user.id, now=self._bot.clock()):
                raise Refusal(sentences.NOBODY_TO_ASK)
        await self._done(interaction, tip, sentences.was_asked(tip.id))

    @handles(routes.TieOfTip)
    @_on_tip
    async def choose_tie(self, interaction: Interaction, tip: Tip, route: routes.TieOfTip) -> None:
        """Say which tie a tip is about."""
        async with self._bot.database.transaction() as conn:
            await tips.set_tie(conn, tip.id, chosen(interaction)[0])
        await self._show(interaction, tip)

    @handles(routes.JoinTip)
    @_on_tip
    async def join(self, interaction: Interaction, tip: Tip, route: routes.JoinTip) -> None:
        """Let a tip go with another."""
        async with self._bot.database.transaction() as conn:
            joined = await tips.join(conn, tip.id, route.into, by=interaction.user.id)
            if joined:
                await self._audit(conn, tip, f"joined to tip {route.into}", interaction.user.id)
        if not joined:
            self.require_open(await self.kept(route.into))
        await self._done(interaction, tip, sentences.was_joined(tip.id, route.into))

    @handles(routes.BlockSender)
    @_on_tip
    async def ask_block(self, interaction: Interaction, tip: Tip, route: routes.BlockSender) -> None:
        """Ask why nothing more is taken from a sender."""
        await interaction.response.send_modal(forms.block_form(tip.id))

    @handles(routes.SaveBlock)
    @_on_tip
    async def block(self, interaction: Interaction, tip: Tip, route: routes.SaveBlock) -> None:
        """Let a sender hand in nothing for now."""
        if tip.sender is None:
            raise Refusal(sentences.NOBODY_TO_ASK)
        reason = " ".join(" ".join(fields(interaction)["reason"]).split())
        async with self._bot.database.transaction() as conn:
            await tips.block(conn, tip.sender, reason, by=interaction.user.id, now=self._bot.clock())
        await self._show(interaction, tip)

    @handles(routes.UnblockSender)
    @_on_tip
    async def unblock(self, interaction: Interaction, tip: Tip, route: routes.UnblockSender) -> None:
        """Let a sender hand in tips again."""
        async with self._bot.database.transaction() as conn:
            await tips.unblock(conn, tip.sender or 0)
        await self._show(interaction, tip)

    @handles(routes.UnblockPerson)
    async def unblock_person(self, interaction: Interaction, route: routes.UnblockPerson) -> None:
        """Let somebody of the list hand in tips again."""
        require_editor(interaction)
        async with self._bot.database.transaction() as conn:
            await tips.unblock(conn, route.person)
        done = notice(sentences.UNBLOCKED, tone=Tone.DONE)
        await edit_or_send(interaction, with_keys(done, BLOCKED, str(route.person)))

    @handles(routes.TipIsRight)
    async def is_right(self, interaction: Interaction, route: routes.TipIsRight) -> None:
        """A second editor agrees."""
        await self._look(interaction, route.tip, "", sentences.LOOKED)

    @handles(routes.TipIsWrong)
    async def ask_what_is_wrong(self, interaction: Interaction, route: routes.TipIsWrong) -> None:
        """Ask a second editor what is wrong."""
        require_editor(interaction)
        await interaction.response.send_modal(forms.second_look_form(route.tip))

    @handles(routes.SaveSecondLook)
    async def is_wrong(self, interaction: Interaction, route: routes.SaveSecondLook) -> None:
        """Note what a second editor finds wrong."""
        await self._look(interaction, route.tip, " ".join(fields(interaction)["note"]), sentences.LOOKED_WRONG)

    async def _look(self, interaction: Interaction, number: int, note: str, told: str) -> None:
        require_editor(interaction)
        tip = await self.kept(number)
        async with self._bot.database.transaction() as conn:
            if not await tips.look_again(conn, number, by=interaction.user.id, note=note):
                raise Unsaved(sentences.SECOND_TAKEN)
            await self._audit(conn, tip, f"second look: {note or 'right'}", interaction.user.id)
        card = with_keys(notice(told, tone=Tone.DONE), SECOND_LOOK, str(number))
        await edit_or_send(interaction, card)

    async def accept_recorded(self, conn: Transaction) -> None:
        """End every open tip whose draft has become part of the record, and tell its senders."""
        number = await tips.accept_recorded(conn, sentences.RECORDED, self._bot.clock())
        if number:
            log.info("Tips became part of the record", extra={"count": number})

    async def _told_of_draft(self, draft: int) -> str:
        tip = await tips.of_draft(self._bot.database, draft)
        if tip is None:
            return ""
        reports = (tip, *await tips.joined_to(self._bot.database, tip.id))
        return sentences.accepted_with(tip.id, sum(report.sender is not None for report in reports))

    async def _show(self, interaction: Interaction, tip: Tip) -> None:
        await edit_or_send(interaction, with_keys(await self._card(interaction, str(tip.id)), tips.WORK, str(tip.id)))

    async def _done(self, interaction: Interaction, tip: Tip, text: str) -> None:
        await edit_or_send(interaction, with_keys(notice(text, tone=Tone.DONE), tips.WORK, str(tip.id)))

    async def _audit(self, conn: Transaction, tip: Tip, after: str, by: int) -> None:
        subject = tip.tie or f"tip {tip.id}"
        before = f"tip {tip.id}"
        await audit.write(
            conn, at=self._bot.clock(), who=by, did=AuditAction.DECIDED_TIP, subject=subject, before=before, after=after
        )

    async def _card(self, interaction: Interaction, item: str) -> Layout:
        tip = await self.kept(int(item))
        self.require_open(tip)
        return tip_card(await self._in_full(tip), self._bot.register, self._bot.today)

    async def _second_look_card(self, interaction: Interaction, item: str) -> Layout:
        tip = await self.kept(int(item))
        if tip.second_by is not None or tip.decided_by == interaction.user.id:
            raise Refusal(sentences.SECOND_TAKEN)
        return second_look_card(await self._in_full(tip), self._bot.register)

    async def _in_full(self, tip: Tip) -> TipInFull:
        database = self._bot.database
        joined = await tips.joined_to(database, tip.id)
        alike = await tips.open_of_tie(database, tip.tie, tip.id)
        is_blocked = tip.sender is not None and await tips.blocked(database, tip.sender) is not None
        files = [file for report in (tip, *joined) for file in await tip_files.of_tip(database, report.id)]
        home = self._bot.settings.home_server
        links = tuple(f"https://discord.com/channels/{home}/{file.channel}/{file.message}" for file in files)
        return TipInFull(tip, joined, alike, is_blocked, links)

    async def _waiting(self, limit: int) -> list[WorkItem]:
        return [self._item(tip) for tip in await tips.waiting(self._bot.database, limit)]

    async def _for_second_look(self, limit: int) -> list[WorkItem]:
        return [self._item(tip) for tip in await tips.for_second_look(self._bot.database, limit)]

    async def _asked(self, limit: int) -> list[WorkItem]:
        return [self._item(tip) for tip in await tips.asked(self._bot.database, limit)]

    async def _count_blocked(self) -> int:
        return len(await tips.all_blocked(self._bot.database))

    async def _blocked(self, limit: int) -> list[WorkItem]:
        found = await tips.all_blocked(self._bot.database)
        return [
            WorkItem(str(one.person), sentences.blocked_title(one.person), one.reason, Worth.UPKEEP, one.blocked_at)
            for one in found[:limit]
        ]

    async def _blocked_card(self, interaction: Interaction, item: str) -> Layout:
        found = await tips.blocked(self._bot.database, int(item))
        if found is None:
            raise Refusal(sentences.UNBLOCKED)
        told = sentences.blocked_card(f"<@{found.person}>", person(found.blocked_by), safe(found.reason))
        key = button(sentences.UNBLOCK, routes.UnblockPerson(found.person))
        return Layout(container(told, *rows([key]), accent=Tone.PLAIN.value))

    def _item(self, tip: Tip) -> WorkItem:
        register = self._bot.register
        on_record = tip.tie in register.record.ties
        title = sentences.work_title(clip(place_in_words(tip, register), _LONGEST_NAME), on_record=on_record)
        hint = sentences.work_hint(tip.id, tip.what, tip.date, tip.reported, answered=bool(tip.answer))
        worth = Worth.STANDING if tips.may_move(tip) and tip.state in OPEN_STATES else Worth.RECORD
        return WorkItem(str(tip.id), title, hint, worth, tip.created_at, tip.reported)


def _page_of(report: Tip) -> KnownPage:
    """The page of a report. A machine knows its title, and the day of what has one; a person says when it happened."""
    is_dated = bool(report.title) and report.what is TipSubject.OTHER
    return KnownPage(report.address, report.title, report.date if is_dated else "")


def _decider(tip: Tip) -> str:
    return f"<@{tip.sender}>" if tip.state is TipState.WITHDRAWN and tip.sender else person(tip.decided_by)
