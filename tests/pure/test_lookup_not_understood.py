"""Nothing of a question is dropped in silence: a list uses each word, or names it."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.not_understood import not_used
from cogs.lookup.model import TieFilter
from cogs.lookup.reading.understanding import understand
from db.record.register import Register


@pytest.mark.parametrize(
    "question",
    [
        "which were suspended by a council in 2022",
        "ended, as opposed to suspended",
        "councils rather than mayors: who suspended",
        "sister states, what became of them",
        "приостановленные, кроме тех, где решил мэр",
        "які розірвано у березні 2022",
    ],
)
def test_a_filter_uses_what_was_read(question: str, register: Register, today: date) -> None:
    asked = understand(question, register.gazetteer, today)
    assert not_used(asked, list_filter(asked, today)) == []


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("which were suspended in 2022", ["suspended", "2022"]),
        ("sister counties, please", ["sister", "counties"]),
        ("which suspensions came after a Ukrainian official asked", ["suspensions", "Ukrainian"]),
        ("which were cut by a council", ["cut", "council"]),
    ],
)
def test_what_a_filter_does_not_hold_is_named(question: str, left: list[str], register: Register, today: date) -> None:
    asked = understand(question, register.gazetteer, today)
    named = not_used(asked, TieFilter())
    assert [word for word in left if word not in named] == []


def test_what_is_ruled_out_and_stays_is_named(register: Register, today: date) -> None:
    asked = understand("which of them, instead of cities", register.gazetteer, today)
    assert not_used(asked, TieFilter()) == ["instead of cities"]
