"""The record as tables for everybody: which columns there are, what each holds, and the rows. Pure.

What is not named here is not handed out: a new field of the record stays inside until it is described. Editors' notes,
and how sure editors are of an act, are for them alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeAlias

from db.record.derivation import acts_in_force, last_search
from db.record.listings import only_wikipedia
from db.record.models import Act, Listing, PartialDate, Place, Search, Source, TalkingPoint, Tie
from db.record.register import Register
from db.record.values import value

# Raised by one when a column goes or changes its meaning; a new one does not raise it.
SCHEMA_VERSION = 1

Value: TypeAlias = "str | int | float | bool | list[str] | None"
Row: TypeAlias = dict[str, Value]


class ColumnType(StrEnum):
    """What a column holds. A date is a text: a year, a month or a day, as exactly as it is known."""

    TEXT = "string"
    NUMBER = "number"
    YES_NO = "boolean"
    LIST = "list"


@value
class Column:
    """A column: its name, what it holds, and what that means."""

    name: str
    holds: ColumnType
    means: str


@value
class Table:
    """A table of the public data. ``withheld`` are the fields of the record's values that it leaves out, by name."""

    name: str
    means: str
    kind: type
    columns: tuple[Column, ...]
    withheld: frozenset[str]
    rows: Callable[[Register], Iterator[Row]]


_T, _N, _B, _L = ColumnType.TEXT, ColumnType.NUMBER, ColumnType.YES_NO, ColumnType.LIST


def _columns(*described: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in described)


def _values(value: Any, columns: tuple[Column, ...], more: Mapping[str, Value]) -> Row:
    """A row: what the record's value has, and what follows from it. A column that the value lacks is empty."""
    return {
        column.name: more[column.name] if column.name in more else _plain(getattr(value, column.name, None))
        for column in columns
    }


def _plain(value: Any) -> Value:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, time):
        return value.isoformat("minutes")
    assert isinstance(value, str | PartialDate | date)
    return str(value)


_TIES = _columns(
    ("id", _T, "The tie. It never changes; the tie's page is ties/<id>.html."),
    ("us", _T, "The U.S. place: an id of places."),
    ("ru", _T, "The Russian place: an id of places."),
    ("level", _T, "sister_city, friendship, partnership, sister_county or sister_state."),
    ("standing", _T, "active, suspended, ended, dormant, disputed or unconfirmed: worked out from the acts."),
    ("as_of", _T, "The date of the act that the standing follows from; empty if none does."),
    ("basis", _T, "That act: an id of acts."),
    ("against", _T, "The act that disputes it, if one does: an id of acts."),
    ("since", _N, "The year in which it was made, if that is known."),
    ("since_source", _T, "Where that is from: an id of sources."),
    ("since_note", _T, "More about when it was made."),
    ("on_2022_list", _B, "Whether the U.S.–Russia Chamber of Commerce list of June 2022 has it."),
    ("list_spelling", _T, "How that list spells it."),
    ("named_by_wikipedia_only", _B, "Whether Wikipedia alone, or a copy of it, was found to name the pair."),
    ("last_search", _T, "When somebody last looked for news of it; empty if nobody has."),
    ("note", _T, "What readers should know of it."),
)
_ACTS = _columns(
    ("id", _T, "The act. It never changes; it is an anchor on the page of its tie."),
    ("tie", _T, "The tie that it is about: an id of ties."),
    ("position", _N, "Its place in the true order of the tie's acts, from 0."),
    ("in_force", _B, "Whether it counts: it was neither withdrawn nor corrected by another."),
    ("date", _T, "Its day, month or year."),
    ("date_basis", _T, "reported, inferred, or meeting: the day of a meeting whose outcome was not seen."),
    ("date_note", _T, "Why a date is not as a page gives it."),
    ("kind", _T, "established, confirmed, kept, proposed, ended, suspended, resumed, dormant or statement."),
    ("actor", _T, "Who did or said it."),
    ("authority", _T, "council, mayor, state, city_page, association, partner or press."),
    ("said", _T, "The act in a sentence of its own."),
    ("summary", _T, "What it was, in the record's words."),
    ("vote", _T, "The vote, if there was one."),
    ("condition", _T, "What would lift a suspension."),
    ("hearing", _T, "The day on which a proposal is heard."),
    ("hearing_time", _T, "The time of that, by the clocks of the zone."),
    ("hearing_zone", _T, "The name of the time zone."),
    ("hearing_place", _T, "Where it is heard."),
    ("hearing_speak", _T, "How to sign up in order to speak."),
    ("hearing_agenda", _T, "The address of the agenda."),
    ("hearing_cancelled", _B, "Whether it does not take place."),
    ("replaces", _T, "The act that this one corrects: an id of acts."),
    ("replaces_why", _T, "What was wrong with that."),
    ("disputes", _T, "The act that this one contradicts: an id of acts."),
    ("retracted", _T, "Why it was withdrawn, if it was."),
    ("recorded_on", _T, "The day on which an editor entered it; empty for what came with the first record."),
    ("sources", _L, "Where it is read: ids of sources."),
)
_LISTINGS = _columns(
    ("id", _T, "The listing: a page that names partners and decides nothing."),
    ("tie", _T, "The tie that it is about: an id of ties."),
    ("date", _T, "The page's day, month or year; empty if it has none."),
    ("shows", _T, "pair, past, unclear or absent: what the page shows of the two places."),
    ("says", _T, "What it says, in the record's words."),
    ("sources", _L, "The page: ids of sources."),
)
_SEARCHES = _columns(
    ("tie", _T, "The tie for which somebody looked: an id of ties."),
    ("date", _T, "When."),
    ("where", _T, "Where."),
    ("outcome", _T, "What came of it."),
)
_SOURCES = _columns(
    ("id", _T, "The source: one page."),
    ("url", _T, "Its address."),
    ("title", _T, "Its title."),
    ("title_is_descriptive", _B, "Whether the title is the record's own."),
    ("publisher", _T, "Who published it."),
    ("published", _T, "When: a day, month or year; empty if undated."),
    ("grade", _T, "How good a witness it is, from A to F."),
    ("page_kind", _T, "What kind of page it is."),
    ("country", _T, "The publisher's country, if it has one."),
    ("state_media", _B, "Whether a state's own media publish it."),
    ("mirror_of", _T, "Whose text it carries, if it is another's."),
    ("citable_in_letter", _B, "Whether its link may stand in a letter to an American office."),
    ("copies", _L, "Archived copies that show what it is cited for: the day of each, and its address."),
)
_PLACES = _columns(
    ("id", _T, "The place. It never changes."),
    ("country", _T, "US or RU."),
    ("name", _T, "Its name."),
    ("kind", _T, "city, county, state, region, metro or borough."),
    ("state", _T, "The postal code of its state (U.S. only)."),
    ("region", _T, "Its region (Russia only)."),
    ("lat", _N, "Latitude, from GeoNames."),
    ("lon", _N, "Longitude, from GeoNames."),
    ("population", _N, "Inhabitants, from GeoNames."),
    ("geoname_id", _N, "Its number with GeoNames."),
    ("aliases", _L, "Other names and spellings that people type."),
)
_POINTS = _columns(
    ("id", _T, "What one named person or body said."),
    ("side", _T, "end, keep or context."),
    ("speaker", _T, "Who said it."),
    ("office_then", _T, "In what office, on that day."),
    ("office", _T, "The same in short."),
    ("place", _T, "The place that it is about: an id of places."),
    ("place_text", _T, "That place in words."),
    ("date", _T, "When."),
    ("occasion", _T, "Where it was said."),
    ("gist", _T, "What it came to, in the record's words."),
    ("quote", _T, "The words themselves, at most 30."),
    ("lead", _T, "What goes before the words."),
    ("answers", _L, "Which points of the other side it answers: ids of points."),
    ("retired", _T, "Why it is no longer quoted; empty while it is."),
    ("source", _T, "Where it is read: an id of sources."),
)


def _ties(register: Register) -> Iterator[Row]:
    for tie in register.record.ties.values():
        status, looked = register.status(tie.id), last_search(tie)
        yield _values(
            tie,
            _TIES,
            {
                "standing": str(status.standing),
                "as_of": str(status.newest.date) if status.newest else None,
                "basis": status.basis.id if status.basis else None,
                "against": status.against.id if status.against else None,
                "named_by_wikipedia_only": only_wikipedia(tie, register.record.sources),
                "last_search": str(looked.date) if looked else None,
            },
        )


def _acts(register: Register) -> Iterator[Row]:
    for tie in register.record.ties.values():
        counting = {act.id for act in acts_in_force(tie.acts)}
        for position, act in enumerate(tie.acts):
            yield _values(act, _ACTS, {"tie": tie.id, "position": position, "in_force": act.id in counting})


def _listings(register: Register) -> Iterator[Row]:
    for tie in register.record.ties.values():
        yield from (_values(listing, _LISTINGS, {"tie": tie.id}) for listing in tie.listings)


def _searches(register: Register) -> Iterator[Row]:
    for tie in register.record.ties.values():
        yield from (_values(search, _SEARCHES, {"tie": tie.id}) for search in tie.searches)


def _sources(register: Register) -> Iterator[Row]:
    for source in register.record.sources.values():
        copies: list[str] = [f"{copy.taken} {copy.url}" for copy in source.copies]
        yield _values(source, _SOURCES, {"copies": copies})


def _places(register: Register) -> Iterator[Row]:
    return (_values(place, _PLACES, {}) for place in register.record.places.values())


def _points(register: Register) -> Iterator[Row]:
    return (_values(point, _POINTS, {}) for point in register.record.talking_points.values())


TABLES: tuple[Table, ...] = (
    Table(
        "ties",
        "Each relationship of one U.S. place with one Russian place, and how it stands.",
        Tie,
        _TIES,
        frozenset({"editor_note", "acts", "listings", "searches"}),
        _ties,
    ),
    Table(
        "acts",
        "What was done or said about a tie, with who and when. Corrected and withdrawn ones are there too.",
        Act,
        _ACTS,
        frozenset({"confidence"}),
        _acts,
    ),
    Table("listings", "Pages that name partners and decide nothing.", Listing, _LISTINGS, frozenset(), _listings),
    Table("searches", "That somebody looked for news.", Search, _SEARCHES, frozenset({"knew"}), _searches),
    Table("sources", "The pages that all of it is read on.", Source, _SOURCES, frozenset(), _sources),
    Table(
        "places",
        "The places of the ties.",
        Place,
        _PLACES,
        frozenset({"note", "recipients", "run_by"}),
        _places,
    ),
    Table(
        "points",
        "What named people said, on both sides.",
        TalkingPoint,
        _POINTS,
        frozenset({"fits_letter"}),
        _points,
    ),
)
