"""What announcements, corrections, digests and watch messages say, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. A ``Line`` is a
sentence that begins in bold. ``marks`` are the numbers of sources, ``" [1][2]"`` or nothing; ``names`` are phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from cogs.wording.act_phrases import done
from cogs.wording.act_sentences import act_sentence, beside, evidence_told, row_in_full
from cogs.wording.age_sentences import how_long_by_weeks
from cogs.wording.blocks import Line
from cogs.wording.dates import day, hearing_when, when
from cogs.wording.english import full_stop, paragraph, plural, series, small
from cogs.wording.hearing_sentences import hearing_details
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import Evidence
from db.record.models import Act, PartialDate
from db.record.standings import STANDINGS, Standing

# Titles.

WITHDRAWN = "Withdrawn"
CORRECTED = "Corrected"
NOT_SENT = "What could not be sent here"
# The parts of a digest.
WHAT_CHANGED = "What changed"
DECIDED_OR_SAID = "What else was decided or said"
NEWLY_ON_RECORD = "Newly on record: acts of an earlier time"
OLD_NEWS = "No newer word for 18 months"
ALL_TOGETHER = "All together"


def changed_to(label: str) -> str:
    """The title of a change of standing; ``label`` says how the tie stands, as its card has it."""
    return f"Changed: {small(label)}"


def newly_on_record(label: str) -> str:
    """The title of a change of standing by an act of long ago."""
    return f"Newly on record: {small(label)}"


def decision_newly_on_record(kind: ActKind) -> str:
    """The title of an act of long ago by which no standing changed."""
    return f"Newly on record: {ACT_KINDS[kind].late_headline}"


WORD_FOR_KEEPING = "A word for keeping the tie"
WORD_NEWLY_ON_RECORD = "Newly on record: a word for keeping the tie"


def word_without_effect(standing: Standing) -> str:
    """The title of a word that a tie stays which lifts no decision."""
    return f"A word for keeping the tie, which is on record as {STANDINGS[standing].word}"


def week_to(last: date) -> str:
    """The title of a digest."""
    return f"The week to {day(last)}"


# What is told of an act.


def act_told(act: Act, marks: str, evidence: Evidence) -> Line:
    """An act in its own words, or what was done, by whom, when and by what vote; and what stands beside that."""
    if act.said is not None:
        return Line(paragraph([act_sentence(act, marks, evidence), *beside(act)]))
    thin = evidence is Evidence.ONE_REPORT
    told = Line(f", on one report{marks}.", done(act)) if thin else Line(f"{marks}.", done(act))
    return told.followed_by("" if thin else evidence_told(evidence), *beside(act))


def not_new(act: Act, recorded: date) -> Line:
    """That an act is of long ago, and when it came on record."""
    later = how_long_by_weeks(act.date.last, recorded)
    return Line(f" it came on record here on {day(recorded)}, {later} after its date.", "This is not new:")


def hearing_told(act: Act, today: date) -> Line:
    """When and where a proposal is, or was, to be heard, and how to speak there."""
    assert act.hearing is not None
    if act.hearing_cancelled:
        return Line(f" the one set for {hearing_when(act)} is canceled.", "Hearing:")
    if act.hearing >= today:
        return Line(f" it is set for {hearing_when(act)}.", "Hearing:").followed_by(*hearing_details(act))
    return Line(f" it was set for {hearing_when(act)}.", "Hearing:")


def hearing_on(act: Act) -> str:
    """The same where a correction says what is right."""
    if act.hearing_cancelled:
        return f"Hearing on {hearing_when(act)}: canceled."
    return paragraph([f"Hearing on {hearing_when(act)}.", *hearing_details(act)])


def contradicts(known: Act, recorded: date, marks: str) -> Line:
    """The word on record that an act disputes."""
    word = act_sentence(known, marks)
    return Line(
        f" {word} Which of the two is right was not settled that day.",
        f"It contradicts what was on record on {day(recorded)}:",
    )


def withdrawn_before(why: str) -> Line:
    """That an entry like this was withdrawn before."""
    return Line(f" {reason_given_then(why)}", "An earlier entry of this act had been withdrawn.")


def replaces_withdrawn_entry(why: str, besides: str) -> Line:
    """That it takes the place of an entry that was withdrawn; ``besides`` is a sentence, or empty."""
    told = paragraph([what_was_wrong(why), besides])
    return Line(f" {told}", "It replaces an earlier entry of the record, which was withdrawn.")


def replaces_unannounced_entry(why: str, besides: str) -> Line:
    """That it takes the place of an entry that nobody was told of."""
    told = paragraph([what_was_wrong(why), besides])
    return Line(f" {told}", "It replaces an earlier entry of the record, which was not announced.")


def corrects_announced_entry(why: str) -> Line:
    """That it takes the place of an entry that others were told of; ``why`` is empty where it is not known."""
    return Line(
        f" {what_was_wrong(why)}" if why else "", "It corrects an entry of the record that others were told of."
    )


def what_was_wrong(why: str) -> str:
    """What was wrong with an entry."""
    return full_stop(f"What was wrong: {why}")


def had_gone(before: Standing, after: Standing) -> str:
    """What an entry that was wrong had made of the standing."""
    return f"With that entry the record had gone from {STANDINGS[before].sign} to {STANDINGS[after].sign}."


def follows_from(act: Act, marks: str) -> Line:
    """The act from which a new standing follows, where it is not the one that was recorded."""
    return Line(f" {act_sentence(act, marks)}", _FOLLOWS)


_FOLLOWS = "How the tie stands now follows from another act:"
FOLLOWS_FROM_NONE = Line("", "No act on record decides any longer how the tie stands.")


def stood_before(standing: Standing) -> str:
    """How the tie stood before."""
    return f"On record before this: {STANDINGS[standing].sign}."


def stood_unchanged(sign: str, recorded: date) -> str:
    """How it stood then, where that stays."""
    return f"On record on {day(recorded)}, not changed by this: {sign}."


def vote_lifts_no(decision: str) -> str:
    """That a suspension or an ending stays."""
    return f"A vote to keep a tie does not undo its {decision}; only a decision to resume it does."


def word_lifts_no(decision: str) -> str:
    """The same of a word without a vote."""
    return f"A word that a tie stays does not undo its {decision}; only a decision to resume it does."


def stands_now(sign: str, today: date) -> Line:
    """How the record has it on a day: what an act of another message says is mended there, and this stays true."""
    return Line(f" {sign}.", _on_record_on(today))


def stands_now_by(said: Line, today: date) -> Line:
    """The same in the whole paragraph that says how a tie stands."""
    return Line(f" {said.strong}{said.text}", _on_record_on(today))


def _on_record_on(today: date) -> str:
    return f"On record on {day(today)}:"


# What went wrong.


class WrongMessage(Enum):
    """Which message said what was wrong."""

    THIS = "this"
    ABOVE = "above"
    CORRECTION = "correction"


_TOLD_WRONGLY = {
    WrongMessage.THIS: "This message got this act wrong.",
    WrongMessage.ABOVE: "The message above got this act wrong.",
    WrongMessage.CORRECTION: "The last correction got this act wrong.",
}


def told_wrongly(message: WrongMessage) -> str:
    """That a message was wrong, where its old words are no longer known."""
    return _TOLD_WRONGLY[message]


def said_wrongly(message: WrongMessage, said: str) -> str:
    """What a message said wrongly."""
    match message:
        case WrongMessage.THIS:
            return f"This message said: “{said}” That was wrong."
        case WrongMessage.ABOVE:
            return f"The message above said: “{said}” That was wrong."
        case WrongMessage.CORRECTION:
            return f"The last correction said: “{said}” That was wrong."


def record_said_wrongly(said: str) -> str:
    """What the record had, and nobody was told of."""
    return f"The record said: “{said}” That was wrong."


def withdrawn_on(day_of_it: date, *told: str) -> Line:
    """When it was withdrawn, and what is told of that."""
    return Line(f" {paragraph(told)}", f"Withdrawn on {day(day_of_it)}.")


def corrected_on(day_of_it: date, *told: str) -> Line:
    """When it was corrected, and what is told of that."""
    return Line(f" {paragraph(told)}", f"Corrected on {day(day_of_it)}.")


WITHDRAWN_WRONGLY = "What this message said had been withdrawn, and should not have been."
_WITHDREW_WRONGLY = {
    WrongMessage.THIS: "What this message withdrew should have stayed.",
    WrongMessage.ABOVE: "What the message above withdrew should have stayed.",
    WrongMessage.CORRECTION: "What the last correction withdrew should have stayed.",
}


def withdrew_wrongly(message: WrongMessage) -> str:
    """That what a message told to be withdrawn was right."""
    return _WITHDREW_WRONGLY[message]


def put_back_on(day_of_it: date, *told: str) -> Line:
    """When what had been withdrawn was recorded again, and what is told of that."""
    return Line(f" {paragraph(told)}", f"Put back on {day(day_of_it)}.")


def replacement_withdrawn(why: str) -> Line:
    """That the correction was withdrawn in its turn."""
    return Line(f" {why}", "What replaced it was withdrawn.")


def replacement_wrong_too(why: str) -> Line:
    """That the correction was wrong in its turn."""
    return Line(f" {why}", "What replaced it was wrong too.")


def replacement_put_back(why: str) -> Line:
    """That the correction was withdrawn in its turn, and that this was wrong."""
    return Line(f" {why}", "What replaced it had been withdrawn, and should not have been.")


REPLACEMENT_PUT_RIGHT = Line("", "The entry that replaced it has been put right since.")


def record_now_says(*told: str) -> Line:
    """What is right."""
    return Line(f" {paragraph(told)}", "The record now says:")


def reason(why: str) -> str:
    """Why something was corrected or withdrawn."""
    return full_stop(f"Reason: {why}")


def reason_given_then(why: str) -> str:
    """The same of a correction that was itself put right: it may be wrong by now."""
    return full_stop(f"Reason given then: {why}")


# Small print.

PUT_RIGHT_ON_THE_WAY = "An error in this news was put right before it was sent here."


def sent_late(recorded: date) -> str:
    """How old the news is."""
    return f"Sent late: recorded on {day(recorded)}."


def not_sent_in_time(number: int, first: date, last: date) -> str:
    """How many messages a summary stands for, and how old they are."""
    told = f"{plural(number, 'message')} could not be sent here in time."
    if first == last:
        return f"{told} Recorded on {day(first)}."
    return f"{told} Recorded from {day(first)} to {day(last)}."


# Rows of a digest or summary.


def row_without_act(names: str, standing: Standing) -> str:
    """News whose act is no longer on record."""
    return f"{names}: {STANDINGS[standing].label}."


def row_of_news(names: str, act: Act, marks: str) -> str:
    """News in a row, by the act in short; ``names`` may begin with a shape."""
    return paragraph([f"{names}: {row_in_full(act, marks)}", hearing_on(act) if act.hearing else ""])


def row_of_withdrawal(names: str, said: str) -> str:
    """That something was withdrawn from the record."""
    return f"{names}, withdrawn from the record: “{said}”"


def row_of_withdrawal_and_standing(names: str, said: str, standing: Standing) -> str:
    """The same with how the tie stands by that."""
    return f"{STANDINGS[standing].sign}: {names}, withdrawn from the record: “{said}”"


CONTRADICTS_RECORD = "It contradicts what was on record."
SAYS_OTHERWISE = "The record now says otherwise."
WAS_WRONG = "This was wrong."


def put_right_on(day_of_it: date) -> str:
    """That a row was corrected in its place."""
    return f"This was put right on {day(day_of_it)}."


def row_withdrawn_on(day_of_it: date) -> str:
    """That what a row says was withdrawn."""
    return f"This was withdrawn on {day(day_of_it)}."


def row_put_back_on(day_of_it: date) -> str:
    """That what a row says was withdrawn, and stands again."""
    return f"This had been withdrawn, and was put back on {day(day_of_it)}."


def withdrawal_taken_back_on(day_of_it: date) -> str:
    """That the withdrawal of which a row tells was wrong."""
    return f"This withdrawal was wrong, and was taken back on {day(day_of_it)}."


def replacement_withdrawn_on(day_of_it: date) -> str:
    """That what replaced it was withdrawn."""
    return f"What replaced it was withdrawn on {day(day_of_it)}."


def row_corrected_on(day_of_it: date) -> str:
    """That what a row says was corrected."""
    return f"This was wrong, and was corrected on {day(day_of_it)}."


def row_now_says(told: str) -> str:
    """What is right."""
    return f"The record now says: {told}"


def changed_since(names: str, as_of: date) -> str:
    """A tie that was told of as stale, and is not any more."""
    return f"{names}: this was so on {day(as_of)}; the record has changed since."


def newest_word_of(names: str, value: PartialDate) -> str:
    """A tie whose word has become stale."""
    return f"{names}: the newest word is from {when(value)}."


def sample_of_week(last: date) -> str:
    """The title of a sample of a digest."""
    return f"A sample: the week to {day(last)}"


def totals(counts: Mapping[Standing, int], as_of: date) -> str:
    """How many ties had each standing on a day; those that none had are left out."""
    told = series(f"{count} {STANDINGS[standing].word}" for standing, count in counts.items() if count)
    return f"Of {plural(sum(counts.values()), 'tie')} on record on {day(as_of)}: {told}."
