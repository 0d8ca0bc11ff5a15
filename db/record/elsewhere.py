"""Countries and the large cities of other countries, which are neither American nor Russian places. Pure.

The names, normalised, are in ``data/vocabulary/elsewhere``, made by ``tools/elsewhere.py`` from GeoNames and CLDR. They
are kept as text by their first letters, in a fraction of what a table of them would take.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from db.record.caching import remembered
from db.record.ordinary_words import is_ordinary
from db.record.paths import DATA
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, fold, normalise
from db.record.values import value
from db.record.vocabulary import LANGUAGES, vocabulary

COUNTRIES = DATA / "vocabulary" / "elsewhere" / "countries.txt"
CITIES = DATA / "vocabulary" / "elsewhere" / "cities.txt"
_LONGEST = 4
_START = 2
# Names of countries that are American states or first names as often, and count only beside a city of theirs.
_NOT_ALONE = frozenset({"georgia", "грузи", "jordan", "jersey", "guernsey", "chad", "чех", "дан", "мал", "тог", "сир"})
# Of these the whole word tells the country from what shares its stem: Чехія from Чехов, Данія from дані, Сирія from
# сіра.
_WHOLE = re.compile(r"(?:(?:чехи|дани|грузи|сири)(?:я|и|ю|ею|еи)|мали|того)$")
# Behind this a country's name is part of a state's: New Mexico.
_NEW = "new"
# What stands before a language, what beside it, and how its name ends where something is said in it.
_BEFORE_LANGUAGE = frozenset(
    map(normalise, "по my plain simple speak speaks speaking into in мой мій моя моєю".split())
)
_LANGUAGE = frozenset(
    map(normalise, "language languages язык языке языком мова мови мовою мову переклад перевод".split())
)
_IN_LANGUAGE = ("ish", "an", "ese", "ch")
# Where one thing is meant and no place or partner stands behind it, it is the language: "английский так себе".
_OF_ONE = ("ська", "ської", "ській", "ську", "ский", "ского", "ском", "ским")
_OF_PLACES = re.compile("город|міст|мест|побратим|партн|мер|мэр|сторон|рад|совет|сел|уряд|правительств|област|район")
_OWN_LANGUAGE = "english"
_AS_LANGUAGE = ("ськую", "ською", "цькою", "ски", "цки")
_LINKS = frozenset({"in", "of", "в", "у"})
# Which of its namesakes is meant: "San Jose, the one that's in Costa Rica".
WHICH_ONE = frozenset(map(normalise, "the one that thats which is той та що який яка тот что который которая".split()))


def folded(name: str) -> str:
    """A normalised name with one ending for what Ukrainian and Russian write differently: Луцьк, Минск."""
    return name if name.isascii() else name.replace("ськ", "ск").replace("цьк", "цк")


@value
class Abroad:
    """A name of another country's: the country or, with ``is_city``, a place there. ``named``: the country is said."""

    start: int
    end: int
    typed: str
    code: str
    is_city: bool
    named: bool = False


class _Names:
    """Names to the codes of their countries, as text."""

    def __init__(self) -> None:
        self._by_start: dict[str, str] = {}

    def add(self, name: str, code: str) -> None:
        held = self._by_start.get(name[:_START], "|")
        if name and f"|{name}=" not in held:
            self._by_start[name[:_START]] = f"{held}{name}={code}|"

    def begins(self, norm: str) -> bool:
        """Whether a name begins with a word."""
        return bool(self._with(norm))

    def _with(self, norm: str) -> str:
        """The names of the same first letters, where one of them begins with a word; else an empty text."""
        first = folded(norm)
        held = self._by_start.get(first[:_START], "")
        return held if f"|{first}" in held else ""

    def at(self, norms: Sequence[str], i: int) -> tuple[int, str] | None:
        """The end and the country of the longest name that begins at a word."""
        held = self._with(norms[i])
        if not held:
            return None
        longest = _LONGEST if f"|{folded(norms[i])} " in held else 1
        for end in range(min(len(norms), i + longest), i, -1):
            if code := _code(held, folded(" ".join(norms[i:end]))):
                return end, code
        return None


def _code(held: str, name: str) -> str | None:
    at = held.find(f"|{name}=")
    return None if at < 0 else held[at + len(name) + 2 : at + len(name) + 4]


def _read() -> tuple[_Names, _Names, dict[str, str]]:
    countries, cities, english = _Names(), _Names(), {}
    for line in COUNTRIES.read_text(encoding="utf-8").splitlines():
        code, english[code], *names = line.split(";")
        for name in names:
            countries.add(name, code)
    for line in CITIES.read_text(encoding="utf-8").splitlines():
        code, *names = line.split(";")
        for name in names:
            cities.add(name, code)
    return countries, cities, english


def _of_vocabulary(name: str) -> _Names:
    """Names to the codes of their countries, as the words of each language have them under a name."""
    made = _Names()
    for language in LANGUAGES:
        for code, words in vocabulary(language).get(name, {}).items():
            for word in words:
                made.add(folded(normalise(word)), code)
    return made


_DEMONYMS, _PROVINCES = _of_vocabulary("demonyms"), _of_vocabulary("provinces")
COUNTRY_NAMES: Mapping[str, str]
_COUNTRIES, _CITIES, COUNTRY_NAMES = _read()


# Everyday words whose folded form is that of a city: советов (Soweto), багато (Bogotá).
_NO_CITIES = frozenset({"совет", "багат"})


@remembered(entries=1024, longest=24)
def _beginning_with(norm: str) -> tuple[_Names, ...]:
    """Those in which any name begins with a normalised word."""
    return tuple(names for names in (_CITIES, _COUNTRIES, _DEMONYMS) if names.begins(norm))


def find_abroad(words: Sequence[Token], text: str) -> list[Abroad]:
    """The countries and cities of other countries in a text, left to right; what stands before a country's name, with
    a comma or "in" between, is a place there.
    """
    return list(_found([word.norm for word in words], words, text))


def _found(norms: Sequence[str], words: Sequence[Token], text: str) -> Iterator[Abroad]:
    i = 0
    while i < len(norms):
        begun = () if norms[i] in _NO_CITIES else _beginning_with(norms[i])
        if not begun:
            i += 1
        elif city := _at(_CITIES, begun, norms, i):
            end, code = _country_after(norms, words, text, city) or city
            yield Abroad(i, end, _typed(words, i, city[0], text), code, True, end > city[0])
            i = end
        elif (country := _at(_COUNTRIES, begun, norms, i)) and is_country(words[i]) and norms[max(0, i - 1)] != _NEW:
            before = _town_before(words, text, i)
            start = i if before is None else before
            typed = _typed(words, start, i if before is not None else country[0], text)
            yield Abroad(start, country[0], typed, country[1], before is not None, True)
            i = country[0]
        elif (found := _at(_DEMONYMS, begun, norms, i)) and not _is_language(words, i):
            province = _PROVINCES.at(norms, i) is not None
            town = _town_before(words, text, i, beside=True) if province else None
            start, end = (i, found[0]) if town is None else (town, i)
            yield Abroad(start, found[0], _typed(words, start, end, text), found[1], town is not None, town is not None)
            i = found[0]
        else:
            i += 1


def _at(names: _Names, begun: Container[_Names], norms: Sequence[str], i: int) -> tuple[int, str] | None:
    return names.at(norms, i) if names in begun else None


def _is_language(words: Sequence[Token], i: int) -> bool:
    """Whether a word for what is of another country is its language: "по-английски", "in Spanish", "my English"."""
    bare, before = fold(words[i].raw.casefold()), words[i - 1].norm if i else ""
    beside = {words[j].norm for j in (i - 1, i + 1) if 0 <= j < len(words)}
    spoken = before in _BEFORE_LANGUAGE and (before != "in" or (i + 1 == len(words) and bare.endswith(_IN_LANGUAGE)))
    one = (
        words[i].cyrillic
        and bare.endswith(_OF_ONE)
        and not (i + 1 < len(words) and _OF_PLACES.match(words[i + 1].norm))
    )
    # The language of most who ask is of England where a name stands behind it: "the English Durham".
    named = before != "in" and i + 1 < len(words) and _may_be_name(words[i + 1])
    own = bare == _OWN_LANGUAGE and not named
    return bool(spoken or one or own or beside & _LANGUAGE or (words[i].cyrillic and bare.endswith(_AS_LANGUAGE)))


def _may_be_name(word: Token) -> bool:
    return not (word.norm in STOP_WORDS or is_ordinary(word.norm))


# Names of towns whose folded form is that of a country: Albany, and Albania.
_NO_COUNTRIES = frozenset({"албани"})


# Who lives there, in endings that no place of a like name has.
PEOPLES = frozenset("чехи чехів чехам чехами чехах".split())


def is_country(word: Token) -> bool:
    """Whether a word that is a country's name is no other as well: "Чехії" is, and neither "Чехова" nor "дані"."""
    if word.raw.casefold() in _NO_COUNTRIES:
        return False
    return word.norm not in _NOT_ALONE or word.raw.casefold() in PEOPLES or _is_whole(word)


def _is_whole(word: Token) -> bool:
    if not word.capital or _WHOLE.match(bare := fold(word.raw.casefold())) is None:
        return False
    return bare != "дани" or word.raw.endswith("ії")


def _country_after(
    norms: Sequence[str], words: Sequence[Token], text: str, city: tuple[int, str]
) -> tuple[int, str] | None:
    """Where a country's name ends that is said behind a city: ``Kochi, India``, ``Kutaisi in Georgia``, ``San José, the
    one in Costa Rica``.

    A name that is a state's as well is the country only behind a city of it: not in ``Rome, Georgia``.
    """
    end, code = city
    linked = next((i for i in range(end, len(norms)) if norms[i] not in WHICH_ONE), end)
    at = linked + 1 if linked < len(norms) and norms[linked] in _LINKS else end
    if at >= len(norms) or "." in text[words[end - 1].end : words[at].start]:
        return None
    country = _COUNTRIES.at(norms, at) or _PROVINCES.at(norms, at)
    return None if country and norms[at] in _NOT_ALONE and country[1] != code else country


def _town_before(words: Sequence[Token], text: str, i: int, *, beside: bool = False) -> int | None:
    """Where the name begins that stands before a country's and a comma: up to two words with capitals.

    ``beside``: it may stand there without a comma, "Cambridge UK".
    """
    if i == 0 or text[words[i - 1].end : words[i].start].strip() not in ({",", ""} if beside else {","}):
        return None
    start = i - 1
    if not words[start].capital or words[start].norm in STOP_WORDS or (start == 0 and is_ordinary(words[0].norm)):
        return None
    if start and words[start - 1].capital and text[words[start - 1].end : words[start].start] == " ":
        start -= 1
    return start


def _typed(words: Sequence[Token], start: int, end: int, text: str) -> str:
    return text[words[start].start : words[end - 1].end]
