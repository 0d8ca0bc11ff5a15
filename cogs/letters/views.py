"""What a volunteer sees: the panel, the letter with its review, the choices, and what comes after sending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, assert_never

import discord
from discord import ui

from cogs.kit.cards import Option, accent, button, container, link, picker, rule, safe, select
from cogs.kit.components import Layout
from cogs.kit.routes import PressRoute
from cogs.kit.status_card import status_text
from cogs.letters import (
    meaning_sentences,
    quotations,
    review_sentences,
    routes,
    sentences,
    writer,
)
from cogs.letters.compose import fitting_requests, recipient, request_words
from cogs.letters.draft_service import DraftView
from cogs.letters.export import FILE_FORMATS
from cogs.letters.findings import Finding, Fix, keeping_mark
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.guides import Guide
from cogs.letters.meaning_sentences import Meaning
from cogs.letters.subject import LetterSubject, addressed, office_name
from cogs.wording.english import clip, plural, series
from db.record.models import PlaceKind, Recipient
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft

_FIND_STATE = "https://www.usa.gov/state-governor"
# Discord shows 4,000 characters in a message: what is said around the letter and its findings takes the rest.
_ROOM = 2750
_FINDINGS = 1400
_FINDING = 440
_QUOTED = 1200
_MOST_SECTIONS = 5
_FIX_LABELS = {
    Fix.WORDS: "Edit my words",
    Fix.ABOUT: "Name and town",
    Fix.REFRESH: "Use the new fact",
    Fix.FRAME: "Without the frame",
    Fix.KEEP: "Keep it as it is",
    Fix.OTHER_SIDE: "The other side",
    Fix.REQUEST: "Change the request",
    Fix.MEANING: "Say what it means",
}
_FIX_ROUTES: Mapping[Fix, Callable[[str, int], PressRoute]] = {
    Fix.WORDS: routes.EditWords,
    Fix.ABOUT: routes.EditAbout,
    Fix.REFRESH: routes.UseNewFact,
    Fix.FRAME: routes.EditWithoutFrame,
    Fix.OTHER_SIDE: routes.ShowOtherSide,
    Fix.REQUEST: routes.ChangeRequest,
}


def panel(view: DraftView, register: Register, expires: datetime, today: date, guide: Guide) -> Layout:
    """Before anything is typed: who the letter goes to, how the tie stands, what to ask for; and a guide."""
    draft, subject = view.draft, view.subject
    return Layout(
        container(
            f"### {_about(view)}",
            "\n".join(_to(item, subject, draft.form) for item in subject.recipients),
            rule(),
            _standing(subject, register, today),
            *([f"-# {in_form(sentences.twins(safe(subject.partner)), draft.form)}"] if subject.twins else []),
            rule(),
            f"**It will ask**\n{safe(view.request)}",
            *ask_row(view),
            *_quoted(view, register),
            rule(),
            row(
                button("Write it in my words", routes.EditWords(draft.id), discord.ButtonStyle.primary),
                _guide_button(guide),
                button("I want the tie kept", routes.ShowOtherSide(draft.id)) if _may_be_kept(subject) else None,
                _wrong_address(draft, recipient(draft, view.subject)),
                button("Never mind", routes.ClosePanel(draft.id)),
            ),
            f"-# {sentences.PURPOSE}",
            f"-# {in_form(sentences.panel_note(expires.date()), draft.form)}",
            accent=accent(subject.standing),
        )
    )


def _about(view: DraftView) -> str:
    """What is written, and about what."""
    thanks = view.draft.fact.standing is Standing.ENDED
    return sentences.about(LetterForm(view.draft.form), safe(_subject(view.subject)), thanks=thanks)


def _quoted(view: DraftView, register: Register) -> Iterable[str]:
    """What the letter will quote, where something was chosen before anything was typed."""
    if told := quotations.paragraphs(view.draft.points, register):
        yield f"{sentences.WILL_QUOTE}\n{fit(told, _QUOTED)}"


def _may_be_kept(subject: LetterSubject) -> bool:
    """Whether there is a tie that could be kept."""
    return subject.tie is not None and subject.standing is not Standing.ENDED


def _wrong_address(draft: LetterDraft, office: Recipient) -> ui.Button[Any] | None:
    """Where an address is wrong, or was found, the editors can be told; of a paper none is on record."""
    if draft.form == LetterForm.EDITOR:
        return None
    return button(
        sentences.WRONG_ADDRESS if is_checked(office) else sentences.FOUND_ADDRESS, routes.ReportAddress(draft.id)
    )


def guide_card(guide: Guide, other: Guide) -> Layout:
    """A guide, and the way to the one in the other language."""
    return Layout(container(guide.text, row(_guide_button(other))))


def _guide_button(guide: Guide) -> ui.Button[Any]:
    return button(guide.button, routes.ShowGuide(guide.language))


def letter_card(view: DraftView, expires: datetime, note: str = "", guide: Guide | None = None) -> Layout:
    """The letter, its review, and what can be done with it; for a reader who has one, the guide in their language."""
    draft, letter = view.draft, view.letter
    told = list(_findings(view))
    above = in_form(sentences.changed_above(safe(view.changed)), draft.form) if view.changed else ""
    spoken_at = safe(series(letter.addressee[1:])) if letter.form is LetterForm.STATEMENT else ""
    room = _ROOM - sum(len(text) for text, _ in told) - len(above) - len(note) - len(spoken_at)
    shown = fit(letter.text, room)
    cut = f"\n-# {sentences.SHOWN_IN_PART}" if shown != safe(letter.text) else ""
    title = fit(draft.title or _subject(view.subject), 160)
    told_of = [spoken_at, plural(letter.words, "word")]
    head = "\n".join([f"### {title}", to(view), *(f"-# {line}" for line in told_of if line)])
    return Layout(
        container(
            "\n".join(part for part in (note.strip(), head, above) if part),
            rule(),
            shown + cut,
            *_recipient_row(view),
            accent=accent(view.subject.standing),
        ),
        container("**Review**", *_review(told, draft)),
        row(
            button("Copy", routes.CopyLetter(draft.id), discord.ButtonStyle.primary),
            button(_FIX_LABELS[Fix.WORDS], routes.EditWords(draft.id)),
            button(_FIX_LABELS[Fix.ABOUT], routes.EditAbout(draft.id)),
            button("Change…", routes.ShowOptions(draft.id)),
            button("Undo", routes.RestoreWords(draft.id, view.versions[0].number)) if view.versions else None,
        ),
        picker(
            [Option(known.label, form, known.hint) for form, known in FILE_FORMATS.items()],
            routes.DownloadLetter(draft.id),
            "Download as…",
        ),
        row(
            button(_done(draft), routes.MarkSent(draft.id)),
            _wrong_address(draft, recipient(draft, view.subject)),
            button("Delete", routes.AskToDelete(draft.id)),
            _guide_button(guide) if guide else None,
        ),
        ui.TextDisplay(f"-# {in_form(sentences.letter_note(expires.date()), draft.form)}"),
    )


def to(view: DraftView) -> str:
    """To which office a letter goes, and where its address is found."""
    subject = view.subject
    return _to(recipient(view.draft, subject), subject, view.draft.form)


def meaning_card(draft: LetterDraft, mark: str, sentence: str, meaning: Meaning, told: str) -> Layout:
    """What the writer said that a sentence means, and the choice to change it or to let it stand."""
    said = meaning_sentences.should_it_stand(fit(sentence, _FINDING), meaning, fit(told, _FINDING))
    return Layout(
        container(
            in_form(said, draft.form),
            row(
                button(_FIX_LABELS[Fix.WORDS], routes.EditWords(draft.id), discord.ButtonStyle.primary),
                button("Let it stand", routes.KeepAsItIs(draft.id, mark)),
            ),
        )
    )


def held_back_card(draft: LetterDraft, why: str, again: PressRoute | None = None) -> Layout:
    """Why a sentence still holds a letter back; ``again`` opens the form for its meaning once more."""
    return Layout(
        container(
            in_form(why, draft.form),
            row(
                button(_FIX_LABELS[Fix.WORDS], routes.EditWords(draft.id), discord.ButtonStyle.primary),
                button(_FIX_LABELS[Fix.MEANING], again) if again else None,
            ),
        )
    )


def other_side_card(draft: LetterDraft, subject: LetterSubject, register: Register) -> Layout:
    """What speaks for keeping the tie: the strongest words on record for it, and where to say so."""
    points = quotations.for_keeping(subject, register)
    told = quotations.quotation(points[0], register) if points else sentences.NO_ARGUMENT
    office = recipient(draft, subject)
    where = sentences.other_side_address(safe(addressed(office)), _address(office, subject))
    return Layout(
        container(
            f"### {sentences.other_side(safe(subject.full))}",
            safe(told),
            where,
            row(
                button(back_label(draft), routes.ShowLetter(draft.id)),
                _go_on(draft) if draft.begun and writer.keeps(draft.reason) else None,
            ),
        )
    )


def _done(draft: LetterDraft) -> str:
    facts = FORMS[LetterForm(draft.form)]
    return facts.done if draft.sent is None else facts.after


def _go_on(draft: LetterDraft) -> ui.Button[Any]:
    """To whom was misread as wanting the tie kept."""
    return button("I do want it to end: go on", routes.KeepAsItIs(draft.id, keeping_mark(draft)))


def _subject(subject: LetterSubject) -> str:
    return f"{subject.full} – {subject.partner}" if subject.partner else subject.full


def _to(office: Recipient, subject: LetterSubject, form: str) -> str:
    name, address = safe(addressed(office)), _address(office, subject)
    match LetterForm(form):
        case LetterForm.LETTER:
            return f"{sentences.to(name)}\n-# {address}"
        case LetterForm.STATEMENT:
            return f"{sentences.before(name)}\n-# {sentences.how_to_speak(in_form(address, form))}"
        case LetterForm.EDITOR:
            return f"{sentences.asked_of(name)}\n-# {sentences.NO_MAIL_TO_A_PAPER}"
        case other:
            assert_never(other)


def is_checked(office: Recipient) -> bool:
    """Whether the page that has an office's address was looked at."""
    return bool(office.page and office.verified_on)


def _address(office: Recipient, subject: LetterSubject) -> str:
    """Where the address of an office is found: on its own page where one was checked, or where all are listed."""
    if office.page and office.verified_on:
        return sentences.official_page(link("Official page", office.page), office.verified_on)
    if office.page:
        return sentences.unchecked_page(link("its page, check it here", office.page))
    match subject.kind:
        case PlaceKind.STATE | PlaceKind.REGION:
            return sentences.find_governor(link("this page", _FIND_STATE))
        case PlaceKind.COUNTY | PlaceKind.BOROUGH:
            return sentences.FIND_COUNTY
        case PlaceKind.METRO:
            return sentences.FIND_METRO
        case PlaceKind.CITY:
            return sentences.FIND_CITY
        case other:
            assert_never(other)


def _standing(subject: LetterSubject, register: Register, today: date) -> str:
    if subject.tie is None:
        return sentences.NO_TIE
    return status_text(subject.tie, register, today)


def _findings(view: DraftView) -> Iterator[tuple[str, Finding]]:
    """The findings as texts that leave room for the letter; what does not fit waits until others are mended."""
    room = _FINDINGS
    for finding in view.findings:
        text = ("⛔ " if finding.blocks else "") + fit(finding.text, _FINDING)
        room -= len(text)
        if room < 0:
            return
        yield text, finding


def _review(told: Sequence[tuple[str, Finding]], draft: LetterDraft) -> Iterable[str | ui.Item[Any]]:
    if not told:
        yield review_sentences.NOTHING_TO_MEND
    # What has no button beside it stands below, as one text: a message has room for few parts.
    fixable = [number for number, (_, finding) in enumerate(told) if finding.fix is not Fix.NONE]
    beside = fixable[:_MOST_SECTIONS]
    for number in beside:
        text, finding = told[number]
        yield ui.Section(ui.TextDisplay(text), accessory=_fix_button(finding, draft, number))
    yield "\n".join(text for number, (text, _) in enumerate(told) if number not in beside)


def _fix_button(finding: Finding, draft: LetterDraft, number: int) -> ui.Button[Any]:
    """The button beside a finding."""
    if finding.fix is Fix.KEEP:
        return button(_FIX_LABELS[Fix.KEEP], routes.KeepAsItIs(draft.id, finding.mark))
    if finding.fix is Fix.MEANING:
        return button(_FIX_LABELS[Fix.MEANING], routes.SayMeaning(draft.id, finding.mark))
    return button(_FIX_LABELS[finding.fix], _FIX_ROUTES[finding.fix](draft.id, number))


def _recipient_row(view: DraftView) -> list[str | ui.ActionRow[Any]]:
    offices = view.subject.recipients
    if len(offices) < 2:
        return []
    options = [
        discord.SelectOption(
            label=clip(office_name(office), 100), value=str(number), default=number == view.draft.recipient
        )
        for number, office in enumerate(offices)
    ]
    return [
        f"-# {sentences.several_offices(len(offices))}",
        select(options, routes.ChooseRecipient(view.draft.id), "Office"),
    ]


def ask_row(view: DraftView) -> list[ui.ActionRow[Any]]:
    """The choice of what to ask for; no row where only one request fits."""
    draft = view.draft
    fitting = fitting_requests(draft, view.subject)
    if len(fitting) < 2:
        return []
    told = [(ask, request_words(draft, view.subject, ask)) for ask in fitting]
    options = [
        discord.SelectOption(label=words.label, value=ask, description=words.hint, default=ask == draft.ask)
        for ask, words in told
    ]
    return [select(options, routes.ChooseRequest(draft.id), "What to ask for")]


def back_label(draft: LetterDraft) -> str:
    """What the button says that leads back to the letter, or to the panel of one not begun."""
    return in_form("Back to the letter", draft.form) if draft.begun else "Back"


def row(*buttons: ui.Button[Any] | None) -> ui.ActionRow[Any]:
    """A row of those buttons that there are."""
    return ui.ActionRow(*(each for each in buttons if each is not None))


def fit(text: str, most: int) -> str:
    """A text escaped, and cut at a word so that it has at most so many characters then."""
    length = len(text)
    while len(shown := safe(clip(text, length))) > most:
        length = min(length - 1, length * most // len(shown))
    return shown
