"""What is said of a tie wherever it is spoken of, a function a sentence. Pure.

Each function gives one whole sentence, its alternatives written out, so that another language finds it in one place;
what is said when is decided by ``standing_text``, ``leads`` and ``status``. ``marks`` are the numbers of sources,
``" [1][2]"`` or nothing.
"""

from __future__ import annotations

import re
from datetime import date
from typing import assert_never

from cogs.wording.dates import hearing_when, on, when
from cogs.wording.english import capital, closed, ends_of_sentences, full_stop, inside, paragraph, plural, series, small
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING, Authority
from db.record.models import Act, DateBasis, Listing, PartialDate
from db.record.months import MONTHS
from db.record.page_kinds import PAGE_KINDS, PageKind

_UNTIL = re.compile(r"until:? +", re.IGNORECASE)
# A note of so few words is the date itself: "14 July 1975".
_BARE_DATE = 3
# A note that is the date, and where it is from: "13 September 1990, from a Volgograd outlet".
_DATE_AND_SOURCE = re.compile(
    rf"(?P<date>(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}})(?: \((?P<by>[^()]+)\)|, (?P<from>from [^,;]+))"
)
# A note of so few words is a time, and no sentence: "Between 1987 and 1993".
_SHORT_NOTE = 4
# The stop that ends a sentence; one inside a quotation belongs to what is quoted.
_STOP = re.compile(r"[.!?…]$")
_DONE = {
    ActKind.KEPT: "kept",
    ActKind.SUSPENDED: "suspended",
    ActKind.ENDED: "ended",
    ActKind.RESUMED: "resumed",
}
# What was added to an actor: how, where or on whose motion it was done.
_ADDED = re.compile(r", (?=(?:at|before|by|in|on|through|to|under) )")
_MOVED = re.compile(
    r"(?:\bon|at|after) [A-Z][^,.;]*(?:motion|resolution|proposal|request|recommendation)|\bproposed\b|\basked\b"
    r"|\bafter (?:a |the )?(?:letter|call|appeal|petition|request)"
)
# A summary that begins with what was done, or with when it was.
_DID = re.compile(
    r"(?P<before>(?:At|Having|In|On|Reversing) [^,;.]+, )?"
    r"(?:[A-Za-z][a-z]+ly )?(?:[A-Za-z][a-z]+ed|[Cc]hose|[Mm]ade|[Ss]aid|[Ss]ent|[Tt]old|[Tt]ook|[Pp]ut|[Ww]rote)"
    r"\b(?! by\b)"
)
# An actor that is more than one name: who answered whom, or what it is in brackets.
_SEVERAL = re.compile(r"[;(]")
# What takes an article as bodies do.
_GROUPS = frozenset(("Alliance", "Association", "Commission", "Committee", "Foundation", "Society"))
_BODIES = frozenset(("Assembly", "Board", "Commission", "Committee", "Council", "Supervisors"))
# A word of so many years is told in years, a newer one in months.
_SEVERAL_YEARS = 2
# The age of news of fewer days is told in weeks.
_MONTHS_FROM = 61

NO_CONDITION = "No condition for lifting it was found."
NOBODY_SEARCHED_SINCE = "Nobody has searched for news since."
NOBODY_SEARCHED = "Nobody has searched for news yet."


# Phrases: how an act and a search stand inside a sentence.


def who_and_when(act: Act, vote: str = "") -> str:
    """``the Juneau Assembly on 4 April 2022``; an actor with a comma in the name is closed by one.

    What is added to the actor stands behind the date, and behind the ``vote`` if that is told too: ``Tallahassee City
    Commission on 9 March 2022, 5–0, on Mayor John Dailey's motion``.
    """
    who, added = actor_and_more(act)
    who = f"the {who}" if _takes_article(act, who) else who
    told = f"{who}, {on(act.date)}" if "," in who else f"{who} {on(act.date)}"
    if act.kind in _DONE and act.date_basis is DateBasis.MEETING:
        told = f"{told}, it appears"
    return series(filter(None, (told, vote, added)))


def actor_and_more(act: Act) -> tuple[str, str]:
    """The name of an actor, and what is added to it, or nothing: ``Mayor Brown`` and ``by executive order``."""
    who, *added = _ADDED.split(act.actor, maxsplit=1)
    return who, "".join(added)


def moved_by(act: Act) -> bool:
    """Whether an act names on whose motion, resolution or request it was done."""
    return bool(_MOVED.search(act.actor) or _MOVED.search(f"{act.said or ''} {act.summary}"))


def _takes_article(act: Act, who: str) -> bool:
    last = who.rsplit(maxsplit=1)[-1]
    is_body = act.kind in _DONE and act.authority in VOTING and last in _BODIES
    is_group = act.authority is Authority.ASSOCIATION and last in _GROUPS
    return (is_body or is_group) and not who.startswith("The ")


def attribution(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """Who, when and by what vote, as it stands after "by": ``Juneau Assembly on 4 April 2022, 5–4 [1]``.

    ``thin`` adds that there is one report only.
    """
    who = who_and_when(act, vote=act.vote or "")
    return f"{who}, on one report{marks}" if thin else f"{who}{marks}"


def done(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """What was done, by whom, when and by what vote: ``Kept by Juneau Assembly on 4 April 2022, 5–4 [1]``."""
    label = ACT_KINDS[act.kind].label
    if _is_reported(act):
        return f"Reported as {small(label)} by {attribution(act, marks, thin=thin)}"
    return f"{label} by {attribution(act, marks, thin=thin)}"


def _is_reported(act: Act) -> bool:
    """Whether a decision is entered by the word of the press alone, which decides nothing itself."""
    return act.kind in _DONE and act.authority is Authority.PRESS


def searched(found: PartialDate | None) -> str:
    """The last search in brackets: ``(searched 22 November 2026)``; that nobody has looked, where nobody has."""
    return f"(searched {when(found)})" if found else "(nobody has searched yet)"


# How a tie stands: the first words of an answer, in bold. Each is a sentence that is true by itself.

NOT_KNOWN = "Not known."
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
SUSPENDED = "Suspended, not ended."
ENDED = "Ended."
DORMANT = "Dormant: no formal ending is on record."
DISPUTED = "Disputed."
YES = "Yes."
YES_AS_FAR_AS_KNOWN = "Yes, as far as is known."
YES_IT_APPEARS = "Yes, it appears."
YES_SUSPENDED = "Yes, suspended and not ended."
NO_AS_FAR_AS_KNOWN = "No, as far as is known."
NO_ENDED = "No, it was ended."
NO_SUSPENDED = "No: suspended, not ended."
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


def reports_differ(word: str) -> str:
    """An act's own word for what was done, on which reports differ: ``suspended or ended: reports differ``."""
    return f"{word}: reports differ"


def in_own_word(act: Act, word: str) -> str:
    """What an act itself calls what it did, with who did it: ``The council suspended its own support.``"""
    if "own" not in word.split():
        return f"{capital(word)}."
    match act.authority:
        case Authority.COUNCIL:
            return f"The council {word}."
        case Authority.MAYOR:
            return f"The mayor {word}."
        case Authority.ASSOCIATION:
            return f"The association {word}."
        case Authority.STATE:
            return f"The state {word}."
        case Authority.CITY_PAGE:
            return f"The city {word}."
        case Authority.PARTNER | Authority.PRESS:
            return f"{capital(word)}."
        case _:
            assert_never(act.authority)


# And the sentences behind them.


def decided(act: Act, marks: str) -> str:
    """What was done, of an act without words of its own: ``The Juneau Assembly ended it on 4 April 2022 (5–4) [1].``

    An official's word is told as a word, and what decides nothing by what it is.
    """
    if act.kind is ActKind.KEPT and not act.vote and act.authority not in VOTING:
        return f"That is the word of {attribution(act, marks)}."
    if act.kind not in _DONE:
        return f"{ACT_KINDS[act.kind].label} by {attribution(act, marks)}."
    name, added = actor_and_more(act)
    who = f"{name}," if "," in name else name
    is_named = act.authority in VOTING or _takes_article(act, name)
    who = f"The {who}" if is_named and not who.startswith("The ") else who
    if _is_reported(act):
        return f"{capital(done(act, marks))}."
    done_, dated = _DONE[act.kind], on(act.date)
    what = f"{done_} it, it appears, {dated}" if act.date_basis is DateBasis.MEETING else f"{done_} it {dated}"
    what = f"{what} ({act.vote})" if act.vote else what
    return f"{who} {what}, {added}{marks}." if added else f"{who} {what}{marks}."


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


def shown_on_page(listing: Listing, marks: str) -> str:
    """What the page says that shows the two as partners, with its date: ``KTOO mentions it (6 April 2022) [1].``"""
    return _page_says(listing, marks)


def shown_on_weak_page(kind: PageKind, listing: Listing, marks: str) -> str:
    """The same where no page is better than a blog, or what somebody copied together."""
    return f"No better page than {PAGE_KINDS[kind].label} was found to name the two. {_page_says(listing, marks)}"


def page_says(says: str, dated: str, marks: str = "") -> str:
    """What a page says, and behind its first sentence its date, where that is not in it, and the marks.

    ``dated`` is the date in words, as its reader writes dates; empty where none is to be told.
    """
    told = full_stop(says)
    whole = told[: next(iter(ends_of_sentences(told)), len(told))]
    first = _STOP.sub("", whole)
    rest = told[len(first) :]
    return f"{first} ({dated}){marks}{rest}" if dated and not _is_told(dated, told) else f"{first}{marks}{rest}"


def _page_says(listing: Listing, marks: str) -> str:
    return page_says(listing.says, when(listing.date) if listing.date else "undated", marks)


def _is_told(dated: str, told: str) -> bool:
    """Whether a text gives a date, be it as one of two days: ``8 and 9 December 2022``."""
    if dated in told:
        return True
    day_of_month, _, month = dated.partition(" ")
    return bool(month) and re.search(rf"\b{day_of_month} (?:and|or|to) \d{{1,2}} {month}\b", told) is not None


def only_on_wikipedia(marks: str, body: str) -> str:
    """That Wikipedia alone names the two as partners; ``body`` is ``city``, ``county`` or ``state``."""
    return f"Only Wikipedia, or a copy of it, was found to name this pair{marks}: ask the {body} before you repeat it."


def named_by_wikipedia(standing_word: str) -> str:
    """A standing, of a tie that Wikipedia alone names, where there is room for a word only."""
    return f"{standing_word}, only on Wikipedia"


def absent(listing: Listing, marks: str) -> str:
    """What names partners, and not this one: the record's own sentence says so, of one page or of several."""
    return _page_says(listing, marks)


# What goes with it.


def summary(act: Act, marks: str) -> str:
    """The act that decides, in the record's own words; a summary that begins with what was done gets who did it."""
    told = full_stop(_in_full(act) or f"In more detail: {inside(act.summary)}")
    return f"{told[:-1]}{marks}{told[-1]}"


def in_full(act: Act) -> str:
    """The record's own words on an act where it has just been named: with who did it, if they begin with what was."""
    return full_stop(_in_full(act) or act.summary)


def _in_full(act: Act) -> str | None:
    """A summary that begins with what was done, as a sentence with who did it; None for any other summary."""
    who = _subject(act)
    found = _DID.match(act.summary)
    if who is None or found is None:
        return None
    if found["before"]:
        inner = small(who) if who.startswith("The ") else who
        return f"{found['before']}{inner} {act.summary[found.end('before') :]}"
    return f"{who} {small(act.summary)}"


def _subject(act: Act) -> str | None:
    """Who did it, told again: ``The council``, ``The mayor``, ``The governor``, or the name; None of several."""
    name, _ = actor_and_more(act)
    if (body := name.split()[-1]) in _BODIES:
        return f"The {body.lower()}"
    if act.authority is Authority.MAYOR and name.startswith("Mayor "):
        return "The mayor"
    if name.startswith("Governor "):
        return "The governor"
    return None if _SEVERAL.search(name) else closed(name)


def condition(text: str) -> str:
    """What would lift a suspension: ``The suspension is to last until the war ends.``; a sentence stands as it is."""
    if found := _UNTIL.match(text):
        return f"The suspension is to last until {full_stop(text[found.end() :])}"
    if text.startswith("To "):
        return f"The tie is {small(full_stop(text))}"
    return text if text.endswith(".") else f"What would lift it: {text}."


def decides_nothing(act: Act, told: str) -> str:
    """What is on record after the act that decides; ``told`` is its sentence, and its own words need no more."""
    return told if act.said else paragraph([f"On record since then: {inside(told)}", summary(act, "")])


def nothing_newer_found(looked: PartialDate) -> str:
    """That a search found nothing that changes what the deciding act says."""
    return f"Nothing found since changes that (searched {when(looked)})."


def no_later_decision_found(looked: PartialDate) -> str:
    """The same where something later is on record, or the question is whether a suspension was lifted."""
    return f"No later decision was found (searched {when(looked)})."


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


def hearing_unresolved(act: Act, marks: str) -> str:
    """A hearing that is over, and of which nothing later says what came of it."""
    by = who_and_when(act)
    return f"A hearing was set for {hearing_when(act)} (proposed by {by}){marks}; what came of it is not on record."


def hearing_before_decision(act: Act, marks: str) -> str:
    """A hearing that is still to come though the tie was decided on."""
    by = who_and_when(act)
    return f"A hearing had been set for {hearing_when(act)} (proposed by {by}){marks} before that decision."


def hearing_cancelled(act: Act, marks: str) -> str:
    """A hearing that does not take place."""
    return f"The hearing set for {hearing_when(act)} (proposed by {who_and_when(act)}){marks} is cancelled."


def hearing_to_come(act: Act, marks: str) -> str:
    """A hearing that is to come, with its place and how to speak there."""
    told = f"A hearing is set for {hearing_when(act)} (proposed by {who_and_when(act)}){marks}."
    return paragraph([told, *hearing_details(act)])


def hearing_details(act: Act) -> tuple[str, ...]:
    """Where a hearing is, and how to speak there, as far as it is known; nothing of one that does not take place."""
    if act.hearing_cancelled:
        return ()
    place = f"Place: {full_stop(act.hearing_place)}" if act.hearing_place else ""
    speak = f"To speak: {full_stop(act.hearing_speak)}" if act.hearing_speak else ""
    return tuple(text for text in (place, speak) if text)


TIME_NOT_KNOWN = "The time of day is not on record: look at the agenda."
CHECK_THE_AGENDA = "Times and rooms change: look at the body's own agenda before you go."


def hearing_title(names: str) -> str:
    """What a hearing is called in a calendar."""
    return f"Hearing on the sister-city tie {names}"


def hearing_is_cancelled(dated: str) -> str:
    """That a hearing does not take place."""
    return f"The hearing set for {dated} is cancelled."


def proposal_heard(act: Act, marks: str = "") -> str:
    """What is heard: whose proposal it is, by what vote, and the record's own words on it."""
    return f"Proposed by {who_and_when(act, act.vote or '')}{marks}: {full_stop(act.summary)}"


def made_unknown(note: str) -> str:
    """That no year is known in which a tie began, and what is noted on it."""
    bare = note.rstrip(".")
    if not bare:
        return "When the tie began is not known."
    if len(bare.split()) <= _SHORT_NOTE:
        return f"The year in which the tie began is not known: {inside(bare)}."
    return f"No one year is on record in which the tie began. {note}"


def made(year: int, note: str, marks: str) -> str:
    """When a tie began; a note that is only the date says it more exactly, and a short one stands in brackets."""
    bare = note.rstrip(".")
    if str(year) in bare and len(bare.split()) <= _BARE_DATE:
        return f"The tie began {_on_date(bare)}{marks}."
    if found := _DATE_AND_SOURCE.fullmatch(bare):
        return f"The tie began {_on_date(found['date'])} ({found['by'] or found['from']}){marks}."
    if not note:
        return f"The tie began in {year}{marks}."
    if ends_of_sentences(note) or (";" in note and not note.startswith("From ")):
        return f"The tie began in {year}{marks}. {note}"
    if "(" in note:
        return f"The tie began in {year}{marks}: {inside(note)}"
    return f"The tie began in {year} ({inside(bare)}){marks}."


def _on_date(bare: str) -> str:
    """``14 July 1975``, ``Autumn 1992`` and ``By January 1992`` as they stand inside a sentence."""
    if bare[:1].isdigit() and not bare.isdigit():
        return f"on {bare}"
    if bare.startswith(("By ", "In ", "On ", "About ", "Before ", "After ")):
        return small(bare)
    if bare.endswith("s"):
        return f"in the {small(bare)}"
    return f"in {bare}" if bare.startswith(MONTHS) or bare.isdigit() else f"in {small(bare)}"


def age(act: Act, today: date, *, is_newer_of_two: bool = False) -> str:
    """How old the word of an act is: in months, or by the whole years that have passed and more, from two on.

    Its date is told with it where the act's own words do not give it. ``is_newer_of_two``: an earlier one is told too.
    """
    if is_newer_of_two:
        return f"The newer of these words is {how_long(act.date.last, today)} old."
    if act.said is not None and when(act.date) not in act.said:
        return f"As of {when(act.date)}, {how_long(act.date.last, today)} ago."
    return f"That was {how_long(act.date.last, today)} ago."


def how_long_by_weeks(since: date, until: date) -> str:
    """The same for news, whose first two months are told in weeks: ``7 weeks``, ``2 months``."""
    days = (until - since).days
    return plural(max(1, round(days / 7)), "week") if days < _MONTHS_FROM else how_long(since, until)


def how_long(since: date, until: date) -> str:
    """The time between two days as a phrase: ``5 months``, ``more than 4 years``."""
    years = until.year - since.year - ((until.month, until.day) <= (since.month, since.day))
    if years >= _SEVERAL_YEARS:
        return f"more than {years} years"
    return plural(max(1, round((until - since).days / 30.44)), "month")


# Of several ties.


def all_searched(found: PartialDate) -> str:
    """The one day, or month, of the last search for all of some ties."""
    return f"News was last searched for {on(found)}."


def all_searched_but(found: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    if never == 1:
        return f"News was last searched for {on(found)}; for 1 of them nobody has searched yet."
    return f"News was last searched for {on(found)}; for {never} of them nobody has searched yet."


def each_searched(earliest: PartialDate, latest: PartialDate) -> str:
    """The earliest and the latest of the last searches for each of some ties, by the month where that is one."""
    return f"News of each was last searched for {_between(earliest, latest)}."


def each_searched_but(earliest: PartialDate, latest: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    told = f"News of each was last searched for {_between(earliest, latest)}"
    if never == 1:
        return f"{told}; for 1 of them nobody has searched yet."
    return f"{told}; for {never} of them nobody has searched yet."


def _between(earliest: PartialDate, latest: PartialDate) -> str:
    first, last = (_month(value.first) for value in (earliest, latest))
    return f"in {first}" if first == last else f"between {first} and {last}"


def _month(value: date) -> str:
    return f"{MONTHS[value.month - 1]} {value.year}"
