"""What is asked of many ties at once that no field holds, such as who asked for a cut, or what failed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cogs.lookup import search_sentences
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable
from cogs.lookup.reading.in_english import in_english
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, said_for, said_in_row
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.models import Act, Tie
from db.record.passages import PassageKind
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

# So many acts are told of a matter; so many are looked through for each of its words.
_MOST_ACTS, _MOST_LOOKED_AT = 12, 40
# A word that so few acts have tells which of them is meant.
_FEW, _FEWEST_LETTERS = 2, 4
# Words are compared by so many letters, which most of their forms share.
_STEM = 5
_ONE = LATE.compile(
    r"\bwhich (?:city|town|county|state|place|council|mayor|one|tie)\b|\b(?:яке|який|яка|чий|чия) (?:місто|рада|мер)"
    r"|\b(?:какой|какая|чей|чья) (?:город|совет|мэр)",
    re.IGNORECASE,
)
# A place is named, and others are meant.
_ELSE = said_for("questions", "matters", "else")


@value
class Matter:
    """One row of ``data/vocabulary/matters.toml``; its head says what the fields are."""

    asked: Phrases
    finds: tuple[str, ...]
    told: str
    beside: str


@cache
def _matters() -> dict[str, Matter]:
    return {
        name: Matter(
            said_in_row(row),
            tuple(row["finds"]),
            row["told"],
            row["beside"],
        )
        for name, row in vocabulary("matters").items()
    }


@cache
def _asked() -> PhraseTable[str]:
    return PhraseTable({name: matter.asked for name, matter in _matters().items()})


def asks_for_a_matter(question: Question) -> bool:
    """Whether a question asks for one of the matters."""
    return bool(_asked().found(question.joined))


def matter_part(question: Question, register: Register, citations: Citations) -> tuple[TextBlock, list[str]] | None:
    """The acts that tell of a matter, and their ties, where a question asks for one and names no place or person, or
    asks where else it was so.

    None where nothing of it is on record, or the index of the record's words is not there yet.
    """
    # "Who else got no answer? Montclair I know": others are asked for.
    named = any(mention.places and not mention.negated for mention in question.mentions)
    placed = named and _ELSE.search(question.joined) is None
    if placed or question.all_states or question.speakers or question.abroad:
        return None
    if question.intents & {Intent.CLAIM, Intent.PETITION}:
        return None
    name = next(iter(_asked().found(question.joined)), None)
    if name is None:
        return None
    matter = _matters()[name]
    found = _of_its_words(list(_acts(matter, register)), matter, question, register)
    lines = [
        search_sentences.found_act(pair_name(tie, register), act, citations.cite(act.sources)) for tie, act in found
    ]
    if not lines:
        return None
    return TextBlock((*lines, Line(matter.beside)), matter.told), list(dict.fromkeys(tie.id for tie, _ in found))


def _acts(matter: Matter, register: Register) -> Iterator[tuple[Tie, Act]]:
    """The acts whose text has any of what a matter finds, the earliest first."""
    acts: dict[str, tuple[Tie, Act]] = {}
    for words in matter.finds:
        terms = [(word,) for word in normalise(words).split() if word not in OF_TALKING]
        held = register.find_passages(terms, _MOST_LOOKED_AT, kinds=(PassageKind.ACT,), by_name=False)
        for passage in held:
            tie = register.tie(passage.about or "")
            act = next((each for each in tie.acts if each.id == passage.id), None)
            if act is not None and _says(act, words):
                acts[act.id] = (tie, act)
    yield from sorted(acts.values(), key=lambda each: each[1].date.last)[:_MOST_ACTS]


def _of_its_words(
    found: Sequence[tuple[Tie, Act]], matter: Matter, question: Question, register: Register
) -> Sequence[tuple[Tie, Act]]:
    """Those of a matter's acts that alone have a word of a question that asks for one: "which city took the flag down
    at its airport"; else all.
    """
    if len(found) <= _FEW or _ONE.search(question.text) is None:
        return found
    of_matter = {act.id for _, act in found}
    of_all = {word[:_STEM] for words in matter.finds for word in words.split()}
    for word in question.words:
        if word.norm in STOP_WORDS or len(word.norm) < _FEWEST_LETTERS or word.norm[:_STEM] in of_all:
            continue
        term = (word.norm, *in_english(word.norm))
        held = register.find_passages([term], _MOST_LOOKED_AT, kinds=(PassageKind.ACT,), by_name=False)
        ids = {passage.id for passage in held}
        if 0 < len(ids) <= _FEW and ids <= of_matter:
            return [each for each in found if each[1].id in ids]
    return found


def _says(act: Act, words: str) -> bool:
    told = " ".join(filter(None, (act.actor, act.said, act.summary, act.vote)))
    return f" {words}" in f" {told.casefold()}"
