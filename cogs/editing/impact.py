"""What recording an act would do to its tie: where it goes in the order, the standing before and after, what speaks
against it, and whether its evidence carries it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from cogs.editing import impact_sentences, sentences
from cogs.editing.impact_sentences import SecondReason
from cogs.editing.sentences import act_named
from cogs.wording.english import clip, paragraph
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import INVASION, Status, acts_in_force, derive, is_weak_evidence, lineage
from db.record.models import Act, Source, Tie
from db.record.order import places_for
from db.record.pages import count_as_one
from db.record.standings import Standing
from db.record.text import key
from db.record.values import value

_SAME_ACT_DAYS = 10


@value
class Impact:
    """What follows. ``tie`` is the tie as it would be; ``places`` are the positions that the act's date allows."""

    tie: Tie
    act: Act
    before: Status
    after: Status
    position: int
    places: range

    @property
    def moves(self) -> bool:
        """Whether the standing changes."""
        return self.before.standing is not self.after.standing

    @property
    def is_correction(self) -> bool:
        """Whether the act is withdrawn or takes the place of another."""
        return self.act.retracted is not None or self.act.replaces is not None

    @property
    def choices(self) -> tuple[int, ...]:
        """The positions that differ for a reader, one each: acts that count no more make no difference."""
        counting = {act.id for act in acts_in_force(self.tie.acts)} - {self.act.id}
        others = [act.id for act in self.tie.acts if act.id != self.act.id]
        found = {tuple(name for name in others[:place] if name in counting): place for place in self.places}
        found[tuple(name for name in others[: self.position] if name in counting)] = self.position
        return tuple(sorted(found.values()))

    @property
    def disputes(self) -> bool:
        """Whether the tie becomes disputed by this act."""
        return self.after.against is not None and self.after.against.id == self.act.id


def same_act(tie: Tie, act: Act) -> Act | None:
    """The standing act of the same kind, date and actor, or None. The act that this one corrects does not count."""
    for known in acts_in_force(tie.acts):
        if known.id != act.replaces and (known.kind, known.date, key(known.actor)) == (
            act.kind,
            act.date,
            key(act.actor),
        ):
            return known
    return None


def preview_act(tie: Tie, act: Act, follows: str | None = None) -> Impact:
    """What recording the act would do. ``follows`` is the act after which an editor put it: empty for before all,
    None for where its date allows; one that the date does not allow is passed over.
    """
    places = places_for(tie.acts, act.date)
    position = _position(tie.acts, act, places, follows)
    after = replace(tie, acts=(*tie.acts[:position], act, *tie.acts[position:]))
    return Impact(after, act, derive(tie), derive(after), position, places)


def preview_retraction(tie: Tie, target: Act, why: str) -> Impact:
    """What withdrawing an act would do."""
    position = tie.acts.index(target)
    gone = replace(target, retracted=why)
    after = replace(tie, acts=tuple(gone if act.id == target.id else act for act in tie.acts))
    return Impact(after, gone, derive(tie), derive(after), position, range(position, position + 1))


def _position(acts: Sequence[Act], act: Act, places: range, follows: str | None) -> int:
    after = {known.id: i + 1 for i, known in enumerate(acts)} | {"": 0}
    for wanted in (follows, act.replaces):
        if wanted is not None and after.get(wanted) in places:
            return after[wanted]
    return places[-1]


def why_second(impact: Impact, sources: Mapping[str, Source]) -> SecondReason | None:
    """Why a second editor has to confirm; None if none has to.

    No standing comes to rest on less than grade A, or B, or two independent C, by the word of one editor: not by an
    act that moves it, and not because what had carried it is withdrawn or corrected. A tie that becomes disputed is
    given no new standing; a retraction brings no source of its own.
    """
    act = impact.act
    if impact.disputes:
        return None
    if impact.moves and act.retracted is not None:
        return SecondReason.NO_SOURCE
    if is_weak_evidence(act, sources) and (impact.moves or _weakens(impact, sources)):
        return SecondReason.THIN
    return SecondReason.LEFT_THIN if _weakens(impact, sources) else None


def _weakens(impact: Impact, sources: Mapping[str, Source]) -> bool:
    """Whether a standing that moves comes to rest on thin evidence, or one that had better by a retraction or
    correction.
    """
    before, decides = impact.before.basis, impact.after.basis
    if decides is None or not is_weak_evidence(decides, sources):
        return False
    return impact.moves or (impact.is_correction and before is not None and not is_weak_evidence(before, sources))


def can_dispute(impact: Impact) -> bool:
    """Whether the act could be recorded as disputing what stands now; what it corrects it cannot dispute as well."""
    basis = impact.before.basis
    return basis is not None and impact.act.retracted is None and basis.id != impact.act.replaces


def evidence(impact: Impact, sources: Mapping[str, Source]) -> str:
    """The act's sources by grade, and whether they carry a change of standing, if the standing follows from it."""
    act, decides = impact.act, impact.after.basis
    cited = [sources[name] for name in act.sources if name in sources]
    told = [impact_sentences.evidence(sorted(source.grade for source in cited)), *_counted_once(cited)]
    if decides is not None and decides.id == act.id:
        weak = is_weak_evidence(act, sources)
        told.append(impact_sentences.LESS_THAN_NEEDED if weak else impact_sentences.CARRIES_A_CHANGE)
    return paragraph(told)


def _counted_once(cited: Sequence[Source]) -> Iterable[str]:
    """Which of an act's sources are one, by their numbers, and why."""
    for group in count_as_one(cited):
        if len(group) > 1:
            members = [cited[position] for position in group]
            publishers = sorted({source.publisher for source in members})
            names = sorted({source.mirror_of for source in members if source.mirror_of})
            yield impact_sentences.one_report([position + 1 for position in group], publishers, names)


def order_note(impact: Impact) -> str:
    """Where the act stands among the others that count, and whether there is a choice."""
    counting = acts_in_force(impact.tie.acts)
    place = [act.id for act in counting].index(impact.act.id)
    before = act_named(counting[place - 1]) if place else ""
    after = act_named(counting[place + 1]) if place + 1 < len(counting) else ""
    choice = impact_sentences.OTHER_PLACES_TOO if len(impact.choices) > 1 else ""
    if before and after:
        return paragraph([impact_sentences.comes_between(before, after), choice])
    if before:
        return paragraph([impact_sentences.comes_after(before), impact_sentences.IS_THE_LAST, choice])
    return paragraph([impact_sentences.comes_before(after) if after else impact_sentences.COMES_FIRST, choice])


def concerns(impact: Impact, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """What an editor should know before recording, a sentence each."""
    return tuple(_concerns(impact, sources))


def _concerns(impact: Impact, sources: Mapping[str, Source]) -> Iterable[str]:
    act, decides = impact.act, impact.after.basis
    leads_to = ACT_KINDS[act.kind].leads_to
    if decides is not None and decides.id != act.id and _weakens(impact, sources):
        yield impact_sentences.then_rests_on_thin(act_named(decides))
    if act.retracted is not None:
        if act.replaces is not None:
            yield impact_sentences.CORRECTED_TOO
        return
    yield from _near(impact)
    yield from _too_early(act, sources)
    yield from _told_as_another(act)
    if impact.disputes or leads_to is None:
        return
    if act.disputes is not None:
        yield impact_sentences.DISPUTE_SAYS_NOTHING
        return
    if leads_to is Standing.ACTIVE and act.date.last < INVASION:
        yield impact_sentences.before_invasion()
    elif decides is not None and decides.id != act.id:
        yield impact_sentences.then_decides(act_named(decides)) if impact.moves else _overruled(impact, decides)


def _overruled(impact: Impact, decides: Act) -> str:
    ids = [act.id for act in impact.tie.acts]
    ruling = impact.after.against or decides
    if ids.index(ruling.id) > impact.position:
        return impact_sentences.later_act_decides(act_named(ruling))
    return impact_sentences.earlier_act_decides(act_named(decides))


def _near(impact: Impact) -> Iterable[str]:
    near = [act for act in impact.tie.acts if act.kind is impact.act.kind and _close(act, impact.act)]
    own = lineage(impact.act.id, impact.tie.acts)
    for act in near:
        if act.retracted is not None and act.id not in own:
            yield impact_sentences.like_one_withdrawn(act_named(act), act.retracted)
    counting = {act.id for act in acts_in_force(impact.tie.acts)} - {impact.act.id}
    for act in near:
        if act.retracted is None and act.id not in counting and act.id not in own:
            wrong = next((known.replaces_why for known in impact.tie.acts if known.replaces == act.id), None)
            yield impact_sentences.like_one_corrected(act_named(act), wrong)
    for act in near:
        if act.id in counting:
            yield impact_sentences.close_to_one(act_named(act))


def _too_early(act: Act, sources: Mapping[str, Source]) -> Iterable[str]:
    for source in (sources[name] for name in act.sources if name in sources):
        if source.published is not None and source.published.last < act.date.first:
            yield impact_sentences.published_before(clip(source.title, 80), source.published)


def _told_as_another(act: Act) -> Iterable[str]:
    """That the texts of a decision have the words of another kind, and none of its own."""
    if not ACT_KINDS[act.kind].words:
        return
    for worded, text in ((sentences.told_as_another, act.summary), (sentences.said_as_another, act.said or "")):
        told = [kind for kind, known in ACT_KINDS.items() if known.words and _speaks(text, known.words)]
        if told and act.kind not in told:
            yield worded(act.kind, told[0])


def _speaks(summary: str, words: str) -> bool:
    return re.search(rf"\b({words})\b", summary, re.IGNORECASE) is not None


def _close(one: Act, other: Act) -> bool:
    apart = timedelta(_SAME_ACT_DAYS)
    return other.date.first - apart <= one.date.last and one.date.first <= other.date.last + apart


def standing_text(status: Status) -> str:
    """A standing and the act behind it, plain: ``Suspended, not ended (Chicago City Council, 1 March 2022)``."""
    return sentences.standing_by(status.standing, [act for act in (status.basis, status.against) if act])
