"""One interaction and all that was answered to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from tests.wire.double.basics import Json
from tests.wire.double.validate import EPHEMERAL, walk
from tests.wire.double.world import Channel, Message, User

DEFER_REPLY, MODAL = 5, 9
PATIENCE = 30.0


class Kind(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Install(IntEnum):
    """By which installation of the bot a command is called."""

    GUILD = 0
    USER = 1


ACCEPTS = {
    Kind.COMMAND: {4, 5, 9},
    Kind.COMPONENT: {4, 5, 6, 7, 9},
    Kind.AUTOCOMPLETE: {8},
    Kind.MODAL: {4, 5, 6, 7},
}


@dataclass(slots=True)
class Exchange:
    """An interaction. ``answer`` is the first answer as sent; ``seconds`` how long the bot took for it.

    ``message`` is the one whose button was pressed. ``original`` is the one that the answer made or changed, None until
    it has done so.
    """

    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    began: float
    install: Install = Install.GUILD
    forced_ephemeral: bool = False
    bot_is_there: bool = True
    message: Message | None = None
    answer: Json | None = None
    seconds: float = 0.0
    original: Message | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    followups: int = 0
    _change: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def accepts(self) -> set[int]:
        """The kinds of first answer that this interaction takes."""
        kinds = ACCEPTS[self.kind]
        return kinds if self.message is not None else kinds - {6, 7}

    @property
    def is_thinking(self) -> bool:
        """Whether the first answer was "thinking…"."""
        return self.answer is not None and self.answer["type"] == DEFER_REPLY

    @property
    def ephemeral(self) -> bool:
        """Whether only its user sees the answer."""
        return self.original is not None and bool((self.original.payload.get("flags") or 0) & EPHEMERAL)

    @property
    def choices(self) -> list[Json]:
        """What autocomplete offers."""
        return list(((self.answer or {}).get("data") or {}).get("choices") or [])

    @property
    def modal(self) -> Json:
        """The modal that was opened. Raises AssertionError if the answer was something else."""
        answer = self.answer or {}
        assert answer.get("type") == MODAL, f"no modal: {answer}"
        return dict(answer["data"])

    @property
    def text(self) -> str:
        """All text of the answer. Raises AssertionError if there is no message."""
        assert self.original is not None, f"no message: {self.answer}"
        return texts(self.original.payload)

    def answered(self, answer: Json, now: float) -> None:
        """The first answer came."""
        self.answer, self.seconds = answer, now - self.began
        self.changed()

    def changed(self) -> None:
        """Something was answered, edited or deleted."""
        self._change.set()

    async def until(self, condition: Callable[[Exchange], bool], patience: float = PATIENCE) -> Exchange:
        """Wait for what the bot does here. Raises TimeoutError, saying what was answered so far."""
        try:
            async with asyncio.timeout(patience):
                while not condition(self):
                    self._change.clear()
                    await self._change.wait()
        except TimeoutError:
            raise TimeoutError(f"not within {patience} s; answered so far: {self.answer}") from None
        return self

    def metadata(self) -> Json:
        """What a message says about the interaction that it answers."""
        owner = {"0": str(self.channel.guild_id or 0)} if self.install is Install.GUILD else {"1": str(self.user.id)}
        return {
            "id": str(self.id),
            "type": int(self.kind),
            "user": {"id": str(self.user.id), "username": self.user.name, "discriminator": "0", "avatar": None},
            "authorizing_integration_owners": owner,
        }


def texts(payload: Json) -> str:
    """All text that a message shows: its content and that of its components, a line each."""
    return "\n".join(_texts(payload))


def _texts(payload: Json) -> Iterator[str]:
    if payload.get("content"):
        yield payload["content"]
    components: Iterable[Json] = walk(payload.get("components") or [])
    yield from (component["content"] for component in components if component.get("content"))


def custom_ids(payload: Json) -> list[str]:
    """The custom ids of a message's components, in order."""
    return [each["custom_id"] for each in walk(payload.get("components") or []) if each.get("custom_id")]
