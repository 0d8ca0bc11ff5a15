"""What a member may do in a channel (Discord's "Permissions" page: base, then overwrites, then what implies what)."""

from __future__ import annotations

import discord

from tests.wire.double.basics import Clock
from tests.wire.double.world import Channel, Guild, Member, World

TIMED_OUT = discord.Permissions(view_channel=True, read_message_history=True)
MESSAGE_PARTS = discord.Permissions(send_tts_messages=True, embed_links=True, attach_files=True, mention_everyone=True)


def of_member(world: World, guild: Guild, member: Member, channel: Channel) -> discord.Permissions:
    """The permissions of a member in a channel or thread; a thread has those of its parent."""
    base = in_guild(guild, member)
    if base.administrator:
        return base
    place = world.channels.get(channel.parent_id or 0, channel) if channel.is_thread else channel
    return _implied(_limited(_with_overwrites(base.value, guild, member, place), member, world.clock))


def in_guild(guild: Guild, member: Member) -> discord.Permissions:
    """The permissions of a member by its roles, wherever in the guild."""
    base = guild.everyone.permissions.value
    for role_id in member.roles:
        base |= guild.roles[role_id].permissions.value
    is_above = member.user.id == guild.owner.id or discord.Permissions(base).administrator
    return discord.Permissions.all() if is_above else discord.Permissions(base)


def of_bot(world: World, channel: Channel) -> discord.Permissions:
    """The bot's permissions in a guild's channel; none where it is no member."""
    guild = world.guilds[channel.guild_id or 0]
    member = guild.members.get(world.bot.id)
    return of_member(world, guild, member, channel) if member else discord.Permissions.none()


def _with_overwrites(base: int, guild: Guild, member: Member, channel: Channel) -> int:
    found = channel.overwrites
    if everyone := found.get(guild.id):
        base = base & ~everyone.deny.value | everyone.allow.value
    roles = [found[role_id] for role_id in member.roles if role_id in found]
    for overwrite in roles:
        base &= ~overwrite.deny.value
    for overwrite in roles:
        base |= overwrite.allow.value
    if own := found.get(member.user.id):
        base = base & ~own.deny.value | own.allow.value
    return base


def _limited(value: int, member: Member, clock: Clock) -> int:
    until = member.timed_out_until
    return value & TIMED_OUT.value if until and until > clock.now() else value


def _implied(value: int) -> discord.Permissions:
    permissions = discord.Permissions(value)
    if not permissions.view_channel:
        return discord.Permissions.none()
    if permissions.send_messages or permissions.send_messages_in_threads:
        return permissions
    return discord.Permissions(value & ~MESSAGE_PARTS.value)
