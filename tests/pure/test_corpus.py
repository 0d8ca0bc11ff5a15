"""The corpus of questions: each is answered as the record says it must be (tests/corpus/README.md), and on a card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from cogs.lookup.answers.answer import answer
from cogs.lookup.model import Answer, Outcome, TargetKind
from cogs.lookup.render_text import as_text
from cogs.lookup.routes import ListPage
from db.record.register import Register
from tests.pure.test_lookup_views import must_be_answered_on_a_card

pytestmark = pytest.mark.slow

CORPUS = Path(__file__).parent.parent / "corpus"
MISSES = "known_misses"
Expected = dict[str, Any]
# What a row may say besides what is asked and how many rows a list has: each a list.
LISTS = {"outcome", "ties", "includes", "excludes", "offers", "says", "never"}


def _misses() -> list[str]:
    misses: list[str] = tomli.loads((CORPUS / f"{MISSES}.toml").read_text("utf-8"))["ask"]
    return misses


def questions() -> Iterator[tuple[str, Expected]]:
    """Each question of the corpus, with its subject and number."""
    for file in sorted(CORPUS.glob("*.toml")):
        if file.stem != MISSES:
            for number, expected in enumerate(tomli.loads(file.read_text("utf-8"))["question"], 1):
                yield f"{file.stem}-{number}", expected


def _cases() -> Iterator[Any]:
    misses = _misses()
    for name, expected in questions():
        marks = [pytest.mark.xfail(strict=True, reason="a known miss")] if expected["ask"] in misses else []
        yield pytest.param(expected, id=name, marks=marks)


def _offered(answer: Answer, register: Register) -> set[str]:
    """The ids of all that is offered: ties with their places, places with their ties."""
    out: set[str] = set()
    for choice in answer.choices:
        out.add(choice.target)
        if choice.kind is TargetKind.PLACE:
            out |= {tie.id for tie in register.ties_of(choice.target)}
        elif choice.kind is TargetKind.TIE:
            tie = register.tie(choice.target)
            out |= {tie.us, tie.ru}
    return out


@pytest.mark.parametrize("expected", list(_cases()))
def test_question_is_answered_from_the_record(expected: Expected, register: Register, today: date) -> None:
    found = answer(expected["ask"], register, today)
    must_be_answered_on_a_card(found, register)
    must_fit_into_a_custom_id(found)
    assert_as_expected(found, expected, register)


# Of a list that leaves out more places by name the card says that it has no room for what turns its pages.
MOST_LEFT_OUT = 5


def must_fit_into_a_custom_id(found: Answer) -> None:
    """Fail for a list whose pages no button could carry."""
    if found.filter is not None and len(found.filter.without) <= MOST_LEFT_OUT:
        page = ListPage(99, found.filter)
        assert ListPage.read(page.pack()) == page


def assert_as_expected(found: Answer, expected: Expected, register: Register) -> None:
    """That an answer is as a row of the corpus says."""
    said = as_text(found, register).casefold()
    spoken = set(found.ties)
    offered = _offered(found, register)
    assert str(found.outcome) in expected["outcome"]
    if "ties" in expected:
        assert spoken == set(expected["ties"])
    reached = spoken | offered if found.outcome is Outcome.CHOICE else spoken
    assert set(expected.get("includes", ())) <= reached
    assert not set(expected.get("excludes", ())) & spoken
    assert set(expected.get("offers", ())) <= offered
    if "count" in expected:
        assert len(found.rows) == expected["count"]
    assert [text for text in expected.get("says", ()) if text.casefold() not in said] == []
    assert [text for text in expected.get("never", ()) if text.casefold() in said] == []


@pytest.mark.parametrize("miss", _misses())
def test_a_known_miss_is_answered_on_a_card_too(miss: str, register: Register, today: date) -> None:
    must_be_answered_on_a_card(answer(miss, register, today), register)


def test_a_known_miss_is_a_question_of_the_corpus() -> None:
    assert set(_misses()) <= {expected["ask"] for _, expected in questions()}


def says_only_what_can_be_so(expected: Expected) -> bool:
    """Whether a row has no other keys than those that are looked at, and no other outcomes than there are."""
    lists = expected.keys() & LISTS
    if expected.keys() - LISTS - {"ask", "turns", "count"} or not all(isinstance(expected[key], list) for key in lists):
        return False
    return bool(expected["outcome"]) and set(expected["outcome"]) <= set(Outcome)


def test_questions_expect_only_what_can_be_so() -> None:
    assert [name for name, expected in questions() if not says_only_what_can_be_so(expected)] == []


def test_no_question_stands_twice_with_the_same_expectations() -> None:
    places = defaultdict(list)
    for name, expected in questions():
        places[repr(sorted(expected.items()))].append(name)
    assert [names for names in places.values() if len(names) > 1] == []
