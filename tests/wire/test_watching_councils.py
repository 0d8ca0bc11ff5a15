"""Councils: their platforms' answers, made up by the shapes that are public, and what becomes of meetings and hits."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cogs.fetching import Fetcher
from cogs.watching.councils import read_one
from cogs.watching.meetings import after_reading, search_agenda
from cogs.watching.platforms import MOST_MEETINGS, PLATFORMS, agenda_text
from db.record.register import Register
from db.store import councils, tips
from db.store.database import Database
from db.store.tip_models import Tip, TipSubject
from db.store.watched_models import Council, KnownMeeting, Meeting, MeetingState, Platform, ReadingOutcome
from tests.web import PlainConnector, Web
from tests.world import NOW

TODAY = NOW.date()
HELD = TODAY + timedelta(days=5)
EVENTS = "webapi.legistar.com/v1/juneau/events"


def legistar(number: int = 7, held: date = HELD, **changes: Any) -> dict[str, Any]:
    """A meeting as Legistar tells of it."""
    return {
        "EventId": number,
        "EventBodyName": "Assembly",
        "EventDate": f"{held}T00:00:00",
        "EventTime": "6:00 PM",
        "EventComment": None,
        "EventAgendaStatusName": "Final",
        "EventInSiteURL": f"https://juneau.legistar.com/MeetingDetail.aspx?ID={number}",
    } | changes


def items(*titles: str) -> str:
    """The business of a meeting as Legistar tells of it."""
    return json.dumps([{"EventItemId": number, "EventItemTitle": title} for number, title in enumerate(titles)])


class Reader:
    """Reads one council, at days counted from the first."""

    def __init__(self, database: Database, register: Register, fetcher: Fetcher) -> None:
        self._database, self._register, self._fetcher = database, register, fetcher

    async def council(self) -> Council:
        """The council as it is kept."""
        (council,) = await councils.all_councils(self._database)
        return council

    async def read(self, days: int = 0) -> int:
        """Read it; how many tips were made."""
        now = NOW + timedelta(days=days)
        return await read_one(self._database, self._register, self._fetcher, await self.council(), now)

    async def meetings(self) -> dict[str, KnownMeeting]:
        """The meetings as they are kept."""
        return {each.meeting.id: each for each in await councils.meetings_of(self._database, "juneau-ak")}

    async def tips(self) -> Sequence[Tip]:
        """The tips that wait."""
        return await tips.waiting(self._database, 99)


@pytest.fixture
async def reader(sites: Web, register: Register, tmp_path: Path) -> AsyncIterator[Reader]:
    """Reads Juneau's council."""
    database = await Database.open(tmp_path / "councils.sqlite3")
    async with database.transaction() as conn:
        await councils.add(conn, Council("juneau-ak", Platform.LEGISTAR, "juneau"), NOW)
    options = {"resolver": sites, "connector": PlainConnector, "between": 0, "seconds": 5}
    async with Fetcher("me@tiewatch.example", lambda: NOW, **options) as fetcher:  # type: ignore[arg-type]
        yield Reader(database, register, fetcher)
    await database.close()


async def test_a_partner_on_an_agenda_becomes_a_tip_for_a_hearing_once(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(f"{EVENTS}/7/eventitems", items("Roads", "Resolution 3021: the sister city Vladivostok, Russia"))
    assert await reader.read() == 1
    (tip,) = await reader.tips()
    assert (tip.what, tip.tie, tip.date, tip.machine) == (
        TipSubject.PROPOSED,
        "juneau-ak--vladivostok",
        "2026-12-03",
        "Agendas of Juneau, Alaska",
    )
    assert tip.address == "https://juneau.legistar.com/MeetingDetail.aspx?ID=7"
    assert tip.title == "Assembly, meeting of 3 December 2026"
    assert tip.words == (
        "“Assembly”, a meeting on 3 December 2026, 6:00 PM. Words that matched: “Vladivostok”, “sister city”, “russia”."
    )
    assert await reader.read(1) == 0


async def test_an_agenda_about_something_else_is_no_tip(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(
        f"{EVENTS}/7/eventitems", items("Roads", "The sister city Kamianske sends a bell", "Russian Bishop's House")
    )
    assert await reader.read() == 1, "a sister city and Russia are an editor's to tell apart"
    sites.page(f"{EVENTS}/7/eventitems", items("Roads", "The sister city Kamianske"))
    assert await reader.read(1) == 0
    assert (await reader.meetings())["7"].hit == ""


async def test_a_meeting_that_vanishes_is_cancelled_and_told_of_if_it_mattered(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar(), legistar(8, HELD + timedelta(days=7))]))
    sites.page(f"{EVENTS}/7/eventitems", items("Vladivostok"))
    sites.page(f"{EVENTS}/8/eventitems", items("Roads"))
    await reader.read()
    sites.page(EVENTS, json.dumps([legistar(9, HELD + timedelta(days=14))]))
    assert await reader.read(1) == 1
    stands = await reader.meetings()
    assert {name: each.state for name, each in stands.items()} == {
        "7": MeetingState.CANCELLED,
        "8": MeetingState.CANCELLED,
        "9": MeetingState.COMING,
    }
    assert [tip.what for tip in await reader.tips()] == [TipSubject.PROPOSED, TipSubject.PAGE_CHANGED]
    assert await reader.read(2) == 0


@pytest.mark.parametrize("said", [{"EventComment": "CANCELED by the chair"}, {"EventAgendaStatusName": "Cancelled"}])
async def test_a_meeting_that_is_called_cancelled_is(sites: Web, reader: Reader, said: dict[str, Any]) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(f"{EVENTS}/7/eventitems", items("Vladivostok"))
    await reader.read()
    sites.page(EVENTS, json.dumps([legistar(**said)]))
    assert await reader.read(1) == 1
    assert (await reader.meetings())["7"].state is MeetingState.CANCELLED


async def test_a_meeting_that_passed_is_not_cancelled(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(f"{EVENTS}/7/eventitems", items("Vladivostok"))
    await reader.read()
    sites.page(EVENTS, json.dumps([legistar(8, HELD + timedelta(days=30))]))
    assert await reader.read(6) == 0
    assert (await reader.meetings())["7"].state is MeetingState.PASSED


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        ("[]", 200, ReadingOutcome.EMPTY),
        ("<html><title>Just a moment...</title>", 200, ReadingOutcome.UNREADABLE),
        ('{"Message": "Token is required"}', 200, ReadingOutcome.UNREADABLE),
        ("[1, 2, 3]", 200, ReadingOutcome.UNREADABLE),
        ('[{"EventId": "7", "EventDate": "soon"}]', 200, ReadingOutcome.UNREADABLE),
        ("", 200, ReadingOutcome.UNREADABLE),
        ("[" * 100_000, 200, ReadingOutcome.UNREADABLE),
        ("[]", 403, ReadingOutcome.UNREADABLE),
        ("[]", 500, ReadingOutcome.UNREADABLE),
    ],
)
async def test_read_empty_and_unreadable_are_three_things_and_only_the_first_cancels(
    sites: Web, reader: Reader, body: str, status: int, outcome: ReadingOutcome
) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(f"{EVENTS}/7/eventitems", items("Vladivostok"))
    await reader.read()
    sites.page(EVENTS, body, status=status)
    assert await reader.read(1) == 0
    assert (await reader.council()).reading.outcome is outcome
    assert (await reader.meetings())["7"].state is MeetingState.COMING


async def test_an_agenda_that_cannot_be_read_tonight_loses_nothing(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    sites.page(f"{EVENTS}/7/eventitems", items("Vladivostok"))
    await reader.read()
    sites.page(f"{EVENTS}/7/eventitems", "no", status=503)
    await reader.read(1)
    assert (await reader.meetings())["7"].hit.startswith("juneau-ak--vladivostok")


async def test_a_list_that_was_cut_cancels_nothing(sites: Web, reader: Reader) -> None:
    sites.page(EVENTS, json.dumps([legistar()]))
    await reader.read()
    many = [legistar(100 + number, HELD + timedelta(days=1)) for number in range(MOST_MEETINGS)]
    sites.page(EVENTS, json.dumps(many))
    await reader.read(1)
    assert (await reader.meetings())["7"].state is MeetingState.COMING


def test_a_meeting_of_today_that_vanished_is_neither_cancelled_nor_over() -> None:
    known = [KnownMeeting(Meeting("1", "Council", TODAY), MeetingState.COMING)]
    other = [Meeting("2", "Council", HELD)]
    assert after_reading(known, other, TODAY, is_whole=True)[-1].state is MeetingState.COMING
    assert after_reading(known, other, TODAY + timedelta(days=1), is_whole=True)[-1].state is MeetingState.PASSED


def test_one_that_comes_again_is_coming() -> None:
    known = [KnownMeeting(Meeting("1", "Council", HELD), MeetingState.CANCELLED, "hit")]
    (found,) = after_reading(known, [Meeting("1", "Council", HELD)], TODAY, is_whole=True)
    assert (found.state, found.hit) == (MeetingState.COMING, "hit")


GRANICUS = (
    '<rss version="2.0"><channel><title>Agendas</title>'
    "<item><guid>g1</guid><title>City Council - Regular - Dec 03, 2026 - 06:00 PM</title>"
    "<link>https://juneau.granicus.com/AgendaViewer.php?view_id=2&amp;event_id=1</link></item>"
    "<item><guid>g2</guid><title>Cancelled: Planning, December 4, 2026</title><link>https://juneau.granicus.com/2</link></item>"
    "<item><guid>g3</guid><title>Undated</title><link>https://juneau.granicus.com/3</link></item>"
    "</channel></rss>"
)
PRIMEGOV = json.dumps(
    [
        {
            "id": 12,
            "title": "City Council",
            "dateTime": "2026-12-03T18:00:00",
            "date": "Dec 03, 2026",
            "time": "06:00 PM",
            "documentList": [
                {"templateId": 5, "templateName": "Packet"},
                {"templateId": 6, "templateName": "Agenda"},
            ],
        },
        {"id": 13, "title": "CANCELLED - Budget", "dateTime": "2026-12-04T00:00:00", "documentList": None},
    ]
)
CIVICCLERK = json.dumps(
    {
        "value": [
            {
                "id": 44,
                "eventName": "City Council Regular Meeting",
                "eventDescription": "In the chamber",
                "startDateTime": "2026-12-03T18:00:00Z",
                "publishedFiles": [{"fileId": 9, "type": "Agenda", "name": "Agenda"}],
            },
            {"id": 45, "eventName": "Workshop", "startDateTime": "2026-12-04T00:00:00Z", "publishedFiles": []},
        ]
    }
)


@pytest.mark.parametrize(
    ("platform", "client", "body", "first"),
    [
        (
            Platform.GRANICUS,
            "juneau/2",
            GRANICUS,
            ("06:00 PM", "https://juneau.granicus.com/AgendaViewer.php?view_id=2&event_id=1"),
        ),
        (
            Platform.PRIMEGOV,
            "juneau",
            PRIMEGOV,
            ("06:00 PM", "https://juneau.primegov.com/Public/CompiledDocument?meetingTemplateId=6&compileOutputType=1"),
        ),
        (
            Platform.CIVICCLERK,
            "juneauak",
            CIVICCLERK,
            ("18:00", "https://juneauak.api.civicclerk.com/v1/Meetings/GetMeetingFileStream(fileId=9,plainText=true)"),
        ),
    ],
)
def test_every_platform_is_read_by_its_public_shape(
    platform: Platform, client: str, body: str, first: tuple[str, str]
) -> None:
    found = PLATFORMS[platform].read(body.encode(), "", client)
    assert found.outcome is ReadingOutcome.READ
    assert [meeting.day for meeting in found.meetings] == [date(2026, 12, 3), date(2026, 12, 4)]
    assert (found.meetings[0].time, found.meetings[0].agenda) == first
    assert found.meetings[1].time == ""
    assert found.meetings[1].cancelled == (platform is not Platform.CIVICCLERK)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Town Council on 2026-12-03 6:00 PM - Regular", date(2026, 12, 3)),
        ("Assembly 12/3/2026", date(2026, 12, 3)),
        ("Assembly - Dec 3, 2026 (agenda of 11/20/2026)", date(2026, 12, 3)),
        ("Resolution 2026-13-45", date(2026, 11, 20)),
        ("Assembly", date(2026, 11, 20)),
    ],
)
def test_the_day_of_a_meeting_is_read_off_its_title_however_a_city_writes_it(title: str, day: date) -> None:
    """Else the day on which its agenda was put up, which is all that the feed tells besides."""
    feed = (
        '<rss version="2.0"><channel><title>Agendas</title><item><guid>g1</guid>'
        f"<title>{title}</title><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item></channel></rss>"
    )
    (meeting,) = PLATFORMS[Platform.GRANICUS].read(feed.encode(), "", "juneau/2").meetings
    assert meeting.day == day


@pytest.mark.parametrize("name", ["Notice of Cancellation", "HTML Notice of Cancellation", "CANCELED"])
def test_a_notice_among_its_documents_cancels_a_meeting(name: str) -> None:
    """PrimeGov's title stays what it was."""
    told = {"id": 12, "title": "City Council Meeting", "dateTime": "2026-12-03T18:00:00"}
    agenda = {"templateId": 5, "templateName": "Agenda"}
    notice = {"templateId": 6, "templateName": name}
    body = json.dumps([{**told, "documentList": [agenda, notice]}, {**told, "documentList": [agenda, 7, {}]}])
    off, on = PLATFORMS[Platform.PRIMEGOV].read(body.encode(), "", "juneau").meetings
    assert (off.cancelled, on.cancelled) == (True, False)


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[[]]", b'{"value": 7}', b"null", b"\xff\xfe", b"[" * 9999])
def test_no_platform_takes_another_shape_for_an_answer(platform: Platform, body: bytes) -> None:
    found = PLATFORMS[platform].read(body, "", PLATFORMS[platform].example)
    assert (found.outcome, found.meetings) == (ReadingOutcome.UNREADABLE, ())


@pytest.mark.parametrize("platform", Platform)
def test_a_clients_name_leads_to_its_platform_alone(platform: Platform) -> None:
    facts = PLATFORMS[platform]
    assert facts.client.fullmatch(facts.example)
    for evil in ("evil.example/", "a@b", "a:80", "../x", "a b", "a/1/2", "-a", "x" * 90, "", "127.0.0.1", "a#", "a?b"):
        assert not facts.client.fullmatch(evil)
    asked = facts.asked(facts.example, TODAY)
    hosts = (".legistar.com/", ".granicus.com/", ".primegov.com/", ".civicclerk.com/")
    assert any(host in asked for host in hosts)
    assert facts.page(facts.example).startswith("https://")


@pytest.mark.parametrize(
    ("words", "place", "tie", "said"),
    [
        ("resolution on vladivostok", "juneau-ak", "juneau-ak--vladivostok", ("Vladivostok",)),
        ("our sister cities in russia", "juneau-ak", "juneau-ak--vladivostok", ("sister cities", "russia")),
        ("our sister cities in taiwan", "juneau-ak", "", ()),
        ("the russian bishop s house", "juneau-ak", "", ()),
        ("resolution on khabarovsk", "juneau-ak", "", ()),
    ],
)
def test_what_an_agenda_says_of_a_tie(
    register: Register, words: str, place: str, tie: str, said: tuple[str, ...]
) -> None:
    found = search_agenda(words, place, register)
    assert (found.tie.id if found and found.tie else "", found.words if found else ()) == (tie, said)


def test_a_person_of_a_city_s_name_is_no_city(register: Register) -> None:
    tie = next(tie for tie in register.record.ties.values() if tie.ru == "vladimir")
    assert search_agenda("thanks to vladimir petrov", tie.us, register) is None
    assert search_agenda("the sister city vladimir", tie.us, register) is not None


def test_only_the_texts_of_an_agenda_in_json_are_read() -> None:
    assert agenda_text(b' [{"a": "Roads", "b": [{"c": "Vladivostok"}], "d": 7}]') == "Roads\nVladivostok"
    assert agenda_text(b"%PDF-1.7") is None
    assert agenda_text(b"[" * 9999) is None
