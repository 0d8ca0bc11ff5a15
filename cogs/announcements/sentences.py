"""What announcements, corrections, digests and watch messages say, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. A ``Line`` is a
sentence that begins in bold. ``marks`` are the numbers of sources, ``" [1][2]"`` or nothing; ``names`` are phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import assert_never

from cogs.wording.act_sentences import act_sentence, beside, evidence_told, row_sentence
from cogs.wording.blocks import Line
from cogs.wording.dates import day, hearing_when, when
from cogs.wording.english import full_stop, listed, paragraph, plural, series, small
from cogs.wording.sentences import hearing_details, how_long, who_and_when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import Evidence
from db.record.models import Act, PartialDate
from db.record.standings import STANDINGS, Standing
from db.store.delivery_models import DELIVERY_STATES, DeliveryState
from db.store.models import SubscriptionEnd

# Titles.

WITHDRAWN = "Withdrawn"
CORRECTED = "Corrected"
NOT_SENT = "What could not be sent here"
# The parts of a digest.
WHAT_CHANGED = "What changed"
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
    strong = f"{ACT_KINDS[act.kind].label} by {who_and_when(act)}"
    thin = evidence is Evidence.ONE_REPORT
    if act.vote and thin:
        told = Line(f", {act.vote}, on one report{marks}.", strong)
    elif act.vote:
        told = Line(f", {act.vote}{marks}.", strong)
    elif thin:
        told = Line(f", on one report{marks}.", strong)
    else:
        told = Line(f"{marks}.", strong)
    return told.followed_by("" if thin else evidence_told(evidence), *beside(act))


def not_new(act: Act, recorded: date) -> Line:
    """That an act is of long ago, and when it came on record."""
    later = how_long(act.date.last, recorded)
    return Line(f" it came on record here on {day(recorded)}, {later} after its date.", "This is not new:")


def summary(act: Act) -> str:
    """The record's own words on an act; who did it stands before them."""
    return full_stop(act.summary)


def hearing_told(act: Act, today: date) -> Line:
    """When and where a proposal is, or was, to be heard, and how to speak there."""
    assert act.hearing is not None
    if act.hearing_cancelled:
        return Line(f" the one set for {hearing_when(act)} is cancelled.", "Hearing:")
    if act.hearing >= today:
        return Line(f" it is set for {hearing_when(act)}.", "Hearing:").followed_by(*hearing_details(act))
    return Line(f" it was set for {hearing_when(act)}.", "Hearing:")


def hearing_on(act: Act) -> str:
    """The same where a correction says what is right."""
    if act.hearing_cancelled:
        return f"Hearing on {hearing_when(act)}: cancelled."
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


def replacement_withdrawn(why: str) -> Line:
    """That the correction was withdrawn in its turn."""
    return Line(f" {why}", "What replaced it was withdrawn.")


def replacement_wrong_too(why: str) -> Line:
    """That the correction was wrong in its turn."""
    return Line(f" {why}", "What replaced it was wrong too.")


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
    told = f"{names}: {row_sentence(act).removesuffix('.')}{marks}."
    return paragraph([told, hearing_on(act)]) if act.hearing else told


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


def totals(counts: Mapping[Standing, int], as_of: date) -> str:
    """How many ties had each standing on a day; those that none had are left out."""
    told = series(f"{count} {STANDINGS[standing].word}" for standing, count in counts.items() if count)
    return f"Of {plural(sum(counts.values()), 'tie')} on record on {day(as_of)}: {told}."


# Subscriptions and watches, in Discord's markdown: what is given to them must be safe to show.

HOLDS_FROM_NEXT_MESSAGE = "It applies from the next message on."
TO_TAKE_A_FILTER_AWAY = "To take a filter away, press Edit and write all in its place."
FIRST_MESSAGE_IS_THERE = "A first message has been sent. What was announced before today is not sent again."
EARLIER_SETTINGS_COUNT_NO_MORE = (
    "What it was set to hear before it was unfollowed no longer applies, only what is listed here."
)
NOTHING_SENT_YET = "No announcement was sent yet."
WATCHES = "You watch this tie"
WATCHES_ALREADY = "You already watch this tie"
DOES_NOT_WATCH = "You do not watch this tie"
STOPPED = (
    "Nothing new about it will be sent to you. One thing may still come: "
    "if something I told you about it turns out to be wrong, I will put it right."
)
ALL_STANDS_ALONE = "“all” stands alone: for all of them write nothing else."


def preference(label: str, value: str) -> str:
    """One thing that a channel gets."""
    return f"{label}: {value}"


def as_typed(label: str) -> str:
    """Above what somebody typed into a form that was not taken."""
    return f"{label}, as you typed them:"


def preference_changed(label: str, before: str, after: str) -> str:
    """The same where it was changed."""
    return f"{label}: from {before} to {after}"


NO_STANDING = (
    "Without any standing a channel would hear of no change at all. For hearings and votes with few changes, name the "
    "standing that you want to hear of most, such as ended."
)
WHAT_THE_CHANNEL_HEARS = "What the channel hears"
NOTHING_WAS_CHANGED_YET = "Nothing was changed yet"
OPEN_THE_FORM_AGAIN = "Open the form again"
BESIDES = "Besides"
TO_CHANGE_THE_PING = "To change whom it pings, use `/announcements edit` with `role:`."
HOW_TO_WRITE_ALL = "For all of them, write “all”."
HOW_TO_WRITE_STATES = (
    "Write names, state abbreviations or parts of the country with commas between them, "
    "such as: OR, WA, California, New England."
)


def how_to_write_standings(known: Iterable[Standing]) -> str:
    """What may be written for standings."""
    return f"Write one or more of: {series(STANDINGS[standing].word for standing in known)}."


def states_not_understood(pieces: Iterable[str]) -> str:
    """What of a list of states was not understood."""
    return f"Among the states, I do not understand {listed(f'“{piece}”' for piece in pieces)}."


def standings_not_understood(pieces: Iterable[str]) -> str:
    """The same of a list of standings."""
    return f"Among the standings, I do not understand {listed(f'“{piece}”' for piece in pieces)}."


def paused_where(channel: str, server: str) -> str:
    """The title of a notice that nothing arrives; ``server`` is its name, empty where it is not known."""
    if server:
        return f"Announcements for {channel} in **{server}** are paused"
    return f"Announcements for {channel} are paused"


def paused_why(reason: str, diagnose: str) -> str:
    """Why, and what to do; ``diagnose`` is the command."""
    return (
        f"Reason: {reason}.\n{diagnose} in that server says what to allow. They go on by themselves then, and nothing "
        "is lost: what is younger than 7 days is sent, what is older comes as one summary."
    )


ARRIVES_AGAIN = "That is settled: messages arrive again."


def still_paused(reason: str) -> str:
    """That nothing arrives yet."""
    return f"Still paused: {reason}."


def no_longer_followed(channel: str, why: SubscriptionEnd) -> str:
    """A channel of a list that is not followed any more."""
    match why:
        case SubscriptionEnd.UNFOLLOWED:
            return f"{channel}: no longer followed (unfollowed)."
        case SubscriptionEnd.DELETED:
            return f"{channel}: no longer followed (deleted)."
        case SubscriptionEnd.LEFT:
            return f"{channel}: no longer followed (left)."
        case _:
            assert_never(why)


def more_not_followed(number: int) -> str:
    """How many there are besides."""
    return f"And {number} more; `/announcements follow` lets each hear again."


def follow_again(number: int | None) -> str:
    """A button; ``number`` is the line that it belongs to, None where there is one only."""
    return f"Follow again {number}" if number else "Follow again"


HELD_SINCE_RESTORE = (
    "**Not yet.** Nothing is missing here, but the bot was restored from a backup and sends nothing anywhere until an "
    "editor says that it may go on. You need not do anything."
)


def will_not_arrive(missing: Iterable[str]) -> str:
    """The verdict where something that messages need is missing."""
    return (
        f"**Announcements do not arrive here.** What is missing: {listed(list(missing))}. Give it as the lines with ✘ "
        "say. What waits is then sent by itself."
    )


def go_on_now(reason: str) -> str:
    """The verdict where messages are paused and nothing is missing any more."""
    return (
        f"**Announcements will arrive here again.** They were paused ({reason}). Nothing is missing now, so what waits "
        "is sent within a few minutes. If nothing comes, send a test."
    )


def will_arrive(missing: Iterable[str], *, digest: bool) -> str:
    """The verdict where messages arrive; what is ``missing`` holds up none."""
    told = "**Announcements will arrive here.**"
    if digest:
        told = "**Announcements will arrive here**, as one digest a week."
    lacking = listed(list(missing))
    if lacking:
        return f"{told} What does not work: {lacking}. The lines with ✘ say what to do."
    return f"{told} Nothing is missing. Messages come when something changes; to see one now, send a test."


def requirement(label: str, remedy: str, *, met: bool) -> str:
    """One thing that a channel needs, and how to give it where it lacks."""
    if met:
        return f"✔ {label}: {remedy}" if remedy else f"✔ {label}"
    return f"✘ {label}: {remedy}" if remedy else f"✘ {label}"


def follows_from_now(*, digest_only: bool) -> str:
    """The first message in a channel that follows."""
    once = (
        "A digest comes once a week, with dates and sources."
        if digest_only
        else "Each change comes once, with dates and sources."
    )
    return f"{once} What turns out wrong is put right in the message that said it. Nothing old is sent."


def first_message_not_sent(reason: str) -> str:
    """That the first message waits."""
    return f"The first message could not be sent just now ({reason}). Announcements are tried until they arrive."


def paused(since: str, reason: str, waiting: int) -> str:
    """Why nothing arrives; ``since`` is a moment, empty where it is not known."""
    waits = f"{plural(waiting, 'message')} waiting; nothing is lost."
    return f"**Paused** since {since}: {reason}. {waits}" if since else f"**Paused**: {reason}. {waits}"


def last_arrived(moment: str) -> str:
    """When the last message arrived."""
    return f"Last message: arrived {moment}."


def last_did_not_arrive(state: DeliveryState, reason: str, next_try: str) -> str:
    """What became of the last message; ``next_try`` is a moment, or empty."""
    told = f"Last message: {DELIVERY_STATES[state].word}, {reason}."
    return f"{told} Next try: {next_try}." if next_try else told


def nothing_follows(follow: str) -> str:
    """Asked what the channels of a server hear; ``follow`` is the command."""
    return f"No channel of this server follows anything yet. {follow} lets one hear of changes."


def not_followed(channel: str, follow: str) -> str:
    """Asked to change what a channel hears that hears nothing; ``follow`` is the command."""
    return f"{channel} follows nothing, so nothing is announced there. {follow} lets it hear of changes."


def does_not_follow(channel: str, reason: str, diagnose: str) -> str:
    """That the first message did not arrive, so that nothing was saved; ``diagnose`` is the command."""
    return f"{channel} does not follow: {reason}. {diagnose} says more. Then try again."


def is_missing(channel: str, missing: Iterable[str]) -> str:
    """What a channel lacks, a line each, so that nothing was saved."""
    lines = "\n".join(missing)
    return f"Nothing was changed yet. In {channel} this is missing:\n{lines}\nThen try again."


def missing_requirement(label: str, remedy: str) -> str:
    """One thing that a channel lacks, and how to give it."""
    return f"✘ **{label}**: {remedy}"


def test_arrived(channel: str) -> str:
    """What came of a test."""
    return f"A test was sent to {channel}."


def test_did_not_arrive(channel: str, reason: str) -> str:
    """The same where it did not arrive."""
    return f"The test did not arrive in {channel}: {reason}."


ORGANIZERS_ONLY = "Only people with Manage Server can choose what is announced in this server."
FOLLOWED_NO_LONGER = "That is no longer followed. `/announcements list` shows what is."
OTHER_KIND_OF_CHANNEL = "Only text channels, announcement channels and threads can follow. Please choose one of those."
CHANNEL_ELSEWHERE = "That channel belongs to another server. Please choose one of this server."
CHANNEL_UNSEEN = "I cannot see that channel. If it was not deleted, allow me View Channel there, then try again."
NOT_SAVED = "The database cannot be written just now, so nothing was changed. Please try again in a minute."
ROLE_NOT_FOUND = (
    "The role to ping is not in this server any more. Give another with `role:` of `/announcements follow`, "
    "or press *Ping nobody* in the list if the channel is in it."
)
ROLE_IS_THERE = "The role to ping is there"
ROLE_WAS_DELETED = (
    "It was deleted, so nobody is pinged. Choose another with role: of `/announcements edit`, or press Ping nobody."
)
SOMEBODY_WAS_FASTER = (
    "Somebody changed this at the same moment, so nothing was changed now. `/announcements list` shows how it is."
)
OVERTAKEN = (
    "This was changed again since, so that button would undo something else. `/announcements list` shows how it is now."
)
AS_BEFORE = "As before."
AS_BEFORE_WITHOUT_ROLE = "As before, but the role to ping was deleted."
UNDO_BRINGS_IT_BACK = "Undo brings the change back."
CHECK_AGAIN = "Check again"
NO_SINGLE_TIE = "This message is about no single tie. `/status` shows how one stands."
NOT_ALL_OF_IT = "This is not all of it: see `/ties` and `/status`."
HOW_THEY_STAND_NOW = "How they stand now"
ON_ITS_WAY = "on its way"
CORRECTIONS_STILL_ARRIVE = "Corrections to what it was already told still arrive. Its settings are kept for 30 days."
HEARS_FROM_NOW = "This channel now hears when a sister-city tie with Russia changes"
TEST_MESSAGE = (
    "Announcements arrive here. This one pings nobody and tells nothing new; "
    "a real one names the tie, what was decided, by whom and when, with its sources."
)


def hears_no_more(channel: str) -> str:
    """That a channel is followed no longer."""
    return f"{channel} gets no more announcements."


def who_can_change_it(edit: str) -> str:
    """Below the first message in a channel; ``edit`` is the command."""
    return f"Anyone with Manage Server can change it with {edit}."


def too_many_tests(most: int, minutes: int) -> str:
    """That a channel has had as many tests as it takes in so many minutes."""
    return f"This channel has had {most} test messages within {minutes} minutes. Please wait before the next."


def test_sent_by(command: str) -> str:
    """Below a test."""
    return f"Sent by {command}."


# Watches.

WATCHES_NOTHING = "You watch no tie. Press Watch under a tie's card, such as the one that `/status` shows."
TIE_IS_GONE = "That tie is no longer on record."
DMS_HAVE_TO_BE_OPEN = (
    "A direct message comes when it changes. Discord must let me write to you: share a server with me that allows it."
)
DM_COMES_FOR_EACH = "A direct message comes when one of these changes."
DMS_WERE_CLOSED = (
    "Your direct messages were closed to me when I last wrote, so nothing comes at the moment. Open them (Privacy "
    "Settings of a server that we share), then press Watch on a tie again."
)


PRESS_TO_WATCH = (
    "Press the one that you want to watch. A direct message comes when it changes, and only you see that you watch it."
)


def watch_this(name: str) -> str:
    """The button that watches a tie, or a state."""
    return f"Watch {name}"


def watches_too_many(most: int) -> str:
    """That no more can be watched."""
    return f"You watch {most} ties, which is the limit. `/watch list` stops some of them."


def watched_with_reminders(told: str) -> str:
    """A tie of the list whose hearings the person is reminded of."""
    return f"{told}, with reminders of hearings"


ALL_OF_STATE = (
    "A direct message comes when any tie of the state changes, also one that comes on record later. "
    "Your direct messages have to be open for that. `/watch list` shows all that you watch."
)


def one_state_please(typed: str) -> str:
    """What was given as a state is none, or several."""
    return f"{typed} is not one state that I know. Write its name or its two letters, such as OR."


def all_of_state(name: str) -> str:
    """All ties of a state, as one thing that is watched."""
    return f"{name}: every tie of the state"


def watches_state(name: str, *, on: bool, known: bool) -> str:
    """Whether a person watches a state."""
    if not on:
        return f"You do not watch all of {name}"
    return f"You already watch all of {name}" if known else f"You watch all of {name}"


def stopped_with_state(name: str) -> str:
    """That the watch on a whole state is over, by which a tie was watched."""
    return f"You watched this tie with all of {name}. That watch is over; `/watch state` brings it back."


def you_watch(number: int) -> str:
    """The title of the list of what a person watches."""
    return f"You watch {plural(number, 'tie')}"
