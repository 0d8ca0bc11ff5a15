"""From a draft, as typed, to an act and its sources: or to what is still missing, a sentence each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import TypedDict, TypeVar

from cogs.editing import sentences
from cogs.editing.draft_faults import DraftFault, DraftStep, attempt
from cogs.editing.impact import preview_act, same_act
from cogs.editing.parsing import read_address, read_hearing_time, read_optional, read_text, read_zone
from cogs.editing.source_entry import read_choice, read_sources
from cogs.wording.date_parsing import read_date
from cogs.wording.dates import when
from cogs.wording.english import series
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.dataset.texts import check_wording
from db.record.derivation import acts_in_force, is_weak_evidence, withdrawn_acts
from db.record.grades import GRADES
from db.record.models import Act, Confidence, DateBasis, PartialDate, Place, Source, Tie
from db.record.order import free_act_id
from db.record.register import Register
from db.record.time_zones import only_zone
from db.record.values import value
from db.store.draft_models import ActDraft, DraftSource, DraftTask

MOST_SOURCES = 5
GONE = "The act was withdrawn or corrected by somebody meanwhile. Cancel this draft, and begin with the newer one."
_T = TypeVar("_T")


class HeardAs(TypedDict, total=False):
    """The fields of an act that go with a hearing."""

    hearing: date | None
    hearing_time: time | None
    hearing_zone: str | None
    hearing_place: str | None
    hearing_speak: str | None
    hearing_agenda: str | None
    hearing_cancelled: bool


@value
class CheckedDraft:
    """What a draft amounts to. ``act`` is None while there are faults; ``new`` are sources that the record lacks.

    ``recognised`` are those that it has, though something else was typed about them.
    """

    act: Act | None
    new: tuple[Source, ...]
    faults: tuple[DraftFault, ...]
    recognised: tuple[Source, ...] = ()


def check_draft(draft: ActDraft, tie: Tie, register: Register, today: date) -> CheckedDraft:
    """Read a draft against the tie as it now is and the register's sources."""
    faults: list[DraftFault] = []
    if not draft.sources:
        faults.append(DraftFault(DraftStep.SOURCE, "A source is missing: every act needs at least one.", 1))
    found = [source for _, source in read_sources(draft.sources, register, today, faults)]
    act = _read_act(draft, tie, found, register, today, faults)
    if act is not None and all(fault.step is not DraftStep.SAID for fault in faults):
        _check_told(act, tie, register, faults)
    new = tuple(source for source in found if source.id not in register.record.sources)
    if act is None or faults:
        return CheckedDraft(None, new, tuple(faults))
    if act.replaces and all(known.id != act.replaces for known in _replaceable(draft, tie)):
        return CheckedDraft(None, new, (DraftFault(DraftStep.DATE, GONE),))
    if _is_unchanged(act, tie, draft):
        return CheckedDraft(None, new, (DraftFault(DraftStep.DATE, sentences.NOTHING_CHANGED),))
    known = same_act(tie, act)
    if known is not None:
        return CheckedDraft(None, new, (DraftFault(DraftStep.DATE, already(known)),))
    return CheckedDraft(act, new, (), _recognised(draft, register))


def _replaceable(draft: ActDraft, tie: Tie) -> tuple[Act, ...]:
    """The acts whose place a draft may take: of a correction those that count, else those that were withdrawn."""
    return acts_in_force(tie.acts) if draft.task is DraftTask.CORRECT else withdrawn_acts(tie.acts)


def _is_unchanged(act: Act, tie: Tie, draft: ActDraft) -> bool:
    """Whether a correction says what the act that it corrects says, and could not go elsewhere in the order."""
    corrected = next((known for known in tie.acts if known.id == act.replaces), None)
    if corrected is None or _said_by(act) != _said_by(corrected):
        return False
    return len(preview_act(tie, act, draft.follows).choices) < 2


def _said_by(act: Act) -> Act:
    """An act without what it is in the record."""
    return replace(act, id="", replaces=None, replaces_why=None, recorded_on=None)


def _recognised(draft: ActDraft, register: Register) -> tuple[Source, ...]:
    known = ((typed, register.source_of_page(typed.address)) for typed in draft.sources)
    return tuple(
        source
        for typed, source in known
        if source is not None
        and (typed.title not in {"", source.title} or typed.grade.removesuffix("*") not in {"", source.grade})
    )


def already(known: Act) -> str:
    """That an act is in the record, and what it says."""
    return (
        f"The record already has this act: “{ACT_KINDS[known.kind].label}”, {when(known.date)}, {known.actor}: "
        f"{known.summary} To mend it, use /record correct."
    )


def filled_from(act: Act, sources: Mapping[str, Source]) -> tuple[dict[str, str], tuple[DraftSource, ...]]:
    """The fields and sources of a draft that begins as an act of the record is."""
    typed = {
        "kind": str(act.kind),
        "date": str(act.date),
        "actor": act.actor,
        "authority": str(act.authority),
        "summary": act.summary,
        "vote": act.vote or "",
        "condition": act.condition or "",
        "hearing": _hearing_as_typed(act),
        "hearing_zone": act.hearing_zone or "",
        "hearing_place": act.hearing_place or "",
        "hearing_speak": act.hearing_speak or "",
        "hearing_agenda": act.hearing_agenda or "",
        "disputes": act.disputes or "",
        "said": act.said or "",
        "date_basis": str(act.date_basis),
        "date_note": act.date_note or "",
    }
    cited = [sources[name] for name in act.sources if name in sources]
    if act.confidence is not _confidence(act, cited):
        typed["confidence"] = str(act.confidence)
    return typed, tuple(DraftSource(source.url) for source in cited)


def _hearing_as_typed(act: Act) -> str:
    """When a hearing is, as an editor would type it."""
    at = act.hearing_time.isoformat("minutes") if act.hearing_time else ""
    cancelled = "cancelled" if act.hearing_cancelled else ""
    return series(part for part in (str(act.hearing or ""), at, cancelled) if part)


def _read_act(
    draft: ActDraft, tie: Tie, found: list[Source], register: Register, today: date, faults: list[DraftFault]
) -> Act | None:
    def entered(step: DraftStep, read: Callable[[], _T]) -> _T | None:
        return attempt(read, step, 0, faults)

    dated = entered(DraftStep.DATE, lambda: read_date(draft.date, today))
    kind = entered(DraftStep.DATE, lambda: read_choice(ActKind, draft.kind, "kind of act"))
    actor = entered(DraftStep.ACT, lambda: read_text("actor", draft.actor))
    authority = entered(DraftStep.ACT, lambda: read_choice(Authority, draft.authority, "authority"))
    summary = entered(DraftStep.ACT, lambda: read_text("summary", draft.summary))
    vote = entered(DraftStep.ACT, lambda: read_optional("vote", draft.vote))
    said = entered(DraftStep.SAID, lambda: read_optional("said", draft.said))
    date_note = entered(DraftStep.SAID, lambda: read_optional("date_note", draft.date_note))
    condition = None
    heard: HeardAs = {}
    if kind and ACT_KINDS[kind].takes_condition:
        condition = entered(DraftStep.ACT, lambda: read_optional("condition", draft.condition))
    if kind and ACT_KINDS[kind].takes_hearing and dated and draft.hearing.strip():
        heard = _read_hearing(draft, dated, register.record.places.get(tie.us), today, faults)
    if dated is None or kind is None or actor is None or authority is None or summary is None:
        return None
    act = Act(
        id=free_act_id(tie, dated, kind),
        date=dated,
        kind=kind,
        actor=actor,
        authority=authority,
        summary=summary,
        sources=tuple(source.id for source in found),
        said=said,
        date_basis=DateBasis(draft.date_basis) if draft.date_basis else DateBasis.REPORTED,
        date_note=date_note,
        recorded_on=_recorded_on(draft, dated, tie, today),
        condition=condition,
        vote=vote,
        **heard,
        replaces=draft.target or None,
        replaces_why=draft.why or None,
        disputes=draft.disputes or None,
    )
    judged = Confidence(draft.confidence) if draft.confidence else _confidence(act, found)
    return replace(act, confidence=judged)


def _read_hearing(
    draft: ActDraft, dated: PartialDate, place: Place | None, today: date, faults: list[DraftFault]
) -> HeardAs:
    """What goes with a hearing. A time without a zone is by the clocks of the place's state, if that has one alone."""
    when_heard = attempt(lambda: read_hearing_time(draft.hearing, dated, today), DraftStep.ACT, 0, faults)
    if when_heard is None:
        return {}

    def entered(read: Callable[[], str | None]) -> str | None:
        return attempt(read, DraftStep.HEARING, 0, faults)

    zone = None
    if when_heard.at is not None:
        chosen = draft.hearing_zone or only_zone((place and place.state) or "")
        zone = entered(lambda: read_zone(chosen)) if chosen else None
        if not chosen:
            faults.append(DraftFault(DraftStep.HEARING, sentences.ZONE_MISSING))
    return {
        "hearing": when_heard.day,
        "hearing_time": when_heard.at if zone else None,
        "hearing_zone": zone,
        "hearing_place": entered(lambda: read_optional("hearing_place", draft.hearing_place)),
        "hearing_speak": entered(lambda: read_optional("hearing_speak", draft.hearing_speak)),
        "hearing_agenda": entered(lambda: read_address(draft.hearing_agenda) if draft.hearing_agenda.strip() else None),
        "hearing_cancelled": when_heard.is_cancelled,
    }


def _recorded_on(draft: ActDraft, dated: PartialDate, tie: Tie, today: date) -> date | None:
    """The day on which an act is entered. A correction of something else than the date makes no search older."""
    corrected = next((known for known in tie.acts if known.id == draft.target), None)
    return corrected.recorded_on if corrected is not None and corrected.date == dated else today


def _check_told(act: Act, tie: Tie, register: Register, faults: list[DraftFault]) -> None:
    """Note what is wrong with an act's own sentence and the note on its date, by the rules of the dataset, and a
    sentence that was written for the act that this one corrects.
    """
    places = register.record.places
    check_wording(
        act,
        (places.get(tie.us), places.get(tie.ru)),
        lambda _, field, told: faults.append(DraftFault(DraftStep.SAID, sentences.wording_fault(field, told))),
    )
    corrected = next((known for known in tie.acts if known.id == act.replaces), None)
    if corrected is not None and act.said and act.said == corrected.said and _told(act) != _told(corrected):
        faults.append(DraftFault(DraftStep.SAID, sentences.said_of_another(act.said)))
    if corrected is not None and act.date_note and act.date_note == corrected.date_note and act.date != corrected.date:
        faults.append(DraftFault(DraftStep.SAID, sentences.DATE_NOTE_OF_ANOTHER))


def _told(act: Act) -> tuple[str | None, ...]:
    """What an act's own sentence may name."""
    return act.kind, act.actor, act.authority, act.vote


def _confidence(act: Act, found: Iterable[Source]) -> Confidence:
    known = {source.id: source for source in found}
    if not is_weak_evidence(act, known):
        return Confidence.HIGH
    return Confidence.MEDIUM if any(GRADES[source.grade].weight for source in known.values()) else Confidence.LOW
