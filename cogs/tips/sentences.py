"""What senders and editors of tips are told: Discord's markdown; what others wrote has been made safe."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.kit.cards import safe
from cogs.wording.english import paragraph, plural, series
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.standings import STANDINGS, Standing
from db.store.tip_models import TIP_STATES, TIP_SUBJECTS, TipState, TipSubject
from db.store.tips import BlockedError, TooManyTipsError

KNOW_OUTCOME = "I know what came of it"
FORM_TITLE = "What do you know?"
WHAT_HAPPENED = "What happened"
WHERE = "Which city, county or state"
WHERE_HINT = "As people call it: Portland, Oregon"
WHEN = "When, as far as you know"
WHEN_HINT = "4 April 2022, April 2022 or 2022. Leave it empty if you do not know"
ADDRESS = "Address of a page that shows it"
ADDRESS_HINT = "Minutes, a report, the city’s own page. Leave it empty if there is none"
WORDS = "In your words"
WORDS_HINT = "What you saw or read, and where an editor could check it"

LINK_TO_DISCORD = "The link leads into Discord, so not everybody can open it. It is kept with your words."
ADDRESS_AS_WORDS = (
    "What you gave as an address is not a public page that others can open, so it is kept with your words."
)
WHO_WILL_LOOK = (
    "An editor of the record will look at it: a person, not a program, who checks it against its source. "
    "Until then nothing the bot says changes."
)
SAYS_NOTHING = "Nothing was handed in yet: please say what you know in your words, or give the address of a page."
NO_EDITORS_YET = (
    "Nobody reviews tips on this bot yet: its home server has no editors. "
    "Whoever runs the bot can change that with `/setup`."
)
MY_TIPS = "My tips"
NONE_OF_YOURS = "You have handed in no tip that is still kept."
NOT_YOURS = "This is not a tip of yours, or it is no longer kept."
WITHDRAW = "Withdraw"
WITHDRAWN = "Your tip is withdrawn. Nobody will look at it now."
ALREADY_ENDED = "This tip was decided meanwhile, so it can no longer be withdrawn."
ANSWER = "Answer"
ANSWER_TITLE = "Your answer"
ANSWER_LABEL = "To the editor"
ANSWERED = "Thank you. Your answer is with the editors, and the tip waits for them again."
NOT_ASKED = "This question is answered already, or the tip was decided meanwhile."
HOW_NOW = "How is it now?"
CHOOSE_ONE = "Look at one of them"
TIPS = "Tips"
SECOND_LOOK = "Accepted tips for a second look"
NO_TIE = "no tie on record"


OFFICES_HAVE_PAGES = (
    "The record has each office’s own page, and no phone numbers: an editor checks whether that page is right."
)
NOTHING_TO_CHECK = (
    "Nobody can check it yet. What helps most is a photo (*Add a scan or photo*), or where it can be read or asked."
)


def date_as_said(text: str, day: str) -> str:
    """When something happened, by a date that cannot be read, such as “last month”."""
    return f"“{text}”, as said on {day}"


def period_as_said(period: str, text: str, day: str) -> str:
    """When something happened, by a time that is read as a period, such as “in spring”."""
    return f"{period} (“{text}”, as said on {day}; not exact)"


def receipt(number: int, about: str, notes: Sequence[str], *, joined: bool) -> str:
    """What is said at once to who handed in a tip; ``about`` is how it was understood."""
    together = "Somebody reported the same before, so the two go together." if joined else ""
    told = [
        f"### Thank you. This is tip {number}.",
        about,
        paragraph(
            [
                together,
                WHO_WILL_LOOK,
            ]
        ),
        *notes,
        "You will hear what came of it in a direct message, and `/tip mine` has it too.",
    ]
    return "\n".join(told)


def not_taken(error: BlockedError | TooManyTipsError) -> str:
    """Why nothing is taken from a person just now."""
    if isinstance(error, BlockedError):
        return f"The editors take no tips from you for now. Their reason: {safe(error.reason)}"
    if error.is_open:
        return (
            f"You have {error.most} tips that wait for an editor, which is the limit at one time. "
            "Please wait for an outcome, or withdraw one with `/tip mine`."
        )
    if error.is_server:
        return (
            f"From this server {error.most} tips came within a day, which is the limit. "
            "Please come back tomorrow, or write to the bot in a direct message."
        )
    return f"You have handed in {error.most} tips within a day, which is the limit. Please come back tomorrow."


def my_tip(number: int, name: str, what: TipSubject, state: TipState) -> str:
    """One of one's own tips, in a list."""
    return f"**{number}** · {name} · {TIP_SUBJECTS[what].short} · *{TIP_STATES[state].word}*"


def state_for_sender(state: TipState, reason: str, *, joined: bool) -> str:
    """How one's own tip stands, with the reason."""
    told = [TIP_STATES[TipState.JOINED].meaning] if joined and state is not TipState.JOINED else []
    told.append(TIP_STATES[state].meaning)
    return paragraph([*told, f"The editor’s reason: {reason}" if reason else ""])


def question_for_sender(question: str) -> str:
    """What an editor asked."""
    return f"**The editor asks:** {question}"


def answer_of_sender(answer: str) -> str:
    """What the sender answered."""
    return f"**You answered:** {answer}"


def outcome(number: int, name: str, state: TipState, reason: str) -> str:
    """The direct message about what came of a tip."""
    told = f"### Your tip {number} is decided: {TIP_STATES[state].word}\n**{name}**\n{TIP_STATES[state].meaning}"
    return f"{told}\nThe editor’s reason: {reason}\nThank you for looking out." if reason else told


def asked(number: int, name: str, question: str) -> str:
    """The direct message with what an editor asks."""
    return f"### A question about your tip {number}\n**{name}**\nThe editor asks: {question}"


# What editors read.

RECORD = "Record an act"
DECIDE = "Decide"
ASK = "Ask back"
BLOCK = "Block the sender"
UNBLOCK = "Unblock the sender"
WHICH_TIE = "Which tie is it about?"
IS_RIGHT = "It is right"
IS_WRONG = "Something is wrong"
DECIDE_TITLE = "What comes of it"
OUTCOME = "Outcome"
REASON = "Why, for whoever sent it"
REASON_HINT = "One plain sentence. Everybody who reported it reads this"
ASK_TITLE = "Ask the sender"
ASK_LABEL = "Your question"
BLOCK_TITLE = "Take no more tips from this sender"
BLOCK_LABEL = "Why"
BLOCK_HINT = "The sender reads this when they try again"
SECOND_TITLE = "What is wrong with it"
SECOND_LABEL = "For the editors"
NOBODY_TO_ASK = "There is nobody to ask: a machine found this, or the sender asked to be forgotten."
CANNOT_RECORD = "Acts cannot be recorded here just now: the editors’ commands are not loaded."
TIE_FIRST = "First say which tie it is about. If it is not on record, add it with `/record tie`."
RECORDED = "It is in the record now; the card of the tie shows it."
NOT_KEPT = "This tip is no longer kept."
SECOND_TAKEN = "Somebody looked at this already, or it is your own decision: another editor has to look."
LOOKED = "Noted: it was rightly accepted."
LOOKED_WRONG = "Noted. What is on record can be mended with `/record correct` or `/record retract`."
UNBLOCKED = "The sender can hand in tips again."


ASKED_BACK = "Tips whose sender was asked"
BLOCKED_SENDERS = "Senders whose tips are not taken"


def blocked_title(person: int) -> str:
    """A blocked sender in a list, where nobody can be mentioned."""
    return f"Sender {person}"


def blocked_card(who: str, editor: str, reason: str) -> str:
    """Who may hand in nothing for now, and why."""
    return f"### No tips are taken from {who}\nBlocked by {editor}. Reason: {reason}"


def work_title(name: str, *, on_record: bool) -> str:
    """A tip in the list of what waits, by its place."""
    return name if on_record else f"{name} ({NO_TIE})"


def work_hint(number: int, what: TipSubject, date: str, reported: int, *, answered: bool) -> str:
    """What a tip says, in the list of what waits."""
    told = [f"Tip {number}", TIP_SUBJECTS[what].short, date]
    told += [f"reported by {reported}"] if reported > 1 else []
    told += ["answered"] if answered else []
    return " · ".join(filter(None, told))


def understood(name: str, what: TipSubject, date: str) -> str:
    """How a tip was understood, for its sender."""
    return f"**{name}**: {TIP_SUBJECTS[what].short}{f', {date}' if date else ''}"


def card_head(number: int, name: str, what: TipSubject, date: str) -> str:
    """What a tip is about."""
    told = f"### Tip {number}: {TIP_SUBJECTS[what].short}\n**{name}**"
    return f"{told}\nOn: {date}" if date else told


def reported_by(people: Sequence[str], machine: str, more: int) -> str:
    """Who reported it; ``more`` are people without a name."""
    told = list(people)
    told += [f"the watcher “{machine}”"] if machine else []
    told += [plural(more, "person who asked to be forgotten", "people who asked to be forgotten")] if more else []
    return f"Reported by {series(told)}"


def why_here(what: TipSubject, machine: str) -> str:
    """Why a tip is in the queue."""
    if machine:
        return f"**Why it is here:** a machine found it and judged nothing; you decide. Watcher: {machine}."
    match what:
        case TipSubject.WRONG:
            return "**Why it is here:** a reader says that the record is wrong."
        case TipSubject.OFFICE:
            return "**Why it is here:** a reader says that letters go to a wrong address. `/record recipient` mends it."
        case TipSubject.NEW_TIE:
            return "**Why it is here:** a reader knows a tie that is not on record. `/record tie` adds one."
        case TipSubject.PAGE_CHANGED:
            return "**Why it is here:** a reader says that a page changed. `/record listing` notes what it shows."
        case TipSubject.LOOKED:
            return "**Why it is here:** a volunteer looked for ten minutes. The record says so only if you note it."
        case _:
            return "**Why it is here:** a reader says that something newer is known."


def weighs_nothing(what: TipSubject) -> str:
    """That no standing can follow from such a tip."""
    return f"**The evidence rules:** nothing to weigh: {TIP_SUBJECTS[what].short} is not an act by itself."


def leaves_standing(kind: ActKind, standing: Standing) -> str:
    """That such an act would leave the standing as it is."""
    stays = STANDINGS[standing].label
    return f"**The evidence rules:** {ACT_KINDS[kind].noun} would leave the standing as it is: {stays}."


def would_move(before: Standing, after: Standing) -> str:
    """That such an act would move the standing, and what that takes."""
    change = f"from {STANDINGS[before].label} to {STANDINGS[after].label}"
    return (
        f"**The evidence rules:** it would move the standing {change}. "
        "That needs grade A, or B, or two independent C; with less, a second editor confirms it."
    )


def page_known(publisher: str, grade: str, copies: Sequence[str]) -> str:
    """That the record has the page, and its archived copies, as links."""
    if not copies:
        return f"The record has this page already: {publisher}, grade {grade}. No archived copy of it is on record."
    return f"The record has this page already: {publisher}, grade {grade}, with {series(copies)}."


def site_known(publisher: str, grades: Sequence[str]) -> str:
    """How other pages of the site are graded."""
    return f"The record has other pages of {publisher}, of grade {series(grades)}."


SITE_UNKNOWN = "The record has no page of this site, so its grade is for you to say."
NO_PAGE = "No page was given, so there is nothing to check it against yet."
FILES_ALONE = "No page was given, only what was sent in: an act needs a page that everybody can read."


def history(standing: str, lines: Sequence[str]) -> str:
    """What is on record of the tie: how it stands, and its acts, newest first."""
    return "\n".join([f"**On record:** {standing}", *(f"- {line}" for line in lines)])


def question_and_answer(question: str, answer: str) -> str:
    """What an editor asked, and what came back."""
    return f"**Asked:** {question}\n**Answered:** {answer or 'nothing yet'}"


def is_recorded_by_draft(draft: int) -> str:
    """That somebody has begun a draft from a tip."""
    return f"An act is being entered from this tip, as draft {draft}. It is decided with that draft."


def likely_same(number: int, what: TipSubject, date: str) -> str:
    """Another tip that may be about the same: only a person joins what is merely alike."""
    return f"Join to tip {number}: {TIP_SUBJECTS[what].short} {date}".strip()


def decided_by(who: str, state: TipState, reason: str) -> str:
    """That somebody was faster."""
    told = f"{who} has decided this tip: {TIP_STATES[state].word}."
    return f"{told} Reason: {reason}" if reason else told


def done(number: int, state: TipState, told: int) -> str:
    """That a tip is decided, and how many hear of it."""
    heard = f"{plural(told, 'sender')} will be told." if told else "There is nobody to tell."
    return f"Tip {number} is decided: {TIP_STATES[state].word}. {heard}"


def accepted_with(number: int, told: int) -> str:
    """That a tip is accepted by what was recorded from it, and how many hear of it."""
    if not told:
        return f"Tip {number} is accepted with it. There is nobody to tell."
    return f"Tip {number} is accepted with it. {plural(told, 'sender')} will be told."


def was_joined(number: int, into: int) -> str:
    """That a tip goes with another."""
    return f"Tip {number} goes with tip {into} now. Whoever sent it hears what comes of that one."


def was_asked(number: int) -> str:
    """That the sender is asked."""
    return f"The sender of tip {number} is asked. It comes back into the queue with the answer."
