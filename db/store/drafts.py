"""What editors are at: the home server's setup, and drafts of acts until they are recorded or given up."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, fetch, stamp, unstamp
from db.store.draft_models import ActDraft, DraftSource, DraftState, DraftTask
from db.store.editing_models import HomeServer

KEPT_UNTOUCHED = timedelta(days=30)
BETWEEN_PINGS = timedelta(hours=1)


_TYPED = (
    "tie",
    "kind",
    "date",
    "actor",
    "authority",
    "summary",
    "vote",
    "condition",
    "hearing",
    "target",
    "why",
    "disputes",
    "follows",
    "said",
    "date_basis",
    "date_note",
    "confidence",
    "hearing_zone",
    "hearing_place",
    "hearing_speak",
    "hearing_agenda",
)
_CHANGE = """
UPDATE draft SET updated_at = :at,
    tie = coalesce(:tie, tie), kind = coalesce(:kind, kind), date = coalesce(:date, date),
    actor = coalesce(:actor, actor), authority = coalesce(:authority, authority),
    summary = coalesce(:summary, summary), vote = coalesce(:vote, vote),
    condition = coalesce(:condition, condition), hearing = coalesce(:hearing, hearing),
    target = coalesce(:target, target), why = coalesce(:why, why),
    disputes = coalesce(:disputes, disputes), follows = coalesce(:follows, follows),
    said = coalesce(:said, said), date_basis = coalesce(:date_basis, date_basis),
    date_note = coalesce(:date_note, date_note), confidence = coalesce(:confidence, confidence),
    hearing_zone = coalesce(:hearing_zone, hearing_zone), hearing_place = coalesce(:hearing_place, hearing_place),
    hearing_speak = coalesce(:hearing_speak, hearing_speak), hearing_agenda = coalesce(:hearing_agenda, hearing_agenda)
WHERE id = :id AND state = 'open'"""
_SOURCES = "SELECT * FROM draft_source WHERE draft = ? ORDER BY number"


async def read_home(source: Database | aiosqlite.Connection) -> HomeServer | None:
    """The home server's setup, or None before `/setup`."""
    rows = await fetch(source, "SELECT * FROM home ORDER BY set_at DESC LIMIT 1")
    return next(
        (HomeServer(row["guild"], row["editor_role"], row["review_channel"], bool(row["ping"])) for row in rows), None
    )


async def set_home(conn: aiosqlite.Connection, home: HomeServer, *, by: int, at: datetime) -> None:
    """Store the setup, in place of an earlier one. When editors were last pinged is still known."""
    rows = await fetch(conn, "SELECT max(pinged_at) AS last FROM home")
    await conn.execute("DELETE FROM home")
    await conn.execute(
        "INSERT INTO home (guild, editor_role, review_channel, ping, pinged_at, set_by, set_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (home.guild, home.editor_role, home.review_channel, home.ping, rows[0]["last"], by, stamp(at)),
    )


async def claim_ping(conn: aiosqlite.Connection, delivery: int, at: datetime) -> None:
    """Let a message ping the editors' role, if the setup wants that and none did within an hour."""
    await conn.execute(
        "UPDATE home SET pinged_at = :at, pinged_delivery = :delivery WHERE ping"
        " AND (pinged_at IS NULL OR pinged_at <= :hour_ago OR pinged_at > :at)",
        {"at": stamp(at), "hour_ago": stamp(at - BETWEEN_PINGS), "delivery": delivery},
    )


async def has_ping(database: Database, delivery: int) -> bool:
    """Whether a message is the one that may ping the editors' role."""
    return bool(await database.read("SELECT 1 FROM home WHERE ping AND pinged_delivery = ?", (delivery,)))


async def open_draft(conn: aiosqlite.Connection, *, editor: int, task: DraftTask, at: datetime, **typed: str) -> int:
    """Begin a draft with the fields typed so far and return its id. Raises ValueError for an unknown field.

    Drafts that were cancelled, or that nobody went on with for 30 days, are forgotten.
    """
    await conn.execute(
        "DELETE FROM draft WHERE state IN ('open', 'cancelled') AND updated_at < ?", (stamp(at - KEPT_UNTOUCHED),)
    )
    cursor = await conn.execute(
        "INSERT INTO draft (editor, task, created_at, updated_at) VALUES (?, ?, ?, ?)",
        (editor, task, stamp(at), stamp(at)),
    )
    assert cursor.lastrowid is not None
    await change_draft(conn, cursor.lastrowid, at=at, **typed)
    return cursor.lastrowid


async def change_draft(conn: aiosqlite.Connection, draft_id: int, *, at: datetime, **typed: str) -> bool:
    """Put what was typed into an open draft; False if it is no longer open. Raises ValueError for an unknown field."""
    if unknown := typed.keys() - set(_TYPED):
        raise ValueError(f"no field of a draft: {', '.join(sorted(unknown))}")
    cursor = await conn.execute(_CHANGE, {**dict.fromkeys(_TYPED), **typed, "id": draft_id, "at": stamp(at)})
    return cursor.rowcount == 1


async def save_sources(conn: aiosqlite.Connection, draft_id: int, sources: Iterable[DraftSource]) -> None:
    """Store these as the draft's only sources, in their order."""
    await conn.execute("DELETE FROM draft_source WHERE draft = ?", (draft_id,))
    await conn.executemany(
        "INSERT INTO draft_source (draft, number, address, title, publisher, published, grade, described, page_kind,"
        " country, state_media, citable, mirror_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(draft_id, number, *astuple(source)) for number, source in enumerate(sources, start=1)],
    )


async def change_sources(
    conn: aiosqlite.Connection,
    draft_id: int,
    change: Callable[[tuple[DraftSource, ...]], tuple[DraftSource, ...]],
) -> bool:
    """Change the sources of an open draft as they are now; False, with nothing changed, if it is no longer open."""
    rows = list(await conn.execute_fetchall("SELECT state FROM draft WHERE id = ?", (draft_id,)))
    if not rows or rows[0]["state"] != DraftState.OPEN:
        return False
    held = await conn.execute_fetchall(_SOURCES, (draft_id,))
    await save_sources(conn, draft_id, change(tuple(map(_source, held))))
    return True


async def move_draft(
    conn: aiosqlite.Connection,
    draft_id: int,
    *,
    since: DraftState,
    to: DraftState,
    by: int | None,
    at: datetime,
) -> bool:
    """Take a draft from one state to another; False if somebody was faster and it is no longer in the first."""
    cursor = await conn.execute(
        "UPDATE draft SET state = ?, decided_by = ?, updated_at = ? WHERE id = ? AND state = ?",
        (to, by, stamp(at), draft_id, since),
    )
    return cursor.rowcount == 1


async def send_back(conn: aiosqlite.Connection, draft_id: int, *, why: str, by: int, at: datetime) -> bool:
    """Give a draft that waits for a second editor back to its own; False if it waits no more."""
    if not await move_draft(conn, draft_id, since=DraftState.WAITING, to=DraftState.OPEN, by=by, at=at):
        return False
    await conn.execute("UPDATE draft SET returned = ? WHERE id = ?", (why, draft_id))
    return True


async def mark_recorded(conn: aiosqlite.Connection, draft_id: int, *, act: str, announcement: str | None) -> None:
    """Note the act that a draft became, and its announcement."""
    await conn.execute(
        "UPDATE draft SET act = ?, announcement = ? WHERE id = ?",
        (act, announcement, draft_id),
    )


async def read_draft(database: Database, draft_id: int) -> ActDraft | None:
    """A draft with its sources, or None."""
    rows = await database.read("SELECT * FROM draft WHERE id = ?", (draft_id,))
    if not rows:
        return None
    sources = await database.read(_SOURCES, (draft_id,))
    return _draft(rows[0], tuple(map(_source, sources)))


async def waiting_drafts(database: Database) -> tuple[int, ...]:
    """The ids of the drafts that wait for a second editor, oldest first."""
    return tuple(row["id"] for row in await database.read("SELECT id FROM draft WHERE state = 'waiting' ORDER BY id"))


async def waiting_since(database: Database) -> dict[int, datetime]:
    """Since when each draft has waited for a second editor, by its id, oldest first."""
    rows = await database.read("SELECT id, updated_at FROM draft WHERE state = 'waiting' ORDER BY id")
    return {row["id"]: unstamp(row["updated_at"]) for row in rows}


async def open_drafts_of(database: Database, editor: int) -> tuple[int, ...]:
    """The ids of an editor's open drafts that have a tie, newest first."""
    rows = await database.read(
        "SELECT id FROM draft WHERE state = 'open' AND editor = ? AND tie <> '' ORDER BY id DESC",
        (editor,),
    )
    return tuple(row["id"] for row in rows)


def _source(row: sqlite3.Row) -> DraftSource:
    values = {field.name: row[field.name] for field in fields(DraftSource)}
    flags = {name: bool(values[name]) for name in ("described", "state_media", "citable")}
    return DraftSource(**values | flags)


def _draft(row: sqlite3.Row, sources: tuple[DraftSource, ...]) -> ActDraft:
    values = {name: row[name] for name in row.keys() if name not in {"created_at", "updated_at"}}  # noqa: SIM118
    return ActDraft(**values | {"task": DraftTask(row["task"]), "state": DraftState(row["state"]), "sources": sources})
