"""What is said of how far things have come, on cards and in pictures: a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cogs.wording.dates import day, when
from cogs.wording.english import capital, clip, plural, series
from db.record.derivation import INVASION, Status
from db.record.figures import Figures
from db.record.models import PartialDate
from db.record.months import MONTHS
from db.record.standings import STANDINGS, Standing

ELSEWHERE = "Elsewhere"
_LONGEST_SERVER = 36
NO_HEARING = "No hearing to come is on record."
NO_TIES = "No tie is on record yet."


def as_of(asof: date | None) -> str:
    """The record's date, inside a sentence."""
    return f"as of {day(asof)}" if asof else "undated"


def ended_of_all(found: Figures) -> str:
    """The figure that is asked for first: ``8 of 106 ties with Russia are ended, 4 of them by a vote``."""
    ended, voted = found.standings[Standing.ENDED], found.ended_by_vote
    if not found.ties:
        return NO_TIES
    if found.ties == 1:
        return "The only tie with Russia is ended" if ended else "The only tie with Russia is not ended"
    if not ended:
        return f"None of {found.ties:,} ties with Russia is ended"
    if ended == 1:
        by = "by a vote" if voted else "without a vote"
        return f"1 of {found.ties:,} ties with Russia is ended, {by}"
    by = "by votes" if voted == ended else f"{voted:,} of them by a vote" if voted else "none of them by a vote"
    return f"{ended:,} of {found.ties:,} ties with Russia are ended, {by}"


def counted(standing: Standing, found: Figures) -> str:
    """How many have a standing: ``20 suspended``."""
    return f"{found.standings[standing]:,} {STANDINGS[standing].word}"


def counted_more(standing: Standing, found: Figures) -> str:
    """What a standing's count is made of, or what it must not be taken for."""
    many = found.standings[standing]
    match standing:
        case Standing.ENDED:
            return _split(many, found.ended_by_vote, "without one") if many else "none so far"
        case Standing.ACTIVE:
            return _split(many, found.active_by_vote, "by a word") if many else "none by any word"
        case Standing.SUSPENDED:
            return "halted, not ended"
        case Standing.DORMANT:
            return "no formal ending found"
        case Standing.DISPUTED:
            return "word against word"
        case Standing.UNCONFIRMED:
            return f"nothing found since {INVASION.year}"


def _split(many: int, voted: int, otherwise: str) -> str:
    return f"{voted:,} by a vote, {many - voted:,} {otherwise}"


def told_figures(found: Figures) -> Iterator[str]:
    """Every count in a sentence, for those who do not see the picture."""
    for standing in Standing:
        more = counted_more(standing, found)
        yield f"{counted(standing, found)} ({more})." if more else f"{counted(standing, found)}."


def numbered(many: int, what: str) -> str:
    """A number with its noun: ``20,000 ties``."""
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def signs(ties: int, unit: int, asof: date | None) -> str:
    """What a sign is, of how many, and of which day."""
    each = "Each sign is one tie" if unit == 1 else f"Each sign is up to {unit} ties of one state"
    return f"{each}. All {ties:,} on record, {as_of(asof)}." if ties != 1 else f"{each}, {as_of(asof)}."


def map_shown(ties: int, asof: date | None) -> str:
    """What the map is."""
    return f"Map of the United States with {numbered(ties, 'sister-city tie')} with Russia, {as_of(asof)}."


def by_state(told: Sequence[str], more: int) -> str:
    """The states with most ties."""
    if not told:
        return ""
    if more:
        return f"By state: {series(told)}, and {plural(more, 'other state')}."
    return f"By state: {series(told)}."


def state_title(state: str, found: Figures) -> str:
    """A state by name, with its first figure."""
    ended = found.standings[Standing.ENDED]
    if not found.ties:
        return f"{state}: no tie with Russia on record"
    return f"{state}: {ended:,} of {numbered(found.ties, 'tie')} with Russia ended"


def state_shown(state: str, ties: int, asof: date | None) -> str:
    """What a state's picture is."""
    return f"Map of {state} with {numbered(ties, 'sister-city tie')} with Russia, {as_of(asof)}."


def pair(us: str, ru: str) -> str:
    """Two partners by their names."""
    return f"{us} – {ru}"


def standing_and_date(status: Status) -> str:
    """A standing in a word, and the date of the act behind it: ``Suspended, 28 June 2022``."""
    word = capital(STANDINGS[status.standing].word)
    return f"{word}, {when(status.newest.date)}" if status.newest else word


def more_ties(many: int) -> str:
    """That a list is not all."""
    return f"and {many:,} more: /ties lists them all"


# The timeline

MONTH_UNKNOWN = "year only"


def decisions_counted(many: int, ties: int) -> str:
    """How many decisions there were, about how many ties."""
    return f"{numbered(many, 'decision')} on {numbered(ties, 'tie')} with Russia"


def decisions_asof(newest: PartialDate | None, asof: date | None) -> str:
    """Of when the newest decision is, and of which day the record is."""
    if newest is None or asof is None:
        return "None is on record since February 2022."
    return f"All on record since February 2022, the newest of {when(newest)}. As of {day(asof)}."


def remembered(day_: date, name: str) -> str:
    """A remembered day with its name."""
    return f"{day(day_)}: {name}"


def up_to_decisions(unit: int) -> str:
    """What a sign is, where it is more than one decision."""
    return f"Each sign is up to {unit:,} decisions." if unit > 1 else ""


def decided(standing: Standing, many: int) -> str:
    """How often that was decided: ``8 ended``; ``11 kept or resumed``."""
    word = "kept or resumed" if standing is Standing.ACTIVE else STANDINGS[standing].word
    return f"{many:,} {word}"


def timeline_shown(many: int, asof: date | None) -> str:
    """What the timeline is."""
    return f"Timeline of {numbered(many, 'decision')} on ties with Russia since February 2022, {as_of(asof)}."


def decisions_told(counts: Mapping[Standing, int]) -> Iterator[str]:
    """Every count of the timeline in a sentence."""
    for standing in (Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE):
        yield f"{decided(standing, counts[standing])}."


def busiest_month(year: int, month: int, many: int) -> str:
    """The month with most decisions."""
    return f"Most in one month: {many:,} in {MONTHS[month - 1]} {year}."


# Pictures and texts to be shared

SHARE, ADD_NAME, DROP_NAME = "Share", "Add the server's name", "Without the server's name"
HOW_TO_SHARE = "Save the picture and post it where you like. The text to copy:"


def source(brief: str) -> str:
    """The source of what is told."""
    return f"Source: {brief}"


def read_at(brief: str, url: str) -> str:
    """The source with its address."""
    return f"Source: {brief}, {url}"


def recorded(asof: str) -> str:
    """Whose record it is, and of when."""
    return f"On record with Tiewatch, {asof}."


def checked(asof: str, server: str) -> str:
    """Where to check, as of when, and who shares it."""
    told = f"Tiewatch on Discord, {asof}. Check it there: /status"
    return f"Shared by {clip(server, _LONGEST_SERVER)}. {told}" if server else told


def figures_told(found: Figures, where: str, asof: str) -> str:
    """The figures in a sentence or two, to be copied. ``where`` is a state's name, or empty."""
    first = f"{state_title(where, found)}." if where else f"{ended_of_all(found)}."
    rest = series(counted(standing, found) for standing in Standing if standing is not Standing.ENDED)
    return f"{first} The others: {rest}. {recorded(asof)}"


# Cards

MAP, TIMELINE, ALL_STATES = "Map", "Timeline", "Whole country"
ON_LIGHT, ON_DARK = "On light ground", "On dark ground"
NO_PICTURE_TO_SHARE = "The picture could not be drawn just now. The text to copy:"
GONE = "That tie is no longer in the record. Please ask again."
NO_NAME = "Only who holds Manage Server may add the server's name."
NO_PICTURE = "The picture could not be drawn just now; the figures stand."
ONE_STATE = (
    "I can draw one state at a time, or the whole country. For a part of the country, `/ties` lists what is on record."
)


def row(name: str, word: str, date_: PartialDate | None) -> str:
    """A tie with its standing in a word, and the date behind it."""
    return f"{name}: {word}, {when(date_)}" if date_ else f"{name}: {word}"


def hearing(day_: date, names: str) -> str:
    """A hearing to come."""
    return f"A hearing is set for {day(day_)}: {names}."


def more_hearings(many: int) -> str:
    """That these are not all."""
    return f"{numbered(many, 'more hearing')} to come."


def counted_all(found: Figures, asof: date | None) -> str:
    """What all figures are of."""
    return (
        f"Counted are all {numbered(found.ties, 'tie')} on record, {as_of(asof)}, between {found.american:,} U.S. and "
        f"{found.russian:,} Russian places; {found.on_2022_list:,} are on the Chamber of Commerce list of June 2022."
    )


def counted_in_state(ties: int, state: str, asof: date | None) -> str:
    """What a state's figures are of."""
    if not ties:
        none = f"No tie of {state} with Russia is on record, {as_of(asof)}."
        return f"{none} If you know of one, tell the people who run me."
    if ties == 1:
        return f"Counted is the one tie of {state} on record, {as_of(asof)}."
    return f"Counted are the {ties:,} ties of {state} on record, {as_of(asof)}."


def unknown_state(typed: str) -> str:
    """That a name is no state's. ``typed`` is safe to be shown."""
    return f"I know no state called {typed}. Try “Oregon” or “OR”, or leave it out for the whole country."


def wait_for_pictures(seconds: int, many: int) -> str:
    """That somebody took many pictures just now."""
    return f"You took {many} pictures just now. Please try again in {numbered(seconds, 'second')}."
