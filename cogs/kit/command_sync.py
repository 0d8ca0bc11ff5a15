"""Telling Discord which commands there are, only when they changed: it allows few such calls a day."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any, TypeAlias

import discord
from discord import app_commands

from cogs.kit.bot import TiewatchBot
from cogs.kit.failures import NETWORK_ERRORS
from db.store import meta

log = logging.getLogger(__name__)

Known: TypeAlias = dict[str, dict[str, Any]]
EVERYWHERE = "global"


async def sync_commands(bot: TiewatchBot) -> None:
    """Send the commands for everywhere, and those of the home server, if they differ from what was last sent.

    Fills ``bot.command_ids``. A server that is the home no more loses its commands. What was sent is remembered in the
    database by application and scope. Raises app_commands.CommandSyncFailure for commands that Discord cannot accept;
    when Discord is out of reach or the home server is closed to the bot, that is logged and tried at the next start.
    """
    known = await _sent(bot)
    home = str(bot.settings.home_server or "")
    for scope in dict.fromkeys([*known, EVERYWHERE, home]):
        if scope:
            await _sync_scope(bot, scope, known)
    kept = {scope: sent for scope, sent in known.items() if scope in {EVERYWHERE, home}}
    _fill_ids(bot, kept)
    async with bot.database.transaction() as conn:
        await meta.set_value(conn, _key(bot), json.dumps(kept, sort_keys=True))


async def recall_commands(bot: TiewatchBot) -> None:
    """Fill ``bot.command_ids`` by what was last sent: what is answered before the commands are compared."""
    _fill_ids(bot, await _sent(bot))


async def _sent(bot: TiewatchBot) -> Known:
    """What was last sent, by scope."""
    known: Known = json.loads(await meta.get(bot.database, _key(bot)) or "{}")
    return known


def _key(bot: TiewatchBot) -> str:
    return f"commands:{bot.application_id}"


def _fill_ids(bot: TiewatchBot, sent: Known) -> None:
    bot.command_ids.update({name: number for each in sent.values() for name, number in each["ids"].items()})


async def _sync_scope(bot: TiewatchBot, scope: str, known: Known) -> None:
    guild = None if scope == EVERYWHERE else discord.Object(int(scope))
    fingerprint = _fingerprint(bot.tree, guild)
    if known.get(scope, {}).get("fingerprint") == fingerprint:
        return
    try:
        sent = await bot.tree.sync(guild=guild)
    except (discord.Forbidden, discord.NotFound) as error:
        remedy = "invite the bot to that server with the scopes bot and applications.commands, then start it again"
        log.error("Commands refused", extra={"scope": scope, "code": error.code, "remedy": remedy})
        return
    except app_commands.CommandSyncFailure:
        raise
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.error("Commands not sent, will be tried at the next start", extra={"scope": scope, "why": str(error)})
        return
    ids = {command.name: command.id for command in sent if command.type is discord.AppCommandType.chat_input}
    known[scope] = {"fingerprint": fingerprint, "ids": ids}
    log.info("Commands sent", extra={"scope": scope, "count": len(sent)})


def _fingerprint(tree: app_commands.CommandTree[TiewatchBot], guild: discord.Object | None) -> str:
    payload = [command.to_dict(tree) for command in tree.get_commands(guild=guild)]
    text = json.dumps(sorted(payload, key=lambda item: (item["type"], item["name"])), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
