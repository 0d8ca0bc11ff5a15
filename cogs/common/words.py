"""Standings, dates and names in English, and the sentences that say how a tie stands. Pure: no Discord.

Nearly every standing is old news, so a sentence says who said it and when, and never "is" for what was.
Citations are ``[1]``: a ``Citations`` collects the sources behind the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from db.models import Act, ActKind, Authority, Country, Level, OtherPlace, PartialDate, Place, Precision, Source, Standing, Tie
from db.register import Register
from db.standing import Freshness, freshness, is_thin, last_search, standing_acts

SHAPES: Mapping[Standing, str] = {
    Standing.ACTIVE: "●",
    Standing.SUSPENDED: "◐",
    Standing.ENDED: "○",
    Standing.DORMANT: "◇",
    Standing.DISPUTED: "▲",
    Standing.UNCONFIRMED: "?",
}
STANDING_WORDS: Mapping[Standing, str] = {
    Standing.ACTIVE: "Active",
    Standing.SUSPENDED: "Suspended, not ended",
    Standing.ENDED: "Ended",
    Standing.DORMANT: "Dormant: no contact, not ended",
    Standing.DISPUTED: "Disputed",
    Standing.UNCONFIRMED: "Unconfirmed",
}
LEVEL_WORDS: Mapping[Level, str] = {
    Level.SISTER_CITY: "sister cities",
    Level.FRIENDSHIP: "friendship",
    Level.PARTNERSHIP: "partnership",
    Level.SISTER_COUNTY: "sister counties",
    Level.SISTER_STATE: "sister states",
}
KIND_WORDS: Mapping[ActKind, str] = {
    ActKind.ESTABLISHED: "Established",
    ActKind.CONFIRMED: "Said to stand",
    ActKind.KEPT: "Kept",
    ActKind.PROPOSED: "Proposed",
    ActKind.SUSPENDED: "Suspended",
    ActKind.RESUMED: "Resumed",
    ActKind.ENDED: "Ended",
    ActKind.DORMANT: "Reported without contact",
    ActKind.STATEMENT: "Statement",
}
GRADE_WORDS: Mapping[str, str] = {
    "A": "resolution, minutes, signed letter, order or statute",
    "B": "the city's own page or papers",
    "C": "news report",
    "D": "association, advocacy group or partner",
    "E": "aggregator, repost or list",
    "F": "tip",
}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


class Citations:
    """Sources in the order in which they are first cited, numbered from 1."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._known = sources
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str], most: int = 3) -> str:
        """The marks for some source ids, such as ``" [1][2]"``; unknown ids are passed over."""
        known = [name for name in ids if name in self._known][:most]
        marks = "".join(f"[{self._numbers.setdefault(name, len(self._numbers) + 1)}]" for name in known)
        return f" {marks}" if marks else ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cited sources; the first is number 1."""
        return tuple(self._known[name] for name in self._numbers)


def day(value: date) -> str:
    """A date in words: ``4 April 2022``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: PartialDate) -> str:
    """A date as exactly as it is known: ``4 April 2022``, ``April 2022``, ``2022``."""
    if value.precision is Precision.DAY:
        return day(value.first)
    if value.precision is Precision.MONTH:
        return f"{_MONTHS[value.first.month - 1]} {value.first.year}"
    return str(value.first.year)


def on(value: PartialDate) -> str:
    """A date with its preposition: ``on 4 April 2022``, ``in April 2022``."""
    return f"{'on' if value.precision is Precision.DAY else 'in'} {when(value)}"


def place_name(place: Place | OtherPlace, register: Register) -> str:
    """A place by its full name: ``Portland, Oregon``; ``Khabarovsk, Khabarovsk Krai, Russia``; ``Vermont``."""
    if place.country is Country.US:
        state = register.record.states.get(place.state or "")
        name = state.name if state else place.state
        return f"{place.name}, {name}" if name and name != place.name else place.name
    if place.country is Country.UA:
        return f"{place.name}, Ukraine"
    region = place.region if isinstance(place, Place) else None
    return f"{place.name}, Russia" if region is None or place.name in region else f"{place.name}, {region}, Russia"


def short_name(place: Place | OtherPlace, register: Register) -> str:
    """A place's name as one would say it beside others: ``Portland, Oregon``; ``Khabarovsk``."""
    return place_name(place, register) if place.country is Country.US else place.name


def tie_name(tie: Tie, register: Register) -> str:
    """A tie by the full names of its places: ``Portland, Oregon – Khabarovsk, Russia``."""
    return f"{place_name(register.place(tie.us), register)} – {place_name(register.place(tie.ru), register)}"


def tie_row(tie: Tie, register: Register) -> str:
    """A tie in one line of a list, with its standing and the date behind it."""
    status = register.status(tie.id)
    dated = f", {when(status.basis.date)}" if status.basis else ""
    word = str(status.standing).capitalize()
    names = f"{short_name(register.place(tie.us), register)} – {register.place(tie.ru).name}"
    return f"{SHAPES[status.standing]} {names}: {word}{dated}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 tie``, ``2 ties``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def searched(tie: Tie) -> str:
    """The last search in brackets: ``(searched 22 November 2026)``; that nobody has looked, where nobody has."""
    found = last_search(tie)
    return f"(searched {when(found.date)})" if found else "(nobody has searched yet)"


def verdict(tie: Tie, register: Register, citations: Citations) -> tuple[str, str]:
    """How a tie stands: the words to be said first, in bold, and the rest of the paragraph."""
    status = register.status(tie.id)
    act = status.basis
    if act is None:
        return "Unconfirmed", _unconfirmed(tie, citations)
    if status.against is not None:
        return "Disputed.", f" {_said(act, citations)} {_said(status.against, citations)}"
    thin = ", on one report" if is_thin(act, register.record.sources) else ""
    cited = thin + citations.cite(act.sources)
    since = f" It had stood since {tie.since}." if tie.since else ""
    if status.standing is Standing.SUSPENDED:
        until = f" Until: {_stop(act.condition)}" if act.condition else " No condition for lifting it was found."
        return "Suspended, not ended,", f" {_by(act)}{_vote(act)}{cited}.{until} No later decision found {searched(tie)}."
    if status.standing is Standing.ENDED:
        return "Ended", f" {_by(act)}{_vote(act)}{cited}.{since} Nothing newer found {searched(tie)}."
    if status.standing is Standing.DORMANT:
        return "Dormant:", f" no contact, {act.actor} said {on(act.date)}{cited}; nobody ended it formally. Nothing newer found {searched(tie)}."
    strong, rest = _active(act, cited)
    return strong, f"{rest} Nothing newer found {searched(tie)}."


def _active(act: Act, cited: str) -> tuple[str, str]:
    if act.kind is ActKind.KEPT and act.authority is Authority.COUNCIL:
        return "Active: kept, last we know,", f" {_by(act)}{_vote(act)}{cited}."
    if act.kind is ActKind.RESUMED:
        return "Active: resumed", f" {_by(act)}{_vote(act)}{cited}."
    if act.authority in {Authority.MAYOR, Authority.STATE, Authority.COUNCIL} or act.kind is ActKind.KEPT:
        return "Active: not cut,", f" by the word of {act.actor} {on(act.date)}{_vote(act)}; no vote on it was found{cited}."
    if act.authority is Authority.CITY_PAGE:
        return "Active on the city's own page or papers,", f" {_page_date(act)} ({act.actor}); no vote either way was found{cited}."
    return "Active by report only:", f" said to stand by {act.actor} {on(act.date)}; no word from the city was found{cited}."


def _page_date(act: Act) -> str:
    if act.date.precision is Precision.YEAR:
        return f"undated ({when(act.date)} or later)"
    return f"as of {when(act.date)}"


def _by(act: Act) -> str:
    return f"by {act.actor} {on(act.date)}"


def _vote(act: Act) -> str:
    return f", {act.vote}" if act.vote else ""


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _said(act: Act, citations: Citations) -> str:
    return f"{act.actor}, {when(act.date)}: {_stop(act.summary)}{citations.cite(act.sources)}"


def _unconfirmed(tie: Tie, citations: Citations) -> str:
    listing = max(
        (item for item in tie.listings), key=lambda item: item.date.last if item.date else date.min, default=None
    )
    newer = [act for act in standing_acts(tie.acts) if act.date.last >= date(2022, 2, 24)]
    listed = f": on a page of {when(listing.date)}" if listing and listing.date else ": on an undated page" if listing else ""
    cited = citations.cite(listing.sources, most=2) if listing else ""
    talk = f" {_stop(newer[-1].actor + ' ' + on(newer[-1].date))[:-1]}: {_stop(newer[-1].summary)}{citations.cite(newer[-1].sources, most=2)}" if newer else ""
    return f"{listed}{cited}; nothing found since says whether it stands {searched(tie)}.{talk}"


def age_note(act: Act, today: date) -> str:
    """A sentence about how old the word is, or an empty text while it is current."""
    state = freshness(act, today)
    if state is Freshness.CURRENT:
        return ""
    months = max(1, round((today - act.date.last).days / 30.44))
    old = plural(months, "month") if months < 24 else f"{months // 12} years"
    return f"As of {when(act.date)}: this word is {old} old."
