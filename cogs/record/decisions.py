"""What an editor decided about a tie, in one line of its history of decisions. Pure."""

from __future__ import annotations

from cogs.common.words import KIND_WORDS, full_stop
from cogs.record.outlook import named
from db.audit import AuditEntry
from db.editing import Draft, Task
from db.models import ActKind, Tie

_LABELS = {Task.RECORD: "", Task.CORRECT: "What was wrong", Task.RETRACT: "Reason"}


def decision(entry: AuditEntry, draft: Draft | None, tie: Tie) -> str:
    """What was decided, without who and when; ``draft`` is the one that it was about, if it is still kept."""
    if draft is None:
        return f"{entry.did}: {_change(entry)}"
    if not draft.act:
        return f"{entry.did} {_begun(draft)}{_because('Reason', entry.after)}"
    told = "announced" if draft.announcement else "quietly"
    return f"{entry.did} {_acts(draft, tie)}: {_change(entry)}, {told}.{_because(_LABELS[draft.task], draft.why)}"


def _acts(draft: Draft, tie: Tie) -> str:
    """The act of a draft, and the one that it took the place of."""
    acts = {act.id: act for act in tie.acts}
    names = [draft.target, draft.act] if draft.task is Task.CORRECT else [draft.act]
    return " into ".join(named(acts[name]) if name in acts else name for name in names)


def _begun(draft: Draft) -> str:
    kind = KIND_WORDS[ActKind(draft.kind)] if draft.kind else "an act"
    return f"“{kind}” {draft.date}".rstrip() + "."


def _change(entry: AuditEntry) -> str:
    if entry.before is None or entry.after is None:
        return entry.after or entry.before or ""
    return f"{entry.before} → {entry.after}" if entry.before != entry.after else f"{entry.after} as before"


def _because(label: str, why: str | None) -> str:
    return f" {full_stop(f'{label}: {why}')}" if label and why else ""
