"""Reads the names in a text: which places each may stand for, given the state, country or kind said with it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from db.record.caching import remembered
from db.record.dataset.occupied import is_occupied_name
from db.record.elsewhere import WHICH_ONE, Abroad
from db.record.gazetteer import FAMOUS, Gazetteer, Match
from db.record.known_names import Named
from db.record.mentions import Mention, Names, StateMention
from db.record.models import Country, OtherPlace, Place, PlaceKind, UsRegion, UsState
from db.record.negation import is_negated, ruled_out_together
from db.record.no_places import find_places
from db.record.people_and_dates import is_date, is_person
from db.record.qualified_names import CITY_WORDS, attach, holds
from db.record.state_codes import TIE_NOUNS, SaidState, coded_states, named_states, state_mention
from db.record.text import Token, key

_LEADS = frozenset("the a any which what some every each no one another".split())
_RUSSIAN_COUNTRY = "russia"
# So many names of a text are read, and so often the same.
MOST_NAMES = 30
_MOST_OF_A_NAME = 2
# So many words stand between a name and its state: "штат".
_BEFORE_ITS_STATE = 1
_NAME_AND_CITY = 2
# A city that is called like its state, where neither is called so in the language of who asks.
_CITY_OF_STATE = "New York City"
# A city, though it has a code as a state has.
_CAPITAL = "DC"
_WASHINGTON, _NEAR_A_STATE = "WA", 4
_NOT_THE_STATE = re.compile(
    r"(?:(?:but|and|the one|що|але|но|а) )?(?:(?:not|не) (?:the )?(?:state|штат)|the capital|столиц)"
)
_WHOLE_STATE = re.compile(
    r"(?:(?:i|mean|as|in|тобто|то|ест|имен|сам|the|по|в|у) )*"
    r"(?:(?:whole|entire|full|all of the|all the|all) state|state ?wide"
    r"|(?:вес|увес|вс|всем|цел|цил) штат|штат (?:вес|увес|цел|цил))\b"
)
# Cities are asked for, in the plural: "які міста"; not the partners of one, "какие города-побратимы у Нью-Йорка".
_OF_PLACES_THERE = re.compile(
    r"\b(?:які|яких|котрі|скільки|какие|каких|которые|сколько|всі|усі|все|список|перелік|перечень)\b"
    r"(?:\s+(?!побратим)\w+){0,2}?\s+(?:міст\w*|город\w*|громад\w*|зв.?язк\w*|связ\w*)\b(?!\W+побратим)"
    r"|\b(?:міста|міст|города|городов|громади|громад)\s+(?:в|у|по|из|з|із)\s+нью"
)
# What a state's counties have: "Oregon county councils".
_COUNTY_BODIES = frozenset("council councils commission commissions commissioners board boards officials ties".split())
# With these, ties of several states are asked for.
_OF_SEVERAL = TIE_NOUNS | frozenset(
    "which how many states both each and vs versus compare list скільк обидв как котор сколько штат оба".split()
)
_Found = TypeVar("_Found")


def read_names(words: Sequence[Token], gazetteer: Gazetteer, text: str) -> Names:
    """The names among the words of a cleaned text."""
    return names_of(words, find_places(words, gazetteer, text), gazetteer, text)


def names_of(
    words: Sequence[Token], found: tuple[Sequence[Match], Sequence[Abroad]], gazetteer: Gazetteer, text: str
) -> Names:
    """What the names stand for that were found among the words of a cleaned text, as ``find_places`` has them."""
    matches, abroad = found
    mentions, states, beside = _read_mentions(words, matches, gazetteer, text)
    out = ruled_out_together(words, [*mentions, *states, *matches])
    mentions = [replace(named, negated=True) if named.start in out else named for named in mentions]
    states = [replace(state, negated=True) if state.start in out else state for state in states]
    said = [
        (item, is_negated(words, match.start) or match.start in out)
        for match in matches
        for item in match.named
        if isinstance(item, UsRegion)
    ]
    regions = dict.fromkeys(region for region, negated in said if not negated)
    regions_out = dict.fromkeys(region for region, negated in said if negated)
    return Names(
        tuple(words),
        tuple(matches),
        tuple(mentions),
        tuple(states),
        tuple(regions),
        tuple(abroad),
        tuple(beside),
        tuple(regions_out),
    )


def _first_of_each(found: Iterable[_Found], name: Callable[[_Found], Hashable]) -> list[_Found]:
    """The first thirty, and of one name two at most: what follows compares each with each."""
    told: Counter[Hashable] = Counter()
    kept: list[_Found] = []
    for item in found:
        known = name(item)
        told[known] += 1
        if told[known] <= _MOST_OF_A_NAME and len(kept) < MOST_NAMES:
            kept.append(item)
    return kept


def _told_by(named: Named) -> Hashable:
    """What tells whatever has a name from all else; to compare the whole takes long."""
    if isinstance(named, OtherPlace):
        return named.name, named.country, named.state, named.lat, named.lon
    return named.code if isinstance(named, UsState) else named.id


def _read_mentions(
    words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer, text: str
) -> tuple[list[Mention], list[StateMention], list[StateMention]]:
    """The places named, each with the state, country or kind said with it; the states named for themselves, and those
    said with a place.
    """
    matches = [match for match in matches if not is_person(words, match) and not is_date(words, match)]
    matches = [_the_state_s_city(words, match, gazetteer) for match in _with_regions(words, matches)]
    named = (_or_its_capital(state, words) for state in named_states(matches))
    said = [*named, *coded_states(words, matches, gazetteer, text)]
    states = [state_mention(each, words) for each in _first_of_each(said, lambda state: state.code)]
    told = _first_of_each(matches, lambda match: tuple(map(_told_by, match.named)))
    named_places = [found for match in told if (found := _mention(words, match))]
    named_places = [_with_namesakes_there(mention, states, words, gazetteer) for mention in named_places]
    named_places += _cities_called_like_states(matches, states, words)
    mentions, free = attach(named_places, states, words)
    mentions = [_as_known_there(_as_city(mention, words), matches, gazetteer) for mention in mentions]
    beside_another = any(state.code != _CAPITAL for state in free)
    may_be_states = [mention for mention in mentions if _means_its_state(mention)]
    several = bool(may_be_states) and _OF_PLACES_THERE.search(text.lower()) is not None
    if meant := [it for it in may_be_states if several or beside_another or _is_whole_state(it, words)]:
        # "В Калифорнии или в Нью-Йорке": beside another state the state is meant, and not its city; so it is where
        # cities are asked for: "які міста в Нью-Йорку".
        mentions = [mention for mention in mentions if mention not in meant]
        free = [*free, *(_state_of(mention, words) for mention in meant)]
    held = [mention for mention in mentions if not mention.is_state and (mention.qualified or not mention.state_s)]
    of_counties = [state for state in free if _is_of_county(state, words)]
    mentions += [_county_called_like(state, words) for state in of_counties]
    free = [state for state in free if state not in of_counties]
    held += (county := [mention for mention in mentions if mention.state_s and _is_county(mention, words)])
    return (
        [mention for mention in mentions if mention not in county],
        [state for state in free if not any(holds(mention, state) for mention in held)],
        [state for state in states if state not in free],
    )


def _or_its_capital(state: SaidState, words: Sequence[Token]) -> SaidState:
    """Washington, which is the capital where the state is ruled out or a capital is named behind it."""
    if state.code != _WASHINGTON:
        return state
    behind = " ".join(word.norm for word in words[state.end : state.end + _NEAR_A_STATE])
    return replace(state, code=_CAPITAL) if _NOT_THE_STATE.match(behind) else state


def _as_city(mention: Mention, words: Sequence[Token]) -> Mention:
    """A state's name that is said to be a city's: "the city of Delaware"."""
    if not mention.state_s:
        return mention
    said = [word.norm for word in words[max(0, mention.start - 2) : mention.start]]
    is_city = len(said) == 2 and said[0] in CITY_WORDS and said[1] == "of"
    return replace(mention, qualified=True) if is_city else mention


def _as_known_there(mention: Mention, matches: Sequence[Match], gazetteer: Gazetteer) -> Mention:
    """A name with a state in which a place of it is known only by its English name: "Олбани, Джорджия"."""
    if mention.elsewhere is None:
        return mention
    same = (item.name for match in matches if match.start == mention.start for item in match.named)
    known = (item for name in dict.fromkeys(same) for item in gazetteer.exact(key(name)))
    there = [item for item in known if isinstance(item, OtherPlace) and item.state == mention.elsewhere]
    return replace(mention, others=tuple(there), elsewhere=None) if there else mention


def _with_namesakes_there(
    mention: Mention, states: Sequence[StateMention], words: Sequence[Token], gazetteer: Gazetteer
) -> Mention:
    """A Russian place's name with the American places of its English name in a state said behind it: "Москва, штат
    Айдахо"."""
    near = {state.code for state in states if _is_right_before(mention, state, words)}
    if not near or not mention.places or Country.US in mention.countries:
        return mention
    same = (item for place in mention.places for item in gazetteer.exact(key(place.name)))
    there = [item for item in same if isinstance(item, Place | OtherPlace) and item.state in near]
    tied = tuple(item for item in there if isinstance(item, Place))
    others = tuple(item for item in there if isinstance(item, OtherPlace))
    return replace(mention, places=(*mention.places, *tied), others=(*mention.others, *others)) if there else mention


def _is_right_before(mention: Mention, state: StateMention, words: Sequence[Token]) -> bool:
    """Whether a name stands before a state, with no more between them than what tells which one is meant: "Москва, та
    що в Айдахо".
    """
    between = [word.norm for word in words[mention.end : state.start]]
    return state.start >= mention.end and sum(norm not in WHICH_ONE for norm in between) <= _BEFORE_ITS_STATE


def _cities_called_like_states(
    matches: Sequence[Match], states: Sequence[StateMention], words: Sequence[Token]
) -> list[Mention]:
    """The cities that are called like a state and lie in the one behind a comma: "Indiana, Pennsylvania".

    Of more states, or of ties and cities, a list is asked for: "ties in Oregon, Ohio".
    """
    several = len(states) != _NAME_AND_CITY or any(word.norm in _OF_SEVERAL for word in words)
    if several or not _is_behind_a_comma(states, words):
        return []
    city, state = sorted(states, key=lambda each: each.start)
    named = [it for match in matches if match.start == city.start for it in match.named if isinstance(it, OtherPlace)]
    there = tuple(it for it in named if it.state == state.code)
    typed = " ".join(word.raw for word in words[city.start : city.end])
    return [Mention(city.start, city.end, typed, (), there, state_s=True)] if there else []


def _is_behind_a_comma(states: Sequence[StateMention], words: Sequence[Token]) -> bool:
    """Whether one of two states stands right behind the other, with a mark between them."""
    one, other = sorted(states, key=lambda each: each.start)
    return one.end == other.start and words[one.end - 1].end < words[other.start].start - 1


def _means_its_state(mention: Mention) -> bool:
    """Whether a name may be a state's that has a city of the same name: "Нью-Йорк", which is New York City else."""
    cities = [other for other in mention.others if other.name == _CITY_OF_STATE]
    return bool(cities) and not mention.places and len(mention.typed.split()) == _NAME_AND_CITY


def _is_whole_state(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether it is said right behind a name that all of a state is meant: "Нью-Йорк, весь штат"."""
    behind = " ".join(word.norm for word in words[mention.end : mention.end + _NEAR_A_STATE])
    return _WHOLE_STATE.match(behind) is not None


def _state_of(mention: Mention, words: Sequence[Token]) -> StateMention:
    return state_mention(SaidState(mention.start, mention.end, mention.others[0].state or ""), words)


def _is_county(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a state's name is part of a county's: "Delaware County"."""
    return not mention.qualified and mention.end < len(words) and words[mention.end].norm == "county"


def _is_of_county(state: StateMention, words: Sequence[Token]) -> bool:
    """Whether a state's name is that of counties elsewhere: "Washington County"."""
    behind = [word.norm for word in words[state.end : state.end + 2]]
    return behind[:1] == ["county"] and not _COUNTY_BODIES.intersection(behind[1:]) and state.end - state.start == 1


def _county_called_like(state: StateMention, words: Sequence[Token]) -> Mention:
    typed = words[state.start].raw
    return Mention(state.start, state.end + 1, typed, (), qualified=True, elsewhere=state.code, county=True)


def _with_regions(words: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
    """The names, each Russian place's with the region said behind it, which is no name of its own: "Sochi, Krasnodar
    Krai"."""
    taken = 0
    for match in matches:
        if match.start < taken:
            continue
        if match.end == len(words):
            yield match
            continue
        regions = {item.region for item in match.named if isinstance(item, Place) and item.region}
        ends = {region: end for region in regions if (end := _end_of_region(region, words, match.end))}
        if not ends:
            yield match
            continue
        said, taken = next(iter(ends.items()))
        named = tuple(item for item in match.named if isinstance(item, Place) and item.region == said)
        yield replace(match, end=taken, named=named)


def _end_of_region(region: str, words: Sequence[Token], start: int) -> int | None:
    """Where a region's name ends that is said from a word on; what it has in brackets may be left out before its
    country: "Lomonosov, Saint Petersburg, Russia"."""
    whole, bare = _names_of_region(region)
    if _is_said(whole, words, start):
        return start + len(whole)
    return start + len(bare) if _is_said([*bare, _RUSSIAN_COUNTRY], words, start) else None


@remembered(entries=128, longest=64)
def _names_of_region(region: str) -> tuple[list[str], list[str]]:
    """The normalised words of a region's name, and of what stands before its brackets."""
    return key(region).split(), key(region.partition(" (")[0]).split()


def _is_said(norms: Sequence[str], words: Sequence[Token], start: int) -> bool:
    said = words[start : start + len(norms)]
    return bool(said) and said[0].norm == norms[0] and [word.norm for word in said] == norms


def _the_state_s_city(words: Sequence[Token], match: Match, gazetteer: Gazetteer) -> Match:
    """In "the California city" and "Florida city suspends" the state is meant, and no town of that name."""
    if match.end - match.start != _NAME_AND_CITY:
        return match
    span = words[match.start : match.end]
    # A city on record is meant by its name, however it is written: "Oklahoma city".
    on_record = any(isinstance(item, Place) for item in match.named)
    led = (match.start > 0 and words[match.start - 1].norm in _LEADS) or (span[0].capital and not on_record)
    if span[1].raw not in {"city", "town"} or not led:
        return match
    states = tuple(item for item in gazetteer.exact(span[0].norm) if isinstance(item, UsState))
    return Match(match.start, match.start + 1, states) if states else match


def _mention(words: Sequence[Token], match: Match) -> Mention | None:
    places = tuple(item for item in match.named if isinstance(item, Place))
    others = tuple(item for item in match.named if isinstance(item, OtherPlace))
    if others and is_occupied_name(" ".join(word.raw for word in words[match.start : match.end])):
        others = tuple(other for other in others if other.country is Country.UA) or others
    if any(isinstance(item, UsState | UsRegion) for item in match.named):
        others = ()
    of_state = any(isinstance(item, UsState) for item in match.named)
    if not places and not others:
        return None
    span = words[match.start : match.end]
    tiny = len(span) == 1 and len(span[0].norm) <= 2 and not span[0].raw.isupper()
    article = match.start > 0 and words[match.start - 1].norm in {"a", "an"} and not span[0].capital
    weak = (match.weak and not _stands_out(words, match.start)) or tiny or article
    return Mention(
        match.start, match.end, " ".join(word.raw for word in span), places, others,
        state_s=of_state and all(place.kind is not PlaceKind.STATE for place in places),
        negated=is_negated(words, match.start), distance=match.distance, weak=weak,
        plain=weak or (len(span) == 1 and not span[0].capital and _is_plain(places, others)),
    )  # fmt: skip


def _is_plain(places: Sequence[Place], others: Sequence[OtherPlace]) -> bool:
    """Whether a word in small letters is likely no name in talk of other things: a small place without a tie.

    A region, of no known population, is no small place.
    """
    return not places and all(0 < other.population < FAMOUS for other in others)


def _stands_out(words: Sequence[Token], index: int) -> bool:
    """Whether a word is written with a capital, or in capitals, where plain words are not."""
    if len(words[index].raw) > 1 and words[index].raw.isupper() and not all(word.raw.isupper() for word in words):
        return True
    return index > 0 and words[index].capital and not all(word.capital for word in words[:6])
