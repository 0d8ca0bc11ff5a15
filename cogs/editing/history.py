"""What an editor decided about a tie, in one line of its history of decisions. Pure."""

from __future__ import annotations

from cogs.editing import sentences
from cogs.editing.autocomplete import act_line
from cogs.wording.english import paragraph
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.models import Tie
from db.store.models import ActDraft, AuditAction, AuditEntry


def decision(who: str, entry: AuditEntry, draft: ActDraft | None, tie: Tie) -> str:
    """What ``who`` decided, plain, without when; ``draft`` is the one that it was about, if it is still kept."""
    change = sentences.change_of(entry.before, entry.after)
    if draft is None:
        return sentences.decided(who, entry.did, change)
    acts = {act.id: f"“{act_line(act)}”" for act in tie.acts}
    target, became = acts.get(draft.target, draft.target), acts.get(draft.act, draft.act)
    announced = draft.announcement is not None
    match entry.did:
        case AuditAction.RECORDED:
            return sentences.recorded(who, became, change, announced=announced)
        case AuditAction.CORRECTED:
            why = sentences.because_wrong(draft.why) if draft.why else ""
            return paragraph([sentences.corrected(who, target, became, change, announced=announced), why])
        case AuditAction.WITHDREW:
            why = sentences.because(draft.why) if draft.why else ""
            return paragraph([sentences.withdrew(who, became, change, announced=announced), why])
        case AuditAction.SENT_BACK:
            why = sentences.because(entry.after) if entry.after else ""
            return paragraph([sentences.sent_draft_back(who, acts.get(draft.target) or _begun(draft)), why])
        case AuditAction.TOOK_BACK:
            return sentences.took_draft_back(who, acts.get(draft.target) or _begun(draft))
        case _:
            return sentences.decided(who, entry.did, change)


def _begun(draft: ActDraft) -> str:
    if not draft.kind:
        return sentences.AN_ACT
    return sentences.act_begun(draft.date, ACT_KINDS[ActKind(draft.kind)].label)
