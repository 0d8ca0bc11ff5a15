"""A month named without its year is looked for in the years before, and that search always ends."""

from __future__ import annotations

from datetime import date
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from cogs.lookup.times.spans import in_earlier_years
from db.record.derivation import INVASION
from db.record.register import Register

MAYBE_A_DAY = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(MAYBE_A_DAY, MAYBE_A_DAY)
def test_a_span_goes_back_to_the_year_of_the_invasion_and_no_further(since: date | None, until: date | None) -> None:
    spans = list(islice(in_earlier_years(since, until), 300))
    begins = since or until
    assert len(spans) == (max(0, begins.year - INVASION.year) if begins else 0)
    assert {(first is None, last is None) for first, last in spans} <= {(since is None, until is None)}


def test_a_list_without_any_day_ends_although_the_question_names_one(register: Register, today: date) -> None:
    """The second question has no day of its own, and nothing fits it: years were gone through without end."""
    found = answer("Хто був найперший після 24 лютого? І хто останній з тих що призупинили", register, today)
    assert "The newest is of 7 April 2023, on Anchorage, Alaska – Magadan" in as_text(found, register)
