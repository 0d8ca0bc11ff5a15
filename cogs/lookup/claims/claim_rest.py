"""What of a claim was not held against the record: the words of it that nothing in the answer takes up. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cogs.lookup.people.roles_there import words_of_roles
from cogs.lookup.reading.conditions_asked import words_of_conditions
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.in_english import in_english
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, words_in_all
from cogs.lookup.reading.votes import words_of_margin
from cogs.wording.blocks import TextBlock, text_of
from db.record.ordinary_words import is_common
from db.record.text import Token, normalise

# A word is in an answer, whatever its ending, by so many letters of its beginning; shorter words say too little.
_BEGINNING, _SHORTEST = 4, 4
_ENDS = (".", "!", "?", "…")
# So many words are named.
_MOST = 4
# Words of how something is told, which claim nothing of their own.
_TELLING = OF_TALKING | words_in_all("claims", "empty")


def not_checked(question: Question, told: Iterable[TextBlock]) -> list[str]:
    """The words of a claim, as typed, of which an answer says nothing; those that stand together as one."""
    # Whether a condition is the one on record is told of it.
    held = words_of_conditions(question.joined) | words_of_roles(question.joined) | words_of_margin(question.text)
    words = question.words
    claiming = [i for i, word in enumerate(words) if word.norm not in held and _claims(word, question)]
    claiming = [i for i in claiming if not _is_a_sentence(question, i)]
    if not claiming:
        return []
    said = {word[:_BEGINNING] for word in normalise(text_of(told)).split()}
    left = [i for i in claiming if not _is_said(question.words[i], said)]
    found = (question.text[question.words[a].start : question.words[b].end] for a, b in _runs(left))
    return [*dict.fromkeys(found)][:_MOST]


def _claims(word: Token, question: Question) -> bool:
    """Whether a word says something of its own that was not understood, and may be so or not.

    The record is in English: of another language only what has a word there can be told to be missing.
    """
    if word.cyrillic and not in_english(word.norm):
        return False
    if word.raw not in question.asides or len(word.norm) < _SHORTEST or is_harmless(word.raw):
        return False
    return not is_of_telling(word)


def _is_a_sentence(question: Question, i: int) -> bool:
    """Whether a word is a sentence by itself, and says how somebody feels: "Heartbroken."."""
    before = question.text[: question.words[i].start].rstrip()
    behind = question.text[question.words[i].end :].lstrip()
    return before.endswith(_ENDS) and behind.startswith(_ENDS)


def is_of_telling(word: Token) -> bool:
    """Whether a word is one of how something is told, or asked about, and claims nothing of its own."""
    return claims_nothing(word) or is_common(word.norm)


def claims_nothing(word: Token) -> bool:
    """Whether a word only tells how something is said: however common another is, it may be what is claimed."""
    return word.norm in _TELLING


def _is_said(word: Token, said: set[str]) -> bool:
    return any(each[:_BEGINNING] in said for each in (word.norm, *in_english(word.norm)))


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Places that follow one another, as first and last."""
    first = last = None
    for place in places:
        if last is not None and place > last + 1 and first is not None:
            yield first, last
            first = place
        first = place if first is None else first
        last = place
    if first is not None and last is not None:
        yield first, last
