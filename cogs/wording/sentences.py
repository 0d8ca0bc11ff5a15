"""What is said of how a tie stands, a function a sentence. Pure.

Each function gives one whole sentence, its alternatives written out, so that another language finds it in one place;
what is said when is decided by ``standing_text``, ``leads`` and ``status``. ``marks`` are the numbers of sources,
``" [1][2]"`` or nothing. Hearings, pages, beginnings and ages have modules of their own.
"""

from __future__ import annotations

import re

from cogs.wording.act_phrases import in_full
from cogs.wording.dates import on
from cogs.wording.english import full_stop, inside, small
from db.record.models import Act, PartialDate
from db.record.standings import STANDINGS, Standing

_UNTIL = re.compile(r"until:? +", re.IGNORECASE)
NO_CONDITION = "No condition for lifting it was found."


# How a tie stands: the first words of an answer, in bold. Each is a sentence that is true by itself.

_SUSPENDED = STANDINGS[Standing.SUSPENDED].word
NOT_KNOWN_AFTER_VOTE = "Not known, but there was a vote."
NO_VOTE = "No council vote on the tie is on record."
NO_VOTE_BY_STATE = "No vote by lawmakers on the tie is on record."
VOTE_SPOKEN_OF = "A vote is spoken of; how it went is not on record."
VOTE_DECIDED_NOTHING = "There was a vote, and it did not decide on the tie."
NOT_KEPT = "No decision to keep it is on record."
NOT_RESUMED = "No resumption is on record."
KEPT = "Kept, as far as is known."
NOT_CUT = "Not cut, as far as is known."
SAID_TO_STAND = "Said to stand."
RESUMED = "Resumed."
YES = "Yes."
YES_AS_FAR_AS_KNOWN = "Yes, as far as is known."
YES_IT_APPEARS = "Yes, it appears."
YES_SUSPENDED = f"Yes, {_SUSPENDED} and not ended."
NO_AS_FAR_AS_KNOWN = "No, as far as is known."
NO_ENDED = "No, it was ended."
NO_SUSPENDED = f"No: {_SUSPENDED}, not ended."
MORE_THAN_SUSPENDED = "More than that: it was ended."
NOT_ACTIVE = "Reported as not active; no formal ending is on record."
NO_ENDING = "No formal ending is on record."
NO_SUSPENSION = "No suspension is on record."
AT_FIRST = "At first, and that has changed since."


def active_on_own_page(body: str) -> str:
    """That what has the tie names it itself; ``body`` is ``city``, ``county`` or ``state``."""
    return f"Active, by the {body}'s own page or papers, as far as is known."


def said_to_stand_by(body: str) -> str:
    """That it stands by what others report of its own word."""
    return f"Said to stand, by a report of the {body}'s word."


def said_to_stand_by_others(body: str) -> str:
    """That it stands by the word of others alone, where that is not told of the act itself."""
    return f"Said to stand, by others than the {body}; no decision by the {body} was found."


def said_to_stand_only_by_others(body: str) -> str:
    """The same where the act's own words tell that no decision was found."""
    return f"Said to stand, by others than the {body}."


def yes_by_others(body: str) -> str:
    """Asked whether it still stands, of a tie that stands by the word of others alone."""
    return f"Yes, by the word of others; no decision by the {body} was found."


def changed_since(value: PartialDate) -> str:
    """Asked whether something was decided that a later act changed."""
    return f"Yes, {on(value)}; a later act changed that."


# And the sentences behind them.


def before_that(act: Act, told: str) -> str:
    """An earlier word of more weight than the newest one; ``told`` is its sentence, and its own words need no more."""
    return told if act.said else f"Earlier on record: {told}"


def newest_word(act: Act, told: str) -> str:
    """The newest word, behind a decision of more weight."""
    return told if act.said else f"Newer on record: {told}"


NO_VOTE_FOUND = "No vote was found."


def disputed(one: str, other: str) -> str:
    """Two words that stand against each other, each as ``disputed_word`` tells it."""
    return f"{one} Against it: {other}"


def disputed_word(act: Act, told: str) -> str:
    """One of the two words on a disputed tie: its sentence, and, where that is the usual one, what it is about."""
    return told if act.said else f"{told} {in_full(act)}"


def unconfirmed(looked: str) -> str:
    """That what is told does not say whether it stands; ``looked`` is as ``searched`` tells it."""
    return f"Nothing found settles whether the tie stands {looked}."


def unconfirmed_since(looked: str, *, is_dated: bool) -> str:
    """The same behind a page alone; ``is_dated``: its date is known."""
    since = "Nothing found since says" if is_dated else "Nothing found says"
    return f"{since} whether the tie stands {looked}."


def unconfirmed_without_page(looked: str) -> str:
    """The same of a tie that no act speaks of, and that no page found shows."""
    return f"No page found shows the two as partners, or says whether the tie stands {looked}."


def unconfirmed_but_for_its_year(looked: str, marks: str) -> str:
    """The same where the page from which the tie has its year is all that names the two."""
    return f"One page names the two, and dates the tie{marks}; none found says whether the tie stands {looked}."


# What goes with it.


def condition(text: str) -> str:
    """What would lift a suspension: ``The suspension is to last until the war ends.``; a sentence stands as it is."""
    if found := _UNTIL.match(text):
        return f"The suspension is to last until {full_stop(text[found.end() :])}"
    if text.startswith("To "):
        return f"The tie is {small(full_stop(text))}"
    return text if text.endswith(".") else f"What would lift it: {text}."


DATE_NOT_CERTAIN = "The date is not certain."


def date_not_certain(dated: str) -> str:
    """A date that was worked out, or is that of a meeting, where there is room for little more."""
    return f"{dated} (date not certain)"


def date_note(note: str) -> str:
    """Why an act's date is not sure; a note without a verb becomes a sentence."""
    if note.startswith(("The ", "Reports ")):
        return full_stop(note)
    if note.startswith("Day of "):
        return full_stop(f"The date is the {small(note)}")
    if note.startswith(("A ", "From ", "Known ")):
        return full_stop(f"The date is {small(note)}")
    return full_stop(f"On the date: {inside(note)}")
