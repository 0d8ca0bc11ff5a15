"""What is told before all else where it is asked what somebody said or wrote, or who said what of a tie. Pure.

By which words it is asked stands under ``words_first`` in ``data/vocabulary/questions.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup import search_sentences
from cogs.lookup.people import office_holders, speaker_parts, speaker_sentences
from cogs.lookup.people.talking_points import said_of
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.spans import within
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import INVASION, acts_in_force
from db.record.models import Act, TalkingPoint, Tie
from db.record.register import Register

_SOMEBODY = said_for("questions", "words_first", "somebody")
_ALL = said_for("questions", "words_first", "all")
_NEWEST = said_for("questions", "words_first", "newest")
# Who asks what they might write or say themselves, or is told a claim, asks for nobody's words.
_ELSE = frozenset({Intent.COUNT, Intent.LIST, Intent.CLAIM})
_WHO_NAMED_THEM = "Volodymyr Zelenskyy"
_MAYOR = "mayor"
_MOST_TIES, _MOST_PEOPLE = 2, 2


def asks_for_words(question: Question) -> bool:
    """Whether it is asked what somebody said or wrote, or who said what."""
    joined = question.joined
    if _ALL.search(joined) or _NEWEST.search(joined):
        return Intent.COUNT not in question.intents
    else_asked = _ELSE - {Intent.LIST} if question.speakers else _ELSE
    return not question.intents & else_asked and _SOMEBODY.search(joined) is not None


def words_first(
    question: Question, ties: Sequence[Tie], register: Register, citations: Citations
) -> tuple[TextBlock, ...]:
    """The words that are asked for: of those who are named, or held an office there, or of all on some ties; nothing
    where none are on record.
    """
    if not asks_for_words(question) or len(ties) > _MOST_TIES:
        return ()
    joined = question.joined
    if not (_ALL.search(joined) or _NEWEST.search(joined)):
        return tuple(_of_people(question, ties, register, citations))
    told = [*_said_there(ties, register)]
    told = told[-1:] if _NEWEST.search(joined) else told
    lines = (_line(tie, said, register, citations) for tie, said in told)
    return (TextBlock(tuple(dict.fromkeys(lines)), speaker_sentences.PEOPLE_THERE),) if told else ()


def _of_people(
    question: Question, ties: Sequence[Tie], register: Register, citations: Citations
) -> Iterator[TextBlock]:
    """What those said and did who are asked about, of these ties first; of an office there in which nobody is on record
    that none is, and who is.
    """
    named = [*{it.name: it for it in question.speakers if it.is_person}.values()]
    # To whose speech somebody answered is not who is asked about.
    people = [it for it in named if it.name != _WHO_NAMED_THEM] or office_holders.holders(question, ties, register)
    if not people and ties and (offices := office_holders.offices_asked(question)):
        if office_holders.of_russian_place(question):
            return
        people = office_holders.in_office(offices[0], ties, register)
        if not people:
            yield from _not_in_office(offices, ties, register, citations)
            return
    asked = (people or named)[:_MOST_PEOPLE]
    for person in asked:
        yield speaker_parts.speaker_part(person, question, ties, register, citations)
    if not asked and (worded := [*_of_the_decision(ties, register)]):
        lines = (search_sentences.found_point(point, citations.cite([point.source])) for point in worded)
        yield TextBlock(tuple(lines), search_sentences.found_in_record(()))


def _of_the_decision(ties: Sequence[Tie], register: Register) -> Iterator[TalkingPoint]:
    """What is quoted of those who decided on some ties: the exact words of a resolution or an order, if any are on
    record.
    """
    for tie in ties:
        doers = " ".join(act.actor for act in acts_in_force(tie.acts) if ACT_KINDS[act.kind].decides)
        own = (point for point in said_of([tie.us], register) if point.place == tie.us and point.quote)
        yield from (point for point in own if point.speaker in doers)


def _not_in_office(
    offices: Sequence[str], ties: Sequence[Tie], register: Register, citations: Citations
) -> Iterator[TextBlock]:
    """That no mayor of a place is on record by name, before what is on record there."""
    lines = [_line(tie, said, register, citations) for tie, said in _said_there(ties, register)]
    if lines and offices == [_MAYOR]:
        place = place_name(register.place(ties[0].us), register)
        yield TextBlock((Line(speaker_sentences.no_words_in_office(_MAYOR, place)), *dict.fromkeys(lines)))


def _said_there(ties: Sequence[Tie], register: Register) -> list[tuple[Tie, Act | TalkingPoint]]:
    """What was said and done on some ties since the invasion, with who it was, the oldest first."""
    found: list[tuple[Tie, Act | TalkingPoint]] = []
    for tie in ties:
        acts = [act for act in acts_in_force(tie.acts) if act.kind is not ActKind.ESTABLISHED]
        found += [(tie, act) for act in acts if within(act.date, INVASION, None)]
        doers = " ".join(act.actor for act in acts)
        own = (point for point in said_of([tie.us], register) if point.place == tie.us)
        found += [(tie, point) for point in own if point.date and point.speaker.split()[-1] not in doers]
    return sorted(found, key=lambda each: each[1].date.first if each[1].date else INVASION)


def _line(tie: Tie, said: Act | TalkingPoint, register: Register, citations: Citations) -> Line:
    if isinstance(said, Act):
        return search_sentences.found_act(pair_name(tie, register), said, citations.cite(said.sources))
    return search_sentences.found_point(said, citations.cite([said.source]))
