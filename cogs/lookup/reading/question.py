"""What was understood of a question. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import field

from cogs.lookup.model import Trait
from cogs.lookup.reading.asked_intents import asks_who_signed, is_long_ago, signs_with_ukraine
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.narrowing import NOTHING_NARROWED, Narrowing
from cogs.lookup.times.spans import Period
from db.record.authorities import Authority
from db.record.elsewhere import Abroad
from db.record.levels import Level
from db.record.mentions import Mention
from db.record.models import UsRegion
from db.record.people import Speaker
from db.record.standings import Standing
from db.record.text import Token
from db.record.values import value

_THRICE = 3
# What may be asked of anything.
_OF_ANYTHING = frozenset({
    Intent.SAID, Intent.GREETING, Intent.LIST, Intent.LATEST, Intent.EARLIEST, Intent.WHEN, Intent.COUNT, Intent.OWN,
    Intent.ABOUT, Intent.MEANING, Intent.REASONS, Intent.WHY_IT_STANDS, Intent.WHY_UNDECIDED, Intent.WORDS,
    Intent.ARGUING, Intent.BOT, Intent.BEGINNING, Intent.VOTE, Intent.CLAIM, Intent.SEQUENCE,
})  # fmt: skip


@value
class Question:
    """All that was understood of a question.

    ``made`` is the time in which ties were made, where what was done since is asked of another, the ``period``.
    ``against``: how ties stand that those asked for are set against. ``with_others``: all other ties are asked for too.
    ``by_meaning``: a list is asked for by what is known by its meaning alone.
    ``unknown`` are words that look like names and fit nothing. ``asides`` are words that are neither names nor of the
    vocabulary: what else is talked of; ``passed_over`` those that are some place's name and stand for none there.
    ``claimed`` are the words by which standings and kinds of act are asked for, ``said`` those of each standing,
    decider and level, ``of_lists`` all by which a list is narrowed; ``repairs`` are mistyped words, each with how it
    was read; ``joined`` are the normalised words, joined by blanks.
    """

    text: str
    words: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    states: tuple[str, ...] = ()
    states_within: tuple[str, ...] = ()
    excluded_states: tuple[str, ...] = ()
    regions: tuple[UsRegion, ...] = ()
    standings: tuple[Standing, ...] = ()
    excluded_standings: tuple[Standing, ...] = ()
    against: frozenset[Standing] = frozenset()
    with_others: bool = False
    authorities: tuple[Authority, ...] = ()
    levels: tuple[Level, ...] = ()
    intents: frozenset[Intent] = frozenset()
    period: Period | None = None
    made: Period | None = None
    narrowing: Narrowing = NOTHING_NARROWED
    by_meaning: bool = False
    unknown: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    on_subject: bool = False
    off_subject: bool = False
    speakers: tuple[Speaker, ...] = ()
    without_speakers: tuple[Speaker, ...] = ()
    abroad: tuple[Abroad, ...] = ()
    said: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)
    claimed: frozenset[str] = frozenset()
    of_lists: frozenset[str] = frozenset()
    repairs: tuple[tuple[str, str], ...] = ()
    joined: str = field(init=False, repr=False, compare=False)
    # The postal codes of the states named, and of those in the regions named, without the excluded ones.
    all_states: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "joined", " ".join([word.norm for word in self.words]))
        codes = dict.fromkeys([*self.states, *(code for region in self.regions for code in region.states)])
        object.__setattr__(self, "all_states", tuple(code for code in codes if code not in self.excluded_states))

    def has_any_of(self, norms: Set[str]) -> bool:
        """Whether one of its words, normalised, is among these: that is asked of each tie that is told."""
        return not norms.isdisjoint([word.norm for word in self.words])

    @property
    def is_of_agreements(self) -> bool:
        """Whether what is signed is no petition: an agreement of long ago or with Ukraine, or what was ended."""
        with_ukraine = Trait.UKRAINIAN_PARTNER in self.narrowing.traits and bool(self.standings)
        signs = asks_who_signed(self.standings, self.joined) or signs_with_ukraine(self.joined)
        return with_ukraine or is_long_ago(self.period) or signs

    @property
    def narrows_thrice(self) -> bool:
        """Whether so much is asked of ties that a list is meant: how they stand, who decided, on what condition."""
        narrowing = self.narrowing
        decided = self.authorities or narrowing.how
        traits = {*narrowing.traits} - {Trait.VOTED, Trait.NO_VOTE}
        asked = (self.standings, decided, narrowing.kinds, traits, self.period)
        return sum(map(bool, asked)) >= _THRICE

    @property
    def asks_for_something(self) -> bool:
        """Whether anything is asked about, besides the names: a standing, a time, a decider, a list, a subject."""
        return bool(
            self.standings
            or self.authorities
            or self.levels
            or self.period
            or self.narrowing.narrows
            or self.intents
            - {Intent.SAID, Intent.GREETING, Intent.REASONS, Intent.WORDS, Intent.ARGUING, Intent.BOT}
            - {Intent.CLAIM}
        )

    @property
    def asks_of_ties(self) -> bool:
        """Whether something is asked that only ties have: more than when, which, how many, or what is new."""
        return bool(
            self.standings or self.authorities or self.levels or self.narrowing.narrows or self.intents - _OF_ANYTHING
        )
