"""Custom ids as typed routes: what a button, select or form means, and how it is answered. Pure.

A custom id reads ``name/version/value/value``, such as ``ties/1/0/ORWA/ended``. Each value is what it means (a postal
code, the value of an enum, an id, an ISO date), never a position in something that grows: so a button means tomorrow
what it means today. It holds no colon, by which the ids of earlier versions are told apart.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints
from urllib.parse import unquote

MAX_CUSTOM_ID = 100

_BETWEEN, _WITHIN = "/", ","
_RESERVED = re.compile(r"[%/,:]")
# SQLite's largest integer: a number beyond it is of no row and of no person.
_NUMBER = re.compile(r"[0-9]{1,19}", re.ASCII)
_MOST = 2**63 - 1
# Numbers that mean the same for ever: places in a list, and ids of Discord's.
_NO_ROWS = frozenset({"asker", "claim", "guild", "number", "page", "server", "user", "version"})


class Reply(Enum):
    """How a press, a choice or a form is answered. What is deferred waits for the database or for a file."""

    FORM = "opens a form, so nothing may be sent before it; or asks at once for what the form needs"
    IN_PLACE = "at once, in place of what was pressed; for another than its asker in a new message"
    NEW_MESSAGE = "at once, in a new message"
    DEFERRED = "defers, then changes what was pressed"
    DEFERRED_NEW = "defers, then sends a new message to the person alone"
    DEFERRED_OWN = "defers, then changes what was pressed if only this person sees it; else a new message to them"


class TooLongError(ValueError):
    """What a custom id is to hold does not fit into Discord's 100 characters."""


def packed(*, codes: Mapping[Any, str] | None = None, width: int = 0) -> Any:
    """A tuple, empty by default, that is packed more closely: each value by its code, where it has one (a code is never
    used again for something else), or values of one ``width`` with nothing between them.
    """
    return field(default=(), metadata={"codes": codes or {}, "width": width})


@dataclass_transform(frozen_default=True)
class Route:
    """The base of all routes. Each is made a frozen dataclass, and says beside its name how it is answered and, if its
    fields are not the first it has had, its version.

    What a dataclass would write anew for each class stands here once for all of them: there are some 150, and every
    start makes them.

    Fields are numbers that are not negative, texts, booleans, dates, enums, tuples of these, or frozen dataclasses of
    all that. A field at its default is left out, so a default may never change. A new field goes last, with a default;
    any other change of the fields makes a new version.

    Before there were versions, the id of ``letter-copy`` was ``letter:copy:value``, and it is still read. ``earlier``
    are other forms of id that a route had, such as ``letter:pick:tie/{tie}``: each with its fields by name, and in
    brackets what may be missing.
    """

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    reply: ClassVar[Reply]
    earlier: ClassVar[tuple[str, ...]] = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(
        cls, *, name: str = "", reply: Reply | None = None, version: int = 1, earlier: tuple[str, ...] = ()
    ) -> None:
        cls.name, cls.version, cls.earlier = name, version, earlier
        if reply is not None:
            cls.reply = reply
        if "__annotations__" in cls.__dict__:  # else it has the fields of its base, and no more
            dataclass(init=False, repr=False, eq=False)(cls)

    def __init__(self, *values: Any, **named: Any) -> None:
        kind: type = type(self)
        known = _fields(kind)
        given = {**dict(zip((each.name for each in known), values, strict=False)), **named}
        if len(given) < len(values) + len(named):
            raise TypeError(f"{type(self).__name__} has fewer fields, or one of them is given twice")
        for each in known:
            self.__dict__[each.name] = given.pop(each.name) if each.name in given else _default(each)
        if given:
            raise TypeError(f"{type(self).__name__} has no {list(given)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({self.__dict__})"

    @property
    def names_row(self) -> bool:
        """Whether it holds the number of a row, which means another row once a backup was restored.

        What names the epoch of its row tells by itself.
        """
        kind: type = type(self)
        held = {name for name, hint in _hints(kind).items() if hint is int}
        return "epoch" not in held and bool(held - _NO_ROWS)

    def pack(self) -> str:
        """The custom id. Raises TooLongError over 100 characters, and ValueError for a negative number."""
        texts = [self.name, str(self.version), *_texts(self)]
        made = _BETWEEN.join(texts).rstrip(_BETWEEN)
        if len(made) > MAX_CUSTOM_ID:
            raise TooLongError(f"custom id of {len(made)} characters: {made}")
        return made

    @classmethod
    def read(cls, custom_id: str) -> Self | None:
        """The route that an id of this kind says, in its present or an earlier form; None for any other id."""
        head, *texts = custom_id.split(_BETWEEN)
        try:
            if head == cls.name and texts[:1] == [str(cls.version)]:
                return cls._from(deque(texts[1:]))
            return cls.read_earlier(custom_id)
        except (ValueError, OverflowError):
            return None

    @classmethod
    def read_earlier(cls, custom_id: str) -> Self | None:
        """The route that an earlier form of id says, or None. Raises ValueError for values that cannot be read."""
        for form in cls.earlier:
            if found := _pattern(form).fullmatch(custom_id):
                return cls._from(found.groupdict())
        head, texts = cls.name.split("-"), custom_id.split(":")
        return cls._from(deque(texts[len(head) :])) if texts[: len(head)] == head else None

    @classmethod
    def _from(cls, texts: deque[str] | Mapping[str, str | None]) -> Self:
        made = _build(cls, texts)
        if isinstance(texts, deque) and texts:
            raise ValueError(f"too many values for {cls.name}")
        assert isinstance(made, cls)
        return made


dataclass(init=False, repr=False, eq=False)(Route)


class PressRoute(Route):
    """The route of a button or select."""


class FormRoute(Route):
    """The route of a form. Two people may have the same one open: its fields hold what tells them apart."""


def route_name(custom_id: str) -> str:
    """What kind of thing an id belongs to, for the log: nothing in it is about a person."""
    return re.split(r"[/:]", custom_id, maxsplit=1)[0]


def _default(each: Field[Any]) -> Any:
    """What a field is if it is not given. Raises TypeError if it must be."""
    if each.default is not MISSING:
        return each.default
    if each.default_factory is MISSING:
        raise TypeError(f"a route lacks its {each.name}")
    return each.default_factory()


def _texts(item: Any) -> Iterator[str]:
    kind: type = type(item)
    for each in _fields(kind):
        value = getattr(item, each.name)
        if is_dataclass(value):
            yield from _texts(value)
        else:
            yield "" if value == each.default else _text(value, each.metadata)


def _text(value: Any, how: Mapping[str, Any]) -> str:
    if isinstance(value, tuple):
        width, texts = how.get("width"), [_text(each, how) for each in value]
        if width and any(len(text) != width for text in texts):
            raise ValueError(f"not {width} characters each: {texts}")
        return ("" if width else _WITHIN).join(texts)
    if isinstance(value, Enum):
        code: str = how.get("codes", {}).get(value, value.value)
        return code
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int) and value < 0:
        raise ValueError(f"a negative number in a custom id: {value}")
    if isinstance(value, date):
        return value.isoformat().replace("-", "")
    return _RESERVED.sub(lambda found: f"%{ord(found[0]):02X}", str(value))


def _build(cls: type, texts: deque[str] | Mapping[str, str | None]) -> Any:
    """A dataclass from its values, in their order or by name. Raises ValueError for what ``_texts`` did not make."""
    values = {}
    for each in _fields(cls):
        hint = _hints(cls)[each.name]
        if is_dataclass(hint):
            assert isinstance(hint, type)
            values[each.name] = _build(hint, texts)
        else:
            values[each.name] = _value(_next(each.name, texts), each, hint)
    return cls(**values)


def _next(name: str, texts: deque[str] | Mapping[str, str | None]) -> str:
    if isinstance(texts, deque):
        return texts.popleft() if texts else ""
    return texts.get(name) or ""


def _value(text: str, each: Field[Any], hint: Any) -> Any:
    if not text and each.default is not MISSING:
        return each.default
    if get_origin(hint) is not tuple:
        return _read(text, hint, each.metadata)
    width = each.metadata.get("width")
    if width and len(text) % width:
        raise ValueError(f"not {width} characters each: {text}")
    parts = [text[i : i + width] for i in range(0, len(text), width)] if width else text.split(_WITHIN)
    return tuple(_read(part, get_args(hint)[0], each.metadata) for part in parts)


def _read(text: str, hint: Any, how: Mapping[str, Any]) -> Any:
    if not text:
        raise ValueError("a value is missing")
    if get_origin(hint) in {Union, UnionType}:
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    if hint is bool and text in {"0", "1"}:
        return text == "1"
    if hint is int and _NUMBER.fullmatch(text) and int(text) <= _MOST:
        return int(text)
    if hint is date:
        return date.fromisoformat(text)
    if hint is str:
        return unquote(text)
    if issubclass(hint, Enum):
        return next((value for value, code in how.get("codes", {}).items() if code == text), None) or hint(text)
    raise ValueError(f"no {hint.__name__}: {text}")


# A card has ten buttons: what fields a route has is not looked for anew with each.
@cache
def _fields(cls: type) -> tuple[Field[Any], ...]:
    return fields(cls)


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    pattern = re.escape(form).replace(r"\[", "(?:").replace(r"\]", ")?")
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^:/]+)", pattern))
