"""Every bound before every kind of time, in three languages: each is applied to the time behind it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cogs.lookup.times.periods import read_period
from db.record.text import tokens

TODAY = date(2026, 11, 30)
# A time as it is put behind a bound in English, Ukrainian and Russian, with its first and last day.
TIMES = [
    (("March 2022", "березня 2022", "марта 2022"), date(2022, 3, 1), date(2022, 3, 31)),
    (("the summer of 2022", "літа 2022 року", "лета 2022 года"), date(2022, 6, 1), date(2022, 8, 31)),
    (("2022", "2022 року", "2022 года"), date(2022, 1, 1), date(2022, 12, 31)),
    (("3 June 2022", "3 червня 2022", "3 июня 2022 года"), date(2022, 6, 3), date(2022, 6, 3)),
    (("the 1990s", "90-х років", "90-х годов"), date(1990, 1, 1), date(1999, 12, 31)),
    (("spring 2023", "весни 2023", "весны 2023"), date(2023, 3, 1), date(2023, 5, 31)),
    (("mid-2022", "середини 2022", "середины 2022"), date(2022, 5, 1), date(2022, 8, 31)),
    (("last year", "минулого року", "прошлого года"), date(2025, 1, 1), date(2025, 12, 31)),
    (("1991", "1991 року", "1991 года"), date(1991, 1, 1), date(1991, 12, 31)),
]
# The same of what happened on a day: whether that day is taken in, is left to the event.
EVENTS = [
    (("the invasion", "вторгнення", "вторжения"), date(2022, 2, 24)),
    (("the full-scale war", "повномасштабної війни", "полномасштабной войны"), date(2022, 2, 24)),
    (
        ("Zelenskyy's speech to the mayors", "промови Зеленського до мерів", "речи Зеленского перед мэрами"),
        date(2022, 6, 3),
    ),
    (
        ("the first anniversary of the invasion", "першої річниці вторгнення", "первой годовщины вторжения"),
        date(2023, 2, 24),
    ),
    (("Christmas 2022", "Різдва 2022", "Рождества 2022"), date(2022, 12, 25)),
]
# What bounds it in each language.
BEFORE = (("before", "prior to", "earlier than"), ("до", "раніше", "напередодні"), ("до", "раньше", "накануне"))
AFTER = (("after", "later than", "following"), ("після", "пізніше"), ("после", "позже"))
SINCE = (("since", "no earlier than"), ("не раніше",), ("не раньше",))
UP_TO = (("no later than",), ("не пізніше",), ("не позже",))
LANGUAGES = range(3)


def _span(bound: str, time: str) -> tuple[date | None, date | None]:
    joined = " ".join(word.norm for word in tokens(f"{bound} {time}"))
    found = read_period(joined, TODAY)
    assert found is not None, f"{bound} {time}"
    return found.since, found.until


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("times", "first", "last"), TIMES, ids=[times[0] for times, _, _ in TIMES])
def test_what_bounds_a_time_is_applied_to_it(
    times: tuple[str, str, str], first: date, last: date, language: int
) -> None:
    time, a_day = times[language], timedelta(days=1)
    for bound in BEFORE[language]:
        assert _span(bound, time) == (None, first - a_day), f"{bound} {time}"
    for bound in AFTER[language]:
        assert _span(bound, time) == (last + a_day, None), f"{bound} {time}"
    for bound in SINCE[language]:
        assert _span(bound, time) == (first, None), f"{bound} {time}"
    for bound in UP_TO[language]:
        assert _span(bound, time) == (None, last), f"{bound} {time}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("times", "day"), EVENTS, ids=[times[0] for times, _ in EVENTS])
def test_a_bound_is_applied_to_the_event_behind(times: tuple[str, ...], day: date, language: int) -> None:
    time, about = times[language], {day - timedelta(days=1), day, day + timedelta(days=1)}
    for bound in (*BEFORE[language], *UP_TO[language]):
        since, until = _span(bound, time)
        assert (since, until in about) == (None, True), f"{bound} {time}"
    for bound in (*AFTER[language], *SINCE[language]):
        since, until = _span(bound, time)
        assert (since in about, until) == (True, None), f"{bound} {time}"


def test_a_bound_of_something_else_bounds_no_time() -> None:
    joined = " ".join(word.norm for word in tokens("all four of the 2023 suspensions came after February"))
    found = read_period(joined, TODAY)
    assert found is not None
    assert (found.since, found.until) == (date(2023, 1, 1), date(2023, 12, 31))
