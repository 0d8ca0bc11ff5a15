"""How much time lies between what was done on a tie, or between an event that all know and that. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from cogs.lookup.history import past_sentences as told
from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.lookup.times.eras import SPEECH_DAY, reckons_by_the_speech
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.authorities import Authority
from db.record.caching import of_the_last
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

# Of so many ties at most it is told how long things took; so many acts of each.
_MOST_TIES = 2
_MOST_COMPARED = 6
_MOST_ACTS = 10
_HOW_LONG, _LASTED, _SO_FAR, FROM_WAR = (
    said_in_all("past", name) for name in ("how_long", "lasted", "so_far", "from_war")
)
_SINCE_LAST = said_in_all("past", "since_last")
_ASKED = PhraseTable[str]({"how_long": _HOW_LONG, "lasted": _LASTED, "so_far": _SO_FAR, "since_last": _SINCE_LAST})
# The time is asked from a call or a motion on.
_FROM_A_CALL = said_in_all("past", "from_a_call")


# A question is asked this by several in turn.
@of_the_last
def asks_how_long(question: Question) -> bool:
    """Whether it is asked how much time lies between two things, or since one."""
    return bool(_ASKED.found(question.joined)) or Aspect.LENGTH in aspects_asked(question)


def asks_how_long_ago(question: Question) -> bool:
    """Whether it is asked how long ago something was: "the latest suspension, how long ago is that"."""
    return _SO_FAR.search(question.joined) is not None


def words_of_how_long(question: Question) -> frozenset[str]:
    """The normalised words by which it is asked how much time lies between two things."""
    found = _ASKED.found(question.joined).values()
    return words_matched(chain.from_iterable(found))


def interval_part(ties: Sequence[Tie], question: Question, register: Register, today: date) -> TextBlock | None:
    """How much time lies between what was done on a tie, where that is asked: asked and voted, kept and suspended.

    Which two acts are meant is seldom sure: all that are dated are told, each with the time since the one before it;
    where the question reckons from the invasion or from Zelenskyy's speech, with the time since that.
    """
    if not 0 < len(ties) <= _MOST_COMPARED or not asks_how_long(question):
        return None
    if len({tie.us for tie in ties}) == 2:
        if _FROM_A_CALL.search(question.joined) and (called := _since_the_calls(ties, register)):
            return TextBlock(tuple(map(Line, called)), told.HOW_LONG)
        apart = _apart(ties, register)
        return TextBlock((Line(apart),), told.HOW_LONG) if apart else None
    if len(ties) > _MOST_TIES:
        return None
    lines = [line for tie in ties for line in _told(tie, question, register, today)]
    return TextBlock(tuple(map(Line, lines)), told.HOW_LONG) if lines else None


def each_in_its_time_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """For each tie on which two things were decided, how much time lay between, where that is asked of a list."""
    if not asks_how_long(question):
        return None
    lines = [told.between(pair_name(tie, register), *both) for tie in ties if (both := _changed(since_invasion(tie)))]
    return TextBlock(tuple(map(Line, lines)), told.HOW_LONG) if lines else None


def _changed(acts: Sequence[Act]) -> tuple[Act, Act] | None:
    """The first decision not to cut a tie, and the decision that cut it, of which the last tells how it stands."""
    kept = next((act for act in acts if act.kind is ActKind.KEPT), None)
    cut = next((act for act in reversed(acts) if act.kind in CUTTING), None)
    return (kept, cut) if kept and cut and kept.date.first <= cut.date.first else None


def _apart(ties: Sequence[Tie], register: Register) -> str:
    """How long one of two ties was decided on after the other; empty where one was not."""
    found = [(tie, act) for tie in ties if (act := _decision(since_invasion(tie)))]
    found.sort(key=lambda each: (each[1].date.first, each[1].date.last))
    # Of a place with two ties, that which was decided on first.
    later = next((each for each in found if each[0].us != found[0][0].us), None)
    if later is None:
        return ""
    one, act = found[0]
    return told.apart(pair_name(one, register), act, pair_name(later[0], register), later[1])


def _since_the_calls(ties: Sequence[Tie], register: Register) -> list[str]:
    """How long it took on each tie from a first call for a decision to it; empty where none was called for."""
    called = [(pair_name(tie, register), _call_and_decision(since_invasion(tie))) for tie in ties]
    if not any(both for _, both in called):
        return []
    return [told.between(pair, *both) if both else told.no_call(pair) for pair, both in called]


def _call_and_decision(acts: Sequence[Act]) -> tuple[Act, Act] | None:
    """The first proposal on the American side and the decision that came after it."""
    decision = _decision(acts)
    calls = (act for act in acts if act.kind is ActKind.PROPOSED and _is_step(act))
    call = next(calls, None)
    return (call, decision) if call and decision and call.date.first <= decision.date.first else None


def decision_on(tie: Tie) -> Act | None:
    """What cut a tie first since the invasion; where nothing did, the first decision on it; None without any."""
    return _decision(since_invasion(tie))


def _decision(acts: Sequence[Act]) -> Act | None:
    """What cut a tie first; where nothing did, the first decision on it."""
    cuts = [act for act in acts if act.kind in CUTTING]
    return next(iter(cuts or [act for act in acts if ACT_KINDS[act.kind].decides]), None)


def _told(tie: Tie, question: Question, register: Register, today: date) -> Iterator[str]:
    pair, joined = pair_name(tie, register), question.joined
    acts = since_invasion(tie)
    if reckons_by_the_speech(joined):
        yield from _since_event(pair, told.THE_SPEECH, SPEECH_DAY, acts)
    elif FROM_WAR.search(joined):
        yield from _since_event(pair, told.THE_INVASION, INVASION, acts)
    elif _SINCE_LAST.search(joined):
        yield from _until_now(tie, pair, register, today)
    elif _LASTED.search(joined) or Aspect.LENGTH in aspects_asked(question):
        yield _lifetime(tie, pair, acts)
    elif _SO_FAR.search(joined):
        yield from _until_now(tie, pair, register, today)
    elif _FROM_A_CALL.search(joined) and (both := _call_and_decision(acts)):
        yield told.between(pair, *both)
    else:
        named = {each.id for speaker in question.speakers for each in speaker.appearances}
        ours = [act for act in acts if act.authority is not Authority.PARTNER or act.id in named]
        alone = len(ours) < 2 and tie.since is not None and any(act.kind in CUTTING for act in ours)
        # Where nothing but its end is dated, the time before that is from its beginning.
        yield from [_lifetime(tie, pair, ours)] if alone else _between_all(pair, ours)


def since_invasion(tie: Tie) -> list[Act]:
    """The acts on a tie that are in force and may be of the time since the invasion, in order."""
    found = (act for act in acts_in_force(tie.acts) if act.date.last >= INVASION)
    return sorted(found, key=lambda act: (act.date.first, act.date.last))


def _since_event(pair: str, event: str, day: date, acts: Sequence[Act]) -> Iterator[str]:
    """How long after an event each act came that proposed or decided something; that none did."""
    after = [act for act in acts if act.date.first >= day and _is_step(act)]
    if not after:
        # "Before or after, and by how long": where nothing followed, what came before is told.
        earlier = [act for act in acts if act.date.last < day and ACT_KINDS[act.kind].decides]
        yield from (told.before_event(pair, event, day, act) for act in earlier[:_MOST_ACTS])
        yield told.none_after(pair, event)
    for act in after[:_MOST_ACTS]:
        yield told.after_event(pair, event, day, act)


def _is_step(act: Act) -> bool:
    """Whether an act proposes or decides something, on the American side."""
    step = ACT_KINDS[act.kind].decides or act.kind is ActKind.PROPOSED
    return step and act.authority is not Authority.PARTNER


def _lifetime(tie: Tie, pair: str, acts: Sequence[Act]) -> str:
    """How long a tie had been when it was cut; that it was not, and what is on record of its lying idle."""
    cut = next((act for act in acts if act.kind in CUTTING), None)
    if tie.since is None:
        return told.no_year(pair)
    if cut:
        return told.lasted(pair, tie.since, cut)
    idle = next((act for act in acts if ACT_KINDS[act.kind].leads_to is Standing.DORMANT), None)
    return told.not_cut(pair, tie.since, idle)


def _until_now(tie: Tie, pair: str, register: Register, today: date) -> Iterator[str]:
    """How long a tie has stood as it does, by the act behind that."""
    status = register.status(tie.id)
    if status.basis is not None:
        yield told.for_so_long(pair, STANDINGS[status.standing].word, status.basis.date, today)


def _between_all(pair: str, acts: Sequence[Act]) -> Iterator[str]:
    """Each act with the time since the one before it, below the time from the first decision to the last."""
    if len(acts) < 2:
        yield told.no_two_acts(pair)
    elif len(acts) == 2:
        yield told.between(pair, *acts)
    else:
        decided = [act for act in acts if ACT_KINDS[act.kind].decides]
        if len(decided) > 1:
            yield told.between(pair, decided[0], decided[-1])
        before: Act | None = None
        for act in acts[:_MOST_ACTS]:
            yield told.step(pair, act, before)
            before = act
