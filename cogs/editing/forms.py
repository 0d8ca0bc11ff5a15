"""The forms in which editors type: the act, a source, its date and kind, why it is withdrawn. Filled with the draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import ui

from cogs.editing.draft_validation import STATE_MEDIA
from cogs.editing.parsing import TEXTS
from cogs.kit.components import Form, custom_id
from cogs.wording.words import GRADE_WORDS, KIND_WORDS
from db.record.models import ActKind, Authority
from db.record.pages import LONGEST_ADDRESS
from db.store.models import ActDraft, DraftSource, DraftTask

ROUTE = "draft"
_GRADED = "How good the page is as evidence. Empty if the record already has it"
_ADDRESS = "https://… With every text empty, this source is taken out again"
AUTHORITY_WORDS: Mapping[Authority, str] = {
    Authority.COUNCIL: "Council or other elected body",
    Authority.MAYOR: "Mayor or other single official of the city",
    Authority.STATE: "State: governor, legislature, statute",
    Authority.CITY_PAGE: "The city's own page, papers or spokesperson",
    Authority.ASSOCIATION: "Sister-city association or commission",
    Authority.PARTNER: "The Russian side",
    Authority.PRESS: "A newsroom's own words",
}
KIND_HINTS: Mapping[ActKind, str] = {
    ActKind.ESTABLISHED: "the tie was made",
    ActKind.CONFIRMED: "by somebody who has a say in it",
    ActKind.KEPT: "a decision not to cut it",
    ActKind.PROPOSED: "asked for or discussed, not decided",
    ActKind.SUSPENDED: "put on hold, not ended",
    ActKind.RESUMED: "a suspension or ending was lifted",
    ActKind.ENDED: "cut for good",
    ActKind.DORMANT: "nobody ended it formally",
    ActKind.STATEMENT: "said, decides nothing",
}


def act_form(draft: ActDraft) -> Form:
    """Who acted and what was done; a condition for a suspension, a hearing for a proposal."""
    items = [
        _line("Who acted", "actor", draft.actor, "As the source names it, for example Juneau Assembly"),
        _select("With what authority", "authority", AUTHORITY_WORDS.items(), draft.authority),
        _line("What happened, in our own words", "summary", draft.summary, "One or two plain sentences", long=True),
        _line("Vote", "vote", draft.vote, "For example 5–4 against suspending. Empty if there was none", must=False),
    ]
    if draft.kind == ActKind.SUSPENDED:
        hint = "For example: until Russian troops have left Ukraine. Empty if none was named"
        items.append(_line("What would lift it", "condition", draft.condition, hint, must=False))
    if draft.kind == ActKind.PROPOSED:
        hint = "The coming date, for example 3 December 2026"
        items.append(_line("Hearing", "hearing", draft.hearing, hint, must=False, most=40))
    kind = f": {KIND_WORDS[ActKind(draft.kind)].lower()}" if draft.kind else ""
    return Form(f"The act{kind}", custom_id(ROUTE, "act", draft.id), *items)


def source_form(draft: ActDraft, number: int) -> Form:
    """The draft's source of this number, counted from 1; empty for a new one."""
    typed = draft.sources[number - 1] if number <= len(draft.sources) else DraftSource("")
    known = "Empty if the record already has this page"
    grades = [
        *((grade, f"{grade}: {words}") for grade, words in GRADE_WORDS.items() if grade < "D"),
        ("D", f"D: {GRADE_WORDS['D']}"),
        (STATE_MEDIA, "D: Russian state media"),
        *((grade, f"{grade}: {words}") for grade, words in GRADE_WORDS.items() if grade > "D"),
    ]
    return Form(
        "A source" if number == 1 else f"Source {number}",
        custom_id(ROUTE, "source", draft.id, number),
        _line("Address of the page", "address", typed.address, _ADDRESS, must=False, most=LONGEST_ADDRESS),
        _line("Title", "title", typed.title, known, must=False),
        _line("Publisher", "publisher", typed.publisher, "Empty if the record has pages of this site", must=False),
        _line("Published", "published", typed.published, "4 April 2022; empty if the page shows none", False, most=40),
        _select("Evidence grade", "grade", grades, typed.grade, must=False, hint=_GRADED),
    )


def date_form(draft: ActDraft) -> Form:
    """The date and the kind of an act; for a correction also why."""
    hint = "4 April 2022, April 2022 or 2022; 4/5/2022 is read month first"
    items = [
        _line("When it happened", "date", draft.date, hint, most=40),
        _select("What kind of act", "kind", kinds(), draft.kind),
    ]
    if draft.task is DraftTask.CORRECT:
        items.append(_line("What was wrong", "why", draft.why, "It is shown with the correction", long=True))
    return Form("Date and kind", custom_id(ROUTE, "date", draft.id), *items)


def why_form(draft: ActDraft) -> Form:
    """Why an act is withdrawn."""
    field = _line("Why it is withdrawn", "why", draft.why, "It is shown with the retraction", long=True)
    return Form("Withdraw an act", custom_id(ROUTE, "why", draft.id), field)


def back_form(draft: ActDraft) -> Form:
    """Why a draft is sent back to who entered it."""
    field = _line("What is missing or wrong", "why", "", "Whoever entered it reads this", long=True)
    return Form("Send back", custom_id(ROUTE, "returned", draft.id), field)


def kinds() -> list[tuple[str, str]]:
    """The kinds of act with what each means."""
    return [(kind, f"{KIND_WORDS[kind]}: {hint}") for kind, hint in KIND_HINTS.items()]


def _line(
    label: str, name: str, value: str, hint: str, must: bool = True, *, long: bool = False, most: int | None = None
) -> ui.Label[Any]:
    limits = TEXTS.get(name)
    longest = most or (limits.most if limits else 100)
    least = limits.least if limits and must else None
    style = discord.TextStyle.paragraph if long else discord.TextStyle.short
    field: ui.TextInput[Any] = ui.TextInput(
        custom_id=name,
        style=style,
        default=value[:longest] or None,
        required=must,
        min_length=least,
        max_length=longest,
    )
    return ui.Label(text=label, description=hint, component=field)


def _select(
    label: str,
    name: str,
    options: Iterable[tuple[str, str]],
    value: str,
    must: bool = True,
    hint: str | None = None,
) -> ui.Label[Any]:
    told = [discord.SelectOption(label=words, value=key, default=key == value) for key, words in options]
    field: ui.Select[Any] = ui.Select(custom_id=name, options=told, required=must, min_values=int(must))
    return ui.Label(text=label, description=hint, component=field)
