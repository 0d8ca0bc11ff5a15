"""How old a word is said to be: in months up to two years, and never more years than have passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.wording import sentences
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate

KEPT = Act("kept", PartialDate(date(2024, 11, 25)), ActKind.KEPT, "A council", Authority.COUNCIL, "Kept.", ("page",))


def age(written: str, today: date) -> str:
    """What is said of the age of a word of that date."""
    return sentences.age(replace(KEPT, date=PartialDate.parse(written)), today)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2024, 11, 25), "1 month ago."),
        (date(2025, 5, 25), "6 months ago."),
        (date(2025, 11, 26), "12 months ago."),
        (date(2026, 7, 25), "20 months ago."),
        (date(2026, 11, 24), "24 months ago."),
        (date(2026, 11, 25), "24 months ago."),
        (date(2026, 11, 26), "more than 2 years ago."),
        (date(2027, 11, 25), "more than 2 years ago."),
        (date(2027, 11, 26), "more than 3 years ago."),
        (date(2032, 11, 25), "more than 7 years ago."),
    ],
)
def test_a_word_is_more_than_so_many_years_old_only_when_they_have_passed(today: date, told: str) -> None:
    assert age("2024-11-25", today) == f"As of 25 November 2024, {told}"


def test_an_imprecise_word_is_as_old_as_its_last_possible_day() -> None:
    assert age("2024", date(2026, 12, 31)) == "As of 2024, 24 months ago."
    assert age("2024", date(2027, 1, 1)) == "As of 2024, more than 2 years ago."
    assert age("2024-02", date(2026, 2, 28)) == "As of February 2024, 24 months ago."
    assert age("2024-02", date(2026, 3, 1)) == "As of February 2024, more than 2 years ago."
