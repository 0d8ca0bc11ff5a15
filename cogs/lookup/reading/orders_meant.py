"""By what a list is sorted as the meaning of a question has it, beside the orders that its phrases say. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.model import SortBy
from cogs.lookup.reading.asked_sorting import ASKED_SORTS
from cogs.lookup.reading.concepts import concepts
from cogs.lookup.reading.meanings import Meant, Ordering
from db.record.values import value

# The concepts of a tie that is made, and those beside which something else is done.
_MAKING = ("takes_a_partner", "was_made", "new_tie")
_ELSE_DONE = "decided_on"
# What an order is said with, and which says none: "по населению".
_OF_NO_ORDER = frozenset({"по", "за", "by", "the", "in", "of"})


@value
class OrderMeant:
    """An order that is known by its meaning, with the normalised words that say it."""

    says: Ordering
    words: frozenset[str]


def order_meant(sorts: Sequence[Ordering], meant: Sequence[Meant], joined: str) -> OrderMeant | None:
    """The order that is meant by all the words in which phrases find another, which are in ``sorts``; None, if none is.

    What was not searched for the longest is what was searched longest ago: nothing is denied there.
    """
    for each in meant:
        if not isinstance(each.says, tuple) or (each.denied and each.says[0] is not SortBy.SEARCHED):
            continue
        by = each.says[0]
        found = (match for sort in sorts if sort[0] is not by for match in ASKED_SORTS[sort].finditer(joined))
        words = (word for match in found for word in match.group().split())
        if each.words.issuperset(word for word in words if word not in _OF_NO_ORDER):
            return OrderMeant(each.says, each.words)
    return None


def speaks_of_making(joined: str) -> bool:
    """Whether normalised words speak of ties that are made, and of nothing that was decided on them since: "who twinned
    with Russia last year".
    """
    known = concepts("orders")
    return known[_ELSE_DONE].search(joined) is None and any(known[it].search(joined) for it in _MAKING)
