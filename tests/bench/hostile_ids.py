"""Custom ids that a changed client may send: made from every route of the bot, and from what stood on old messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import chain
from pathlib import Path
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import tomli

from cogs.kit.routes import MAX_CUSTOM_ID, FormRoute, Route, TooLongError
from db.record.models import Record

SEED = 29
OLD = Path(__file__).parents[1] / "behaviour" / "old_custom_ids.toml"
PINGS = "@everyone @here <@&424242424242424242> <@1> "
HOSTILE = (
    *("", "0", "-1", "1", "2", "3.5", "1e9", "0x10", "+1", " 1 ", "007"),
    *("9223372036854775807", "9223372036854775808", "9" * 30, "9" * 80),
    *("１", "٢", "²", "Ⅷ", "Київ", "Владивосток", "莫斯科", "موسكو", "😀" * 20, "a\u0301\u0302", "\u202e", "\u2066"),
    *("true", "None", "null", "NaN", "[]", "{}", "()", ",", ",,,", "%", "%00", "%2F", "%s%s%s", "%D0", "%ff"),
    *("'; drop table tip; --", "../../etc/passwd", "<script>", "1>) **FREE** (<https://x.example", "$(reboot)"),
    *(PINGS.strip(), "20221301", "00000101", "99991231", "OR", "ORW", "zz", "\n", "\t"),
)
NUMBERS = (0, 1, 2, 3, 5, 8, 40, 1000, 2**31, 2**53, 2**63 - 1)

Values = Mapping[str, Sequence[Any]]
Mutation = Callable[[list[str], Random], list[str]]


class HostileIds:
    """An endless stream of ids, the same each time but for those that were ``seen`` on what the bot answered.

    ``people`` are ids of persons, of whom some ids of the bot speak. With ``ones`` each number is 1, as of a first tip.
    """

    def __init__(
        self, routes: Sequence[type[Route]], record: Record, people: Sequence[int], *, ones: bool = False
    ) -> None:
        self._numbers = (1,) if ones else NUMBERS
        self.random = Random(SEED)
        self.routes = routes
        self.forms = {route.name for route in routes if issubclass(route, FormRoute)}
        self.seen: list[str] = []
        self._old = _old_ids()
        self._names = [route.name for route in routes]
        self._texts = [*record.ties, *record.places, *record.states, "OR,WA", "council"]
        self._values = {"user": people, "asker": people, "person": people, "tie": [*record.ties]}

    def __iter__(self) -> Iterator[str]:
        """Each route in turn, between them ids that were seen and old ones; some as they are, most of them mutated."""
        while True:
            for route in self.routes:
                yield self._mutated(self.valid(route))
                source = self.random.choice((self.seen, self._old))
                if source:
                    yield self._mutated(self.random.choice(source))

    def valid(self, route: type[Route]) -> str:
        """An id as the bot itself could have made it."""
        while True:
            try:
                made: Route = self._made(route)
                return made.pack()
            except TooLongError:
                continue

    def _made(self, kind: type) -> Any:
        hints = get_type_hints(kind)
        return kind(**{each.name: self._value(each, hints[each.name]) for each in fields(kind)})

    def _value(self, each: Any, hint: Any) -> Any:
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        if has_default and not is_dataclass(hint) and self.random.random() < 0.5:
            return each.default if each.default is not MISSING else each.default_factory()
        if each.name in self._values:
            return self.random.choice(self._values[each.name])
        if get_origin(hint) is tuple:
            one = get_args(hint)[0]
            codes = ("OR", "WA", "DC", "zz")
            picked = [self.random.choice(codes) if each.metadata.get("width") else self._one(one) for _ in range(2)]
            return tuple(picked)
        return self._one(hint)

    def _one(self, hint: Any) -> Any:
        if get_origin(hint) in {Union, UnionType}:
            (hint,) = (each for each in get_args(hint) if each is not type(None))
        if is_dataclass(hint):
            assert isinstance(hint, type)
            return self._made(hint)
        if issubclass(hint, Enum):
            return self.random.choice(list(hint))
        if hint is date:
            return date(2022, 2, 24) + timedelta(self.random.randrange(2000))
        if hint is bool:
            return self.random.random() < 0.5
        return self.random.choice(self._numbers if hint is int else self._texts)

    def _mutated(self, custom_id: str) -> str:
        if self.random.random() < 0.3:
            return custom_id
        between = "/" if "/" in custom_id else ":"
        parts = custom_id.split(between)
        for _ in range(self.random.choice((1, 1, 2))):
            parts = self.random.choice(MUTATIONS)(parts, self.random)
        if self.random.random() < 0.1:
            parts[0] = self.random.choice(self._names)
        return _sized(between.join(parts), self.random)


def _old_ids() -> list[str]:
    old = tomli.loads(OLD.read_text(encoding="utf-8"))
    kinds = chain.from_iterable((old["press"] | old["form"]).values())
    return [*(each["id"] for each in old["list"]), *old["list_without_places"], *kinds]


def _sized(custom_id: str, random: Random) -> str:
    """As it is, or cut off somewhere, or filled up to Discord's limit or beyond it."""
    how = random.random()
    if how < 0.1:
        return custom_id[: random.randrange(len(custom_id) + 1)]
    if how < 0.2:
        filler = random.choice(("x", "9", "/", ",", "й", "😀"))
        return custom_id.ljust(MAX_CUSTOM_ID + random.choice((0, 0, 0, 1, 400)), filler)
    return custom_id


def _replaced(parts: list[str], random: Random) -> list[str]:
    at = random.randrange(len(parts))
    return [*parts[:at], random.choice(HOSTILE), *parts[at + 1 :]]


def _other_number(parts: list[str], random: Random) -> list[str]:
    """Another row, page or epoch: each number a little beside, or far away."""
    step = random.choice((-1, 1, 2, 1000, 2**40, 2**63))
    return [parts[0], *(str(int(part) + step) if part.isdecimal() else part for part in parts[1:])]


def _other_version(parts: list[str], random: Random) -> list[str]:
    return [parts[0], random.choice(("0", "2", "3", "99", "-1", "", "x", "１")), *parts[2:]]


def _fewer(parts: list[str], random: Random) -> list[str]:
    return parts[: random.randrange(1, len(parts) + 1)]


def _more(parts: list[str], random: Random) -> list[str]:
    return [*parts, *random.choices(HOSTILE, k=random.choice((1, 1, 12)))]


def _shuffled(parts: list[str], random: Random) -> list[str]:
    return [parts[0], *random.sample(parts[1:], len(parts) - 1)]


MUTATIONS: Sequence[Mutation] = (
    _replaced,
    _replaced,
    _replaced,
    _other_number,
    _other_number,
    _other_version,
    _fewer,
    _more,
    _shuffled,
)
