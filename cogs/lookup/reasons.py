"""Why a place decided as it did, and what is said for and against its tie: the record's own reasons. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup import sentences
from cogs.lookup.intents import Intent
from cogs.lookup.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import untold
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force
from db.record.models import Act, Side, TalkingPoint, Tie
from db.record.register import Register
from db.record.standings import Standing

# Of so many ties at most reasons are told one by one.
MOST_TIES = 2
_MOST_POINTS, _MOST_ACTS = 4, 2
_KEPT = frozenset({Standing.ACTIVE})
_CUT = frozenset({Standing.ENDED, Standing.SUSPENDED})


def asks_for_reasons(question: Question) -> bool:
    """Whether it is asked why something was done, or what was said for or against it."""
    return bool(question.intents & {Intent.REASONS, Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES})


def reasons_part(
    question: Question, ties: Sequence[Tie], register: Register, citations: Citations, told: str
) -> TextBlock:
    """What people of these places gave as reasons, the side asked about first; that none is on record, if so.

    What the answer has ``told`` of the ties already is not said again.
    """
    lines = [line for tie in ties for line in _of_tie(question, tie, register, citations, told)]
    if lines:
        return TextBlock(tuple(lines), sentences.REASONS)
    known = any(_tells_why(act) for tie in ties for act in acts_in_force(tie.acts))
    return TextBlock((Line(sentences.NO_MORE_REASONS if known else sentences.NO_REASON),))


def _of_tie(question: Question, tie: Tie, register: Register, citations: Citations, told: str) -> Iterator[Line]:
    places = {tie.us, tie.ru}
    points = [point for point in register.record.points_in_use if point.place in places]
    ranked = sorted(points, key=lambda point: _rank(point, question, tie, register))
    for point in ranked[:_MOST_POINTS]:
        yield sentences.found_point(point, citations.cite([point.source]))
    pair = pair_name(tie, register)
    for act in [act for act in acts_in_force(tie.acts) if _tells_why(act)][:_MOST_ACTS]:
        if more := untold(sentences.act_in_full(act), told):
            yield sentences.found_of_pair(pair, more, citations.cite(act.sources))


def _rank(point: TalkingPoint, question: Question, tie: Tie, register: Register) -> int:
    """Those of the side asked about first, then what takes none, then the other side's."""
    if point.side is Side.CONTEXT:
        return 1
    return 0 if point.side is _side(question, tie, register) else 2


def _side(question: Question, tie: Tie, register: Register) -> Side:
    """The side whose reasons are asked for: by what is asked, else by what the place decided."""
    asked = set(question.standings) - set(question.excluded_standings)
    denied = bool(set(question.excluded_standings) & _CUT)
    if Intent.KEEP_CASE in question.intents or asked & _KEPT or denied:
        return Side.KEEP
    if Intent.END_CASE in question.intents or asked & _CUT:
        return Side.END
    return Side.KEEP if register.status(tie.id).standing is Standing.ACTIVE else Side.END


def _tells_why(act: Act) -> bool:
    """Whether an act is what somebody said or proposed, or a decision not to cut: there reasons stand."""
    return act.kind in {ActKind.STATEMENT, ActKind.PROPOSED, ActKind.KEPT} or ACT_KINDS[act.kind].leads_to in _CUT
