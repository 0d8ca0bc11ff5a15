"""The shipped dataset taken over into the database, by stable ids, in one transaction.

Only what the dataset says anew is taken over: for each entry the database keeps a digest of what the dataset said when
it was last read, so that a start undoes no editor's work. Nothing is deleted but a second source for one
page, and nothing announced: what moved a standing, overruled an editor's act, or made an announcement wrong is queued
for the editors (``db.store.dataset_changes``).
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import Any

import aiosqlite

from db.record.codec import Plain, to_plain, to_row
from db.record.dataset.files import OTHER_PLACE_FIELDS
from db.record.dataset.texts import plain
from db.record.derivation import Status, acts_in_force, derive, lineage
from db.record.models import Act, DateBasis, Place, Record, Source, TalkingPoint, Tie
from db.record.order import free_listing_id, position_for
from db.record.other_places import OtherPlaces
from db.record.page_kinds import PageKind
from db.record.pages import AddressError, page_of
from db.store.copies import merged
from db.store.database import Database
from db.store.dataset_changes import add_change
from db.store.editing_models import ChangeKind, DatasetChange
from db.store.records import answer_both_ways, insert, insert_all, order_acts, read_entries, read_tie, save_sources

log = logging.getLogger(__name__)

# Columns that editors change by themselves are taken over apart from the rest of their entry.
_APART: Mapping[str, tuple[str, ...]] = {
    "place": ("recipients",),
    "source": ("copies",),
    "tie": ("note", "editor_note"),
    "petition": ("count", "goal", "count_as_of"),
    "talking_point": ("retired",),
}
_PART_MARK = "."
# What a column holds that says nothing: left out of digests, so that a new column makes nothing look new.
_SAYS_NOTHING = (None, 0, "[]", DateBasis.REPORTED, PageKind.OTHER)
_PETITION = "petition"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What was done. ``added`` and ``changed`` count entries by their table. ``vanished`` are those that the dataset
    once had and has no more: they stay. ``queued`` waits for the editors.
    """

    first: bool
    added: Mapping[str, int]
    changed: Mapping[str, int]
    vanished: tuple[str, ...]
    queued: tuple[DatasetChange, ...]


async def synchronise(database: Database, record: Record, now: datetime) -> SyncReport:
    """Bring a sound dataset into the database, in one transaction, and log what that did.

    A second run with the same dataset changes nothing. Raises DatabaseError, with the old record unchanged, if the
    database cannot be written.
    """
    async with database.transaction() as conn:
        digests = {
            (row["kind"], row["id"]): row["digest"] for row in await conn.execute_fetchall("SELECT * FROM shipped")
        }
        written = await conn.execute_fetchall("SELECT id FROM act WHERE written_by IS NOT NULL")
        # What is right instead of an act that was withdrawn, with all that was said of it, is news.
        told = await conn.execute_fetchall(
            "WITH RECURSIVE gone (act, corrects) AS ("
            "SELECT act, corrects FROM announcement WHERE kind = 'retraction' UNION "
            "SELECT announcement.act, announcement.corrects FROM announcement JOIN gone ON id = gone.corrects)"
            " SELECT DISTINCT act FROM announcement WHERE act NOT IN (SELECT act FROM gone)"
        )
        by_editors, announced = ({row[0] for row in rows} for rows in (written, told))
        run = _Run(conn, now, await read_entries(conn), digests, by_editors, announced)
        report = await run.take_over(record)
    _log(report)
    return report


def merged_order(held: Sequence[Act], shipped: Sequence[Act]) -> list[str]:
    """The ids of a tie's acts in their order: the dataset's among themselves as it has them, an editor's where they
    were, a new one after the last act that its date allows, between its neighbours in the dataset.
    """
    held_ids = {act.id for act in held}
    shipped_ids = {act.id for act in shipped}
    ours = iter([act.id for act in shipped if act.id in held_ids])
    order = [next(ours) if act.id in shipped_ids else act.id for act in held]
    known = {act.id: act for act in (*held, *shipped)}
    for number, act in enumerate(shipped):
        if act.id in held_ids:
            continue
        lowest = order.index(shipped[number - 1].id) + 1 if number else 0
        highest = next((order.index(later.id) for later in shipped[number:] if later.id in order), len(order))
        natural = position_for([known[name] for name in order], act.date)
        order.insert(min(max(natural, lowest), highest), act.id)
    return order


@dataclass(frozen=True, slots=True)
class _Revision:
    """An act as it was, and what the dataset has in its place: the same act, or one that replaces it."""

    old: Act
    new: Act


@dataclass(slots=True)
class _Run:
    """One run: the record as it was, what the dataset said when last read, and what has been done so far."""

    conn: aiosqlite.Connection
    now: datetime
    held: Record
    digests: Mapping[tuple[str, str], str]
    by_editors: Set[str]
    announced: Set[str]
    shipped: dict[tuple[str, str], str] = field(default_factory=dict)
    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    queued: list[DatasetChange] = field(default_factory=list)

    async def take_over(self, record: Record) -> SyncReport:
        """Take over all that the dataset says anew."""
        await self._reference(record)
        await self._keep_apart(record.sources)
        await self._table("source", self.held.sources, record.sources)
        await self._join()
        self._warn_of_twins(record.places)
        await self._table("place", self.held.places, record.places)
        await self._table("tie", self.held.ties, record.ties)
        for tie in record.ties.values():
            await self._within(tie, self.held.ties.get(tie.id))
        await self._table("talking_point", self.held.talking_points, record.talking_points)
        await self._keep_answers(record.talking_points)
        await self._table("ukraine_tie", self.held.ukraine_ties, record.ukraine_ties)
        if record.petition:
            held = to_row(self.held.petition) if self.held.petition else None
            await self._entry(_PETITION, _PETITION, to_row(record.petition), held)
        await self._remember()
        gone = [key for key in self.digests if key not in self.shipped and _PART_MARK not in key[0]]
        vanished = tuple(f"{kind} {name}" for kind, name in gone)
        return SyncReport(not self.digests, dict(self.added), dict(self.changed), vanished, tuple(self.queued))

    async def _table(self, table: str, held: Mapping[str, Any], shipped: Mapping[str, Any]) -> None:
        for number, (name, value) in enumerate(shipped.items()):
            known = to_row(held[name]) if name in held else None
            await self._entry(table, name, to_row(value), known, position=number)
        if [name for name in held if name in shipped] != list(shipped):
            places = [(number, name) for number, name in enumerate(shipped)]
            await self.conn.executemany(f"UPDATE {table} SET position = ? WHERE id = ?", places)  # noqa: S608

    async def _keep_answers(self, shipped: Mapping[str, TalkingPoint]) -> None:
        """Let the dataset's talking points, as they are taken over, still name those of editors that answer them."""
        for point in self.held.talking_points.values():
            if point.id not in shipped:
                await answer_both_ways(self.conn, point.id, point.answers)

    async def _keep_apart(self, shipped: Mapping[str, Source]) -> None:
        """Give an editor's source another id where the dataset has taken its id for another page: ids are only made of
        a page's site and day.
        """
        for row in await self._of_editors():
            name = row["id"]
            is_ours = ("source", name) in self.digests
            if is_ours or name not in shipped or _same_page(shipped[name].url, row["url"]):
                continue
            taken = {*self.held.sources, *shipped}
            free = next(other for number in count(2) if (other := f"{name}-{number}") not in taken)
            await insert(self.conn, "source", {**dict(row), "id": free})
            await self._cite(free, instead_of=name)
            log.warning("An editor's source has another id now", extra={"was": name, "now": free})

    async def _join(self) -> None:
        """Cite the dataset's source, or the first one, in place of an editor's for the same page under another id: a
        page is one source, and a dataset with two would be refused.
        """
        rows = await self.conn.execute_fetchall("SELECT id, url FROM source ORDER BY written_by IS NOT NULL, position")
        first: dict[str, str] = {}
        for row in rows:
            with suppress(AddressError):  # an older record may hold an address that would be refused today
                first.setdefault(page_of(row["url"]), row["id"])
        ids = set(first.values())
        for row in await self._of_editors():
            if row["id"] in ids or ("source", row["id"]) in self.digests:
                continue
            with suppress(AddressError):
                known = first[page_of(row["url"])]
                await self._cite(known, instead_of=row["id"])
                await self.conn.execute("DELETE FROM source WHERE id = ?", (row["id"],))
                log.warning("An editor's source is one with another now", extra={"was": row["id"], "now": known})

    def _warn_of_twins(self, shipped: Mapping[str, Place]) -> None:
        """Say in the log where the dataset brings, under another id, what may be a place that an editor entered."""
        named = {(place.country, place.state, plain(place.name)): place.id for place in shipped.values()}
        for place in self.held.places.values():
            twin = named.get((place.country, place.state, plain(place.name)))
            is_new = twin is not None and ("place", twin) not in self.digests
            if is_new and place.id not in shipped:
                log.warning("An editor's place may be the dataset's", extra={"editors": place.id, "datasets": twin})

    async def _of_editors(self) -> list[sqlite3.Row]:
        return list(await self.conn.execute_fetchall("SELECT * FROM source WHERE written_by IS NOT NULL"))

    async def _cite(self, known: str, *, instead_of: str) -> None:
        """Cite a source wherever another is cited, once an act."""
        await self.conn.execute(
            "DELETE FROM act_source WHERE source = ?1 AND act IN (SELECT act FROM act_source WHERE source = ?2)",
            (instead_of, known),
        )
        await self.conn.execute("UPDATE act_source SET source = ? WHERE source = ?", (known, instead_of))
        await self.conn.execute("UPDATE listing_source SET source = ? WHERE source = ?", (known, instead_of))
        await self.conn.execute("UPDATE tie SET since_source = ? WHERE since_source = ?", (known, instead_of))
        await self.conn.execute("UPDATE talking_point SET source = ? WHERE source = ?", (known, instead_of))

    async def _entry(self, table: str, name: str, row: Plain, held: Plain | None, **apart: object) -> bool:
        """Take over one entry as far as the dataset says something new of it; whether that changed the record."""
        fresh = {
            column for part, columns in _parts(table, row) if self._is_new(part, name, columns) for column in columns
        }
        if held is None:
            await insert(self.conn, table, row | apart | {"id": name})
            self.added[table] += 1
            return True
        wanted = {column: _MERGED.get(column, _shipped)(held[column], row[column]) for column in fresh}
        columns = {column: value for column, value in wanted.items() if held[column] != value}
        if columns:
            await self._update(table, name, columns)
            self.changed[table] += 1
        return bool(columns)

    async def _update(self, table: str, name: str, columns: Plain) -> None:
        sources = columns.pop("sources", None)
        names = "".join(f'"{column}" = ?, ' for column in columns)
        statement = f"UPDATE {table} SET {names}written_by = NULL WHERE id = ?"  # noqa: S608
        await self.conn.execute(statement, (*columns.values(), name))
        if sources is not None:
            await save_sources(self.conn, table, name, sources)

    async def _within(self, tie: Tie, held: Tie | None) -> None:
        """Take over a tie's acts, listings and searches, and queue what editors should see."""
        order = merged_order(held.acts if held else (), tie.acts)
        revised = await self._acts(tie, held, order)
        await self._listings(tie, held)
        for search in tie.searches:
            if held is None or search not in held.searches:
                await insert(self.conn, "search", to_row(search) | {"tie": tie.id})
                self.added["search"] += 1
        if held is not None:
            await self._queue(held, await read_tie(self.conn, tie.id), revised)

    async def _acts(self, tie: Tie, held: Tie | None, order: list[str]) -> list[_Revision]:
        """Take over the acts; those that were on record and read otherwise now, or are replaced by a new one."""
        known = {act.id: act for act in held.acts} if held else {}
        revised = []
        for act in tie.acts:
            before = known.get(act.id)
            apart = {"tie": tie.id, "position": order.index(act.id)}
            held_row = _but_for_retraction(before, act) if before else None
            changed = await self._entry("act", act.id, to_row(act), held_row, **apart)
            old = before or known.get(act.replaces or "")
            if changed and old is not None:
                withdrawn = act.retracted or (before.retracted if before else None)
                revised.append(_Revision(old, replace(act, retracted=withdrawn)))
        if order != list(known):
            await order_acts(self.conn, order)
        return revised

    async def _listings(self, tie: Tie, held: Tie | None) -> None:
        moved = await self._keep_listings_apart(tie, held) if held else set()
        known = {listing.id: to_row(listing) for listing in held.listings if listing.id not in moved} if held else {}
        for number, listing in enumerate(tie.listings):
            row = to_row(listing)
            await self._entry("listing", listing.id, row, known.get(listing.id), tie=tie.id, position=number)

    async def _keep_listings_apart(self, tie: Tie, held: Tie) -> set[str]:
        """Give editors' listings other ids where the dataset has taken their ids for other pages: ids are only made of
        the tie and a number. The ids that are free then.
        """
        shipped = {listing.id: listing for listing in tie.listings}
        taken = {*shipped, *(listing.id for listing in held.listings)}
        moved = set()
        for listing in held.listings:
            other = shipped.get(listing.id)
            if other is None or ("listing", listing.id) in self.digests or set(other.sources) & set(listing.sources):
                continue
            free = free_listing_id(tie.id, taken)
            taken.add(free)
            moved.add(listing.id)
            (row,) = await self.conn.execute_fetchall("SELECT * FROM listing WHERE id = ?", (listing.id,))
            await insert(self.conn, "listing", {**dict(row), "id": free})
            await self.conn.execute("UPDATE listing_source SET listing = ? WHERE listing = ?", (free, listing.id))
            await self.conn.execute("DELETE FROM listing WHERE id = ?", (listing.id,))
            log.warning("An editor's listing has another id now", extra={"was": listing.id, "now": free})
        return moved

    async def _queue(self, held: Tie, tie: Tie, revised: list[_Revision]) -> None:
        before, after = derive(held), derive(tie)
        kinds = [(self._concern(held, tie, found), found) for found in revised]
        queued = [(kind, found) for kind, found in kinds if kind is not None]
        for kind, found in queued:
            texts = (json.dumps(to_plain(act), ensure_ascii=False) for act in (found.old, found.new))
            await self._queue_one(kind, held.id, found.new.id, before, after, *texts)
        decides = after.decides.id if after.decides else None
        is_new = decides not in {act.id for act in held.acts} | {found.new.id for _, found in queued} | {None}
        if before.standing is after.standing or (queued and not is_new):
            return
        old, new = before.decides, _withdrawn(before.decides, tie)
        if old is None or new is None or is_new:
            await self._queue_one(ChangeKind.STANDING, held.id, decides, before, after)
            return
        texts = (json.dumps(to_plain(act), ensure_ascii=False) for act in (old, new))
        await self._queue_one(ChangeKind.STANDING, held.id, new.id, before, after, *texts)

    def _concern(self, held: Tie, tie: Tie, found: _Revision) -> ChangeKind | None:
        """Why editors should see what became of an act: it was announced and counted, or one of them wrote it."""
        counted = {act.id for act in acts_in_force(held.acts)}
        counts = {act.id for act in acts_in_force(tie.acts)}
        is_right = found.new.id in counts or (found.new.retracted is not None and found.old.id in counted)
        if is_right and any(name in self.announced for name in lineage(found.new.id, tie.acts)):
            return ChangeKind.TOLD
        is_same = found.old.id == found.new.id
        return ChangeKind.ACT if is_same and found.old.id in self.by_editors else None

    async def _queue_one(
        self, what: ChangeKind, tie: str, act: str | None, before: Status, after: Status, *texts: str
    ) -> None:
        was, now = texts or (None, None)
        change = DatasetChange(0, self.now, tie, act, what, before.standing, after.standing, was, now)
        self.queued.append(await add_change(self.conn, change))

    def _is_new(self, part: str, name: str, columns: Plain) -> bool:
        """Whether the dataset says something of a part of an entry that it did not say when last read."""
        digest = _digest({column: value for column, value in columns.items() if value not in _SAYS_NOTHING})
        self.shipped[part, name] = digest
        return self.digests.get((part, name)) != digest

    async def _remember(self) -> None:
        news = [(*key, digest) for key, digest in self.shipped.items() if self.digests.get(key) != digest]
        await self.conn.executemany(
            "INSERT INTO shipped (kind, id, digest) VALUES (?, ?, ?) "
            "ON CONFLICT (kind, id) DO UPDATE SET digest = excluded.digest",
            news,
        )

    async def _reference(self, record: Record) -> None:
        """Known other places, states and regions, which no editor changes: each list is replaced whole, without the
        places that editors have put into the register.
        """
        others = OtherPlaces.of(record.other_places)
        if self._is_new("other_place", "all", {"values": others.text}):
            entered = {_spot(place) for place in self.held.places.values() if place.id not in record.places}
            fields = (row for row in others.fields() if not entered or _spot_of(row) not in entered)
            await self._replace("other_place", [dict(zip(OTHER_PLACE_FIELDS, row, strict=True)) for row in fields])
        lists: tuple[tuple[str, Sequence[Any]], ...] = (
            ("state", tuple(record.states.values())),
            ("us_region", tuple(record.regions.values())),
        )
        for table, values in lists:
            if self._is_new(table, "all", {"values": repr(values)}):
                await self._replace(table, [to_row(value) for value in values])

    async def _replace(self, table: str, rows: Sequence[Plain]) -> None:
        await self.conn.execute(f"DELETE FROM {table}")  # noqa: S608
        await insert_all(self.conn, table, [row | {"position": number} for number, row in enumerate(rows)])
        self.added[table] += len(rows)


def _spot(place: Place) -> tuple[object, ...]:
    """What a place of the register and the same one in the list have in common."""
    return place.country, place.name, place.lat, place.lon


def _spot_of(fields: Sequence[str]) -> tuple[object, ...]:
    """The same of a row of the list."""
    country, name, _, lat, lon, *_ = fields
    return country, name, float(lat), float(lon)


def _same_page(one: str, other: str) -> bool:
    try:
        return page_of(one) == page_of(other)
    except AddressError:
        return one == other


def _withdrawn(act: Act | None, tie: Tie) -> Act | None:
    """The act from which a standing followed, as it is now, if it was withdrawn."""
    return next((known for known in tie.acts if act and known.id == act.id and known.retracted), None)


def _parts(table: str, row: Plain) -> Iterator[tuple[str, Plain]]:
    """An entry's columns in the parts that are taken over each by itself, by name."""
    apart = _APART.get(table, ())
    yield table, {column: value for column, value in row.items() if column not in apart}
    if apart:
        yield f"{table}{_PART_MARK}{apart[0]}", {column: row[column] for column in apart}


def _but_for_retraction(held: Act, act: Act) -> Plain:
    """The row of an act as it is in the record. That an editor withdrew it is not for the dataset to undo."""
    row = to_row(held)
    return row if act.retracted else row | {"retracted": None}


def _shipped(_held: Any, shipped: Any) -> Any:
    return shipped


def _entered(held: Any, shipped: Any) -> Any:
    """The day on which an act was entered, which a dataset that was not exported does not know."""
    return held if shipped is None else shipped


def _with_checked(held: str, shipped: str) -> str:
    """The recipients of a place as the dataset has them, but for those that were checked later than its own."""
    checked = {known["office"].casefold(): known for known in json.loads(held) if known.get("verified_on")}
    kept = []
    for recipient in json.loads(shipped):
        known = checked.pop(recipient["office"].casefold(), None)
        is_later = known is not None and known["verified_on"] > recipient.get("verified_on", "")
        kept.append(known if is_later else recipient)
    return json.dumps([*kept, *checked.values()], ensure_ascii=False)


# What to write of a column, from what it holds and what the dataset says: that itself, unless it is named here.
_MERGED: Mapping[str, Callable[[Any, Any], Any]] = {
    "recipients": _with_checked,
    "recorded_on": _entered,
    "copies": merged,
}


def _digest(value: Plain) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _log(report: SyncReport) -> None:
    log.info("Dataset taken over", extra={"first": report.first, "added": report.added, "changed": report.changed})
    for entry in report.vanished:
        log.warning("No longer in the dataset; it stays in the record", extra={"entry": entry})
    for change in report.queued:
        log.warning("Changed by the dataset; waiting for an editor", extra={"tie": change.tie, "act": change.act})
