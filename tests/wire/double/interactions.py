"""Interactions over REST: the first answer, what follows it, and their deadlines."""

from __future__ import annotations

from tests.wire.double import payloads
from tests.wire.double.basics import Json
from tests.wire.double.call import NOTHING, Call, Reply, Routes
from tests.wire.double.errors import (
    ALREADY_ACKNOWLEDGED,
    INVALID_TOKEN,
    TOO_MANY_FOLLOWUPS,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
    invalid_form,
)
from tests.wire.double.exchange import Exchange, Install
from tests.wire.double.messages import change, stored_payload
from tests.wire.double.validate import EPHEMERAL, check_message, check_modal
from tests.wire.double.world import Message

TOKEN_SECONDS = 900.0
FOLLOWUPS_OF_A_USER_INSTALL = 5
PONG, REPLY, DEFER_REPLY, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
SLASH_REPLY = 20


async def callback(call: Call) -> Reply:
    """Create Interaction Response: once, and in time."""
    exchange = _exchange(call)
    if exchange is None or call.parts["interaction"] != str(exchange.id):
        raise UNKNOWN_INTERACTION
    if exchange.answer is not None:
        raise ALREADY_ACKNOWLEDGED
    now = call.double.clock.monotonic()
    if now > exchange.began + call.double.answer_within:
        raise UNKNOWN_INTERACTION
    message = _accept(call, exchange, call.body.get("type", 0), call.body.get("data") or {})
    exchange.answered(call.body, now)
    if call.query.get("with_response") not in ("1", "true", "True"):
        return NOTHING
    return Reply(_callback_response(exchange, message))


async def followup(call: Call) -> Reply:
    """Create Followup Message; after a deferral the first one fills the deferred answer."""
    exchange = _acknowledged(call)
    if exchange.is_thinking and exchange.original is None:
        message = _store(call, exchange, call.body, _ephemeral(exchange.answer))
        exchange.original = message
    else:
        exchange.followups += 1
        if exchange.install is Install.USER and exchange.followups > FOLLOWUPS_OF_A_USER_INSTALL:
            raise TOO_MANY_FOLLOWUPS
        message = _store(call, exchange, call.body)
    exchange.changed()
    return Reply(payloads.message(message))


async def get_message(call: Call) -> Reply:
    """Get the original answer or a follow-up."""
    return Reply(payloads.message(_message(call, _acknowledged(call))))


async def edit_message(call: Call) -> Reply:
    """Edit the original answer or a follow-up; editing a deferred answer sends it."""
    exchange = _acknowledged(call)
    if exchange.original is None and exchange.is_thinking and call.parts["message"] == "@original":
        exchange.original = message = _store(call, exchange, call.body, _ephemeral(exchange.answer))
    else:
        message = _message(call, exchange)
        change(call, message, call.body)
        if call.parts["message"] == "@original":
            exchange.original = message
    exchange.changed()
    return Reply(payloads.message(message))


async def delete_message(call: Call) -> Reply:
    """Delete the original answer or a follow-up."""
    exchange = _acknowledged(call)
    message = _message(call, exchange)
    del exchange.messages[message.id]
    channel = call.double.world.channels.get(message.channel_id)
    if channel and message in channel.messages:
        call.double.world.delete_message(channel, message)
    exchange.changed()
    return NOTHING


def _exchange(call: Call) -> Exchange | None:
    return call.double.exchanges.get(call.parts["token"])


def _acknowledged(call: Call) -> Exchange:
    exchange = _exchange(call)
    if exchange is None or exchange.answer is None:
        raise UNKNOWN_WEBHOOK
    if call.double.clock.monotonic() > exchange.began + TOKEN_SECONDS:
        raise INVALID_TOKEN
    return exchange


def _accept(call: Call, exchange: Exchange, kind: int, data: Json) -> Message | None:
    """Do what the first answer says. Raises ApiError if it may not be said here."""
    if kind not in exchange.accepts:
        raise invalid_form(f"type: {kind} does not answer this interaction")
    if kind == REPLY:
        exchange.original = _store(call, exchange, data)
    elif kind == UPDATE and exchange.message is not None:
        change(call, exchange.message, data)
        exchange.original = exchange.message
        exchange.messages[exchange.message.id] = exchange.message
    elif kind == MODAL:
        check_modal(data)
    elif kind == CHOICES:
        _check_choices(data.get("choices") or [])
    elif kind == DEFER_UPDATE and exchange.message is not None:
        exchange.messages[exchange.message.id] = exchange.message
    return exchange.original


def _store(call: Call, exchange: Exchange, body: Json, inherited: int = 0) -> Message:
    check_message(body, [upload.filename for upload in call.uploads])
    flags = (body.get("flags") or 0) | inherited
    if exchange.forced_ephemeral:
        flags |= EPHEMERAL
    world = call.double.world
    payload = stored_payload(call, {**body, "flags": flags})
    if flags & EPHEMERAL or exchange.channel.id not in world.channels or not exchange.bot_is_there:
        message = Message(world.snowflakes.next(), exchange.channel.id, world.bot, payload, world.clock.now())
    else:
        message = world.store(exchange.channel, world.bot, payload)
    message.type = SLASH_REPLY
    message.interaction = exchange.metadata()
    exchange.messages[message.id] = message
    return message


def _message(call: Call, exchange: Exchange) -> Message:
    if call.parts["message"] == "@original":
        message = exchange.original or exchange.message
    else:
        message = exchange.messages.get(int(call.parts["message"]))
    if message is None or message.id not in exchange.messages:
        raise UNKNOWN_MESSAGE
    return message


def _ephemeral(answer: Json | None) -> int:
    data = (answer or {}).get("data") or {}
    return int(data.get("flags") or 0) & EPHEMERAL


def _check_choices(choices: list[Json]) -> None:
    if len(choices) > 25:
        raise invalid_form("choices: at most 25")
    for choice in choices:
        if not 1 <= len(choice["name"]) <= 100 or not 0 < len(str(choice["value"])) <= 100:
            raise invalid_form(f"choices: 1 to 100 characters: {choice}")


def _callback_response(exchange: Exchange, message: Message | None) -> Json:
    kind = (exchange.answer or {})["type"]
    about: Json = {"id": str(exchange.id), "type": exchange.kind, "response_message_loading": exchange.is_thinking}
    body: Json = {"interaction": about}
    if message is not None:
        flags = message.payload.get("flags") or 0
        about["response_message_id"] = str(message.id)
        about["response_message_ephemeral"] = bool(flags & EPHEMERAL)
    if message is not None and kind in (REPLY, UPDATE):
        body["resource"] = {"type": kind, "message": payloads.message(message)}
    return body


ROUTES: Routes = {
    "POST /interactions/{interaction}/{token}/callback": callback,
    "POST /webhooks/{application}/{token}": followup,
    "GET /webhooks/{application}/{token}/messages/{message}": get_message,
    "PATCH /webhooks/{application}/{token}/messages/{message}": edit_message,
    "DELETE /webhooks/{application}/{token}/messages/{message}": delete_message,
}
