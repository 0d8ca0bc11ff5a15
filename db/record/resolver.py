"""From the names in a text to ties: which places are meant, which are paired, which are not. Pure.

One way for all: a question, the place of a command, and what editors type come to the same places by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from db.record.mentions import Mention, Names, StateMention
from db.record.models import Country, OtherPlace, Place, PlaceKind, Tie
from db.record.name_reading import read_names
from db.record.register import Register
from db.record.text import clean, tokens
from db.record.values import value

_MOST_WRONG_PAIRS = 3
# Whether a name, among others, stands in talk of something else and is not asked about.
IsTalk: TypeAlias = Callable[[Mention, Sequence[Mention]], bool]


@value
class Resolution:
    """What the names in a text come to.

    ``paired``: ties both of whose places were named, or that one name comes to by what was ruled out or said with it.
    ``wrong``: a U.S. and a Russian mention that are no pair. ``alone``: mentions of register places named without a
    partner; more than one place means "which one?". ``without_tie``: mentions that fit only places without a tie.
    ``elsewhere``: names said to lie where none is known. ``denied``: the ids of the places that were ruled out.
    """

    paired: tuple[Tie, ...] = ()
    wrong: tuple[tuple[Mention, Mention], ...] = ()
    alone: tuple[Mention, ...] = ()
    without_tie: tuple[Mention, ...] = ()
    elsewhere: tuple[Mention, ...] = ()
    denied: frozenset[str] = frozenset()

    @property
    def named_below_state(self) -> bool:
        """Whether a register place below the level of a state was named without its partner."""
        return any(place.kind is not PlaceKind.STATE for mention in self.alone for place in mention.places)

    def without_states(self) -> Resolution:
        """The same without the lone names of states: they narrow a list instead."""
        return replace(self, alone=tuple(mention for mention in self.alone if not mention.is_state))


@value
class FoundPlaces:
    """What a text that should name a place comes to, and the names that were read in it."""

    names: Names
    resolution: Resolution

    def ties(self, register: Register) -> tuple[Tie, ...]:
        """The ties that are meant or may be, in the record's order: of the places or, if none is named, the states.

        Of two places that are no pair, the ties of both.
        """
        found = self.resolution
        mentions = (*found.alone, *(mention for pair in found.wrong for mention in pair))
        ids = {tie.id for mention in mentions for place in mention.places for tie in register.ties_of(place.id)}
        ids |= {tie.id for tie in found.paired}
        if not ids and not self.without_tie and not found.elsewhere:
            ids = {tie.id for tie in register.record.ties.values() if register.state_of(tie) in self.names.all_codes}
        return tuple(tie for tie in register.record.ties.values() if tie.id in ids)

    @property
    def without_tie(self) -> tuple[OtherPlace, ...]:
        """The known places without a tie that the names fit, the largest first."""
        found = {place for mention in self.resolution.without_tie for place in mention.others}
        return tuple(sorted(found, key=lambda place: (-place.population, place.name, place.state)))


def find_places(typed: str, register: Register) -> FoundPlaces:
    """What a text that should name a place, or a tie by its places or id, comes to. Any text is accepted."""
    text = clean(typed).strip()
    names = _with_lone_state(read_names(tokens(text), register.gazetteer, text), register)
    known = register.record.ties.get(text)
    if known is not None:
        return FoundPlaces(names, Resolution(paired=(known,)))
    return FoundPlaces(names, match_names(names.mentions, names.all_codes, names.excluded, register))


def _with_lone_state(names: Names, register: Register) -> Names:
    """A postal code or abbreviation that is all that was typed for a place is the state, also where it is a word."""
    if len(names.words) != 1 or names.matches or names.states:
        return names
    code = register.gazetteer.short_state(names.words[0].norm)
    return replace(names, states=(StateMention(0, 1, code),)) if code else names


def match_names(
    named: Sequence[Mention],
    states: Sequence[str],
    excluded: Sequence[str],
    register: Register,
    is_talk: IsTalk | None = None,
    *,
    of_a_list: bool = False,
) -> Resolution:
    """Match mentions with each other, with the states that were named and with what was ruled out.

    ``states`` and ``excluded`` are postal codes. A mention that ``is_talk`` is passed over. ``of_a_list``: a list is
    asked for, so that a place which is ruled out is left out of it, though no other is named.
    """
    denied = frozenset(place.id for mention in named if mention.negated for place in mention.places)
    kept = _kept(named, states, excluded, register, of_a_list=of_a_list)
    wanted = [mention for mention in kept if is_talk is None or not is_talk(mention, kept)]
    merged = _merged(wanted, register)
    mentions = [it if _has_one_partner(it, merged, register) else _by_states(it, states) for it in merged]
    paired, used = _pairs(mentions, register)
    rest = [mention for i, mention in enumerate(mentions) if i not in used]
    alone: list[Mention] = []
    for mention in rest:
        left = _ties_left(mention, denied, states, register)
        paired += [tie for tie in left if tie not in paired]
        if mention.places and not left:
            alone.append(mention)
    without_tie = [mention for mention in rest if not mention.places and mention.others]
    if any(_side(mention, Country.US) for mention in (*alone, *without_tie)):
        alone = [_russian_side(mention) for mention in alone]
    us_paired = any(Country.US in mentions[i].countries for i in used)
    wrong, alone, without_tie = _wrong_pairs(alone, without_tie, us_paired)
    elsewhere = tuple(mention for mention in rest if mention.elsewhere)
    return Resolution(tuple(paired), tuple(wrong), tuple(alone), tuple(without_tie), elsewhere, denied)


def _ties_left(mention: Mention, denied: frozenset[str], states: Sequence[str], register: Register) -> list[Tie]:
    """The ties that a lone name comes to: where others were ruled out, a state was said, or there is only one."""
    ties = list({tie.id: tie for place in mention.places for tie in register.ties_of(place.id)}.values())
    left = [tie for tie in ties if tie.us not in denied and tie.ru not in denied]
    if _side(mention, Country.RU) and states:
        left = [tie for tie in left if register.state_of(tie) in states] or left
    if left and len(left) < len(ties):
        return left
    return ties if len(ties) == 1 and len(mention.places) > 1 else []


def _kept(
    named: Sequence[Mention], states: Sequence[str], excluded: Sequence[str], register: Register, *, of_a_list: bool
) -> list[Mention]:
    """The mentions that count, without what was ruled out, and without common words beside surer names."""
    wanted = [mention for mention in named if not mention.negated]
    denied = {place.id for mention in named if mention.negated for place in mention.places}
    if not any(mention.places for mention in wanted) and len(denied) == 1 and not states and not of_a_list:
        wanted, denied = _the_other_one(named, next(iter(denied)), register)
    out = [_without(mention, denied, excluded) for mention in wanted]
    # A state's name is the state, unless its city's partner is named or something else says so.
    out = [m for m in out if not m.state_s or m.qualified or has_partner(m, out, register)]
    if any(not mention.weak for mention in out):
        out = [m for m in out if not m.weak or m.qualified or has_partner(m, out, register)]
    return out


def _the_other_one(named: Sequence[Mention], denied: str, register: Register) -> tuple[list[Mention], set[str]]:
    """Only a place that was ruled out is named: its namesakes are meant, or the "not" belongs to something else."""
    base = next(mention for mention in named if mention.negated and mention.places)
    name = register.place(denied).name
    namesakes = [
        place
        for place in register.record.places.values()
        if place.id != denied and place.name == name and register.ties_of(place.id)
    ]
    if namesakes and base.qualified:
        return [replace(base, places=tuple(namesakes), others=(), negated=False)], set()
    return [replace(mention, negated=False) for mention in named], set()


def has_partner(mention: Mention, others: Iterable[Mention], register: Register) -> bool:
    """Whether a place of one mention is paired with one of another."""
    return any(other is not mention and _ties_between(mention, other, register) for other in others)


def _has_one_partner(mention: Mention, others: Sequence[Mention], register: Register) -> bool:
    """Whether one place of an open name is paired with another that is named: "Sochi is with Long Beach", wherever else
    a state is named.
    """
    return len(mention.places) == 1 and not mention.qualified and has_partner(mention, others, register)


def _without(mention: Mention, denied: set[str], states: Sequence[str]) -> Mention:
    left = [place for place in mention.known if getattr(place, "id", None) not in denied and place.state not in states]
    kept = mention.only(left)
    return mention if mention.places and not kept.places else kept


def _merged(mentions: Sequence[Mention], register: Register) -> list[Mention]:
    """Each name once: of two for the same place, the narrower. A name said twice may be a tie of namesakes."""
    out: list[Mention] = []
    for mention in mentions:
        ids = {place.id for place in mention.places}
        twin = next((i for i, other in enumerate(out) if ids and _overlap(ids, other)), None)
        if twin is None:
            out.append(mention)
            continue
        if (
            len(ids) > 1
            and ids == {place.id for place in out[twin].places}
            and _ties_between(mention, out[twin], register)
        ):
            out.append(mention)
        elif len(ids) < len(out[twin].places):
            out[twin] = mention
    return out


def _overlap(ids: set[str], mention: Mention) -> bool:
    theirs = {place.id for place in mention.places}
    return bool(theirs) and (ids <= theirs or theirs <= ids)


def _ties_between(one: Mention, other: Mention, register: Register) -> list[Tie]:
    """The ties between two names; of a state and a Russian place also those of the state's own cities."""
    if not one.places or not other.places:
        return []
    direct = [
        tie
        for a in one.places
        for b in other.places
        if (tie := register.tie_between(a.id, b.id) or register.tie_between(b.id, a.id))
    ]
    if direct or not (one.is_state or other.is_state):
        return list({tie.id: tie for tie in direct}.values())
    state, partner = (one, other) if one.is_state else (other, one)
    codes = {place.state for place in state.places}
    ties = [tie for place in partner.places if place.country is Country.RU for tie in register.ties_of(place.id)]
    return [tie for tie in ties if register.state_of(tie) in codes]


def _pairs(mentions: Sequence[Mention], register: Register) -> tuple[list[Tie], set[int]]:
    """The ties between any two mentions, and the mentions that are in one."""
    paired: list[Tie] = []
    used: set[int] = set()
    for i, j in combinations(range(len(mentions)), 2):
        ties = _ties_between(mentions[i], mentions[j], register)
        used |= {i, j} if ties else set()
        paired += [tie for tie in ties if tie not in paired]
    return paired, used


def _by_states(mention: Mention, states: Sequence[str]) -> Mention:
    """The places of an open name that lie in a state named anywhere in the text; all of them, if none does."""
    if mention.qualified or len(mention.known) < 2:
        return mention
    fits = [place for place in mention.known if place.state and place.state in states]
    return mention.only(fits) if fits else mention


def _russian_side(mention: Mention) -> Mention:
    """A name that fits places of both countries, beside one that is surely American: the Russian place is meant."""
    return (
        mention.only([place for place in mention.known if place.country is Country.RU])
        if len(mention.countries) > 1
        else mention
    )


def _side(mention: Mention, country: Country) -> bool:
    known: tuple[Place | OtherPlace, ...] = mention.places or mention.others
    return bool(known) and all(place.country is country for place in known)


def _wrong_pairs(
    alone: list[Mention], without_tie: list[Mention], us_paired: bool
) -> tuple[list[tuple[Mention, Mention]], list[Mention], list[Mention]]:
    """Put each lone U.S. name with each lone Russian one: they were asked for as a pair and are none."""
    us = [mention for mention in alone if not _side(mention, Country.RU)]
    us += [mention for mention in without_tie if _side(mention, Country.US)]
    ru = [mention for mention in (*alone, *without_tie) if _side(mention, Country.RU)]
    us = [mention for mention in us if not mention.is_state] or us
    if not us or not ru or us_paired:
        return [], alone, without_tie
    pairs = [(a, b) for a in us for b in ru][:_MOST_WRONG_PAIRS]
    used = {id(mention) for pair in pairs for mention in pair}
    return pairs, [m for m in alone if id(m) not in used], [m for m in without_tie if id(m) not in used]
