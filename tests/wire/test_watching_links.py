"""Links of sources, looked at over a web on this machine, and kept in a database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from cogs.fetching import Fetcher
from cogs.watching.by_hand import check_links
from cogs.watching.links import keep, look_at_all
from db.record.grades import Grade
from db.record.link_states import Link, LinkState
from db.record.models import Source
from db.store.database import Database
from db.store.links import links_of
from tests.web import Web, web_of_sites
from tests.world import NOW

TODAY = NOW.date()


def source(name: str, address: str) -> Source:
    """A source of the tests."""
    return Source(name, address, f"About {name}", "The Paper", None, Grade.C)


SOURCES = {
    found.id: found
    for found in (
        source("alive", "http://paper.example/ties"),
        source("moved", "http://paper.example/old"),
        source("front", "http://paper.example/deleted"),
        source("guard", "http://guarded.example/ties"),
        source("gone", "http://paper.example/gone"),
        source("lost", "http://lost.example/ties"),
    )
}


@pytest.fixture
async def sites() -> AsyncIterator[Web]:
    """A web with pages of all kinds."""
    async with web_of_sites() as running:
        running.page("paper.example/ties", "Our ties")
        running.page("paper.example/", "News")
        running.page("paper.example/old", status=301, headers={"Location": "/ties"})
        running.page("paper.example/deleted", status=302, headers={"Location": "/"})
        running.page("guarded.example/ties", "No", status=403)
        running.unknown.add("lost.example")
        yield running


@pytest.fixture
async def fetcher(sites: Web) -> AsyncIterator[Fetcher]:
    """A fetcher in that web."""
    async with Fetcher("me@tiewatch.example", lambda: NOW, resolver=sites, between=0, seconds=5) as made:
        yield made


async def test_three_looks_on_three_days_are_kept_and_added_up(fetcher: Fetcher, tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "links.sqlite3")
    try:
        for days in (0, 3, 6):
            known = await links_of(database, SOURCES.values())
            await keep(database, await look_at_all(fetcher, known, TODAY + timedelta(days=days)))
        found = {link.source: link for link in await links_of(database, SOURCES.values())}
    finally:
        await database.close()
    assert {name: link.state for name, link in found.items()} == {
        "alive": LinkState.ALIVE,
        "moved": LinkState.MOVED,
        "front": LinkState.MOVED_PERHAPS,
        "guard": LinkState.BLOCKED,
        "gone": LinkState.GONE,
        "lost": LinkState.GONE,
    }
    assert found["moved"].leads_to == "http://paper.example/ties"
    assert found["alive"].since == TODAY
    assert {name for name, link in found.items() if link.broken} == {"front", "gone", "lost"}


async def test_of_a_source_with_a_new_address_nothing_is_known(fetcher: Fetcher, tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "links.sqlite3")
    try:
        await keep(database, await look_at_all(fetcher, await links_of(database, SOURCES.values()), TODAY))
        (found,) = await links_of(database, [source("gone", "http://paper.example/new")])
    finally:
        await database.close()
    assert found == Link("gone", "http://paper.example/new")


async def test_where_half_find_no_network_the_fault_is_ours(sites: Web, fetcher: Fetcher) -> None:
    sites.unknown |= {f"paper{number}.example" for number in range(5)}
    links = [Link(str(number), f"http://paper{number}.example/") for number in range(10)]
    sites.page("paper9.example/", "here")
    seen = await look_at_all(fetcher, links, TODAY)
    assert [link.source for link in seen] == ["5", "6", "7", "8", "9"]
    assert len(await look_at_all(fetcher, links[1:], TODAY)) == 9, "of fewer than ten it is not known"


async def test_by_hand_without_a_database_tells_and_keeps_nothing(fetcher: Fetcher, tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite3"
    lines = await check_links(fetcher, path, SOURCES, NOW)
    assert lines[0] == (
        "Links of 6 sources: 1 alive, 1 moved, 1 moved?, 1 blocked, 2 gone?. Last looked at on 28 November 2026."
    )
    assert lines[1:] == (
        (
            "gone? since 28 November 2026, failure 1 of 3: gone: http://paper.example/gone "
            "(the site says that there is no such page (404))"
        ),
        "gone? since 28 November 2026, failure 1 of 3: lost: http://lost.example/ties (no server has that name)",
        "blocked since 28 November 2026: guard: http://guarded.example/ties (the site did not show the page (403))",
        (
            "moved? since 28 November 2026: front: http://paper.example/deleted -> http://paper.example/ "
            "(it leads to a front page)"
        ),
        (
            "moved since 28 November 2026: moved: http://paper.example/old -> http://paper.example/ties "
            "(another address answered)"
        ),
    )
    assert not path.exists()
