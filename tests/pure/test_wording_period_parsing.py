"""When something happened, told by a season, a week or a part of a month: read as a period."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.wording.dates import span
from cogs.wording.period_parsing import read_period

# A Sunday.
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("last week", "16 to 22 November 2026"),
        ("this week", "23 to 29 November 2026"),
        ("two weeks ago", "9 to 15 November 2026"),
        ("about 3 weeks ago", "2 to 8 November 2026"),
        ("9 weeks ago", "21 to 27 September 2026"),
        ("two months ago", "September 2026"),
        ("in spring", "March to May 2026"),
        ("In the spring", "March to May 2026"),
        ("last summer", "June to August 2026"),
        ("this fall", "September to November 2026"),
        ("winter", "December 2025 to February 2026"),
        ("spring of 2023", "March to May 2023"),
        ("in March", "March 2026"),
        ("in December", "December 2025"),
        ("early March 2022", "1 to 10 March 2022"),
        ("mid-March 2022", "11 to 20 March 2022"),
        ("late February 2024", "21 to 29 February 2024"),
        ("early 2023", "January to April 2023"),
        ("late 2023", "September to December 2023"),
        ("навесні", "March to May 2026"),
        ("минулого тижня", "16 to 22 November 2026"),
        ("на прошлой неделе", "16 to 22 November 2026"),
        ("весной", "March to May 2026"),
        ("весной 2023", "March to May 2023"),
    ],
)
def test_a_period_is_read(typed: str, told: str) -> None:
    found = read_period(typed, TODAY)
    assert found is not None
    assert span(*found) == told


@pytest.mark.parametrize(
    "typed",
    ["", "winter 2022", "soon", "4 April 2022", "in spring I think", "900 weeks ago", "late 2027"],
)
def test_what_is_no_period_of_the_past_or_not_one_alone_is_not_read(typed: str) -> None:
    assert read_period(typed, TODAY) is None
