"""What has the name of an American or Russian place and is none: places abroad, governments, words of the trade. Pure.

Whatever is left out here is not repaired into a known name either.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from db.record.elsewhere import PEOPLES, WHICH_ONE, Abroad, find_abroad
from db.record.gazetteer import FAMOUS, Gazetteer, Match
from db.record.misspelt_in_states import misspelt_beside_states
from db.record.models import OtherPlace, Place, UsState
from db.record.ordinary_words import is_ordinary
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, fold, normalise
from db.record.vocabulary import vocabulary

_TABLE = vocabulary("en")["governments"]
_NO_NAMES = frozenset(word for language in ("ru", "uk") for word in vocabulary(language)["no_names"])
_ASKS = frozenset(vocabulary("ru")["asks_like_names"])
# Who holds an office, in words that are like the names of small towns: "радники" are councillors, Rodniki is a town.
_OFFICES = frozenset(vocabulary("uk")["offices_like_names"])
# Words that are no mistyped names: rivers, seas and mountains are no towns with a name like theirs.
_NO_SPELLINGS = STOP_WORDS | frozenset(map(normalise, vocabulary("en")["waters_and_lands"]))
_CAPITALS = frozenset(_TABLE["capitals"])
_ITS = frozenset(_TABLE["its"])
_DOES = frozenset(_TABLE["does"])
_BESIDE = frozenset(map(normalise, _TABLE["beside"]))
_BEFORE = re.compile(rf"(?:^|\b)(?:{'|'.join(_TABLE['before'])})$")
# Relations that are said to be of sister cities are of the town, and of no government.
_OF_TOWNS_APART = re.compile(r"\b(?:sister|twin)\w*\b")
_BETWEEN = re.compile(r"\b(?:between|relations|talks|ties|tension\w*|summit|negotiations)\b")
_POSSESSIVE = ("'s", "’s", "‘s", "ʼs")
_NO_TOWN = 100_000
# So many words back it may be said that two capitals have to do with each other.
_REACH = 8
_TWIN_CITIES = ("twin", "cities")
_CUT_OFF = ("cut", "off")
# What many names of towns end in, and what these have behind it in their cases; an adjective has other endings.
_OF_TOWNS = ("ск", "цк", "ськ", "цьк", "зьк")
_UKRAINE = "UA"
_PLACES = ("город", "мист", "побратим", "партнер", "край", "област", "регион", "републик", "республик")
_TOWN = frozenset("город городу городом городе місто місту містом місті".split())
_IN = frozenset(map(normalise, "in у в во".split()))
_PARTNERS = ("partner", "sister", "twin", "tie", "link", "friend", "партнер", "побрат", "звязк", "связ", "друз")
# "Vladimir the person, not the city".
_SOMEBODY = frozenset({("the", "person"), ("the", "man"), ("the", "guy"), ("the", "name"), ("the", "president")})
_CASES = frozenset({"", "а", "у", "ом", "е", "и"})
# And how a name ends that is an adjective itself, "Волжского"; that of one town in "Волжский город" as well.
_OF_ONE_TOWN = _CASES - {"и"} | {"ии", "ого", "ому", "им"}


def find_places(words: Sequence[Token], gazetteer: Gazetteer, text: str) -> tuple[list[Match], list[Abroad]]:
    """The names in a text that may be American or Russian places, and those of other countries."""
    matches, abroad = _find(words, gazetteer, text)
    misspelt = misspelt_beside_states(words, matches, gazetteer)
    if not misspelt:
        return matches, abroad
    taken = {i for match in misspelt for i in range(match.start, match.end)}
    kept = [match for match in matches if taken.isdisjoint(range(match.start, match.end))]
    there = [each for each in abroad if taken.isdisjoint(range(each.start, each.end))]
    return sorted([*kept, *misspelt], key=lambda match: match.start), there


def _find(words: Sequence[Token], gazetteer: Gazetteer, text: str) -> tuple[list[Match], list[Abroad]]:
    abroad = [each for each in find_abroad(words, text) if not _is_of_a_region(each, words)]
    if not abroad:
        matches = gazetteer.find(words, _NO_SPELLINGS)
        return _without_no_places(matches, words), []
    unrepaired = {words[i].norm for each in abroad for i in range(each.start, each.end)}
    matches = gazetteer.find(words, _NO_SPELLINGS | unrepaired)
    there = [each for each in abroad if not _is_here(each, words, matches, gazetteer)]
    begins = {each.start for each in there}  # of a long text there are hundreds
    there = [each for each in abroad if each.start in begins or _is_among(each, there, words, matches, gazetteer)]
    there = [_namesake_there(each, matches, words) or each for each in there]
    taken = {i for each in there for i in range(each.start, each.end)}
    matches = [match for match in matches if not taken & set(range(match.start, match.end))]
    return _without_no_places(matches, words), there


def _is_of_a_region(abroad: Abroad, words: Sequence[Token]) -> bool:
    """Whether an adjective of a region of Russia has the name of a town elsewhere: "уральские города" are no Uralsk."""
    if not abroad.is_city or abroad.code == _UKRAINE or abroad.end != abroad.start + 1:
        return False
    return _is_adjective_of_places(words, abroad.start, none_of=_CASES - {"и"})


def _is_adjective_of_places(words: Sequence[Token], i: int, none_of: Container[str]) -> bool:
    """Whether a Cyrillic word ends as an adjective before "cities", "partners" and the like does, and in ``none_of``
    those endings.
    """
    word = words[i]
    if not (word.cyrillic and word.norm.endswith(_OF_TOWNS)):
        return False
    ending = fold(word.raw.casefold()).removeprefix(word.norm)
    behind = words[i + 1].norm if i + 1 < len(words) else ""
    return ending not in none_of and behind.startswith(_PLACES)


def _is_here(abroad: Abroad, words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer) -> bool:
    """Whether a name that another country has too is meant as one of a place here: "Poland, Maine", "Lima"."""
    inside = [match for match in matches if match.start < abroad.end and abroad.start < match.end]
    if not inside or words[abroad.start].raw.casefold() in PEOPLES:
        return False
    if _says_state(words, abroad.end, matches, gazetteer):
        return True
    if not abroad.is_city and abroad.start and words[abroad.start - 1].raw.casefold() in _TOWN:
        # "Город Колумбия" is no country; "города Колумбии" may be several there.
        return any(not match.distance for match in inside)
    if any(match.end - match.start > abroad.end - abroad.start and not match.distance for match in inside):
        return True
    if abroad.named:
        return False
    return any(_is_large_enough(item) for match in inside for item in match.named if not match.distance)


def _is_among(
    abroad: Abroad, there: Sequence[Abroad], words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer
) -> bool:
    """Whether a name that a place here has as well, without a tie, stands beside one of the same country: "Toronto,
    Montreal, Vancouver".
    """
    if all(each.code != abroad.code for each in there) or _says_state(words, abroad.end, matches, gazetteer):
        return False
    inside = [match for match in matches if match.start < abroad.end and abroad.start < match.end]
    return all(isinstance(item, OtherPlace) for match in inside for item in match.named)


def _namesake_there(country: Abroad, matches: Sequence[Match], words: Sequence[Token]) -> Abroad | None:
    """The namesake of an American place that is said to lie in another country: "Durham in England", "the Costa Rican
    San Jose". None where the partners of the American one there are spoken of: "sister cities of Dallas in Mexico".
    """
    if country.is_city or country.code == _UKRAINE:
        return None
    ends = _end_before(country, words)
    begins = country.end if ends is None else None
    named = next((it for it in matches if ends == it.end or begins == it.start), None)
    if named is None or named.distance or not all(isinstance(it, Place | OtherPlace) for it in named.named):
        return None
    around = (*words[max(0, named.start - 3) : named.start], *words[named.end : named.end + 1])
    if any(word.norm.startswith(_PARTNERS) for word in around):
        return None
    start, end = min(named.start, country.start), max(named.end, country.end)
    return Abroad(start, end, named.named[0].name, country.code, is_city=True, named=True)


def _end_before(country: Abroad, words: Sequence[Token]) -> int | None:
    """Where a name may end before a country that it is said to lie in, "Durham, the one that is in England"; None where
    nothing is said to lie there.
    """
    if not country.start or words[country.start - 1].norm not in _IN:
        return None
    before = range(country.start - 2, -1, -1)
    return next((i + 1 for i in before if words[i].norm not in WHICH_ONE), None)


def _is_large_enough(item: object) -> bool:
    """Whether a place here is meant by a name that a large city abroad has as well: it has a tie, or is no town."""
    return not isinstance(item, OtherPlace) or item.population >= _NO_TOWN


def _says_state(words: Sequence[Token], end: int, matches: Sequence[Match], gazetteer: Gazetteer) -> bool:
    """Whether a state stands behind a name: "Rome, New York", "Berlin NH", and at the end of a text "hamburg ny"."""
    if end >= len(words):
        return False
    last = end + 1 == len(words) and words[end].norm not in STOP_WORDS
    code = (words[end].raw.isupper() or last) and gazetteer.short_state(words[end].norm) is not None
    named = (item for match in matches if match.start == end for item in match.named)
    return code or any(isinstance(item, UsState) for item in (*gazetteer.exact(words[end].norm), *named))


def _without_no_places(matches: Sequence[Match], words: Sequence[Token]) -> list[Match]:
    # Once, and not for each of the hundreds of names of a long text.
    of_governments = any(word.norm in _BESIDE for word in words)
    return [match for match in matches if not _is_no_place(match, matches, words, of_governments)]


def _is_no_place(match: Match, matches: Sequence[Match], words: Sequence[Token], of_governments: bool) -> bool:
    behind = tuple(word.norm for word in words[match.end : match.end + 2])
    words_of_trade = behind in _SOMEBODY or _is_trade_word(match, matches, words) or _is_act(match, words)
    if words_of_trade or _is_of_a_river(match, words):
        return True
    return _is_everyday(match, words) or _is_government(match, words, of_governments)


def _is_of_a_river(match: Match, words: Sequence[Token]) -> bool:
    """Whether several places of a land or a river are called by an adjective that a town is called by in the singular:
    "волжские города" are no Volzhsky, and "московские" are of Moscow.
    """
    if match.end != match.start + 1 or not _is_adjective_of_places(words, match.start, none_of=_OF_ONE_TOWN):
        return False
    towns = (item for item in match.named if isinstance(item, Place | OtherPlace))
    return any(words[match.start].norm == normalise(name) for town in towns for name in town.aliases)


def _is_everyday(match: Match, words: Sequence[Token]) -> bool:
    """Whether an everyday word has the name of a place without a tie: "был", "чего", in a question of more words."""
    if match.end != match.start + 1 or len(words) == 1:
        return False
    word = words[match.start]
    if not all(isinstance(item, OtherPlace) for item in match.named):
        return False
    if word.raw.casefold() in _ASKS:
        return True
    if word.raw.casefold() in _OFFICES and (match.start == 0 or not word.capital):
        return True
    return word.raw in _NO_NAMES or _is_spelt_like(word, [it for it in match.named if isinstance(it, OtherPlace)])


def _is_spelt_like(word: Token, places: Sequence[OtherPlace]) -> bool:
    """Whether a word in small Cyrillic letters is like the names of smaller places only without its ending: "новых" is
    a word and no case of "Нове". A name's own cases are told by what it ends in: "у краматорську".
    """
    if word.capital or not word.cyrillic or not is_ordinary(word.norm):
        return False
    if any(place.population >= FAMOUS for place in places):
        return False
    # Without the apostrophe, which the normalised word has not either: "слов'янську".
    typed = "".join(filter(str.isalpha, fold(word.raw.casefold())))
    if any(typed == fold(name.casefold()) for place in places for name in place.aliases):
        return False
    return not (word.norm.endswith(_OF_TOWNS) and typed.removeprefix(word.norm) in _CASES)


def _is_government(match: Match, words: Sequence[Token], of_governments: bool) -> bool:
    """Whether a capital stands for its government: "Moscow's invasion", "anger at Washington"."""
    if match.end != match.start + 1 or words[match.start].norm not in _CAPITALS:
        return False
    after = words[match.end].norm if match.end < len(words) else ""
    if of_governments:
        return True
    if words[match.start].raw.endswith(_POSSESSIVE) and after in _ITS:
        return True
    before = " ".join(word.norm for word in words[max(0, match.start - 4) : match.start])
    if _OF_TOWNS_APART.search(before):
        return False
    return after in _DOES or _BEFORE.search(before) is not None or _is_beside_the_other(match, words)


def _is_beside_the_other(match: Match, words: Sequence[Token]) -> bool:
    """Whether two capitals stand together in talk of their relations: "between Washington and Moscow"."""
    around = [word.norm for word in words[max(0, match.start - 2) : match.end + 2]]
    pair = any(
        one in _CAPITALS and link == "and" and other in _CAPITALS
        for one, link, other in zip(around, around[1:], around[2:], strict=False)
    )
    before = " ".join(word.norm for word in words[max(0, match.start - _REACH) : match.start])
    return pair and _BETWEEN.search(before) is not None


def _is_act(match: Match, words: Sequence[Token]) -> bool:
    """Whether what is done to a tie has a town's name, in small letters: "isn't going to cut off the people there"."""
    span = words[match.start : match.end]
    of_more = len(words) > len(span) and not any(word.capital for word in span)
    return of_more and tuple(word.norm for word in span) == _CUT_OFF


def _is_trade_word(match: Match, matches: Sequence[Match], words: Sequence[Token]) -> bool:
    """Whether "twin cities" is the common word: in small letters, where other places are named."""
    span = words[match.start : match.end]
    if len(span) != len(_TWIN_CITIES) or tuple(word.norm for word in span) != _TWIN_CITIES:
        return False
    if any(word.capital for word in span):
        return False
    return any(other is not match and any(isinstance(item, Place) for item in other.named) for other in matches)
