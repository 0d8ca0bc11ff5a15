"""Every button, select and form stands in docs/routes.md, with its room and how it is answered.

``python -m tests.pure.test_routes_listed`` writes the tables anew.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from dataclasses import fields

from bot import EXTENSIONS
from cogs.kit.routes import FormRoute, Reply, Route
from cogs.kit.settings import ROOT

FILE = ROOT / "docs" / "routes.md"
HEAD = ("Custom id", "Kind", "Room", "Answered", "What it does")


def declared() -> list[type[Route]]:
    """All routes of the bot, by name."""
    for name in EXTENSIONS:
        importlib.import_module(name)
    ours = [route for route in _below(Route) if route.name and route.__module__.startswith("cogs.")]
    return sorted(filter(_stands, ours), key=lambda route: route.name)


def _stands(route: type[Route]) -> bool:
    """Whether it is what its module has: a dataclass with slots is made twice, the first perhaps not collected yet."""
    return getattr(sys.modules[route.__module__], route.__name__) is route


def _below(base: type[Route]) -> Iterator[type[Route]]:
    for route in base.__subclasses__():
        yield route
        yield from _below(route)


def row(route: type[Route]) -> tuple[str, ...]:
    """A route as a row of the table."""
    values = "".join(f"/{each.name}" for each in fields(route))
    kind = "form" if issubclass(route, FormRoute) else "press"
    room = route.__module__.split(".")[1]
    says = " ".join((route.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")
    return f"`{route.name}/{route.version}{values}`", kind, room, route.reply.name, says


def tables() -> str:
    """How routes are answered, and all routes."""
    replies = [(reply.name, reply.value) for reply in Reply]
    lines = [("Answered", "How"), ("---",) * 2, *replies, (), HEAD, ("---",) * len(HEAD), *map(row, declared())]
    return "\n".join(f"| {' | '.join(cells)} |" if cells else "" for cells in lines) + "\n"


def test_the_docs_list_every_route() -> None:
    assert FILE.read_text(encoding="utf-8").endswith(f"\n\n{tables()}"), "python -m tests.pure.test_routes_listed"


def test_every_route_says_what_it_does_and_how_it_is_answered() -> None:
    for route in declared():
        assert route.__doc__, route
        assert isinstance(route.reply, Reply), route
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", route.name), route


def test_no_two_routes_have_one_name() -> None:
    """Nor one that differs in its dashes alone: an id from before versions might be read as either."""
    names = [route.name.replace("-", ":") for route in declared()]
    assert len(names) == len(set(names))


if __name__ == "__main__":
    text = FILE.read_text(encoding="utf-8")
    FILE.write_text(text[: text.index("| Answered |")] + tables(), encoding="utf-8")
