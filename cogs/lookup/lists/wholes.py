"""Whether all of some ties, or most, are as a question asks: "are all suspensions unanimous". Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cogs.lookup.claims.claimed_numbers import left_out_of_all
from cogs.lookup.lists import comparison_sentences
from cogs.lookup.lists.filters import fitting, set_rows
from cogs.lookup.lists.regions_asked import words_of_parts, words_of_region
from cogs.lookup.model import Look, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.reading.whose_word import words_of_deciders
from cogs.wording.blocks import TextBlock
from cogs.wording.names import pair_name
from db.record.models import Tie
from db.record.register import Register
from db.record.text import key

_ALL = said_for("lists", "wholes", "all")
_MOST = said_for("lists", "wholes", "most")
_OF_VOTES = said_for("lists", "wholes", "of_votes")
# "Which of the tallest are all …" asks for a list, and "are all three" counts.
_NO_WHOLE = said_for("lists", "wholes", "no_whole")
_OF_AN_OUTCOME = frozenset({Trait.UNANIMOUS, Trait.VOTED})
# "Every council vote unanimous?", "все голосования были единогласными?"
_ALL_AT_FIRST = LATE.compile(r"(?:all|every|each|уси|вси|все|кожн\w*|кажд\w*) ")
_HALF = 2
# So few others are named.
_MOST_NAMED = 8


def whole_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """Whether all, or most, of the ties that a question speaks of are as it asks; None where it asks no such thing.

    What it asks of them is what it says last: "are all Florida ties in Krasnodar Krai" asks it of those of Florida.
    """
    return told_of_whole(question, chosen, register) if asks_of_whole(question) else None


def told_of_whole(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The same, where it is known that a text asks or says it of all or most."""
    of_most = _MOST.search(question.joined) is not None
    if (
        Trait.UNANIMOUS in chosen.traits
        and {*chosen.traits} <= _OF_AN_OUTCOME
        and not (chosen.standings or chosen.kinds or of_most)
    ):
        return _of_votes(question, replace(chosen, traits=(Trait.UNANIMOUS,), authorities=(), how=None), register)
    without = _without_what_is_asked(question, chosen, register)
    if without is None:
        return None
    base, fits = fitting(without, register), {tie.id for tie in fitting(chosen, register)}
    there = [tie for tie in base if tie.id in fits]
    if not base or len(there) != len(fits):
        return None
    others = [pair_name(tie, register) for tie in base if tie.id not in fits]
    holds = len(there) * _HALF > len(base) if of_most else len(others) == left_out_of_all(question)
    named = others if 0 < len(others) <= _MOST_NAMED else []
    says = [row.says(without, register) for row in set_rows(without, register)]
    told = comparison_sentences.so_many_of_them(says, len(there), len(base), named, holds=holds)
    return TextBlock.saying(told)


def others_part(question: Question, fits: Sequence[Tie], register: Register) -> TextBlock | None:
    """How many others there are, and how they stand, where they are asked for too: "and which are not"."""
    if not question.with_others:
        return None
    of_those = {tie.id for tie in fits}
    others = [tie for tie in fitting(TieFilter(), register) if tie.id not in of_those]
    told = comparison_sentences.so_of_some(len(fits), len(others), register.counts(others))
    return TextBlock.saying(told)


def _of_votes(question: Question, chosen: TieFilter, register: Register) -> TextBlock:
    """Whether all votes were unanimous, of those whose outcome is on record."""
    fits, split = fitting(chosen, register), fitting(replace(chosen, traits=(Trait.SPLIT,)), register)
    others = [pair_name(tie, register) for tie in split]
    holds, base = len(others) == left_out_of_all(question), len(fits) + len(others)
    told = comparison_sentences.so_many_of_them(
        [comparison_sentences.WITH_AN_OUTCOME],
        len(fits),
        base,
        others if len(others) <= _MOST_NAMED else [],
        holds=holds,
    )
    return TextBlock.saying(told)


def asks_of_whole(question: Question) -> bool:
    """Whether something is asked of all or most of some ties, and no list of them: "are all of them in Siberia"."""
    joined = question.joined
    if _ALL_AT_FIRST.match(joined) and question.text.rstrip().endswith("?"):
        return True
    return bool((_ALL.search(joined) or _MOST.search(joined)) and not _NO_WHOLE.search(joined))


def _without_what_is_asked(question: Question, chosen: TieFilter, register: Register) -> TieFilter | None:
    """The filter without what is said last; None where it has only one part, or where that is no part of its own."""
    found = [(at, without) for words, without in _parts(question, chosen, register) if (at := _place(words, question))]
    if len(found) < _HALF:
        return TieFilter() if found and left_out_of_all(question) else None
    return max(found, key=lambda each: each[0])[1]


def _place(words: Collection[str], question: Question) -> int:
    """Where the last of some normalised words stands first, counted from one; 0 for none of them."""
    norms = [word.norm for word in question.words]
    return max((norms.index(word) + 1 for word in words if word in norms), default=0)


def _parts(question: Question, chosen: TieFilter, register: Register) -> Iterator[tuple[Collection[str], TieFilter]]:
    """The parts of a filter, each with its words and with the filter without it."""
    narrowing = question.narrowing
    if chosen.standings:
        said = frozenset[str]().union(*(question.said.get(it, ()) for it in chosen.standings))
        yield said - narrowing.trait_words, replace(chosen, standings=())
    elif chosen.kinds and question.standings:
        yield frozenset[str]().union(*question.said.values()) - narrowing.trait_words, replace(chosen, kinds=())
    if chosen.states:
        names = [register.record.states[code].name for code in chosen.states if code in register.record.states]
        yield {word for name in names for word in key(name).split()}, replace(chosen, states=(), where="")
    if chosen.region:
        yield words_of_parts(question) | words_of_region(question), replace(chosen, region="")
    if chosen.traits:
        yield narrowing.trait_words, replace(chosen, traits=())
    if chosen.authorities or chosen.how:
        words = words_of_deciders(question.joined, chosen.authorities) | _words_of_votes(question)
        yield words, replace(chosen, authorities=(), how=None)
    if (chosen.since or chosen.until) and chosen.look is Look.ACTS:
        digits = {word.norm for word in question.words if word.norm.isdigit()}
        yield digits, replace(chosen, since=None, until=None)


def _words_of_votes(question: Question) -> frozenset[str]:
    return words_matched(_OF_VOTES.finditer(question.joined))
