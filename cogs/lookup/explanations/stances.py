"""Which side's arguments are asked for, or both, where a question asks for nothing else, however it is put. Pure.

Its words are in ``data/vocabulary/stances.toml``. "Against ending" is for keeping, "those who'd rather not keep it" are
for ending: what turns a side stands before it, or at the very end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache

from cogs.lookup.explanations.argued import OF_SIDES, Argument, argument_of
from cogs.lookup.explanations.concepts_said import concepts_in
from cogs.lookup.people.sayings import asks_for_quotations
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, phrases
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.models import Side
from db.record.stop_words import STOP_WORDS
from db.record.text import normalise
from db.record.vocabulary import vocabulary

_OTHER = {Side.END: Side.KEEP, Side.KEEP: Side.END}
# What is asked for ties, their number or their order is no argument.
_OF_OTHERS = frozenset({
    Intent.COUNT, Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE, Intent.BY_STATE, Intent.VOTE, Intent.WHEN,
    Intent.PETITION,
})  # fmt: skip

_OF_DAYS = frozenset({Intent.WHEN, Intent.SEQUENCE})
# So many concepts tell that one argument is asked about.
_TELLING = 2
# Why somebody did so is told of those who did; what stands at the end of something is no ending.
_OF_WHAT_WAS_DONE = LATE.compile(
    r"\b(?:did|theirs|states?|штат|the end|why not (?:just )?(?:keep|stay))\b"
    # Both in one place are told of by themselves.
    r"|\b(?:one|same|одн\w*) (?:and the same |и тот же |и том же |и тому ж )?"
    r"(?:city|town|council|meeting|город|мист|рад|совет)"
)
_WORD = LATE.compile(r"\w+")


class _Part(Enum):
    """What a word of such a question may be."""

    ENDING = "ending"
    KEEPING = "keeping"
    TURNING = "turning"
    TURNING_BEHIND = "turning_behind"
    BAD = "bad"
    DEBATE = "debate"
    ARGUING = "arguing"
    SUPPORTING = "supporting"
    BOTH = "both"
    BRIEF = "brief"


_ASKING = frozenset({_Part.ARGUING, _Part.BOTH, _Part.DEBATE, _Part.BAD})
_TURNED = (_Part.ENDING, _Part.KEEPING, _Part.TURNING)
_SIDES = {_Part.ENDING: Side.END, _Part.KEEPING: Side.KEEP}
_WORDS = PhraseTable[_Part]({part: phrases("\n".join(vocabulary("stances")[part.value])) for part in _Part})


def make_ready() -> None:
    """Read what may stand beside a side: it would hold up the first who needs it."""
    _beside()


@cache
def _beside() -> re.Pattern[str]:
    """What one word may be that asks for nothing else."""
    words = vocabulary("stances")["beside"]
    return re.compile("|".join(normalise(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in words))


_OF_PARTNERS = frozenset({Intent.LIST, Intent.UKRAINE})


def stances_asked(question: Question) -> frozenset[Side]:
    """The sides whose arguments a question asks for, and for nothing else; none where it is about a place, somebody, or
    anything that is not understood here.
    """
    named = question.mentions or question.all_states or question.speakers or question.abroad or question.period
    if question.intents >= _OF_PARTNERS:
        # "Which cities have one of each: Russian and Ukrainian" asks for partners.
        return frozenset()
    named = named or question.narrowing.sort
    # "One quote a side, and who said it when" asks for the days of words, and of no ties.
    others = _OF_OTHERS - _OF_DAYS if asks_for_quotations(question) else _OF_OTHERS
    if named or question.intents & others or question.by_meaning or question.narrowing.kinds:
        return frozenset()
    if (argument := argument_of(question)) and argument.answer not in OF_SIDES and not _is_of_any(argument, question):
        return frozenset()
    return _read(question.joined)


def _is_of_any(argument: Argument, question: Question) -> bool:
    """Whether an argument is known by one word alone, which others have as well."""
    return argument.fits(concepts_in(question.joined)) < _TELLING


@lru_cache(maxsize=4)
def _read(joined: str) -> frozenset[Side]:
    found = _WORDS.found(joined)
    if found.keys().isdisjoint(_ASKING) or _OF_WHAT_WAS_DONE.search(joined) or not _is_all_read(joined, found):
        return frozenset()
    sides = frozenset(_sides(found))
    if _Part.BOTH in found or (not sides and _Part.DEBATE in found):
        return frozenset(_OTHER)
    return sides or frozenset({Side.END} if _Part.BAD in found else ())


def _is_all_read(joined: str, found: Mapping[_Part, Sequence[re.Match[str]]]) -> bool:
    """Whether every word is one of those that are put together here, or asks for nothing."""
    known = [match.span() for matches in found.values() for match in matches]
    return all(
        any(start <= word.start() < end for start, end in known) or _asks_nothing(word.group())
        for word in _WORD.finditer(joined)
    )


def _asks_nothing(word: str) -> bool:
    return word in STOP_WORDS or is_harmless(word) or _beside().fullmatch(word) is not None


def _spans(found: Mapping[_Part, Sequence[re.Match[str]]], part: _Part) -> list[tuple[int, int]]:
    return [match.span() for match in found.get(part, ())]


def _sides(found: Mapping[_Part, Sequence[re.Match[str]]]) -> Iterator[Side]:
    """The sides that are argued for, in the order of the words; what turns one stands before it, or at the end."""
    last, turned = None, False
    for part in _in_order(found):
        if part is _Part.TURNING:
            turned = True
            continue
        # What is bad about it in the last words is bad about it all.
        last = _OTHER[_SIDES[part]] if turned is not (_Part.TURNING_BEHIND in found) else _SIDES[part]
        turned = False
        yield last
    if turned and last is not None:
        # "The reason to end it and the reason not to".
        yield _OTHER[last]


def _in_order(found: Mapping[_Part, Sequence[re.Match[str]]]) -> list[_Part]:
    """What is argued about, and what turns it, as it stands in the words; "leaving it in place" ends nothing."""
    # "Do not preach" turns no side.
    asides = [*_spans(found, _Part.TURNING_BEHIND), *_spans(found, _Part.BRIEF)]
    covered = {_Part.ENDING: _spans(found, _Part.KEEPING), _Part.TURNING: asides}
    places = [
        (match.start(), part.value)
        for part in _TURNED
        for match in found.get(part, ())
        if not any(start <= match.start() < end for start, end in covered.get(part, ()))
    ]
    return [_Part(name) for _, name in sorted(places)]


def asks_in_short(question: Question) -> bool:
    """Whether what is best on a side, or little of it, is asked for."""
    return _Part.BRIEF in _WORDS.found(question.joined)
