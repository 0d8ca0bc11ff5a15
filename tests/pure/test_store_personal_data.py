"""The list of all that is kept about a person is whole: a new table with a person in it cannot be forgotten."""

from __future__ import annotations

from pathlib import Path

from db.store.database import Database
from db.store.personal_data import PEOPLE, export, forget, summary

# Ids that are no person's: servers, roles, channels, messages, and our own numbers.
NO_PERSON = {
    *("server", "guild", "editor_role", "review_channel", "channel", "role", "place", "message", "message_channel"),
    *("position", "number", "version", "seq", "id", "draft", "announcement", "subscription", "delivery"),
    "corrects_delivery",
}


async def integer_columns(database: Database) -> set[tuple[str, str]]:
    """Every column of every table that could hold a Discord id."""
    tables = await database.read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    found = set()
    for table in tables:
        columns = await database.read("SELECT name, type FROM pragma_table_info(?)", (table["name"],))
        found |= {(table["name"], column["name"]) for column in columns if column["type"] == "INTEGER"}
    return found


def may_be_a_person(column: str) -> bool:
    """Whether a column's name could be that of somebody's id."""
    words = ("writer", "user", "who", "by", "editor", "person", "target", "member", "owner", "sender", "author")
    return column not in NO_PERSON and any(word in column.split("_") for word in words)


async def test_every_column_that_names_a_person_is_in_the_list(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "x.sqlite3")
    try:
        columns = {(table, name) for table, name in await integer_columns(database) if may_be_a_person(name)}
        assert columns - {(kept.table, kept.column) for kept in PEOPLE} == set()
        assert {(kept.table, kept.column) for kept in PEOPLE} - await integer_columns(database) == set()
        assert await summary(database, 7) == {}
        assert await export(database, 7) == {}
        async with database.transaction() as conn:
            assert await forget(conn, 7) == 0
    finally:
        await database.close()


async def test_forgetting_deletes_what_is_ones_own_and_leaves_no_id_anywhere(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "x.sqlite3")
    try:
        async with database.transaction() as conn:
            for who in (7, 8):
                await conn.execute(
                    "INSERT INTO audit (at, who, did, subject) VALUES ('2026-11-25T12:00:00.000Z', ?, 'record', 'x')",
                    (who,),
                )
                await conn.execute("INSERT INTO watch (user, tie, since) VALUES (?, 'x', '2026')", (who,))
                await conn.execute(
                    "INSERT INTO letter_sent (id, writer, place, template, recipient, sent_at)"
                    " VALUES (?, ?, 'x', 'end-1', 'Mayor', '2026')",
                    (f"letter {who}", who),
                )
        assert sorted((await summary(database, 7)).values()) == [1, 1, 1]
        async with database.transaction() as conn:
            await forget(conn, 7)
        assert await summary(database, 7) == {}
        assert len(await summary(database, 8)) == 3
        kept = await database.read("SELECT who FROM audit ORDER BY id")
        assert [row["who"] for row in kept] == [0, 8]
    finally:
        await database.close()


async def test_what_an_editor_left_waiting_is_withdrawn_with_the_editor(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "x.sqlite3")
    try:
        async with database.transaction() as conn:
            for state in ("open", "waiting", "done"):
                await conn.execute(
                    "INSERT INTO draft (editor, task, state, created_at, updated_at)"
                    " VALUES (7, 'record', ?, '2026', '2026')",
                    (state,),
                )
            await forget(conn, 7)
        rows = await database.read("SELECT editor, state FROM draft ORDER BY id")
        assert [tuple(row) for row in rows] == [(0, "cancelled"), (0, "cancelled"), (0, "done")]
    finally:
        await database.close()
