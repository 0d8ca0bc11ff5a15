"""Every button, select and form stands in docs/routes.md, with its owner and how it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from bot import Tiewatch
from cogs.kit.routes import FormRoute, Reply, Route
from cogs.kit.settings import ROOT

HEAD = ("Custom id", "Kind", "Room", "Answered", "What it does")


def row(route: type[Route]) -> tuple[str, ...]:
    """A route as a row of the table."""
    values = "".join(f"/{each.name}" for each in fields(route))
    kind = "form" if issubclass(route, FormRoute) else "press"
    room = route.__module__.split(".")[1]
    says = " ".join((route.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")
    return f"`{route.name}/{route.version}{values}`", kind, room, route.reply.name, says


def table(routes: tuple[type[Route], ...]) -> Iterator[str]:
    """The lines of both tables."""
    yield from ("| Answered | How |", "|---|---|")
    yield from (f"| {reply.name} | {reply.value} |" for reply in Reply)
    yield ""
    yield from (f"| {' | '.join(cells)} |" for cells in (HEAD, ["---"] * len(HEAD), *map(row, routes)))


async def test_the_docs_list_every_route(bot: Tiewatch) -> None:
    routes = bot.router.routes()
    shown = (ROOT / "docs" / "routes.md").read_text(encoding="utf-8")
    told = "\n".join(table(routes))
    assert shown.endswith(f"\n{told}\n"), f"the tables of docs/routes.md should read:\n{told}"


async def test_every_route_says_what_it_does_and_how_it_is_answered(bot: Tiewatch) -> None:
    for route in bot.router.routes():
        assert route.__doc__
        assert isinstance(route.reply, Reply)
        assert route.name
        assert all(char.isascii() and (char.islower() or char == "-") for char in route.name), route.name


async def test_no_name_of_a_route_begins_an_earlier_id_of_another(bot: Tiewatch) -> None:
    """Else one id might be read as two things."""
    names = [route.name.replace("-", ":") for route in bot.router.routes()]
    assert len(names) == len(set(names))
