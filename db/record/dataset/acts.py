"""What must hold for a tie's acts and listings."""

from __future__ import annotations

import re
from itertools import pairwise

from db.record.act_kinds import ACT_KINDS
from db.record.dataset.texts import Note
from db.record.models import Act, Tie
from db.record.order import act_id
from db.record.pages import AddressError, read_address
from db.record.time_zones import is_time_zone

_OF_HEARING = (
    *("hearing_time", "hearing_zone", "hearing_place", "hearing_speak", "hearing_agenda", "hearing_cancelled"),
)

_NUMBER, _FURTHER = re.compile(r"\d+"), re.compile(r"-\d+")


def check_acts(tie: Tie, note: Note) -> None:
    """Note the faults of a tie's acts as (entry, field, message)."""
    order = {act.id: number for number, act in enumerate(tie.acts)}
    for act in tie.acts:
        _check_id(tie, act, note)
        _check_fields(act, note)
        _check_links(act, order, note)
    for above, act in pairwise(tie.acts):
        if act.date.last < above.date.first:
            note(
                act.id, "date", f"{act.date} is before {above.date}, the date of {above.id} above it; put them in order"
            )
    _check_circles(tie, note)


def check_searches(tie: Tie, note: Note) -> None:
    """Note the faults of a tie's searches as (entry, field, message)."""
    known = {act.id for act in tie.acts}
    for number, search in enumerate(tie.searches, 1):
        if search.knew is not None and search.knew not in known:
            note(f"{tie.id}, search {number}", "knew", f'no act "{search.knew}" in this tie; name one, or leave it out')


def check_listings(tie: Tie, note: Note) -> None:
    """Note the faults of a tie's listings as (entry, field, message)."""
    for listing in tie.listings:
        before, _, number = listing.id.rpartition(".")
        if before != f"{tie.id}.listing" or not _NUMBER.fullmatch(number):
            note(listing.id, "id", f"must be {tie.id}.listing. and a number")
        if not listing.sources:
            note(listing.id, "sources", "a listing needs at least one source")


def _check_id(tie: Tie, act: Act, note: Note) -> None:
    usual = act_id(tie.id, act.date, act.kind)
    if act.id != usual and not (act.id.startswith(usual) and _FURTHER.fullmatch(act.id, len(usual))):
        note(act.id, "id", f"must be {usual}, or {usual}-2 for a second act of that day and kind")


def _check_fields(act: Act, note: Note) -> None:
    if not act.sources:
        note(act.id, "sources", "an act needs at least one source")
    if act.condition and not ACT_KINDS[act.kind].takes_condition:
        note(act.id, "condition", f"belongs to a suspension; this act is of the kind {act.kind}")
    if act.hearing and not ACT_KINDS[act.kind].takes_hearing:
        note(act.id, "hearing", f"belongs to a proposal; this act is of the kind {act.kind}")
    if act.hearing and act.hearing < act.date.first:
        note(act.id, "hearing", f"{act.hearing} is before the proposal of {act.date}; check both dates")
    _check_hearing(act, note)
    if act.recorded_on and act.recorded_on < act.date.first:
        note(act.id, "recorded_on", f"{act.recorded_on} is before the act itself, {act.date}; check both dates")
    if (act.replaces is None) != (act.replaces_why is None):
        note(act.id, "replaces_why", "replaces and replaces_why go together: the act that is corrected, and why")


def _check_hearing(act: Act, note: Note) -> None:
    """Note what is wrong with what goes with the day of a hearing."""
    if act.hearing is None:
        for name in _OF_HEARING:
            if getattr(act, name):
                note(act.id, name, "goes with a hearing; give its day, or leave this out")
    if (act.hearing_time is None) != (act.hearing_zone is None):
        note(act.id, "hearing_time", "hearing_time and hearing_zone go together: the time, and by whose clocks")
    if act.hearing_zone is not None and not is_time_zone(act.hearing_zone):
        note(act.id, "hearing_zone", f'"{act.hearing_zone}" is no time zone; write it like "America/Los_Angeles"')
    if act.hearing_agenda is not None:
        try:
            read_address(act.hearing_agenda)
        except AddressError as error:
            note(act.id, "hearing_agenda", str(error))


def _check_links(act: Act, order: dict[str, int], note: Note) -> None:
    for field, other in (("replaces", act.replaces), ("disputes", act.disputes)):
        if other is None:
            continue
        if other == act.id:
            note(act.id, field, "an act cannot name itself; name another act of this tie")
        elif other not in order:
            note(act.id, field, f'no act "{other}" in this tie; name one of its acts')
    if act.disputes in order and order[act.disputes] > order[act.id]:
        note(act.id, "disputes", f"{act.disputes} stands below it; an act can only dispute one that came before it")


def _check_circles(tie: Tie, note: Note) -> None:
    replaces = {act.id: act.replaces for act in tie.acts}
    for act in tie.acts:
        seen = {act.id}
        follow = act.replaces
        while follow is not None and follow not in seen:
            seen.add(follow)
            follow = replaces.get(follow)
        if follow == act.id and act.replaces != act.id:
            note(
                act.id,
                "replaces",
                f"{act.id} and {act.replaces} replace each other; only the newer can replace the older",
            )
