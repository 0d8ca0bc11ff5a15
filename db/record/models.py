"""The record's values: what a place, a tie, an act and a source are. Frozen. Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.grades import Grade
from db.record.levels import Level
from db.record.page_kinds import PageKind
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows


class Country(StrEnum):
    US = "US"
    RU = "RU"
    UA = "UA"


class PlaceKind(StrEnum):
    CITY = "city"
    COUNTY = "county"
    STATE = "state"
    REGION = "region"
    METRO = "metro"
    BOROUGH = "borough"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Side(StrEnum):
    END = "end"
    KEEP = "keep"
    CONTEXT = "context"


# What is context has no other side.
OTHER_SIDE: Mapping[Side, Side] = {Side.END: Side.KEEP, Side.KEEP: Side.END}


class DateBasis(StrEnum):
    """How sure an act's date is: given by a page, worked out, or the day of a meeting whose outcome was not seen."""

    REPORTED = "reported"
    INFERRED = "inferred"
    MEETING = "meeting"


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


# The type's name where a field is called `date`.
Day = date

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year. ``first`` is its first possible day."""

    first: date
    precision: Precision = Precision.DAY

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2022``, ``2022-04`` or ``2022-04-01``. Raises ValueError for anything else."""
        match = _PARTIAL_DATE.fullmatch(text)
        if match is None:
            raise ValueError(f"not a year, month or day: {text!r}")
        year, month, day = match.groups()
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(date(int(year), int(month or 1), int(day or 1)), precision)

    @property
    def last(self) -> date:
        """The last possible day."""
        if self.precision is Precision.DAY:
            return self.first
        month = 12 if self.precision is Precision.YEAR else self.first.month
        return date(self.first.year, month, calendar.monthrange(self.first.year, month)[1])

    def __str__(self) -> str:
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.first.isoformat()[:length]


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy of a page as it was on the day ``taken``, and where it can be read.

    Of a file that editors keep, ``sha256`` and ``size`` (in bytes) say which file it is.
    """

    url: str
    taken: date
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A page that something was read on.

    ``mirror_of`` names whose text it carries: copies of one text count once.
    ``title_is_descriptive`` marks a title of ours. ``country`` is the publisher's, as an ISO code; None if it is not
    known, or of no one country. ``citable_in_letter``: its link may stand in a letter to an American office.
    ``copies`` are archived copies that show what it is cited for.
    """

    id: str
    url: str
    title: str
    publisher: str
    published: PartialDate | None
    grade: Grade
    state_media: bool = False
    mirror_of: str | None = None
    title_is_descriptive: bool = False
    page_kind: PageKind = PageKind.OTHER
    country: str | None = None
    citable_in_letter: bool = False
    copies: tuple[ArchivedCopy, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    """An office and its body, never a person. ``page`` and ``verified_on`` are empty until an editor has looked."""

    office: str
    body: str
    page: str | None = None
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A U.S. or Russian place in a tie. ``state`` is a postal code (U.S. only), ``region`` a name (Russia only)."""

    id: str
    country: Country
    name: str
    kind: PlaceKind
    state: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    geoname_id: int | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    recipients: tuple[Recipient, ...] = ()
    run_by: str | None = None


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A place known by name that is in no tie of the register. ``state`` is a postal code, empty outside the U.S."""

    country: Country
    name: str
    state: str
    lat: float
    lon: float
    population: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Something dated that was done or said about a tie. ``sources`` are ids, at least one.

    ``said`` is the act in a sentence of its own, to be told in place of the usual one, without its ``condition``.
    ``date_note`` says to readers why a date is not as a page gives it. ``confidence`` is for editors.
    ``replaces`` and ``disputes`` are ids of other acts of the same tie. ``retracted`` says why the act was withdrawn,
    and is None while it stands. ``recorded_on`` is the day on which an editor entered it, None for what came with the
    dataset: no search before it knew of the act.

    ``hearing`` is the day on which a proposal is heard. Its ``hearing_time`` is by the clocks of ``hearing_zone``, the
    name of a time zone (America/Juneau): both or neither. ``hearing_speak`` says how to sign up in order to speak,
    ``hearing_agenda`` is an address; ``hearing_cancelled`` says that it does not take place.
    """

    id: str
    date: PartialDate
    kind: ActKind
    actor: str
    authority: Authority
    summary: str
    sources: tuple[str, ...]
    said: str | None = None
    date_basis: DateBasis = DateBasis.REPORTED
    date_note: str | None = None
    confidence: Confidence = Confidence.MEDIUM
    recorded_on: Day | None = None
    condition: str | None = None
    vote: str | None = None
    hearing: Day | None = None
    hearing_time: time | None = None
    hearing_zone: str | None = None
    hearing_place: str | None = None
    hearing_speak: str | None = None
    hearing_agenda: str | None = None
    hearing_cancelled: bool = False
    replaces: str | None = None
    replaces_why: str | None = None
    disputes: str | None = None
    retracted: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that decides nothing. Only one that ``shows`` the pair may be told as a page with both as partners."""

    id: str
    date: PartialDate | None
    shows: Shows
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """Somebody looked, there, then. It tells *found nothing* from *never looked*, and freshens nothing.

    ``knew`` is the id of the act behind the standing when an editor noted it: it tells, for an act that was entered on
    the day of the search, which came first.
    """

    date: PartialDate
    where: str
    outcome: SearchOutcome
    knew: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """The relationship between one U.S. place and one Russian place. ``acts`` stand in their true order.

    ``note`` is for readers; ``editor_note`` is for editors, and never shown to anybody else.
    """

    id: str
    us: str
    ru: str
    level: Level
    since: int | None = None
    since_source: str | None = None
    since_note: str | None = None
    list_spelling: str | None = None
    note: str | None = None
    editor_note: str | None = None
    acts: tuple[Act, ...] = ()
    listings: tuple[Listing, ...] = ()
    searches: tuple[Search, ...] = ()

    @property
    def on_2022_list(self) -> bool:
        """Whether the U.S.–Russia Chamber of Commerce list of June 2022 has it."""
        return self.list_spelling is not None


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """What a named person or body said, for either side. ``quote`` has at most 30 words.

    *On {date}, {speaker}, {office_then}, {lead}: “{quote}”*; without a lead, *said*. ``office`` is a short form of
    ``office_then``, the office on that day; ``occasion`` names the event or page. ``fits_letter``: the quote stands on
    its own. ``answers`` are ids of the points of the other side that this one answers, both ways. ``retired`` says why
    it is told no more: it stays in the data, and is quoted nowhere.
    """

    id: str
    side: Side
    speaker: str
    office: str | None
    place: str | None
    place_text: str | None
    date: PartialDate | None
    gist: str
    quote: str | None
    source: str
    lead: str | None = None
    occasion: str | None = None
    office_then: str | None = None
    fits_letter: bool = False
    answers: tuple[str, ...] = ()
    retired: str | None = None


@dataclass(frozen=True, slots=True)
class UkraineTie:
    """A U.S. tie with Ukraine. ``status`` is as of the source. Crimean and occupied places are Ukrainian."""

    id: str
    us_name: str
    us_state: str
    us_place: str | None
    ua_name: str
    ua_oblast: str
    ua_crimea: bool
    ua_note: str | None
    since: PartialDate | None
    status: str
    weak: bool
    weak_reason: str | None
    source: str

    @property
    def is_of_state(self) -> bool:
        """Whether a whole state is the partner: the record then writes "Iowa (state)"."""
        return self.us_name.endswith("(state)")


@dataclass(frozen=True, slots=True)
class Petition:
    """The campaign's petition. ``count_as_of`` is None where the copy read was undated."""

    title: str
    url: str
    started_by: str
    addressed_to: str
    count: int
    goal: int
    count_as_of: date | None
    asks: str
    who_may_sign: str
    invite: str
    source: str


@dataclass(frozen=True, slots=True)
class UsState:
    """A U.S. state or the District of Columbia: its names as people write them."""

    code: str
    name: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsRegion:
    """A part of the country as people name it, and the postal codes of its states."""

    id: str
    name: str
    states: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known, as read from `data/` or from the database. Keys are ids; ties keep the dataset's order."""

    places: Mapping[str, Place] = field(default_factory=dict)
    ties: Mapping[str, Tie] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    talking_points: Mapping[str, TalkingPoint] = field(default_factory=dict)
    ukraine_ties: Mapping[str, UkraineTie] = field(default_factory=dict)
    petition: Petition | None = None
    other_places: Sequence[OtherPlace] = ()
    states: Mapping[str, UsState] = field(default_factory=dict)
    regions: Mapping[str, UsRegion] = field(default_factory=dict)
    # The talking points that are told: all but the retired ones.
    points_in_use: tuple[TalkingPoint, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        in_use = tuple(point for point in self.talking_points.values() if point.retired is None)
        object.__setattr__(self, "points_in_use", in_use)
