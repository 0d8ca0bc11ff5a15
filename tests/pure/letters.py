"""Drafts and letters for the tests of the letters' pure parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from cogs.letters import compose as drafting
from cogs.letters import local_fact, templates
from cogs.letters.compose import Letter
from cogs.letters.findings import Finding
from cogs.letters.requests import Request, requests_for
from cogs.letters.review import review
from cogs.letters.templates import Template
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft

TODAY = date(2026, 11, 28)
REASON = (
    "My neighbor Halyna came here from Kharkiv with two children and one suitcase. Her youngest is in my daughter's "
    "class, and when the school hung up the flags of our sister cities she asked me why that one was there."
)
SHIPPED = templates.load()
# One tie of each standing that the shipped record has.
TIES = {
    Standing.ACTIVE: "portland-or--khabarovsk",
    Standing.UNCONFIRMED: "oakland-ca--nakhodka",
    Standing.SUSPENDED: "eugene-or--irkutsk",
    Standing.DORMANT: "jacksonville-fl--murmansk",
    Standing.ENDED: "iowa--stavropol-krai",
}


def draft_about(tie: str, register: Register, **fields: Any) -> LetterDraft:
    """A draft about a tie, as it stands, with the first ask that fits."""
    fact = local_fact.local_fact(register.tie(tie), register)
    made = LetterDraft("0123456789abcdef", 7, 99, register.tie(tie).us, tie, requests_for(fact.standing)[0], fact=fact)
    return replace(made, **{"begun": True, "reason": REASON, **fields})


def template_for(draft: LetterDraft) -> Template:
    """The first shipped template that fits a draft."""
    return next(item for item in SHIPPED if item.fits(Request(draft.ask), draft.fact.standing))


def letter_of(draft: LetterDraft, register: Register, template: Template | None = None) -> Letter:
    """The letter of a draft, by the first template that fits it unless one is given."""
    subject = drafting.subject_of(draft, register)
    return drafting.compose(draft, subject, template or template_for(draft), register, TODAY)


def findings(register: Register, changed: str = "", alike: float = 0.0, **fields: object) -> tuple[Finding, ...]:
    """The review of a resident's draft with these fields."""
    draft = draft_about(TIES[Standing.ACTIVE], register, **{"connection": "resident", **fields})
    return looked_at(draft, register, changed=changed, alike=alike)


def looked_at(
    draft: LetterDraft, register: Register, letter: Letter | None = None, **known: Any
) -> tuple[Finding, ...]:
    """The review of a draft."""
    subject = drafting.subject_of(draft, register)
    return review(draft, letter or letter_of(draft, register), subject, register, **known)


def told(register: Register, changed: str = "", alike: float = 0.0, **fields: object) -> str:
    """The review of a resident's draft with these fields, as one text."""
    return "\n".join(finding.text for finding in findings(register, changed, alike, **fields))
