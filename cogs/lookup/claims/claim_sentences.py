"""What is said of each claim of a text: whether the record bears it out. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cogs.wording.english import clip, listed, listed_apart, paragraph, plural, series
from db.record.models import PlaceKind, Side
from db.record.standings import STANDINGS, Standing

_LONGEST_WORDS, _LONGEST_PART = 60, 80
# How places of each kind are counted: one, and several.
_KINDS = {
    PlaceKind.CITY: ("city", "cities"),
    PlaceKind.METRO: ("metro area", "metro areas"),
    PlaceKind.COUNTY: ("county", "counties"),
    PlaceKind.BOROUGH: ("borough", "boroughs"),
    PlaceKind.STATE: ("state", "states"),
}
CLAIMS = "What the record says of this"
BORNE_OUT = "So it is, by this record."
NOT_BORNE_OUT = "Not so, by this record."
MORE_THAN_IS_KNOWN = "That is more than this record bears out; for some it is not known."
NO_TIE_ON_RECORD = "No tie on record."


def named(name: str) -> str:
    """What a verdict is on: ``Dallas, Texas – Saratov:``"""
    return f"{name}:"


def quoted(text: str) -> str:
    """The words of a claim: ``“More than 20 ended”:``"""
    return f"“{text}”:"


def part(text: str) -> str:
    """A part of a text, as short as a quotation may be."""
    return clip(text, _LONGEST_PART)


def of_those(standing: Standing) -> str:
    """What a line is on that looks only at the ties that stand in one way: ``Of those that are ended:``"""
    return f"Of those that are {STANDINGS[standing].word}:"


def after_name(*told: str) -> str:
    """A verdict, behind what it is on."""
    return f" {paragraph(told)}"


def with_marks(told: str, marks: str) -> str:
    """A sentence with the numbers of its sources before its full stop."""
    return f"{told.removesuffix('.')}{marks}."


def not_checked(words: Sequence[str]) -> str:
    """Which words of a claim were not held against the record, as nothing on it takes them up."""
    named = series(f"“{clip(word, _LONGEST_WORDS)}”" for word in words)
    return f"Not checked, as I found nothing on it in the record: {named}."


def named_or_not(name: str, *, named: bool) -> str:
    """Whether President Zelenskyy named a place to the U.S. mayors, as a fact beside something else."""
    did = "named" if named else "did not name"
    return f"President Zelenskyy {did} {name} in his speech to U.S. mayors of 3 June 2022."


def nothing_of_that_kind(name: str) -> str:
    """That nothing on record is of the kind that a text says somebody did, before what is on record of them."""
    return f"Nothing of that kind by {name} is on record. On record:"


def named_with_charge() -> str:
    """That a tie was named in President Zelenskyy's speech, where a text has what he charged its partner with."""
    return "President Zelenskyy named it in his speech. What he said of the partner is his word, and is not shown here."


def named_in_speech(*, named: bool, denied: bool) -> str:
    """Whether President Zelenskyy named a tie in his speech to the mayors, where that is claimed or ``denied``."""
    told = "It was named in the speech." if named else "It was not named in the speech."
    return f"{BORNE_OUT if named is not denied else NOT_BORNE_OUT} {told}"


_FOR = {Side.END: ("ending or suspending", "keeping"), Side.KEEP: ("keeping", "ending or suspending")}


def of_the_other_side(name: str, claimed: Side) -> str:
    """That what is on record of somebody speaks for the other side than is claimed."""
    not_so, so = _FOR[claimed]
    return f"Nothing on record has {name} speaking for {not_so} a tie; what is on record speaks for {so} one."


def not_for_an_end(name: str) -> str:
    """That nothing on record has somebody wanting a tie to end, of whom it is claimed, and who spoke of a pause."""
    return f"Nothing on record has {name} speaking for ending the tie outright."


def words_on_record(speaker: str, claimed: str) -> str:
    """Whose words on record a text has; and that they are not those of whom it gives them to."""
    if claimed:
        return f"On record these are the words of {speaker}, and not of {claimed}."
    return f"Those are words that are on record from {speaker}."


def most_ties(most: Sequence[str], number: int, name: str, own: int) -> str:
    """Which places have the most ties, with how many, and how many the one has that is said to have most."""
    told = f"{listed(most)} {f'has the most, {number}' if len(most) == 1 else f'have the most, {number} each'}."
    return told if name in most else f"{told} {name} has {own}."


def right_or_not(holds: bool | None) -> str:
    """Whether the record bears a claim out; nothing where that is not known."""
    if holds is None:
        return ""
    return BORNE_OUT if holds else NOT_BORNE_OUT


def not_known_of_all(unknown: int, of_all: int) -> str:
    """That the record bears a claim of most or all neither out nor not, as of so many it is not known."""
    return f"The record cannot say that: of {unknown} of the {of_all} it is not known whether they stand."


def the_rest(number: int, counts: Mapping[Standing, int]) -> str:
    """How the other ties of all stand, of which it was said that none is left."""
    stand = series(f"{count} {STANDINGS[standing].word}" for standing, count in counts.items() if count)
    return f"The other {number}: {stand}."


def others_fit(names: Sequence[str], number: int) -> str:
    """That others are on record besides those that a claim says are the only ones: the first few by name."""
    more = number - len(names)
    if more:
        return f"Others: {listed_apart([*names, f'{more} more'])}."
    return f"{'Another' if number == 1 else 'Others'}: {listed_apart(names)}."


def of_known_year(known: int, of_all: int) -> str:
    """For how many ties it is on record when they were made, where a claim is of that."""
    return f"In which year they were made is on record for {known} of {of_all}."


def none_after(day: str) -> str:
    """That a claim of what nobody did since a month, a season or a year holds from its end on."""
    return f"{BORNE_OUT} None is on record of after {day}."


def last_of_them(name: str, when: str) -> str:
    """On which tie the last was done of what a claim says that nobody did since a time, and when."""
    return f"The last on record: {name}, {when}."


def split_votes(names: Sequence[str]) -> str:
    """On which ties a body of the same kind decided something else by a split vote, beside those that a claim is of."""
    return f"What else was decided by a split vote: {listed_apart(names)}."


def they_are(names: Sequence[str]) -> str:
    """The ties that a claim takes in, by name."""
    return f"{'It is' if len(names) == 1 else 'They are'} {listed_apart(names)}."


def count_of(number: int, standing: Standing) -> str:
    """What a number counts in the record, where a claim counts something else by it."""
    return f"{number} ties are {STANDINGS[standing].word}, which is something else."


def of_so_many(kinds: Mapping[PlaceKind, int]) -> str:
    """Of how many places of each kind the ties of a list are: ``They belong to 4 cities, 1 county and 3 states.``"""
    named = [plural(kinds[kind], *words) for kind, words in _KINDS.items() if kinds.get(kind)]
    return f"They belong to {listed(named)}."


SO_OF_THE_TIES = "That is true of the ties, by this record, but not of the places."


def not_ended(number: int, unknown: int) -> str:
    """How many ties are not on record as ended, and of how many of them it is not known whether they stand, where a
    claim is of those that stand.
    """
    told = f"Not ended: {number}"
    return f"{told}; of {unknown} of those nothing says whether they stand." if unknown else f"{told}."


def suspended_or_ended(number: int) -> str:
    """How many were suspended or ended, where a number is of those together and a claim speaks of endings."""
    return f"Suspended or ended, together: {number}."


def suspended_besides(number: int) -> str:
    """How many were suspended, where a claim is of endings."""
    word = STANDINGS[Standing.SUSPENDED].word
    if number == 1:
        return f"1 is {word}, which is not ended."
    return f"{number} are {word}, which is not ended."
