"""What a text says of all, none, most or only some of the ties, held against the record. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup import (
    claim_sentences,
)
from cogs.lookup.claim_parts import OF_ORDER, Clause
from cogs.lookup.claimed_numbers import words_around
from cogs.lookup.claimed_of_tie import is_right_beside
from cogs.lookup.claimed_order import began, in_order, ranked, years_of
from cogs.lookup.claimed_ties import (
    MOST_NAMED,
    ORDERS,
    RANKS,
    claimed_filter,
    names_of,
    not_ended_of,
    that_may_stand,
    told_besides,
)
from cogs.lookup.filters import Part, fitting
from cogs.lookup.lists import list_sentence
from cogs.lookup.model import TieFilter
from cogs.lookup.patterns import phrases
from cogs.wording.blocks import Line
from cogs.wording.english import listed_apart
from cogs.wording.names import pair_name
from cogs.wording.status import tie_line
from db.record.models import Tie
from db.record.register import Register

_BY_AGE = frozenset({"oldest", "youngest"})
_VOTES_AGAINST = phrases("votes? ..1 (against|no); voted ..2 (against|no); голос* ..2 проти; голос* ..2 против")


def quantified(clause: Clause, own: Sequence[Tie], register: Register, today: date) -> Iterator[tuple[str, Line]]:
    """What the record has where a text says "only", "all", "none", "most" or "the first"."""
    name, words = clause.quantifier
    of_names = own and name not in OF_ORDER
    says = clause.says_something or clause.says_that_some_acted or (own and name in OF_ORDER)
    if not name or not says or of_names or clause.question.speakers:
        return
    chosen = claimed_filter(clause, today)
    if name in RANKS:
        ordered = replace(chosen, sort=RANKS[name][0], order=RANKS[name][1])
        if years_of(clause) & began(own):
            # The year is when the tie that is named began, and no bound of those it is held against.
            ordered = replace(ordered, since=None, until=None)
        sure = clause.is_all_read and (name not in _BY_AGE or years_of(clause) <= began(own))
        yield from ranked(words_around(clause.question, words), ordered, own, register, sure=sure)
        return
    if not own and name == "only" and clause.question.all_states:
        own = fitting(replace(chosen, states=clause.question.all_states), register)
        # Whether others did is looked for everywhere: "the only votes against it came from Alaska".
        chosen = replace(chosen, states=())
    quote = words_around(clause.question, words)
    if name in ORDERS:
        yield from in_order(
            quote, name, chosen, own, register, sure=clause.is_all_read and is_right_beside(clause, own, register)
        )
        return
    if not own and clause.offices:
        told_by = [list_sentence(each, fitting(each, register), register) for each in _by_office(chosen, clause)]
        yield quote, Line(claim_sentences.after_name(*told_by), claim_sentences.quoted(quote))
        return
    fits = fitting(chosen, register)
    if name == "only" and clause.only_partner is not None:
        yield quote, _only_of_place(quote, fits, own, register, sure=clause.is_all_read)
        return
    if name == "only":
        sure = clause.is_all_read and not _speaks_of_lost_votes(clause)
        yield from _only(quote, chosen, fits, own, register, sure=sure)
        return
    base = len(fitting(chosen, register, Part.WHERE))
    right = _holds(name, len(fits), base) if clause.is_all_read else None
    if right is False and name != "none" and _holds(name, len(not_ended_of(that_may_stand(chosen), register)), base):
        right = None
    told_of = [claim_sentences.right_or_not(right), list_sentence(chosen, fits, register), *names_of(fits, register)]
    yield (
        quote,
        Line(claim_sentences.after_name(*told_of, *told_besides(chosen, register)), claim_sentences.quoted(quote)),
    )


def _by_office(chosen: TieFilter, clause: Clause) -> Iterator[TieFilter]:
    """What each office that a claim names decided of what it takes in."""
    for authority in clause.offices:
        yield replace(chosen, authorities=(authority,), how=None)


def _only(
    quote: str, chosen: TieFilter, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether others are on record besides those that a text says are the only ones; ``sure``: all of it was read."""
    if not own:
        return
    named = {tie.id for tie in own}
    others = [tie for tie in fits if tie.id not in named]
    right = claim_sentences.right_or_not(not others and all(tie in fits for tie in own) if sure or others else None)
    told = [right, list_sentence(chosen, fits, register)]
    if others:
        told.append(claim_sentences.others_fit([pair_name(tie, register) for tie in others[:MOST_NAMED]], len(others)))
    yield quote, Line(claim_sentences.after_name(*told, *told_besides(chosen, register)), claim_sentences.quoted(quote))


def _only_of_place(quote: str, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool) -> Line:
    """Whether of an American place's ties the one that is named alone is as claimed, with how each of them stands."""
    named = {tie.id for tie in own}
    ties = [tie for us in dict.fromkeys(tie.us for tie in own) for tie in register.ties_of(us)]
    holds = {tie.id for tie in ties if tie in fits} == named
    stand = listed_apart([tie_line(tie, register) for tie in ties])
    right = claim_sentences.right_or_not(holds if sure or not holds else None)
    return Line(claim_sentences.after_name(right, f"{stand}."), claim_sentences.quoted(quote))


def _holds(name: str, fits: int, base: int) -> bool:
    return {"all": fits == base, "none": fits == 0, "most": 2 * fits > base}[name]


def _speaks_of_lost_votes(clause: Clause) -> bool:
    """Whether a claim is of votes against something, which no filter of ties holds."""
    return _VOTES_AGAINST.search(clause.question.joined) is not None
