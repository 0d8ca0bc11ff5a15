"""What a text says that nobody did "since spring 2023", held against the record to the day. Pure.

What was done within the season, month or year that is named does not refute it: its date is told, and whether anything
came later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.claims import claim_sentences
from cogs.lookup.model import TieFilter
from cogs.lookup.times.spans import Period, within
from cogs.wording.dates import day, when
from cogs.wording.names import pair_name
from db.record.act_kinds import ActKind
from db.record.derivation import acts_in_force
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import Standing

# By which kind of act a tie comes to stand so.
KINDS = {Standing.ENDED: ActKind.ENDED, Standing.SUSPENDED: ActKind.SUSPENDED}


def last_done(chosen: TieFilter, fits: Sequence[Tie], register: Register) -> str:
    """When, and on which tie, the newest was done of what a claim says that nobody did since a time; empty for none."""
    found = max(_done(chosen, fits), key=lambda each: each[1].date.first, default=None)
    if found is None:
        return ""
    tie, act = found
    return claim_sentences.last_of_them(pair_name(tie, register), when(act.date))


def none_since_then(chosen: TieFilter, fits: Sequence[Tie], period: Period | None) -> str:
    """That all that was done since a time was done in the month, season or year with which it begins; empty where
    something came later, or nothing was done.
    """
    if period is None or period.begins_until is None or chosen.since != period.since or chosen.until:
        return ""
    done = [act for _, act in _done(chosen, fits)]
    over = period.begins_until
    if not done or period.since == over or any(act.date.last > over for act in done):
        return ""
    return claim_sentences.none_after(day(over))


def _done(chosen: TieFilter, fits: Sequence[Tie]) -> Iterator[tuple[Tie, Act]]:
    """The endings and suspensions since then that a claim says nobody did, of the ties that fit."""
    kinds = {*chosen.kinds} or {KINDS[it] for it in chosen.standings if it in KINDS}
    for tie in fits:
        for act in acts_in_force(tie.acts):
            if act.kind in kinds and within(act.date, chosen.since, chosen.until):
                yield tie, act
