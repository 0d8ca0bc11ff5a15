"""Spans of time as people write them."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.lookup.reading.understanding import understand
from cogs.lookup.times.numeric_dates import in_words
from cogs.lookup.times.periods import read_period
from cogs.lookup.times.spans import Period, within
from db.record.models import PartialDate
from db.record.register import Register
from db.record.text import tokens
from db.record.vocabulary import LANGUAGES, vocabulary

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("who quit before the partial mobilization", date(2022, 9, 20)),
        ("хто вийшов до мобілізації", date(2022, 9, 20)),
        ("кто вышел до мобилизации", date(2022, 9, 20)),
        ("decisions before the dam blew up", date(2023, 6, 5)),
        ("до мятежа Пригожина", date(2023, 6, 23)),
        ("before the ICC warrant", date(2023, 3, 16)),
    ],
)
def test_an_event_that_all_know_is_a_day(typed: str, day: date, register: Register) -> None:
    assert understand(typed, register.gazetteer, TODAY).period == Period(None, day)


def test_an_event_that_is_no_time_is_none(register: Register) -> None:
    assert understand("did a council mention mobilization", register.gazetteer, TODAY).period is None


@pytest.mark.parametrize("name", vocabulary("events"))
def test_every_event_has_its_day_and_its_words_in_three_languages(name: str) -> None:
    row = vocabulary("events")[name]
    assert isinstance(row["day"], date)
    assert all(row[language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("on 3/28/22", "on 28 March 2022"),
        ("since 03/09/2022.", "since 9 March 2022."),
        ("28/3/2022", "28 March 2022"),
        ("рада 3/4/22", "рада 3 April 2022"),
        ("до 09.03.22", "до 9 March 2022"),
        ("2022/03/08", "8 March 2022"),
        ("on 4/4 they voted 5/4", "on 4 April they voted 5/4"),
        ("32/13/2022 and 1.2.3.4", "32/13/2022 and 1.2.3.4"),
    ],
)
def test_a_date_in_figures_is_read(typed: str, read: str) -> None:
    assert in_words(typed) == read


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("within a month of zelensky s speech", date(2022, 6, 3), date(2022, 7, 3)),
        ("протяг двох мисяц писл иог зверненн до мер", date(2022, 6, 3), date(2022, 8, 2)),
        ("the week before the invasion", date(2022, 2, 17), date(2022, 2, 23)),
        ("how many weeks after the invasion", date(2022, 2, 24), None),
        ("by the time zelensky called them out in june 2022", None, date(2022, 6, 2)),
        ("after zelensky s speech in 2022", date(2022, 6, 3), date(2022, 12, 31)),
        ("exactly one year after the invasion", date(2023, 2, 24), date(2023, 2, 24)),
        ("it is now november 2026 who ended in march 2022", date(2022, 3, 1), date(2022, 3, 31)),
        ("минул мисяц", date(2026, 10, 25), TODAY),
        ("в прошл месяц", date(2026, 10, 25), TODAY),
        ("in the last year", date(2025, 11, 25), TODAY),
        ("over the past year", date(2025, 11, 25), TODAY),
        ("in the past 12 months", date(2025, 11, 25), TODAY),
        ("the last year of the ussr", None, date(1991, 12, 25)),
        ("since summer", date(2026, 6, 1), None),
        ("since the fall", date(2026, 9, 1), None),
        ("з лит", date(2026, 6, 1), None),
        ("с зим", date(2026, 1, 1), None),
        ("минул тижн", date(2026, 11, 18), TODAY),
        ("на прошл недел", date(2026, 11, 18), TODAY),
        ("минул рок", date(2025, 1, 1), date(2025, 12, 31)),
        ("в прошл год", date(2025, 1, 1), date(2025, 12, 31)),
        ("цьог мисяц", date(2026, 11, 1), TODAY),
        ("в етом год", date(2026, 1, 1), TODAY),
        ("на ето недел", date(2026, 11, 23), TODAY),
        ("in march of 22", date(2022, 3, 1), date(2022, 3, 31)),
        ("by march 22", None, date(2022, 2, 28)),
        ("march 22 2022", date(2022, 3, 22), date(2022, 3, 22)),
        ("summer of 22", date(2022, 6, 1), date(2022, 8, 31)),
        ("до июн 22 го", None, date(2022, 5, 31)),
        ("в 88 м", date(1988, 1, 1), date(1988, 12, 31)),
        ("18 july 22", date(2022, 7, 18), date(2022, 7, 18)),
        ("since feb 24", date(2022, 2, 24), None),
        ("between 2023 04 and now", date(2023, 4, 1), None),
        ("feb 24 to march 24", date(2022, 2, 24), date(2022, 3, 24)),
        ("older than the soviet breakup", None, date(1991, 12, 25)),
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
        ("1988 1992", date(1988, 1, 1), date(1992, 12, 31)),
        ("1988 92", date(1988, 1, 1), date(1992, 12, 31)),
        ("from like 1988", date(1988, 1, 1), None),
        ("писл 2023 рок", date(2024, 1, 1), None),
        ("посл 2023 год", date(2024, 1, 1), None),
        ("31 february 2022", date(2022, 2, 1), date(2022, 2, 28)),
    ],
)
def test_a_span_is_read(words: str, since: date | None, until: date | None) -> None:
    found = read_period(words, TODAY)
    assert found is not None
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    ("number", "forms"),
    list(
        enumerate(
            """
        January Jan січень січня січні январь января январе
        February Feb. лютий лютого лютому февраль февраля феврале
        March Mar березень березня березні март марта марте
        April Apr квітень квітня квітні апрель апреля апреле
        May травень травня травні май мая мае
        June Jun червень червня червні июнь июня июне
        July Jul липень липня липні июль июля июле
        August Aug серпень серпня серпні август августа августе
        September Sep Sept. вересень вересня вересні сентябрь сентября сентябре
        October Oct жовтень жовтня жовтні октябрь октября октябре
        November Nov листопад листопада листопаді ноябрь ноября ноябре
        December Dec грудень грудня грудні декабрь декабря декабре
        """.strip().splitlines(),
            1,
        )
    ),
)
def test_a_month_is_read_in_three_languages_and_as_it_stands_with_a_day(number: int, forms: str) -> None:
    first, last = date(2022, number, 1), date(2022, number, calendar.monthrange(2022, number)[1])
    found = {
        form: read_period(" ".join(word.norm for word in tokens(f"4 {form} 2022")), TODAY) for form in forms.split()
    }
    assert found == dict.fromkeys(found, Period(date(2022, number, 4), date(2022, number, 4), exact=True))
    found = {form: read_period(" ".join(word.norm for word in tokens(f"{form} 2022")), TODAY) for form in forms.split()}
    assert found == dict.fromkeys(found, Period(first, last, exact=True))


@pytest.mark.parametrize("words", ["maybe 2022", "marching 2022", "junk 2022", "decent 2022"])
def test_a_word_that_begins_as_a_month_does_is_none(words: str) -> None:
    assert read_period(words, TODAY) == Period(date(2022, 1, 1), date(2022, 12, 31), exact=True)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("janurary", 1),
        ("feburary", 2),
        ("augsut", 8),
        ("septmber", 9),
        ("ocotber", 10),
        ("novemeber", 11),
        ("decmber", 12),
    ],
)
def test_a_mistyped_month_is_the_month(typed: str, month: int, register: Register) -> None:
    found = understand(f"suspended since {typed} 2022", register.gazetteer, TODAY)
    assert found.period == Period(date(2022, month, 1), None)


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


@pytest.mark.parametrize(
    ("said", "today", "since"),
    [
        ("last month", date(2026, 3, 31), date(2026, 2, 28)),
        ("last 2 months", date(2026, 1, 15), date(2025, 11, 15)),
        ("last 4 years", date(2028, 2, 29), date(2024, 2, 29)),
        ("last 3 years", date(2028, 2, 29), date(2025, 2, 28)),
        ("last 400 decades", date(2026, 11, 25), date(1, 11, 25)),
    ],
)
def test_months_and_years_are_counted_back_by_the_calendar(said: str, today: date, since: date) -> None:
    assert read_period(said, today) == Period(since, today)
