"""Rules that choose between meanings: an ordered table, of which the first row that holds decides. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from db.record.values import value

_Given = TypeVar("_Given")


@value
class Rule(Generic[_Given]):
    """One row: where ``when`` holds, and not ``unless``, it gives its answer. ``example`` is a question for it."""

    when: Callable[[_Given], bool]
    gives: bool
    example: str
    unless: Callable[[_Given], bool] = lambda _: False

    def holds(self, given: _Given) -> bool:
        """Whether this row decides."""
        return self.when(given) and not self.unless(given)


def deciding(rules: Sequence[Rule[_Given]], given: _Given) -> Rule[_Given] | None:
    """The first row that holds; None where none does."""
    for rule in rules:
        if rule.holds(given):
            return rule
    return None


def decide(rules: Sequence[Rule[_Given]], given: _Given) -> bool:
    """What the first row that holds gives; no, where none does."""
    rule = deciding(rules, given)
    return rule is not None and rule.gives
