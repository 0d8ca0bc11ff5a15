"""What the record has of somebody: who it was, what they said and did, and of which ties. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache

from cogs.lookup import search_sentences
from cogs.lookup.people import speaker_sentences
from cogs.lookup.people.roles_there import SIDE_OF_ACT
from cogs.lookup.people.sayings import QUOTES
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.lookup.searching import searched
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.spans import within
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.act_kinds import ACT_KINDS
from db.record.models import Act, PartialDate, Side, Tie
from db.record.people import Appearance, Speaker
from db.record.register import Register
from db.record.text import key

MOST_ENTRIES, MOST_WORDS = 4, 6
# So many more are told than that, before it is said that there are more.
_SLACK = 2
# Of each of more than two people.
_MOST_OF_SEVERAL = 2
# So many entries of the record are looked at for the words of a question.
LOOKED_AT = 40
_MOST_OFFICES = 3
# So many ties that somebody spoke of are told with how they stand.
_FEWEST_TIES, _MOST_STANDINGS = 2, 12
_OF_SEVERAL = said_in_all("offices", "of_several")
# So many ties are told of after somebody whose words and acts concern them.
_MOST_TIES = 3
# So many entries are told at a step.
_OF_A_STEP = 50
# So many texts are kept as they were read.
_TEXTS = 32
# What the record says of somebody who changed sides.
_TELLS_A_CHANGE = re.compile(r"\b(?:changed position|later voted|softened|changed (?:his|her) mind)\b", re.IGNORECASE)
# Words are compared by so many letters, which most of their forms share.
_STEM = 5
_YEAR = re.compile(r"\b20\d\d\b")
# So many years are set side by side, and so much is told of each.
_OF_YEARS = 2


def speaker_part(
    speaker: Speaker, question: Question, ties: Sequence[Tie], register: Register, citations: Citations
) -> TextBlock:
    """Who somebody was, and what they said and did: of these ties, if anything of theirs is, else of all."""
    return at_once(speaker_part_steps(speaker, question, ties, register, citations))


def speaker_part_steps(
    speaker: Speaker, question: Question, ties: Sequence[Tie], register: Register, citations: Citations
) -> Steps[TextBlock]:
    """The same step by step: of who is in many ties it takes longer than the event loop may be held."""
    wanted = {tie.id for tie in ties}
    local = [each for each in speaker.appearances if wanted and concerns(each, wanted, register)]
    entries = entries_by_fit(speaker, local or speaker.appearances, question, register)
    entries = _first_of_each_year(entries, question, register)
    told: dict[Line, None] = {}
    for number, each in enumerate(entries):
        if number % _OF_A_STEP == 0:
            yield
        told[entry_line(each, register, citations)] = None
    most = MOST_WORDS if QUOTES.search(question.joined) else MOST_ENTRIES
    most = _MOST_OF_SEVERAL if len(question.speakers) > 2 else most
    most = len(told) if len(told) <= most + _SLACK else most
    lines = [speaker_sentences.speaker(speaker.name, offices_held(speaker, register)), *list(told)[:most]]
    if speaker.is_person and not any(_is_own(speaker, each, register) for each in speaker.appearances):
        lines.insert(1, Line(speaker_sentences.nothing_of_their_own(speaker.name)))
    if len(told) > most:
        lines.append(Line(speaker_sentences.more_of_speaker(len(told) - most, speaker.name)))
    return TextBlock(tuple(lines))


def _first_of_each_year(entries: Sequence[Appearance], question: Question, register: Register) -> list[Appearance]:
    """Some entries with those first that fit best of each of several years that a question sets side by side: "the same
    in 2022 as in 2025".
    """
    years = dict.fromkeys(map(int, _YEAR.findall(question.joined)))
    if len(years) < _OF_YEARS:
        return [*entries]
    dated = {each: found.first.year for each in entries if (found := _dated(each, register))}
    firsts = [each for year in years for each in [it for it in entries if dated.get(it) == year][:_OF_YEARS]]
    return [*dict.fromkeys([*firsts, *entries])]


def changed_mind(speaker: Speaker, register: Register) -> bool:
    """Whether the record tells of somebody who first wanted one thing and later another."""
    acts = [act for each in speaker.appearances if (act := act_of(each, register)) is not None]
    own = {side for act in acts if speaker.name.split()[-1] in act.actor and (side := SIDE_OF_ACT.get(act.kind))}
    return len(own) > 1 or any(_TELLS_A_CHANGE.search(entry_text(each, register)) for each in speaker.appearances)


def sides_of(speaker: Speaker, register: Register) -> tuple[Side, ...]:
    """The sides on which somebody spoke, oldest first; where nothing is on record as said, those of what they did."""
    entries = sorted(speaker.appearances, key=lambda it: dated.first if (dated := _dated(it, register)) else date.max)
    spoke = (register.record.talking_points[it.id].side for it in entries if _is_by(speaker, it, register))
    acted = (SIDE_OF_ACT.get(act.kind) for it in entries if (act := act_of(it, register)) is not None)
    said = tuple(dict.fromkeys(spoke))
    return said or tuple(dict.fromkeys(side for side in acted if side is not None))


def ties_of_speaker(speaker: Speaker, register: Register) -> list[Tie]:
    """The ties that all of a person's words and acts concern; none, where they are many or some concern no tie."""
    ties = [_ties_of(each, register) for each in speaker.appearances]
    found = {tie.id: tie for each in ties for tie in each}
    return list(found.values()) if speaker.is_person and all(ties) and len(found) <= _MOST_TIES else []


def standings_part(question: Question, register: Register) -> TextBlock | None:
    """How the ties stand that somebody spoke of, where it is asked which of those did something; None elsewhere."""
    if not question.standings or not _OF_SEVERAL.search(question.joined):
        return None
    found = {
        tie.id: tie for speaker in question.speakers for each in speaker.appearances for tie in _ties_of(each, register)
    }
    if not _FEWEST_TIES <= len(found) <= _MOST_STANDINGS:
        return None
    lines = tuple(Line(tie_line(tie, register)) for tie in found.values())
    return TextBlock(lines, speaker_sentences.HOW_THEY_STAND)


def ties_concerned(question: Question, ties: Sequence[Tie], register: Register) -> list[Tie]:
    """Those of some ties that the words and acts of the people named concern."""
    if not (ties and question.speakers):
        return []
    appearances = [each for speaker in question.speakers for each in speaker.appearances]
    concerned = {tie.id for each in appearances for tie in _ties_of(each, register)}
    return [tie for tie in ties if tie.id in concerned]


def _ties_of(each: Appearance, register: Register) -> Sequence[Tie]:
    if each.tie is not None:
        return (register.tie(each.tie),)
    place = register.record.talking_points[each.id].place
    return register.ties_of(place) if place else ()


def concerns(each: Appearance, wanted: Collection[str], register: Register) -> bool:
    """Whether an entry is of one of these ties, by their ids."""
    return any(tie.id in wanted for tie in _ties_of(each, register))


def entries_by_fit(
    speaker: Speaker, entries: Iterable[Appearance], question: Question, register: Register
) -> list[Appearance]:
    """What fits the question's words best first; then what somebody said, before what is said of them; then the oldest.

    The words are looked for in the record's own, in English, whatever language they are of.
    """
    named = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    asked = {word.norm[:_STEM] for i, word in enumerate(question.words) if i in named or word.raw in question.asides}
    found = register.find_passages(searched(question).terms, LOOKED_AT, by_name=False)
    shares = {passage.id: passage.share for passage in found}

    # Of many ties often the same is told.
    stems_of = lru_cache(_TEXTS)(_stems)

    def rank(each: Appearance) -> tuple[float, bool, date]:
        words = stems_of(entry_text(each, register)) if asked else frozenset[str]()
        dated = _dated(each, register)
        fits = _fits(each, question, register) + 3 * _is_in_time(dated, question)
        shared = max(len(asked & words), len(asked) * shares.get(each.id, 0.0))
        return -2 * shared - fits, not _is_by(speaker, each, register), dated.first if dated else date.max

    return sorted(entries, key=rank)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in key(text).split())


def _is_by(speaker: Speaker, each: Appearance, register: Register) -> bool:
    """Whether an entry holds somebody's own words, and not what another says of them."""
    point = register.record.talking_points.get(each.id)
    return point is not None and point.speaker == speaker.name


def _is_own(speaker: Speaker, each: Appearance, register: Register) -> bool:
    """Whether an entry is of what somebody said or did themselves."""
    act = act_of(each, register)
    return _is_by(speaker, each, register) or (act is not None and speaker.name.split()[-1] in act.actor)


def _is_in_time(dated: PartialDate | None, question: Question) -> bool:
    period = question.period
    return period is not None and dated is not None and within(dated, period.since, period.until)


def _fits(each: Appearance, question: Question, register: Register) -> bool:
    """Whether an act made a standing that is asked for, or a word is asked for and this is one."""
    act = act_of(each, register)
    if act is None:
        return Intent.SAID in question.intents
    return ACT_KINDS[act.kind].leads_to in question.standings


def act_of(each: Appearance, register: Register) -> Act | None:
    """The act that an entry is; None for a talking point."""
    if each.tie is None:
        return None
    return next(act for act in register.tie(each.tie).acts if act.id == each.id)


def entry_text(each: Appearance, register: Register) -> str:
    """All that an entry says."""
    if (act := act_of(each, register)) is not None:
        return " ".join(filter(None, (act.said, act.summary, act.condition)))
    point = register.record.talking_points[each.id]
    return " ".join(filter(None, (point.gist, point.quote, point.lead, point.occasion)))


def _dated(each: Appearance, register: Register) -> PartialDate | None:
    act = act_of(each, register)
    return act.date if act else register.record.talking_points[each.id].date


def entry_line(each: Appearance, register: Register, citations: Citations) -> Line:
    """An entry as it is told, with its sources."""
    act = act_of(each, register)
    if act is not None:
        return search_sentences.found_act(
            pair_name(register.tie(each.tie or ""), register), act, citations.cite(act.sources)
        )
    point = register.record.talking_points[each.id]
    return search_sentences.found_point(point, citations.cite([point.source]))


def offices_held(speaker: Speaker, register: Register) -> list[str]:
    """The offices in which somebody spoke, as they were then: as written, else each with its place and date."""
    written = [each.office for each in speaker.appearances if each.office and _says_where(each)]
    others = [_office(each, register) for each in speaker.appearances if each.office and not _says_where(each)]
    return list(dict.fromkeys(written or others))[:_MOST_OFFICES]


def _says_where(each: Appearance) -> bool:
    """Whether an office says where it was held: "mayor of Novosibirsk", and not "Mayor"."""
    return each.tie is None or "of" in (each.office or "").split()


def _office(each: Appearance, register: Register) -> str:
    act = act_of(each, register)
    assert act is not None
    place = register.place(register.tie(each.tie or "").us)
    return speaker_sentences.office_then(each.office or "", place_name(place, register), when(act.date))
