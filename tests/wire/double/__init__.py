"""A small Discord on the loopback: real HTTP, a real gateway websocket, and faults on demand."""

from tests.wire.double.faults import Fault, Faults, Late, LostAnswer, Refusal, Reset, ServerError, Throttle
from tests.wire.double.log import Entry, Log, Phase
from tests.wire.double.people import Exchange, Install, People, texts
from tests.wire.double.server import Double
from tests.wire.double.world import Channel, ChannelType, EventStatus, Guild, Message, ScheduledEvent, User, World

__all__ = [
    "Channel",
    "ChannelType",
    "Double",
    "Entry",
    "EventStatus",
    "Exchange",
    "Fault",
    "Faults",
    "Guild",
    "Install",
    "Late",
    "Log",
    "LostAnswer",
    "Message",
    "People",
    "Phase",
    "Refusal",
    "Reset",
    "ScheduledEvent",
    "ServerError",
    "Throttle",
    "User",
    "World",
    "texts",
]
