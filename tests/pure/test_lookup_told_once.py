"""What an answer has said in one part, no later part says again."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.wording.english import sentences_in, without_marks
from db.record.register import Register

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("asked", "standing"),
    [
        (
            "fact check: Juneau voted to reaffirm its friendship with Vladivostok 5-4",
            "Kept, as far as is known. What is",
        ),
        (
            "what did mayor bynum say when people asked about zelenograd",
            "What is on record of March 2022 is told above.",
        ),
        ("timeline for roanoke start to finish", "What is on record of 21 February 2023 is told above."),
        ("why would Londonderry cancel at once if there was a notice period", "What is on record of spring 2022 is"),
    ],
)
def test_a_card_does_not_repeat_what_stands_above_it(asked: str, standing: str, register: Register) -> None:
    lines = [line for part in answer(asked, register, TODAY).parts for line in part.lines]
    assert any(standing in f"{line.strong}{line.text}" for line in lines)
    told = Counter(without_marks(sentence) for line in lines for sentence in sentences_in(line.text))
    assert not [sentence for sentence, times in told.items() if times > 1 and len(sentence) > 60]


def test_a_reason_is_told_under_its_heading_though_it_stands_above(register: Register) -> None:
    told = [
        line.text
        for part in answer("why did the mayor of Buffalo suspend Tver", register, TODAY).parts
        for line in part.lines
    ]
    at = next(i for i, text in enumerate(told) if text.startswith("Why it was suspended"))
    assert "at the request of Ukraine's consulate" in told[at + 1]
