"""The public interfaces of councils' platforms: where their meetings are told of, and what an answer says.

Legistar's web API, Granicus' feed of agendas, PrimeGov's public portal and CivicClerk's public API. Each answer is read
with mistrust: a field that is missing or of another kind makes a meeting less, and never a failure; an answer that is
not of the known shape is unreadable, and not empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from cogs.kit.sanitize import sanitize
from cogs.watching.feed_reading import read_feed
from db.record.months import MONTHS
from db.record.pages import AddressError, read_address
from db.record.values import value
from db.store.watched_models import Meeting, Platform, ReadingOutcome

# Meetings are told of for so long before; what a platform says of farther ones is passed over.
HORIZON = timedelta(days=120)
MOST_MEETINGS = 200
_LONGEST = 200
_CANCELLED = re.compile(r"\bcancel", re.IGNORECASE)
_NO_SHAPE = "the answer is not of the shape that is known"
# In titles of Granicus' feed: "City Council - Dec 03, 2026 - 06:00 PM", "Town Council on 2026-12-03", "12/3/2026".
_WRITTEN_DAY = re.compile(
    rf"\b(?P<name>{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_DAY_IN_FIGURES = re.compile(
    r"\b(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}))\b"
)
_WRITTEN_TIME = re.compile(r"\b\d{1,2}:\d\d ?[AP]\.?M\b\.?", re.IGNORECASE)


@value
class ReadMeetings:
    """What a reading found. ``is_whole``: there was no more than is kept, so that what is missing is not there."""

    outcome: ReadingOutcome
    why: str = ""
    meetings: tuple[Meeting, ...] = ()
    is_whole: bool = True


@value
class PlatformFacts:
    """What is known of a platform. ``client`` is how its clients are called, ``example`` one such name; ``asked`` is
    where its meetings are told of from a day on, ``page`` where people read them.
    """

    label: str
    client: re.Pattern[str]
    example: str
    asked: Callable[[str, date], str]
    page: Callable[[str], str]
    read: Callable[[bytes, str, str], ReadMeetings]


def _json_of(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _read_list(found: Any, meeting: Callable[[Mapping[str, Any]], Meeting | None]) -> ReadMeetings:
    """What a list of meetings says; unreadable if it is no list, or none of its entries is a meeting."""
    if not isinstance(found, list):
        return ReadMeetings(ReadingOutcome.UNREADABLE, _NO_SHAPE)
    meetings = tuple(read for entry in _entries(found)[:MOST_MEETINGS] if (read := meeting(entry)))
    if found and not meetings:
        return ReadMeetings(ReadingOutcome.UNREADABLE, _NO_SHAPE)
    return ReadMeetings(
        ReadingOutcome.READ if meetings else ReadingOutcome.EMPTY, "", meetings, is_whole=len(found) < MOST_MEETINGS
    )


def _text(value: object) -> str:
    return " ".join(sanitize(str(value if value is not None else "")[: 4 * _LONGEST]).split())[:_LONGEST]


def _day(value: object) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(str(value)[:10])
    return None


def _clock(value: object) -> str:
    """The hour of ``2026-12-03T18:00:00``, as it is written; midnight is no hour."""
    hour = str(value)[11:16]
    return hour if re.fullmatch(r"\d\d:\d\d", hour) and hour != "00:00" else ""


def _link(value: object) -> str:
    with suppress(AddressError):
        return read_address(str(value or ""))
    return ""


def _legistar(body: bytes, content_type: str, client: str) -> ReadMeetings:
    def meeting(entry: Mapping[str, Any]) -> Meeting | None:
        number, day = entry.get("EventId"), _day(entry.get("EventDate"))
        if not isinstance(number, int) or day is None:
            return None
        said = " ".join(_text(entry.get(name)) for name in ("EventBodyName", "EventComment", "EventAgendaStatusName"))
        return Meeting(
            str(number),
            _text(entry.get("EventBodyName")),
            day,
            _text(entry.get("EventTime")),
            _link(entry.get("EventInSiteURL")) or f"https://{client}.legistar.com/Calendar.aspx",
            f"https://webapi.legistar.com/v1/{client}/events/{number}/eventitems",
            said,
            cancelled=bool(_CANCELLED.search(f"{said} {entry.get('EventTime')}")),
        )

    return _read_list(_json_of(body), meeting)


def _asked_legistar(client: str, today: date) -> str:
    wanted = f"EventDate ge datetime'{today}' and EventDate le datetime'{today + HORIZON}'"
    return f"https://webapi.legistar.com/v1/{client}/events?$filter={quote(wanted)}&$orderby=EventDate&$top={MOST_MEETINGS}"


def _primegov(body: bytes, content_type: str, client: str) -> ReadMeetings:
    def meeting(entry: Mapping[str, Any]) -> Meeting | None:
        number, day = entry.get("id"), _day(entry.get("dateTime"))
        if not isinstance(number, int) or day is None:
            return None
        title = _text(entry.get("title"))
        documents = entry.get("documentList")
        template = _agenda_of(documents, "templateName", "templateId")
        root = f"https://{client}.primegov.com"
        return Meeting(
            str(number),
            title,
            day,
            _text(entry.get("time")) or _clock(entry.get("dateTime")),
            f"{root}/public/portal",
            f"{root}/Public/CompiledDocument?meetingTemplateId={template}&compileOutputType=1" if template else "",
            title,
            # Its title stays what it was; a "Notice of Cancellation" is put up beside the agenda.
            cancelled=any(_CANCELLED.search(name) for name in (title, *_names_of(documents, "templateName"))),
        )

    return _read_list(_json_of(body), meeting)


def _civicclerk(body: bytes, content_type: str, client: str) -> ReadMeetings:
    def meeting(entry: Mapping[str, Any]) -> Meeting | None:
        number, day = entry.get("id"), _day(entry.get("startDateTime"))
        if not isinstance(number, int) or day is None:
            return None
        title = _text(entry.get("eventName"))
        file = _agenda_of(entry.get("publishedFiles"), "type", "fileId")
        stream = f"Meetings/GetMeetingFileStream(fileId={file},plainText=true)"
        return Meeting(
            str(number),
            title,
            day,
            _clock(entry.get("startDateTime")),
            f"https://{client}.portal.civicclerk.com/event/{number}",
            f"https://{client}.api.civicclerk.com/v1/{stream}" if file else "",
            f"{title} {_text(entry.get('eventDescription'))}",
            cancelled=bool(_CANCELLED.search(title)),
        )

    found = _json_of(body)
    return _read_list(found.get("value") if isinstance(found, dict) else None, meeting)


def _agenda_of(files: object, kind: str, number: str) -> int:
    """The number of the agenda among a meeting's files; 0 where there is none."""
    for file in _entries(files):
        if "agenda" in str(file.get(kind)).lower() and isinstance(file.get(number), int):
            return int(file[number])
    return 0


def _names_of(files: object, name: str) -> list[str]:
    return [str(file.get(name)) for file in _entries(files)]


def _entries(files: object) -> list[Mapping[str, Any]]:
    return [file for file in files if isinstance(file, dict)] if isinstance(files, list) else []


def _asked_civicclerk(client: str, today: date) -> str:
    wanted = f"startDateTime ge {today}T00:00:00Z and startDateTime le {today + HORIZON}T00:00:00Z"
    return (
        f"https://{client}.api.civicclerk.com/v1/Events?$filter={quote(wanted)}&$orderby=startDateTime"
        f"&$top={MOST_MEETINGS}"
    )


def _granicus(body: bytes, content_type: str, client: str) -> ReadMeetings:
    """Its feed tells of agendas, those of old meetings among them; the meeting's day stands in the title."""
    found = read_feed(body, content_type)
    if found.outcome is not ReadingOutcome.READ:
        return ReadMeetings(found.outcome, found.why)
    dated = ((item, _written_day(item.title) or item.published) for item in found.items)
    meetings = tuple(
        Meeting(
            item.guid,
            item.title,
            day,
            time[0] if (time := _WRITTEN_TIME.search(item.title)) else "",
            item.address,
            item.address,
            f"{item.title} {item.summary}",
            cancelled=bool(_CANCELLED.search(item.title)),
        )
        for item, day in dated
        if day is not None
    )
    if not meetings:
        return ReadMeetings(ReadingOutcome.UNREADABLE, _NO_SHAPE)
    return ReadMeetings(ReadingOutcome.READ, "", meetings, is_whole=False)


def _written_day(title: str) -> date | None:
    with suppress(ValueError):
        if found := _WRITTEN_DAY.search(title):
            month = next(number for number, name in enumerate(MONTHS, 1) if name[:3].lower() == found["name"].lower())
            return date(int(found["year"]), month, int(found["day"]))
        if found := _DAY_IN_FIGURES.search(title):
            year, month, day = (int(found[one] or found[one[0]]) for one in ("year", "month", "day"))
            return date(year, month, day)
    return None


def _granicus_address(client: str, page: str) -> str:
    host, _, view = client.partition("/")
    return f"https://{host}.granicus.com/{page}?view_id={view}"


def agenda_text(body: bytes) -> str | None:
    """The texts of an agenda that came as JSON, one after the other; None for anything else."""
    if body.lstrip()[:1] not in (b"[", b"{"):
        return None
    found = _json_of(body)
    return "\n".join(_strings(found, 12)) if isinstance(found, dict | list) else None


def _strings(value: Any, deep: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif deep and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner, deep - 1)


_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
PLATFORMS: Mapping[Platform, PlatformFacts] = {
    Platform.LEGISTAR: PlatformFacts(
        "Legistar",
        _NAME,
        "portland",
        _asked_legistar,
        lambda client: f"https://{client}.legistar.com/Calendar.aspx",
        _legistar,
    ),
    Platform.GRANICUS: PlatformFacts(
        "Granicus",
        re.compile(rf"{_NAME.pattern}/\d{{1,5}}"),
        "juneau/2",
        lambda client, today: f"{_granicus_address(client, 'ViewPublisherRSS.php')}&mode=agendas",
        lambda client: _granicus_address(client, "ViewPublisher.php"),
        _granicus,
    ),
    Platform.PRIMEGOV: PlatformFacts(
        "PrimeGov",
        _NAME,
        "lacity",
        lambda client, today: f"https://{client}.primegov.com/api/v2/PublicPortal/ListUpcomingMeetings",
        lambda client: f"https://{client}.primegov.com/public/portal",
        _primegov,
    ),
    Platform.CIVICCLERK: PlatformFacts(
        "CivicClerk",
        _NAME,
        "portlandme",
        _asked_civicclerk,
        lambda client: f"https://{client}.portal.civicclerk.com/",
        _civicclerk,
    ),
}
