"""Times that are counted back from today, by every number in words; months that are written short, and what is over."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.reading.understanding import with_long_years
from cogs.lookup.times.periods import read_period
from db.record.text import clean, tokens

TODAY = date(2026, 11, 30)
MARCH = (date(2022, 3, 1), date(2022, 3, 31))


def _read(text: str) -> tuple[date | None, date | None]:
    joined = with_long_years(clean(text), " ".join(word.norm for word in tokens(clean(text))))
    found = read_period(joined, TODAY)
    return (found.since, found.until) if found else (None, None)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3, ("three", "три", "три")),
        (4, ("four", "чотири", "четыре")),
        (5, ("five", "п'ять", "пять")),
        (7, ("seven", "сім", "семь")),
        (8, ("eight", "вісім", "восемь")),
        (9, ("nine", "дев'ять", "девять")),
        (10, ("ten", "десять", "десять")),
        (15, ("fifteen", "п'ятнадцять", "пятнадцать")),
        (20, ("twenty", "двадцять", "двадцать")),
    ],
)
def test_years_are_counted_back_in_words(number: int, said: tuple[str, str, str]) -> None:
    since = TODAY.replace(year=TODAY.year - number)
    for text in (
        f"suspended in the last {said[0]} years",
        f"призупинені за останні {said[1]} років",
        f"приостановленные за последние {said[2]} лет",
    ):
        assert _read(text) == (since, TODAY), text


@pytest.mark.parametrize(
    "text",
    [
        "suspended in march of 2022",
        "who froze it in march of '22",
        "suspended in 3/2022",
        "suspended in 03/2022",
        "suspended in 3/22",
        "suspended in the third month of 2022",
        "хто призупинив у 03.2022",
        "кто приостановил в 03.2022",
    ],
)
def test_a_month_is_read_however_it_is_written(text: str) -> None:
    assert _read(text) == MARCH


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("suspended once 2022 was over", (date(2023, 1, 1), None)),
        ("хто розірвав від початку 2023", (date(2023, 1, 1), None)),
        ("compare 2022 with 2023", (date(2022, 1, 1), date(2023, 12, 31))),
        ("сколько порвали в 22-м и сколько в 23-м", (date(2022, 1, 1), date(2023, 12, 31))),
    ],
)
def test_what_is_over_and_what_is_held_against_it(text: str, span: tuple[date, date | None]) -> None:
    assert _read(text) == span


@pytest.mark.parametrize("text", ["the vote was 3/2", "за последнее лето", "route 66/2022"])
def test_what_only_looks_so_is_no_month(text: str) -> None:
    since, until = _read(text)
    assert (since, until) in {(None, None), (date(2022, 1, 1), date(2022, 12, 31))}
