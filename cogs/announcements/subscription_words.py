"""What is said of channels that follow, in Discord's markdown, a function a sentence. Pure.

What is given to them must be safe to show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from cogs.wording.english import listed, plural, series
from db.record.standings import STANDINGS, Standing
from db.store.delivery_models import DELIVERY_STATES, DeliveryState
from db.store.subscription_models import SubscriptionEnd

HOLDS_FROM_NEXT_MESSAGE = "It applies from the next message on."
TO_TAKE_A_FILTER_AWAY = "To take a filter away, press Edit and write all in its place."
FIRST_MESSAGE_IS_THERE = "A first message has been sent. What was announced before today is not sent again."
EARLIER_SETTINGS_COUNT_NO_MORE = (
    "What it was set to hear before it was unfollowed no longer applies, only what is listed here."
)
NOTHING_SENT_YET = "No announcement has been sent yet."
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
        f"**Announcements do not arrive here.** What is missing: {listed(list(missing))}. Allow it as the lines with ✘ "
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


OF_A_SAMPLE = "This is a sample, made of older changes on record. None of it is new."
NOTHING_FOR_A_SAMPLE = (
    "Nothing on record so far would have been told to this channel. A week without news is passed over."
)


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
CHANNEL_UNSEEN = "I cannot see that channel. If it was not deleted, give me View Channel there, then try again."
NOT_SAVED = "The database cannot be written just now, so nothing was changed. Please try again in a minute."
ROLE_NOT_FOUND = (
    "The role to ping is no longer in this server. Give another with `role:` in `/announcements follow`, "
    "or press *Ping nobody* in the list if the channel is in it."
)
ROLE_IS_THERE = "The role to ping is there"
ROLE_WAS_DELETED = (
    "It was deleted, so nobody is pinged. Choose another with `role:` in `/announcements edit`, or press Ping nobody."
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
