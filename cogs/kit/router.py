"""Where every button, select and form arrives, before and after a restart alike."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from cogs.kit.components import Interaction, custom_id_of
from cogs.kit.replies import answer_error, answer_left_over, require_answered

Handler = Callable[[Interaction, tuple[str, ...]], Awaitable[None]]


class Router:
    """Where every button, select and form is handled, by the first part of its custom id."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}

    def add(self, name: str, handler: Handler) -> None:
        """Send every id that starts with ``name`` to the handler. Raises ValueError if the name is taken."""
        if name in self._handlers:
            raise ValueError(f"two handlers for the custom id {name!r}")
        self._handlers[name] = handler

    async def dispatch(self, interaction: Interaction) -> None:
        """Handle one press, choice or form. It is answered in every case, also when its id is not known any more."""
        name, *args = custom_id_of(interaction).split(":")
        handler = self._handlers.get(name)
        try:
            if handler is None:
                await answer_left_over(interaction)
                return
            await handler(interaction, tuple(args))
            require_answered(interaction)
        except Exception as error:
            await answer_error(interaction, error)
