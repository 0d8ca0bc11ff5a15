"""Ties that are asked for but for some, which more than one thing narrows: "active ones, except those that only a
newspaper vouches for". Pure.

What is left out is found as a list of its own and taken from the other, so that no word of it narrows that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.model import Look
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.register import Register
from db.record.values import value

# What leaves out those of which more is said behind it.
_BUT_THOSE = said_for("lists", "exceptions", "but_those")
_FEWEST_BEFORE = 1
# So many places are told by name as left out; of more the list says nothing that could be read.
_MOST_LEFT_OUT = 15


@value
class Exceptions:
    """The ties that are asked for, and the ids of the U.S. places whose ties are left out of them."""

    asked: Question
    denied: frozenset[str]


def exceptions(
    question: Question, read: Callable[[str], Question], register: Register, today: date
) -> Exceptions | None:
    """What a text asks for and leaves out, where that is by who decided or spoke; None where it leaves out no such."""
    match = _BUT_THOSE.search(question.joined)
    if match is None or any(named.places for named in question.mentions):
        return None
    first = question.joined[: match.start()].count(" ")
    behind = first + match.group().count(" ") + 1
    if first < _FEWEST_BEFORE or behind >= len(question.words):
        return None
    asked = read(question.text[: question.words[first].start].rstrip("–—-,;:( "))
    left_out = read(question.text[question.words[behind].start :].rstrip(")"))
    chosen, out = list_filter(asked, today), list_filter(left_out, today)
    if not (out.authorities or out.how) or not (chosen.standings or chosen.kinds):
        return None
    if chosen.look is Look.BEHIND:
        # Of how ties stand by now that is left out on whose act or word it rests, and not what was done before.
        out = replace(out, look=Look.BEHIND, kinds=(), since=None, until=None)
    ties = fitting(chosen, register)
    fits = {tie.id for tie in fitting(out, register)}
    denied = {tie.us for tie in ties if tie.id in fits}
    # A place of several ties is left out only with all of them.
    whole = all(tie.id in fits for tie in ties if tie.us in denied)
    return Exceptions(asked, frozenset(denied)) if whole and 0 < len(denied) <= _MOST_LEFT_OUT else None
