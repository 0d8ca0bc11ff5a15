"""What editors add to the record besides acts: places, ties, listings, notes, points; and how it is taken back."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta

import aiosqlite

from db.record.codec import Plain, from_row, to_row
from db.record.models import Listing, OtherPlace, Place, Source, TalkingPoint, Tie
from db.record.values import value
from db.store.database import fetch, stamp
from db.store.editing_models import AdditionKind, Undone
from db.store.records import add_source, answer_both_ways, insert, next_position, read_tie

ADDITIONS_KEPT = timedelta(days=30)
# Where a tie may be named by then, so that it cannot be taken back, and how.
_USES = (
    ("act", "tie"),
    ("search", "tie"),
    ("watch", "tie"),
    ("letter_draft", "tie"),
    ("letter_sent", "tie"),
    ("announcement", "tie"),
    ("dataset_change", "tie"),
)
_CITING = (
    ("act_source", "source"),
    ("listing_source", "source"),
    ("tie", "since_source"),
    ("talking_point", "source"),
    ("ukraine_tie", "source"),
    ("petition", "source"),
)
# What the files call an addition, where that is not its kind; what they do not tell of can be taken back at any time.
_SHIPPED_AS = {AdditionKind.POINT: "talking_point"}
_SAME_PLACE = "country = ? AND name = ? AND state = ? AND lat = ? AND lon = ?"


@value
class _Addition:
    """An addition as it is kept. ``source`` is the id of the source that came with it."""

    kind: AdditionKind
    subject: str
    before: Plain | None
    after: Plain
    source: str | None


async def add_place(
    conn: aiosqlite.Connection, place: Place, known: OtherPlace | None, *, by: int, at: datetime
) -> int:
    """Add a place, which takes the place of the known one that it is; the addition's number.

    Raises sqlite3.IntegrityError if its id is taken.
    """
    await insert(conn, "place", to_row(place) | {"position": await next_position(conn, "place"), "written_by": by})
    before = None
    if known is not None:
        rows = await fetch(conn, f"SELECT * FROM other_place WHERE {_SAME_PLACE}", _same_place(known))  # noqa: S608
        before = {"rows": [dict(row) for row in rows]}
        await conn.execute(f"DELETE FROM other_place WHERE {_SAME_PLACE}", _same_place(known))  # noqa: S608
    (after,) = await fetch(conn, "SELECT * FROM place WHERE id = ?", (place.id,))
    return await _note(conn, _Addition(AdditionKind.PLACE, place.id, before, dict(after), None), at)


async def add_tie(conn: aiosqlite.Connection, tie: Tie, source: Source | None, *, by: int, at: datetime) -> int:
    """Add a tie with its one listing, and the source that is new with it; the addition's number.

    Raises sqlite3.IntegrityError if there is such a tie, or if a place or source is unknown.
    """
    if source is not None:
        await add_source(conn, source, by=by)
    await insert(conn, "tie", to_row(tie) | {"position": await next_position(conn, "tie"), "written_by": by})
    (listing,) = tie.listings
    await insert(conn, "listing", to_row(listing) | {"tie": tie.id, "position": 0, "written_by": by})
    after = to_row(tie) | {"listing": to_row(listing)}
    made = _Addition(AdditionKind.TIE, tie.id, None, after, source.id if source else None)
    return await _note(conn, made, at)


async def add_listing(
    conn: aiosqlite.Connection, tie_id: str, listing: Listing, source: Source | None, *, by: int, at: datetime
) -> int:
    """Add a listing to a tie, and the source that is new with it; the addition's number.

    Raises sqlite3.IntegrityError if its id is taken, or if the tie or a source is unknown.
    """
    if source is not None:
        await add_source(conn, source, by=by)
    row = to_row(listing) | {"tie": tie_id, "position": await next_position(conn, "listing"), "written_by": by}
    await insert(conn, "listing", row)
    after = to_row(listing) | {"tie": tie_id}
    made = _Addition(AdditionKind.LISTING, listing.id, None, after, source.id if source else None)
    return await _note(conn, made, at)


async def set_notes(
    conn: aiosqlite.Connection, tie_id: str, note: str | None, editor_note: str | None, *, by: int, at: datetime
) -> int:
    """Put a tie's notes, for readers and for editors, in the place of those it has; the addition's number.

    Raises KeyError for an unknown tie.
    """
    before = await read_tie(conn, tie_id)
    await _write_notes(conn, tie_id, note, editor_note, by)
    known = {"note": before.note, "editor_note": before.editor_note}
    after = {"note": note, "editor_note": editor_note}
    return await _note(conn, _Addition(AdditionKind.NOTES, tie_id, known, after, None), at)


async def add_point(
    conn: aiosqlite.Connection, point: TalkingPoint, source: Source | None, *, by: int, at: datetime
) -> int:
    """Add a talking point, and the source that is new with it; what it answers names it in turn. The addition's number.

    Raises sqlite3.IntegrityError if its id is taken, or if its place or source is unknown.
    """
    if source is not None:
        await add_source(conn, source, by=by)
    row = to_row(point) | {"position": await next_position(conn, "talking_point"), "written_by": by}
    await insert(conn, "talking_point", row)
    await answer_both_ways(conn, point.id, point.answers)
    made = _Addition(AdditionKind.POINT, point.id, None, to_row(point), source.id if source else None)
    return await _note(conn, made, at)


async def retire_point(conn: aiosqlite.Connection, point_id: str, why: str, *, by: int, at: datetime) -> int | None:
    """Let a talking point be told no more; the addition's number, or None if it is retired or unknown."""
    done = await conn.execute(
        "UPDATE talking_point SET retired = ?, written_by = ? WHERE id = ? AND retired IS NULL", (why, by, point_id)
    )
    if done.rowcount == 0:
        return None
    return await _note(conn, _Addition(AdditionKind.RETIRED, point_id, None, {"retired": why}, None), at)


async def undo(conn: aiosqlite.Connection, number: int, *, by: int) -> Undone | None:
    """Take an addition back; what that was. None if it was changed since, is used by now, or is no longer kept."""
    rows = await fetch(conn, "SELECT * FROM addition WHERE id = ?", (number,))
    if not rows:
        return None
    found = _addition(rows[0])
    table = _SHIPPED_AS.get(found.kind, found.kind)
    ships = await fetch(conn, "SELECT 1 FROM shipped WHERE kind = ? AND id = ?", (table, found.subject))
    if ships or not await _TAKEN_BACK[found.kind](conn, found, by):
        return None
    await conn.execute("DELETE FROM addition WHERE id = ?", (number,))
    gone = found.source if found.source and await _drop_source(conn, found.source) else None
    return Undone(found.kind, found.subject, found.after.get("tie") or found.subject, gone)


async def _take_place_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    rows = await fetch(conn, "SELECT * FROM place WHERE id = ?", (found.subject,))
    paired = await fetch(conn, "SELECT 1 FROM tie WHERE us = ?1 OR ru = ?1", (found.subject,))
    if paired or [dict(row) for row in rows] != [found.after]:
        return False
    await conn.execute("DELETE FROM place WHERE id = ?", (found.subject,))
    for other in (found.before or {"rows": []})["rows"]:
        taken = await fetch(conn, "SELECT 1 FROM other_place WHERE position = ?", (other["position"],))
        position = await next_position(conn, "other_place") if taken else other["position"]
        await insert(conn, "other_place", other | {"position": position})
    return True


async def _take_tie_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    if not await fetch(conn, "SELECT 1 FROM tie WHERE id = ?", (found.subject,)):
        return False
    tie = await read_tie(conn, found.subject)
    as_added = [to_row(tie) | {"listing": to_row(listing)} for listing in tie.listings] == [found.after]
    uses = [
        await fetch(conn, f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (tie.id,))  # noqa: S608 - our own list
        for table, column in _USES
    ]
    drafts = await fetch(conn, "SELECT 1 FROM draft WHERE tie = ? AND state IN ('open', 'waiting')", (tie.id,))
    if not as_added or any(uses) or drafts:
        return False
    await _delete_listing(conn, tie.listings[0].id)
    await conn.execute("DELETE FROM tie WHERE id = ?", (tie.id,))
    return True


async def _take_listing_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    tie = await read_tie(conn, found.after["tie"])
    known = next((listing for listing in tie.listings if listing.id == found.subject), None)
    alone = not tie.acts and len(tie.listings) == 1
    if known is None or alone or to_row(known) | {"tie": tie.id} != found.after:
        return False
    await _delete_listing(conn, found.subject)
    return True


async def _take_notes_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    tie = await read_tie(conn, found.subject)
    if found.before is None or {"note": tie.note, "editor_note": tie.editor_note} != found.after:
        return False
    await _write_notes(conn, tie.id, found.before["note"], found.before["editor_note"], by)
    return True


async def _take_point_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    rows = await fetch(conn, "SELECT * FROM talking_point WHERE id = ?", (found.subject,))
    quoted = await fetch(
        conn, "SELECT 1 FROM letter_draft, json_each(letter_draft.points) WHERE json_each.value = ?", (found.subject,)
    )
    if not rows or quoted or to_row(from_row(TalkingPoint, rows[0])) != found.after:
        return False
    for other in json.loads(rows[0]["answers"]):
        (held,) = await fetch(conn, "SELECT answers FROM talking_point WHERE id = ?", (other,))
        kept = [name for name in json.loads(held["answers"]) if name != found.subject]
        await conn.execute("UPDATE talking_point SET answers = ? WHERE id = ?", (json.dumps(kept), other))
    await conn.execute("DELETE FROM talking_point WHERE id = ?", (found.subject,))
    return True


async def _take_retiring_back(conn: aiosqlite.Connection, found: _Addition, by: int) -> bool:
    done = await conn.execute(
        "UPDATE talking_point SET retired = NULL, written_by = ? WHERE id = ? AND retired = ?",
        (by, found.subject, found.after["retired"]),
    )
    return done.rowcount == 1


_TAKEN_BACK = {
    AdditionKind.PLACE: _take_place_back,
    AdditionKind.TIE: _take_tie_back,
    AdditionKind.LISTING: _take_listing_back,
    AdditionKind.NOTES: _take_notes_back,
    AdditionKind.POINT: _take_point_back,
    AdditionKind.RETIRED: _take_retiring_back,
}


async def _delete_listing(conn: aiosqlite.Connection, listing_id: str) -> None:
    await conn.execute("DELETE FROM listing_source WHERE listing = ?", (listing_id,))
    await conn.execute("DELETE FROM listing WHERE id = ?", (listing_id,))


async def _drop_source(conn: aiosqlite.Connection, source_id: str) -> bool:
    """Delete a source that came with what was taken back, unless something else cites it by now."""
    for table, column in _CITING:
        if await fetch(conn, f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (source_id,)):  # noqa: S608 - our list
            return False
    done = await conn.execute("DELETE FROM source WHERE id = ?", (source_id,))
    return done.rowcount == 1


async def _write_notes(
    conn: aiosqlite.Connection, tie_id: str, note: str | None, editor_note: str | None, by: int
) -> None:
    await conn.execute(
        "UPDATE tie SET note = ?, editor_note = ?, written_by = ? WHERE id = ?", (note, editor_note, by, tie_id)
    )


def _same_place(known: OtherPlace) -> tuple[object, ...]:
    return (known.country, known.name, known.state, known.lat, known.lon)


async def _note(conn: aiosqlite.Connection, made: _Addition, at: datetime) -> int:
    """Keep an addition so that it can be taken back. Those of more than 30 days ago are forgotten."""
    await conn.execute("DELETE FROM addition WHERE added_at < ?", (stamp(at - ADDITIONS_KEPT),))
    before = json.dumps(made.before) if made.before is not None else None
    cursor = await conn.execute(
        "INSERT INTO addition (kind, subject, before, after, source, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (made.kind, made.subject, before, json.dumps(made.after), made.source, stamp(at)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _addition(row: sqlite3.Row) -> _Addition:
    before = json.loads(row["before"]) if row["before"] else None
    return _Addition(AdditionKind(row["kind"]), row["subject"], before, json.loads(row["after"]), row["source"])
