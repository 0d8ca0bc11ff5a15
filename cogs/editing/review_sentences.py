"""What editors are told of changes by the dataset and of what a second editor is asked, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from cogs.editing.impact_sentences import NOBODY_TOLD, also_news, announced_too
from cogs.editing.sentences import audience, people_told
from cogs.wording.english import paragraph
from db.store.editing_models import ChangeKind, ChangeState
from db.store.subscription_models import Audience

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
    return paragraph(
        [f"A correction goes to the messages that carried the error: {people_told(reach)}.", also_news(reach)]
    )


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
        mended = f"Mended by {editor} where it was said: {people_told(reach)}."
        return paragraph([mended, announced_too(reach, "Announced to")])
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
NO_LONGER_OPEN = "It is no longer open: somebody went on with it, or it was canceled."


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
