"""What exists on the double: users, guilds, channels, messages. What changes is told to connected gateways."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

import discord

from tests.wire.double import payloads
from tests.wire.double.basics import Clock, Emit, Json, Snowflakes

BOT_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    external_emojis=True,
    use_application_commands=True,
)
EVERYONE_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    use_application_commands=True,
    use_external_apps=True,
)


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    NEWS = 5
    THREAD = 11


@dataclass(slots=True)
class User:
    id: int
    name: str
    bot: bool = False
    dms_open: bool = True


@dataclass(slots=True)
class Role:
    id: int
    name: str
    permissions: discord.Permissions
    position: int = 1
    managed: bool = False
    mentionable: bool = False


@dataclass(slots=True)
class Member:
    user: User
    roles: list[int] = field(default_factory=list)
    timed_out_until: datetime | None = None


@dataclass(slots=True)
class Overwrite:
    """What one role or member is allowed and denied in one channel."""

    id: int
    is_member: bool
    allow: discord.Permissions
    deny: discord.Permissions


@dataclass(slots=True)
class Message:
    """A stored message. ``payload`` holds what its author sent: content, components, embeds, attachments, flags."""

    id: int
    channel_id: int
    author: User
    payload: Json
    sent_at: datetime
    edited_at: datetime | None = None
    nonce: str | None = None
    nonce_until: float = 0.0
    type: int = 0
    interaction: Json | None = None


class EventStatus(IntEnum):
    SCHEDULED = 1
    ACTIVE = 2
    COMPLETED = 3
    CANCELED = 4

    @property
    def is_over(self) -> bool:
        return self in (EventStatus.COMPLETED, EventStatus.CANCELED)


@dataclass(slots=True)
class ScheduledEvent:
    """An event of a guild, kept when it is over. ``payload`` holds what its maker asked for."""

    id: int
    guild_id: int
    creator: User
    payload: Json
    status: EventStatus = EventStatus.SCHEDULED


@dataclass(slots=True)
class Channel:
    """``messages`` stand in the order of their ids. ``deleted`` keeps the ids of messages that are gone."""

    id: int
    type: ChannelType
    name: str
    guild_id: int | None = None
    parent_id: int | None = None
    recipient: User | None = None
    archived: bool = False
    locked: bool = False
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    nonces: dict[tuple[int, str], Message] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)

    @property
    def is_thread(self) -> bool:
        return self.type is ChannelType.THREAD

    def message(self, message_id: int) -> Message | None:
        """The stored message with that id, or None."""
        at = bisect_left(self.messages, message_id, key=lambda message: message.id)
        found = self.messages[at : at + 1]
        return found[0] if found and found[0].id == message_id else None

    def by(self, user: User) -> list[Message]:
        """The messages that one user wrote here, oldest first."""
        return [message for message in self.messages if message.author.id == user.id]


@dataclass(slots=True)
class Guild:
    """``joined`` says whether the bot is a member; a guild of user-installed use only has it False."""

    id: int
    name: str
    owner: User
    joined: bool = True
    available: bool = True
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    events: dict[int, ScheduledEvent] = field(default_factory=dict)
    system_channel_id: int | None = None

    @property
    def everyone(self) -> Role:
        return self.roles[self.id]


class World:
    """Everything that exists. Its methods change it and tell connected gateways, as Discord would."""

    def __init__(self, clock: Clock, emit: Emit) -> None:
        self.clock = clock
        self.emit = emit
        self.snowflakes = Snowflakes(clock)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.owner = self.add_user("owner")
        self.bot = self.add_user("Tiewatch", bot=True)

    def add_user(self, name: str, *, bot: bool = False, dms_open: bool = True) -> User:
        """A new user."""
        user = User(self.snowflakes.next(), name, bot, dms_open)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, guild_id: int | None = None, joined: bool = True) -> Guild:
        """A new guild with its owner, and with the bot as a member if ``joined``."""
        guild = Guild(guild_id or self.snowflakes.next(), name, self.owner, joined)
        guild.roles[guild.id] = Role(guild.id, "@everyone", EVERYONE_PERMISSIONS, position=0)
        guild.members[self.owner.id] = Member(self.owner)
        self.guilds[guild.id] = guild
        if joined:
            role = self.add_role(guild, self.bot.name, BOT_PERMISSIONS, managed=True)
            guild.members[self.bot.id] = Member(self.bot, [role.id])
        self._tell_guild(guild)
        return guild

    def add_role(
        self,
        guild: Guild,
        name: str,
        permissions: discord.Permissions | None = None,
        *,
        managed: bool = False,
        mentionable: bool = False,
    ) -> Role:
        """A new role in a guild."""
        granted = permissions or discord.Permissions.none()
        role = Role(self.snowflakes.next(), name, granted, len(guild.roles), managed, mentionable)
        guild.roles[role.id] = role
        self._emit_in(guild, "GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": payloads.role(role)})
        return role

    def add_member(self, guild: Guild, user: User, roles: Iterable[Role] = ()) -> Member:
        """Let a user join a guild."""
        member = Member(user, [role.id for role in roles])
        guild.members[user.id] = member
        return member

    def add_channel(
        self,
        guild: Guild,
        name: str,
        kind: ChannelType = ChannelType.TEXT,
        *,
        parent: Channel | None = None,
        overwrites: Iterable[Overwrite] = (),
    ) -> Channel:
        """A new text or news channel, or a thread in ``parent``."""
        channel = Channel(self.snowflakes.next(), kind, name, guild.id, parent.id if parent else None)
        channel.overwrites = {overwrite.id: overwrite for overwrite in overwrites}
        guild.channels[channel.id] = channel
        self.channels[channel.id] = channel
        self._emit_in(guild, "THREAD_CREATE" if channel.is_thread else "CHANNEL_CREATE", payloads.channel(channel))
        return channel

    def dm(self, user: User) -> Channel:
        """The direct-message channel of the bot and a user; made when first asked for."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        channel = Channel(self.snowflakes.next(), ChannelType.DM, user.name, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def overwrite(self, channel: Channel, role: Role, **values: bool | None) -> None:
        """Allow (True), deny (False) or leave open (None) permissions of a role in a channel."""
        overwrites = discord.PermissionOverwrite(**values)
        allow, deny = overwrites.pair()
        channel.overwrites[role.id] = Overwrite(role.id, False, allow, deny)
        self.channel_changed(channel)

    def channel_changed(self, channel: Channel) -> None:
        """Tell the gateway that a channel or thread is not what it was."""
        event = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        self.emit(event, payloads.channel(channel), channel.guild_id)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel or thread."""
        del self.channels[channel.id]
        if channel.guild_id is not None:
            del self.guilds[channel.guild_id].channels[channel.id]
        event = "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE"
        self.emit(event, payloads.channel(channel), channel.guild_id)

    def lose_guild(self, guild: Guild) -> None:
        """An outage: the guild is there and cannot be reached."""
        guild.available = False
        self.emit("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, guild.id)

    def restore_guild(self, guild: Guild) -> None:
        """The end of an outage."""
        guild.available = True
        self._tell_guild(guild)

    def remove_bot(self, guild: Guild) -> None:
        """The bot is removed from the guild."""
        guild.joined = False
        guild.members.pop(self.bot.id, None)
        self.emit("GUILD_DELETE", {"id": str(guild.id)}, guild.id)

    def say(self, channel: Channel, user: User, content: str, **payload: object) -> Message:
        """A person writes in a channel or to the bot."""
        message = self.store(channel, user, {"content": content, **payload})
        self.tell_message("MESSAGE_CREATE", message)
        return message

    def store(self, channel: Channel, author: User, payload: Json) -> Message:
        """Keep a message; tells nobody."""
        message = Message(self.snowflakes.next(), channel.id, author, payload, self.clock.now())
        channel.messages.append(message)
        return message

    def delete_message(self, channel: Channel, message: Message) -> None:
        """Delete a message and tell the gateway."""
        channel.messages.remove(message)
        channel.deleted.add(message.id)
        gone: Json = {"id": str(message.id), "channel_id": str(channel.id)}
        if channel.guild_id is not None:
            gone["guild_id"] = str(channel.guild_id)
        self.emit("MESSAGE_DELETE", gone, channel.guild_id)

    def tell_message(self, event: str, message: Message) -> None:
        """Tell the gateway of a new or edited message."""
        channel = self.channels[message.channel_id]
        body = payloads.message(message)
        if channel.guild_id is not None:
            guild = self.guilds[channel.guild_id]
            body["guild_id"] = str(guild.id)
            if message.author.id in guild.members:
                body["member"] = payloads.member(guild.members[message.author.id], with_user=False)
        self.emit(event, body, channel.guild_id)

    def _tell_guild(self, guild: Guild) -> None:
        if guild.joined and guild.available:
            self.emit("GUILD_CREATE", payloads.guild(guild), guild.id)

    def _emit_in(self, guild: Guild, event: str, body: Json) -> None:
        if guild.joined and guild.available:
            self.emit(event, body, guild.id)
