"""What editors are told of what recording an act would do, and of who hears of it, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from cogs.editing.sentences import audience, people_told
from cogs.wording.dates import day, when
from cogs.wording.english import full_stop, paragraph, plural, series
from db.record.derivation import INVASION
from db.record.grades import Grade
from db.record.models import PartialDate
from db.store.subscription_models import Audience, SendCounts

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
        return f"No kind was given for page [{number}]. Press *Kind of page* to choose one."
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
    return f"With this, {act} decides the standing."


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


def readers_note_stands(note: str) -> str:
    """That what readers are told beside the standing stays, unless it is written anew."""
    return f"Readers still see this note: “{note}” If it no longer holds, change it with /record note."


def published_before(title: str, published: PartialDate) -> str:
    """That a source is older than what it tells of."""
    return f"“{title}” is of {when(published)}, before the act. Check both dates."


# Who hears of it.

NOTHING_TO_CORRECT = "It was never announced, so there is no message to mend."
NOTHING_TO_ANNOUNCE = "It changes no standing and decides nothing, so it is recorded without an announcement."
NONE_CARRIED_IT = (
    "No message with the error was sent, or none is left. Messages that are still waiting go out with the right text."
)
NOBODY_TO_TELL = "If announced, no message is sent now: no channel hears of this at once, and nobody watches the tie."
NOBODY_TOLD = "No message was sent: no channel hears of this at once, and nobody watches the tie."
NONE_LEFT_TO_MEND = (
    "No message with the error is left to correct. Messages that are still waiting go out with the right text."
)


def corrects(reach: Audience) -> str:
    """Which messages it mends."""
    return f"It mends the messages that carried the error: {people_told(reach)}."


def also_news(reach: Audience) -> str:
    """Who hears of a correction as news; empty where nobody does."""
    if reach.as_news is None or not (reach.as_news.channels or reach.as_news.watchers):
        return ""
    return (
        "It changes the standing, so it is also news to those who were not told of the error: "
        f"{audience(reach.as_news)}."
    )


def announced_too(reach: Audience, words: str) -> str:
    """The same in the line that says where a correction went."""
    if reach.as_news is None or not (reach.as_news.channels or reach.as_news.watchers):
        return ""
    return f"{words} {audience(reach.as_news)}."


def must_be_told(reach: Audience) -> str:
    """That there is no quiet way."""
    return f"What was announced last says that the tie stands as it did, so this goes out as news: {audience(reach)}."


def nothing_to_correct_but_news(reach: Audience) -> str:
    """That a withdrawal mends nothing, and is news."""
    return f"{NOTHING_TO_CORRECT} As news, it goes to {audience(reach)}."


def if_announced(reach: Audience) -> str:
    """Who hears of it."""
    return f"If announced, it goes to {audience(reach)}."


def on_its_way(reach: Audience, *, is_correction: bool) -> str:
    """Where it goes, while not all of it has arrived."""
    if is_correction:
        return paragraph(
            [f"It is mended where it was said: {people_told(reach)}.", announced_too(reach, "As news it goes to")]
        )
    return f"It goes to {audience(reach)}."


def arrived(reach: Audience, *, is_correction: bool) -> str:
    """Where it went."""
    if is_correction:
        return paragraph([f"Mended where it was said: {people_told(reach)}.", announced_too(reach, "Announced to")])
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
