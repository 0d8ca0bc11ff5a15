"""Spans of time as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.lookup.periods import Period, read_period, within
from db.record.models import PartialDate

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("since 2023", date(2023, 1, 1), None),
        ("since march 2022", date(2022, 3, 1), None),
        ("after june 2022", date(2022, 7, 1), None),
        ("before 2023", None, date(2022, 12, 31)),
        ("before march 8 2022", None, date(2022, 3, 7)),
        ("on 7 march 2022", date(2022, 3, 7), date(2022, 3, 7)),
        ("march 7th 2022", date(2022, 3, 7), date(2022, 3, 7)),
        ("2022 03 07", date(2022, 3, 7), date(2022, 3, 7)),
        ("between march 2022 and june 2022", date(2022, 3, 1), date(2022, 6, 30)),
        ("between july and december 2022", date(2022, 7, 1), date(2022, 12, 31)),
        ("in spring 2022", date(2022, 3, 1), date(2022, 5, 31)),
        ("first half of 2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("since the invasion", date(2022, 2, 24), None),
        ("before the war", None, date(2022, 2, 23)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("this year", date(2026, 1, 1), TODAY),
        ("in the last 30 days", date(2026, 10, 26), TODAY),
        ("с март 2022", date(2022, 3, 1), None),
        ("31 february 2022", date(2022, 2, 1), date(2022, 2, 28)),
    ],
)
def test_a_span_is_read(words: str, since: date | None, until: date | None) -> None:
    found = read_period(words, TODAY)
    assert found is not None
    assert (found.since, found.until) == (since, until)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_period(text, TODAY)
    assert found is None or isinstance(found, Period)


def test_a_date_known_to_its_year_lies_only_in_spans_that_hold_the_year() -> None:
    year = PartialDate.parse("2022")
    assert within(year, date(2022, 1, 1), date(2022, 12, 31))
    assert within(year, date(2021, 6, 1), None)
    assert not within(year, date(2022, 2, 1), date(2022, 2, 28))
    assert not within(year, None, date(2022, 2, 23))
    assert not within(year, date(2022, 6, 1), None)
