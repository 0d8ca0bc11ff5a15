"""The buttons, selects and forms of letters. Each names its draft or sent letter, which only its writer may open."""

from __future__ import annotations

from cogs.kit.routes import FormRoute, PressRoute, Reply
from cogs.letters.guide_languages import GuideLanguage
from db.store.letter_models import LetterOutcome


class WriteAboutTie(PressRoute, name="tie-letter", reply=Reply.DEFERRED_NEW):
    """Write a letter, on a tie's card."""

    tie: str


class StatementAboutTie(PressRoute, name="tie-statement", reply=Reply.DEFERRED_NEW):
    """Write a statement, beside a hearing."""

    tie: str


class AboutTie(PressRoute, name="letter-tie", reply=Reply.DEFERRED, earlier=("letter:pick:tie/{tie}",)):
    """Begin a letter about a tie, in the message that offered it."""

    tie: str


class AboutPlace(PressRoute, name="letter-place", reply=Reply.DEFERRED, earlier=("letter:pick:place/{place}",)):
    """Begin a general letter about a place without a tie."""

    place: str


class AboutOneOf(PressRoute, name="letter-pick", reply=Reply.DEFERRED):
    """Begin a letter about the tie or place that is chosen."""


def about(value: str) -> AboutTie | AboutPlace:
    """The route of an option's value, such as ``tie/juneau-ak--vladivostok``."""
    kind, _, key = value.partition("/")
    return AboutTie(key) if kind == "tie" else AboutPlace(key)


class QuoteInNew(PressRoute, name="letter-point-tie", reply=Reply.DEFERRED_NEW):
    """Begin a letter about a tie with something that was said in it."""

    point: str
    tie: str


class AskWhere(PressRoute, name="letter-point-where", reply=Reply.FORM):
    """Ask for which city a letter with something that was said is."""

    point: str


class SayWhere(FormRoute, name="letter-point-place", reply=Reply.DEFERRED_NEW):
    """Begin a letter to the city that was typed, with something that was said."""

    point: str


class OpenDraft(PressRoute, name="letter-open", reply=Reply.DEFERRED):
    """Open the draft that is chosen from a person's list."""


class ShowGuide(PressRoute, name="letter-guide", reply=Reply.DEFERRED_NEW, earlier=("letter:guide:{draft}",)):
    """The guide to the interview in Ukrainian or in Russian."""

    language: GuideLanguage = GuideLanguage.UKRAINIAN


class LetterDraftRoute(PressRoute):
    """The base of what is about one draft."""

    draft: str


class ShowLetter(LetterDraftRoute, name="letter-show", reply=Reply.DEFERRED_OWN):
    """The letter with its review."""


class EditWords(LetterDraftRoute, name="letter-words", reply=Reply.FORM):
    """Edit the writer's own words. ``finding`` tells the button beside a finding from the others on the card."""

    finding: int | None = None


class EditWithoutFrame(LetterDraftRoute, name="letter-unframed", reply=Reply.FORM):
    """The words without a letter's greeting and closing, to be confirmed."""

    finding: int | None = None


class KeepAsItIs(LetterDraftRoute, name="letter-keep", reply=Reply.DEFERRED):
    """Leave as it is what a finding asked about once; ``mark`` names it."""

    mark: str


class SayMeaning(LetterDraftRoute, name="letter-meaning", reply=Reply.FORM):
    """Open the form for what a sentence means that may be taken for a threat; ``mark`` names it."""

    mark: str


class TellMeaning(FormRoute, name="letter-means", reply=Reply.DEFERRED_NEW):
    """What the writer says that such a sentence means."""

    draft: str
    mark: str


class ShowOtherSide(LetterDraftRoute, name="letter-other-side", reply=Reply.DEFERRED_NEW):
    """What speaks for keeping the tie, and where to say so."""

    finding: int | None = None


class RestoreWords(LetterDraftRoute, name="letter-undo", reply=Reply.DEFERRED):
    """Go back to what was typed before: to the version of this number, or to the one that is chosen."""

    number: int | None = None


class ReportAddress(LetterDraftRoute, name="letter-address", reply=Reply.DEFERRED_NEW):
    """Say that the address of the office is wrong."""


class ChooseForm(LetterDraftRoute, name="letter-form", reply=Reply.DEFERRED):
    """Choose what to write: a letter, a statement, a letter to the paper."""


class EditAbout(LetterDraftRoute, name="letter-about", reply=Reply.FORM):
    """Edit name and neighborhood."""

    finding: int | None = None


class RenameDraft(LetterDraftRoute, name="letter-rename", reply=Reply.FORM):
    """Give the draft another name."""


class SaveLetter(FormRoute, name="letter-save", reply=Reply.DEFERRED_OWN):
    """Save what was typed into any form of a draft. ``seen`` is the version of the draft that stood in the form."""

    draft: str
    seen: int


class ShowOptions(LetterDraftRoute, name="letter-options", reply=Reply.DEFERRED):
    """The other choices."""


class ChangeRequest(LetterDraftRoute, name="letter-request", reply=Reply.DEFERRED):
    """The other choices, from the finding that the request may be another."""

    finding: int | None = None


class ChooseRequest(LetterDraftRoute, name="letter-ask", reply=Reply.DEFERRED):
    """Choose another request."""


class ChooseTemplate(LetterDraftRoute, name="letter-template", reply=Reply.DEFERRED):
    """Choose another template."""


class ChooseRecipient(LetterDraftRoute, name="letter-recipient", reply=Reply.DEFERRED):
    """Choose another of several offices."""


class ChoosePoints(LetterDraftRoute, name="letter-points", reply=Reply.DEFERRED):
    """Choose what to quote."""


class SetFairLine(LetterDraftRoute, name="letter-fair", reply=Reply.DEFERRED):
    """Put the fair line in, or leave it out."""

    on: bool


class SetTell(LetterDraftRoute, name="letter-tell", reply=Reply.DEFERRED):
    """Ask for a word when the record changes, or no longer."""

    on: bool


class UseNewFact(LetterDraftRoute, name="letter-refresh", reply=Reply.DEFERRED):
    """Build the draft on how the tie stands now."""

    finding: int | None = None


class CopyLetter(LetterDraftRoute, name="letter-copy", reply=Reply.DEFERRED_NEW):
    """The letter to be copied."""


class DownloadLetter(LetterDraftRoute, name="letter-file", reply=Reply.DEFERRED_NEW):
    """The letter as a file of the kind that is chosen."""


class MarkSent(LetterDraftRoute, name="letter-sent", reply=Reply.DEFERRED):
    """Note that the writer sent the letter."""


class AskToDelete(LetterDraftRoute, name="letter-delete", reply=Reply.DEFERRED):
    """Ask before a draft is deleted."""


class DeleteDraft(LetterDraftRoute, name="letter-drop", reply=Reply.DEFERRED):
    """Delete a draft."""


class ClosePanel(LetterDraftRoute, name="letter-close", reply=Reply.DEFERRED):
    """Delete a panel in which nothing was typed."""


class ShowSent(PressRoute, name="letter-after", reply=Reply.DEFERRED):
    """What came of a sent letter that is chosen from the list."""


class SentRoute(PressRoute):
    """The base of what is about one sent letter."""

    letter: str


class NoteAnswer(SentRoute, name="letter-answer", reply=Reply.DEFERRED):
    """Note what the office answered: a button's own outcome, or the one that is chosen."""

    outcome: LetterOutcome | None = None


class RemindAboutLetter(SentRoute, name="letter-remind", reply=Reply.DEFERRED):
    """Promise one reminder in two weeks."""


class DoNotRemind(SentRoute, name="letter-forget", reply=Reply.DEFERRED):
    """Take the reminder back."""


class UndoTemplate(PressRoute, name="letter-template-undo", reply=Reply.DEFERRED):
    """Take back what was done to a template of the server."""

    change: int
