"""Letter drafts: what a volunteer typed, kept for its writer alone until it expires or is deleted.

Every change is one update that names the writer, so nobody else's press can reach a draft.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

import aiosqlite

from db.record.standings import Standing
from db.store.database import Database, stamp, unstamp
from db.store.letter_models import LetterDraft, LetterFact, LetterVersion

MOST_DRAFTS = 25
MOST_VERSIONS = 25
# What a person types into a draft, and can have back.
TYPED = ("connection", "reason", "respect", "name", "neighborhood")
# A panel that was opened and left: nothing was typed, so it may go soon.
UNTOUCHED = timedelta(days=1)

_FIELDS = frozenset(
    {
        *("recipient", "ask", "template", "title", "connection", "reason", "respect"),
        *("name", "neighborhood", "fair", "tell", "begun", "sent", "form"),
    }
)


def new_id() -> str:
    """An id for a draft, short enough for a custom id and not to be guessed."""
    return secrets.token_hex(8)


async def add(conn: aiosqlite.Connection, draft: LetterDraft, now: datetime) -> None:
    """Store a new draft: whose it is, what it is about and what it is built on. What is typed comes by ``change``."""
    await conn.execute(
        "INSERT INTO letter_draft (id, writer, server, place, tie, recipient, ask, template, title,"
        " fair, standing, basis, fact, link, created_at, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(draft.id, draft.writer, draft.server, draft.place, draft.tie, draft.recipient, draft.ask, draft.template),
            *(draft.title, draft.fair, draft.fact.standing, draft.fact.basis, draft.fact.text, draft.fact.link),
            *(stamp(now), stamp(now)),
        ),
    )


async def get(database: Database, draft_id: str) -> LetterDraft | None:
    """A draft, whoever wrote it, or None. Whoever shows it must compare the writer."""
    found = await database.read("SELECT * FROM letter_draft WHERE id = ?", (draft_id,))
    return _draft(found[0]) if found else None


async def of_writer(database: Database, writer: int) -> list[LetterDraft]:
    """A person's drafts in which something was typed, the last changed first."""
    found = await database.read(
        "SELECT * FROM letter_draft WHERE writer = ? AND begun ORDER BY changed_at DESC, id", (writer,)
    )
    return [_draft(row) for row in found]


async def untouched(conn: aiosqlite.Connection, writer: int, place: str, tie: str | None) -> str | None:
    """The id of this person's panel for this tie in which nothing was typed yet, to be used again."""
    found = await conn.execute_fetchall(
        "SELECT id FROM letter_draft WHERE writer = ? AND place = ? AND tie IS ? AND NOT begun LIMIT 1",
        (writer, place, tie),
    )
    return next((row["id"] for row in found), None)


async def is_full(conn: aiosqlite.Connection, writer: int) -> bool:
    """Whether a person has as many drafts as are kept. Those in which nothing was typed do not count."""
    found = await conn.execute_fetchall("SELECT count(*) FROM letter_draft WHERE writer = ? AND begun", (writer,))
    return bool(next(iter(found))[0] >= MOST_DRAFTS)


async def change(
    conn: aiosqlite.Connection,
    draft_id: str,
    writer: int,
    values: Mapping[str, object],
    now: datetime,
    *,
    version: int | None = None,
) -> bool:
    """Change fields of a person's own draft, and say whether it was there (and, if given, still of that version).

    Raises ValueError for a field that may not be changed this way.
    """
    if unknown := set(values) - _FIELDS:
        raise ValueError(f"not to be changed: {sorted(unknown)}")
    return await _update(conn, draft_id, writer, values, now, version)


async def set_points(
    conn: aiosqlite.Connection, draft_id: str, writer: int, points: Sequence[str], now: datetime
) -> bool:
    """Choose the talking points of a person's own draft, and say whether it was there."""
    return await _update(conn, draft_id, writer, {"points": json.dumps(list(points))}, now, None)


async def keep_as_it_is(
    conn: aiosqlite.Connection, draft_id: str, writer: int, kept: Sequence[str], now: datetime
) -> bool:
    """Note the findings that a draft's writer chose to leave as they are, and say whether the draft was there."""
    return await _update(conn, draft_id, writer, {"kept": json.dumps(list(kept))}, now, None)


async def set_fact(
    conn: aiosqlite.Connection, draft_id: str, writer: int, fact: LetterFact, ask: str, now: datetime
) -> bool:
    """Build a person's own draft on a newer fact, with an ask that fits it, and say whether it was there."""
    values = {
        "standing": fact.standing,
        "basis": fact.basis,
        "fact": fact.text,
        "link": fact.link,
        "ask": ask,
        "template": "",
    }
    return await _update(conn, draft_id, writer, values, now, None)


async def delete(conn: aiosqlite.Connection, draft_id: str, writer: int) -> bool:
    """Delete a person's own draft with its hashes, and say whether it was there."""
    cursor = await conn.execute("DELETE FROM letter_draft WHERE id = ? AND writer = ?", (draft_id, writer))
    return cursor.rowcount > 0


async def delete_unused(conn: aiosqlite.Connection, draft_id: str, writer: int) -> None:
    """Delete a person's own draft if nothing was typed into it."""
    await conn.execute("DELETE FROM letter_draft WHERE id = ? AND writer = ? AND NOT begun", (draft_id, writer))


async def expire(conn: aiosqlite.Connection, now: datetime, days: int) -> int:
    """Delete the drafts that were not changed for so many days, and abandoned empty panels; say how many."""
    cursor = await conn.execute(
        "DELETE FROM letter_draft WHERE changed_at < ? OR (NOT begun AND changed_at < ?)",
        (stamp(now - timedelta(days=days)), stamp(now - UNTOUCHED)),
    )
    return cursor.rowcount


async def to_tell(database: Database, tie: str) -> list[LetterDraft]:
    """The drafts about a tie whose writers asked to be told when it changes."""
    found = await database.read("SELECT * FROM letter_draft WHERE tie = ? AND tell AND begun", (tie,))
    return [_draft(row) for row in found]


async def told_ties(database: Database) -> list[str]:
    """The ties under drafts whose writers asked to be told when they change."""
    found = await database.read("SELECT DISTINCT tie FROM letter_draft WHERE tell AND begun AND tie IS NOT NULL")
    return [row["tie"] for row in found]


async def add_version(conn: aiosqlite.Connection, draft: LetterDraft, now: datetime) -> None:
    """Keep what a draft's writer had typed, as it was before a change; of so many versions the oldest goes."""
    words = json.dumps({name: getattr(draft, name) for name in TYPED}, ensure_ascii=False)
    await conn.execute(
        "INSERT INTO letter_version (draft, number, writer, words, saved_at)"
        " SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM letter_version WHERE draft = ?",
        (draft.id, draft.writer, words, stamp(now), draft.id),
    )
    await conn.execute(
        "DELETE FROM letter_version WHERE draft = ? AND number <="
        " (SELECT max(number) FROM letter_version WHERE draft = ?) - ?",
        (draft.id, draft.id, MOST_VERSIONS),
    )


async def versions(database: Database, draft_id: str) -> list[LetterVersion]:
    """What was typed before each change of a draft, the newest first."""
    found = await database.read("SELECT * FROM letter_version WHERE draft = ? ORDER BY number DESC", (draft_id,))
    return [LetterVersion(row["number"], json.loads(row["words"]), unstamp(row["saved_at"])) for row in found]


async def set_shingles(conn: aiosqlite.Connection, draft: LetterDraft, hashes: Iterable[int]) -> None:
    """Replace the hashes of the words of a draft that was taken out. None are kept for one that is of no server."""
    await conn.execute("DELETE FROM letter_shingle WHERE draft = ?", (draft.id,))
    if draft.server is None:
        return
    await conn.executemany(
        "INSERT INTO letter_shingle (draft, server, hash) VALUES (?, ?, ?)",
        [(draft.id, draft.server, number) for number in sorted(set(hashes))],
    )


async def most_shared(database: Database, draft: LetterDraft, hashes: Iterable[int]) -> int:
    """How many of these hashes the most alike letter has that another writer of the same server took out."""
    found = await database.read(
        "SELECT count(*) AS shared FROM letter_shingle AS theirs"
        " JOIN letter_draft ON letter_draft.id = theirs.draft"
        " WHERE theirs.server = ? AND theirs.hash IN (SELECT value FROM json_each(?))"
        " AND theirs.draft <> ? AND letter_draft.writer <> ?"
        " GROUP BY theirs.draft ORDER BY shared DESC LIMIT 1",
        (draft.server, json.dumps(sorted(set(hashes))), draft.id, draft.writer),
    )
    return int(found[0]["shared"]) if found else 0


async def _update(
    conn: aiosqlite.Connection,
    draft_id: str,
    writer: int,
    values: Mapping[str, object],
    now: datetime,
    version: int | None,
) -> bool:
    names = ", ".join(f"{name} = ?" for name in values)
    cursor = await conn.execute(
        f"UPDATE letter_draft SET {names}, version = version + 1, changed_at = ?"  # noqa: S608 - names are our own
        " WHERE id = ? AND writer = ? AND version = coalesce(?, version)",
        (*values.values(), stamp(now), draft_id, writer, version),
    )
    return cursor.rowcount > 0


def _draft(row: sqlite3.Row) -> LetterDraft:
    return LetterDraft(
        **{name: row[name] for name in ("id", "writer", "server", "place", "tie", "ask", "recipient", "template")},
        **{name: row[name] for name in ("title", "connection", "reason", "respect", "name", "neighborhood", "version")},
        fair=bool(row["fair"]),
        kept=tuple(json.loads(row["kept"])),
        form=row["form"],
        points=tuple(json.loads(row["points"])),
        fact=LetterFact(Standing(row["standing"]) if row["standing"] else None, row["basis"], row["fact"], row["link"]),
        tell=bool(row["tell"]),
        begun=bool(row["begun"]),
        sent=unstamp(row["sent"]) if row["sent"] else None,
        created_at=unstamp(row["created_at"]),
        changed_at=unstamp(row["changed_at"]),
    )
