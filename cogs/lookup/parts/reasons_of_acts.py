"""Why something was decided on one tie, in the record's own words, as it is told before how the tie stands. Pure."""

from __future__ import annotations

import re

from cogs.lookup import search_sentences
from cogs.lookup.history.stories import asks_what_changed
from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import WHYS
from cogs.lookup.reading.question import Question
from cogs.wording.english import paragraph, sentences_in
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import OF_THE_CITY, Authority
from db.record.derivation import acts_in_force
from db.record.models import Act, Side, TalkingPoint, Tie
from db.record.register import Register

# By these words a sentence of the record tells what moved somebody, beside what was done.
_TELLS_WHY = LATE.compile(
    r"\b(?:because|over the (?:war|invasion)|in (?:solidarity|protest|response|support)|the same day|citing|blaming"
    r"|after (?:requests|the governor)|(?:after|urged by|request of) [^.;]*(?:consul|Ukraine)|at the [^.;]*request"
    r"|on [^.;]* advice|stress(?:ed|ing)|wanted|meaning to|so that|counterproductive|(?:people )?apart|as a chance"
    r"|impossible|symbolic|dormant|inactive|not very active|no (?:contact|activity)|not been (?:in touch|active)"
    r"|any activity|not answer(?:ed)?|unanswered|citizen diplomacy|ordinary Russians|values|important|dialogue|argued"
    r"|hop(?:ed|ing)|disagree(?:d|ing)|ideals|not a permanent break|as it had recommended|had urged"
    r"|condemn(?:ed|ing)|people-to-people|strengthen|had (?:simply )?stopped)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR_KEEPING = LATE.compile(r"\bkeeping\b", re.IGNORECASE)
_OF_ITS_SIDE = OF_THE_CITY | {Authority.ASSOCIATION}
# The kinds of acts by which a tie is kept, and by which it is cut or lies still.
KEEPS = frozenset({ActKind.KEPT})
CUTS = frozenset({ActKind.ENDED, ActKind.SUSPENDED, ActKind.DORMANT})
_SAYS = frozenset({ActKind.STATEMENT, ActKind.CONFIRMED})
_MOST_OF_EACH, _MOST_OF_A_CHANGE = 2, 3


def grounds(side: Side, question: Question, tie: Tie, register: Register, citations: Citations) -> tuple[str, ...]:
    """What those of a place gave as reasons on the side that is asked about, the deciding acts' first; a sentence or
    more each, with the numbers of their sources. Nothing, where none is on record.
    """
    return _grounds(_kinds(side, question, tie), side, question, tie, register, citations)


def grounds_of_side(
    side: Side, question: Question, tie: Tie, register: Register, citations: Citations
) -> tuple[str, ...]:
    """The same of one side alone, also where a place was on both in turn."""
    return _grounds(_kinds_of(side), side, question, tie, register, citations)


def _grounds(
    kinds: frozenset[ActKind], side: Side, question: Question, tie: Tie, register: Register, citations: Citations
) -> tuple[str, ...]:
    of_acts = _of_acts(kinds, question, tie, citations)
    there = [it for it in register.record.points_in_use if it.place in {tie.us, tie.ru}]
    # A place that went both ways has reasons for both: what was said for keeping comes first, as it did.
    done = {act.kind for act in acts_in_force(tie.acts)}
    both = kinds >= KEEPS and kinds & CUTS and done & KEEPS and done & CUTS
    sides = (Side.KEEP, Side.END) if both else (side,)
    points = [point for each in sides for point in [it for it in there if it.side is each][:_MOST_OF_EACH]]
    if not (of_acts or points):
        points = [it for it in there if it.side is Side.CONTEXT][:_MOST_OF_EACH]
    return (*of_acts, *(_of_point(point, citations) for point in points))


def _of_acts(kinds: frozenset[ActKind], question: Question, tie: Tie, citations: Citations) -> list[str]:
    told = ((act, _why(act)) for act in acts_in_force(tie.acts) if _may_tell(act, kinds))
    found = [(act, why) for act, why in told if why]
    if Trait.CHANGED_COURSE in question.narrowing.traits:
        most = _MOST_OF_A_CHANGE
        found.sort(key=lambda it: it[0].date.last)
    else:
        most = _MOST_OF_EACH
        found.sort(key=lambda it: (ACT_KINDS[it[0].kind].leads_to is None, it[0].date.last))
    return [search_sentences.why_of_act(act, why, citations.cite(act.sources)) for act, why in found[:most]]


def _kinds(side: Side, question: Question, tie: Tie) -> frozenset[ActKind]:
    """The kinds of acts whose reasons are asked for: of those that keep, that cut, or both of a place that did both."""
    done = {act.kind for act in acts_in_force(tie.acts)}
    asked = {*question.standings, *question.excluded_standings}
    changed = Trait.CHANGED_COURSE in question.narrowing.traits or asks_what_changed(question) or not asked
    if question.intents & WHYS or (changed and done & KEEPS and done & CUTS):
        return KEEPS | CUTS | _SAYS
    return _kinds_of(side)


def _kinds_of(side: Side) -> frozenset[ActKind]:
    return KEEPS | _SAYS if side is Side.KEEP else CUTS | {ActKind.PROPOSED}


def _may_tell(act: Act, kinds: frozenset[ActKind]) -> bool:
    """Whether an act is of these kinds and of the place's own side; who argued for keeping proposed no end."""
    if act.kind not in kinds or act.authority not in _OF_ITS_SIDE:
        return False
    return act.kind is not ActKind.PROPOSED or _SPEAKS_FOR_KEEPING.search(act.summary) is None


def _why(act: Act) -> str:
    """The sentences of an act's summary that tell what moved who did it; nothing where none does."""
    return paragraph(each for each in sentences_in(act.summary) if _TELLS_WHY.search(each))


def _of_point(point: TalkingPoint, citations: Citations) -> str:
    line = search_sentences.found_point(point, citations.cite([point.source]))
    return f"{line.strong}{line.text}"
