"""Other ties than the one that is named: what was done on them on its day, before or after it, or alike. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from cogs.lookup.model import Look, SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.spans import may_be_in
from cogs.lookup.vocabulary import of_all_languages
from cogs.lookup.which_first import (
    BEFORE_ANOTHER,
    CUTTING,
    SAME_DAY,
    SAME_WEEK,
    asks_who_was_first,
    ends_at,
    kinds_compared,
)
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

# Others are asked for, and not the one that is named: "which ones came after Norfolk".
_OTHERS = phrases("""
    ^(who|which|what|how many); (which|what) (ones|cities|citys|towns|places|states|others)
    ^(хто|кто|які|какие|скільки|сколько)
""")
# "Which governor went after Norfolk" asks for a person.
_OF_PEOPLE = phrases("governors?; mayors?; senators?; officials?; went after; going after; губернатор*; мер; мэр")
_ELSEWHERE = phrases("\n".join(of_all_languages("past", "elsewhere")))
_LAST_OF_WEEK = 6
_EARLIER = phrases("before; earlier than; sooner than; ahead of; prior to; раніше; раньше; до того як; перед")
_ALIKE = phrases("""
    (who|which|what|anyone|anybody|any|how many) ..2 (else|other|others) ..4 (same|what|like|likewise|similar*|as)
    (anyone|anybody|others?|cities|towns) ..3 (do|did|done) ..2 (same|what|like)
    (хто|кто|які|какие|чи|скільки|сколько) ..2 (ще|ещё|інш*|друг*) ..4 (те|саме|само|так|таке|как|як|то|же)
    (хто|кто) ..1 (ще|ещё) ..1 (поступил*|вчинил*)
""")


def others_then(ties: Sequence[Tie], question: Question, register: Register) -> TieFilter | None:
    """The ties on which something was done on the day that one that is named was decided on, or that were decided on
    before or after it: "who quit before Chicago did?"; or None.
    """
    if len(ties) == 1 and (alike := _on_its_day(ties[0], question) or _alike(ties[0], question, register)):
        return alike
    if len(ties) != 1 or not _OTHERS.search(question.joined) or _OF_PEOPLE.search(question.joined):
        return None
    if asks_who_was_first(question):
        # "Who was first? Dallas says it was them."
        return TieFilter(look=Look.ACTS, kinds=CUTTING, since=INVASION, order=SortOrder.OLDEST)
    begins = {named.start for named in question.mentions}
    found = [it for it in BEFORE_ANOTHER.finditer(question.joined) if ends_at(it) & begins]
    kinds = tuple(it for it in kinds_compared(question) if ACT_KINDS[it].leads_to in CUT)
    acts = [act for act in acts_in_force(ties[0].acts) if act.kind in CUTTING and act.date.last >= INVASION]
    if not (found and acts):
        return None
    day = min(act.date.first for act in acts)
    chosen = TieFilter(look=Look.ACTS, kinds=kinds or CUTTING, without=(ties[0].us,))
    if _EARLIER.search(found[0].group()):
        return replace(chosen, since=INVASION, until=day - timedelta(days=1), order=SortOrder.OLDEST)
    return replace(chosen, since=day + timedelta(days=1), order=SortOrder.OLDEST)


def asks_for_others_alike(question: Question) -> bool:
    """Whether it is asked who else did what the place did that is named."""
    return _ALIKE.search(question.joined) is not None


def _alike(tie: Tie, question: Question, register: Register) -> TieFilter | None:
    """The other ties that stand as one does by a decision, or that were kept as it was: "who did what Eugene did"."""
    status = register.status(tie.id)
    if status.basis is None or not asks_for_others_alike(question):
        return None
    if STANDINGS[status.standing].decision or status.standing is Standing.DORMANT:
        return TieFilter(standings=(status.standing,), without=(tie.us,))
    kept = any(act.kind is ActKind.KEPT for act in acts_in_force(tie.acts))
    if kept:
        return TieFilter(look=Look.ACTS, kinds=(ActKind.KEPT,), without=(tie.us,))
    return TieFilter(standings=(status.standing,), without=(tie.us,))


def _on_its_day(tie: Tie, question: Question) -> TieFilter | None:
    """The other ties on which something was done on the day, or in the week, of a decision: "elsewhere that day"."""
    whole_week = SAME_WEEK.search(question.joined) is not None
    decided = [act.date for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.last >= INVASION]
    same = whole_week or SAME_DAY.search(question.joined)
    others = _ELSEWHERE.search(question.joined) or _OTHERS.search(question.joined)
    if not same or not decided or not others:
        return None
    period = question.period
    day = next((it for it in decided if period and may_be_in(it, period)), decided[-1])
    since, until = day.first, day.last
    if whole_week:
        since -= timedelta(days=since.weekday())
        until += timedelta(days=_LAST_OF_WEEK - until.weekday())
    return TieFilter(look=Look.ACTS, since=since, until=until, without=(tie.us,), order=SortOrder.OLDEST)
