"""What is said of ties in time, a function a sentence. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from cogs.wording.act_phrases import actor_and_more
from cogs.wording.act_sentences import act_told
from cogs.wording.age_sentences import how_long
from cogs.wording.blocks import Line
from cogs.wording.dates import day, on, when
from cogs.wording.english import capital, either, listed, listed_apart, paragraph, plural
from db.record.act_kinds import ACT_KINDS
from db.record.models import Act, PartialDate, Precision

IN_ORDER = "In order of time"
HOW_LONG = "How much time passed"
BEFORE_OR_AFTER = "Before or after"
SAME_DAY = "the same day"
THE_INVASION = "the invasion (24 February 2022)"
THE_SPEECH = "Zelenskyy's speech to the mayors (3 June 2022)"
MADE = "Began"
FIRST_OF_ALL = "The first of all suspensions and endings on record."
LAST_OF_ALL = "The last of them."
NOT_TOLD_APART = "The dates on record are too rough to say which came first."


NOT_DECIDED_SINCE = "No decision on it since the invasion is on record."


def days_after_invasion(value: PartialDate, days: int) -> str:
    """How long after the invasion of 24 February 2022 a tie was first decided on; a date that is not a day, roughly."""
    if value.precision is not Precision.DAY:
        return f"The first decision on it since the invasion is of {when(value)}; the day is not on record."
    return f"The first decision on it since the invasion came {on(value)}, {plural(days, 'day')} after the invasion."


def stood_on(value: date, standing: str, since: PartialDate) -> str:
    """How a tie stood on a past day, and by what: ``On 5 March 2022 it was suspended, by what was …``"""
    return f"On {day(value)} it was {standing}, by what was said or decided {on(since)}."


def changed_within(first: date, last: date, before: str, after: str, since: PartialDate) -> str:
    """How a tie stood before and after a time in which that changed."""
    decided = f"by what was said or decided {on(since)}"
    return f"Before {day(first)} it was {before}; on {day(last)} it was {after}, {decided}."


def decided_within(last: date, after: str, since: PartialDate) -> str:
    """How a tie stood at the end of a time in which the first decision on it fell."""
    return f"Before {when(since)} no decision on it is on record; on {day(last)} it was {after}."


def not_sure_on(value: date) -> str:
    """That an act is dated too roughly to say how a tie stood on a day."""
    return f"How it stood on {day(value)} cannot be said: the act around that day is dated too roughly."


def not_yet_made(value: date, since: int) -> str:
    """That a tie was made after a day."""
    return f"On {day(value)} there was no such tie yet: it began in {since}."


def nothing_decided_by(value: date, since: int | None, later: Act | None) -> str:
    """That nothing was decided by a day: when the tie began, and what came next."""
    begun = f"It began in {since}." if since else "When it began is not on record."
    none = f"By {day(value)} no ending, suspension or other decision on it is on record."
    after = f"The first decision or report of how it stands came {on(later.date)}." if later else ""
    return paragraph((none, begun, after))


def after_event(pair: str, event: str, begun: date, act: Act) -> str:
    """How long after an event something was done: ``… the ending (9 March 2022) came 13 days after …``"""
    passed = _span(PartialDate.parse(begun.isoformat()), act.date)
    after = f"on {SAME_DAY} as" if passed == SAME_DAY else f"{passed} after"
    return f"{pair}: {_named(act)} came {after} {event}."


def before_event(pair: str, event: str, begun: date, act: Act) -> str:
    """How long before an event something was done: ``… the suspension (1 March 2022) came 94 days before …``"""
    passed = _span(act.date, PartialDate.parse(begun.isoformat()))
    return f"{pair}: {_named(act)} came {passed} before {event}."


def partner_beside(pair: str, partner: str, since: PartialDate, act: Act) -> str:
    """Whether a Ukrainian partner was taken up before a decision or after it, and how long."""
    partnered = f"the tie with {partner} ({when(since)})"
    if since.last < act.date.first:
        return f"{pair}: {partnered} came before {_named(act)}, by {_span(since, act.date)}."
    if since.first > act.date.last:
        return f"{pair}: {partnered} came after {_named(act)}, by {_span(act.date, since)}."
    return f"{pair}: {partnered} and {_named(act)} are dated too roughly to say which came first."


def not_sure_beside(pair: str, event: str, act: Act) -> str:
    """That an act is dated too roughly to say whether it came before or after an event."""
    return f"{pair}: {_named(act)} is dated too roughly to say whether it came before or after {event}."


def none_beside(pair: str, body: str, event: str, by_others: str) -> str:
    """That the city did not decide on a tie, neither before an event nor after it; ``by_others``: what others did."""
    none = f"{pair}: no decision of the {body} on it is on record since the invasion, before {event} or after."
    return f"{none} Of others this is on record: {by_others}" if by_others else none


def stood_at_event(standing: str, value: date) -> str:
    """How a tie stood on the day of an event."""
    return f"On {day(value)} it was {standing}."


def none_after(pair: str, event: str) -> str:
    """That nothing was proposed or decided after an event."""
    return f"{pair}: no proposal and no decision after {event} is on record."


def lasted(pair: str, since: int, cut: Act) -> str:
    """How many years a tie had been when it was suspended or ended; by the year alone, a year more or less."""
    years = plural(cut.date.first.year - since, "year")
    return f"{pair}: from its beginning in {since} to {_named(cut)}: about {years}."


def by_years_alone(more: int, unknown: Sequence[str]) -> str:
    """What lengths in years leave open: that most are known by years alone, how many more there are, of which none
    is known.
    """
    known = "Most beginnings are known by year alone, so a length may be off by a year."
    others = f"There are {more} more." if more else ""
    without = f"No founding year is on record for {listed(unknown)}." if unknown else ""
    return paragraph((known, others, without))


def not_cut(pair: str, since: int, idle: Act | None) -> str:
    """That no end of a tie is on record, and when it began; and the first word that it lies ``idle``."""
    none = f"{pair}: it began in {since}; no ending and no suspension is on record."
    if idle is None:
        return none
    years = plural(idle.date.first.year - since, "year")
    return paragraph([none, f"The first word that it lies idle came about {years} after that.", act_told(idle)])


def for_so_long(pair: str, standing: str, since: PartialDate, today: date) -> str:
    """For how long a tie has stood as it does: ``… suspended since 7 April 2023, for more than 3 years.``"""
    return f"{pair}: {standing} by the act of {when(since)}, {how_long(since.last, today)} ago."


def apart(first: str, act: Act, second: str, later: Act) -> str:
    """How long one tie was decided on after another: ``… the suspension (9 March 2022); … 19 days after that.``"""
    passed = _span(act.date, later.date)
    after = passed if passed == SAME_DAY else f"{passed} after that"
    if passed != SAME_DAY and act.date.last >= later.date.first:
        after = "how long after that cannot be said, as the dates are too rough"
    return f"{first}: {_named(act)}; {second}: {_named(later)}, {after}."


def step(pair: str, act: Act, before: Act | None) -> str:
    """One of what was done on a tie, in order: who did what, when, and how long after what came before it."""
    did = f"{ACT_KINDS[act.kind].noun}, by {actor_and_more(act)[0]}"
    after = f"; {_span(before.date, act.date)} after that" if before else ""
    if before and _span(before.date, act.date) == SAME_DAY:
        after = f"; {SAME_DAY}"
    return f"{pair}, {when(act.date)}: {did}{after}."


def first_of_them(act: Act, today: date) -> str:
    """How long ago the first of several was."""
    return f"The first of them was {how_long(act.date.last, today)} ago."


def step_of(pair: str, act: Act, marks: str) -> Line:
    """One of what was done on several ties, in order: its day, its tie, and the act in its own words."""
    return Line(f" {pair}: {act_told(act, marks)}", f"{when(act.date)}.")


def step_alone(act: Act, marks: str) -> Line:
    """One of what was done on one tie, in order: the act in its own words, which have its day."""
    return Line(act_told(act, marks))


def between(pair: str, first: Act, second: Act) -> str:
    """How much time lies between two acts on a tie: ``From the proposal (3 March 2022) to the ending (…): 6 days.``"""
    one, other = (_named(act) for act in (first, second))
    return f"{pair}: from {one} to {other}: {_span(first.date, second.date)}."


def _named(act: Act) -> str:
    return f"the {ACT_KINDS[act.kind].noun.removeprefix('a ').removeprefix('an ')} ({when(act.date)})"


def _span(first: PartialDate, second: PartialDate) -> str:
    """The time from one date to another, as exactly as both are known."""
    exact = first.first == first.last and second.first == second.last
    days = (second.first - first.first).days
    if days == 0 and exact:
        return SAME_DAY
    if Precision.YEAR in {first.precision, second.precision}:
        return "a time that is not known to the month"
    if exact and days < _DAYS_TOLD:
        return plural(days, "day")
    if exact:
        return f"{plural(days, 'day')} ({_months_and_days(first.first, second.first)})"
    months = round(days / _DAYS_OF_MONTH)
    return f"about {plural(months, 'month')}" if months else "less than about a month"


def _months_and_days(first: date, second: date) -> str:
    """The whole months between two days, and the days beyond them: ``4 months and 20 days``."""
    months = (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    reached = date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
    left = (second - reached).days
    return listed([plural(months, "month"), *([plural(left, "day")] if left else [])])


_DAYS_OF_MONTH = 30.44
_DAYS_TOLD = 45


def none_cut_later(place: str, act: Act) -> str:
    """That no suspension and no ending is on record after that of a place."""
    return f"After {place} ({when(act.date)}) no suspension and no ending is on record. What else was said or done:"


def no_call(pair: str) -> str:
    """A tie without a proposal before the decision on it."""
    return f"{pair}: no proposal with a date before a decision is on record."


def no_two_acts(pair: str) -> str:
    """That only one act of those asked about is on record, or none, so that no time lies between them."""
    return f"{pair}: no two such acts with their dates are on record, so I cannot say how long it took."


def with_and_without_vote(voted: Sequence[str], not_voted: Sequence[str]) -> str:
    """Of several ties, on which a vote is on record and on which none is."""
    without = f"No vote on record: {listed_apart(not_voted)}." if not_voted else ""
    return paragraph((f"With a vote on record: {listed_apart(voted)}." if voted else "", without))


def came_first(pair: str) -> str:
    """Which of several came first."""
    return f"{pair} came first."


def years_between(years: int) -> str:
    """How many years lie between the beginnings of two ties, which are known by the year alone."""
    return f"By the years, {plural(years, 'year')} {'lies' if years == 1 else 'lie'} between them."


def came_last(pair: str) -> str:
    """Which of several came last."""
    return f"{pair} came last."


def same_day(one: str, other: str, value: PartialDate) -> str:
    """That two came on one day."""
    return f"{one} and {other} came on the same day, {when(value)}."


def only_one(pair: str) -> str:
    """That one alone of several has such a date."""
    return f"Of these only {pair} has such a date on record."


def only_one_has(pair: str, noun: str) -> str:
    """That of several one alone has an act of the kind that is asked for."""
    return f"Of these only {pair} has {noun} on record."


def none_has(number: int, nouns: Sequence[str]) -> str:
    """That none of several has what they are put in order by."""
    none = "neither" if number == 2 else "none"
    return f"{capital(none)} of them, by this record: {either(nouns)} is on record of {none}."


def in_order(pair: str, value: PartialDate, what: str) -> str:
    """One of several in the order of time: ``28 February 2022: Maryland – Leningrad Oblast (ended).``"""
    return f"{when(value)}: {pair} ({what.lower()})."


def end_of_all(which: str, pair: str, value: PartialDate, what: str) -> Line:
    """The first or the last of all that was done."""
    return Line(f" {when(value)}: {pair} ({what.lower()}).", which)


def no_year(pair: str) -> str:
    """That it is not known when a tie began."""
    return f"{pair}: when it began is not on record."


def no_such_act(pair: str, nouns: Sequence[str], standing: str, since: PartialDate | None) -> str:
    """That nothing of what is compared is on record of a tie, and how it stands."""
    stands = f"it is {standing}, by the act of {when(since)}" if since else f"it is {standing}"
    return f"{pair}: {either(nouns)} is not on record; {stands}."


def all_in_order(pair: str) -> str:
    """The heading above all that happened on a tie."""
    return f"{pair}, in order of time"


def in_that_time(pair: str, span: str) -> str:
    """The heading above what happened on a tie in a time."""
    return f"{pair}: what is on record {span}"


def told_later(span: str) -> str:
    """That of a time only something is on record that was told later."""
    return f"No act {span} is on record for it by its own date, but something done then was told later:"


def nothing_then(span: str, newest: PartialDate | None) -> str:
    """That nothing of a time is on record of a tie."""
    last = f"The newest act on record is of {when(newest)}." if newest else "No act on it is on record at all."
    return paragraph((f"No act {span} is on record for it.", last))


def no_answer_of(name: str) -> str:
    """That nothing which a Russian place said of a tie is on record."""
    return f"No word from {name} on this tie is on record."
