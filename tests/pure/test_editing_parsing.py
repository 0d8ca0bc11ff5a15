"""What an editor types is read as people mean it, or refused with a sentence that says what to write instead."""

from __future__ import annotations

import calendar
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.editing.parsing import (
    TEXTS,
    HearingTime,
    read_address,
    read_hearing,
    read_hearing_time,
    read_optional,
    read_text,
)
from cogs.wording.date_parsing import EntryError, order_read, read_date
from cogs.wording.dates import day
from db.record.models import PartialDate

TODAY = date(2026, 11, 25)
DAYS = st.dates(min_value=date(1940, 1, 1), max_value=TODAY)
MONTHS = calendar.month_name[1:]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 April 2022", "2022-04-04"),
        ("  4   april  2022 ", "2022-04-04"),
        ("the 4th of April, 2022", "2022-04-04"),
        ("April 4, 2022", "2022-04-04"),
        ("Apr. 4th 2022", "2022-04-04"),
        ("Sept 30 2022", "2022-09-30"),
        ("2022-04-04", "2022-04-04"),
        ("2022/4/4", "2022-04-04"),
        ("4/5/2022", "2022-04-05"),
        ("April 2022", "2022-04"),
        ("Apr 2022", "2022-04"),
        ("2022-04", "2022-04"),
        ("4/2022", "2022-04"),
        ("2022", "2022"),
        ("today", "2026-11-25"),
        ("Yesterday", "2026-11-24"),
        ("29 February 2024", "2024-02-29"),
        ("20.11.2026", "2026-11-20"),
        ("4.4.2022", "2022-04-04"),
        ("04.04.2022", "2022-04-04"),
        ("4.5.2022", "2022-05-04"),
        ("08.03.2022", "2022-03-08"),
        ("3/8/22", "2022-03-08"),
        ("March 8,2022", "2022-03-08"),
        ("March 8, 2022 at 7:00 PM", "2022-03-08"),
        ("March 8, 2022, 7 p.m. PST", "2022-03-08"),
        ("Published: March 8, 2022", "2022-03-08"),
        ("Updated on Tuesday, March 8, 2022 19:00", "2022-03-08"),
        ("Опубліковано: 8 березня 2022", "2022-03-08"),
        ("2022-03-08T19:00:00Z", "2022-03-08"),
        ("2022-03-08T03:00:00-08:00", "2022-03-08"),
        ("Tuesday, March 8, 2022", "2022-03-08"),
        ("Tuesday 8 March 2022", "2022-03-08"),
        ("8 березня 2022", "2022-03-08"),
        ("8 березня 2022 року", "2022-03-08"),
        ("8 березня 2022 р.", "2022-03-08"),
        ("8 марта 2022 г.", "2022-03-08"),
        ("березень 2022", "2022-03"),
        ("2022 рік", "2022"),
        ("1940", "1940"),
        ("1 January 1940", "1940-01-01"),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, meant: str) -> None:
    assert read_date(typed, TODAY) == PartialDate.parse(meant)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "The date is missing"),
        ("soon", "not a date"),
        ("2022-03-08T03:00:00Z", "not a date"),
        ("Published: ", "not a date"),
        ("7:00 PM", "not a date"),
        ("13.13.2022", "not on any calendar"),
        ("11.20.2026", "not on any calendar"),
        ("Monday, March 8, 2022", "8 March 2022 was a Tuesday, not a Monday"),
        ("Tuesday", "not a date"),
        ("Tuesday, Tuesday, Tuesday", "not a date"),
        ("Tuesday, " * 600 + "March 8, 2022", "not a date"),
        ("4 April", "not a date"),
        ("4/4", "not a date"),
        ("4/4/28", "in the future"),
        ("4 Avril 2022", "not a month"),
        ("30 February 2022", "not on any calendar"),
        ("25/12/2022", "read month first"),
        ("2022-13", "not on any calendar"),
        ("0000", "not on any calendar"),
        ("1939", "before 1940"),
        ("31 December 1939", "before 1940"),
        ("26 November 2026", "in the future"),
        ("December 2026", "in the future"),
        ("2027", "in the future"),
        ("9" * 4000, "not a date"),
    ],
)
def test_a_date_that_cannot_be_used_is_refused_with_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(EntryError, match=says) as refused:
        read_date(typed, TODAY)
    assert len(str(refused.value)) < 300


def test_the_running_month_and_year_are_not_the_future() -> None:
    assert str(read_date("November 2026", TODAY)) == "2026-11"
    assert str(read_date("2026", TODAY)) == "2026"


@given(DAYS)
def test_any_day_reads_the_same_in_every_way_of_writing(value: date) -> None:
    name = MONTHS[value.month - 1]
    ways = (
        day(value),
        value.isoformat(),
        f"{name} {value.day}, {value.year}",
        f"{name[:3]} {value.day} {value.year}",
        f"{value.month}/{value.day}/{value.year}",
    )
    assert {read_date(way, TODAY) for way in ways} == {PartialDate(value)}
    assert str(read_date(f"{name} {value.year}", TODAY)) == value.isoformat()[:7]


@given(st.text(max_size=60))
def test_any_text_is_a_date_in_range_or_refused(typed: str) -> None:
    with suppress(EntryError):
        assert date(1940, 1, 1) <= read_date(typed, TODAY).first <= TODAY


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("4/5/2022", "month first"),
        ("4/5/22", "month first"),
        ("4.5.2022", "day first"),
        ("20.11.2022", ""),
        ("4.4.2022", ""),
        ("2022/4/5", ""),
        ("4 May 2022", ""),
    ],
)
def test_the_order_of_figures_is_told_where_they_may_be_read_otherwise(typed: str, order: str) -> None:
    assert order_read(typed) == order


@pytest.mark.parametrize(("days", "is_taken"), [(0, True), (730, True), (731, False), (760, False)])
def test_a_hearing_lies_at_most_two_years_ahead(days: int, is_taken: bool) -> None:
    hearing = TODAY + timedelta(days=days)
    if is_taken:
        assert read_hearing(hearing.isoformat(), PartialDate(TODAY), TODAY) == hearing
        return
    with pytest.raises(EntryError, match="more than two years ahead"):
        read_hearing(hearing.isoformat(), PartialDate(TODAY), TODAY)


def test_a_hearing_is_not_before_the_day_of_its_proposal() -> None:
    assert read_hearing("25 November 2026", PartialDate(TODAY), TODAY) == TODAY
    with pytest.raises(EntryError, match="before the proposal"):
        read_hearing("24 November 2026", PartialDate(TODAY), TODAY)


def test_a_hearing_may_lie_ahead_but_needs_its_day_and_comes_after_its_proposal() -> None:
    proposed = PartialDate(date(2026, 11, 20))
    assert read_hearing("3 December 2026", proposed, TODAY) == date(2026, 12, 3)
    for typed, says in (
        ("December 2026", "needs its day"),
        ("1 November 2026", "before the proposal"),
        ("3 December 2036", "two years ahead"),
    ):
        with pytest.raises(EntryError, match=says):
            read_hearing(typed, proposed, TODAY)


def test_a_hearing_may_follow_a_proposal_known_to_the_year() -> None:
    assert read_hearing("3 May 2026", PartialDate.parse("2026"), TODAY) == date(2026, 5, 3)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "https://www.ktoo.org/2022/04/06/vote/",
            "https://www.ktoo.org/2022/04/06/vote/",
        ),
        (" <HTTP://KTOO.org/a?b=c#d> ", "http://ktoo.org/a?b=c#d"),
        (
            "https://en.wikipedia.org/wiki/A_(b)",
            "https://en.wikipedia.org/wiki/A_%28b%29",
        ),
        ("https://пример.рф/новости", "https://xn--e1afmkfd.xn--p1ai/новости"),
        ("https://a.gov:8443/x", "https://a.gov:8443/x"),
        ("https://a.gov./x", "https://a.gov/x"),
    ],
)
def test_a_web_address_is_kept_as_others_can_open_it(typed: str, kept: str) -> None:
    assert read_address(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "missing"),
        ("ktoo.org/a", "must start with"),
        ("ftp://ktoo.org/a", "must start with"),
        ("javascript:alert(1)", "must start with"),
        ("file:///etc/passwd", "must start with"),
        ("https://", "not a public"),
        ("http://localhost/a", "not a public"),
        ("http://192.168.0.1/a", "not a public"),
        ("http://[::1]/a", "not a public"),
        ("http://[::1/a", "not a web address"),
        ("https://a.org:99999/", "not a web address"),
        ("https://me:secret@a.org/", "user name or password"),
        ("https://a.org/b c", "a blank"),
        ("https://a.org/\x00", "a blank"),
        ("https://a.org/" + "x" * 400, "the most is 400"),
    ],
)
def test_what_is_no_public_web_page_is_refused(typed: str, says: str) -> None:
    with pytest.raises(EntryError, match=says) as refused:
        read_address(typed)
    assert "secret" not in str(refused.value)


def test_the_longest_address_is_taken_and_a_longer_one_refused_also_if_it_grows_by_being_made_safe() -> None:
    longest = "https://a.org/" + "x" * 386
    assert read_address(longest) == longest
    for typed in (longest + "x", longest[:-1] + "("):
        with pytest.raises(EntryError, match="400"):
            read_address(typed)


STARTS = st.sampled_from(["https://a.org/", "http://b.co.uk?", "HTTPS://", ""])


@given(st.builds(str.__add__, STARTS, st.text(max_size=40)))
def test_any_accepted_address_is_http_safe_in_a_link_and_stays_itself(
    typed: str,
) -> None:
    with suppress(EntryError):
        kept = read_address(typed)
        assert kept.startswith(("http://", "https://"))
        assert not set(kept) & set(" \n\t()<>[]|`\\")
        assert read_address(kept) == kept


@pytest.mark.parametrize("name", list(TEXTS))
def test_a_text_at_its_limits_is_taken_and_beyond_them_refused(name: str) -> None:
    limits = TEXTS[name]
    assert read_text(name, f"  {'x' * limits.most}  ") == "x" * limits.most
    assert read_text(name, "x" * limits.least)
    for length in (0, limits.least - 1, limits.most + 1, 4000):
        with pytest.raises(EntryError, match=limits.name):
            read_text(name, "x" * length)


def test_an_empty_optional_text_is_none_and_line_breaks_become_blanks() -> None:
    assert read_optional("vote", " \n ") is None
    assert read_optional("vote", "5–4\nagainst") == "5–4 against"


@given(DAYS, st.integers(min_value=1, max_value=700))
def test_a_day_after_today_is_always_refused(today: date, ahead: int) -> None:
    with pytest.raises(EntryError, match="in the future"):
        read_date((today + timedelta(days=ahead)).isoformat(), today)


@pytest.mark.parametrize(
    ("typed", "day", "at", "cancelled"),
    [
        ("3 December 2026", 3, None, False),
        ("3 December 2026, 6:30 pm", 3, time(18, 30), False),
        ("December 3, 2026 at 6 p.m.", 3, time(18), False),
        ("2026-12-03 18:30", 3, time(18, 30), False),
        ("2026-12-03T09:05", 3, time(9, 5), False),
        ("Thursday, 3 December 2026, noon", 3, time(12), False),
        ("3 December 2026, 12:15 am", 3, time(0, 15), False),
        ("3 December 2026, 12 pm", 3, time(12), False),
        ("2026-12-03, 18:30, cancelled", 3, time(18, 30), True),
        ("3 December 2026 (called off)", 3, None, True),
        ("3 December 2026, CANCELED.", 3, None, True),
    ],
)
def test_a_hearing_may_have_a_time_and_be_cancelled(typed: str, day: int, at: time | None, cancelled: bool) -> None:
    found = read_hearing_time(typed, PartialDate(TODAY), TODAY)
    assert found == HearingTime(date(2026, 12, day), at, cancelled)


@pytest.mark.parametrize("typed", ["3 December 2026, 6:30", "3 December 2026, 13 pm", "3 December 2026, 0:61", "noon"])
def test_a_time_of_a_hearing_that_may_be_two_or_none_is_asked_for_again(typed: str) -> None:
    with pytest.raises(EntryError):
        read_hearing_time(typed, PartialDate(TODAY), TODAY)
