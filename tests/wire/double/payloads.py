"""How the double's things look on the wire (Discord's resource pages)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.wire.double.basics import Json, stamp

if TYPE_CHECKING:
    from tests.wire.double.world import Channel, Guild, Member, Message, Overwrite, Role, ScheduledEvent, User

JOINED_AT = stamp(datetime(2026, 1, 1, tzinfo=UTC))
ROLE_COLOURS: Json = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}


def user(user: User) -> Json:
    return {
        "id": str(user.id),
        "username": user.name.lower(),
        "global_name": user.name,
        "discriminator": "0",
        "avatar": None,
        "bot": user.bot,
    }


def role(role: Role) -> Json:
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions.value),
        "position": role.position,
        "color": 0,
        "colors": ROLE_COLOURS,
        "hoist": False,
        "managed": role.managed,
        "mentionable": role.mentionable,
        "flags": 0,
    }


def member(member: Member, *, with_user: bool = True) -> Json:
    until = member.timed_out_until
    body: Json = {
        "roles": [str(role) for role in member.roles],
        "joined_at": JOINED_AT,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "nick": None,
        "avatar": None,
        "premium_since": None,
        "communication_disabled_until": stamp(until) if until else None,
    }
    return {"user": user(member.user), **body} if with_user else body


def overwrite(overwrite: Overwrite) -> Json:
    return {
        "id": str(overwrite.id),
        "type": int(overwrite.is_member),
        "allow": str(overwrite.allow.value),
        "deny": str(overwrite.deny.value),
    }


def channel(channel: Channel) -> Json:
    last = channel.messages[-1].id if channel.messages else None
    body: Json = {"id": str(channel.id), "type": int(channel.type), "last_message_id": _text(last)}
    if channel.recipient is not None:
        return {**body, "recipients": [user(channel.recipient)]}
    body.update(name=channel.name, guild_id=str(channel.guild_id), parent_id=_text(channel.parent_id))
    if channel.is_thread:
        metadata = {
            "archived": channel.archived,
            "locked": channel.locked,
            "auto_archive_duration": 1440,
            "archive_timestamp": JOINED_AT,
        }
        return {**body, "owner_id": "1", "thread_metadata": metadata, "message_count": 0, "member_count": 1}
    overwrites = [overwrite(each) for each in channel.overwrites.values()]
    return {**body, "position": 0, "topic": None, "nsfw": False, "permission_overwrites": overwrites}


def guild(guild: Guild) -> Json:
    """The guild as GUILD_CREATE has it; of its members only the bots, as for a bot without the members intent."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner.id),
        "unavailable": False,
        "member_count": len(guild.members),
        "large": False,
        "joined_at": JOINED_AT,
        "preferred_locale": "en-US",
        "features": [],
        "emojis": [],
        "stickers": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "premium_tier": 0,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "system_channel_id": _text(guild.system_channel_id),
        "roles": [role(each) for each in guild.roles.values()],
        "members": [member(each) for each in guild.members.values() if each.user.bot],
        "channels": [channel(each) for each in guild.channels.values() if not each.is_thread],
        "threads": [channel(each) for each in guild.channels.values() if each.is_thread],
    }


def event(event: ScheduledEvent) -> Json:
    asked = event.payload
    return {
        "id": str(event.id),
        "guild_id": str(event.guild_id),
        "channel_id": None,
        "creator_id": str(event.creator.id),
        "creator": user(event.creator),
        "name": asked["name"],
        "description": asked.get("description"),
        "image": None,
        "scheduled_start_time": asked["scheduled_start_time"],
        "scheduled_end_time": asked["scheduled_end_time"],
        "status": int(event.status),
        "entity_type": asked["entity_type"],
        "entity_id": None,
        "entity_metadata": asked["entity_metadata"],
        "recurrence_rule": None,
        "privacy_level": asked["privacy_level"],
        "guild_scheduled_event_exceptions": [],
    }


def message(message: Message) -> Json:
    sent = message.payload
    body: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel_id),
        "author": user(message.author),
        "content": sent.get("content") or "",
        "timestamp": stamp(message.sent_at),
        "edited_timestamp": stamp(message.edited_at) if message.edited_at else None,
        "tts": False,
        "pinned": False,
        "type": message.type,
        "flags": sent.get("flags") or 0,
        "mention_everyone": False,
        "mentions": sent.get("mentions") or [],
        "mention_roles": sent.get("mention_roles") or [],
        "attachments": sent.get("attachments") or [],
        "embeds": sent.get("embeds") or [],
        "components": sent.get("components") or [],
    }
    if message.nonce is not None:
        body["nonce"] = message.nonce
    if sent.get("message_reference"):
        body["message_reference"] = sent["message_reference"]
    if message.interaction is not None:
        body["interaction_metadata"] = message.interaction
    return body


def without_content(body: Json) -> Json:
    """A message as a bot without the message-content intent gets it."""
    return {**body, "content": "", "embeds": [], "attachments": [], "components": []}


def application(bot: User, owner: User) -> Json:
    return {
        "id": str(bot.id),
        "name": bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(owner),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
    }


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)
