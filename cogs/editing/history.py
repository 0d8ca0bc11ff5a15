"""What an editor decided about a tie, in one line of its history of decisions. Pure."""

from __future__ import annotations

from dataclasses import fields

from cogs.editing import history_sentences
from cogs.editing.autocomplete import act_line
from cogs.wording.english import paragraph
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.models import Act, Tie
from db.store.draft_models import ActDraft
from db.store.editing_models import AuditAction, AuditEntry

# What an act is in the record, not what it says.
_NOT_SAID_BY_AN_ACT = frozenset({"id", "replaces", "replaces_why", "retracted", "recorded_on"})


def decision(who: str, entry: AuditEntry, draft: ActDraft | None, tie: Tie, *, has_messages: bool) -> str:
    """What ``who`` decided, plain, without when; ``draft`` is the one that it was about, if it is still kept.

    ``has_messages`` is False where an announcement is known to have gone into no message of its own.
    """
    change = history_sentences.change_of(entry.before, entry.after)
    if draft is None:
        return history_sentences.decided(who, entry.did, change)
    acts = {act.id: f"“{act_line(act)}”" for act in tie.acts}
    target, became = acts.get(draft.target, draft.target), acts.get(draft.act, draft.act)
    how = _told(draft, has_messages=has_messages)
    match entry.did:
        case AuditAction.RECORDED:
            why = history_sentences.because(draft.why) if draft.why else ""
            return paragraph([history_sentences.recorded(who, became, change, how), why])
        case AuditAction.CORRECTED:
            why = history_sentences.because_wrong(draft.why) if draft.why else ""
            changed = _unshown_changes(tie, draft) if target == became else ()
            if changed:
                return paragraph([history_sentences.corrected_in(who, became, changed, change, how), why])
            return paragraph([history_sentences.corrected(who, target, became, change, how), why])
        case AuditAction.WITHDREW:
            why = history_sentences.because(draft.why) if draft.why else ""
            return paragraph([history_sentences.withdrew(who, became, change, how), why])
        case AuditAction.SENT_BACK:
            why = history_sentences.because(entry.after) if entry.after else ""
            return paragraph([history_sentences.sent_draft_back(who, acts.get(draft.target) or _begun(draft)), why])
        case AuditAction.TOOK_BACK:
            return history_sentences.took_draft_back(who, acts.get(draft.target) or _begun(draft))
        case _:
            return history_sentences.decided(who, entry.did, change)


def _told(draft: ActDraft, *, has_messages: bool) -> str:
    if draft.announcement is None:
        return history_sentences.QUIETLY
    return history_sentences.ANNOUNCED if has_messages else history_sentences.ANNOUNCED_TO_NOBODY


def _unshown_changes(tie: Tie, draft: ActDraft) -> tuple[str, ...]:
    """What a correction changed, by the names of the fields."""
    acts = {act.id: act for act in tie.acts}
    wrong, right = acts.get(draft.target), acts.get(draft.act)
    if wrong is None or right is None:
        return ()
    names = (field.name for field in fields(Act) if field.name not in _NOT_SAID_BY_AN_ACT)
    return tuple(name.replace("_", " ") for name in names if getattr(wrong, name) != getattr(right, name))


def _begun(draft: ActDraft) -> str:
    if not draft.kind:
        return history_sentences.AN_ACT
    return history_sentences.act_begun(draft.date, ACT_KINDS[ActKind(draft.kind)].label)
