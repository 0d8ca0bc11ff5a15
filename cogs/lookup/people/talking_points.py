"""Talking points: what named people and bodies said, on either side, as they are quoted in an answer. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup import search_sentences
from cogs.lookup.lists.filter_phrases import span
from cogs.lookup.people import speaker_sentences
from cogs.lookup.people.roles_there import SIDE_OF_ACT
from cogs.lookup.people.sayings import KINDS, Sayings
from cogs.lookup.times.spans import within
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.models import Act, Side, TalkingPoint, Tie
from db.record.people import Speaker
from db.record.register import Register
from db.record.text import key

_MOST = 4
# So many of those that were asked for: of one side, and of each where all sides are told.
_MOST_OF_SIDE, _MOST_OF_EACH = 12, 6
_HEADINGS = {
    Side.END: speaker_sentences.FOR_ENDING,
    Side.KEEP: speaker_sentences.FOR_KEEPING,
    Side.CONTEXT: speaker_sentences.ON_NO_SIDE,
}
_NOTE = Line(speaker_sentences.SPEAKERS_OWN_WORDS)
_ARGUED = (Side.END, Side.KEEP)
_RUSSIAN, _RUSSIAN_MAYORS = KINDS["russians"], KINDS["russian-mayors"]
# Who speaks for a Russian city.
_FOR_A_CITY = re.compile(r"\bmayor\b|city (?:hall|administration)", re.IGNORECASE)
_MOST_RUSSIAN = 4
_MOST_ACTS = 6
# Whose office is a state's, and how an answer to them is told that names the office alone.
_GOVERNOR_OF = re.compile(r"Governor of ([A-Z][\w .]*?)(?:$|,| in \d)")
_TO_THE_GOVERNOR = "the governor"
_ANSWERING = frozenset({ActKind.STATEMENT, ActKind.KEPT})
_RUSSIA = "RU"


def points_part(register: Register, side: Side, places: Sequence[str], citations: Citations) -> TextBlock:
    """What named people said on one side; of the places given, where anything is on record for them."""
    found = [point for point in register.record.points_in_use if point.side is side]
    local = [point for point in found if point.place in places]
    quoted = sorted((point for point in found if point.quote), key=lambda point: point.place is not None)
    chosen = _speakers_in_turn(local or quoted)
    return TextBlock((*(_line(point, citations) for point in chosen[:_MOST]), _NOTE), _HEADINGS[side])


def both_sides_parts(
    there: Sequence[TalkingPoint], register: Register, citations: Citations, most: int = 0
) -> tuple[TextBlock, TextBlock]:
    """What named people said on both sides, as many on each: those ``there`` first, then people elsewhere; ``most`` of
    each, if it is given.
    """
    most = most or min(_MOST, max(sum(point.side is side for point in there) for side in _ARGUED) or _MOST)
    end, keep = (_side_part(side, there, most, register, citations) for side in _ARGUED)
    return end, replace(keep, lines=(*keep.lines, _NOTE))


def _side_part(
    side: Side, there: Sequence[TalkingPoint], most: int, register: Register, citations: Citations
) -> TextBlock:
    """So many of one side, those of a place first; where too few are of the place, others, and that they are."""
    local = _speakers_in_turn(point for point in there if point.side is side)[:most]
    others = sorted(
        (point for point in register.record.points_in_use if point.side is side and point.quote and point not in there),
        key=lambda point: point.place is not None,
    )
    others = _speakers_in_turn(others)[: most - len(local)]
    told = [_line(point, citations) for point in local]
    if there and others:
        told.append(Line(speaker_sentences.said_elsewhere(side, some=bool(local))))
    return TextBlock((*told, *(_line(point, citations) for point in others)), _HEADINGS[side])


def sayings_parts(asked: Sayings, places: Sequence[str], register: Register, citations: Citations) -> list[TextBlock]:
    """What was said by those, where and when a question narrows it to, a block a side, the narrowing in words first.

    With ``places``, of these alone. That there is nothing, where there is not.
    """
    found = [point for point in register.record.points_in_use if asked.has(point, register)]
    if places:
        there = {point.id for point in said_of(places, register)}
        found = [point for point in found if point.id in there]
    sides = asked.sides or tuple(_HEADINGS)
    most = _MOST_OF_SIDE if asked.sides else _MOST_OF_EACH
    parts = [
        TextBlock(tuple(_told(theirs, asked, most, citations)), _HEADINGS[side])
        for side in sides
        if (theirs := [point for point in found if point.side is side])
    ]
    if {_RUSSIAN, _RUSSIAN_MAYORS} & {*asked.kinds} and asked.sides != (Side.END,):
        parts += _of_russians(asked, places, register, citations)
    if acted := _acts_for(asked, places, {point.speaker.split()[-1] for point in found}, register, citations):
        parts.append(acted)
    narrowed = [Line(told) for told in _narrowing(asked)]
    if not parts:
        return [
            TextBlock(
                (*narrowed, Line(speaker_sentences.NO_SUCH_SPEAKER)), _HEADINGS[sides[0]] if asked.sides else None
            )
        ]
    note = TextBlock((_NOTE,))
    return [TextBlock(tuple(narrowed)), *parts, note] if narrowed else [*parts, note]


def _acts_for(
    asked: Sayings, places: Sequence[str], told: Collection[str], register: Register, citations: Citations
) -> TextBlock | None:
    """What those who are asked for, or any of a state, did or said for the one side that is: their acts, oldest first.

    ``told``: the surnames of people whose words are told already.
    """
    side = asked.sides[0] if len(asked.sides) == 1 and asked.acts_fit else None
    if side is None:
        return None
    found = [
        (tie, act)
        for tie in register.record.ties.values()
        if (not places or tie.us in places) and (not asked.states or register.state_of(tie) in asked.states)
        for act in acts_in_force(tie.acts)
        if SIDE_OF_ACT.get(act.kind) is side and asked.has_act(act) and not any(name in act.actor for name in told)
    ]
    found.sort(key=lambda each: each[1].date.first)
    lines = [
        search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources))
        for tie, act in found[:_MOST_ACTS]
    ]
    if len(found) > _MOST_ACTS:
        lines.append(Line(speaker_sentences.more_acts(len(found) - _MOST_ACTS)))
    return TextBlock(tuple(lines), speaker_sentences.ACTED_FOR[side]) if lines else None


def answered_part(found: Sequence[TalkingPoint], register: Register, citations: Citations) -> list[TextBlock]:
    """What was said that a question wants answered, and what the other side answered; nothing where nobody did."""
    answered = next((point for point in found if point.answers), None)
    if answered is None:
        return []
    points = register.record.talking_points
    replies = [points[name] for name in answered.answers if name in points and points[name].retired is None]
    said = TextBlock(
        (search_sentences.found_point(answered, citations.cite([answered.source])),), speaker_sentences.WHAT_IS_SAID
    )
    lines = [search_sentences.found_point(point, citations.cite([point.source])) for point in replies[:_MOST]]
    return [said, TextBlock((*lines, _NOTE), speaker_sentences.WHAT_IS_ANSWERED)] if lines else []


def answers_to(speaker: Speaker, register: Register, citations: Citations) -> list[TextBlock]:
    """What those who want to keep their ties answered a person who asked to end them, as far as their words on record
    name that person; nothing where none does, or nothing of that kind was asked.
    """
    points = register.record.points_in_use
    own = [point for point in points if point.speaker == speaker.name and point.side is Side.END]
    if not own:
        return []
    surname = speaker.name.split()[-1]
    ties = [tie for place in _governed(own, register) for tie in register.ties_of(place)]
    found = [point for point in points if point.side is Side.KEEP and _replies_to(point, surname, ties)]
    lines = [search_sentences.found_point(point, citations.cite([point.source])) for point in found[:_MOST]]
    lines += [
        search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources))
        for tie in ties
        for act in acts_in_force(tie.acts)
        if act.kind in _ANSWERING and _TO_THE_GOVERNOR in act.summary
    ]
    return [TextBlock((*lines, _NOTE), speaker_sentences.WHAT_IS_ANSWERED)] if lines else []


def _governed(own: Sequence[TalkingPoint], register: Register) -> list[str]:
    """The places of the state that somebody spoke for as its governor, if they did."""
    names = {state.name: code for code, state in register.record.states.items()}
    found = (_GOVERNOR_OF.search(point.office_then or point.office or "") for point in own)
    codes = {names[match[1]] for match in found if match and match[1] in names}
    return (
        list(dict.fromkeys(register.tie(name).us for name in register.index.in_order(sorted(codes)))) if codes else []
    )


def _replies_to(point: TalkingPoint, surname: str, ties: Sequence[Tie]) -> bool:
    """Whether somebody's words are told as an answer to a person, by name, or to the governor of their state."""
    told = f"{point.gist} {point.lead or ''} {point.occasion or ''}"
    return surname in told or (_TO_THE_GOVERNOR in told and any(tie.us == point.place for tie in ties))


def _told(found: Sequence[TalkingPoint], asked: Sayings, most: int, citations: Citations) -> Iterator[Line]:
    ranked = sorted(found, key=lambda point: not point.quote)
    if asked.period:
        ranked.sort(key=lambda point: point.date.first if point.date else date.min, reverse=True)
    else:
        ranked = _speakers_in_turn(ranked)
    yield from (_line(point, citations) for point in ranked[:most])
    if len(ranked) > most:
        yield Line(speaker_sentences.more_points(len(ranked) - most))


def _narrowing(asked: Sayings) -> Iterator[str]:
    """To what the answer is narrowed, in words; and what the record does not know of speakers."""
    only = [group.says for group in asked.kinds]
    if asked.ranked:
        yield speaker_sentences.NOT_RANKED
    if asked.unanswered:
        yield speaker_sentences.UNANSWERED
    if asked.topics:
        yield speaker_sentences.spoken_of([group.says for group in asked.topics])
    where = [group.says for group in asked.occasions]
    time = span(asked.period.since, asked.period.until) if asked.period else ""
    groups = [group.says for group in asked.without]
    without = [*groups, *(name for name in asked.speakers_out if not any(name in said for said in groups))]
    if only or where or time or without:
        yield speaker_sentences.narrowed_to(only, where, time, without)
    if asked.not_known:
        yield speaker_sentences.cannot_tell_of_speakers([group.says for group in asked.not_known])


def said_of(places: Collection[str], register: Register) -> list[TalkingPoint]:
    """What was said in some places, and by people elsewhere who named them, where no other place shares the name."""
    names = [register.place(place).name for place in places]
    own = [name for name in names if len(register.gazetteer.exact(key(name))) == 1]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, own))})\b") if own else None
    return [
        point
        for point in register.record.points_in_use
        if point.place in places or (named is not None and named.search(f"{point.gist} {point.lead or ''}"))
    ]


def stances_parts(
    places: Collection[str], register: Register, citations: Citations, asked: Side | None = None
) -> list[TextBlock]:
    """Who stood where on the ties of some places: what was said there and of them, a block a side; of the side that is
    ``asked`` for first, or that there is nothing on record for it.
    """
    found = said_of(places, register)
    parts = [
        TextBlock(
            tuple(search_sentences.found_point(it, citations.cite([it.source])) for it in theirs), _HEADINGS[side]
        )
        for side in sorted(_HEADINGS, key=lambda side: side is not asked)
        if (theirs := [point for point in found if point.side is side][:_MOST_OF_EACH])
    ]
    if parts and asked in _ARGUED and all(point.side is not asked for point in found):
        parts.insert(0, TextBlock.saying(speaker_sentences.nothing_for_it_there(asked)))
    return [*parts, TextBlock((_NOTE,))] if parts else []


def of_partner_part(ties: Sequence[Tie], register: Register, citations: Citations) -> list[TextBlock]:
    """What officials and bodies of the Russian place of some ties said of them, of each the newest first; nothing where
    they did not.
    """
    lines = []
    for tie in ties:
        acts = [act for act in acts_in_force(tie.acts) if act.authority is Authority.PARTNER][-_MOST_RUSSIAN:]
        pair = pair_name(tie, register)
        lines += [search_sentences.found_act(pair, act, citations.cite(act.sources)) for act in reversed(acts)]
    return [TextBlock(tuple(lines), speaker_sentences.OF_SINGLE_TIES)] if lines else []


def of_russian_pages(tie: Tie, register: Register, citations: Citations) -> list[TextBlock]:
    """What pages from Russia say of a tie, beside its officials' words; nothing where none does."""
    pair, sources = pair_name(tie, register), register.record.sources
    found = [it for it in tie.listings if any(sources[name].country == _RUSSIA for name in it.sources)]
    lines = [search_sentences.found_listing(pair, it, citations.cite(it.sources)) for it in found]
    return [TextBlock(tuple(lines), speaker_sentences.RUSSIAN_PAGES)] if lines else []


def of_russians(places: Sequence[str], register: Register) -> list[tuple[Tie, Act]]:
    """What officials and bodies of Russia said of single ties, the newest first; with ``places``, of theirs alone."""
    said: dict[str, tuple[Tie, Act]] = {}
    for tie in register.record.ties.values():
        for act in acts_in_force(tie.acts) if not places or tie.us in places else ():
            if act.authority is Authority.PARTNER and act.kind is ActKind.STATEMENT:
                said.setdefault(act.actor, (tie, act))
    return sorted(said.values(), key=lambda each: each[1].date.last, reverse=True)[:_MOST_RUSSIAN]


def _of_russians(
    asked: Sayings, places: Sequence[str], register: Register, citations: Citations
) -> Iterator[TextBlock]:
    period, cities = asked.period, _RUSSIAN not in asked.kinds
    newest = [
        (tie, act)
        for tie, act in of_russians(places, register)
        if (period is None or within(act.date, period.since, period.until))
        and not (cities and _FOR_A_CITY.search(act.actor) is None)
    ]
    if newest:
        lines = (
            search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources))
            for tie, act in newest
        )
        yield TextBlock(tuple(lines), speaker_sentences.OF_SINGLE_TIES)


def _speakers_in_turn(found: Iterable[TalkingPoint]) -> list[TalkingPoint]:
    """The same points, each speaker's first before anybody's second."""
    turns: Counter[str] = Counter()
    ranked = []
    for number, point in enumerate(found):
        ranked.append((turns[point.speaker], number, point))
        turns[point.speaker] += 1
    return [point for _, _, point in sorted(ranked, key=lambda turn: turn[:2])]


def _line(point: TalkingPoint, citations: Citations) -> Line:
    return speaker_sentences.talking_point(point, citations.cite([point.source]))
