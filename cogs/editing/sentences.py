"""What editors are told, a function a sentence. Pure.

Each gives whole sentences, their alternatives written out; what is said when is decided elsewhere. Mentions, and what
others wrote, must be safe to show where a sentence goes into a message as it is. An ``act`` is a phrase: ``act_named``
or a line in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from cogs.wording.dates import day, when
from cogs.wording.english import clip, either_apart, full_stop, listed, paragraph, plural, series, series_apart
from cogs.wording.sentences import how_long
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import INVASION
from db.record.grades import Grade
from db.record.milestones import Reading
from db.record.models import Act, DateBasis, PartialDate
from db.record.standings import STANDINGS, Standing
from db.store.models import AdditionKind, Audience, AuditAction, ChangeKind, ChangeState, DraftTask, SendCounts

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


def told(reach: Audience) -> str:
    """``3 channels and 2 people who were told``, leaving out what is none."""
    return _counted(reach, plural(reach.watchers, "person who was told", "people who were told"))


def _counted(reach: Audience, people: str) -> str:
    counts = ((reach.channels, plural(reach.channels, "channel")), (reach.watchers, people))
    counted = [text for count, text in counts if count]
    return listed(counted) or "nobody yet"


def date_as_read(value: PartialDate, *, month_first: bool) -> str:
    """A date, and how it was read where that could be taken otherwise."""
    return f"{when(value)} (read month first)" if month_first else when(value)


# What recording an act would do.

CORRECTED_TOO = (
    "This act was itself a correction. The act it had corrected stays out too: record again what is right with "
    "/record act, or use /record correct in place of this."
)
DISPUTE_SAYS_NOTHING = (
    "What it disputes does not decide the standing at its place in the order, so this says nothing of it."
)
CARRIES_A_CHANGE = "That carries a change of standing."
LESS_THAN_NEEDED = "That is less than grade A, or B, or two independent C."
COMES_FIRST = "In the order of acts it comes first."
IS_THE_LAST = "It is the last so far."
OTHER_PLACES_TOO = "Its date allows other places too."


class SecondReason(Enum):
    """Why a second editor has to confirm."""

    NO_SOURCE = "no source"
    THIN = "thin evidence"
    LEFT_THIN = "left on thin evidence"


def second_editor_needed(reason: SecondReason) -> str:
    """Why, before one is asked."""
    match reason:
        case SecondReason.NO_SOURCE:
            return "It moves the standing and brings no source of its own, so a second editor has to confirm it."
        case SecondReason.THIN:
            return "Its evidence is thin, so a second editor has to confirm it."
        case SecondReason.LEFT_THIN:
            return "It leaves the standing on thin evidence, so a second editor has to confirm it."


def other_editor_needed(reason: SecondReason | None, editor: str) -> str:
    """The same where one is asked: it must be another than who entered it."""
    match reason:
        case SecondReason.NO_SOURCE:
            return (
                "It moves the standing and brings no source of its own, "
                f"so an editor other than {editor} has to confirm it."
            )
        case SecondReason.THIN:
            return f"Its evidence is thin, so an editor other than {editor} has to confirm it."
        case SecondReason.LEFT_THIN:
            return f"It leaves the standing on thin evidence, so an editor other than {editor} has to confirm it."
        case None:
            return f"An editor other than {editor} has to confirm it."


def evidence(grades: Iterable[Grade]) -> str:
    """The grades of an act's sources."""
    return f"Evidence: {series(grades)}."


def source_label(number: int | None) -> str:
    """What a source is called before its title, by its number where there are several."""
    return "Source" if number is None else f"Source \\[{number}]"


def one_report(numbers: Iterable[int], publishers: Sequence[str], texts: Sequence[str]) -> str:
    """That several sources count as one, and why. ``publishers`` are theirs and ``texts`` whose text they carry, each
    once.
    """
    marks = series(f"[{number}]" for number in numbers)
    if len(texts) == 1:
        return f"{marks}: one report, all with the text of {texts[0]}."
    if len(publishers) == 1:
        return f"{marks}: one report, all from {publishers[0]}."
    return f"{marks}: one report, of one outlet under several names."


def one_page(first: int, again: int) -> str:
    """That a source is entered twice."""
    return f"Sources {first} and {again} that you entered are one page, so they are one source."


def page_taken_as(number: int, kind: str | None, country: str | None, marks: Sequence[str]) -> str:
    """What a new page is taken to be; ``kind`` has its article, and is None where it was not said."""
    if kind is None and not country and not marks:
        return f"No kind was given for page [{number}]."
    named = kind or "a page"
    told = series([f"{named} ({country})" if country else named, *marks])
    return f"[{number}] is taken as {told}."


STATE_MEDIA = "state media"
CITABLE = "to be cited in letters"


def carries_text_of(name: str) -> str:
    """Whose text a page carries."""
    return f"with the text of {name}"


def comes_after(act: str) -> str:
    """Its place in the order: the last."""
    return f"In the order of acts it comes after {act}."


def comes_before(act: str) -> str:
    """Its place in the order: the first of several."""
    return f"In the order of acts it comes before {act}."


def comes_between(one: str, other: str) -> str:
    """Its place in the order: between two others."""
    return f"In the order of acts it comes after {one} and before {other}."


def then_rests_on_thin(act: str) -> str:
    """What decides once it is recorded, on too little."""
    return f"What decides the standing then rests on thin evidence: {act}."


def before_invasion() -> str:
    """That an act is too old to say how the tie stands since."""
    return f"It is from before {day(INVASION)}, so it says nothing about how the tie stands since."


def then_decides(act: str) -> str:
    """What decides by it."""
    return f"By it, {act} decides the standing."


def later_act_decides(act: str) -> str:
    """That a later act goes before it."""
    return f"A later act still decides the standing: {act}. This one will stand in the history only."


def earlier_act_decides(act: str) -> str:
    """That a suspension or an ending goes before it."""
    return (
        f"{act} still decides the standing: after a suspension or an ending only a resumption, or another suspension "
        "or ending, changes it. This act will stand in the history only."
    )


def like_one_withdrawn(act: str, why: str) -> str:
    """That one like it was withdrawn."""
    return f"One like it was withdrawn: {act}. {full_stop(f'Reason: {why}')}"


def like_one_corrected(act: str, why: str | None) -> str:
    """That one like it was corrected."""
    return f"One like it was corrected: {act}. {full_stop(f'What was wrong: {why}')}"


def close_to_one(act: str) -> str:
    """That one is close to it."""
    return f"The record already has one close to it: {act}. Is it the same act?"


def published_before(title: str, published: PartialDate) -> str:
    """That a source is older than what it tells of."""
    return f"“{title}” is of {when(published)}, before the act. Check both dates."


# The card of a draft.

TITLES: Mapping[DraftTask, str] = {
    DraftTask.RECORD: "Recording an act",
    DraftTask.CORRECT: "Correcting an act",
    DraftTask.RETRACT: "Withdrawing an act",
}
READING_NEEDS_ITS_DAY = "A reading needs its day, such as 29 November 2026."
NO_PETITION_TO_NOTE = "No petition is on record, so there is nothing to note."


def figures_of(count: int, goal: int) -> str:
    """A reading in the log."""
    return f"{count:,} of {goal:,}"


def petition_noted(found: Reading, *, fell: bool, told: int) -> str:
    """A reading of the petition that was noted, and whom it is told."""
    assert found.as_of is not None
    noted = (
        f"{found.count:,} signatures of a goal of {found.goal:,}, as of {day(found.as_of)}. It is shown from now on."
    )
    lower = "That is fewer than the last reading had; please make sure that it is right." if fell else ""
    milestone = f"A milestone was passed: {plural(told, 'channel')} will hear of it, once." if told else ""
    return paragraph([noted, lower, milestone])


def petition_again(found: Reading) -> str:
    """That an earlier reading is shown again."""
    dated = f"as of {day(found.as_of)}" if found.as_of else "in an undated copy"
    return f"Shown again: {found.count:,} signatures of a goal of {found.goal:,}, {dated}. What was announced stays."


def newer_reading_known(known: date) -> str:
    """That a later reading is on record."""
    return f"A reading of {day(known)} is on record, so an older one would not be shown."


def figure_too_high(figure: int, last: int) -> str:
    """That a figure looks like a slip."""
    return f"{figure:,} is more than three times the last figure, {last:,}. Please check it."


ZONE_MISSING = "A time needs its time zone, as the state has several. Choose one under The hearing."


def hearing_of(cancelled: bool, dated: str) -> str:
    """When a hearing is, on an editor's card."""
    return f"Hearing: {dated}, cancelled" if cancelled else f"Hearing: {dated}"


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
NOTHING_LEFT_TO_ANNOUNCE = "It was announced, corrected or withdrawn meanwhile, so nothing was announced now."
WITH_A_SOURCE = "With a source for what is right, use `/record correct`."
OTHER_WAYS = "You may also add a better source, or press the button that records it as what moves nothing."
OTHER_WAYS_OR_DISPUTE = (
    "You may also add a better source, or press the button that records it as what moves nothing, "
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
        f"Its own sentence is still that of the act which this corrects: “{said}” Say it anew, or empty it: then the "
        "usual sentence is told."
    )


_WORDINGS = {"said": "The sentence of its own", "date_note": "The note on the date"}


DATE_NOTE_OF_ANOTHER = (
    "The note on the date is still that of the act which this corrects, and the date is another. Say it anew, or empty "
    "it and take the date as reported."
)


def wording_fault(field: str, told: str) -> str:
    """What is wrong with a text; ``told`` goes on from it, as the dataset's check has it."""
    return full_stop(f"{_WORDINGS[field]} {told}")


PAGES_ALL_KNOWN = "The record has said already what its pages are. Only of a new page it can be said here."
_OF_PAGES = {"grade": "The grade", "country": "The country of the page", "citable_in_letter": "What a letter may cite"}


def page_fault(field: str, told: str) -> str:
    """What is wrong with what is said of a page; ``told`` is the dataset's check's."""
    return full_stop(f"{_OF_PAGES[field]}: {told}")


def may_be_a_copy(one: int, other: int) -> str:
    """Asks whether two sources are one, which the same title or nearly the same publisher lets suppose."""
    return (
        f"[{one}] and [{other}] have the same title, or nearly the same publisher. Is it one text, or one outlet? "
        f"Say so of [{other}] under “What the page is”; if neither, send that form as it is."
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
        f"it is {how_long(act.date.last, today)} old, so it is no news. "
        "An announcement of it is headed “Newly on record” and says how old it is."
    )


def place_in_order(before: str | None, *, here: bool) -> str:
    """A place that an act may have: behind which other; ``here`` if it is there now."""
    label = f"After {before}" if before else "First of all"
    return f"{label} (here now)" if here else label


# Who hears of it.

NOTHING_TO_MEND = "It was never announced, so there is no message to mend."
NOTHING_TO_ANNOUNCE = "It changes no standing and decides nothing, so it is recorded without an announcement."
NONE_CARRIED_IT = "No message that carried the error was sent, or is left. What still waits is sent as it is right."
NOBODY_TO_TELL = "If announced, no message is sent now: no channel hears of this at once, and nobody watches the tie."
NOBODY_TOLD = "No message was sent: no channel hears of this at once, and nobody watches the tie."
NONE_LEFT_TO_MEND = "None that carried the error is left to mend. What still waits is sent as it is right."


def mends(reach: Audience) -> str:
    """Which messages it mends."""
    return f"It mends the messages that carried the error: {told(reach)}."


def also_news(reach: Audience) -> str:
    """Who hears of a correction as news; empty where nobody does."""
    if reach.as_news is None or not (reach.as_news.channels or reach.as_news.watchers):
        return ""
    return (
        "It changes the standing, so it is also news to those who were not told of the error: "
        f"{audience(reach.as_news)}."
    )


def _announced_too(reach: Audience, words: str) -> str:
    """The same in the line that says where a correction went."""
    if reach.as_news is None or not (reach.as_news.channels or reach.as_news.watchers):
        return ""
    return f"{words} {audience(reach.as_news)}."


def must_be_told(reach: Audience) -> str:
    """That there is no quiet way."""
    return f"What was announced last says that the tie stands as it did, so this goes out as news: {audience(reach)}."


def nothing_to_mend_but_news(reach: Audience) -> str:
    """That a withdrawal mends nothing, and is news."""
    return f"{NOTHING_TO_MEND} As news, it goes to {audience(reach)}."


def if_announced(reach: Audience) -> str:
    """Who hears of it."""
    return f"If announced, it goes to {audience(reach)}."


def on_its_way(reach: Audience, *, is_correction: bool) -> str:
    """Where it goes, while not all of it has arrived."""
    if is_correction:
        return paragraph(
            [f"It is mended where it was said: {told(reach)}.", _announced_too(reach, "As news it goes to")]
        )
    return f"It goes to {audience(reach)}."


def arrived(reach: Audience, *, is_correction: bool) -> str:
    """Where it went."""
    if is_correction:
        return paragraph([f"Mended where it was said: {told(reach)}.", _announced_too(reach, "Announced to")])
    return f"Announced to {audience(reach)}."


def progress(done: SendCounts) -> str:
    """How far an announcement has come: ``Sent 3 of 5 · waiting 1 · paused 1``."""
    told = [f"Sent {done.sent} of {plural(done.total, 'message')}"]
    told += [f"waiting {done.waiting}"] if done.waiting else []
    told += [f"paused {done.paused}"] if done.paused else []
    told += [f"failed {done.failed}"] if done.failed else []
    told += [f"{done.gone} no longer reachable"] if done.gone else []
    told += ["paused ones go out when the channel can be reached again"] if done.paused else []
    return " · ".join(told)


# Changes by the dataset.

CHANGED_BY_DATASET: Mapping[ChangeKind, str] = {
    ChangeKind.STANDING: "The dataset changed how a tie stands",
    ChangeKind.ACT: "The dataset changed an act that an editor had written",
    ChangeKind.TOLD: "The dataset changed an act that was announced",
}
DECIDED = "Decided"
NOTHING_SENT_BEFORE = "Nothing is sent before an editor decides."
MENDED_ALREADY = "What was announced is mended already, or the act no longer stands, so there is nothing to correct."
NO_STANDING_MOVED = (
    "No standing moved, so there is nothing to announce. If the act is wrong now, use `/record correct`."
)
NO_ACT_BEHIND = "No act stands behind it by now, so there is nothing to announce."
TOLD_ALREADY = "The last announcement already says so, or tells of this act, so there is nothing new to tell."
NOT_IN_MESSAGES = "What differs is not told in messages."
OVERTAKEN = (
    "The act behind this was withdrawn, corrected or mended meanwhile, so nothing was announced. "
    "Press *Skip* to put the card away."
)


def correction_goes_to(reach: Audience) -> str:
    """Which messages a correction mends."""
    return paragraph([f"A correction goes to the messages that carried the error: {told(reach)}.", also_news(reach)])


def field_changed(label: str, before: str, after: str) -> str:
    """A field in which two versions of an act differ."""
    return f"**{label}**: {before} → {after}"


def decided_already(state: ChangeState, editor: str) -> str:
    """That somebody was faster."""
    if state is ChangeState.ANNOUNCED:
        return f"This was already announced by {editor}."
    return f"This was already skipped by {editor}."


def decided_unheard(editor: str) -> str:
    """Who decided what nobody hears of."""
    return f"Decided by {editor}. {NOBODY_TOLD}"


def skipped_by(what: ChangeKind, editor: str) -> str:
    """Who skipped it."""
    if what is ChangeKind.TOLD:
        return f"Not mended: skipped by {editor}."
    return f"Not announced: skipped by {editor}."


def announced_by(what: ChangeKind, editor: str, reach: Audience) -> str:
    """Who announced it, and to whom."""
    if what is ChangeKind.TOLD:
        mended = f"Mended by {editor} where it was said: {told(reach)}."
        return paragraph([mended, _announced_too(reach, "Announced to")])
    return f"Announced by {editor} to {audience(reach)}."


# The second editor.


def second_asked(channel: str) -> str:
    """That a draft was handed on."""
    return f"A second editor is asked in {channel}. Nothing is recorded until they confirm."


SECOND_UNHEARD = (
    "The bot cannot write there at the moment, so please tell another editor yourself: `/queue` shows it to them. "
    "`/setup` says what is missing."
)


def second_editor_called(role: str) -> str:
    """Calls the editors to a draft that waits for a second one."""
    return f"{role}: a second editor is asked."


STILL_OPEN = "It is still open: in the home server, `/queue` goes on with it."
NO_LONGER_OPEN = "It is no longer open: somebody went on with it, or it was cancelled."


def sent_back_to_you(name: str, editor: str, why: str, server: str) -> str:
    """Tells who entered a draft that it was sent back, and by whom; ``server`` is the home server's name, if known."""
    where = f"In **{server}**, `/queue`" if server else "In the home server, `/queue`"
    return f"### Sent back\n**{name}**\n{editor} wrote: {why}\n{where} has your draft with all that you typed."


def was_sent_back(editor: str, why: str) -> str:
    """That a second editor sent it back."""
    return f"Sent back by {editor}: {why}"


def was_taken_back(editor: str) -> str:
    """That who entered it took it back."""
    return f"Taken back by {editor}."


def can_go_on(editor: str) -> str:
    """Who can go on with it."""
    return f"{editor} can go on with it with `/queue`."


# What is noted in one step.

FRESHENS_NOTHING = "It says that somebody looked. It makes no older word fresher."
NOTHING_DECIDED = "No editor has decided anything about it yet: all there is came with the dataset."


NOTED_AGAIN_SINCE = "This was taken back or changed again since, so there is nothing to undo."


def search_undone(where: str) -> str:
    """That a search is no longer on record."""
    return f"The search is no longer on record: {where}."


def offices_now(place: str, offices: Iterable[str]) -> str:
    """The offices of a place after one was taken back; ``offices`` may be none."""
    known = series_apart(offices)
    return f"{place} is as before: {known}." if known else f"{place} is as before: it has no office on record."


def searched_today(where: str) -> str:
    """What was searched."""
    return f"Searched today: {where}."


def searched_with_note(where: str, note: str) -> str:
    """Where somebody looked, and what they noted."""
    return f"{where} ({note})" if note else where


def office_noted(place: str, office: str, body: str) -> str:
    """An office of a place."""
    return f"**{place}**: {office}, {body}"


def office_page(office: str, body: str, page: str | None) -> str:
    """An office, its body and its page."""
    return f"{office}, {body}: {page or 'no page'}"


def office_unknown(place: str, office: str, known: Iterable[str]) -> str:
    """That a place has no such office, and how a new one is noted."""
    return (
        f"{place} has no office “{office}” on record (known: {series(known) or 'none yet'}). "
        "For a new one, give its body too, for example City Council."
    )


def earlier_decisions(number: int) -> str:
    """How many decisions there are besides."""
    return f"and {plural(number, 'earlier decision')}"


# Places, ties, listings and notes.

SEAT_NEEDED = (
    "A county, region, state, borough or metro needs its seat too: a known town that lies in it, for its coordinates."
)
OFFICE_NEEDED = "Give office and body too: which office of it letters go to. Only for a city there are usual ones."
LATIN_NEEDED = "The name needs Latin letters; other spellings go into the other names."
NUMBER_NOT_LOOKED_UP = "Entered from the list of known places; its GeoNames number was not looked up."
REGION_NOT_LOOKED_UP = "Its region was not looked up."
PAGE_UNKNOWN = "The record does not have this page yet, so give its `title`, `publisher` and `grade` with the command."
NO_PAGE_KIND = "The `kind` is none of the list. Choose one as you type, or leave it out."
TIE_TAKEN = "Somebody else was faster: this is on record by now."
USED_SINCE = "This was changed or taken back since, or is used by now, so it cannot be undone."
NOTES_AS_BEFORE = "Both notes are as they were, so nothing was changed."


def coordinates_of(seat: str) -> str:
    """Whose coordinates a typed place has."""
    return f"The coordinates are those of {seat}; its GeoNames number was not looked up."


def is_ukrainian(name: str) -> str:
    """That a place is not for this record."""
    return (
        f"{name} is Ukrainian, or named or placed so that it may be: Crimea and the other occupied places never enter "
        "this record as Russian ones."
    )


def no_known_place(typed: str) -> str:
    """That nothing known is called so."""
    return (
        f"No known place without a tie is called “{typed}”. Choose one from the list that appears as you type; "
        "a county or region is typed, with its kind and seat."
    )


def no_name(name: str) -> str:
    """That a name would be taken for something else."""
    return f"“{clip(name, 60)}” is no name that a place can be found by: at least three letters, and no ordinary word."


def which_known(names: Iterable[str]) -> str:
    """That several known places are called so."""
    return f"Which one? {series_apart(names)}."


def place_known(name: str) -> str:
    """That a place is in the register."""
    return f"{name} is in the record already. With /record tie a tie of it is added."


def name_taken(name: str, other: str) -> str:
    """That a place has the name of another."""
    return (
        f"{other} in the record is called “{name}” too. Two places of one name are entered in the files: "
        "docs/record.md says how."
    )


def several_sides(names: Iterable[str]) -> str:
    """That several places of the register are meant."""
    return f"Which one? {series_apart(names)}."


def no_such_side(typed: str) -> str:
    """That a place is not in the register yet."""
    return f"No place of the record on that side is called “{typed}”. With /record place one is added."


def refused_by_check(faults: Iterable[str]) -> str:
    """That what was entered would break a rule of the dataset."""
    return full_stop(f"Nothing was changed: {series_apart(faults)}")


def place_added(name: str, command: str) -> str:
    """That a place is on record, and what comes next."""
    return f"**{name}** is in the record, in no tie yet. {command} comes next."


def names_left_out(names: Iterable[str]) -> str:
    """Names that a place does not get."""
    return f"Names that other places have, and so were left out: {series(names)}."


def usual_office(office: str, body: str) -> str:
    """The office that letters go to."""
    return f"Letters go to: {office}, {body}."


def tie_added(name: str, level: str) -> str:
    """That a tie is on record."""
    return f"**{name}** is on record as a {level}."


def tie_exists(name: str) -> str:
    """That there is such a tie."""
    return f"{name} is on record already."


def pair_named(us: str, ru: str, level: str) -> str:
    """What a page of a new tie says, where nothing was typed; ``level`` is the noun of the tie."""
    return f"Names {us} and {ru} as partners in a {level}."


def since_out_of_range(earliest: int, latest: int) -> str:
    """That a year cannot be."""
    return f"The year since when is from {earliest} to {latest}."


def listing_added(name: str, shows: str, says: str) -> str:
    """That a listing is on record; ``shows`` tells it behind the date of a page."""
    return f"**{name}**\nA page that {shows}: {says}"


def listing_known(says: str) -> str:
    """That a tie has a listing of a page."""
    return f"This tie has a listing of that page already: {says}"


def notes_now(name: str, note: str, editor_note: str) -> str:
    """The notes of a tie; both may be empty."""
    return f"**{name}**\nFor readers: {note or 'none'}\nFor editors: {editor_note or 'none'}"


def notes_in_words(note: str | None, editor_note: str | None) -> str:
    """The same for the history."""
    readers, editors = (f"“{text}”" if text else "nothing" for text in (note, editor_note))
    return f"{readers} for readers and {editors} for editors"


_NOTES = {"note": "The note for readers", "editor_note": "The note for editors"}


def note_fault(field: str, told: str) -> str:
    """What is wrong with a note; ``told`` goes on from it, as the dataset's check has it."""
    return full_stop(f"{_NOTES[field]} {told}")


def taken_back(what: AdditionKind, name: str) -> str:
    """What was taken back."""
    match what:
        case AdditionKind.PLACE:
            return f"**{name}** is no longer in the record."
        case AdditionKind.TIE:
            return f"**{name}** is no longer on record."
        case AdditionKind.LISTING:
            return f"The listing of **{name}** is no longer on record."
        case AdditionKind.NOTES:
            return f"The notes of **{name}** are as before."


# The history of decisions.

_WITH_CHANGE: Mapping[AuditAction, str] = {
    AuditAction.RECORDED: "{who} recorded: {change}",
    AuditAction.CORRECTED: "{who} corrected: {change}",
    AuditAction.WITHDREW: "{who} withdrew: {change}",
    AuditAction.SENT_BACK: "{who} sent back: {change}",
    AuditAction.TOOK_BACK: "{who} took back: {change}",
    AuditAction.SEARCHED: "{who} searched: {change}",
    AuditAction.NOTED_OFFICE: "{who} noted an office: {change}",
    AuditAction.UNDID_SEARCH: "{who} took back a search: {change}",
    AuditAction.UNDID_OFFICE: "{who} took back an office: {change}",
    AuditAction.ANNOUNCED_CHANGE: "{who} announced a change by the dataset: {change}",
    AuditAction.SKIPPED_CHANGE: "{who} skipped a change by the dataset: {change}",
    AuditAction.SET_UP: "{who} set up: {change}",
    AuditAction.ADDED_PLACE: "{who} added a place: {change}",
    AuditAction.ADDED_TIE: "{who} added the tie: {change}",
    AuditAction.ADDED_LISTING: "{who} added a listing: {change}",
    AuditAction.NOTED: "{who} noted {change}",
    AuditAction.UNDID_PLACE: "{who} took back a place: {change}",
    AuditAction.UNDID_TIE: "{who} took back the tie: {change}",
    AuditAction.UNDID_LISTING: "{who} took back a listing: {change}",
    AuditAction.UNDID_NOTES: "{who} took back a note: {change}",
}


def decided(who: str, did: AuditAction, change: str) -> str:
    """A decision that is not about a draft, or about one that is no longer kept."""
    return _WITH_CHANGE[did].format(who=who, change=change)


def change_of(before: str | None, after: str | None) -> str:
    """What a decision changed."""
    if before is None or after is None:
        return after or before or ""
    return f"{before} → {after}" if before != after else f"{after} as before"


def recorded(who: str, act: str, change: str, *, announced: bool) -> str:
    """Who recorded an act."""
    if announced:
        return f"{who} recorded {act}: {change}, announced."
    return f"{who} recorded {act}: {change}, quietly."


def corrected(who: str, wrong: str, act: str, change: str, *, announced: bool) -> str:
    """Who corrected one."""
    if announced:
        return f"{who} corrected {wrong} into {act}: {change}, announced."
    return f"{who} corrected {wrong} into {act}: {change}, quietly."


def corrected_in(who: str, act: str, fields: Iterable[str], change: str, *, announced: bool) -> str:
    """Who corrected one in what its line does not show."""
    if announced:
        return f"{who} corrected the {listed(fields)} of {act}: {change}, announced."
    return f"{who} corrected the {listed(fields)} of {act}: {change}, quietly."


def withdrew(who: str, act: str, change: str, *, announced: bool) -> str:
    """Who withdrew one."""
    if announced:
        return f"{who} withdrew {act}: {change}, announced."
    return f"{who} withdrew {act}: {change}, quietly."


def sent_draft_back(who: str, act: str) -> str:
    """Who sent a draft back."""
    return f"{who} sent back {act}."


def took_draft_back(who: str, act: str) -> str:
    """Who took a draft of their own back."""
    return f"{who} took back {act}."


def because(why: str) -> str:
    """Why."""
    return full_stop(f"Reason: {why}")


def because_wrong(why: str) -> str:
    """Why something was corrected."""
    return full_stop(f"What was wrong: {why}")


def entered_by_other(line: str, editor: str) -> str:
    """The same where another editor had entered it."""
    return f"{line} (entered by {editor})"


AN_ACT = "an act"


def act_begun(dated: str, kind: str) -> str:
    """An act of a draft that is not on record."""
    return f"“{dated} · {kind}”"


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
