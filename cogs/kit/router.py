"""Where every button, select and form arrives, before and after a restart alike: decoded, deferred, handled."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime
from typing import Any, TypeVar

import discord
from discord import InteractionResponseType

from cogs.kit.components import Interaction, custom_id_of, is_offered
from cogs.kit.failures import Refusal, Unsaved
from cogs.kit.replies import (
    answer_changed,
    answer_error,
    answer_left_over,
    defer,
    in_own_message,
    lost_button,
    require_answered,
)
from cogs.kit.routes import FormRoute, Reply, Route, route_name

S = TypeVar("S")
R = TypeVar("R", bound=Route)
Method = Callable[[S, Interaction, R], Awaitable[None]]
Handler = Callable[[Interaction, Any], Awaitable[None]]

log = logging.getLogger(__name__)

_HANDLED = "__routes__"
_MESSAGE = frozenset({InteractionResponseType.channel_message})
_IN_PLACE = _MESSAGE | {InteractionResponseType.message_update}
# How Discord may have been answered by what is declared to answer at once.
_AT_ONCE: Mapping[Reply, Collection[InteractionResponseType]] = {
    Reply.FORM: _IN_PLACE | {InteractionResponseType.modal},
    Reply.IN_PLACE: _IN_PLACE,
    Reply.NEW_MESSAGE: _MESSAGE,
}


def handles(*routes: type[R]) -> Callable[[Method[S, R]], Method[S, R]]:
    """Mark a method as the handler of these routes. It gets the interaction and the route with its values.

    The router has deferred the answer, if the route says so.
    """

    def mark(method: Method[S, R]) -> Method[S, R]:
        setattr(method, _HANDLED, routes)
        return method

    return mark


class Router:
    """All routes and their handlers: presses and forms each in a table of their own.

    ``lost`` are the times, from when to when, of which a restored database knows nothing: the rows that messages from
    then speak of are gone, and others may have their numbers.
    """

    def __init__(self) -> None:
        self._presses: dict[str, tuple[type[Route], Handler]] = {}
        self._forms: dict[str, tuple[type[Route], Handler]] = {}
        self.lost: tuple[tuple[datetime, datetime], ...] = ()

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
            if interaction.type is not discord.InteractionType.modal_submit and not is_offered(interaction):
                await answer_changed(interaction)
                return
            route, handler = found
            if self.is_lost(interaction) and route.names_row:
                kind = Unsaved if isinstance(route, FormRoute) else Refusal
                raise kind(lost_button(interaction))
            await _defer(interaction, route.reply)
            await handler(interaction, route)
            require_answered(interaction)
            _require_declared(interaction, route)
        except Exception as error:
            await answer_error(interaction, error)

    def is_lost(self, interaction: Interaction) -> bool:
        """Whether the message of an interaction is from a time of which a restored database knows nothing."""
        sent = interaction.message.created_at if interaction.message else None
        return sent is not None and any(since <= sent <= until for since, until in self.lost)

    def _find(self, interaction: Interaction) -> tuple[Route, Handler] | None:
        """The route and its handler. A form does only what forms do."""
        is_form = interaction.type is discord.InteractionType.modal_submit
        return _read(custom_id_of(interaction), self._forms if is_form else self._presses)


def _read(custom_id: str, table: Mapping[str, tuple[type[Route], Handler]]) -> tuple[Route, Handler] | None:
    named = table.get(route_name(custom_id))
    for route, handler in (*([named] if named else ()), *table.values()):
        found = route.read(custom_id)
        if found is not None:
            return found, handler
    return None


def _require_declared(interaction: Interaction, route: Route) -> None:
    """Log where a handler that is to answer at once did otherwise. What is deferred, the router has deferred itself."""
    answered = interaction.response.type
    if answered not in _AT_ONCE.get(route.reply, (answered,)):
        told = {"what": route.name, "declared": route.reply.name, "answered": answered and answered.name}
        log.error("A handler did not answer as its route declares", extra=told)


async def _defer(interaction: Interaction, reply: Reply) -> None:
    if reply is Reply.DEFERRED:
        await defer(interaction, fresh=interaction.message is None)
    elif reply is Reply.DEFERRED_NEW:
        await defer(interaction, fresh=True)
    elif reply is Reply.DEFERRED_OWN:
        await defer(interaction, fresh=not in_own_message(interaction))
