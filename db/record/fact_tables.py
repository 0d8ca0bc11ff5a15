"""How a table of facts about the members of an enumeration is held complete. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

_Member = TypeVar("_Member", bound=Enum)
_Facts = TypeVar("_Facts")


def complete(members: type[_Member], facts: Mapping[_Member, _Facts]) -> Mapping[_Member, _Facts]:
    """The facts in the order of the members. Raises TypeError, at import, where a member has none."""
    if missing := [str(member.name) for member in members if member not in facts]:
        raise TypeError(f"{members.__name__} has members without facts in its table: {', '.join(missing)}")
    return MappingProxyType({member: facts[member] for member in members})
