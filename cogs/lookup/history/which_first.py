"""Which of several named ties came first, on which there was a vote, and what is held against another. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.history import past_sentences as told
from cogs.lookup.lists.standings_listed import kinds_of
from cogs.lookup.model import SortBy
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.times.spans import Period, may_be_in
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.leads import vote_since_invasion
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, CUTTING, DECIDING, ActKind
from db.record.caching import of_the_last
from db.record.derivation import INVASION, acts_in_force
from db.record.models import PartialDate, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.values import value

# So many ties are put in order.
MOST_TIES_COMPARED = 6
_WHO_WAS_FIRST = said_for("questions", "which_first", "who_was_first")
_WHEN_ANOTHER = said_in_all("past", "when_another")
_SAME_TIME = said_in_all("past", "same_time")
_OLDER = said_in_all("past", "by_age")
_EITHER_EARLIER = said_for("questions", "which_first", "either_earlier")
SAME_DAY, SAME_WEEK = (said_in_all("past", name) for name in ("same_day", "same_week"))
# "Which moved quicker" asks who cut, and no more for a decision than "who was first".
_MOVED = phrases(
    "(moved|acted|went|did it) ..2 (first|quicker|faster|sooner|earlier); (quicker|faster|sooner) to (act|move)"
)
_WHICH_VOTED = said_for("questions", "which_first", "which_voted")
# In what order several came is asked, or which was last; "the latest on Dallas", "last year" ask for neither.
_IN_WHAT_ORDER = said_for("questions", "which_first", "in_what_order")
_WHO_WAS_LAST = said_for("questions", "which_first", "who_was_last")
_LAST_OF_TIME = said_for("questions", "which_first", "last_of_time")
BEFORE_ANOTHER = said_in_all("past", "before_another")


@value
class _Dated:
    """A tie with what puts it in order: the year in which it was made, or an act."""

    us: str
    pair: str
    date: PartialDate
    what: str


def order_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """The ties that are named in the order of time, where it is asked which came first; None elsewhere.

    Who says of people that one was the first and another the last says it of all that acted: those are told.
    """
    if asks_nothing(question) and question.intents >= {Intent.EARLIEST, Intent.LATEST} and question.speakers:
        return _both_ends(register)
    if not asks_for_order(question) or len({tie.us for tie in ties}) < 2 or len(ties) > MOST_TIES_COMPARED:
        return None
    by_age = _is_by_age(question)
    kinds = kinds_compared(question)
    at_once = any(asked.search(question.joined) for asked in (SAME_DAY, SAME_WEEK, _SAME_TIME))
    decided = question.narrowing.decided and not (at_once or _MOVED.search(question.joined))
    named = question.standings or question.narrowing.kinds or decided
    if not (by_age or named) and all(_first_act(tie, CUTTING, register) for tie in ties):
        # Where each was cut, "who went first" and "did both act on one day" ask for that, not for an earlier refusal.
        kinds = CUTTING
    period = question.period
    if period is None or any(_first_act(tie, kinds, register, period) is None for tie in ties):
        # Where one was not decided on in the time that is named, all that was done is held against each other.
        period = None
    found = [(tie, _made(tie, register) if by_age else _first_act(tie, kinds, register, period)) for tie in ties]
    such = [each for _, each in found if each]
    wider = [] if by_age or len(such) == len(found) else _cuts(ties, kinds, register)
    # A date that is no day stands where it ends: "March 2022" is not shown to lie before 3 March.
    dated = sorted(wider or such, key=lambda each: (each.date.last, each.date.first))
    only = told.only_one_has(such[0].pair, ACT_KINDS[kinds[0]].noun) if wider and len(such) == 1 else ""
    if not dated:
        asked = [ActKind.ESTABLISHED] if by_age else kinds
        only = told.none_has(len(found), [ACT_KINDS[kind].noun for kind in asked])
    lines = [
        Line(only),
        Line(_last_of(dated) if asks_which_was_last(question) and len(dated) == len(found) else _first_of(dated)),
        Line(_years_between(dated) if by_age else ""),
        *(Line(told.in_order(each.pair, each.date, each.what)) for each in dated),
    ]
    for tie, each in found:
        if each is None:
            lines.append(Line(_without(tie, by_age, kinds, register)))
    return TextBlock(tuple(line for line in lines if line.text), told.IN_ORDER)


def _both_ends(register: Register) -> TextBlock:
    """The first and the last of all that was suspended or ended, as far as their dates tell."""
    found = [each for tie in register.record.ties.values() if (each := _first_act(tie, CUTTING, register))]
    first, last = min(found, key=lambda it: it.date.last), max(found, key=lambda it: it.date.first)
    ends = ((told.FIRST_OF_ALL, first), (told.LAST_OF_ALL, last))
    return TextBlock(tuple(told.end_of_all(which, it.pair, it.date, it.what) for which, it in ends), told.IN_ORDER)


def _cuts(ties: Sequence[Tie], kinds: Sequence[ActKind], register: Register) -> list[_Dated]:
    """What cut each of several ties first, where one way of it is asked for and not each was cut so: "who broke it off
    first" is said of a suspension as well. Nothing, where not each was cut.
    """
    if not set(kinds) < {*CUTTING}:
        return []
    found = [each for tie in ties if (each := _first_act(tie, CUTTING, register))]
    return found if len(found) == len(ties) else []


def voted_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """On which of the ties that are named there was a vote, where that is asked of several; None elsewhere."""
    if not 2 <= len(ties) <= MOST_TIES_COMPARED or _WHICH_VOTED.search(question.joined) is None:
        return None
    voted = [tie for tie in ties if vote_since_invasion(tie)]
    others = [tie for tie in ties if tie not in voted]
    told_of = ([pair_name(tie, register) for tie in each] for each in (voted, others))
    return TextBlock.saying(told.with_and_without_vote(*told_of))


def asks_for_order(question: Question) -> bool:
    """Whether it is asked which of several came first, or in what order they came."""
    sort = question.narrowing.sort
    by_date = sort is not None and sort[0] is SortBy.ACT and question.narrowing.ranks
    by_date = by_date or asks_who_of_people_was_first(question) or _IN_WHAT_ORDER.search(question.joined) is not None
    by_date = by_date or asks_which_was_last(question)
    return by_date or Intent.SEQUENCE in question.intents or asks_which_was_first(question)


def asks_which_was_last(question: Question) -> bool:
    """Whether it is asked which of several came last: "who brought up the rear, Durham or Eugene"."""
    return _WHO_WAS_LAST.search(question.joined) is not None and _LAST_OF_TIME.search(question.joined) is None


# A question is asked this by several in turn.
@of_the_last
def asks_which_was_first(question: Question) -> bool:
    """Whether it is asked which of the places that are named was earlier: "did Chicago act before Dallas?"."""
    if _is_held_against_another(question):
        return True
    asked = (_EITHER_EARLIER, SAME_DAY, SAME_WEEK, _SAME_TIME, _OLDER)
    several = sum(bool(named.places) for named in question.mentions) > 1
    return several and (bool(words_before_a_name(question)) or any(it.search(question.joined) for it in asked))


def asks_which_of_two(question: Question) -> bool:
    """Whether it is asked which of two places was earlier: "did Norfolk or Sarasota go first"."""
    several = sum(bool(named.places) for named in question.mentions) > 1
    return several and _EITHER_EARLIER.search(question.joined) is not None


def words_before_a_name(question: Question) -> list[re.Match[str]]:
    """The words right before a name that tell of what was done there as a time: "when Sarasota suspended"."""
    begins = {named.start for named in question.mentions if named.places}
    found = _WHEN_ANOTHER.finditer(question.joined)
    return [match for match in found if match.string[: match.end()].count(" ") + 1 in begins]


def asks_who_was_first(question: Question) -> bool:
    """Whether it is asked who of all was first, beside a place that is named: "who was first? Dallas says it was"."""
    first = question.intents & {Intent.EARLIEST, Intent.SEQUENCE}
    return bool(first) and _WHO_WAS_FIRST.search(question.joined) is not None and len(question.mentions) == 1


def asks_who_of_people_was_first(question: Question) -> bool:
    """Whether it is asked who of several people acted first: "Johnson and Lightfoot, who was first?"."""
    return len(question.speakers) > 1 and bool(question.intents & {Intent.EARLIEST, Intent.SEQUENCE})


def _is_held_against_another(question: Question) -> bool:
    """Whether "before" or "after" stands in front of a name: "did Chicago act before Dallas?"."""
    begins = {named.start for named in question.mentions}
    return any(ends_at(match) & begins for match in BEFORE_ANOTHER.finditer(question.joined))


def _is_by_age(question: Question) -> bool:
    sort = question.narrowing.sort if question.narrowing.by_order else None
    asked = bool(question.intents & {Intent.FOUNDED, Intent.BEGINNING}) or _OLDER.search(question.joined) is not None
    return (asked or (sort is not None and sort[0] is SortBy.FOUNDED)) and not question.standings


def kinds_compared(question: Question) -> tuple[ActKind, ...]:
    """The kinds of act that are put in order: those asked for, else all that decide something."""
    if question.narrowing.kinds:
        return question.narrowing.kinds
    asked = [it for it in question.standings if STANDINGS[it].decision and it not in question.excluded_standings]
    return kinds_of(asked) or DECIDING


def _made(tie: Tie, register: Register) -> _Dated | None:
    if tie.since is None:
        return None
    return _Dated(tie.us, pair_name(tie, register), PartialDate.parse(str(tie.since)), told.MADE)


def _first_act(tie: Tie, kinds: Sequence[ActKind], register: Register, period: Period | None = None) -> _Dated | None:
    """The first act of some kinds on a tie since the invasion, and in a time, if one is named."""
    acts = [act for act in acts_in_force(tie.acts) if act.kind in kinds and act.date.last >= INVASION]
    acts = [act for act in acts if period is None or may_be_in(act.date, period)]
    if not acts:
        return None
    act = min(acts, key=lambda each: (each.date.first, each.date.last))
    return _Dated(tie.us, pair_name(tie, register), act.date, ACT_KINDS[act.kind].label)


def _first_of(dated: Sequence[_Dated]) -> str:
    """Which came first, as far as the dates tell, of ties of different places; empty for one alone."""
    other = next((each for each in dated if each.us != dated[0].us), None)
    if other is None:
        return told.only_one(dated[0].pair) if len(dated) == 1 else ""
    one = dated[0]
    if one.date == other.date and one.date.first == one.date.last:
        return told.same_day(one.pair, other.pair, one.date)
    if any(one.date.last >= each.date.first for each in dated if each.us != one.us):
        return told.NOT_TOLD_APART
    return told.came_first(one.pair)


def _years_between(dated: Sequence[_Dated]) -> str:
    """How many years lie between the beginnings of two ties; empty for more, or where both are of one year."""
    years = [each.date.first.year for each in dated]
    return told.years_between(years[1] - years[0]) if len(years) == 2 and years[0] != years[1] else ""


def _last_of(dated: Sequence[_Dated]) -> str:
    """Which came last, as far as the dates tell; of those of one day, or told apart by none, which came first."""
    last, before = dated[-1], [each for each in dated[:-1] if each.us != dated[-1].us]
    alone = before and all(each.date.last < last.date.first for each in before)
    return told.came_last(last.pair) if alone else _first_of(dated)


def _without(tie: Tie, by_age: bool, kinds: Sequence[ActKind], register: Register) -> str:
    pair = pair_name(tie, register)
    if by_age:
        return told.no_year(pair)
    status = register.status(tie.id)
    nouns = [ACT_KINDS[kind].noun for kind in kinds]
    return told.no_such_act(pair, nouns, STANDINGS[status.standing].word, status.basis.date if status.basis else None)


def ends_at(match: re.Match[str]) -> set[int]:
    """The numbers of the words that may be a name right behind a match."""
    end = match.string[: match.end()].count(" ") + 1
    return {end, end + 1}
