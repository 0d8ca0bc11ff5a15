"""What happens to a draft: every press, choice and form of an editor, from the first field to the record."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import TypeVar

from cogs.editing import commit, draft_cards, forms, preview_card, routes, sentences
from cogs.editing.draft_validation import GONE, CheckedDraft, check_draft, filled_from
from cogs.editing.impact import Impact, concerns, why_second
from cogs.editing.parsing import TEXTS
from cogs.editing.permissions import require_decider, require_open, require_waiting
from cogs.editing.second_review import SecondReview
from cogs.editing.send_progress import SendProgress
from cogs.editing.source_entry import described, facts_shown, retyped, texts_of
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice, safe
from cogs.kit.components import Form, Layout, chosen, fields
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import defer, edit_or_send
from cogs.kit.router import handles
from cogs.kit.work_queue import ActEntry, KnownPage
from cogs.wording.date_parsing import is_date, keep_date, order_read
from cogs.wording.english import clip
from cogs.wording.names import tie_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force, is_newly_on_record, may_be_newly_on_record
from db.record.models import Act, PartialDate, Tie
from db.store.announcements import audience_of
from db.store.database import DatabaseError
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask
from db.store.drafts import change_draft, change_sources, move_draft, open_draft, read_draft, save_sources

log = logging.getLogger(__name__)

# What a form in which something is said anew makes of a draft, besides what is typed.
_SAID_ANEW = {routes.FormName.PROPOSAL: commit.AS_PROPOSED, routes.FormName.STATEMENT: commit.SAID_ANEW}
_NOT_OPEN = "This entry is no longer open: it waits for a second editor, or was recorded or canceled meanwhile."
_UNSAVED = (
    "The database cannot be written just now, so this was not saved. Please try again in a minute; "
    "if this goes on, tell whoever runs the bot."
)
_NOTHING_DONE = (
    "The database cannot be written just now, so nothing was changed or announced. What you entered before is kept: "
    "please press again in a minute. If this goes on, tell whoever runs the bot."
)

R = TypeVar("R", bound=routes.ActDraftRoute | routes.DraftForm)
_Step = Callable[["DraftFlow", Interaction, ActDraft, R], Awaitable[None]]
_Handler = Callable[["DraftFlow", Interaction, R], Awaitable[None]]


@contextmanager
def _given_back() -> Iterator[None]:
    """What was typed into a form is given back where it cannot be used."""
    try:
        yield
    except (Refusal, DatabaseError) as error:
        told = str(error) if isinstance(error, Refusal) else _UNSAVED
        raise Unsaved(told) from error


def _press(
    *checks: Callable[[Interaction, ActDraft], None],
) -> Callable[[_Step[R]], _Handler[R]]:
    """A step that an editor takes by a press or choice, if no check raises Refusal."""

    def handler_of(step: _Step[R]) -> _Handler[R]:
        @wraps(step)
        async def handler(flow: DraftFlow, interaction: Interaction, route: R) -> None:
            draft = await flow.kept(route.draft)
            require_editor(interaction)
            for check in checks:
                check(interaction, draft)
            try:
                await step(flow, interaction, draft, route)
            except DatabaseError as error:
                log.warning("A draft could not be written", extra={"why": str(error)})
                raise Refusal(_NOTHING_DONE) from error

        return handler

    return handler_of


def _saves(step: _Step[R]) -> _Handler[R]:
    """A step that saves what a form brought, before anything else can go wrong; what cannot be saved is given back."""

    @wraps(step)
    async def handler(flow: DraftFlow, interaction: Interaction, route: R) -> None:
        with _given_back():
            draft = await flow.kept(route.draft)
            require_open(interaction, draft)
            await step(flow, interaction, draft, route)
        require_editor(interaction)
        await edit_or_send(interaction, await flow.card(await flow.kept(route.draft)))

    return handler


class DraftFlow:
    """All drafts. It keeps nothing itself: a draft is in the database, and each press names it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._followed = SendProgress(bot)
        self.second = SecondReview(bot, self.card)
        self.go_on: Callable[[Interaction], Awaitable[None]] | None = None

    def close(self) -> None:
        """Stop following announcements on their way."""
        self._followed.close()

    async def kept(self, number: int) -> ActDraft:
        """A draft by its number. Raises Refusal if it is no longer kept."""
        draft = await read_draft(self.bot.database, number)
        if draft is None:
            raise Refusal("This draft is no longer kept. Please begin again with `/record act`.")
        return draft

    async def begin(
        self, interaction: Interaction, task: DraftTask, ties: Sequence[Tie], act: Act | None, **typed: str
    ) -> None:
        """Begin a draft and ask for what comes next: which tie, which act, or the act's form."""
        tie = ties[0] if len(ties) == 1 else None
        if tie is None or task is DraftTask.RETRACT or (task is DraftTask.CORRECT and act is None):
            await defer(interaction, fresh=True)
        async with self.bot.database.transaction() as conn:
            number = await open_draft(
                conn,
                editor=interaction.user.id,
                task=task,
                at=self.bot.clock(),
                tie=tie.id if tie else "",
                **typed,
            )
        if tie is None:
            await edit_or_send(interaction, draft_cards.which_tie(number, task, ties, self.bot.register))
        else:
            await self._next(interaction, number, tie, act)

    async def _next(self, interaction: Interaction, number: int, tie: Tie, act: Act | None) -> None:
        draft = await self._reload(number)
        if draft.task is not DraftTask.RECORD and act is None:
            await edit_or_send(interaction, draft_cards.which_act(draft, tie, self.bot.register))
            return
        if act is not None:
            draft = await self._aim(draft, act)
        if draft.task is DraftTask.RETRACT or not is_date(draft.date, self.bot.today):
            await self._show(interaction, draft)
            return
        await interaction.response.send_modal(forms.act_form(draft))

    async def _aim(self, draft: ActDraft, act: Act, as_was: Act | None = None) -> ActDraft:
        """The draft with the act that it corrects or withdraws; a correction begins as that act is, or another was."""
        typed, sources = filled_from(as_was or act, self.bot.register.record.sources)
        kept = {name: value for name, value in typed.items() if not getattr(draft, name)}
        correcting = draft.task is DraftTask.CORRECT
        async with self.bot.database.transaction() as conn:
            fitting = kept if correcting else {}
            await change_draft(conn, draft.id, at=self.bot.clock(), target=act.id, **fitting)
            await save_sources(conn, draft.id, sources if correcting else ())
        return await self._reload(draft.id)

    @handles(routes.ChooseTie, routes.ChooseTieToCorrect)
    @_press(require_open)
    async def _choose_tie(self, interaction: Interaction, draft: ActDraft, route: routes.ChooseTie) -> None:
        tie = self.bot.register.tie(route.tie or chosen(interaction)[0])
        async with self.bot.database.transaction() as conn:
            await change_draft(conn, draft.id, at=self.bot.clock(), tie=tie.id)
        if draft.task is not DraftTask.RECORD and not acts_in_force(tie.acts):
            raise Refusal(nothing_to_correct(tie, self.bot))
        await self._next(interaction, draft.id, tie, None)

    @handles(routes.ChooseActToCorrect, routes.ChooseActToWithdraw)
    @_press(require_open)
    async def _choose_act(self, interaction: Interaction, draft: ActDraft, route: routes.ActDraftRoute) -> None:
        tie = self.bot.register.tie(draft.tie)
        act = next((act for act in acts_in_force(tie.acts) if act.id == chosen(interaction)[0]), None)
        if act is None:
            raise Refusal(GONE)
        await self._next(interaction, draft.id, tie, act)

    @handles(routes.OpenForm)
    @_press(require_open)
    async def _open_form(self, interaction: Interaction, draft: ActDraft, route: routes.OpenForm) -> None:
        number = route.number or int((*chosen(interaction), "1")[0])
        await interaction.response.send_modal(forms.form_of(route.form, draft, number))

    @handles(routes.EditSources)
    @_press(require_open)
    async def _open_sources(self, interaction: Interaction, draft: ActDraft, route: routes.EditSources) -> None:
        if len(draft.sources) < 2:
            await interaction.response.send_modal(forms.source_form(draft, 1))
            return
        await edit_or_send(interaction, draft_cards.which_source(draft))

    @handles(routes.DescribePages)
    @_press(require_open)
    async def _open_pages(self, interaction: Interaction, draft: ActDraft, route: routes.DescribePages) -> None:
        new = draft_cards.new_pages(draft, self.bot.register)
        if not new:
            raise Refusal(sentences.PAGES_ALL_KNOWN)
        if len(new) > 1:
            await edit_or_send(interaction, draft_cards.which_page(draft, new))
            return
        await interaction.response.send_modal(self._page_form(draft, new[0]))

    @handles(routes.DescribePage)
    @_press(require_open)
    async def _open_page(self, interaction: Interaction, draft: ActDraft, route: routes.DescribePage) -> None:
        number = route.number or int((*chosen(interaction), "1")[0])
        if number not in draft_cards.new_pages(draft, self.bot.register):
            raise Refusal(sentences.PAGES_ALL_KNOWN)
        await interaction.response.send_modal(self._page_form(draft, number))

    def _page_form(self, draft: ActDraft, number: int) -> Form:
        others = texts_of(draft.sources, number, self.bot.register, self.bot.today)
        return forms.page_form(draft, number, facts_shown(draft.sources[number - 1], self.bot.register), others)

    @handles(routes.SendBack)
    @_press(lambda _, draft: require_waiting(draft))
    async def _ask_why(self, interaction: Interaction, draft: ActDraft, route: routes.SendBack) -> None:
        await self.second.ask_why(interaction, draft)

    @handles(routes.SaveReason)
    async def _send_back(self, interaction: Interaction, route: routes.SaveReason) -> None:
        with _given_back():
            draft = await self.kept(route.draft)
            require_editor(interaction)
            require_waiting(draft)
            await self.second.send_back(interaction, draft)

    @handles(routes.SaveTexts)
    @_saves
    async def _save_texts(self, interaction: Interaction, draft: ActDraft, route: routes.SaveTexts) -> None:
        typed = forms.own_fields(route.form, draft, fields(interaction))
        if "date" in typed:
            typed["date"] = keep_date(typed["date"], self.bot.today)
        for name in ("why", "kind"):
            typed[name] = typed.get(name) or getattr(draft, name)
        typed |= _SAID_ANEW.get(route.form, {})
        await self._change(draft, **typed)

    @handles(routes.SaveSource)
    @_saves
    async def _save_source(self, interaction: Interaction, draft: ActDraft, route: routes.SaveSource) -> None:
        number = route.number
        entered = forms.source_in(draft, fields(interaction))

        def changed(held: tuple[DraftSource, ...]) -> tuple[DraftSource, ...]:
            before = held[number - 1] if number <= len(held) else DraftSource("")
            typed = retyped(before, entered)
            kept = (typed,) if any((typed.address, typed.title, typed.publisher, typed.published)) else ()
            return (*held[: number - 1], *kept, *held[number:])

        await self._change_sources(draft, changed)

    @handles(routes.SavePage)
    @_saves
    async def _save_page(self, interaction: Interaction, draft: ActDraft, route: routes.SavePage) -> None:
        number = route.number
        others = texts_of(draft.sources, number, self.bot.register, self.bot.today)
        facts = forms.page_facts_in(fields(interaction), others)
        await self._change_sources(
            draft,
            lambda held: tuple(
                described(source, facts) if place == number else source for place, source in enumerate(held, start=1)
            ),
        )

    @handles(routes.UseSource)
    @_press(require_open)
    async def _use_known(self, interaction: Interaction, draft: ActDraft, route: routes.UseSource) -> None:
        source = self.bot.register.record.sources[chosen(interaction)[0]]
        await self._change_sources(draft, lambda held: (*held, DraftSource(source.url)))
        await self._show(interaction, await self._reload(draft.id))

    @handles(routes.MoveInOrder)
    @_press(require_open)
    async def _put_elsewhere(self, interaction: Interaction, draft: ActDraft, route: routes.MoveInOrder) -> None:
        await self._change_and_show(interaction, draft, follows=preview_card.order_chosen(chosen(interaction)[0]))

    @handles(routes.Dispute)
    @_press(require_open)
    async def _dispute(self, interaction: Interaction, draft: ActDraft, route: routes.Dispute) -> None:
        basis = self.bot.register.status(draft.tie).basis
        await self._change_and_show(interaction, draft, disputes=basis.id if basis else "")

    @handles(routes.DoNotDispute)
    @_press(require_open)
    async def _undispute(self, interaction: Interaction, draft: ActDraft, route: routes.DoNotDispute) -> None:
        await self._change_and_show(interaction, draft, disputes="")

    @handles(routes.Propose)
    @_press(require_open)
    async def _propose(self, interaction: Interaction, draft: ActDraft, route: routes.Propose) -> None:
        await interaction.response.send_modal(forms.proposal_form(draft))

    @handles(routes.SayAsStatement)
    @_press(require_open)
    async def _state(self, interaction: Interaction, draft: ActDraft, route: routes.SayAsStatement) -> None:
        await self._change_and_show(interaction, draft, **commit.AS_STATEMENT)

    @handles(routes.SayAnew)
    @_press(require_open)
    async def _say_anew(self, interaction: Interaction, draft: ActDraft, route: routes.SayAnew) -> None:
        await interaction.response.send_modal(forms.statement_form(draft))

    @handles(routes.Cancel)
    @_press(require_open)
    async def _cancel(self, interaction: Interaction, draft: ActDraft, route: routes.Cancel) -> None:
        async with self.bot.database.transaction() as conn:
            await move_draft(
                conn,
                draft.id,
                since=DraftState.OPEN,
                to=DraftState.CANCELLED,
                by=interaction.user.id,
                at=self.bot.clock(),
            )
        cancelled = notice("Canceled. Nothing was recorded.")
        await edit_or_send(interaction, await self.bot.work_queue.with_next(cancelled))

    async def look(self, interaction: Interaction, draft: ActDraft) -> None:
        """Show a draft to an editor who came from a list: their own to go on with, or one that waits for a second."""
        await edit_or_send(interaction, await self.card_for(interaction, draft))

    async def card_for(self, interaction: Interaction, draft: ActDraft) -> Layout:
        """A draft's card for an editor who came from a list. Raises Refusal if it is neither their own nor waits."""
        require_editor(interaction)
        if draft.state is not DraftState.WAITING:
            require_open(interaction, draft)
        return await self.card(draft, interaction.user.id)

    async def begin_entry(self, interaction: Interaction, entry: ActEntry) -> None:
        """Begin a draft with what another feature knows of an act, and ask for the rest by the act's form; or show the
        draft, where its kind or day has to be said first.
        """
        require_editor(interaction)
        tie, now = self.bot.register.tie(entry.tie), self.bot.clock()
        known = {"kind": entry.kind, **self._dated(entry)}
        async with self.bot.database.transaction() as conn:
            number = await open_draft(
                conn, editor=interaction.user.id, task=DraftTask.RECORD, at=now, tie=tie.id, **known
            )
            await save_sources(conn, number, [self._source_of(page) for page in entry.pages])
            if entry.link is not None:
                await entry.link(conn, number)
        draft = await self._reload(number)
        if draft.kind and is_date(draft.date, self.bot.today):
            await interaction.response.send_modal(forms.act_form(draft))
        else:
            said = entry.date if not draft.date and not draft.hearing else ""
            await edit_or_send(interaction, await self.card(draft, said_of_date=said))

    def _source_of(self, page: KnownPage) -> DraftSource:
        """What is known of a page; nothing is said of one that the record has."""
        if self.bot.register.source_of_page(page.address) is not None:
            return DraftSource(page.address)
        return DraftSource(page.address, clip(page.title, TEXTS["title"].most), published=page.published)

    def _dated(self, entry: ActEntry) -> dict[str, str]:
        """The date of an act that is entered from something else. A proposal's that is still to come is its hearing."""
        is_readable = is_date(entry.date, date.max) or order_read(entry.date)
        kept = keep_date(entry.date, self.bot.today) if is_readable else ""
        takes_hearing = bool(entry.kind) and ACT_KINDS[ActKind(entry.kind)].takes_hearing
        return {"hearing" if takes_hearing and _is_to_come(kept, self.bot.today) else "date": kept}

    @handles(routes.RecordAndAnnounce, routes.RecordQuietly)
    @_press(require_decider)
    async def _go(self, interaction: Interaction, draft: ActDraft, route: routes.RecordRoute) -> None:
        by, aloud = interaction.user.id, isinstance(route, routes.RecordAndAnnounce)
        try:
            done = await commit.record(self.bot, draft, by=by, aloud=aloud, seen=route.seen)
        except commit.Taken:
            raise Refusal("Somebody else was faster: this was already decided.") from None
        except commit.Changed:
            await self._show(interaction, draft)
            raise Refusal("This changed since the card was made, so nothing was recorded. Please look again.") from None
        draft = await self._reload(draft.id)
        goes_on = route.goes_on and self.go_on is not None
        await self._followed.show(interaction, draft, done.reach, goes_on=goes_on)
        if done.reach is not None:
            self._followed.start(interaction, draft, done.reach, goes_on=goes_on)
        if route.goes_on and self.go_on is not None:
            await self.go_on(interaction)

    @handles(routes.UndoRecording)
    @_press()
    async def _ask_why_undone(self, interaction: Interaction, draft: ActDraft, route: routes.UndoRecording) -> None:
        self._recorded_by(draft)
        await interaction.response.send_modal(forms.undo_form(draft))

    @handles(routes.SaveUndo)
    async def _undo(self, interaction: Interaction, route: routes.SaveUndo) -> None:
        with _given_back():
            require_editor(interaction)
            draft = await self.kept(route.draft)
            act, now = self._recorded_by(draft), self.bot.clock()
            why, by = " ".join(fields(interaction)["why"]), interaction.user.id
            corrected = self._corrected_by(act, draft)
            task = DraftTask.RETRACT if corrected is None else DraftTask.CORRECT
            async with self.bot.database.transaction() as conn:
                number = await open_draft(conn, editor=by, task=task, at=now, tie=draft.tie, why=why)
            await self._show(interaction, await self._aim(await self._reload(number), act, as_was=corrected))

    def _corrected_by(self, act: Act, draft: ActDraft) -> Act | None:
        """The act that a draft corrected by another; None where it corrected none."""
        return next((known for known in self.bot.register.tie(draft.tie).acts if known.id == act.replaces), None)

    def _recorded_by(self, draft: ActDraft) -> Act:
        """The act that a draft recorded. Raises Refusal if it no longer stands."""
        acts = acts_in_force(self.bot.register.tie(draft.tie).acts)
        act = next((act for act in acts if act.id == draft.act), None)
        if act is None:
            raise Refusal(sentences.UNDO_GONE)
        return act

    @handles(routes.ShowSending)
    @_press()
    async def _refresh(self, interaction: Interaction, draft: ActDraft, route: routes.ShowSending) -> None:
        if draft.announcement is None:
            raise Refusal("Nothing is on its way for this one.")
        await self._followed.show(interaction, draft, None)

    @handles(routes.AnnounceAfterAll)
    @_press()
    async def _announce_late(self, interaction: Interaction, draft: ActDraft, route: routes.AnnounceAfterAll) -> None:
        reach = await commit.announce_afterwards(self.bot, draft)
        if reach is None:
            raise Refusal(sentences.NOTHING_LEFT_TO_ANNOUNCE)
        draft = await self._reload(draft.id)
        await self._followed.show(interaction, draft, reach)
        self._followed.start(interaction, draft, reach)

    @handles(routes.AskSecond)
    @_press(require_open)
    async def _ask_second(self, interaction: Interaction, draft: ActDraft, route: routes.AskSecond) -> None:
        if self._impact(draft)[1] is None:
            await self._show(interaction, draft)
            return
        await self.second.ask(interaction, draft)

    def _impact(self, draft: ActDraft) -> tuple[CheckedDraft, Impact | None]:
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked = check_draft(draft, tie, register, self.bot.today)
        return checked, commit.impact_of(draft, tie, checked)

    async def _show(self, interaction: Interaction, draft: ActDraft) -> None:
        await edit_or_send(interaction, await self.card(draft))

    async def card(self, draft: ActDraft, viewer: int | None = None, said_of_date: str = "") -> Layout:
        """A draft as it stands: what is still needed, or the preview of what would be recorded. ``viewer`` is the only
        one who sees the card; None if others do. ``said_of_date`` is what else was said of a date that cannot be read.
        """
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked, impact = self._impact(draft)
        if impact is None and (draft.task is DraftTask.RETRACT or draft.state is DraftState.WAITING):
            return draft_cards.stuck(draft, viewer, () if draft.task is DraftTask.RETRACT else checked.faults)
        if impact is None:
            return draft_cards.unfinished(draft, checked, tie, register, said_of_date)
        news = await commit.announcement_for(self.bot.database, draft, impact, self.bot.clock())
        sources = commit.cited_sources(impact, checked, register)
        shown = preview_card.Preview(
            draft=draft,
            impact=impact,
            sources=tuple(sources[name] for name in impact.act.sources if name in sources),
            reach=await audience_of(self.bot.database, news, state=register.state_of(tie)) if news else None,
            is_correction=news is not None and news.is_correction,
            must_tell=news is not None and await commit.requires_announcement(self.bot.database, impact, news),
            second=why_second(impact, sources),
            concerns=concerns(impact, sources),
            seen=commit.version_token(tie, draft),
            recognised=checked.recognised,
            viewer=viewer,
            is_past=news is not None and is_newly_on_record(impact.act, self.bot.today),
            may_be_past=news is not None and may_be_newly_on_record(impact.act, self.bot.today),
            today=self.bot.today,
            goes_on=await self._goes_on(draft, viewer),
        )
        return preview_card.preview(shown, register)

    async def _goes_on(self, draft: ActDraft, viewer: int | None) -> bool:
        """Whether an editor came to a draft from the queue, and there is more of it."""
        if draft.state is DraftState.WAITING:
            return viewer not in {None, draft.editor}
        queue = self.bot.work_queue
        return bool(await queue.comes_of(draft.id)) and await queue.waits()

    async def _change_and_show(self, interaction: Interaction, draft: ActDraft, **typed: str) -> None:
        await self._change(draft, **typed)
        await self._show(interaction, await self._reload(draft.id))

    async def _change(self, draft: ActDraft, **typed: str) -> None:
        async with self.bot.database.transaction() as conn:
            if not await change_draft(conn, draft.id, at=self.bot.clock(), **typed):
                raise Refusal("This draft was decided meanwhile, so it can no longer be changed.")

    async def _change_sources(
        self, draft: ActDraft, change: Callable[[tuple[DraftSource, ...]], tuple[DraftSource, ...]]
    ) -> None:
        async with self.bot.database.transaction() as conn:
            if not await change_sources(conn, draft.id, change):
                raise Refusal(_NOT_OPEN)

    async def _reload(self, number: int) -> ActDraft:
        draft = await read_draft(self.bot.database, number)
        assert draft is not None
        return draft


def nothing_to_correct(tie: Tie, bot: TiewatchBot) -> str:
    """That a tie has no act to correct or withdraw."""
    return f"{safe(tie_name(tie, bot.register))} has no act on record that could be corrected or withdrawn."


def _is_to_come(kept: str, today: date) -> bool:
    try:
        return PartialDate.parse(kept).first > today
    except ValueError:
        return False
