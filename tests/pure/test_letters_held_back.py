"""What stops a letter, or holds its export back until the writer has mended it; and what is never taken for that."""

from __future__ import annotations

from typing import Any

import pytest

from cogs.letters.findings import Fix
from db.record.register import Register
from tests.pure.letters import REASON, findings


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


@pytest.mark.parametrize("field", ["reason", "respect", "name", "neighborhood"])
def test_a_threat_from_before_stops_the_letter_and_is_not_shown_again(field: str, register: Register) -> None:
    fields: dict[str, Any] = {field: "I will kill you"}
    found = findings(register, **fields)
    assert found[0].blocks
    assert "Nobody has been told." in found[0].text
    assert "kill" not in "\n".join(finding.text for finding in found if finding.blocks)


@pytest.mark.parametrize(
    "words",
    [
        "Russian missiles kill children in their beds.",
        "I will kill the lights and light a candle.",
        "The spice shop on Main closed.",
        "My cousin was shot at a checkpoint.",
        "Kiker Farm is where we met.",
        "You live where I live.",
        "I will come to the house of the council and speak.",
        "We must make Russia pay.",
        "The voters of this city will make you pay at the ballot box.",
    ],
)
def test_words_about_the_war_and_words_inside_words_stop_nothing(words: str, register: Register) -> None:
    assert not any(finding.blocks for finding in findings(register, reason=f"{REASON} {words}"))


@pytest.mark.parametrize(
    ("fields", "fix"),
    [
        ({"reason": f"{REASON} My name is [Your Name]."}, Fix.WORDS),
        ({"reason": f"{REASON} San Jose and Yekaterinburg are partners."}, Fix.WORDS),
        ({"name": "[Your Name]"}, Fix.ABOUT),
        ({"neighborhood": "Neighborhood"}, Fix.ABOUT),
    ],
)
def test_blanks_and_another_pair_hold_back_the_export(fields: dict[str, Any], fix: Fix, register: Register) -> None:
    found = [finding for finding in findings(register, **fields) if finding.blocks]
    assert [finding.fix for finding in found] == [fix]


@pytest.mark.parametrize(
    ("words", "advice", "fix"),
    [
        ("Let me know if you'd like me to make it shorter!", "A chatbot speaks here", Fix.FRAME),
        ("She lives at 2210 Almond Ct, the mayor.", "tell where somebody else lives", Fix.WORDS),
        ("My case number is IOE0955555555.", "The number of one of your papers", Fix.WORDS),
        ("asdf asdf", "gives no reason yet", Fix.WORDS),
        ("Please keep the sister-city tie.", "Your words speak for keeping the tie", Fix.OTHER_SIDE),
    ],
)
def test_what_should_not_leave_is_held_back(words: str, advice: str, fix: Fix, register: Register) -> None:
    found = [finding for finding in findings(register, reason=f"{REASON}\n{words}") if advice in finding.text]
    assert [(finding.fix, finding.blocks) for finding in found] == [(fix, True)]
    for number in ("2210", "IOE0955555555"):
        assert number not in found[0].text


def test_who_was_misread_as_wanting_it_kept_can_go_on(register: Register) -> None:
    (found,) = [finding for finding in findings(register, reason=f"{REASON} Please keep the tie.") if finding.blocks]
    assert not any(
        finding.blocks for finding in findings(register, reason=f"{REASON} Please keep the tie.", kept=(found.mark,))
    )
