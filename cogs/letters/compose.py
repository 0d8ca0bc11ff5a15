"""From a draft to a letter: the values a template is filled with, and the letter that comes of it. Pure.

Nothing is said about the writer but what they said; their words are put in unchanged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar, assert_never
from zlib import crc32

from cogs.kit.sanitize import sanitize
from cogs.letters import hearing_words, quotations, requests
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.letter_dates import day
from cogs.letters.requests import Request
from cogs.letters.subject import (
    OWN_OFFICE,
    LetterSubject,
    address_block,
    addressed,
    decider,
    decider_in_short,
    office_name,
    office_title,
    salutation,
    spoken_greeting,
    subject_of_place,
    subject_of_tie,
)
from cogs.letters.templates import Template, render
from cogs.letters.voice import as_several
from cogs.letters.writer import LANGUAGE_NAMES, languages_inside, languages_of, speaks_as_several
from cogs.letters.writer import unnamed as wants_no_name
from cogs.wording.english import listed
from db.record.act_kinds import ActKind
from db.record.fact_tables import complete
from db.record.models import Act, Country, OtherPlace, Place, PlaceKind, Recipient
from db.record.register import Register
from db.record.text import key
from db.record.values import value
from db.store.letter_models import LetterDraft

T = TypeVar("T")

# What stands under a letter whose writer asks for no name and says nothing else of themselves.
NAME_WITHHELD = "Name withheld"

# Letters, digits, and whatever else is seen: a text of blanks and invisible marks says nothing.
_SEEN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_BLANKS = re.compile(r"[ \u00a0]+(?=\n)")
_GAPS = re.compile(r"\n{3,}")
# What stands in brackets behind a name.
_ASIDE = re.compile(r" ?\([^()]*\)")
_ZIP = re.compile(r"\b\d{5}(?:-\d{4})?\s*$")
# In degrees: some twenty miles.
_TOWN = 0.3
_WORD = re.compile(r"\w[\w'’\-]*")


class Connection(StrEnum):
    RESIDENT = "resident"
    WORKER = "worker"
    STUDENT = "student"
    FORMER = "former"
    FAMILY = "family"
    VISITOR = "visitor"
    UKRAINE = "ukraine"
    ABROAD = "abroad"
    GROUP = "group"
    NONE = "none"


# How each connection is chosen, how the letter says it, and how it signs without a name.
CONNECTIONS: Mapping[Connection, tuple[str, str, str]] = complete(
    Connection,
    {
        Connection.RESIDENT: ("I live there", "I live in {place}.", "A resident of {home}"),
        Connection.WORKER: ("I work there", "I work in {place}.", "Someone who works in {home}"),
        Connection.STUDENT: ("I go to school there", "I go to school in {place}.", "A student in {home}"),
        Connection.FORMER: ("I used to live there", "I used to live in {place}.", "Someone who used to live in {home}"),
        Connection.FAMILY: ("I have family there", "I have family in {place}.", "Someone with family in {home}"),
        Connection.VISITOR: ("I have visited", "I have visited {place}.", "Someone who has visited {home}"),
        Connection.UKRAINE: ("I am writing from Ukraine", "I am writing to you from Ukraine.", "Someone in Ukraine"),
        Connection.ABROAD: (
            "I am writing from another country",
            "I am writing to you from outside the United States.",
            "",
        ),
        Connection.GROUP: ("We are a class or a group", "We are writing together, as a group.", "The group"),
        Connection.NONE: ("None of these", "I do not live in {place}, and I do not speak for those who do.", ""),
    },
)


# The same where it is read aloud.
_SPOKEN = {
    Connection.UKRAINE: "I live in Ukraine.",
    Connection.ABROAD: "I live outside the United States.",
    Connection.GROUP: "We speak together, as a group.",
}


@value
class Letter:
    """A finished letter. ``paragraphs`` begin with the greeting; a line break inside one is a line break.

    ``addressee`` are the lines of the address block; of a statement, what it is for. ``signed`` tells whether a name
    stands under it.
    """

    date: str
    office: str
    addressee: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    signed: bool = False
    form: LetterForm = LetterForm.LETTER

    @property
    def heading(self) -> str:
        """What stands above it on paper."""
        return f"Re: {self.subject}" if self.form is LetterForm.LETTER else self.subject

    @property
    def printed(self) -> tuple[tuple[str, bool], ...]:
        """The paragraphs as they are printed, each with whether room to sign by hand follows it."""
        closing, _, name = self.paragraphs[-1].partition("\n") if self.paragraphs else ("", "", "")
        if not (self.signed and name and closing.endswith(",")):
            return tuple((paragraph, False) for paragraph in self.paragraphs)
        return (*((paragraph, False) for paragraph in self.paragraphs[:-1]), (closing, True), (name, False))

    @property
    def text(self) -> str:
        """The letter from greeting to name, with a blank line between paragraphs."""
        return "\n\n".join(self.paragraphs)

    @property
    def words(self) -> int:
        """How many words the letter has, without its addresses of pages."""
        return len(_WORD.findall(re.sub(r"https?://\S+", "", self.text)))


def clean_text(text: str) -> str:
    """What a person typed, as it is kept: cleaned at the door, no blanks at line ends, at most one empty line in a row.

    A text in which nothing can be seen becomes empty.
    """
    kept = _GAPS.sub("\n\n", _BLANKS.sub("", sanitize(text))).strip()
    return kept if _SEEN.search(kept) else ""


def line(text: str, most: int) -> str:
    """The same for a field of one line, at most so many characters."""
    return " ".join(clean_text(text).split())[:most].rstrip()


def subject_of(draft: LetterDraft, register: Register) -> LetterSubject:
    """What a draft is about. Raises KeyError if the record does not know it any more."""
    return subject_of_tie(draft.tie, register) if draft.tie else subject_of_place(draft.place, register)


def recipient(draft: LetterDraft, subject: LetterSubject) -> Recipient:
    """The office that a draft goes to; the first, if the list has become shorter."""
    return subject.recipients[_number(draft, subject)]


def _number(draft: LetterDraft, subject: LetterSubject) -> int:
    return draft.recipient if draft.recipient < len(subject.recipients) else 0


def pick(draft: LetterDraft, choices: Sequence[T]) -> T:
    """One of several ways to say a thing: always the same for a tie, so that letters differ by what they are about."""
    return choices[crc32((draft.tie or draft.place).encode()) % len(choices)]


def compose(draft: LetterDraft, subject: LetterSubject, template: Template, register: Register, today: date) -> Letter:
    """The letter of a draft by a template."""
    office = recipient(draft, subject)
    filled = values(draft, subject, register, today)
    text = render(template, filled, resident=draft.connection == Connection.RESIDENT, voice=_voice(draft))
    form = FORMS[LetterForm(draft.form)]
    about = _words(draft, subject).subject.format(**_ask_fields(draft, subject, office))
    title = f"{form.title}: {about}" if form.title else about
    return Letter(
        date=day(today),
        office=office_name(office),
        addressee=_address_lines(draft, subject, today),
        subject=title,
        paragraphs=tuple(text.split("\n\n")),
        language=template.language,
        signed=bool(draft.name) and draft.form == LetterForm.LETTER,
        form=LetterForm(draft.form),
    )


def _address_lines(draft: LetterDraft, subject: LetterSubject, today: date) -> tuple[str, ...]:
    """Where a letter goes; of a statement, before whom, when and where it is spoken, as far as it is known."""
    match LetterForm(draft.form):
        case LetterForm.LETTER:
            return address_block(subject, _number(draft, subject))
        case LetterForm.STATEMENT:
            heard = hearing_words.when_and_where(hearing_words.coming(subject, today))
            return (f"Before {addressed(recipient(draft, subject))}", *heard)
        case LetterForm.EDITOR:
            return ()
        case other:
            assert_never(other)


def values(draft: LetterDraft, subject: LetterSubject, register: Register, today: date) -> dict[str, str]:
    """What each name of a template stands for in this draft (``templates.NAMES`` says what they are)."""
    office = recipient(draft, subject)
    words = _words(draft, subject)
    fields = _ask_fields(draft, subject, office)
    heard = hearing_words.coming(subject, today)
    return {
        "greeting": _greeting(draft, office),
        "office": office_name(office),
        "body": fields["body"],
        "council": fields["council"],
        "place": subject.place,
        "partner": subject.partner,
        "tie": fields["tie"],
        "short_tie": f"the {subject.noun} with {subject.partner}" if subject.partner else "",
        "since": str(subject.tie.since or "") if subject.tie else "",
        "ukraine": fields["ukraine"],
        "who": _who(draft, subject),
        "ask": _voice(draft)(words.sentence.format(**fields)),
        "ask_again": _voice(draft)(words.again.format(**fields)),
        "reason": _named_language(draft.reason),
        "fact": _fact(draft, subject),
        "link": draft.fact.link,
        "points": quotations.paragraphs(draft.points, register, spoken=draft.form == LetterForm.STATEMENT),
        "fair": draft.respect or (pick(draft, words.fair) if draft.fair else ""),
        "name": draft.name,
        "neighborhood": draft.neighborhood,
        "signature": _signature(draft, subject, register),
        "today": day(today),
        "hearing": hearing_words.hearing_day(heard),
        "proposal": hearing_words.proposal(heard),
    }


def _greeting(draft: LetterDraft, office: Recipient) -> str:
    match LetterForm(draft.form):
        case LetterForm.LETTER:
            return salutation(office)
        case LetterForm.STATEMENT:
            return spoken_greeting(office)
        case LetterForm.EDITOR:
            return "To the editor:"
        case other:
            assert_never(other)


def _fact(draft: LetterDraft, subject: LetterSubject) -> str:
    """What a draft was built on. A statement is spoken at the hearing, and says so by itself."""
    text = draft.fact.text
    if draft.form != LetterForm.STATEMENT:
        return text
    return hearing_words.without_hearing(text, hearing_words.named(text, subject.tie))


def _named_language(reason: str) -> str:
    """The writer's words, under the names of their languages where no paragraph of them is in English."""
    found = languages_of(reason)
    if not found or "en" in found:
        return reason
    names = (LANGUAGE_NAMES[code] for code in dict.fromkeys((*found, *languages_inside(reason))))
    return f"In {listed(names)}:\n{reason}"


def fitting_requests(draft: LetterDraft, subject: LetterSubject) -> tuple[Request, ...]:
    """What a draft may ask for, by what it was built on; the first choice first."""
    fitting = requests.requests_of(draft.fact.standing, basis_of(draft, subject))
    # A paper's readers are not the office: what is asked of "you" is not for them. What is heard is on the agenda.
    unfit = requests.ASKS_YOU if draft.form == LetterForm.EDITOR else frozenset()
    on_agenda = {Request.AGENDA} if _proposed(draft, subject) else set()
    return tuple(ask for ask in fitting if ask not in unfit | on_agenda)


def request_words(draft: LetterDraft, subject: LetterSubject, ask: Request) -> requests.RequestWords:
    """How one of those requests is put."""
    return _words(replace(draft, ask=ask), subject)


def _words(draft: LetterDraft, subject: LetterSubject) -> requests.RequestWords:
    """How the request is put, for the standing, the act and the hearing that the draft was built on."""
    if vote := requests.vote_words(Request(draft.ask), _proposed(draft, subject)):
        return vote
    basis = basis_of(draft, subject)
    case = requests.case_of(subject.tie, basis) if subject.tie and basis else requests.Case.USUAL
    return requests.words(Request(draft.ask), draft.fact.standing, ukraine=subject.ukraine, case=case)


def _proposed(draft: LetterDraft, subject: LetterSubject) -> ActKind | None:
    """What is proposed to the office at the hearing that a draft names: to end or to suspend the tie, if either."""
    heard = hearing_words.named(draft.fact.text, subject.tie)
    if heard is None or not hearing_words.is_voted_on_by(recipient(draft, subject), heard, subject):
        return None
    return hearing_words.cut_proposed(heard)


def _at_hearing(draft: LetterDraft, subject: LetterSubject) -> str:
    if draft.form == LetterForm.STATEMENT:
        return "at this hearing"
    return f"at the hearing on {hearing_words.hearing_day(hearing_words.named(draft.fact.text, subject.tie))}"


def basis_of(draft: LetterDraft, subject: LetterSubject) -> Act | None:
    """The act that a draft was built on; None where there was none, or it is no longer known."""
    acts = subject.tie.acts if subject.tie else ()
    return next((act for act in acts if act.id == draft.fact.basis), None)


def _voice(draft: LetterDraft) -> Callable[[str], str]:
    """How our own words speak: as one person, or as several."""
    several = draft.connection == Connection.GROUP or speaks_as_several(draft.reason, draft.name)
    return as_several if several else str


def _ask_fields(draft: LetterDraft, subject: LetterSubject, office: Recipient) -> dict[str, str]:
    basis = basis_of(draft, subject)
    body, council = decider(office, basis), decider_in_short(office, basis)
    # A paper's readers are not the office.
    if draft.form == LetterForm.EDITOR and body == OWN_OFFICE:
        body = council = office_title(office)
    return {
        "body": body,
        "council": council,
        "at_hearing": _at_hearing(draft, subject),
        "noun": subject.noun,
        "partner": subject.partner,
        "tie": _own_tie(draft, subject),
        "the_tie": "the ties" if subject.twins else "the tie",
        "place": subject.named if not draft.connection else subject.place,
        "ukraine": subject.ukraine,
    }


def _own_tie(draft: LetterDraft, subject: LetterSubject) -> str:
    if not subject.partner:
        return ""
    owner = "our" if draft.connection == Connection.RESIDENT else _possessive(subject.place)
    if not draft.connection and subject.named != subject.place:
        return f"the {subject.noun} of {subject.named}, with {subject.partner} in Russia"
    return f"{owner} {subject.noun} with {subject.partner} in Russia"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _who(draft: LetterDraft, subject: LetterSubject) -> str:
    if not draft.connection:
        return ""
    connection = Connection(draft.connection)
    said = CONNECTIONS[connection][1]
    if draft.form == LetterForm.STATEMENT:
        said = _SPOKEN.get(connection, said)
    return _voice(draft)(said.format(place=subject.named))


def _signature(draft: LetterDraft, subject: LetterSubject, register: Register) -> str:
    """Name and place; without a name only what the writer said of themselves, which may be nothing."""
    if draft.name:
        return "\n".join(part for part in (draft.name, _home(draft, subject, register)) if part)
    unnamed = CONNECTIONS[Connection(draft.connection)][2] if draft.connection else ""
    if not unnamed and draft.neighborhood:
        return f"Someone from {draft.neighborhood}"
    if not unnamed:
        return NAME_WITHHELD if wants_no_name(draft.reason) else ""
    if draft.connection == Connection.RESIDENT:
        return unnamed.format(home=_home(draft, subject, register))
    article = "the " if subject.place.startswith("the ") else ""
    return "\n".join(part for part in (unnamed.format(home=article + subject.full), draft.neighborhood) if part)


def _home(draft: LetterDraft, subject: LetterSubject, register: Register) -> str:
    """Where the writer lives, as far as they said: ``Kenton, Portland, Oregon``. A town stands as they gave it."""
    there, own = subject.full, draft.neighborhood
    if draft.connection != Connection.RESIDENT:
        return own
    if not own:
        return f"the {there}" if subject.place.startswith("the ") and not draft.name else there
    state = there.rpartition(", ")[2]
    said = _ASIDE.sub("", own).casefold()
    if _names_a_state(_ASIDE.sub("", own), register) or said.endswith(f" {state.casefold()}"):
        return own
    if _names_the_place(said, subject, register):
        return f"{own}, {state}"
    return own if _is_another_town(own, subject, register) else f"{own}, {there}"


def _names_the_place(typed: str, subject: LetterSubject, register: Register) -> bool:
    """Whether what was typed ends in the name of the letter's place, in any language that the record has it in."""
    last = typed.rpartition(",")[2].strip()
    known = {place.id for place in register.gazetteer.exact(key(last)) if isinstance(place, Place)}
    return typed.endswith(subject.place.removeprefix("the ").casefold()) or subject.place_id in known


def _names_a_state(typed: str, register: Register) -> bool:
    """Whether a place ends in a ZIP code, or in a state: behind a comma by its name, or in capitals by its code."""
    last = typed.rpartition(",")[2].split()
    if last and last[-1].isupper() and register.gazetteer.short_state(last[-1].casefold()):
        return True
    named = " ".join(last).casefold() if "," in typed else ""
    known = {state.name.casefold() for state in register.record.states.values()}
    return bool(_ZIP.search(typed)) or named in known


def elsewhere(draft: LetterDraft, subject: LetterSubject, register: Register) -> str:
    """The town that a resident of a city gives as theirs, where it is known as another one; empty otherwise."""
    typed = _ASIDE.sub("", draft.neighborhood).strip()
    if draft.connection != Connection.RESIDENT or not typed or subject.kind is not PlaceKind.CITY:
        return ""
    town, _, state = typed.rpartition(",")
    if not town or not _names_a_state(typed, register):
        return typed if _is_another_town(typed, subject, register) else ""
    named = [item for item in register.gazetteer.exact(key(town)) if isinstance(item, Place | OtherPlace)]
    states = {item.state for item in named if key(item.name) == key(town) and item.country is Country.US}
    is_there = key(town.rpartition(",")[2]) == key(subject.place)
    codes = {code for code in states if code in register.record.states}
    known = {register.record.states[code].name for code in codes if code} | {code for code in codes if code}
    return town if not is_there and state.strip().casefold() in {name.casefold() for name in known} else ""


def _is_another_town(typed: str, subject: LetterSubject, register: Register) -> bool:
    """Whether what was typed is the name of another town of the same state: too far away to be a part of this one."""
    home = register.record.places.get(subject.place_id)
    if home is None:
        return False
    named = [item for item in register.gazetteer.exact(key(typed)) if isinstance(item, Place | OtherPlace)]
    return any(item.state == home.state and key(item.name) == key(typed) and _is_far(item, home) for item in named)


def _is_far(one: Place | OtherPlace, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return math.dist((one.lat, one.lon), (other.lat, other.lon)) > _TOWN
