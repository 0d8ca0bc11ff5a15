"""Watching a tie: the button on every card, the list, and the buttons that stop it. Only the person sees any of it."""

from __future__ import annotations

from cogs.announcements import views
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import chosen
from cogs.kit.failures import Refusal
from cogs.kit.replies import defer, edit_or_send, send_private
from db.store import watches

_NONE = "You watch no tie. Press Watch under a tie's card, such as the one that `/status` shows."
_UNKNOWN = "That tie is no longer on record."
_TOO_MANY = f"You watch {watches.MOST} ties, which is as many as one can. `/watch list` stops some of them."
_ON = "A direct message comes when it changes. Discord must let me write to you: share a server with me that allows it."
_OFF = "No direct message comes about it."


class Watching:
    """What the buttons do."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    async def from_card(self, interaction: Interaction, tie_id: str) -> None:
        """Watch, under a tie's card: start, or say that it is watched already, with the button that stops it."""
        await self._start(interaction, tie_id)

    async def turn(self, interaction: Interaction, args: tuple[str, ...]) -> None:
        """The button that turns a watch on or off."""
        action, tie_id = args
        if action == "on":
            await self._start(interaction, tie_id)
            return
        await defer(interaction, fresh=not _in_place(interaction))
        async with self._bot.database.transaction() as conn:
            await watches.stop(conn, interaction.user.id, tie_id)
        await self._show(interaction, tie_id, on=False, note=_OFF)

    async def listed(self, interaction: Interaction, page: int = 0) -> None:
        """What the person watches."""
        found = await watches.of_user(self._bot.database, interaction.user.id)
        if not found:
            raise Refusal(_NONE)
        await edit_or_send(interaction, views.watches_card(found, self._bot.register, page))

    async def from_list(self, interaction: Interaction, args: tuple[str, ...]) -> None:
        """A page of the list, or a tie of it to watch no longer."""
        action, page = args
        if action == "stop":
            await defer(interaction)
            async with self._bot.database.transaction() as conn:
                for tie_id in chosen(interaction):
                    await watches.stop(conn, interaction.user.id, tie_id)
        await self.listed(interaction, int(page))

    async def _start(self, interaction: Interaction, tie_id: str) -> None:
        if tie_id not in self._bot.register.record.ties:
            raise Refusal(_UNKNOWN)
        await defer(interaction, fresh=not _in_place(interaction))
        try:
            async with self._bot.database.transaction() as conn:
                new = await watches.start(conn, interaction.user.id, tie_id, self._bot.clock())
        except watches.TooManyWatchesError as error:
            raise Refusal(_TOO_MANY) from error
        await self._show(interaction, tie_id, on=True, note=_ON, known=not new)

    async def _show(self, interaction: Interaction, tie_id: str, *, on: bool, note: str, known: bool = False) -> None:
        if tie_id not in self._bot.register.record.ties:
            raise Refusal(_UNKNOWN)
        card = views.watch_card(self._bot.register.tie(tie_id), self._bot.register, on=on, note=note, known=known)
        await (edit_or_send if _in_place(interaction) else send_private)(interaction, card)


def _in_place(interaction: Interaction) -> bool:
    """Whether the answer takes the place of what was pressed: a card of ours about the watch, to this person alone."""
    own = interaction.message is not None and interaction.message.flags.ephemeral
    pressed = str(interaction.data.get("custom_id", "")) if interaction.data else ""
    return own and pressed.startswith(f"{views.WATCH}:")
