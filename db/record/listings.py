"""Which of a tie's listings may be told, and whether anything but Wikipedia names the tie. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from db.record.derivation import acts_in_force
from db.record.grades import GRADES
from db.record.models import Act, Listing, Source, Tie
from db.record.page_kinds import PAGE_KINDS
from db.record.pages import outlets
from db.record.shows import Shows

_Sources = Mapping[str, Source]
# Wikipedia as `outlets` names it, and whoever carries its text.
_WIKIPEDIA = "wikipedia"


def leading_pair(tie: Tie, sources: _Sources) -> Listing | None:
    """The listing to tell first as one that shows the pair; None if none does.

    The newest that does not rest on what is copied together alone (a list of lists, a wiki, a blog, a directory, or
    grade E); where there is none, the newest that is not Wikipedia's, and else the newest. Dated before undated.
    """
    pairs = [listing for listing in tie.listings if listing.shows is Shows.PAIR]
    return max(pairs, key=lambda listing: (_soundness(listing, sources), last_day(listing)), default=None)


def own_page(tie: Tie, leading: Listing, sources: _Sources) -> Listing | None:
    """An undated page of one of the two cities that shows the pair, where the leading one is nobody's own page.

    Without a date it comes behind every dated page, but it says more than a report or a printed list.
    """
    if _is_own(leading, sources):
        return None
    pairs = (listing for listing in tie.listings if listing.shows is Shows.PAIR and listing.date is None)
    return next((listing for listing in pairs if _is_own(listing, sources)), None)


def _is_own(listing: Listing, sources: _Sources) -> bool:
    return any(GRADES[sources[name].grade].own_paper for name in listing.sources if name in sources)


def is_sound(listing: Listing, sources: _Sources) -> bool:
    """Whether a listing rests on more than what is copied together."""
    return any(leads(sources[name]) for name in listing.sources if name in sources)


def leads(source: Source) -> bool:
    """Whether a source may stand first behind what is said."""
    return PAGE_KINDS[source.page_kind].leads and not GRADES[source.grade].copied


def absent_since(tie: Tie, day: date) -> Listing | None:
    """The newest listing that names partners without this one, unless it is from before a day."""
    absent = [
        listing
        for listing in tie.listings
        if listing.shows is Shows.ABSENT and (listing.date is None or listing.date.last >= day)
    ]
    return max(absent, key=last_day, default=None)


def only_wikipedia(tie: Tie, sources: _Sources) -> bool:
    """Whether every page that speaks of a tie is Wikipedia, or carries its text; no for a tie without any."""
    entries: tuple[Act | Listing, ...] = (*acts_in_force(tie.acts), *tie.listings)
    cited = [sources[name] for entry in entries for name in entry.sources if name in sources]
    return bool(cited) and all(_WIKIPEDIA in outlets(source) for source in cited)


def last_day(listing: Listing) -> date:
    """The last day that a listing can be of; before all others for one without a date."""
    return listing.date.last if listing.date else date.min


def _soundness(listing: Listing, sources: _Sources) -> int:
    if is_sound(listing, sources):
        return 2
    known = [sources[name] for name in listing.sources if name in sources]
    return int(any(_WIKIPEDIA not in outlets(source) for source in known))
