"""The other choices of a draft: form, request, template, quotations, earlier words, and when to be told."""

from __future__ import annotations

from collections import Counter
from typing import Any

import discord
from discord import ui

from cogs.kit.cards import Option, accent, button, container, picker, rule, select
from cogs.kit.components import Layout
from cogs.letters import (
    quotations,
    routes,
    sentences,
)
from cogs.letters.draft_service import OWN, DraftView
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import FORMS
from cogs.letters.quotations import MOST_POINTS
from cogs.letters.requests import Request
from cogs.letters.templates import Template
from cogs.letters.views import ask_row, back_label
from cogs.wording.english import clip
from db.record.models import TalkingPoint
from db.record.register import Register
from db.store.letter_models import LetterDraft


def options_card(view: DraftView, register: Register) -> Layout:
    """The other choices of a draft: ask, template, quotations, the fair line, a word when the record changes."""
    draft = view.draft
    return Layout(
        container(
            f"### {in_form('Change the letter', draft.form)}",
            *_titled("What to write", [_form_row(draft)]),
            *_titled("What to ask for", ask_row(view)),
            *_titled(in_form("How the letter is put together", draft.form), _template_row(view)),
            *_titled("Words of others, quoted with speaker, date and page", _points_row(view, register)),
            *_fair_row(draft),
            *_titled("What you had before", _versions_row(view)),
            *_tell_row(draft),
            rule(),
            ui.ActionRow(
                button(back_label(draft), routes.ShowLetter(draft.id), discord.ButtonStyle.primary),
                button("Rename", routes.RenameDraft(draft.id)),
            ),
            accent=accent(view.subject.standing),
        )
    )


def _form_row(draft: LetterDraft) -> ui.ActionRow[Any]:
    options = [
        discord.SelectOption(label=known.label, value=form, description=known.hint, default=form == draft.form)
        for form, known in FORMS.items()
    ]
    return select(options, routes.ChooseForm(draft.id), "What to write")


def _versions_row(view: DraftView) -> list[ui.ActionRow[Any]]:
    if not view.versions:
        return []
    options = [
        Option(
            clip(" ".join(version.words["reason"].split()) or "No reason yet", 100),
            str(version.number),
            sentences.version_of(version.saved_at),
        )
        for version in view.versions
    ]
    return [picker(options, routes.RestoreWords(view.draft.id), "Go back to earlier words")]


def _template_row(view: DraftView) -> list[ui.ActionRow[Any]]:
    if len(view.templates) < 2:
        return []
    titles = Counter(template.title.casefold() for template in view.templates)
    options = []
    for template in view.templates[:25]:
        unique = titles[template.title.casefold()] == 1
        option = discord.SelectOption(
            label=clip(template.title if unique else _with_name(template), 100),
            value=template.key,
            description="this server's own" if template.key.startswith(OWN) else None,
            default=template.key == view.template.key,
        )
        options.append(option)
    return [select(options, routes.ChooseTemplate(view.draft.id), "Template")]


def _with_name(template: Template) -> str:
    return f"{template.title} ({template.key.removeprefix(OWN)})"


def _points_row(view: DraftView, register: Register) -> list[ui.ActionRow[Any]]:
    found = quotations.offered(view.subject, Request(view.draft.ask), register)[:25]
    if not found:
        return []
    options = [_point(point, point.id in view.draft.points) for point in found]
    prompt, most = f"Quote what somebody said (up to {MOST_POINTS})", min(MOST_POINTS, len(options))
    return [select(options, routes.ChoosePoints(view.draft.id), prompt, least=0, most=most)]


def _point(point: TalkingPoint, chosen: bool) -> discord.SelectOption:
    said = f"{point.speaker}, {point.date.first.year}" if point.date else point.speaker
    side = {"end": "for ending", "keep": "for keeping"}.get(point.side, "context")
    return discord.SelectOption(
        label=clip(f"{said} ({side})", 100), value=point.id, description=clip(point.quote or "", 100), default=chosen
    )


def _fair_row(draft: LetterDraft) -> list[str | ui.ActionRow[Any]]:
    """A general line in fairness to the other side: nothing to choose where the writer wrote one."""
    if draft.respect:
        return []
    label = sentences.LEAVE_OUT_FAIR_LINE if draft.fair else sentences.PUT_IN_FAIR_LINE
    return [f"-# {sentences.FAIR_LINE}", ui.ActionRow(button(label, routes.SetFairLine(draft.id, not draft.fair)))]


def _tell_row(draft: LetterDraft) -> list[str | ui.ActionRow[Any]]:
    if draft.tie is None:
        return []
    label = sentences.DO_NOT_TELL_ME if draft.tell else sentences.TELL_ME
    return [
        f"-# {sentences.CAN_TELL}",
        ui.ActionRow(button(label, routes.SetTell(draft.id, not draft.tell))),
    ]


def _titled(title: str, shown: list[ui.ActionRow[Any]]) -> list[str | ui.Item[Any]]:
    return [f"-# {title}", *shown] if shown else []
