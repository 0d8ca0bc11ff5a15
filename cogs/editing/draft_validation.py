"""From a draft, as typed, to an act and its sources: or to what is still missing, a sentence each. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain, count
from typing import TypeVar
from urllib.parse import urlsplit

from cogs.editing.impact import same_act
from cogs.editing.parsing import (
    EntryError,
    read_address,
    read_date,
    read_hearing,
    read_optional,
    read_published,
    read_text,
)
from cogs.wording.dates import when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force, is_weak_evidence
from db.record.grades import GRADES, STATE_MEDIA_AT_BEST, Grade
from db.record.models import Act, Confidence, PartialDate, Source, Tie
from db.record.order import free_act_id
from db.record.pages import page_of
from db.record.register import Register
from db.store.models import ActDraft, DraftSource

MOST_SOURCES = 5
# A form's value for a page of state media: their best grade, marked.
STATE_MEDIA = f"{STATE_MEDIA_AT_BEST}*"
GONE = "The act was withdrawn or corrected by somebody meanwhile. Cancel this draft, and begin with the newer one."
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


class DraftStep(StrEnum):
    """What of a draft has to be mended."""

    DATE = "date"
    ACT = "act"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class DraftFault:
    """What is missing or wrong, and in which step; ``number`` is the source's, counted from 1."""

    step: DraftStep
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
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
    found = _read_sources(draft, register, today, faults)
    act = _read_act(draft, tie, found, today, faults)
    new = tuple(source for source in found if source.id not in register.record.sources)
    if act is None or faults:
        return CheckedDraft(None, new, tuple(faults))
    if act.replaces and all(known.id != act.replaces for known in acts_in_force(tie.acts)):
        return CheckedDraft(None, new, (DraftFault(DraftStep.DATE, GONE),))
    known = same_act(tie, act)
    if known is not None:
        return CheckedDraft(None, new, (DraftFault(DraftStep.DATE, already(known)),))
    return CheckedDraft(act, new, (), _recognised(draft, register))


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
        "hearing": str(act.hearing or ""),
        "disputes": act.disputes or "",
    }
    return typed, tuple(DraftSource(sources[name].url) for name in act.sources if name in sources)


def _read_act(draft: ActDraft, tie: Tie, found: list[Source], today: date, faults: list[DraftFault]) -> Act | None:
    def entered(step: DraftStep, read: Callable[[], _T]) -> _T | None:
        return _try(read, step, 0, faults)

    dated = entered(DraftStep.DATE, lambda: read_date(draft.date, today))
    kind = entered(DraftStep.DATE, lambda: _choice(ActKind, draft.kind, "kind of act"))
    actor = entered(DraftStep.ACT, lambda: read_text("actor", draft.actor))
    authority = entered(DraftStep.ACT, lambda: _choice(Authority, draft.authority, "authority"))
    summary = entered(DraftStep.ACT, lambda: read_text("summary", draft.summary))
    vote = entered(DraftStep.ACT, lambda: read_optional("vote", draft.vote))
    condition = hearing = None
    if kind and ACT_KINDS[kind].takes_condition:
        condition = entered(DraftStep.ACT, lambda: read_optional("condition", draft.condition))
    if kind and ACT_KINDS[kind].takes_hearing and dated and draft.hearing.strip():
        hearing = entered(DraftStep.ACT, lambda: read_hearing(draft.hearing, dated, today))
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
        condition=condition,
        vote=vote,
        hearing=hearing,
        replaces=draft.target or None,
        replaces_why=draft.why or None,
        disputes=draft.disputes or None,
    )
    return _told_as(replace(act, confidence=_confidence(act, found)), tie)


def _told_as(act: Act, tie: Tie) -> Act:
    """A correction with what is said of the act that it corrects, for which no form asks, where that still fits."""
    corrected = next((known for known in tie.acts if known.id == act.replaces), None)
    if corrected is None or act.date != corrected.date:
        return act
    said = corrected.said if _decision(act) == _decision(corrected) else None
    return replace(act, said=said, date_basis=corrected.date_basis, date_note=corrected.date_note)


def _decision(act: Act) -> tuple[str | None, ...]:
    """What an act's own sentence may name."""
    return act.kind, act.actor, act.authority, act.vote


def _confidence(act: Act, found: Iterable[Source]) -> Confidence:
    known = {source.id: source for source in found}
    if not is_weak_evidence(act, known):
        return Confidence.HIGH
    return Confidence.MEDIUM if any(GRADES[source.grade].weight for source in known.values()) else Confidence.LOW


def _read_sources(draft: ActDraft, register: Register, today: date, faults: list[DraftFault]) -> list[Source]:
    if not draft.sources:
        faults.append(DraftFault(DraftStep.SOURCE, "A source is missing: every act needs at least one.", 1))
    found: dict[str, Source] = {}
    for number, typed in enumerate(draft.sources, start=1):
        taken = {source.id for source in found.values()}
        source = register.source_of_page(typed.address) or _new_source(typed, number, register, taken, today, faults)
        if source is not None:
            found.setdefault(page_of(source.url), source)
    return list(found.values())


def _new_source(
    typed: DraftSource, number: int, register: Register, taken: set[str], today: date, faults: list[DraftFault]
) -> Source | None:
    def entered(read: Callable[[], _T]) -> _T | None:
        return _try(read, DraftStep.SOURCE, number, faults)

    address = entered(lambda: read_address(typed.address))
    title = entered(lambda: read_text("title", typed.title))
    publisher = entered(lambda: read_text("publisher", typed.publisher or _publisher_of(typed.address, register)))
    published = entered(lambda: read_published(typed.published, today))
    grade = entered(lambda: _choice(Grade, typed.grade.removesuffix("*"), "evidence grade"))
    if address is None or title is None or publisher is None or grade is None:
        return None
    return Source(
        id=source_id(address, published, register.record.sources, taken),
        url=address,
        title=title,
        publisher=publisher,
        published=published,
        grade=grade,
        state_media=typed.grade == STATE_MEDIA,
    )


def _publisher_of(address: str, register: Register) -> str:
    """The publisher as the record names it, if it has one name for all pages of this site."""
    known = {source.publisher for source in register.sources_of_site(address)}
    return known.pop() if len(known) == 1 else ""


def source_id(address: str, published: PartialDate | None, *taken: Container[str]) -> str:
    """A new source's id from its site and date, ``ktoo-20220406``, or ``ktoo-nd`` where the page shows no date."""
    labels = (urlsplit(address).hostname or "").removeprefix("www.").split(".")
    site = max(labels[:-1], key=len, default="page")
    slug = re.sub(r"[^a-z0-9]+", "", site.lower()) or "page"
    plain = f"{slug}-{str(published).replace('-', '') if published else 'nd'}"
    names = chain([plain], (f"{plain}-{number}" for number in count(2)))
    return next(name for name in names if not any(name in ids for ids in taken))


def _choice(kind: type[_E], typed: str, name: str) -> _E:
    try:
        return kind(typed)
    except ValueError:
        raise EntryError(f"The {name} is missing. Choose one from the list.") from None


def _try(read: Callable[[], _T], step: DraftStep, number: int, faults: list[DraftFault]) -> _T | None:
    try:
        return read()
    except EntryError as error:
        faults.append(DraftFault(step, str(error), number))
        return None
