"""What the answer to a look at a link says of it. Pure but for the values of answers that it is given."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from cogs.fetching.outcomes import FAILURES, FetchFailure
from db.record.link_states import LinkCheck, Seen
from db.record.pages import AddressError, page_of

# What a page says that holds up programs, in its title: seen at the guards that most sites use.
_GUARD = re.compile(
    r"just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|captcha|verify you are human"
    r"|pardon our interruption|bot verification|ddos protection|security check",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^>]*>([^<]{0,300})", re.IGNORECASE)
# Of a guard's page the title stands at its beginning.
_HEAD = 20_000
_GONE = {404, 410}
_SEEN_BY_FAILURE = {
    FetchFailure.ADDRESS: Seen.NOTHING,
    FetchFailure.NOT_PUBLIC: Seen.FAILURE,
    FetchFailure.NO_HOST: Seen.FAILURE,
    FetchFailure.CONNECTION: Seen.FAILURE,
    FetchFailure.TLS: Seen.FAILURE,
    FetchFailure.SLOW: Seen.GUARD,
    FetchFailure.REDIRECTS: Seen.GUARD,
    FetchFailure.ROBOTS: Seen.GUARD,
    FetchFailure.LATER: Seen.NOTHING,
    FetchFailure.UNREADABLE: Seen.NOTHING,
}
# These say as much of our own network as of the site's.
OF_THE_NETWORK = frozenset({FAILURES[FetchFailure.NO_HOST], FAILURES[FetchFailure.CONNECTION]})


def look_at_failure(failure: FetchFailure) -> LinkCheck:
    """What it says of a link that nothing was fetched."""
    return LinkCheck(_SEEN_BY_FAILURE[failure], FAILURES[failure])


def look_at_answer(asked: str, found: str, status: int, text: str, *, challenged: bool) -> LinkCheck:
    """What an answer says of a link. ``found`` is the address that answered."""
    if challenged or ((title := _TITLE.search(text[:_HEAD])) and _GUARD.search(title[1])):
        return LinkCheck(Seen.GUARD, "a guard against programs answered")
    if status in _GONE:
        return LinkCheck(Seen.FAILURE, f"the site says that there is no such page ({status})")
    if not 200 <= status < 300:
        return LinkCheck(Seen.GUARD, f"the site did not show the page ({status})")
    if _same_page(asked, found):
        return LinkCheck(Seen.PAGE, "the page answered")
    if not urlsplit(found).path.strip("/") and not urlsplit(found).query:
        return LinkCheck(Seen.FRONT_PAGE, "it leads to a front page", found)
    return LinkCheck(Seen.OTHER_PAGE, "another address answered", found)


def is_guard(text: str) -> bool:
    """Whether a page is one that holds up programs, by its title."""
    title = _TITLE.search(text[:_HEAD])
    return title is not None and _GUARD.search(title[1]) is not None


def _same_page(asked: str, found: str) -> bool:
    try:
        return page_of(asked) == page_of(found)
    except AddressError:
        return asked == found
