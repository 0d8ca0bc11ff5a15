"""What a letter says of a tie, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere.
"""

from __future__ import annotations

import re

from cogs.letters.letter_dates import closed, dated, on_date
from cogs.wording.english import capital, full_stop, small
from cogs.wording.page_sentences import page_says
from db.record.models import DateBasis, PartialDate, Precision
from db.record.page_kinds import PAGE_KINDS, PageKind

# What a condition of a suspension begins with.
_UNTIL = re.compile(r"until\b:? *", re.IGNORECASE)
_RESUMES = re.compile(r"to resume when\b:? *", re.IGNORECASE)
# Whose search it was: nobody in an office has to know this bot.
_RECORD = "Tiewatch, a public record of ties with Russia"
# A lead that ends so goes on with the quotation.
_RUNS_ON = re.compile(r"(?<=.) (?:that(?: they were)?|to|until)$")
ACCOUNTS_DIFFER = "There are two accounts of it, and they differ."


def on_day_actor_did(value: PartialDate, actor: str, did: str) -> str:
    """``On April 4, 2022, the Juneau Assembly voted down the resolution.``"""
    who = f"{actor}," if "," in actor else actor
    return full_stop(f"{capital(on_date(value))}, {who} {small(did)}")


def hearing_set(proposal: str, day: str) -> str:
    """``A hearing on the proposal of the Juneau Assembly of November 20, 2026 is set for December 8, 2026.``"""
    return f"A hearing on {proposal} is set for {day}."


def vote_was(vote: str) -> str:
    """By what vote."""
    return f"The vote was {vote}."


def was_suspended(value: PartialDate, actor: str) -> str:
    """By whom the tie was suspended."""
    return f"The tie was suspended {closed(on_date(value), value)} by {full_stop(actor)}"


def was_ended(value: PartialDate, actor: str) -> str:
    """By whom it was ended."""
    return f"The tie was ended {closed(on_date(value), value)} by {full_stop(actor)}"


def was_resumed(value: PartialDate, actor: str) -> str:
    """By whom it was resumed."""
    return f"The tie was resumed {closed(on_date(value), value)} by {full_stop(actor)}"


def without_contact(value: PartialDate, by: str) -> str:
    """Who reported that there is no contact."""
    return f"The tie was reported to be without contact {on_date(value)} ({by}); no formal ending was found."


def word_on_record(value: PartialDate, by: str) -> str:
    """A word that says nothing of the standing."""
    return f"A word of {dated(value)} is on record ({by})."


def last_word_left_it(value: PartialDate, by: str) -> str:
    """The last word on record, of an office, where it kept the tie."""
    return f"The last word on record is from {dated(value)} ({by}), and it left the tie in place."


def newest_official_mention(value: PartialDate, by: str) -> str:
    """The city's own page; one that is known by its year only may be newer."""
    if value.precision is Precision.YEAR:
        return f"The newest official mention of the tie that was found is from {dated(value)} or later ({by})."
    return f"The newest official mention of the tie that was found is from {dated(value)} ({by})."


def last_reported(value: PartialDate, by: str) -> str:
    """The word of somebody else than the city."""
    return f"The tie was last reported to stand {on_date(value)} ({by})."


def condition_on_record(text: str) -> str:
    """What would lift a suspension, as the record has it: a sentence of its own stays one."""
    if found := _UNTIL.match(text):
        return f"The suspension is meant to last until {full_stop(text[found.end() :])}"
    if found := _RESUMES.match(text):
        return f"The tie is meant to resume when {full_stop(text[found.end() :])}"
    return full_stop(text)


# What is told of a day that is in doubt, by what it is known from.
_DAY_IN_DOUBT = {
    DateBasis.REPORTED: "The day may not be exact.",
    DateBasis.INFERRED: "No page gives the day itself; it was worked out from what the pages say.",
    DateBasis.MEETING: "That is the day of the meeting; its minutes were not seen.",
}


def day_in_doubt(basis: DateBasis) -> str:
    """Why a day is not sure, for a letter."""
    return _DAY_IN_DOUBT[basis]


# What stands in brackets behind an outlet's name is a note on it.
_NOTE = re.compile(r" \([^()]*\)$")
# A name of these is said with its article.
_TAKES_THE = re.compile(
    r"(?:Town|City|County|Village|State|Times|University) of \b"
    r"|(?:.*[ -])?(?:Courier|Record|Times|Herald|Gazette|Tribune|Post|Journal|Item|Register|Democrat|Examiner|Chronicle"
    r"|Telegram|Bulletin|Observer|Sentinel|Dispatch|Association|Foundation|Alliance|Committee|Society|Commission|Council)$"
)


def outlet(publisher: str) -> str:
    """An outlet inside a sentence: with its article, without a note on it. ``the Daily Courier``, ``KTOO``."""
    name = _NOTE.sub("", publisher)
    # A name that ends in its state is an aside by that.
    name = f"{name}," if ", " in name else name
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if _TAKES_THE.match(name) and not name.startswith("Sister Cities") else name


def whose(publisher: str, kind: PageKind, *, state_media: bool) -> str:
    """An outlet by its name, and, where it is Russian, that it is."""
    publisher = outlet(publisher)
    if state_media:
        return f"{publisher}, Russian state media,"
    return f"{publisher}, {PAGE_KINDS[kind].label}," if PAGE_KINDS[kind].country == "RU" else publisher


def reported_by(outlet: str, published: PartialDate | None) -> str:
    """Where a fact is read whose page a letter does not link to."""
    if published is None:
        return f"It was reported by {full_stop(outlet.rstrip(','))}"
    return f"It was reported by {outlet} {full_stop(on_date(published))}"


def no_page_says(us: str, ru: str) -> str:
    """That nothing is on record, and nobody has searched."""
    return f"{_RECORD} has no page that says how {us} and {ru} stand today."


def no_page_found(us: str, ru: str, searched: PartialDate) -> str:
    """The same where somebody has searched."""
    on = closed(on_date(searched), searched)
    return f"{_RECORD}, searched for news {on} and found no page that says how {us} and {ru} stand today."


def page_names(us: str, ru: str, publisher: str, page: PartialDate | None) -> str:
    """The page that shows the two as partners, by whose it is."""
    if page is None:
        return f"An undated page of {publisher} names {us} and {ru} as partners."
    return f"As of {closed(dated(page), page)} a page of {publisher} named {us} and {ru} as partners."


def weak_page_names(us: str, ru: str, kind: PageKind, page: PartialDate | None) -> str:
    """The same of a page that is copied together, by what it is."""
    label = PAGE_KINDS[kind].label
    if page is None:
        return f"Only an undated {label.partition(' ')[2]} was found to name {us} and {ru} as partners."
    return f"Only {label} of {closed(dated(page), page)} was found to name {us} and {ru} as partners."


def only_wikipedia(us: str, ru: str) -> str:
    """That nothing better was found to show them so."""
    return f"Only Wikipedia was found to name {us} and {ru} as partners."


def page_tells(page: PartialDate | None, says: str) -> str:
    """What a page tells, in the record's own sentence, with its day where that has no year."""
    return page_says(says, "" if page is None or str(page.first.year) in says else dated(page))


NOTHING_SAYS_IT_STANDS = "Nothing is known that says whether the tie stands today."


def nothing_says_it_stands(searched: PartialDate) -> str:
    """That a search found nothing more, and whose search it was."""
    on = closed(on_date(searched), searched)
    return f"{_RECORD}, searched for news {on} and found nothing that says whether the tie stands today."


def no_later_decision_found(searched: PartialDate) -> str:
    """That a search found no later decision, and whose search it was."""
    return f"{_RECORD}, searched for news {closed(on_date(searched), searched)} and found no later decision."


def quoted(speaker: str, said_on: PartialDate | None, lead: str, quote: str) -> str:
    """``On March 8, 2022, Pam Foley, a member of the council in 2022, said of the tie: “…”``

    A lead that ends in a word that runs on takes the quotation without a colon; no lead is "said".
    """
    who = f"{speaker}," if "," in speaker else speaker
    begun = f"{closed(capital(on_date(said_on)), said_on)} {who}" if said_on else capital(who)
    said = lead or "said"
    return f"{begun} {said} {quote}" if _RUNS_ON.search(said) else f"{begun} {said}: {quote}"
