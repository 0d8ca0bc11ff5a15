"""What is said around a statement, and around a letter to the paper, is said of these and not of a letter."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from cogs.letters import review_sentences
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import LetterForm

# A letter that is meant as one: an earlier one, a form letter, what else can be written, a command.
_MEANT = re.compile(
    r"earlier letter from this server|form letter|letters, statements for a meeting, and letters to a paper"
    r"|/letter write|two letters"
)


def _sentences() -> Iterator[str]:
    """All that a review can say, with “X” for what is filled in."""
    for name, found in vars(review_sentences).items():
        if isinstance(found, str) and name.isupper():
            yield found
        elif isinstance(found, dict) and name == "UNSIGNED":
            yield found[LetterForm.STATEMENT]
        elif inspect.isfunction(found) and found.__module__ == review_sentences.__name__:
            yield _told(found)


def _told(function: object) -> str:
    assert inspect.isfunction(function)
    sample = {"words": 40, "shortest": 100, "longest": 250, "phrases": ["x", "y"], "characters": ["x"], "fields": ["x"]}
    names = [name for name, item in inspect.signature(function).parameters.items() if item.default is item.empty]
    return str(function(*(sample.get(name, "X") for name in names)))


@pytest.mark.parametrize("sentence", list(_sentences()))
def test_a_review_of_a_statement_speaks_of_no_letter(sentence: str) -> None:
    assert "letter" not in _MEANT.sub("", in_form(sentence, LetterForm.STATEMENT))


@pytest.mark.parametrize("sentence", list(_sentences()))
def test_a_review_of_a_letter_to_the_paper_sends_nothing_to_the_office(sentence: str) -> None:
    told = in_form(sentence, LetterForm.EDITOR)
    assert "to an office may" not in told
    assert "goes to the office" not in told


def test_what_the_writer_typed_stays() -> None:
    typed = "Your words still ask: “Please answer this letter.”"
    assert in_form(typed, LetterForm.STATEMENT) == typed
    assert in_form(typed, LetterForm.LETTER) == typed


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ("You did. A letter to an office may become public.", "You did. What is said at a meeting is public."),
        (
            "No office needs it, and a letter may become public.",
            "No office needs it, and what is said at a meeting is public.",
        ),
        ("This letter goes to Portland.", "This statement is for Portland."),
        ("**Before you send it:** the tie was active.", "**Before you speak:** the tie was active."),
    ],
)
def test_a_statement_is_spoken_of_as_one(told: str, spoken: str) -> None:
    assert in_form(told, LetterForm.STATEMENT) == spoken
