"""Finds an archived copy for each source: looked up first, asked for where that is worth it, read back and checked.

A failure of the archive is no failure of a copy: the archive is known to say *failed* of pages that it did copy, so
what there is, is asked for before each further try.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from cogs.watching.archive import Saving, ServiceError, Snapshot, Wayback
from cogs.watching.beside import beside
from cogs.watching.page_text import words_of_file
from cogs.watching.proof import Expected
from db.record.models import ArchivedCopy
from db.record.values import value
from db.store.copies import CopyJob, CopyState

NEAR = timedelta(days=30)
POLL = timedelta(minutes=20)
RETRY = timedelta(hours=1)
LONGEST_RETRY = timedelta(days=1)
AGAIN = timedelta(days=30)
# A copy that was asked for and is still not there after so many looks is looked for anew.
MOST_POLLS = 20
_SHOWS_NOTHING = "a copy was found that does not show what the page is cited for"


@value
class WantedCopy:
    """For which page a copy is wanted, near which day, and what it has to show."""

    wanted: date
    expected: Expected


@value
class Step:
    """What one step of the work led to: how far it is, and the copy that was found."""

    job: CopyJob
    copy: ArchivedCopy | None = None


async def next_step(archive: Wayback, job: CopyJob, wish: WantedCopy, now: datetime) -> Step:
    """Go on with the work on a copy. Whatever the archive does, the work comes to an end or to a later try."""
    try:
        if job.state is CopyState.ASKED:
            return await _poll(archive, job, wish, now)
        return await _look(archive, job, wish, now)
    except ServiceError as error:
        wait = min(RETRY * 2 ** min(job.tries, 5), LONGEST_RETRY)
        return Step(replace(job, tries=job.tries + 1, next_at=now + wait, why=str(error)))


async def _look(archive: Wayback, job: CopyJob, wish: WantedCopy, now: datetime) -> Step:
    found = await archive.nearest(job.address, wish.wanted)
    if found is None or found.url == job.doubtful:
        return await _ask(archive, job, now, CopyState.DOUBTFUL if job.doubtful else CopyState.NONE)
    step = await _read_back(archive, job, wish, found)
    if step.copy is None:
        return await _ask(archive, step.job, now, CopyState.DOUBTFUL)
    is_far = abs(found.taken - wish.wanted) > NEAR
    if is_far and archive.can_save and abs(now.date() - wish.wanted) < abs(found.taken - wish.wanted):
        with suppress(ServiceError):
            return Step((await _ask(archive, step.job, now, CopyState.KEPT)).job, step.copy)
    return step


async def _ask(archive: Wayback, job: CopyJob, now: datetime, otherwise: CopyState) -> Step:
    """Ask for a copy, if that can be; ``otherwise`` is how it is left."""
    if not archive.can_save:
        return Step(replace(job, state=otherwise, next_at=now + AGAIN, tries=0))
    name = await archive.save(job.address)
    return Step(replace(job, state=CopyState.ASKED, job=name, next_at=now + POLL, tries=0, why=""))


async def _poll(archive: Wayback, job: CopyJob, wish: WantedCopy, now: datetime) -> Step:
    state, found = await archive.saving(job.job, job.address)
    if state is Saving.PENDING and job.tries < MOST_POLLS:
        return Step(replace(job, tries=job.tries + 1, next_at=now + POLL))
    if found is None:
        # What there is, is asked for first: the page may have been copied all the same.
        failed = replace(job, state=CopyState.WANTED, job="", why="the archive did not copy the page")
        return Step(replace(failed, tries=0, next_at=now + LONGEST_RETRY))
    step = await _read_back(archive, job, wish, found)
    if step.copy is None:
        return Step(replace(step.job, state=CopyState.DOUBTFUL, next_at=now + AGAIN, tries=0))
    return step


async def _read_back(archive: Wayback, job: CopyJob, wish: WantedCopy, found: Snapshot) -> Step:
    """Read a copy, and keep it if it shows what its page is cited for."""
    page = await archive.read(found)
    words = await beside(words_of_file, page.body, page.text)
    if not wish.expected.shown_by(page.text, words):
        return Step(replace(job, doubtful=found.url, why=_SHOWS_NOTHING))
    kept = replace(job, state=CopyState.KEPT, job="", next_at=None, tries=0, why="")
    return Step(kept, ArchivedCopy(found.url, found.taken))
