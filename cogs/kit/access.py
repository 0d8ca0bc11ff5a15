"""Who may do what, and what the bot itself may do in a channel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeAlias

import discord

from cogs.kit import sentences
from cogs.kit.bot import Interaction
from cogs.kit.failures import Refusal
from db.record.values import value

Announceable: TypeAlias = discord.TextChannel | discord.Thread

# What a channel needs besides permissions, which go by Discord's names.
TIMEOUT, LOCK, ROLE, EVENTS = "timeout", "lock", "role", "create_events"
_NEEDED = {
    "view_channel": "View Channel",
    "embed_links": "Embed Links",
    "attach_files": "Attach Files",
    "read_message_history": "Read Message History",
}


# What a server is asked for when the bot comes; each is one of ``requirements``.
INVITED_WITH = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
)
_SCOPES = ("bot", "applications.commands")


def invitation(application: int, *, events: bool = False) -> str:
    """The link that adds the bot to a server, with what it needs; with ``events`` also to make events of hearings."""
    wanted = discord.Permissions(INVITED_WITH.value)
    wanted.create_events = events
    return discord.utils.oauth_url(application, permissions=wanted, scopes=_SCOPES)


@value
class Requirement:
    """One thing the bot needs in a channel: a permission by Discord's ``name``, ``TIMEOUT``, ``LOCK`` or ``ROLE``.

    ``remedy`` says how to give it; it is empty where nothing is missing.
    """

    name: str
    label: str
    ok: bool
    remedy: str


def is_member(interaction: Interaction) -> bool:
    """Whether the bot is in the server of an interaction. False in DMs and where only the person installed it."""
    return interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None


def is_organizer(interaction: Interaction) -> bool:
    """Whether the person holds Manage Server, in a server that has the bot."""
    return is_member(interaction) and interaction.permissions.manage_guild


def is_editor(interaction: Interaction) -> bool:
    """Whether the person holds the editor role in the home server, by the roles that came with this interaction."""
    bot = interaction.client
    if bot.editor_role is None or interaction.guild_id is None or interaction.guild_id != bot.settings.home_server:
        return False
    return isinstance(interaction.user, discord.Member) and interaction.user.get_role(bot.editor_role) is not None


def require_editor(interaction: Interaction) -> None:
    """The person is an editor now. Raises Refusal if not."""
    if interaction.client.editor_role is None:
        raise Refusal(sentences.NO_EDITORS)
    if not is_editor(interaction):
        raise Refusal(sentences.NOT_EDITOR)


def person(user: int | None) -> str:
    """An editor as a mention; one who has asked to be forgotten without it."""
    return f"<@{user}>" if user else sentences.ANOTHER_EDITOR


def is_direct(interaction: Interaction) -> bool:
    """Whether this is a direct message with the bot, where nobody else reads."""
    return interaction.guild_id is None and not interaction.context.private_channel


def posts_publicly(interaction: Interaction) -> bool:
    """Whether an answer to this person may be seen by others: they may write here, and Discord would show it.

    Where only the person has installed the bot, Discord shows answers to others only with Use External Apps.
    """
    if interaction.guild_id is None:
        return True
    held = interaction.permissions
    foreign = interaction.is_user_integration() and not interaction.is_guild_integration()
    return may_write(held, interaction.channel) and (held.use_external_apps or not foreign)


def may_write(held: discord.Permissions, channel: object) -> bool:
    """Whether these permissions let their holder write in a channel or thread."""
    in_thread = isinstance(channel, discord.Thread)
    return held.view_channel and (held.send_messages_in_threads if in_thread else held.send_messages)


def requirements(channel: Announceable, role: discord.Role | None = None) -> tuple[Requirement, ...]:
    """All that the bot needs in order to announce in a channel and, if a role is given, to ping it; met or not."""
    me = channel.guild.me
    held = _granted(channel, me)
    in_thread = isinstance(channel, discord.Thread)
    send = ("send_messages_in_threads", "Send Messages in Threads") if in_thread else ("send_messages", "Send Messages")
    needed = {"view_channel": _NEEDED["view_channel"], send[0]: send[1], **_NEEDED}
    found = [_permission(name, label, getattr(held, name), me) for name, label in needed.items()]
    found.append(_condition(TIMEOUT, sentences.NOT_TIMED_OUT, not me.is_timed_out(), sentences.END_THE_TIMEOUT))
    if isinstance(channel, discord.Thread):
        found.append(_condition(LOCK, sentences.THREAD_NOT_LOCKED, not channel.locked, sentences.UNLOCK_THE_THREAD))
    if role is not None:
        found.append(_ping(role, held))
    return tuple(found)


def event_requirement(guild: discord.Guild) -> Requirement:
    """What the bot needs in order to make events of hearings in a server."""
    me = guild.me
    name = discord.utils.escape_markdown(me.display_name)
    remedy = sentences.allow_in_server(name, sentences.CREATE_EVENTS)
    return _condition(EVENTS, sentences.CREATE_EVENTS, me.guild_permissions.create_events, remedy)


def _granted(channel: Announceable, me: discord.Member) -> discord.Permissions:
    """What roles and overwrites give, each by itself. ``permissions_for`` leaves out what Discord takes away together
    with something else (without Send Messages no Embed Links), which does not say whether it is missing too.
    """
    held = _union(role.permissions for role in me.roles)
    parent = channel.parent if isinstance(channel, discord.Thread) else channel
    if held.administrator or parent is None:
        return discord.Permissions.all() if held.administrator else held
    everyone = me.guild.default_role
    for level in ([everyone], [role for role in me.roles if role != everyone], [me]):
        pairs = [parent.overwrites_for(one).pair() for one in level]
        held = (held & ~_union(deny for _, deny in pairs)) | _union(allow for allow, _ in pairs)
    return held


def _union(permissions: Iterable[discord.Permissions]) -> discord.Permissions:
    return reduce(or_, permissions, discord.Permissions.none())


def _permission(name: str, label: str, ok: bool, me: discord.Member) -> Requirement:
    return _condition(name, label, ok, sentences.allow(discord.utils.escape_markdown(me.display_name), label))


def _condition(name: str, label: str, ok: bool, remedy: str) -> Requirement:
    return Requirement(name, label, ok, "" if ok else remedy)


def _ping(role: discord.Role, held: discord.Permissions) -> Requirement:
    if role.is_default() or role.managed:
        return Requirement(ROLE, sentences.ROLE_CAN_BE_PINGED, False, sentences.CHOOSE_YOUR_OWN_ROLE)
    can_ping = role.mentionable or held.mention_everyone
    return _condition(ROLE, sentences.ROLE_CAN_BE_PINGED, can_ping, sentences.ALLOW_THE_PING)
