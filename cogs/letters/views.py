"""What a volunteer sees: the panel, the letter with its review, the choices, and what comes after sending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, assert_never

import discord
from discord import ui

from cogs.kit.cards import Option, accent, button, container, link, picker, rule, safe, select
from cogs.kit.components import Layout
from cogs.kit.routes import PressRoute
from cogs.kit.status_card import status_text
from cogs.kit.tip_route import OpenTip
from cogs.letters import (
    meaning_sentences,
    quotations,
    requests,
    review_sentences,
    routes,
    sending_sentences,
    sentences,
    writer,
)
from cogs.letters.compose import fitting_requests, recipient, request_words
from cogs.letters.draft_service import OWN, DraftView
from cogs.letters.export import FILE_FORMATS
from cogs.letters.findings import Finding, Fix, keeping_mark
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.guides import Guide
from cogs.letters.meaning_sentences import Meaning
from cogs.letters.quotations import MOST_POINTS
from cogs.letters.requests import Request
from cogs.letters.sending_sentences import OUTCOMES, UNANSWERED
from cogs.letters.subject import LetterSubject, addressed, office_name, subject_title
from cogs.letters.templates import Template
from cogs.wording.english import clip, plural, series
from db.record.models import PlaceKind, Recipient, TalkingPoint
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft, LetterOutcome, SentLetter

_FIND_STATE = "https://www.usa.gov/state-governor"
# Discord shows 4,000 characters in a message: what is said around the letter and its findings takes the rest.
_ROOM = 2750
_FINDINGS = 1400
_FINDING = 440
_QUOTED = 1200
_MOST_SECTIONS = 5
_LISTED = 10
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
            *_ask_row(view),
            *_quoted(view, register),
            rule(),
            _row(
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
        yield f"{sentences.WILL_QUOTE}\n{_fit(told, _QUOTED)}"


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
    return Layout(container(guide.text, _row(_guide_button(other))))


def _guide_button(guide: Guide) -> ui.Button[Any]:
    return button(guide.button, routes.ShowGuide(guide.language))


def letter_card(view: DraftView, expires: datetime, note: str = "", guide: Guide | None = None) -> Layout:
    """The letter, its review, and what can be done with it; for a reader who has one, the guide in their language."""
    draft, letter = view.draft, view.letter
    told = list(_findings(view))
    above = in_form(sentences.changed_above(safe(view.changed)), draft.form) if view.changed else ""
    spoken_at = safe(series(letter.addressee[1:])) if letter.form is LetterForm.STATEMENT else ""
    room = _ROOM - sum(len(text) for text, _ in told) - len(above) - len(note) - len(spoken_at)
    shown = _fit(letter.text, room)
    cut = f"\n-# {sentences.SHOWN_IN_PART}" if shown != safe(letter.text) else ""
    title = _fit(draft.title or _subject(view.subject), 160)
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
        _row(
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
        _row(
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


def options_card(view: DraftView, register: Register) -> Layout:
    """The other choices of a draft: ask, template, quotations, the fair line, a word when the record changes."""
    draft = view.draft
    return Layout(
        container(
            f"### {in_form('Change the letter', draft.form)}",
            *_titled("What to write", [_form_row(draft)]),
            *_titled("What to ask for", _ask_row(view)),
            *_titled(in_form("How the letter is put together", draft.form), _template_row(view)),
            *_titled("Words of others, quoted with speaker, date and page", _points_row(view, register)),
            *_fair_row(draft),
            *_titled("What you had before", _versions_row(view)),
            *_tell_row(draft),
            rule(),
            ui.ActionRow(
                button(_back(draft), routes.ShowLetter(draft.id), discord.ButtonStyle.primary),
                button("Rename", routes.RenameDraft(draft.id)),
            ),
            accent=accent(view.subject.standing),
        )
    )


def meaning_card(draft: LetterDraft, mark: str, sentence: str, meaning: Meaning, told: str) -> Layout:
    """What the writer said that a sentence means, and the choice to change it or to let it stand."""
    said = meaning_sentences.should_it_stand(_fit(sentence, _FINDING), meaning, _fit(told, _FINDING))
    return Layout(
        container(
            in_form(said, draft.form),
            _row(
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
            _row(
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
            _row(
                button(_back(draft), routes.ShowLetter(draft.id)),
                _go_on(draft) if draft.begun and writer.keeps(draft.reason) else None,
            ),
        )
    )


def _done(draft: LetterDraft) -> str:
    facts = FORMS[LetterForm(draft.form)]
    return facts.done if draft.sent is None else facts.after


def _back(draft: LetterDraft) -> str:
    return in_form("Back to the letter", draft.form) if draft.begun else "Back"


def _go_on(draft: LetterDraft) -> ui.Button[Any]:
    """To whom was misread as wanting the tie kept."""
    return button("I do want it to end: go on", routes.KeepAsItIs(draft.id, keeping_mark(draft)))


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
            *([_row(*buttons)] if buttons else []),
            f"-# {kept} {sending_sentences.KEPT_FOR_A_YEAR}",
        )
    )


def _tip(sent: SentLetter) -> OpenTip:
    return OpenTip(sent.tie or "", place="" if sent.tie else sent.place[:50])


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
        text = ("⛔ " if finding.blocks else "") + _fit(finding.text, _FINDING)
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


def _row(*buttons: ui.Button[Any] | None) -> ui.ActionRow[Any]:
    """A row of those buttons that there are."""
    return ui.ActionRow(*(each for each in buttons if each is not None))


def _fit(text: str, most: int) -> str:
    """A text escaped, and cut at a word so that it has at most so many characters then."""
    length = len(text)
    while len(shown := safe(clip(text, length))) > most:
        length = min(length - 1, length * most // len(shown))
    return shown


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


def _ask_row(view: DraftView) -> list[ui.ActionRow[Any]]:
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
    options = [_point(point, point.id in view.draft.points, register) for point in found]
    prompt, most = f"Quote what somebody said (up to {MOST_POINTS})", min(MOST_POINTS, len(options))
    return [select(options, routes.ChoosePoints(view.draft.id), prompt, least=0, most=most)]


def _point(point: TalkingPoint, chosen: bool, register: Register) -> discord.SelectOption:
    said = f"{point.speaker}, {point.date.first.year}" if point.date else point.speaker
    side = {"end": "for ending", "keep": "for keeping"}.get(point.side, "context")
    return discord.SelectOption(
        label=clip(f"{said} ({side})", 100), value=point.id, description=clip(point.quote or "", 100), default=chosen
    )


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


def _draft_line(draft: LetterDraft, subject: str) -> str:
    changed = draft.changed_at.date() if draft.changed_at else None
    return f"- {sending_sentences.draft_row(_fit(subject, 120), changed)}"


def _draft_option(draft: LetterDraft, subject: str) -> Option:
    return Option(subject, draft.id, requests.words(Request(draft.ask), draft.fact.standing).label)


def _sent_option(sent: SentLetter, subject: str) -> Option:
    return Option(clip(subject, 100), sent.id, sending_sentences.sent_hint(sent.sent_at.date()))


def _sent_line(sent: SentLetter, subject: str) -> str:
    return f"- {sending_sentences.sent_row(_fit(subject, 120), sent.sent_at.date(), sent.outcome)}"
