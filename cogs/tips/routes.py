"""The buttons and forms of tips: of their senders, and of the editors who look at them."""

from __future__ import annotations

from cogs.kit.routes import FormRoute, PressRoute, Reply


class SendTip(FormRoute, name="tip-send", reply=Reply.DEFERRED_NEW):
    """Hand in what was typed, about a tie if the form was opened for one, and with a file that was taken before.

    ``by`` tells two open forms apart.
    """

    by: int
    tie: str = ""
    file: int = 0


class WriteTip(PressRoute, name="tip-write", reply=Reply.FORM):
    """The form for the tip of a file that was taken already."""

    file: int
    tie: str = ""


class AddFile(PressRoute, name="tip-file", reply=Reply.FORM):
    """The form in which a file is added to one's own tip."""

    tip: int


class SaveFile(FormRoute, name="tip-file-save", reply=Reply.DEFERRED_NEW):
    """Take a file for one's own tip."""

    tip: int


class MyTips(PressRoute, name="tip-mine", reply=Reply.DEFERRED_OWN):
    """What one has handed in, with what became of it."""


class ShowMyTip(PressRoute, name="tip-show", reply=Reply.DEFERRED_OWN):
    """One's own tip that is chosen from the list."""


class WithdrawTip(PressRoute, name="tip-withdraw", reply=Reply.DEFERRED_OWN):
    """Take one's own tip back."""

    tip: int


class AnswerTip(PressRoute, name="tip-answer", reply=Reply.FORM):
    """The form in which a sender answers what an editor asked."""

    tip: int


class SaveAnswer(FormRoute, name="tip-answered", reply=Reply.DEFERRED_NEW):
    """Hand an answer to the editors."""

    tip: int


class TipRoute(PressRoute):
    """The base of an editor's presses on a tip's card."""

    tip: int


class RecordFromTip(TipRoute, name="tip-record", reply=Reply.FORM):
    """Begin the draft of an act, filled in from the tip."""


class NoteSearchOfTip(TipRoute, name="tip-search", reply=Reply.DEFERRED):
    """Note in the record that a volunteer looked, as they say, and accept the tip."""


class AskAboutTip(TipRoute, name="tip-ask", reply=Reply.FORM):
    """The form in which an editor asks the sender something."""


class DecideTip(TipRoute, name="tip-decide", reply=Reply.FORM):
    """The form in which an editor ends a tip, with the reason."""


class TieOfTip(TipRoute, name="tip-tie", reply=Reply.DEFERRED):
    """Say which tie a tip is about, by the one that is chosen."""


class JoinTip(TipRoute, name="tip-join", reply=Reply.DEFERRED):
    """Let a tip go with another one that is about the same."""

    into: int


class BlockSender(TipRoute, name="tip-block", reply=Reply.FORM):
    """The form in which an editor says why a sender may hand in nothing for now."""


class UnblockSender(TipRoute, name="tip-unblock", reply=Reply.DEFERRED):
    """Let the sender of a tip hand in tips again."""


class UnblockPerson(PressRoute, name="tip-unblock-person", reply=Reply.DEFERRED):
    """Let a person of the list of those who are blocked hand in tips again."""

    person: int


class TipIsRight(TipRoute, name="tip-right", reply=Reply.DEFERRED):
    """A second editor finds that an accepted tip was rightly accepted."""


class TipIsWrong(TipRoute, name="tip-wrong", reply=Reply.FORM):
    """The form in which a second editor says what is wrong with an accepted tip."""


class TipForm(FormRoute):
    """The base of an editor's forms about a tip."""

    tip: int


class SaveQuestion(TipForm, name="tip-asked", reply=Reply.DEFERRED):
    """Ask the sender what was typed."""


class SaveDecision(TipForm, name="tip-decided", reply=Reply.DEFERRED):
    """End the tip as was chosen."""


class SaveBlock(TipForm, name="tip-blocked", reply=Reply.DEFERRED):
    """Let the sender hand in nothing for now."""


class SaveSecondLook(TipForm, name="tip-looked", reply=Reply.DEFERRED):
    """Note what a second editor found wrong."""


class AnotherTask(PressRoute, name="task-next", reply=Reply.DEFERRED):
    """Another task of ten minutes."""


class LookedAtTie(PressRoute, name="task-looked", reply=Reply.FORM):
    """Nothing newer, of a task: the form in which a volunteer says where they looked."""

    tie: str


class SaveLooked(FormRoute, name="task-save", reply=Reply.DEFERRED):
    """Hand to the editors what a volunteer looked through; ``by`` tells two open forms apart."""

    by: int
    tie: str


class CouldNotLook(PressRoute, name="task-pass", reply=Reply.DEFERRED):
    """Let a task go."""

    tie: str


class NoteSearch(PressRoute, name="stale-note", reply=Reply.FORM):
    """The form in which an editor says where they looked for news of a tie."""

    tie: str


class SaveSearch(FormRoute, name="stale-noted", reply=Reply.DEFERRED):
    """Note an editor's search; ``by`` tells two open forms apart."""

    by: int
    tie: str
