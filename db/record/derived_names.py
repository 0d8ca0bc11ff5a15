"""The names of places behind what is made from them: "далласский", "сумчани", "Chicagoans". Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.record.text import Token, fold, keys, normalise
from db.record.vocabulary import vocabulary

_TABLE = vocabulary("made_from_names")
_CYRILLIC, _LATIN = (
    tuple((str(row["ending"]), tuple(row["instead"])) for row in _TABLE[script]) for script in ("cyrillic", "latin")
)
_ENDINGS = tuple(ending for ending, _ in (*_CYRILLIC, *_LATIN))
_IRREGULAR = {normalise(word): keys(name) for word, name in _TABLE["irregular"].items()}
_WHOLE = {word: keys(name) for word, name in _TABLE["whole"].items()}
_ELSE_BEHIND = frozenset(map(normalise, _TABLE["else_behind"]))
del _TABLE  # all is made from it
# Only adjectives are told from everyday words by the place alone.
_ADJECTIVES = ("ск", "цк", "ськ", "цьк", "зьк")
# Words for people that are seldom anything else, in small letters too: "krasnodarites".
_PEOPLE = ("ites", "ians", "ans")
# What is taken for the beginning of a name is no shorter.
_SHORTEST, _SHORTEST_LATIN = 3, 4


def may_be_derived(word: str) -> bool:
    """Whether a normalised word may be made from the name of a place, by what it ends in."""
    return word.endswith(_ENDINGS) or word in _IRREGULAR


def whole_name(word: Token) -> tuple[str, ...]:
    """The normalised name of which a word is a case that looks like another word's; empty if it is none."""
    return _WHOLE.get(fold(word.raw.casefold()), ()) if word.cyrillic else ()


def is_adjective(word: str) -> bool:
    """Whether a normalised word has the ending of a Ukrainian or Russian adjective that is made from a place's name."""
    return word.endswith(_ADJECTIVES)


def names_something_else(words: Sequence[Token], index: int) -> bool:
    """Whether something else than the place is meant: "Саратовская область", "the Oregonian"."""
    if words[index].cyrillic:
        return index + 1 < len(words) and words[index + 1].norm in _ELSE_BEHIND
    is_paper = index > 0 and words[index - 1].norm == "the" and not words[index].norm.endswith("s")
    return is_paper or not (words[index].capital or words[index].norm.endswith(_PEOPLE))


def names_behind(word: str) -> Iterator[str]:
    """The normalised names from which a normalised word may be made, whether there are such places or not."""
    if word in _IRREGULAR:
        yield from _IRREGULAR[word]
        return
    latin = word.isascii()
    shortest = _SHORTEST_LATIN if latin else _SHORTEST
    for ending, instead in _LATIN if latin else _CYRILLIC:
        if not word.endswith(ending) or len(word) - len(ending) < shortest:
            continue
        base = word.removesuffix(ending)
        for last in instead:
            yield from dict.fromkeys((base + last, *keys(base + last)))
