"""Why a place decided as it did, and what is said for and against its tie: the record's own reasons. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from cogs.lookup import search_sentences
from cogs.lookup.model import TieFilter, Trait
from cogs.lookup.parts.reasons_of_acts import CUTS, KEEPS, grounds, grounds_of_side
from cogs.lookup.people import speaker_sentences
from cogs.lookup.people.sayings import QUOTES, asks_for_both
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import WHYS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.spans import within
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import untold
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import OF_THE_CITY, Authority
from db.record.derivation import INVASION, acts_in_force, changed_course, has_word_of
from db.record.models import OTHER_SIDE, Act, Side, TalkingPoint, Tie
from db.record.register import Register
from db.record.standings import CUT, Standing

# Of so many ties at most reasons are told one by one.
MOST_TIES = 2
_MOST_POINTS, _MOST_OF_EACH, _MOST_ACTS = 4, 3, 2
_WHY = said_for("questions", "reasons", "why")
# How what stands above reasons that are told ends, for one side or for both.
_HEADS_REASONS = re.compile(r"\bas far as is on record:")
_REASONS = LATE.compile(r"reason|argument|причин|аргумент|довод|довид")
# Why there are few of a kind is asked of no single tie.
_SO_MANY = said_for("questions", "reasons", "so_many")
# So many ties of a list at most are told with a reason each; so many words may stand before the word that asks why.
_MOST_LISTED, _WORDS_BEFORE = 12, 2
# "Explain Waterville" asks for all that is on record, and not for a reason.
_EXPLAINS = LATE.compile(r"(?:please |pls |can you |could you )?(?:explain|поясн|обясн|об'ясн|объясн)")
# Why a date or a page is as it is asks for no reason of a place.
_OF_THE_RECORD = LATE.compile(
    r"\b(?:dates?|dated|month|year|card|sources?|records?|listed|дат|картк|карточк|джерел|источник)\b"
)
_KEPT = frozenset({Standing.ACTIVE})
_MAY_STAND = frozenset({Standing.ACTIVE, Standing.UNCONFIRMED})
# Whose words may tell why a tie stands: neither the Russian side's nor a newspaper's own.
_OF_ITS_SIDE = OF_THE_CITY | {Authority.ASSOCIATION}


def asks_for_reasons(question: Question) -> bool:
    """Whether it is asked why something was done, or what was said for or against it."""
    asked = {Intent.REASONS, Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES, Intent.WHY_IT_STANDS}
    return bool(question.intents & asked)


def asks_why_it_stands(question: Question) -> bool:
    """Whether it is asked why a tie still stands, was not ended, or nothing was decided."""
    return bool(question.intents & WHYS)


def why_it_stands(question: Question, tie: Tie, register: Register) -> tuple[str, ...]:
    """That reasons for keeping a tie are on record, or that none is, where that is asked; nothing of one that ended.

    A decision or a word of its own side may have its reason in itself, which no field tells: what is said then allows
    for it.
    """
    status = register.status(tie.id)
    if not asks_why_it_stands(question) or status.standing is Standing.ENDED:
        return ()
    if any(point.side is Side.KEEP and point.place in {tie.us, tie.ru} for point in register.record.points_in_use):
        return (speaker_sentences.WHY_KEPT_IS_SAID,)
    spoken = any(act.authority in _OF_ITS_SIDE and act.date.last >= INVASION for act in acts_in_force(tie.acts))
    if Intent.WHY_UNDECIDED in question.intents and not has_word_of(tie, OF_THE_CITY):
        return (speaker_sentences.NO_REASON_FOR_NOT_DECIDING,)
    return (speaker_sentences.no_reason_why_it_stands(spoken=spoken, kept=status.standing in _MAY_STAND),)


def told_before(question: Question, tie: Tie, register: Register, citations: Citations) -> tuple[str, ...]:
    """The reasons that are on record of a tie, or that none is, as they stand before how it stands; nothing where
    neither a decision's reason nor why it stands is asked. Of a change of course, first whether it is on record.
    """
    if not asks_why_changed(question):
        return _reasons_before(question, tie, register, citations)
    if changed_course(acts_in_force(tie.acts)):
        _, found = _grounds_by_side(question, tie, register, citations, still=False)
        return (speaker_sentences.WHY, *found, speaker_sentences.NO_MORE_OF_A_CHANGE)
    return (speaker_sentences.NO_CHANGE_OF_COURSE, *_reasons_before(question, tie, register, citations))


def asks_why_changed(question: Question) -> bool:
    """Whether it is asked why a place or a person thought otherwise later."""
    return asks_for_a_reason(question) and Trait.CHANGED_COURSE in question.narrowing.traits


def _grounds_by_side(
    question: Question, tie: Tie, register: Register, citations: Citations, *, still: bool
) -> tuple[Side, Sequence[str]]:
    """What is on record of why a place decided so, and the side that is of; ``still``: why it stands is asked."""
    done = {act.kind for act in acts_in_force(tie.acts)}
    one_way = _went_one_way(tie)
    side = (Side.KEEP if done & KEEPS else Side.END) if one_way and not still else _side(question, tie, register)
    found = grounds(side, question, tie, register, citations)
    if not (found or one_way):
        # What is on record of a place that went both ways may all be of the other one.
        found = grounds(OTHER_SIDE[side], question, tie, register, citations)
    return side, found


def _went_one_way(tie: Tie) -> bool:
    done = {act.kind for act in acts_in_force(tie.acts)}
    return bool(done & KEEPS) != bool(done & CUTS) and ActKind.DORMANT not in done


def _reasons_before(question: Question, tie: Tie, register: Register, citations: Citations) -> tuple[str, ...]:
    still = why_it_stands(question, tie, register)
    if not (still or asks_for_a_reason(question)):
        return still
    done = {act.kind for act in acts_in_force(tie.acts)}
    side, found = _grounds_by_side(question, tie, register, citations, still=bool(still))
    if still == (speaker_sentences.WHY_KEPT_IS_SAID,):
        return (*still, *found)
    if found:
        # What a place that suspended its tie said of that is told as well, where it is asked why it did not end it.
        of_one_side = _went_one_way(tie) and not (side is Side.KEEP and done & CUTS)
        standing = register.status(tie.id).standing
        heading = speaker_sentences.why_for(side, standing, found) if of_one_side else speaker_sentences.WHY
        if side is Side.END and of_one_side and {*question.standings} >= CUT:
            # "Severing or pausing": what was said of either is asked, and not why it is as it is.
            heading = speaker_sentences.FOR_EITHER
        return (heading, *found, *still)
    if still:
        return still
    asked = question.standings or question.narrowing.kinds or question.narrowing.decided or not question.asides
    asked = asked and not (_EXPLAINS.match(question.joined) or _OF_THE_RECORD.search(question.joined))
    return (speaker_sentences.NO_REASON_FOR_IT,) if asked and done & (KEEPS | CUTS) else ()


def reasons_of_listed(
    question: Question, chosen: TieFilter, ties: Sequence[Tie], register: Register, citations: Citations
) -> TextBlock | None:
    """Why each tie of a list was decided on so, a line each, where that is asked; of a long list, where it is told,
    and of ties without a decision, that it is not on record. None where no reason is asked.
    """
    if not ties or _WHY.search(question.joined) is None or _SO_MANY.search(question.joined):
        return None
    if Intent.CLAIM in question.intents:
        return None
    undecided = Trait.UNDECIDED in chosen.traits or {*chosen.standings} == {Standing.UNCONFIRMED}
    if undecided:
        return TextBlock.saying(speaker_sentences.NO_REASON_FOR_NOT_DECIDING)
    if len(ties) > _MOST_LISTED:
        return TextBlock.saying(speaker_sentences.WHY_STANDS_WITH_EACH)
    kept = {*chosen.kinds} == {ActKind.KEPT}
    lines, without = [], []
    for tie in ties:
        cut = not kept and {act.kind for act in acts_in_force(tie.acts)} & CUTS
        found = grounds_of_side(Side.END if cut else Side.KEEP, question, tie, register, citations)
        if found:
            lines.append(Line(f" {found[0]}", f"{pair_name(tie, register)}:"))
        else:
            without.append(pair_name(tie, register))
    lines += [Line(speaker_sentences.no_reason_of(without))] if without else []
    return TextBlock(tuple(lines), speaker_sentences.WHY_OF_EACH)


def begins_with_why(question: Question) -> bool:
    """Whether a question asks first of all for a reason: "why did all three states end"."""
    found = _WHY.search(question.joined)
    return found is not None and found.string[: found.start()].count(" ") <= _WORDS_BEFORE


def asks_for_a_reason(question: Question) -> bool:
    """Whether the reason of what was decided is asked for: not of its beginning, nor what both sides said."""
    if Intent.REASONS not in question.intents or asks_for_both(question):
        return False
    return not question.intents & {Intent.BEGINNING, Intent.BOTH_SIDES}


def names_reasons_alone(question: Question) -> bool:
    """Whether of what was said the reasons are asked for, and no quotation, statement or speech."""
    found = [match.group() for match in QUOTES.finditer(question.joined)]
    return bool(found) and all(_REASONS.search(each) for each in found)


def reasons_parts(
    question: Question, ties: Sequence[Tie], register: Register, citations: Citations, told: str
) -> list[TextBlock]:
    """What people of these places gave as reasons, a block a side, the side asked about first, then what takes none.

    That none is on record, if so; where both sides are asked for, also that one of them is empty. What the answer has
    ``told`` of the ties already is not said again.
    """
    points = [point for tie in ties for point in _points_of(question, tie, register) if not _is_told(point, told)]
    first = _side(question, ties[0], register)
    blocks = [
        TextBlock(tuple(_lines(points, side, citations)), speaker_sentences.SIDE_OF_TIE[side])
        for side in (first, OTHER_SIDE[first])
        if any(point.side is side for point in points)
    ]
    acts = (line for tie in ties for line in _acts_of(tie, register, citations, told))
    if beside := (*_lines(points, Side.CONTEXT, citations), *acts):
        blocks.append(TextBlock(beside, speaker_sentences.ALSO_ON_RECORD))
    if not blocks:
        if any(why_it_stands(question, tie, register) for tie in ties):
            return [TextBlock.saying(speaker_sentences.SAID_IN_GENERAL)]
        said = any(_is_told(point, told) for tie in ties for point in _points_of(question, tie, register))
        acted = any(_tells_why(act) for tie in ties for act in acts_in_force(tie.acts))
        beyond = speaker_sentences.NONE_BEYOND if said or acted else speaker_sentences.NO_REASON
        none = speaker_sentences.NO_MORE_REASONS if _HEADS_REASONS.search(told) else beyond
        if (
            asks_for_both(question)
            and none == speaker_sentences.NO_REASON
            and (done := [*_done(ties, register, citations)])
        ):
            return [TextBlock((Line(none), *done), speaker_sentences.PEOPLE_THERE)]
        return [TextBlock.saying(none)]
    missing = [side for side in OTHER_SIDE if all(point.side is not side for point in points)]
    if asks_for_both(question) and missing:
        blocks.append(TextBlock.saying(speaker_sentences.nothing_else_there(missing)))
    return blocks


def _done(ties: Sequence[Tie], register: Register, citations: Citations) -> Iterator[Line]:
    """What was said and done on some ties since the invasion, in full, where no reason is on record for either side."""
    for tie in ties:
        for act in acts_in_force(tie.acts):
            if within(act.date, INVASION, None):
                yield search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources))


def _points_of(question: Question, tie: Tie, register: Register) -> list[TalkingPoint]:
    """What is told of a tie: of both sides as many where both are asked for, else the side asked about first."""
    places = {tie.us, tie.ru}
    points = [point for point in register.record.points_in_use if point.place in places]
    if asks_for_both(question):
        return [point for side in Side for point in _of_most_people([it for it in points if it.side is side])]
    return sorted(points, key=lambda point: _rank(point, question, tie, register))[:_MOST_POINTS]


def _of_most_people(points: Sequence[TalkingPoint]) -> list[TalkingPoint]:
    """The first few of some points: one of each who spoke before the second of anybody."""
    said = Counter[str]()
    ranks = []
    for point in points:
        ranks.append((said[point.speaker], point))
        said[point.speaker] += 1
    return [point for _, point in sorted(ranks, key=itemgetter(0))[:_MOST_OF_EACH]]


def _is_told(point: TalkingPoint, told: str) -> bool:
    """Whether an answer has said word for word what somebody said."""
    return point.gist in told and (point.quote or "") in told


def _lines(points: Sequence[TalkingPoint], side: Side, citations: Citations) -> Iterator[Line]:
    for point in points:
        if point.side is side:
            yield search_sentences.found_point(point, citations.cite([point.source]))


def _acts_of(tie: Tie, register: Register, citations: Citations, told: str) -> Iterator[Line]:
    pair = pair_name(tie, register)
    for act in [act for act in acts_in_force(tie.acts) if _tells_why(act)][:_MOST_ACTS]:
        if more := untold(search_sentences.act_in_full(act), told):
            yield search_sentences.found_of_pair(pair, more, citations.cite(act.sources))


def _rank(point: TalkingPoint, question: Question, tie: Tie, register: Register) -> int:
    """Those of the side asked about first, then what takes none, then the other side's."""
    if point.side is Side.CONTEXT:
        return 1
    return 0 if point.side is _side(question, tie, register) else 2


def _side(question: Question, tie: Tie, register: Register) -> Side:
    """The side whose reasons are asked for: by what is asked, else by what the place decided."""
    if asks_why_it_stands(question):
        return Side.KEEP
    asked = set(question.standings) - set(question.excluded_standings)
    denied = bool(set(question.excluded_standings) & CUT)
    if Intent.KEEP_CASE in question.intents or asked & _KEPT or denied:
        return Side.KEEP
    if Intent.END_CASE in question.intents or asked & CUT:
        return Side.END
    return Side.KEEP if register.status(tie.id).standing is Standing.ACTIVE else Side.END


def _tells_why(act: Act) -> bool:
    """Whether an act is what somebody said or proposed, or a decision not to cut: there reasons stand."""
    return act.kind in {ActKind.STATEMENT, ActKind.PROPOSED, ActKind.KEPT} or ACT_KINDS[act.kind].leads_to in CUT
