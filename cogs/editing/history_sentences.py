"""The history of editors' decisions, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cogs.wording.english import full_stop, listed
from db.store.editing_models import AuditAction

_WITH_CHANGE: Mapping[AuditAction, str] = {
    AuditAction.RECORDED: "{who} recorded: {change}",
    AuditAction.CORRECTED: "{who} corrected: {change}",
    AuditAction.WITHDREW: "{who} withdrew: {change}",
    AuditAction.SENT_BACK: "{who} sent back: {change}",
    AuditAction.TOOK_BACK: "{who} took back: {change}",
    AuditAction.SEARCHED: "{who} searched: {change}",
    AuditAction.NOTED_OFFICE: "{who} noted an office: {change}",
    AuditAction.UNDID_SEARCH: "{who} took back a search: {change}",
    AuditAction.UNDID_OFFICE: "{who} took back an office: {change}",
    AuditAction.ANNOUNCED_CHANGE: "{who} announced a change by the dataset: {change}",
    AuditAction.SKIPPED_CHANGE: "{who} skipped a change by the dataset: {change}",
    AuditAction.SET_UP: "{who} set up: {change}",
    AuditAction.ADDED_PLACE: "{who} added a place: {change}",
    AuditAction.ADDED_TIE: "{who} added the tie: {change}",
    AuditAction.ADDED_LISTING: "{who} added a listing: {change}",
    AuditAction.NOTED: "{who} noted {change}",
    AuditAction.UNDID_PLACE: "{who} took back a place: {change}",
    AuditAction.UNDID_TIE: "{who} took back the tie: {change}",
    AuditAction.UNDID_LISTING: "{who} took back a listing: {change}",
    AuditAction.UNDID_NOTES: "{who} took back a note: {change}",
}


ANNOUNCED = "announced"
ANNOUNCED_TO_NOBODY = "announced, but no message was sent at once"
QUIETLY = "quietly"


def decided(who: str, did: AuditAction, change: str) -> str:
    """A decision that is not about a draft, or about one that is no longer kept."""
    return _WITH_CHANGE[did].format(who=who, change=change)


def change_of(before: str | None, after: str | None) -> str:
    """What a decision changed."""
    if before is None or after is None:
        return after or before or ""
    return f"{before} → {after}" if before != after else f"{after} as before"


def recorded(who: str, act: str, change: str, how: str) -> str:
    """Who recorded an act; ``how`` is one of the three above."""
    return f"{who} recorded {act}: {change}, {how}."


def corrected(who: str, wrong: str, act: str, change: str, how: str) -> str:
    """Who corrected one."""
    return f"{who} corrected {wrong} into {act}: {change}, {how}."


def corrected_in(who: str, act: str, fields: Iterable[str], change: str, how: str) -> str:
    """Who corrected one in what its line does not show."""
    return f"{who} corrected the {listed(fields)} of {act}: {change}, {how}."


def withdrew(who: str, act: str, change: str, how: str) -> str:
    """Who withdrew one."""
    return f"{who} withdrew {act}: {change}, {how}."


def sent_draft_back(who: str, act: str) -> str:
    """Who sent a draft back."""
    return f"{who} sent back {act}."


def took_draft_back(who: str, act: str) -> str:
    """Who took a draft of their own back."""
    return f"{who} took back {act}."


def because(why: str) -> str:
    """Why."""
    return full_stop(f"Reason: {why}")


def because_wrong(why: str) -> str:
    """Why something was corrected."""
    return full_stop(f"What was wrong: {why}")


def entered_by_other(line: str, editor: str) -> str:
    """The same where another editor had entered it."""
    return f"{line} (entered by {editor})"


AN_ACT = "an act"


def act_begun(dated: str, kind: str) -> str:
    """An act of a draft that is not on record."""
    return f"“{dated} · {kind}”"
