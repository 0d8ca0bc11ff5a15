"""Where every button, select and form arrives, before and after a restart alike: decoded, deferred, handled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import discord

from cogs.kit.components import Interaction, custom_id_of, is_offered
from cogs.kit.replies import answer_error, answer_left_over, defer, in_own_message, require_answered
from cogs.kit.routes import FormRoute, Reply, Route, route_name

S = TypeVar("S")
R = TypeVar("R", bound=Route)
Method = Callable[[S, Interaction, R], Awaitable[None]]
Handler = Callable[[Interaction, Any], Awaitable[None]]

_HANDLED = "__routes__"


def handles(*routes: type[R]) -> Callable[[Method[S, R]], Method[S, R]]:
    """Mark a method as the handler of these routes. It gets the interaction and the route with its values.

    The router has deferred the answer, if the route says so.
    """

    def mark(method: Method[S, R]) -> Method[S, R]:
        setattr(method, _HANDLED, routes)
        return method

    return mark


class Router:
    """All routes and their handlers: presses and forms each in a table of their own."""

    def __init__(self) -> None:
        self._presses: dict[str, tuple[type[Route], Handler]] = {}
        self._forms: dict[str, tuple[type[Route], Handler]] = {}

    def add_handlers(self, handlers: object) -> None:
        """Add all methods that are marked as handlers. Raises ValueError if a route's name is taken."""
        for name in dir(type(handlers)):
            for route in getattr(getattr(type(handlers), name, None), _HANDLED, ()):
                self.add_route(route, getattr(handlers, name))

    def add_route(self, route: type[R], handler: Callable[[Interaction, R], Awaitable[None]]) -> None:
        """Add one route. Raises ValueError if its name is taken."""
        table = self._forms if issubclass(route, FormRoute) else self._presses
        if any(route.name in names for names in (self._presses, self._forms)):
            raise ValueError(f"two routes with the name {route.name!r}")
        table[route.name] = route, handler

    def routes(self) -> tuple[type[Route], ...]:
        """All routes, by name: each says how it is answered, and in its fields what its custom ids hold."""
        found = [route for route, _ in (*self._presses.values(), *self._forms.values())]
        return tuple(sorted(found, key=lambda route: route.name))

    async def dispatch(self, interaction: Interaction) -> None:
        """Handle one press, choice or form. It is answered in every case, also when its id is not known any more."""
        try:
            found = self._find(interaction)
            if found is None:
                await answer_left_over(interaction)
                return
            route, handler = found
            await _defer(interaction, route.reply)
            await handler(interaction, route)
            require_answered(interaction)
        except Exception as error:
            await answer_error(interaction, error)

    def _find(self, interaction: Interaction) -> tuple[Route, Handler] | None:
        """The route and its handler. A form does only what forms do, and a press only what its own message offers."""
        if interaction.type is discord.InteractionType.modal_submit:
            return _read(custom_id_of(interaction), self._forms)
        return _read(custom_id_of(interaction), self._presses) if is_offered(interaction) else None


def _read(custom_id: str, table: Mapping[str, tuple[type[Route], Handler]]) -> tuple[Route, Handler] | None:
    named = table.get(route_name(custom_id))
    for route, handler in (*([named] if named else ()), *table.values()):
        found = route.read(custom_id)
        if found is not None:
            return found, handler
    return None


async def _defer(interaction: Interaction, reply: Reply) -> None:
    if reply is Reply.DEFERRED:
        await defer(interaction, fresh=interaction.message is None)
    elif reply is Reply.DEFERRED_NEW:
        await defer(interaction, fresh=True)
    elif reply is Reply.DEFERRED_OWN:
        await defer(interaction, fresh=not in_own_message(interaction))
