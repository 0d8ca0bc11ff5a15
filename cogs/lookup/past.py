"""What is asked of named ties in time: how one stood on a past day, which came first, what happened and when. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cogs.lookup import past_sentences as told
from cogs.lookup.filter_phrases import span
from cogs.lookup.intents import HAPPENED, Intent
from cogs.lookup.intervals import asks_how_long
from cogs.lookup.list_filter import kinds_of
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.spans import Period
from cogs.lookup.vocabulary import of_all_languages
from cogs.wording import history
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.leads import vote_since_invasion
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION, Status, acts_in_force, derive_from
from db.record.mentions import Mention
from db.record.models import Act, PartialDate, Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

# Of so many ties at most all that happened is told; so many are put in order.
MOST_TIES_TOLD = 2
MOST_TIES_COMPARED = 6
_SEVERAL = 2
_WAS_SO = phrases("\n".join(of_all_languages("past", "was_so")))
_NOW = phrases("\n".join(of_all_languages("past", "now")))
_ANSWERED = phrases("\n".join(of_all_languages("past", "answered")))
# Others are asked for, and not the one that is named: "which ones came after Norfolk".
_OTHERS = phrases("""
    ^(who|which|what|how many); (which|what) (ones|cities|citys|towns|places|states|others)
    ^(хто|кто|які|какие|скільки|сколько)
""")
_WHO_WAS_FIRST = phrases("""
    ^(who|which) ..4 (first|earliest); ^(хто|кто) ..4 (перш*|перв*|найперш*)
""")
# "Which governor went after Norfolk" asks for a person.
_OF_PEOPLE = phrases("governors?; mayors?; senators?; officials?; went after; going after; губернатор*; мер; мэр")
# What came after a time is asked for as well: "in the summer of 2022, and then?".
_AND_AFTER = phrases("\n".join(of_all_languages("past", "and_after")))
# What changed at a place, and when, is told by all that happened there.
_TURNED = phrases("\n".join(of_all_languages("past", "turned")))
_ELSEWHERE = phrases("\n".join(of_all_languages("past", "elsewhere")))
_SAME_DAY, _SAME_WEEK = (phrases("\n".join(of_all_languages("past", name))) for name in ("same_day", "same_week"))
_LAST_OF_WEEK = 6
# "What was Houston doing in the summer of 2022".
_DID = phrases("""
    what ..6 (doing|do|did|decide|decided|say|said|saying|position|stance); позиц*
    (що|что) ..2 (роби*|дела*|говор*|каза*|виріш*)
""")
_EARLIER = phrases("before; earlier than; sooner than; ahead of; prior to; раніше; раньше; до того як; перед")
_CUTTING = (ActKind.SUSPENDED, ActKind.ENDED)
_EITHER_EARLIER = phrases("(or|чи|або|или) ..3 (first|earlier|sooner|раніше|раньше)")
_WHICH_VOTED = phrases("""
    (which|who) ..3 (voted|vote|votes); (які|яке|який|какие|какой|хто|кто) ..2 (голосув*|голосов*|проголос*)
""")
_HOW_LONG_AFTER = phrases("\n".join(of_all_languages("past", "how_long_after")))
_ALIKE = phrases("""
    (who|which|what|anyone|anybody|any|how many) ..2 (else|other|others) ..4 (same|what|like|likewise|similar*|as)
    (anyone|anybody|others?|cities|towns) ..3 (do|did|done) ..2 (same|what|like)
    (хто|кто|які|какие|чи|скільки|сколько) ..2 (ще|ещё|інш*|друг*) ..4 (те|саме|само|так|таке|как|як|то|же)
    (хто|кто) ..1 (ще|ещё) ..1 (поступил*|вчинил*)
""")
_BEFORE_ANOTHER = phrases("\n".join(of_all_languages("past", "before_another")))


# How a tie stood on a day.


def stood_then(tie: Tie, question: Question, today: date) -> str:
    """How a tie stood on the past day, month or year that a question names, by what is on record; empty where it does
    not ask that.
    """
    days = _days_meant(question, today)
    if days is None:
        return ""
    first, last = days
    then = _status_on(tie, last)
    if then is None:
        return told.not_sure_on(last)
    before = _status_on(tie, first - timedelta(days=1)) if first < last else then
    if before is None or before.standing is then.standing or then.basis is None:
        return _stood_on(tie, last, then)
    if before.basis is None:
        return told.decided_within(last, _word(then), then.basis.date)
    return told.changed_within(first, last, _word(before), _word(then), then.basis.date)


def _days_meant(question: Question, today: date) -> tuple[date, date] | None:
    """The first and last day of the time at which it is asked how a tie stood; None where that is not asked."""
    period = question.period
    if period is None or period.until is None or period.until >= today or not _asks_how_it_stood(question, period):
        return None
    if _NOW.search(question.joined):
        # The time is of what the asker remembers: "we hosted them in the 90s. Is it over now?"
        return None
    return period.since or period.until, period.until


def _asks_how_it_stood(question: Question, period: Period) -> bool:
    """Whether the words ask for a state and not for an act: "was it suspended in March" may ask for either."""
    decision = any(STANDINGS[standing].decision for standing in question.standings)
    if decision and not (period.since == period.until or period.since is None or question.narrowing.as_of):
        return False
    return question.narrowing.as_of or _WAS_SO.search(question.joined) is not None


def _status_on(tie: Tie, day: date) -> Status | None:
    """How a tie stood at the end of a day; None where an act is dated too roughly to say."""
    sure = derive_from(tuple(act for act in tie.acts if act.date.last <= day))
    maybe = derive_from(tuple(act for act in tie.acts if act.date.first <= day))
    return sure if sure.standing is maybe.standing else None


def _stood_on(tie: Tie, day: date, then: Status) -> str:
    if then.basis is not None:
        return told.stood_on(day, _word(then), then.basis.date)
    leading = (act for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].leads_to)
    later = next((act for act in leading if act.date.first > day), None)
    if tie.since is not None and tie.since > day.year:
        return told.not_yet_made(day, tie.since)
    return told.nothing_decided_by(day, tie.since, later)


def _word(status: Status) -> str:
    return STANDINGS[status.standing].word


# Which of several came first.


@dataclass(frozen=True, slots=True)
class _Dated:
    """A tie with what puts it in order: the year in which it was made, or an act."""

    pair: str
    date: PartialDate
    what: str


def order_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """The ties that are named in the order of time, where it is asked which came first; None elsewhere."""
    if not asks_for_order(question) or len({tie.us for tie in ties}) < _SEVERAL or len(ties) > MOST_TIES_COMPARED:
        return None
    by_age = _is_by_age(question)
    kinds = _kinds_compared(question)
    found = [(tie, _made(tie, register) if by_age else _first_act(tie, kinds, register)) for tie in ties]
    such = [each for _, each in found if each]
    wider = [] if by_age or len(such) == len(found) else _cuts(ties, kinds, register)
    dated = sorted(wider or such, key=lambda each: (each.date.first, each.date.last))
    only = told.only_one_has(such[0].pair, ACT_KINDS[kinds[0]].noun) if wider and len(such) == 1 else ""
    lines = [
        Line(only),
        Line(_first_of(dated)),
        *(Line(told.in_order(each.pair, each.date, each.what)) for each in dated),
    ]
    for tie, each in found:
        if each is None:
            lines.append(Line(_without(tie, by_age, kinds, register)))
    return TextBlock(tuple(line for line in lines if line.text), told.IN_ORDER)


def _cuts(ties: Sequence[Tie], kinds: Sequence[ActKind], register: Register) -> list[_Dated]:
    """What cut each of several ties first, where one way of it is asked for and not each was cut so: "who broke it off
    first" is said of a suspension as well. Nothing, where not each was cut.
    """
    if not set(kinds) < {*_CUTTING}:
        return []
    found = [each for tie in ties if (each := _first_act(tie, _CUTTING, register))]
    return found if len(found) == len(ties) else []


def voted_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """On which of the ties that are named there was a vote, where that is asked of several; None elsewhere."""
    if not _SEVERAL <= len(ties) <= MOST_TIES_COMPARED or _WHICH_VOTED.search(question.joined) is None:
        return None
    voted = [tie for tie in ties if vote_since_invasion(tie)]
    others = [tie for tie in ties if tie not in voted]
    told_of = ([pair_name(tie, register) for tie in each] for each in (voted, others))
    return TextBlock((Line(told.with_and_without_vote(*told_of)),))


def asks_for_order(question: Question) -> bool:
    """Whether it is asked which of several came first, or in what order they came."""
    sort = question.narrowing.sort
    by_date = sort is not None and sort[0] is SortBy.ACT and question.narrowing.ranks
    return by_date or Intent.SEQUENCE in question.intents or asks_which_was_first(question)


def asks_which_was_first(question: Question) -> bool:
    """Whether it is asked which of the places that are named was earlier: "did Chicago act before Dallas?"."""
    return _is_held_against_another(question) or (
        len(question.mentions) > 1 and _EITHER_EARLIER.search(question.joined) is not None
    )


def _is_held_against_another(question: Question) -> bool:
    """Whether "before" or "after" stands in front of a name: "did Chicago act before Dallas?"."""
    begins = {named.start for named in question.mentions}
    return any(_ends_at(match) & begins for match in _BEFORE_ANOTHER.finditer(question.joined))


def _is_by_age(question: Question) -> bool:
    return bool(question.intents & {Intent.FOUNDED, Intent.BEGINNING}) and not question.standings


def _kinds_compared(question: Question) -> tuple[ActKind, ...]:
    """The kinds of act that are put in order: those asked for, else all that decide something."""
    if question.narrowing.kinds:
        return question.narrowing.kinds
    asked = [it for it in question.standings if STANDINGS[it].decision and it not in question.excluded_standings]
    return kinds_of(asked) or tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)


def _made(tie: Tie, register: Register) -> _Dated | None:
    if tie.since is None:
        return None
    return _Dated(pair_name(tie, register), PartialDate.parse(str(tie.since)), told.MADE)


def _first_act(tie: Tie, kinds: Sequence[ActKind], register: Register) -> _Dated | None:
    acts = [act for act in acts_in_force(tie.acts) if act.kind in kinds and act.date.last >= INVASION]
    if not acts:
        return None
    act = min(acts, key=lambda each: (each.date.first, each.date.last))
    return _Dated(pair_name(tie, register), act.date, ACT_KINDS[act.kind].label)


def _first_of(dated: Sequence[_Dated]) -> str:
    """Which came first, as far as the dates tell; empty for one alone."""
    if len(dated) < _SEVERAL:
        return told.only_one(dated[0].pair) if dated else ""
    one, other = dated[:2]
    if one.date == other.date and one.date.first == one.date.last:
        return told.same_day(one.pair, other.pair, one.date)
    if one.date.last >= other.date.first:
        return told.NOT_TOLD_APART
    return told.came_first(one.pair)


def _without(tie: Tie, by_age: bool, kinds: Sequence[ActKind], register: Register) -> str:
    pair = pair_name(tie, register)
    if by_age:
        return told.no_year(pair)
    status = register.status(tie.id)
    nouns = [ACT_KINDS[kind].noun for kind in kinds]
    return told.no_such_act(pair, nouns, _word(status), status.basis.date if status.basis else None)


# What happened, and when.


def so_long_after(tie: Tie, question: Question) -> tuple[str, ...]:
    """How many days after the invasion a tie was decided on, where that is asked."""
    if not _HOW_LONG_AFTER.search(question.joined) or asks_how_long(question):
        return ()
    since = (act.date for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.first >= INVASION)
    first = min(since, key=lambda value: value.first, default=None)
    if first is None:
        return (told.NOT_DECIDED_SINCE,)
    return (told.days_after_invasion(first, (first.first - INVASION).days),)


def story_parts(
    ties: Sequence[Tie], question: Question, register: Register, citations: Citations
) -> Iterator[TextBlock]:
    """All that happened on ties, in order, where that is asked; of a time alone, where one is named."""
    if not 0 < len(ties) <= MOST_TIES_TOLD:
        return
    changed = Trait.CHANGED_COURSE in question.narrowing.traits or _TURNED.search(question.joined)
    if Intent.STORY in question.intents or changed or (len(ties) == 1 and Intent.SEQUENCE in question.intents):
        yield from (_story(tie, register, citations) for tie in ties)
    elif question.period and (
        asks_what_happened(question) or Intent.SAID in question.intents or _DID.search(question.joined)
    ):
        goes_on = _AND_AFTER.search(question.joined) is not None
        period = replace(question.period, until=None) if goes_on else question.period
        yield from (_happened(tie, period, register, citations) for tie in ties)


def asks_what_happened(question: Question) -> bool:
    return Intent.LATEST in question.intents or HAPPENED.search(question.joined) is not None


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
        return TieFilter(look=Look.ACTS, kinds=_CUTTING, since=INVASION, order=SortOrder.OLDEST)
    begins = {named.start for named in question.mentions}
    found = [it for it in _BEFORE_ANOTHER.finditer(question.joined) if _ends_at(it) & begins]
    kinds = tuple(it for it in _kinds_compared(question) if ACT_KINDS[it].leads_to in CUT)
    acts = [act for act in acts_in_force(ties[0].acts) if act.kind in _CUTTING and act.date.last >= INVASION]
    if not (found and acts):
        return None
    day = min(act.date.first for act in acts)
    chosen = TieFilter(look=Look.ACTS, kinds=kinds or _CUTTING, without=(ties[0].us,))
    if _EARLIER.search(found[0].group()):
        return replace(chosen, since=INVASION, until=day - timedelta(days=1), order=SortOrder.OLDEST)
    return replace(chosen, since=day + timedelta(days=1), order=SortOrder.OLDEST)


def asks_who_was_first(question: Question) -> bool:
    """Whether it is asked who of all was first, beside a place that is named: "who was first? Dallas says it was"."""
    first = question.intents & {Intent.EARLIEST, Intent.SEQUENCE}
    return bool(first) and _WHO_WAS_FIRST.search(question.joined) is not None and len(question.mentions) == 1


def asks_what_changed(question: Question) -> bool:
    """Whether it is asked what changed at a place, or when."""
    return _TURNED.search(question.joined) is not None


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
    whole_week = _SAME_WEEK.search(question.joined) is not None
    decided = [act.date for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.last >= INVASION]
    same = whole_week or _SAME_DAY.search(question.joined)
    others = _ELSEWHERE.search(question.joined) or _OTHERS.search(question.joined)
    if not same or not decided or not others:
        return None
    period = question.period
    day = next((it for it in decided if period and _may_be_in(it, period)), decided[-1])
    since, until = day.first, day.last
    if whole_week:
        since -= timedelta(days=since.weekday())
        until += timedelta(days=_LAST_OF_WEEK - until.weekday())
    return TieFilter(look=Look.ACTS, since=since, until=until, without=(tie.us,), order=SortOrder.OLDEST)


def _ends_at(match: re.Match[str]) -> set[int]:
    """The numbers of the words that may be a name right behind a match."""
    end = match.string[: match.end()].count(" ") + 1
    return {end, end + 1}


def no_answer_of(ties: Sequence[Tie], question: Question, register: Register) -> str:
    """The Russian place that is asked to have answered, where no word of its side is on record; empty elsewhere."""
    if len(ties) != 1 or _ANSWERED.search(question.joined) is None:
        return ""
    place = register.place(ties[0].ru)
    asked = any(place in mention.places and _is_subject(mention, question) for mention in question.mentions)
    spoke = any(act.authority is Authority.PARTNER for act in acts_in_force(ties[0].acts))
    return place.name if asked and not spoke else ""


def _is_subject(mention: Mention, question: Question) -> bool:
    """Whether what is asked to be said stands right behind a name: "did Vladivostok respond"; or before: Cyrillic."""
    words = question.words
    beside = [words[i].norm for i in (mention.end, mention.start - 1) if 0 <= i < len(words)]
    return any(_ANSWERED.search(word) for word in beside)


def asks_of_a_time(question: Question) -> bool:
    """Whether it is asked how something stood, or what happened, in a time that is named."""
    asked = asks_what_happened(question) or _WAS_SO.search(question.joined) is not None
    return Intent.STORY in question.intents or (question.period is not None and asked)


def _story(tie: Tie, register: Register, citations: Citations) -> TextBlock:
    begun = history.beginning(founding(tie, citations))
    acts = sorted(acts_in_force(tie.acts), key=lambda act: act.date.first)
    return TextBlock((begun, *_entries(acts, citations)), told.all_in_order(pair_name(tie, register)))


def _happened(tie: Tie, period: Period, register: Register, citations: Citations) -> TextBlock:
    acts = sorted(acts_in_force(tie.acts), key=lambda act: act.date.first)
    heading = told.in_that_time(pair_name(tie, register), span(period.since, period.until))
    inside = [act for act in acts if _may_be_in(act.date, period)]
    if inside:
        return TextBlock(tuple(_entries(inside, citations)), heading)
    newest = acts[-1].date if acts else None
    return TextBlock((Line(told.nothing_then(span(period.since, period.until), newest)),), heading)


def _entries(acts: Sequence[Act], citations: Citations) -> Iterator[Line]:
    for act in acts:
        yield history.act_entry(act, citations.cite(act.sources), corrected=False)


def _may_be_in(value: PartialDate, period: Period) -> bool:
    begun = period.since is None or value.last >= period.since
    return begun and (period.until is None or value.first <= period.until)
