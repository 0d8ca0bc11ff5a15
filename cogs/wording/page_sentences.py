"""What is said of pages that name a tie and decide nothing, a function a sentence. Pure."""

from __future__ import annotations

import re

from cogs.wording.dates import when
from cogs.wording.english import ends_of_sentences, full_stop
from db.record.models import Listing
from db.record.page_kinds import PAGE_KINDS, PageKind

# The stop that ends a sentence; one inside a quotation belongs to what is quoted.
_STOP = re.compile(r"[.!?…]$")


# And the sentences behind them.


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
