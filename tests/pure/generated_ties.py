"""Small ties that nobody wrote by hand, and what their record holds: for tests of what is said of them.

They are made of acts of every kind, with and without words of their own, votes, conditions, hearings, doubts, disputes,
corrections, withdrawals, and of pages of every kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from cogs.wording.dates import when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.models import Act, DateBasis, Listing, PartialDate, Record, Search, Tie
from db.record.months import MONTHS
from db.record.register import Register
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows
from db.record.standings import STANDINGS

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
TIE = "portland-or--khabarovsk"
CAPITALS = re.compile(r"(?<=[a-z0-9,;:“(] )[A-Z][a-z]{2,}")
DATES = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}")
# Words of ours that begin with a capital inside a sentence: behind a colon, and the names of what is known to all.
OURS = {"Wikipedia", "Russian", "Russia", "Oregon", "On", "In", "As", "Kept", "Said", "Not", "By", "The", *MONTHS}
LABELS = {known.label.split()[0].rstrip(",:") for table in (ACT_KINDS, STANDINGS) for known in table.values()}

actors = st.sampled_from(
    ("Ashford Council", "Mayor Ona Brill", "Friends of Ashford, Inc.", "Corwin Herald", "Board of G.T. Pell")
)
tails = st.sampled_from(
    (
        "",
        ", 5–4",
        "; no vote was found",
        "; it expressly did not dissolve the tie",
        ". What followed was not seen",
        "; it is of St. Ivo, in the U.S., and nobody's else",
    )
)
verbs = st.sampled_from(
    ("suspended", "ended", "kept", "suspended or ended", "suspended its own support of", "wrote of", "put off")
)
partial = st.builds(
    lambda day, length: PartialDate.parse(day.isoformat()[:length]),
    st.dates(date(2021, 1, 1), date(2026, 11, 20)),
    st.sampled_from([4, 7, 10, 10]),
)


@st.composite
def acts(draw: st.DrawFn, number: int, earlier: tuple[str, ...], sources: tuple[str, ...]) -> Act:
    """One act; what it disputes or replaces is one of the earlier ones."""
    dated, actor = draw(partial), draw(actors)
    basis = draw(st.sampled_from(list(DateBasis)))
    own = f"As of {when(dated)}, the {actor} {draw(verbs)} the tie with Khabarovsk{draw(tails)}."
    hearing = draw(st.sampled_from((None, date(2026, 12, 3), date(2024, 5, 6))))
    timed = hearing is not None and draw(st.booleans())
    replaced = draw(st.sampled_from((None, None, None, *earlier)))
    return Act(
        f"act{number}",
        dated,
        draw(st.sampled_from(list(ActKind))),
        actor,
        draw(st.sampled_from(list(Authority))),
        f"Summary {number} of what happened.",
        tuple(draw(st.lists(st.sampled_from(sources), min_size=1, max_size=3, unique=True))),
        said=draw(st.sampled_from((None, own))),
        date_basis=basis,
        date_note=None if basis is DateBasis.REPORTED else draw(st.sampled_from((None, f"Doubt {number} of the day."))),
        condition=draw(st.sampled_from((None, "Until peace comes.", "Members spoke of no day.", "the war ends"))),
        vote=draw(st.sampled_from((None, "5–4", "unanimous, for the letter"))),
        hearing=hearing,
        hearing_time=time(18, 30) if timed else None,
        hearing_zone="America/Los_Angeles" if timed else None,
        hearing_place=draw(st.sampled_from((None, "Room 9 of Pell Hall"))) if hearing else None,
        hearing_speak=draw(st.sampled_from((None, "Sign up with the clerk of Corwin"))) if hearing else None,
        hearing_cancelled=hearing is not None and draw(st.booleans()),
        replaces=replaced,
        replaces_why=f"Reason {number} for it." if replaced else None,
        disputes=draw(st.sampled_from((None, None, *earlier))),
        retracted=draw(st.sampled_from((None, None, None, f"Never {number} was so."))),
    )


@st.composite
def ties(draw: st.DrawFn, record: Record) -> Tie:
    """Portland's tie with a history that nobody wrote by hand."""
    sources = tuple(record.sources)[:12]
    made: list[Act] = []
    for number in range(draw(st.integers(0, 5))):
        made.append(draw(acts(number, tuple(act.id for act in made), sources)))
    listings = tuple(
        Listing(
            f"page{number}",
            draw(st.none() | partial),
            draw(st.sampled_from(list(Shows))),
            f"Page {number} tells something.",
            (draw(st.sampled_from(sources)),),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    searches = tuple(
        Search(found, "news", SearchOutcome.NOTHING_FURTHER) for found in draw(st.lists(partial, max_size=2))
    )
    known = record.ties[TIE]
    return replace(known, acts=tuple(made), listings=listings, searches=searches, note=None, editor_note="EDITORS")


def register_with(tie: Tie, record: Record) -> Register:
    return Register(replace(record, ties={tie.id: tie}, other_places=()))


def known_texts(tie: Tie, register: Register) -> str:
    """All that the record says of a tie, in the words in which it says it."""
    told: list[str] = [str(tie.since), tie.since_note or "", "Portland Oregon Khabarovsk Krai"]
    for act in tie.acts:
        told += [act.actor, act.summary, act.said or "", act.date_note or "", act.condition or "", act.vote or ""]
        told += [act.replaces_why or "", act.retracted or "", when(act.date)]
        told += [when(PartialDate(act.hearing))] if act.hearing else []
        told += [act.hearing_place or "", act.hearing_speak or ""]
    told += [listing.says for listing in tie.listings]
    told += [when(listing.date) for listing in tie.listings if listing.date]
    told += [when(search.date) for search in tie.searches]
    return " ".join([*told, when(PartialDate(TODAY)), when(PartialDate(NOW.date()))])


def dates_beyond(told: str, known: str) -> set[str]:
    """The dates of a text that the record does not have."""
    return {found for found in DATES.findall(told) if found not in known}


def names_beyond(told: str, known: str, ours: Iterable[str] = ()) -> set[str]:
    """The words with a capital inside a sentence that the record does not have, nor we: ``ours`` are more of ours."""
    return {word for word in CAPITALS.findall(told) if word not in known} - OURS - LABELS - {*ours}
