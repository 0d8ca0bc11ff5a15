"""People and bodies in a question: whom it names, and whom it leaves out. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.history.times_compared import asks_before_or_after
from cogs.lookup.model import Trait
from cogs.lookup.people.about_people import TITLES, asks_of_person
from cogs.lookup.people.sayings import THEIRS, VERBS_OF_SAYING
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.times.eras import reckons_by_the_speech, reckons_from_the_speech
from db.record.ordinary_words import is_familiar, is_ordinary
from db.record.people import FoundSpeaker
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, key, normalise, sound

# What leaves out a person who stands behind it.
_LEFT_OUT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|but not|not|no|nothing|nobody|не|ничого|ничог|нич) "
    r"(?:(?:from|by|of|like|від|от|вид|од) )?(?:the )?(?:president |mayor )?$"
)
# "That don't involve Zelensky", "не про Зеленського": what is denied of them is that they have a part in it.
_NO_PART = LATE.compile(
    r"\b(?:not|dont|doesnt|didnt|arent|isnt|wasnt|never|without|не|без) (?:\w+ ){0,1}?"
    r"(?:involv\w*|includ\w*|mention\w*|nam(?:e|es|ing)|us(?:e|es|ing)|rel(?:y|ies|ying) on|rest\w* on|com\w* from"
    r"|quot\w*|cit(?:e|es|ing)|by|from|about|згад\w*|упом\w*|спира\w* на|опира\w* на|цит\w*|про|вид|от|участ\w*"
    r"|ссыл\w* на|посил\w* на|належ\w*|принадлеж\w*) (?:president |mayor |президент\w* )?$"
)
MOST_NAMED = 2
# So many are told of who are named one after the other.
_MOST_IN_A_ROW = 4

_SHORTEST = 4
# Before whom somebody else speaks of: "about Zelenskyy", "про Зеленського".
_SPOKEN_OF = frozenset(map(normalise, "about of regarding on про щодо о об насчет насчёт".split()))
# With which letters English first names begin that begin otherwise in Cyrillic: "Джон", "Кріс", "Вільям", "Гаррі".
_OTHER_INITIALS = {"d": "jg", "k": "cq", "v": "w", "u": "w", "g": "h", "h": "g", "s": "c", "i": "yje", "e": "a"}

# Where Zelenskyy spoke to the mayors.
_OF_THE_SPEECH = "reno"


def _traits_named(question: Question) -> set[Trait]:
    """What is to be so of ties, or not so."""
    return {*question.narrowing.traits, *question.narrowing.not_so}


def with_speakers(question: Question, register: Register) -> Question:
    """The question with the people and bodies that it names; their names are no places', and nothing else's."""
    all_found = register.people.find(question.words)
    said = (
        each
        for each in all_found
        if _is_meant(each, question, register) or _stands_beside_another(each, all_found, question)
    )
    named = list(islice(said, _MOST_IN_A_ROW))
    found = named or _misspelt(question, register)[:MOST_NAMED]
    found = [each for each in found if not _is_topic(each, question)]
    if not found:
        return question
    listed = question.intents & {Intent.LIST, Intent.COUNT} or question.standings
    named_there = listed and Trait.NAMED_IN_SPEECH in _traits_named(question) and Intent.CLAIM not in question.intents
    # The speech was heard in Reno, which is not asked about.
    elsewhere = tuple(it for it in question.mentions if it.places or question.words[it.start].norm != _OF_THE_SPEECH)
    if named_there and not elsewhere:
        question = replace(question, mentions=())
    if ((named_there or reckons_from_a_speech(question)) and not question.mentions) or _times_by_a_speech(question):
        return replace(
            question, asides=tuple(word for word in question.asides if word not in _words_of(found, question))
        )
    out = [each for each in found if _is_out(each, question)]
    names = _words_of(found, question)
    spans = {i for each in found if each.speaker.is_person for i in range(_begin_of(each, question), each.end)}
    return replace(
        question,
        mentions=tuple(named for named in question.mentions if not spans & set(range(named.start, named.end))),
        unknown=tuple(word for word in question.unknown if word not in names),
        asides=tuple(word for word in question.asides if word not in names),
        speakers=tuple(each.speaker for each in found if each not in out),
        without_speakers=tuple(each.speaker for each in out),
        repairs=(
            *(it for it in question.repairs if it[0] not in names),
            *(() if named else _surnames_read(found, question)),
        ),
    )


def _begin_of(found: FoundSpeaker, question: Question) -> int:
    """Where a name begins, with the first name that is written otherwise: "Браян Снайдер"."""
    before = question.words[found.start - 1] if found.start else None
    first = before is not None and before.cyrillic and _begins_as(before, found.speaker.firsts)
    return found.start - 1 if first else found.start


def _is_topic(found: FoundSpeaker, question: Question) -> bool:
    """Whether somebody is only spoken of, by who holds an office at a place that is named: "a quote of San Jose's mayor
    about Zelenskyy".
    """
    before = question.words[found.start - 1].norm if found.start else ""
    if before not in _SPOKEN_OF or not any(it.places for it in question.mentions):
        return False
    return any(word.norm in TITLES for word in question.words[: found.start - 1])


def _surnames_read(found: Sequence[FoundSpeaker], question: Question) -> Iterator[tuple[str, str]]:
    """The mistyped surnames, each with whose it was taken for."""
    for each in found:
        yield " ".join(word.raw for word in question.words[each.start : each.end]), each.speaker.name


def _is_out(found: FoundSpeaker, question: Question) -> bool:
    """Whether somebody is named only to be left out: "besides Zelenskyy"."""
    after = question.words[found.end].norm if found.end < len(question.words) else ""
    before = "".join(f"{word.norm} " for word in question.words[: found.start])
    return after == "aside" or any(said.search(before) for said in (_LEFT_OUT, _NO_PART))


def reckons_from_a_speech(question: Question) -> bool:
    """Whether ties are asked of, in a time that is told by a speech: the speaker is then not asked about."""
    narrowing = question.narrowing
    asks_of_ties = question.standings or narrowing.kinds or narrowing.changed or narrowing.decided
    asks_of_ties = asks_of_ties or _asks_what_came_of_it(question) or _compares_by_it(question)
    return bool(asks_of_ties) and not question.mentions and reckons_by_the_speech(question.joined)


def _asks_what_came_of_it(question: Question) -> bool:
    """Whether it is asked what was done before or after a speech."""
    asked = question.intents & {Intent.EARLIEST, Intent.SEQUENCE} or HAPPENED.search(question.joined)
    return bool(asked) and reckons_from_the_speech(question.joined)


def _compares_by_it(question: Question) -> bool:
    """Whether it is asked how much was done before a speech and after it."""
    asked = Intent.COUNT in question.intents or question.narrowing.compares
    return asked and asks_before_or_after(question)


def _times_by_a_speech(question: Question) -> bool:
    """Whether it is asked if something was done at a place that is named before or after a speech, or how long."""
    timed = bool(question.mentions) and asks_how_long(question) and reckons_by_the_speech(question.joined)
    return timed or sets_against_the_speech(question)


def _words_of(found: Sequence[FoundSpeaker], question: Question) -> set[str]:
    return {question.words[i].raw for each in found for i in range(each.start, each.end)}


def _misspelt(question: Question, register: Register) -> list[FoundSpeaker]:
    """People whose surname a word that fits nothing else is like."""
    unknown = [(i, word) for i, word in enumerate(question.words) if word.raw in question.unknown]
    like = ((i, register.people.like(word.norm)) for i, word in unknown if not is_familiar(word.norm))
    return [FoundSpeaker(i, i + 1, speaker, full=False) for i, speaker in like if speaker is not None]


def _is_among_cities_abroad(found: FoundSpeaker, question: Question) -> bool:
    """Whether a surname stands among cities abroad, of which one has that name: "Madrid, Rome, Prague"."""
    cities = [] if found.full else [each for each in question.abroad if each.is_city]
    return len(cities) > 1 and any(each.start <= found.start < each.end for each in cities)


# Between these and a verb stands who did something: "why did Hogan end it".
_HAS_SUBJECT = frozenset(("did", "does", "has", "had", "didnt", "hasnt"))
_WHO = frozenset({"who", "whos", "хто", "кто"})
_THAT = frozenset("that this it is he she так таки такои це ето".split())
_WHO_IS = [[who, verb] for who in sorted(_WHO) for verb in ("is", "was", "так", "таки", "такои", "це", "ето")]


# It is asked for each name of the same text.
@lru_cache(maxsize=2)
def _says_title(joined: str) -> bool:
    return not TITLES.isdisjoint(joined.split())


def _is_meant(found: FoundSpeaker, question: Question, register: Register) -> bool:
    """Whether somebody is meant, and not a place, a word of the same letters, or another person of the name."""
    inside = [named for named in question.mentions if named.start < found.end and found.start < named.end]
    if not found.speaker.is_person:
        return not any(named.places for named in inside) or asks_of_person(question)
    within = any(named.end - named.start > found.end - found.start for named in inside)
    if within or _is_among_cities_abroad(found, question):
        return False
    before = question.words[found.start - 1] if found.start else None
    titled = before is not None and before.norm in TITLES
    if found.full or titled or (_says_title(question.joined) and not any(it.places for it in inside)):
        return True
    if before is not None and before.cyrillic and _begins_as(before, found.speaker.firsts):
        return True
    if _has_first_name_behind(found, question.words):
        return True
    if _is_of_longer_name(found, question.words):
        return False
    does = _does_something(found, question.words) or _is_asked_who(found, question.words)
    does = does or (before is not None and before.norm in _HAS_SUBJECT and question.words[found.start].capital)
    if does and not any(named.places for named in inside):
        return True
    if _is_of_place_named(found, question, register) and not any(named.places or named.qualified for named in inside):
        return True
    word = question.words[found.start]
    if inside or len(word.norm) < _SHORTEST or is_ordinary(word.norm) or register.gazetteer.exact(word.norm):
        written = word.capital or _is_typed_small(word, question)
        return asks_of_person(question) and written and not any(named.places for named in inside)
    return True


def _is_asked_who(found: FoundSpeaker, words: Sequence[Token]) -> bool:
    """Whether it is asked right before a surname who that is: "who's Arenas", "кто такая Аренас"; or right behind one
    that stands first: "goodman?? who's that".
    """
    behind = [word.norm for word in words[found.end : found.end + 2]]
    if found.start == 0 and behind and behind[0] in _WHO and len(behind) > 1 and behind[1] in _THAT:
        return True
    before = [word.norm for word in words[max(0, found.start - 2) : found.start]]
    return bool(before) and words[found.start].capital and (before[-1] in _WHO or before in _WHO_IS)


def _is_of_place_named(found: FoundSpeaker, question: Question, register: Register) -> bool:
    """Whether the place where somebody spoke or acted is named as well: "brody, the sarasota guy"."""
    held = {register.tie(each.tie).us for each in found.speaker.appearances if each.tie}
    points = register.record.talking_points
    held |= {place for each in found.speaker.appearances if each.id in points and (place := points[each.id].place)}
    # "Snyder used to back the Kostroma tie": the partner of that place will do.
    held |= {tie.ru for place in held for tie in register.ties_of(place)}
    return any(place.id in held for named in question.mentions for place in named.places)


def _stands_beside_another(found: FoundSpeaker, others: Sequence[FoundSpeaker], question: Question) -> bool:
    """Whether two people of the same office are named, whose surnames may be places' too: "Foley against Arenas"."""
    if not found.speaker.is_person or not question.words[found.start].capital:
        return False
    offices = {each.office for each in found.speaker.appearances if each.office}
    held = {key(office.removeprefix("then ").partition(" in 20")[0]) for office in offices}
    return any(
        other.speaker is not found.speaker
        and any(
            key(each.office.removeprefix("then ").partition(" in 20")[0]) in held
            for each in other.speaker.appearances
            if each.office
        )
        for other in others
    )


def _begins_as(word: Token, firsts: Collection[str]) -> bool:
    """Whether a Cyrillic word with a capital may be one of some first names: "Томас" is how "Thomas" is written."""
    said = sound(word.norm)
    if said in {sound(first) for first in firsts}:
        return True
    initials = f"{said[:1]}{_OTHER_INITIALS.get(said[:1], '')}"
    return word.capital and any(first[:1] in initials for first in firsts)


def _has_first_name_behind(found: FoundSpeaker, words: Sequence[Token]) -> bool:
    """Whether a surname stands before the first name, as in a list: "Allala, Leroy"."""
    behind = words[found.end] if found.end < len(words) else None
    return behind is not None and (
        behind.norm in found.speaker.firsts or sound(behind.norm) in {sound(each) for each in found.speaker.firsts}
    )


def _does_something(found: FoundSpeaker, words: Sequence[Token]) -> bool:
    """Whether behind a surname stands what somebody does or has: "what did goodman call them", "hogan's reasons"."""
    if found.end >= len(words):
        return False
    surname = words[found.end - 1]
    # "That Hogan letter" is his as well.
    owns = surname.raw.endswith(("'s", "’s")) or surname.capital
    return words[found.end].norm in VERBS_OF_SAYING or (owns and words[found.end].norm in THEIRS)


def _is_typed_small(word: Token, question: Question) -> bool:
    """Whether a surname in Cyrillic stands in a text that has no capitals, where nothing else tells it from a word."""
    return word.cyrillic and len(word.norm) > _SHORTEST and not any(each.capital for each in question.words)


def _is_of_longer_name(found: FoundSpeaker, words: Sequence[Token]) -> bool:
    """Whether a surname stands in another person's name: "Alexander Pushkin", "Amy Lightfoot"."""
    if sum(word.capital for word in words) > len(words) / 2 and len(words) > _SHORTEST:
        return False
    after = words[found.end] if found.end < len(words) and _is_beside(words, found.end) else None
    before = words[found.start - 1] if found.start > 1 and _is_beside(words, found.start) else None
    return any(word is not None and word.capital and word.norm not in STOP_WORDS for word in (before, after))


def _is_beside(words: Sequence[Token], second: int) -> bool:
    """Whether a word stands behind the one before it with no mark between: "Zelensky? Quote him" is no longer name."""
    return words[second].start - words[second - 1].end <= 1
