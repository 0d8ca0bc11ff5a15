"""The parts of a text that ask something each, and which of them no part of an answer takes up. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from cogs.lookup.phrases.patterns import any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.aspects import words_of_aspects
from cogs.lookup.reading.in_english import in_english
from cogs.lookup.reading.intents import HAPPENED
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, of_all_languages, said_for, said_in_all, words_in_all
from cogs.wording.blocks import TextBlock, text_of
from db.record.ordinary_words import is_common
from db.record.text import Token, normalise

_ASKS = words_in_all("clauses", "asks")
# "And to whom": before these a word that asks is as good as the first.
_BEFORE_WHOM = words_in_all("clauses", "before_whom")
_WHOM = words_in_all("clauses", "whom")
# These ask whether something is so.
_YES_OR_NO = frozenset(map(normalise, "did does do is are was were has have can could any anyone чи".split()))
_SAID = any_of((*of_all_languages("past", "answered"), *of_all_languages("clauses", "done")))
_JOINS = words_in_all("clauses", "joins")
_WHY = said_for("questions", "clauses", "why")
# What ends a sentence or a clause by itself; a comma does only before a word that asks.
_ENDS = re.compile(r"[.?!;—–\n]\s|[?!]")
_COMMA = re.compile(r",\s")
# What is meant or said stands behind these: "означає, що …".
_THAT = frozenset(map(normalise, ("що", "что")))
_SAYS_THAT = said_in_all("clauses", "says_that")
# "A place that also has …" goes on.
_RELATIVE = frozenset({"that", "which", "who"})
_MOST_CLAUSES = 6
# A clause of so many words asks something by itself.
SHORTEST = 3
# A word is in an answer, whatever its ending, by so many letters of its beginning.
_BEGINNING = 5
_SHORTEST_WORD = 4


def clauses(question: Question) -> list[Sequence[Token]]:
    """The clauses of a text that ask something, in their order, if they are several; else none."""
    asking = [clause for clause in divided(question) if len(clause) >= SHORTEST and asks(clause)]
    return asking[:_MOST_CLAUSES] if len(asking) > 1 else []


def divided(question: Question) -> Iterator[Sequence[Token]]:
    """The sentences and clauses of a text; a comma or a joining word divides before a word that asks alone."""
    words, text = question.words, question.text
    begun = 0
    for i in range(1, len(words)):
        between = text[words[i - 1].end : words[i].start]
        joined = words[i].norm in _JOINS and words[i - 1].norm not in _RELATIVE and asks(words[i + 1 :])
        divided_here = between != " " and _divides(between, words[i:]) and not _tells_what(words[i - 1], words[i])
        if joined or divided_here:
            yield words[begun:i]
            begun = i
    yield words[begun:]


def _divides(between: str, words: Sequence[Token]) -> bool:
    """Whether what stands between two words ends a clause before the second."""
    return _ENDS.search(between) is not None or (_COMMA.search(between) is not None and asks(words))


def _tells_what(before: Token, word: Token) -> bool:
    """Whether "що" or "что" behind a comma tells what is meant or said, and asks nothing."""
    return word.norm in _THAT and _SAYS_THAT.match(before.norm) is not None


def begins_anew(question: Question, clause: Sequence[Token]) -> bool:
    """Whether a clause is the first, or begins behind the end of a sentence or with a joining word: behind a comma
    alone it may depend on what is before it.
    """
    before = question.text[: clause[0].start].rstrip()
    return not before or before[-1] in ".?!;—–:" or clause[0].norm in _JOINS


def asks(words: Sequence[Token]) -> bool:
    """Whether words begin with one that asks, a joining word before it or not: "who", "and to whom"; "we're" is no
    "were".
    """
    first = [word.raw.casefold() if word.norm == "were" else word.norm for word in words[:3]]
    if not first or first[0] in _ASKS:
        return bool(first)
    if first[0] not in _JOINS or len(first) == 1:
        return False
    return first[1] in _ASKS or (first[1] in _BEFORE_WHOM and first[-1] in _WHOM)


def asks_throughout(question: Question) -> bool:
    """Whether each of several clauses asks by who, which or how many: nothing is claimed in any of them."""
    parts = [*divided(question)]
    return len(parts) > 1 and all(asks_for_what(clause) for clause in parts)


def asks_for_what(clause: Sequence[Token]) -> bool:
    """Whether a clause asks by who, which or how many, and not whether something is so."""
    first = next((word.norm for word in clause[:2] if word.norm in _ASKS), "")
    return bool(first) and asks(clause) and first not in _YES_OR_NO


def not_taken_up(question: Question, told: Iterable[TextBlock]) -> str:
    """The clause, as typed, of which no word that tells what is asked was understood or stands in an answer.

    Empty where there is none, or where it is the first, or not one alone: then the question was read otherwise.
    """
    found = clauses(question)
    if not found:
        return ""
    meant = words_of_aspects(question)
    done = words_matched(chain(_SAID.finditer(question.joined), HAPPENED.finditer(question.joined))) | meant
    asides = {word for word in question.asides if normalise(word) not in done}
    if not asides:
        return ""
    telling = [[word for word in clause if word.raw in asides and tells(word.norm)] for clause in found]
    if not any(telling):
        return ""
    said = {word[:_BEGINNING] for word in normalise(text_of(told)).split()}
    left = [
        clause
        for clause, words in zip(found, telling, strict=True)
        if words and not (any(_is_said(word, said) for word in words) or any(it.norm in meant for it in clause))
    ]
    if len(left) != 1 or left[0] is found[0]:
        return ""
    return question.text[left[0][0].start : left[0][-1].end]


def reason_left(question: Question) -> str:
    """The clause, as typed, that asks behind another why something is so: "which are dormant, and why so few"; empty
    where there is none.
    """
    behind = [*divided(question)][1:]
    for clause in behind:
        words = clause[1:] if clause[0].norm in _JOINS else clause
        if words and _WHY.match(" ".join(word.norm for word in words)):
            return question.text[words[0].start : words[-1].end]
    return ""


def tells(word: str) -> bool:
    """Whether a normalised word says what is asked, and is no word of talking."""
    return len(word) >= _SHORTEST_WORD and word not in OF_TALKING and not is_common(word)


def _is_said(word: Token, said: set[str]) -> bool:
    return any(each[:_BEGINNING] in said for each in (word.norm, *in_english(word.norm)))
