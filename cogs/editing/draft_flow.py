"""What happens to a draft: every press, choice and form of an editor, from the first field to the record."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import discord

from cogs.editing import commit, forms, views
from cogs.editing.draft_validation import GONE, CheckedDraft, check_draft, filled_from
from cogs.editing.impact import Impact, concerns, why_second
from cogs.editing.parsing import keep_date
from cogs.editing.permissions import require_decider, require_editor, require_open, require_waiting
from cogs.editing.second_review import SecondReview
from cogs.editing.send_progress import SendProgress
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import notice, safe
from cogs.kit.components import Form, Layout, chosen, fields
from cogs.kit.failures import NETWORK_ERRORS, Refusal, Unsaved
from cogs.kit.replies import defer, edit_or_send
from cogs.wording.names import tie_name
from db.record.derivation import acts_in_force
from db.record.models import Act, Tie
from db.store.announcements import audience_of
from db.store.database import DatabaseError
from db.store.drafts import change_draft, change_sources, move_draft, open_draft, put_sources, read_draft
from db.store.models import ActDraft, DraftSource, DraftState, DraftTask

log = logging.getLogger(__name__)

_Handler: TypeAlias = Callable[[Interaction, ActDraft, tuple[str, ...]], Awaitable[None]]


class DraftFlow:
    """All drafts. It keeps nothing itself: a draft is in the database, and each press names it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._followed = SendProgress(bot)
        self.second = SecondReview(bot, self.card)
        self._steps: Mapping[str, _Handler] = {
            "tie": self._choose_tie,
            "target": self._choose_act,
            "open": self._open_form,
            "sources": self._open_sources,
            "act": self._save_texts,
            "date": self._save_texts,
            "why": self._save_texts,
            "source": self._save_source,
            "use": self._use_known,
            "order": self._put_elsewhere,
            "dispute": self._dispute,
            "undispute": self._undispute,
            "proposed": self._propose,
            "second": self._ask_second,
            "cancel": self._cancel,
            "go": self._go,
            "back": self.second.ask_why,
            "progress": self._refresh,
        }

    def close(self) -> None:
        """Stop following announcements on their way."""
        self._followed.close()

    async def handle(self, interaction: Interaction, args: tuple[str, ...]) -> None:
        """Handle one press, choice or form of a draft. Raises Refusal for whoever may not, or comes too late."""
        action, number, *rest = args
        if interaction.type is discord.InteractionType.modal_submit:
            with _given_back():
                draft = await self._kept(int(number))
            submitted = self._returned if action == "returned" else self._submitted
            await submitted(interaction, draft, action, tuple(rest))
            return
        draft = await self._kept(int(number))
        require_editor(interaction)
        try:
            await self._pressed(interaction, draft, action, tuple(rest))
        except DatabaseError as error:
            log.warning("A draft could not be written", extra={"why": str(error)})
            raise Refusal(_NOTHING_DONE) from error

    async def _kept(self, number: int) -> ActDraft:
        draft = await read_draft(self.bot.database, number)
        if draft is None:
            raise Refusal("This draft is no longer kept. Please begin again with `/record act`.")
        return draft

    async def _pressed(self, interaction: Interaction, draft: ActDraft, action: str, rest: tuple[str, ...]) -> None:
        if action == "go":
            require_decider(interaction, draft)
        elif action == "back":
            require_waiting(draft)
        elif action != "progress":
            require_open(interaction, draft)
        if not _opens_a_form(action, draft):
            await interaction.response.defer()
        await self._steps[action](interaction, draft, rest)

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
            await edit_or_send(interaction, views.which_tie(number, ties, self.bot.register))
        else:
            await self._next(interaction, number, tie, act)

    async def _next(self, interaction: Interaction, number: int, tie: Tie, act: Act | None) -> None:
        draft = await self._reload(number)
        if draft.task is not DraftTask.RECORD and act is None:
            await edit_or_send(interaction, views.which_act(draft, tie, self.bot.register))
            return
        if act is not None:
            draft = await self._aim(draft, act)
        if draft.task is DraftTask.RETRACT:
            await self._show(interaction, draft, ())
            return
        await interaction.response.send_modal(forms.act_form(draft))

    async def _aim(self, draft: ActDraft, act: Act) -> ActDraft:
        """The draft with the act that it corrects or withdraws; a correction begins as that act is."""
        typed, sources = filled_from(act, self.bot.register.record.sources)
        kept = {name: value for name, value in typed.items() if not getattr(draft, name)}
        correcting = draft.task is DraftTask.CORRECT
        async with self.bot.database.transaction() as conn:
            fitting = kept if correcting else {}
            await change_draft(conn, draft.id, at=self.bot.clock(), target=act.id, **fitting)
            await put_sources(conn, draft.id, sources if correcting else ())
        return await self._reload(draft.id)

    async def _choose_tie(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        tie = self.bot.register.tie(rest[0] if rest else chosen(interaction)[0])
        async with self.bot.database.transaction() as conn:
            await change_draft(conn, draft.id, at=self.bot.clock(), tie=tie.id)
        if draft.task is not DraftTask.RECORD and not acts_in_force(tie.acts):
            raise Refusal(nothing_to_mend(tie, self.bot))
        await self._next(interaction, draft.id, tie, None)

    async def _choose_act(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        tie = self.bot.register.tie(draft.tie)
        act = next((act for act in acts_in_force(tie.acts) if act.id == chosen(interaction)[0]), None)
        if act is None:
            raise Refusal(GONE)
        await self._next(interaction, draft.id, tie, act)

    async def _open_form(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        what, *number = rest
        await interaction.response.send_modal(_form(what, draft, int((number or chosen(interaction) or "1")[0])))

    async def _open_sources(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        if len(draft.sources) < 2:
            await interaction.response.send_modal(forms.source_form(draft, 1))
            return
        await edit_or_send(interaction, views.which_source(draft))

    async def _submitted(self, interaction: Interaction, draft: ActDraft, action: str, rest: tuple[str, ...]) -> None:
        """Save what a form brought, before anything else can go wrong; what cannot be saved is given back."""
        with _given_back():
            require_open(interaction, draft)
            unanswered = await _defer(interaction)
            await self._steps[action](interaction, draft, rest)
        if unanswered:
            raise unanswered
        require_editor(interaction)
        await self._show(interaction, await self._reload(draft.id), ())

    async def _returned(self, interaction: Interaction, draft: ActDraft, action: str, rest: tuple[str, ...]) -> None:
        """Send a draft back with what a second editor wrote about it."""
        with _given_back():
            require_editor(interaction)
            require_waiting(draft)
            await _defer(interaction)
            await self.second.send_back(interaction, draft, rest)

    async def _save_texts(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        typed = {name: values[0] if values else "" for name, values in fields(interaction).items()}
        if "date" in typed:
            typed["date"] = keep_date(typed["date"], self.bot.today)
        if not typed.get("why"):
            typed["why"] = draft.why
        await self._change(draft, **typed)

    async def _save_source(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        typed = DraftSource(**{name: values[0] if values else "" for name, values in fields(interaction).items()})
        number = int(rest[0])
        kept = (typed,) if any((typed.address, typed.title, typed.publisher, typed.published)) else ()
        await self._change_sources(draft, lambda held: (*held[: number - 1], *kept, *held[number:]))

    async def _use_known(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        source = self.bot.register.record.sources[chosen(interaction)[0]]
        await self._change_sources(draft, lambda held: (*held, DraftSource(source.url)))
        await self._show(interaction, await self._reload(draft.id), ())

    async def _put_elsewhere(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        await self._change_and_show(interaction, draft, follows=views.order_chosen(chosen(interaction)[0]))

    async def _dispute(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        basis = self.bot.register.status(draft.tie).basis
        await self._change_and_show(interaction, draft, disputes=basis.id if basis else "")

    async def _undispute(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        await self._change_and_show(interaction, draft, disputes="")

    async def _propose(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        await self._change_and_show(interaction, draft, **commit.AS_PROPOSED)

    async def _cancel(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        async with self.bot.database.transaction() as conn:
            await move_draft(
                conn,
                draft.id,
                since=DraftState.OPEN,
                to=DraftState.CANCELLED,
                by=interaction.user.id,
                at=self.bot.clock(),
            )
        await edit_or_send(interaction, notice("Cancelled. Nothing was recorded."))

    async def look(self, interaction: Interaction, draft: ActDraft) -> None:
        """Show a draft to an editor who came from a list: their own to go on with, or one that waits for a second."""
        require_editor(interaction)
        if draft.state is not DraftState.WAITING:
            require_open(interaction, draft)
        await self._show(interaction, draft, ())

    async def _go(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        how, seen = rest
        by = interaction.user.id
        try:
            done = await commit.record(self.bot, draft, by=by, aloud=how == "announce", seen=seen)
        except commit.Taken:
            raise Refusal("Somebody else was faster: this was already decided.") from None
        except commit.Changed:
            await self._show(interaction, draft, ())
            raise Refusal("This changed since the card was made, so nothing was recorded. Please look again.") from None
        draft = await self._reload(draft.id)
        await self._followed.show(interaction, draft, done.reach)
        if done.reach is not None:
            self._followed.start(interaction, draft, done.reach)

    async def _refresh(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        if draft.announcement is None:
            raise Refusal("Nothing is on its way for this one.")
        await self._followed.show(interaction, draft, None)

    async def _ask_second(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        if self._impact(draft)[1] is None:
            await self._show(interaction, draft, ())
            return
        await self.second.ask(interaction, draft)

    def _impact(self, draft: ActDraft) -> tuple[CheckedDraft, Impact | None]:
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked = check_draft(draft, tie, register, self.bot.today)
        return checked, commit.impact_of(draft, tie, checked)

    async def _show(self, interaction: Interaction, draft: ActDraft, rest: tuple[str, ...]) -> None:
        await edit_or_send(interaction, await self.card(draft))

    async def card(self, draft: ActDraft) -> Layout:
        """A draft as it stands: what is still needed, or the preview of what would be recorded."""
        register = self.bot.register
        tie = register.tie(draft.tie)
        checked, impact = self._impact(draft)
        if impact is None and (draft.task is DraftTask.RETRACT or draft.state is DraftState.WAITING):
            return views.stuck(draft, () if draft.task is DraftTask.RETRACT else checked.faults)
        if impact is None:
            return views.unfinished(draft, checked, tie, register)
        news = await commit.announcement_for(self.bot.database, draft, impact, self.bot.clock())
        sources = commit.cited_sources(impact, checked, register)
        shown = views.Preview(
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
        )
        return views.preview(shown, register)

    async def _change_and_show(self, interaction: Interaction, draft: ActDraft, **typed: str) -> None:
        await self._change(draft, **typed)
        await self._show(interaction, await self._reload(draft.id), ())

    async def _change(self, draft: ActDraft, **typed: str) -> None:
        async with self.bot.database.transaction() as conn:
            if not await change_draft(conn, draft.id, at=self.bot.clock(), **typed):
                raise Refusal("This draft was decided meanwhile, so it cannot be changed any more.")

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


@contextmanager
def _given_back() -> Iterator[None]:
    """What was typed into a form is given back where it cannot be used."""
    try:
        yield
    except (Refusal, DatabaseError) as error:
        told = str(error) if isinstance(error, Refusal) else _UNSAVED
        raise Unsaved(told) from error


async def _defer(interaction: Interaction) -> Exception | None:
    """Take the time to save. What went wrong with that is returned: what was typed is saved all the same."""
    try:
        await interaction.response.defer(ephemeral=True, thinking=interaction.message is None)
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        return error
    return None


_NOT_OPEN = "This entry is no longer open: it waits for a second editor, or was recorded or cancelled meanwhile."
_UNSAVED = (
    "The database cannot be written just now, so this was not saved. Please try again in a minute; "
    "if it stays so, tell whoever runs the bot."
)
_NOTHING_DONE = (
    "The database cannot be written just now, so nothing was changed or announced. What you entered before is kept: "
    "please press again in a minute. If it stays so, tell whoever runs the bot."
)
# These are answered by a form, and so not beforehand.
_FORMS = {"open", "sources", "back"}
_FORM_AFTER_CHOOSING = {("tie", DraftTask.RECORD), ("target", DraftTask.CORRECT)}


def _opens_a_form(action: str, draft: ActDraft) -> bool:
    return action in _FORMS or (action, draft.task) in _FORM_AFTER_CHOOSING


def nothing_to_mend(tie: Tie, bot: TiewatchBot) -> str:
    """That a tie has no act to correct or withdraw."""
    return f"{safe(tie_name(tie, bot.register))} has no act on record that could be corrected or withdrawn."


def _form(what: str, draft: ActDraft, number: int) -> Form:
    if what == "source":
        return forms.source_form(draft, number)
    return {"act": forms.act_form, "date": forms.date_form, "why": forms.why_form}[what](draft)
