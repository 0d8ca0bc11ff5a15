"""The bot's own account, its commands, and looking up users, guilds and channels over REST."""

from __future__ import annotations

from tests.wire.double import payloads
from tests.wire.double.basics import Json
from tests.wire.double.call import Call, Reply, Routes
from tests.wire.double.errors import UNKNOWN_MEMBER, UNKNOWN_USER
from tests.wire.double.messages import may_see
from tests.wire.double.validate import check_commands


async def me(call: Call) -> Reply:
    """Get Current User."""
    return Reply(payloads.user(call.double.world.bot))


async def application(call: Call) -> Reply:
    """Get Current Bot Application Information."""
    return Reply(payloads.application(call.double.world.bot, call.double.world.owner))


async def gateway(call: Call) -> Reply:
    """Get Gateway Bot."""
    double = call.double
    limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
    return Reply({"url": double.gateway_url, "shards": double.gateway.shards, "session_start_limit": limit})


async def put_commands(call: Call) -> Reply:
    """Bulk Overwrite Application Commands, of one guild or of all."""
    check_commands(call.listing)
    scope = call.guild.id if _scope(call) else None
    known = {(command.get("type", 1), command["name"]): command for command in call.double.commands.get(scope, [])}
    world = call.double.world
    stored = []
    for command in call.listing:
        before = known.get((command.get("type", 1), command["name"]))
        identity = before["id"] if before else str(world.snowflakes.next())
        stored.append(
            {
                "type": 1,
                "description": "",
                **command,
                "id": identity,
                "application_id": str(world.bot.id),
                "version": str(world.snowflakes.next()),
                **({"guild_id": str(scope)} if scope else {}),
            }
        )
    call.double.commands[scope] = stored
    return Reply(stored)


async def get_commands(call: Call) -> Reply:
    """Get Application Commands, of one guild or of all."""
    return Reply(call.double.commands.get(_scope(call), []))


async def channel(call: Call) -> Reply:
    """Get Channel."""
    found = call.channel
    may_see(call.double.world, found)
    return Reply(payloads.channel(found))


async def guild(call: Call) -> Reply:
    """Get Guild."""
    return Reply(payloads.guild(call.guild))


async def member(call: Call) -> Reply:
    """Get Guild Member."""
    found = call.guild.members.get(int(call.parts["user"]))
    if found is None:
        raise UNKNOWN_MEMBER
    return Reply(payloads.member(found))


async def user(call: Call) -> Reply:
    """Get User."""
    found = call.double.world.users.get(int(call.parts["user"]))
    if found is None:
        raise UNKNOWN_USER
    return Reply(payloads.user(found))


def command(commands: dict[int | None, list[Json]], guild_id: int | None, name: str, kind: int) -> Json:
    """The command that a person in a guild would call. Raises LookupError if it is not there."""
    for scope in (guild_id, None):
        for found in commands.get(scope, []):
            if found["name"] == name and found["type"] == kind:
                return found
    raise LookupError(f"no command {name!r} of type {kind} is registered for guild {guild_id}")


def _scope(call: Call) -> int | None:
    return int(call.parts["guild"]) if "guild" in call.parts else None


ROUTES: Routes = {
    "GET /users/@me": me,
    "GET /users/{user}": user,
    "GET /oauth2/applications/@me": application,
    "GET /gateway/bot": gateway,
    "PUT /applications/{application}/commands": put_commands,
    "GET /applications/{application}/commands": get_commands,
    "PUT /applications/{application}/guilds/{guild}/commands": put_commands,
    "GET /applications/{application}/guilds/{guild}/commands": get_commands,
    "GET /channels/{channel}": channel,
    "GET /guilds/{guild}": guild,
    "GET /guilds/{guild}/members/{user}": member,
}
