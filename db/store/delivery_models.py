"""What the outbox keeps, as values: kinds of messages, where they go, what is put in, and what became of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from db.record.fact_tables import complete
from db.record.values import value

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# A wait between two attempts is never longer. A time of the next attempt that lies further ahead was written by a
# clock that has been set back since, and is not waited for.
LONGEST_WAIT = timedelta(hours=1)

TargetKind = Literal["channel", "user", "news"]
P = TypeVar("P", bound="DataclassInstance")


class DeliveryState(StrEnum):
    """``pending`` was never tried, ``sending`` is being tried or was interrupted, ``retry`` waits for its next attempt,
    ``paused`` until something is mended. ``sent``, ``gone`` (nobody to tell, or nothing left to say) and ``failed``
    (Discord refuses what we made) are final."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    PAUSED = "paused"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryStateFacts:
    """What is known of a state. ``word`` is what a message is, inside a sentence."""

    word: str


DELIVERY_STATES = complete(
    DeliveryState,
    {
        DeliveryState.PENDING: DeliveryStateFacts(word="waiting"),
        DeliveryState.SENDING: DeliveryStateFacts(word="being sent"),
        DeliveryState.SENT: DeliveryStateFacts(word="sent"),
        DeliveryState.RETRY: DeliveryStateFacts(word="to be tried again"),
        DeliveryState.PAUSED: DeliveryStateFacts(word="paused"),
        DeliveryState.GONE: DeliveryStateFacts(word="no longer to be sent"),
        DeliveryState.FAILED: DeliveryStateFacts(word="refused"),
    },
)
FINAL = frozenset({DeliveryState.SENT, DeliveryState.GONE, DeliveryState.FAILED})


@value
class Target:
    """Where a delivery goes: a channel (with its server), a person, or, in a queue of its own beside the messages, a
    news channel to publish one in or a server to do something in that is no message.
    """

    kind: TargetKind
    id: int
    guild: int | None = None


@value
class NoPayload:
    """The payload of a kind of which key and target say all."""


NO_PAYLOAD = NoPayload()


@value
class DeliveryKind(Generic[P]):
    """A kind of message that is said unasked: its name in rows and keys, and what a row of it holds.

    ``payload`` is a flat dataclass of ids and other plain values, not of texts: a message is written when its turn
    comes. Its fields are the keys of the stored JSON, so renaming one takes a migration.
    """

    name: str
    payload: type[P]

    def key(self, *parts: object) -> str:
        """The key of a row: what it tells of, and for whom."""
        return ":".join([self.name, *(str(part) for part in parts)])

    def new(
        self,
        to: Target,
        *parts: object,
        payload: P,
        stream: str | None = None,
        corrects_delivery: int | None = None,
        not_before: datetime | None = None,
    ) -> NewDelivery:
        """A row to put into the outbox; its key is made of ``parts``."""
        return NewDelivery(self.name, to, self.key(*parts), asdict(payload), stream, corrects_delivery, not_before)

    def read(self, row: Delivery) -> P:
        """The payload of a row of this kind. Raises TypeError if it holds something else."""
        return self.payload(**row.payload)


@value
class NewDelivery:
    """A row to put into the outbox, made by its ``DeliveryKind``. The same ``key`` is put in once.

    ``stream`` names what it is sent for, such as a subscription, with which it may be withdrawn. ``corrects_delivery``
    is the row whose message it mends. Nothing is sent before ``not_before``.
    """

    kind: str
    to: Target
    key: str
    payload: Mapping[str, Any]
    stream: str | None = None
    corrects_delivery: int | None = None
    not_before: datetime | None = None


@value
class Delivery:
    """One row. ``search_after_id`` is a snowflake from before its first attempt, None if nobody tried yet.

    ``epoch`` says between which two restores of the database it was put in. ``withdrawn`` says why it is not to be
    sent any more, although it may have arrived. ``message_channel`` and ``message`` say where it arrived.
    """

    id: int
    kind: str
    key: str
    epoch: int
    to: Target
    stream: str | None
    payload: Mapping[str, Any]
    corrects_delivery: int | None
    withdrawn: str | None
    state: DeliveryState
    nonce: str
    created_at: datetime
    search_after_id: int | None
    attempts: int
    failing_since: datetime | None
    next_at: datetime | None
    message_channel: int | None
    message: int | None
    done_at: datetime | None
    code: int | None
    reason: str | None

    @property
    def needs_history(self) -> bool:
        """Whether earlier messages of its channel have to be read: its own, which may have arrived, or another's."""
        return self.search_after_id is not None or self.corrects_delivery is not None


@value
class SendResult:
    """What became of an attempt. ``next_at`` is set for a retry, ``channel`` and ``message`` for what was sent;
    ``tired`` for a pause after a day of failures, which the next failure goes on with. ``attempts`` is how often it
    failed.
    """

    state: DeliveryState
    reason: str | None = None
    code: int | None = None
    next_at: datetime | None = None
    channel: int | None = None
    message: int | None = None
    tired: bool = False
    attempts: int = 0
