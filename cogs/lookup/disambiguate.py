"""From the names in a question to ties: which places are meant, which are paired, which are not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from cogs.lookup.mentions import Mention
from cogs.lookup.question import Question
from db.record.models import Country, OtherPlace, Place, PlaceKind, Tie
from db.record.register import Register

_MOST_WRONG_PAIRS = 3
# So many words that are neither names nor of the vocabulary are talk of something else.
_TALK = 3


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a question's names come to.

    ``paired``: ties both of whose places were named, or that one name comes to by what was ruled out or said with it.
    ``wrong``: a U.S. and a Russian mention that are no pair. ``alone``: mentions of register places named without a
    partner; more than one place means "which one?". ``untied``: mentions that fit only places without a tie.
    ``elsewhere``: names said to lie where none is known. ``denied``: the ids of the places that were ruled out.
    """

    paired: tuple[Tie, ...] = ()
    wrong: tuple[tuple[Mention, Mention], ...] = ()
    alone: tuple[Mention, ...] = ()
    untied: tuple[Mention, ...] = ()
    elsewhere: tuple[Mention, ...] = ()
    denied: frozenset[str] = frozenset()

    @property
    def named_below_state(self) -> bool:
        """Whether a register place below the level of a state was named without its partner."""
        return any(place.kind is not PlaceKind.STATE for mention in self.alone for place in mention.places)

    def without_states(self) -> Resolution:
        """The same without the lone names of states: they narrow a list instead."""
        return replace(self, alone=tuple(mention for mention in self.alone if not mention.is_state))


def resolve(question: Question, register: Register) -> Resolution:
    """Match the mentions of a question with each other, its states and its negations."""
    denied = frozenset(place.id for mention in question.mentions if mention.negated for place in mention.places)
    mentions = [_by_states(mention, question) for mention in _kept(question, register)]
    paired, used = _pairs(mentions, register)
    rest = [mention for i, mention in enumerate(mentions) if i not in used]
    alone: list[Mention] = []
    for mention in rest:
        left = _ties_left(mention, denied, question, register)
        paired += [tie for tie in left if tie not in paired]
        if mention.places and not left:
            alone.append(mention)
    untied = [mention for mention in rest if not mention.places and mention.others]
    if any(_side(mention, Country.US) for mention in (*alone, *untied)):
        alone = [_russian_side(mention) for mention in alone]
    us_paired = any(Country.US in mentions[i].countries for i in used)
    wrong, alone, untied = _wrong_pairs(alone, untied, us_paired)
    elsewhere = tuple(mention for mention in rest if mention.elsewhere)
    return Resolution(tuple(paired), tuple(wrong), tuple(alone), tuple(untied), elsewhere, denied)


def _ties_left(mention: Mention, denied: frozenset[str], question: Question, register: Register) -> list[Tie]:
    """The ties that a lone name comes to: where others were ruled out, a state was said, or there is only one."""
    ties = list({tie.id: tie for place in mention.places for tie in register.ties_of(place.id)}.values())
    left = [tie for tie in ties if tie.us not in denied and tie.ru not in denied]
    if _side(mention, Country.RU) and question.all_states:
        left = [tie for tie in left if register.state_of(tie) in question.all_states] or left
    if left and len(left) < len(ties):
        return left
    return ties if len(ties) == 1 and len(mention.places) > 1 else []


def _kept(question: Question, register: Register) -> list[Mention]:
    """The mentions that count, without what was excluded and without weaker repetitions of the same name."""
    wanted = [mention for mention in question.mentions if not mention.negated]
    denied = {place.id for mention in question.mentions if mention.negated for place in mention.places}
    if not any(mention.places for mention in wanted) and len(denied) == 1 and not question.all_states:
        wanted, denied = _the_other_one(question, next(iter(denied)), register)
    out = [_without(mention, denied, question.excluded_states) for mention in wanted]
    if any(not mention.weak for mention in out):
        out = [m for m in out if not m.weak or m.qualified or _has_partner(m, out, register)]
    return _merged([mention for mention in out if not _is_talk(mention, out, question, register)], register)


def _is_talk(mention: Mention, others: Sequence[Mention], question: Question, register: Register) -> bool:
    """Whether a name stands in talk of something else, and is not asked about."""
    if mention.qualified or _has_partner(mention, others, register):
        return False
    if mention.weak and not mention.places:
        return len(question.words) > _TALK
    if question.on_subject or (question.asks_for_something and not mention.weak):
        return False
    return len(question.asides) >= (1 if mention.plain else _TALK if mention.places else _TALK - 1)


def _the_other_one(question: Question, denied: str, register: Register) -> tuple[list[Mention], set[str]]:
    """Only a place that was ruled out is named: its namesakes are meant, or the "not" belongs to something else."""
    base = next(mention for mention in question.mentions if mention.negated and mention.places)
    namesakes = [p for p in register.record.places.values() if p.id != denied and p.name == register.place(denied).name]
    if namesakes and base.qualified:
        return [replace(base, places=tuple(namesakes), others=(), negated=False)], set()
    return [replace(mention, negated=False) for mention in question.mentions], set()


def _has_partner(mention: Mention, others: Iterable[Mention], register: Register) -> bool:
    return any(other is not mention and _ties_between(mention, other, register) for other in others)


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


def _by_states(mention: Mention, question: Question) -> Mention:
    """The places of an open name that lie in a state named anywhere in the question; all of them, if none does."""
    if mention.qualified or len(mention.known) < 2:
        return mention
    fits = [place for place in mention.known if place.state and place.state in question.all_states]
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
    alone: list[Mention], untied: list[Mention], us_paired: bool
) -> tuple[list[tuple[Mention, Mention]], list[Mention], list[Mention]]:
    """Put each lone U.S. name with each lone Russian one: they were asked for as a pair and are none."""
    us = [mention for mention in alone if not _side(mention, Country.RU)]
    us += [mention for mention in untied if _side(mention, Country.US)]
    ru = [mention for mention in (*alone, *untied) if _side(mention, Country.RU)]
    us = [mention for mention in us if not mention.is_state] or us
    if not us or not ru or us_paired:
        return [], alone, untied
    pairs = [(a, b) for a in us for b in ru][:_MOST_WRONG_PAIRS]
    used = {id(mention) for pair in pairs for mention in pair}
    return pairs, [m for m in alone if id(m) not in used], [m for m in untied if id(m) not in used]
