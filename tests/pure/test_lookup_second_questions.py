"""Which questions a text holds, and that none of them is dropped without a word."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.reading.several_questions import questions_in
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from db.record.register import Register

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weather in Seattle and does it have a partner", ["weather in Seattle", "does it have a partner"]),
        ("which ended? how many signed the petition?", ["which ended?", "how many signed the petition?"]),
        ("tell me a joke and then which city cut first", ["tell me a joke", "which city cut first"]),
        ("чия це петиція і до кого вона звернена", ["чия це петиція", "до кого вона звернена"]),
        ("какая там погода и есть ли побратим у города", ["какая там погода", "есть ли побратим у города"]),
        ("who has been keeping it and is still active", []),
        ("my town suspended. is it worth writing to them?", []),
        ("чи можна в листі просто спитати, чи діє угода", []),
        ("which ended or which were suspended", []),
    ],
)
def test_a_text_is_divided_where_another_question_begins(text: str, expected: list[str], register: Register) -> None:
    assert questions_in(understand(text, register.gazetteer, TODAY)) == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("which ended and what did their mayors say", "Ended: 8 of 106", "what people said"),
        ("list suspended ones and which of them are in Ohio", "Suspended: 20 of 106", "none of these"),
        ("who built you and which towns are dormant", "program", "Dormant: 6 of 106"),
        ("which cities ended and how many signed the petition", "Ended: 8 of 106", "18,900"),
        ("какие порвали и сколько подписей у петиции", "Ended: 8 of 106", "18,900"),
        ("хто розірвав і скільки підписів у петиції", "Ended: 8 of 106", "18,900"),
    ],
)
def test_both_questions_are_answered(text: str, first: str, second: str, register: Register) -> None:
    told = as_text(answer(text, register, TODAY), register)
    assert first in told
    assert second in told
