"""Phrases of the notation (``patterns``) as words to be walked through, for which no expression is compiled. Pure.

To compile an expression takes longer than most that is done for a question, and nearly all phrases can do without: each
of their words is one of some words, or begins in one of some ways.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from sys import intern
from typing import NamedTuple

from cogs.lookup.phrases.beginnings import Part, divided, parts_of, words_of

# A word that may be spelt in more ways is left to an expression.
_MOST_SPELLINGS = 300
_BRACKETS = re.compile(r"\(|\)\??")


class _Word(NamedTuple):
    """One word: one of ``wholes``, or any that begins with one of ``begun``; then what is ``behind`` it.

    The wholes are one text, a bar before and behind each: as a text each they would take many times as much.
    """

    wholes: str
    begun: tuple[str, ...]
    behind: Form


class _Either(NamedTuple):
    """One of several ways in which it goes on, the first that fits."""

    ways: tuple[Form, ...]


class _Gap(NamedTuple):
    """Up to so many words of any kind, as many as fit; then what is ``behind`` them."""

    longest: int
    behind: Form


class _Start(NamedTuple):
    """The start of the text, and what is ``behind`` it."""

    behind: Form


class _End(NamedTuple):
    """The end of a phrase; where it is the ``last``, of the text as well."""

    last: bool


_END, _LAST = _End(last=False), _End(last=True)
# A phrase as words to be walked through, from one of them on.
Form = _Word | _Either | _Gap | _Start | _End


class _NotWords(Exception):
    """What is written is no sequence of words as they are walked through."""


def form_of(phrase: str) -> Form | None:
    """A phrase of the notation, its Cyrillic words folded; None where only an expression can tell what it finds."""
    begun = phrase.removeprefix("^")
    bare = begun.removesuffix("$")
    try:
        form = _sequence(bare, _LAST if bare != begun else _END, before_another=False)
    except _NotWords:
        return None
    return form if begun == phrase else _Start(form)


def end_of(form: Form, words: Sequence[str], at: int) -> int:
    """The number of the word behind a phrase, if it begins with a word; else 0.

    Between words that do not stand a blank apart, and behind the last where a text does not end with it, an empty one
    stands. Ways are tried in the order in which an expression would try them.
    """
    while isinstance(form, _Word):
        word = words[at] if at < len(words) else ""
        if f"|{word}|" not in form.wholes and not (form.begun and word.startswith(form.begun)):
            return 0
        at += 1
        form = form.behind
    if isinstance(form, _Either):
        for way in form.ways:
            if end := end_of(way, words, at):
                return end
        return 0
    if isinstance(form, _Start):
        return 0 if at else end_of(form.behind, words, at)
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
        is_there = f"|{word}|" in wholes or (begun and word.startswith(begun))
        if is_there and (end := end_of(behind.behind, words, begin + 1)):
            return end
    return 0


def _sequence(written: str, behind: Form, *, before_another: bool) -> Form:
    """Words with blanks between them; a gap must have a word behind it, among them or ``before_another``."""
    words = words_of(written)
    if not before_another and words[-1][:2] == "..":
        raise _NotWords
    for word in reversed(words):
        behind = _between_blanks(word, behind)
    return behind


def _between_blanks(written: str, behind: Form) -> Form:
    """What stands between two blanks: a word or a gap, and what may stand before and behind it with its own blank."""
    if written[:2] == ".." and written[2:].isdecimal():
        return _Gap(int(written[2:]), behind)
    if " " not in written:
        return _usual_word(written, behind) or _spelt(written, behind)
    parts = _parts(written)
    first, last = 0, len(parts)
    while first < last and _all_have(parts[first], -1):
        first += 1
    while first < last and _all_have(parts[last - 1], 0):
        last -= 1
    for part in reversed(parts[last:]):
        behind = _either(part, [way[1:] for way in part.ways], behind, before_another=False)
    behind = _word(parts[first:last], behind)
    for part in reversed(parts[:first]):
        behind = _either(part, [way[:-1] for way in part.ways], behind, before_another=True)
    return behind


class _Part(NamedTuple):
    """Letters and signs, or what stands in brackets: the ``ways`` in which it goes on."""

    written: str
    ways: Sequence[str] = ()
    optional: bool = False


def _parts(written: str) -> list[_Part]:
    """What stands in brackets, and between them."""
    if written[:1] == "(" and written.find(")") == len(written) - 1 and "(" not in written[1:]:
        return [_Part(written, written[1:-1].split("|"))]
    found, begin, open_ = list[_Part](), 0, 0
    for sign in _BRACKETS.finditer(written):
        if sign[0] == "(":
            if not open_ and begin < sign.start():
                found.append(_Part(written[begin : sign.start()]))
            begin = begin if open_ else sign.start()
            open_ += 1
        else:
            open_ -= 1
            if not open_:
                inner = written[begin + 1 : sign.start()]
                found.append(_Part(written[begin : sign.end()], divided(inner, "|"), sign[0] == ")?"))
                begin = sign.end()
    return [*found, _Part(written[begin:])] if begin < len(written) else found


def _all_have(part: _Part, place: int) -> bool:
    """Whether all ways have a blank at one of their ends."""
    return bool(part.ways) and all(way[place:][:1] == " " for way in part.ways)


def _either(part: _Part, ways: Sequence[str], behind: Form, *, before_another: bool) -> Form:
    found = [_sequence(way, behind, before_another=before_another) for way in ways]
    return _Either((*found, behind) if part.optional else tuple(found))


def _word(parts: Sequence[_Part], behind: Form) -> Form:
    if len(parts) == 1 and " " in parts[0].written and parts[0].ways and not parts[0].optional:
        return _either(parts[0], parts[0].ways, behind, before_another=False)
    written = "".join([part.written for part in parts])
    return _usual_word(written, behind) or _spelt(written, behind)


def _spelt(written: str, behind: Form) -> Form:
    """A word some of whose letters are one of several, or may be left out."""
    spellings = _spellings(parts_of(written))
    wholes = [each for each in spellings if each[-1:] != "*"]
    begun = tuple(dict.fromkeys(each[:-1] for each in spellings if each[-1:] == "*"))
    if "" in wholes or "" in begun or not spellings:
        raise _NotWords
    return _Word("".join(["|", *(f"{each}|" for each in wholes)]), begun, behind)


def _usual_word(written: str, behind: Form) -> Form | None:
    """A word that is written in the most usual ways, as most are; None for any other."""
    inner = written[1:-1] if written[:1] == "(" and written[-1:] == ")" else written
    if inner.isalnum() or (inner is not written and inner.replace("|", "").isalnum()):
        return _Word(intern(f"|{inner}|"), (), behind)
    wholes, begun = "|", list[str]()
    for word in inner.split("|") if inner is not written else (written,):
        bare = word.rstrip("*?")
        if not bare.isalnum() or len(word) > len(bare) + 1 or (word[-1] == "?" and len(bare) == 1):
            return None
        if word[-1] == "*":
            begun.append(intern(bare))
        else:
            wholes += f"{bare}|{bare[:-1]}|" if word[-1] == "?" else f"{bare}|"
    return _Word(wholes, tuple(begun), behind)


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
