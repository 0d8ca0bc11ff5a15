"""Gives each name the state, country or kind that is said with it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from db.record.mentions import Mention, StateMention
from db.record.models import Country, PlaceKind
from db.record.negation import is_negated
from db.record.state_codes import TIE_NOUNS
from db.record.text import Token, normalise

_JOINS = frozenset("or and vs versus або чи или и та".split())
# What may stand with a state that is set beside another: "the Oregon one or the Maine one".
_ONE_IN = frozenset(
    map(normalise, "the one ones in of that which is it s той та те що в у тот то который штат".split())
)
_LINKS = frozenset("in of the state city town county which is that s штат в у".split())
_COUNTY, _COUNTY_BEFORE = "county", frozenset(map(normalise, ("округ", "графство", "county")))
# Between a name and its state, where the state is told apart from another: "Albany, but the one in Georgia".
_TELLING_APART = frozenset(
    map(
        normalise,
        "but no one i mean not little small tiny bigger smaller other но нет который тот та що який той те але ні саме "
        "именно маленький маленьке маленький другой інший".split(),
    )
)
# Before "in Oregon" these tell which place is meant.
_WHICH_ONE = frozenset(map(normalise, "one который которая которое тот та той який яка яке котрий котра".split()))
_IN_CYRILLIC = frozenset(map(normalise, ("в", "у")))
_MOST_BETWEEN, _MOST_TELLING_APART = 3, 5
# Words for a kind of place, said beside a name that fits places of several kinds.
_KIND_WORDS = {
    word: kind
    for kind, words in (
        (PlaceKind.REGION, "oblast krai kray region republic territory province област кра республик регион"),
        (PlaceKind.CITY, "city town village город мист"),
        (PlaceKind.COUNTY, "county округ"),
        (PlaceKind.STATE, "state штат"),
    )
    for word in words.split()
}
_PARTNER_NOUNS = frozenset(
    "partner partners sister sisters twin twins city cities town towns tie ties "
    "побратим партнер мист город друз".split()
)
_RUSSIA = frozenset("russia russian rus рос росси росии росииск российск рф rf ru".split())
_AMERICA = frozenset("usa us america american сша американск штат".split())
CITY_WORDS = frozenset("city town город мист".split())


def holds(mention: Mention, state: StateMention) -> bool:
    return mention.start <= state.start and state.end <= mention.end


def attach(
    mentions: list[Mention], states: list[StateMention], words: Sequence[Token]
) -> tuple[list[Mention], list[StateMention]]:
    """Give each place the state, country or kind said with it; states that were used so are no longer free."""
    if not states:
        return [_with_kind(_with_country(mention, words), words) for mention in mentions], []
    out: list[Mention] = []
    used: set[StateMention] = set()
    for mention in mentions:
        if any(state in used and state.start <= mention.start and mention.end <= state.end for state in states):
            continue
        if _is_code_of(mention, states, words):
            continue
        mention = _beside_a_state(mention, states, words)
        others = [state for state in states if not _is_listed_beside(mention, state, mentions, states, words)]
        attached, state = _with_state(mention, others, words)
        if state:
            # "In Texas, Dallas I know": of the state all others are asked for.
            used |= set() if mention.negated and not state.negated and state.end <= mention.start else {state}
            attached = replace(attached, negated=attached.negated or state.negated)
        out.append(_with_kind(_with_country(attached, words), words))
        if state and (namesake := _namesake(mention, state, states, words)):
            out.append(namesake[0])
            used.add(namesake[1])
    free = [state for state in states if state not in used]
    for state in free:
        if _is_said_apart(state, words) and (settled := _settled_by(state, out)):
            out = [settled if it.start == settled.start else it for it in out]
            used.add(state)
    return out, [state for state in free if state not in used]


def _settled_by(state: StateMention, mentions: Sequence[Mention]) -> Mention | None:
    """The one name that fits places of several states, as that of a state that is said apart from it."""
    open_ones = [it for it in mentions if len({place.state for place in it.places}) > 1 and it.end <= state.start]
    fits = [place for it in open_ones for place in it.known if place.state == state.code]
    if len(open_ones) != 1 or not fits or state.negated:
        return None
    return replace(open_ones[0].only(fits), qualified=True)


def _is_said_apart(state: StateMention, words: Sequence[Token]) -> bool:
    """Whether a state is only said to tell which place of a name is meant: "is Portland still paired? the Oregon one",
    "дружит ли Портленд? который в Орегоне".
    """
    before = [word.norm for word in words[max(0, state.start - _MOST_BETWEEN) : state.start]]
    behind = [word.norm for word in words[state.end : state.end + 1]]
    if behind == ["one"] and before[-1:] == ["the"]:
        return state.end + 1 == len(words)
    telling = [i for i, norm in enumerate(before) if norm in _WHICH_ONE]
    return bool(telling) and not behind and all(norm in _LINKS for norm in before[telling[-1] + 1 :])


def _beside_a_state(mention: Mention, states: Sequence[StateMention], words: Sequence[Token]) -> Mention:
    """The places with a tie alone of a name that is set beside a state in which none of them lies: "Dallas or Oregon"
    is of no Dallas in Oregon.
    """
    if mention.end >= len(words) or words[mention.end].norm not in _JOINS or not (mention.places and mention.others):
        return mention
    beside = {state.code for state in states if state.start == mention.end + 1}
    lies_there = any(place.state in beside for place in mention.places)
    return replace(mention, others=()) if beside and not lies_there else mention


def _is_listed_beside(
    mention: Mention,
    state: StateMention,
    mentions: Sequence[Mention],
    states: Sequence[StateMention],
    words: Sequence[Token],
) -> bool:
    """Whether a state right behind a name stands in the same list as that, and does not say where it lies: "Dallas,
    Tallahassee, Maryland, Chicago", where no place of the name that has a tie lies in the state.
    """
    if state.start != mention.end or not mention.places or any(it.state == state.code for it in mention.known):
        return False
    # "Portland, Vermont, Portland, Maine" gives each town its state.
    ends = {it.start for it in states}
    behind = [it for it in mentions if it.start == state.end and it.places and it.end not in ends]
    before = [it for it in mentions if it.end == mention.start and it.places]
    # Without a comma it is a name and its state.
    return bool(before or behind) and words[mention.end - 1].end < words[mention.end].start - 1


def _namesake(
    mention: Mention, first: StateMention, states: Sequence[StateMention], words: Sequence[Token]
) -> tuple[Mention, StateMention] | None:
    """The place of the same name in a second state: "Portland, Maine or Oregon"."""
    other = next((state for state in states if first.start >= mention.end and _is_joined(first, state, words)), None)
    fits = [place for place in mention.known if other and place.state == other.code]
    if other is None or not fits:
        return None
    return replace(mention.only(fits), qualified=True, negated=mention.negated or other.negated), other


def _is_joined(first: StateMention, other: StateMention, words: Sequence[Token]) -> bool:
    """Whether two states are set side by side: "Maine or Oregon", "the one in Maine or the one in Oregon"."""
    one, two = sorted((first, other), key=lambda state: state.start)
    between = [word.norm for word in words[one.end : two.start] if word.norm not in _ONE_IN]
    return len(between) == 1 and between[0] in _JOINS


def _is_code_of(mention: Mention, states: Sequence[StateMention], words: Sequence[Token]) -> bool:
    """Whether a nickname is the code of a state that is also named: ``in LA, I mean Louisiana``."""
    if mention.end != mention.start + 1:
        return False
    return any(state.code.casefold() == words[mention.start].norm and not holds(mention, state) for state in states)


def _with_state(
    mention: Mention, states: Sequence[StateMention], words: Sequence[Token]
) -> tuple[Mention, StateMention | None]:
    for state in sorted(states, key=lambda state: abs(state.start - mention.end)):
        if mention.start <= state.start < mention.end:
            continue
        after = state.start >= mention.end
        gap = words[mention.end : state.start] if after else words[state.end : mention.start]
        if not _links(gap, telling_apart=after and not state.negated):
            continue
        if after and gap and _is_of_list(state, words):
            continue
        fits = [place for place in mention.known if place.state == state.code]
        if fits and (after or not gap):
            return replace(mention.only(fits), qualified=True), state
        if after and _says_where(gap) and Country.US in mention.countries and not mention.is_state:
            return replace(mention, places=(), others=(), qualified=True, elsewhere=state.code), state
    return mention, None


def _links(gap: Sequence[Token], *, telling_apart: bool) -> bool:
    """Whether words between a name and a state say that the state is the place's own."""
    if all(word.norm in _LINKS for word in gap):
        return len(gap) <= _MOST_BETWEEN
    of_these = all(word.norm in _LINKS or word.norm in _TELLING_APART for word in gap)
    return telling_apart and of_these and len(gap) <= _MOST_TELLING_APART


def _says_where(gap: Sequence[Token]) -> bool:
    """Whether a place of the name is meant that lies in the state, known or not: "Albany, but the one in Georgia"."""
    if len(gap) == 1 and gap[0].norm == _COUNTY:
        return True
    in_cyrillic = len(gap) == 1 and gap[0].norm in _IN_CYRILLIC
    return not gap or in_cyrillic or any(word.norm in _TELLING_APART for word in gap)


def _is_of_list(state: StateMention, words: Sequence[Token]) -> bool:
    """Whether a state says of which places more is asked: "Besides San Diego, which California cities"."""
    asked = "which" in {word.norm for word in words[max(0, state.start - 2) : state.start]}
    return asked and state.end < len(words) and words[state.end].norm in TIE_NOUNS


def _with_kind(mention: Mention, words: Sequence[Token]) -> Mention:
    """The places of the kind that is said, or ruled out, beside a name that fits several kinds."""
    if len({place.kind for place in mention.places}) < 2:
        return replace(mention, county=True) if _is_of_a_county(mention, words) else mention
    for i in (mention.start - 1, *range(mention.end, min(mention.end + 4, len(words)))):
        kind = _KIND_WORDS.get(words[i].norm) if i >= 0 else None
        of_kind = [place for place in mention.places if place.kind is kind]
        if of_kind and is_negated(words, i):
            return mention.only([place for place in mention.places if place not in of_kind])
        if of_kind and i <= mention.end:
            return mention.only(of_kind)
    return mention


def _is_of_a_county(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a county of the name is meant, which fits none: "Dallas County", "округ Даллас"."""
    if any(place.kind is PlaceKind.COUNTY for place in mention.places) or not _is_in_america(mention):
        return False
    behind = [word.norm for word in words[mention.end : mention.end + 2]]
    if behind[:1] == [_COUNTY]:
        return behind[1:] != ["of"]
    before = [word.norm for word in words[max(0, mention.start - 2) : mention.start]]
    if before[-1:] and before[-1] in _COUNTY_BEFORE:
        return before[-1] != _COUNTY
    return before == [_COUNTY, "of"]


def _is_in_america(mention: Mention) -> bool:
    return mention.elsewhere is not None or Country.US in mention.countries


def _with_country(mention: Mention, words: Sequence[Token]) -> Mention:
    countries = mention.countries
    if len(countries) < 2:
        return mention
    near = {word.norm for word in words[max(0, mention.start - 1) : mention.start]}
    after = [word.norm for word in words[mention.end : mention.end + 3]]
    near |= {norm for norm, following in zip_longest(after[:2], after[1:]) if following not in _PARTNER_NOUNS}
    if near & CITY_WORDS:
        near |= {word.norm for word in words[max(0, mention.start - 3) : mention.start]}
    for country, said in ((Country.RU, _RUSSIA), (Country.US, _AMERICA)):
        if near & said and country in countries:
            return mention.only([place for place in mention.known if place.country is country])
    return mention
