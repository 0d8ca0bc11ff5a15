"""Names of places that are here part of a person's name, of a date, or of what something is like. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from db.record.gazetteer import Match
from db.record.models import Country, Place, UsRegion, UsState
from db.record.months import ALL_MONTHS
from db.record.ordinary_words import is_ordinary
from db.record.text import Token, normalise

_TITLES = frozenset(
    "mayor president governor senator councilmember councilor councillor commissioner mr mrs ms dr rep gov sen general "
    "secretary".split()
)
# Words of everyday talk that without their endings are spelt like a name: Maine, Bile, Nadym, Khoroshiv.
_EVERYDAY = frozenset("мене меня мені менее менш меньш был была было были буде надо хорошо".split())
# What people and things are like stands before these, and no name of a town: "normal people", "mobile phone".
_DESCRIBED = frozenset(
    "people person persons folk folks resident residents citizen citizens human humans guy voter voters "
    "taxpayer taxpayers day life way thing things times practice phone phones app apps list glasses weekend".split()
)
# Before a Russian town's name, these tell that somebody is called so; and before a month's, that it is one.
_PERSONAL = frozenset("mr mrs ms miss dr prof professor comrade uncle aunt teacher".split())
_BEFORE_A_MONTH = frozenset("in since by until till til from during last next this early mid late every".split())
# Between two months: "June through August".
_JOINS_MONTHS = frozenset("through thru to until till and or по до та и чи или".split())
_DIGITS_OF_A_YEAR = 4
_IN = frozenset("в у штат".split())
_ONE_OR_SOME = frozenset("a an any every some another".split())
# Behind these stands a name of somebody, or of a sea.
_NO_PLACE_BEHIND = frozenset(
    {("sea", "of"), ("name", "is"), ("i", "am"), ("мен", "зовут"), ("мен", "звут"), ("мен", "зват")}
)
# People, bodies, units and everyday phrases that carry the name of a place.
_NOT_PLACES = frozenset(
    {
        ("vladimir", "putin"),
        ("vladimir", "zelensky"),
        ("vladimir", "zelenskyy"),
        ("vladimir", "lenin"),
        ("владимир", "путин"),
        ("владимир", "зеленск"),
        ("володимир", "зеленськ"),
        ("браян", "снаидер"),
        ("браиан", "снаидер"),
        ("бил", "дом"),
        ("бил", "дим"),
        ("columbia", "university"),
        ("mayo", "clinic"),
        ("normal", "to"),
        ("що", "нов"),
        ("что", "нов"),
        ("alexander", "pushkin"),
        ("aleksandr", "pushkin"),
        ("александр", "пушкин"),
        ("олександр", "пушкин"),
        ("anton", "chekhov"),
        ("антон", "чех"),
        ("антон", "чехов"),
        ("chekhov", "play"),
        ("chekhov", "plays"),
        ("soviet", "union"),
        ("european", "union"),
        ("azov", "brigade"),
        ("azov", "regiment"),
        ("azov", "battalion"),
        ("azov", "fighters"),
        ("полк", "азов"),
        ("бригад", "азов"),
        ("батальон", "азов"),
        ("батальион", "азов"),
    }
)
# Before a number these are part of a date, not names: "August 2022", "early 2022".
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
_TIME_WORDS = _MONTHS | frozenset("spring summer fall autumn winter early mid late весн лет лит осен осин".split())


def is_person(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is part of a person's, or of what is no place: ``Mayor Johnson``, ``my name is Olga``, ``Azov
    brigade``.
    """
    start = match.start
    if _is_pronoun(words, match) or _describes(words, match):
        return True
    here, last = words[start].norm, words[start - 1].norm if start else ""
    following = words[start + 1].norm if start + 1 < len(words) else ""
    if (here, following) in _NOT_PLACES or (last, here) in _NOT_PLACES:
        return True
    if start > 1 and (words[start - 2].norm, last) in _NO_PLACE_BEHIND:
        return True
    known = any(isinstance(item, Place | UsState | UsRegion) for item in match.named)
    return last in _TITLES if not known else last in _PERSONAL and _is_of_russia(match)


def _is_of_russia(match: Match) -> bool:
    return all(isinstance(item, Place) and item.country is Country.RU for item in match.named)


def _is_pronoun(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is a word of everyday talk that only without its ending is spelt like one: "у мене", "надо"."""
    if match.end != match.start + 1 or words[match.start].raw.casefold() not in _EVERYDAY:
        return False
    # "В Мені" with a capital is in Maine.
    led = match.start > 0 and words[match.start - 1].norm in _IN
    return not (led and words[match.start].capital)


def _describes(words: Sequence[Token], match: Match) -> bool:
    """Whether a name in small letters only says what somebody or something is like: "a normal resident"."""
    name, start, end = words[match.start], match.start, match.end
    if not match.weak or end != start + 1 or name.capital or end == len(words) or words[end].capital:
        return False
    led = start > 0 and words[start - 1].norm in _ONE_OR_SOME
    return words[end].norm in _DESCRIBED or (led and is_ordinary(words[end].norm))


def is_date(words: Sequence[Token], match: Match) -> bool:
    """Whether a name is part of a date: ``August 2022``, ``spring 2022``, ``came in August``."""
    here, before = words[match.start].norm, words[match.start - 1].norm if match.start else ""
    following = words[match.end].norm if match.end < len(words) else ""
    if following.isdigit():
        return here in _TIME_WORDS
    if here in _TIME_WORDS and before.isdigit() and len(before) == _DIGITS_OF_A_YEAR:
        # "Decisions of 2022, spring".
        return True
    if here in _MONTHS and before in _JOINS_MONTHS and match.start > 1 and words[match.start - 2].norm in _MONTHS:
        return True
    known = any(isinstance(item, Place | UsState | UsRegion) for item in match.named)
    return here in _MONTHS and before in _BEFORE_A_MONTH and match.end == match.start + 1 and not known
