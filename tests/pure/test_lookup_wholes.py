"""Whether all or most of some ties are as is asked: the whole is what is said first, and is asked what is said last."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from db.record.register import Register

TODAY = date(2026, 11, 28)


def _told(question: str, register: Register) -> str:
    return as_text(answer(question, register, TODAY), register)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("are all endings in Texas?", "No: it is so of none of the 8 ended."),
        ("are all the Texas ones ended?", "No"),
        ("are all of the Ohio ties unconfirmed?", "Yes: it is so of all 5 in Ohio."),
        ("were most suspensions voted by councils?", "Yes: it is so of 13 of the 20 suspended."),
        ("чи більшість розірваних у списку палати?", "Yes: it is so of 5 of the 8 ended."),
        ("все ли разорванные единогласны", "No: it is so of 3 of the 8 ended."),
    ],
)
def test_it_is_said_first_whether_it_is_so_of_all_or_most(question: str, first: str, register: Register) -> None:
    assert first in _told(question, register)


@pytest.mark.parametrize(
    "question",
    [
        "which are all the suspended ones in Iowa",
        "are there any suspended ones in Iowa at all",
        "list all suspended in Iowa",
    ],
)
def test_who_asks_for_a_list_of_all_is_told_no_verdict(question: str, register: Register) -> None:
    told = _told(question, register)
    assert "of the 7 in Iowa" not in told
    assert "of the 20 suspended" not in told
