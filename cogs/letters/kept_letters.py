"""A person's drafts and sent letters: the list of them, what comes after sending, and before deleting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord
from discord import ui

from cogs.kit.cards import Option, button, container, picker, safe
from cogs.kit.components import Layout
from cogs.kit.tip_route import OpenTip
from cogs.letters import (
    requests,
    routes,
    sending_sentences,
    sentences,
)
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.requests import Request
from cogs.letters.sending_sentences import OUTCOMES, UNANSWERED
from cogs.letters.subject import subject_title
from cogs.letters.views import fit, row
from cogs.wording.english import clip
from db.record.register import Register
from db.store.letter_models import LetterDraft, LetterOutcome, SentLetter

_LISTED = 10


def sent_card(
    sent: SentLetter, subject: str, form: str = LetterForm.LETTER, text_until: datetime | None = None
) -> Layout:
    """What comes after sending: the answer, a reminder, whom it may be news to, and how long the text is kept: until
    ``text_until``, or, without it, no longer.
    """
    told = [f"### {sending_sentences.sent_on(sent.sent_at.date(), LetterForm(form))}", safe(subject)]
    told.append(f"-# {sending_sentences.sent_to(safe(sent.recipient))}")
    told += [sending_sentences.outcome_noted(sent.outcome)] if sent.outcome else []
    told += [sending_sentences.TELL_THE_RECORD] if sent.outcome is LetterOutcome.AGREED else []
    told += [sending_sentences.will_remind(sent.remind_at.date())] if sent.remind_at else []
    buttons: list[ui.Button[Any]] = []
    if text_until is not None:
        buttons.append(button(in_form("Show the letter", form), routes.ShowLetter(sent.id)))
        buttons.append(button(sending_sentences.DELETE_TEXT, routes.AskToDelete(sent.id)))
    kept = sending_sentences.text_kept(text_until.date()) if text_until else sending_sentences.TEXT_IS_DELETED
    if sent.remind_at:
        buttons.insert(0, button("No reminder", routes.DoNotRemind(sent.id)))
    elif sent.outcome in UNANSWERED:
        buttons.insert(0, button("Remind me in two weeks", routes.RemindAboutLetter(sent.id)))
    elif sent.outcome is LetterOutcome.AGREED:
        buttons.insert(
            0, button(sentences.TELL_EDITORS, OpenTip(sent.tie or "", "", "" if sent.tie else sent.place[:50]))
        )
    return Layout(
        container(
            "\n".join(told),
            picker(
                [Option(label, outcome) for outcome, label in OUTCOMES.items()],
                routes.NoteAnswer(sent.id),
                "They answered…",
            ),
            *([row(*buttons)] if buttons else []),
            f"-# {kept} {sending_sentences.KEPT_FOR_A_YEAR}",
        )
    )


def list_card(drafts: Sequence[tuple[LetterDraft, str]], sent: Sequence[tuple[SentLetter, str]]) -> Layout:
    """A person's drafts that were not sent, and their sent letters."""
    if not drafts and not sent:
        return Layout(container(f"### Your letters\n{sending_sentences.NO_LETTERS}"))
    told: list[str | ui.Item[Any]] = ["### Your letters"]
    if drafts:
        told += ["\n".join(_draft_line(draft, subject) for draft, subject in drafts[:_LISTED])]
        told += [picker([_draft_option(*item) for item in drafts], routes.OpenDraft(), "Open a draft")]
    if sent:
        told += ["**Sent**\n" + "\n".join(_sent_line(item, subject) for item, subject in sent[:_LISTED])]
        told += [picker([_sent_option(*item) for item in sent], routes.ShowSent(), "What came of a sent letter")]
    return Layout(container(*told))


def confirm_delete(draft: LetterDraft, subject: str) -> Layout:
    """The question before a draft is deleted."""
    return Layout(
        container(
            in_form(sentences.delete_question(safe(subject)), draft.form),
            ui.ActionRow(
                button("Delete it", routes.DeleteDraft(draft.id), discord.ButtonStyle.danger),
                button("Keep it", routes.ShowLetter(draft.id)),
            ),
        )
    )


def subject_of(draft: LetterDraft, register: Register) -> str:
    """What a draft is about, for a list: ``Portland, Oregon – Khabarovsk``."""
    if draft.title:
        return draft.title
    return subject_title(draft.tie, draft.place, register)


def _draft_line(draft: LetterDraft, subject: str) -> str:
    changed = draft.changed_at.date() if draft.changed_at else None
    return f"- {sending_sentences.draft_row(fit(subject, 120), changed)}"


def _draft_option(draft: LetterDraft, subject: str) -> Option:
    return Option(subject, draft.id, requests.words(Request(draft.ask), draft.fact.standing).label)


def _sent_option(sent: SentLetter, subject: str) -> Option:
    return Option(clip(subject, 100), sent.id, sending_sentences.sent_hint(sent.sent_at.date()))


def _sent_line(sent: SentLetter, subject: str) -> str:
    return f"- {sending_sentences.sent_row(fit(subject, 120), sent.sent_at.date(), sent.outcome)}"
