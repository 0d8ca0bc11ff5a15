"""What the acts of a tie say about its standing, by written rules. Pure.

The rules (docs/record.md gives them in full, with examples):

1. Acts are taken in the order of the record. A retracted act says nothing, nor does one that another replaces, whatever
   became of that other: what was found wrong never comes back by itself.
2. ``kept``, ``confirmed`` and ``resumed`` make a tie active, if they may be of 24 February 2022 or later; older ones
   leave it unconfirmed. ``suspended``, ``ended`` and ``dormant`` make it what they say. The other kinds say nothing.
3. After a suspension or an ending only ``resumed``, or another suspension or ending, changes the standing: a mayor's
   wish or an association that carries on lifts nothing, and a report without contact takes nothing back.
4. An act that ``disputes`` the one from which the standing follows makes the tie disputed, until a later act bears on
   it under rule 3. To dispute an act is to dispute what corrected it, too. While what it disputes bears on the
   standing and does not decide, a disputing act says nothing: it is not to move a standing by the way.
5. Nothing that bears on it: unconfirmed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING, Authority
from db.record.grades import ENOUGH_EVIDENCE, GRADES
from db.record.models import Act, PartialDate, Search, Source, Tie
from db.record.pages import independent
from db.record.standings import STANDINGS, Standing
from db.record.values import value

INVASION = date(2022, 2, 24)
CURRENT_DAYS = 180
AGEING_DAYS = 540
# What came on record within a month of its day is news; the longest month counts.
NEWS_DAYS = 31


class Freshness(StrEnum):
    CURRENT = "current"
    AGEING = "ageing"
    STALE = "stale"


class Evidence(StrEnum):
    """What stands behind an act: enough for a change of standing, one report alone, or several that weigh less."""

    ENOUGH = "enough"
    ONE_REPORT = "one_report"
    SEVERAL_WEAK = "several_weak"


@value
class Status:
    """A standing and the act it follows from. ``against`` is the act that disputes it; both are None if unconfirmed."""

    standing: Standing = Standing.UNCONFIRMED
    basis: Act | None = None
    against: Act | None = None

    @property
    def decides(self) -> Act | None:
        """The act that made the standing what it is: for a disputed tie the one that disputes."""
        return self.against or self.basis

    @property
    def newest(self) -> Act | None:
        """The later, by date, of the acts that the standing follows from."""
        return max((act for act in (self.basis, self.against) if act), key=lambda act: act.date.last, default=None)


def acts_in_force(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that still count: neither retracted nor replaced, be it by one that was itself retracted or replaced."""
    known = tuple(acts)
    for act in known:
        if act.retracted is not None or act.replaces is not None:
            break
    else:
        # As of nearly all ties: a list asks it of each.
        return known
    replaced = {act.replaces for act in known}
    return tuple([act for act in known if act.retracted is None and act.id not in replaced])


def withdrawn_acts(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that were retracted, and that no other has taken the place of."""
    known = tuple(acts)
    replaced = {act.replaces for act in known}
    return tuple(act for act in known if act.retracted is not None and act.id not in replaced)


def lineage(act_id: str, acts: Sequence[Act]) -> tuple[str, ...]:
    """The ids of an act and of what it replaces, itself or by way of others, newest first; empty for an unknown act."""
    known = {act.id: act for act in acts}
    found: dict[str, None] = {}
    name: str | None = act_id
    while name in known and name not in found:
        found[name] = None
        name = known[name].replaces
    return tuple(found)


def is_newly_on_record(act: Act, recorded: date) -> bool:
    """Whether an act that came on record on a day was no news then: of more than 31 days before, for certain.

    A proposal whose hearing is still to come is news, however old it is.
    """
    if act.hearing is not None and act.hearing >= recorded:
        return False
    return (recorded - act.date.last).days > NEWS_DAYS


def may_be_newly_on_record(act: Act, recorded: date) -> bool:
    """As ``is_newly_on_record``, by the first day that an act's date allows: whether it may have been no news."""
    return is_newly_on_record(replace(act, date=PartialDate(act.date.first)), recorded)


def is_change(act: Act, before: Standing, after: Standing) -> bool:
    """Whether an act changed how a tie stands, as announcements, lists and digests mean it.

    A word that a tie stands is none: it tells what was not known, be it a newspaper's or the city's own.
    """
    return before is not after and not (act.kind is ActKind.CONFIRMED and after is Standing.ACTIVE)


def derive(tie: Tie) -> Status:
    """The standing of a tie, from its acts in their order (the module's rules)."""
    return derive_from(tie.acts)


def derive_from(acts: Sequence[Act]) -> Status:
    """The standing of a tie that has these acts, in their order."""
    held = Standing.UNCONFIRMED
    status = Status()
    # A dispute of what a correction has moved to a later date: it waits for that, and ends as any dispute does.
    waiting: Act | None = None
    counting = acts_in_force(acts)
    disputes = any(act.disputes for act in counting)
    led = [act for act in counting if ACT_KINDS[act.kind].leads_to] if disputes else []
    disputable = {name for act in led for name in lineage(act.id, acts)}
    for act in counting:
        if act.disputes in disputable:
            waiting = act
            if _disputes(act, status.basis, acts):
                status = Status(Standing.DISPUTED, status.basis, act)
            continue
        said = ACT_KINDS[act.kind].leads_to
        if said is None or (STANDINGS[held].decision and not ACT_KINDS[act.kind].lifts):
            continue
        if said is Standing.ACTIVE and act.date.last < INVASION:
            said = Standing.UNCONFIRMED
        held = said
        status = Status() if said is Standing.UNCONFIRMED else Status(said, act)
        if waiting is not None and _disputes(waiting, status.basis, acts):
            status = Status(Standing.DISPUTED, status.basis, waiting)
        waiting = None
    return status


def standings_along(acts: Sequence[Act]) -> list[Standing]:
    """How a tie stood before the first of its acts in force, and after each of them."""
    if any(act.disputes for act in acts):
        return [derive_from(acts[:number]).standing for number in range(len(acts) + 1)]
    # As ``derive_from`` has it, where nothing is disputed: in one turn, as lists ask for it of all ties.
    standings = [Standing.UNCONFIRMED]
    for act in acts:
        held, said = standings[-1], ACT_KINDS[act.kind].leads_to
        if said is None or (STANDINGS[held].decision and not ACT_KINDS[act.kind].lifts):
            standings.append(held)
        else:
            before = said is Standing.ACTIVE and act.date.last < INVASION
            standings.append(Standing.UNCONFIRMED if before else said)
    return standings


def _disputes(act: Act, basis: Act | None, acts: Sequence[Act]) -> bool:
    """Whether an act disputes the one that a standing follows from, or what that one corrected."""
    return basis is not None and act.disputes in lineage(basis.id, acts)


def freshness(act: Act, today: date) -> Freshness:
    """How old the word of an act is on ``today``; an imprecise date counts from its last possible day."""
    age = (today - act.date.last).days
    if age <= CURRENT_DAYS:
        return Freshness.CURRENT
    return Freshness.AGEING if age <= AGEING_DAYS else Freshness.STALE


def is_weak_evidence(act: Act, sources: Mapping[str, Source]) -> bool:
    """Whether the evidence is less than grade A, or B, or two C of independent outlets (copies of one text are one)."""
    found = [source for name in act.sources if (source := sources.get(name)) and GRADES[source.grade].weight]
    if any(GRADES[source.grade].weight >= ENOUGH_EVIDENCE for source in found):
        return False
    return independent(found) < ENOUGH_EVIDENCE


def evidence(act: Act, sources: Mapping[str, Source]) -> Evidence:
    """Whether an act's evidence carries a change of standing; where it does not, whether it is one report alone."""
    if not is_weak_evidence(act, sources):
        return Evidence.ENOUGH
    known = [sources[name] for name in act.sources if name in sources]
    return Evidence.ONE_REPORT if independent(known) <= 1 else Evidence.SEVERAL_WEAK


def last_search(tie: Tie) -> Search | None:
    """The newest search for news of a tie, or None if nobody has looked. A month counts from its first day."""
    return _newest(tie.searches)


def _newest(searches: Iterable[Search]) -> Search | None:
    return max(searches, key=lambda search: search.date.first, default=None)


def newest_entry(ties: Iterable[Tie]) -> date | None:
    """The day of the newest act, listing or search, or on which an editor entered an act; a month or a year counts from
    its first day.
    """
    known: list[date] = []
    for tie in ties:
        known += [act.date.first for act in tie.acts] + [search.date.first for search in tie.searches]
        known += [page.date.first for page in tie.listings if page.date]
        known += [act.recorded_on for act in tie.acts if act.recorded_on]
    return max(known, default=None)


def search_since(tie: Tie, act: Act) -> Search | None:
    """The last search for news of a tie, if it surely came after an act; None if nobody is known to have looked since.

    A month may have been searched on its first day, and an act may be of the last day that its date allows. A search
    that was made before an editor entered the act had not found it, and says nothing of what came after; of two on
    one day, the search says itself whether it knew of the act.
    """
    return _newest(found for found in tie.searches if _came_after(found, act, tie))


def _came_after(found: Search, act: Act, tie: Tie) -> bool:
    if found.date.first <= act.date.last:
        return False
    if act.recorded_on is None or found.date.first > act.recorded_on:
        return True
    return found.date.first == act.recorded_on and found.knew in lineage(act.id, tie.acts)


def acts_after(tie: Tie, act: Act) -> tuple[Act, ...]:
    """The standing acts that follow the one behind a tie's standing: none of them changed it."""
    acts = acts_in_force(tie.acts)
    return acts[acts.index(act) + 1 :]


def earlier_word(tie: Tie, act: Act, authorities: Collection[Authority]) -> Act | None:
    """The newest standing act before this one, since the invasion, that is of one of these authorities."""
    acts = acts_in_force(tie.acts)
    found = [other for other in acts[: acts.index(act)] if _is_by(other, authorities)]
    return found[-1] if found else None


def has_word_of(tie: Tie, authorities: Collection[Authority]) -> bool:
    """Whether a standing act since the invasion is of one of these authorities."""
    return any(_is_by(act, authorities) for act in acts_in_force(tie.acts))


def changed_course(acts: Iterable[Act]) -> bool:
    """Whether one who had decided since the invasion decided otherwise later: kept and then suspended, say."""
    decided = [act.kind for act in acts if ACT_KINDS[act.kind].decides and act.date.last >= INVASION]
    return any(before is not after for before, after in pairwise(decided))


def has_vote(tie: Tie) -> bool:
    """Whether a standing act since the invasion was voted on, or is a council's decision."""
    return any(
        act.date.last >= INVASION and (act.vote or (act.authority in VOTING and ACT_KINDS[act.kind].leads_to))
        for act in acts_in_force(tie.acts)
    )


def is_by_vote(act: Act) -> bool:
    """Whether an act was voted on, or is the decision of a body that decides by a vote."""
    return act.vote is not None or (act.authority in VOTING and ACT_KINDS[act.kind].decides)


def _is_by(act: Act, authorities: Collection[Authority]) -> bool:
    return act.authority in authorities and act.date.last >= INVASION
