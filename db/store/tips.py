"""Tips: handed in, joined where two are one, asked about, decided once, told of. Nothing here touches the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import aiosqlite

from db.record.act_kinds import ACT_KINDS
from db.store import deliveries, work_claims
from db.store.database import Database, Transaction, fetch, stamp, unstamp
from db.store.delivery_models import Target
from db.store.new_work import tell_of_new_work
from db.store.tip_models import (
    OPEN_STATES,
    TIP_OUTCOME,
    TIP_QUESTION,
    TIP_SUBJECTS,
    NewTip,
    Tip,
    TipBlock,
    TipPayload,
    TipState,
    TipSubject,
)

# The name of tips as work of editors: in claims and custom ids.
WORK = "tip"
MOST_OPEN = 10
MOST_A_DAY = 20
MOST_OF_A_SERVER = 100
KEPT = timedelta(days=400)
_DAY = timedelta(days=1)


class TooManyTipsError(Exception):
    """A limit is reached: ``most`` of one person that are ``open``, or of one person or server in a day."""

    def __init__(self, most: int, *, is_open: bool = False, is_server: bool = False) -> None:
        super().__init__(most)
        self.most, self.is_open, self.is_server = most, is_open, is_server


class BlockedError(Exception):
    """The person may hand in nothing for now; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def may_move(tip: Tip) -> bool:
    """Whether a standing could move by what a tip says, were it true."""
    act = TIP_SUBJECTS[tip.what].act
    return bool(tip.tie) and act is not None and ACT_KINDS[act].leads_to is not None


def from_sender(new: NewTip, sender: int, guild: int | None) -> NewTip:
    """A tip with who handed it in, and from which server."""
    return replace(new, sender=sender, guild=guild)


async def add(conn: Transaction, new: NewTip, now: datetime) -> Tip | None:
    """Keep a tip, joined to an open one of the same fact if there is one; the editors hear that work waits.

    A machine's is None where it waits already, or was ended before and its page says the same. A person's raises
    BlockedError, or TooManyTipsError over a limit.
    """
    if new.sender is not None:
        await require_room(conn, new.sender, new.guild, now)
    elif new.fingerprint is not None and await _is_known(conn, new):
        return None
    page = f"{new.page} {new.tie}" if new.page else None
    head = await _same_fact(conn, page, new.event)
    state = TipState.NEW if head is None else TipState.JOINED
    cursor = await conn.execute(
        "INSERT INTO tip (sender, guild, machine, what, tie, place, date, address, words, page, event, fingerprint,"
        " content, state, joined_to, created_at, title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.sender,
            new.guild,
            new.machine,
            new.what,
            new.tie,
            new.place,
            new.date,
            new.address,
            new.words,
            page,
            new.event,
            new.fingerprint,
            new.content,
            state,
            head,
            stamp(now),
            new.title,
        ),
    )
    assert cursor.lastrowid is not None
    if head is None:
        await tell_of_new_work(conn, now)
    return await get(conn, cursor.lastrowid)


async def get(source: Database | aiosqlite.Connection, tip_id: int) -> Tip | None:
    """A tip by its id, or None."""
    rows = await fetch(source, "SELECT * FROM tip_now WHERE id = ?", (tip_id,))
    return _tip(rows[0]) if rows else None


async def joined_to(source: Database | aiosqlite.Connection, tip_id: int) -> tuple[Tip, ...]:
    """What was joined to a tip, oldest first."""
    rows = await fetch(source, "SELECT * FROM tip_now WHERE joined_to = ? AND state = 'joined' ORDER BY id", (tip_id,))
    return tuple(map(_tip, rows))


async def of_sender(database: Database, sender: int, limit: int) -> tuple[Tip, ...]:
    """What a person handed in, newest first."""
    rows = await database.read("SELECT * FROM tip_now WHERE sender = ? ORDER BY id DESC LIMIT ?", (sender, limit))
    return tuple(map(_tip, rows))


async def number_waiting(database: Database) -> int:
    """How many wait for an editor."""
    rows = await database.read("SELECT count(*) AS number FROM tip_now WHERE waits")
    return int(rows[0]["number"])


async def waiting(database: Database, limit: int) -> tuple[Tip, ...]:
    """The first that wait for an editor, by worth."""
    rows = await database.read(
        "SELECT * FROM tip_now WHERE waits ORDER BY worth, substr(created_at, 1, 10), reported DESC, id LIMIT ?",
        (limit,),
    )
    return tuple(map(_tip, rows))


async def number_asked(database: Database) -> int:
    """How many wait for their sender's answer."""
    rows = await database.read("SELECT count(*) AS number FROM tip WHERE state = 'asked'")
    return int(rows[0]["number"])


async def asked(database: Database, limit: int) -> tuple[Tip, ...]:
    """Those that wait for their sender's answer, oldest first: perhaps for ever."""
    rows = await database.read("SELECT * FROM tip_now WHERE state = 'asked' ORDER BY id LIMIT ?", (limit,))
    return tuple(map(_tip, rows))


async def open_of_tie(database: Database, tie: str, besides: int) -> tuple[Tip, ...]:
    """Other open tips of a tie, oldest first: they may be about the same."""
    rows = await database.read(
        "SELECT * FROM tip_now WHERE tie = ? AND tie <> '' AND id <> ? AND is_open ORDER BY id LIMIT 5",
        (tie, besides),
    )
    return tuple(map(_tip, rows))


async def number_for_second_look(database: Database) -> int:
    """How many accepted tips wait for the look of a second editor."""
    rows = await database.read("SELECT count(*) AS number FROM tip_now WHERE for_second")
    return int(rows[0]["number"])


async def for_second_look(database: Database, limit: int) -> tuple[Tip, ...]:
    """Accepted tips that wait for the look of a second editor, oldest first."""
    rows = await database.read("SELECT * FROM tip_now WHERE for_second ORDER BY id LIMIT ?", (limit,))
    return tuple(map(_tip, rows))


async def look_again(conn: aiosqlite.Connection, tip_id: int, *, by: int, note: str) -> bool:
    """Note a second editor's look; False if somebody did already, or it is their own."""
    cursor = await conn.execute(
        "UPDATE tip SET second_by = ?1, second_note = ?2 WHERE (decided_by IS NULL OR decided_by <> ?1)"
        " AND id IN (SELECT id FROM tip_now WHERE id = ?3 AND for_second)",
        (by, note, tip_id),
    )
    return cursor.rowcount == 1


async def decide(
    conn: Transaction, tip_id: int, state: TipState, *, reason: str, by: int | None, now: datetime
) -> bool:
    """End a tip with a reason, and tell everybody who reported it; False if it was ended before."""
    cursor = await conn.execute(
        "UPDATE tip SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ? AND is_open",
        (state, reason, by, stamp(now), tip_id),
    )
    if cursor.rowcount != 1:
        return False
    await work_claims.release(conn, WORK, str(tip_id))
    told = (await _with_joined(conn, tip_id)) if state is not TipState.WITHDRAWN else ()
    rows = [
        TIP_OUTCOME.new(Target("user", tip.sender), tip.id, payload=TipPayload(tip.id)) for tip in told if tip.sender
    ]
    await deliveries.enqueue(conn, rows, now)
    return True


async def join(conn: Transaction, tip_id: int, into: int, *, by: int) -> bool:
    """Let a tip, and what was joined to it, go with another open one; False if either is not open."""
    head = await get(conn, into)
    if head is None or head.state not in OPEN_STATES or into == tip_id:
        return False
    cursor = await conn.execute(
        "UPDATE tip SET state = 'joined', joined_to = ?, decided_by = ? WHERE id = ? AND is_open",
        (into, by, tip_id),
    )
    if cursor.rowcount != 1:
        return False
    await conn.execute("UPDATE tip SET joined_to = ? WHERE joined_to = ? AND state = 'joined'", (into, tip_id))
    await work_claims.release(conn, WORK, str(tip_id))
    return True


async def ask_back(conn: Transaction, tip_id: int, question: str, *, by: int, now: datetime) -> bool:
    """Ask the sender something; False if the tip is ended, or nobody is there to ask."""
    cursor = await conn.execute(
        "UPDATE tip SET state = 'asked', question = ?, answer = '', asked_by = ? WHERE id = ? AND is_open"
        " AND sender IS NOT NULL",
        (question, by, tip_id),
    )
    if cursor.rowcount != 1:
        return False
    tip = await get(conn, tip_id)
    assert tip is not None
    assert tip.sender is not None
    await work_claims.release(conn, WORK, str(tip_id))
    to = Target("user", tip.sender)
    # Each question is a message of its own, by its moment.
    row = TIP_QUESTION.new(to, tip_id, stamp(now), payload=TipPayload(tip_id))
    await deliveries.enqueue(conn, [row], now)
    return True


async def answer(conn: Transaction, tip_id: int, text: str, *, sender: int, now: datetime) -> bool:
    """Put the sender's answer beside the question; the tip waits for an editor again. False if none is asked."""
    cursor = await conn.execute(
        "UPDATE tip SET state = 'new', answer = ? WHERE id = ? AND sender = ? AND state = 'asked'",
        (text, tip_id, sender),
    )
    if cursor.rowcount == 1:
        await tell_of_new_work(conn, now)
    return cursor.rowcount == 1


async def withdraw(conn: Transaction, tip_id: int, *, sender: int, now: datetime) -> bool:
    """Take one's own tip back; False if it is ended. Who reported the same as well takes its place."""
    tip = await get(conn, tip_id)
    if tip is None or tip.sender != sender:
        return False
    if tip.state is TipState.JOINED:
        head = await get(conn, tip.joined_to or 0)
        is_open = head is not None and head.state in OPEN_STATES
        if is_open:
            await conn.execute("UPDATE tip SET state = 'withdrawn', decided_at = ? WHERE id = ?", (stamp(now), tip_id))
        return is_open
    if not await decide(conn, tip_id, TipState.WITHDRAWN, reason="", by=None, now=now):
        return False
    await _put_in_place(conn, tip_id)
    return True


async def link_draft(conn: aiosqlite.Connection, tip_id: int, draft: int) -> None:
    """Note the draft that was begun from an open tip."""
    await conn.execute("UPDATE tip SET draft = ? WHERE id = ? AND is_open", (draft, tip_id))


async def of_draft(database: Database, draft: int) -> Tip | None:
    """The tip from which a draft was begun, if that is open or was accepted with it."""
    rows = await database.read(
        "SELECT * FROM tip_now WHERE draft = ? AND state IN ('new', 'asked', 'accepted')", (draft,)
    )
    return _tip(rows[0]) if rows else None


async def accept_recorded(conn: Transaction, reason: str, now: datetime) -> int:
    """End every open tip whose draft has become part of the record; how many."""
    rows = await fetch(
        conn,
        "SELECT tip.id, draft.decided_by FROM tip JOIN draft ON draft.id = tip.draft WHERE is_open"
        " AND draft.state = 'done'",
    )
    for row in rows:
        await decide(conn, row["id"], TipState.ACCEPTED, reason=reason, by=row["decided_by"], now=now)
    return len(rows)


async def any_recorded(database: Database) -> bool:
    """Whether an open tip's draft has become part of the record."""
    return bool(
        await database.read(
            "SELECT 1 FROM tip JOIN draft ON draft.id = tip.draft WHERE is_open AND draft.state = 'done' LIMIT 1"
        )
    )


async def is_claimed(database: Database, tip: Tip, now: datetime) -> bool:
    """Whether an editor has a tip open, or enters an act from it."""
    return tip.is_being_recorded or await work_claims.holder(database, WORK, str(tip.id), now) is not None


async def set_tie(conn: aiosqlite.Connection, tip_id: int, tie: str) -> bool:
    """Say which tie an open tip is about; False if it is ended."""
    cursor = await conn.execute("UPDATE tip SET tie = ? WHERE id = ? AND is_open", (tie, tip_id))
    return cursor.rowcount == 1


async def blocked(source: Database | aiosqlite.Connection, person: int) -> TipBlock | None:
    """Whether a person may hand in nothing, and why."""
    rows = await fetch(source, "SELECT * FROM tip_block WHERE person = ?", (person,))
    return _block(rows[0]) if rows else None


async def all_blocked(database: Database) -> tuple[TipBlock, ...]:
    """Everybody who may hand in nothing, the newest first."""
    rows = await database.read("SELECT * FROM tip_block ORDER BY blocked_at DESC")
    return tuple(map(_block, rows))


async def block(conn: aiosqlite.Connection, person: int, reason: str, *, by: int, now: datetime) -> None:
    """Let a person hand in nothing for now."""
    await conn.execute(
        "INSERT INTO tip_block (person, reason, blocked_by, blocked_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (person) DO UPDATE SET reason = excluded.reason, blocked_by = excluded.blocked_by",
        (person, reason, by, stamp(now)),
    )


async def unblock(conn: aiosqlite.Connection, person: int) -> bool:
    """Let a person hand in tips again; False if they may already."""
    cursor = await conn.execute("DELETE FROM tip_block WHERE person = ?", (person,))
    return cursor.rowcount == 1


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget what people handed in and what ended more than 400 days ago, with what was joined to it."""
    old = stamp(now - KEPT)
    # What a machine found is kept, or it would find it anew.
    await conn.execute(
        "DELETE FROM tip WHERE joined_to IN (SELECT id FROM tip WHERE decided_at < ? AND state <> 'joined')"
        " AND fingerprint IS NULL",
        (old,),
    )
    await conn.execute(
        "DELETE FROM tip WHERE decided_at < ? AND NOT is_open AND state <> 'joined' AND fingerprint IS NULL", (old,)
    )
    await conn.execute("UPDATE tip_file SET sender = NULL WHERE tip IS NOT NULL AND tip NOT IN (SELECT id FROM tip)")


async def require_room(conn: aiosqlite.Connection, sender: int, guild: int | None, now: datetime) -> None:
    """A person may hand in one more tip. Raises BlockedError, or TooManyTipsError over a limit."""
    found = await blocked(conn, sender)
    if found is not None:
        raise BlockedError(found.reason)
    since = stamp(now - _DAY)
    own = await fetch(
        conn,
        "SELECT sum(is_open OR state = 'joined' AND EXISTS (SELECT 1 FROM tip AS head WHERE head.id = tip.joined_to"
        " AND head.is_open)) AS open, sum(created_at > ?) AS today FROM tip WHERE sender = ?",
        (since, sender),
    )
    if (own[0]["open"] or 0) >= MOST_OPEN:
        raise TooManyTipsError(MOST_OPEN, is_open=True)
    if (own[0]["today"] or 0) >= MOST_A_DAY:
        raise TooManyTipsError(MOST_A_DAY)
    if guild is None:
        return
    all_of = await fetch(conn, "SELECT count(*) AS n FROM tip WHERE guild = ? AND created_at > ?", (guild, since))
    if all_of[0]["n"] >= MOST_OF_A_SERVER:
        raise TooManyTipsError(MOST_OF_A_SERVER, is_server=True)


async def _is_known(conn: aiosqlite.Connection, new: NewTip) -> bool:
    """Whether a machine found this before: it is open, or its page says the same as when it was ended."""
    rows = await fetch(
        conn,
        "SELECT 1 FROM tip WHERE fingerprint = ? AND (is_open OR content IS ?) LIMIT 1",
        (new.fingerprint, new.content),
    )
    return bool(rows)


async def _same_fact(conn: aiosqlite.Connection, page: str | None, event: str | None) -> int | None:
    """The open tip of the same event or page. A page may tell of several ties; without a tie, any of them is meant."""
    rows = await fetch(
        conn,
        "SELECT id FROM tip WHERE is_open AND (event = ? OR page IN (?, ?) OR (page >= ? AND page < ?))"
        " ORDER BY id LIMIT 1",
        (event, page, *_other_ties(page)),
    )
    return int(rows[0]["id"]) if rows else None


def _other_ties(page: str | None) -> tuple[str | None, str | None, str | None]:
    """How a page, kept with its tie, is kept without one; and between which two it is kept with any."""
    if page is None:
        return None, None, None
    address, _, tie = page.rpartition(" ")
    return (f"{address} ", None, None) if tie else (None, page, f"{address}!")


async def _with_joined(conn: aiosqlite.Connection, tip_id: int) -> Sequence[Tip]:
    found = await get(conn, tip_id)
    return (*((found,) if found else ()), *await joined_to(conn, tip_id))


async def _put_in_place(conn: aiosqlite.Connection, gone: int) -> None:
    """Let the oldest of those that were joined to a tip that is gone stand for them all, or for an open one that is
    about the same as it.
    """
    heirs = await joined_to(conn, gone)
    if not heirs:
        return
    rows = await fetch(conn, "SELECT page, event FROM tip WHERE id = ?", (heirs[0].id,))
    other = await _same_fact(conn, rows[0]["page"], rows[0]["event"])
    if other is None:
        await conn.execute("UPDATE tip SET state = 'new', joined_to = NULL WHERE id = ?", (heirs[0].id,))
    await conn.execute(
        "UPDATE tip SET joined_to = ? WHERE joined_to = ? AND state = 'joined'", (other or heirs[0].id, gone)
    )


def _block(row: sqlite3.Row) -> TipBlock:
    return TipBlock(**{**dict(row), "blocked_at": unstamp(row["blocked_at"])})


def _tip(row: sqlite3.Row) -> Tip:
    values = {name: row[name] for name in Tip.__dataclass_fields__}
    return Tip(
        **values
        | {
            "what": TipSubject(row["what"]),
            "state": TipState(row["state"]),
            "created_at": unstamp(row["created_at"]),
            "is_being_recorded": bool(row["is_being_recorded"]),
        }
    )
