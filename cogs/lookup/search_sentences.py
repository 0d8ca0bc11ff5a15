"""What lookups say of what a search of the record found, and of words that it has not. Pure.

``marks`` are the numbers of sources, ``" [1][2]"`` or nothing; a ``Line`` is a sentence that begins in bold.
"""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.wording.act_sentences import act_told
from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.english import (
    clip,
    either,
    listed,
    paragraph,
    plural,
)
from cogs.wording.points import office_then
from db.record.models import Act, Listing, TalkingPoint
from db.record.text import key

# Talking points.


def petition_says_nothing_of(words: Sequence[str]) -> str:
    """That nothing is on record of the petition in some words of a question."""
    return f"Nothing about {listed(f'“{word}”' for word in words)} is on file here for the petition. What is on file:"


# What a search of the record found.


_MOST_WORDS, _LONGEST_WORD = 4, 30
WHAT_CAN_BE_ASKED = (
    "You can ask about a place, a state, a standing, a time or a person, what both sides say, the petition and "
    "partners in Ukraine, for example “is Portland still paired with Khabarovsk?”."
)
# Who acted as one of several, by name: "Four legislators (Lorigo, Mills)".
_NAMED_IN_BRACKETS = LATE.compile(r"\(([A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)+)\)")
# A summary is left out where so much of it was said already.
_MOST_SAID = 0.9


def found_in_record(words: Sequence[str]) -> str:
    """The heading above what was found for some words."""
    return f"On record: {listed(f'“{word}”' for word in words)}" if words else "On record"


def words_of_nobody(words: Sequence[str]) -> str:
    """That nobody on record said something in these words."""
    return f"{_said_by_nobody(words)} {WHAT_CAN_BE_ASKED}"


def words_not_said(words: Sequence[str]) -> str:
    """Which of the words that were asked for nobody on record said; the others are told below."""
    return f"{_said_by_nobody(words)} The other words are on record here:"


def _said_by_nobody(words: Sequence[str]) -> str:
    named = either(f"“{clip(word, _LONGEST_WORD)}”" for word in words[:_MOST_WORDS])
    if all(map(str.isascii, words)):
        return f"Nobody on record said {named}, as far as the record shows."
    return f"What is on record of people's words is in English, and {named} was not found in it."


def not_on_record(people: Sequence[str]) -> str:
    """That nothing which these people said or did about ties is on record."""
    return f"Nothing that {either(people)} said or did about these ties is on record here. {WHAT_CAN_BE_ASKED}"


def nothing_of(names: Sequence[str]) -> str:
    """That names which a question has beside its places are not on record."""
    return f"Nothing about {either(f'“{name}”' for name in names)} is on record here."


def search_heading(text: str, found: int, most: int) -> str:
    """The heading of a search, with how many entries were found."""
    number = f"{most} or more entries" if found >= most else plural(found, "entry", "entries")
    return f"“{text}”: {number} on record"


def not_found(text: str) -> str:
    """That nothing was found for a text, and what can be asked instead."""
    return (
        f"I did not find “{text}” in the record. It holds decisions, statements, votes and conditions, what both sides "
        "said, pages that list partners, the petition and Ukrainian partners. Try fewer words, or the name of a place."
    )


def words_not_found(words: Sequence[str]) -> str:
    """That the record has nothing in these words, and what can be asked."""
    named = either(f"“{clip(word, _LONGEST_WORD)}”" for word in words[:_MOST_WORDS])
    return f"I did not find {named} in the record. {WHAT_CAN_BE_ASKED}"


def done_by(who: str, marks: str) -> str:
    """By whom something was done, when and on whose motion."""
    return f"Done by {who}{marks}."


def found_act(pair: str, act: Act, marks: str) -> Line:
    """An act that was found: in its own public wording, and what the summary says beyond that."""
    return found_of_pair(pair, act_in_full(act), marks)


def found_of_pair(pair: str, told: str, marks: str) -> Line:
    """Whole sentences that were found about a pair."""
    return Line(f" {told}{marks}", f"{pair}:")


def act_in_full(act: Act) -> str:
    """An act in its own public wording, and what the summary says beyond that."""
    told = act_told(act)
    named = _NAMED_IN_BRACKETS.search(act.actor)
    surnames = named[1].split(", ") if named else []
    names = f"They are named as {listed(surnames)}." if surnames and surnames[0] not in told else ""
    return paragraph([told, names, "" if _says(told, act.summary) else act.summary])


def why_of_act(act: Act, why: str, marks: str) -> str:
    """Who did something and when, with the sentences of its own that tell why."""
    return f"{act.actor}, {when(act.date)}: {why}{marks}"


def _says(told: str, more: str) -> bool:
    """Whether most words of one text stand in the other."""
    words, said = key(more).split(), set(key(told).split())
    return sum(word in said for word in words) >= _MOST_SAID * len(words)


def found_explanation(topic: str, told: str, marks: str) -> Line:
    """An explanation that was found."""
    return Line(f" {told}{marks}", f"{topic}:")


def found_listing(pair: str, listing: Listing, marks: str) -> Line:
    """A page that was found."""
    dated = f"a page of {when(listing.date)}" if listing.date else "an undated page"
    return Line(f" {listing.says}{marks}", f"{pair}, {dated}:")


def found_note(pair: str, note: str, marks: str) -> Line:
    """A note that was found."""
    return Line(f" {note}{marks}", f"{pair}:")


def found_point(point: TalkingPoint, marks: str) -> Line:
    """What somebody said, with what it was about, as far as it is known word for word."""
    office = office_then(point)
    who = f"{point.speaker}, {office}" if office else point.speaker
    strong = f"{who}, {when(point.date)}:" if point.date else f"{who}, undated:"
    quote = f"“{point.quote}”" if point.quote else ""
    return Line(f" {paragraph([point.gist, quote])}{marks}", strong)
