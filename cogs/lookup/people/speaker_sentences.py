"""What lookups say of what people said and did: both sides, single speakers, offices and reasons. Pure.

``marks`` are the numbers of sources, ``" [1][2]"`` or nothing; a ``Line`` is a sentence that begins in bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.english import (
    capital,
    either,
    listed,
    paragraph,
    sentences_in,
    series,
    series_apart,
)
from db.record.models import Side, TalkingPoint
from db.record.standings import Standing

# Headings.

FOR_ENDING = "For ending the ties: what people said"
FOR_KEEPING = "For keeping the ties: what people said"
_ON_SIDE = {
    Side.END: "for ending or suspending, not for keeping", Side.KEEP: "for keeping, not for ending or suspending"
}  # fmt: skip
_WANTED = {Side.END: "ending", Side.KEEP: "keeping"}


def other_side(side: Side) -> str:
    """That there is another side than the one that was asked for."""
    wanted = "want the ties ended" if side is Side.END else "want the ties kept"
    return f"Others {wanted}: ask me for “both sides”, or see /talking-points."


def said_elsewhere(side: Side, *, some: bool) -> str:
    """That for one side no words from the place that was asked about are on file, or too few."""
    words = "No more words" if some else "No words"
    return f"{words} from there are on file for {_WANTED[side]} the ties; this was said elsewhere:"


# What cannot be done, and why.


NO_SUCH_SPEAKER = "Nothing of that kind is on record. What is said in general: /talking-points."
WHAT_IS_SAID, WHAT_IS_ANSWERED = "What is said", "What the other side answered"
ON_NO_SIDE = "Neither for ending nor for keeping: what people said"
NO_WORD_OF_THE_PARTNER = "No word of the Russian side on this tie is on record here."
NO_WORD_BUT_PAGES = "No word of the Russian side on this tie is on record here; pages from Russia that name it are."
RUSSIAN_PAGES = "What pages from Russia say of it"
OF_SINGLE_TIES = "What the Russian side said of single ties"


# Talking points.

SPEAKERS_OWN_WORDS = "These are the speakers' own words and claims; Tiewatch does not make them its own."


def talking_point(point: TalkingPoint, marks: str) -> Line:
    """What somebody said, word for word where the words are known, with what the quotation needs to be understood."""
    office = point.office_then or point.office
    speaker = f"{point.speaker}, {office}" if office else point.speaker
    dated = when(point.date) if point.date else "undated"
    if not point.quote:
        return Line(f" {point.gist}{marks}", f"{speaker}, {dated}:")
    if point.lead:
        return Line(f", {point.lead}: “{point.quote}”{marks}", f"{speaker}, {dated}")
    return Line(f" “{point.quote}”{marks}", f"{speaker}, {dated}:")


def narrowed_to(only: Sequence[str], where: Sequence[str], time: str, without: Sequence[str]) -> str:
    """To whom, where and when an answer is narrowed: ``Only what mayors said at a meeting, without Zelenskyy.``"""
    said = f"what {listed(only)} said" if only else "what was said"
    told = series(filter(None, (" ".join(filter(None, (said, either(where)))), _without(without))))
    whose = f"Only {told}." if only or where or without else ""
    return paragraph([whose, f"Only words {time}." if time else ""])


def _without(names: Sequence[str]) -> str:
    return f"without {listed(names)}" if names else ""


def none_of_theirs(only: Sequence[str]) -> str:
    """That of those who are asked for no words are on record of a place, where others' are."""
    return f"What {listed(only)} said there is not on record. These words are:"


UNANSWERED = "Only what nobody of the other side answers, as far as this record has it."
NOT_RANKED = (
    "Which words are the strongest is for you to say: the record does not rank them. Word for word it has these."
)


def spoken_of(topics: Sequence[str]) -> str:
    """Of what was spoken, on either side: ``Only what was said about suspending or pausing.``"""
    return f"Only what was said {either(topics)}, on whichever side."


def cannot_tell_of_speakers(unknown: Sequence[str]) -> str:
    """What a question narrows speakers by and the record does not say of them."""
    return f"I cannot narrow by {either(unknown)}: the record does not say that of speakers."


def more_points(number: int) -> str:
    """That more was said than is shown."""
    return f"{number} more: /talking-points."


# What a search of the record found.


SIDE_OF_TIE = {Side.END: "For ending the tie", Side.KEEP: "For keeping the tie"}
ALSO_ON_RECORD = "Also on record"
_IN_GENERAL = "from either side. What is said in general: /talking-points."
NO_MORE_REASONS = f"No other reason is on record for this tie, {_IN_GENERAL}"
NONE_BEYOND = f"No reason beyond what is told above is on record for this tie, {_IN_GENERAL}"


def nothing_else_there(sides: Sequence[Side]) -> str:
    """That of a tie no more is on record for these sides: an act may say which side somebody took."""
    wanted = either(_WANTED[side] for side in sides)
    return f"Nothing else is on record there for {wanted} the tie. What is said in general: /talking-points."


def nothing_for_it_there(side: Side) -> str:
    """That of a place nobody's words for a side are kept here: an act may say which side somebody took."""
    return f"No words for {_WANTED[side]} the tie are on record from there; what was done is told with the tie."


ACTED_FOR = {
    Side.END: "Who acted for ending or suspending a tie",
    Side.KEEP: "Who acted or spoke for keeping a tie",
}


def more_acts(number: int) -> str:
    """That more acts are on record than are shown."""
    return f"{number} more of these are on record: ask for the ties that were kept, suspended or ended."


HOW_THEY_STAND = "How the ties that were named stand"


def no_words_in_office(office: str, place: str) -> str:
    """That no words of whoever held an office at a place are on record, before what is."""
    return f"No words of a {office} of {place} on this tie are on record by name. What is on record there:"


def nobody_in_office(office: str, place: str) -> str:
    """That nobody on record spoke or acted on some ties in an office that is asked for, of a Russian place if any."""
    if place:
        return f"Nobody is on record by name as having spoken or acted on these ties as {office} of {place}."
    return f"Nobody is on record by name as having spoken or acted on these ties as a {office}."


PEOPLE_THERE = "Who is on record there"


def nobody_with_role(says: str) -> str:
    """That nothing is on record on a tie of those who are asked about by their part there."""
    return f"No word of {says} on this tie is on record here."


GOVERNORS = "What governors said and did"


def no_other_governor(states: Sequence[str]) -> str:
    """That no more of governors is on record, or of those of some states."""
    if states:
        return f"Nothing else is on record here of what a governor of {listed(states)} said or did."
    return "No other governor's word or act is on record here."


WHY_KEPT_IS_SAID = "What people said for keeping the tie is on record."
NO_REASON_FOR_NOT_DECIDING = "Why nothing was decided is not on record."
WHY = "Why, as far as is on record:"


_DECIDED = {Standing.SUSPENDED: "suspended", Standing.ENDED: "ended"}


FOR_EITHER = "For ending or suspending the tie, this is on record:"
# Who wanted or reported something else than was decided gives no reason for what was: "wanted to end it outright".
_SOMETHING_ELSE = {
    Standing.SUSPENDED: re.compile(r"\b(?:to end|ending|terminat\w*|sever(?:ed|ing)?|cut(?:ting)?)\b", re.IGNORECASE),
    Standing.ENDED: re.compile(r"\b(?:to suspend|suspend(?:ed|ing)|suspension|paus(?:e|ed|ing))\b", re.IGNORECASE),
}


def why_for(side: Side, standing: Standing, found: Iterable[str]) -> str:
    """What stands before the reasons ``found`` of one side of a tie: for its ending or suspension, as it stands, unless
    they are all of the other of these.
    """
    if side is Side.END and (done := _DECIDED.get(standing)):
        if all(_SOMETHING_ELSE[standing].search(next(sentences_in(each), each)) for each in found):
            return FOR_EITHER
        return f"Why it was {done}, as far as is on record:"
    return f"{SIDE_OF_TIE[side]}, this is on record:"


WHY_OF_EACH = "Why, as far as is on record"
WHY_STANDS_WITH_EACH = (
    "Why each was decided on so, as far as it is on record, is told with the tie: ask about one place."
)


def no_reason_of(pairs: Sequence[str]) -> str:
    """Of which ties of a list no reason is on record."""
    return f"No reason is on record for {listed(pairs)}."


# Behind what is on record of a change of mind, and before it.
NO_MORE_OF_A_CHANGE = "Beyond these words and acts, no reason for the change is on record."
A_CHANGE_BELOW = "What is on record of the change stands below; no further reason is."
NO_CHANGE_OF_COURSE = "That a decision was taken there and later reversed is not on record."


def side_taken(name: str, sides: Sequence[Side], *, turned: bool) -> str:
    """On which side somebody is on record, the oldest first; ``turned``: that they changed it is on record."""
    argued = [side for side in sides if side is not Side.CONTEXT]
    if turned or len(argued) > 1:
        return f"{name} is not on record on one side all along: see what was said, and when."
    if not argued:
        return f"{name} is on record neither for ending nor for keeping the ties."
    return f"{name} is on record {_ON_SIDE[argued[0]]}."


def no_change_of_mind(name: str) -> str:
    """That somebody is not on record as having changed sides."""
    return f"That {name} changed sides is not on record."


NO_REASON_FOR_IT = "No reason from those who decided is on record, beyond the decision itself."
SAID_IN_GENERAL = "What is said in general, for and against: /talking-points."


def no_reason_why_it_stands(*, spoken: bool, kept: bool) -> str:
    """That no reason is on record why a tie stands, or was not ended; ``spoken``: besides what its own side said."""
    asked = "for keeping the tie" if kept else "why it was not ended"
    if spoken:
        return f"Beyond what was decided or said there, no reason {asked} is on record."
    return f"No reason {asked} is on record."


NO_REASON = "No reason is on record for this tie, from either side. What is said in general: /talking-points."


# People and bodies.


def speaker(name: str, offices: Sequence[str]) -> Line:
    """Who somebody was when they spoke or acted."""
    if not offices:
        return Line(" On record with these words and acts.", f"{name}.")
    return Line(f" {capital(series_apart(offices))}.", f"{name}.")


def nothing_of_their_own(name: str) -> str:
    """That somebody is only spoken of by others."""
    return f"Nothing that {name} said or did is on record by itself; these are others' words and acts."


def office_then(office: str, place: str, dated: str) -> str:
    """An office that an act names, with its tie's American place and the date: the office as it was then."""
    return f"{office}, {dated} ({place})"


def more_of_speaker(number: int, name: str) -> str:
    """That there is more on record of somebody."""
    entries = "There is 1 more entry" if number == 1 else f"There are {number} more entries"
    return f"{entries}: search for “{name}” with /search."


OFFICES_THEN = "These are the offices of that time; who holds them today is not in the record."
