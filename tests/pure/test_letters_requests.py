"""What a letter asks for follows the standing, and names a Ukrainian partner only where one is sure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from cogs.letters import compose as drafting
from cogs.letters.requests import Request, requests_for
from cogs.letters.subject import subject_of_tie
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import SHIPPED, TIES, draft_about, letter_of

UNSURE = re.compile(r"\bwhether\b|\bstill stand\b|\bif it\b|\byes or no\b")
FIRM = re.compile(r"\b(?:end|ended|ending|suspend|keep|keeps|vote)\b|\btie with\b")


def test_no_letter_on_an_unconfirmed_tie_takes_for_granted_that_it_stands(register: Register) -> None:
    unconfirmed = [tie for tie in register.record.ties if register.status(tie).standing is Standing.UNCONFIRMED]
    assert len(unconfirmed) > 30
    for tie, ask, template in product(unconfirmed, requests_for(Standing.UNCONFIRMED), SHIPPED):
        if not template.fits(ask, Standing.UNCONFIRMED):
            continue
        draft = draft_about(tie, register, ask=ask, reason="", connection="resident", fair=False)
        letter = letter_of(draft, register, template)
        own = letter.text.replace(draft.fact.text, "").replace(draft.fact.link, "")
        for sentence in re.split(r"(?<=[.?])\s+", f"{own}\n{letter.subject}"):
            assert not FIRM.search(sentence) or UNSURE.search(sentence.lower()) or "left to end" in sentence, sentence


def test_the_asks_follow_the_standing() -> None:
    assert (
        requests_for(Standing.ACTIVE)
        == requests_for(Standing.UNCONFIRMED)
        == (Request.END, Request.SUSPEND, Request.AGENDA, Request.SAY)
    )
    assert requests_for(Standing.DORMANT) == (Request.SETTLE,)
    assert requests_for(Standing.DISPUTED) == (Request.WHICH,)
    assert requests_for(Standing.SUSPENDED) == (Request.PERMANENT, Request.CONDITION)
    assert requests_for(Standing.SUSPENDED, has_condition=True) == (Request.PERMANENT,)
    assert requests_for(Standing.ENDED) == (Request.PARTNER,)
    assert requests_for(None) == (Request.GENERAL,)


def test_thanks_name_the_ukrainian_partner_that_a_place_has(register: Register) -> None:
    iowa = letter_of(draft_about("iowa--stavropol-krai", register), register)
    assert "Will your office keep up the tie with Cherkasy Oblast, Ukraine, in the years ahead?" in iowa.text
    other = letter_of(draft_about("tallahassee-fl--krasnodar", register), register)
    assert "Would the Tallahassee City Commission consider a partnership with a community in Ukraine?" in other.text
    governor = letter_of(draft_about("maryland--leningrad-oblast", register), register)
    assert "Would the Governor consider a partnership with a community in Ukraine?" in governor.text


def test_a_weak_crimean_or_occupied_partner_is_never_suggested(register: Register) -> None:
    assert subject_of_tie("chicago-il--moscow", register).ukraine == ""
    named = {subject_of_tie(tie, register).ukraine for tie in register.record.ties} - {""}
    crimean = {tie.ua_name for tie in register.record.ukraine_ties.values() if tie.ua_crimea}
    assert named
    assert not named & crimean


def test_a_letter_to_the_paper_asks_nothing_of_its_readers(register: Register) -> None:
    for tie in register.record.ties:
        draft = draft_about(tie, register, form="editor")
        offered = drafting.fitting_requests(draft, drafting.subject_of(draft, register))
        for ask, template in product(offered, SHIPPED):
            if template.fits(ask, draft.fact.standing, "editor"):
                letter = letter_of(replace(draft, ask=ask), register, template)
                assert letter.addressee == ()
                assert letter.text.startswith("To the editor:")
                assert not re.search(r"\byou(?:r|r office)?\b", letter.text.replace(draft.fact.text, "")), letter.text


@pytest.mark.parametrize("form", ["statement", "editor"])
def test_thanks_are_thanks_in_every_form(form: str, register: Register) -> None:
    draft = draft_about(TIES[Standing.ENDED], register, connection="resident", form=form)
    (template,) = [item for item in SHIPPED if item.fits(Request(draft.ask), draft.fact.standing, draft.form)]
    assert "thank" in letter_of(draft, register, template).text.split("[REASON]")[0].lower()
