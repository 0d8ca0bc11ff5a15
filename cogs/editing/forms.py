"""The forms in which editors type: the act, a source, its date and kind, why it is withdrawn. Filled with the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, assert_never

import discord
from discord import ui

from cogs.editing import sentences
from cogs.editing.parsing import TEXTS
from cogs.editing.routes import FormName, SaveNotes, SavePage, SaveReason, SaveSource, SaveTexts, SaveUndo
from cogs.editing.source_entry import STATE_MEDIA, PageFacts
from cogs.kit.components import Form, text_field
from cogs.wording.dates import when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES
from db.record.dataset.texts import LONGEST_EDITOR_NOTE, LONGEST_NOTE
from db.record.grades import GRADES, STATE_MEDIA_AT_BEST
from db.record.models import Confidence, DateBasis, PartialDate, Tie
from db.record.page_kinds import PAGE_KINDS, PageKind, kind_anywhere, kind_in
from db.record.pages import LONGEST_ADDRESS
from db.record.time_zones import US_ZONES
from db.store.draft_models import ActDraft, DraftSource, DraftTask

_GRADED = "How good the page is as evidence. Empty if the record already has it"
_ADDRESS = "https://… Leave every text empty to take this source out again"
# Discord takes no more than 100 characters.
_HEARING = "3 December 2026, 6:30 pm. The day alone if no time is known. Add “canceled” if it was called off"
_SPEAK = "For example: sign up by noon of the day at juneau.org/speak"
_COUNTRY = "Its code: US, RU, UA. Empty if it is not known"
# What may be ticked in the form about a page.
_STATE_MEDIA, _CITABLE = "state_media", "citable"


def act_form(draft: ActDraft) -> Form:
    """Who acted and what was done; a condition for a suspension, a hearing for a proposal."""
    return _act_form(draft, FormName.ACT)


def proposal_form(draft: ActDraft) -> Form:
    """Who proposed what was entered as done: nothing of it is right for a proposal before it is said anew."""
    anew = replace(draft, kind=ActKind.PROPOSED, actor="", authority="", summary="", vote="")
    return _act_form(anew, FormName.PROPOSAL)


def statement_form(draft: ActDraft) -> Form:
    """Who said what was entered as done."""
    anew = replace(draft, kind=ActKind.STATEMENT, actor="", authority="", summary="", vote="")
    return _act_form(anew, FormName.STATEMENT)


def said_form(draft: ActDraft) -> Form:
    """How an act is told, how sure its date is, and how sure the editors are."""
    told = "One sentence with the date in words and a place of the tie. Empty for the usual one"
    why = "For readers, where no page gives the date: why it is taken as it is"
    return Form(
        "Wording for readers",
        SaveTexts(draft.id, FormName.SAID),
        line("In a sentence of its own", "said", draft.said, told, must=False, long=True),
        select_one(
            "How sure the date is", "date_basis", sentences.DATE_BASES.items(), draft.date_basis or DateBasis.REPORTED
        ),
        line("A note on the date", "date_note", draft.date_note, why, must=False),
        select_one(
            "How sure the editors are",
            "confidence",
            ((level, level.capitalize()) for level in Confidence),
            draft.confidence,
            must=False,
            hint="No reader sees it. Empty: worked out from the sources",
        ),
    )


def hearing_form(draft: ActDraft) -> Form:
    """When and where a proposal is heard, and how to speak there."""
    zones = [(zone, f"{name} time ({zone})") for zone, name in US_ZONES.items()]
    if draft.hearing_zone and draft.hearing_zone not in US_ZONES:
        zones.append((draft.hearing_zone, draft.hearing_zone))
    return Form(
        "The hearing",
        SaveTexts(draft.id, FormName.HEARING),
        line("Day and time", "hearing", draft.hearing, _HEARING, must=False, most=60),
        select_one("Time zone", "hearing_zone", zones, draft.hearing_zone, must=False, hint="Empty: that of the state"),
        line("Where", "hearing_place", draft.hearing_place, "Building, room and address", must=False),
        line("How to speak", "hearing_speak", draft.hearing_speak, _SPEAK, must=False, long=True),
        line("Agenda page", "hearing_agenda", draft.hearing_agenda, "https://…", must=False, most=LONGEST_ADDRESS),
    )


def page_form(draft: ActDraft, number: int, facts: PageFacts, others: Mapping[int, str]) -> Form:
    """What the page of a source is, filled in with what is known of it. ``others`` are the draft's other sources by
    their numbers, each with what its copies carry: the name of its outlet, or of whose text it carries itself.
    """
    copied = next((str(other) for other, name in others.items() if name == facts.mirror_of), "")
    options = [(str(other), f"[{other}] {name}"[:100]) for other, name in others.items()]
    ticked = [
        discord.CheckboxGroupOption(label="State media", value=_STATE_MEDIA, default=facts.state_media),
        discord.CheckboxGroupOption(label="A letter may cite it", value=_CITABLE, default=facts.citable),
    ]
    marks: ui.CheckboxGroup[Any] = ui.CheckboxGroup(custom_id="marks", options=ticked, required=False)
    items = [
        select_one("What kind of page", "page_kind", page_kinds(), kind_anywhere(facts.page_kind), must=False),
        line("Country of its publisher", "country", facts.country or "", _COUNTRY, must=False, most=2),
        ui.Label(text="Marks", component=marks),
    ]
    if options:
        items.append(select_one("It carries the text of", "text_of", options, copied, must=False))
    named = "" if copied else facts.mirror_of or ""
    hint = "Associated Press. Empty if it is its own"
    items.append(line("Or whose text it carries", "mirror_of", named, hint, must=False))
    return Form(f"Kind of page: source {number}", SavePage(draft.id, number), *items)


def page_facts_in(submitted: Mapping[str, Sequence[str]], others: Mapping[int, str]) -> PageFacts:
    """What was submitted in the form about a page."""
    country = (*submitted.get("country", ()), "")[0].strip().upper()
    kind = next((kind for kind, _ in page_kinds() if kind in submitted.get("page_kind", ())), PageKind.OTHER)
    marks = submitted.get("marks", ())
    copied = [others[int(name)] for name in submitted.get("text_of", ()) if name.isdecimal() and int(name) in others]
    text_of = (*copied, *submitted.get("mirror_of", ()), "")[0]
    return PageFacts(
        kind_in(PageKind(kind), country or None), country or None, _STATE_MEDIA in marks, _CITABLE in marks, text_of
    )


def page_kinds() -> list[tuple[str, str]]:
    """The kinds of pages that can be chosen; those of one country follow from it (``kind_in``)."""
    return [
        (kind, known.label[:1].upper() + known.label[1:])
        for kind, known in PAGE_KINDS.items()
        if known.country is None and kind is not PageKind.OTHER
    ]


def _act_form(draft: ActDraft, name: FormName) -> Form:
    items = [
        line("Who acted", "actor", draft.actor, "As the source names it, for example Juneau Assembly"),
        select_one("With what authority", "authority", _authorities(), draft.authority),
        line("What happened, in our own words", "summary", draft.summary, "One or two plain sentences", long=True),
        line("Vote", "vote", draft.vote, "For example 5–4 against suspending. Empty if there was none", must=False),
    ]
    kind = ACT_KINDS[ActKind(draft.kind)] if draft.kind else None
    if kind and kind.takes_condition:
        hint = "For example: until Russian troops have left Ukraine. Empty if none was named"
        items.append(line("What would lift it", "condition", draft.condition, hint, must=False))
    if kind and kind.takes_hearing:
        items.append(line("Hearing", "hearing", draft.hearing, _HEARING, must=False, most=60))
    return Form(f"The act: {kind.label.lower()}" if kind else "The act", SaveTexts(draft.id, name), *items)


def source_form(draft: ActDraft, number: int) -> Form:
    """The draft's source of this number, counted from 1; empty for a new one."""
    typed = draft.sources[number - 1] if number <= len(draft.sources) else DraftSource("")
    known = "Empty if the record already has this page"
    return Form(
        "A source" if number == 1 else f"Source {number}",
        SaveSource(draft.id, number),
        line("Address of the page", "address", typed.address, _ADDRESS, must=False, most=LONGEST_ADDRESS),
        line("Title", "title", typed.title, known, must=False),
        line("Publisher", "publisher", typed.publisher, "Empty if the record has pages of this site", must=False),
        line("Published", "published", typed.published, "4 April 2022; empty if the page shows none", False, most=40),
        select_one("Evidence grade", "grade", grades(), typed.grade, must=False, hint=_GRADED),
    )


def date_form(draft: ActDraft) -> Form:
    """The date and the kind of an act; for a correction also why."""
    hint = "4 April 2022, April 2022 or 2022; 4/5/2022 is read month first"
    items = [
        line("When it happened", "date", _date_in_words(draft.date), hint, most=40),
        select_one("What kind of act", "kind", kinds(), draft.kind),
    ]
    if draft.task is DraftTask.CORRECT:
        items.append(line("What was wrong", "why", draft.why, "It is shown with the correction", long=True))
    return Form("Date and kind", SaveTexts(draft.id, FormName.DATE), *items)


def _date_in_words(kept: str) -> str:
    """A draft's date as people write it; as it was typed where it cannot be read, or in two ways."""
    try:
        return when(PartialDate.parse(kept))
    except ValueError:
        return kept


def why_form(draft: ActDraft) -> Form:
    """Why an act is withdrawn."""
    field = line("Why it is withdrawn", "why", draft.why, "It is shown with the retraction", long=True)
    return Form("Withdraw an act", SaveTexts(draft.id, FormName.WHY), field)


def undo_form(draft: ActDraft) -> Form:
    """Why what came of a draft is taken back."""
    asked, hint = sentences.WHY_UNDONE[draft.task]
    field = line(asked, "why", "", hint, long=True)
    return Form("Undo", SaveUndo(draft.id), field)


def notes_form(tie: Tie) -> Form:
    """What is noted of a tie, for readers and for editors."""
    shown = "Shown as it stands: true of the tie and worth telling, in whole sentences"
    kept = "Never shown to anybody else: doubts, spelling traps, what to ask the city"
    return Form(
        "Notes",
        SaveNotes(tie.id),
        line("For readers", "note", tie.note or "", shown, must=False, long=True, most=LONGEST_NOTE),
        line(
            "For editors", "editor_note", tie.editor_note or "", kept, must=False, long=True, most=LONGEST_EDITOR_NOTE
        ),
    )


def back_form(draft: ActDraft) -> Form:
    """Why a draft is sent back to who entered it."""
    field = line("What is missing or wrong", "why", "", "Whoever entered it reads this", long=True)
    return Form("Send back", SaveReason(draft.id), field)


def form_of(name: FormName, draft: ActDraft, number: int) -> Form:
    """A form of a draft, by its name; ``number`` is that of a source, counted from 1."""
    match name:
        case FormName.ACT:
            return act_form(draft)
        case FormName.DATE:
            return date_form(draft)
        case FormName.WHY:
            return why_form(draft)
        case FormName.SOURCE:
            return source_form(draft, number)
        case FormName.PROPOSAL:
            return proposal_form(draft)
        case FormName.STATEMENT:
            return statement_form(draft)
        case FormName.SAID:
            return said_form(draft)
        case FormName.HEARING:
            return hearing_form(draft)
        case _:
            assert_never(name)


def own_fields(name: FormName, draft: ActDraft, submitted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What was submitted in a form's own fields: no others, and of a select only what it offers."""
    found = {}
    for field, options in _controls(name, draft).items():
        if field in submitted:
            value = (*submitted[field], "")[0]
            found[field] = value if options is None or value in options else ""
    return found


def source_in(draft: ActDraft, submitted: Mapping[str, Sequence[str]]) -> DraftSource:
    """The source that was submitted, of which nothing is said beyond what is typed."""
    typed = own_fields(FormName.SOURCE, draft, submitted)
    address, title, publisher, published, grade = (
        typed.get(name, "") for name in ("address", "title", "publisher", "published", "grade")
    )
    return DraftSource(address, title, publisher, published, grade)


def _controls(name: FormName, draft: ActDraft) -> Mapping[str, frozenset[str] | None]:
    """The fields of a form, with what each select offers. The kind may have been another when it was opened."""
    found: dict[str, frozenset[str] | None] = {}
    for kind in ("", *ActKind):
        for label in form_of(name, replace(draft, kind=kind), 1).children:
            control = label.component if isinstance(label, ui.Label) else None
            if isinstance(control, ui.Select):
                found[control.custom_id] = frozenset(option.value for option in control.options)
            elif isinstance(control, ui.TextInput):
                found[control.custom_id] = None
    return found


def kinds() -> list[tuple[str, str]]:
    """The kinds of act with what each means."""
    return [(kind, f"{known.label}: {known.hint}") for kind, known in ACT_KINDS.items()]


def _authorities() -> list[tuple[str, str]]:
    return [(authority, known.label) for authority, known in AUTHORITIES.items()]


def grades() -> Iterator[tuple[str, str]]:
    """The grades with what each is; state media stand beside the best that they may have."""
    for grade, known in GRADES.items():
        yield grade, f"{grade}: {known.label}"
        if grade is STATE_MEDIA_AT_BEST:
            yield STATE_MEDIA, f"{grade}: Russian state media"


def line(
    label: str, name: str, value: str, hint: str, must: bool = True, *, long: bool = False, most: int | None = None
) -> ui.Label[Any]:
    """A field for a text, with the limits that ``TEXTS`` has for its name, if it has."""
    limits = TEXTS.get(name)
    longest = most or (limits.most if limits else 100)
    least = limits.least if limits and must else None
    return text_field(label, name, value, hint, must=must, least=least, most=longest, long=long)


def select_one(
    label: str,
    name: str,
    options: Iterable[tuple[str, str]],
    value: str,
    must: bool = True,
    hint: str | None = None,
) -> ui.Label[Any]:
    """A field in which one of several is chosen."""
    told = [discord.SelectOption(label=words, value=key, default=key == value) for key, words in options]
    field: ui.Select[Any] = ui.Select(custom_id=name, options=told, required=must, min_values=int(must))
    return ui.Label(text=label, description=hint, component=field)
