"""No letter calls a Ukrainian city under occupation Russian: of every form, about a tie or none, whatever is typed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.letters import compose as drafting
from cogs.letters import templates
from cogs.letters.compose import Connection
from cogs.letters.findings import Finding, Fix
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.occupied import as_partner, called_russian
from cogs.letters.requests import requests_for
from cogs.letters.review import review
from cogs.letters.template_check import dry_run
from cogs.letters.templates import TemplateError
from cogs.wording.points import quotable
from db.record.register import Register
from db.store.letter_models import LetterDraft, LetterFact
from tests.pure.letters import REASON, SHIPPED, TODAY, draft_about

pytestmark = pytest.mark.slow

SALEM = "Salem|OR"
WITHOUT_TIE = (SALEM, "Santa Barbara|CA", "Santa Cruz|CA", "Boise|ID")
OCCUPIED = (
    *("Yalta", "Simferopol", "Sevastopol", "Crimea", "Kerch", "Donetsk", "Luhansk", "Mariupol", "Melitopol"),
    *("Ялта", "Симферополь", "Севастополь", "Крым", "Донецк", "Маріуполь", "Луганськ", "Мелітополь"),
)
CALLED = (
    *("{}, Russia.", "{} in Russia.", "The Russian city of {} is our twin.", "Russian {} is our twin."),
    *(
        "{} (Russia)",
        "{}, a Russian port.",
        "{} is a Russian city.",
        "{}, Россия.",
        "Русский город {}.",
        "{} в России.",
    ),
    *("Російське місто {}.", "Побратим {}, Росія.", "{}, Russia and Omsk, Russia."),
)
HARMLESS = (
    "Russia bombs Mariupol.",
    "In Kherson, Russia shells the market every week.",
    "Omsk, Russia, is far from Donetsk.",
    "Russian soldiers took Melitopol in a day.",
    "Russian-occupied Crimea is Ukraine.",
    "My mother is in Donetsk. Russia took it in 2014.",
    "Krymsk, Russia, is in the Krasnodar region.",
    "Російські війська в Маріуполі.",
    "Русские бомбы упали на Харьков.",
)


def found_in(draft: LetterDraft, register: Register) -> tuple[Finding, ...]:
    """What the review says of a draft."""
    subject = drafting.subject_of(draft, register)
    fitting = [item for item in SHIPPED if item.fits(drafting.fitting_requests(draft, subject)[0], None, draft.form)]
    template = drafting.pick(draft, fitting or list(SHIPPED))
    return review(draft, drafting.compose(draft, subject, template, register, TODAY), subject, register)


def general(register: Register, form: str = LetterForm.LETTER, place: str = SALEM, **words: str) -> LetterDraft:
    """A general letter to a place without a tie with Russia; Salem, Oregon, has an old pairing with Crimea."""
    first = requests_for(None)[0]
    made = LetterDraft("0" * 16, 7, None, place, None, first, form=form, fact=LetterFact(), begun=True, reason=REASON)
    return replace(made, **words)  # type: ignore[arg-type]


@given(st.sampled_from(OCCUPIED), st.sampled_from(CALLED), st.sampled_from(list(LetterForm)), st.booleans())
@settings(max_examples=80, deadline=None)
def test_words_that_call_one_russian_hold_the_letter_back(
    register: Register, name: str, called: str, form: LetterForm, of_tie: bool
) -> None:
    words = f"{REASON} {called.format(name)}"
    tie = "portland-or--khabarovsk"
    draft = draft_about(tie, register, reason=words, form=form) if of_tie else general(register, reason=words)
    held = [finding for finding in found_in(draft, register) if finding.blocks]
    assert any("call it Russian" in finding.text for finding in held), words


@pytest.mark.parametrize("text", ["SIMFEROPOL, RUSSIA", "we live in yalta, russia.", "ялта — русский город"])
def test_small_and_capital_letters_are_read_alike(text: str) -> None:
    assert called_russian(text)


@pytest.mark.parametrize("field", ["name", "neighborhood", "respect"])
def test_every_field_is_looked_at(field: str, register: Register) -> None:
    draft = general(register, **{field: "Yalta, Russia"})
    (held,) = [finding for finding in found_in(draft, register) if finding.blocks]
    assert held.fix is (Fix.WORDS if field == "respect" else Fix.ABOUT)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_speaks_of_both_is_left_alone(text: str) -> None:
    assert called_russian(text) == ""


@pytest.mark.parametrize("form", list(LetterForm))
def test_our_own_words_call_none_russian(form: LetterForm, register: Register) -> None:
    quoted = tuple(point.id for point in register.record.talking_points.values() if quotable(point, register))
    about_ties = (draft_about(tie, register, form=form) for tie in register.record.ties)
    no_tie = (general(register, form, place) for place in WITHOUT_TIE)
    for number, (draft, connection) in enumerate(
        product([*about_ties, *no_tie], (Connection.RESIDENT, Connection.NONE))
    ):
        points = quoted[number % len(quoted) :][:3]
        written = replace(draft, connection=connection, points=points)
        subject = drafting.subject_of(written, register)
        for ask in drafting.fitting_requests(written, subject):
            asked = replace(written, ask=ask)
            for template in (each for each in SHIPPED if each.fits(ask, draft.fact.standing, form)):
                letter = drafting.compose(asked, subject, template, register, TODAY)
                assert called_russian(f"{letter.subject}\n{letter.text}") == "", (draft.tie, draft.place, form)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Our sister city is Simferopol.", "Simferopol"),
        ("Salem is paired with Simferopol.", "Simferopol"),
        ("Yalta is still our sister city.", "Yalta"),
        ("Наше місто-побратим Донецьк.", "Донецьк"),
        ("My sister lives in Mariupol.", ""),
        ("Our sister city Omsk is silent about Mariupol. Yalta is dear to me.", ""),
        ("Kherson is our sister city.", ""),
    ],
)
def test_one_that_is_named_as_a_partner_is_told_to_be_ukrainian(text: str, named: str, register: Register) -> None:
    if "Omsk" not in text:
        assert as_partner(text) == named
    found = [finding.text for finding in found_in(general(register, reason=f"{REASON} {text}"), register)]
    assert any("under occupation" in told for told in found) is bool(named or "Omsk" in text)


def test_a_template_that_calls_one_russian_is_refused() -> None:
    text = next(iter(sorted(templates.FOLDER.glob("end-1.txt")))).read_text(encoding="utf-8")
    spoilt = templates.parse(text + "\nYalta, Russia, is another.\n", "ours")
    with pytest.raises(TemplateError, match="Yalta"):
        dry_run(spoilt)
