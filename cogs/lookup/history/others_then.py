"""Other ties than the one that is named: what was done on them on its day, before or after it, or alike. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.intervals import decision_on
from cogs.lookup.history.which_first import (
    BEFORE_ANOTHER,
    SAME_DAY,
    SAME_WEEK,
    asks_who_was_first,
    ends_at,
    kinds_compared,
    words_before_a_name,
)
from cogs.lookup.model import Look, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.intents import HAPPENED
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.times.counted_times import counted_before
from cogs.lookup.times.spans import may_be_in
from cogs.wording.names import short_name
from db.record.act_kinds import ACT_KINDS, CUTTING, DECIDING, ActKind
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

# Others are asked for, and not the one that is named: "which ones came after Norfolk".
_OTHERS = said_for("questions", "others_then", "others")
_OTHERS_ANYWHERE = said_in_all("past", "others_asked")
# "The day before the invasion" is another day than that of a decision.
_ANOTHER_DAY = LATE.compile(r"\bday (?:before|after|prior|following|earlier|later)\b")
# "Same day as Burlington, anyone else?"
_BEGINS_WITH_ITS_TIME = LATE.compile(r"(?:on |in )?(?:the )?(?:same|that) (?:very )?(?:day|week|month|year)\b")
_ALREADY = said_for("questions", "others_then", "already")
_WITHIN = LATE.compile(r"\b(?:within|inside) (?:\w+ ){0,3}of$")
_BETWEEN = said_for("questions", "others_then", "between")
_SAME_MONTH, _SAME_YEAR = (said_in_all("past", name) for name in ("same_month", "same_year"))
_OF_ITS_CARD = frozenset({Aspect.NEXT_ONE, Aspect.SAME_YEAR})
_A_FEW_DAYS = timedelta(days=7)
_TO_NAME = said_for("questions", "others_then", "to_name")
# "Which governor went after Norfolk" asks for a person.
_OF_PEOPLE = said_for("questions", "others_then", "of_people")
_ANYTHING = said_for("questions", "others_then", "anything")
_ELSEWHERE = said_in_all("past", "elsewhere")
_ASK_FOR_OTHERS = (_OTHERS, _OTHERS_ANYWHERE, _ANYTHING)
_LAST_OF_WEEK = 6
_LATER = said_for("questions", "others_then", "later")
_ALIKE = said_for("questions", "others_then", "alike")


def others_then(ties: Sequence[Tie], question: Question, register: Register) -> TieFilter | None:
    """The ties on which something was done on the day that one that is named was decided on, or that were decided on
    before or after it: "who quit before Chicago did?"; or None.
    """
    if aspects_asked(question) & _OF_ITS_CARD:
        # Which came next, and which were made in the same year, is told with how the tie stands.
        return None
    if len(ties) == 1 and (alike := _on_its_day(ties[0], question, register) or _alike(ties[0], question, register)):
        return alike
    if between := _between_them(ties, question):
        return between
    if len({tie.us for tie in ties}) != 1 or _OF_PEOPLE.search(question.joined):
        return None
    if len(ties) == 1 and _OTHERS.search(question.joined) and asks_who_was_first(question):
        # "Who was first? Dallas says it was them."
        return TieFilter(look=Look.ACTS, kinds=CUTTING, since=INVASION, order=SortOrder.OLDEST)
    return _around_it(ties, question)


def sets_others_beside_it(question: Question) -> bool:
    """Whether it is asked who of others decided before, after or by the time of the place that is named."""
    return bool(_words_beside(question)) or _asks_between(question)


def _asks_between(question: Question) -> bool:
    """Whether it is asked what others did between the decisions of two places that are named."""
    joined = question.joined
    if _BETWEEN.search(joined) is None:
        return False
    asked = HAPPENED.search(joined) or _OTHERS_ANYWHERE.search(joined) or _ELSEWHERE.search(joined)
    return asked is not None and len({named.places for named in question.mentions if named.places}) == 2


def _between_them(ties: Sequence[Tie], question: Question) -> TieFilter | None:
    """The other ties that were decided on between the decisions of two places; None where that is not asked."""
    places = {tie.us for tie in ties}
    if len(places) != 2 or not _asks_between(question):
        return None
    decided = [act for tie in ties if (act := decision_on(tie))]
    if len(decided) < 2:
        return None
    days = sorted(act.date.first for act in decided)
    kinds = tuple(kind for kind in kinds_compared(question) if ACT_KINDS[kind].decides)
    chosen = TieFilter(look=Look.ACTS, kinds=kinds, without=tuple(sorted(places)), order=SortOrder.OLDEST)
    return replace(chosen, since=days[0] + timedelta(days=1), until=days[-1] - timedelta(days=1))


def _around_it(ties: Sequence[Tie], question: Question) -> TieFilter | None:
    """The other ties that were decided on before those that are named, or after; None where that is not asked."""
    found = _words_beside(question)
    acts = [act for tie in ties for act in acts_in_force(tie.acts) if act.kind in CUTTING and act.date.last >= INVASION]
    if not (found and acts):
        return None
    kinds = tuple(it for it in kinds_compared(question) if ACT_KINDS[it].leads_to in CUT)
    chosen = TieFilter(look=Look.ACTS, kinds=kinds or CUTTING, without=(ties[0].us,), order=SortOrder.OLDEST)
    day = min(act.date.first for act in acts)
    before = question.joined[: found[0].start()]
    if _WITHIN.search(question.joined[: found[0].end()]):
        near = max(counted_before(found[0].group()) or _A_FEW_DAYS, _A_FEW_DAYS)
        return replace(chosen, since=day - near, until=day + near)
    length = counted_before(before)
    if _LATER.search(found[0].group()):
        later = replace(chosen, since=day + timedelta(days=1), until=day + length if length else None)
        return _anything_later(later, day, question) if asks_for_anything(question) else later
    return replace(chosen, since=max(INVASION, day - length) if length else INVASION, until=day - timedelta(days=1))


def asks_for_anything(question: Question) -> bool:
    """Whether whatever came before or after is asked for, and no act of some kind: "anything after Anchorage?"."""
    named = question.standings or question.narrowing.kinds or question.narrowing.decided
    # "Anything happen since Anchorage suspended".
    named = named and HAPPENED.search(question.joined) is None
    return not named and _ANYTHING.search(question.joined) is not None


def none_cut_later(others: TieFilter, ties: Sequence[Tie], question: Question, register: Register) -> str:
    """That nobody ended or suspended after the place that is named, before whatever else was done; or empty."""
    if others.kinds or not asks_for_anything(question) or others.since is None:
        return ""
    decided = next((act for tie in ties if (act := decision_on(tie))), None)
    if decided is None:
        return ""
    if any(register.index.acts_between(CUTTING, decided.date.last + timedelta(days=1), date.max)):
        return ""
    return told.none_cut_later(short_name(register.place(ties[0].us), register), decided)


def _anything_later(chosen: TieFilter, day: date, question: Question) -> TieFilter:
    """Whatever was done after an act, the newest first; in the time that is named beside it, if any is."""
    period = question.period
    if period and (period.since or day) <= day:
        # "Since Anchorage suspended in 2023": the time of that act.
        period = None
    whole = replace(chosen, kinds=(), order=SortOrder.NEWEST)
    return replace(whole, since=period.since, until=period.until) if period else whole


def _words_beside(question: Question) -> list[re.Match[str]]:
    """The words before a name that set others against it; none, where no others are asked for."""
    joined = question.joined
    if Trait.CONDITION in question.narrowing.traits:
        # "What has to happen before Charlotte takes it up again" asks for a condition, and for no others.
        return []
    if len(question.mentions) != 1 or not any(it.search(joined) for it in _ASK_FOR_OTHERS):
        return []
    begins = {named.start for named in question.mentions}
    found = [it for it in BEFORE_ANOTHER.finditer(joined) if ends_at(it) & begins]
    found += [it for it in _TO_NAME.finditer(joined) if it.string[: it.end()].count(" ") + 1 in begins]
    return found or (words_before_a_name(question) if _ALREADY.search(joined) else [])


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


def asks_for_those_of_its_time(question: Question) -> bool:
    """Whether the others are asked for that acted on the day, or in the week or month, of the place that is named."""
    spans = (SAME_DAY, SAME_WEEK, _SAME_MONTH, _SAME_YEAR)
    asked = _OTHERS.search(question.joined) or _BEGINS_WITH_ITS_TIME.match(question.joined)
    return asked is not None and any(it.search(question.joined) for it in spans)


def _on_its_day(tie: Tie, question: Question, register: Register) -> TieFilter | None:
    """The other ties on which something was done on the day of a decision, or in its week, month or year."""
    whole_week = SAME_WEEK.search(question.joined) is not None
    longer = _SAME_MONTH.search(question.joined) or _SAME_YEAR.search(question.joined)
    its_day = SAME_DAY.search(question.joined) and _ANOTHER_DAY.search(question.joined) is None
    if not (whole_week or longer or its_day):
        return None
    decided = [act.date for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.last >= INVASION]
    others = _ELSEWHERE.search(question.joined) or _OTHERS.search(question.joined)
    if not decided or not others:
        return None
    period = question.period
    day = next((it for it in decided if period and may_be_in(it, period)), decided[-1])
    since, until = day.first, day.last
    if whole_week:
        since -= timedelta(days=since.weekday())
        until += timedelta(days=_LAST_OF_WEEK - until.weekday())
    elif longer:
        whole_year = _SAME_MONTH.search(question.joined) is None
        since = since.replace(month=1 if whole_year else since.month, day=1)
        last = 12 if whole_year else until.month
        until = until.replace(month=last, day=monthrange(until.year, last)[1])
    kinds = tuple(it for it in kinds_compared(question) if ACT_KINDS[it].leads_to in CUT)
    others_cut = register.index.acts_between(kinds, since, until, surely=True) if question.standings else ()
    # Where nobody else did what is asked, whatever else was decided then is told, if anything was.
    kinds = kinds if any(each != tie.id for _, each, _ in others_cut) else DECIDING
    if not any(each != tie.id for _, each, _ in register.index.acts_between(kinds, since, until, surely=True)):
        kinds = ()
    return TieFilter(look=Look.ACTS, kinds=kinds, since=since, until=until, without=(tie.us,), order=SortOrder.OLDEST)
