"""How a draft is filled in: every press, choice and form of an editor, from the first field to the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps

from cogs.editing import commit, draft_cards, forms, preview_card, routes, sentences
from cogs.editing.draft_steps import Handler, R, Step, given_back, kept_draft, press
from cogs.editing.draft_validation import GONE, CheckedDraft, check_draft, filled_from
from cogs.editing.impact import Impact, concerns, why_second
from cogs.editing.parsing import TEXTS
from cogs.editing.permissions import require_open
from cogs.editing.second_review import SecondReview
from cogs.editing.source_entry import described, facts_shown, retyped, texts_of
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice, safe
from cogs.kit.components import Form, Layout, chosen, fields
from cogs.kit.failures import Refusal
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
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask
from db.store.drafts import change_draft, change_sources, move_draft, open_draft, save_sources

# What a form in which something is said anew makes of a draft, besides what is typed.
_SAID_ANEW = {routes.FormName.PROPOSAL: commit.AS_PROPOSED, routes.FormName.STATEMENT: commit.SAID_ANEW}
_NOT_OPEN = "This entry is no longer open: it waits for a second editor, or was recorded or canceled meanwhile."


def _saves(step: Step[DraftFlow, R]) -> Handler[DraftFlow, R]:
    """A step that saves what a form brought, before anything else can go wrong; what cannot be saved is given back."""

    @wraps(step)
    async def handler(flow: DraftFlow, interaction: Interaction, route: R) -> None:
        with given_back():
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
        self.second = SecondReview(bot, self.card)

    async def kept(self, number: int) -> ActDraft:
        """A draft by its number. Raises Refusal if it is no longer kept."""
        return await kept_draft(self.bot.database, number)

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
        draft = await self.kept(number)
        if draft.task is not DraftTask.RECORD and act is None:
            await edit_or_send(interaction, draft_cards.which_act(draft, tie, self.bot.register))
            return
        if act is not None:
            draft = await self.aim(draft, act)
        if draft.task is DraftTask.RETRACT or not is_date(draft.date, self.bot.today):
            await self.show(interaction, draft)
            return
        await interaction.response.send_modal(forms.act_form(draft))

    async def aim(self, draft: ActDraft, act: Act, as_was: Act | None = None) -> ActDraft:
        """The draft with the act that it corrects, withdraws or records again. What is not withdrawn begins as that act
        is, or as another was.
        """
        typed, sources = filled_from(as_was or act, self.bot.register.record.sources)
        kept = {name: value for name, value in typed.items() if not getattr(draft, name)}
        says_anew = draft.task is not DraftTask.RETRACT
        async with self.bot.database.transaction() as conn:
            fitting = kept if says_anew else {}
            await change_draft(conn, draft.id, at=self.bot.clock(), target=act.id, **fitting)
            await save_sources(conn, draft.id, sources if says_anew else ())
        return await self.kept(draft.id)

    @handles(routes.ChooseTie, routes.ChooseTieToCorrect)
    @press(require_open)
    async def _choose_tie(self, interaction: Interaction, draft: ActDraft, route: routes.ChooseTie) -> None:
        tie = self.bot.register.tie(route.tie or chosen(interaction)[0])
        async with self.bot.database.transaction() as conn:
            await change_draft(conn, draft.id, at=self.bot.clock(), tie=tie.id)
        if draft.task is not DraftTask.RECORD and not acts_in_force(tie.acts):
            raise Refusal(sentences.nothing_to_correct(safe(tie_name(tie, self.bot.register))))
        await self._next(interaction, draft.id, tie, None)

    @handles(routes.ChooseActToCorrect, routes.ChooseActToWithdraw)
    @press(require_open)
    async def _choose_act(self, interaction: Interaction, draft: ActDraft, route: routes.ActDraftRoute) -> None:
        tie = self.bot.register.tie(draft.tie)
        act = next((act for act in acts_in_force(tie.acts) if act.id == chosen(interaction)[0]), None)
        if act is None:
            raise Refusal(GONE)
        await self._next(interaction, draft.id, tie, act)

    @handles(routes.OpenForm)
    @press(require_open)
    async def _open_form(self, interaction: Interaction, draft: ActDraft, route: routes.OpenForm) -> None:
        number = route.number or int((*chosen(interaction), "1")[0])
        await interaction.response.send_modal(forms.form_of(route.form, draft, number))

    @handles(routes.EditSources)
    @press(require_open)
    async def _open_sources(self, interaction: Interaction, draft: ActDraft, route: routes.EditSources) -> None:
        if len(draft.sources) < 2:
            await interaction.response.send_modal(forms.source_form(draft, 1))
            return
        await edit_or_send(interaction, draft_cards.which_source(draft))

    @handles(routes.DescribePages)
    @press(require_open)
    async def _open_pages(self, interaction: Interaction, draft: ActDraft, route: routes.DescribePages) -> None:
        new = draft_cards.new_pages(draft, self.bot.register)
        if not new:
            raise Refusal(sentences.PAGES_ALL_KNOWN)
        if len(new) > 1:
            await edit_or_send(interaction, draft_cards.which_page(draft, new))
            return
        await interaction.response.send_modal(self._page_form(draft, new[0]))

    @handles(routes.DescribePage)
    @press(require_open)
    async def _open_page(self, interaction: Interaction, draft: ActDraft, route: routes.DescribePage) -> None:
        number = route.number or int((*chosen(interaction), "1")[0])
        if number not in draft_cards.new_pages(draft, self.bot.register):
            raise Refusal(sentences.PAGES_ALL_KNOWN)
        await interaction.response.send_modal(self._page_form(draft, number))

    def _page_form(self, draft: ActDraft, number: int) -> Form:
        others = texts_of(draft.sources, number, self.bot.register, self.bot.today)
        return forms.page_form(draft, number, facts_shown(draft.sources[number - 1], self.bot.register), others)

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
    @press(require_open)
    async def _use_known(self, interaction: Interaction, draft: ActDraft, route: routes.UseSource) -> None:
        source = self.bot.register.record.sources[chosen(interaction)[0]]
        await self._change_sources(draft, lambda held: (*held, DraftSource(source.url)))
        await self.show(interaction, await self.kept(draft.id))

    @handles(routes.MoveInOrder)
    @press(require_open)
    async def _put_elsewhere(self, interaction: Interaction, draft: ActDraft, route: routes.MoveInOrder) -> None:
        await self._change_and_show(interaction, draft, follows=preview_card.order_chosen(chosen(interaction)[0]))

    @handles(routes.Dispute)
    @press(require_open)
    async def _dispute(self, interaction: Interaction, draft: ActDraft, route: routes.Dispute) -> None:
        basis = self.bot.register.status(draft.tie).basis
        await self._change_and_show(interaction, draft, disputes=basis.id if basis else "")

    @handles(routes.DoNotDispute)
    @press(require_open)
    async def _undispute(self, interaction: Interaction, draft: ActDraft, route: routes.DoNotDispute) -> None:
        await self._change_and_show(interaction, draft, disputes="")

    @handles(routes.Propose)
    @press(require_open)
    async def _propose(self, interaction: Interaction, draft: ActDraft, route: routes.Propose) -> None:
        await interaction.response.send_modal(forms.proposal_form(draft))

    @handles(routes.SayAsStatement)
    @press(require_open)
    async def _state(self, interaction: Interaction, draft: ActDraft, route: routes.SayAsStatement) -> None:
        await self._change_and_show(interaction, draft, **commit.AS_STATEMENT)

    @handles(routes.SayAnew)
    @press(require_open)
    async def _say_anew(self, interaction: Interaction, draft: ActDraft, route: routes.SayAnew) -> None:
        await interaction.response.send_modal(forms.statement_form(draft))

    @handles(routes.Cancel)
    @press(require_open)
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
        draft = await self.kept(number)
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

    def amounts_to(self, draft: ActDraft) -> tuple[CheckedDraft, Impact | None]:
        """What a draft comes to as the register is now, and what recording it would do; None while it is incomplete."""
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked = check_draft(draft, tie, register, self.bot.today)
        return checked, commit.impact_of(draft, tie, checked)

    async def show(self, interaction: Interaction, draft: ActDraft) -> None:
        """Answer with a draft's card as the draft stands."""
        await edit_or_send(interaction, await self.card(draft))

    async def card(self, draft: ActDraft, viewer: int | None = None, said_of_date: str = "") -> Layout:
        """A draft as it stands: what is still needed, or the preview of what would be recorded. ``viewer`` is the only
        one who sees the card; None if others do. ``said_of_date`` is what else was said of a date that cannot be read.
        """
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked, impact = self.amounts_to(draft)
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
        await self.show(interaction, await self.kept(draft.id))

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


def _is_to_come(kept: str, today: date) -> bool:
    try:
        return PartialDate.parse(kept).first > today
    except ValueError:
        return False
