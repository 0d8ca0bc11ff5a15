"""What a writer typed comes back whole, cleaned once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.letters import compose as drafting
from cogs.letters.compose import Connection, clean_text, line
from cogs.letters.review import review
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import TIES, draft_about, letter_of

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=300).map(clean_text)
LINES = st.text(alphabet=st.characters(codec="utf-8"), max_size=120).map(lambda text: line(text, 100))


@settings(max_examples=60)
@given(reason=TEXTS, respect=TEXTS, name=LINES, place=LINES, connection=st.sampled_from([*Connection, ""]))
def test_what_a_person_typed_comes_back_whole(
    reason: str, respect: str, name: str, place: str, connection: str, register: Register
) -> None:
    draft = draft_about(
        *(TIES[Standing.ACTIVE], register),
        reason=reason,
        respect=respect,
        name=name,
        neighborhood=place,
        connection=connection,
    )
    letter = letter_of(draft, register)
    for part in (reason, respect, name):
        assert part in letter.text
    assert (place in letter.text) or not (name or connection == Connection.RESIDENT)
    assert all(letter.paragraphs)
    assert "\ufdd0" not in letter.text
    review(draft, letter, drafting.subject_of(draft, register), register)


@given(st.text(max_size=400))
def test_typed_text_is_cleaned_once_and_for_all(text: str) -> None:
    kept = clean_text(text)
    assert clean_text(kept) == kept
    assert "\n\n\n" not in kept
    assert not re.search("[\x00-\x09\x0b-\x1f\ufffe\uffff]", kept)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u200b", "\x00\x00", "\u202e", "\ufe0f\u200d"])
def test_what_cannot_be_seen_is_no_text(text: str) -> None:
    assert clean_text(text) == ""


@pytest.mark.parametrize(
    "text", ["😀😀😀", "<b>bold</b>", "{{ name }} {% if x %}", "@everyone <@1> **x**", "שלום עולם", "O’Brien d'Été"]
)
def test_odd_texts_are_kept_as_they_are(text: str, register: Register) -> None:
    assert clean_text(text) == text
    assert text in letter_of(draft_about(TIES[Standing.ACTIVE], register, reason=text), register).text


def test_a_reason_of_4000_characters_is_kept_whole(register: Register) -> None:
    reason = clean_text(("Слово до міста. " * 250)[:4000])
    assert reason in letter_of(draft_about(TIES[Standing.ACTIVE], register, reason=reason), register).text


def test_words_in_two_languages_are_named_by_both(register: Register) -> None:
    reason = "Я живу тут три роки з дітьми. I am thankful to this city very much. Дякую, що прочитали це."
    draft = draft_about(TIES[Standing.ACTIVE], register, connection="resident", reason=reason)
    assert "In Ukrainian and English:\n" in letter_of(draft, register).text
