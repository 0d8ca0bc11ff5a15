"""Ties with Ukraine that are narrowed: of states, ended, of an oblast, of a time, in the place of Russian ones.

The words for it are in ``data/vocabulary/ukraine.toml``. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from cogs.lookup import blocks, ukraine_sentences
from cogs.lookup.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.question import Question
from cogs.lookup.spans import Period, within
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import ends_of_sentences
from cogs.wording.names import pair_name, state_names
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.derivation import INVASION
from db.record.models import Country, Tie, UkraineTie
from db.record.register import Register
from db.record.standings import CUT, Standing
from db.record.vocabulary import vocabulary

# So many are told at most.
_MOST_TOLD, _MOST_STATES = 20, 12
# In a longer text a state and Ukraine may be named for something else.
_MOST_WORDS = 8
# How the note on a tie with Russia tells of a partner in Ukraine.
_PARTNER_NOTED = re.compile(
    r"(?=.*\bUkrain)(?=.*\b(?:sister city|partnership city|paired with|links?|signed|agreement|memorandum)\b)",
    re.DOTALL,
)
_TAKES_IN: Mapping[str, Callable[[UkraineTie], bool]] = {
    "state": lambda tie: tie.is_of_state,
    "ended": lambda tie: tie.status in {"ended", "inactive"},
    "intent": lambda tie: tie.status == "intent",
    "friendship": lambda tie: tie.status == "friendship",
    "occupied": lambda tie: tie.ua_note is not None,
    "unsure": lambda tie: tie.status == "unknown" or tie.weak,
    "since_invasion": lambda tie: tie.since is not None and tie.since.first >= INVASION,
}


@dataclass(frozen=True, slots=True)
class _Words:
    """How ties with Ukraine are asked for, each narrowing in words, as the vocabulary has them."""

    of_partners: Phrases
    of_petition: Phrases
    having: Phrases
    without_crimea: Phrases
    signed: Phrases
    by_state: Phrases
    swapped: Phrases
    own: Phrases
    both: Phrases
    facets: PhraseTable[str]
    oblasts: PhraseTable[str]
    says: Mapping[str, str]


@cache
def _words() -> _Words:
    table = vocabulary("ukraine")
    return _Words(
        phrases("\n".join(table["of_partners"])),
        phrases("\n".join(table["of_petition"])),
        phrases("\n".join(table["having"])),
        phrases("\n".join(table["without_crimea"])),
        phrases("\n".join(table["signed"])),
        phrases("\n".join(table["by_state"]["asked"])),
        phrases("\n".join(table["swapped"]["asked"])),
        phrases("\n".join(table["swapped"]["own"])),
        phrases("\n".join(table["both"]["asked"])),
        PhraseTable({name: phrases("\n".join(row["asked"])) for name, row in table["facets"].items()}),
        PhraseTable({name: phrases("\n".join(asked)) for name, asked in table["oblasts"].items()}),
        {name: row["says"] for name, row in table["facets"].items()},
    )


@dataclass(frozen=True, slots=True)
class UkraineAsked:
    """What a question narrows the ties with Ukraine by; ``states`` are names, ``oblasts`` those of the record."""

    facets: tuple[str, ...] = ()
    oblasts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    period: Period | None = None
    by_state: bool = False
    swapped: bool = False
    both: bool = False
    crimea: bool = True

    def has(self, tie: UkraineTie) -> bool:
        """Whether a tie is one of those asked for."""
        return (
            all(_TAKES_IN[facet](tie) for facet in self.facets)
            and (self.crimea or not tie.ua_crimea)
            and (not self.oblasts or tie.ua_oblast in self.oblasts)
            and (not self.states or tie.us_state in self.states)
            and (
                self.period is None
                or (tie.since is not None and within(tie.since, self.period.since, self.period.until))
            )
        )


def ukraine_asked(question: Question, register: Register) -> UkraineAsked | None:
    """What the ties with Ukraine are narrowed by in a question; None where it asks for none, or for all alike.

    With a Russian or a tied American place named, its own ties are asked about.
    """
    words, joined = _words(), question.joined
    if any(mention.places for mention in question.mentions) or question.speakers or words.of_petition.search(joined):
        return None
    if question.standings and words.having.search(joined):
        # "Those that ended, how many have a Ukrainian partner now": the ties with Russia are asked for.
        return None
    if words.both.search(joined) and not (question.mentions or question.all_states):
        return UkraineAsked(both=True)
    oblasts = tuple(words.oblasts.found(joined))
    if not (oblasts or words.of_partners.search(joined)):
        return None
    named = [it for mention in question.mentions if not mention.negated for it in mention.others]
    if any(it.country is Country.US for it in named) or (named and not oblasts):
        return None
    facets = tuple(words.facets.found(joined))
    by_state, swapped = words.by_state.search(joined) is not None, _is_swapped(joined)
    signed = question.period is not None and words.signed.search(joined)
    short = len(question.words) <= _MOST_WORDS
    of_states = short and question.all_states and not (question.standings or question.narrowing.narrows)
    if not (facets or oblasts or by_state or swapped or signed or of_states):
        return None
    if by_state:
        facets = tuple(facet for facet in facets if facet != "state")
    states = tuple(state_names(question.all_states, register))
    period = None if "since_invasion" in facets else question.period
    crimea = words.without_crimea.search(joined) is None
    return UkraineAsked(facets, oblasts, states, period, by_state=by_state, swapped=swapped, crimea=crimea)


def _is_swapped(joined: str) -> bool:
    """Whether it is asked who took a Ukrainian partner for a Russian one, and not how one's own place can."""
    return _words().swapped.search(joined) is not None and _words().own.search(joined) is None


def narrowed_part(asked: UkraineAsked, register: Register, citations: Citations) -> TextBlock:
    """The ties with Ukraine that are asked for: how many, and which, or how many each state has."""
    if asked.both:
        return _both_part(register, citations)
    if asked.swapped:
        return _swapped_part(register, citations)
    ties = register.record.ukraine_ties.values()
    found = sorted((tie for tie in ties if asked.has(tie)), key=_age)
    by = [*_narrowed_by(asked)]
    head = [Line(ukraine_sentences.narrowed(len(found), len(ties), by))] if by else []
    lines = [blocks.ukraine_line(tie, citations) for tie in found[:_MOST_TOLD]]
    if len(found) > _MOST_TOLD:
        lines.append(Line(ukraine_sentences.more_ties(len(found) - _MOST_TOLD)))
    counted = Counter(tie.us_state for tie in found) if asked.by_state else Counter()
    most = [Line(ukraine_sentences.of_states(counted.most_common(_MOST_STATES), len(counted)))] if counted else []
    shown = lines if asked.oblasts or not asked.by_state else []
    return TextBlock((*most, *head, *shown), ukraine_sentences.UKRAINIAN_PARTNERS)


def _age(tie: UkraineTie) -> tuple[bool, int]:
    """The newest first, then those of no known date."""
    return tie.since is None, -tie.since.first.toordinal() if tie.since else 0


def _narrowed_by(asked: UkraineAsked) -> Iterator[str]:
    yield from (_words().says[facet] for facet in asked.facets)
    if not asked.crimea:
        yield ukraine_sentences.NOT_IN_CRIMEA
    for oblast in asked.oblasts:
        yield ukraine_sentences.in_oblast(oblast)
    for state in asked.states:
        yield ukraine_sentences.in_state(state)
    if asked.period is not None:
        yield ukraine_sentences.MADE_IN_THAT_TIME


def _swapped_part(register: Register, citations: Citations) -> TextBlock:
    """The places whose tie with Russia was ended or suspended and that have a Ukrainian partner, those made since the
    invasion first; then the places that have both, and no such act.
    """
    both = {
        tie.id: (tie, register.ukraine_ties_of(tie.us))
        for tie in register.record.ties.values()
        if register.ukraine_ties_of(tie.us)
    }
    cut = [(tie, own) for tie, own in both.values() if register.status(tie.id).standing in CUT]
    cut.sort(key=lambda each: not any(map(_TAKES_IN["since_invasion"], each[1])))
    lines = [line for tie, own in cut for line in _beside(tie, own, register, citations)]
    others = [pair_name(tie, register) for tie, _ in both.values() if register.status(tie.id).standing not in CUT]
    told = [Line(ukraine_sentences.no_swap_on_record(len(cut))), *lines]
    if others:
        told.append(Line(ukraine_sentences.both_and_not_cut(others)))
    return TextBlock(tuple(told), ukraine_sentences.UKRAINIAN_PARTNERS)


def _both_part(register: Register, citations: Citations) -> TextBlock:
    """The places with a partner in Ukraine whose tie with Russia neither ended nor is suspended, the active first, with
    those whose partner a note tells of. Then the ties of places with both that were ended or suspended.
    """
    ties = sorted(
        register.record.ties.values(), key=lambda tie: register.status(tie.id).standing is not Standing.ACTIVE
    )
    beside = {tie.id: own for tie in ties if (own := register.ukraine_ties_of(tie.us))}
    cut = [pair_name(tie, register) for tie in ties if tie.id in beside and register.status(tie.id).standing in CUT]
    lines: list[Line] = []
    count = 0
    for tie in ties:
        noted = ukrainian_partner_noted(tie)
        if register.status(tie.id).standing in CUT or not (tie.id in beside or noted):
            continue
        count += 1
        if tie.id in beside:
            lines += _beside(tie, beside[tie.id], register, citations)
        else:
            lines += [Line(tie_line(tie, register)), Line(noted)]
    told = [Line(ukraine_sentences.both_on_record(count)), *lines]
    if cut:
        told.append(Line(ukraine_sentences.both_but_cut(cut)))
    return TextBlock(tuple(told), ukraine_sentences.UKRAINIAN_PARTNERS)


def ukrainian_partner_noted(tie: Tie) -> str:
    """The sentence of a tie's note that tells of a partner of the American place in Ukraine; empty for none."""
    starts = [0, *ends_of_sentences(tie.note or "")]
    sentences = [(tie.note or "")[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return next((each.strip() for each in sentences if _PARTNER_NOTED.search(each)), "")


def _beside(tie: Tie, own: Sequence[UkraineTie], register: Register, citations: Citations) -> Iterator[Line]:
    yield Line(tie_line(tie, register))
    for each in sorted(own, key=attrgetter("id")):
        yield blocks.ukraine_line(each, citations)
