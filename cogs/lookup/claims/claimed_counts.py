"""Numbers and shares that a text states, each held against the record's own count. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_numbers import Number
from cogs.lookup.claims.claimed_ties import claimed_filter, not_ended_of, told_besides
from cogs.lookup.lists import comparison_sentences
from cogs.lookup.lists.filters import Part, fitting
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.model import Look
from cogs.wording.blocks import Line
from db.record.register import Register
from db.record.standings import Standing

# A share so far from the record's in per cent is the same, rounded; a rough one so far may be.
_EXACT, _NEAR = 1, 5
# A number from this on is looked up in what people said and in the explanations: there it may be somebody's own count.
FOUND_BY = 10
_OF_STATES = re.compile(r"states|штат\w*")


def number_line(number: Number, clause: Clause, register: Register, today: date) -> tuple[Line, bool]:
    """What the record counts where a text gives a number, and whether that is the number."""
    chosen = claimed_filter(clause, today)
    fits = fitting(chosen, register)
    of_states = _OF_STATES.fullmatch(number.counted) is not None
    states = len({register.state_of(tie) for tie in fits}) if of_states else 0
    holds = number.holds(states if of_states else len(fits)) if clause.is_all_read else None
    holds = None if number.of_deciders and not of_states else holds
    standing = [] if of_states else not_ended_of(chosen, register)
    if holds is False and any(number.holds(count) for count in range(len(fits), len(standing) + 1)):
        holds = None
    told = [claim_sentences.right_or_not(holds), list_sentence(chosen, fits, register)]
    told += [claim_sentences.not_ended(len(standing))] if standing else []
    told += [comparison_sentences.in_so_many_states(states)] if of_states else []
    told += told_besides(chosen, register)
    told += _same_number(number, register) if holds is False else []
    return Line(claim_sentences.after_name(*told), claim_sentences.quoted(number.quote)), bool(holds)


def _same_number(number: Number, register: Register) -> list[str]:
    """That a number is the record's count of ties of another standing, if it is."""
    same = [standing for standing, count in register.counts().items() if count == number.stated >= FOUND_BY]
    return [claim_sentences.count_of(number.stated, same[0])] if len(same) == 1 else []


def share_line(share: Number, clause: Clause, register: Register, today: date) -> Line:
    """What share the record has where a text gives one; of "cut", that of the ended, and with the suspended as well."""
    chosen = replace(claimed_filter(clause, today), share=True)
    cut = replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED), kinds=(), look=Look.BEHIND)
    both = [chosen, cut] if chosen.standings == (Standing.ENDED,) and not chosen.kinds else [chosen]
    fits = [fitting(each, register) for each in both]
    whole = len(fitting(chosen, register, Part.WHERE))
    holds = [_is_so_much(share, 100 * len(found) / whole) for found in fits if whole]
    right = None if len(set(holds)) != 1 or not clause.is_all_read else holds[0]
    told = [list_sentence(each, found, register) for each, found in zip(both, fits, strict=True)]
    return Line(
        claim_sentences.after_name(claim_sentences.right_or_not(right), *told, *told_besides(chosen, register)),
        claim_sentences.quoted(share.quote),
    )


def _is_so_much(share: Number, counted: float) -> bool | None:
    """Whether a share of the record, in per cent, is the one that a text gives; None for a rough one that is near.

    More than a half is more than a half: only a share without a bound may be a little off.
    """
    if share.is_bound:
        return share.holds(counted)
    near = abs(round(counted) - share.stated)
    if share.holds(round(counted)) is None:
        return None if _EXACT < near <= _NEAR else near <= _EXACT
    return near <= _EXACT
