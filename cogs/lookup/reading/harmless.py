"""Words of a question that no list needs: without them it is the same. Pure.

They are in ``data/vocabulary/harmless.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.phrases.late_patterns import LATE
from db.record.text import Token, normalise
from db.record.vocabulary import LANGUAGES, vocabulary

_WORDS = vocabulary("harmless")
# Words that are no filter, as they are typed, and others by their stems.
_HARMLESS = frozenset(_WORDS["as_typed"].split())
_BESIDE = frozenset(map(normalise, _WORDS["by_stem"].split()))
# Whole classes of words of each language, which beside a list that is understood narrow nothing. As a copy of a set it
# takes half the memory.
_CLASSES = frozenset({word for language in LANGUAGES for word in _WORDS[language].split()})
_DEEDS = frozenset(_WORDS["deeds"].split())
_BEGINS = frozenset(map(normalise, _WORDS["asker"]["begins"]))
_ASKS = frozenset(map(normalise, _WORDS["asker"]["asks"]))
del _WORDS  # all is made from it
_ENDS_CLAUSE = LATE.compile(r"[.,;:!?()—–…\n]|\s-\s")
# "For our zoom at seven", "для допису у фейсбук": what an answer is for, at the end of a clause.
_FOR = frozenset(map(normalise, "for для під".split()))
_DETERMINERS = frozenset("a an my our the this some their today tonight tomorrow".split())
_LONGEST_PURPOSE = 5
# "Basically", "nicely": how something is said to be done narrows nothing, but for these.
_ADVERB = LATE.compile(r"[a-z]{3,}ly")
_NARROWING = frozenset(
    "publicly privately secretly quietly silently legally illegally politically locally fully partly partially "
    "only early family reply supply ally italy july".split()
)


def is_harmless(word: str) -> bool:
    """Whether a word, as it was typed, asks for nothing that a list could be narrowed by."""
    return word.casefold() in _HARMLESS or normalise(word) in _BESIDE


def narrows_nothing(word: str) -> bool:
    """Whether a word, as it was typed, narrows and sorts no list: it is harmless, or of a class of such words."""
    folded = word.casefold()
    if is_harmless(word) or folded in _CLASSES:
        return True
    return _ADVERB.fullmatch(folded) is not None and folded not in _NARROWING


def may_ask_alone(word: str) -> bool:
    """Whether a word that narrows nothing beside others would be what is asked where it stands alone: "which cities
    went along".
    """
    return word.casefold() in _DEEDS


def said_of_asker(text: str, words: Sequence[Token]) -> frozenset[str]:
    """The normalised words of clauses in which who asks tells of themselves, or what the answer is for."""
    return frozenset(word.norm for clause in _clauses(text, words) for word in _beside(clause))


def _beside(clause: Sequence[Token]) -> Sequence[Token]:
    """The words of a clause that ask nothing: all of one of the asker, the end of one that says what it is for."""
    norms = [word.norm for word in clause]
    if norms[0] in _BEGINS and _ASKS.isdisjoint(norms):
        return clause
    for i in range(max(0, len(norms) - _LONGEST_PURPOSE), len(norms) - 1):
        if norms[i] in _FOR and (clause[i].cyrillic or norms[i + 1] in _DETERMINERS):
            return clause[i:]
    return ()


def _clauses(text: str, words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    begun = 0
    for i in range(1, len(words)):
        if _ENDS_CLAUSE.search(text, words[i - 1].end, words[i].start):
            yield words[begun:i]
            begun = i
    if words:
        yield words[begun:]
