"""What waits for an editor. Each feature registers its kinds of waiting work; ``/queue`` shows all of it by worth.

Features meet here and in the database: none knows another's kinds, and the list knows none of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date, datetime
from enum import IntEnum
from typing import TypeAlias

import discord

from cogs.kit import sentences
from cogs.kit.cards import button, rows
from cogs.kit.components import MOST_COMPONENTS, Interaction, Layout
from cogs.kit.failures import Refusal
from cogs.kit.routes import PressRoute, Reply
from db.record.values import value
from db.store import work_claims
from db.store.database import Transaction

# The row of keys: itself and two buttons.
_KEYS = 3


class Worth(IntEnum):
    """What may follow from a piece of work, what matters most first."""

    STANDING = 1
    RECORD = 2
    UPKEEP = 3


@value
class WorkItem:
    """One thing that waits. ``title`` and ``hint`` are plain texts, ``id`` finds it again in its kind, in at most 60
    characters. ``reported`` is how many people or machines asked for it. ``own_of`` is the editor who entered it and
    cannot decide it: the keys to go on pass it over for them.
    """

    id: str
    title: str
    hint: str
    worth: Worth
    since: datetime
    reported: int = 1
    own_of: int | None = None


@value
class WorkKind:
    """A kind of waiting work.

    ``name`` stands in custom ids and claims, and is never used again for something else. ``title`` and ``noun`` (one of
    it) are how the list counts it. ``count`` says how many wait, ``rows`` gives the first of them by worth, at most so
    many. ``card`` shows one to an editor; for one that waits no more it raises a Refusal that says who was faster.
    What is ``leased`` is an editor's alone for 45 minutes once it is opened. What ``is_on_request`` stands in the list
    of all that waits as a number only: there is always more of it than can be done. Where nothing else waits, a key
    with ``begin`` on it opens the first of it; without that there is no such key.
    """

    name: str
    title: str
    noun: str
    count: Callable[[], Awaitable[int]]
    rows: Callable[[int], Awaitable[Sequence[WorkItem]]]
    card: Callable[[Interaction, str], Awaitable[Layout]]
    leased: bool = True
    is_on_request: bool = False
    begin: str = ""


@value
class KnownPage:
    """A page that tells of an act, with its title and day where they are known."""

    address: str
    title: str = ""
    published: str = ""


@value
class ActEntry:
    """An act to be entered, with what is known of it already. ``link`` runs in the transaction that begins the draft,
    with the draft's id; the draft is asked for by a form, so nothing may have been answered before.
    """

    tie: str
    kind: str = ""
    date: str = ""
    pages: tuple[KnownPage, ...] = ()
    link: Callable[[Transaction, int], Awaitable[None]] | None = None


BeginAct: TypeAlias = Callable[[Interaction, ActEntry], Awaitable[None]]
# Runs in a transaction of somebody else's: what it writes is written with that, or neither is.
InTransaction: TypeAlias = Callable[[Transaction], Awaitable[None]]
# The id of a tie, where somebody looked, on which day, the editor who notes it, and what is written with it. Raises
# Refusal.
NoteSearch: TypeAlias = Callable[[str, str, date, int, InTransaction | None], Awaitable[None]]
# The id of a draft that is being recorded: what else comes of that, in a sentence; empty if nothing does.
ToldOfDraft: TypeAlias = Callable[[int], Awaitable[str]]


class QueueOpen(PressRoute, name="queue-open", reply=Reply.DEFERRED):
    """Open what was chosen from the list of what waits: its kind and its id, with a blank between them."""


class QueueItem(PressRoute, name="queue-item", reply=Reply.DEFERRED):
    """Open one thing that waits, by its kind and id, from the card of another that it belongs to."""

    kind: str
    item: str


class QueueNext(PressRoute, name="queue-next", reply=Reply.DEFERRED):
    """Let go of one, and open what comes after it; with none named, the first that waits."""

    kind: str = ""
    item: str = ""


class QueueOn(PressRoute, name="queue-on", reply=Reply.DEFERRED_NEW):
    """Open the first that waits, in a new message: what was pressed may still be kept up to date."""


class QueueList(PressRoute, name="queue-list", reply=Reply.DEFERRED):
    """Let go of one, and show all that waits."""

    kind: str = ""
    item: str = ""


class WorkQueue:
    """The kinds of waiting work, in the order in which they were added, and the ways from it into the record."""

    def __init__(self) -> None:
        self._kinds: dict[str, WorkKind] = {}
        self.begin_act: BeginAct | None = None
        self.note_search: NoteSearch | None = None
        self.told_of_draft: ToldOfDraft | None = None
        # In the transaction that records a draft: what it was begun from ends with it.
        self.end_with_draft: InTransaction | None = None

    def add(self, kind: WorkKind) -> None:
        """Register a kind. Raises ValueError if its name is taken."""
        if kind.name in self._kinds:
            raise ValueError(f"two kinds of work with the name {kind.name!r}")
        self._kinds[kind.name] = kind

    def remove(self, name: str) -> None:
        """Take a kind away again, if it is there."""
        self._kinds.pop(name, None)

    @property
    def kinds(self) -> tuple[WorkKind, ...]:
        """All kinds, in the order in which they were added."""
        return tuple(self._kinds.values())

    def kind(self, name: str) -> WorkKind | None:
        """A kind by its name, or None if no feature has it any more."""
        return self._kinds.get(name)

    async def comes_of(self, draft: int) -> str:
        """What else comes of a draft once it is recorded; empty where it was not begun from what waited here."""
        return await self.told_of_draft(draft) if self.told_of_draft is not None else ""

    async def with_next(self, card: Layout) -> Layout:
        """A card with the key to the first that waits, in a message of its own; as it is where nothing waits."""
        if await self.waits():
            card.add_item(discord.ui.ActionRow(button(sentences.QUEUE_NEXT, QueueOn())))
        return card

    async def waits(self) -> bool:
        """Whether anything waits, but for what there is always more of."""
        for kind in self._kinds.values():
            if not kind.is_on_request and await kind.count():
                return True
        return False


def by_worth(items: Iterable[tuple[WorkKind, WorkItem]]) -> list[tuple[WorkKind, WorkItem]]:
    """What waits in the order in which it is worth looking at: what it may change, then the day since when it waits,
    then how many reported it.
    """
    return sorted(items, key=lambda one: (one[1].worth, one[1].since.date(), -one[1].reported, one[1].since))


async def require_free(interaction: Interaction, kind: str, item: str) -> None:
    """Nobody else has this open. Raises Refusal with who has, and until when."""
    held = await work_claims.holder(interaction.client.database, kind, item, interaction.client.clock())
    if held is not None and held.editor != interaction.user.id:
        raise Refusal(sentences.held_by(held.editor, discord.utils.format_dt(held.until, "t")))


def with_keys(card: Layout, kind: str, item: str) -> Layout:
    """A card with the keys to go on: to the next one, and to all that waits. Both let go of this one.

    A card that has no room for them stays as it is.
    """
    keys = rows(
        [
            button(sentences.QUEUE_NEXT, QueueNext(kind, item)),
            button(sentences.QUEUE_LIST, QueueList(kind, item)),
        ]
    )
    if card.total_children_count + _KEYS <= MOST_COMPONENTS:
        for row in keys:
            card.add_item(row)
    return card
