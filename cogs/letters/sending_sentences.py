"""What is said of letters that were sent, of a person's list and of a server's figures, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.wording.dates import day
from cogs.wording.english import plural, series
from db.store.letter_models import LetterOutcome

KEPT_FOR_A_YEAR = "For a year I keep only that you sent it, when, to which office, about which tie and what came of it."
TEXT_IS_DELETED = "The text is deleted."
DELETE_TEXT = "Delete the text now"
NO_LETTERS = "None yet. `/letter write` begins one."


TELL_THE_RECORD = (
    "If the office decided something, the record should know: tell the editors, with a link to the page that says so."
)


def draft_row(subject: str, changed: date | None) -> str:
    """A draft of a list."""
    return f"{subject}: draft, changed on {day(changed)}" if changed else f"{subject}: draft"


def sent_row(subject: str, sent: date, outcome: LetterOutcome | None) -> str:
    """A sent letter of a list."""
    return f"{subject}: {day(sent)}, {OUTCOMES[outcome].lower() if outcome else 'no word yet'}"


OUTCOMES: Mapping[LetterOutcome, str] = {
    LetterOutcome.AGREED: "They agreed",
    LetterOutcome.DECLINED: "They declined",
    LetterOutcome.ACKNOWLEDGED: "They only acknowledged it",
    LetterOutcome.SILENT: "No answer",
}

# What leaves something to be asked about.
UNANSWERED = frozenset({None, LetterOutcome.SILENT})


def sent_on(sent: date, form: LetterForm = LetterForm.LETTER) -> str:
    """When a letter was sent, as a title."""
    return FORMS[form].sent_on.format(day=day(sent))


def sent_hint(sent: date) -> str:
    """The same beside a letter of a list."""
    return f"sent on {day(sent)}"


def text_kept(until: date) -> str:
    """How long the text of what was sent is kept."""
    return f"The text is deleted on {day(until)}, unless you change or delete it before."


def sent_to(recipient: str) -> str:
    """To whom it was sent."""
    return f"To: {recipient}"


def outcome_noted(outcome: LetterOutcome) -> str:
    """What came of it."""
    return f"{OUTCOMES[outcome]}: noted."


def will_remind(at: date) -> str:
    """When the writer is reminded."""
    return f"I will ask you on {day(at)}, by direct message."


def reminder(sent: date, subject: str, form: LetterForm) -> str:
    """The reminder, by what was sent."""
    return FORMS[form].reminder.format(day=day(sent), subject=subject)


ONLY_REMINDER = "You asked me to remind you. This is the only reminder."
NO_ANSWER_NOTED = "Noted: no answer so far. You can change that in `/letter mine`."
WILL_NOT_TELL = "I will not write about this draft again."
NO_FIGURES = "No letters have been begun from this server yet."


def month_heading(month: str, year: str) -> str:
    """A month of the figures."""
    return f"**{month} {year}**"


def figures(subject: str, counts: Iterable[str]) -> str:
    """The figures of one tie."""
    return f"{subject}: {series(counts)}"


def begun(number: int) -> str:
    """How many letters were begun."""
    return f"{number} begun"


def sent(number: int) -> str:
    """How many were sent."""
    return f"{number} sent"


def answered(outcome: LetterOutcome, number: int) -> str:
    """How many had this outcome."""
    return f"{OUTCOMES[outcome].lower()}: {number}"


def more_places(number: int) -> str:
    """How many ties are left out."""
    return f"and {plural(number, 'more place')}"
