"""Phrases of the notation (``patterns``) as words to be walked through, for which no expression is compiled. Pure.

To compile an expression takes longer than most that is done for a question, and nearly all phrases can do without: each
of their words is one of some words, or begins in one of some ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product

from cogs.lookup.phrases.beginnings import Choice, Part, parts_of, words_between_blanks
from db.record.values import value

# A word that may be spelt in more ways is left to an expression.
_MOST_SPELLINGS = 300


@value
class _Word:
    """One word: one of ``wholes``, or any that begins with one of ``begun``; then what is ``behind`` it."""

    wholes: tuple[str, ...]
    begun: tuple[str, ...]
    behind: Form


@value
class _Either:
    """One of several ways in which it goes on, the first that fits."""

    ways: tuple[Form, ...]


@value
class _Gap:
    """Up to so many words of any kind, as many as fit; then what is ``behind`` them."""

    longest: int
    behind: Form


@value
class _End:
    """The end of a phrase; where it is the ``last``, of the text as well."""

    last: bool


# A phrase as words to be walked through, from one of them on.
Form = _Word | _Either | _Gap | _End
# What is written, as what makes a form of it by what is behind it.
_Item = Callable[[Form], Form]


class _NotWords(Exception):
    """What is written is no sequence of words as they are walked through."""


def form_of(phrase: str) -> Form | None:
    """A phrase of the notation, its Cyrillic words folded; None where only an expression can tell what it finds."""
    bare = phrase.removesuffix("$")
    try:
        return _simple(bare, last=bare != phrase) or _chained(_items(parts_of(bare)), _End(bare != phrase))
    except _NotWords:
        return None


def end_of(form: Form, words: Sequence[str], at: int) -> int:
    """The number of the word behind a phrase, if it begins with a word; else 0.

    Between words that do not stand a blank apart, and behind the last where a text does not end with it, an empty one
    stands. Ways are tried in the order in which an expression would try them.
    """
    while isinstance(form, _Word):
        word = words[at] if at < len(words) else ""
        if word not in form.wholes and not (form.begun and word.startswith(form.begun)):
            return 0
        at += 1
        form = form.behind
    if isinstance(form, _Either):
        for way in form.ways:
            if end := end_of(way, words, at):
                return end
        return 0
    if isinstance(form, _End):
        return at if not form.last or at == len(words) else 0
    return _end_behind_gap(form, words, at)


def _end_behind_gap(gap: _Gap, words: Sequence[str], at: int) -> int:
    last, most = at, min(at + gap.longest, len(words))
    while last < most and words[last]:
        last += 1
    behind = gap.behind
    if not isinstance(behind, _Word):
        return next(filter(None, (end_of(behind, words, begin) for begin in range(last, at - 1, -1))), 0)
    # Most go on with a word: without a call where it does not stand there.
    wholes, begun = behind.wholes, behind.begun
    for begin in range(min(last, len(words) - 1), at - 1, -1):
        word = words[begin]
        if (word in wholes or (begun and word.startswith(begun))) and (end := end_of(behind.behind, words, begin + 1)):
            return end
    return 0


def _simple(phrase: str, *, last: bool) -> Form | None:
    """A phrase that is written in the most usual ways, as most are; None for any other."""
    form: Form = _End(last)
    for written in reversed(phrase.split(" ")):
        if written[:2] == ".." and written[2:].isdecimal():
            if isinstance(form, _End):
                return None
            form = _Gap(int(written[2:]), form)
            continue
        in_brackets = written[:1] == "(" and written[-1:] == ")"
        wholes: list[str] = []
        begun: list[str] = []
        for word in written[1:-1].split("|") if in_brackets else (written,):
            bare = word.rstrip("*?")
            if not bare.isalnum() or len(word) > len(bare) + 1 or (word[-1] == "?" and len(bare) == 1):
                return None
            if word[-1] == "*":
                begun.append(bare)
            else:
                wholes += (bare, bare[:-1]) if word[-1] == "?" else (bare,)
        form = _Word(tuple(wholes), tuple(begun), form)
    return form


def _chained(items: Sequence[_Item], form: Form) -> Form:
    for item in reversed(items):
        form = item(form)
    return form


def _items(sequence: Sequence[Part], *, before_another: bool = False) -> tuple[_Item, ...]:
    """The items of a sequence of parts; a gap must have a word behind it, in it or ``before_another``."""
    found = [item for word in words_between_blanks(sequence) for item in _of_word(word)]
    if not found or (sequence[-2:-1] == (".",) and not before_another):
        raise _NotWords
    return tuple(found)


def _of_word(word: Sequence[Part]) -> Iterator[_Item]:
    """What stands between two blanks: a word or a gap, and what may stand before and behind it with its own blank."""
    if len(word) == 3 and word[:2] == [".", "."] and isinstance(word[2], str) and word[2].isdecimal():
        yield partial(_Gap, int(word[2]))
        return
    first, last = 0, len(word)
    while first < last and (before := _with_blanks(word[first], -1)):
        yield before
        first += 1
    behind: list[_Item] = []
    while first < last and (after := _with_blanks(word[last - 1], 0)):
        behind.insert(0, after)
        last -= 1
    yield _either_or_word(word[first:last])
    yield from behind


def _with_blanks(part: Part, place: int) -> _Item | None:
    """A choice all of whose sequences have a blank at one end of them; None for any other part."""
    if not isinstance(part, Choice) or not all(each and each[place] == " " for each in part.sequences):
        return None
    inner = [each[:-1] if place else each[1:] for each in part.sequences]
    sequences = tuple(_items(each, before_another=bool(place)) for each in inner)
    return _either((*sequences, ()) if part.optional else sequences)


def _either(sequences: Sequence[Sequence[_Item]]) -> _Item:
    return lambda behind: _Either(tuple(_chained(each, behind) for each in sequences))


def _either_or_word(word: Sequence[Part]) -> _Item:
    if len(word) == 1 and isinstance(word[0], Choice) and not word[0].optional and _has_blanks(word[0]):
        return _either([_items(each) for each in word[0].sequences])
    spellings = tuple(_spellings(word))
    wholes = tuple(dict.fromkeys(each for each in spellings if each[-1:] != "*"))
    begun = tuple(dict.fromkeys(each[:-1] for each in spellings if each[-1:] == "*"))
    if "" in wholes or "" in begun or not spellings:
        raise _NotWords
    return partial(_Word, wholes, begun)


def _has_blanks(choice: Choice) -> bool:
    return any(
        part == " " or (isinstance(part, Choice) and _has_blanks(part)) for each in choice.sequences for part in each
    )


def _spellings(word: Sequence[Part]) -> list[str]:
    """All ways in which one word may be spelt, a ``*`` behind those that may go on."""
    ways = [_ways(part) for part in word]
    number = 1
    for each in ways:
        number *= len(each)
    if number > _MOST_SPELLINGS:
        raise _NotWords
    spelt = ["".join(each) for each in product(*ways)]
    if any("*" in each[:-1] for each in spelt):
        raise _NotWords
    return spelt


def _ways(part: Part) -> list[str]:
    if isinstance(part, str):
        if part != "*" and not part.replace("_", "a").isalnum():
            raise _NotWords
        return [part]
    found = [way for each in part.sequences for way in _spellings(each)]
    return [*found, ""] if part.optional else found
