"""What the panel, the letter's card and the ways around them say, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. What the writer
typed, and names, must be safe to show where a sentence goes into a message as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.wording.dates import day, when
from cogs.wording.english import listed
from db.record.models import PartialDate
from db.record.standings import STANDINGS, Standing


def standing_of(standing: Standing | None, since: PartialDate | None) -> str:
    """A standing and its date, as it stands inside a sentence: ``active (4 April 2022)``."""
    word = STANDINGS[standing].word if standing else "not on record"
    return f"{word} ({when(since)})" if since else word


def fact_corrected(now: str) -> str:
    """That what the record says was corrected."""
    return f"the tie is still {now}, but what the record says of it was corrected."


def fact_changed(then: str, now: str) -> str:
    """That the tie stands otherwise."""
    return f"the tie was {then}, and is now {now}."


def hearing_is_set(on: date) -> str:
    """That a hearing is to come that was not on record, or not for that day."""
    return f"a hearing on the tie is now set for {day(on)}."


HEARING_IS_OVER = "the hearing on the tie that had been set is over, canceled or withdrawn."


def changed_since_you_began(subject: str, change: str) -> str:
    """The same in a message to the writer."""
    return f"The record has changed since you began your letter about {subject}: {change}"


def before_you_send(change: str) -> str:
    """The same above a letter that is taken out."""
    return f"**Before you send it:** {change}"


PUBLIC_NOTE = "Letters to an office can become public. I send nothing: you will."
SECOND_DRAFT = (
    "This draft was changed in another window while the form stood open. "
    "Nothing is lost: what you typed is kept here, as a second draft.\n"
)
DELETED = "Deleted. `/letter write` begins a new letter."
TYPED_IN_FILE = "What you typed is in this file, so that it is not lost."
NO_TIE = "No tie with Russia is on record here. This letter asks whether there is one."
SHOWN_IN_PART = "Shown in part. Copy and the files have all of it."
HOW_TO_COPY = f"Copy the text, and paste it into your own e-mail. {PUBLIC_NOTE}"
FAIR_LINE = "A general sentence in fairness to those who want to keep such ties; your own is better."
LEAVE_OUT_FAIR_LINE = "Leave out the fair line"
PUT_IN_FAIR_LINE = "Put in a fair line"
TELL_ME = "Tell me when it changes"
DO_NOT_TELL_ME = "Do not tell me when it changes"
CAN_TELL = "If the record changes while this is a draft, I can tell you by direct message."


LOCAL_PAPER = "the local paper"
NO_MAIL_TO_A_PAPER = "The local paper's own site says where its letters go, and how long they may be."


def asked_of(office: str) -> str:
    """Who is asked, of a letter that goes to a paper."""
    return f"**To** the editor of the local paper, about a decision of {office}"


def before(office: str) -> str:
    """Before whom a statement is spoken."""
    return f"**Before** {office}"


def how_to_speak(address: str) -> str:
    """Where to look before a statement is given."""
    return f"{address} Look there, or on its agenda, for how to sign up and how long each may speak."


QUOTED_SO = "**A letter quotes it so:**"
FOR_WHICH_CITY = "You have no letter that may hold it yet. Which city do you write to?"
CHOOSE_CITY = "Choose a city"
WILL_QUOTE = "**It will quote**"
POINT_IS_IN = "It is in your letter, with speaker, date and source."


def about(form: LetterForm, subject: str, *, thanks: bool = False) -> str:
    """The title of a panel."""
    if thanks and form is LetterForm.LETTER:
        return f"A letter of thanks about {subject}"
    return FORMS[form].about.format(subject=subject)


def panel_note(expires: date) -> str:
    """How long a panel is kept."""
    return (
        "Only you see this. One form, about five minutes; under the letter you can add your name. "
        f"A letter begun now is deleted on {day(expires)} unless you change it; this panel alone, after a day."
    )


def letter_note(expires: date) -> str:
    """How long a draft is kept."""
    return f"Only you see this. Without a change this draft is deleted on {day(expires)}. {PUBLIC_NOTE}"


def to(office: str) -> str:
    """To whom a letter goes."""
    return f"**To** {office}"


def official_page(link: str, checked: date) -> str:
    """Where the address of an office is found: on its own page."""
    return f"{link}, checked on {day(checked)}: its address is there."


def unchecked_page(link: str) -> str:
    """The same where nobody has checked the page."""
    return (
        f"Usual office: {link}. I have no address on file: look there, or elsewhere on that site, for “Contact” or the "
        "office's name, and check that the office is right before you send anything."
    )


# The same where no page is on record, by what kind of place it is.
FIND_CITY = (
    "Usual office: I have no address on file; look for “Mayor” or “Contact” on the city's or town's own site, most "
    "often a .gov address; the city clerk passes letters on. Check it before you send anything."
)
FIND_COUNTY = (
    "Usual office: I have no address on file; look for “Board”, “Assembly” or “Contact” on the county's or borough's "
    "own site, most often a .gov address; its clerk passes letters on. Check it before you send anything."
)
FIND_METRO = (
    "Usual office: I have no address on file. Each town has its own site, most often a .gov address; look for “Mayor” "
    "or “Contact” there, and check it before you send anything."
)


def find_governor(link: str) -> str:
    """The same for a state."""
    return (
        f"Usual office: I have no address on file. {link} names every governor's page, with an address or a form. "
        "Check it before you send anything."
    )


TELL_EDITORS = "Tell the editors"


WRONG_ADDRESS = "This address is wrong"
FOUND_ADDRESS = "I found the address"


def found_address(office: str) -> str:
    """How to tell where the address of an office stands."""
    return f"Please tell the editors where the address of {office} stands, with a link to that page."


def wrong_address(office: str) -> str:
    """How to tell that an office or its page is wrong."""
    return f"Please tell the editors what is wrong with {office}, and where the right address stands."


def read_again(standing: Standing | None) -> str:
    """What a letter has become since its tie changed, as its first line."""
    if standing is Standing.ENDED:
        return (
            "**This is now a letter of thanks.** Your words were written for another request: please read them again."
        )
    return "**The request has changed with the tie.** Your words were written for another one: please read them again."


def changed_above(change: str) -> str:
    """That the record has changed, above the letter."""
    return f"⚠️ **Before you send it:** {change} “Use the new fact” is in the review."


def version_of(saved_at: datetime) -> str:
    """Until when earlier words stood in a draft."""
    return f"until {day(saved_at.date())}, {saved_at:%H:%M} UTC"


PURPOSE = (
    "I help people who ask offices to end ties with Russia, or to say how they stand. If you want "
    "yours kept, I show you "
    "what speaks for that, and where to say it."
)
NO_ARGUMENT = "Nobody's words for keeping ties are on record in a form that stands on its own."


def other_side(place: str) -> str:
    """The title of what speaks for keeping a tie."""
    return f"For keeping the tie of {place}"


def other_side_address(office: str, where: str) -> str:
    """Where to speak for keeping a tie."""
    return (
        f"The same office hears you: {office}. {where} Local sister-city associations, and Sister Cities International "
        "(sistercities.org), speak for keeping such ties. I do not write that letter for you."
    )


def twins(partner: str) -> str:
    """That one letter is about several ties."""
    return f"One act suspended the ties with {partner}, so this is one letter about both."


def several_offices(number: int) -> str:
    """That several offices answer for a tie."""
    return f"{number} offices answer for this tie, and each gets a letter: choose one, copy it, then the next."


def delete_question(subject: str) -> str:
    """Before a draft is deleted."""
    return f"Delete the letter about {subject}? Your words cannot be brought back."


MAIL_READY = "Open it in your mail program, put in the address of the office, read it again, and send it."
PDF_READY = "Ready to print or to attach."
WORD_READY = "Ready to change or to print."
TEXT_READY = "Ready to paste."


def left_out_of_pdf(characters: Sequence[str]) -> str:
    """What a PDF lacks."""
    return f"Left out, because the PDF's letters lack them, and Word shows the same: {' '.join(characters)}"


NONE_HAS_A_TIE = "None of these has a tie with Russia on record. Which one do you mean?"
WHICH_TIE = "Which tie do you mean?"


def calls_russian(name: str) -> str:
    """A template that calls a place of Ukraine Russian."""
    return f"it calls {name} Russian, which is in Ukraine"


def trace_left(empty: Sequence[str], left: str) -> str:
    """What an empty field leaves in a letter."""
    if not empty:
        return f"with nothing left empty, this is left in the letter: “{left}”"
    return f"with {listed(empty)} left empty, this is left in the letter: “{left}”"
