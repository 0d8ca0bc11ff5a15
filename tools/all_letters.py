"""Prints every letter of the record without a writer's words, to be read by eye.

`python tools/all_letters.py oak-ridge houston` prints those about the ties whose ids have such a part. Each is printed
in every form: the letter, the statement, the letter to the paper.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cogs.letters import compose, local_fact, templates
from cogs.letters.compose import Connection
from cogs.letters.export import plain_text
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.requests import Request, requests_for
from db.record.dataset import load_dataset
from db.record.models import Tie
from db.record.register import Register
from db.store.letter_models import LetterDraft


def letters_of(tie: Tie, register: Register) -> Iterator[str]:
    """The letters about a tie: one for each form, office and request that fits, by the template that it gets."""
    fact = local_fact.fact_with_hearing(tie, register, datetime.now(UTC).date())
    shipped = templates.load()
    for form in LetterForm:
        draft = LetterDraft("", 0, None, tie.us, tie.id, requests_for(fact.standing)[0], form=form, fact=fact)
        subject = compose.subject_of(draft, register)
        for ask in compose.fitting_requests(draft, subject):
            fitting = [template for template in shipped if template.fits(ask, fact.standing, form)]
            for number in range(len(subject.recipients)):
                yield _letter(draft, ask, number, fitting, register)


def _letter(
    draft: LetterDraft, ask: Request, number: int, fitting: list[templates.Template], register: Register
) -> str:
    made = replace(draft, ask=ask, recipient=number, connection=Connection.VISITOR)
    template = compose.pick(made, fitting)
    letter = compose.compose(made, compose.subject_of(made, register), template, register, datetime.now(UTC).date())
    about = f"{draft.tie}, {draft.form}, {draft.fact.standing}, {ask}, {template.key}, {letter.words} words"
    return f"===== {about}\n{plain_text(letter)}"


def main(wanted: list[str]) -> None:
    """Print the letters of all ties, or of those whose ids have one of some parts."""
    register = Register(load_dataset())
    for tie in register.record.ties.values():
        if not wanted or any(part in tie.id for part in wanted):
            print("\n".join(letters_of(tie, register)))


if __name__ == "__main__":
    main(sys.argv[1:])
