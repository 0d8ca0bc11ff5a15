"""What an editor decided about a tie, in one line of its history of decisions. Pure."""

from __future__ import annotations

from cogs.editing.autocomplete import act_line
from cogs.wording.english import full_stop
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.models import Tie
from db.store.models import ActDraft, AuditEntry, DraftTask

_LABELS = {DraftTask.CORRECT: "What was wrong", DraftTask.RETRACT: "Reason"}


def decision(entry: AuditEntry, draft: ActDraft | None, tie: Tie) -> str:
    """What was decided, without who and when; ``draft`` is the one that it was about, if it is still kept."""
    if draft is None:
        return f"{entry.did}: {_change(entry)}"
    acts = {act.id: f"“{act_line(act)}”" for act in tie.acts}
    if entry.before is None:
        return f"{entry.did} {acts.get(draft.target) or _begun(draft)}.{_because('Reason', entry.after)}"
    became = acts.get(draft.act, draft.act)
    what = f"{acts.get(draft.target, draft.target)} into {became}" if draft.task is DraftTask.CORRECT else became
    told = "announced" if draft.announcement else "quietly"
    return f"{entry.did} {what}: {_change(entry)}, {told}.{_because(_LABELS.get(draft.task), draft.why)}"


def _begun(draft: ActDraft) -> str:
    return f"“{draft.date} · {ACT_KINDS[ActKind(draft.kind)].label}”" if draft.kind else "an act"


def _change(entry: AuditEntry) -> str:
    if entry.before is None or entry.after is None:
        return entry.after or entry.before or ""
    return f"{entry.before} → {entry.after}" if entry.before != entry.after else f"{entry.after} as before"


def _because(label: str | None, why: str | None) -> str:
    return f" {full_stop(f'{label}: {why}')}" if label and why else ""
