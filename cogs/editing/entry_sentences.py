"""What editors are told of entries other than acts: searches, offices, figures, places, ties, pages and notes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cogs.wording.dates import day
from cogs.wording.english import clip, full_stop, paragraph, plural, series, series_apart
from db.record.milestones import PetitionReading
from db.store.editing_models import AdditionKind

# Figures of the petition.

READING_NEEDS_ITS_DAY = "A reading needs its day, such as 29 November 2026."
NO_PETITION_TO_NOTE = "No petition is on record, so there is nothing to note."


def figures_of(count: int, goal: int) -> str:
    """A reading in the log."""
    return f"{count:,} of {goal:,}"


def petition_noted(found: PetitionReading, *, fell: bool, told: int) -> str:
    """A reading of the petition that was noted, and whom it is told."""
    assert found.as_of is not None
    noted = (
        f"{found.count:,} signatures of a goal of {found.goal:,}, as of {day(found.as_of)}. It is shown from now on."
    )
    lower = "That is fewer than the last reading had; please make sure that it is right." if fell else ""
    milestone = f"A milestone was passed: {plural(told, 'channel')} will hear of it, once." if told else ""
    return paragraph([noted, lower, milestone])


def petition_again(found: PetitionReading) -> str:
    """That an earlier reading is shown again."""
    dated = f"as of {day(found.as_of)}" if found.as_of else "in an undated copy"
    return f"Shown again: {found.count:,} signatures of a goal of {found.goal:,}, {dated}. What was announced stays."


def newer_reading_known(known: date) -> str:
    """That a later reading is on record."""
    return f"A reading of {day(known)} is on record, so an older one would not be shown."


def figure_too_high(figure: int, last: int) -> str:
    """That a figure looks like a slip."""
    return f"{figure:,} is more than three times the last figure, {last:,}. Please check it."


# What is noted in one step.

FRESHENS_NOTHING = "This only notes that someone checked; older information stays dated as it was."
NOTHING_DECIDED = "No editor has decided anything about it yet: all there is came with the dataset."
NOTED_AGAIN_SINCE = "This was taken back or changed again since, so there is nothing to undo."


def search_undone(where: str) -> str:
    """That a search is no longer on record."""
    return f"The search is no longer on record: {where}."


def offices_now(place: str, offices: Iterable[str]) -> str:
    """The offices of a place after one was taken back; ``offices`` may be none."""
    known = series_apart(offices)
    return f"{place} is as before: {known}." if known else f"{place} is as before: it has no office on record."


def searched_today(where: str) -> str:
    """What was searched."""
    return f"Searched today: {where}."


def searched_with_note(where: str, note: str) -> str:
    """Where somebody looked, and what they noted."""
    return f"{where} ({note})" if note else where


def office_noted(place: str, office: str, body: str) -> str:
    """An office of a place."""
    return f"**{place}**: {office}, {body}"


def office_page(office: str, body: str, page: str | None) -> str:
    """An office, its body and its page."""
    return f"{office}, {body}: {page or 'no page'}"


def office_unknown(place: str, office: str, known: Iterable[str]) -> str:
    """That a place has no such office, and how a new one is noted."""
    return (
        f"{place} has no office “{office}” on record (known: {series(known) or 'none yet'}). "
        "For a new one, give its body too, for example City Council."
    )


def earlier_decisions(number: int) -> str:
    """How many decisions there are besides."""
    return f"and {plural(number, 'earlier decision')}"


# Places, ties, listings and notes.

SEAT_NEEDED = (
    "A county, region, state, borough or metro needs its seat too: a known town that lies in it, for its coordinates."
)
OFFICE_NEEDED = "Give office and body too: which office of it letters go to. Only for a city there are usual ones."
LATIN_NEEDED = "The name needs Latin letters; other spellings go into the other names."
NUMBER_NOT_LOOKED_UP = "Entered from the list of known places; its GeoNames number was not looked up."
REGION_NOT_LOOKED_UP = "Its region was not looked up."
PAGE_UNKNOWN = "The record does not have this page yet, so give its `title`, `publisher` and `grade` with the command."
NO_PAGE_KIND = "The `kind` is not on the list. Choose one as you type, or leave it out."
TIE_TAKEN = "Somebody else was faster: this is on record by now."
USED_SINCE = "This was changed or taken back since, or is used by now, so it cannot be undone."
NOTES_AS_BEFORE = "Both notes are as they were, so nothing was changed."


def coordinates_of(seat: str) -> str:
    """Whose coordinates a typed place has."""
    return f"The coordinates are those of {seat}; its GeoNames number was not looked up."


def is_ukrainian(name: str) -> str:
    """That a place is not for this record."""
    return (
        f"{name} is Ukrainian, or named or placed so that it may be: Crimea and the other occupied places never enter "
        "this record as Russian ones."
    )


def no_known_place(typed: str) -> str:
    """That nothing known is called so."""
    return (
        f"No known place without a tie is called “{typed}”. Choose one from the list that appears as you type; "
        "a county or region is typed, with its kind and seat."
    )


def no_name(name: str) -> str:
    """That a name would be taken for something else."""
    return (
        f"“{clip(name, 60)}” cannot be a name that a place is found by: it needs at least three letters, and must not "
        "be an ordinary word."
    )


def which_known(names: Iterable[str]) -> str:
    """That several known places are called so."""
    return f"Which one? {series_apart(names)}."


def place_known(name: str) -> str:
    """That a place is in the register."""
    return f"{name} is in the record already. Use /record tie to add a tie to it."


def name_taken(name: str, other: str) -> str:
    """That a place has the name of another."""
    return (
        f"{other} in the record is called “{name}” too. Two places with the same name are entered in the files: "
        "docs/record.md says how."
    )


def several_sides(names: Iterable[str]) -> str:
    """That several places of the register are meant."""
    return f"Which one? {series_apart(names)}."


def no_such_side(typed: str) -> str:
    """That a place is not in the register yet."""
    return f"No place in the record on that side is called “{typed}”. Use /record place to add one."


def refused_by_check(faults: Iterable[str]) -> str:
    """That what was entered would break a rule of the dataset."""
    return full_stop(f"Nothing was changed: {series_apart(faults)}")


def place_added(name: str, command: str) -> str:
    """That a place is on record, and what comes next."""
    return f"**{name}** is in the record, but in no tie yet. {command} comes next."


def names_left_out(names: Iterable[str]) -> str:
    """Names that a place does not get."""
    return f"Names that other places have, and so were left out: {series(names)}."


def usual_office(office: str, body: str) -> str:
    """The office that letters go to."""
    return f"Letters go to: {office}, {body}."


def tie_added(name: str, level: str) -> str:
    """That a tie is on record."""
    return f"**{name}** is on record as a {level}."


def tie_exists(name: str) -> str:
    """That there is such a tie."""
    return f"{name} is on record already."


def pair_named(us: str, ru: str, level: str) -> str:
    """What a page of a new tie says, where nothing was typed; ``level`` is the noun of the tie."""
    return f"Names {us} and {ru} as partners in a {level}."


def since_out_of_range(earliest: int, latest: int) -> str:
    """That a year cannot be."""
    return f"The year must be from {earliest} to {latest}."


def listing_added(name: str, shows: str, says: str) -> str:
    """That a listing is on record; ``shows`` tells it behind the date of a page."""
    return f"**{name}**\nA page that {shows}: {says}"


def listing_known(says: str) -> str:
    """That a tie has a listing of a page."""
    return f"This tie already has a listing for that page: {says}"


def notes_now(name: str, note: str, editor_note: str) -> str:
    """The notes of a tie; both may be empty."""
    return f"**{name}**\nFor readers: {note or 'none'}\nFor editors: {editor_note or 'none'}"


def notes_in_words(note: str | None, editor_note: str | None) -> str:
    """The same for the history."""
    readers, editors = (f"“{text}”" if text else "nothing" for text in (note, editor_note))
    return f"{readers} for readers and {editors} for editors"


_NOTES = {"note": "The note for readers", "editor_note": "The note for editors"}


def note_fault(field: str, told: str) -> str:
    """What is wrong with a note; ``told`` goes on from it, as the dataset's check has it."""
    return full_stop(f"{_NOTES[field]} {told}")


def taken_back(what: AdditionKind, name: str) -> str:
    """What was taken back."""
    match what:
        case AdditionKind.PLACE:
            return f"**{name}** is no longer in the record."
        case AdditionKind.TIE:
            return f"**{name}** is no longer on record."
        case AdditionKind.LISTING:
            return f"The listing of **{name}** is no longer on record."
        case AdditionKind.NOTES:
            return f"The notes of **{name}** are as before."
        case AdditionKind.POINT:
            return f"What **{name}** said is no longer in the record."
        case AdditionKind.RETIRED:
            return f"What **{name}** said is told again."
