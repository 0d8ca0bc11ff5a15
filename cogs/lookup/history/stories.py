"""What happened on ties that are named, in order or in a time. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.intervals import since_invasion
from cogs.lookup.lists.filter_phrases import span
from cogs.lookup.model import Trait
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.times.periods import read_period
from cogs.lookup.times.spans import Period, in_earlier_years, may_be_in
from cogs.wording import history
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import acts_in_force
from db.record.models import Act, Precision, Tie
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.text import clean, normalise, tokens

# Of so many ties at most all that happened is told; of so many, what was proposed or decided on them, in one order.
MOST_TIES_TOLD = 2
_MOST_TOGETHER = 12
_MOST_STEPS = 20
_A_MONTH, _SHORTEST_MONTH = 31, 3
# What came after a time is asked for as well: "in the summer of 2022, and then?".
_AND_AFTER = said_in_all("past", "and_after")
# What changed at a place, and when, is told by all that happened there.
_TURNED = said_in_all("past", "turned")
# "What was Houston doing in the summer of 2022".
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "May" and "mar" are words as well.
_MONTHS = {normalise(name): number for name, number in ALL_MONTHS.items() if len(name) > _SHORTEST_MONTH}
_DID = said_for("questions", "stories", "did")


def story_parts(
    ties: Sequence[Tie], question: Question, register: Register, citations: Citations
) -> Iterator[TextBlock]:
    """All that happened on ties, in order, where that is asked; of a time alone, where one is named."""
    if len({tie.us for tie in ties}) > 1 and (tells_a_story(question) or (question.period and _asks_of_it(question))):
        yield from together_parts(ties, question.period, register, citations)
        return
    if not 0 < len(ties) <= MOST_TIES_TOLD:
        return
    changed = Trait.CHANGED_COURSE in question.narrowing.traits or _TURNED.search(question.joined)
    if tells_a_story(question) or changed or (len(ties) == 1 and Intent.SEQUENCE in question.intents):
        yield from (_story(tie, register, citations) for tie in ties)
    elif question.period and (_asks_of_it(question) or _AND_AFTER.search(question.joined)):
        goes_on = _AND_AFTER.search(question.joined) is not None
        period = replace(question.period, until=None) if goes_on else question.period
        yield from (_happened(tie, period, register, citations) for tie in ties)


def _asks_of_it(question: Question) -> bool:
    """Whether it is asked what was done or said in a time that is named."""
    return asks_what_happened(question) or Intent.SAID in question.intents or _DID.search(question.joined) is not None


def tells_a_story(question: Question) -> bool:
    """Whether it is asked how one thing came after another, or what was so at each of several times."""
    return Intent.STORY in question.intents or names_several_times(question)


def names_several_times(question: Question) -> bool:
    """Whether several times are named one after the other: "in June 2022 this, in February 2023 that?", "what it said
    in March and what it did in June".
    """
    period = question.period
    if period is None:
        return False
    one_month = period.since and period.until and (period.until - period.since).days <= _A_MONTH
    months = {_MONTHS[word.norm] for word in question.words if word.norm in _MONTHS}
    return len({*_YEAR.findall(question.joined)}) > 1 or (bool(one_month) and len(months) > 1)


def with_year_of_acts(question: Question, ties: Sequence[Tie]) -> Question:
    """The question with a month that is named without its year in a year in which something was done then on ties; as
    it was, where nothing was.
    """
    period = question.period
    if period is None or not period.guessed or not ties:
        return question
    dates = [act.date for tie in ties for act in since_invasion(tie)]
    for since, until in chain([(period.since, period.until)], in_earlier_years(period.since, period.until)):
        moved = replace(period, since=since, until=until)
        if any(may_be_in(value, moved) and value.precision is not Precision.YEAR for value in dates):
            return replace(question, period=moved)
    return question


def together_parts(
    ties: Sequence[Tie], period: Period | None, register: Register, citations: Citations
) -> Iterator[TextBlock]:
    """What was proposed, said or decided on several ties since the invasion, in one order of time; nothing, where that
    is too much to tell or there is none.
    """
    steps = [(tie, act) for tie in ties for act in since_invasion(tie) if period is None or may_be_in(act.date, period)]
    if len(steps) > _MOST_STEPS:
        steps = [(tie, act) for tie, act in steps if ACT_KINDS[act.kind].decides]
    if not steps or len(steps) > _MOST_STEPS or len(ties) > _MOST_TOGETHER:
        return
    # What is dated roughly stands at the end of its time.
    steps.sort(key=lambda each: (each[1].date.last, each[1].date.first))
    cited = [(tie, act, citations.cite(act.sources)) for tie, act in steps]
    if len({tie.id for tie, _ in steps}) == 1:
        # The one tie is named above its steps, and not in each.
        yield TextBlock(
            tuple(told.step_alone(act, marks) for _, act, marks in cited),
            told.all_in_order(pair_name(steps[0][0], register)),
        )
        return
    lines = (told.step_of(pair_name(tie, register), act, marks) for tie, act, marks in cited)
    yield TextBlock(tuple(lines), told.IN_ORDER)


def asks_what_happened(question: Question) -> bool:
    return Intent.LATEST in question.intents or HAPPENED.search(question.joined) is not None


def asks_what_changed(question: Question) -> bool:
    """Whether it is asked what changed at a place, or when."""
    return _TURNED.search(question.joined) is not None


def _story(tie: Tie, register: Register, citations: Citations) -> TextBlock:
    begun = history.beginning(founding(tie, citations))
    acts = sorted(acts_in_force(tie.acts), key=lambda act: act.date.first)
    return TextBlock((begun, *_entries(acts, citations)), told.all_in_order(pair_name(tie, register)))


def _tells_of(act: Act, period: Period) -> bool:
    """Whether an act of another time tells of something done within one: "voted on it in summer 2022"."""
    spoken = read_period(" ".join(word.norm for word in tokens(clean(act.summary))), act.date.last)
    if spoken is None or spoken.since is None or spoken.until is None or spoken.guessed:
        return False
    begins, ends = period.since or spoken.since, period.until or spoken.until
    return begins <= spoken.since and spoken.until <= ends


def _happened(tie: Tie, period: Period, register: Register, citations: Citations) -> TextBlock:
    acts = sorted(acts_in_force(tie.acts), key=lambda act: act.date.first)
    heading = told.in_that_time(pair_name(tie, register), span(period.since, period.until))
    inside = [act for act in acts if may_be_in(act.date, period)]
    if inside:
        return TextBlock(tuple(_entries(inside, citations)), heading)
    if later := [act for act in acts if _tells_of(act, period)]:
        lead = Line(told.told_later(span(period.since, period.until)))
        return TextBlock((lead, *_entries(later, citations)), heading)
    newest = acts[-1].date if acts else None
    return TextBlock((Line(told.nothing_then(span(period.since, period.until), newest)),), heading)


def _entries(acts: Sequence[Act], citations: Citations) -> Iterator[Line]:
    for act in acts:
        yield history.act_entry(act, citations.cite(act.sources), replaced=False)
