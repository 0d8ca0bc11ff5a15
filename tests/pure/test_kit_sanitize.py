"""What a person typed is cleaned at the door, and nothing else of it is changed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.sanitize import sanitize


@given(st.text())
def test_nothing_that_breaks_a_file_or_a_card_is_left(text: str) -> None:
    kept = sanitize(text)
    kept.encode("utf-8")
    assert not [char for char in kept if unicodedata.category(char) == "Cc" and char != "\n"]
    assert not [char for char in kept if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S"))))
def test_letters_marks_numbers_and_signs_come_back_whole(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize("text", ["Přemysl O’Neil", "Київ, ґанок", "👩‍👧‍👦 🇺🇦", "שלום‎ עולם", "two\n\nparagraphs"])
def test_people_write_like_this_and_it_is_kept(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("\x00\x0ba\x7f\ufffe", "a"),
        ("\u202eabc\u202c\u2066", "abc"),
        ("\ud800x", "x"),
        ("  \n x \n ", "x"),
    ],
)
def test_control_characters_are_taken_out_and_line_ends_made_one(text: str, kept: str) -> None:
    assert sanitize(text) == kept
