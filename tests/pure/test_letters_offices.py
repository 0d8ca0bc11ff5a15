"""To whom a letter goes: how offices and places are addressed and named."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cogs.letters.requests import Request
from cogs.letters.subject import body_of, council_of, office_name, salutation, subject_of_place
from db.record.models import Recipient
from db.record.register import Register
from db.store.letter_models import LetterDraft
from tests.pure.letters import REASON, SHIPPED, draft_about, letter_of, template_for


@pytest.mark.parametrize(
    ("office", "body", "greeting", "decides", "word", "named"),
    [
        (
            *(
                "Mayor of Portland (Oregon)",
                "Portland City Council",
                "Dear Mayor and Members of the Portland City Council,",
            ),
            *("the Portland City Council", "the council", "Mayor of Portland"),
        ),
        (
            *("Governor of Iowa", "Office of the Governor", "Dear Governor,"),
            *("your office", "your office", "Governor of Iowa"),
        ),
        (
            *("Mayor of San Bernardino", "Mayor and City Council of San Bernardino"),
            *("Dear Mayor and City Council of San Bernardino,", "the Mayor and City Council of San Bernardino"),
            *("the council", "Mayor of San Bernardino"),
        ),
        (
            *("St. Louis County Executive", "St. Louis County Council"),
            *("Dear County Executive and Members of the St. Louis County Council,", "the St. Louis County Council"),
            *("the council", "St. Louis County Executive"),
        ),
        (
            *("Mayor of St. Petersburg, Florida", "St. Petersburg (Florida) City Council"),
            *("Dear Mayor and Members of the St. Petersburg City Council,", "the St. Petersburg City Council"),
            *("the council", "Mayor of St. Petersburg"),
        ),
    ],
)
def test_offices_are_addressed_as_offices(
    office: str, body: str, greeting: str, decides: str, word: str, named: str
) -> None:
    recipient = Recipient(office, body)
    assert salutation(recipient) == greeting
    assert body_of(recipient) == decides
    assert council_of(recipient) == word
    assert office_name(recipient) == named


@pytest.mark.parametrize(
    ("tie", "lines"),
    [
        ("portland-or--khabarovsk", ("Mayor of Portland", "and the Portland City Council", "Portland, Oregon")),
        ("juneau-ak--vladivostok", ("Mayor of the City and Borough of Juneau", "and the Juneau Assembly")),
        (
            "columbia-sc--chelyabinsk",
            ("Mayor of Columbia", "and the Columbia City Council", "Columbia, South Carolina"),
        ),
        ("iowa--stavropol-krai", ("Governor of Iowa",)),
        ("san-bernardino-ca--zavolzhye", ("Mayor and City Council of San Bernardino",)),
        ("londonderry-nh--vologda", ("Chair and Members of the Londonderry Town Council",)),
        ("santa-clara-county-ca--moscow", ("President and Members of the Santa Clara County Board of Supervisors",)),
        (
            "st-petersburg-fl--saint-petersburg",
            ("Mayor of St. Petersburg", "and the St. Petersburg City Council", "St. Petersburg, Florida"),
        ),
        (
            "fairbanks-north-star-borough-ak--yakutsk",
            ("Mayor of the Fairbanks North Star Borough", "and the Fairbanks North Star Borough Assembly"),
        ),
    ],
)
def test_the_address_says_each_thing_once(tie: str, lines: tuple[str, ...], register: Register) -> None:
    assert letter_of(draft_about(tie, register), register).addressee == lines


def test_each_of_several_offices_gets_its_own_letter(register: Register) -> None:
    draft = draft_about("bloomington-normal-il--vladimir", register)
    second = letter_of(replace(draft, recipient=1), register)
    assert letter_of(draft, register).office == "Mayor of Bloomington"
    assert second.office == "Mayor of Normal"
    assert "Dear Mayor and Members of the Normal Town Council," in second.text
    assert letter_of(replace(draft, recipient=9), register).office == "Mayor of Bloomington"


def test_a_place_without_a_tie_gets_a_general_letter(register: Register) -> None:
    draft = LetterDraft("00", 7, None, "Seattle|WA", None, Request.GENERAL, connection="resident", reason=REASON)
    letter = letter_of(draft, register, template_for(draft))
    assert letter.office == "Mayor of Seattle"
    assert letter.subject == "A question about Seattle and ties with Russia"
    assert "Will you tell me in writing whether Seattle has any official tie with a place in Russia?" in letter.text
    for template in SHIPPED:
        if template.fits(Request.GENERAL, None):
            for number in range(8):
                other = letter_of(replace(draft, id=str(number)), register, template)
                assert not re.search(r"(?i)ties? like this|such ties|this tie", other.text), other.text
    with pytest.raises(KeyError):
        subject_of_place("Nowhere|XX", register)


def test_a_city_whose_partner_has_its_name_is_named_with_its_state(register: Register) -> None:
    letter = letter_of(draft_about("st-petersburg-fl--saint-petersburg", register, connection="resident"), register)
    assert "I live in St. Petersburg, Florida." in letter.text
    assert letter.addressee[-1] == "St. Petersburg, Florida"


def test_a_metro_is_named_with_its_article_and_its_towns_with_their_state(register: Register) -> None:
    letter = letter_of(draft_about("tri-cities-tn--rybinsk", register, connection="resident", recipient=1), register)
    assert "I live in the Tri-Cities, Tennessee." in letter.text
    assert letter.addressee[-1] == "Kingsport, Tennessee"
