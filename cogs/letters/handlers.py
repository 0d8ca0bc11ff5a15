"""What every button, select and form of the letters does. Each finds its draft by id, for its writer alone."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import ui

from cogs.kit.bot import Interaction
from cogs.kit.cards import button, container, notice, rows, safe
from cogs.kit.components import Layout, chosen, fields
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send, in_own_message, send_private
from cogs.kit.router import handles
from cogs.kit.routes import PressRoute
from cogs.kit.tip_route import OpenTip
from cogs.letters import (
    export,
    followups,
    kept_letters,
    options_card,
    refusals,
    review_sentences,
    routes,
    sentences,
    views,
    writer,
)
from cogs.letters.compose import clean_text, fitting_requests, line, recipient
from cogs.letters.draft_service import DraftService, DraftView
from cogs.letters.export import FILE_FORMATS, Export, FileFormat
from cogs.letters.form_words import in_form
from cogs.letters.forms import LABELS, NAME, NEIGHBORHOOD, TITLE, about_form, title_form, words_form
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.guide_languages import GuideLanguage, language_of
from cogs.letters.guides import Guide, guide_in
from cogs.letters.quotations import MOST_POINTS
from cogs.letters.sending_sentences import UNANSWERED
from cogs.letters.subject import addressed, subject_title
from cogs.wording.english import paragraph
from db.store import letter_drafts, sent_letters
from db.store.database import DatabaseError, stamp
from db.store.letter_models import LetterDraft, LetterOutcome

log = logging.getLogger(__name__)

_COPY_ROOM = 3200


class LetterHandlers:
    """The handlers of one bot."""

    def __init__(self, drafts: DraftService) -> None:
        self.drafts = drafts
        self.bot = drafts.bot
        self._exporting: set[int] = set()

    @handles(routes.WriteAboutTie)
    async def from_card(self, interaction: Interaction, route: routes.WriteAboutTie) -> None:
        """Begin a letter about a tie, from its card."""
        await self.begin(interaction, route.tie)

    @handles(routes.StatementAboutTie)
    async def statement(self, interaction: Interaction, route: routes.StatementAboutTie) -> None:
        """Begin a statement of three minutes about a tie, from its hearing."""
        draft = await self.drafts.begin(interaction, tie=route.tie)
        draft = await self._in_form(draft, LetterForm.STATEMENT)
        await send_private(interaction, await self._panel(interaction, draft))

    async def begin(self, interaction: Interaction, tie_id: str) -> None:
        """Begin a letter about a tie, in a new message. The interaction must have been deferred."""
        draft = await self.drafts.begin(interaction, tie=tie_id)
        await send_private(interaction, await self._panel(interaction, draft))

    @handles(routes.AboutTie)
    async def tie(self, interaction: Interaction, route: routes.AboutTie) -> None:
        """Begin a letter about a tie, in the message that offered it."""
        draft = await self.drafts.begin(interaction, tie=route.tie)
        await edit_or_send(interaction, await self._panel(interaction, draft))

    @handles(routes.AboutPlace)
    async def place(self, interaction: Interaction, route: routes.AboutPlace) -> None:
        """Begin a general letter about a place without a tie."""
        draft = await self.drafts.begin(interaction, place=route.place)
        await edit_or_send(interaction, await self._panel(interaction, draft))

    @handles(routes.AboutOneOf)
    async def pick(self, interaction: Interaction, route: routes.AboutOneOf) -> None:
        """Begin a letter about the tie or place that was chosen."""
        chosen_route = routes.about(_first(interaction))
        if isinstance(chosen_route, routes.AboutTie):
            await self.tie(interaction, chosen_route)
        else:
            await self.place(interaction, chosen_route)

    @handles(routes.OpenDraft)
    async def open(self, interaction: Interaction, route: routes.OpenDraft) -> None:
        """Open a draft of the person's list."""
        await self._show(interaction, await self.drafts.own(interaction, _first(interaction)))

    @handles(routes.ShowLetter)
    async def show(self, interaction: Interaction, route: routes.ShowLetter) -> None:
        """The letter with its review."""
        await self._show(interaction, await self.drafts.own(interaction, route.draft))

    @handles(routes.EditWords)
    async def words(self, interaction: Interaction, route: routes.EditWords) -> None:
        """Open the form for the writer's own words."""
        draft = await self.drafts.own(interaction, route.draft)
        place, guide = self.drafts.subject(draft).place, await guide_for(interaction)
        await interaction.response.send_modal(words_form(draft, place, guide))

    @handles(routes.EditAbout)
    async def about(self, interaction: Interaction, route: routes.EditAbout) -> None:
        """Open the form for name and neighborhood."""
        draft = await self.drafts.own(interaction, route.draft)
        await interaction.response.send_modal(about_form(draft, await guide_for(interaction)))

    @handles(routes.RenameDraft)
    async def rename(self, interaction: Interaction, route: routes.RenameDraft) -> None:
        """Open the form for the draft's name."""
        await interaction.response.send_modal(title_form(await self.drafts.own(interaction, route.draft)))

    @handles(routes.SaveLetter)
    async def save(self, interaction: Interaction, route: routes.SaveLetter) -> None:
        """Save what was typed into any of the forms, and show the letter. What threatens somebody is not kept."""
        values = _typed(interaction)
        if refused := await asyncio.to_thread(_threatening, values):
            await self._save_the_rest(interaction, route, values, refused)
            return
        try:
            draft = await self.drafts.own(interaction, route.draft)
            saved, second = await self.drafts.save_words(draft, values, route.seen)
        except Refusal as refusal:
            await _give_back(interaction, str(refusal), values)
            return
        except DatabaseError as error:
            log.warning("A letter could not be saved", extra={"why": str(error)})
            await _give_back(interaction, refusals.UNSAVED, values)
            return
        await self._show(interaction, saved, sentences.SECOND_DRAFT if second else "")

    async def _save_the_rest(
        self, interaction: Interaction, route: routes.SaveLetter, values: dict[str, object], refused: list[str]
    ) -> None:
        """Keep what was typed beside a threat, say why that was not, and offer the form anew."""
        kept = {name: value for name, value in values.items() if name not in refused}
        draft = await self.drafts.own(interaction, route.draft)
        if any(kept.values()):
            draft, _ = await self.drafts.save_words(draft, kept, route.seen)
        again: PressRoute
        if "title" in refused:
            again = routes.RenameDraft(draft.id)
        elif {"name", "neighborhood"} & {*refused}:
            again = routes.EditAbout(draft.id)
        else:
            again = routes.EditWords(draft.id)
        distressed = bool(writer.distress("\n".join(str(values[name]) for name in refused)))
        told = review_sentences.threat_refused([LABELS[name] for name in refused], distressed=distressed)
        guide = await guide_for(interaction)
        row = ui.ActionRow[ui.LayoutView](button("Open the form again", again, discord.ButtonStyle.primary))
        await send_private(interaction, Layout(container(told, *([guide.refused] if guide else []), row)))

    @handles(routes.EditWithoutFrame)
    async def unframed(self, interaction: Interaction, route: routes.EditWithoutFrame) -> None:
        """Open the form with the words as they are without a letter's frame."""
        draft = await self.drafts.own(interaction, route.draft)
        bare, place = await asyncio.to_thread(_without_frame, draft.reason), self.drafts.subject(draft).place
        await interaction.response.send_modal(words_form(draft, place, await guide_for(interaction), bare))

    @handles(routes.KeepAsItIs)
    async def keep(self, interaction: Interaction, route: routes.KeepAsItIs) -> None:
        """Leave as it is what was asked about once."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._show(interaction, await self.drafts.keep(draft, route.mark))

    @handles(routes.ShowOtherSide)
    async def other_side(self, interaction: Interaction, route: routes.ShowOtherSide) -> None:
        """What speaks for keeping the tie, and where to say so."""
        draft = await self.drafts.own(interaction, route.draft)
        subject = self.drafts.subject(draft)
        await send_private(interaction, views.other_side_card(draft, subject, self.bot.register))

    @handles(routes.RestoreWords)
    async def restore(self, interaction: Interaction, route: routes.RestoreWords) -> None:
        """Go back to what was typed before."""
        draft = await self.drafts.own(interaction, route.draft)
        number = int(_first(interaction)) if route.number is None else route.number
        await self._show(interaction, await self.drafts.restore(draft, number))

    @handles(routes.ReportAddress)
    async def wrong_address(self, interaction: Interaction, route: routes.ReportAddress) -> None:
        """Say where to tell that the address of an office is wrong, or which it is."""
        draft = await self.drafts.own(interaction, route.draft)
        office = recipient(draft, self.drafts.subject(draft))
        say = sentences.wrong_address if views.is_checked(office) else sentences.found_address
        told = say(safe(addressed(office)))
        tell = button(sentences.TELL_EDITORS, OpenTip(draft.tie or "", "office", "" if draft.tie else draft.place[:50]))
        await send_private(interaction, Layout(container(told, *rows([tell]))))

    @handles(routes.ChooseForm)
    async def form(self, interaction: Interaction, route: routes.ChooseForm) -> None:
        """Choose what to write, with a request that fits it."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._options(interaction, await self._in_form(draft, LetterForm(_first(interaction))))

    async def _in_form(self, draft: LetterDraft, form: LetterForm) -> LetterDraft:
        """A draft as one of this form, with a request that fits it. Raises Refusal if none does."""
        fitting = fitting_requests(replace(draft, form=form), self.drafts.subject(draft))
        if not fitting:
            raise Refusal(refusals.FORM_DOES_NOT_FIT)
        ask = draft.ask if draft.ask in fitting else fitting[0]
        return await self.drafts.change(draft, {"form": form, "ask": ask, "template": ""})

    @handles(routes.ShowGuide)
    async def guide(self, interaction: Interaction, route: routes.ShowGuide) -> None:
        """The guide to the interview in Ukrainian or in Russian."""
        other = next(language for language in GuideLanguage if language is not route.language)
        await send_private(interaction, views.guide_card(await _guide(route.language), await _guide(other)))

    @handles(routes.ShowOptions)
    async def options(self, interaction: Interaction, route: routes.ShowOptions) -> None:
        """The other choices."""
        await self._options(interaction, await self.drafts.own(interaction, route.draft))

    @handles(routes.ChangeRequest)
    async def request(self, interaction: Interaction, route: routes.ChangeRequest) -> None:
        """The other choices, from the finding that the request may be another."""
        await self._options(interaction, await self.drafts.own(interaction, route.draft))

    @handles(routes.ChooseRequest)
    async def ask(self, interaction: Interaction, route: routes.ChooseRequest) -> None:
        """Choose another request."""
        draft = await self.drafts.own(interaction, route.draft)
        ask = _first(interaction)
        if ask not in fitting_requests(draft, self.drafts.subject(draft)):
            raise Refusal(refusals.REQUEST_DOES_NOT_FIT)
        draft = await self.drafts.change(draft, {"ask": ask, "template": ""})
        if not draft.begun:
            await edit_or_send(interaction, await self._panel(interaction, draft))
            return
        await self._options(interaction, draft)

    @handles(routes.ChooseTemplate)
    async def template(self, interaction: Interaction, route: routes.ChooseTemplate) -> None:
        """Choose another template."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._options(interaction, await self.drafts.change(draft, {"template": _first(interaction)}))

    @handles(routes.ChooseRecipient)
    async def recipient(self, interaction: Interaction, route: routes.ChooseRecipient) -> None:
        """Choose another of several offices."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._show(interaction, await self.drafts.change(draft, {"recipient": int(_first(interaction))}))

    @handles(routes.ChoosePoints)
    async def points(self, interaction: Interaction, route: routes.ChoosePoints) -> None:
        """Choose what to quote."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._options(interaction, await self.drafts.choose_points(draft, chosen(interaction)[:MOST_POINTS]))

    @handles(routes.SetFairLine)
    async def fair(self, interaction: Interaction, route: routes.SetFairLine) -> None:
        """Put the fair line in, or leave it out."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._options(interaction, await self.drafts.change(draft, {"fair": int(route.on)}))

    @handles(routes.SetTell)
    async def tell(self, interaction: Interaction, route: routes.SetTell) -> None:
        """Ask for a word when the record changes, or no longer."""
        draft = await self.drafts.own(interaction, route.draft)
        await self._options(interaction, await self.drafts.change(draft, {"tell": int(route.on)}))

    @handles(routes.UseNewFact)
    async def refresh(self, interaction: Interaction, route: routes.UseNewFact) -> None:
        """Build the draft on how the tie stands now."""
        draft = await self.drafts.own(interaction, route.draft)
        newer = await self.drafts.refresh(draft)
        told = sentences.read_again(newer.fact.standing) if newer.fact.standing is not draft.fact.standing else ""
        await edit_or_send(interaction, await self.card(interaction, newer, told))

    @handles(routes.CopyLetter)
    async def copy(self, interaction: Interaction, route: routes.CopyLetter) -> None:
        """The letter to be copied: in a code block, or as a file where a block cannot hold it."""
        view = await self._exportable(interaction, route.draft)
        letter = view.letter
        how = f"-# {in_form(sentences.HOW_TO_COPY, view.draft.form)}"
        head = f"{views.to(view)}\n**Subject:** {safe(letter.subject)}\n{how}"
        if len(letter.text) > _COPY_ROOM or "```" in letter.text:
            made = export.export(letter, FileFormat.TXT, self._stem(view))
            await send_private(interaction, *_with_file(made, head + _changed(view)))
        else:
            await send_private(interaction, Layout(container(head + _changed(view), f"```\n{letter.text}\n```")))
        await self.drafts.note_taken_out(view.draft)

    @handles(routes.DownloadLetter)
    async def file(self, interaction: Interaction, route: routes.DownloadLetter) -> None:
        """The letter as a file, made off the event loop."""
        view = await self._exportable(interaction, route.draft)
        form = FileFormat(_first(interaction))
        who = interaction.user.id
        if who in self._exporting:
            raise Refusal(refusals.ONE_AT_A_TIME)
        self._exporting.add(who)
        try:
            made = await self.drafts.make(who, export.export, view.letter, form, self._stem(view))
            told = f"{_told(made, form, view)}\n{views.to(view)}{_changed(view)}"
            await send_private(interaction, *_with_file(made, told))
            await self.drafts.note_taken_out(view.draft)
        finally:
            self._exporting.discard(who)

    @handles(routes.MarkSent)
    async def sent(self, interaction: Interaction, route: routes.MarkSent) -> None:
        """Note that the writer sent the letter, once, and show what comes after."""
        draft = await self.drafts.own(interaction, route.draft)
        view = await self.drafts.read(draft)
        is_printed = draft.form == LetterForm.EDITOR
        office = sentences.LOCAL_PAPER if is_printed else addressed(recipient(draft, view.subject))
        async with self.bot.database.transaction() as conn:
            if await sent_letters.add(conn, draft, view.template.key, office, self.bot.clock()):
                await letter_drafts.change(
                    conn, draft.id, draft.writer, {"sent": stamp(self.bot.clock())}, self.bot.clock()
                )
        await self.drafts.note_taken_out(draft)
        await self._show_sent(interaction, draft.id)

    @handles(routes.ShowSent)
    async def show_sent(self, interaction: Interaction, route: routes.ShowSent) -> None:
        """Show what came of a letter that was chosen from the list."""
        await self._show_sent(interaction, _first(interaction))

    @handles(routes.NoteAnswer)
    async def answer(self, interaction: Interaction, route: routes.NoteAnswer) -> None:
        """Note what the office answered."""
        sent = await followups.own(self.bot, interaction, route.letter)
        outcome = route.outcome or LetterOutcome(_first(interaction))
        async with self.bot.database.transaction() as conn:
            await sent_letters.answer(conn, sent.id, outcome)
        # An answer is what the reminder would have asked for.
        if outcome not in UNANSWERED:
            await followups.do_not_remind(self.bot, sent)
        await self._show_sent(interaction, sent.id)

    @handles(routes.RemindAboutLetter)
    async def remind(self, interaction: Interaction, route: routes.RemindAboutLetter) -> None:
        """Promise one reminder in two weeks."""
        await followups.remind(self.bot, await followups.own(self.bot, interaction, route.letter))
        await self._show_sent(interaction, route.letter)

    @handles(routes.DoNotRemind)
    async def no_reminder(self, interaction: Interaction, route: routes.DoNotRemind) -> None:
        """Take the reminder back."""
        await followups.do_not_remind(self.bot, await followups.own(self.bot, interaction, route.letter))
        await self._show_sent(interaction, route.letter)

    @handles(routes.AskToDelete)
    async def delete(self, interaction: Interaction, route: routes.AskToDelete) -> None:
        """Ask before deleting."""
        draft = await self.drafts.own(interaction, route.draft)
        await edit_or_send(
            interaction, kept_letters.confirm_delete(draft, kept_letters.subject_of(draft, self.bot.register))
        )

    @handles(routes.DeleteDraft)
    async def drop(self, interaction: Interaction, route: routes.DeleteDraft) -> None:
        """Delete a draft. A second press finds it gone and says the same."""
        async with self.bot.database.transaction() as conn:
            await letter_drafts.delete(conn, route.draft, interaction.user.id)
        await self.bot.database.empty_log()
        await edit_or_send(interaction, notice(sentences.DELETED))

    @handles(routes.ClosePanel)
    async def close(self, interaction: Interaction, route: routes.ClosePanel) -> None:
        """Delete a panel in which nothing was typed; a letter that was begun from another one is shown instead."""
        async with self.bot.database.transaction() as conn:
            await letter_drafts.delete_unused(conn, route.draft, interaction.user.id)
        if await letter_drafts.get(self.bot.database, route.draft) is None:
            await edit_or_send(interaction, notice(sentences.DELETED))
            return
        await self._show(interaction, await self.drafts.own(interaction, route.draft))

    async def _panel(self, interaction: Interaction, draft: LetterDraft) -> Layout:
        view, expires = await self.drafts.read(draft), self.drafts.expires(draft)
        guide = await guide_for(interaction) or await _guide(GuideLanguage.UKRAINIAN)
        return views.panel(view, self.bot.register, expires, self.bot.today, guide)

    async def _show(self, interaction: Interaction, draft: LetterDraft, note: str = "") -> None:
        """The letter, or the panel while nothing was typed: in the message of the press, or as a new one."""
        layout = await self.card(interaction, draft, note)
        # A press on a direct message of ours leaves that message as it is.
        if note or not in_own_message(interaction):
            await send_private(interaction, layout)
            return
        await edit_or_send(interaction, layout)

    async def card(self, interaction: Interaction, draft: LetterDraft, note: str = "") -> Layout:
        """The letter with its review; the panel while nothing was typed."""
        if not draft.begun:
            return await self._panel(interaction, draft)
        view, guide = await self.drafts.read(draft), await guide_for(interaction)
        return views.letter_card(view, self.drafts.expires(draft), note, guide)

    async def _options(self, interaction: Interaction, draft: LetterDraft) -> None:
        view = await self.drafts.read(draft)
        await edit_or_send(interaction, options_card.options_card(view, self.bot.register))

    async def _show_sent(self, interaction: Interaction, letter_id: str) -> None:
        sent = await followups.own(self.bot, interaction, letter_id)
        subject = subject_title(sent.tie, sent.place, self.bot.register)
        layout = kept_letters.sent_card(
            sent, subject, await self.drafts.form_of(sent), await self.drafts.text_until(sent)
        )
        await edit_or_send(interaction, layout)

    async def _exportable(self, interaction: Interaction, draft_id: str) -> DraftView:
        view = await self.drafts.read(await self.drafts.own(interaction, draft_id))
        if found := next((finding for finding in view.findings if finding.blocks), None):
            raise Refusal(safe(found.text))
        return view

    def _stem(self, view: DraftView) -> str:
        noun = FORMS[LetterForm(view.draft.form)].noun
        return export.stem(self.bot.today, view.subject.full, view.subject.partner, view.letter.office, noun)


async def guide_for(interaction: Interaction) -> Guide | None:
    """The guide in the language of a person's Discord; None where that is another."""
    language = language_of(interaction.locale)
    return await _guide(language) if language else None


async def _guide(language: GuideLanguage) -> Guide:
    return await asyncio.to_thread(guide_in, language)


def _threatening(values: Mapping[str, object]) -> list[str]:
    """The fields whose text threatens somebody."""
    from cogs.letters import danger

    return [name for name, text in values.items() if name in LABELS and danger.is_threat(str(text))]


def _without_frame(text: str) -> str:
    from cogs.letters import no_reason

    return no_reason.without_frame(text)


def _typed(interaction: Interaction) -> dict[str, object]:
    """The values of a form, as they are kept: texts cleaned, one-line fields on one line."""
    found = {name: "\n".join(values) for name, values in fields(interaction).items()}
    limits = {"name": NAME, "neighborhood": NEIGHBORHOOD, "title": TITLE}
    return {name: line(text, limits[name]) if name in limits else clean_text(text) for name, text in found.items()}


async def _give_back(interaction: Interaction, why: str, values: Mapping[str, object]) -> None:
    """Answer a form that could not be saved: what was typed comes back as a file."""
    text = "\n\n".join(str(value) for name, value in values.items() if value and name != "connection")
    if not text:
        raise Refusal(why)
    made = Export("what-you-typed.txt", text.encode())
    layout, file = _with_file(made, f"{why}\n{sentences.TYPED_IN_FILE}")
    await send_private(interaction, layout, file)


def _with_file(made: Export, text: str) -> tuple[Layout, discord.File]:
    return (
        Layout(container(text, ui.File(f"attachment://{made.name}"))),
        discord.File(io.BytesIO(made.data), made.name),
    )


def _told(made: Export, form: FileFormat, view: DraftView) -> str:
    left_out = sentences.left_out_of_pdf(made.lacking[:12]) if made.lacking else ""
    told = f"{paragraph([FILE_FORMATS[form].ready, left_out])}\n-# {sentences.PUBLIC_NOTE}"
    return in_form(told, view.draft.form)


def _changed(view: DraftView) -> str:
    told = sentences.before_you_send(safe(view.changed)) if view.changed else ""
    return in_form(f"\n{told}", view.draft.form) if told else ""


def _first(interaction: Interaction) -> str:
    found = chosen(interaction)
    if not found:
        raise Refusal(refusals.NOTHING_CHOSEN)
    return found[0]
