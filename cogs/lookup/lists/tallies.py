"""How many different places, regions and states the ties of a list are of, where these are counted. Pure.

What is counted is told by its noun in ``data/vocabulary/measures.toml``, and that it is counted by the words before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from cogs.lookup.lists.division_reading import division_asked
from cogs.lookup.lists.measure_sentences import tally
from cogs.lookup.lists.measures import COUNTING
from cogs.lookup.model import Trait
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.reading.asked_numbers import so_many_asked
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import TextBlock
from db.record.caching import of_the_last
from db.record.models import Tie
from db.record.register import Register
from db.record.vocabulary import vocabulary

# So many words before a noun say that it is counted, or join it to another that is.
_BEFORE = 4


class Counted(StrEnum):
    """What is counted besides ties; the values are the tables of the vocabulary."""

    US_PLACES = "us_places"
    RUSSIAN_PLACES = "russian_places"
    RUSSIAN_REGIONS = "russian_regions"
    STATES = "states"


_NOUNS: Mapping[Counted, str] = {
    Counted.US_PLACES: "U.S. place",
    Counted.RUSSIAN_PLACES: "Russian place",
    Counted.RUSSIAN_REGIONS: "Russian region",
    Counted.STATES: "state",
}
_VALUES: Mapping[Counted, Callable[[Tie, Register], str | None]] = {
    Counted.US_PLACES: lambda tie, _: tie.us,
    Counted.RUSSIAN_PLACES: lambda tie, _: tie.ru,
    Counted.RUSSIAN_REGIONS: lambda tie, register: register.place(tie.ru).region,
    Counted.STATES: lambda tie, register: register.state_of(tie),
}
_WORDS = PhraseTable({it: said_for("measures", "counted", it) for it in Counted})
_ELLIPTIC = PhraseTable({it: any_of(vocabulary("measures")["counted"][it]["elliptic"]) for it in Counted})
_APART, _JOINS = (any_of(vocabulary("measures")["counting"][name]) for name in ("apart", "joins"))


@of_the_last
def counted_asked(question: Question) -> Sequence[Counted]:
    """What different things are counted, in their order: two or more, or one that is to be "distinct"; else nothing."""
    joined = question.joined
    if not COUNTING.search(joined) or Trait.OF_STATE in question.narrowing.traits:
        # "How many states, not cities": these are the ties of states themselves.
        return ()
    found = {it: matches[0].start() for it, matches in _WORDS.found(joined).items()}
    counted = {it: at for it, at in found.items() if _is_counted(joined, at)}
    if not counted:
        return ()
    first = min(counted.values())
    spans = [match.span() for matches in _WORDS.found(joined).values() for match in matches]
    besides = {
        it: at
        for it, matches in _ELLIPTIC.found(joined).items()
        if it not in counted and not _is_within((at := matches[-1].start()), spans)
    }
    joined_to_it = {it: at for it, at in besides.items() if at > first and _is_joined(joined, at)}
    several = {**counted, **joined_to_it}
    apart = _APART.search(joined) is not None
    if Counted.RUSSIAN_REGIONS in counted and not (so_many_asked(joined, question.text) or division_asked(question)):
        # Of these nothing else tells the number.
        apart = True
    return sorted(several, key=several.__getitem__) if len(several) > 1 or apart else ()


def _is_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_counted(joined: str, at: int) -> bool:
    before = " ".join(joined[:at].rsplit(maxsplit=_BEFORE)[-_BEFORE:])
    return any(words.search(before) for words in (COUNTING, _APART))


def _is_joined(joined: str, at: int) -> bool:
    before = " ".join(joined[:at].rsplit(maxsplit=_BEFORE)[-_BEFORE:])
    return any(words.search(before) for words in (COUNTING, _APART, _JOINS))


def tally_part(question: Question, ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """How many different places, regions or states some ties are of, where these are counted; None elsewhere."""
    asked = counted_asked(question)
    if not asked or not ties:
        return None
    counts = [(len({_VALUES[it](tie, register) for tie in ties} - {None}), _NOUNS[it]) for it in asked]
    return TextBlock.saying(tally(counts))
