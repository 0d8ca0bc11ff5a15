"""What a text says that somebody spoke for, or whom President Zelenskyy named, held against the record. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claimed_numbers import numbers
from cogs.lookup.history.beside_events import decisions_beside_speech
from cogs.lookup.model import Trait
from cogs.lookup.people.roles_there import SIDE_OF_ACT, own_entries, role_asked
from cogs.lookup.people.sayings import SIDES
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes
from cogs.lookup.reading.vocabulary import NAMED_IN_SPEECH
from cogs.wording.names import place_name
from db.record.models import OTHER_SIDE, Country, Side, TalkingPoint
from db.record.people import Speaker
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import normalise, tokens

_ZELENSKYY = "Volodymyr Zelenskyy"
_NAMES = LATE.compile(
    r"\b(?:named|names|mentioned|mentions|mention|name|called out|singled out|listed|назвав|назвал\w*"
    r"|згадав\w*|згадував|упомянул|упоминал|перечисл\w*|перелич\w*)\b"
)
_HE_NAMED = LATE.compile(
    r"\b(?:zelen|зелен)\w* (?:\w+ ){0,5}"
    r"(?:named|mentioned|called out|singled out|listed|назвав|назвал\w*|згадав\w*|упомянул)\b"
)
_NOT = LATE.compile(r"\b(?:never|not|didnt|не)\b")
# "Didn't he?" at the end, or "isn't it true that", denies nothing.
_TAG = LATE.compile(
    r"\b(?:did|is|was|does|has|have|are|were|had|do|would|will)nt (?:he|she|it|they|we|that|you|i)\b"
    r"|^(?:so |and |but |wait )?(?:did|is|was|does|has|have|are|were)nt\b"
    r"|\b(?:не так ли|разве не|не правда ли|чи не так|хиба не|хиба ни|разве нет|правда ж не)\b"
)
_I = frozenset(map(normalise, ("i", "im", "we", "я", "ми", "мы")))
_ZELENSKYY_TYPED = re.compile(r"zelen|зелен", re.IGNORECASE)
_FEWEST_WORDS, _BEGINNING = 4, 8
_MOST_TIES = 3
_PAUSES = re.compile(r"suspen|paus", re.IGNORECASE)


def says_whom_zelenskyy_named(question: Question) -> bool:
    """Whether a text says that President Zelenskyy named a place in his speech, or that he did not."""
    if not any(speaker.name == _ZELENSKYY for speaker in question.speakers) or question.claimed:
        return False
    named = Trait.NAMED_IN_SPEECH in question.narrowing.traits or _NAMES.search(question.joined)
    placed = any(mention.places for mention in question.mentions)
    return bool(named) and (placed or next(numbers(question), None) is not None)


def beside_his_speech(question: Question, register: Register) -> Iterator[str]:
    """Whether President Zelenskyy named the one place that a text names with him, and how what was decided there lies
    to his speech; nothing where the text says itself whom he named.
    """
    people = [speaker.name for speaker in question.speakers if speaker.is_person]
    # Where he tells the time as well, he is not read as one who spoke: "he named Chicago, had they suspended by then".
    told_by_time = not people and _HE_NAMED.search(question.joined) is not None
    if not (told_by_time or people == [_ZELENSKYY]) or says_whom_zelenskyy_named(question):
        return
    places = {place.id for it in question.mentions for place in it.places if place.country is Country.US}
    if not places and _NAMES.search(question.joined):
        yield from _not_on_record(question, register)
    if len(places) != 1:
        return
    if question.standings and _ZELENSKYY_TYPED.search(question.text[: _first_place(question)]) is None:
        # "San Jose ended it after Zelensky spoke": of the tie it is said, and he tells the time.
        return
    place = places.pop()
    name = place_name(register.place(place), register)
    yield claim_sentences.named_or_not(name, named=place in NAMED_IN_SPEECH)
    if told_by_time:
        # How what was decided lies to his speech is then asked, and answered.
        return
    for tie in register.ties_of(place)[:_MOST_TIES]:
        yield decisions_beside_speech(tie, register)


def _not_on_record(question: Question, register: Register) -> Iterator[str]:
    """That he did not name the one American place without a tie that a text names."""
    others = [it.others[0] for it in question.mentions if it.others and not it.places]
    american = [place for place in others if place.country is Country.US]
    if len(american) == 1:
        yield claim_sentences.named_or_not(place_name(american[0], register), named=False)


def _first_place(question: Question) -> int:
    """Where, in letters, the first place stands that a text names."""
    return min((question.words[it.start].start for it in question.mentions if it.places), default=len(question.text))


def denies(question: Question) -> bool:
    """Whether a text says that something was not so."""
    return _NOT.search(_TAG.sub("", question.joined)) is not None


def other_side(question: Question, register: Register) -> str:
    """That somebody spoke for the other side than a text says; empty where it says none, or that is on record."""
    persons = [speaker for speaker in question.speakers if speaker.is_person]
    if len(persons) > 1 or denies(question):
        return ""
    claimed = SIDES.found(question.joined).keys() & OTHER_SIDE.keys()
    if len(claimed) != 1:
        return ""
    side = next(iter(claimed))
    name, spoke_for, text = _of_person(persons[0], register) if persons else _of_role(question, register)
    if spoke_for != {OTHER_SIDE[side]}:
        return ""
    if side is Side.END and _PAUSES.search(text):
        # Who was for a pause instead of an end was for no end.
        return "" if Standing.SUSPENDED in question.standings else claim_sentences.not_for_an_end(name)
    return claim_sentences.of_the_other_side(name, side)


def _of_person(speaker: Speaker, register: Register) -> tuple[str, set[Side], str]:
    """Somebody's name, the sides that they spoke or acted for, and what is told of it."""
    points = [it for it in register.record.points_in_use if it.speaker == speaker.name]
    return speaker.name, {*_sides_of(speaker, register)}, " ".join(f"{it.gist} {it.quote or ''}" for it in points)


def _of_role(question: Question, register: Register) -> tuple[str, set[Side], str]:
    """The same of those whom a text names by their part at one place; nothing where it names none."""
    role = None if question.speakers else role_asked(question)
    places = [place for mention in question.mentions for place in mention.places]
    if role is None or len(places) != 1:
        return "", set(), ""
    found = own_entries(role, register.ties_of(places[0].id), register)
    sides = {it.side for it in found if it.side is not None and it.side in OTHER_SIDE}
    return f"{role.says} of {place_name(places[0], register)}", sides, " ".join(it.text for it in found)


def words_of(question: Question, register: Register) -> tuple[TalkingPoint, str] | None:
    """What somebody said in the very words that a text gives as its own, or as somebody else's; None for no such words.

    With the name of who is said to have spoken them; empty for a text that begins with "I".
    """
    speaks_itself = question.words[0].norm in _I
    text = question.text if speaks_itself else in_quotes(question)
    said = [word.norm for word in tokens(text)]
    if len(said) < _FEWEST_WORDS:
        return None
    point = next((it for it in register.record.points_in_use if _holds(it.quote or "", said)), None)
    if point is None:
        return None
    if speaks_itself:
        return point, ""
    persons = [speaker.name for speaker in question.speakers if speaker.is_person]
    others = [name for name in persons if name != point.speaker and normalise(name.split()[-1]) not in said]
    return (point, others[0]) if others and point.speaker not in persons else None


def _holds(quote: str, said: Sequence[str]) -> bool:
    """Whether a quotation has all these words, or their beginnings, in their order."""
    words = iter([word.norm[:_BEGINNING] for word in tokens(quote)])
    return all(word[:_BEGINNING] in words for word in said)


def _sides_of(speaker: Speaker, register: Register) -> Iterator[Side]:
    """The sides that somebody spoke or acted for, by what is on record."""
    points = register.record.talking_points
    for each in speaker.appearances:
        if each.tie is None:
            point = points.get(each.id)
            # What somebody else said for them is not their own word.
            if point is not None and point.speaker == speaker.name and point.side in OTHER_SIDE:
                yield point.side
            continue
        act = next((act for act in register.tie(each.tie).acts if act.id == each.id), None)
        if act is not None and act.kind in SIDE_OF_ACT:
            yield SIDE_OF_ACT[act.kind]
