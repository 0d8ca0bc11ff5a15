"""What is asked of each tie of a list stands in its row, in any order and language, and narrows nothing."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.lists.sorting import row_detail
from cogs.lookup.model import Outcome, RowDetail
from cogs.lookup.render_text import as_text
from cogs.lookup.routes import ListPage
from db.record.register import Register

YEARS = (RowDetail.FOUNDED,)
PEOPLE = (RowDetail.PEOPLE,)


@pytest.mark.parametrize(
    ("asked", "number", "details"),
    [
        ("who in Ohio still has a russian sister and since when", 5, YEARS),
        ("which ties are active and what year did each begin", 20, YEARS),
        ("ended ties plus year founded", 8, YEARS),
        ("the ended ones, how old each was", 8, YEARS),
        ("Активні зв'язки у Флориді та рік заснування", 2, YEARS),
        ("Какие связи в Калифорнии и с какого года каждая", 11, YEARS),
        ("suspended, and since when", 20, ()),
        ("Which suspended, and what are the populations of those cities", 20, PEOPLE),
        ("dormant ones & how big are those towns", 6, PEOPLE),
        ("все прекращенные связи: кто решил, когда, население", 8, PEOPLE),
        ("сплячі зв'язки, рік заснування і населення", 6, (RowDetail.FOUNDED, RowDetail.PEOPLE)),
        ("active ties and their Ukrainian partners", 20, (RowDetail.UKRAINE,)),
        ("list the ended ones with the vote", 8, ()),
        ("unconfirmed in Ohio, when were they last checked", 5, (RowDetail.SEARCHED,)),
    ],
)
def test_what_is_asked_of_each_is_shown_in_its_row(
    register: Register, today: date, asked: str, number: int, details: tuple[RowDetail, ...]
) -> None:
    found = answer(asked, register, today)
    assert (found.outcome, len(found.rows)) == (Outcome.LIST, number)
    assert found.filter is not None
    assert found.filter.details == details
    assert "I did not take into account" not in as_text(found, register)
    assert ListPage.read(ListPage(1, found.filter).pack()) == ListPage(1, found.filter)


def test_a_row_tells_what_is_on_record_and_that_it_is_not(register: Register, today: date) -> None:
    found = answer("dormant ties: the founding year, the population, their Ukrainian partners", register, today)
    assert found.filter is not None
    rows = [row_detail(register.tie(name), found.filter, register) for name in found.rows]
    assert any(row.startswith("Began in 1975. 1,009,833 people. Dormant.") for row in rows)
    assert any("No number of people on record." in row for row in rows)
    assert any(row.endswith("No Ukrainian partner on record.") for row in rows)


@pytest.mark.parametrize(
    "asked",
    [
        "how many are active and by whose word",
        "is Portland still paired with Khabarovsk, and since when",
        "who voted against in Juneau and when",
        "average age of these partnerships?",
    ],
)
def test_what_is_asked_of_one_tie_or_of_all_together_is_no_row_of_a_list(
    register: Register, today: date, asked: str
) -> None:
    found = answer(asked, register, today)
    assert found.filter is None or not found.filter.details
