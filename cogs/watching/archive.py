"""The Wayback Machine's public interfaces: what copies there are, and a new one if asked for.

Availability: https://archive.org/help/wayback_api.php; CDX: https://github.com/internetarchive/wayback (CDX server);
Save Page Now 2: its public API page, which says that it takes an account's keys.
"""

from __future__ import annotations

import json
import re
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode

from cogs.fetching import FetchedPage, Fetcher, FetchError
from db.record.values import value

_AVAILABLE = "https://archive.org/wayback/available"
_CDX = "https://web.archive.org/cdx/search/cdx"
_SAVE = "https://web.archive.org/save"
_STATUS = "https://web.archive.org/save/status"
_STAMP = re.compile(r"\d{14}")
_JOB = re.compile(r"[A-Za-z0-9-]{8,100}")


class ServiceError(Exception):
    """The archive itself failed or was not understood: that says nothing of a copy. The text says what happened."""


class Saving(StrEnum):
    """How far a copy is that was asked for."""

    PENDING = "pending"
    SUCCESS = "success"
    ERROR = "error"


@value
class Snapshot:
    """A copy in the archive, by the page's address and the archive's stamp, such as ``20220303120000``."""

    address: str
    stamp: str

    @property
    def taken(self) -> date:
        """The day it was taken."""
        return date(int(self.stamp[:4]), int(self.stamp[4:6]), int(self.stamp[6:8]))

    @property
    def url(self) -> str:
        """Where people read it."""
        return f"https://web.archive.org/web/{self.stamp}/{self.address}"

    @property
    def raw(self) -> str:
        """Where it is as it was, without the archive's own frame."""
        return f"https://web.archive.org/web/{self.stamp}id_/{self.address}"


class Wayback:
    """The archive. ``keys`` are an account's, ``access:secret``; without them nothing is asked to be copied."""

    def __init__(self, fetcher: Fetcher, keys: str | None) -> None:
        self._fetcher = fetcher
        self._keys = keys

    @property
    def can_save(self) -> bool:
        """Whether copies can be asked for."""
        return self._keys is not None

    async def nearest(self, address: str, wanted: date) -> Snapshot | None:
        """The copy of a page nearest a day; None where there is none. Raises ServiceError.

        The short interface says *none* now and then of what there is: then the index is asked.
        """
        stamp = wanted.strftime("%Y%m%d")
        query = urlencode({"url": address, "timestamp": stamp})
        answer = await self._json(f"{_AVAILABLE}?{query}")
        snapshots = answer.get("archived_snapshots") if isinstance(answer, dict) else None
        closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
        if isinstance(closest, dict) and closest.get("available") and str(closest.get("status")) == "200":
            return _snapshot(address, closest.get("timestamp"))
        return await self._indexed(address, stamp)

    async def _indexed(self, address: str, stamp: str) -> Snapshot | None:
        query = urlencode(
            {
                "url": address,
                "output": "json",
                "fl": "timestamp",
                "filter": "statuscode:200",
                "sort": "closest",
                "closest": stamp,
                "limit": "1",
            }
        )
        rows = await self._json(f"{_CDX}?{query}")
        if not isinstance(rows, list) or len(rows) < 2 or not isinstance(rows[1], list) or not rows[1]:
            return None
        return _snapshot(address, rows[1][0])

    async def save(self, address: str) -> str:
        """Ask for a copy; the archive's name for the work. Raises ServiceError."""
        form = {"url": address, "if_not_archived_within": "30d", "skip_first_archive": "1"}
        answer = await self._json(_SAVE, form)
        job = answer.get("job_id") if isinstance(answer, dict) else None
        if not isinstance(job, str) or not _JOB.fullmatch(job):
            raise ServiceError("the archive took no order")
        return job

    async def saving(self, job: str, address: str) -> tuple[Saving, Snapshot | None]:
        """How far a copy is that was asked for, and the copy once it is there. Raises ServiceError."""
        answer = await self._json(f"{_STATUS}/{quote(job, safe='-')}")
        told = answer.get("status") if isinstance(answer, dict) else None
        try:
            state = Saving(str(told))
        except ValueError:
            raise ServiceError("the archive did not say how far it is") from None
        stamp = answer.get("timestamp") if state is Saving.SUCCESS else None
        return state, _snapshot(address, stamp) if state is Saving.SUCCESS else None

    async def read(self, snapshot: Snapshot) -> FetchedPage:
        """The copy as it was. Raises ServiceError."""
        try:
            page = await self._fetcher.ask(snapshot.raw)
        except FetchError as error:
            raise ServiceError(str(error)) from None
        if not page.ok:
            raise ServiceError(f"the archive did not show its copy ({page.status})")
        return page

    async def _json(self, address: str, form: dict[str, str] | None = None) -> Any:
        is_secret = address.startswith(_SAVE)
        headers = {"Accept": "application/json", "Authorization": f"LOW {self._keys}"} if is_secret else None
        try:
            page = await self._fetcher.ask(address, headers=headers, form=form)
        except FetchError as error:
            raise ServiceError(str(error)) from None
        if not page.ok:
            raise ServiceError(f"the archive answered with {page.status}")
        try:
            return json.loads(page.body)
        except (ValueError, RecursionError):
            raise ServiceError("the archive's answer could not be read") from None


def _snapshot(address: str, stamp: object) -> Snapshot:
    text = str(stamp)
    found = Snapshot(address, text)
    try:
        if _STAMP.fullmatch(text) and found.taken:
            return found
    except ValueError:
        pass
    raise ServiceError("the archive named a copy without a day")
