"""People who use the bot: they call commands, press buttons, choose and submit."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

import discord

from tests.wire.double import payloads, permissions
from tests.wire.double.account import command
from tests.wire.double.basics import Json
from tests.wire.double.exchange import Exchange, Install, Kind, custom_ids, texts
from tests.wire.double.validate import walk
from tests.wire.double.world import Channel, Guild, Member, Message, Role, User

if TYPE_CHECKING:
    from tests.wire.double.server import Double

__all__ = ["Exchange", "Install", "People", "custom_ids", "texts"]

FILE_LIMIT = 10 * 1024 * 1024
SUBCOMMAND, SUBCOMMAND_GROUP, CHANNEL_OPTION, ROLE_OPTION = 1, 2, 7, 8
CHAT_INPUT, MESSAGE_MENU = 1, 3


class People:
    """Acts on behalf of users. Each action returns its Exchange at once; the waiting ones wait for a first answer."""

    def __init__(self, double: Double) -> None:
        self._double = double

    async def slash(
        self,
        user: User,
        channel: Channel,
        name: str,
        options: Mapping[str, object] | None = None,
        *,
        locale: str = "en-US",
        install: Install = Install.GUILD,
    ) -> Exchange:
        """Call a slash command ("ask", or "announcements follow") and wait for the answer."""
        sent = self.call(user, channel, name, options, locale=locale, install=install)
        return await sent.until(lambda exchange: exchange.original is not None or exchange.answer is not None)

    def call(
        self,
        user: User,
        channel: Channel,
        name: str,
        options: Mapping[str, object] | None = None,
        *,
        locale: str = "en-US",
        install: Install = Install.GUILD,
    ) -> Exchange:
        """Call a slash command. Raises LookupError for a command or option that the bot did not register."""
        data = self._command_data(channel, name, options or {})
        return self._send(Kind.COMMAND, user, channel, data, locale=locale, install=install)

    async def autocomplete(self, user: User, channel: Channel, name: str, option: str, typed: str) -> Exchange:
        """Type into an option and wait for what is offered."""
        data = self._command_data(channel, name, {option: typed})
        for each in _leaf(data)["options"]:
            each["focused"] = each["name"] == option
        sent = self._send(Kind.AUTOCOMPLETE, user, channel, data)
        return await sent.until(lambda exchange: exchange.answer is not None)

    async def context_menu(
        self, user: User, channel: Channel, name: str, message: Message, *, install: Install = Install.GUILD
    ) -> Exchange:
        """Call a message context menu command."""
        found = command(self._double.commands, channel.guild_id, name, MESSAGE_MENU)
        resolved = {"messages": {str(message.id): payloads.message(message)}}
        data: Json = {"id": found["id"], "name": name, "type": MESSAGE_MENU, "resolved": resolved}
        data["target_id"] = str(message.id)
        sent = self._send(Kind.COMMAND, user, channel, data, install=install)
        return await sent.until(lambda exchange: exchange.answer is not None)

    async def press(
        self,
        user: User,
        message: Message,
        custom_id: str,
        values: list[str] | None = None,
        *,
        locale: str = "en-US",
        install: Install = Install.GUILD,
    ) -> Exchange:
        """Press a button, or choose ``values`` in a select. Raises LookupError if the message has no such component."""
        for component in walk(message.payload.get("components") or []):
            if component.get("custom_id") == custom_id and not component.get("disabled"):
                break
        else:
            raise LookupError(f"no component {custom_id!r} to press: {custom_ids(message.payload)}")
        data: Json = {"custom_id": custom_id, "component_type": component["type"]}
        if values is not None:
            data["values"] = values
        channel = self._double.world.channels[message.channel_id]
        sent = self._send(Kind.COMPONENT, user, channel, data, locale=locale, install=install, message=message)
        return await sent.until(lambda exchange: exchange.answer is not None)

    async def submit(
        self, shown: Exchange, values: Mapping[str, str | list[str]], *, locale: str = "en-US"
    ) -> Exchange:
        """Submit the modal that ``shown`` opened. Raises LookupError for a field it has not."""
        modal = shown.modal
        fields = {each["custom_id"]: each for each in walk(modal["components"]) if each.get("custom_id")}
        if unknown := set(values) - set(fields):
            raise LookupError(f"no such fields: {unknown}; there are {set(fields)}")
        components = [
            {"type": 18, "component": {"type": fields[name]["type"], "custom_id": name, **_value(value)}}
            for name, value in values.items()
        ]
        data = {"custom_id": modal["custom_id"], "components": components}
        sent = self._send(Kind.MODAL, shown.user, shown.channel, data, locale=locale, message=shown.message)
        return await sent.until(lambda exchange: exchange.answer is not None)

    def _send(
        self,
        kind: Kind,
        user: User,
        channel: Channel,
        data: Json,
        *,
        locale: str = "en-US",
        install: Install = Install.GUILD,
        message: Message | None = None,
    ) -> Exchange:
        double = self._double
        world = double.world
        guild = world.guilds.get(channel.guild_id or 0)
        exchange = Exchange(
            world.snowflakes.next(), secrets.token_hex(20), kind, user, channel, double.clock.monotonic(), install
        )
        exchange.message = message
        exchange.bot_is_there = guild is None or guild.joined
        double.exchanges[exchange.token] = exchange
        owner = {"0": str(channel.guild_id or 0)} if install is Install.GUILD else {"1": str(user.id)}
        body: Json = {
            "id": str(exchange.id),
            "application_id": str(world.bot.id),
            "type": int(kind),
            "token": exchange.token,
            "version": 1,
            "data": data,
            "channel": payloads.channel(channel),
            "channel_id": str(channel.id),
            "locale": locale,
            "entitlements": [],
            "authorizing_integration_owners": owner,
            "context": 1 if guild is None else 0,
            "attachment_size_limit": FILE_LIMIT,
            "app_permissions": str(self._app_permissions(guild, channel).value),
        }
        if message is not None:
            body["message"] = payloads.message(message)
        if guild is None:
            body["user"] = payloads.user(user)
        else:
            body.update(self._in_guild(guild, channel, user, exchange))
        double.gateway.emit("INTERACTION_CREATE", body, channel.guild_id if exchange.bot_is_there else None)
        return exchange

    def _in_guild(self, guild: Guild, channel: Channel, user: User, exchange: Exchange) -> Json:
        member = guild.members.get(user.id) or Member(user)
        allowed = permissions.of_member(self._double.world, guild, member, channel)
        exchange.forced_ephemeral = exchange.install is Install.USER and not allowed.use_external_apps
        return {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "member": {**payloads.member(member), "permissions": str(allowed.value)},
        }

    def _app_permissions(self, guild: Guild | None, channel: Channel) -> discord.Permissions:
        if guild is None or not guild.joined:
            return discord.Permissions(send_messages=True, embed_links=True, attach_files=True)
        return permissions.of_bot(self._double.world, channel)

    def _command_data(self, channel: Channel, name: str, options: Mapping[str, object]) -> Json:
        root, *path = name.split(" ")
        registered = command(self._double.commands, channel.guild_id, root, CHAT_INPUT)
        leaf = registered
        for step in path:
            leaf = _option(leaf, step)
        values = [self._value_of(_option(leaf, key), value) for key, value in options.items()]
        for step_name, kind in reversed(_steps(registered, path)):
            values = [{"name": step_name, "type": kind, "options": values}]
        return {
            "id": registered["id"],
            "name": root,
            "type": CHAT_INPUT,
            "options": values,
            "resolved": self._resolved(channel, options),
            **({"guild_id": registered["guild_id"]} if "guild_id" in registered else {}),
        }

    def _value_of(self, option: Json, value: object) -> Json:
        sent = str(value.id) if isinstance(value, Channel | Role) else value
        return {"name": option["name"], "type": option["type"], "value": sent}

    def _resolved(self, channel: Channel, options: Mapping[str, object]) -> Json:
        world = self._double.world
        resolved: Json = {}
        for value in options.values():
            if isinstance(value, Role):
                resolved.setdefault("roles", {})[str(value.id)] = payloads.role(value)
            if isinstance(value, Channel):
                seen = permissions.of_member(world, world.guilds[channel.guild_id or 0], Member(world.owner), value)
                body = {**payloads.channel(value), "permissions": str(seen.value)}
                resolved.setdefault("channels", {})[str(value.id)] = body
        return resolved


def _option(parent: Json, name: str) -> Json:
    for option in parent.get("options") or []:
        if option["name"] == name:
            return dict(option)
    raise LookupError(f"{parent['name']!r} has no option {name!r}")


def _steps(registered: Json, path: list[str]) -> list[tuple[str, int]]:
    steps, parent = [], registered
    for name in path:
        parent = _option(parent, name)
        steps.append((name, parent["type"]))
    return steps


def _leaf(data: Json) -> Json:
    while data["options"] and data["options"][0]["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP):
        data = data["options"][0]
    return data


def _value(value: str | list[str]) -> Json:
    return {"values": value} if isinstance(value, list) else {"value": value}
