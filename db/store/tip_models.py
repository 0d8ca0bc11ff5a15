"""Tips as values: what was reported, by whom, and what became of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.record.act_kinds import ActKind
from db.record.fact_tables import complete
from db.record.values import value
from db.store.delivery_models import DeliveryKind


class TipSubject(StrEnum):
    """What a sender says happened, in the order in which they choose."""

    ENDED = "ended"
    SUSPENDED = "suspended"
    KEPT = "kept"
    PROPOSED = "proposed"
    RESUMED = "resumed"
    SAID = "said"
    STANDS = "stands"
    NEW_TIE = "new_tie"
    PAGE_CHANGED = "page_changed"
    WRONG = "wrong"
    OFFICE = "office"
    OTHER = "other"
    LOOKED = "looked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TipSubjectFacts:
    """What is known of a subject. ``label`` is how senders choose it, ``short`` names it beside a tie; ``act`` is the
    kind of act that may follow from it, if one may. What ``is_offered`` can be chosen in the form.
    """

    label: str
    short: str
    act: ActKind | None = None
    is_offered: bool = True


TIP_SUBJECTS = complete(
    TipSubject,
    {
        TipSubject.ENDED: TipSubjectFacts(label="The tie was ended", short="ended", act=ActKind.ENDED),
        TipSubject.SUSPENDED: TipSubjectFacts(
            label="The tie was suspended, or put on hold", short="suspended", act=ActKind.SUSPENDED
        ),
        TipSubject.KEPT: TipSubjectFacts(
            label="It was decided not to cut the tie", short="a decision to keep it", act=ActKind.KEPT
        ),
        TipSubject.PROPOSED: TipSubjectFacts(
            label="It was proposed, or is to be voted on", short="a proposal", act=ActKind.PROPOSED
        ),
        TipSubject.RESUMED: TipSubjectFacts(
            label="A suspended tie was taken up again", short="taken up again", act=ActKind.RESUMED
        ),
        TipSubject.SAID: TipSubjectFacts(
            label="Somebody in office said something about it", short="a statement", act=ActKind.STATEMENT
        ),
        TipSubject.STANDS: TipSubjectFacts(
            label="The city or its association says that it stands",
            short="a word that it stands",
            act=ActKind.CONFIRMED,
        ),
        TipSubject.NEW_TIE: TipSubjectFacts(label="A tie that is not on record", short="a tie not on record"),
        TipSubject.PAGE_CHANGED: TipSubjectFacts(label="A page changed, or is gone", short="a page that changed"),
        TipSubject.WRONG: TipSubjectFacts(label="Something here is wrong", short="something wrong here"),
        TipSubject.OFFICE: TipSubjectFacts(label="This office’s address is wrong", short="an office’s address"),
        TipSubject.OTHER: TipSubjectFacts(label="Something else", short="something else"),
        TipSubject.LOOKED: TipSubjectFacts(
            label="I looked and found nothing newer", short="looked, and found nothing newer", is_offered=False
        ),
    },
)


class TipState(StrEnum):
    """``new`` waits for an editor, ``asked`` for its sender. ``claimed`` is never stored: an editor has it open, or a
    draft that was begun from it is not decided yet. ``joined`` goes with an earlier one. The rest are ends.
    """

    NEW = "new"
    CLAIMED = "claimed"
    ASKED = "asked"
    ACCEPTED = "accepted"
    JOINED = "joined"
    UNVERIFIABLE = "unverifiable"
    NOTHING_NEW = "nothing_new"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class TipStateFacts:
    """What is known of a state: its word, ``meaning`` for the sender, and whether an editor may end a tip in it."""

    word: str
    meaning: str
    is_outcome: bool = False


TIP_STATES = complete(
    TipState,
    {
        TipState.NEW: TipStateFacts(word="waiting", meaning="It waits for an editor."),
        TipState.CLAIMED: TipStateFacts(word="being looked at", meaning="An editor is looking at it."),
        TipState.ASKED: TipStateFacts(word="asked back", meaning="An editor asked you something about it."),
        TipState.ACCEPTED: TipStateFacts(
            word="accepted", meaning="An editor took it over into the record.", is_outcome=True
        ),
        TipState.JOINED: TipStateFacts(
            word="joined", meaning="Somebody reported the same before. You hear the outcome all the same."
        ),
        TipState.UNVERIFIABLE: TipStateFacts(
            word="not verifiable", meaning="It could not be checked, so the record stays as it is.", is_outcome=True
        ),
        TipState.NOTHING_NEW: TipStateFacts(
            word="nothing new", meaning="The record has it already, or it changes nothing.", is_outcome=True
        ),
        TipState.REFUSED: TipStateFacts(word="refused", meaning="It is not what the record is about.", is_outcome=True),
        TipState.WITHDRAWN: TipStateFacts(word="withdrawn", meaning="You took it back."),
    },
)
OPEN_STATES = frozenset({TipState.NEW, TipState.ASKED})


@value
class NewTip:
    """What is reported. ``page`` (by ``page_of``), with the tie, and ``event`` make two reports one, None where nothing
    does.

    A person's has a ``sender``. A machine's names the ``machine``, a ``fingerprint`` of what it found, and ``content``,
    a mark of what the page said; its ``words`` say why it is a tip, and ``title`` is that of the page.
    """

    what: TipSubject
    tie: str = ""
    place: str = ""
    date: str = ""
    address: str = ""
    words: str = ""
    page: str | None = None
    event: str | None = None
    sender: int | None = None
    guild: int | None = None
    machine: str = ""
    fingerprint: str | None = None
    content: str | None = None
    title: str = ""


@value
class Tip:
    """One report as it is kept. ``reported`` counts it and those that were joined to it."""

    id: int
    sender: int | None
    machine: str
    what: TipSubject
    tie: str
    place: str
    date: str
    address: str
    words: str
    state: TipState
    joined_to: int | None
    question: str
    asked_by: int | None
    answer: str
    draft: int | None
    decided_by: int | None
    reason: str
    second_by: int | None
    second_note: str
    created_at: datetime
    title: str = ""
    reported: int = 1
    is_being_recorded: bool = False


@value
class TipBlock:
    """That a person may hand in nothing for now."""

    person: int
    reason: str
    blocked_by: int | None
    blocked_at: datetime


@value
class TipPayload:
    """The id of a person's own report."""

    tip: int


TIP_OUTCOME = DeliveryKind("tip_outcome", TipPayload)
TIP_QUESTION = DeliveryKind("tip_question", TipPayload)
