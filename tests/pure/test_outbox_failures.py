"""How errors are read, how long is waited, how fast is spoken: the parts of the outbox that need no Discord."""

from __future__ import annotations

import asyncio
import heapq
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.schedule import DAYS, WEEK, WeeklyTime
from cogs.outbox import OutboxListener, failures
from cogs.outbox.failures import PATIENCE, SendFailure, backoff, classify, outcome
from cogs.outbox.rate_limit import CircuitBreaker, RateLimiter
from cogs.outbox.registry import DeliveryHandler
from db.store.delivery_models import LONGEST_WAIT, DeliveryState

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


class _Response:
    def __init__(self, status: int) -> None:
        self.status = status
        self.reason = "reason"


def http(status: int, code: int = 0, text: str = "") -> discord.HTTPException:
    """An answer of Discord that is an error."""
    return discord.HTTPException(_Response(status), {"code": code, "message": text})


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (http(500), DeliveryState.RETRY),
        (http(502), DeliveryState.RETRY),
        (http(503), DeliveryState.RETRY),
        (http(429), DeliveryState.RETRY),
        (http(401), DeliveryState.RETRY),
        (http(404), DeliveryState.RETRY),
        (http(400, 40006), DeliveryState.RETRY),
        (http(400, 20016), DeliveryState.RETRY),
        (aiohttp.ServerDisconnectedError(), DeliveryState.RETRY),
        (ConnectionResetError(104, "reset"), DeliveryState.RETRY),
        (TimeoutError(), DeliveryState.RETRY),
        (discord.RateLimited(90.0), DeliveryState.RETRY),
        (http(403, 50001), DeliveryState.PAUSED),
        (http(403, 50013), DeliveryState.PAUSED),
        (http(403), DeliveryState.PAUSED),
        (http(400, 160005), DeliveryState.PAUSED),
        (http(400, 200000), DeliveryState.PAUSED),
        (http(400, 50083), DeliveryState.PAUSED),
        (http(404, 10003), DeliveryState.GONE),
        (http(404, 10008), DeliveryState.GONE),
        (http(403, 50007), DeliveryState.GONE),
        (http(400, 50035), DeliveryState.FAILED),
        (http(413, 40005), DeliveryState.FAILED),
        (http(400, 50006), DeliveryState.FAILED),
    ],
)
def test_an_error_is_read_by_its_status_and_code(error: BaseException, state: DeliveryState) -> None:
    assert classify(error).state is state


@pytest.mark.parametrize(
    ("status", "code", "state", "reason"),
    [
        (403, 50001, DeliveryState.PAUSED, "the bot cannot see the channel"),
        (403, 50013, DeliveryState.PAUSED, "the bot lacks a permission in the channel"),
        (400, 50083, DeliveryState.PAUSED, "the thread is archived"),
        (400, 160005, DeliveryState.PAUSED, "the thread is locked"),
        (400, 200000, DeliveryState.PAUSED, "the server's AutoMod stopped the message"),
        (400, 200001, DeliveryState.PAUSED, "the server's AutoMod stopped the message"),
        (403, 40333, DeliveryState.PAUSED, "Discord does not allow it"),
        (404, 10003, DeliveryState.GONE, "the channel no longer exists"),
        (404, 10004, DeliveryState.GONE, "the server no longer exists"),
        (404, 10008, DeliveryState.GONE, "the message was deleted"),
        (404, 10013, DeliveryState.GONE, "this account no longer exists"),
        (403, 50007, DeliveryState.GONE, "direct messages are closed"),
        (400, 50278, DeliveryState.GONE, "there is no longer a server in common"),
        (400, 20016, DeliveryState.RETRY, "slow mode"),
        (400, 20028, DeliveryState.RETRY, "the channel is written to too often"),
        (400, 40006, DeliveryState.RETRY, "Discord has switched this off for the moment"),
        (400, 40062, DeliveryState.RETRY, "Discord is busy"),
        (404, 10015, DeliveryState.RETRY, "Discord answered 404"),
        (400, 50035, DeliveryState.FAILED, "Discord refused the message (code 50035)"),
    ],
)
def test_a_refusal_is_told_by_its_code(status: int, code: int, state: DeliveryState, reason: str) -> None:
    assert classify(http(status, code)) == SendFailure(state, reason, code, closed=code in {10013, 50007, 50278})


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (http(403), SendFailure(DeliveryState.PAUSED, "Discord does not allow it", 403)),
        (http(404), SendFailure(DeliveryState.RETRY, "Discord answered 404", 404)),
        (http(400), SendFailure(DeliveryState.FAILED, "Discord refused the message (code 0)", 400)),
        (http(429), SendFailure(DeliveryState.RETRY, "Discord answered 429", 429, discord_is_down=True)),
        (http(500), SendFailure(DeliveryState.RETRY, "Discord answered 500", 500, discord_is_down=True)),
        (
            discord.RateLimited(90.0),
            SendFailure(DeliveryState.RETRY, "Discord asked to wait", 429, wait=timedelta(seconds=90)),
        ),
        (
            TimeoutError(),
            SendFailure(DeliveryState.RETRY, "the connection to Discord failed", discord_is_down=True),
        ),
    ],
)
def test_an_error_without_a_code_is_told_by_its_status(error: BaseException, expected: SendFailure) -> None:
    assert classify(error) == expected


def test_only_failures_of_discord_itself_slow_everything_down() -> None:
    assert classify(http(503)).discord_is_down
    assert classify(TimeoutError()).discord_is_down
    assert not classify(http(403, 50013)).discord_is_down
    assert not classify(discord.RateLimited(90.0)).discord_is_down


def test_closed_direct_messages_are_told_from_a_channel_that_is_gone() -> None:
    assert classify(http(403, 50007)).closed
    assert not classify(http(404, 10003)).closed


def test_a_reply_to_a_message_deleted_meanwhile_is_no_fault_of_ours() -> None:
    error = http(400, 50035)
    error.text = "In message_reference: Unknown message"
    assert classify(error).state is DeliveryState.GONE


@given(st.integers(0, 10_000))
def test_the_wait_doubles_up_to_an_hour_and_is_at_most_half_less(attempts: int) -> None:
    whole = min(LONGEST_WAIT, timedelta(seconds=2) * 2 ** min(max(attempts - 1, 0), 20))
    assert whole / 2 <= backoff(attempts) <= whole


@given(st.integers(1, 1000), st.timedeltas(timedelta(), timedelta(days=9)), st.floats(0, 100_000))
def test_after_a_day_of_failures_it_pauses_and_before_it_tries_within_the_hour(
    attempts: int, failing: timedelta, asked: float
) -> None:
    failure = SendFailure(DeliveryState.RETRY, "Discord answered 503", 503, wait=timedelta(seconds=asked))
    found = outcome(failure, attempts=attempts, failing_since=NOW - failing, now=NOW)
    if failing >= PATIENCE:
        assert (found.state, found.next_at) == (DeliveryState.PAUSED, None)
    else:
        assert found.state is DeliveryState.RETRY
        assert found.next_at is not None
        assert NOW < found.next_at <= NOW + LONGEST_WAIT


@pytest.mark.parametrize(
    ("failing", "state"),
    [
        (None, DeliveryState.RETRY),
        (timedelta(hours=24) - timedelta(seconds=1), DeliveryState.RETRY),
        (timedelta(hours=24), DeliveryState.PAUSED),
        (timedelta(hours=24, seconds=1), DeliveryState.PAUSED),
    ],
)
def test_after_24_hours_of_failures_a_delivery_pauses(failing: timedelta | None, state: DeliveryState) -> None:
    failure = SendFailure(DeliveryState.RETRY, "Discord answered 503", 503)
    since = None if failing is None else NOW - failing
    found = outcome(failure, attempts=7, failing_since=since, now=NOW)
    assert (found.state, found.code, found.attempts) == (state, 503, 7)
    assert found.tired == (state is DeliveryState.PAUSED)
    assert found.reason == ("for 24 hours: " if found.tired else "") + "Discord answered 503"


@pytest.mark.parametrize(("asked", "waits"), [(3599.0, 3599.0), (3600.0, 3600.0), (3601.0, 3600.0), (90_000.0, 3600.0)])
def test_a_wait_that_discord_asks_for_is_kept_up_to_an_hour(asked: float, waits: float) -> None:
    failure = classify(discord.RateLimited(asked))
    found = outcome(failure, attempts=1, failing_since=None, now=NOW)
    assert found.next_at == NOW + timedelta(seconds=waits)


@pytest.mark.parametrize(("attempts", "longest"), [(0, 2), (1, 2), (2, 4), (11, 2048), (12, 3600), (10_000, 3600)])
def test_the_wait_is_2_seconds_at_first_and_an_hour_at_most(attempts: int, longest: int) -> None:
    found = [backoff(attempts).total_seconds() for _ in range(200)]
    assert longest / 2 <= min(found) < longest * 0.6
    assert longest * 0.9 < max(found) <= longest


def test_after_20_failures_in_a_row_the_outbox_rests_for_15_seconds() -> None:
    breaker = CircuitBreaker()
    assert [breaker.failure(0.0) for _ in range(19)] == [False] * 19
    assert not breaker.holds(0.0)
    assert breaker.failure(0.0)
    assert breaker.holds(14.9)
    assert not breaker.holds(15.0)


@given(
    st.sampled_from([DeliveryState.PAUSED, DeliveryState.GONE, DeliveryState.FAILED]),
    st.timedeltas(timedelta(), timedelta(days=9)),
)
def test_what_no_repetition_helps_is_not_repeated(state: DeliveryState, failing: timedelta) -> None:
    found = outcome(SendFailure(state, "why", 1), attempts=1, failing_since=NOW - failing, now=NOW)
    assert (found.state, found.reason, found.next_at) == (state, "why", None)


class Time:
    """A clock of its own that only goes on when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = 0

    def read(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self._number += 1
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._asleep, (self.now + seconds, self._number, woken))
        await woken

    async def pass_until(self, end: float) -> None:
        """Wake the sleepers one after another, up to a time."""
        while True:
            for _ in range(3):
                await asyncio.sleep(0)
            if not self._asleep or self._asleep[0][0] > end:
                break
            due, _, woken = heapq.heappop(self._asleep)
            self.now = max(self.now, due)
            woken.set_result(None)


def queue(time: Time, rate: float, number: int) -> tuple[list[tuple[int, float]], asyncio.Future[list[None]]]:
    """So many who ask for a turn at once: a growing list of who had it when, and the end of it."""
    pacer = RateLimiter(rate, clock=time.read, sleep=time.sleep)
    taken: list[tuple[int, float]] = []

    async def speak(name: int) -> None:
        await pacer.acquire()
        taken.append((name, time.now))

    return taken, asyncio.gather(*(speak(name) for name in range(number)))


async def test_turns_come_at_the_rate_and_in_the_order_of_asking() -> None:
    time = Time()
    taken, asked = queue(time, 200, 41)
    await time.pass_until(10)
    await asked
    assert [name for name, _ in taken] == list(range(41))
    assert [when for _, when in taken] == pytest.approx([name / 200 for name in range(41)])


async def test_a_process_that_stood_still_does_not_catch_up_in_a_burst() -> None:
    time = Time()
    taken, asked = queue(time, 50, 80)
    await time.pass_until(0.1)
    time.now = 0.7
    await time.pass_until(10)
    await asked
    moments = [when for _, when in taken]
    assert sum(when == 0.7 for when in moments) > 10, "what fell due meanwhile is made up for at once"
    assert all(later - first >= 0.999 for first, later in zip(moments, moments[50:], strict=False))


async def test_with_a_rate_of_zero_nobody_waits() -> None:
    time = Time()
    taken, asked = queue(time, 0, 1000)
    await asked
    assert len(taken) == 1000
    assert time.now == 0


@given(st.lists(st.booleans(), max_size=300), st.integers(2, 20))
def test_the_brake_holds_after_failures_in_a_row_and_one_success_lets_go(outcomes: list[bool], limit: int) -> None:
    breaker = CircuitBreaker(limit)
    row = 0
    for well in outcomes:
        if well:
            breaker.success()
            row = 0
        else:
            breaker.failure(0.0)
            row += 1
        assert breaker.holds(0.0) == (row >= limit)
        assert not breaker.holds(CircuitBreaker.LONGEST)


def test_the_brake_holds_longer_each_time() -> None:
    breaker = CircuitBreaker(2)
    now = 0.0
    held = []
    for _ in range(10):
        assert [breaker.failure(now), breaker.failure(now)] == [False, True]
        held.append(next(second for second in range(1, 2000) if not breaker.holds(now + second)))
        now += held[-1]
    assert held[:4] == [15, 30, 60, 120]
    assert held[-1] == 900


def test_many_lanes_that_fail_at_once_make_the_brake_hold_once() -> None:
    breaker = CircuitBreaker(20)
    assert sum(breaker.failure(0.0) for _ in range(48)) == 1
    assert breaker.holds(14.9)
    assert not breaker.holds(15.0)


@given(st.sampled_from(DAYS), st.integers(0, 23), MOMENTS)
def test_the_last_digest_hour_is_on_its_day_and_within_the_week(day: str, hour: int, now: datetime) -> None:
    weekly = WeeklyTime.parse(f"{day} {hour}:00")
    found = weekly.last(now)
    assert (DAYS[found.weekday()], found.hour) == (day, hour)
    assert now - WEEK < found <= now
    assert weekly.next(now) == found + WEEK
    assert WeeklyTime.parse(str(weekly)) == weekly
    assert WeeklyTime.parse(f"{day[:3].upper()} {hour}") == weekly


@pytest.mark.parametrize("text", ["", "monday", "mo 15", "monday 24:00", "monday 15:30", "someday 3", "15 monday"])
def test_what_is_no_hour_of_the_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        WeeklyTime.parse(text or " ")


def test_the_readme_names_every_state_every_hook_and_every_file() -> None:
    folder = Path(failures.__file__).parent
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert [state for state in DeliveryState if f"| `{state}` |" not in readme] == []
    hooks = [field.name for field in fields(DeliveryHandler)][1:]
    hooks += [name for name in vars(OutboxListener) if not name.startswith("_")]
    assert [name for name in hooks if f"`{name}" not in readme] == []
    names = {file.name for file in folder.glob("*.py")} - {"__init__.py"}
    assert [name for name in names if f"`{name}`" not in readme] == []
