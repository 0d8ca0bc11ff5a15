"""An act's own wording: whole, cut for a row without harm, turned for a letter, with nothing lost or told twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.wording.act_sentences import (
    act_sentence,
    act_told,
    beside,
    date_doubt,
    dated_in_short,
    first_clause,
    letter_sentence,
    proposal_told,
    row_sentence,
)
from cogs.wording.dates import day, month_first, when
from cogs.wording.english import ends_of_sentences
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import Evidence
from db.record.models import Act, DateBasis, PartialDate, Record
from db.record.months import MONTHS

ABBREVIATED = ("St. Petersburg", "U.S. cities", "Sister Cities, Inc. of Roanoke", "Mayor G.T. Bynum", "Ald. Lopez")
PLAIN = Act(
    "tie.20220404.suspended",
    PartialDate(date(2022, 4, 4)),
    ActKind.SUSPENDED,
    "Juneau Assembly",
    Authority.COUNCIL,
    "Suspended the tie.",
    ("page",),
)
words = st.sampled_from(
    (
        "the council",
        "suspended the tie",
        "in May 2022",
        "on 4 May 2022",
        "(“paused” is its word; see there)",
        *ABBREVIATED,
    )
)
clauses = st.lists(words, min_size=1, max_size=5).map(" ".join)
days = st.dates(date(1985, 1, 1), date(2030, 12, 31))


def all_acts(record: Record) -> list[Act]:
    return [act for tie in record.ties.values() for act in tie.acts]


def test_an_act_is_told_in_its_own_words_or_else_in_the_usual_sentence() -> None:
    assert act_sentence(PLAIN, " [1]") == "Suspended by the Juneau Assembly on 4 April 2022 [1]."
    voted = replace(PLAIN, vote="5–4")
    assert (
        act_sentence(voted, " [1]", Evidence.ONE_REPORT)
        == "Suspended by the Juneau Assembly on 4 April 2022, 5–4, on one report [1]."
    )
    own = replace(voted, said="On 4 April 2022 Juneau paused it, 5–4; it was not ended.")
    assert act_sentence(own, " [1]") == "On 4 April 2022 Juneau paused it, 5–4; it was not ended [1]."
    assert act_sentence(own, evidence=Evidence.ONE_REPORT) == f"{own.said} No second, independent source was found."


def test_an_officials_word_is_not_told_as_a_decision() -> None:
    word = replace(PLAIN, kind=ActKind.KEPT, actor="Mayor Lee", authority=Authority.MAYOR)
    assert act_sentence(word) == "Not cut, by the word of Mayor Lee on 4 April 2022."
    assert act_sentence(replace(word, vote="3–2")) == "Kept by Mayor Lee on 4 April 2022, 3–2."


def test_what_a_sentence_leaves_out_stands_beside_it_once() -> None:
    own = replace(PLAIN, said="In spring 2022 Juneau paused it, 5–4.", vote="5–4, one absent", condition="Until peace.")
    assert beside(own) == ("The suspension is to last until peace.",)
    assert beside(replace(own, vote="6–0")) == ("The vote: 6–0.", "The suspension is to last until peace.")
    unsure = replace(own, date_basis=DateBasis.INFERRED, date_note="The page is undated.")
    assert act_told(unsure) == (
        "In spring 2022 Juneau paused it, 5–4. The suspension is to last until peace. The page is undated."
    )


@pytest.mark.parametrize(
    "said",
    [
        "By an undated report, probably of March 2022, the mayor kept it.",
        "Berkeley's council suspended it, it appears at its meeting of 28 June 2022.",
        "As reported on 9 March 2022, the mayor kept it.",
        "On 14 March 2022 (15 in some reports) the council wrote a letter.",
        "In spring 2022, on a Monday after 15 March, the council revoked it.",
    ],
)
def test_a_doubt_that_a_sentence_tells_itself_is_not_told_again(said: str) -> None:
    unsure = replace(PLAIN, date_basis=DateBasis.INFERRED, date_note="Day of the report.")
    assert date_doubt(unsure) == "The date is the day of the report."
    assert date_doubt(replace(unsure, said=said)) == ""


@pytest.mark.parametrize("basis", [DateBasis.INFERRED, DateBasis.MEETING])
def test_a_date_that_was_worked_out_is_told_as_such_without_a_note(basis: DateBasis) -> None:
    assert date_doubt(replace(PLAIN, date_basis=basis)).startswith("The date ")
    assert date_doubt(PLAIN) == ""


@given(clauses, clauses)
def test_a_first_clause_is_what_stands_before_a_semicolon_and_no_less(first: str, rest: str) -> None:
    told = first_clause(replace(PLAIN, said=f"{first}; {rest}."))
    assert told == f"{first}."


@given(clauses, clauses)
def test_a_first_clause_ends_with_its_sentence_and_never_in_an_abbreviation(first: str, rest: str) -> None:
    told = first_clause(replace(PLAIN, said=f"{first} there. The end: {rest}."))
    assert told == f"{first} there."


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("It counted the city; no decision was found.", "It counted the city; no decision was found."),
        ("It was dormant. The city voted; how is not known.", "It was dormant. The city voted; how is not known."),
        ("Dormant. How it voted is not known. A park was renamed.", "Dormant. How it voted is not known."),
        ("It was suspended; all communication stops.", "It was suspended."),
        ("It was listed (not voted on; no more); that was all.", "It was listed (not voted on; no more)."),
    ],
)  # fmt: skip
def test_a_row_keeps_what_limits_its_first_clause(said: str, row: str) -> None:
    assert row_sentence(replace(PLAIN, said=said)) == row


@given(
    days, st.sampled_from(["", ", ", "; ", " (", "): ", " – "]), st.sampled_from(["the council voted", "33 members"])
)
def test_a_letters_dates_begin_with_the_month_and_close_with_a_comma(when: date, mark: str, then: str) -> None:
    american = f"{MONTHS[when.month - 1]} {when.day}, {when.year}"
    assert month_first(f"On {day(when)} {then}") == f"On {american}, {then}"
    assert month_first(f"On {day(when)}{mark}{then if mark else ''}") == f"On {american}{mark}{then if mark else ''}"
    assert month_first(f"On {american}, {then}") == f"On {american}, {then}"
    assert (
        month_first(f"On {when.day} {MONTHS[when.month - 1]} {then}")
        == f"On {MONTHS[when.month - 1]} {when.day} {then}"
    )


def test_two_days_of_one_month_are_turned_together() -> None:
    assert month_first("between 14 and 15 March 2022 it was kept") == "between March 14 and 15, 2022, it was kept"


def test_every_act_of_the_record_can_be_cut_and_turned(record: Record) -> None:
    for act in all_acts(record):
        whole, row, letter = act_sentence(act), first_clause(act), letter_sentence(act)
        assert whole.startswith(row.removesuffix("."))
        assert ";" not in re.sub(r"\([^)]*\)", "", row)
        assert len(ends_of_sentences(row)) == 0
        assert not any(re.search(rf"\b\d{{1,2}} {month}\b", letter) for month in MONTHS)
        assert not act.vote or act.said is None or not any("The vote" in told for told in beside(act))
        assert not act.date_note or date_doubt(act) or act.said


@pytest.mark.parametrize(
    ("act_id", "row"),
    [
        ("iowa--stavropol-krai.202203.ended", "used softer words; the day of the act is not known."),
        ("chicago-il--moscow.20230524.statement", "untouched by it."),
        ("edmond-ok--engels.20220904.dormant", "The city had voted on the tie that summer; how is not known."),
        ("houston-tx--moscow.20230224.suspended", "It was not a sister-city tie, and may have lapsed in 2022."),
        ("roanoke-va--pskov.202301.suspended", "of the war; neither its board nor the city council had voted by then."),
        ("tulsa-ok--zelenograd.202203.kept", "Tulsa would not cut the tie with Zelenograd; no vote was found."),
        ("oak-ridge-tn--obninsk.20220328.suspended", "did not dissolve the tie, so private groups may carry on."),
    ],
)  # fmt: skip
def test_rows_end_where_a_reader_would_end_them(record: Record, act_id: str, row: str) -> None:
    act = next(act for act in all_acts(record) if act.id == act_id)
    assert row_sentence(act).endswith(row)


def test_where_there_is_room_for_a_date_only_it_is_told_as_no_surer_than_it_is() -> None:
    assert dated_in_short(PLAIN) == when(PLAIN.date)
    for basis in (DateBasis.INFERRED, DateBasis.MEETING):
        assert dated_in_short(replace(PLAIN, date_basis=basis)) == f"{when(PLAIN.date)} (date not certain)"


def test_a_proposal_that_is_heard_is_told_with_its_vote_and_the_doubt_of_its_date() -> None:
    act = replace(PLAIN, kind=ActKind.PROPOSED, vote="6–0", date_basis=DateBasis.INFERRED, condition=None, said=None)
    told = proposal_told(act, " [1]")
    assert told.startswith("Proposed by ")
    assert ", 6–0" in told
    assert "[1]: " in told
    assert told.endswith("The date was worked out; no page gives it.")
    own = replace(act, said="The council was asked to end it.")
    assert proposal_told(own, " [1]").startswith("The council was asked to end it [1]. The vote: 6–0.")
