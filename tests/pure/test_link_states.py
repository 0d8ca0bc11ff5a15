"""When a link is alive, blocked, gone: by looks on days, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.fetching.outcomes import FetchFailure
from cogs.watching.looking import look_at_answer, look_at_failure
from db.record.link_states import (
    BROKEN,
    DAYS_BETWEEN_LOOKS,
    DAYS_BETWEEN_STRIKES,
    STRIKES,
    Link,
    LinkCheck,
    LinkState,
    Seen,
    is_due,
    state_after,
)

DAY = date(2026, 11, 1)
NEW = Link("kgw", "https://www.kgw.com/ties")


def seen(looks: Iterable[tuple[int, Seen]], link: Link = NEW) -> Link:
    """A link after looks, each on a day counted from the first."""
    for days, what in looks:
        link = state_after(link, LinkCheck(what), DAY + timedelta(days=days))
    return link


@pytest.mark.parametrize(
    ("looks", "state"),
    [
        ([], LinkState.UNKNOWN),
        ([(0, Seen.PAGE)], LinkState.ALIVE),
        ([(0, Seen.OTHER_PAGE)], LinkState.MOVED),
        ([(0, Seen.FRONT_PAGE)], LinkState.MOVED_PERHAPS),
        ([(0, Seen.GUARD)], LinkState.BLOCKED),
        ([(0, Seen.NOTHING)], LinkState.UNKNOWN),
        ([(0, Seen.FAILURE)], LinkState.GONE_PERHAPS),
        ([(0, Seen.FAILURE)] * 9, LinkState.GONE_PERHAPS),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE)], LinkState.GONE_PERHAPS),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE), (5, Seen.FAILURE)], LinkState.GONE_PERHAPS),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE), (6, Seen.FAILURE)], LinkState.GONE),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE), (6, Seen.FAILURE), (7, Seen.PAGE)], LinkState.ALIVE),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE), (4, Seen.PAGE), (9, Seen.FAILURE)], LinkState.GONE_PERHAPS),
        ([(0, Seen.FAILURE), (3, Seen.GUARD), (6, Seen.FAILURE), (9, Seen.FAILURE)], LinkState.GONE),
        ([(0, Seen.FAILURE), (3, Seen.FAILURE), (6, Seen.FAILURE), (9, Seen.NOTHING)], LinkState.GONE),
    ],
)
def test_how_a_link_stands_after_looks(looks: list[tuple[int, Seen]], state: LinkState) -> None:
    assert seen(looks).state is state


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Seen)), max_size=30))
def test_a_link_is_gone_by_failures_on_three_days_alone(looks: list[tuple[int, Seen]]) -> None:
    ordered = sorted(looks, key=lambda look: look[0])
    days = {days for days, what in ordered if what is Seen.FAILURE}
    found = seen(ordered)
    if found.state is LinkState.GONE:
        assert len(days) >= STRIKES
        assert max(days) - min(days) >= (STRIKES - 1) * DAYS_BETWEEN_STRIKES
    assert 0 <= found.strikes <= STRIKES


@given(st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(Seen)), max_size=30))
def test_a_clock_that_jumps_makes_nothing_fail(looks: list[tuple[int, Seen]]) -> None:
    assert seen(looks).strikes <= STRIKES


def test_a_broken_link_waits_for_an_editor_until_it_is_settled_and_anew_when_it_changes() -> None:
    gone = seen([(0, Seen.FAILURE), (3, Seen.FAILURE), (6, Seen.FAILURE)])
    assert gone.broken
    assert gone.since == DAY + timedelta(days=6)
    settled = Link(**{name: getattr(gone, name) for name in Link.__slots__} | {"settled": True})
    assert not settled.broken
    assert not seen([(13, Seen.FAILURE)], settled).broken
    assert seen([(13, Seen.FRONT_PAGE)], settled).broken
    assert {LinkState.GONE, LinkState.MOVED_PERHAPS} == BROKEN


def test_a_link_is_due_weekly_and_a_failing_one_when_another_failure_would_count() -> None:
    assert is_due(NEW, DAY)
    alive, failing = seen([(0, Seen.PAGE)]), seen([(0, Seen.FAILURE)])
    for link, days in ((alive, DAYS_BETWEEN_LOOKS), (failing, DAYS_BETWEEN_STRIKES)):
        assert not is_due(link, DAY + timedelta(days=days - 1))
        assert is_due(link, DAY + timedelta(days=days))
        assert is_due(link, DAY - timedelta(days=1)), "a look in the future was made by a wrong clock"


@pytest.mark.parametrize(
    ("found", "status", "text", "what"),
    [
        ("https://kgw.com/ties", 200, "", Seen.PAGE),
        ("https://www.kgw.com/ties/?utm_source=x", 200, "", Seen.PAGE),
        ("https://www.kgw.com/news/ties", 200, "", Seen.OTHER_PAGE),
        ("https://www.kgw.com/", 200, "", Seen.FRONT_PAGE),
        ("https://www.kgw.com", 200, "", Seen.FRONT_PAGE),
        ("https://www.kgw.com/?p=7", 200, "", Seen.OTHER_PAGE),
        ("https://www.kgw.com/ties", 404, "", Seen.FAILURE),
        ("https://www.kgw.com/ties", 410, "", Seen.FAILURE),
        ("https://www.kgw.com/ties", 403, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 401, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 429, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 451, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 500, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 503, "", Seen.GUARD),
        ("https://www.kgw.com/ties", 200, "<html><title>Just a moment...</title>", Seen.GUARD),
        ("https://www.kgw.com/ties", 404, "<title lang=en>\nAttention Required! | Cloudflare", Seen.GUARD),
        ("https://www.kgw.com/ties", 200, "<p>Just a moment of your time</p>", Seen.PAGE),
    ],
)
def test_what_an_answer_says(found: str, status: int, text: str, what: Seen) -> None:
    assert look_at_answer(NEW.address, found, status, text, challenged=False).seen is what


def test_a_challenge_is_a_guard_whatever_its_status() -> None:
    assert look_at_answer(NEW.address, NEW.address, 404, "", challenged=True).seen is Seen.GUARD


def test_no_guard_and_no_pause_counts_as_a_failure() -> None:
    failed = {failure for failure in FetchFailure if look_at_failure(failure).seen is Seen.FAILURE}
    assert failed == {FetchFailure.NOT_PUBLIC, FetchFailure.NO_HOST, FetchFailure.CONNECTION, FetchFailure.TLS}
