"""What lookups say of ties with Ukraine, each as its source has it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.english import (
    closed,
    either,
    listed,
    listed_apart,
    paragraph,
    plural,
    series,
)
from db.record.models import UkraineTie

# Headings.

UKRAINIAN_PARTNERS = "Ukrainian partners"


# Ties with Ukraine.

_AS_OF_SOURCE = {
    "active": "active",
    "intent": "announced as an intention",
    "unknown": "whether it stands is not known",
}
GONE = frozenset({"ended", "inactive"})
_STATUS_COUNTED = {
    "active": "active",
    "unknown": "of unknown standing",
    "intent": "announced as an intention",
    "friendship": "friendship ties",
    "partner": "partners of another kind",
}


NOT_WHO_SIGNED = "Who signed the agreements is not on record here, and a day only where one is given."


def ukrainian_partner(tie: UkraineTie, marks: str) -> Line:
    """A tie with Ukraine, as of its source."""
    partner = f"{tie.ua_name}, Ukraine ({tie.ua_note})" if tie.ua_note else f"{tie.ua_name}, Ukraine"
    status = _AS_OF_SOURCE.get(tie.status, tie.status)
    if tie.since:
        told = f"{partner}, since {when(tie.since)}; by its source, {status}{marks}."
    else:
        told = f"{partner}; by its source, {status}{marks}."
    weak = "This rests on one weak source." if tie.weak else ""
    return Line(f" {paragraph([told, weak])}", f"{american_place(tie)}:")


def no_full_sister(tie: UkraineTie) -> str:
    """That one which is asked about as a full sister city is less."""
    return (
        f"By its source no full sister city: {american_place(tie)}, and {tie.ua_name} have a friendship agreement, "
        "which is looser."
    )


def ukrainian_ties(number: int) -> str:
    """How many are known."""
    return f"On record are {plural(number, 'U.S. tie')} with Ukraine, each as its source has it and not as of today."


def others_with(partner: str, number: int) -> str:
    """How many others have a Ukrainian partner, before them."""
    if not number:
        return f"No other U.S. place is on record with {partner}, Ukraine."
    return f"Also on record with {partner}, Ukraine, {'is' if number == 1 else 'are'} {plural(number, 'other')}:"


def undated(number: int) -> str:
    """Of how many it is not known when they were made."""
    return f"For {number} more no date is on record."


def ukrainian_ties_of_a_time(number: int, undated: int) -> str:
    """How many of them were made in the time asked for, and of how many it is not known when they were made."""
    made = f"Made in the period you ask about: {number}." if number else "None is dated in the period you ask about."
    return f"{made} For {undated} no date is on record."


def narrowed(number: int, everywhere: int, by: Sequence[str]) -> str:
    """How many of them are of the kind that is asked for: ``7 of the 55 U.S. ties with Ukraine … are …``."""
    ties = f"of the {plural(everywhere, 'U.S. tie')} with Ukraine on record here"
    if not number:
        return f"None {ties} is {series(by)}."
    are = "is" if number == 1 else "are"
    return f"{number} {ties} {are} {series(by)}. Each is told as its source has it, not as of today."


def in_oblast(name: str) -> str:
    """Of which Ukrainian region they are."""
    return f"in {name} Oblast"


def in_states(names: Sequence[str]) -> str:
    """Of which American states they are."""
    return f"in {either(names)}"


def ruled_out(names: Sequence[str]) -> str:
    """Which states or Ukrainian places are left out."""
    return f"not of {either(names)}"


def of_places(places: int, regions: int) -> str:
    """With how many Ukrainian places, in how many regions, they are."""
    where = f"{plural(places, 'Ukrainian place')} in {plural(regions, 'region')} of Ukraine"
    return f"They are with {where}; a tie with a whole oblast counts only as its region."


def oldest_and_newest(oldest: UkraineTie, newest: UkraineTie) -> str:
    """Which of those with a date is the oldest, and which the newest."""
    dated = [f"{pair(tie)}, {when(tie.since)}" if tie.since else pair(tie) for tie in (oldest, newest)]
    return f"Of those with a date on record the oldest is {dated[0]}; the newest is {dated[1]}."


def the_end(ties: Sequence[UkraineTie], *, newest: bool) -> str:
    """Which is the newest or the oldest; of several, whose dates do not tell them apart, that it is one of them."""
    end = "newest" if newest else "oldest"
    dated = [f"{pair(tie)}, {when(tie.since)}" if tie.since else pair(tie) for tie in ties]
    if len(dated) == 1:
        return f"The {end} with a date on record is {dated[0]}."
    return (
        f"The {end} with a date on record is one of these, which their dates do not tell apart: {listed_apart(dated)}."
    )


NONE_DATED = "None of them has a date on record."


def russian_ties(pairs: Sequence[str]) -> str:
    """How many ties with Russia are on record there, and which."""
    told = plural(len(pairs), "tie")
    return f"With Russia {told} on record there: {listed_apart(pairs)}." if pairs else "With Russia none is on record."


def states_with_none(having: Sequence[str]) -> str:
    """Which states have any, so that the others have none on record."""
    return (
        f"{len(having)} states have a tie with Ukraine on record: {listed(having)}. For the other states none is on "
        "record here, which is not to say that there is none."
    )


def oblasts_with_none(having: Sequence[str]) -> str:
    """Which Ukrainian regions have any, so that the others have none on record."""
    return (
        f"{len(having)} regions of Ukraine have a U.S. partner on record, a city's or their own: {listed(having)}. For "
        "the other regions none is on record here, which is not to say that there is none."
    )


def with_several(places: Iterable[str]) -> str:
    """Which American places have more than one partner in Ukraine."""
    return f"More than one partner in Ukraine is on record for {listed_apart(places)}."


def dated(span: str) -> str:
    """Of which time they are, by a span: ``of 2022 to 2026``."""
    return f"dated in the time you ask about ({span.removeprefix('of ')})"


def more_ties(number: int) -> str:
    """That there are more than are shown."""
    return f"{number} more: /ukraine."


def of_states(counted: Sequence[tuple[str, int]], everywhere: int, gone: Mapping[str, int]) -> str:
    """How many the states have, the most first, with how many of them have lapsed; ``everywhere`` is how many states
    have any.
    """
    most = max(count for _, count in counted)
    first = [state for state, count in counted if count == most]
    have = "has" if len(first) == 1 else "have"
    told = series(_of_state(state, count, gone.get(state, 0)) for state, count in counted)
    more = f"; {everywhere - len(counted)} more have fewer" if everywhere > len(counted) else ""
    return f"{listed(first)} {have} the most on record: {most}. By state: {told}{more}."


def _of_state(state: str, count: int, gone: int) -> str:
    return f"{state} {count} ({gone} of them ended or lapsed)" if gone else f"{state} {count}"


def of_oblasts(counted: Sequence[tuple[str, int]]) -> str:
    """How many ties the Ukrainian regions have, their cities' own among them, the most first."""
    most = counted[0][1]
    first = [name for name, count in counted if count == most]
    told = series(f"{name} {count}" for name, count in counted)
    so_many = f"{most} each" if len(first) > 1 else f"{most}"
    return f"Most U.S. partners on record, cities and region together: {listed(first)}, {so_many}. All: {told}."


def of_cities(counted: Sequence[tuple[str, int]]) -> str:
    """How many partners the Ukrainian places have that have more than one, the most first."""
    if not counted:
        return "None of the Ukrainian places has more than one."
    most = counted[0][1]
    first = [name for name, count in counted if count == most]
    told = series(f"{name} {count}" for name, count in counted)
    have = "has" if len(first) == 1 else "have"
    return f"{listed(first)} {have} the most on record: {most}. With more than one: {told}. All others have one."


def of_years(counted: Sequence[tuple[int, int]], undated: int) -> str:
    """How many were made in which year, and of how many the year is not on record."""
    told = series(f"{count} in {year}" for year, count in counted)
    return paragraph([f"By year: {told}.", f"For {undated} no date is on record." if undated else ""])


def of_statuses(counted: Sequence[tuple[str, int]]) -> str:
    """How many stand how by their sources."""
    told = series(f"{count} {_STATUS_COUNTED.get(status, status)}" for status, count in counted)
    return f"By their sources, each as of its own date: {told}."


def why_weak(reason: str) -> str:
    """Why the evidence of a tie is weak."""
    return f"Why it is weak: {reason}"


def no_swap_on_record(number: int) -> str:
    """That no exchange is on record as such, and of how many ties both facts are."""
    ties = f"{plural(number, 'tie')} with Russia that ended or {'is' if number == 1 else 'are'} suspended"
    belong = "belongs to a place" if number == 1 else "belong to places"
    return (
        "That a Ukrainian partner was taken in the place of a Russian one is not on record as such. "
        f"{ties} {belong} with a Ukrainian partner, old or new:"
    )


def both_and_not_cut(pairs: Sequence[str]) -> str:
    """The ties with Russia of places with a Ukrainian partner that were neither ended nor suspended."""
    return (
        "These have a Ukrainian partner, too, and their tie with Russia is neither ended nor suspended on record: "
        f"{listed_apart(pairs)}."
    )


def both_on_record(number: int, states: Sequence[str], standings: Sequence[str], *, still: bool) -> str:
    """Of how many ties with Russia, in some states and of some standings if they are named, the U.S. place has a
    partner in Ukraine, too; ``still``: of those not ended or suspended.
    """
    if not number:
        where = f"place in {either(states)}" if states else "place"
        if standings:
            return f"No {where} with a Ukrainian partner has a tie with Russia on record that is {either(standings)}."
        return f"No {where} has both a Russian and a Ukrainian partner on record."
    ties = f"{plural(number, 'tie')} with Russia"
    of_states = f"{ties} in {either(states)}" if states else ties
    are = "is" if number == 1 else "are"
    if standings:
        return (
            f"{of_states} {are} {either(standings)} on record, and the U.S. place has a partner or link in Ukraine, "
            "too, each as its source has it:"
        )
    if not still:
        return f"{of_states} {are} of places with a partner or link in Ukraine, too, each as its source has it:"
    return (
        f"{of_states} {are} neither ended nor suspended on record, and the U.S. place has a partner or link in "
        "Ukraine, too, each as its source has it:"
    )


def one_of_each(ukrainian: Sequence[str], russian: Sequence[str]) -> str:
    """Which ties with Ukraine and which with Russia there are where no place has both."""
    with_ukraine = f"With Ukraine: {listed_apart(ukrainian)}." if ukrainian else "None with Ukraine is on record there."
    with_russia = f"With Russia: {listed_apart(russian)}." if russian else "None with Russia is on record there."
    return paragraph([with_ukraine, with_russia])


def pair(tie: UkraineTie) -> str:
    """A tie with Ukraine by its two names."""
    return f"{american_place(tie)} – {tie.ua_name}"


def american_place(tie: UkraineTie) -> str:
    """The American place of a tie with Ukraine."""
    return f"State of {tie.us_state}" if tie.is_of_state else f"{tie.us_name}, {tie.us_state}"


def both_but_cut(pairs: Sequence[str]) -> str:
    """The ties with Russia of places with a Ukrainian partner that were ended or suspended."""
    return f"Of places with a Ukrainian partner, these were ended or suspended: {listed_apart(pairs)}."


def only_noted(number: int) -> str:
    """That none of the ties kept here is of a place, and that the note on its tie with Russia tells of a partner."""
    ties = f"the {plural(number, 'U.S. tie')} with Ukraine that are kept here"
    return f"None of {ties} is of a place that you asked about; a note on its tie with Russia tells of a partner:"


NONE_OF_PLACES_ASKED_FOR = "None of them is of a place that you asked about; others are, for example:"
OTHERS_ARE = "Some of them are:"


def in_ukraine(name: str) -> str:
    """That a place is Ukrainian."""
    return f"{closed(name)} is in Ukraine, not in Russia."


def made_then(made: Sequence[UkraineTie], perhaps: Sequence[UkraineTie]) -> str:
    """Which of several ties were made in the time asked for, and which may have been, of those with a date."""
    if made:
        told = f"Of these, {listed_apart(map(pair, made))} {'was' if len(made) == 1 else 'were'} made in that time."
    else:
        told = "None of these is known to have been made in that time."
    return paragraph([told, f"It may also be true of {listed_apart(map(pair, perhaps))}." if perhaps else ""])


def perhaps_too(ties: Sequence[UkraineTie]) -> str:
    """Which more may be of the time asked for, as their date is no closer."""
    return f"By their dates it may also be true of {listed_apart(map(pair, ties))}."


def not_its_partner(american: str, ukrainian: str) -> str:
    """That an American place has no tie with a Ukrainian one on record."""
    return f"No tie between {closed(american)} and {ukrainian} is on record here."


def only_intended(tie: UkraineTie) -> str:
    """That a tie was announced, and no agreement on it is on record."""
    return f"With {closed(american_place(tie))} no agreement is on record here, only an announced intention."


def ukrainian_partners_of(name: str, number: int, intended: int, states: Sequence[str]) -> str:
    """What comes before the partners of a Ukrainian place, of some states alone where those are named; those that are
    only announced as an intention are counted by themselves.
    """
    if not number:
        return f"No agreement with {name} is on record, only what its source calls an intention:"
    begins = f"On record in {listed(states)} as" if states else "On record as U.S."
    counted = f"{number}, and {intended} more as an announced intention" if intended else f"{number}"
    if number == 1:
        partner = f"partner of {name} is {counted}" if intended else f"partner of {name}"
        return f"{begins} {partner}, as its source has it:"
    return f"{begins} partners of {name} are {counted}, each as its source has it:"


def no_tie_with_russia(places: Iterable[str]) -> str:
    """Which American places have a tie with Ukraine alone."""
    return f"No tie with Russia is on record for {listed_apart(places)}."


def first_of_its_kind(tie: UkraineTie, *, of_states: bool, since_invasion: bool) -> str:
    """Which is the first on record of its kind."""
    kind = "U.S. states' ties with Ukraine" if of_states else "U.S. ties with Ukraine"
    alike = f"{kind} made since the invasion of 24 February 2022" if since_invasion else kind
    made = f"{pair(tie)}, {when(tie.since)}" if tie.since else pair(tie)
    return f"Of the {alike}, the first on record here is {made}."


# Other countries.


def no_american_partner(name: str) -> str:
    """That a Ukrainian place has no partner in the United States on record."""
    return f"No U.S. partner of {name} is on record here."


def no_ukrainian_partner(name: str) -> str:
    """That a U.S. place has no Ukrainian partner on record."""
    return f"No Ukrainian partner of {closed(name)} is on record here."
