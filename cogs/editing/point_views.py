"""The card and the forms of a talking point that an editor is at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import discord
from discord import ui

from cogs.editing import point_sentences as sentences
from cogs.editing import routes
from cogs.editing.forms import grades, line, select_one
from cogs.editing.point_entry import CheckedPoint, check_entry
from cogs.kit.access import person
from cogs.kit.cards import Tone, button, cited, container, numbered, rows, safe
from cogs.kit.components import Form, Layout
from cogs.wording import points
from cogs.wording.sources import Citations
from db.record.pages import LONGEST_ADDRESS
from db.record.register import Register
from db.store.draft_models import DraftState, PointDraft, PointInput

_LETTERS = "letters"
_WORDS = ("speaker", "office_then", "occasion", "quote", "gist")
_PAGE = ("address", "title", "publisher", "published", "grade")


def words_form(draft: PointDraft) -> Form:
    """What was said, and by whom."""
    typed = draft.typed
    return Form(
        "A talking point",
        routes.SavePointWords(draft.id),
        line("Who said it", "speaker", typed.speaker, "A person or body by name: Lauren Poe"),
        line("In what office on that day", "office_then", typed.office_then, "Then Mayor of Gainesville"),
        line("Where", "occasion", typed.occasion, "Council meeting, or the page. Empty if not known", must=False),
        line(
            "The words themselves", "quote", typed.quote, "At most 30 words, exactly as the page has them", must=False
        ),
        line(
            "What it comes to, in our own words",
            "gist",
            typed.gist,
            "One plain sentence, fair to who said it",
            long=True,
        ),
    )


def page_form(draft: PointDraft) -> Form:
    """The page on which it is read."""
    page, known = draft.typed.page, "Empty if the record already has this page"
    return Form(
        "The page",
        routes.SavePointPage(draft.id),
        line("Address of the page", "address", page.address, "https://…", most=LONGEST_ADDRESS),
        line("Title", "title", page.title, known, must=False),
        line("Publisher", "publisher", page.publisher, "Empty if the record has pages of this site", must=False),
        line("Published", "published", page.published, "4 April 2022; empty if the page shows none", False, most=40),
        select_one("Evidence grade", "grade", grades(), page.grade, must=False, hint=known),
    )


def details_form(draft: PointDraft) -> Form:
    """When it was said, about which place, and whether letters may quote it."""
    typed = draft.typed
    mark = discord.CheckboxGroupOption(
        label="The words stand on their own without misleading", value=_LETTERS, default=typed.for_letters
    )
    marks: ui.CheckboxGroup[Any] = ui.CheckboxGroup(custom_id="marks", options=[mark], required=False)
    return Form(
        "When, and about what",
        routes.SavePointDetails(draft.id),
        line("When it was said", "date", typed.date, "4 April 2022, April 2022 or 2022", most=100),
        line("The U.S. place it is about", "place", typed.place, "Empty if it is about none", must=False, most=100),
        ui.Label(text="Letters may quote it", component=marks),
    )


def return_form(draft: PointDraft) -> Form:
    """Why it is sent back to who entered it."""
    field = line("What is missing or wrong", "why", "", "Whoever entered it reads this", long=True)
    return Form("Send back", routes.SaveReturnedPoint(draft.id), field)


def with_words(typed: PointInput, submitted: Mapping[str, Sequence[str]]) -> PointInput:
    """What was typed, with what the form of the words brought."""
    return replace(typed, **_texts(_WORDS, submitted))


def with_page(typed: PointInput, submitted: Mapping[str, Sequence[str]]) -> PointInput:
    """What was typed, with what the form of the page brought."""
    return replace(typed, page=replace(typed.page, **_texts(_PAGE, submitted)))


def with_details(typed: PointInput, submitted: Mapping[str, Sequence[str]]) -> PointInput:
    """What was typed, with what the form of the details brought."""
    quotable = _LETTERS in submitted.get("marks", ())
    return replace(typed, **_texts(("date", "place"), submitted), for_letters=quotable)


def _texts(names: Sequence[str], submitted: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {name: " ".join((*submitted[name], "")[0].split()) for name in names if name in submitted}


def card_of(draft: PointDraft, register: Register, today: date, viewer: int) -> Layout:
    """The card: the point as it would be told, what its page is worth, or what is missing; and what can be done."""
    checked, faults = check_entry(draft.typed, register, today)
    told = _told(checked, register) if checked else [sentences.missing([safe(fault) for fault in faults])]
    if draft.returned and draft.state is DraftState.OPEN:
        told.insert(0, sentences.sent_back(person(draft.decided_by), safe(draft.returned)))
    if draft.state is DraftState.WAITING:
        told.append(f"-# {sentences.entered_by(person(draft.editor))}")
    tone = Tone.PLAIN if checked else Tone.REFUSED
    return Layout(
        container(
            f"### {sentences.TITLE if checked else sentences.NOT_READY}",
            *told,
            *rows(_buttons(draft, checked, viewer)),
            accent=tone.value,
        )
    )


def _told(checked: CheckedPoint, register: Register) -> list[str]:
    point, source = checked.point, checked.source
    citations = Citations({source.id: source})
    said = points.said(point, citations.cite([source.id]))
    told = [f"{sentences.on_side(point.side)}\n**{safe(said.strong)}**{cited(safe(said.text), citations.sources)}"]
    if point.quote:
        told[0] += f"\n{sentences.in_short(safe(point.gist))}"
    for other in point.answers:
        answered = register.record.talking_points[other]
        told.append(sentences.answers(safe(answered.speaker), safe(points.spoken(answered))))
    told.append(f"-# {numbered(1, source)}")
    quoted = sentences.MAY_BE_QUOTED if point.fits_letter and not source.state_media else sentences.NOT_QUOTED
    told.append(f"{sentences.evidence(source, thin=checked.is_thin)}\n{quoted}")
    return told


def _buttons(draft: PointDraft, checked: CheckedPoint | None, viewer: int) -> list[ui.Button[Any]]:
    names = (draft.id, draft.version)
    green, red = discord.ButtonStyle.success, discord.ButtonStyle.danger
    if draft.state is DraftState.WAITING:
        if viewer == draft.editor:
            return [button("Cancel", routes.CancelPoint(*names), red)]
        confirm = [button("Confirm and record", routes.RecordPoint(*names), green)] if checked else []
        return [*confirm, button("Send back", routes.ReturnPoint(*names))]
    on = []
    if checked is not None and not checked.is_thin:
        on = [button("Record", routes.RecordPoint(*names), green)]
    elif checked is not None:
        on = [button("Ask a second editor", routes.AskSecondAboutPoint(*names), green)]
    return [
        *on,
        button("What was said", routes.EditPointWords(*names)),
        button("The page", routes.EditPointPage(*names)),
        button("When and where", routes.EditPointDetails(*names)),
        button("Cancel", routes.CancelPoint(*names), red),
    ]
