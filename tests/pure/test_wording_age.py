"""How old a word is said to be: in months up to two years, and never more years than have passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.lookup.answers.answers_to_choices import tie_answer
from cogs.lookup.render_text import as_text
from cogs.wording import age_sentences
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate, Record
from db.record.register import Register

TODAY = date(2026, 11, 28)
KEPT = Act("kept", PartialDate(date(2024, 11, 25)), ActKind.KEPT, "A council", Authority.COUNCIL, "Kept.", ("page",))


def age(written: str, today: date) -> str:
    """What is said of the age of a word of that date."""
    return age_sentences.age(replace(KEPT, date=PartialDate.parse(written)), today)


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
    assert age("2024-11-25", today) == f"That was {told}"


def test_an_imprecise_word_is_as_old_as_its_last_possible_day() -> None:
    assert age("2024", date(2026, 12, 31)) == "That was 24 months ago."
    assert age("2024", date(2027, 1, 1)) == "That was more than 2 years ago."
    assert age("2024-02", date(2026, 2, 28)) == "That was 24 months ago."
    assert age("2024-02", date(2026, 3, 1)) == "That was more than 2 years ago."


def test_a_date_is_told_with_the_age_only_where_the_acts_own_words_do_not_give_it() -> None:
    told = replace(KEPT, said="On 25 November 2024 a council kept it.")
    without = replace(KEPT, said="A council kept it.")
    assert age_sentences.age(told, date(2026, 11, 26)) == "That was more than 2 years ago."
    assert age_sentences.age(without, date(2026, 11, 26)) == "As of 25 November 2024, more than 2 years ago."


def test_the_age_of_a_word_behind_which_an_earlier_one_is_told_says_which_is_meant(record: Record) -> None:
    register = Register(record)
    told = as_text(tie_answer("livermore-ca--snezhinsk", register, TODAY), register)
    assert "The newer of these words is more than 2 years old." in told


@pytest.mark.parametrize("tie_id", ["portland-or--khabarovsk", "asheville-nc--vladikavkaz"])
def test_no_age_is_told_of_a_page_that_may_be_newer_than_its_first_possible_day(record: Record, tie_id: str) -> None:
    register = Register(record)
    told = as_text(tie_answer(tie_id, register, TODAY), register)
    assert "or after" in told
    assert " ago" not in told


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (date(2026, 11, 2), "5 weeks"),
        (date(2026, 11, 29), "8 weeks"),
        (date(2026, 11, 30), "9 weeks"),
        (date(2026, 12, 1), "2 months"),
        (date(2028, 10, 2), "more than 2 years"),
    ],
)
def test_news_of_up_to_60_days_is_so_many_weeks_old(until: date, told: str) -> None:
    assert age_sentences.how_long_by_weeks(date(2026, 10, 1), until) == told
