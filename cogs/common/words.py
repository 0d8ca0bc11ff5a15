"""Standings, dates and names in English, and the sentences that say how a tie stands. Pure: no Discord.

Nearly every standing is old news, so a sentence says who said it and when, and never "is" for what was.
Citations are ``[1]``: a ``Citations`` collects the sources behind the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from db.models import (
    Act,
    ActKind,
    Authority,
    Country,
    Level,
    OtherPlace,
    PartialDate,
    Place,
    Precision,
    Source,
    Standing,
    Tie,
)
from db.register import Register
from db.standing import (
    INVASION,
    Freshness,
    Status,
    acts_after,
    earlier_word,
    freshness,
    has_vote,
    has_word_of,
    is_thin,
    last_search,
    search_since,
    standing_acts,
)

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
_MONTHS = ("January February March April May June July August September October November December").split()
_AFFIRMS = {ActKind.KEPT, ActKind.CONFIRMED, ActKind.RESUMED}
_OFFICES = {Authority.COUNCIL, Authority.MAYOR, Authority.STATE}


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


def source_line(source: Source) -> str:
    """A source by publisher, title, date and kind; titles that are not headlines stand without quotation marks."""
    title = source.title if source.title_is_descriptive else f"“{source.title}”"
    dated = f", {when(source.published)}" if source.published else ", undated"
    media = ", Russian state media" if source.state_media else ""
    return f"{source.publisher}: {title}{dated} ({source.grade}: {GRADE_WORDS[source.grade]}{media})"


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
    strong, rest = _active(tie, act, cited, citations) if status.standing is Standing.ACTIVE else _stopped(act, cited)
    since = f" It had stood since {tie.since}{citations.cite(_since_source(tie))}." if _had_stood(status, tie) else ""
    return strong, f"{rest}{since} {_newer(tie, act, citations)}"


def _newer(tie: Tie, act: Act, citations: Citations) -> str:
    """What is on record after the act that decides, and what was found when somebody last looked."""
    after = acts_after(tie, act)
    known = ""
    if after:
        last = after[-1]
        known = f"Newer on record, deciding nothing: {_who(last)} {on(last.date)}{_cite(last, citations)}. "
    found = search_since(tie, act)
    if found is None:
        return f"{known}Nobody has searched for news since."
    what = "No later decision" if after or act.kind is ActKind.SUSPENDED else "Nothing newer"
    return f"{known}{what} found (searched {when(found.date)})."


def _cite(act: Act, citations: Citations) -> str:
    return citations.cite(act.sources, most=2)


def _since_source(tie: Tie) -> tuple[str, ...]:
    return (tie.since_source,) if tie.since_source else ()


def _had_stood(status: Status, tie: Tie) -> bool:
    return status.standing is Standing.ENDED and tie.since is not None


def _stopped(act: Act, cited: str) -> tuple[str, str]:
    if act.kind is ActKind.SUSPENDED:
        until = "No condition for lifting it was found."
        if act.condition:
            until = f"Until: {_stop(act.condition.removeprefix('Until '))}"
        return "Suspended, not ended,", f" {_by(act)}{cited}. {until}"
    if act.kind is ActKind.ENDED:
        return "Ended", f" {_by(act)}{cited}."
    return "No contact,", f" {_who(act)} said {on(act.date)}{cited}; nobody ended it formally."


def _active(tie: Tie, act: Act, cited: str, citations: Citations) -> tuple[str, str]:
    if act.kind is ActKind.RESUMED:
        return "Resumed", f" {_by(act)}{cited}."
    if act.kind is ActKind.KEPT and (act.authority is Authority.COUNCIL or act.vote):
        return "Kept, last we know,", f" {_by(act)}{cited}."
    if act.authority in _OFFICES or act.kind is ActKind.KEPT:
        said = f" by the word of {_who(act)} {on(act.date)}{_vote(act)}{cited}"
        return "Not cut,", f"{said}{_votes(tie, act, citations, '; no vote was found')}."
    if act.authority is Authority.CITY_PAGE:
        undated = act.date.precision is Precision.YEAR
        dated = f"undated ({when(act.date)} or later)" if undated else f"as of {when(act.date)}"
        voted = _votes(tie, act, citations, "; no vote either way was found")
        return "Active on the city's own page or papers,", f" {dated}: {act.actor}{_vote(act)}{cited}{voted}."
    said = f" by {_who(act)} {on(act.date)}{_vote(act)}{cited}"
    return "Said to stand", f"{said}{_officials(tie, act, citations)}."


def _votes(tie: Tie, act: Act, citations: Citations, absent: str) -> str:
    """The council's earlier word on a tie, or that no vote was found, where none is on record."""
    earlier = earlier_word(tie, act, {Authority.COUNCIL})
    if has_vote(tie):
        return _earlier(earlier, citations)
    return absent


def _officials(tie: Tie, act: Act, citations: Citations) -> str:
    """The city's own earlier word on a tie, or that none was found, where none is on record."""
    city = _OFFICES | {Authority.CITY_PAGE}
    if has_word_of(tie, city):
        return _earlier(earlier_word(tie, act, city), citations)
    return "; no word from the city was found"


def _earlier(act: Act | None, citations: Citations) -> str:
    if act is None:
        return ""
    kind = "" if act.kind in _AFFIRMS else f"{KIND_WORDS[act.kind].lower()} by "
    return f"; before that, {kind}{_who(act)} {on(act.date)}{_vote(act)}{_cite(act, citations)}"


def _who(act: Act) -> str:
    return f"{act.actor}," if "," in act.actor else act.actor


def _by(act: Act) -> str:
    return f"by {_who(act)} {on(act.date)}{_vote(act)}"


def _vote(act: Act) -> str:
    return f", {act.vote}" if act.vote else ""


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _said(act: Act, citations: Citations) -> str:
    return f"{act.actor}, {when(act.date)}: {_stop(act.summary)}{citations.cite(act.sources)}"


def _unconfirmed(tie: Tie, citations: Citations) -> str:
    """On which page it is listed, that nothing says whether it stands, and the newest word that decides nothing."""
    listing = max(tie.listings, key=lambda item: item.date.last if item.date else date.min, default=None)
    listed = ""
    if listing:
        page = f"a page of {when(listing.date)}" if listing.date else "an undated page"
        listed = f" on {page}{citations.cite(listing.sources, most=2)};"
    newer = [act for act in standing_acts(tie.acts) if act.date.last >= INVASION]
    talk = f" {_said(newer[-1], citations)}" if newer else ""
    return f":{listed} nothing found since says whether it stands {searched(tie)}.{talk}"


def age_note(act: Act, today: date) -> str:
    """A sentence about how old the word is, or an empty text while it is current."""
    state = freshness(act, today)
    if state is Freshness.CURRENT:
        return ""
    months = max(1, round((today - act.date.last).days / 30.44))
    old = plural(months, "month") if months < 24 else f"more than {months // 12} years"
    return f"As of {when(act.date)}: this word is {old} old."
