"""Messages over REST: sending, editing, deleting, reading back, publishing."""

from __future__ import annotations

import discord

from tests.wire.double import payloads, permissions
from tests.wire.double.basics import Json
from tests.wire.double.call import NOTHING, Call, Reply, Routes, Upload
from tests.wire.double.errors import (
    ALREADY_CROSSPOSTED,
    CLOSED_DMS,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    NOT_YOUR_MESSAGE,
    REPLY_WITHOUT_HISTORY,
    THREAD_LOCKED,
    UNKNOWN_MESSAGE,
    UNKNOWN_USER,
    WRONG_CHANNEL_TYPE,
    invalid_form,
)
from tests.wire.double.validate import COMPONENTS_V2, check_message
from tests.wire.double.world import Channel, ChannelType, Message, World

NONCE_SECONDS = 300.0
CROSSPOSTED = 1 << 1
KEPT_OF_AN_EDIT = ("content", "components", "embeds", "flags")


async def send(call: Call) -> Reply:
    """Create Message, with the de-duplication of ``enforce_nonce``: the same author, channel and nonce within minutes
    get the message that is there; if that was deleted, Unknown Message."""
    channel, world = call.channel, call.double.world
    may_send(world, channel, call.body, bool(call.uploads))
    check_message(call.body, [upload.filename for upload in call.uploads])
    nonce = call.body.get("nonce")
    known = channel.nonces.get((world.bot.id, str(nonce))) if nonce and call.body.get("enforce_nonce") else None
    if known and known.nonce_until > world.clock.monotonic():
        if known.id in channel.deleted:
            raise UNKNOWN_MESSAGE
        return Reply(payloads.message(known))
    _check_reference(world, channel, call.body)
    message = world.store(channel, world.bot, stored_payload(call, call.body))
    if nonce:
        message.nonce, message.nonce_until = str(nonce), world.clock.monotonic() + NONCE_SECONDS
        channel.nonces[world.bot.id, message.nonce] = message
    world.tell_message("MESSAGE_CREATE", message)
    return Reply(payloads.message(message))


async def edit(call: Call) -> Reply:
    """Edit Message: only one's own."""
    channel, world = call.channel, call.double.world
    message = find(call, channel)
    if message.author is not world.bot:
        raise NOT_YOUR_MESSAGE
    may_see(world, channel)
    change(call, message, call.body)
    world.tell_message("MESSAGE_UPDATE", message)
    return Reply(payloads.message(message))


async def delete(call: Call) -> Reply:
    """Delete Message: one's own, or with Manage Messages."""
    channel, world = call.channel, call.double.world
    message = find(call, channel)
    allowed = may_see(world, channel)
    if message.author is not world.bot and not allowed.manage_messages:
        raise MISSING_PERMISSIONS
    world.delete_message(channel, message)
    return NOTHING


async def get(call: Call) -> Reply:
    """Get Channel Message."""
    channel, world = call.channel, call.double.world
    if not may_see(world, channel).read_message_history:
        raise MISSING_PERMISSIONS
    return Reply(_as_read(world, channel, find(call, channel)))


async def history(call: Call) -> Reply:
    """Get Channel Messages, newest first. Without Read Message History the answer is empty, not a refusal."""
    channel, world = call.channel, call.double.world
    if not may_see(world, channel).read_message_history:
        return Reply([])
    limit = int(call.query.get("limit", 50))
    if not 1 <= limit <= 100:
        raise invalid_form("limit: must be between 1 and 100")
    return Reply([_as_read(world, channel, message) for message in reversed(_page(channel.messages, call, limit))])


async def crosspost(call: Call) -> Reply:
    """Crosspost Message, in announcement channels."""
    channel, world = call.channel, call.double.world
    if not may_see(world, channel).send_messages:
        raise MISSING_PERMISSIONS
    message = find(call, channel)
    if channel.type is not ChannelType.NEWS:
        raise WRONG_CHANNEL_TYPE
    flags = message.payload.get("flags") or 0
    if flags & CROSSPOSTED:
        raise ALREADY_CROSSPOSTED
    message.payload["flags"] = flags | CROSSPOSTED
    world.tell_message("MESSAGE_UPDATE", message)
    return Reply(payloads.message(message))


async def typing(call: Call) -> Reply:
    """Trigger Typing Indicator."""
    may_send(call.double.world, call.channel, {}, False)
    return NOTHING


async def open_dm(call: Call) -> Reply:
    """Create DM."""
    world = call.double.world
    user = world.users.get(int(call.body["recipient_id"]))
    if user is None:
        raise UNKNOWN_USER
    return Reply(payloads.channel(world.dm(user)))


def may_see(world: World, channel: Channel) -> discord.Permissions:
    """What the bot may do in a channel. Raises ApiError if it may not even see it."""
    if channel.recipient is not None:
        return discord.Permissions.all()
    allowed = permissions.of_bot(world, channel)
    if not allowed.view_channel:
        raise MISSING_ACCESS
    return allowed


def may_send(world: World, channel: Channel, body: Json, has_files: bool) -> None:
    """Raises ApiError if the bot may not send this there."""
    if channel.recipient is not None:
        if not channel.recipient.dms_open:
            raise CLOSED_DMS
        return
    allowed = may_see(world, channel)
    if not (allowed.send_messages_in_threads if channel.is_thread else allowed.send_messages):
        raise MISSING_PERMISSIONS
    if has_files and not allowed.attach_files:
        raise MISSING_PERMISSIONS
    if channel.is_thread and channel.locked and not allowed.manage_threads:
        raise THREAD_LOCKED
    if body.get("message_reference") and not allowed.read_message_history:
        raise REPLY_WITHOUT_HISTORY


def find(call: Call, channel: Channel) -> Message:
    """The message named in the path. Raises ApiError if there is none."""
    message = channel.message(int(call.parts["message"]))
    if message is None:
        raise UNKNOWN_MESSAGE
    return message


def stored_payload(call: Call, body: Json) -> Json:
    """What is kept of a new message: the payload, its files as attachments, and whom it mentions."""
    mentioned = (body.get("allowed_mentions") or {}).get("roles") or []
    return {**body, "attachments": _attachments(call, call.uploads), "mention_roles": mentioned}


def change(call: Call, message: Message, body: Json) -> None:
    """Change a stored message as an edit asks. Raises ApiError if the result breaks a rule."""
    changed = {part: body[part] for part in KEPT_OF_AN_EDIT if part in body}
    flags = (message.payload.get("flags") or 0) & COMPONENTS_V2 | (changed.get("flags") or 0)
    payload = {**message.payload, **changed, "flags": flags}
    if "attachments" in body or call.uploads:
        kept = {str(each["id"]) for each in body.get("attachments") or []}
        old = [each for each in message.payload.get("attachments") or [] if each["id"] in kept]
        payload["attachments"] = old + _attachments(call, call.uploads)
    check_message({**payload, "nonce": None})
    message.payload = payload
    message.edited_at = call.double.world.clock.now()


def _attachments(call: Call, uploads: list[Upload]) -> list[Json]:
    world, base = call.double.world, call.double.url
    return [
        {
            "id": str(attachment_id := world.snowflakes.next()),
            "filename": upload.filename,
            "size": len(upload.content),
            "content_type": upload.content_type,
            "url": f"{base}/cdn/attachments/{attachment_id}/{upload.filename}",
            "proxy_url": f"{base}/cdn/attachments/{attachment_id}/{upload.filename}",
        }
        for upload in uploads
    ]


def _check_reference(world: World, channel: Channel, body: Json) -> None:
    reference = body.get("message_reference")
    if not reference or channel.message(int(reference["message_id"])):
        return
    if reference.get("fail_if_not_exists", True):
        raise invalid_form("message_reference: Unknown message")


def _as_read(world: World, channel: Channel, message: Message) -> Json:
    body = payloads.message(message)
    is_readable = message.author is world.bot or channel.recipient is not None or mentions(message, world)
    return body if is_readable else payloads.without_content(body)


def mentions(message: Message, world: World) -> bool:
    """Whether a message mentions the bot."""
    return f"<@{world.bot.id}>" in str(message.payload.get("content"))


def _page(messages: list[Message], call: Call, limit: int) -> list[Message]:
    if "after" in call.query:
        return [message for message in messages if message.id > int(call.query["after"])][:limit]
    if "around" in call.query:
        middle = int(call.query["around"])
        older = [message for message in messages if message.id < middle][-(limit // 2) :]
        return older + [message for message in messages if message.id >= middle][: limit - len(older)]
    before = int(call.query.get("before", 1 << 63))
    return [message for message in messages if message.id < before][-limit:]


ROUTES: Routes = {
    "POST /channels/{channel}/messages": send,
    "GET /channels/{channel}/messages": history,
    "GET /channels/{channel}/messages/{message}": get,
    "PATCH /channels/{channel}/messages/{message}": edit,
    "DELETE /channels/{channel}/messages/{message}": delete,
    "POST /channels/{channel}/messages/{message}/crosspost": crosspost,
    "POST /channels/{channel}/typing": typing,
    "POST /users/@me/channels": open_dm,
}
