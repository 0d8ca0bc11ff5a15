"""Looks at the links of the record's sources, and keeps how they stand."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from datetime import date

from cogs.fetching import Fetcher, FetchError
from cogs.watching.looking import OF_THE_NETWORK, look_at_answer, look_at_failure
from db.record.link_states import Link, LinkCheck, Seen, state_after
from db.store import links
from db.store.database import Database

log = logging.getLogger(__name__)

LANES = 8
# Where of so many looks half find no network, the fault is thought to be ours, and none of those counts.
_ENOUGH_LOOKS = 10


async def look_at(fetcher: Fetcher, link: Link) -> LinkCheck:
    """One look at a link."""
    try:
        page = await fetcher.fetch(link.address)
    except FetchError as error:
        return look_at_failure(error.failure)
    return look_at_answer(link.address, page.address, page.status, page.text, challenged=page.challenged)


async def look_at_all(fetcher: Fetcher, found: Sequence[Link], today: date) -> list[Link]:
    """How links stand after a look at each; where our own network failed, as before."""
    looks: dict[str, LinkCheck] = {}
    ahead = deque(found)

    async def lane() -> None:
        while ahead:
            link = ahead.popleft()
            looks[link.source] = await look_at(fetcher, link)

    await asyncio.gather(*(lane() for _ in range(LANES)))
    lost = [look for look in looks.values() if look.seen is Seen.FAILURE and look.why in OF_THE_NETWORK]
    if len(looks) >= _ENOUGH_LOOKS and len(lost) * 2 >= len(looks):
        log.warning("Half of the links have no network: their looks do not count", extra={"links": len(lost)})
        return [link for link in found if looks[link.source] not in lost]
    return [state_after(link, looks[link.source], today) for link in found]


async def keep(database: Database, found: Sequence[Link]) -> None:
    """Keep how links stand."""
    async with database.transaction() as conn:
        for link in found:
            await links.save(conn, link)
