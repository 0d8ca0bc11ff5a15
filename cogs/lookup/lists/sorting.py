"""What a list can be sorted by, a row each: its value, how the first is told, what each tie shows of it. Pure."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from cogs.lookup.lists import list_sentences as told
from cogs.lookup.lists.filters import acts_by_tie, hearing_of, looked_at, searched_on
from cogs.lookup.model import Look, RowDetail, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.periods import read_period
from cogs.wording.act_sentences import row_sentence, row_told
from cogs.wording.dates import day, when
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name, short_name
from cogs.wording.status import lifted_by, row_standing, row_word
from cogs.wording.ukraine_ties import ukrainian_partner_noted
from db.record.act_kinds import ActKind
from db.record.derivation import last_search
from db.record.models import Act, Precision, Tie
from db.record.register import Register
from db.record.standings import CUT, Standing
from db.record.text import clean, key, tokens
from db.record.values import value

# So many notes on days are kept as they were read: reading one takes as long as reading a question.
_NOTES = 2_048
_IN_TURN = {standing: place for place, standing in enumerate(Standing)}
# By so many letters names are told apart.
_LETTERS = 24


@value
class SortRow:
    """One thing that a list can be sorted by.

    ``value`` is None where a tie has none: it is then not on the list, and ``without`` says so of it. ``first`` tells
    the first of a list in the one order and in the other. ``shows`` is what a row shows of it, besides the standing.
    """

    value: Callable[[Tie, TieFilter, Register], int | None]
    first: Callable[[Tie, TieFilter, Register], str]
    shows: Callable[[Tie, TieFilter, Register], str]
    without: str


def newest_looked_at(tie: Tie, chosen: TieFilter, register: Register) -> Act | None:
    """The act by which a tie is on a list: of those looked at the newest, or in the opposite order the oldest."""
    acts = looked_at(tie, chosen, register)
    if len(acts) < 2:
        return acts[0] if acts else None
    if chosen.order is SortOrder.OLDEST:
        return min(acts, key=lambda act: day_in_order(act, chosen.order))
    return max(acts, key=lambda act: day_in_order(act, chosen.order))


_MONTHS = tuple(month_name)[1:]
# What the note on the day of an act says of when it was known to be done: "reported as done on 10 March 2022".
_REPORTED_ON = LATE.compile(
    rf"\breported (?:as done )?(?:on|by) (?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})\b"
)


def day_in_order(act: Act, order: SortOrder) -> date:
    """The day by which an act is sorted: the first on which it may have been, as its note tells more closely.

    What is known to its year or month and no closer stands behind all else of that time in either order.
    """
    known = act.date
    if known.precision is Precision.DAY:
        return known.first
    first = first_possible_day(act)
    if first > known.first:
        return first
    return _last_possible_day(act) if order is SortOrder.OLDEST else known.first


def _last_possible_day(act: Act) -> date:
    """The last day on which an act may have been: by its date or, more closely, the day of a report of it as done."""
    known, noted = act.date, _REPORTED_ON.search(act.date_note or "")
    if noted is None:
        return known.last
    reported = date(int(noted["year"]), _MONTHS.index(noted["month"]) + 1, int(noted["day"]))
    return reported if known.first <= reported <= known.last else known.last


def first_possible_day(act: Act) -> date:
    """The first day on which an act may have been, by its date or, more closely, by the note on it."""
    known = act.date
    noted = _first_day_noted(act.date_note, known.last) if act.date_note else None
    return noted if noted and known.first <= noted <= known.last else known.first


def make_ready(register: Register) -> None:
    """Read the notes on the days of acts: the first list in their order would be held up by all of them at once."""
    for tie in register.record.ties.values():
        for act in tie.acts:
            first_possible_day(act)


@lru_cache(maxsize=_NOTES)
def _first_day_noted(note: str, last: date) -> date | None:
    """The day since which a note says that an act may have been: "The page is undated; it is of after 20 July"."""
    noted = read_period(" ".join(word.norm for word in tokens(clean(note))), last)
    return noted.since if noted and noted.until is None else None


def _number(value: date | None) -> int | None:
    return value.toordinal() if value else None


def _act_day(tie: Tie, chosen: TieFilter, register: Register) -> int | None:
    act = newest_looked_at(tie, chosen, register)
    return _number(day_in_order(act, chosen.order)) if act else None


def _act_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    act = newest_looked_at(tie, chosen, register)
    name = pair_name(tie, register)
    if act is None:
        return ""
    if chosen.order is SortOrder.OLDEST:
        return told.first_act(name, when(act.date), row_sentence(act))
    return told.newest_act(name, when(act.date), row_sentence(act))


def _founded_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    us, ru = short_name(register.place(tie.us), register), register.place(tie.ru).name
    newest = chosen.order is SortOrder.NEWEST
    return told.newest_made(us, ru, tie.since or 0) if newest else told.oldest_made(us, ru, tie.since or 0)


def _size_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    place = register.place(tie.us)
    name, people = short_name(place, register), place.population or 0
    return told.largest(name, people) if chosen.order is SortOrder.NEWEST else told.smallest(name, people)


def _russian_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    place = register.place(tie.ru)
    newest = chosen.order is SortOrder.NEWEST
    people = place.population or 0
    return told.largest_russian(place.name, people) if newest else told.smallest_russian(place.name, people)


def _searched_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    found = last_search(tie)
    if found is None:
        return ""
    name = pair_name(tie, register)
    if chosen.order is SortOrder.NEWEST:
        return told.searched_last(name, when(found.date))
    return told.searched_longest_ago(name, when(found.date))


def _searched_shows(tie: Tie, chosen: TieFilter, register: Register) -> str:
    found = last_search(tie)
    return told.searched_on(when(found.date)) if found else ""


def _hearing_first(tie: Tie, chosen: TieFilter, register: Register) -> str:
    found = hearing_of(tie, chosen)
    return told.next_hearing(pair_name(tie, register), day(found)) if found else ""


def _hearing_shows(tie: Tie, chosen: TieFilter, register: Register) -> str:
    found = hearing_of(tie, chosen)
    return told.hearing_on(day(found)) if found else ""


def _place_of_name(tie: Tie, _chosen: TieFilter, register: Register) -> int:
    """A number that stands among others as the name of the U.S. place does in the alphabet."""
    name = key(register.place(tie.us).name).encode()
    return int.from_bytes(name[:_LETTERS].ljust(_LETTERS), "big")


SORTS: Mapping[SortBy, SortRow] = {
    SortBy.ACT: SortRow(_act_day, _act_first, lambda *_: "", "no dated act of that kind"),
    SortBy.FOUNDED: SortRow(
        lambda tie, *_: tie.since,
        _founded_first,
        lambda tie, *_: told.made(tie.since) if tie.since else "",
        "no founding year on record",
    ),
    SortBy.SIZE: SortRow(
        lambda tie, _, register: register.place(tie.us).population,
        _size_first,
        lambda tie, _, register: told.people(register.place(tie.us).population or 0),
        "no number of people on record",
    ),
    SortBy.RUSSIAN_SIZE: SortRow(
        lambda tie, _, register: register.place(tie.ru).population,
        _russian_first,
        lambda tie, _, register: told.people_there(register.place(tie.ru).name, register.place(tie.ru).population or 0),
        "no number of people of the Russian place on record",
    ),
    SortBy.SEARCHED: SortRow(
        lambda tie, _, register: _number(searched_on(tie, register)),
        _searched_first,
        _searched_shows,
        "never been searched for",
    ),
    SortBy.HEARING: SortRow(
        lambda tie, chosen, _: _number(hearing_of(tie, chosen)), _hearing_first, _hearing_shows, "no hearing on record"
    ),
    SortBy.NAME: SortRow(
        _place_of_name,
        lambda tie, _, register: told.first_by_name(pair_name(tie, register)),
        lambda *_: "",
        "no name",
    ),
    SortBy.STANDING: SortRow(
        lambda tie, _, register: _IN_TURN[register.status(tie.id).standing], lambda *_: "", lambda *_: "", "no standing"
    ),
}


def sort_of(chosen: TieFilter) -> SortBy:
    """What a filter sorts by."""
    return SortBy.FOUNDED if chosen.founded and chosen.sort is SortBy.ACT else chosen.sort


def in_order(ties: Sequence[Tie], chosen: TieFilter, register: Register) -> list[Tie]:
    """Ties that stand by state and name, in the filter's order; without those that lack what it sorts by."""
    if chosen.order is SortOrder.RECORD:
        return list(ties)
    days = _days_of_acts(chosen, register, register.version) if sort_of(chosen) is SortBy.ACT else None
    # With no pair of value and tie: of twenty thousand, making those takes longer than sorting.
    values = _values(ties, chosen, register) if days is None else days
    known = [tie for tie in ties if tie.id in values]
    return sorted(known, key=lambda tie: values[tie.id], reverse=chosen.order is SortOrder.NEWEST)


def _values(ties: Iterable[Tie], chosen: TieFilter, register: Register) -> Mapping[str, int]:
    value = SORTS[sort_of(chosen)].value
    return {tie.id: found for tie in ties if (found := value(tie, chosen, register)) is not None}


def look_at_acts(chosen: TieFilter, register: Register) -> None:
    """Look at the acts by whose days a list is sorted, before it is: both at once take long of a long one."""
    if chosen.order is not SortOrder.RECORD and sort_of(chosen) is SortBy.ACT:
        _days_of_acts(chosen, register, register.version)


@lru_cache(maxsize=1)
def _days_of_acts(chosen: TieFilter, register: Register, _version: int) -> Mapping[str, int] | None:
    """The day of the act by which each tie is on a list, as ``_act_day`` has it of one; None where only that knows."""
    acts = acts_by_tie(chosen, register)
    if acts is None:
        return None
    oldest, known_to_its_day = chosen.order is SortOrder.OLDEST, Precision.DAY
    days: dict[str, date] = {}
    for last, tie_id, act in acts:
        # Without a call for most: of twenty thousand ties all acts are looked at in one go.
        day_ = last if act.date.precision is known_to_its_day else day_in_order(act, chosen.order)
        known = days.get(tie_id)
        if known is None or (day_ < known if oldest else day_ > known):
            days[tie_id] = day_
    return {tie_id: day_.toordinal() for tie_id, day_ in days.items()}


# What stands in a row where it is asked of each, by what it is sorted by.
_SORT_OF_DETAIL = {
    RowDetail.FOUNDED: SortBy.FOUNDED,
    RowDetail.PEOPLE: SortBy.SIZE,
    RowDetail.RUSSIAN_PEOPLE: SortBy.RUSSIAN_SIZE,
    RowDetail.SEARCHED: SortBy.SEARCHED,
}


def row_detail(tie: Tie, chosen: TieFilter, register: Register) -> str:
    """What a row says of a tie: what it is sorted by, what is asked of each, how it stands, and the act that the list
    looked at, in a clause.

    A condition for lifting a suspension stands beside it.
    """
    status, sort = register.status(tie.id), sort_of(chosen)
    shows = chosen.look is Look.HEARINGS or (chosen.order is not SortOrder.RECORD and sort is not SortBy.ACT)
    sorts = dict.fromkeys(_SORT_OF_DETAIL[it] for it in chosen.details if it in _SORT_OF_DETAIL)
    in_ukraine = Trait.UKRAINIAN_PARTNER in chosen.traits or RowDetail.UKRAINE in chosen.details
    pieces = (
        SORTS[sort].shows(tie, chosen, register) if shows else "",
        *(_asked_of_each(tie, asked, chosen, register) for asked in sorts if not (shows and asked is sort)),
        _told(tie, chosen, register),
        lifted_by(status),
        _partners_in_ukraine(tie, register) if in_ukraine else "",
    )
    return paragraph(pieces)


def _asked_of_each(tie: Tie, asked: SortBy, chosen: TieFilter, register: Register) -> str:
    row = SORTS[asked]
    if row.value(tie, chosen, register) is None:
        return told.without(row.without)
    return row.shows(tie, chosen, register)


def _partners_in_ukraine(tie: Tie, register: Register) -> str:
    names = [each.ua_name for each in register.ukraine_ties_of(tie.us)]
    return told.partners_in_ukraine(names) if names else ukrainian_partner_noted(tie) or told.NO_PARTNER_IN_UKRAINE


def _told(tie: Tie, chosen: TieFilter, register: Register) -> str:
    """How a tie stands, with the act behind that; of a list that looks at acts, with the one looked at."""
    act = newest_looked_at(tie, chosen, register)
    if act is None or act is register.status(tie.id).newest:
        return row_standing(tie, register)
    if (chosen.look is Look.ACTS and chosen.standings) or Trait.CHANGED_COURSE in chosen.traits:
        return paragraph([row_standing(tie, register), told.earlier(row_told(act))])
    word, cut = row_word(tie, register), register.status(tie.id).standing in CUT
    return told.standing_and_act(told.by_now(word) if cut and act.kind is ActKind.KEPT else word, row_told(act))
