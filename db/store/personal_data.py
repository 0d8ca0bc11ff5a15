"""All that is kept about a person, in one list: what ``/privacy`` shows, exports and forgets.

Every column that holds a person's id must be named here; a test compares the list with the database's schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiosqlite

from db.record.values import value
from db.store.database import Database


@value
class PersonalRows:
    """Rows about a person: the table and the column of their id, and ``what`` they are, in words for that person.

    Without a ``blank`` the rows are the person's own and are deleted. With one they belong to the record, or to a
    server, and stay without the person: the column becomes what ``blank`` says. ``where`` narrows the rows.
    """

    table: str
    column: str
    what: str
    blank: str = ""
    where: str = "1"


# Without its editor nobody could tell a second one from the first, so what waits for one is withdrawn.
_WITHDRAWN = "CASE WHEN state IN ('open', 'waiting') THEN 'cancelled' ELSE state END"

PEOPLE: tuple[PersonalRows, ...] = (
    PersonalRows("letter_draft", "writer", "letter drafts", where="begun AND sent IS NULL"),
    PersonalRows(
        "letter_draft",
        "writer",
        "texts of sent letters, kept for as long as drafts are",
        where="begun AND sent IS NOT NULL",
    ),
    PersonalRows("letter_draft", "writer", "letters you opened without writing anything", where="NOT begun"),
    PersonalRows("letter_version", "writer", "texts of letters before a change"),
    PersonalRows("letter_sent", "writer", "notes that a letter was sent, kept for a year without its text"),
    PersonalRows("watch", "user", "watches"),
    PersonalRows("delivery", "target", "messages sent to you or waiting", where="target_kind = 'user'"),
    PersonalRows(
        "history_gap",
        "target",
        "notes that our direct messages are still to be read after a restore",
        where="target_kind = 'user'",
    ),
    PersonalRows("letter_template", "added_by", "letter templates you added to a server", blank="0"),
    PersonalRows("subscription", "set_by", "channels you subscribed", blank="NULL"),
    PersonalRows("home", "set_by", "the home server you set up", blank="0"),
    PersonalRows("draft", "editor", "acts you began to enter as an editor", blank=f"0, state = {_WITHDRAWN}"),
    PersonalRows("draft", "decided_by", "decisions on acts you made as an editor", blank="NULL"),
    PersonalRows(
        "point_draft", "editor", "talking points you began to enter as an editor", blank=f"0, state = {_WITHDRAWN}"
    ),
    PersonalRows("point_draft", "decided_by", "decisions on talking points you made as an editor", blank="NULL"),
    PersonalRows(
        "dataset_change", "decided_by", "decisions on the dataset's changes you made as an editor", blank="NULL"
    ),
    PersonalRows(
        "tip",
        "sender",
        "tips you handed in",
        blank="NULL, words = '', question = '', answer = '', place = '',"
        " state = CASE state WHEN 'asked' THEN 'new' ELSE state END",
    ),
    PersonalRows("tip", "asked_by", "questions about tips you asked as an editor", blank="NULL"),
    PersonalRows("tip", "decided_by", "decisions on tips you made as an editor", blank="NULL"),
    PersonalRows("tip", "second_by", "second looks at tips you took as an editor", blank="0"),
    PersonalRows("tip_block", "person", "a block on handing in tips, which stays", blank="person"),
    PersonalRows("tip_block", "blocked_by", "blocks on handing in tips that you made as an editor", blank="NULL"),
    PersonalRows("tip_file", "sender", "files that go with your tips", blank="NULL, is_unwanted = 1"),
    PersonalRows("help_task", "person", "ties you were asked to look at"),
    PersonalRows("work_claim", "editor", "work that you have open"),
    PersonalRows("petition_reading", "noted_by", "readings of the petition you noted as an editor", blank="NULL"),
    PersonalRows("audit", "who", "entries in the log of editors' decisions", blank="0"),
    *(
        PersonalRows(
            table, "written_by", f"{table.replace('_', ' ')} entries of the record that you wrote", blank="NULL"
        )
        for table in ("source", "place", "tie", "act", "listing", "search", "talking_point", "ukraine_tie", "petition")
    ),
)


async def summary(database: Database, person: int) -> dict[str, int]:
    """How many rows of each kind are kept about a person; kinds without any are left out."""
    found: dict[str, int] = {}
    for kept in PEOPLE:
        rows = await database.read(f"SELECT count(*) AS number FROM {_from(kept)}", (person,))  # noqa: S608 - our own list
        if rows[0]["number"]:
            found[kept.what] = found.get(kept.what, 0) + int(rows[0]["number"])
    return found


async def export(database: Database, person: int) -> Mapping[str, list[dict[str, Any]]]:
    """Every row that is kept about a person, by kind, with all its columns."""
    found: dict[str, list[dict[str, Any]]] = {}
    for kept in PEOPLE:
        rows = await database.read(f"SELECT * FROM {_from(kept)}", (person,))  # noqa: S608 - our own list
        if rows:
            found.setdefault(kept.what, []).extend(dict(row) for row in rows)
    return found


async def forget(conn: aiosqlite.Connection, person: int) -> int:
    """Delete what is a person's own, take their id off what stays, and say how many rows that touched."""
    touched = 0
    for kept in PEOPLE:
        cursor = await conn.execute(f"{_change(kept)} WHERE {kept.column} = ? AND {kept.where}", (person,))
        touched += cursor.rowcount
    return touched


def _change(kept: PersonalRows) -> str:
    if kept.blank:
        return f"UPDATE {kept.table} SET {kept.column} = {kept.blank}"  # noqa: S608 - our own list
    return f"DELETE FROM {kept.table}"  # noqa: S608 - our own list


def _from(kept: PersonalRows) -> str:
    return f"{kept.table} WHERE {kept.column} = ? AND {kept.where}"
