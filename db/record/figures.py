"""The figures of the record: how many ties there are, how they stand, what was done. Every count that is told is made
here. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION, acts_after, acts_in_force, has_vote, is_by_vote
from db.record.levels import Level
from db.record.listings import only_wikipedia
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value

# What the Times of San Diego counted by, and the years in which most ties were made.
_END_OF_FIRST_WEEKS = date(2022, 4, 21)
# Zelenskyy spoke to the U.S. Conference of Mayors on 3 June 2022.
_DAY_BEFORE_THE_SPEECH = date(2022, 6, 2)
_END_OF_COLD_WAR = range(1987, 1996)


@value
class Figures:
    """Counts of some ties. ``standings``, ``kinds`` and ``levels`` have every member as a key.

    ``kinds`` counts the ties with at least one act of a kind that is in force; ``voted`` those with a vote on record
    since the invasion; ``american`` and ``russian`` the places of the ties. ``ended_by_vote`` and ``active_by_vote``
    are of those so standing: a vote, or a decision of a body that decides by one, made it so.
    """

    ties: int
    standings: Mapping[Standing, int]
    kinds: Mapping[ActKind, int]
    voted: int
    never_searched: int
    on_2022_list: int
    named_by_wikipedia_only: int
    american: int
    russian: int
    states: int
    ended_by_vote: int
    active_by_vote: int
    levels: Mapping[Level, int]

    @property
    def not_ended(self) -> int:
        """How many ties are left: all whose standing is not *ended*."""
        return self.ties - self.standings[Standing.ENDED]

    def named(self) -> dict[str, int]:
        """Every figure by a name, for texts that have placeholders: ``ties``, ``not_ended``, ``suspended``,
        ``acts_kept``.
        """
        return {
            "ties": self.ties,
            "not_ended": self.not_ended,
            **{str(standing): count for standing, count in self.standings.items()},
            **{f"acts_{kind}": count for kind, count in self.kinds.items()},
            "voted": self.voted,
            "never_searched": self.never_searched,
            "on_2022_list": self.on_2022_list,
            "not_on_2022_list": self.ties - self.on_2022_list,
            "named_by_wikipedia_only": self.named_by_wikipedia_only,
            "american": self.american,
            "russian": self.russian,
            "states": self.states,
            "ended_by_vote": self.ended_by_vote,
            "active_by_vote": self.active_by_vote,
        }


def figures(register: Register, ties: Iterable[Tie] | None = None) -> Figures:
    """The figures of these ties; of all on record, if none are given."""
    known = tuple(register.record.ties.values() if ties is None else ties)
    kinds = Counter(kind for tie in known for kind in {act.kind for act in acts_in_force(tie.acts)})
    bases = ((register.status(tie.id).standing, register.status(tie.id).basis) for tie in known)
    by_vote = Counter(standing for standing, basis in bases if basis is not None and is_by_vote(basis))
    levels = Counter(tie.level for tie in known)
    return Figures(
        ties=len(known),
        standings=register.counts(known),
        kinds={kind: kinds[kind] for kind in ActKind},
        voted=sum(has_vote(tie) for tie in known),
        never_searched=sum(not tie.searches for tie in known),
        on_2022_list=sum(tie.on_2022_list for tie in known),
        named_by_wikipedia_only=sum(only_wikipedia(tie, register.record.sources) for tie in known),
        american=len({tie.us for tie in known}),
        russian=len({tie.ru for tie in known}),
        states=len({register.state_of(tie) for tie in known}),
        ended_by_vote=by_vote[Standing.ENDED],
        active_by_vote=by_vote[Standing.ACTIVE],
        levels={level: levels[level] for level in Level},
    )


def coming_hearings(ties: Iterable[Tie], today: date) -> tuple[tuple[date, Tie, Act], ...]:
    """The proposals that nothing has decided yet and whose hearing is today or later, soonest first; none that is
    cancelled.
    """
    found = (
        (act.hearing, tie, act)
        for tie in ties
        for act in acts_in_force(tie.acts)
        if act.hearing is not None and act.hearing >= today and not act.hearing_cancelled
        if not any(ACT_KINDS[later.kind].decides for later in acts_after(tie, act))
    )
    return tuple(sorted(found, key=lambda hearing: hearing[0]))


def all_figures(register: Register) -> dict[str, int]:
    """Every figure of the whole record by its name: those of ``Figures``, and those that explanations need besides."""
    record = register.record
    ties = tuple(record.ties.values())
    made = [tie.since for tie in ties if tie.since]
    cut = [tie for tie in ties if _was_cut_by(tie, _END_OF_FIRST_WEEKS)]
    active = Counter(
        status.basis.authority
        for tie in ties
        if (status := register.status(tie.id)).standing is Standing.ACTIVE and status.basis
    )
    ended = [act for tie in ties for act in acts_in_force(tie.acts) if act.kind is ActKind.ENDED]
    signed, goal = (record.petition.count, record.petition.goal) if record.petition else (0, 0)
    return {
        **figures(register).named(),
        **{f"active_by_{authority}": active[authority] for authority in Authority},
        "year_known": len(made),
        "made_1987_to_1995": sum(year in _END_OF_COLD_WAR for year in made),
        "cut_by_april_2022": len(cut),
        "cut_by_april_2022_on_list": sum(tie.on_2022_list for tie in cut),
        "cut_before_the_speech": sum(_was_cut_by(tie, _DAY_BEFORE_THE_SPEECH) for tie in record.ties.values()),
        "cut_after_the_speech": sum(_was_cut_after(tie, _DAY_BEFORE_THE_SPEECH) for tie in record.ties.values()),
        "ended_by_partner": sum(act.authority is Authority.PARTNER for act in ended),
        "ukraine_ties": len(record.ukraine_ties),
        "acts": sum(len(acts_in_force(tie.acts)) for tie in ties),
        "pages": len(record.sources),
        "pages_of_state_media": sum(source.state_media for source in record.sources.values()),
        "petition_signatures": signed,
        "petition_goal": goal,
        "petition_missing": max(0, goal - signed),
        "petition_per_cent": per_cent(min(signed, goal), goal),
    }


def _was_cut_after(tie: Tie, day: date) -> bool:
    """Whether a suspension or an ending is dated after a day."""
    cut = (act for act in acts_in_force(tie.acts) if act.kind in CUTTING)
    return any(act.date.last > day and act.date.first >= INVASION for act in cut) and not _was_cut_by(tie, day)


def _was_cut_by(tie: Tie, day: date) -> bool:
    """Whether a suspension or an ending is surely dated from the invasion to a day."""
    cut = (act for act in acts_in_force(tie.acts) if act.kind in CUTTING)
    return any(INVASION <= act.date.last <= day for act in cut)


def per_cent(part: int, whole: int) -> int:
    """A share in whole per cent; 0 of nothing. A share that is not nothing, or not all, is never rounded to it."""
    if not part or not whole:
        return 0
    return 100 if part == whole else min(99, max(1, round(100 * part / whole)))
