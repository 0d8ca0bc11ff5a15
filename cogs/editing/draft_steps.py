"""What each step of an editor with a draft has in common: the draft is read, the editor's right to it is looked at, and
what cannot be written is told.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Protocol, TypeVar

from cogs.editing import routes
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import Refusal, Unsaved
from db.store.database import Database, DatabaseError
from db.store.draft_models import ActDraft
from db.store.drafts import read_draft

log = logging.getLogger(__name__)

_UNSAVED = (
    "The database cannot be written just now, so this was not saved. Please try again in a minute; "
    "if this goes on, tell whoever runs the bot."
)
_NOTHING_DONE = (
    "The database cannot be written just now, so nothing was changed or announced. What you entered before is kept: "
    "please press again in a minute. If this goes on, tell whoever runs the bot."
)


class Handlers(Protocol):
    """What answers the presses, choices and forms of drafts."""

    bot: TiewatchBot


R = TypeVar("R", bound=routes.ActDraftRoute | routes.DraftForm)
H = TypeVar("H", bound=Handlers)
Step = Callable[[H, Interaction, ActDraft, R], Awaitable[None]]
Handler = Callable[[H, Interaction, R], Awaitable[None]]


async def kept_draft(database: Database, number: int) -> ActDraft:
    """A draft by its number. Raises Refusal if it is no longer kept."""
    draft = await read_draft(database, number)
    if draft is None:
        raise Refusal("This draft is no longer kept. Please begin again with `/record act`.")
    return draft


@contextmanager
def given_back() -> Iterator[None]:
    """What was typed into a form is given back where it cannot be used: Refusal and DatabaseError become Unsaved."""
    try:
        yield
    except (Refusal, DatabaseError) as error:
        told = str(error) if isinstance(error, Refusal) else _UNSAVED
        raise Unsaved(told) from error


def press(*checks: Callable[[Interaction, ActDraft], None]) -> Callable[[Step[H, R]], Handler[H, R]]:
    """A step that an editor takes by a press or choice, if no check raises Refusal.

    Raises Refusal to who is no editor, of a draft that is no longer kept, and where the database cannot be written.
    """

    def handler_of(step: Step[H, R]) -> Handler[H, R]:
        @wraps(step)
        async def handler(handlers: H, interaction: Interaction, route: R) -> None:
            draft = await kept_draft(handlers.bot.database, route.draft)
            require_editor(interaction)
            for check in checks:
                check(interaction, draft)
            try:
                await step(handlers, interaction, draft, route)
            except DatabaseError as error:
                log.warning("A draft could not be written", extra={"why": str(error)})
                raise Refusal(_NOTHING_DONE) from error

        return handler

    return handler_of
