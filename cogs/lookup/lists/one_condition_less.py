"""What there is where no tie fits all that is asked: the ties that fit with one condition left out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cogs.lookup.lists.filters import fitting
from cogs.lookup.model import Look, TieFilter
from cogs.lookup.steps import Steps
from db.record.models import Tie
from db.record.register import Register

# Of fewer conditions it is told otherwise what there is. So many of the nearest lists are told; one of half the ties
# on record tells nothing.
_FEWEST_CONDITIONS, _MOST_LISTS = 3, 3


# A list that comes near to an empty one, and its ties.
Near = tuple[TieFilter, Sequence[Tie]]


def with_one_condition_less_steps(chosen: TieFilter, register: Register) -> Steps[Sequence[Near]]:
    """The lists that come nearest to an empty one, each with its ties: what fits all conditions but one, the shortest
    first; a list at a step. None where fewer than three conditions narrow the list.
    """
    fewer = [*_without_one(chosen)]
    if len(fewer) < _FEWEST_CONDITIONS:
        return []
    found: list[Near] = []
    for each in fewer:
        found.append((each, fitting(each, register)))
        yield
    telling = [each for each in found if 0 < len(each[1]) < len(register.record.ties) / 2]
    return sorted(telling, key=lambda each: len(each[1]))[:_MOST_LISTS]


def _without_one(chosen: TieFilter) -> Iterator[TieFilter]:
    """A filter with each of its conditions left out in turn, but for where the ties are."""
    plain = TieFilter()
    for trait in chosen.traits:
        yield replace(chosen, traits=tuple(each for each in chosen.traits if each is not trait))
    for name in ("standings", "authorities", "how", "levels", "conditions", "not_so"):
        if getattr(chosen, name) != getattr(plain, name):
            yield replace(chosen, **{name: getattr(plain, name)})
    if chosen.kinds and chosen.look is Look.ACTS:
        yield replace(chosen, kinds=())
    if chosen.since or chosen.until:
        yield replace(chosen, since=None, until=None, founded=False, as_of=None)
