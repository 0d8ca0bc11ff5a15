"""Archived copies: looked up, asked for, read back, against an archive on this machine. Its answers are made up."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from aiohttp import web

from cogs.fetching import Fetcher
from cogs.watching.archive import Wayback
from cogs.watching.copies import AGAIN, MOST_POLLS, POLL, RETRY, WantedCopy, next_step
from cogs.watching.proof import Expected
from db.record.models import ArchivedCopy
from db.store.copies import CopyJob, CopyState
from tests.web import PlainConnector, Web, web_of_sites
from tests.world import NOW

PAGE = "http://paper.example/ties"
JOB = CopyJob("paper", PAGE)
STAMP = "20220310120000"
COPY = f"https://web.archive.org/web/{STAMP}/{PAGE}"
RAW = f"web.archive.org/web/{STAMP}id_/{PAGE}"
WISH = WantedCopy(date(2022, 3, 8), Expected(phrases=("Council suspends the tie",)))
SHOWN = "<title>Paper</title><p>Council <b>suspends</b> the tie&nbsp;today</p>"
KEYS = "accesskey1:secretkey1"


@pytest.fixture
async def sites() -> AsyncIterator[Web]:
    """A web with an archive that has nothing yet."""
    async with web_of_sites() as running:
        available(running, None)
        indexed(running, None)
        yield running


@pytest.fixture
async def archive(sites: Web) -> AsyncIterator[Wayback]:
    """The archive without keys."""
    async with Fetcher("me@x.example", lambda: NOW, resolver=sites, connector=PlainConnector, between=0) as fetcher:
        yield Wayback(fetcher, None)


@pytest.fixture
async def with_keys(sites: Web) -> AsyncIterator[Wayback]:
    """The archive with keys."""
    async with Fetcher("me@x.example", lambda: NOW, resolver=sites, connector=PlainConnector, between=0) as fetcher:
        yield Wayback(fetcher, KEYS)


def available(sites: Web, stamp: str | None, status: str = "200") -> None:
    """What the short interface says."""
    closest = {"status": status, "available": True, "url": f"http://web.archive.org/web/{stamp}/x", "timestamp": stamp}
    sites.page(
        "archive.org/wayback/available", json.dumps({"archived_snapshots": {"closest": closest} if stamp else {}})
    )


def indexed(sites: Web, stamp: str | None) -> None:
    """What the index says."""
    sites.page("web.archive.org/cdx/search/cdx", json.dumps([["timestamp"], [stamp]] if stamp else []))


async def test_a_copy_near_the_day_is_read_back_and_kept(sites: Web, archive: Wayback) -> None:
    available(sites, STAMP)
    sites.page(RAW, SHOWN)
    step = await next_step(archive, JOB, WISH, NOW)
    assert step.copy == ArchivedCopy(COPY, date(2022, 3, 10))
    assert (step.job.state, step.job.next_at) == (CopyState.KEPT, None)


async def test_where_the_short_interface_knows_none_the_index_is_asked(sites: Web, archive: Wayback) -> None:
    indexed(sites, STAMP)
    sites.page(RAW, SHOWN)
    assert (await next_step(archive, JOB, WISH, NOW)).copy == ArchivedCopy(COPY, date(2022, 3, 10))


@pytest.mark.parametrize(
    "body",
    [
        "<title>Just a moment...</title> Council suspends the tie",
        "<title>Not found</title>",
        "<script>Council suspends the tie</script>",
        "Council suspends the ties",
        "",
        "%PDF-1.4 damaged",
    ],
)
async def test_a_copy_that_shows_something_else_is_doubtful_and_never_cited(
    sites: Web, archive: Wayback, body: str
) -> None:
    available(sites, STAMP)
    sites.page(RAW, body)
    step = await next_step(archive, JOB, WISH, NOW)
    assert step.copy is None
    assert (step.job.state, step.job.doubtful, step.job.next_at) == (CopyState.DOUBTFUL, COPY, NOW + AGAIN)
    sites.asked.clear()
    again = await next_step(archive, step.job, WISH, NOW + AGAIN)
    assert again.job.state is CopyState.DOUBTFUL
    assert sites.asked[RAW] == 0, "it is not read twice"


async def test_without_keys_nothing_is_asked_to_be_copied(sites: Web, archive: Wayback) -> None:
    step = await next_step(archive, JOB, WISH, NOW)
    assert (step.job.state, step.job.next_at) == (CopyState.NONE, NOW + AGAIN)
    assert sites.asked["web.archive.org/save"] == 0


async def test_a_copy_is_asked_for_polled_and_read_back(sites: Web, with_keys: Wayback) -> None:
    sites.page("web.archive.org/save", json.dumps({"url": PAGE, "job_id": "spn2-1234567890"}))
    asked = (await next_step(with_keys, JOB, WISH, NOW)).job
    assert (asked.state, asked.job, asked.next_at) == (CopyState.ASKED, "spn2-1234567890", NOW + POLL)
    assert sites.heads["web.archive.org/save"]["Authorization"] == f"LOW {KEYS}"
    status = "web.archive.org/save/status/spn2-1234567890"
    sites.page(status, json.dumps({"status": "pending"}))
    pending = (await next_step(with_keys, asked, WISH, NOW + POLL)).job
    assert (pending.state, pending.next_at) == (CopyState.ASKED, NOW + 2 * POLL)
    sites.page(status, json.dumps({"status": "success", "timestamp": "20261128121500", "original_url": PAGE}))
    sites.page(f"web.archive.org/web/20261128121500id_/{PAGE}", SHOWN)
    step = await next_step(with_keys, pending, WISH, NOW + 2 * POLL)
    assert step.copy is not None
    assert step.copy.taken == date(2026, 11, 28)
    assert step.job.state is CopyState.KEPT


async def test_what_the_archive_calls_failed_is_looked_for_before_it_is_asked_for_again(
    sites: Web, with_keys: Wayback
) -> None:
    asked = replace(JOB, state=CopyState.ASKED, job="spn2-1234567890")
    sites.page(
        "web.archive.org/save/status/spn2-1234567890", json.dumps({"status": "error", "status_ext": "error:523"})
    )
    failed = (await next_step(with_keys, asked, WISH, NOW)).job
    assert failed.state is CopyState.WANTED
    available(sites, "20261128121500")
    sites.page(f"web.archive.org/web/20261128121500id_/{PAGE}", SHOWN)
    step = await next_step(with_keys, failed, WISH, NOW + timedelta(days=1))
    assert step.copy is not None
    assert sites.asked["web.archive.org/save"] == 0


async def test_a_copy_that_never_comes_is_looked_for_anew(sites: Web, with_keys: Wayback) -> None:
    sites.page("web.archive.org/save/status/spn2-1234567890", json.dumps({"status": "pending"}))
    asked = replace(JOB, state=CopyState.ASKED, job="spn2-1234567890", tries=MOST_POLLS - 1)
    last = (await next_step(with_keys, asked, WISH, NOW)).job
    assert last.state is CopyState.ASKED
    assert (await next_step(with_keys, last, WISH, NOW)).job.state is CopyState.WANTED


@pytest.mark.parametrize(
    ("body", "status"),
    [("busy", 429), ("", 503), ("<html>", 200), ("[" * 100_000, 200), ('{"archived_snapshots": {"closest": 7}}', 500)],
)
async def test_a_failure_of_the_archive_is_no_failure_of_a_copy(
    sites: Web, archive: Wayback, body: str, status: int
) -> None:
    sites.page("archive.org/wayback/available", body, status=status)
    step = await next_step(archive, JOB, WISH, NOW)
    assert step.copy is None
    assert (step.job.state, step.job.tries, step.job.next_at) == (CopyState.WANTED, 1, NOW + RETRY)
    later = await next_step(archive, step.job, WISH, NOW + RETRY)
    assert later.job.next_at == NOW + 3 * RETRY


@pytest.mark.parametrize("stamp", ["2022", "20221399000000", "99999999999999", "../../etc/passwd", "None"])
async def test_a_copy_without_a_day_is_none(sites: Web, archive: Wayback, stamp: str) -> None:
    available(sites, stamp)
    assert (await next_step(archive, JOB, WISH, NOW)).job.state is CopyState.WANTED


async def test_one_far_from_the_day_is_kept_and_a_nearer_one_asked_for(sites: Web, with_keys: Wayback) -> None:
    """Where today is nearer to the day than the copy that there is."""
    available(sites, STAMP)
    sites.page(RAW, SHOWN)
    sites.page("web.archive.org/save", json.dumps({"job_id": "spn2-1234567890"}))
    step = await next_step(with_keys, JOB, replace(WISH, wanted=NOW.date()), NOW)
    assert step.copy is not None
    assert step.job.state is CopyState.ASKED
    old = await next_step(with_keys, JOB, replace(WISH, wanted=date(2022, 9, 1)), NOW)
    assert old.job.state is CopyState.KEPT, "a copy of today is no nearer"


async def test_that_no_nearer_one_can_be_asked_for_loses_nothing(sites: Web, with_keys: Wayback) -> None:
    available(sites, STAMP)
    sites.page(RAW, SHOWN)

    async def busy(request: web.Request) -> web.StreamResponse:
        return web.Response(status=500)

    sites.pages["web.archive.org/save"] = busy
    step = await next_step(with_keys, JOB, replace(WISH, wanted=NOW.date()), NOW)
    assert step.copy is not None
    assert step.job.state is CopyState.KEPT
