"""What lookups say of places: with whom they are paired, their namesakes, and names that have no tie. Pure.

``names`` are phrases; a ``Line`` is a sentence that begins in bold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cogs.wording.blocks import Line
from cogs.wording.english import (
    closed,
    either,
    either_apart,
    listed,
    listed_apart,
    paragraph,
    plural,
    series_apart,
    small,
    with_article,
)
from db.record.models import PlaceKind

# Places, and who they are paired with.


def partner_and_standing(name: str, standing_word: str) -> str:
    """A partner of a place: ``Khabarovsk, Russia (active)``."""
    return f"{name} ({small(standing_word)})"


def one_place(names: Sequence[str], place: str) -> str:
    """That two or more names are of one place."""
    return f"{listed(names)} are names of one place, {place}."


def now_called(name: str, place: str) -> str:
    """Which place a name is of, by the name that it has on record."""
    return f"“{name}” is {place}."


def several_places(names: Sequence[str]) -> str:
    """That names which it was asked about are not of one place."""
    return f"These are different places: {listed_apart(names)}."


def which_is_paired(one: str, paired: Sequence[tuple[str, str]], others: Sequence[str]) -> str:
    """Which of several places are paired with ``one``, each with how its tie stands, and which are not."""
    one = closed(one)
    if not paired:
        none = "Neither" if len(others) == 2 else "None of them"
        return f"{none} is paired with {one} on this record: not {either_apart(others)}."
    them = "Both" if len(paired) == 2 else "All of them"
    are = f"Paired with {one} on this record" if others else f"{them} are paired with {one} on this record"
    so = f"{are}: {listed_apart(partner_and_standing(*each) for each in paired)}."
    return paragraph([so, f"Not paired with it: {listed_apart(others)}." if others else ""])


def one_partner(place: str, partner: str) -> str:
    """A place's one tie."""
    return f"The one tie on record for {closed(place)} is with {partner}."


def several_partners(place: str, partners: Sequence[str]) -> str:
    """A place's several ties."""
    return f"The {len(partners)} ties on record for {closed(place)} are with {series_apart(partners)}."


# What cannot be done, and why.


def no_tied_place(name: str) -> str:
    """That no place with a tie has a name; it is safe to be shown."""
    return f"I know no place with a tie by the name “{name}”."


def no_such_state(name: str | None) -> str:
    """That a name is no state's; None where no name was read. It is safe to be shown."""
    how = "Try “Oregon”, “OR” or “New England”, or several with commas between them."
    if name is None:
        return f"I know no state or part of the country by that name. {how}"
    return f"I know no state or part of the country called “{name}”. {how}"


def all_ties_of(number: int, place: str) -> str:
    """On a button that goes back from one tie of a place to all of them."""
    return f"Both ties of {place}" if number == 2 else f"All {number} ties of {place}"


IT_DEPENDS = "That depends on which tie is meant."


def goes_for_all(place: str, partners: Sequence[str]) -> str:
    """Behind a yes or no: that it is the answer for each of a place's ties."""
    every = "both" if len(partners) == 2 else f"all {len(partners)}"
    return f"That goes for {every} ties on record for {place}: with {series_apart(partners)}."


def answer_for_one(partner: str, answer: str) -> str:
    """A yes or no for one of a place's ties."""
    return f"With {partner}: {small(answer)}"


def which_place(number: int) -> str:
    """That several places share a name."""
    return f"{plural(number, 'place')} on record share this name. Which one do you mean?"


def namesake(name: str, partners: Iterable[str]) -> Line:
    """One of them, with its partners."""
    return Line(f": {series_apart(partners)}.", name)


def of_one_place(name: str, told: str) -> Line:
    """What is said of one of them alone: a whole sentence."""
    return Line(f": {told}", name)


def no_tie_between(one: str, other: str) -> str:
    """Two places that were taken for partners and are not."""
    return f"No tie between {closed(one)} and {closed(other)} is on record."


def no_tie_in_states(name: str, states: Iterable[str]) -> str:
    """A Russian place that has no tie in the states named with it."""
    return f"No tie between {closed(name)} and a place in {either(states)} is on record."


def no_tie_with_russia(name: str) -> str:
    """A known American place without a tie."""
    return f"There is no tie on record between {closed(name)} and a Russian place."


def no_tie_with_america(name: str) -> str:
    """A known Russian place without a tie."""
    return f"There is no tie on record between {closed(name)} and an American place."


def nor_for_namesakes(names: str) -> str:
    """That other places of the name have none either."""
    return f"Nor is there one for the other places that I know by that name: {names}."


def nor_for_others_so_called(number: int) -> str:
    """That Russian places of the very same name have none either."""
    others = "the other place" if number == 1 else f"the {number} other places"
    return f"Nor is there one for {others} of that name that I know."


def nearest_place(name: str, partners: Iterable[str]) -> str:
    """The nearest place that has a tie."""
    return f"The nearest place with a tie on record is {name}: {series_apart(partners)}."


def nearest_place_to(place: str, name: str, partners: Iterable[str]) -> str:
    """The same where several places share the name that was asked for."""
    return f"The nearest place to {closed(place)} with a tie on record is {name}: {series_apart(partners)}."


def ties_around(name: str, miles: int, ties: int) -> str:
    """How many ties places have that lie around one: ``Within 50 miles of Cleveland, Ohio, 4 ties are on record.``"""
    if not ties:
        return f"Within {miles} miles of {closed(name)} no tie is on record."
    if ties == 1:
        return f"Within {miles} miles of {closed(name)} one tie is on record."
    return f"Within {miles} miles of {closed(name)} {plural(ties, 'tie')} are on record, the nearest first."


NO_NAMESAKE_WITH_RUSSIA = "There is no tie on record between a Russian place and any place of this name."
NO_NAMESAKE_WITH_AMERICA = "There is no tie on record between an American place and any place of this name."


def none_of_namesakes(number: int, name: str) -> str:
    """That none of the Russian places of one name has a tie, where nothing in it tells them apart."""
    return f"None of the {number} places called {closed(name)} that I know has a tie on record."


def which_namesake(names: str) -> str:
    """Which places of a name are known, and that it takes one of them."""
    return f"I know {names}. Tell me which one you mean, and I will name the nearest place with a tie."


def some_places(names: Sequence[str], more: int) -> str:
    """Places by name, and how many smaller ones there are besides."""
    return listed_apart([*names, plural(more, "smaller place")] if more else names)


def not_known_in(state: str) -> str:
    """A name that was said to lie where none is known."""
    return f"There is no tie on record for a place of that name in {state}, and I know of no such place there."


UNKNOWN_NAME = "I know of no place by that name in the United States or in Russia."


def partner_not_known(name: str) -> str:
    """That a name that is said with a Russian place is not known, and what follows is without it."""
    return (
        f"I do not know “{name}” as a place in the United States. This record is of U.S. ties alone: a city of another "
        "country is not in it. What is on record for the Russian place follows."
    )


def unknown_place(typed: str) -> str:
    """The same of what was typed for a place."""
    return f"I know of no place called “{typed}” in the United States or in Russia."


def nearest_names(names: Iterable[str]) -> str:
    """Names that are like one that is not known."""
    return f"The nearest names with a tie on record: {series_apart(names)}."


def read_as(typed: str, name: str) -> str:
    """How a name was read that is far from what was typed."""
    return f"Reading “{typed}” as {name}."


def all_read_as(repairs: Iterable[tuple[str, str]]) -> str:
    """The same of several words, each with how it was read."""
    return f"Reading {listed(f'“{typed}” as {name}' for typed, name in repairs)}."


def larger_namesakes(name: str, others: Sequence[str]) -> str:
    """That places without a tie share the name of the one that is told of, and are larger."""
    if len(others) == 1:
        return f"This is {name}. A larger place of that name has no tie on record: {others[0]}."
    return f"This is {name}. Larger places of that name have no tie on record: {series_apart(others)}."


def belongs_to(kind: PlaceKind, name: str) -> str:
    """That the tie is of the county, metro area or borough of the city that was named."""
    return f"The tie is that of {_WIDER[kind]}, {name}."


def of_city_not_county(typed: str, name: str) -> str:
    """That the tie is of the city, where a county was named that has none."""
    return f"No tie of {typed} County is on record: this one is that of the city, {name}."


def no_county(typed: str, known: Sequence[str]) -> str:
    """That a county that was named has no tie, and which have."""
    return f"No tie of {typed} County is on record. The counties with one are {series_apart(known)}."


_WIDER = {PlaceKind.METRO: "the metro area", PlaceKind.COUNTY: "the county", PlaceKind.BOROUGH: "the borough"}
WIDER_KINDS = frozenset(_WIDER)


# Other countries.


def american_or_abroad(name: str, states: Sequence[str], country: str) -> str:
    """That American places of a name have no tie, where one abroad has it as well and is better known."""
    return f"No tie of {name} in {either(states)} is on record. Another {name} is in {with_article(country)}."


def is_abroad(name: str, country: str) -> str:
    """That a place is neither American nor Russian."""
    return (
        f"{name} is in {with_article(country)}, and this record is only of ties between the United States and Russia."
    )


def other_country(country: str) -> str:
    """That a country's ties are not in the record."""
    ties = f"Ties of {with_article(country)}"
    return f"{ties} are not in this record: it is only of those between the United States and Russia."


def if_tie_meant(tie: str) -> str:
    """What a line is about that tells how a tie stands, where it may be meant."""
    return f"If you mean {tie}:"


def no_other_american_partner(name: str) -> str:
    """That a Russian place has no further partner in the United States on record."""
    return f"No other U.S. partner of {closed(name)} is on record."


def no_other_partner(name: str) -> str:
    """That a place has no further Russian partner on record; others are no matter of this record."""
    return (
        f"No other Russian partner of {closed(name)} is on record. Partners in other countries are not in this record."
    )


def others_with(russian: str, own: str, number: int) -> str:
    """How many others are paired with a Russian place, besides the American one that is named, if any is."""
    if not number and own:
        return f"No other American place than {closed(own)} is on record as paired with {russian}."
    if not number:
        return f"No other American place is on record as paired with {russian}."
    are = "is" if number == 1 else "are"
    told = f"{plural(number, 'more tie' if own else 'tie')} with {closed(russian)} {are} on record:"
    return f"Besides the one with {closed(own)} {told}" if own else told


def only_with(russian: str, us: str) -> str:
    """That one tie alone is on record for a Russian place."""
    return f"The only tie on record for {closed(russian)} is with {us}."
