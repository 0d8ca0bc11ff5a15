"""What editors are told of a draft and of the tie that is meant, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. Mentions, and what
others wrote, must be safe to show where a sentence goes into a message as it is. An ``act`` is a phrase: ``act_named``
or a line in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cogs.wording.age_sentences import how_long_by_weeks
from cogs.wording.dates import when
from cogs.wording.english import either_apart, full_stop, listed, plural, series_apart
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.models import Act, DateBasis, PartialDate
from db.record.standings import STANDINGS, Standing
from db.store.draft_models import DraftTask
from db.store.subscription_models import Audience

# Phrases.


def act_named(act: Act) -> str:
    """An act inside a sentence: ``“Kept” of 4 April 2022 by “Juneau Assembly”``. An actor's name may hold a comma."""
    return f"“{ACT_KINDS[act.kind].label}” of {when(act.date)} by “{act.actor}”"


def standing_by(standing: Standing, acts: Sequence[Act]) -> str:
    """A standing and the acts behind it, at most two: ``Suspended, not ended (Chicago City Council, 1 March 2022)``."""
    label = STANDINGS[standing].label
    if not acts:
        return label
    one, *others = [f"{act.actor}, {when(act.date)}" for act in acts]
    return f"{label} ({one}, against {others[0]})" if others else f"{label} ({one})"


def audience(reach: Audience) -> str:
    """``3 channels and 2 people who watch the tie``, leaving out what is none."""
    return _counted(reach, plural(reach.watchers, "person who watches the tie", "people who watch the tie"))


def people_told(reach: Audience) -> str:
    """``3 channels and 2 people who were told``, leaving out what is none."""
    return _counted(reach, plural(reach.watchers, "person who was told", "people who were told"))


def _counted(reach: Audience, people: str) -> str:
    counts = ((reach.channels, plural(reach.channels, "channel")), (reach.watchers, people))
    counted = [text for count, text in counts if count]
    return listed(counted) or "nobody yet"


def date_as_read(value: PartialDate, order: str) -> str:
    """A date, and the order in which its figures were read where that could be taken otherwise."""
    return f"{when(value)} (read {order})" if order else when(value)


# The card of a draft.

NOTHING_CHANGED = "Something has to differ from the act on record: its date or kind, its words, or its sources."


def date_said(words: str) -> str:
    """What was said of a date that cannot be read, with the day of it; empty where nothing was."""
    return f"Said of the date: {words}" if words else ""


TITLES: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "Recording an act",
    DraftTask.CORRECT: "Correcting an act",
    DraftTask.RETRACT: "Withdrawing an act",
}
ZONE_MISSING = "A time needs its time zone, as the state has several. Choose one under The hearing."


def hearing_of(cancelled: bool, dated: str) -> str:
    """When a hearing is, on an editor's card."""
    return f"Hearing: {dated}, canceled" if cancelled else f"Hearing: {dated}"


def agenda(address: str) -> str:
    """Where the agenda of a hearing is."""
    return f"Agenda: <{address}>"


QUESTIONS: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "Record this act?",
    DraftTask.CORRECT: "Record this correction?",
    DraftTask.RETRACT: "Withdraw this act?",
}
QUESTIONS_TO_SECOND: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "A second editor is asked: record this act?",
    DraftTask.CORRECT: "A second editor is asked: record this correction?",
    DraftTask.RETRACT: "A second editor is asked: withdraw this act?",
}
DONE: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "Recorded",
    DraftTask.CORRECT: "Corrected",
    DraftTask.RETRACT: "Withdrawn",
}
KEPT_AS_TYPED = "Everything you typed is kept. You can go on later with `/queue`."
NOT_ANNOUNCED = "It was not announced."
ANNOUNCE_AND_NEXT = "Announce it, then the next"
QUIETLY_AND_NEXT = "Quietly, then the next"
UNDO = "Undo"
UNDO_GONE = (
    "This was withdrawn or corrected already, so there is nothing to undo here. "
    "To change what is on record now, use `/record correct`."
)
# What is asked before something is taken back, and what becomes of the answer.
WHY_UNDONE: Mapping[DraftTask, tuple[str, str]] = {
    DraftTask.RECORD: (
        "Why it should not be on record",
        "It is shown with the retraction. To mend one detail, use /record correct instead",
    ),
    DraftTask.CORRECT: (
        "What is wrong with the correction",
        "It is shown with the correction that puts back what stood before",
    ),
    DraftTask.RETRACT: (
        "What is wrong with the withdrawal",
        "It is shown with the entry that puts back what was withdrawn",
    ),
}
NOTHING_LEFT_TO_ANNOUNCE = "It was announced, corrected or withdrawn meanwhile, so nothing was announced now."
WITH_A_SOURCE = "With a source for what is right, use `/record correct`."
OTHER_WAYS = (
    "You may also add a better source, or press *Record as a statement only*: the standing then stays as it is."
)
OTHER_WAYS_OR_DISPUTE = (
    "You may also add a better source, press *Record as a statement only* (the standing then stays as it is), "
    "or record it as disputing what stands now."
)
NO_KIND = "No kind yet"
NO_DATE = "no date yet"


def entered_by(editor: str) -> str:
    """Who entered a draft that waits for a second editor."""
    return f"Entered by {editor}; any other editor may confirm it."


def confirmed_by(editor: str, second: str) -> str:
    """Who entered and who confirmed it."""
    return f"Entered by {editor}, confirmed by {second}"


def why_told(task: DraftTask, why: str) -> str:
    """Why an act is corrected or withdrawn."""
    return f"What was wrong: {why}" if task is DraftTask.CORRECT else f"Why: {why}"


def standing_moves_in_short(before: Standing, after: Standing) -> str:
    """How a standing moved, in an option of a select: ``active → suspended``."""
    return f"{STANDINGS[before].word} → {STANDINGS[after].word}"


def standing_stays(standing: str) -> str:
    """That the standing does not move."""
    return f"The standing stays: {standing}"


def standing_moves(before: str, after: str) -> str:
    """The standing before and after, a line each."""
    return f"Before: {before}\n**After: {after}**"


def sent_back(editor: str, why: str) -> str:
    """What the second editor wrote who sent a draft back."""
    return f"**Sent back by {editor}:** {why}"


def replaces(act: str, summary: str) -> str:
    """Which act it replaces."""
    return f"It replaces: {act}: {summary}"


DATE_BASES: Mapping[DateBasis, str] = {
    DateBasis.REPORTED: "A page gives it",
    DateBasis.INFERRED: "Worked out from other pages, or the day of the report",
    DateBasis.MEETING: "The day of a meeting whose outcome was not seen",
}


def told_in(said: str) -> str:
    """The words in which readers are told of an act."""
    return f"Readers are told: “{said}”"


def own_sentence_stays(said: str) -> str:
    """That a correction is told in the sentence that the act had of its own."""
    return f"It is told in the words of the act that it replaces, which may need changing too: “{said}”"


def own_sentence_goes(said: str) -> str:
    """That the sentence which the act had of its own is not the correction's."""
    return f"The sentence that it had of its own is left out: “{said}”"


def said_of_another(said: str) -> str:
    """That a correction may not be told in the words of the act that it corrects."""
    return (
        f"Its own sentence is still that of the act which this corrects: “{said}” Rewrite it, or empty it to "
        "use the usual sentence."
    )


_WORDINGS = {"said": "The sentence of its own", "date_note": "The note on the date"}
DATE_NOTE_OF_ANOTHER = (
    "The note on the date is still that of the act which this corrects, but the date has changed. Rewrite it, or empty "
    "it and take the date as reported."
)


def wording_fault(field: str, told: str) -> str:
    """What is wrong with a text; ``told`` goes on from it, as the dataset's check has it."""
    return full_stop(f"{_WORDINGS[field]} {told}")


PAGES_ALL_KNOWN = "The record already says what its pages are. Only a new page can be described here."
_OF_PAGES = {"grade": "The grade", "country": "The country of the page", "citable_in_letter": "What a letter may cite"}


def page_fault(field: str, told: str) -> str:
    """What is wrong with what is said of a page; ``told`` is the dataset's check's."""
    return full_stop(f"{_OF_PAGES[field]}: {told}")


def may_be_a_copy(one: int, other: int) -> str:
    """Asks whether two sources are one, which the same title or nearly the same publisher lets suppose."""
    return (
        f"[{one}] and [{other}] have the same title, or nearly the same publisher. Is it one text, or one outlet? "
        f"Say so of [{other}] under “Kind of page”; if neither, send that form as it is."
    )


def page_known(title: str) -> str:
    """That the record has a page that was typed."""
    return f"The record has this page already: {title}. What was typed about it is not used."


def told_as_another(kind: ActKind, told: ActKind) -> str:
    """That the summary speaks of another kind of act than the chosen one."""
    chosen, other = ACT_KINDS[kind].label, ACT_KINDS[told].label
    return f"the kind is “{chosen}”, and the summary speaks of it as “{other}”. Is the kind right?"


def said_as_another(kind: ActKind, told: ActKind) -> str:
    """That an act's own sentence speaks of another kind of act than the chosen one."""
    chosen, other = ACT_KINDS[kind].label, ACT_KINDS[told].label
    return f"the kind is “{chosen}”, and the words in which it is told speak of it as “{other}”. Is the kind right?"


def please_note(text: str) -> str:
    """What an editor should know before recording."""
    return f"**Please note:** {text}"


def no_news(act: Act, today: date) -> str:
    """That an act is old, and what an announcement says of that."""
    return (
        f"it is {how_long_by_weeks(act.date.last, today)} old, so it is not news. "
        "An announcement of it is headed “Newly on record” and says how old it is."
    )


def may_be_no_news(act: Act, today: date) -> str:
    """That an act whose day is not known may be old, though it is announced as news."""
    return (
        f"its day is not known. By the first day that it may be of it is {how_long_by_weeks(act.date.first, today)} "
        "old; it is announced as news because its last possible day is recent. Give the day if a page has it."
    )


def place_in_order(before: str | None, *, here: bool) -> str:
    """A place that an act may have: behind which other; ``here`` if it is there now."""
    label = f"After {before}" if before else "First of all"
    return f"{label} (here now)" if here else label


# Which tie is meant.


def did_you_mean(names: Sequence[str]) -> str:
    """Names that are like one that fits nothing."""
    return f"Did you mean {either_apart(names)}?"


CHOOSE_AS_YOU_TYPE = "Choose one from the list that appears as you type."


def several_places(names: Iterable[str]) -> str:
    """That several places are meant."""
    return f"Several places fit: {series_apart(names)}. Please choose one from the list that appears as you type."


def no_tie_fits(typed: str) -> str:
    """That no tie is called so."""
    return f"No tie on record fits “{typed}”."


def which_tie(names: Iterable[str]) -> str:
    """That several ties fit what was typed, and which."""
    listed = "\n".join(f"- {name}" for name in names)
    return f"Which tie? These fit:\n{listed}\n{CHOOSE_AS_YOU_TYPE}"


def nothing_to_correct(name: str) -> str:
    """That a tie has no act to correct or withdraw."""
    return f"{name} has no act on record that could be corrected or withdrawn."


def set_up(role: str, channel: str, *, ping: bool, drafts: int, changes: int) -> str:
    """What was set up, and what waits in the review channel."""
    told = [f"Editors are the people with {role}. They are asked in {channel}."]
    if ping:
        told.append("When a second editor is asked or new work waits, the role is pinged there, at most once an hour.")
    if drafts:
        told.append(f"Drafts that wait there for a second editor: {drafts}.")
    if changes:
        told.append(f"Changes by the dataset that wait there: {changes}.")
    return "\n".join(told)
