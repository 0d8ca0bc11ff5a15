"""A question whose place was written in Cyrillic by its sound, with its known name: "Кентон" for Kenton. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from cogs.lookup.model import Answer, Outcome
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.gazetteer import Gazetteer
from db.record.models import Country, OtherPlace
from db.record.ordinary_words import is_familiar
from db.record.register import Register
from db.record.text import key, normalise

# In a longer text a word without a capital is hardly a name.
_FEW = 6
_MOST_TRIED = 2
# What somebody said or thinks is asked of people.
_OF_PEOPLE = frozenset({Intent.SAID, Intent.WORDS})
_NAMES = LATE.compile(r"[а-яіїєґёА-ЯІЇЄҐЁ'’]{2,}(?:-[А-ЯІЇЄҐЁ][а-яіїєґё'’]+)*")
# Words with capitals in a row, and how short no misspelt name is.
_RUN_OF_NAMES = LATE.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё'’]+(?:[ -][А-ЯІЇЄҐЁ][а-яіїєґё'’]+)*")
_SHORTEST_NEAR = 5
_HARD = {"зі": "г", "ці": "к", "сі": "х"}
_ENDING = LATE.compile(r"(?:ові|ом|ем|ою|ею|[уюаяіие])$")


def respelt(question: Question, found: Answer, register: Register) -> tuple[str, tuple[str, str]] | None:
    """A question to which nothing was found, with the American place that a word of it may stand for, and what was read
    so; None where something was found, or none may be meant. Beside a Russian place it is the partner of that which is
    written nearly so.
    """
    if question.mentions:
        return _as_partner(question, register)
    gazetteer = register.gazetteer
    of_states = found.outcome is Outcome.LIST and question.all_states
    if question.intents & _OF_PEOPLE or (found.outcome.found and not of_states):
        return None
    for typed in [*_unknown(question)][:_MOST_TRIED]:
        for form in dict.fromkeys((typed, _ENDING.sub("", typed), _softened(typed))):
            names = gazetteer.spelt_in_cyrillic(form)
            if fits := [name for name in names if not of_states or _is_in(name, question, gazetteer)]:
                return question.text.replace(typed, fits[0], 1), (typed, fits[0])
    return None


def _as_partner(question: Question, register: Register) -> tuple[str, tuple[str, str]] | None:
    """The question with the partner of the one Russian place that it names, of which a name of it is misspelt: "Окі
    Рідж і Обнінськ"; None where there is none.
    """
    places = [place for mention in question.mentions for place in mention.places]
    if len(places) != 1 or places[0].country is not Country.RU or not (unknown := {*question.unknown}):
        return None
    partners = [register.place(tie.us) for tie in register.ties_of(places[0].id)]
    for match in _RUN_OF_NAMES.finditer(question.text):
        typed = match.group()
        if unknown.isdisjoint(typed.split()):
            continue
        for partner in partners:
            if any(_is_nearly(typed, alias) for alias in partner.aliases):
                return question.text.replace(typed, partner.name, 1), (typed, partner.name)
    return None


def _is_nearly(typed: str, name: str) -> bool:
    """Whether what was typed is a name but for a letter or what joins its words."""
    one, other = (text.casefold().replace("-", "").replace(" ", "") for text in (typed, name))
    return len(other) >= _SHORTEST_NEAR and OSA.distance(one, other, score_cutoff=1) <= 1


def _softened(typed: str) -> str:
    """A word of which Ukrainian has softened the last consonant, as it was: "Гаррісбурзі" of Гаррісбург."""
    return f"{typed[:-2]}{_HARD[typed[-2:]]}" if typed[-2:] in _HARD else typed


def _is_in(name: str, question: Question, gazetteer: Gazetteer) -> bool:
    """Whether a place of a name is in one of the states that are named."""
    found = gazetteer.exact(key(name))
    return any(isinstance(place, OtherPlace) and place.state in question.all_states for place in found)


def _unknown(question: Question) -> Iterator[str]:
    """The Cyrillic words that may be names, as typed, with what a hyphen joins to them; those with capitals first."""
    unknown = {*question.unknown, *question.asides}
    typed = [match.group() for match in _NAMES.finditer(question.text)]
    names = [name for name in typed if any(part in unknown for part in (name, *name.split("-")))]
    yield from (name for name in names if name[0].isupper())
    if len(question.words) <= _FEW:
        yield from (name for name in names if name[0].islower() and not is_familiar(normalise(name)))
