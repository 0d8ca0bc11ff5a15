"""What can be written, and all that is known of each form: what it is called, and how long it is. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class LetterForm(StrEnum):
    """What is written: a letter to the office, a statement for its hearing, a letter to the local paper."""

    LETTER = "letter"
    STATEMENT = "statement"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """What is known of a form. ``shortest`` and ``longest`` are a good length in words; ``hint`` is for choosing.

    ``about`` is the heading before anything is typed, ``title`` what stands before the subject of a mail or a file,
    ``noun`` its name in a file's, ``done``, ``after`` and ``sent_on`` what is said of it when it was used, and
    ``reminder`` two weeks later.
    """

    label: str
    hint: str
    about: str
    title: str
    noun: str
    done: str
    after: str
    sent_on: str
    reminder: str
    shortest: int
    longest: int


FORMS = complete(
    LetterForm,
    {
        LetterForm.LETTER: FormFacts(
            label="A letter to the office",
            hint="About a page, as an e-mail or on paper.",
            about="A letter about {subject}",
            title="",
            noun="letter",
            done="I sent it",
            after="After sending",
            sent_on="Sent on {day}",
            reminder="On {day} you wrote to an office about {subject}. Did it answer?",
            shortest=150,
            longest=300,
        ),
        LetterForm.STATEMENT: FormFacts(
            label="A statement for public comment",
            hint="To be read aloud at a meeting, in three minutes.",
            about="A statement of three minutes about {subject}",
            title="Public comment",
            noun="statement",
            done="I gave it",
            after="After speaking",
            sent_on="Given on {day}",
            reminder="On {day} you spoke before an office about {subject}. Has it answered?",
            shortest=200,
            longest=350,
        ),
        LetterForm.EDITOR: FormFacts(
            label="A letter to the local paper",
            hint="To the editor, at most 250 words, as papers want it.",
            about="A letter to the local paper about {subject}",
            title="Letter to the editor",
            noun="letter-to-the-editor",
            done="I sent it",
            after="After sending",
            sent_on="Sent on {day}",
            reminder="On {day} you wrote to the local paper about {subject}. Has an office answered?",
            shortest=100,
            longest=250,
        ),
    },
)
