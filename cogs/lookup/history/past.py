"""How named ties stood on a past day, and what is said of their days beside it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.history.stories import asks_what_happened, tells_a_story
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.times.spans import Period
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import Authority
from db.record.derivation import INVASION, Status, acts_in_force, derive_from
from db.record.mentions import Mention
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS

_WAS_SO = said_in_all("past", "was_so")
_IN_A_STATE = said_for("questions", "past", "in_a_state")
VOTED = said_for("questions", "past", "voted")
_NOW = said_in_all("past", "now")
_THEN_AND_NOW = said_in_all("past", "then_and_now")
_ANSWERED = said_in_all("past", "answered")
_HOW_LONG_AFTER = said_in_all("past", "how_long_after")


def stood_then(tie: Tie, question: Question, today: date) -> str:
    """How a tie stood on the past day, month or year that a question names, by what is on record; empty where it does
    not ask that.
    """
    days = _days_meant(question, today)
    if days is None:
        return ""
    first, last = days
    then = status_on(tie, last)
    if then is None:
        return told.not_sure_on(last)
    before = status_on(tie, first - timedelta(days=1)) if first < last else then
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
    if _NOW.search(question.joined) and not _THEN_AND_NOW.search(question.joined):
        # The time is of what the asker remembers: "we hosted them in the 90s. Is it over now?"
        return None
    return period.since or period.until, period.until


def _asks_how_it_stood(question: Question, period: Period) -> bool:
    """Whether the words ask for a state and not for an act: "was it suspended in March" may ask for either."""
    decision = any(STANDINGS[standing].decision for standing in question.standings)
    if decision and not (period.since == period.until or period.since is None or question.narrowing.as_of):
        return False
    if decision and (Intent.CLAIM in question.intents or _says_it_was_done(question)):
        # "It cut ties back in February, correct?" says when it did, and asks for no standing of that time.
        return False
    on_a_day = period.since == period.until and _IN_A_STATE.search(question.joined) is not None
    was_so, voted = _WAS_SO.search(question.joined), VOTED.search(question.joined)
    # "Edmond voted in 2022, right? What was the result" says when it voted.
    of_a_vote = was_so and voted and voted.start() < was_so.start()
    return question.narrowing.as_of or on_a_day or (was_so is not None and not of_a_vote)


def _says_it_was_done(question: Question) -> bool:
    """Whether a text asks nothing and names somebody: "it got axed by the governor on March 10"."""
    return "?" not in question.text and any(speaker.is_person for speaker in question.speakers)


def status_on(tie: Tie, day: date) -> Status | None:
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


def so_long_after(tie: Tie, question: Question) -> tuple[str, ...]:
    """How many days after the invasion a tie was decided on, where that is asked."""
    if not _HOW_LONG_AFTER.search(question.joined) or asks_how_long(question):
        return ()
    since = (act.date for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides and act.date.first >= INVASION)
    first = min(since, key=lambda value: value.first, default=None)
    if first is None:
        return (told.NOT_DECIDED_SINCE,)
    return (told.days_after_invasion(first, (first.first - INVASION).days),)


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
    return tells_a_story(question) or (question.period is not None and asked)
