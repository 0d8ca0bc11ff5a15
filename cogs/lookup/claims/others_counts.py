"""Whose count a number is that is not the record's own, and what was said with one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_numbers import Number
from db.record.dataset.explanations import shipped
from db.record.passages import FoundPassage, PassageKind, Term
from db.record.people import Speaker
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import key

_LOOKED_AT = 6
# The explanations that tell of others' counts, and of others' shares.
COUNTS, SHARES = "why-counts-differ", "share-april-2022"
_TELLS_OF_NUMBERS = (PassageKind.POINT, PassageKind.EXPLANATION)


def where_it_stands(number: str, register: Register, *, of: str = COUNTS) -> list[FoundPassage]:
    """What the record itself says with a number, or a share, that is not its own: whose count that is."""
    found = register.find_passages([(number,)], 1, kinds=_TELLS_OF_NUMBERS, by_name=False)
    return [each for each in found if _counts_places(each, number, of, register)]


def _counts_places(passage: FoundPassage, number: str, of: str, register: Register) -> bool:
    """Whether a passage counts places or ties with a number, and not years."""
    point = register.record.talking_points.get(passage.id)
    if point is None:
        return passage.id == of
    return re.search(rf"\b{number} (?:\w+ )?cities", f"{point.gist} {point.quote}") is not None


def what_was_said(number: Number, clause: Clause, register: Register) -> list[FoundPassage]:
    """What is explained of those whom a text names, where it says how many they spoke of."""
    said = [word.norm for word in clause.question.words if word.norm not in STOP_WORDS and not word.norm.isdigit()]
    names = [name for speaker in clause.question.speakers for name in speaker.surnames]
    terms: list[Term] = [(word,) for word in dict.fromkeys([*names, *said])]
    found = register.find_passages(terms, _LOOKED_AT, kinds=(PassageKind.EXPLANATION,), by_name=False)
    of_them = [each for each in found if any(name in key(_topic(each)).split() for name in names)]
    told = {*said} - {number.counted}
    return sorted(of_them or found, key=lambda each: -len(told & _words_of_answer(each)))[:1]


def what_is_explained_of(bodies: Sequence[Speaker], register: Register) -> list[FoundPassage]:
    """What is explained of bodies by their names: what they asked for, or stand for."""
    terms: list[Term] = [(word,) for word in dict.fromkeys(word for it in bodies for word in key(it.name).split())]
    found = register.find_passages(terms, _LOOKED_AT, kinds=(PassageKind.EXPLANATION,), by_name=False)
    names = [key(it.name) for it in bodies]
    return [each for each in found if any(name in key(_topic(each)) for name in names)][:1]


def _topic(passage: FoundPassage) -> str:
    explanation = shipped().by_id(passage.id)
    return explanation.topic if explanation else ""


def _words_of_answer(passage: FoundPassage) -> set[str]:
    """The words of an explanation that are not in its topic already."""
    explanation = shipped().by_id(passage.id)
    return {*key(explanation.answer).split()} - {*key(explanation.topic).split()} if explanation else set()
