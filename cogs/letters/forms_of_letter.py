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
    """What is known of a form. ``shortest`` and ``longest`` are a good length in words; ``hint`` is for choosing."""

    label: str
    hint: str
    shortest: int
    longest: int


FORMS = complete(
    LetterForm,
    {
        LetterForm.LETTER: FormFacts(
            label="A letter to the office", hint="About a page, as a mail or on paper.", shortest=150, longest=300
        ),
        LetterForm.STATEMENT: FormFacts(
            label="A statement for public comment",
            hint="To be read aloud at a meeting, in three minutes.",
            shortest=200,
            longest=350,
        ),
        LetterForm.EDITOR: FormFacts(
            label="A letter to the local paper",
            hint="To the editor, at most 250 words, as papers want it.",
            shortest=100,
            longest=250,
        ),
    },
)
