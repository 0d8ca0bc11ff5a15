"""Whether a tie is the first, the last, the oldest or the largest, as a text says. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.claimed_ties import ORDERS
from cogs.lookup.lists.filters import fitting, fitting_steps
from cogs.lookup.lists.lists import chosen_ties, first_of, list_sentence, roughly_first
from cogs.lookup.model import TieFilter
from cogs.lookup.steps import Steps
from cogs.wording.blocks import Line
from cogs.wording.english import paragraph
from db.record.act_kinds import ACT_KINDS
from db.record.levels import Level
from db.record.models import Tie
from db.record.register import Register

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def in_order(
    quote: str, name: str, chosen: TieFilter, own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line] | None]:
    """Whether a tie is the first or the last of its kind; of one that ended, also among those that ended. None between
    two steps.
    """
    ordered = replace(chosen, order=ORDERS[name], since=None, until=None)
    if own and all(tie.level is Level.SISTER_STATE for tie in own):
        # A state is held against all others: its name is no bound of what is looked at.
        ordered = replace(ordered, states=())
    yield from _looked_for(ordered, register)
    yield from ranked(quote, ordered, own, register, sure=sure)
    made = {ACT_KINDS[kind].leads_to: kind for kind in ordered.kinds} if len(ordered.kinds) > 1 else {}
    standing = register.status(own[0].id).standing if own else None
    if standing is not None and (kind := made.get(standing)):
        alike = replace(ordered, kinds=(kind,))
        yield from _looked_for(alike, register)
        if (told := first_of(alike, register)) and told != first_of(ordered, register):
            among = claim_sentences.of_those(standing)
            yield f"{quote} {among}", Line(claim_sentences.after_name(told), among)


def _looked_for(chosen: TieFilter, register: Register) -> Steps[None]:
    """Find the ties of a filter step by step, before they are told of."""
    yield
    yield from fitting_steps(chosen, register)
    yield


def years_of(clause: Clause) -> set[int]:
    """The years that a claim names."""
    return {int(year) for year in _YEAR.findall(clause.text)}


def began(ties: Sequence[Tie]) -> set[int]:
    """The years in which ties began."""
    return {tie.since for tie in ties if tie.since}


def ranked(
    quote: str, ordered: TieFilter, own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether the ties of a place have the first of an order; ``sure``: all of the claim was read and holds."""
    if told := first_of(ordered, register):
        ties = chosen_ties(ordered, register)
        roughly = roughly_first(ties, ordered, register)
        named = [tie for tie in own if tie.level is not Level.SISTER_STATE] or own
        is_it = ties[0] in named if named and not (roughly and {*ties[:2]} & {*named}) else None
        is_it = is_it if sure or not is_it else None
        told = paragraph([told, roughly])
        among = list_sentence(ordered, fitting(ordered, register), register) if ordered.states else ""
        yield (
            quote,
            Line(
                claim_sentences.after_name(claim_sentences.right_or_not(is_it), told, among),
                claim_sentences.quoted(quote),
            ),
        )
