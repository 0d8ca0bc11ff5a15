"""What the words of a phrase must begin with, read from its notation (``patterns``). Pure.

It is read with care rather than closely: what is found here must be in every text that has the phrase, and a text that
has it all may still be without the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.record.values import value

_SIGNS = re.compile(r"\w+|\W")
# What opens brackets, and a blank that may be left out.
_INNER = re.compile(r"\(| \?")
# So many letters of a beginning are told apart.
LONGEST_BEGINNING = 6
# A word of which nothing is known.
ANYTHING = "*"
_Beginnings = frozenset[str]
_UNKNOWN = frozenset({ANYTHING})


@value
class Choice:
    """One of several sequences of parts, or nothing, where it is ``optional``. Other parts are letters and signs."""

    sequences: tuple[tuple[Part, ...], ...]
    optional: bool = False


# Letters that stand together, or one sign: a blank, "*" for any ending, or another of which nothing is known.
Part = str | Choice


def words_of(phrase: str) -> list[str]:
    """The words of a phrase as they are written: what stands between its blanks, but for those in brackets and those
    that may be left out.
    """
    return divided(phrase, " ") if _INNER.search(phrase) else phrase.split(" ")


def divided(written: str, sign: str) -> list[str]:
    """What stands between the signs of one kind that are in no brackets, and of which none may be left out."""
    pieces: list[str] = []
    open_ = 0
    for piece in written.split(sign):
        if open_ or (pieces and piece[:1] == "?"):
            pieces[-1] += f"{sign}{piece}"
        else:
            pieces.append(piece)
        open_ += piece.count("(") - piece.count(")")
    return pieces


def beginnings(word: str) -> tuple[_Beginnings, _Beginnings]:
    """What the first word of a phrase may be that is written so or begins with this, and what a text must have a word
    of where it must be in it.

    ``word`` is all of a word, ``word*`` how it begins.
    """
    plain = _of_plain(word)
    if plain is not None:
        return plain, plain
    parts = parts_of(word)
    return _first(parts), _first(_from_a_must(parts))


def parts_of(phrase: str) -> tuple[Part, ...]:
    """A phrase as it is made up, a blank between its words."""
    parts, _ = _read(_SIGNS.findall(phrase), 0)
    return parts[0] if len(parts) == 1 else (Choice(parts),)


def _of_plain(word: str) -> _Beginnings | None:
    """What a word of the most usual kinds may be, as most are: letters, or one of several in brackets."""
    inner = word[1:-1] if word[:1] == "(" and word[-1:] == ")" else word
    if _INNER.search(inner):
        return None
    found: list[str] = []
    for way in inner.split("|"):
        first = way.partition(" ")[0]
        bare = first.rstrip("*?")
        if not bare.isalnum() or len(first) > len(bare) + 1 or first == f"{bare[:1]}?":
            return None
        found.append(bare if bare == first else _begun(bare if first[-1] == "*" else bare[:-1]))
    return frozenset(found)


def _begun(letters: str) -> str:
    return f"{letters[:LONGEST_BEGINNING]}*"


def _read(signs: Sequence[str], at: int) -> tuple[tuple[tuple[Part, ...], ...], int]:
    """The sequences that a phrase, or what stands in brackets, divides into, and where it ends.

    ``signs`` are the letters that stand together, and each sign between them.
    """
    sequences: list[list[Part]] = [[]]
    parts = sequences[0]
    while at < len(signs) and signs[at] != ")":
        sign = signs[at]
        at += 1
        if sign == "(":
            inner, at = _read(signs, at)
            parts.append(Choice(inner))
            at += 1
        elif sign == "|":
            parts = []
            sequences.append(parts)
        elif sign == "?":
            parts.append(_may_be(parts))
        else:
            parts.append(sign)
    return tuple(map(tuple, sequences)), at


def _may_be(parts: list[Part]) -> Choice:
    """What a question mark stands behind, taken from the parts: a choice, or a letter."""
    last = parts.pop()
    if isinstance(last, Choice):
        return Choice(last.sequences, optional=True)
    if len(last) > 1:
        parts.append(last[:-1])
    return Choice(((last[-1],),), optional=True)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _from_a_must(word: Sequence[Part]) -> Sequence[Part]:
    """What is left of a word without the whole words before it that may be left out: "(to )?keep"."""
    for number, part in enumerate(word):
        if not (isinstance(part, Choice) and part.optional and all(each[-1:] == (" ",) for each in part.sequences)):
            return word[number:]
    return ()


def _first(sequence: Sequence[Part]) -> _Beginnings:
    """What the first word of a sequence may be."""
    if not sequence:
        return _UNKNOWN
    part, rest = sequence[0], sequence[1:]
    if isinstance(part, Choice):
        after = [_first((*each, *rest)) for each in part.sequences]
        return frozenset[str]().union(*after, _first(rest) if part.optional else ())
    if not _is_letter(part[0]):
        return _UNKNOWN
    return frozenset({part if not rest or rest[0] == " " else _begun(part)})
