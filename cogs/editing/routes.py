"""The buttons, selects and forms of editors: of a draft, of the queue, of changes by the dataset."""

from __future__ import annotations

from enum import StrEnum

from cogs.kit.routes import FormRoute, PressRoute, Reply


class FormName(StrEnum):
    """The forms of a draft."""

    ACT = "act"
    DATE = "date"
    WHY = "why"
    SOURCE = "source"
    PROPOSAL = "proposal"
    STATEMENT = "statement"
    SAID = "said"
    HEARING = "hearing"


class ActDraftRoute(PressRoute):
    """The base of what an editor presses or chooses on the card of a draft."""

    draft: int


class ChooseTie(ActDraftRoute, name="draft-tie", reply=Reply.FORM):
    """Which tie an act is recorded for: a button's own, or the one that is chosen."""

    tie: str = ""


class ChooseTieToCorrect(ChooseTie, name="draft-tie-mend", reply=Reply.DEFERRED):
    """Of which tie an act is corrected or withdrawn: a button's own, or the one that is chosen."""


class ChooseActToCorrect(ActDraftRoute, name="draft-target", reply=Reply.FORM):
    """Which act is corrected."""


class ChooseActToWithdraw(ActDraftRoute, name="draft-target-withdraw", reply=Reply.DEFERRED):
    """Which act is withdrawn."""


class OpenForm(ActDraftRoute, name="draft-open", reply=Reply.FORM):
    """Open a form. ``number`` is that of a source, counted from 1; without it, the one that is chosen."""

    form: FormName
    number: int | None = None


class EditSources(ActDraftRoute, name="draft-sources", reply=Reply.FORM):
    """Edit the only source, or ask which."""


class DescribePages(ActDraftRoute, name="draft-pages", reply=Reply.FORM):
    """Say what the only new page is, or ask of which that is to be said."""


class DescribePage(ActDraftRoute, name="draft-page-open", reply=Reply.FORM):
    """The form about a page, by its source's number, counted from 1; without it, the one that is chosen."""

    number: int | None = None


class UseSource(ActDraftRoute, name="draft-use", reply=Reply.DEFERRED):
    """Use a page that the record has."""


class MoveInOrder(ActDraftRoute, name="draft-order", reply=Reply.DEFERRED):
    """Put the act elsewhere in the order."""


class Dispute(ActDraftRoute, name="draft-dispute", reply=Reply.DEFERRED):
    """Record it as disputing what stands."""


class DoNotDispute(ActDraftRoute, name="draft-undispute", reply=Reply.DEFERRED):
    """Record it without a dispute."""


class Propose(ActDraftRoute, name="draft-propose", reply=Reply.FORM, earlier=("draft:proposed:{draft}",)):
    """Record it as proposed: the form in which that is said."""


class SayAsStatement(ActDraftRoute, name="draft-statement", reply=Reply.DEFERRED):
    """Record it as said, in the words that are entered."""


class SayAnew(ActDraftRoute, name="draft-say", reply=Reply.FORM):
    """Record it as said: the form in which it is told who said what."""


class AskSecond(ActDraftRoute, name="draft-second", reply=Reply.DEFERRED):
    """Ask a second editor."""


class Cancel(ActDraftRoute, name="draft-cancel", reply=Reply.DEFERRED):
    """Cancel the draft."""


class RecordRoute(ActDraftRoute):
    """The base of what records a draft. ``seen`` marks what the card was made from; with ``goes_on`` the next that
    waits is opened as well.
    """

    seen: str
    goes_on: bool = False


class RecordAndAnnounce(
    RecordRoute, name="draft-announce", reply=Reply.DEFERRED, earlier=("draft:go:{draft}:announce:{seen}",)
):
    """Record it and announce it."""


class RecordQuietly(
    RecordRoute, name="draft-record", reply=Reply.DEFERRED, earlier=("draft:go:{draft}:quietly:{seen}",)
):
    """Record it and announce nothing."""


class SendBack(ActDraftRoute, name="draft-back", reply=Reply.FORM):
    """Send a draft that waits back to who entered it, who takes it back without a form."""


class ShowSending(ActDraftRoute, name="draft-progress", reply=Reply.DEFERRED):
    """How far the announcement has come."""


class AnnounceAfterAll(ActDraftRoute, name="draft-announce-late", reply=Reply.DEFERRED):
    """Announce what was recorded quietly."""


class UndoRecording(ActDraftRoute, name="draft-undo", reply=Reply.FORM):
    """Withdraw what the draft recorded: the form in which it is said why."""


class DraftForm(FormRoute):
    """The base of the forms of a draft."""

    draft: int


class SaveTexts(DraftForm, name="draft-save", reply=Reply.DEFERRED, earlier=("draft:{form}:{draft}",)):
    """Save what was typed about the act, its date and kind, or why it is withdrawn."""

    form: FormName


class SaveSource(DraftForm, name="draft-source", reply=Reply.DEFERRED):
    """Save a source, by its number."""

    number: int


class SavePage(DraftForm, name="draft-page", reply=Reply.DEFERRED):
    """Save what the page of a source is, by the source's number."""

    number: int


class SaveReason(DraftForm, name="draft-returned", reply=Reply.DEFERRED):
    """Send the draft back with what was typed about it."""


class SaveUndo(DraftForm, name="draft-undone", reply=Reply.DEFERRED_NEW):
    """Begin the withdrawal of what the draft recorded, with why."""


class OpenOwnDraft(PressRoute, name="queue-own", reply=Reply.IN_PLACE):
    """Go on with a draft of one's own that is chosen from the queue."""


class OpenWaitingDraft(PressRoute, name="queue-second", reply=Reply.IN_PLACE):
    """Look at a draft that waits for a second editor, chosen from the queue."""


class OpenChange(PressRoute, name="queue-change", reply=Reply.NEW_MESSAGE):
    """Look at a change by the dataset that is chosen from the queue."""


class ChangeRoute(PressRoute):
    """The base of what decides on a change by the dataset."""

    change: int


class AnnounceChange(ChangeRoute, name="change-announce", reply=Reply.DEFERRED):
    """Announce it, or correct what was announced."""


class SkipChange(ChangeRoute, name="change-skip", reply=Reply.DEFERRED):
    """Put it away without a word."""


class AnnounceSkipped(ChangeRoute, name="change-announce-late", reply=Reply.DEFERRED):
    """Announce what was put away."""


class UndoSearch(PressRoute, name="search-undo", reply=Reply.DEFERRED):
    """Take back a search that was noted."""

    search: int


class UndoReading(PressRoute, name="petition-undo", reply=Reply.DEFERRED):
    """Take back the last reading of the petition."""

    reading: int


class UndoAddition(PressRoute, name="addition-undo", reply=Reply.DEFERRED):
    """Take back a place, a tie, a listing or a note."""

    addition: int


class SaveNotes(FormRoute, name="notes-save", reply=Reply.DEFERRED_NEW):
    """Save what was noted of a tie for readers and for editors."""

    tie: str


class PointRoute(PressRoute):
    """The base of the presses on a talking point that an editor is at. ``seen`` is the version that the card shows."""

    point: int
    seen: int


class EditPointWords(PointRoute, name="point-words", reply=Reply.FORM):
    """Change what was said, and by whom."""


class EditPointPage(PointRoute, name="point-page", reply=Reply.FORM):
    """Change the page on which it is read."""


class EditPointDetails(PointRoute, name="point-details", reply=Reply.FORM):
    """Change when it was said, about which place, and whether letters may quote it."""


class RecordPoint(PointRoute, name="point-record", reply=Reply.DEFERRED):
    """Record the talking point: one's own, or as the second editor."""


class AskSecondAboutPoint(PointRoute, name="point-second", reply=Reply.DEFERRED):
    """Ask a second editor about the talking point."""


class CancelPoint(PointRoute, name="point-cancel", reply=Reply.DEFERRED):
    """Give the talking point up."""


class ReturnPoint(PointRoute, name="point-return", reply=Reply.FORM):
    """Send a talking point that waits back to who entered it."""


class PointForm(FormRoute):
    """The base of the forms of a talking point."""

    point: int


class SavePointWords(PointForm, name="point-save-words", reply=Reply.DEFERRED):
    """Save what was said, and by whom."""


class SavePointPage(PointForm, name="point-save-page", reply=Reply.DEFERRED):
    """Save the page on which it is read."""


class SavePointDetails(PointForm, name="point-save-details", reply=Reply.DEFERRED):
    """Save when it was said, about which place, and whether letters may quote it."""


class SaveReturnedPoint(PointForm, name="point-returned", reply=Reply.DEFERRED):
    """Send it back with what was typed about it."""


class UndoOffice(PressRoute, name="office-undo", reply=Reply.DEFERRED):
    """Take back what was noted of an office."""

    change: int
