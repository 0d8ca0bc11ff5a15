"""What is said of a tie wherever it is spoken of, a function a sentence. Pure.

Each function gives one whole sentence, its alternatives written out, so that another language finds it in one place;
what is said when is decided by ``standing_text`` and ``status``. A ``Line`` is a sentence that begins in bold. A
``word`` is a phrase, as ``attribution`` makes it; ``marks`` are the numbers of sources, ``" [1][2]"`` or nothing.
"""

from __future__ import annotations

import re
from datetime import date

from cogs.wording.blocks import Line
from cogs.wording.dates import day, on, when
from cogs.wording.english import full_stop, plural
from db.record.act_kinds import ACT_KINDS
from db.record.models import Act, Listing, PartialDate, Precision
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.standings import STANDINGS, Standing

_UNTIL = re.compile(r"until:? +", re.IGNORECASE)
# A note of so few words is the date itself: "14 July 1975".
_BARE_DATE = 3
# A word of so many years is told in years, a newer one in months.
_SEVERAL_YEARS = 2

NO_CONDITION = "No condition for lifting it was found."
NOBODY_SEARCHED_SINCE = "Nobody has searched for news since."
NOBODY_SEARCHED = "Nobody has searched for news yet."


# Phrases: how an act and a search stand inside a sentence.


def who_and_when(act: Act) -> str:
    """``Juneau Assembly on 4 April 2022``; an actor with a comma in the name is closed by one."""
    return f"{act.actor}, {on(act.date)}" if "," in act.actor else f"{act.actor} {on(act.date)}"


def attribution(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """Who, when and by what vote, as it stands after "by": ``Juneau Assembly on 4 April 2022, 5–4 [1]``.

    ``thin`` adds that there is one report only.
    """
    who = who_and_when(act)
    if act.vote:
        return f"{who}, {act.vote}, on one report{marks}" if thin else f"{who}, {act.vote}{marks}"
    return f"{who}, on one report{marks}" if thin else f"{who}{marks}"


def done(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """What was done, by whom, when and by what vote: ``Kept by Juneau Assembly on 4 April 2022, 5–4 [1]``."""
    return f"{ACT_KINDS[act.kind].label} by {attribution(act, marks, thin=thin)}"


def earlier_attribution(act: Act, marks: str) -> str:
    """The same for an act before the one that decides, with its kind where it did not keep the tie."""
    word, known = attribution(act, marks), ACT_KINDS[act.kind]
    return word if known.leads_to is Standing.ACTIVE else f"{known.label.lower()} by {word}"


def searched(found: PartialDate | None) -> str:
    """The last search in brackets: ``(searched 22 November 2026)``; that nobody has looked, where nobody has."""
    return f"(searched {when(found)})" if found else "(nobody has searched yet)"


# How a tie stands: the sentence that a card, a message and a letter's panel begin with.


def resumed(word: str) -> Line:
    """By whom it was resumed."""
    return Line(f" by {word}.", "Resumed")


def kept(word: str) -> Line:
    """A vote to keep it."""
    return Line(f" by {word}.", "Kept, last we know,")


def suspended(word: str) -> Line:
    """By whom it was suspended."""
    return Line(f" by {word}.", f"{STANDINGS[Standing.SUSPENDED].label},")


def ended(word: str) -> Line:
    """By whom it was ended."""
    return Line(f" by {word}.", STANDINGS[Standing.ENDED].label)


def without_contact(act: Act, marks: str, *, thin: bool) -> Line:
    """Who reported that there is no contact."""
    who, said_on = (f"{act.actor}," if "," in act.actor else act.actor), on(act.date)
    if thin:
        return Line(f" {who} said {said_on}, on one report{marks}; nobody ended it formally.", "No contact,")
    return Line(f" {who} said {said_on}{marks}; nobody ended it formally.", "No contact,")


def not_cut(word: str, earlier: str, *, voted: bool) -> Line:
    """An official's word that it stands. ``earlier`` is the council's own word before, empty for none; ``voted`` says
    whether any vote on the tie is on record.
    """
    if not voted:
        return Line(f" by the word of {word}; no vote was found.", "Not cut,")
    if earlier:
        return Line(f" by the word of {word}; before that, {earlier}.", "Not cut,")
    return Line(f" by the word of {word}.", "Not cut,")


def active_on_own_page(act: Act, marks: str, earlier: str, *, thin: bool, voted: bool) -> Line:
    """The city's own page or papers, read there; the rest as for ``not_cut``."""
    strong = "Active on the city's own page or papers,"
    page = f"{_as_of_page(act.date)}: {_page_of(act, marks, thin=thin)}"
    if not voted:
        return Line(f" {page}; no vote either way was found.", strong)
    if earlier:
        return Line(f" {page}; before that, {earlier}.", strong)
    return Line(f" {page}.", strong)


def _as_of_page(value: PartialDate) -> str:
    """How old a page is: of one that is known by its year only, no more is known than that it is not older."""
    return f"undated ({when(value)} or later)" if value.precision is Precision.YEAR else f"as of {when(value)}"


def _page_of(act: Act, marks: str, *, thin: bool) -> str:
    if act.vote:
        return f"{act.actor}, {act.vote}, on one report{marks}" if thin else f"{act.actor}, {act.vote}{marks}"
    return f"{act.actor}, on one report{marks}" if thin else f"{act.actor}{marks}"


def said_to_stand_by_city(word: str, earlier: str, *, voted: bool) -> Line:
    """The city's word as others report it; the rest as for ``not_cut``."""
    if not voted:
        return Line(f" by {word}; no vote either way was found.", "Said to stand")
    return said_to_stand(word, earlier, silent=False)


def said_to_stand(word: str, earlier: str, *, silent: bool) -> Line:
    """The word of somebody else. ``earlier`` is the city's own word before, empty for none; ``silent`` says that none
    is on record at all.
    """
    if silent:
        return Line(f" by {word}; no word from the city was found.", "Said to stand")
    if earlier:
        return Line(f" by {word}; before that, {earlier}.", "Said to stand")
    return Line(f" by {word}.", "Said to stand")


def disputed(one: str, other: str) -> Line:
    """Two words that stand against each other, each as ``disputed_word`` tells it."""
    return Line(f" {one} Against it: {other}", f"{STANDINGS[Standing.DISPUTED].label}.")


def disputed_word(act: Act, marks: str, *, thin: bool) -> str:
    """One of the two words on a disputed tie."""
    return f"{done(act, marks, thin=thin)}: {full_stop(act.summary)}"


def unconfirmed(looked: str) -> Line:
    """That nothing says whether it stands; ``looked`` is as ``searched`` tells it."""
    return Line(f": nothing found says whether it stands {looked}.", STANDINGS[Standing.UNCONFIRMED].label)


def unconfirmed_without_page(looked: str) -> Line:
    """The same of a tie that no act speaks of, and that no page found shows."""
    strong = STANDINGS[Standing.UNCONFIRMED].label
    return Line(f": no page found shows the two as partners, or says whether the tie stands {looked}.", strong)


def unconfirmed_on_page(page: PartialDate | None, marks: str, looked: str) -> Line:
    """On which page the two are shown as partners, and that nothing found since says whether it stands."""
    named = f"a page of {when(page)}" if page else "an undated page"
    return _shown_as_partners(f"on {named}{marks}", looked)


def unconfirmed_on_weak_page(kind: PageKind, page: PartialDate | None, marks: str, looked: str) -> Line:
    """The same where no page is better than a blog, or what somebody copied together."""
    article, _, noun = PAGE_KINDS[kind].label.partition(" ")
    named = f"{article} {noun} of {when(page)}" if page else f"an undated {noun}"
    return _shown_as_partners(f"on no better page than {named}{marks}", looked)


def _shown_as_partners(page: str, looked: str) -> Line:
    strong = STANDINGS[Standing.UNCONFIRMED].label
    return Line(f": shown as partners {page}; nothing found since says whether it stands {looked}.", strong)


def unconfirmed_on_wikipedia(marks: str, looked: str) -> Line:
    """That Wikipedia alone names the two as partners."""
    strong = STANDINGS[Standing.UNCONFIRMED].label
    return Line(
        f": only Wikipedia was found to name this pair{marks}; nothing found says whether it stands {looked}.", strong
    )


def named_by_wikipedia(standing_word: str) -> str:
    """A standing, of a tie that Wikipedia alone names, where there is room for a word only."""
    return f"{standing_word}, only on Wikipedia"


def absent(listing: Listing, marks: str) -> str:
    """A page that names partners, and not this one."""
    page = f"A page of {when(listing.date)}" if listing.date else "An undated page"
    return f"{page} names partners without this one{marks}: {listing.says}"


def recorded_as(act: Act, word: str) -> Line:
    """An act of a kind that makes no standing."""
    return Line(f" by {word}.", ACT_KINDS[act.kind].label)


# What goes with it.


def summary(act: Act, marks: str) -> str:
    """The act that decides, in the record's own words."""
    return f"{act.summary}{marks}"


def condition(text: str) -> str:
    """What would lift a suspension: ``Until: the war ends.`` of what begins so; else it is told as it stands."""
    if found := _UNTIL.match(text):
        return f"Until: {full_stop(text[found.end() :])}"
    return f"On lifting it: {text}" if text.endswith(".") else f"What would lift it: {text}."


def had_stood_since(year: int, marks: str) -> str:
    """How long it had stood when it was ended."""
    return f"It had stood since {year}{marks}."


def decides_nothing(act: Act, marks: str) -> str:
    """What is on record after the act that decides."""
    return f"Newer on record, deciding nothing: {ACT_KINDS[act.kind].label.lower()} by {who_and_when(act)}{marks}."


def nothing_newer_found(looked: PartialDate) -> str:
    """That a search found nothing after the act that decides."""
    return f"Nothing newer found (searched {when(looked)})."


def no_later_decision_found(looked: PartialDate) -> str:
    """The same where something later is on record, or the question is whether a suspension was lifted."""
    return f"No later decision found (searched {when(looked)})."


def said_besides(act: Act, marks: str) -> str:
    """A word that decides nothing, on a tie of which nobody says whether it stands."""
    return f"{act.actor}, {when(act.date)}: {full_stop(act.summary)}{marks}"


def hearing_unresolved(act: Act, hearing: date, marks: str) -> str:
    """A hearing that is over, and of which nothing later says what came of it."""
    by = who_and_when(act)
    return f"A hearing was set for {day(hearing)} (proposed by {by}){marks}; what came of it is not on record."


def hearing_before_decision(act: Act, hearing: date, marks: str) -> str:
    """A hearing that is still to come though the tie was decided on."""
    by = who_and_when(act)
    return f"A hearing had been set for {day(hearing)} (proposed by {by}){marks} before that decision."


def hearing_to_come(act: Act, hearing: date, marks: str) -> str:
    """A hearing that is to come."""
    return f"A hearing is set for {day(hearing)} (proposed by {who_and_when(act)}){marks}."


def made_unknown(note: str) -> str:
    """That it is not known when a tie was made, and what is noted on it."""
    return f"When it was made is not known. {note}".strip()


def made(year: int, note: str, marks: str) -> str:
    """When a tie was made; a note that is only the date stands in brackets."""
    if 0 < len(note.split()) <= _BARE_DATE:
        return f"The tie was made in {year} ({note.rstrip('.')}){marks}."
    return f"The tie was made in {year}{marks}. {note}".rstrip()


def age(act: Act, today: date) -> str:
    """How old the word of an act is: in months, or by the whole years that have passed and more, from two on."""
    return f"As of {when(act.date)}, {how_long(act.date.last, today)} ago."


def how_long(since: date, until: date) -> str:
    """The time between two days as a phrase: ``5 months``, ``more than 4 years``."""
    years = until.year - since.year - ((until.month, until.day) <= (since.month, since.day))
    if years >= _SEVERAL_YEARS:
        return f"more than {years} years"
    return plural(max(1, round((until - since).days / 30.44)), "month")


# Of several ties.


def all_searched(found: PartialDate) -> str:
    """The one day, or month, of the last search for all of some ties."""
    return f"Last search for news: {when(found)}."


def all_searched_but(found: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    if never == 1:
        return f"Last search for news: {when(found)}; 1 was not searched for yet."
    return f"Last search for news: {when(found)}; {never} were not searched for yet."


def each_searched(earliest: PartialDate) -> str:
    """The earliest of the last searches for each of some ties."""
    return f"Last search for news of each: {when(earliest)} or later."


def each_searched_but(earliest: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    if never == 1:
        return f"Last search for news of each: {when(earliest)} or later; 1 was not searched for yet."
    return f"Last search for news of each: {when(earliest)} or later; {never} were not searched for yet."
