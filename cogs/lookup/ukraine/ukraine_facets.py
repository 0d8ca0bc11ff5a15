"""By what the ties with Ukraine can be narrowed in words: a table, and reading it from a question.

Facets of one group are alternatives, "friendship deals and letters of intent"; of different groups all must hold; one
that is ruled out, "no friendships", must not. The words for each are in ``data/vocabulary/ukraine.toml``. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.wording.english import either
from db.record.derivation import INVASION
from db.record.models import UkraineTie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value
from db.record.vocabulary import vocabulary

_LESSER = frozenset({"friendship", "intent", "partner"})
_GONE = frozenset({"ended", "inactive"})
_TAKES_IN: Mapping[str, Callable[[UkraineTie, Register], bool]] = {
    "state": lambda tie, _: tie.is_of_state,
    "county": lambda tie, _: tie.us_name.endswith("County"),
    "active": lambda tie, _: tie.status == "active",
    "ended": lambda tie, _: tie.status in _GONE,
    "unsure": lambda tie, _: tie.status == "unknown" or tie.weak,
    "weak": lambda tie, _: tie.weak,
    "wikipedia": lambda tie, _: "Wikipedia" in (tie.weak_reason or ""),
    "suspended": lambda tie, _: tie.status == "suspended",
    "sister": lambda tie, _: tie.status not in _LESSER,
    "lesser": lambda tie, _: tie.status in _LESSER,
    "intent": lambda tie, _: tie.status == "intent",
    "friendship": lambda tie, _: tie.status == "friendship",
    "memorandum": lambda tie, _: tie.status == "partner",
    "occupied": lambda tie, _: tie.ua_note is not None,
    "crimea": lambda tie, _: tie.ua_crimea,
    "since_invasion": lambda tie, _: made_since_invasion(tie),
    "before_russian": lambda tie, register: _is_older(tie, register) is True,
    "after_russian": lambda tie, register: _is_older(tie, register) is False,
    "never_russian": lambda tie, register: not (tie.us_place and register.ties_of(tie.us_place)),
}
# What compares a tie with the one with Russia of the same place.
OF_BOTH = frozenset({"never_russian", "before_russian", "after_russian"})
# Of what a tie is by one of these it is not by another.
_GROUPS = (
    frozenset({"active", "ended", "unsure", "weak", "suspended"}),
    frozenset({"sister", "lesser", "intent", "friendship", "memorandum"}),
)
# Which of them another takes in.
_TAKES_IN_PART = dict.fromkeys(("friendship", "intent", "memorandum"), "lesser")
# What is meant where it is denied: "no longer alive".
_DENIED = {"active": "ended"}
# How a tie with Ukraine stands, by the standings that are asked for.
_OF_STANDINGS = {
    Standing.ACTIVE: "active",
    Standing.ENDED: "ended",
    Standing.DORMANT: "ended",
    Standing.SUSPENDED: "suspended",
    Standing.UNCONFIRMED: "unsure",
}
# A facet is ruled out by a word so near before it.
_NEAR = 3
# What rules out one rules out the next that is so joined with it: "no friendships or letters of intent".
_NOT_ONE = re.compile(r"\b(?:ни од\w+|жодн\w*) (?:\w+ ){1,4}не (?:\w+ )?\w+$")
_JOINED = re.compile(r"(?: \S+){0,2} (?:and|or|nor|та|и|чи|або|или|ни|ані) (?:\S+ ){0,2}")


@value
class Facets:
    """What is asked for of the ties with Ukraine, and what is ruled out, by the names of the table."""

    asked: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.asked or self.ruled_out)

    def has(self, tie: UkraineTie, register: Register) -> bool:
        """Whether a tie is one of those that are asked for."""
        if any(_TAKES_IN[facet](tie, register) for facet in self.ruled_out):
            return False
        return all(any(_TAKES_IN[facet](tie, register) for facet in group) for group in self._groups())

    def says(self) -> Iterator[str]:
        """How an answer says what is asked for and what is ruled out, one condition at a time."""
        told = _words().says
        yield from (either([told[facet] for facet in group]) for group in self._groups())
        yield from (_words().says_not.get(facet) or f"not {told[facet]}" for facet in self.ruled_out)

    def without(self, *facets: str) -> Facets:
        """The same but for some of them."""
        return Facets(tuple(each for each in self.asked if each not in facets), self.ruled_out)

    @property
    def tells_standing(self) -> bool:
        """Whether it is asked for how the ties stand."""
        return not _GROUPS[0].isdisjoint(self.asked)

    @property
    def however_they_stand(self) -> Facets:
        """The same but for how the ties stand."""
        return self.without(*_GROUPS[0])

    def beside(self, more: Facets) -> Facets:
        """The same and those of ``more`` of which nothing is said yet; of one group the words come first."""
        said = {*self.asked, *self.ruled_out}
        said |= {facet for group in _GROUPS if not said.isdisjoint(group) for facet in group}
        asked, ruled_out = ([facet for facet in row if facet not in said] for row in (more.asked, more.ruled_out))
        return Facets((*self.asked, *asked), (*self.ruled_out, *ruled_out))

    def _groups(self) -> Iterator[Sequence[str]]:
        for group in _GROUPS:
            if alike := [facet for facet in self.asked if facet in group]:
                yield alike
        yield from ([facet] for facet in self.asked if facet not in chain.from_iterable(_GROUPS))


NO_FACETS = Facets()


@value
class _Words:
    asked: PhraseTable[str]
    denied: Phrases
    says: Mapping[str, str]
    says_not: Mapping[str, str]
    not_with: Mapping[str, Phrases]


@cache
def _words() -> _Words:
    table = vocabulary("ukraine")
    return _Words(
        PhraseTable({name: any_of(row["asked"]) for name, row in table["facets"].items()}),
        any_of(table["denied"]),
        {name: row["says"] for name, row in table["facets"].items()},
        {name: row["says_not"] for name, row in table["facets"].items() if "says_not" in row},
        {name: any_of(row["not_with"]) for name, row in table["facets"].items() if "not_with" in row},
    )


def facets_asked(joined: str) -> Facets:
    """The facets that normalised words ask for or rule out; of two in the same words the longer one."""
    asked: dict[str, None] = {}
    ruled_out: dict[str, None] = {}
    end, denied = 0, False
    for facet, match in _found(joined):
        if facet in _words().not_with and _words().not_with[facet].search(joined):
            continue
        so_joined = denied and _JOINED.fullmatch(joined, end, match.start()) is not None
        # "Ukrainian ties no longer alive" has what denies it within.
        upto = match.end() if facet in _DENIED else match.start()
        denied = so_joined or _is_denied(joined[end:upto])
        end = match.end()
        # "Ни один не разорван": who is so is asked, the "не" goes with the "ни".
        denied = denied and _NOT_ONE.search(joined[: match.end()]) is None
        if denied and facet in _DENIED:
            asked[_DENIED[facet]] = None
        else:
            (ruled_out if denied else asked)[facet] = None
    if {"sister", "lesser"} <= asked.keys():
        # All kinds are asked about, one against the other.
        asked = {facet: None for facet in asked if facet not in _GROUPS[1]}
    if "lesser" in asked:
        asked = {facet: None for facet in asked if facet == "lesser" or _TAKES_IN_PART.get(facet) != "lesser"}
    return Facets(tuple(asked), tuple(facet for facet in ruled_out if facet not in asked))


def words_of_facets(joined: str) -> frozenset[str]:
    """The normalised words by which facets are asked for or ruled out."""
    asked = (match for matches in _words().asked.found(joined).values() for match in matches)
    return words_matched((*asked, *_words().denied.finditer(joined)))


def facets_of_standings(standings: Sequence[Standing], joined: str) -> Facets:
    """The facets of the standings that are asked for of ties with Ukraine; denied ones as what they then mean."""
    named = dict.fromkeys(_OF_STANDINGS[standing] for standing in standings if standing in _OF_STANDINGS)
    if "active" in named and _words().denied.search(joined):
        named = dict.fromkeys(_DENIED.get(facet, facet) for facet in named)
    return Facets(tuple(named))


def _is_older(tie: UkraineTie, register: Register) -> bool | None:
    """Whether a tie was made before the one with Russia of the same place; None where that is not known, or none is."""
    russian = [each.since for each in register.ties_of(tie.us_place or "") if each.since]
    if tie.since is None or not russian:
        return None
    if tie.since.last.year < min(russian):
        return True
    return False if tie.since.first.year > min(russian) else None


def made_since_invasion(tie: UkraineTie) -> bool:
    """Whether a tie is surely of the time since the invasion."""
    return tie.since is not None and tie.since.last >= INVASION


def _found(joined: str) -> list[tuple[str, re.Match[str]]]:
    """Each facet with where it is asked for, in the order of the words; none within the words of another."""
    found = [(facet, match) for facet, matches in _words().asked.found(joined).items() for match in matches]
    found.sort(key=lambda each: (each[1].start(), -each[1].end()))
    kept: list[tuple[str, re.Match[str]]] = []
    for facet, match in found:
        if not any(_is_within(match, other) for _, other in kept):
            kept.append((facet, match))
    return kept


def _is_within(match: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= match.start() and match.end() <= other.end() and match.span() != other.span()


def _is_denied(before: str) -> bool:
    """Whether what stands before a facet, behind the one before it, rules it out."""
    return _words().denied.search(" ".join(before.split()[-_NEAR:])) is not None
