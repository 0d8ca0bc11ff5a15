"""Values that share their methods are as those that Python makes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from db.record.values import value


@value
class Point:
    """A value of two fields, one with a default."""

    across: int
    down: tuple[int, ...] = ()

    @property
    def depth(self) -> int:
        """How many steps down."""
        return len(self.down)


@value
class Same:
    """Another kind with the same fields."""

    across: int
    down: tuple[int, ...] = ()


@value
class Single:
    """A value of one field."""

    across: int


@value
class Nothing:
    """A value without a field."""


@value
class Account:
    """A value with what is told to nobody, and what tells none apart."""

    name: str
    secret: str = field(default="", repr=False)
    looked_at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Made:
    """As Python makes it."""

    across: int
    down: tuple[int, ...] = ()


def test_values_of_one_kind_are_equal_by_their_fields_and_others_are_not() -> None:
    assert Point(1, (2,)) == Point(1, (2,)) != Point(1)
    others: list[object] = [Same(1), Made(1), None]
    assert Point(1) not in others
    assert Single(1) == Single(1) != Single(2)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert len({Point(1), Point(1), Point(2), Single(1), Single(1)}) == 3


def test_a_value_is_written_as_python_writes_it() -> None:
    assert repr(Point(1, (2,))) == repr(Made(1, (2,))).replace("Made", "Point")


def test_a_value_does_not_change_and_has_no_other_fields() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="across"):
        point.across = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="down"):
        del point.down
    assert not hasattr(point, "__dict__")
    assert replace(point, down=(1, 2)).depth == 2


def test_what_a_field_is_left_out_of_it_is_left_out_of_here_too() -> None:
    known = Account("Vera", secret="hunter2", looked_at=1)
    assert repr(known) == "Account(name='Vera', looked_at=1)"
    assert known == Account("Vera", secret="hunter2", looked_at=2)
    assert known != Account("Vera", secret="another", looked_at=1)
    assert len({known, Account("Vera", secret="hunter2")}) == 1
